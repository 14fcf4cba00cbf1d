"""The commands: each parses its options, looks names up, computes an answer and writes it."""
