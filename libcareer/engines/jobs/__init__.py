"""Jobs of every field: which one words mean, what carries over from it, and which are near."""
