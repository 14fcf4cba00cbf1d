"""A map as a picture: layers from left to right, and roads between them behind the places.

The order within each layer is found by the barycenter heuristic (Sugiyama, Tagawa and Toda 1981): a place stands near
the mean of the places that lead to it or that it leads to, so that few roads cross.
"""

from __future__ import annotations

import textwrap
from statistics import fmean
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.reports.page.blocks import Spot
from libcareer.reports.page.html.drawings import LETTER, Box, Drawing, Framed, Label, Stroke
from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.reports.page.blocks import Map, Way

PLACE, GAP = 200, 90
"""The width of a place, and of the room between two layers, in which the roads are."""

LINE, PADDING, APART = 18, 7, 14
"""The height of a line, the room around words, and the room between two places of a layer."""

SWEEPS = 8
"""How often the order of the layers is improved, forward and back in turns."""


class _Cell(Struct):
    """A place with its lines of text, and where it is."""

    spot: Spot
    title: list[str]
    said: list[str]
    x: float = 0.0
    y: float = 0.0

    @property
    def height(self) -> float:
        return (len(self.title) + len(self.said)) * LINE + 2 * PADDING

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def map_drawing(map_: Map, target: Callable[[str], str | None]) -> Drawing:
    """The picture of a map; each place leads to the *target* of its address, if there is one."""
    layers = _ordered(map_)
    times = _times(map_)
    cells = {spot.id: _cell(spot, times.get(spot.id, "")) for layer in layers for spot in layer}
    heights = [sum(cells[spot.id].height + APART for spot in layer) - APART for layer in layers]
    tallest = max(heights, default=0.0)
    for number, (layer, height) in enumerate(zip(layers, heights, strict=True)):
        y = (tallest - height) / 2 + 2
        for spot in layer:
            cell = cells[spot.id]
            cell.x, cell.y = number * (PLACE + GAP) + 2, y
            y += cell.height + APART
    width = len(layers) * (PLACE + GAP) - GAP + 4
    roads = [shape for way in map_.ways for shape in _road(way, cells[way.start], cells[way.end])]
    places = [_framed(cell, target(cell.spot.address)) for cell in cells.values()]
    lines = [line for words in map_.key for line in textwrap.wrap(clean(words), max(20, int(width / LETTER)))]
    key = [Label(0, tallest + 30 + number * LINE, line, look="key") for number, line in enumerate(lines)]
    shapes: tuple[Stroke | Framed | Label, ...] = (*roads, *places, *key)
    return Drawing("A map; the list below says the same", width, tallest + 20 + len(lines) * LINE, shapes)


def _times(map_: Map) -> dict[str, str]:
    """The time before the first way to each spot; none for the center, to which several ways lead."""
    times: dict[str, str] = {}
    for way in map_.ways:
        times.setdefault(way.end, way.after if way.end != map_.center else "")
    return times


def _cell(spot: Spot, time: str) -> _Cell:
    letters = int((PLACE - 2 * PADDING) / LETTER)
    said = [line for words in (time, *spot.said, spot.mark) if words for line in textwrap.wrap(clean(words), letters)]
    return _Cell(spot, textwrap.wrap(clean(spot.title), letters) or [""], said)


def _framed(cell: _Cell, target: str | None) -> Framed:
    look = f"place {cell.spot.look}{' here' if cell.spot.mark else ''}"
    shapes: list[Box | Label] = [Box(cell.x, cell.y, PLACE, cell.height, look)]
    y = cell.y + PADDING
    for number, words in enumerate((*cell.title, *cell.said)):
        y += LINE
        shapes.append(Label(cell.x + PADDING, y - 5, words, look="head" if number < len(cell.title) else ""))
    return Framed(target, tuple(shapes))


def _road(way: Way, start: _Cell, end: _Cell) -> tuple[Stroke, Stroke]:
    """A road as a curve that leaves and arrives level, and the point of its arrow."""
    x1, y1, x2, y2 = start.x + PLACE, start.middle, end.x - 8, end.middle
    bend = GAP / 2
    curve = f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
    point = f"M{x2:.0f} {y2 - 5:.0f}l8 5l-8 5z"
    return Stroke(curve, f"road {way.look} w{way.weight}"), Stroke(point, "point")


def _ordered(map_: Map) -> list[list[Spot]]:
    """The spots layer by layer, in an order in which few roads cross."""
    count = max((spot.layer for spot in map_.spots), default=-1) + 1
    layers = [[spot for spot in map_.spots if spot.layer == number] for number in range(count)]
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    for way in map_.ways:
        before.setdefault(way.end, []).append(way.start)
        after.setdefault(way.start, []).append(way.end)
    for sweep in range(SWEEPS):
        numbers = range(1, count) if sweep % 2 == 0 else range(count - 2, -1, -1)
        near = before if sweep % 2 == 0 else after
        for number in numbers:
            at = {spot.id: (place + 0.5) / len(layer) for layer in layers for place, spot in enumerate(layer)}
            layers[number] = _pulled(layers[number], at, near)
    return layers


def _pulled(layer: list[Spot], at: dict[str, float], near: dict[str, list[str]]) -> list[Spot]:
    """The spots of a *layer* by the mean of where those *near* each are; *at* tells where, from 0 to 1."""
    return sorted(layer, key=lambda spot: (fmean(at[id_] for id_ in near.get(spot.id, (spot.id,))), spot.title))
