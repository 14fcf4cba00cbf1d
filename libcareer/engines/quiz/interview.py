"""What the quiz and a person say to each other: questions with their place, replies, and the progress so far.

`conversation` decides what is asked next; the commands have the ways of asking (`Asker`).
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz, Screen
from libcareer.engines.quiz.interest_profiler import SHORT_FORM, profiler_prior

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.limits import Limit


class Lost(Struct, frozen=True):
    """What written answers have that the quiz no longer has: so many *options*, *answers* and practical *limits*.

    The options had been passed over; an answer that chose one that is gone is set aside.
    """

    options: int = 0
    answers: int = 0
    limits: int = 0


class Progress(Struct, frozen=True):
    """A quiz so far: its seed, the answers, the practical limits, and the scores of the Interest Profiler.

    *riasec_items* is how many items the Interest Profiler had. *lost* is what written answers lose because the
    quiz has changed; *done* means that the quiz that asked for them was finished, whatever another version
    would still ask.
    """

    seed: int = 0
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    riasec: dict[str, int] = {}
    riasec_items: int = SHORT_FORM
    lost: Lost = Lost()
    done: bool = False


def quiz_for(catalog: Catalog, progress: Progress) -> Quiz:
    """The quiz over *catalog*, with the scores in *progress* as its prior; raises BadAnswers if they are invalid."""
    return Quiz(catalog, profiler_prior(progress.riasec, progress.riasec_items) if progress.riasec else None)


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


class QuestionNumber(Struct, frozen=True):
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
        self, quiz: Questionnaire, screen: Screen, place: QuestionNumber, before: Answer | None = None
    ) -> Picked | Skip | Back | Stop:
        """The reply to *screen*; *before* is the answer that was given to it earlier."""

    def limit(self, limit: Limit, place: QuestionNumber, before: str | None = None) -> Chosen | Skip | Back | Stop:
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
