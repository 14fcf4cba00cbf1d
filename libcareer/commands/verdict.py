"""The keys after the result of the quiz, on a terminal: details, limits, an answer to change, the first role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.commands.prompts.question import Key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

RESULT = "me --quiz"
"""The address of the last result."""

CHANGE = object()
"""What the key for changing an answer gives; every other key gives an address."""

DONE = object()


def result_keys(report: Report) -> Sequence[Key]:
    """The keys that lead on from the *report* of a result, each with an address or `CHANGE`; none from another one."""
    outcome = getattr(report.data, "outcome", None)
    if report.command != "quiz" or outcome is None:
        return ()
    keys = [
        Key("d", "details", f"{RESULT} --details"),
        Key("l", "my limits", "me --limits"),
        Key("a", "change an answer", CHANGE),
    ]
    if outcome.clear and outcome.roles:
        first = outcome.roles[0].role
        keys += [Key("s", "show 1", f"show {first}"), Key("p", "the way to 1", f"path {first}")]
    return keys


def lead_on(catalog: Catalog, report: Report, folder: Path | None) -> None:
    """Let a person at a terminal go on from the *report* of a result until they press Enter.

    *folder* is that of --data. Nothing is asked where nobody is there, or where somebody else shows the report.
    """
    from libcareer.commands import prompts
    from libcareer.commands.prompts.question import Question
    from libcareer.errors import LibcareerError
    from libcareer.reports.page import output

    if output.is_taken() or not prompts.interactive():
        return
    asker = prompts.prompter()
    leaving = Key("q", "quit", DONE, escape=True)
    while keys := result_keys(report):
        question = Question("", keys=(*keys, leaving), note="Enter goes on.", full=True, enter=DONE)
        try:
            reply = asker.choose(question)
            if reply is DONE:
                return
            report = _followed(catalog, reply, folder) or report
        except EOFError:
            return
        except LibcareerError as error:
            output.complain(str(error))


def _followed(catalog: Catalog, reply: object, folder: Path | None) -> Report | None:
    """Show what a key leads to; gives the new result if it may be another one."""
    from libcareer.commands.pages import run
    from libcareer.commands.saved import change_answers
    from libcareer.reports.page import output

    if reply is not CHANGE:
        run(str(reply), folder)
        return None
    change_answers(catalog)
    with output.taking(messages=False) as taken:
        run(RESULT, folder)
    output.write(taken.reports[-1])
    return taken.reports[-1]
