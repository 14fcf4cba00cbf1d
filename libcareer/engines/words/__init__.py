"""What people's words mean: titles of posts, duties, terms of other sectors, advertisements, questions."""
