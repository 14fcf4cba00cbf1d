"""The hours of a year of full-time work, by which statistics turn hourly pay into yearly pay."""

HOURS_A_YEAR = 2080
"""Hours by which BLS multiplies hourly pay to get yearly pay: 52 weeks of 40 hours (OEWS technical notes)."""
