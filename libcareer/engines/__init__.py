"""Engines: pure functions from a catalog and a question to a frozen result with its reasons."""
