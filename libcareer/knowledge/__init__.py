"""The knowledge files: schema, strict YAML, decoding and checks."""
