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
    "map": "map",
    "planb": "paths",
    "translate": "translate",
    "worth": "worth",
    "tracks": "choosing",
    "match": "match",
    "plan": "plan",
    "lssc": "lssc",
    "me": "person",
    "report": "report",
    "forget": "person",
    "class": "classroom",
    "skills": "records",
    "credentials": "records",
    "resources": "records",
    "network": "records",
    "sources": "sources",
    "disputes": "sources",
    "changes": "changes",
    "occupations": "occupations",
    "title": "titles",
    "ask": "ask",
    "search": "search",
    "publish": "publish",
    "check": "check",
    "new": "new",
    "help": "help",
}
"""Every command in the order of the help, with the module here that defines it."""

EXAMPLE = "Example: "
"""What the epilog of each command begins with."""
