"""What the title of a post means."""
