"""Ways to a role: the graph of moves, the search, plan B and the plan."""
