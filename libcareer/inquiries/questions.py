"""Inquiries in a person's own words: a question, or words to look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import LibcareerError
from libcareer.inquiries.inquirer import Answer

if TYPE_CHECKING:
    from libcareer.engines.words.questions.answer import Answer as Reply
    from libcareer.engines.words.search import SearchResult
    from libcareer.inquiries.inquirer import Inquirer

ANSWERING = {
    "quiz": "Take the quiz and find which job suits you: personality, interests, test, fit.",
    "planb": "See what else is within reach if a plan fails: plan B, alternatives, other options.",
    "roles": "List every job, by skill, setting, education or place.",
    "plan": "Keep a plan with steps, dates and a calendar.",
    "me": "See and change what is saved about you on this machine.",
    "map": "Draw a map of jobs and the moves between them.",
    "report": "Print what concerns you on a few pages, to hand over.",
    "forget": "Delete what is saved about you: quiz answers, plan, privacy, data, erase.",
    "class": "Use the quiz with a class: students, teacher, lesson, handouts.",
    "publish": "Write the whole guide as a website that a library can host.",
    "check": "Check knowledge files of your own.",
}
"""Commands that can be the answer to a question, with what they do in words of people who ask.

The help of all commands would tell it too, but reading it would load every command.
"""


def question_answer(inquirer: Inquirer, question: str) -> Answer[Reply]:
    """What is known in answer to *question*, or that it is not known."""
    from libcareer.engines.words.questions.ask import ask
    from libcareer.engines.words.questions.told import told
    from libcareer.reports.ask import ask_report

    found = ask(inquirer.catalog, question, ANSWERING)
    return Answer(found, ask_report(found, told(inquirer.catalog, found.best) if found.best else None))


def search_answer(inquirer: Inquirer, words: str) -> Answer[SearchResult]:
    """The pages that answer *words*; raises LibcareerError if there are none."""
    from libcareer.engines.words.search import search
    from libcareer.reports.search import nothing_found, search_report

    found = search(inquirer.catalog, words)
    if not found.findings:
        raise LibcareerError(nothing_found(found))
    return Answer(found, search_report(found))
