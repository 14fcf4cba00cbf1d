"""What a call asks of every command: the keys under which it stands in the meta data of a context."""

FORMAT = "libcareer.format"
"""The format asked for, as typed."""

LINES = "libcareer.lines"
"""Whether --lines was given."""
