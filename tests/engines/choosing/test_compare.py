"""Comparisons: the order of roles changes nothing, and the questions are about the differences."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from itertools import combinations, permutations
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from libcareer.engines.choosing.compare import (
    LARGEST_GROUPS,
    Comparison,
    _work,
    compared_skills,
    comparison,
    crossing,
)
from libcareer.engines.choosing.differences import (
    WORTH_ASKING,
    DecidingQuestion,
    Means,
    deciding_questions,
    differences,
)
from libcareer.engines.choosing.scales import CONDITION_SCALES, FACET_SCALES
from libcareer.engines.paths.path import path
from libcareer.engines.paths.situation import Stated, usually_held
from libcareer.engines.paths.study import Studies
from libcareer.engines.pay.figures import pay
from libcareer.engines.similarity import kin, skills_of
from libcareer.knowledge.enums import Asked
from libcareer.reports.compare import comparison_report
from libcareer.reports.page.output import write
from libcareer.reports.page.render import Format, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

SOME = settings(max_examples=settings().max_examples // 20)


@pytest.fixture(scope="module")
def means(shipped: Catalog) -> dict[str, Means]:
    """The route from outside to every shipped role, and its pay."""
    return {role: Means(path(shipped, role).best, pay(shipped, role)) for role in shipped.briefs}


def asked(questions: tuple[DecidingQuestion, ...]) -> list[tuple[str, str, float, set[tuple[str, frozenset[str]]]]]:
    """The questions with their answers and roles, without regard to the order of roles."""
    return [
        (
            one.key,
            one.question,
            one.apart,
            {(choice.says, frozenset(role.id for role in choice.roles)) for choice in one.choices},
        )
        for one in questions
    ]


def unordered(found: Comparison) -> tuple[Any, ...]:
    """Everything in a comparison except the order of its roles."""
    return (
        found.start,
        found.holding,
        {side.id: side for side in found.sides},
        {line.id: {use.role.id: use for use in line.uses} for line in found.skills},
        {(one.origin.id, one.to.id): one for one in found.crossings},
        asked(found.apart),
        asked(found.questions),
    )


# ---------------------------------------------------------------------------- the order changes nothing


@SOME
@given(data=st.data())
def test_the_order_of_shipped_roles_changes_nothing(shipped: Catalog, data: st.DataObject) -> None:
    ids = sorted(shipped.briefs)
    roles = data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True))
    start = data.draw(st.none() | st.sampled_from(ids))
    held = data.draw(st.lists(st.sampled_from(["bachelor", "mlis", "lta-certificate"]), max_size=2, unique=True))
    stated = Stated(posts=(start,) if start else (), held=tuple(held))
    first = comparison(shipped, roles, stated)
    other = comparison(shipped, data.draw(st.permutations(roles)), stated)
    assert unordered(first) == unordered(other)


def test_the_order_of_the_tiny_roles_changes_nothing(tiny: Catalog) -> None:
    for roles in combinations(tiny.briefs, 3):
        first, *others = (
            unordered(comparison(tiny, order, Stated(held=("bachelor",)))) for order in permutations(roles)
        )
        assert all(other == first for other in others)


def test_skills_and_questions_of_all_shipped_pairs_are_the_same_in_both_orders(
    shipped: Catalog, means: dict[str, Means]
) -> None:
    for one, other in combinations(shipped.briefs, 2):
        assert asked(deciding_questions(shipped, (one, other), means)) == asked(
            deciding_questions(shipped, (other, one), means)
        )
    for one, other in list(combinations(shipped.briefs, 2))[::7]:
        there, back = compared_skills(shipped, (one, other)), compared_skills(shipped, (other, one))
        assert [line.id for line in there] == [line.id for line in back]
        assert [set(line.uses) for line in there] == [set(line.uses) for line in back]


def test_a_role_is_described_the_same_beside_any_other_role(tiny: Catalog) -> None:
    one = comparison(tiny, ("page", "librarian")).sides[0]
    other = comparison(tiny, ("editor", "page", "director")).sides[1]
    assert one == other


# ---------------------------------------------------------------------------- questions


def test_every_shipped_pair_gets_two_or_three_questions_with_different_answers(
    shipped: Catalog, means: dict[str, Means]
) -> None:
    for pair in combinations(shipped.briefs, 2):
        questions = deciding_questions(shipped, pair, means)
        assert 2 <= len(questions) <= 3
        assert len({one.question for one in questions}) == len(questions)
        for one in questions:
            assert one.question.endswith("?")
            assert sorted(role.id for choice in one.choices for role in choice.roles) == sorted(pair)
            assert len({choice.says for choice in one.choices}) == 2
            assert all(choice.says for choice in one.choices)


@SOME
@given(data=st.data())
def test_each_of_three_or_four_roles_has_one_answer_to_every_question(
    shipped: Catalog, means: dict[str, Means], data: st.DataObject
) -> None:
    roles = tuple(data.draw(st.lists(st.sampled_from(sorted(shipped.briefs)), min_size=3, max_size=4, unique=True)))
    questions = deciding_questions(shipped, roles, means)
    assert 2 <= len(questions) <= 3
    for one in questions:
        assert sorted(role.id for choice in one.choices for role in choice.roles) == sorted(roles)
        assert len(one.choices) > 1


def test_the_questions_are_about_the_largest_differences(shipped: Catalog, means: dict[str, Means]) -> None:
    for pair in list(combinations(shipped.briefs, 2))[::5]:
        apart = differences(shipped, pair, means)
        assert [one.apart for one in apart] == sorted((one.apart for one in apart), reverse=True)
        assert all(0 < one.apart <= 1 for one in apart)
        others = [one for one in deciding_questions(shipped, pair, means) if one.key != "work"]
        assert others == apart[: len(others)]
        assert all(one.apart >= WORTH_ASKING for one in others[1:])


@pytest.mark.parametrize(("rating", "step"), [(0, 0), (0.4, 0), (0.5, 1), (1.4, 1), (2.5, 3), (3.7, 4), (4, 4)])
def test_a_rating_with_a_decimal_is_told_by_the_nearest_step(rating: float, step: int) -> None:
    assert FACET_SCALES["teach"].step(rating) == step


def test_differences_of_facets_and_conditions_follow_from_the_files(shipped: Catalog, means: dict[str, Means]) -> None:
    found = {one.key: one for one in differences(shipped, ("library-page", "systems-librarian"), means)}
    page, systems = (shipped.roles[role] for role in ("library-page", "systems-librarian"))
    steps = [FACET_SCALES["tech"].step(role.quiz.facets.tech) for role in (systems, page)]
    assert found["tech"].apart == (steps[0] - steps[1]) / 4
    assert [choice.says for choice in found["tech"].choices] == [FACET_SCALES["tech"].steps[step] for step in steps]
    assert "data" not in found  # technology and numbers have the same theme, and technology differs more


def test_every_scale_has_a_name_for_every_step() -> None:
    assert {len(scale.steps) for scale in FACET_SCALES.values()} == {5}
    assert {len(scale.steps) for scale in CONDITION_SCALES.values()} == {3}
    for scale in (*FACET_SCALES.values(), *CONDITION_SCALES.values()):
        assert len(set(scale.steps)) == len(scale.steps)
        assert 0 < scale.weight <= 1


def test_time_and_money_share_a_question_only_if_they_agree(shipped: Catalog, means: dict[str, Means]) -> None:
    together = apart = 0
    for pair in combinations(shipped.briefs, 2):
        totals = [means[role].route.total for role in pair]  # type: ignore[union-attr]
        (m1, c1), (m2, c2) = (
            (sum(total.months), sum(money.low + money.high for money in total.cost)) for total in totals
        )
        keys = {one.key for one in differences(shipped, pair, means)}
        if (m1 - m2) * (c1 - c2) < 0:
            apart += 1
            assert "entry" not in keys
        elif (m1, c1) != (m2, c2):
            together += 1
            assert keys.isdisjoint({"years", "price"})
            assert "entry" in keys
    assert together
    assert apart


def test_a_figure_that_is_not_known_is_not_asked_about(tiny: Catalog) -> None:
    nothing = {role: Means(None, None) for role in tiny.briefs}
    for pair in combinations(tiny.briefs, 2):
        assert {one.key for one in differences(tiny, pair, nothing)}.isdisjoint({"entry", "years", "price", "pay"})


def test_the_work_question_names_a_duty_with_a_skill_that_none_of_the_others_uses(
    shipped: Catalog, means: dict[str, Means]
) -> None:
    for pair in list(combinations(shipped.briefs, 2))[::3]:
        work = deciding_questions(shipped, pair, means)[0]
        if work.key != "work":
            continue
        for choice in work.choices:
            (role,) = choice.roles
            (other,) = set(pair) - {role.id}
            duty = next(duty for duty in shipped.roles[role.id].duties if duty.does == choice.says)
            used = skills_of(shipped, other)
            assert any(kin(shipped, skill).isdisjoint(used) for skill in duty.skills)


def test_there_is_no_work_question_if_a_role_has_no_skill_of_its_own(tiny: Catalog) -> None:
    nothing = {role: Means(None, None) for role in tiny.briefs}
    keys = [one.key for one in deciding_questions(tiny, ("librarian", "director"), nothing)]
    assert "work" not in keys  # a librarian uses every skill of a director


def test_a_group_that_a_single_duty_uses_fills_no_day_beside_groups_with_more(snapshot: Catalog, tiny: Catalog) -> None:
    left_out = 0
    for catalog in (snapshot, tiny):
        for role in catalog.briefs:
            pair = (role, next(other for other in catalog.briefs if other != role))
            work = comparison(catalog, pair).sides[0].work
            duties = catalog.roles[role].duties
            uses = {
                group: sum(not set(duty.skills).isdisjoint(skills) for duty in duties)
                for group, (_, skills) in catalog.groups.items()
            }
            most = [count for count in sorted(uses.values(), reverse=True)[:LARGEST_GROUPS] if count]
            wanted = [count for count in most if count > 1] or most
            assert [share.duties for share in work] == wanted
            assert all(uses[share.group.id] == share.duties and share.of == len(duties) for share in work)
            left_out += len(most) - len(wanted)
    assert left_out


def test_groups_that_a_single_duty_uses_are_all_there_is_where_none_has_more() -> None:
    duties = tuple(SimpleNamespace(skills=(skill,)) for skill in "abc")
    groups = {group: (group.upper(), (group,)) for group in "abcd"}
    catalog: Any = SimpleNamespace(roles={"x": SimpleNamespace(duties=duties)}, groups=groups)
    assert [(share.group.title, share.duties, share.of) for share in _work(catalog, "x")] == [
        ("A", 1, 3),
        ("B", 1, 3),
        ("C", 1, 3),
    ]


# ---------------------------------------------------------------------------- skills


def test_a_broader_skill_is_shared_with_its_narrower_one(tiny: Catalog) -> None:
    lines = {line.id: line for line in compared_skills(tiny, ("librarian", "technician"))}
    assert "copy-cataloging" not in lines
    librarian, technician = lines["cataloging"].uses
    assert (librarian.role.id, librarian.importance, librarian.narrower) == ("librarian", "essential", ())
    assert [one.title for one in technician.narrower] == ["Copy cataloging"]
    assert [use.role.id for use in lines["leading"].uses] == ["librarian"]


def test_every_skill_of_every_role_is_listed_for_that_role(shipped: Catalog) -> None:
    for pair in list(combinations(shipped.briefs, 2))[::11]:
        told: dict[str, set[str]] = {role: set() for role in pair}
        for line in compared_skills(shipped, pair):
            for use in line.uses:
                told[use.role.id] |= {line.id, *(one.id for one in use.narrower)}
        for role in pair:
            assert set(skills_of(shipped, role)) <= told[role]


def test_two_roles_share_a_skill_only_if_they_use_it_or_a_broader_or_narrower_one(shipped: Catalog) -> None:
    for one, other in list(combinations(shipped.briefs, 2))[::11]:
        shared = any(len(line.uses) == 2 for line in compared_skills(shipped, (one, other)))
        related = any(
            not kin(shipped, skill).isdisjoint(skills_of(shipped, other)) for skill in skills_of(shipped, one)
        )
        assert shared == related


# ---------------------------------------------------------------------------- ways


def test_a_route_between_roles_ends_in_the_other_and_is_the_sum_of_its_steps(tiny: Catalog) -> None:
    for one, other in permutations(tiny.briefs, 2):
        route = crossing(tiny, one, other).route
        if route is None:
            continue
        assert route.steps[-1].id == other
        assert route.total.months[0] == sum(step.adds[0] for step in route.steps)


def test_the_way_across_is_the_one_that_path_recommends(shipped: Catalog) -> None:
    for one, other in list(permutations(shipped.briefs, 2))[::211]:
        assert crossing(shipped, one, other).route == path(shipped, other, start=one).best


def test_a_post_below_the_own_one_takes_an_application_and_no_career(snapshot: Catalog) -> None:
    found = crossing(snapshot, "archivist", "administrative-assistant")
    assert found.route is not None
    assert found.route.total.months == (0, 0)


def test_a_person_in_a_role_is_assumed_to_hold_what_its_entry_needs_and_its_usual_degree(shipped: Catalog) -> None:
    studies = Studies(shipped)
    assert usually_held(shipped, "archivist", studies) == ("mlis",)
    assert usually_held(shipped, "library-page", studies) == ()
    technician = usually_held(shipped, "health-information-technician", studies)
    assert technician == ("rhit",)  # not a library technician's degree
    assert usually_held(shipped, "documentation-specialist", studies) == ()  # a certificate only by habit
    assert usually_held(shipped, "library-technician", studies) == ("lta-certificate",)
    for role in shipped.briefs:
        entry = shipped.briefs[role].entry
        needed = {need.credential for need in entry.needs if need.asked is not Asked.HABIT} if entry else set()
        held = studies.with_implied(usually_held(shipped, role, studies))
        assert needed - {None} <= held


def test_credentials_held_shorten_routes_in_and_between_roles(tiny: Catalog) -> None:
    without, holding = (
        comparison(tiny, ("page", "librarian")),
        comparison(tiny, ("page", "librarian"), Stated(held=("mlis",))),
    )
    assert holding.holding == ("Library master's",)
    for before, after in (
        (without.sides[1].route, holding.sides[1].route),
        (without.crossings[0].route, holding.crossings[0].route),
    ):
        assert before is not None
        assert after is not None
        assert after.total.months < before.total.months


# ---------------------------------------------------------------------------- as it is read


def words(shown: str) -> set[str]:
    return set(re.findall(r"\w+", shown.casefold()))


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("count", [2, 3, 4])
def test_no_word_of_a_comparison_is_lost_at_any_width(
    shipped: Catalog, width: int, count: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    roles = ("archivist", "public-librarian", "health-information-technician", "library-page")[:count]
    answer = comparison_report(comparison(shipped, roles))
    write(answer, Format.SCREEN)
    shown = capsys.readouterr().out
    assert not words(text(answer, Format.PLAIN).replace("Next:", "")) - words(shown)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert not words(text(answer, Format.PLAIN)) - words(text(answer, Format.MARKDOWN)) - {"next"}


def test_plain_text_has_one_line_for_each_label_and_role(tiny: Catalog) -> None:
    lines = text(comparison_report(comparison(tiny, ("page", "director"))), Format.PLAIN).splitlines()
    labels = Counter(line.split(" | ")[0] for line in lines if re.match(r"[a-z ]+ \| (Page|Director): ", line))
    assert set(labels.values()) == {2}
    assert {"people", "technology", "hours", "education", "to get there", "pay", "outlook"} <= set(labels)


def test_the_report_names_roles_that_are_counted_in_one_occupation(shipped: Catalog) -> None:
    said = text(comparison_report(comparison(shipped, ("library-clerk", "library-aide"))), Format.PLAIN)
    assert "Library Clerk and Library Aide are counted in one occupation" in said
    other = text(comparison_report(comparison(shipped, ("library-clerk", "archivist"))), Format.PLAIN)
    assert "are counted in one occupation" not in other


def test_every_question_of_the_report_names_each_role_beside_its_answer(snapshot: Catalog) -> None:
    answer = comparison_report(comparison(snapshot, ("archivist", "records-manager")))
    said = text(answer, Format.PLAIN)
    questions = [line for line in said.split("ASK YOURSELF")[1].splitlines() if re.match(r"\d\. ", line)]
    assert len(questions) == 3
    for line in questions:
        assert re.search(r"\| Archivist: .+", line)
        assert re.search(r"\| Records Manager: .+", line)


def test_json_and_csv_have_the_whole_comparison(run: Run) -> None:
    found = json.loads(run("compare", "page", "librarian", "--format", "json").stdout)
    assert [side["id"] for side in found["sides"]] == ["page", "librarian"]
    assert len(found["crossings"]) == 2
    assert found["questions"]
    rows = list(csv.DictReader(io.StringIO(run("compare", "page", "librarian", "--format", "csv").stdout)))
    assert {row["role"] for row in rows} == {"page", "librarian"}
    assert {"pay", "skill", "from page", found["questions"][0]["question"]} <= {row["what"] for row in rows}


@pytest.mark.parametrize("width", [40, 80])
def test_the_screen_of_a_comparison(
    run_snapshot: Run, width: int, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run_snapshot("compare", "archivist", "records-manager", "--format", "screen").stdout
    golden(shown, f"compare-{width}.txt")


# ---------------------------------------------------------------------------- the command


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["compare", "page"], "Missing argument 'second ROLE'."),
        (["compare", "page", "clerk", "editor", "librarian", "director"], "not 5"),
    ],
)
def test_too_few_or_too_many_roles_are_a_mistake_of_use(run: Run, args: list[str], said: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_one_role_named_twice_is_an_error_of_one_sentence(run: Run) -> None:
    result = run("compare", "page", "clerk", "Page")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "'page' and 'Page' are the same role, page. Name another one.\n"
