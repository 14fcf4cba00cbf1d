"""Duties of the field in the words of other sectors, and back."""
