"""Whether study pays: the inputs come from the records or the person, and no answer sells anything."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from math import ceil, exp, inf, log
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from libcareer.engines.choosing.worth import credential_worth, credential_worths, role_worth
from libcareer.engines.choosing.worth_answer import Verdict, Worth
from libcareer.engines.choosing.worth_inputs import STAY, Input, InputName, Own
from libcareer.engines.choosing.worth_pay import Basis
from libcareer.engines.paths.situation import Stated
from libcareer.engines.pay.places import place_named
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Usual

if TYPE_CHECKING:
    from conftest import Changed

    from libcareer.catalog import Catalog

GRADUATE = Stated(posts=("technician",), held=("bachelor",))
"""A technician of the tiny knowledge with a bachelor's degree, who earns 41,600 dollars if full time."""


def one(found: Worth, name: InputName) -> Input:
    return next(each for each in found.inputs if each.name is name)


def until(months: float | None) -> float:
    return inf if months is None else months


def test_each_figure_comes_from_its_record_with_its_source_and_year(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own())
    before, after = one(found, InputName.BEFORE), one(found, InputName.AFTER)
    price, study = one(found, InputName.PRICE), one(found, InputName.STUDY)
    assert (before.middle, after.middle) == (41_600, 68_000)
    assert (price.best, price.middle, price.worst) == (12_000, 26_000, 40_000)
    assert (study.best, study.middle, study.worst) == (24, 30, 36)
    assert [(each.year, each.sources[0].id) for each in (before, after, price, study)] == [
        ("May 2025", "survey"), ("May 2025", "survey"), ("2024", "guide"), ("2024", "guide"),
    ]  # fmt: skip


def test_the_answer_is_what_its_middle_figures_give_by_hand(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own(stay=0))
    assert found.payback is not None
    assert found.payback.middle == pytest.approx(30 + 26_000 / ((68_000 - 41_600) / 12))
    assert found.verdict is Verdict.PAYS


