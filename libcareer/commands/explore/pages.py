"""Pages in the explorer: section by section, then where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.commands.explore.spots import Item, Part, Spot, Turn, hanging
from libcareer.commands.prompts.question import Key, Option
from libcareer.reports.page import program
from libcareer.reports.page.formats import Format
from libcareer.reports.page.sections import NEXT, PageSection
from libcareer.reports.page.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.commands.explore.spots import Guide
    from libcareer.reports.page.blocks import Block, Link
    from libcareer.reports.page.render import Report

WHERE_NEXT = "where next"

CRUMBS = {
    "show": "jobs",
    "roles": "jobs",
    "related": "jobs",
    "compare": "compare jobs",
    "skills": "skills",
    "credentials": "degrees and certificates",
    "network": "whom to ask",
    "resources": "where to go",
    "ask": "questions",
    "title": "titles",
    "search": "words looked up",
    "path": "ways",
    "planb": "plan B",
    "translate": "in other words",
    "sources": "sources",
    "disputes": "where sources disagree",
    "changes": "what is changing",
    "occupations": "statistical occupations",
    "me": "about me",
    "plan": "my plan",
    "quiz": "the quiz",
}
"""Where the page of a command belongs."""

KINDS = {"show": "job", "skills": "skill", "credentials": "credential", "resources": "where to go", "sources": "source"}
"""What is said after a link that only names a record."""


class Page(Spot):
    """A page with its sections, and choices: the sections, then what the page leads to, then more *items*."""

    def __init__(
        self, address: str, report: Report, guide: Guide, items: Sequence[Item] = (), keys: Sequence[Key] = ()
    ) -> None:
        super().__init__()
        self.address = address
        self.keys = tuple(keys)
        self._guide = guide
        self._sections = _read(address, report)
        command = address.partition(" ")[0]
        titles = [section.title or command for section in self._sections]
        self.crumbs = (CRUMBS.get(command, command), titles[0])
        turns = [Option(title, Turn(number)) for number, title in enumerate(titles)] if titles[1:] else []
        known = [Option(item.words, item.destination) for item in items]
        addresses = {option.value for option in known} | {key.reply for key in keys} | {address}
        links = [link for link in report.links if link.address not in addresses]
        links.sort(key=lambda link: link.address.startswith("sources "))
        found = [Option(_link_words(link), link.address) for link in links]
        # What is found for some words comes before what else can be done with them.
        self.options = (*turns, *found, *known) if command == "search" else (*turns, *known, *found)
        self._turns = len(turns)
        self.parts = tuple(self._part(number, title) for number, title in enumerate(titles))
        if turns:
            self.parts += (Part(WHERE_NEXT, self._choices),)

    def _part(self, number: int, title: str) -> Part:
        section = self._sections[number]

        def lines(columns: int) -> Sequence[str]:
            found = list(_lines_of(section, columns, styled=self._guide.prompter.styled))
            if self._turns and number == 0:
                found += ["", *self._contents(columns)]
            elif not self._turns and self.options:
                found += ["", *self._choices(columns)]
            return found

        return Part(title, lines)

    def _contents(self, columns: int) -> Sequence[str]:
        """The other sections with their numbers, in a few lines."""
        turns = self.options[1 : self._turns]
        said = "  ".join(f"{number} {option.text}".replace(" ", "\xa0") for number, option in enumerate(turns, 2))
        return [line.replace("\xa0", " ") for line in wrapped(said, columns).split("\n")]

    def _choices(self, columns: int) -> Sequence[str]:
        """Where the page leads, with numbers."""
        lines = [*self._contents(columns), ""] if self._turns else []
        width = len(str(len(self.options)))
        for number, option in enumerate(self.options[self._turns :], self._turns + 1):
            lines += hanging(f"{number:>{width + 2}}  ", option.text, columns)
        return lines

    @property
    def choices(self) -> int:
        """The part that lists where the page leads."""
        return len(self.parts) - 1


def _read(address: str, report: Report) -> Sequence[PageSection]:
    """The sections to read one after another: all but the links to go on; a few that were asked for are one."""
    sections = [section for section in report.sections if section.title != NEXT or not section.links]
    sections = sections or list(report.sections)
    if " --section " not in address:
        return sections
    return [PageSection(sections[0].title, "", tuple(block for section in sections for block in section.blocks))]


def _link_words(link: Link) -> str:
    kind = KINDS.get(link.address.partition(" ")[0])
    own = " --" in link.address or ": " in link.text
    return f"{link.text} ({kind})" if kind and not own else link.text


def _lines_of(section: PageSection, columns: int, *, styled: bool) -> Sequence[str]:
    """The lines of a *section*: drawn, or in plain text for who reads line by line."""
    blocks: tuple[Block, ...] = program.page(section.blocks)
    if styled:
        from libcareer.reports.page.screen import drawn

        return drawn(blocks, columns).rstrip("\n").split("\n")
    from libcareer.reports.page.render import Report, text

    said: Any = text(Report("", blocks, None, (), ()), Format.PLAIN)
    lines = said.rstrip("\n").split("\n")
    return [part for line in lines for part in (wrapped(line, columns).split("\n") if line else [""])]
