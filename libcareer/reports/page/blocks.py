"""What a page is made of: blocks of words, the same for every format."""

from __future__ import annotations

from msgspec import Struct


class Title(Struct, frozen=True):
    """What the page is about."""

    text: str
    aside: str = ""


class Heading(Struct, frozen=True):
    """The name of a part of the page."""

    text: str


class Para(Struct, frozen=True):
    """A paragraph; a *quiet* one steps back, a *strong* one is to be seen first."""

    text: str
    quiet: bool = False
    strong: bool = False


class Facts(Struct, frozen=True):
    """Labels with what they say."""

    rows: tuple[tuple[str, str], ...]


class Item(Struct, frozen=True):
    """One of several: a head, an aside to it, a sentence and labelled facts; *mark* is its number.

    A mark such as "[ ] 2" has a check box before the number. One without a head is a sentence among
    others, and is drawn as such.
    """

    head: str = ""
    aside: str = ""
    body: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    mark: str = ""


class Columns(Struct, frozen=True):
    """Several things side by side: a head for each, and rows of a label with what it says of each."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


class Items(Struct, frozen=True):
    """Several things of one kind; plain text has one a line."""

    items: tuple[Item, ...]


class Bars(Struct, frozen=True):
    """Values from -1 to 1 drawn to the left and right of nothing."""

    rows: tuple[tuple[str, float], ...]


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


class Next(Struct, frozen=True):
    """Commands to type next, and what each shows."""

    commands: tuple[tuple[str, str], ...]


class Verbatim(Struct, frozen=True):
    """Lines to be kept as they are, such as a source line with a mark under it."""

    text: str


Block = Title | Heading | Para | Facts | Columns | Items | Bars | Timeline | Next | Verbatim
