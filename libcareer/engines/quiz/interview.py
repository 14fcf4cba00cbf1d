"""A quiz as a conversation: what is asked next, what a reply does, and when it is over.

This is the whole of the quiz that is neither arithmetic (`quiz`) nor a way of asking (`prompts`): the
same conversation runs on a terminal, over lines of a pipe, and from a file of answers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.engine import MOST_SHOWN, Answer, Quiz, Screen
from libcareer.engines.quiz.interest_profiler import checked, given
from libcareer.engines.quiz.limits import LIMITS, Limit
from libcareer.errors import BadAnswers, short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from libcareer.catalog import Catalog


class Progress(Struct, frozen=True):
    """How far a quiz has gone: its seed, the screens answered, and the practical limits given."""

    seed: int = 0
    answers: tuple[Answer, ...] = ()
    limits: dict[str, str] = {}
    riasec: dict[str, int] = {}


def quiz_for(catalog: Catalog, progress: Progress) -> Quiz:
    """The quiz over *catalog* that starts from the scores of *progress*, if there are any."""
    return Quiz(catalog, given(progress.riasec) if progress.riasec else None)


class Picked(Struct, frozen=True):
    """A reply that chooses: *picks*, and on a most-and-least screen the *least* liked."""

    picks: tuple[str, ...]
    least: str | None = None


class Skip(Struct, frozen=True):
    """A reply that leaves a question open."""


class Back(Struct, frozen=True):
    """A reply that takes the last answer back."""


class Stop(Struct, frozen=True):
    """No more replies; what was answered counts."""


class Chosen(Struct, frozen=True):
    """A reply to a practical question."""

    value: str


class Asked(Protocol):
    """What is asked about: it knows the next screen, and the words of an option."""

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen to ask after *answers*, None when enough is known."""

    def text(self, option: str) -> str:
        """The words of an option."""


class Asker(Protocol):
    """A way of asking a person."""

    def screen(self, quiz: Asked, screen: Screen, number: int) -> Picked | Skip | Back | Stop:
        """The reply to *screen*, the one with this *number*, counted from 1."""

    def limit(self, limit: Limit) -> Chosen | Skip | Back | Stop:
        """The reply to a practical question."""


WHY = (
    "Each screen makes you choose among things that tell the roles still in question apart. Only your "
    "preferences within a screen count, so there is no right answer and nothing to agree with. Where "
    "everything or nothing appeals, pick what comes nearest, or skip."
)
"""What is said when a person asks why they are asked."""


def converse(quiz: Asked, progress: Progress, asker: Asker, keep: Callable[[Progress], None]) -> tuple[Progress, bool]:
    """Ask all screens and then the practical questions; *keep* is given every step as soon as it is made.

    Returns how far it went, and whether it came to its end.
    """
    progress, through = ask_screens(quiz, progress, asker, keep)
    return _ask_limits(progress, asker, keep) if through else (progress, False)


def ask_screens(
    quiz: Asked, progress: Progress, asker: Asker, keep: Callable[[Progress], None]
) -> tuple[Progress, bool]:
    """Ask until enough is known or the replies end; *keep* is given every step as soon as it is made.

    Returns how far it went, and whether it came to its end.
    """
    while screen := quiz.next(progress.answers, progress.seed):
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


def understood(line: str, options: tuple[str, ...], screen: Screen) -> Picked | Skip | Back | None:
    """The reply to *screen* that a typed *line* means; None if it asks why.

    The line gives numbers of options, favourites first and on a most-and-least screen the least
    liked last; or one of the words skip, back, why. Raises BadAnswers with what was expected.
    """
    words = line.lower().replace(",", " ").split()
    match words:
        case [] | ["s"] | ["skip"]:
            return Skip()
        case ["b"] | ["back"]:
            return Back()
        case ["?"] | ["why"]:
            return None
    expected = "two different numbers, most then least" if screen.least else f"{screen.picks} different numbers"
    wanted = 2 if screen.least else screen.picks
    numbers = [int(word) for word in words if re.fullmatch("[0-9]{1,3}", word)]
    if len(numbers) != len(words) or len(set(numbers)) != wanted or len(numbers) != wanted:
        raise BadAnswers(f"'{short(line)}' is no answer here. Type {expected}, or skip, back, why.")
    if not all(1 <= number <= len(options) for number in numbers):
        raise BadAnswers(f"'{short(line)}' is no answer here. The options are numbered 1 to {len(options)}.")
    ids = tuple(options[number - 1] for number in numbers)
    return Picked(ids[:1], ids[1]) if screen.least else Picked(ids)


def understood_limit(line: str, limit: Limit) -> Chosen | Skip | Back | None:
    """The reply to a practical question that a typed *line* means; None if it asks why.

    Raises BadAnswers with what was expected.
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
    raise BadAnswers(f"'{short(line)}' is no answer here. Type a number from 1 to {len(limit.choices)}, or skip.")


# ---------------------------------------------------------------------------- answers from a file


class AnswerFile(Struct):
    """Answers as `quiz --format json` writes them; the screens may stand in any order."""

    answers: tuple[Answer, ...]
    limits: dict[str, str] = {}
    seed: int | None = None
    riasec: dict[str, int] = {}


def answers_from_json(data: bytes, quiz: Quiz) -> Progress:
    """The progress that a JSON file of answers stands for.

    Raises BadAnswers if it is no such file or names options that the quiz does not have.
    """
    try:
        file = msgspec.json.decode(data, type=AnswerFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadAnswers(f"The answers cannot be read as JSON: {error}.") from None
    progress = Progress(file.seed or 0, file.answers, file.limits, file.riasec)
    fits(progress, quiz)
    return progress


def fits(progress: Progress, quiz: Quiz) -> None:
    """Make sure that *progress* can have come from *quiz*; raises BadAnswers with what cannot."""
    for number, answer in enumerate(progress.answers, 1):
        _fits(answer, number, quiz)
    repeated = _repeated(option for answer in progress.answers for option in answer.options)
    if repeated:
        raise BadAnswers(f"The option '{repeated}' stands on two screens; each may be shown once.")
    if len(progress.answers) > MOST_SHOWN:
        raise BadAnswers(f"There are {len(progress.answers)} answers; the quiz has at most {MOST_SHOWN} screens.")
    known = {limit.id: {choice.id for choice in limit.choices} for limit in LIMITS}
    for id_, value in progress.limits.items():
        if id_ not in known or (value and value not in known[id_]):
            said = short(f"{id_}: {value}")
            raise BadAnswers(f"'{said}' is not one of the practical questions and their answers.")
    if progress.riasec:
        checked(progress.riasec)


def _fits(answer: Answer, number: int, quiz: Quiz) -> None:
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
