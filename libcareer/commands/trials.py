"""Trials of knowledge files in the program itself: answers are found, and the commands in texts run."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from libcareer.commands import MODULES
from libcareer.commands.pages import is_page, page
from libcareer.errors import LibcareerError, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.errors import Problem
    from libcareer.knowledge.reading import Knowledge


def trials(own: Knowledge, known: Knowledge) -> Iterator[Problem]:
    """The problems that show only where the *own* records are used, together with all that is *known*.

    Neither may have problems otherwise.
    """
    from libcareer.catalog import compiled
    from libcareer.catalog.catalog import Catalog, shipped_pay_table
    from libcareer.engines.words.questions.trials import TRIALS

    catalog = Catalog(compiled.compile(known), pay_table=shipped_pay_table)
    for trial in TRIALS:
        yield from trial(catalog, own)
    yield from commands_run(catalog, own)


def commands_run(catalog: Catalog, own: Knowledge) -> Iterator[Problem]:
    """A problem for each command of an *own* question that does not run; those that save something are not run."""
    for id_, question in own.records("questions").items():
        for number, words in enumerate(question.commands):
            wrong = _wrong(catalog, words)
            if wrong:
                yield own.problem("questions", id_, ("commands", number), wrong)


def _wrong(catalog: Catalog, words: str) -> str | None:
    """Why the command *words* does not run; None if it does."""
    program, _, address = words.partition(" ")
    try:
        name = shlex.split(address)[0] if address else ""
    except ValueError:
        return f"a quotation mark is missing in '{short(words, 80)}'."
    if program != "libcareer" or name not in MODULES:
        return f"'{short(words, 80)}' is no command: write `libcareer COMMAND`, as `libcareer --help` lists them."
    if not is_page(address):
        return None
    try:
        page(catalog, address)
    except LibcareerError as error:
        return f"this command does not run: {error}"
    return None
