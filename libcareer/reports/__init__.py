"""Results of the engines as blocks that a page is made of."""
