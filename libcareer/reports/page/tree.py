"""A map told as an indented tree, in which each way is told once and each spot in full once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.reports.page.blocks import Map, Spot, Way

TOWARD, ONWARD, PAST = "Ways to it", "Ways on", "Ways past it"
"""What stands above the three parts around a center."""

ABOVE = "told above"
"""What is said of a spot that the tree has told already."""


class Branch(Struct, frozen=True):
    """A line of the tree at a *depth* from 0 on: a *head*, and what is *said* of it; *id* is that of a spot."""

    depth: int
    head: str
    said: str = ""
    id: str = ""


def branches(map_: Map) -> tuple[Branch, ...]:
    """The lines of the tree of a map: from its center or, without one, from every spot that no way leads to."""
    return tuple(_Tree(map_).lines())


class _Tree:
    def __init__(self, map_: Map) -> None:
        self.map = map_
        self.spots = {spot.id: spot for spot in map_.spots}
        self.from_: dict[str, list[Way]] = {}
        for way in map_.ways:
            self.from_.setdefault(way.start, []).append(way)
        self.told: set[str] = set()

    def lines(self) -> Iterator[Branch]:
        if self.map.center:
            yield from self.around(self.spots[self.map.center])
        else:
            reached = {way.end for way in self.map.ways}
            for spot in self.map.spots:
                if spot.id not in reached:
                    yield from self.down(spot, 0, "")

    def around(self, center: Spot) -> Iterator[Branch]:
        yield self.line(center, 0, "")
        toward = [way for way in self.map.ways if way.end == center.id]
        if toward:
            yield Branch(1, TOWARD)
            for way in toward:
                yield self.line(self.spots[way.start], 2, way.said)
        if self.from_.get(center.id):
            yield Branch(1, ONWARD)
            yield from self.onward(center, 2)
        past = [way for way in self.map.ways if self.spots[way.start].layer < center.layer and way.end != center.id]
        if past:
            yield Branch(1, PAST)
            for way in past:
                start, end = self.spots[way.start], self.spots[way.end]
                yield Branch(2, f"{start.title} to {end.title}", way.said)

    def down(self, spot: Spot, depth: int, said: str) -> Iterator[Branch]:
        known = spot.id in self.told
        yield self.line(spot, depth, said)
        if not known:
            yield from self.onward(spot, depth + 1)

    def onward(self, spot: Spot, depth: int) -> Iterator[Branch]:
        for way in self.from_.get(spot.id, ()):
            yield from self.down(self.spots[way.end], depth, way.said)

    def line(self, spot: Spot, depth: int, said: str) -> Branch:
        about = (ABOVE,) if spot.id in self.told else tuple(filter(None, (*spot.said, spot.mark)))
        self.told.add(spot.id)
        return Branch(depth, spot.title, "; ".join(filter(None, (said, *about))), spot.id)
