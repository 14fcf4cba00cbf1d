"""The schema: every kind of record as a frozen struct, each kind in the module of its subject.

The structs type the code, validate the YAML files, decode the compiled form, and generate the JSON
Schemas and the tables in docs/data.md. The id of a record is not a field: it is the file's name (one
record per file) or the record's key (many records per file).

Annotations are not put off in these modules: msgspec would have to compile each before it decodes
anything. Commands import only the modules of the records that they read.
"""
