"""Rules that the knowledge files must keep beyond their schema."""
