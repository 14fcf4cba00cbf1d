"""What people's words mean: titles of posts, advertisements, questions."""
