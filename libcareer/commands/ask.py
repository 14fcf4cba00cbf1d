"""The command that answers questions in a person's own words."""

from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.pages import page_command

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

app = typer.Typer()

ANSWERING = {
    "quiz": "Take the quiz and find which job suits you: personality, interests, test, fit.",
    "planb": "See what else is within reach if a plan fails: plan B, alternatives, other options.",
    "roles": "List every job, by skill, setting, education or place.",
    "plan": "Keep a plan with steps, dates and a calendar.",
    "me": "See and change what is saved about you on this machine.",
    "forget": "Delete what is saved about you: privacy, data, erase.",
    "class": "Use the quiz with a class: students, teacher, lesson, handouts.",
    "check": "Check knowledge files of your own.",
}
"""Commands that can be the answer to a question, with what they do in words of people who ask.

The help of all commands would tell it too, but reading it would load every command.
"""


@app.command("ask", epilog="Example: libcareer ask am I too shy for library work")
@page_command
def ask_command(
    catalog: "Catalog",
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Your question, in your own words.")],
) -> "Report":
    """Answer a question in your own words from everything known here, or say that it is not known."""
    from libcareer.engines.words.questions.ask import ask
    from libcareer.engines.words.questions.told import told
    from libcareer.reports.ask import ask_report

    found = ask(catalog, " ".join(words), ANSWERING)
    return ask_report(found, told(catalog, found.best) if found.best else None)
