"""The guide answers as the command line does: the same pages, byte for byte, and the same errors."""

from __future__ import annotations

import inspect
import json
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from libcareer import Guide, Result
from libcareer.commands import MODULES
from libcareer.commands.lazy import LazyCommands
from libcareer.errors import BadAnswers, BadData, LibcareerError, SeveralNames, UnknownName, WrongUsage

if TYPE_CHECKING:
    from conftest import Run

TESTS = Path(__file__).parents[1]
TINY = TESTS / "tiny"
AD = TESTS / "documents" / "advertisement.txt"
CLASS = TESTS / "class"
MUSEUM = TESTS.parent / "docs" / "examples" / "museum-education"

FORMATS = ("plain", "markdown", "json", "csv")

Asked = Callable[[Guide], Result[Any]]

METHODS = {
    "roles": "roles",
    "show": "role",
    "path": "path",
    "compare": "compare",
    "related": "related",
    "planb": "planb",
    "translate": "translate",
    "worth": "worth",
    "tracks": "tracks",
    "map": "map",
    "match": "match",
    "plan": "plan",
    "lssc": "lssc",
    "skills": "skills",
    "credentials": "credentials",
    "resources": "resources",
    "occupations": "occupations",
    "network": "fields",
    "sources": "sources",
    "disputes": "disputes",
    "changes": "changes",
    "title": "title",
    "ask": "ask",
    "search": "search",
    "quiz": "quiz",
    "fit": "fit",
    "class": "class_",
}
"""The commands that answer, each with the method for it."""

NO_ANSWERS = {"explore", "me", "forget", "check", "help", "new", "publish", "report"}
"""The commands that lead around, keep something, or are about the program and its files."""

OTHERWISE = {
    "posts": ("from_", "earlier"),
    "start": ("from_",),
    "lacking": ("not_",),
    "skill": ("skills", "name"),
    "section": ("sections",),
    "duty": ("duties",),
    "begins": ("start",),
    "context": ("in_field",),
    "words": ("words", "question", "goal"),
    "paths": ("paths",),
    "role": ("role", "roles", "name"),
    "field": ("name",),
}
"""Options and arguments with another name in Python: reserved words, and lists in the plural."""

ELSEWHERE = {
    "credentials": {"name"},
    "skills": {"skill"},
    "map": {"svg"},
    "network": {"field"},
    "resources": {"outdated"},
    "title": {"file"},
}
"""What another method takes: `skill`, `credential`, `field`, `outdated`, `titles`."""

OF_THE_COMMAND_LINE = {
    "anyone",
    "data",
    "format_",
    "ctx",
    "lines",
    "new",
    "ics",
    "calendar",
    "handouts",
    "share",
    "paper",
}
"""What is about a terminal, about files that are written, or about what is kept."""

ON_SITTINGS = {"details", "ignore"}
"""What the quiz takes when its result is asked for."""

