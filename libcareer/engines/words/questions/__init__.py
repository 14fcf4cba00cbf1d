"""A question in one's own words, answered from every record."""
