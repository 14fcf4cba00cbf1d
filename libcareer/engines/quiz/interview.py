"""The quiz as a conversation: what is asked next, what a reply changes, and when it is over.

It contains neither the arithmetic (`engine`, `belief`) nor a way of asking, so the same conversation
runs on a terminal, over the lines of a pipe, and from a file of answers.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import MOST_SHOWN, Quiz, Screen
from libcareer.engines.quiz.interest_profiler import checked_scores, profiler_prior
from libcareer.engines.quiz.limits import LIMITS, Limit
from libcareer.errors import BadAnswers, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog


class Progress(Struct, frozen=True):
    """A quiz so far: its seed, the answers, the practical limits, and the scores of the Interest Profiler."""

    seed: int = 0
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    riasec: dict[str, int] = {}


def quiz_for(catalog: Catalog, progress: Progress) -> Quiz:
    """The quiz over *catalog*, with the scores in *progress* as its prior; raises BadAnswers if they are invalid."""
    return Quiz(catalog, profiler_prior(progress.riasec) if progress.riasec else None)


class Picked(Struct, frozen=True):
    """A reply that chooses: *picks*, and on a most-and-least screen the *least* liked."""

    picks: tuple[str, ...]
    least: str | None = None


class Skip(Struct, frozen=True):
    """A reply that skips a question."""


class Back(Struct, frozen=True):
    """A reply that goes back to the question before."""


class Stop(Struct, frozen=True):
    """The end of the replies; the answers so far are kept."""


class Chosen(Struct, frozen=True):
    """A reply to a practical question."""

    value: str


class Change(Struct, frozen=True):
    """A reply to the list of answers: change the one with this *index*."""

    index: int


class Show(Struct, frozen=True):
    """A reply to the list of answers: show the result."""


class Place(Struct, frozen=True):
    """Where in the quiz a question stands: its *number* among those of its kind, counted from 1; 0 if it is in none.

    For a screen, *practical* is how many practical questions are still to come; for one of these, how many there are.
    """

    number: int
    practical: int = 0


class Questionnaire(Protocol):
    """A source of screens: the quiz, or the questions about one role."""

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen that follows *answers*, None if there is no other."""

    def text(self, option: str) -> str:
        """The words of an option."""

    def label(self, option: str) -> str:
        """The few words in which an option is quoted."""

    def asked(self, answer: Answer) -> Screen:
        """The screen that *answer* was given to."""


PAPER_SCREENS = 12
"""How many screens are on paper."""


class PaperQuiz:
    """The quiz on paper: the same screens for everybody, those that follow if every screen is skipped."""

    def __init__(self, quiz: Quiz) -> None:
        self.quiz = quiz

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen after so many *answers*, whatever they are; None after the last one."""
        skipped = tuple(Answer(answer.options) for answer in answers)
        return self.quiz.next(skipped, seed) if len(answers) < PAPER_SCREENS else None

    def text(self, option: str) -> str:
        """The words of an option."""
        return self.quiz.text(option)

    def label(self, option: str) -> str:
        """The few words in which an option is quoted."""
        return self.quiz.label(option)

    def asked(self, answer: Answer) -> Screen:
        """The screen that *answer* was given to."""
        return self.quiz.asked(answer)

    def screens(self, seed: int = 0) -> tuple[Screen, ...]:
        """All screens, in order."""
        found: list[Screen] = []
        while screen := self.next([Answer(each.options) for each in found], seed):
            found.append(screen)
        return tuple(found)


class Asker(Protocol):
    """A way of asking a person."""

    def screen(
        self, quiz: Questionnaire, screen: Screen, place: Place, before: Answer | None = None
    ) -> Picked | Skip | Back | Stop:
        """The reply to *screen*; *before* is the answer that was given to it earlier."""

    def limit(self, limit: Limit, place: Place, before: str | None = None) -> Chosen | Skip | Back | Stop:
        """The reply to a practical question; *before* is the answer that was given to it earlier."""

    def review(self, answers: Sequence[str]) -> Change | Show | Back | Stop:
        """What to do at the end, after reading all *answers* in a line each."""


WHY_SCREENS = (
    "Each screen makes you choose among things that tell the roles still in question apart. Only your "
    "preferences within a screen count, so there is no right answer and nothing to agree with. Where "
    "everything or nothing appeals, pick what comes nearest, or skip."
)
"""The answer to the question why a screen is asked."""


# ---------------------------------------------------------------------------- answers from a file


class AnswerFile(Struct):
    """The part of a result in JSON that the quiz reads again; the answers may be in any order."""

    answers: tuple[Answer, ...]
    limits: dict[str, str] = {}
    seed: int | None = None
    riasec: dict[str, int] = {}


def file_text(data: bytes, errors: str = "strict") -> str:
    """The text in *data*: UTF-8, or UTF-16 as Windows PowerShell and spreadsheets write it; no byte order mark.

    Raises UnicodeError for other bytes, unless *errors* is "replace".
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors)
    # JSON and lines of answers begin with ASCII, after which the UTF-16 of Windows has a zero byte.
    if data[1:2] == b"\0" != data[:1]:
        return data.decode("utf-16-le", errors)
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors)


def answers_from_json(data: bytes, quiz: Quiz) -> Progress:
    """The progress in a JSON file of answers.

    Raises BadAnswers if *data* is not such a file, or does not fit the *quiz*.
    """
    try:
        file = msgspec.json.decode(data, type=AnswerFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadAnswers(f"The answers cannot be read as JSON: {error}.") from None
    progress = Progress(file.seed or 0, file.answers, file.limits, file.riasec)
    check_progress(progress, quiz)
    return progress


def unknown_options(answers: Iterable[Answer], quiz: Quiz) -> list[str]:
    """The options in *answers* that *quiz* does not have, sorted."""
    return sorted({option for answer in answers for option in answer.options if option not in quiz.options})


def check_progress(progress: Progress, quiz: Quiz) -> None:
    """Raise BadAnswers if *progress* cannot have come from *quiz*."""
    for number, answer in enumerate(progress.answers, 1):
        _check_answer(answer, number, quiz)
    repeated = _repeated(option for answer in progress.answers for option in answer.options)
    if repeated:
        raise BadAnswers(f"The option '{repeated}' is on two screens; each may be shown only once.")
    if len(progress.answers) > MOST_SHOWN:
        raise BadAnswers(f"There are {len(progress.answers)} answers; the quiz has at most {MOST_SHOWN} screens.")
    known = {limit.id: {choice.id for choice in limit.choices} for limit in LIMITS}
    for id_, value in progress.limits.items():
        if id_ not in known or (value and value not in known[id_]):
            said = short(f"{id_}: {value}")
            raise BadAnswers(f"'{said}' is not one of the practical questions and their answers.")
    if progress.riasec:
        checked_scores(progress.riasec)


def _check_answer(answer: Answer, number: int, quiz: Quiz) -> None:
    for option in (*answer.options, *answer.picks, *([answer.least] if answer.least else [])):
        if option not in quiz.options:
            raise BadAnswers(f"Answer {number}: the quiz has no option '{short(option)}'.")
        if option not in answer.options:
            raise BadAnswers(f"Answer {number}: '{option}' was chosen but not shown.")
    if len(set(answer.picks)) != len(answer.picks) or answer.least in answer.picks:
        raise BadAnswers(f"Answer {number}: an option was chosen twice.")
    if len(answer.picks) >= len(answer.options) > 0:
        raise BadAnswers(f"Answer {number}: everything was chosen, which says nothing.")


def _repeated(options: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for option in options:
        if option in seen:
            return option
        seen.add(option)
    return None