LIKE_THE_COMMAND_LINE: dict[str, Asked] = {
    "roles": lambda by: by.roles(),
    "roles --skill Cataloguing --no-masters": lambda by: by.roles(skills=["Cataloguing"], no_masters=True),
    "roles --cluster support --setting public --education bachelor --beyond": lambda by: by.roles(
        cluster="support", setting="public", education="bachelor", beyond=True
    ),
    "show Librarian": lambda by: by.role("Librarian"),
    "show page --section pay --section doubts": lambda by: by.role("page", sections=["pay", "doubts"]),
    "show librarian --sources": lambda by: by.role("librarian", sources=True),
    "path librarian": lambda by: by.path("librarian"),
    "path librarian --from shelver --from page --years 2 --have bachelor --details": lambda by: by.path(
        "librarian", from_="shelver", earlier=["page"], years=2, have=["bachelor"], details=True
    ),
    "path librarian --not bachelor --skill cataloging --prefer quickest": lambda by: by.path(
        "librarian", not_=["bachelor"], skills=["cataloging"], prefer="quickest"
    ),
    "path librarian --from shelver --studying mlis:8": lambda by: by.path(
        "librarian", from_="shelver", studying=["mlis:8"]
    ),
    "planb librarian": lambda by: by.planb("librarian"),
    "planb librarian --no-masters --max-cost 5000 --min-pay 30k --no-evenings --public calm --all": lambda by: by.planb(
        "librarian", no_masters=True, max_cost=5000, min_pay="30k", evenings=False, public="calm", all_=True
    ),
    "planb librarian --part-time --max-months 1.5years --inside": lambda by: by.planb(
        "librarian", part_time=True, max_months=18, inside=True
    ),
    "compare librarian shelver": lambda by: by.compare("librarian", "shelver"),
    "related librarian --limit 1 --no-degree": lambda by: by.related("librarian", limit=1, no_degree=True),
    "tracks --skill cataloging --explain": lambda by: by.tracks(skills=["cataloging"], explain=True),
    "tracks --from shelver --no-masters": lambda by: by.tracks(from_="shelver", no_masters=True),
    "worth librarian --earn 38000": lambda by: by.worth("librarian", earn=38000),
    "worth mlis --earn 18.50/hour --cost 20000 --table": lambda by: by.worth(
        "mlis", earn="18.50/hour", cost=20000, table=True
    ),
    "worth mlis --earn 18.50/hour --goal librarian --stay 25": lambda by: by.worth(
        "mlis", earn="18.50/hour", goal="librarian", stay=25
    ),
    "lssc": lambda by: by.lssc(),
    "skills": lambda by: by.skills(),
    "occupations": lambda by: by.occupations(),
    "occupations technicians": lambda by: by.occupations("technicians"),
    "skills cataloging": lambda by: by.skill("cataloging"),
    "credentials": lambda by: by.credentials(),
    "credentials --cost low --no-degree": lambda by: by.credentials(cost="low", no_degree=True),
    "credentials mlis": lambda by: by.credential("mlis"),
    "resources": lambda by: by.resources(),
    "resources --kind association --role librarian": lambda by: by.resources(kind="association", role="librarian"),
    "resources --outdated": lambda by: by.outdated(),
    "network": lambda by: by.fields(),
    "sources": lambda by: by.sources(),
    "sources --stale": lambda by: by.sources(stale=True),
    "disputes": lambda by: by.disputes(),
    "changes": lambda by: by.changes(),
    "changes ohio-ads": lambda by: by.changes("ohio-ads"),
    "changes --where Ohio --role librarian --kind pay": lambda by: by.changes(
        where="Ohio", role="librarian", kind="pay"
    ),
    "title Library Assistant II": lambda by: by.title("Library Assistant II"),
    "title Page --context field": lambda by: by.title("Page", in_field=True),
    "translate cataloging": lambda by: by.translate("cataloging"),
    "translate --role librarian": lambda by: by.translate(role="librarian"),
    "ask which jobs need no degree": lambda by: by.ask("which jobs need no degree"),
    "search librarian pay": lambda by: by.search("librarian pay"),
    f"match {shlex.quote(str(AD))} --role librarian": lambda by: by.match(AD, role="librarian"),
    f"class {shlex.quote(str(CLASS))}": lambda by: by.class_(CLASS),
}
"""Command lines, each with what to ask a guide for the same page."""

SHIPPED: dict[str, Asked] = {
    "roles --skill cataloging --where Ohio": lambda by: by.roles(skills=["cataloging"], where="Ohio"),
    "show archivist --where uk": lambda by: by.role("archivist", where="uk"),
    "show 'Circulation Desk Clerk'": lambda by: by.role("Circulation Desk Clerk"),
    "path librarian --from library-technician --have bachelor": lambda by: by.path(
        "librarian", from_="library-technician", have=["bachelor"]
    ),
    "lssc --from library-technician --duty 1-3 --hours 1500 --worked 2022..2023:900": lambda by: by.lssc(
        from_="library-technician", duties=[1, 2, 3], hours=1500, worked=["2022..2023:900"]
    ),
    "lssc communication": lambda by: by.lssc("communication"),
    "network law": lambda by: by.field("law"),
    "credentials --where uk": lambda by: by.credentials(where="uk"),
    "translate cataloging to business": lambda by: by.translate("cataloging to business"),
    "translate 'manage inventory' --from business": lambda by: by.translate("manage inventory", from_="business"),
    "ask am I too shy for library work": lambda by: by.ask("am I too shy for library work"),
}
"""The same where the tiny knowledge has nothing to say."""


