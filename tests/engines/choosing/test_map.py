"""Maps: roles in layers, with the moves that lead from one layer to a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.choosing.map import MOST_PLACES, CareerMap, map_around, map_of_cluster, map_of_way
from libcareer.engines.paths.path import path_from
from libcareer.engines.paths.situation import NOTHING_STATED, Stated
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


def _layers(found: CareerMap) -> dict[str, int]:
    return {place.id: place.layer for place in found.places}


def _holds(catalog: Catalog, found: CareerMap, most: int = MOST_PLACES) -> None:
    """What is true of every map."""
    layers = _layers(found)
    assert 1 <= len(layers) <= most
    assert sorted({*layers.values()}) == list(range(len({*layers.values()})))
    known = {(start, move.to): move for start, brief in catalog.briefs.items() for move in brief.moves}
    for road in found.roads:
        assert layers[road.start] < layers[road.end]
        move = known[road.start, road.end]
        assert (road.kind, road.usual, road.years) == (move.kind, move.usual, move.years)
    forward = [pair for pair in known if pair[0] in layers and layers[pair[0]] < layers.get(pair[1], -1)]
    assert {(road.start, road.end) for road in found.roads} == set(forward)
    assert len(found.roads) == len(forward)


def test_every_role_has_a_map_with_its_ways_in_just_before_it(shipped: Catalog) -> None:
    for role in shipped.briefs:
        found = map_around(shipped, role, NOTHING_STATED)
        _holds(shipped, found)
        layers = _layers(found)
        for road in found.roads:
            if road.end == role:
                assert layers[road.start] == layers[role] - 1


@pytest.mark.parametrize("most", [1, 2, 5, 30])
def test_a_map_has_no_more_places_than_asked_for(shipped: Catalog, most: int) -> None:
    _holds(shipped, map_around(shipped, "library-technician", NOTHING_STATED, most), most)
    _holds(shipped, map_of_cluster(shipped, "support", NOTHING_STATED, most), most)


def test_a_usual_move_comes_before_a_rare_one(shipped: Catalog) -> None:
    found = map_around(shipped, "library-technician", NOTHING_STATED, 8)
    roads = [road for road in found.roads if road.start == "library-technician"]
    moves = shipped.briefs["library-technician"].moves
    assert {road.usual for road in roads} == {Usual.USUAL}
    assert any(move.usual is Usual.RARE for move in moves)


def test_every_cluster_has_a_map_by_level(shipped: Catalog) -> None:
    for cluster in shipped.clusters:
        found = map_of_cluster(shipped, cluster, NOTHING_STATED)
        _holds(shipped, found)
        for one in found.places:
            for other in found.places:
                levels = shipped.briefs[one.id].level, shipped.briefs[other.id].level
                assert (one.layer < other.layer) == (levels[0] < levels[1])


def test_the_map_of_a_way_has_its_posts_in_order_and_the_person_at_its_beginning(shipped: Catalog) -> None:
    stated = Stated(posts=("library-page",))
    found = map_of_way(shipped, "librarian", stated)
    _holds(shipped, found)
    best = path_from(shipped, "librarian", stated).best
    assert best
    posts = ["library-page", *(step.id for step in best.steps if step.kind == "work"), "librarian"]
    layers = _layers(found)
    assert [layers[post] for post in posts] == list(range(len(posts)))
    assert (found.here, found.goal) == ("library-page", "librarian")


def test_a_map_counts_the_moves_that_it_leaves_out(tiny: Catalog) -> None:
    found = map_around(tiny, "librarian", NOTHING_STATED)
    places = _layers(found)
    between = [
        (start, move.to)
        for start, brief in tiny.briefs.items()
        for move in brief.moves
        if (start in places and move.to in places) or "librarian" in (start, move.to)
    ]
    assert found.left_out == len(between) - len(found.roads)


# ---------------------------------------------------------------------------- the command


def test_the_command_tells_a_tree_and_says_where_the_person_is(run: Run) -> None:
    said = run("map", "librarian", "--from", "page").stdout
    assert "you are here" in said
    assert "Librarian" in said


def test_without_a_role_the_map_is_around_the_one_that_is_kept(run: Run) -> None:
    run("me", "--from", "technician")
    said = run("map").stdout
    assert said.startswith("Map: ")
    assert "you are here" in said
    assert "you are here" not in run("map", "technician", "--anyone").stdout


def test_a_role_and_a_cluster_together_are_wrong_usage(run: Run) -> None:
    result = run("map", "librarian", "--cluster", "support")
    assert result.exit_code == 2
    assert "not both" in result.stderr


def test_svg_is_one_picture_with_its_style_and_its_words(run: Run) -> None:
    said = run("map", "librarian", "--svg").stdout
    assert said.startswith("<svg xmlns=")
    assert said.count("<svg") == 1
    assert "<style>" in said
    assert ">Librarian</text>" in said
    assert "<a " not in said
