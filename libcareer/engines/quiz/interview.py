"""The quiz as a conversation: what is asked next, what a reply changes, and when it is over.

It contains neither the arithmetic (`engine`, `belief`) nor a way of asking, so the same conversation
runs on a terminal, over the lines of a pipe, and from a file of answers.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import MOST_SHOWN, Quiz, Screen
from libcareer.engines.quiz.interest_profiler import checked_scores, profiler_prior
from libcareer.engines.quiz.limits import LIMITS, Limit
from libcareer.errors import BadAnswers, short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

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