@pytest.fixture(scope="session")
def guide() -> Guide:
    """A guide through the tiny knowledge."""
    return Guide(TINY)


@pytest.fixture(scope="session")
def shipped_guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """A guide through the shipped knowledge."""
    return Guide()


# ---------------------------------------------------------------------------- the same pages


@pytest.mark.parametrize("line", LIKE_THE_COMMAND_LINE)
def test_a_method_gives_the_page_of_the_command(run: Run, guide: Guide, line: str) -> None:
    found = LIKE_THE_COMMAND_LINE[line](guide)
    for format_ in FORMATS:
        written = run(*shlex.split(line), "--format", format_)
        assert found.text(format_) == written.stdout
        assert found.found is (written.exit_code == 0)
    assert (found.markdown(), found.json(), found.csv()) == tuple(map(found.text, FORMATS[1:]))


@pytest.mark.parametrize("line", SHIPPED)
def test_so_it_does_with_the_knowledge_that_ships(run_shipped: Run, shipped_guide: Guide, line: str) -> None:
    found = SHIPPED[line](shipped_guide)
    for format_ in ("markdown", "json"):
        assert found.text(format_) == run_shipped(*shlex.split(line), "--format", format_).stdout


def test_a_plan_is_the_one_of_the_command_where_nothing_can_be_kept(
    run: Run, guide: Guide, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = guide.plan("librarian", from_="shelver", start="2026-09-01")
    (home / "file").write_text("")
    monkeypatch.setenv("LIBCAREER_HOME", str(home / "file"))
    for format_ in FORMATS:
        written = run("plan", "librarian", "--from", "shelver", "--start", "2026-09-01", "--format", format_)
        assert "not kept" in written.stderr
        assert found.text(format_) == written.stdout
    assert guide.plan("librarian", from_="shelver", start=date(2026, 9, 1)).json() == found.json()


def test_a_text_is_read_as_standard_input_is(run: Run, guide: Guide) -> None:
    text = AD.read_text()
    for format_ in FORMATS:
        assert guide.match_text(text).text(format_) == run("match", "-", "--format", format_, input=text).stdout


def test_many_titles_are_read_as_from_a_list(run: Run, guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "titles").write_text("Library Page\nTruck Driver\n")
    found = guide.titles(["Library Page", "Truck Driver"])
    for format_ in FORMATS:
        assert found.text(format_) == run("title", "--file", str(tmp_path / "titles"), "--format", format_).stdout


def test_what_is_kept_about_a_person_plays_no_part(run: Run, guide: Guide) -> None:
    before = guide.path("librarian").json()
    assert run("me", "--from", "shelver", "--have", "bachelor").exit_code == 0
    assert "For you" in run("path", "librarian").stdout
    assert guide.path("librarian").json() == before


def test_two_guides_side_by_side_speak_of_their_own_field_each(run: Run, guide: Guide) -> None:
    museum = Guide(MUSEUM)
    found, other = museum.roles(inside=True), guide.roles(inside=True)
    for format_ in FORMATS:
        assert found.text(format_) == run("roles", "--inside", "--format", format_, data=MUSEUM).stdout
        assert other.text(format_) == run("roles", "--inside", "--format", format_).stdout


# ---------------------------------------------------------------------------- every command, every option


def test_every_command_that_answers_has_a_method() -> None:
    assert METHODS.keys() | NO_ANSWERS == set(MODULES)
    assert METHODS.keys() & NO_ANSWERS == set()


@pytest.mark.parametrize("command", METHODS)
def test_a_method_takes_every_option_of_its_command(command: str) -> None:
    takes = set(inspect.signature(getattr(Guide, METHODS[command])).parameters)
    options = {one.name for one in LazyCommands()[command].params if one.name and one.expose_value}
    options -= OF_THE_COMMAND_LINE | ELSEWHERE.get(command, set())
    options -= ON_SITTINGS if command == "quiz" else {"answers"} if command == "fit" else set()
    for option in options:
        assert takes & {option, *OTHERWISE.get(option, ())}, option


def methods() -> list[str]:
    return [name for name, one in inspect.getmembers(Guide, inspect.isfunction) if not name.startswith("_")]


@pytest.mark.parametrize("name", methods())
def test_options_are_given_by_name_and_every_method_says_what_it_gives(name: str) -> None:
    method = getattr(Guide, name)
    assert inspect.getdoc(method)
    for one in inspect.signature(method).parameters.values():
        assert one.default is one.empty or one.kind is one.KEYWORD_ONLY or one.name in ("name", "topic", "words")


# ---------------------------------------------------------------------------- names and errors


def test_a_misspelled_name_is_unknown_and_the_nearest_are_told(guide: Guide) -> None:
    with pytest.raises(UnknownName) as refused:
        guide.role("librarain")
    assert (refused.value.kind, refused.value.nearest[0]) == ("role", "librarian")
    with pytest.raises(UnknownName, match=r"no preference called 'dear'. Choose one of these: usual, quickest"):
        guide.path("librarian", prefer="dear")


def test_a_name_of_several_records_is_refused(shipped_guide: Guide) -> None:
    name, ids = next((name, ids) for name, ids in shipped_guide.catalog.role_names.ids.items() if len(ids) > 1)
    with pytest.raises(SeveralNames) as refused:
        shipped_guide.role(name)
    assert set(refused.value.ids) == set(ids)


def test_options_that_contradict_each_other_are_refused_as_the_command_does(run: Run, guide: Guide) -> None:
    with pytest.raises(WrongUsage) as refused:
        guide.planb("librarian", part_time=True, full_time=True)
    written = run("planb", "librarian", "--part-time", "--full-time")
    assert written.exit_code == 2
    assert str(refused.value) in written.stderr
    with pytest.raises(WrongUsage, match="roles to compare"):
        guide.compare(*["librarian"] * 5)


def test_a_limit_in_another_currency_judges_nothing_and_is_noted(run: Run, guide: Guide) -> None:
    found = guide.planb("librarian", max_cost="5000 EUR")
    written = run("planb", "librarian", "--max-cost", "5000 EUR")
    assert found.text() == written.stdout
    assert found.notes == (" ".join(written.stderr.split()),)
    quiz = guide.quiz(riasec="SAI")
    quiz.limit(min_pay="30000 EUR")
    assert "nothing is judged by it" in quiz.result().notes[-1]
    with pytest.raises(WrongUsage, match="--earn is in EUR"):
        guide.worth("librarian", earn="38000 EUR")


def test_a_folder_is_refused_as_the_command_line_does(run: Run, data: Path) -> None:
    with pytest.raises(LibcareerError) as missing:
        Guide(data / "nowhere")
    assert str(missing.value) in run("roles", data=data / "nowhere").stderr
    (data / "roles" / "page.yaml").write_text("title: 3\n")
    with pytest.raises(BadData) as broken:
        Guide(str(data))
    assert broken.value.problems
    assert str(broken.value) in run("roles", data=data).stderr


def test_a_folder_may_begin_with_the_home_folder(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(data.parent))
    assert Guide(f"~/{data.name}").roles().json() == Guide(TINY).roles().json()


def lists() -> list[tuple[str, str]]:
    return [
        (name, one.name)
        for name in methods()
        for one in inspect.signature(getattr(Guide, name)).parameters.values()
        if "Sequence" in str(one.annotation)
    ]


@pytest.mark.parametrize(("name", "option"), lists())
def test_a_text_is_refused_where_a_list_is_meant(guide: Guide, name: str, option: str) -> None:
    parameters = [*inspect.signature(getattr(Guide, name)).parameters.values()][1:]
    needed = [one for one in parameters if one.default is one.empty and one.kind is not one.VAR_POSITIONAL]
    given = {one.name: "librarian" for one in needed} | {option: "cataloging"}
    said = rf"{name}: {option} is a list. Write {option}=\['cataloging'\], not {option}='cataloging'."
    with pytest.raises(TypeError, match=said):
        getattr(guide, name)(**given)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (lambda by: by.roles(skills=[1]), "skills is a list of text, not"),
        (lambda by: by.roles(no_masters="yes"), "no_masters is True or False, not 'yes'"),
        (lambda by: by.role(["librarian"]), "name is text, not"),
        (lambda by: by.planb("librarian", max_months=True), "max_months is a number or None, not True"),
        (lambda by: by.sources(today="2026-07-01"), "today is a date or None, not '2026-07-01'"),
        (lambda by: by.compare(["librarian", "page"]), "Write 'librarian', 'page' without the brackets"),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(guide: Guide, asked: Asked, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        asked(guide)


def test_a_result_can_be_written_more_than_once_and_leads_on(guide: Guide) -> None:
    found = guide.role("librarian")
    assert found.csv() == found.csv()
    assert found.data()["id"] == found.answer.id == "librarian"
    assert found.links[0].address in {link["address"] for link in found.data()["links"]}
    assert next(section.title for section in found.sections) == "Librarian"
    with pytest.raises(UnknownName, match="plain, markdown, html, json, csv"):
        found.text("pdf")


# ---------------------------------------------------------------------------- the day


def test_the_day_is_the_real_one_unless_another_is_given(guide: Guide, run: Run) -> None:
    given = {"from_": "shelver", "studying": ["mlis:2027-01"]}
    then, later = (guide.path("librarian", **given, today=day).json() for day in (date(2026, 1, 1), date(2026, 12, 1)))
    assert then != later
    assert guide.path("librarian", **given).json() == guide.path("librarian", **given, today=date.today()).json()


# ---------------------------------------------------------------------------- what asks


def test_the_quiz_is_asked_screen_by_screen_and_its_result_is_that_of_the_command(
    run: Run, guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiz = guide.quiz(seed=7)
    while screen := quiz.screen:
        ids = [option.id for option in screen.options]
        assert all(option.text for option in screen.options)
        quiz.answer(ids[: screen.picks], ids[-1] if screen.least else None)
    quiz.limit(no_masters=True, evenings=False)
    monkeypatch.chdir(tmp_path)
    for details in (False, True):
        found = quiz.result(details=details)
        Path("FILE").write_text(found.json())
        for format_ in FORMATS:
            options = ["--details"] if details else []
            assert found.text(format_) == run("quiz", "--answers", "FILE", *options, "--format", format_).stdout
    again = guide.quiz(answers="FILE")
    assert again.screen is None
    assert again.result(details=True).json() == found.json()


def test_an_answer_of_the_quiz_can_be_taken_back_and_a_screen_passed_over(guide: Guide) -> None:
    quiz = guide.quiz()
    first = quiz.screen
    assert first
    with pytest.raises(BadAnswers, match="Nothing was answered"):
        quiz.result()
    with pytest.raises(BadAnswers, match="does not show 'nothing'"):
        quiz.answer(["nothing"])
    with pytest.raises(BadAnswers, match=f"takes {first.picks} of its options"):
        quiz.answer([])
    quiz.skip()
    assert quiz.screen != first
    quiz.back()
    assert quiz.screen == first


def test_the_questions_about_one_role_come_to_the_verdict_of_the_command(
    run: Run, guide: Guide, tmp_path: Path
) -> None:
    fit = guide.fit("Librarian", seed=3)
    while screen := fit.screen:
        ids = [option.id for option in screen.options]
        fit.answer(ids[: screen.picks], ids[-1] if screen.least else None)
    found = fit.result()
    (tmp_path / "answers.json").write_text(found.json())
    for format_ in FORMATS:
        written = run("fit", "librarian", "--answers", str(tmp_path / "answers.json"), "--format", format_)
        assert found.text(format_) == written.stdout


def test_a_class_is_told_what_is_not_counted(guide: Guide, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}")
    found = guide.class_(CLASS, tmp_path)
    assert found.answer.people == len([*CLASS.iterdir()])
    assert "is not a result of the quiz" in found.notes[0]
    with pytest.raises(BadAnswers, match="at least 5 people"):
        guide.class_(CLASS / "1.json")


def test_scores_of_another_test_begin_the_quiz(guide: Guide) -> None:
    found = guide.quiz(riasec="SAI").result()
    assert "Only the order of SAI is evidence" in found.notes[0]
    assert json.loads(found.json())["riasec"]
