"""What a record needs before it is ready: the rules of `check --ready`, one by one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from libcareer.commands.trials import trials
from libcareer.knowledge.checks import check, ready
from libcareer.knowledge.checks.judging import ALL_RULES, OVER_ALL
from libcareer.knowledge.checks.ready import READY_RULES, placeholders
from libcareer.knowledge.reading import STANDALONE, Knowledge, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(folder: Path, rule: Any) -> list[str]:
    """What a *rule* finds, as file, line and message."""
    knowledge, problems = read_folder(folder)
    assert problems == []
    return [f"{one.file}:{one.line}: {one.message}" for one in rule(knowledge)]


def line(folder: Path, name: str, text: str) -> int:
    before, there, _ = (folder / name).read_text(encoding="utf-8").partition(text)
    assert there
    return before.count("\n") + 1


CASES: list[tuple[Callable[..., Any], str, str, str, str]] = [
    # rule, file, what is there, what is there instead, the message
    (ready.texts_are_ones_own, "roles/page.yaml", "The day of a page.", "What to try in an hour",
     "this is the example of the template; write your own words."),
    (ready.texts_are_ones_own, "roles/page.yaml", "One thing liked in page work.", "What people in it LIKE!",
     "this is the example of the template; write your own words."),
    (ready.texts_are_ones_own, "questions.yaml", "Page and clerk. Ask at the desk.",
     "Three to six sentences, the thing first, then the condition, then what to do this week. No figure "
     "without its year.",
     "this is the example of the template; write your own words."),
    (ready.texts_are_for_people, "roles/page.yaml", "The day of a page.", '"The day \\u200b of a page."',
     "the character U+200B cannot be shown; leave it out, or write the text anew."),
    (ready.texts_are_for_people, "roles/page.yaml", "The day of a page.", "The day \N{EM DASH} a page's.",
     "a long dash; use a comma, a colon or a new sentence."),
    (ready.texts_are_for_people, "roles/page.yaml", "The day of a page.", "The day of of a page.",
     "'of of' has a word twice."),
    (ready.sources_are_named_once, "roles/page.yaml", "\nsources: [survey, guide]",
     "\nsources: [survey, guide, survey]",
     "'survey' is listed twice."),
    (ready.wordings_differ, "questions.yaml", "also: [", "also: [Which jobs need no degree, ",
     "this wording is given twice."),
    (ready.laws_ask_for_licenses, "roles/librarian.yaml", "- credential: mlis\n      asked: employers",
     "- credential: mlis\n      asked: law",
     "'mlis' is no license, so no law asks for it; say employers or habit."),
    (ready.phrases_are_said_for_one_thing, "synonyms.yaml", "shelves:\n",
     "mine: {said: [restocked shelves], means: [shelving], why: W.}\nshelves:\n",
     "'restock shelves' is said for 'mine' already."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "name", "old", "new", "message"), [pytest.param(*case, id=case[0].__name__) for case in CASES]
)
def test_what_is_not_ready_is_a_problem_in_its_line(
    data: Path, rule: Callable[..., Any], name: str, old: str, new: str, message: str
) -> None:
    assert found(data, rule) == []
    spoil(data, name, old, new)
    (problem,) = found(data, rule)
    file, number, said = problem.split(":", 2)
    assert (file, said.strip()) == (name, message)
    assert (
        line(data, name, new.lstrip("\n").splitlines()[0]) <= int(number) <= line(data, name, new) + 1 + new.count("\n")
    )
    assert problem not in [f"{one.file}:{one.line}: {one.message}" for one in check([data]).problems]
    assert problem in [f"{one.file}:{one.line}: {one.message}" for one in check([data], ready=True).problems]


def test_a_role_without_pay_is_not_ready(data: Path) -> None:
    spoil(data, "occupations.yaml", "pay:\n    - {median: 77000, year: May 2025, source: survey}", "pay: []")
    said = "'27-3041.00' has no pay figure; name first an occupation that has one."
    number = line(data, "roles/editor.yaml", '"27-3041.00"')
    assert found(data, ready.roles_have_pay) == [f"roles/editor.yaml:{number}: {said}"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("day: TODO a real day.", [(6, "still to do: a real day.")]),
        ("# TODO choose: a, b", [(3, "still to do: choose: a, b.")]),
        ('note: "Estimate: TODO how."', [(18, "still to do: how.")]),
        ("hour: {do: TODO this., put_off: TODO that.}", [(12, "still to do: this.")]),
        ("label: TODO two words   # as a result quotes it", [(8, "still to do: two words.")]),
        ("kind: x  # TODO", [(12, "still to do: put your own words here.")]),
        ("said: A todo list, TODOS and MYTODO.", []),
        ("TODO-1", [(1, "still to do: 1.")]),
    ],
)
def test_a_placeholder_is_a_problem_at_its_mark(written: str, said: list[tuple[int, str]]) -> None:
    for text in (written, f"\ufeff{written}\r\nb: 1\r\n"):
        problems = list(placeholders("x.yaml", text.encode()))
        assert [(one.column, one.message) for one in problems] == said
        assert {one.line for one in problems} <= {1}


def test_everything_comes_in_one_run_whatever_is_wrong(data: Path, run: Run) -> None:
    spoil(data, "roles/page.yaml", "place: inside", "place: libary")
    spoil(data, "roles/page.yaml", "day: Put", "day: A page puts")
    spoil(data, "roles/page.yaml", "The day of a page.", "TODO the day")
    spoil(data, "roles/page.yaml", "cluster: support", "cluster: suport")
    spoil(data, "roles/page.yaml", "Hours of a page.", "Hours of of a page.")
    (data / "clusters.yaml").write_text("[", encoding="utf-8")
    result = run("check", "--ready", str(data / "roles" / "page.yaml"))
    assert result.exit_code == 1
    for said in ("'libary' is not one of", "contains a title of the role", "still to do: the day", "word twice"):
        assert said in " ".join(result.output.split())
    assert "take the word TODO away" in " ".join(result.output.split())


def test_a_draft_passes_the_plain_check_and_its_placeholders_are_named_by_the_other(data: Path, run: Run) -> None:
    spoil(data, "roles/page.yaml", "The day of a page.", "TODO the day")
    assert "still to do" not in run("check", str(data / "roles" / "page.yaml")).output
    assert "still to do: the day." in run("check", "--ready", str(data / "roles" / "page.yaml")).output


def test_the_placeholders_of_other_files_are_not_told_for_a_part(data: Path) -> None:
    spoil(data, "roles/page.yaml", "The day of a page.", "TODO the day")
    files = {problem.file for problem in check([data / "roles" / "clerk.yaml"], ready=True).problems}
    assert files <= {"roles/clerk.yaml"}


def test_every_rule_of_what_is_ready_has_a_case() -> None:
    assert {*(rule for rule, *_ in CASES), ready.roles_have_pay} == set(READY_RULES)


@pytest.mark.parametrize("rule", READY_RULES, ids=lambda rule: rule.__name__)
def test_a_rule_accepts_nothing_and_all_that_ships_and_says_what_it_asks(
    rule: Callable[..., Any], shipped_knowledge: Knowledge
) -> None:
    assert list(rule(Knowledge())) == []
    assert [str(problem) for problem in rule(shipped_knowledge)] == []
    assert str(rule.__doc__).strip().endswith(".")


def test_a_rule_is_over_one_record_unless_it_is_listed_as_over_all() -> None:
    assert set(OVER_ALL) < {*ALL_RULES, *READY_RULES}
    for rule in (*ALL_RULES, *READY_RULES):
        said = str(rule.__doc__)
        if any(word in said for word in ("No two ", "shared", "leads back", "Another record")):
            assert rule in OVER_ALL, rule


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_spoiled_the_rest_is_judged_and_nothing_crashes(data: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = sorted(path for path in data.rglob("*.yaml") if path.name != STANDALONE)
    for path in chance.sample(files, 3):
        lines = path.read_text(encoding="utf-8").splitlines()
        at = chance.randrange(len(lines))
        spoiled = (lines[at].replace(":", ": x"), f"{lines[at]} zz", lines[at].replace("[", "[qq, "))
        lines[at : at + 1] = chance.choice([[], *([line] for line in spoiled)])
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = check([data], ready=True, trials=[trials])
    assert found.problems == tuple(sorted(set(found.problems)))
