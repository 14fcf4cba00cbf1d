"""Inquiries: what people ask in their own words, each looked up, answered by an engine, and laid out as a report.

The command line and `libcareer.Guide` both ask here. Who asks is an `Inquirer`; it decides what becomes of a name
that is unclear, and knows what is kept about the person.
"""
