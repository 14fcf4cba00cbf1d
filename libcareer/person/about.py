"""What a person told about themselves, kept for every command that can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.circumstances import NOTHING_TOLD, Circumstances
from libcareer.engines.paths.limits import HAVE, PRACTICAL
from libcareer.errors import SavedFileError
from libcareer.person import storage
from libcareer.person.home import ABOUT_NAME, ABOUT_VERSION, NoHomeFolder, home
from libcareer.person.storage import ABOUT_KIND, QUIZ_KIND

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LAST_QUIZ_VERSION = 2
"""The last version of results from which practical answers are taken over; all of them carry these."""


class SavedAbout(Struct, frozen=True):
    """What is kept about a person."""

    about: Circumstances = NOTHING_TOLD
    version: int = ABOUT_VERSION
    kind: str = ABOUT_KIND


class _LimitsInResult(Struct, frozen=True):
    """The practical limits in a result of the quiz, without the rest of it."""

    limits: dict[str, str] = {}


def about_file() -> Path:
    """The path of what is kept about a person."""
    return home() / ABOUT_NAME


def saved_about() -> Circumstances:
    """What the person told about themselves, `NOTHING_TOLD` if nothing is kept.

    As long as there is no such file, the practical answers in the last result of the quiz stand in for it.
    Without a home folder nothing is kept. Raises SavedFileError for a file that is not ours, damaged, or from
    a newer version.
    """
    try:
        kept = storage.read_saved(about_file(), SavedAbout, ABOUT_KIND, ABOUT_VERSION)
    except NoHomeFolder:
        return NOTHING_TOLD
    return kept.about if kept else _from_result()


def change_about(
    change: Callable[[Circumstances], Circumstances], tell: Callable[[str], None] | None = None
) -> tuple[Circumstances, Circumstances]:
    """Make a *change* to what is kept, and give what was kept before and what is now.

    *tell* gets a sentence if that takes long. Raises SavedFileError if the file cannot be written, or if there
    is one that is not ours, damaged, or from a newer version.
    """
    with storage.locked(about_file(), tell):
        before = saved_about()
        now = change(before)
        if now != before or (now != NOTHING_TOLD and not about_file().exists()):
            storage.write_saved(about_file(), SavedAbout(now))
    return before, now


def _from_result() -> Circumstances:
    """The practical answers that the last result of the quiz carries, as versions before this file kept them."""
    try:
        result = storage.read_saved(home() / "result.json", _LimitsInResult, QUIZ_KIND, LAST_QUIZ_VERSION)
    except SavedFileError:
        return NOTHING_TOLD
    answers = {question: answer for question, answer in result.limits.items() if answer} if result else {}
    limits = {question: answer for question, answer in answers.items() if question in PRACTICAL}
    return Circumstances(education=answers.get(HAVE), limits=limits)
