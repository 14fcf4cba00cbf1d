"""Choosing between roles: compare, related roles, two tracks."""
