"""Saved answers, checked before a command goes on with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.quiz.interview import check_progress, unknown_options
from libcareer.errors import BadAnswers, LibcareerError, SavedFileError, either, short

if TYPE_CHECKING:
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import Progress


def check_saved(saved: Progress, quiz: Quiz) -> None:
    """Raise LibcareerError if *quiz* lacks options of the *saved* progress, SavedFileError if that is damaged."""
    if unknown := unknown_options(saved.answers, quiz):
        lacking = either([short(option) for option in unknown[:3]])
        raise LibcareerError(f"Your saved answers name things this knowledge lacks: {lacking}. Take the quiz again.")
    try:
        check_progress(saved, quiz)
    except BadAnswers as error:
        raise SavedFileError(f"Your saved answers are damaged. {error} `libcareer forget` removes them.") from None
