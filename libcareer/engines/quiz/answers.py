"""Answers that were written down: read from a file, and made to fit a quiz that has changed since.

An option that the quiz no longer has is taken off the screen where it was passed over. An answer that
chose it is set aside, because what it says can no longer be told. Everything else stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import MOST_SHOWN
from libcareer.engines.quiz.interest_profiler import SHORT_FORM, checked_scores
from libcareer.engines.quiz.interview import Lost, Progress
from libcareer.engines.quiz.limits import is_answer, practical_questions
from libcareer.errors import BadAnswers, short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.quiz.engine import Quiz

QUIZ_VERSION = 2
"""The version of written answers. In version 1, later screens had one favorite and the least liked of nine."""

MOST_ANSWERS = max(MOST_SHOWN, 18)
"""The most answers that any version of the quiz asked for."""


class AnswerFile(Struct):
    """The part of a result in JSON that the quiz reads again; the answers may be in any order.

    An exported result says whether it is *complete*, a saved one whether it is *done*.
    """

    answers: tuple[Answer, ...]
    limits: dict[str, str] = {}
    seed: int | None = None
    riasec: dict[str, int] = {}
    version: int = 1
    riasec_items: int = SHORT_FORM
    complete: bool = False
    done: bool = False


class SharedAnswers(Struct, frozen=True):
    """The answers of a person who is not named: what was shown and chosen, and nothing else about them."""

    answers: tuple[Answer, ...]
    seed: int
    version: int = QUIZ_VERSION
    kind: str = "libcareer answers"


def shared_answers(progress: Progress) -> bytes:
    """The answers in *progress* as JSON to share: without limits, scores and dates."""
    record = SharedAnswers(progress.answers, progress.seed)
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def answers_from_json(data: bytes, quiz: Quiz) -> Progress:
    """The progress in a JSON file of answers, without what the *quiz* no longer has.

    Raises BadAnswers if *data* is not such a file, is from a newer version, or does not fit the *quiz*.
    """
    try:
        file = msgspec.json.decode(data, type=AnswerFile)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadAnswers(f"The answers cannot be read as JSON: {error}.") from None
    if file.version > QUIZ_VERSION:
        raise BadAnswers("The answers were written by a newer libcareer. Update libcareer to read them.")
    done = file.complete or file.done
    progress = fitted(
        Progress(file.seed or 0, file.answers, file.limits, file.riasec, file.riasec_items, done=done), quiz
    )
    check_progress(progress, quiz)
    return progress


# ---------------------------------------------------------------------------- a quiz that has changed


def fitted(progress: Progress, quiz: Quiz) -> Progress:
    """*progress* without the options and limits that *quiz* does not have, and with the count of what is lost.

    Raises BadAnswers if no answer is left, because then they are answers to another quiz.
    """
    unknown = set(unknown_options(progress.answers, quiz))
    pairs = [(answer, _without(answer, unknown)) for answer in progress.answers]
    answers = tuple(left for _, left in pairs if left)
    if unknown and not any(answer.picks for answer in answers):
        raise BadAnswers(f"Nothing is left of the answers without '{short(min(unknown))}', which this quiz lacks.")
    asked = practical_questions(quiz.catalog)
    limits = {id_: value for id_, value in progress.limits.items() if is_answer(asked, id_, value)}
    lost = Lost(
        options=sum(len(answer.options) - len(left.options) for answer, left in pairs if left),
        answers=sum(bool(answer.picks) for answer, left in pairs if left is None),
        limits=len(progress.limits) - len(limits),
    )
    return replace(progress, answers=answers, limits=limits, lost=lost)


def unknown_options(answers: Iterable[Answer], quiz: Quiz) -> list[str]:
    """The options in *answers* that *quiz* does not have, sorted."""
    return sorted({option for answer in answers for option in answer.options if option not in quiz.options})


def _without(answer: Answer, unknown: set[str]) -> Answer | None:
    """*answer* with the *unknown* options taken off its screen; None if it chose one, or everything that is left."""
    if unknown.isdisjoint(answer.options):
        return answer
    options = tuple(option for option in answer.options if option not in unknown)
    if answer.least in unknown or unknown.intersection(answer.picks) or len(options) <= len(answer.picks):
        return None
    return replace(answer, options=options)


# ---------------------------------------------------------------------------- what cannot have been answered


def check_progress(progress: Progress, quiz: Quiz) -> None:
    """Raise BadAnswers if *progress* cannot have come from *quiz*."""
    for number, answer in enumerate(progress.answers, 1):
        _check_answer(answer, number, quiz)
    repeated = _repeated(option for answer in progress.answers for option in answer.options)
    if repeated:
        raise BadAnswers(f"The option '{repeated}' is on two screens; each may be shown only once.")
    if len(progress.answers) > MOST_ANSWERS:
        raise BadAnswers(f"There are {len(progress.answers)} answers; the quiz has at most {MOST_ANSWERS} screens.")
    if progress.riasec:
        checked_scores(progress.riasec, progress.riasec_items)


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
