"""The pay tables, made from the Bureau's release of pay by state, area and industry (OEWS).

    python -m libcareer.knowledge.oews STATES METROS INDUSTRIES

writes the two files in `libcareer/data/pay/` anew. The three arguments are tab-separated files with one row for an
occupation in a place or an industry, as `docs/data.md` describes them. The same files give the same bytes.

The tables leave out what can be computed. A cell of pay is a yearly amount; the hourly one is that divided by 2,080
hours and rounded to cents. A `+` or `-` behind the amount says that the hourly figure released is one cent higher or
lower, and a `y` that only the yearly one was released. A lone `-` was not released at all.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.knowledge.disk import make_folder, read_file, replace_file
from libcareer.knowledge.folders import BUILT_IN
from libcareer.knowledge.hours import HOURS_A_YEAR
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Row = dict[str, str]
"""A row of the release by column."""

RELEASE = "May 2025\tbls-oews-2025"
"""The survey month of the release, and the id of its source."""

PLACES, AREAS, INDUSTRIES = "places.tsv", "areas.tsv", "industries.tsv"
"""The files: names of places, pay in each place, pay in each industry of the nation."""

COLUMNS = ("soc", "employment", "employment_rse", "p10", "median", "p90", "wage_rse", "jobs_per_1000", "quotient")
"""The columns of a row of the tables."""

NOTHING = "-"
NATION = "National"
LARGEST = 50_000_000
"""Bytes of a file of the release at most."""

KEPT = frozenset({
    "459200", "512000", "513000", "513100", "513200", "516000", "519200", "541000", "541100", "541500", "541600",
    "551000", "611100", "611200", "611300", "622000", "712000", "813000", "999100", "999200", "999300",
})  # fmt: skip
"""The industries that settings name in `settings.yaml`, by code."""

STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "GU": "Guam", "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan",
    "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina",
    "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "PR": "Puerto Rico",
    "RI": "Rhode Island", "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VI": "Virgin Islands", "VA": "Virginia", "WA": "Washington",
    "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
"""The states and territories by postal code."""

HYPHENATED = ("Winston-Salem", "Wilkes-Barre")
"""Towns with a hyphen in their name; other hyphens in the name of an area stand between towns."""

SHORTENED = (("St", "Saint"), ("Ste", "Sainte"), ("Fort", "Ft"), ("Mount", "Mt"))
"""Words that people write in two ways."""

NEW_YORK = "New York-"
"""What the name of the one area begins with whose town is known by other names."""

NATION_NAMES = ("US", "USA", "America", "nation", "national", "nationwide")

RURAL = " nonmetropolitan area"
"""What the name of an area ends with that has no large town; it may be followed by a word in brackets."""


def main() -> None:
    """Write the tables anew from the three files on the command line."""
    states, metros, industries = (list(rows(Path(name))) for name in sys.argv[1:4])
    folder = BUILT_IN / "pay"
    make_folder(folder, private=False)
    for name, text in tables(states + metros, industries).items():
        replace_file(folder / name, text.encode(), private=False)


def rows(path: Path) -> Iterator[Row]:
    """The rows of the tab-separated file at *path*; raises OSError if it cannot be read."""
    head, *lines = read_file(path, LARGEST).decode().splitlines()
    columns = head.split("\t")
    return (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


def tables(by_area: Iterable[Row], by_industry: Iterable[Row]) -> dict[str, str]:
    """The text of each file, from the rows of places and those of industries."""
    areas: dict[str, list[Row]] = defaultdict(list)
    for row in by_area:
        areas[row["area"]].append(row)
    industries: dict[str, list[Row]] = defaultdict(list)
    titles: dict[str, str] = {}
    for row in by_industry:
        if row["industry"] in KEPT:
            industries[row["industry"]].append(row)
            titles[row["industry"]] = row["industry_name"]
    ids = {name: id_of(name) for name in areas}
    return {
        PLACES: places(ids),
        AREAS: _sections({ids[name]: found for name, found in areas.items()}),
        INDUSTRIES: _sections({f"{code}\t{titles[code]}": found for code, found in industries.items()}),
    }


def _sections(found: dict[str, list[Row]]) -> str:
    lines = [f"# {RELEASE}", f"# {' '.join(COLUMNS)}"]
    for head in sorted(found):
        lines += [f"= {head}", *map(_line, sorted(found[head], key=lambda row: row["soc"]))]
    return "\n".join([*lines, "= end", ""])


def _line(row: Row) -> str:
    pay = [_pay(row[f"hour_{part}"], row[f"year_{part}"]) for part in ("p10", "median", "p90")]
    rest = [row[column] or NOTHING for column in ("wage_rse", "jobs_per_1000", "location_quotient")]
    return "\t".join((row["soc"], row["employment"], row["employment_rse"], *pay, *rest))


def _pay(hour: str, year: str) -> str:
    """A cell of pay. Raises ValueError if it cannot be written so, as an hourly figure without a yearly one."""
    if year == NOTHING:
        if hour != NOTHING:
            raise ValueError(f"hourly pay {hour} without yearly pay")
        return NOTHING
    if hour == NOTHING:
        return f"{year}y"
    return year + {0: "", 1: "+", -1: "-"}[round(float(hour) * 100) - cents(int(year))]


def cents(year: int) -> int:
    """The hourly pay in cents for pay of *year* dollars a year, rounded half up."""
    return (year * 100 + HOURS_A_YEAR // 2) // HOURS_A_YEAR


# ---------------------------------------------------------------------------- places


def id_of(name: str) -> str:
    """The id of the place called *name*: its words in lower case, joined by hyphens."""
    return "united-states" if name == NATION else "-".join(re.findall("[a-z0-9]+", name.lower()))


def places(ids: dict[str, str]) -> str:
    """The table of places: id, kind, name, ids of the states it lies in, and every folded name."""
    strong = {name: _full_names(name) for name in ids}
    taken = {fold(said) for names in strong.values() for said in names}
    lines = [f"# {RELEASE}", "# id kind name states names"]
    for name in sorted(ids, key=ids.__getitem__):
        weak = [folded for said in _short_names(name) if (folded := fold(said)) not in taken]
        called = sorted({*map(fold, (ids[name], *strong[name])), *weak})
        shown = "United States" if name == NATION else name
        inside = ",".join(id_of(state) for state in states_of(name))
        lines.append("\t".join((ids[name], kind_of(name), shown, inside, " ".join(called))))
    return "\n".join([*lines, ""])


def kind_of(name: str) -> str:
    """Whether the place called *name* is the nation, a state or an area."""
    return "nation" if name == NATION else "state" if name in STATES.values() else "area"


def states_of(name: str) -> tuple[str, ...]:
    """The names of the states in which the area called *name* lies, the main one first; none for a state itself."""
    if kind_of(name) != "area":
        return ()
    _, comma, codes = name.rpartition(", ")
    if comma:
        return tuple(STATES[code] for code in codes.split("-"))
    within = [state for state in STATES.values() if re.search(rf"\b{state}\b", name)]
    return (max(within, key=len),)


def _full_names(name: str) -> tuple[str, ...]:
    """The names that mean nothing else: the Bureau's own, and for a state its postal code."""
    if name == NATION:
        return ("United States", *NATION_NAMES)
    codes = [code for code, state in STATES.items() if state == name]
    return (name, *codes, f"{name} state") if codes else (name,)


