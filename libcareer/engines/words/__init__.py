"""What words say: titles, advertisements and resumes read as roles, skills and requirements."""
