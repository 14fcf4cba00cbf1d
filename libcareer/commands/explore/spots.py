"""Places in the explorer: parts of text that are read a screen at a time, and choices with numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from libcareer.commands.prompts.question import Key, Option, containing
from libcareer.reports.page.text import clean, wrapped

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.commands.prompts.question import Prompter

Lines = Callable[[int], Sequence[str]]
"""Lines for so many columns."""

NARROW = 60
"""On fewer columns what is said beside a choice stands after it."""


class Guide(Protocol):
    """What places need of the explorer."""

    catalog: Catalog
    prompter: Prompter

    def run(self, address: str) -> Spot | None:
        """Run the command at *address* and give the place that shows its answer, if it has one."""

    def say(self, words: str) -> None:
        """Tell a person something with the next screen."""


Destination = str | Callable[[Guide], "Spot | str | None"]
"""Where a choice leads: an address, or a function that finds the place or does something that needs none."""


class Part(NamedTuple):
    """A part of a spot, with the *title* that it has among the others."""

    title: str
    lines: Lines


class Turn(NamedTuple):
    """The choice of another part of the same spot."""

    part: int


class Spot:
    """Somewhere in the explorer, and how far a person has read there.

    *crumbs* say where it is, *question* what it asks. *address* is the command that shows the same, empty if
    there is none. *keys* are those of this spot alone.
    """

    crumbs: tuple[str, ...] = ()
    question: str = ""
    address: str = ""
    keys: tuple[Key, ...] = ()
    options: tuple[Option, ...] = ()
    parts: tuple[Part, ...] = ()

    def __init__(self) -> None:
        self.part = 0
        self.top = 0
        self._end = 0
        self._tops: list[int] = []
        self._columns = 0
        self._lines: Sequence[str] = ()

    def arrive(self, guide: Guide) -> None:
        """Make ready what the place shows now."""

    def narrowed(self, words: str) -> Spot | Destination | None:
        """Where *words* lead that a person types here; None if this place knows nothing of them."""
        return None

    @property
    def where(self) -> tuple[str, ...]:
        """The place and the part of it that is being read."""
        title = self.parts[self.part].title if self.parts else ""
        return (*self.crumbs, title) if self.part and title else self.crumbs

    # ------------------------------------------------------------------ reading

    def screen(self, columns: int, rows: int) -> Sequence[str]:
        """The lines that are being read, and in the last line what Enter shows next."""
        if columns != self._columns or not self._lines:
            self._lay_out(columns)
        lines = self._lines
        if len(lines) <= rows and len(self.parts) == 1:
            self.top, self._end = 0, len(lines)
            return lines
        self._end = _break(lines, self.top, max(1, rows - 1))
        return [*lines[self.top : self._end], self._then(columns)][:rows]

    def _lay_out(self, columns: int) -> None:
        before = len(self._lines)
        self._lines = tuple(self.parts[self.part].lines(columns))
        self._tops = []
        # On another width the same text is about as far down as it was.
        self.top = self.top * len(self._lines) // before if before else min(self.top, max(0, len(self._lines) - 1))
        self._columns = columns

    def _then(self, columns: int) -> str:
        """What Enter shows next, in short where there are few *columns*."""
        left = len(self._lines) - self._end
        if left:
            following = f"more ({left} lines)"
        else:
            following = self.parts[self.part + 1].title if self.part + 1 < len(self.parts) else "from the beginning"
        said = f"-- Enter: {following} --"
        return said if len(said) <= columns else "-- Enter: on --"

    def forward(self) -> bool:
        """Turn to the next screen, after the last one to the first; whether there is another one."""
        if self._end < len(self._lines):
            self._tops.append(self.top)
            self.top = self._end
            while self.top < len(self._lines) - 1 and not self._lines[self.top].strip():
                self.top += 1
            return True
        if len(self.parts) == 1 and self.top == 0:
            return False
        self.turn((self.part + 1) % len(self.parts))
        return True

    def backward(self) -> None:
        """Turn to the text above, if there is any."""
        if self.top:
            self.top = self._tops.pop() if self._tops else 0
        elif self.part:
            self.turn(self.part - 1)

    def turn(self, part: int) -> None:
        """Read another *part* from its beginning."""
        self.part, self.top, self._tops = part, 0, []
        self._lines, self._columns = (), 0


def _break(lines: Sequence[str], top: int, fits: int) -> int:
    """Where a screen of so many lines ends: rather after a blank line than in the middle of something."""
    end = min(top + fits, len(lines))
    if end == len(lines):
        return end
    blank = [at for at in range(top + fits * 2 // 3, end) if not lines[at].strip()]
    return blank[-1] + 1 if blank else end


class Item(NamedTuple):
    """A choice: its *words*, where it leads, and in an *aside* what is there."""

    words: str
    destination: Destination
    aside: str = ""


class Menu(Spot):
    """A question with choices; *items* are found out each time a person comes there.

    *named* says where words lead that a person types.
    """

    def __init__(
        self,
        crumbs: tuple[str, ...],
        question: str,
        items: Callable[[Guide], Sequence[Item]],
        named: Callable[[str], Destination | None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._named = named
        self.crumbs = crumbs
        self.question = question
        self._items = items

    def arrive(self, guide: Guide) -> None:
        """Find the choices out."""
        items = self._items(guide)
        self.options = tuple(Option(item.words, item.destination) for item in items)
        self.parts = (Part("", lambda columns: tuple(_listed(items, columns))),)
        self._lines = ()

    def narrowed(self, words: str) -> Spot | Destination | None:
        """Where *words* lead from this question."""
        return self._named(words)


class Picker(Menu):
    """A question which one of many records; *then* says where the id of one leads.

    *find* gives the ids that a name means. *beyond* says where words lead that no record has, None for nowhere.
    """

    def __init__(
        self,
        crumbs: tuple[str, ...],
        question: str,
        titles: dict[str, str],
        find: Callable[[str], Sequence[str]],
        then: Callable[[str], Destination],
        beyond: Callable[[str], Destination | None] | None = None,
    ) -> None:
        ids = sorted(titles, key=lambda id_: titles[id_].casefold())
        super().__init__(crumbs, question, lambda _: [Item(titles[id_], then(id_)) for id_ in ids])
        self._titles, self._find, self._then_at = titles, find, then
        self._beyond = beyond

    def narrowed(self, words: str) -> Spot | Destination | None:
        """The one record that *words* name or are part of, or a shorter list."""
        named = [id_ for id_ in self._find(words) if id_ in self._titles]
        options = [Option(title, id_) for id_, title in self._titles.items()]
        ids = named or [str(option.value) for option in containing(words, options)]
        if len(ids) > 1:
            titles = {id_: self._titles[id_] for id_ in ids}
            asked = f"{self.question} ({len(ids)} have '{words}')"
            return Picker(self.crumbs, asked, titles, self._find, self._then_at)
        if not ids and self._beyond:
            return self._beyond(words)
        return self._then_at(ids[0]) if ids else None


def _listed(items: Sequence[Item], columns: int) -> Sequence[str]:
    """*items* with their numbers; asides in a column of their own if there is room."""
    width = len(str(len(items)))
    column = max((len(item.words) for item in items if item.aside), default=0)
    lines: list[str] = []
    for number, item in enumerate(items, 1):
        start = f"{number:>{width + 2}}  "
        beside = f"{item.words:<{column}}   {item.aside}"
        if item.aside and columns >= NARROW and len(start) + len(beside) <= columns:
            lines.append(start + beside)
            continue
        colon = "" if item.words.endswith("?") else ":"
        said = f"{item.words}{colon} {item.aside}" if item.aside else item.words
        lines += hanging(start, said, columns)
    return lines


def hanging(start: str, words: str, columns: int) -> list[str]:
    """*words* after *start*, and under each other where they do not fit on one line."""
    indent = " " * min(len(start), columns // 4)
    return wrapped(start + clean(words), columns, indent).split("\n")
