"""Library duties in the words of other sectors, and back."""
