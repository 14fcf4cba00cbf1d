"""The quiz: its questions, the belief about a person, the result, and what is computed from results."""
