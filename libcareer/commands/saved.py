"""Saved answers, checked before a command goes on with them, and practical answers that need not be given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.commands.options import complain
from libcareer.engines.quiz.interview import check_progress, converse, unknown_options
from libcareer.errors import BadAnswers, LibcareerError, SavedFileError, either, short

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import Asker, Progress, Questionnaire


def check_saved(saved: Progress, quiz: Quiz) -> None:
    """Raise LibcareerError if *quiz* lacks options of the *saved* progress, SavedFileError if that is damaged."""
    if unknown := unknown_options(saved.answers, quiz):
        lacking = either([short(option) for option in unknown[:3]])
        raise LibcareerError(f"Your saved answers name things this knowledge lacks: {lacking}. Take the quiz again.")
    try:
        check_progress(saved, quiz)
    except BadAnswers as error:
        raise SavedFileError(f"Your saved answers are damaged. {error} `libcareer forget` removes them.") from None


def converse_once(
    catalog: Catalog, quiz: Questionnaire, progress: Progress, asker: Asker, keep: Callable[[Progress], None]
) -> tuple[Progress, bool]:
    """`converse`, without the practical questions whose answers are known; those that are new are kept."""
    known = _known_limits(catalog)
    progress = replace(progress, limits={**known, **progress.limits})
    progress, through = converse(quiz, progress, asker, keep)
    if any(answer and known.get(question) != answer for question, answer in progress.limits.items()):
        _keep_limits(catalog, progress.limits)
    return progress, through


def _known_limits(catalog: Catalog) -> dict[str, str]:
    """The answers to practical questions that are known of the person; none if they cannot be read."""
    from libcareer.engines.quiz.known import known_answers
    from libcareer.person.about import saved_about

    try:
        return known_answers(catalog, saved_about())
    except SavedFileError as error:
        complain(f"{error} Going on without what is kept about you.")
        return {}


def _keep_limits(catalog: Catalog, answers: dict[str, str]) -> None:
    """Keep the *answers* to practical questions for other commands; complain if that fails."""
    from libcareer.engines.quiz.known import with_answers
    from libcareer.person.about import change_about

    try:
        change_about(lambda told: with_answers(catalog, told, answers), complain)
    except SavedFileError as error:
        complain(f"{error} What limits you is kept with this quiz only.")
