"""The commands: each parses its options, looks names up, computes an answer and writes it."""

MODULES = {
    "explore": "explore",
    "quiz": "quiz",
    "fit": "quiz",
    "roles": "roles",
    "show": "roles",
    "path": "paths",
    "compare": "choosing",
    "related": "choosing",
    "planb": "paths",
    "worth": "worth",
    "tracks": "choosing",
    "plan": "plan",
    "lssc": "lssc",
    "me": "person",
    "forget": "person",
    "class": "classroom",
    "skills": "records",
    "credentials": "records",
    "resources": "records",
    "network": "records",
    "sources": "sources",
    "disputes": "sources",
    "ask": "sources",
    "title": "titles",
    "search": "search",
    "check": "check",
    "help": "help",
}
"""Every command in the order of the help, with the module here that defines it."""

EXAMPLE = "Example: "
"""What the epilog of each command begins with."""
