"""What the quiz asks of a person: the words to read, the choices to make, and the minutes they take."""

from __future__ import annotations

import re
from itertools import cycle, islice
from typing import TYPE_CHECKING

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import day_option
from libcareer.knowledge.model.quiz import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.engines.quiz.belief import Form
    from libcareer.engines.quiz.engine import Quiz

WORDS_A_MINUTE = 220
"""How fast adults read English to themselves, somewhat below the mean of 238 (Brysbaert 2019, "How many words do
we read per minute?"), because lists are compared and not only read."""

SECONDS_A_CHOICE = 2.5
"""How long a choice takes after reading, with its key."""


def words(text: str) -> int:
    """How many words *text* has; numbers count as words, signs do not."""
    return len(re.findall(r"\S*\w\S*", text))


def choices(answers: Iterable[Answer]) -> int:
    """How many options are chosen in *answers*."""
    return sum(len(answer.picks) + (answer.least is not None) for answer in answers)


def minutes(words: int, choices: int) -> float:
    """The minutes that a person takes to read so many *words* and make so many *choices*."""
    return words / WORDS_A_MINUTE + choices * SECONDS_A_CHOICE / 60


def sample_answers(quiz: Quiz, plan: Sequence[tuple[Form, ItemKind]]) -> tuple[Answer, ...]:
    """Answers to screens of the forms and kinds in *plan*, with options in the order of the files.

    Which screens a person gets depends on their answers; these are as long on average.
    """
    days = cycle(map(day_option, quiz.ids))
    items = {kind: cycle([id_ for id_, own in quiz.kinds.items() if own is kind]) for kind in ItemKind}
    return tuple(_answer(form, items[kind], days) for form, kind in plan)


def _answer(form: Form, items: Iterator[str], days: Iterator[str]) -> Answer:
    options = (*islice(items, form.options - form.least), *islice(days, int(form.least)))
    return Answer(options, options[: form.picks], options[-1] if form.least else None)
