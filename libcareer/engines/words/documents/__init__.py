"""What an advertisement or a resume says, and the roles that it is nearest to."""
