"""Pay by place and by industry, as the Bureau of Labor Statistics released it.

The tables ship as text (see `libcareer.knowledge.oews` for their form and how they are made). They are large beside
what an answer needs of them: a table is read on first use, and only the rows of the place or industry asked for are
taken apart.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from libcareer.errors import LibcareerError
from libcareer.knowledge.hours import HOURS_A_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES, AREAS, INDUSTRIES = "places.tsv", "areas.tsv", "industries.tsv"
"""The tables: names of places, pay in each place, pay in each industry of the nation."""

TOP_HOUR, TOP_YEAR = 115.0, 239_200
"""Pay by the hour and by the year that means "at least this much" in a release (OEWS technical notes)."""

NOTHING = "-"
"""A cell that was not released."""

DAMAGED = "The pay tables cannot be read: {}. If they came with libcareer, install libcareer again."


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
        self._tables: dict[str, bytes] = {}
        self._sections: dict[tuple[str, str], bytes] = {}
        self._rows: dict[tuple[str, str, str], Row | None] = {}
        self._known: dict[str, PlaceRow | None] = {}

    # ------------------------------------------------------------------ places

    @cached_property
    def release(self) -> tuple[str, str]:
        """The survey month of the release, and the id of its source."""
        head = self._table(INDUSTRIES).partition(b"\n")[0].decode().removeprefix("# ")
        month, _, source = head.partition("\t")
        return month, source

    @cached_property
    def places(self) -> dict[str, PlaceRow]:
        """Every place of the release by id."""
        found = map(_place, self._lines)
        return {place.id: place for place in found}

    def place(self, id_: str) -> PlaceRow | None:
        """The place *id_*, without a look at the others; None if there is none."""
        if id_ not in self._known:
            table = self._table(PLACES)
            start = table.find(f"\n{id_}\t".encode(errors="replace"))
            found = _place(table[start + 1 : table.find(b"\n", start + 1)].decode()) if start >= 0 else None
            # An id that was changed by hand may have a tab in it, and match more than an id.
            self._known[id_] = found if found and found.id == id_ else None
        return self._known[id_]

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of the places with the folded *name*, without a look at other names."""
        table, found = self._table(PLACES), []
        # The two lines of the head have words of their own.
        head = table.find(b"\n", table.find(b"\n") + 1)
        for before in ("\t", " "):
            for after in (" ", "\n"):
                sought, start = f"{before}{name}{after}".encode(), head
                while name and (start := table.find(sought, start + 1)) >= 0:
                    line = table.rfind(b"\n", 0, start + 1) + 1
                    found.append(table[line : table.find(b"\t", line)].decode())
        return tuple(sorted(found))

    @cached_property
    def place_names(self) -> dict[str, list[str]]:
        """The ids of the places by folded name."""
        ids: dict[str, list[str]] = {}
        for line in self._lines:
            for name in line.rpartition("\t")[2].split():
                ids.setdefault(name, []).append(line.partition("\t")[0])
        return ids

    @cached_property
    def _lines(self) -> list[str]:
        return self._table(PLACES).decode().splitlines()[2:]

    # ------------------------------------------------------------------ figures

    def in_place(self, place: str, occupation: str) -> Row | None:
        """What was released for an *occupation*, by its code, in the place of this id; None if it has no row there."""
        return self._row(AREAS, place, occupation)

    def in_industry(self, industry: str, occupation: str) -> Row | None:
        """What was released for an *occupation* in an *industry* of the nation, by their codes; None without a row."""
        return self._row(INDUSTRIES, industry, occupation)

    @cached_property
    def industries(self) -> dict[str, str]:
        """The official name of each industry by its code."""
        heads = [line[2:] for line in self._table(INDUSTRIES).decode().splitlines() if line.startswith("= ")]
        return {code: name for code, _, name in (head.partition("\t") for head in heads[:-1])}

    def _row(self, file: str, section: str, occupation: str) -> Row | None:
        """The row of an *occupation* in a *section* of a *file*; roles that share an occupation share it."""
        key = file, section, occupation
        if key not in self._rows:
            self._rows[key] = _row(self._section(file, section), occupation)
        return self._rows[key]

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

    def _table(self, file: str) -> bytes:
        if file not in self._tables:
            try:
                self._tables[file] = self._read(file)
            except OSError as error:
                raise LibcareerError(DAMAGED.format(error.strerror)) from None
        return self._tables[file]


def _place(line: str) -> PlaceRow:
    try:
        id_, kind, name, states, _ = line.split("\t")
    except ValueError:
        raise LibcareerError(DAMAGED.format("a row is damaged")) from None
    return PlaceRow(id_, kind, name, tuple(states.split(",")) if states else ())


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
