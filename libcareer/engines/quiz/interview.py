"""The quiz as a conversation: what is asked next, what a reply changes, and when it is over.

It contains neither the arithmetic (`engine`, `belief`) nor a way of asking, so the same conversation
runs on a terminal, over the lines of a pipe, and from a file of answers.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz, Screen
from libcareer.engines.quiz.interest_profiler import profiler_prior
from libcareer.engines.quiz.limits import LIMITS, Limit
from libcareer.errors import BadAnswers, short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcareer.catalog import Catalog


class Lost(Struct, frozen=True):
    """What written answers have that the quiz no longer has: so many *options*, *answers* and practical *limits*.

    The options had been passed over; an answer that chose one that is gone is set aside.
    """

    options: int = 0
    answers: int = 0
    limits: int = 0


class Progress(Struct, frozen=True):
    """A quiz so far: its seed, the answers, the practical limits, and the scores of the Interest Profiler.

    *lost* is what written answers lose because the quiz has changed.
    """

    seed: int = 0
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    riasec: dict[str, int] = {}
    lost: Lost = Lost()


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
    """A reply that takes the last answer back."""


class Stop(Struct, frozen=True):
    """The end of the replies; the answers so far are kept."""


class Chosen(Struct, frozen=True):
    """A reply to a practical question."""

    value: str


class Questionnaire(Protocol):
    """A source of screens: the quiz, or the questions about one role."""

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen that follows *answers*, None if there is no other."""

    def text(self, option: str) -> str:
        """The words of an option."""


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

    def screens(self, seed: int = 0) -> tuple[Screen, ...]:
        """All screens, in order."""
        found: list[Screen] = []
        while screen := self.next([Answer(each.options) for each in found], seed):
            found.append(screen)
        return tuple(found)


class Asker(Protocol):
    """A way of asking a person."""

    def screen(self, quiz: Questionnaire, screen: Screen, number: int) -> Picked | Skip | Back | Stop:
        """The reply to *screen*, which has this *number*, counted from 1."""

    def limit(self, limit: Limit) -> Chosen | Skip | Back | Stop:
        """The reply to a practical question."""


WHY_SCREENS = (
    "Each screen makes you choose among things that tell the roles still in question apart. Only your "
    "preferences within a screen count, so there is no right answer and nothing to agree with. Where "
    "everything or nothing appeals, pick what comes nearest, or skip."
)
"""The answer to the question why a screen is asked."""


def converse(
    quiz: Questionnaire, progress: Progress, asker: Asker, keep: Callable[[Progress], None]
) -> tuple[Progress, bool]:
    """Ask all screens and then the practical questions; *keep* is called after every reply.

    Returns the progress, and whether every question was asked.
    """
    progress, through = ask_screens(quiz, progress, asker, keep)
    return _ask_limits(progress, asker, keep) if through else (progress, False)


def ask_screens(
    quiz: Questionnaire, progress: Progress, asker: Asker, keep: Callable[[Progress], None]
) -> tuple[Progress, bool]:
    """Ask screens until no other follows or the replies end; *keep* is called after every reply.

    Returns the progress, and whether every screen was asked.
    """
    # Going back and forth asks the same screens again, and each takes a while to choose.
    screens: dict[tuple[Answer, ...], Screen | None] = {}

    def following(answers: tuple[Answer, ...]) -> Screen | None:
        if answers not in screens:
            screens[answers] = quiz.next(answers, progress.seed)
        return screens[answers]

    while screen := following(progress.answers):
        reply = asker.screen(quiz, screen, len(progress.answers) + 1)
        match reply:
            case Stop():
                return progress, False
            case Back():
                progress = replace(progress, answers=progress.answers[:-1])
            case Skip():
                progress = _answered(progress, Answer(screen.options))
            case Picked(picks, least):
                progress = _answered(progress, Answer(screen.options, picks, least))
        keep(progress)
    return progress, True


def _answered(progress: Progress, answer: Answer) -> Progress:
    return replace(progress, answers=(*progress.answers, answer))


def _ask_limits(progress: Progress, asker: Asker, keep: Callable[[Progress], None]) -> tuple[Progress, bool]:
    position = 0
    while position < len(LIMITS):
        limit = LIMITS[position]
        if limit.id in progress.limits:
            position += 1
            continue
        reply = asker.limit(limit)
        match reply:
            case Stop():
                return progress, False
            case Back():
                position = max(0, position - 1)
                kept = {id_: v for id_, v in progress.limits.items() if id_ != LIMITS[position].id}
                progress = replace(progress, limits=kept)
            case Skip():
                progress = replace(progress, limits={**progress.limits, limit.id: ""})
            case Chosen(value):
                progress = replace(progress, limits={**progress.limits, limit.id: value})
        keep(progress)
    return progress, True


# ---------------------------------------------------------------------------- replies as typed


def screen_reply(line: str, options: tuple[str, ...], screen: Screen) -> Picked | Skip | Back | None:
    """The reply to *screen* in a typed *line*; None if the line asks why.

    The line has the numbers of the options chosen, on a most-and-least screen the least liked last; or
    one of the words skip, back, why. Raises BadAnswers, which says what was expected.
    """
    words = line.lower().replace(",", " ").split()
    match words:
        case [] | ["s"] | ["skip"]:
            return Skip()
        case ["b"] | ["back"]:
            return Back()
        case ["?"] | ["why"]:
            return None
    wanted = screen.picks + screen.least
    expected = f"{wanted} different numbers" + (", the least liked last" if screen.least else "")
    numbers = [int(word) for word in words if re.fullmatch("[0-9]{1,3}", word)]
    if len(numbers) != len(words) or len(set(numbers)) != wanted or len(numbers) != wanted:
        raise BadAnswers(f"'{short(line)}' is not an answer here. Type {expected}, or skip, back, why.")
    if not all(1 <= number <= len(options) for number in numbers):
        raise BadAnswers(f"'{short(line)}' is not an answer here. The options are numbered 1 to {len(options)}.")
    ids = tuple(options[number - 1] for number in numbers)
    return Picked(ids[:-1], ids[-1]) if screen.least else Picked(ids)


def limit_reply(line: str, limit: Limit) -> Chosen | Skip | Back | None:
    """The reply to a practical question in a typed *line*; None if the line asks why.

    Raises BadAnswers, which says what was expected.
    """
    word = line.strip().lower()
    if word in ("", "s", "skip"):
        return Skip()
    if word in ("b", "back"):
        return Back()
    if word in ("?", "why"):
        return None
    if re.fullmatch("[0-9]", word) and 1 <= int(word) <= len(limit.choices):
        return Chosen(limit.choices[int(word) - 1].id)
    for choice in limit.choices:
        if word == choice.id:
            return Chosen(choice.id)
    raise BadAnswers(f"'{short(line)}' is not an answer here. Type a number from 1 to {len(limit.choices)}, or skip.")


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
