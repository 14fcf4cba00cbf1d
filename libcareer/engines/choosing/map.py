"""Maps of careers: roles as places in layers, and the moves that lead from one layer to a later one as roads.

A map has few places, so that it can be read. Which ones is decided by how usual their moves are, then by how soon
people make them. Moves within a layer or back are not on it; `left_out` counts the direct ones.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.path import path_from
from libcareer.engines.pay.figures import PayFigure, pay
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import MoveBrief
    from libcareer.engines.paths.situation import Stated

    _Layered = tuple[str, int]

MOST_PLACES = 30
"""The most places on a map."""

ROOM_FOR_RARE = 12
"""With so many places a map has none that only a rare move leads to or from."""

FIRST = (Usual.USUAL, Usual.SOMETIMES, Usual.RARE)
"""Moves that more people make come first."""


class MapPlace(Struct, frozen=True):
    """A role on a map: its layer, from 0, and its pay in the place asked for; None without a figure.

    *place* is inside, edge or beyond, as in the role.
    """

    id: str
    title: str
    cluster: str
    place: str
    layer: int
    pay: PayFigure | None


class Road(Struct, frozen=True):
    """A move from one role of the map to another: its kind, how usual it is, and the years before it."""

    start: str
    end: str
    kind: str
    usual: Usual
    years: tuple[float, float]


class CareerMap(Struct, frozen=True):
    """The places and roads around the role *center*, of the way to the role *goal*, or of a cluster; *about* names it.

    *here* is the role in which the person is, None if it is not known or not on the map. *left_out* counts moves
    between two places, or from or to the center, that are not shown.
    """

    about: str
    center: str | None
    goal: str | None
    here: str | None
    places: tuple[MapPlace, ...]
    roads: tuple[Road, ...]
    left_out: int


def map_around(catalog: Catalog, center: str, stated: Stated, most: int = MOST_PLACES) -> CareerMap:
    """The map around the role *center*: the ways to it, the ways on, and those after them while there is room.

    Rare moves are on it only where there are few others.
    """
    briefs = catalog.briefs
    onward = _ranked((center, move) for move in briefs[center].moves)
    leading = {move.to for _, move in onward}
    inward = _ranked(
        (start, move)
        for start in briefs
        for move in briefs[start].moves
        if move.to == center and start != center and start not in leading
    )
    layers = {center: 1}
    for usual, room in ((True, most), (False, min(most, ROOM_FOR_RARE))):
        ways = [(start, 0) for start, move in inward if (move.usual is not Usual.RARE) is usual]
        further = [(move.to, 2) for _, move in onward if (move.usual is not Usual.RARE) is usual]
        for id_, layer in _in_turns(ways, further):
            if len(layers) < room:
                layers.setdefault(id_, layer)
    after = _ranked((id_, move) for id_, layer in layers.items() if layer == 2 for move in briefs[id_].moves)
    for _, move in after:
        if len(layers) < most and move.usual is not Usual.RARE:
            layers.setdefault(move.to, 3)
    return _drawn(catalog, layers, stated, briefs[center].title, center=center)


def map_of_cluster(catalog: Catalog, cluster: str, stated: Stated, most: int = MOST_PLACES) -> CareerMap:
    """The map of the roles of a *cluster* by their levels; of many, those with the most moves among them."""
    briefs = catalog.briefs
    members = [id_ for id_ in briefs if briefs[id_].cluster == cluster]
    roads = dict.fromkeys(members, 0)
    for id_ in members:
        for move in briefs[id_].moves:
            if move.to in roads:
                roads[id_] += 1
                roads[move.to] += 1
    kept = sorted(sorted(members, key=lambda id_: (-roads[id_], briefs[id_].title))[:most])
    levels = sorted({briefs[id_].level for id_ in kept})
    layers = {id_: levels.index(briefs[id_].level) for id_ in kept}
    return _drawn(catalog, layers, stated, catalog.clusters[cluster].title)


def map_of_way(catalog: Catalog, goal: str, stated: Stated, most: int = MOST_PLACES) -> CareerMap:
    """The map of the way to the role *goal* that is recommended where a person *stated* to stand.

    Beside the posts of the way it has where else each of them leads, while there is room. Without a way it is the map
    around the goal.
    """
    found = path_from(catalog, goal, stated)
    posts = [*stated.posts[:1], *(step.id for step in (found.best.steps if found.best else ()) if step.kind == "work")]
    posts = list(dict.fromkeys((*posts, goal)))
    if found.best is None or len(posts) < 2:
        return map_around(catalog, goal, stated, most)
    layers = {post: number for number, post in enumerate(posts)}
    for start, move in _ranked((post, move) for post in posts[:-1] for move in catalog.briefs[post].moves):
        if len(layers) < most and move.usual is not Usual.RARE:
            layers.setdefault(move.to, layers[start] + 1)
    return _drawn(catalog, layers, stated, f"the way to {catalog.briefs[goal].title}", goal=goal)


def _ranked(moves: Iterable[tuple[str, MoveBrief]]) -> list[tuple[str, MoveBrief]]:
    """Moves with their starts: the usual ones first, then those made soonest."""
    return sorted(moves, key=lambda pair: (FIRST.index(pair[1].usual), pair[1].years, pair[1].to, pair[0]))


def _in_turns(first: Sequence[_Layered], second: Sequence[_Layered]) -> Iterator[_Layered]:
    """Both lists in turns, one of each, so that neither fills a map alone."""
    for pair in zip_longest(first, second):
        yield from (one for one in pair if one)


def _drawn(
    catalog: Catalog,
    layers: dict[str, int],
    stated: Stated,
    about: str,
    *,
    center: str | None = None,
    goal: str | None = None,
) -> CareerMap:
    """The map of the roles in their *layers*, which are numbered anew from 0 without gaps."""
    used = sorted({*layers.values()})
    layers = {id_: used.index(layer) for id_, layer in layers.items()}
    briefs = catalog.briefs
    places = tuple(
        MapPlace(
            id=id_,
            title=briefs[id_].title,
            cluster=catalog.clusters[briefs[id_].cluster].title,
            place=briefs[id_].place.value,
            layer=layers[id_],
            pay=pay(catalog, id_, stated.place),
        )
        for id_ in sorted(layers, key=lambda id_: (layers[id_], briefs[id_].title))
    )
    concern = [
        (start, move)
        for start in briefs
        for move in briefs[start].moves
        if (start in layers and move.to in layers) or center in (start, move.to)
    ]
    roads = tuple(
        Road(start, move.to, move.kind.value, move.usual, move.years)
        for start, move in _ranked(concern)
        if start in layers and layers[start] < layers.get(move.to, -1)
    )
    here = next((post for post in stated.posts[:1] if post in layers), None)
    return CareerMap(about, center, goal, here, places, roads, len(concern) - len(roads))
