"""Ways to a role: where a person stands, all sensible ways, which is recommended, plan B and the plan."""
