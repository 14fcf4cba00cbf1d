"""Everything known, for words that are typed: a list that narrows, and the place that words lead to."""

from __future__ import annotations

import shlex
from functools import cached_property
from typing import TYPE_CHECKING

from libcareer.commands import MODULES
from libcareer.commands.prompts.question import Option, containing
from libcareer.reports.addresses import Kind, address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog

KINDS = {
    "roles": (Kind.ROLE, "job"),
    "skills": (Kind.SKILL, "skill"),
    "credentials": (Kind.CREDENTIAL, "degree or certificate"),
    "fields": (Kind.FIELD, "whom to ask"),
    "questions": (Kind.QUESTION, "question"),
    "changes": (Kind.CHANGE, "what is changing"),
    "disputes": (Kind.DISPUTE, "where sources disagree"),
    "resources": (Kind.RESOURCE, "where to go"),
}
"""The kinds of records that words may name, each with what it is called in a list."""

MOST_LISTED = 40
"""How many records a list shows while words are typed; more words make it shorter."""

PROGRAM = "libcareer"


def titles_of_kind(catalog: Catalog, kind: str) -> dict[str, str]:
    """The titles of all records of a *kind* by id; that of a question is the question."""
    if kind == "questions":
        return {id_: question.question for id_, question in catalog.questions.items()}
    return catalog.titles(kind)


class Known:
    """The titles of all records of a *catalog*, read when the first word is typed."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """A choice for each record: its title with its kind, and its address."""
        return tuple(
            Option(f"{title} ({called})", address(kind, id_))
            for name, (kind, called) in KINDS.items()
            for id_, title in titles_of_kind(self.catalog, name).items()
        )

    def matching(self, words: str) -> Sequence[Option]:
        """The records whose titles contain *words*."""
        return containing(words, self.options)[:MOST_LISTED]

    def named(self, words: str) -> str:
        """The address of the one record with this title; empty if there is none, or several."""
        found = [option for option in self.options if option.text.rpartition(" (")[0].casefold() == words.casefold()]
        return str(found[0].value) if len(found) == 1 else ""


def typed_command(words: str) -> str:
    """The address in *words* that are typed as on a command line; empty if they begin with no command."""
    try:
        typed = shlex.split(words)
    except ValueError:
        return ""
    if typed[:1] == [PROGRAM]:
        typed = typed[1:]
    return shlex.join(typed) if typed and typed[0] in MODULES else ""
