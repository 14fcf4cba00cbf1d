"""What is kept about a person, on that person's machine."""
