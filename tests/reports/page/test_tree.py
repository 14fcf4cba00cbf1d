"""A map told as a tree: every way once, every spot in full once."""

from __future__ import annotations

from libcareer.reports.page.blocks import Map, Spot, Way
from libcareer.reports.page.tree import ABOVE, Branch, branches


def _map(layers: str, ways: str, center: str = "") -> Map:
    spots = tuple(Spot(name, name.upper(), int(layer), (f"pay {name}",), "inside") for name, layer in layers.split())
    roads = tuple(Way(start, end, f"{start}-{end}", "", "up", 3) for start, end in ways.split())
    return Map(spots, roads, (), center)


def test_a_map_without_a_center_is_told_from_the_spots_that_no_way_leads_to() -> None:
    assert branches(_map("a0 b1 c1 d0", "ab ac")) == (
        Branch(0, "A", "pay a", "a"),
        Branch(1, "B", "a-b; pay b", "b"),
        Branch(1, "C", "a-c; pay c", "c"),
        Branch(0, "D", "pay d", "d"),
    )


def test_a_map_with_a_center_is_told_from_it_in_both_directions() -> None:
    assert branches(_map("a0 c1 e2 f3", "ac ce ef", "c")) == (
        Branch(0, "C", "pay c", "c"),
        Branch(1, "Ways to it"),
        Branch(2, "A", "a-c; pay a", "a"),
        Branch(1, "Ways on"),
        Branch(2, "E", "c-e; pay e", "e"),
        Branch(3, "F", "e-f; pay f", "f"),
    )


def test_a_way_past_the_center_is_told_as_well() -> None:
    assert branches(_map("a0 c1 e2", "ac ce ae", "c"))[-2:] == (Branch(1, "Ways past it"), Branch(2, "A to E", "a-e"))


def test_a_spot_that_several_ways_lead_to_is_told_in_full_once() -> None:
    told = branches(_map("a0 b1 c1 d2 e3", "ab ac bd cd de"))
    assert [line.said for line in told if line.head == "D"] == ["b-d; pay d", f"c-d; {ABOVE}"]
    assert [line.head for line in told].count("E") == 1


def test_every_way_is_told_exactly_once() -> None:
    map_ = _map("a0 b0 c1 d2 e2 f3", "ac bc cd ce df ef ad", "c")
    said = " ".join(line.said for line in branches(map_))
    for way in map_.ways:
        assert said.count(way.said) == 1
