"""Names of places: found as people write them, asked about where several share one, refused with what is near."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.pay.places import Place, PlaceKind, UnknownPlace, place, place_named, place_names, wider
from libcareer.errors import LibcareerError, SeveralNames

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("Columbus, OH", "columbus-oh"),
        ("columbus oh", "columbus-oh"),
        ("Columbus, Ohio", "columbus-oh"),
        ("columbus-oh", "columbus-oh"),
        ("Columbus, Alabama", "columbus-ga-al"),
        ("Ohio", "ohio"),
        ("OH", "ohio"),
        ("ohio state", "ohio"),
        ("Washington, D.C.", "washington-arlington-alexandria-dc-va-md-wv"),
        ("DC", "district-of-columbia"),
        ("Washington", "washington"),
        ("New York", "new-york"),
        ("New York, NY", "new-york-newark-jersey-city-ny-nj"),
        ("NYC", "new-york-newark-jersey-city-ny-nj"),
        ("St. Louis", "st-louis-mo-il"),
        ("Saint Louis, MO", "st-louis-mo-il"),
        ("Winston-Salem", "winston-salem-nc"),
        ("Wilkes-Barre, PA", "scranton-wilkes-barre-pa"),
        ("Louisville", "louisville-jefferson-county-ky-in"),
        ("Durham-Chapel Hill, NC", "durham-chapel-hill-nc"),
        ("Eastern Ohio", "eastern-ohio-nonmetropolitan-area"),
        ("Northern West Virginia", "northern-west-virginia-nonmetropolitan-area"),
        ("Ontario, CA", "riverside-san-bernardino-ontario-ca"),
        ("USA", "united-states"),
        ("Puerto Rico", "puerto-rico"),
    ],
)
def test_a_place_is_found_as_people_write_it(shipped: Catalog, typed: str, id_: str) -> None:
    assert place_named(shipped, typed).id == id_


def test_the_bureaus_own_name_of_every_place_names_that_place(shipped: Catalog) -> None:
    names = place_names(shipped)
    assert len(names.titles) == 583
    for id_, name in names.titles.items():
        assert names.one(name) == id_
        assert names.one(id_) == id_
        assert names.one(name.upper()) == id_


def test_every_town_in_the_name_of_an_area_names_it_with_each_of_its_states(shipped: Catalog) -> None:
    names = place_names(shipped)
    for id_, name in names.titles.items():
        towns, comma, codes = name.rpartition(", ")
        if comma:
            for town in re.split("--|(?<!Winston)(?<!Wilkes)-|/", towns):
                for code in codes.split("-"):
                    assert id_ in names.find(f"{town}, {code}"), (town, code)


def test_a_town_that_several_states_have_is_asked_about(shipped: Catalog) -> None:
    with pytest.raises(SeveralNames) as several:
        place_named(shipped, "columbus")
    assert several.value.ids == ("columbus-ga-al", "columbus-in", "columbus-oh")


def test_a_town_that_is_no_area_is_refused_with_its_state_and_areas_near_in_spelling(shipped: Catalog) -> None:
    with pytest.raises(UnknownPlace) as unknown:
        place_named(shipped, "Zanesville, OH")
    assert "'ohio'" in str(unknown.value)
    assert "'janesville-beloit-wi'" in str(unknown.value)


def test_a_town_that_resembles_nothing_is_refused_with_what_to_type(shipped: Catalog) -> None:
    with pytest.raises(UnknownPlace, match="Name a state, or the largest town nearby"):
        place_named(shipped, "Xyzzy")


def test_a_slip_in_a_town_is_recognized_but_a_state_is_never_taken_for_another(shipped: Catalog) -> None:
    names = place_names(shipped)
    assert names.close("Colombus, OH") == "columbus-oh"
    assert names.close("Ohoi") == "ohio"
    # Salem, VA would be one letter away from Salem, MA.
    for town, states in (("Salem", "MA VA CA"), ("Columbus", "MA TN NH"), ("Springfield", "MD CO IN")):
        for state in states.split():
            near = names.close(f"{town}, {state}")
            assert near is None or near.endswith(state.lower())


@pytest.mark.parametrize(
    ("typed", "country"),
    [("Ontario", "Canada"), ("canada", "Canada"), ("UK", "the United Kingdom"), ("Australia", "Australia")],
)
def test_another_country_is_refused_by_its_name(shipped: Catalog, typed: str, country: str) -> None:
    with pytest.raises(LibcareerError, match=f"known for the United States only, not for {country}"):
        place_named(shipped, typed)


def test_knowledge_without_pay_tables_says_so(tiny: Catalog) -> None:
    with pytest.raises(LibcareerError, match="has no pay by place"):
        place_named(tiny, "Ohio")
    assert place(tiny, "ohio") is None


def test_the_places_around_an_area_are_its_main_state_and_the_nation(shipped: Catalog) -> None:
    here = place(shipped, "columbus-ga-al")
    assert here == Place("columbus-ga-al", "Columbus, GA-AL", PlaceKind.AREA, ("georgia", "alabama"))
    assert [around.id for around in wider(shipped, here)] == ["georgia", "united-states"]
    nation = wider(shipped, here)[-1]
    assert wider(shipped, nation) == ()


@pytest.mark.parametrize("typed", ["", " ", ",", "\x1b[31m", "x" * 10_000, "Columbus, OH" * 1000])
def test_words_that_are_no_name_are_refused(shipped: Catalog, typed: str) -> None:
    with pytest.raises(UnknownPlace):
        place_named(shipped, typed)
