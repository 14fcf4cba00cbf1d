"""The Library Support Staff Certification for one person: hours, skills shown, the three best electives."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.engines.lssc.hours import Stretch, years_before
from libcareer.engines.lssc.standing import Person, Standing, standing
from libcareer.errors import LibcareerError
from libcareer.knowledge.reading import read_folder
from libcareer.reports.lssc import lssc_report, lssc_set_report
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text

HOURS = 1820

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 7, 1)


def lines(found: Standing) -> dict[str, Any]:
    return {line.id: line for line in found.sets}


@pytest.fixture
def certified(data: Path) -> Catalog:
    """The tiny catalog with the record of the certification, which clerks are asked for out of habit."""
    badge = (data / "credentials" / "badge.yaml").read_text(encoding="utf-8")
    cost = "renewal: Every fifth year.\ncost: {low: 325, high: 350, currency: USD, year: 2010, source: guide}\n"
    (data / "credentials" / "lssc.yaml").write_text(badge.replace("title: Badge", "title: LSSC") + cost)
    with (data / "pack.yaml").open("a", encoding="utf-8") as pack:
        pack.write("  credential: lssc\n")
    clerk = data / "roles" / "clerk.yaml"
    clerk.write_text(
        clerk.read_text(encoding="utf-8").replace(
            "entry:", "credentials: [{credential: lssc, asked: habit, note: Now and then.}]\nentry:"
        )
    )
    knowledge, problems = read_folder(data)
    assert not problems
    return Catalog(compile(knowledge))


# ---------------------------------------------------------------------------- may one apply?


@pytest.mark.parametrize(("hours", "short", "met"), [(1819, 1, False), (1819.5, 1, False), (1820, 0, True)])
def test_1820_hours_are_enough_and_1819_are_not(tiny: Catalog, hours: float, short: int, met: bool) -> None:
    for person in (
        Person(hours=hours),
        Person(worked=(Stretch(date(2024, 1, 1), date(2025, 12, 31), hours),)),
        Person(hours=hours - 20, worked=(Stretch(date(2024, 1, 1), date(2025, 12, 31), 20),)),
    ):
        found = standing(tiny, person, TODAY).eligibility
        assert (found.counted, found.short, found.met) == (hours, short, met)


def test_hours_count_from_the_same_day_five_years_ago(tiny: Catalog) -> None:
    since = years_before(TODAY, 5)
    work = Stretch(since, since + timedelta(400), HOURS)
    assert standing(tiny, Person(worked=(work,)), TODAY).eligibility.met is True
    a_day_later = standing(tiny, Person(worked=(work,)), TODAY + timedelta(1)).eligibility
    assert (a_day_later.since, a_day_later.met, a_day_later.short) == (since + timedelta(1), False, 5)


def test_without_hours_eligibility_is_unknown(tiny: Catalog) -> None:
    found = standing(tiny, Person(), TODAY).eligibility
    assert (found.counted, found.short, found.met, found.needed) == (None, None, None, 1820)


def test_without_secondary_school_no_hours_are_enough(tiny: Catalog) -> None:
    assert standing(tiny, Person(hours=5000, secondary=False), TODAY).eligibility.met is False


# ---------------------------------------------------------------------------- what is shown


def test_a_duty_shows_the_skills_it_uses(tiny: Catalog) -> None:
    found = lines(standing(tiny, Person(start="page"), TODAY))
    assert {one.id: one.duties for one in found["readers"].shown} == {"helping": (2, 4, 6), "shelving": (1, 3, 5)}
    assert [skill.id for skill in found["readers"].missing] == ["leading"]
    assert found["records"].shown == ()


def test_only_the_duties_that_the_person_does_count(tiny: Catalog) -> None:
    found = standing(tiny, Person(start="page", duties=(1,)), TODAY)
    assert [one.id for one in lines(found)["readers"].shown] == ["shelving"]
    assert [duty.theirs for duty in found.duties] == [True, False, False, False, False, False]


@pytest.mark.parametrize("number", [0, 7, -1])
def test_an_unknown_duty_number_is_refused(tiny: Catalog, number: int) -> None:
    with pytest.raises(LibcareerError, match=rf"^There is no duty {number}\. Page has the duties 1 to 6\.$"):
        standing(tiny, Person(start="page", duties=(number,)), TODAY)


def test_a_named_skill_counts_without_a_duty_and_a_narrower_one_for_a_broader(tiny: Catalog) -> None:
    found = lines(standing(tiny, Person(skills=("copy-cataloging",)), TODAY))
    assert [(one.id, one.duties) for one in found["records"].shown] == [("cataloging", ()), ("copy-cataloging", ())]
    broad = lines(standing(tiny, Person(skills=("cataloging",)), TODAY))
    assert [one.id for one in broad["records"].shown] == ["cataloging"]


@pytest.mark.parametrize("role", ["page", "clerk", "technician", "editor"])
def test_every_skill_of_a_set_is_either_shown_or_missing(tiny: Catalog, role: str) -> None:
    for line in standing(tiny, Person(start=role), TODAY).sets:
        told = [one.id for one in (*line.shown, *line.missing)]
        assert sorted(told) == sorted(tiny.lssc[line.id].skills)


# ---------------------------------------------------------------------------- the three to choose


def by_hand(catalog: Catalog, person: Person) -> tuple[str, ...]:
    """The best of all 35 choices, computed from the records alone."""
    used = set(person.skills)
    if person.start:
        used |= {skill for duty in catalog.roles[person.start].duties for skill in duty.skills}
    wanted = catalog.briefs[person.goal].skills if person.goal else None

    def has(skills: set[str], skill: str) -> bool:
        return any(narrower in skills for narrower in catalog.family(skill))

    required = {skill for record in catalog.lssc.values() if record.required for skill in record.skills}
    choices = list(combinations([id_ for id_, record in catalog.lssc.items() if not record.required], 3))
    assert len(choices) == 35
    scores = []
    for choice in choices:
        own = {skill for id_ in choice for skill in catalog.lssc[id_].skills}
        score = [0, 0, sum(has(used, skill) for skill in own)]
        if wanted:
            score[0] = sum(has(own | required, skill) for skill in wanted.essential)
            score[1] = sum(has(own | required, skill) for skill in wanted.useful)
        scores.append(score)
    return choices[scores.index(max(scores))]


def chosen(found: Standing) -> tuple[str, ...]:
    return tuple(line.id for line in found.sets if line.chosen)


def test_each_role_of_the_tiny_knowledge_gets_the_best_of_35(tiny: Catalog) -> None:
    for goal in tiny.briefs:
        for start in (None, *tiny.briefs):
            person = Person(start=start, goal=goal)
            assert chosen(standing(tiny, person, TODAY)) == by_hand(tiny, person)


def test_every_role_that_ships_gets_the_best_of_35(shipped: Catalog) -> None:
    for goal in shipped.briefs:
        person = Person(start="library-technician", goal=goal)
        assert chosen(standing(shipped, person, TODAY)) == by_hand(shipped, person)


@given(draw=st.data())
def test_the_three_chosen_are_always_the_best_of_35(shipped: Catalog, draw: st.DataObject) -> None:
    roles = sorted(shipped.briefs)
    person = Person(
        start=draw.draw(st.none() | st.sampled_from(roles)),
        skills=tuple(draw.draw(st.lists(st.sampled_from(sorted(shipped.skills)), max_size=8, unique=True))),
        goal=draw.draw(st.none() | st.sampled_from(roles)),
    )
    found = standing(shipped, person, TODAY)
    if person.goal or any(line.shown for line in found.sets):
        assert chosen(found) == by_hand(shipped, person)
    else:
        assert chosen(found) == ()
    wanted = {skill.id for line in found.sets if line.required or line.chosen for skill in line.serves}
    assert found.covered == len(wanted) <= found.wanted


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("cataloging-technician", "cataloging"),
        ("childrens-librarian", "youth"),
        ("circulation-supervisor", "supervision"),
        ("acquisitions-technician", "collections"),
        ("interlibrary-loan-technician", "access"),
        ("reference-librarian", "reference"),
    ],
)
def test_the_obvious_set_for_a_goal_is_chosen(shipped: Catalog, goal: str, expected: str) -> None:
    assert expected in chosen(standing(shipped, Person(goal=goal), TODAY))


def test_without_a_goal_and_without_work_nothing_is_chosen(tiny: Catalog) -> None:
    assert chosen(standing(tiny, Person(), TODAY)) == ()


def test_knowledge_without_sets_says_so(data: Path) -> None:
    (data / "lssc.yaml").unlink()
    knowledge, _ = read_folder(data)
    with pytest.raises(LibcareerError, match="no certification by competency sets"):
        standing(Catalog(compile(knowledge)), Person(), TODAY)


# ---------------------------------------------------------------------------- the shipped sets


def test_the_ten_sets_are_those_of_the_issuer(snapshot: Catalog) -> None:
    titles = {True: set(), False: set()}
    for record in snapshot.lssc.values():
        titles[record.required].add(record.title)
    assert titles[True] == {"Foundations of Library Services", "Technology", "Communication and Teamwork"}
    assert titles[False] == {
        "Access Services",
        "Adult Readers' Advisory Services",
        "Cataloging and Classification",
        "Collection Management",
        "Reference and Information Services",
        "Supervision and Management",
        "Youth Services",
    }


@pytest.mark.parametrize("id_", ["access", "cataloging", "collections", "communication", "foundations",
                                 "readers-advisory", "reference", "supervision", "technology", "youth"])  # fmt: skip
def test_each_set_has_three_prompts_and_is_shown_by_some_support_role(shipped: Catalog, id_: str) -> None:
    assert len(shipped.lssc[id_].prompts) >= 3
    support = [role for role, brief in shipped.briefs.items() if brief.cluster == "support"]
    assert any(lines(standing(shipped, Person(start=role), TODAY))[id_].shown for role in support)


# ---------------------------------------------------------------------------- how it reads


def test_the_reports_match_their_golden_files(certified: Catalog, golden: Callable[[str, str], None]) -> None:
    person = Person(start="page", goal="technician", worked=(Stretch(TODAY, TODAY, 8),))
    found = standing(certified, person, TODAY)
    golden(text(lssc_report(found), Format.PLAIN), "lssc.txt")
    golden(text(lssc_set_report(found, "desk"), Format.PLAIN), "lssc-set.txt")
    golden(text(lssc_report(standing(certified, Person(), TODAY)), Format.PLAIN), "lssc-nothing.txt")


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person(hours=1819), "You may not apply yet: 1 hour short."),
        (Person(hours=1), "You may not apply yet: 1,819 hours short."),
        (Person(hours=1819.9), "yours: 1,819 counted; 1 short"),
        (Person(hours=1820), "Your hours are enough to apply."),
        (Person(secondary=False), "You may not apply yet: secondary school or its equivalent is missing."),
        (Person(goal="clerk"), "for Clerk: habit, not a rule: Now and then."),
        (Person(goal="page"), "for Page: as far as we know, no employer asks for it"),
        (Person(start="page"), "The nearest three of the others".upper()),
    ],
)
def test_the_answer_is_said_in_words(certified: Catalog, person: Person, said: str) -> None:
    assert said in text(lssc_report(standing(certified, person, TODAY)), Format.PLAIN)


def test_the_cost_has_its_year_and_source(certified: Catalog) -> None:
    said = text(lssc_report(standing(certified, Person(), TODAY)), Format.PLAIN)
    assert "costs: 325 to 350 USD (Guild of Tests, 2010)" in said
    assert "does not: It does not raise pay." in said
    assert "kept by: Every fifth year." in said


def test_json_has_every_set_with_its_prompts_and_csv_a_row_for_each(tiny: Catalog) -> None:
    page = lssc_report(standing(tiny, Person(start="page"), TODAY))
    found = json.loads(text(page, Format.JSON))
    assert len(found["sets"]) == 10
    assert all(len(line["prompts"]) == 2 for line in found["sets"])
    assert len(text(page, Format.CSV).splitlines()) == 11


# ---------------------------------------------------------------------------- the command


def test_the_command_counts_hours_up_to_today(run: Any) -> None:
    told = json.loads(run("lssc", "--worked", "2000..now:1/week", "--format", "json").stdout)["eligibility"]
    assert told["since"] == years_before(date.today(), 5).isoformat()
    assert 260 <= told["counted"] <= 262


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--worked", "often"], 2, "'often' is not a stretch of work."),
        (["--duty", "1"], 2, "--duty chooses among the duties of a role: add --from ROLE."),
        (["--hours", "-1"], 2, "--hours"),
        (["--from", "pag"], 0, "No 'pag'; taking Page."),
        (["--goal", "direktor"], 0, "No 'direktor'; taking Director."),
        (["--skill", "helpin"], 0, "No 'helpin'; taking Helping readers."),
        (["desks"], 0, ""),
        (["desc"], 0, "No 'desc'; showing Desk."),
        (["cellar"], 1, "There is no competency set called 'cellar'."),
        (["--from", "page", "--duty", "9"], 1, "There is no duty 9. Page has the duties 1 to 6."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_told_in_one_sentence_and_a_slip_is_taken(run: Any, args: list[str], code: int, said: str) -> None:
    result = run("lssc", *args)
    assert result.exit_code == code
    assert said in result.stderr
    assert bool(result.stdout) is (code == 0)


def test_skills_can_be_named_without_a_role(run: Any) -> None:
    said = run("lssc", "--skill", "helping", "--skill", "reference").stdout
    assert "you show: Helping readers" in said


def test_every_next_command_runs(snapshot: Catalog, run_snapshot: Any) -> None:
    person = Person(start="library-technician", goal="cataloging-technician")
    page = lssc_report(standing(snapshot, person, TODAY))
    for command, _ in page.blocks[-1].commands:  # type: ignore[union-attr]
        assert run_snapshot(*command.split()[1:]).exit_code == 0, command
