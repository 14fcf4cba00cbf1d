"""The blocks of a page, the same for every format.

A text is only text. What it mentions stands beside it as links, and each format decides what becomes of them.
"""

from __future__ import annotations

from msgspec import Struct


class Link(Struct, frozen=True, omit_defaults=True):
    """Words that mention something with a page of its own, and the address of that page.

    The address is the command line that shows the page, without the name of the program: `show archivist`.
    If it is a source, *cites* is the whole citation, where the words are only a part of it, and *url* is where it is on
    the web.
    """

    text: str
    address: str
    cites: str = ""
    url: str = ""


class Title(Struct, frozen=True):
    """The title of the page."""

    text: str
    aside: str = ""
    links: tuple[Link, ...] = ()


class Heading(Struct, frozen=True):
    """The heading of a section of the page; *address* shows that section alone, if there is such a page."""

    text: str
    address: str = ""


class Para(Struct, frozen=True):
    """A paragraph; *quiet* is less prominent, *strong* more."""

    text: str
    quiet: bool = False
    strong: bool = False
    links: tuple[Link, ...] = ()


class Facts(Struct, frozen=True):
    """Labels, each with a text."""

    rows: tuple[tuple[str, str], ...]
    links: tuple[Link, ...] = ()


class Item(Struct, frozen=True):
    """An item of a list: a head, an aside to it, a body and labeled facts; *mark* is its number.

    A mark such as "[ ] 2" has a check box before the number. An item without a head is only a sentence.
    *address* is the page of what the head names; *links* are what the other texts mention.
    """

    head: str = ""
    aside: str = ""
    body: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    mark: str = ""
    address: str = ""
    links: tuple[Link, ...] = ()


class Columns(Struct, frozen=True):
    """A table: a head for each column, and rows of a label and a text for each column."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    links: tuple[Link, ...] = ()


class Items(Struct, frozen=True):
    """A list; in plain text each item is one line.

    A *compact* one has no blank lines between its items on a screen, and the facts of an item in one paragraph.
    """

    items: tuple[Item, ...]
    compact: bool = False


class Bars(Struct, frozen=True):
    """Labels with values, drawn as numbers with a bar each, which is full at *most*; the sign is the number's.

    *counts* are whole numbers without a sign.
    """

    rows: tuple[tuple[str, float], ...]
    links: tuple[Link, ...] = ()
    most: float = 1.0
    counts: bool = False


class Period(Struct, frozen=True):
    """A stretch of years under a *label*: drawn with *mark* from *begins* to *ends*, with a *note* beside it."""

    label: str
    begins: float
    ends: float
    mark: str
    note: str


class Timeline(Struct, frozen=True):
    """Stretches of time on one scale, years along the top."""

    periods: tuple[Period, ...]
    links: tuple[Link, ...] = ()


class Range(Struct, frozen=True):
    """A range under a *label*, from *low* to *high*, each also in words; *median* is marked, None has no mark.

    *note* tells the median in words, or why there is none.
    """

    label: str
    low: float
    high: float
    low_words: str
    high_words: str
    note: str
    median: float | None = None


class Ranges(Struct, frozen=True):
    """Ranges on one scale in one *unit*, drawn as bars between their ends; in text they are numbers."""

    rows: tuple[Range, ...]
    unit: str
    links: tuple[Link, ...] = ()


class Spot(Struct, frozen=True):
    """A place on a map under a *title*, in a *layer* from 0 on; *said* are short facts about it.

    *mark* says that the reader is there, *look* how it is framed: inside, edge or beyond. *address* is its page.
    """

    id: str
    title: str
    layer: int
    said: tuple[str, ...]
    look: str
    mark: str = ""
    address: str = ""


class Way(Struct, frozen=True):
    """A road of a map from the spot *start* to the spot *end*, which is in a later layer, with what is *said* of it.

    *after* is the part of that on time. *look* is its kind, *weight* how much it is used: 1 little, 2 more, 3 most.
    """

    start: str
    end: str
    said: str
    after: str
    look: str
    weight: int


class Map(Struct, frozen=True):
    """Spots and the ways between them; told in text from the spot *center* or, without one, from the first layer.

    *key* explains in words how the picture shows what is said.
    """

    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    key: tuple[str, ...]
    center: str = ""

    @property
    def links(self) -> tuple[Link, ...]:
        """The page of each spot."""
        return tuple(Link(spot.title, spot.address) for spot in self.spots if spot.address)


class Room(Struct, frozen=True):
    """Empty *lines* to write on by hand, after what is asked."""

    lines: int


class Next(Struct, frozen=True):
    """Commands to run next, each with what it shows; on a screen those without it share a line."""

    commands: tuple[tuple[str, str], ...]


class Verbatim(Struct, frozen=True):
    """Lines that keep their spaces and breaks, such as a source line with a mark under it."""

    text: str


Block = Title | Heading | Para | Facts | Columns | Items | Bars | Timeline | Ranges | Map | Room | Next | Verbatim
