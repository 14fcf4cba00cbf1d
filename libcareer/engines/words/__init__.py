"""From words that people bring to what the catalog knows: duties, skills and the terms of other sectors."""
