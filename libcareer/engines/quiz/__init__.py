"""The quiz: questions, belief, result, and everything that is computed from one."""
