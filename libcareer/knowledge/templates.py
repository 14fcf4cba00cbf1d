"""The templates of knowledge files: what is to fill in is marked, and optional lines are commented out.

The files are those in docs/templates; a wheel has a copy of them. A placeholder is MARK and what belongs there,
as a text or in the comment beside a choice. A line with `#` and no space after it is an optional part of the record.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from libcareer.knowledge import disk
from libcareer.knowledge.decoding import Decoded, decode
from libcareer.knowledge.figures import texts
from libcareer.knowledge.folders import BUILT_IN, CHECKOUT, in_checkout
from libcareer.knowledge.reading import LIST_FILES, RECORD_FILES, SINGLE_FILES, TABLE_FILES
from libcareer.knowledge.spelling import fold
from libcareer.knowledge.yaml_nodes import LARGEST_FILE

MARK = "TODO"

MARKED = re.compile(rf"\b{MARK}\b:?\s*(.*?)(?=$|[\]}}]|,\s+\w+:|\s{{2,}}#)")
"""The mark in a line, and what belongs in its place."""

NAMES = {"roles": "role", "credentials": "credential"}
"""The names of the templates of kinds that have one record in a file; the others have the name of the kind."""

OPTIONAL = re.compile(r"^( *)#(?=[^\s#])", re.MULTILINE)

TELLING_WORDS = 3
"""Words from which on a text that stands in a template is taken for the example and not for somebody's own words."""

TYPES: dict[str, Any] = {
    **RECORD_FILES,
    **{folder: type_ for folder, (_, type_, _) in LIST_FILES.items()},
    **TABLE_FILES,
    **SINGLE_FILES,
}
"""The type of each kind of file that has a template, by the name of its folder or file."""


@cache
def template(kind: str) -> str:
    """The template of a *kind* of file, by the name of its folder or file, such as `roles`."""
    folder = CHECKOUT / "docs" / "templates" if in_checkout() else BUILT_IN.parent / "templates"
    return disk.read_file(folder / f"{NAMES.get(kind, kind)}.yaml", LARGEST_FILE).decode()


def with_options(text: str) -> str:
    """*text*, a template, with every optional line in use."""
    return OPTIONAL.sub(r"\1", text)


@cache
def decoded(kind: str) -> Decoded:
    """The template of a *kind* with all optional lines, decoded."""
    return decode(f"{NAMES.get(kind, kind)}.yaml", with_options(template(kind)).encode(), TYPES[kind])


@cache
def examples(kind: str) -> frozenset[str]:
    """The texts of the template of a *kind*, as `example` gives them; a record that has one of them is not written."""
    known = (text for _, text in texts(decoded(kind).value))
    return frozenset(example(text) for text in known if len(text.replace(MARK, "").split()) >= TELLING_WORDS)


def example(text: str) -> str:
    """*text* folded, without the mark."""
    return fold(re.sub(rf"\b{MARK}\b", " ", text))
