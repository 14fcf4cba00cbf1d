"""Pages: blocks written as screen, plain text, Markdown, JSON or CSV."""