def single() -> list[dict[str, str]]:
    """The cases of the table of the arithmetic in which there is one study, as a person can set it by options."""
    with (Path(__file__).parents[1] / "pay" / "payback.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row for row in rows if " " not in row["stretches"] and not row["stretches"].startswith("0:")]


@pytest.mark.parametrize("case", single(), ids=lambda case: case["case"])
def test_what_a_person_sets_is_reckoned_as_a_monthly_account_does(tiny: Catalog, case: dict[str, str]) -> None:
    months, pay, price = map(float, case["stretches"].split(":"))
    own = Own(
        earn=float(case["before"]), after=float(case["after"]), meanwhile=pay, cost=price, months=months,
        stay=100 * float(case["stay"]), full_time=pay == 0,
    )  # fmt: skip
    back = credential_worth(tiny, "mlis", "librarian", GRADUATE, own).payback
    assert back is not None
    assert back.best == back.middle == back.worst
    assert ("never" if back.middle is None else str(ceil(back.middle - 1e-6))) == case["month"]


def test_there_are_enough_of_these_cases() -> None:
    assert len(single()) >= 30


def test_half_of_the_posts_pay_between_the_two_ends_by_a_spread_that_fits_the_published_tenths(tiny: Catalog) -> None:
    after = one(role_worth(tiny, "librarian", GRADUATE, Own()), InputName.AFTER)
    assert (after.basis, after.ends) == (Basis.PUBLISHED, Basis.ESTIMATED)
    unit = NormalDist()
    for end, tenth, quarter in ((after.worst, 44_000, 0.25), (after.best, 104_000, 0.75)):
        spread = log(tenth / 68_000) / unit.inv_cdf(0.1 if tenth < 68_000 else 0.9)
        assert end == pytest.approx(68_000 * exp(spread * unit.inv_cdf(quarter)), abs=10)


def test_beside_the_job_no_wages_are_given_up_and_full_time_all_are(tiny: Catalog) -> None:
    beside, full = (role_worth(tiny, "librarian", GRADUATE, Own(full_time=full)) for full in (False, True))
    assert beside.given_up is not None
    assert full.given_up is not None
    assert beside.given_up.worst == 0
    assert (full.given_up.best, full.given_up.worst) == (41_600, 83_200)
    assert (one(full, InputName.STUDY).best, one(full, InputName.STUDY).worst) == (12, 24)


def test_what_one_earns_while_studying_lessens_the_wages_given_up(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own(full_time=True, meanwhile=20_800))
    assert found.given_up is not None
    assert (found.given_up.best, found.given_up.worst) == (20_800, 41_600)


@pytest.mark.parametrize(
    ("own", "name", "value"),
    [
        (Own(earn=30_000), InputName.BEFORE, 30_000),
        (Own(after=60_000), InputName.AFTER, 60_000),
        (Own(cost=9_000), InputName.PRICE, 9_000),
        (Own(months=18), InputName.STUDY, 18),
        (Own(stay=40), InputName.STAY, 40),
        (Own(meanwhile=10_000), InputName.MEANWHILE, 10_000),
    ],
    ids=["earn", "after", "cost", "months", "stay", "meanwhile"],
)
def test_what_a_person_sets_takes_the_place_of_the_records_in_every_case(
    tiny: Catalog, own: Own, name: InputName, value: float
) -> None:
    found = one(role_worth(tiny, "librarian", GRADUATE, own), name)
    assert (found.best, found.middle, found.worst) == (value, value, value)
    assert found.basis is Basis.TOLD


def test_a_price_for_several_studies_is_shared_out_among_them(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", Stated(posts=("technician",)), Own(cost=10_000, months=100))
    assert [part.credential.id for part in found.studies] == ["bachelor", "mlis"]
    assert sum(part.price[1] for part in found.studies if part.price) == pytest.approx(10_000)
    assert sum(part.months[1] for part in found.studies) == pytest.approx(100)


def test_the_input_that_decides_moves_the_middle_case_most(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own())
    moved = {}
    for each in found.inputs:
        at = [
            role_worth(tiny, "librarian", GRADUATE, _middle_but(found, each, case)) for case in (each.best, each.worst)
        ]
        moved[each.name] = abs(until(at[1].payback.middle) - until(at[0].payback.middle))  # type: ignore[union-attr]
    assert found.decides is not None
    assert found.decides.name is max(moved, key=lambda name: moved[name]) is InputName.AFTER


FIELDS = {
    InputName.AFTER: "after",
    InputName.PRICE: "cost",
    InputName.STUDY: "months",
    InputName.STAY: "stay",
    InputName.BEFORE: "earn",
}


def _middle_but(found: Worth, changed: Input, value: float) -> Own:
    """All inputs of *found* as a person would set them to the middle, but one."""
    middle: dict[str, Any] = {FIELDS[each.name]: each.middle for each in found.inputs}
    return Own(**{**middle, FIELDS[changed.name]: value})


def test_the_only_thing_that_ranges_decides(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own(after=60_000, months=24, stay=0))
    assert found.decides is not None
    assert found.decides.name is InputName.PRICE
    assert role_worth(tiny, "librarian", GRADUATE, Own(None, 60_000, None, 9_000, 24, 0)).decides is None


# ---------------------------------------------------------------------------- verdicts


@dataclass
class Asked:
    verdict: Verdict
    own: Own
    stated: Stated = GRADUATE
    goal: str = "librarian"
    credential: str = "mlis"


@pytest.mark.parametrize(
    "asked",
    [
        Asked(Verdict.PAYS, Own()),
        Asked(Verdict.PAYS, Own(years_left=20)),
        Asked(Verdict.NEVER, Own(earn=90_000)),
        Asked(Verdict.NEVER, Own(stay=100)),
        Asked(Verdict.DOUBTFUL, Own(earn=70_000)),
        Asked(Verdict.TOO_DEAR, Own(years_left=3)),
        Asked(Verdict.TOO_DEAR, Own(cost=200_000, years_left=10)),
        Asked(Verdict.TOO_LATE, Own(years_left=2)),
        Asked(Verdict.TOO_LATE, Own(earn=70_000, years_left=30)),
        Asked(Verdict.HELD, Own(), replace(GRADUATE, held=("mlis",))),
        Asked(Verdict.HELD, Own(), GRADUATE, "technician", "lib-certificate"),
        Asked(Verdict.NOT_NEEDED, Own(earn=30_000), GRADUATE, "editor", "mlis"),
        Asked(Verdict.NOT_NEEDED, Own(), GRADUATE, "librarian", "badge"),
    ],
    ids=lambda asked: asked.verdict.value,
)
def test_a_credential_gets_the_verdict_that_is_true(tiny: Catalog, asked: Asked) -> None:
    found = credential_worth(tiny, asked.credential, asked.goal, asked.stated, asked.own)
    assert found.verdict is asked.verdict


def test_what_nobody_asks_for_brings_no_pay_unless_the_person_expects_it(tiny: Catalog) -> None:
    assert credential_worth(tiny, "badge", "librarian", GRADUATE, Own()).payback is None
    expected = credential_worth(tiny, "badge", "technician", GRADUATE, Own(after=43_000))
    assert expected.verdict is Verdict.NOT_NEEDED
    assert expected.payback is not None


def test_who_is_in_the_role_has_nothing_to_pay(tiny: Catalog) -> None:
    assert role_worth(tiny, "technician", GRADUATE, Own()).verdict is Verdict.THERE


def test_a_way_without_study_needs_none(tiny: Catalog) -> None:
    found = role_worth(tiny, "page", Stated(), Own(earn=20_000))
    assert (found.verdict, found.studies, found.payback) == (Verdict.NOT_NEEDED, (), None)


def test_a_degree_that_asks_for_another_one_first_is_reckoned_with_it(tiny: Catalog) -> None:
    found = credential_worth(tiny, "mlis", "librarian", Stated(), Own(earn=30_000))
    assert [part.credential.id for part in found.studies] == ["bachelor", "mlis"]


def test_a_degree_that_is_not_enough_for_the_goal_is_reckoned_with_what_is(tiny: Catalog) -> None:
    found = credential_worth(tiny, "bachelor", "librarian", Stated(), Own(earn=30_000))
    assert [part.credential.id for part in found.studies] == ["bachelor", "mlis"]


def test_roles_that_are_counted_together_cannot_be_told_apart_by_pay(tiny: Catalog) -> None:
    found = role_worth(tiny, "technician", Stated(posts=("page",)), Own())
    assert found.verdict is Verdict.UNKNOWN
    assert "Page and Technician are counted in one occupation, Library Technicians" in found.doubts[0]
    assert role_worth(tiny, "technician", Stated(posts=("page",)), Own(after=45_000)).verdict is Verdict.PAYS


def test_a_price_in_another_currency_is_not_taken_for_dollars(changed: Changed) -> None:
    catalog = changed({"credentials/mlis.yaml": ("currency: USD", "currency: CAD")})
    found = credential_worth(catalog, "mlis", "librarian", GRADUATE, Own())
    assert found.verdict is Verdict.UNKNOWN
    assert "in CAD only" in found.doubts[0]
    assert credential_worth(catalog, "mlis", "librarian", GRADUATE, Own(cost=20_000)).verdict is Verdict.PAYS


def test_pay_that_nobody_knows_is_asked_for(tiny: Catalog) -> None:
    with pytest.raises(LibcareerError, match=r"--earn 38000"):
        role_worth(tiny, "librarian", Stated(), Own())


def test_a_figure_that_is_not_the_roles_own_has_no_median_and_is_doubted(changed: Changed) -> None:
    catalog = changed(
        {
            "roles/librarian.yaml": (
                "note: Covers more than a librarian.",
                "note: Covers more than a librarian.\n    proxy: nobody counts them",
            )
        }
    )
    found = credential_worth(catalog, "mlis", "librarian", GRADUATE, Own())
    after = one(found, InputName.AFTER)
    assert (after.worst, after.best, after.proxy) == (44_000, 104_000, "nobody counts them")
    assert after.middle not in (68_000,)
    assert "no pay figure of its own" in after.says
    assert found.doubts == ("Librarian has no pay figure of its own: nobody counts them.",)
    assert found.payback is not None


# ---------------------------------------------------------------------------- ranges, tables, lists


def test_the_range_contains_the_middle_case_for_every_role_and_start(shipped: Catalog) -> None:
    for start in ("library-page", "library-technician", "librarian"):
        for role in shipped.briefs:
            for full_time in (False, True):
                found = role_worth(shipped, role, Stated(posts=(start,)), Own(full_time=full_time, earn=40_000))
                if back := found.payback:
                    assert until(back.best) <= until(back.middle) <= until(back.worst), (start, role)


def test_the_inputs_run_from_best_to_worst(shipped: Catalog) -> None:
    for role in shipped.briefs:
        for each in role_worth(shipped, role, Stated(posts=("library-page",)), Own()).inputs:
            ends = (each.best, each.middle, each.worst)
            assert ends == tuple(sorted(ends, reverse=each.name is InputName.AFTER)), (role, each.name)


def test_a_dearer_degree_never_pays_back_sooner_for_any_role(shipped: Catalog) -> None:
    stated = Stated(posts=("library-technician",), held=("bachelor",))
    for role in shipped.briefs:
        cheap, dear = (role_worth(shipped, role, stated, Own(cost=cost, after=90_000)) for cost in (9_000, 60_000))
        if cheap.payback and dear.payback:
            assert until(cheap.payback.middle) <= until(dear.payback.middle)


def test_every_published_figure_has_a_source_and_a_year(shipped: Catalog) -> None:
    for role in shipped.briefs:
        for each in role_worth(shipped, role, Stated(posts=("library-page",)), Own()).inputs:
            if each.basis is Basis.PUBLISHED:
                assert each.sources, (role, each.name)
                assert each.year, (role, each.name)


def test_the_table_ends_with_the_work(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own(years_left=7))
    assert [line.year for line in found.table] == [1, 2, 3, 4, 5, 6, 7]
    assert found.at_end is not None
    assert found.table[-1].middle == pytest.approx(found.at_end.middle)


def test_without_an_end_the_table_goes_on_until_the_money_is_back_in_the_worst_case(tiny: Catalog) -> None:
    found = role_worth(tiny, "librarian", GRADUATE, Own(cost=120_000))
    assert found.payback is not None
    assert found.payback.worst is not None
    last = found.table[-1]
    assert last.worst >= 0 > found.table[-2].worst
    assert 12 * (last.year - 1) < found.payback.worst <= 12 * last.year


def test_a_credential_without_a_goal_is_answered_for_every_role_that_asks_for_it(shipped: Catalog) -> None:
    found = credential_worths(shipped, "mlis", Stated(held=("bachelor",)), Own(earn=38_000))
    asking = {
        id_
        for id_, brief in shipped.briefs.items()
        for each in (*brief.credentials, *(brief.entry.needs if brief.entry else ()))
        if each.credential == "mlis" and each.asked != "habit"
    }
    assert {each.role.id for each in found.roles} == asking
    assert found.count == len(asking) > 20
    own = [until(each.payback.middle) for each in found.roles if each.payback and each.after and not each.after.proxy]
    assert own == sorted(own)


def test_what_a_role_asks_besides_is_named_and_counted_in(snapshot: Catalog) -> None:
    found = credential_worths(snapshot, "mlis", Stated(held=("bachelor",)), Own(earn=38_000))
    school = next(each for each in found.roles if each.role.id == "school-librarian")
    assert {each.id for each in school.besides} == {"teaching-license", "school-license"}


def test_a_credential_that_no_role_asks_for_is_not_needed(tiny: Catalog) -> None:
    found = credential_worths(tiny, "badge", Stated(), Own(earn=30_000))
    assert (found.verdict, found.count, found.roles) == (Verdict.NOT_NEEDED, 0, ())


def test_the_chance_to_stay_is_greater_where_the_step_is_less_usual() -> None:
    assert all(low < high for low, high in zip(STAY[Usual.USUAL], STAY[Usual.SOMETIMES], strict=True))
    assert all(low < high for low, high in zip(STAY[Usual.SOMETIMES], STAY[Usual.RARE], strict=True))


def test_in_a_place_the_pay_is_that_of_the_place(snapshot: Catalog) -> None:
    stated = Stated(posts=("library-technician",), held=("bachelor",))
    ohio = role_worth(snapshot, "librarian", stated, Own(place=place_named(snapshot, "Ohio")))
    assert ohio.where == "Ohio"
    assert (one(ohio, InputName.BEFORE).middle, one(ohio, InputName.AFTER).middle) == (37_920, 60_630)
    assert "in Ohio" in one(ohio, InputName.AFTER).says


def test_where_a_place_has_no_figure_the_wider_one_is_named(shipped: Catalog) -> None:
    stated = Stated(held=("bachelor",))
    small = place_named(shipped, "Akron, OH")
    fell = {
        role: found
        for role in shipped.briefs
        if (found := credential_worth(shipped, "mlis", role, stated, Own(earn=38_000, place=small)))
        and any("nothing was released for Akron, OH" in doubt for doubt in found.doubts)
    }
    assert fell
    for found in fell.values():
        assert "Akron" not in one(found, InputName.AFTER).says
