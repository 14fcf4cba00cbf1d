"""What roles pay: the figures released for the occupations that they are counted in."""
