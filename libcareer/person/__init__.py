"""A person's saved files, on that person's machine."""
