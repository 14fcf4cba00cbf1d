"""A map of careers as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited
from libcareer.reports.page.blocks import Map, Spot, Way
from libcareer.reports.page.render import Block, Next, Para, Report, Title
from libcareer.reports.words import (
    MOVE,
    USUAL,
    cite_words,
    counted,
    listed,
    median_words,
    pay_cells,
    place_of_pay,
    years_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from libcareer.engines.choosing.map import CareerMap, MapPlace, Road
    from libcareer.engines.pay.figures import PayFigure

HERE = "you are here"
"""The mark of the place in which a person is."""

WEIGHT = {"usual": 3, "sometimes": 2, "rare": 1}
"""How a road is drawn by how usual the move is."""

MAP_COLUMNS = ("start", "end", "kind", "usual", "years_low", "years_high", "end_title", "end_place", "pay_median",
               "pay_unit", "pay_place", "pay_proxy")  # fmt: skip


def map_report(found: CareerMap) -> Report:
    """The places and roads of a map, what it leaves out, and how to go on from it."""
    if not found.places:
        return Report(
            "map", (Title(f"Map: {found.about}"), Para("No role is in it.")), found, MAP_COLUMNS, (), found=False
        )
    blocks: list[Block] = [
        Title(f"Map: {found.about}", _size(found)),
        Map(
            tuple(_spot(place, found) for place in found.places),
            tuple(map(_way, found.roads)),
            _key(),
            found.center or "",
        ),
        Para(NOTE, quiet=True),
    ]
    if found.left_out:
        more = f"{counted(found.left_out, 'move')} {'is' if found.left_out == 1 else 'are'}"
        why = "because a map shows only moves from one column to a later one, and has room for thirty roles"
        blocks.append(Para(f"{more} left out, {why}. The page of each role has all of its moves."))
    if figures := [place.pay for place in found.places if place.pay and not place.pay.proxy]:
        blocks.append(Para(_pay_note(figures), quiet=True, links=cited(dict.fromkeys(each.source for each in figures))))
    blocks.append(Next(tuple(_next(found))))
    return Report("map", tuple(blocks), found, MAP_COLUMNS, tuple(_row(road, found) for road in found.roads))


NOTE = "How usual a move is and the years before it are editorial estimates."
"""What the facts of the roads rest on."""


def _pay_note(figures: Sequence[PayFigure]) -> str:
    """What the pay of the places is: medians of a year from their sources, and of which places."""
    years = listed(list(dict.fromkeys(each.year for each in figures)))
    where = listed(list(dict.fromkeys(place_of_pay(each) for each in figures if each.place)))
    sources = "; ".join(dict.fromkeys(cite_words(each.source) for each in figures))
    return f"Pay is the median{f' {where}' if where else ''} of {years}. Sources: {sources}."


def _size(found: CareerMap) -> str:
    return f"{counted(len(found.places), 'role')}, {counted(len(found.roads), 'move')}"


def _key() -> tuple[str, ...]:
    pack = current_pack()
    return (
        "A solid road is a step up, a dashed one leads sideways or into a specialty. Thick roads are usual, thin rare.",
        f"A dashed frame is {pack.beyond}, a shaded place {pack.edge}. Years are those in the job before, on the most "
        "usual road.",
    )


def _spot(place: MapPlace, found: CareerMap) -> Spot:
    said = [median_words(place.pay) if place.pay else "no pay figure"]
    if place.place != "inside":
        said.append(current_pack().places[place.place])
    mark = HERE if place.id == found.here else ""
    return Spot(place.id, place.title, place.layer, tuple(said), place.place, mark, address(Kind.ROLE, place.id))


def _way(road: Road) -> Way:
    after = f"after {years_words(*road.years)}"
    said = f"{MOVE[road.kind]}, {USUAL[road.usual]}, {after}"
    return Way(road.start, road.end, said, after, road.kind, WEIGHT[road.usual])


def _next(found: CareerMap) -> Iterator[tuple[str, str]]:
    first = found.goal or found.center or found.places[-1].id
    yield f"libcareer show {first}", "the work, a day, pay, doubts"
    if found.goal and found.here:
        yield f"libcareer path {first} --from {found.here}", "the steps, with time and cost"
    else:
        yield f"libcareer related {first}", "jobs that use the same skills"


def _row(road: Road, found: CareerMap) -> tuple[object, ...]:
    end = next(place for place in found.places if place.id == road.end)
    return (road.start, road.end, road.kind, road.usual, *road.years, end.title, end.place, *pay_cells(end.pay))
