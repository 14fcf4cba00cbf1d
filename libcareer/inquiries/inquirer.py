"""Who asks, and what they get."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from libcareer.errors import LibcareerError, SeveralNames, UnknownName, WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.reports.page.render import Report

Found = TypeVar("Found", covariant=True)


class Answer(Generic[Found]):
    """What an engine *found*, and the *report* of it."""

    # Written out: every page imports this module, and a NamedTuple takes half a millisecond to make.
    __slots__ = ("found", "report")

    def __init__(self, found: Found, report: Report) -> None:
        self.found = found
        self.report = report


class Inquirer:
    """Somebody who asks with what *catalog* knows, on the day *today*; *notes* are what is said beside the answer.

    This one is a program: nobody is there who could be asked back, and nothing is kept about anybody. The command
    line has another one, who can be asked and about whom something may be kept.
    """

    anyone = False
    """Whether what is kept is left out for once."""

    def __init__(self, catalog: Catalog, today: date) -> None:
        self.catalog = catalog
        self.today = today
        self.notes: list[str] = []

    def note(self, words: str) -> None:
        """Take *words* that say something beside the answer."""
        self.notes.append(words)

    def misspelled(self, index: Index, word: str, close: str, doing: str) -> str | None:
        """The id to take for a *word* with a slip that is *close* to a name; None takes none."""
        return None

    def read_as_title(self, index: Index, word: str, id_: str, doing: str) -> str:
        """The id to take for a *word* that no record has as a name, and that means *id_* as the title of a post."""
        return id_

    def chosen(self, index: Index, unclear: SeveralNames | UnknownName) -> str | None:
        """The id that is meant among those that an *unclear* name can mean; None if nobody says."""
        return None

    def chosen_job(self, word: str, jobs: Sequence[tuple[str, str]]) -> str | None:
        """The code of the job that *word* means among *jobs*, each a code and a title; None if nobody says."""
        return None

    def picked_role(self, question: str, missing: str) -> str:
        """The id of a role where none is named; *missing* is what the command line calls the name.

        Raises WrongUsage if nobody picks one.
        """
        raise WrongUsage(f"Name a role: {missing} is missing.")

    def kept(self) -> Circumstances:
        """What is kept about the person."""
        from libcareer.engines.paths.circumstances import NOTHING_TOLD

        return NOTHING_TOLD

    def kept_home(self) -> Circumstances | None:
        """Where the person lives, None if that is not kept; cheaper than all that is kept."""
        return None

    def skills_from_quiz(self) -> list[str]:
        """The skills of the options chosen in the last quiz; raises LibcareerError if there are none."""
        some = self.catalog.pack.examples
        such = f" --skill {some.skill}, or --from {some.start}" if some else " --skill SKILL, or --from ROLE"
        raise LibcareerError(f"Say what you can do:{such}; `libcareer quiz` finds out as well.")
