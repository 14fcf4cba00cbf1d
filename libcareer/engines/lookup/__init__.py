"""Look-ups: roles, skills, credentials, resources, fields, sources and questions."""
