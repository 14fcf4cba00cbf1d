"""What a need leaves to study, and what each study takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from sketches import CUSTOM, EMPLOYERS, Door, Paper, Post, Short, Sketch, catalog_of, sketches, takes, to_study

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.paths.limits import Limits
from libcareer.engines.paths.planb import Reach, planb
from libcareer.engines.paths.situation import Stated
from libcareer.engines.paths.study import Studies
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.model.roles import Need
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from pathlib import Path

NOBODY: frozenset[str] = frozenset()
RANDOM = settings(max_examples=3 * settings().max_examples)


def studies_of(*papers: Paper) -> Studies:
    return Studies(catalog_of(Sketch((Post(door=Door()),), papers)))


def needs(*credentials: str, by: Asked = EMPLOYERS) -> tuple[Need, ...]:
    return tuple(Need(by, credential) for credential in credentials)


# ---------------------------------------------------------------------------- on random catalogs


@RANDOM
@given(sketch=sketches())
def test_what_is_missing_is_what_a_plain_search_finds_in_an_order_that_works(sketch: Sketch) -> None:
    studies = Studies(catalog_of(sketch))
    for post in sketch.posts:
        for move in post.moves:
            wanted = tuple(
                Need(ask.by, f"c{ask.paper}", instead=tuple(f"c{n}" for n in ask.instead)) for ask in move.needs
            )
            for held in (NOBODY, studies.with_implied(f"c{number}" for number in sketch.held)):
                missing = studies.missing(wanted, held)
                numbers = frozenset(int(id_[1:]) for id_ in held)
                assert missing == tuple(f"c{number}" for number in to_study(sketch, move.needs, numbers))
                assert held.isdisjoint(missing)
                assert len(set(missing)) == len(missing)


@RANDOM
@given(sketch=sketches())
def test_who_has_studied_what_is_missing_meets_every_need(sketch: Sketch) -> None:
    studies = Studies(catalog_of(sketch))
    for post in sketch.posts:
        for move in post.moves:
            wanted = tuple(
                Need(ask.by, f"c{ask.paper}", instead=tuple(f"c{n}" for n in ask.instead)) for ask in move.needs
            )
            then = studies.with_implied(studies.missing(wanted, NOBODY))
            assert all(then & {need.credential, *need.instead} for need in wanted if need.asked is not CUSTOM)


@RANDOM
@given(sketch=sketches())
def test_a_study_takes_what_its_record_or_the_shorter_way_says(sketch: Sketch) -> None:
    studies = Studies(catalog_of(sketch))
    held = studies.with_implied(f"c{number}" for number in sketch.held)
    numbers = frozenset(int(id_[1:]) for id_ in held)
    for number in range(len(sketch.papers)):
        load = studies.load(f"c{number}", held)
        assert (load.full, load.beside, load.price, load.dearest) == takes(
            sketch._replace(studying=()), number, numbers
        )


# ---------------------------------------------------------------------------- credentials of the small catalog


def test_a_credential_is_studied_after_those_it_requires(tiny: Catalog) -> None:
    assert Studies(tiny).missing(needs("mlis"), NOBODY) == ("bachelor", "mlis")


@pytest.mark.parametrize(("by", "studied"), [(Asked.LAW, ("badge",)), (EMPLOYERS, ("badge",)), (CUSTOM, ())])
def test_what_only_custom_asks_for_is_never_studied(tiny: Catalog, by: Asked, studied: tuple[str, ...]) -> None:
    assert Studies(tiny).missing(needs("badge", by=by), NOBODY) == studied


def test_what_is_asked_for_in_words_is_nothing_to_study(tiny: Catalog) -> None:
    assert Studies(tiny).missing((Need(Asked.LAW, what="a driving license"),), NOBODY) == ()


@pytest.mark.parametrize(
    ("held", "implied"),
    [
        ((), set()),
        (("bachelor",), {"bachelor"}),
        (("mlis",), {"mlis", "bachelor", "lib-certificate"}),
        (("badge", "mlis"), {"badge", "mlis", "bachelor", "lib-certificate"}),
    ],
)
def test_a_holder_has_all_that_a_credential_requires_or_counts_as(
    tiny: Catalog, held: tuple[str, ...], implied: set[str]
) -> None:
    assert Studies(tiny).with_implied(held) == implied


@pytest.mark.parametrize("held", ["lib-certificate", "mlis"])
def test_what_is_held_or_implied_is_not_studied_again(tiny: Catalog, held: str) -> None:
    studies = Studies(tiny)
    assert studies.missing(needs("lib-certificate"), studies.with_implied([held])) == ()


@pytest.mark.parametrize("wanted", [("mlis", "lib-certificate"), ("lib-certificate", "mlis")], ids="+".join)
def test_nobody_studies_what_another_credential_of_the_same_step_counts_as(
    tiny: Catalog, wanted: tuple[str, str]
) -> None:
    assert Studies(tiny).missing(needs(*wanted), NOBODY) == ("bachelor", "mlis")


def test_of_two_credentials_that_count_as_each_other_one_is_studied() -> None:
    studies = studies_of(Paper((12, 12), counts_as=(1,)), Paper((12, 12), counts_as=(0,)))
    assert len(studies.missing(needs("c0", "c1"), NOBODY)) == 1


def test_a_need_is_met_by_what_employers_take_in_its_place() -> None:
    studies = studies_of(Paper((12, 12)), Paper((12, 12)))
    need = (Need(EMPLOYERS, "c0", instead=("c1",)),)
    assert studies.missing(need, frozenset(["c1"])) == ()
    assert studies.missing(need, NOBODY) == ("c0",)


# ---------------------------------------------------------------------------- shorter ways and estimates


SHORT = Paper((24, 36), (48, 60), (900, 1000), requires=(0,), shortcuts=(Short((1,), (6, 9), None, 300, (0,)),))


def test_a_shorter_way_is_open_to_holders_only_and_waives_what_it_says() -> None:
    studies = studies_of(Paper((12, 12)), Paper((12, 12)), SHORT)
    assert studies.missing(needs("c2"), NOBODY) == ("c0", "c2")
    assert studies.missing(needs("c2"), frozenset(["c1"])) == ("c2",)


def test_a_shorter_way_has_its_own_months_and_price() -> None:
    studies = studies_of(Paper((12, 12)), Paper((12, 12)), SHORT)
    usual, short = studies.load("c2"), studies.load("c2", frozenset(["c1"]))
    assert (usual.full, usual.beside, usual.price, usual.dearest) == ((24, 36), (48, 60), (900, 1000), 1000)
    assert (short.full, short.beside, short.price, short.dearest) == ((6, 9), None, (0, 300), 300)


def test_an_unknown_price_counts_as_the_dearest_that_is_plausible() -> None:
    load = studies_of(Paper((12, 12), dearest=700)).load("c0")
    assert (load.price, load.dearest) == (None, 700)


def test_an_unknown_length_counts_as_the_longest_that_is_plausible() -> None:
    load = studies_of(Paper(longest=18)).load("c0")
    assert (load.full, load.beside, load.timed) == ((18, 18), (18, 18), False)


def test_a_price_is_counted_no_lower_than_it_is_published_or_estimated() -> None:
    assert studies_of(Paper((12, 12), cost=(100, 900), dearest=500)).load("c0").dearest == 900
    assert studies_of(Paper((12, 12), cost=(100, 300), dearest=500)).load("c0").dearest == 500


@pytest.mark.parametrize(("estimate", "counted"), [("", 0), ("dearest: {most: 25000, note: Tried.}\n", 25_000)])
def test_a_price_in_another_currency_is_never_counted_as_dollars(data: Path, estimate: str, counted: float) -> None:
    paper = data / "credentials" / "mlis.yaml"
    text = paper.read_text(encoding="utf-8").replace("currency: USD", "currency: GBP")
    paper.write_text(text.replace("cost:", f"{estimate}cost:", 1), encoding="utf-8")
    knowledge, problems = read_folder(data)
    assert problems == []
    catalog = Catalog(compile(knowledge))
    load = Studies(catalog).load("mlis")
    assert (load.price, load.currency, load.dearest) == ((12_000, 40_000), "GBP", counted)
    for most, within in ((counted, True), (counted - 1, False)):
        found = planb(catalog, "librarian", Limits(money=most), Stated(held=("bachelor",))).itself
        assert isinstance(found, Reach) is within


# ---------------------------------------------------------------------------- ranks


def test_a_law_degree_is_no_way_round_a_masters(snapshot: Catalog) -> None:
    levels = {id_: level.rank for id_, level in snapshot.education.items()}
    ranks = Studies(snapshot).ranks
    assert ranks["jd"] > levels["bachelor"]
    assert ranks["teaching-license"] == ranks["bachelor"] == levels["bachelor"]
    assert ranks["das"] == 0
    assert {"mlis", "jd"} <= Studies(snapshot).levels_above(levels["bachelor"])