def _short_names(name: str) -> Iterator[str]:
    """The names that other places may have as well: each town of an area, alone and with each state."""
    towns, comma, codes = name.rpartition(", ")
    if not comma:
        bare = re.sub(r" \(\w+\)$", "", name)
        if bare.endswith(RURAL):
            yield from (bare, bare.removesuffix(RURAL), bare.removesuffix(" area"))
        return
    if name.startswith(NEW_YORK):
        yield from ("NYC", "New York City")
    for town in dict.fromkeys(spelled for one in towns_of(towns) for spelled in _spelled(one)):
        yield town
        for code in codes.split("-"):
            yield from (f"{town} {code}", f"{town} {STATES[code]}")


def towns_of(towns: str) -> list[str]:
    """The towns in the name of an area: three in Albany-Schenectady-Troy."""
    for joined in HYPHENATED:
        towns = towns.replace(joined, joined.replace("-", "_"))
    found = re.split("-+|/", towns)
    return [town.replace("_", "-") for town in found if town]


def _spelled(town: str) -> Iterator[str]:
    """The ways to write a *town*."""
    plain = town.replace(".", "")
    yield plain
    for pair in SHORTENED:
        for one, other in (pair, pair[::-1]):
            if plain.startswith(f"{one} "):
                yield f"{other} {plain.removeprefix(one + ' ')}"


if __name__ == "__main__":
    main()
