"""Where every method of a guide asks: with its knowledge, for a day, and in the words of its profession."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from libcareer.guide.checked import checked
from libcareer.guide.result import Result

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from libcareer.inquiries.inquirer import Answer, Inquirer

Found = TypeVar("Found")
Made = TypeVar("Made")


class Desk:
    """The knowledge that a guide answers from."""

    @checked
    def __init__(self, folder: str | Path | None = None) -> None:
        """Read the knowledge in *folder*, laid over the built-in one as --data does it; None is the built-in alone.

        `~` is the home folder. The variable LIBCAREER_DATA plays no part. Raises LibcareerError if there is no such
        folder, and BadData with every problem in its files.
        """
        from libcareer.catalog import load
        from libcareer.knowledge.homes import expanded

        self.catalog = load(None if folder is None else expanded(folder))

    def _spoken(self, make: Callable[[], Made]) -> Made:
        """What *make* makes in the words of the profession that the knowledge is about.

        Every answer is computed and every page is written in here, and nowhere else.
        """
        from libcareer.knowledge.packs import writing_about

        with writing_about(self.catalog.pack):
            return make()

    def _asked(self, inquiry: Callable[[Inquirer], Answer[Found]], today: date | None = None) -> Result[Found]:
        """The result of an *inquiry* by a program on the day *today*, by default the real one."""
        from libcareer.inquiries.inquirer import Inquirer

        inquirer = Inquirer(self.catalog, today or date.today())
        answer = self._spoken(lambda: inquiry(inquirer))
        return Result(answer.found, answer.report, self._spoken, tuple(inquirer.notes))
