"""A page as HTML: one file that loads nothing, or a page of a site. Loaded only where HTML is asked for."""
