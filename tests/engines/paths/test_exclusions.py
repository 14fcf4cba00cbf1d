"""What practical limits set aside, why, and what lets it in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.catalog import Catalog, load
from libcareer.catalog.compiled import compile
from libcareer.engines.paths.exclusions import Exclusions
from libcareer.engines.paths.situation import Stated
from libcareer.engines.quiz.limits import Limit, practical_questions
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = practical_questions(load())


def reasons(catalog: Catalog, role: str, limits: dict[str, str]) -> tuple[str, ...]:
    """Why *limits* rule the *role* out."""
    return Exclusions(catalog, limits).reasons(role)


def with_conditions(folder: Path, **conditions: str) -> Catalog:
    """The tiny catalog with these *conditions* of a librarian."""
    path = folder / "roles" / "librarian.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    for name, value in conditions.items():
        places = [i for i, line in enumerate(lines) if line.startswith(f"  {name}: ")]
        assert len(places) == 1
        lines[places[0]] = f"  {name}: {value}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    knowledge, problems = read_folder(folder)
    assert not problems
    return Catalog(compile(knowledge))


@pytest.mark.parametrize(
    ("role", "level", "ruled_out"),
    [
        ("librarian", "secondary", True),
        ("librarian", "bachelor", True),
        ("librarian", "any", False),
        ("librarian", "", False),
        ("editor", "certificate", True),
        ("editor", "bachelor", False),
        ("page", "secondary", False),
    ],
)
def test_study_rules_a_role_out_only_if_it_usually_asks_for_more(
    tiny: Catalog, role: str, level: str, ruled_out: bool
) -> None:
    found = reasons(tiny, role, {"study": level})
    assert bool(found) is ruled_out
    if found:
        asked = tiny.education[tiny.briefs[role].education.typical].title
        assert found == (f"usually asks for more study: {asked}",)


@pytest.mark.parametrize("level", [choice.id for choice in LIMITS[0].choices])
def test_every_level_of_study_offered_can_be_compared_with_every_shipped_role(shipped: Catalog, level: str) -> None:
    found = [reasons(shipped, role, {"study": level}) for role in shipped.briefs]
    assert any(found) is (level != "any")


@pytest.mark.parametrize("level", ["associate", "unheard of"])
def test_a_level_of_study_that_a_persons_own_knowledge_lacks_rules_nothing_out(tiny: Catalog, level: str) -> None:
    assert level not in tiny.education
    assert reasons(tiny, "librarian", {"study": level}) == ()


@pytest.mark.parametrize(
    ("often", "answer", "ruled_out"),
    [("often", "no", True), ("sometimes", "no", False), ("often", "yes", False), ("often", "", False)],
)
def test_evenings_count_only_where_they_are_frequent_and_unwanted(
    data: Path, often: str, answer: str, ruled_out: bool
) -> None:
    found = reasons(with_conditions(data, evenings=often), "librarian", {"evenings": answer})
    assert found == (("often has evening or weekend shifts",) if ruled_out else ())


@pytest.mark.parametrize(
    ("local", "remote", "answer", "ruled_out"),
    [
        ("rarely", "rarely", "no", True),
        ("rarely", "sometimes", "no", True),
        ("rarely", "often", "no", False),
        ("sometimes", "rarely", "no", False),
        ("rarely", "rarely", "yes", False),
        ("rarely", "rarely", "", False),
    ],
)
def test_a_move_counts_only_where_posts_are_few_and_none_can_be_done_from_home(
    data: Path, local: str, remote: str, answer: str, ruled_out: bool
) -> None:
    found = reasons(with_conditions(data, local=local, remote=remote), "librarian", {"move": answer})
    assert found == (("has jobs in few places, so most people move for it",) if ruled_out else ())


def test_every_reason_against_a_role_is_given(data: Path) -> None:
    catalog = with_conditions(data, evenings="often", local="rarely")
    limits = {"study": "secondary", "evenings": "no", "move": "no"}
    assert len(reasons(catalog, "librarian", limits)) == 3
    assert reasons(catalog, "librarian", {}) == ()


# ---------------------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("limit", "choice", "conditions", "said"),
    [
        ("hours", "part", {"part_time": "rarely"}, "rarely has part-time jobs"),
        ("hours", "part", {"part_time": "sometimes"}, "sometimes has part-time jobs"),
        ("hours", "part", {"part_time": "often"}, ""),
        ("hours", "full", {"part_time": "often"}, "often has only part-time jobs"),
        ("hours", "full", {"part_time": "sometimes"}, ""),
        ("hours", "any", {"part_time": "rarely"}, ""),
        ("public", "little", {"public": "often"}, "often means facing the public"),
        ("public", "little", {"public": "sometimes"}, ""),
        ("public", "calm", {"public": "often", "conflict": "sometimes"}, ""),
        ("public", "calm", {"conflict": "often"}, "often meets upset or hostile people"),
        ("public", "any", {"public": "often", "conflict": "often"}, ""),
        ("remote", "some", {"remote": "rarely"}, "is rarely done from home"),
        ("remote", "some", {"remote": "sometimes"}, ""),
        ("remote", "mostly", {"remote": "sometimes"}, "is only sometimes done from home"),
        ("remote", "mostly", {"remote": "often"}, ""),
        ("remote", "any", {"remote": "rarely"}, ""),
    ],
)
def test_a_condition_rules_a_role_out_only_if_it_is_unwanted(
    data: Path, limit: str, choice: str, conditions: dict[str, str], said: str
) -> None:
    catalog = with_conditions(data, **conditions)
    assert reasons(catalog, "librarian", {limit: choice}) == ((said,) if said else ())


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.id)
def test_one_choice_of_every_question_rules_nothing_out(shipped: Catalog, limit: Limit) -> None:
    harmless = [
        choice.id
        for choice in limit.choices
        if not any(reasons(shipped, role, {limit.id: choice.id}) for role in list(shipped.briefs)[::6])
    ]
    assert harmless


# ---------------------------------------------------------------------------- what one has, money, pay


@pytest.mark.parametrize(
    ("role", "have", "ruled_out"),
    [
        ("librarian", "mlis", False),
        ("librarian", "bachelor", True),
        ("editor", "bachelor", False),
        ("editor", "", True),
    ],
)
def test_finished_study_counts(tiny: Catalog, role: str, have: str, ruled_out: bool) -> None:
    assert bool(reasons(tiny, role, {"study": "secondary", "have": have})) is ruled_out


@pytest.mark.parametrize(
    ("studying", "ruled_out"), [("mlis", False), ("bachelor", True), ("no", True), ("other", True), ("", True)]
)
def test_a_study_under_way_counts_as_far_as_somebody_goes(tiny: Catalog, studying: str, ruled_out: bool) -> None:
    answers = {"study": "bachelor", "have": "bachelor", "studying": studying}
    assert bool(reasons(tiny, "librarian", answers)) is ruled_out


def test_nobody_is_told_that_a_study_under_way_is_still_to_be_paid(tiny: Catalog) -> None:
    answers = {"have": "bachelor", "money": "none"}
    assert reasons(tiny, "librarian", answers)
    assert not reasons(tiny, "librarian", {**answers, "studying": "mlis"})


def test_what_is_usually_held_in_a_post_need_not_be_paid_for(tiny: Catalog) -> None:
    here = Stated(posts=("librarian",))
    assert reasons(tiny, "director", {"money": "none"})
    assert not Exclusions(tiny, {"money": "none"}, here).reasons("director")
    (reason,) = Exclusions(tiny, {"money": "none"}, Stated(posts=("page",))).reasons("librarian")
    assert "on the cheapest route known from where you stand" in reason


def test_a_masters_in_another_subject_is_no_library_masters(shipped: Catalog) -> None:
    assert reasons(shipped, "academic-librarian", {"study": "bachelor", "have": "master"})
    assert not reasons(shipped, "academic-librarian", {"study": "any", "have": "master"})


@pytest.mark.parametrize(
    ("role", "have", "money", "least"),
    [
        ("page", "", "none", None),
        ("librarian", "", "30000", "$32,000"),
        ("librarian", "bachelor", "10000", "$12,000"),
        ("librarian", "bachelor", "30000", None),
        ("librarian", "mlis", "none", None),
        ("librarian", "", "any", None),
        ("librarian", "", "", None),
    ],
)
def test_money_is_compared_with_the_least_that_the_study_still_to_do_costs(
    tiny: Catalog, role: str, have: str, money: str, least: str | None
) -> None:
    found = reasons(tiny, role, {"have": have, "money": money})
    assert len(found) == (least is not None)
    if least:
        assert f"costs at least {least}" in found[0]
        assert "(prices of 2024)" in found[0]


def test_money_in_another_currency_is_not_compared(data: Path) -> None:
    for name in ("bachelor", "mlis"):
        path = data / "credentials" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("currency: USD", "currency: CAD"), encoding="utf-8")
    knowledge, problems = read_folder(data)
    assert not problems
    assert reasons(Catalog(compile(knowledge)), "librarian", {"money": "none"}) == ()


@pytest.mark.parametrize(("foreign", "least"), [("bachelor", "$12,000"), ("mlis", "$20,000")])
def test_only_the_part_in_dollars_is_compared_with_dollars(data: Path, foreign: str, least: str) -> None:
    path = data / "credentials" / f"{foreign}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("currency: USD", "currency: GBP"), encoding="utf-8")
    knowledge, problems = read_folder(data)
    assert not problems
    (found,) = reasons(Catalog(compile(knowledge)), "librarian", {"money": "none"})
    assert f"costs at least {least} " in found


@pytest.mark.parametrize(
    ("role", "floor", "said"),
    [
        ("librarian", "60000", None),
        ("librarian", "80000", "the median is $68,000 a year"),
        ("technician", "50000", "the median is $41,600 a year if full time"),
        ("technician", "40000", None),
        ("technician", "any", None),
    ],
)
def test_pay_is_compared_as_a_year_of_full_time_work_with_its_survey_named(
    tiny: Catalog, role: str, floor: str, said: str | None
) -> None:
    found = reasons(tiny, role, {"pay": floor})
    assert len(found) == (said is not None)
    if said:
        assert said in found[0]
        assert "May 2025; counted with" in found[0]


def test_reasons_are_found_for_each_role_alone(tiny: Catalog) -> None:
    exclusions = Exclusions(tiny, {"study": "certificate"})
    order = ["librarian", "page", "editor", "technician", "clerk"]
    for _ in range(2):
        assert [role for role in order if not exclusions.reasons(role)] == ["page", "technician", "clerk"]


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.id)
def test_every_choice_can_be_judged_over_every_kind_of_knowledge(tiny: Catalog, limit: Limit) -> None:
    for choice in limit.choices:
        for role in tiny.briefs:
            for reason in reasons(tiny, role, {limit.id: choice.id}):
                assert reason
                assert not reason.endswith(".")


def with_proxy(folder: Path, pays: str) -> Catalog:
    """The tiny catalog in which nobody counts pages, who usually *pays* beside the median."""
    path = folder / "roles" / "page.yaml"
    note = "    note: Covers more than a page."
    words = path.read_text(encoding="utf-8")
    assert note in words
    path.write_text(words.replace(note, f"    proxy: nobody counts pages\n{pays}{note}"), encoding="utf-8")
    knowledge, problems = read_folder(folder)
    assert not problems
    return Catalog(compile(knowledge))


@pytest.mark.parametrize(
    ("pays", "least", "ruled_out", "judged"),
    [
        pytest.param("", "30000", False, True, id="even the low end is enough"),
        pytest.param("", "40000", False, False, id="cannot tell within the range"),
        pytest.param("", "70000", False, False, id="cannot tell above the range"),
        pytest.param("    pays: less\n", "50000", False, False, id="cannot tell of one that pays less"),
        pytest.param("    pays: less\n", "70000", True, True, id="even the high end is too low for one that pays less"),
        pytest.param("    pays: more\n", "40000", False, True, id="the median is enough for one that pays more"),
    ],
)
def test_a_limit_on_pay_rules_out_a_proxy_only_where_it_can_tell(
    data: Path, pays: str, least: str, ruled_out: bool, judged: bool
) -> None:
    found = Exclusions(with_proxy(data, pays), {"pay": least})
    assert bool(found.reasons("page")) is ruled_out
    assert found.judges_pay("page") is judged
    (effect,) = found.effects(["page"])
    assert effect.unjudged == (() if judged else ("page",))


def test_the_reason_of_a_proxy_names_the_group_and_no_median(data: Path) -> None:
    assert reasons(with_proxy(data, "    pays: less\n"), "page", {"pay": "70000"}) == (
        "has no pay figure of its own and typically pays less than Library Technicians, of whom nine in ten earn less "
        "than $62,400 a year if full time (Bureau of Tests, May 2025)",
    )


def test_without_a_limit_on_pay_every_role_is_judged(tiny: Catalog) -> None:
    assert all(Exclusions(tiny, {}).judges_pay(role) for role in tiny.briefs)
