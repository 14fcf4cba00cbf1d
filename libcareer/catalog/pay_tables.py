"""Pay by place and by industry, as the Bureau of Labor Statistics released it.

The tables ship as text (see `libcareer.knowledge.oews` for their form and how they are made). They are large beside
what an answer needs of them: a table is read on first use, and only the rows of the place or industry asked for are
taken apart.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Callable

HOURS_A_YEAR = 2080
"""Hours by which BLS turns hourly pay into yearly pay."""

TOP_HOUR, TOP_YEAR = 115.0, 239_200
"""Pay by the hour and by the year that means "at least this much" in a release (OEWS technical notes)."""

NOTHING = "-"
"""A cell that was not released."""

DAMAGED = "The pay tables of this installation cannot be read: {}. Install libcareer again."


class PlaceRow(NamedTuple):
    """A place: its *id*, its *kind* (nation, state or area), its *name*, and the ids of the states it lies in."""

    id: str
    kind: str
    name: str
    states: tuple[str, ...]


class Cell(NamedTuple):
    """One amount of pay by the *hour* in US dollars and by the *year*; None where it was not released."""

    hour: float | None
    year: int | None


class Row(NamedTuple):
    """What was released for one occupation in one place or industry; None for a cell that was left out.

    *low*, *median* and *high* are the 10th, 50th and 90th percentiles of pay. *posts_error* and *pay_error* are
    relative standard errors of the number of posts and of mean pay, in percent. *per_thousand* are posts among 1,000
    jobs of the place; the *quotient* is that share divided by the nation's.
    """

    posts: int | None
    posts_error: float | None
    low: Cell
    median: Cell
    high: Cell
    pay_error: float | None
    per_thousand: float | None
    quotient: float | None


class PayTables:
    """Pay by place and by industry; each table is read on first use."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """Take the tables from *read*, which gives the bytes of the file of a name."""
        self._read = read

    # ------------------------------------------------------------------ places

    @cached_property
    def release(self) -> tuple[str, str]:
        """The survey month of the release, and the id of its source."""
        month, source = self._lines[0].removeprefix("# ").split("\t")
        return month, source

    @cached_property
    def places(self) -> dict[str, PlaceRow]:
        """Every place of the release by id."""
        rows = (line.split("\t") for line in self._lines[2:])
        return {
            id_: PlaceRow(id_, kind, name, tuple(states.split(",")) if states else ())
            for id_, kind, name, states, _ in rows
        }

    @cached_property
    def place_names(self) -> dict[str, list[str]]:
        """The ids of the places by folded name."""
        ids: dict[str, list[str]] = {}
        for line in self._lines[2:]:
            for name in line.rpartition("\t")[2].split():
                ids.setdefault(name, []).append(line.partition("\t")[0])
        return ids

    @cached_property
    def _lines(self) -> list[str]:
        return self._table("places.tsv").decode().splitlines()

    # ------------------------------------------------------------------ figures

    def in_place(self, place: str, occupation: str) -> Row | None:
        """What was released for an *occupation*, by its code, in the place of this id; None if it has no row there."""
        return _row(self._section("areas.tsv", place), occupation)

    def in_industry(self, industry: str, occupation: str) -> Row | None:
        """What was released for an *occupation* in an *industry* of the nation, by their codes; None without a row."""
        return _row(self._section("industries.tsv", industry), occupation)

    @cached_property
    def industries(self) -> dict[str, str]:
        """The official name of each industry by its code."""
        heads = [line[2:] for line in self._table("industries.tsv").decode().splitlines() if line.startswith("= ")]
        return {code: name for code, _, name in (head.partition("\t") for head in heads[:-1])}

    def _section(self, file: str, name: str) -> bytes:
        """The lines of a *file* about the place or industry called *name*; empty if there is none."""
        if (file, name) not in self._sections:
            table = self._table(file)
            head = f"\n= {name}".encode()
            start = table.find(head + b"\n")
            if start < 0:
                start = table.find(head + b"\t")
            self._sections[file, name] = b"" if start < 0 else table[start + 1 : table.find(b"\n= ", start + 1) + 1]
        return self._sections[file, name]

    @cached_property
    def _sections(self) -> dict[tuple[str, str], bytes]:
        return {}

    def _table(self, file: str) -> bytes:
        if file not in self._tables:
            try:
                self._tables[file] = self._read(file)
            except OSError as error:
                raise LibcareerError(DAMAGED.format(error.strerror)) from None
        return self._tables[file]

    @cached_property
    def _tables(self) -> dict[str, bytes]:
        return {}


def _row(section: bytes, occupation: str) -> Row | None:
    start = section.find(f"\n{occupation}\t".encode())
    if start < 0:
        return None
    line = section[start + 1 : section.find(b"\n", start + 1)].decode()
    try:
        _, posts, posts_error, low, median, high, error, per_thousand, quotient = line.split("\t")
        return Row(
            posts=None if posts == NOTHING else int(posts),
            posts_error=_number(posts_error),
            low=_cell(low),
            median=_cell(median),
            high=_cell(high),
            pay_error=_number(error),
            per_thousand=_number(per_thousand),
            quotient=_number(quotient),
        )
    except ValueError:
        raise LibcareerError(DAMAGED.format("a row is damaged")) from None


def _number(cell: str) -> float | None:
    return None if cell == NOTHING else float(cell)


def _cell(cell: str) -> Cell:
    """The amounts in a *cell*, such as 62090, 62090+, 62090y or -."""
    if cell == NOTHING:
        return Cell(None, None)
    if cell.endswith("y"):
        return Cell(None, int(cell[:-1]))
    year = int(cell.rstrip("+-"))
    # Integers: BLS rounds half up, and binary fractions would not.
    cents = (year * 100 + HOURS_A_YEAR // 2) // HOURS_A_YEAR + cell.count("+") - cell.count("-")
    return Cell(cents / 100, year)
