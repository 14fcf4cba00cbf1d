"""The checks: seeded errors, the rules one by one, and the built-in knowledge."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from libcareer.errors import LibcareerError
from libcareer.knowledge import checks, reading
from libcareer.knowledge.checks import (
    changes,
    check,
    countries,
    figures,
    freshness,
    origins,
    pack,
    quiz,
    records,
    titles,
    translations,
    vocabulary,
)
from libcareer.knowledge.checks.judging import ALL_RULES
from libcareer.knowledge.checks.records import LEAST_SKILLS, SHARED_WORDS
from libcareer.knowledge.reading import STANDALONE, Knowledge, read_folder
from libcareer.knowledge.yaml_nodes import DEEPEST, LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run

TINY = Path(__file__).parents[1] / "tiny"


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def at(folder: Path, name: str, text: str) -> str:
    """The location of the first *text* in a file, in the form in which problems begin."""
    before, found, _ = (folder / name).read_text(encoding="utf-8").partition(text)
    assert found
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def heads(*paths: Path) -> list[str]:
    """The problems at *paths* without their source lines."""
    return [str(problem).splitlines()[0] for problem in check(paths).problems]


def texts(folder: Path, rules: Any) -> list[str]:
    """The problems that *rules* find in a folder that stands alone and has no others."""
    knowledge, problems = read_folder(folder)
    assert problems == []
    return [str(problem).splitlines()[0] for rule in rules for problem in rule(knowledge)]


@pytest.fixture
def clean(data: Path) -> Path:
    """The tiny knowledge made to keep every rule: each role with enough skills, each source in use."""
    knowledge, _ = read_folder(data)
    skills = knowledge.records("skills")
    for id_, role in knowledge.records("roles").items():
        listed = (*role.skills.essential, *role.skills.useful)
        more = [skill for skill in skills if skill not in listed][: max(0, LEAST_SKILLS - len(listed))]
        spoil(data, f"roles/{id_}.yaml", "useful: [", "".join(["useful: [", *(f"{skill}, " for skill in more)]))
    named = {reference.id for reference in knowledge.references if reference.kind == "sources"}
    unused = knowledge.records("sources").keys() - named
    spoil(data, "roles/page.yaml", "\nsources: [", "".join(["\nsources: [", *(f"{id_}, " for id_ in sorted(unused))]))
    return data


# ---------------------------------------------------------------------------- seeded errors


class Seed(NamedTuple):
    """An error to plant in one file, and the one problem that it must cause."""

    file: str
    plant: Callable[[Path], Any]
    problem: str
    """Line, column and message; `@text` instead of line and column means the location of this text."""


def changed(file: str, old: str, new: str, message: str, bad: str = "") -> Seed:
    """In *file*, *new* instead of *old*; the problem is at *bad*, or else at *new*."""
    return Seed(file, lambda folder: spoil(folder, file, old, new), f"@{bad or new}@{message}")


def added(file: str, text: str | bytes, problem: str) -> Seed:
    """A new *file*, or *text* at the end of one."""

    def plant(folder: Path) -> None:
        (folder / file).parent.mkdir(exist_ok=True)
        with (folder / file).open("ab") as opened:
            opened.write(text if isinstance(text, bytes) else text.encode())

    return Seed(file, plant, problem)


def link_out(folder: Path) -> None:
    outside = folder.parent / "outside.yaml"
    outside.write_bytes((folder / "roles" / "page.yaml").read_bytes())
    (folder / "roles" / "linked.yaml").symlink_to(outside)


BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"
COLON = "a text contains a colon and a space. Put the text in quotes, or begin it with >- on the line above."
CAPITALS = (TINY / "roles" / "page.yaml").read_text(encoding="utf-8")

SEEDS = {
    "an unknown skill": changed(
        "roles/clerk.yaml", "[shelving]", "[shelvin]", "unknown skill 'shelvin'. Did you mean 'shelving'?", "shelvin]"
    ),
    "a dangling role": changed(
        "roles/director.yaml", "librarian", "libarian", "unknown role 'libarian'. Did you mean 'librarian'?"
    ),
    "a duplicate key": changed(
        "roles/editor.yaml",
        "aliases: []",
        "title: Again",
        "duplicate key 'title' (first on line 1).",
    ),
    "a missing field": changed(
        "roles/librarian.yaml", "cluster: professional\n", "", "missing field 'cluster' in this role.", "title"
    ),
    "a number out of range": changed("roles/page.yaml", "{people: 2", "{people: 5", "5 is above 4.", "5, teach"),
    "a wrong type": changed(
        "credentials/bachelor.yaml", "[guide]", "of old", "expected a list, found the text 'of old'."
    ),
    "a bad enum": changed(
        "credentials/badge.yaml",
        "asked: habit",
        "asked: habbit",
        "'habbit' is not one of law, employers, habit. Did you mean 'habit'?",
        "habbit",
    ),
    "a range upside down": changed(
        "credentials/lib-certificate.yaml", "[6, 12]", "[12, 6]", "the lowest value is above the highest."
    ),
    "an unknown key": changed(
        "credentials/mlis.yaml",
        "kind: degree",
        "kind: degree\ncots: 3",
        "unknown field 'cots'. Did you mean 'cost'?",
        "cots",
    ),
    "a tag": changed("disputes.yaml", "Nobody", "!x Nobody", "tags (!name) are not allowed."),
    "an anchor": changed(
        "outdated.yaml",
        "Join",
        "&join Join",
        "anchors (&name) are not allowed. Write the value out where it is needed.",
    ),
    "an alias": changed(
        "education.yaml", "[high school]", "*high", "aliases (*name) are not allowed. Write the value out."
    ),
    "a colon inside a text": changed("fields.yaml", "Work in", "Work: in", COLON, ": in"),
    "a second document": added(
        "questions.yaml", "---\nmore: 1\n", "@more: 1@a second document begins here; write one document per file."
    ),
    "an id with capitals": added(
        "settings.yaml", "Home: {title: Home}\n", "@Home@'Home' cannot be an id: use words-joined-by-hyphens."
    ),
    "a file name with capitals": added(
        "roles/Guard.yaml",
        CAPITALS,
        "1:1: the file's name 'Guard' is its id: use lower-case words joined by hyphens.",
    ),
    "an id in two files": added(
        "skills/zeal.yaml",
        "title: Z\nskills:\n  shelving: {title: S, summary: Again.}\n",
        "@shelving@duplicate id 'shelving', first defined in skills/service.yaml:3.",
    ),
    "a tab": added(
        "roles/tab.yaml",
        "title: T\nskills:\n\tuseful: []\n",
        "3:1: the line is indented with a tab. Indent with spaces.",
    ),
    "an alias bomb": added(
        "roles/bomb.yaml",
        BOMB,
        "1:4: anchors (&name) are not allowed. Write the value out where it is needed.",
    ),
    "a byte that is not UTF-8": added(
        "roles/latin.yaml", b"title: T\nday: caf\xe9\n", "2:9: byte 0xe9 is not UTF-8. Save the file as UTF-8."
    ),
    "an empty file": added("roles/empty.yaml", "", "1:1: the file is empty."),
    "only comments": added("roles/comment.yaml", "# To do.\n", "1:1: the file contains only comments."),
    "a NUL": added("roles/nul.yaml", "title: T\nday: A\0B\n", "2:7: the character U+0000 is not allowed."),
    "nesting too deep": added(
        "roles/deep.yaml", "a: " + "[" * 60 + "]" * 60, f"1:{4 + DEEPEST}: nested more than {DEEPEST} levels deep."
    ),
    "a file over the limit": added(
        "roles/large.yaml", b"#" * (LARGEST_FILE + 1), f"1:1: the file is larger than {LARGEST_FILE:,} bytes."
    ),
    "a .yml file": added(
        "roles/guard.yml", CAPITALS, "1:1: rename the file to 'guard.yaml'; .yml files are not read."
    ),
    "a stray file": added(
        "skils/more.yaml", "a: b\n", "1:1: libcareer does not read this file. Did you mean 'skills/more.yaml'?"
    ),
    "a link out of the folder": Seed(
        "roles/linked.yaml", link_out, "1:1: the file is a link to a place outside its folder."
    ),
}  # fmt: skip

# The parser notices these later, at the end of the file or one line below: see test_yaml_nodes.
MISPLACED = {
    "an unclosed quote": added(
        "roles/quote.yaml", "title: 'T\nday: D\n", "1:8: a quotation mark is opened and never closed."
    ),
    "a key without a colon": added(
        "roles/colon.yaml", "title: T\nlost\nday: D\n", "2:1: a key without a colon. Write 'key: value'."
    ),
}


def expected(folder: Path, seed: Seed) -> str:
    if not seed.problem.startswith("@"):
        return f"{seed.file}:{seed.problem}"
    _, text, message = seed.problem.split("@")
    return f"{at(folder, seed.file, text)}: {message}"


@pytest.mark.parametrize(
    "seed",
    [
        *(pytest.param(seed, id=name) for name, seed in SEEDS.items()),
        *(pytest.param(seed, id=name) for name, seed in MISPLACED.items()),
    ],
)
def test_an_error_is_one_problem_at_its_location(clean: Path, seed: Seed) -> None:
    seed.plant(clean)
    assert heads(clean) == [expected(clean, seed)]


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS.keys())
def test_the_command_prints_an_error_with_its_location_and_fails(clean: Path, run: Run, seed: Seed) -> None:
    seed.plant(clean)
    result = run("check", data=clean)
    assert result.exit_code == 1
    assert expected(clean, seed) in result.output
    assert "1 problem in " in result.output


@pytest.fixture
def seeded(clean: Path) -> Path:
    """The tiny knowledge with every error at once."""
    for seed in (*SEEDS.values(), *MISPLACED.values()):
        seed.plant(clean)
    return clean


def test_all_errors_are_found_in_one_run(seeded: Path) -> None:
    found = heads(seeded)
    assert len(found) == len(SEEDS) + len(MISPLACED)
    assert set(found) >= {expected(seeded, seed) for seed in SEEDS.values()}
    messages = {seed.problem.split(": ", 1)[1] for seed in MISPLACED.values()}
    assert messages <= {head.split(": ", 1)[1] for head in found}
    assert len({seed.file for seed in SEEDS.values()}) == len(SEEDS)


def test_problems_come_in_order_of_file_and_line(seeded: Path) -> None:
    problems = check([seeded]).problems
    places = [(problem.file, problem.line, problem.column) for problem in problems]
    assert places == sorted(places)


def test_the_command_prints_all_errors_in_one_run(seeded: Path, run: Run) -> None:
    for result in (run("check", data=seeded), run("check", str(seeded))):
        assert result.exit_code == 1
        found = check([seeded])
        problems, files = found.problems, found.files
        assert all(str(problem).expandtabs() in result.output.expandtabs() for problem in problems)
        assert f"{len(problems)} problems in {files} files." in result.output


def test_the_command_prints_all_errors_as_json(seeded: Path, run: Run) -> None:
    result = run("check", "--format", "json", data=seeded)
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    problems = check([seeded]).problems
    assert [problem["message"] for problem in found["problems"]] == [problem.message for problem in problems]
    assert found["rules_applied"] is False


@pytest.mark.parametrize(
    ("name", "block"),
    [
        (
            "an unknown skill",
            """\
            roles/clerk.yaml:27:14: unknown skill 'shelvin'. Did you mean 'shelving'?
               |
            27 |     skills: [shelvin]
               |              ^~~~~~~""",
        ),
        (
            "a bad enum",
            """\
            credentials/badge.yaml:6:8: 'habbit' is not one of law, employers, habit. Did you mean 'habit'?
              |
            6 | asked: habbit
              |        ^~~~~~""",
        ),
        (
            "an unknown key",
            """\
            credentials/mlis.yaml:3:1: unknown field 'cots'. Did you mean 'cost'?
              |
            3 | cots: 3
              | ^~~~""",
        ),
        (
            "a tab",
            """\
            roles/tab.yaml:3:1: the line is indented with a tab. Indent with spaces.
              |
            3 |     useful: []
              | ^~~~~~~~~~~""",
        ),
        (
            "a range upside down",
            """\
            credentials/lib-certificate.yaml:12:19: the lowest value is above the highest.
               |
            12 | time: {full_time: [12, 6], part_time: [12, 18], source: guide, year: 2024}
               |                   ^""",
        ),
        ("an empty file", "            roles/empty.yaml:1:1: the file is empty."),
    ],
)
def test_a_problem_is_printed_with_its_source_line_and_a_mark(data: Path, run: Run, name: str, block: str) -> None:
    SEEDS[name].plant(data)
    lines = [line.removeprefix(" " * 12) for line in block.splitlines()]
    assert "\n".join(lines) in run("check", data=data).output


@pytest.mark.parametrize("name", ["roles/page.yaml", "credentials/mlis.yaml", "skills/service.yaml", "clusters.yaml"])
def test_a_reference_to_a_broken_record_is_not_a_second_problem(clean: Path, name: str) -> None:
    (clean / name).write_text("", encoding="utf-8")
    assert heads(clean) == [f"{name}:1:1: the file is empty."]


# ---------------------------------------------------------------------------- what is checked


def test_knowledge_without_a_problem_has_none(clean: Path, run: Run) -> None:
    found = check([clean])
    files = found.files
    assert found.problems == found.passed_over == ()
    assert found.rules_applied
    assert files == len(list(clean.rglob("*.yaml"))) - 1  # the mark that the folder stands alone is not read
    result = run("check", data=clean)
    assert result.exit_code == 0
    assert f"No problems in {files} files." in result.output


def test_checking_a_file_gives_only_its_own_problems(clean: Path, run: Run) -> None:
    data = clean
    spoil(data, "roles/page.yaml", "place: inside", "place: libary")
    spoil(data, "clusters.yaml", "Support staff", "[")
    spoil(data, "settings.yaml", "Offices", "[")
    found = check([data / "roles" / "page.yaml"])
    assert [problem.file for problem in found.problems] == ["roles/page.yaml"]
    assert found.files == 1
    assert [head.split(":")[0] for head in heads(data / "clusters.yaml")] == ["clusters.yaml"]
    assert heads(data / "roles" / "clerk.yaml") == []
    result = run("check", str(data / "roles" / "clerk.yaml"))
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "No problems in 1 file.",
        "Other files have problems, so rules that need all records were not applied.",
    ]


def test_several_paths_are_checked_one_after_the_other(clean: Path) -> None:
    data = clean
    spoil(data, "clusters.yaml", "Support staff", "[")
    found = check([data, data, data / "settings.yaml"])
    assert [problem.file for problem in found.problems] == ["clusters.yaml", "clusters.yaml"]
    assert found.files == 2 * (len(list(TINY.rglob("*.yaml"))) - 1) + 1


def test_a_missing_path_is_an_error(data: Path, run: Run) -> None:
    with pytest.raises(LibcareerError, match=r"^There is no file or folder '.*nowhere'\.$"):
        check([data / "nowhere"])
    assert run("check", str(data / "nowhere")).exit_code == 1


# ---------------------------------------------------------------------------- what is not read


@pytest.mark.parametrize(
    "name",
    ["ad.txt", "a.csv", "a.json", "README.md", "roles.yaml", "page.yaml", "page.YAML", "x.yml", "roles/page.txt"],
)
def test_a_file_that_is_not_read_is_a_problem_that_says_where_such_a_file_belongs(
    tmp_path: Path, run: Run, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("Library Technician\nFull time.\n", encoding="utf-8")
    result = run("check", str(tmp_path / name))
    assert result.exit_code == 1
    assert "libcareer does not read this file." in result.output
    assert "ends in .yaml; it is in a folder called roles, credentials, " in result.output
    assert "No problems" not in result.output


def test_the_mark_of_a_folder_that_stands_alone_is_no_knowledge_file(data: Path) -> None:
    assert [problem.message for problem in check([data / STANDALONE]).problems] == [checks.ONLY_A_MARK]


@pytest.mark.parametrize(
    "name",
    [
        "roles/page.txt",
        "roles/page.YAML",
        "roles/page.yaml.txt",
        "roles/more/page.csv",
        "skills/list.csv",
        "settings.csv",
        "settings.YAML",
        "settings.yaml.txt",
        "clerk.Yaml",
        "roles",
    ],
)
def test_a_file_with_a_wrong_ending_where_knowledge_belongs_is_a_problem(tmp_path: Path, run: Run, name: str) -> None:
    (tmp_path / STANDALONE).write_text("", encoding="utf-8")  # or the shipped knowledge would be read as well
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x\n", encoding="utf-8")
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert f"{name}:1:1: libcareer reads only files that end in .yaml." in result.output


@pytest.mark.parametrize("name", ["x.yml", "roles/x.yml", "more/x.yaml", "Roles/x.yaml", "roles/more/x.yaml", "y.yaml"])
def test_a_yaml_file_that_is_not_read_is_a_problem_of_its_folder(tmp_path: Path, run: Run, name: str) -> None:
    (tmp_path / STANDALONE).write_text("", encoding="utf-8")  # or the shipped knowledge would be read as well
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x: 1\n", encoding="utf-8")
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert f"{name}:1:1: " in result.output


@pytest.mark.parametrize("names", [[], ["README.md", "notes/today.txt"], [STANDALONE], [".hidden.yaml"], ["roles/.x"]])
def test_a_folder_without_knowledge_is_an_error_that_says_what_was_expected(
    tmp_path: Path, run: Run, names: list[str]
) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    result = run("check", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "There is no knowledge in the folder " in result.stderr
    assert "A knowledge file ends in .yaml" in result.stderr


def test_what_is_beside_the_knowledge_is_named_and_no_problem(clean: Path, run: Run) -> None:
    for name in ("README.md", ".hidden", "settings.yaml~"):
        (clean / name).touch()
    (clean / "notes").mkdir()
    result = run("check", str(clean))
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == "Not read, because it is no knowledge: README.md, notes/."
    assert check([clean]).passed_over == ("README.md", "notes/")


def test_a_folder_of_one_kind_is_checked_as_a_part_of_the_folder_around_it(clean: Path, run: Run) -> None:
    data = clean
    spoil(data, "roles/page.yaml", "place: inside", "place: libary")
    spoil(data, "clusters.yaml", "Support staff", "[")
    found = check([data / "roles"])
    assert [problem.file for problem in found.problems] == ["roles/page.yaml"]
    assert found.files == len(list((TINY / "roles").iterdir()))
    assert check([data / "skills"]).problems == ()


@pytest.mark.skipif(sys.platform == "win32", reason="devices and pipes as POSIX has them")
@pytest.mark.parametrize("what", ["/dev/zero", "/dev/null", "pipe", "x" * 300])
def test_a_path_that_cannot_be_read_is_an_error(tmp_path: Path, run: Run, what: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    result = run("check", str(tmp_path / what))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no file or folder" in result.stderr or "pipe or a device" in result.stderr or "too long" in result.stderr


@pytest.fixture
def over_tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that lies over tests/tiny instead of over the large knowledge that ships."""
    monkeypatch.setattr(reading, "BUILT_IN", TINY)
    monkeypatch.setattr(checks, "BUILT_IN", TINY)
    return tmp_path


def test_a_folder_over_the_built_in_one_is_checked_as_it_would_be_used(over_tiny: Path) -> None:
    role = (TINY / "roles" / "page.yaml").read_text(encoding="utf-8")
    guard = over_tiny / "roles" / "guard.yaml"
    guard.parent.mkdir()
    guard.write_text(role.replace("essential: [shelving", "essential: [shelvin"), encoding="utf-8")
    problem = f"{at(over_tiny, 'roles/guard.yaml', 'shelvin,')}: unknown skill 'shelvin'. Did you mean 'shelving'?"
    assert problem in heads(over_tiny)
    assert {head.split(":")[0] for head in heads(over_tiny)} == {"roles/guard.yaml"}
    (over_tiny / STANDALONE).touch()
    assert len(heads(over_tiny)) > 10


def test_a_rule_sees_the_built_in_roles_beside_ones_own(over_tiny: Path) -> None:
    role = (TINY / "roles" / "page.yaml").read_text(encoding="utf-8")
    guard = over_tiny / "roles" / "guard.yaml"
    guard.parent.mkdir()
    guard.write_text(
        role.replace("title: Page", "title: Guard").replace("[Shelver, Assistant]", "[Clerk]"), encoding="utf-8"
    )
    found = heads(over_tiny)
    assert f"{at(over_tiny, 'roles/guard.yaml', 'Clerk')}: 'Clerk' is the title of 'clerk'." in found
    assert {head.split(":")[0] for head in found} == {"roles/guard.yaml"}


def test_the_built_in_knowledge_is_checked_without_a_path(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = clean
    monkeypatch.setattr(checks, "BUILT_IN", data)
    spoil(data, "clusters.yaml", "Support staff", "[")
    assert check() == check([data])
    assert [problem.file for problem in check().problems] == ["clusters.yaml"]


def test_rules_over_one_record_are_applied_while_another_file_cannot_be_read(clean: Path) -> None:
    spoil(clean, "roles/page.yaml", "day: Put", "day: A page puts")
    broken = heads(clean)
    assert len(broken) == 1
    (clean / "roles" / "empty.yaml").touch()
    assert heads(clean) == ["roles/empty.yaml:1:1: the file is empty.", *broken]


def test_a_rule_over_all_records_is_left_out_while_one_that_it_needs_cannot_be_read(clean: Path) -> None:
    spoil(clean, "roles/librarian.yaml", "- to: director\n    kind: up", "- to: page\n    kind: sideways")
    assert [head for head in heads(clean) if "no way leads to this role" in head]
    spoil(clean, "roles/clerk.yaml", "title: Clerk", "title: [Clerk]")
    found = check([clean])
    assert [problem.file for problem in found.problems] == ["roles/clerk.yaml"]
    assert not found.rules_applied


def test_a_record_with_a_problem_is_judged_by_the_rest_of_it(clean: Path) -> None:
    spoil(clean, "roles/page.yaml", "place: inside", "place: libary")
    spoil(clean, "roles/page.yaml", "essential: [shelving", "essential: [shelvin")
    spoil(clean, "roles/page.yaml", "Think twice if page work", "Page work")
    messages = [head.split(": ", 1)[1] for head in heads(clean)]
    assert sorted(messages) == [
        "'libary' is not one of inside, edge, beyond.",
        "the first drawback must begin with 'Think twice if'.",
        "unknown skill 'shelvin'. Did you mean 'shelving'?",
    ]


@pytest.mark.parametrize("name", sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*.yaml")))
def test_nothing_else_is_wrong_because_a_file_is_missing_or_cannot_be_read(clean: Path, name: str) -> None:
    if name == STANDALONE:
        return
    (clean / name).write_text("[", encoding="utf-8")
    assert {head.split(":")[0] for head in heads(clean)} == {name}
    (clean / name).unlink()
    known = (
        "unknown ",
        "no way leads to",
        "no move leads",
        "no record names",
        "no role lists",
        "these sets",
        "lssc.yaml has",
        "there is no file skills",
    )
    lost = [head for head in heads(clean) if not any(said in head for said in known)]
    assert [head for head in lost if "has a wording for this sector" not in head] == []


# ---------------------------------------------------------------------------- the rules

LONG = "This sentence has exactly eight words in it"

MORE_R = (
    "{I: 3, people: 2}", "{A: 3, teach: 2}", "{S: 3, tech: 2}", "{E: 3, data: 2}", "{C: 3, lead: 2}",
    "{people: 3, heritage: 2}", "{teach: 3, words: 2}", "{tech: 3, rules: 2}", "{data: 3, outreach: 2}",
    "{lead: 3, variety: 2}", "{words: 3, I: 2}", "{rules: 3, A: 2}", "{outreach: 3, S: 2}", "{variety: 3, E: 2}",
)  # fmt: skip
"""Loads of activities that could be made to load on R as well."""
CLOSED = "    status: merged\n    seen: 2020\n    replaced_by: [guild]\n"
BLANKS = "a blank is some words between '[' and ']', without another bracket inside."
UNUSED_SKILL = "no role lists this skill; give it to the roles whose duties show it, or leave it out."
LABEL = "a label has two to five words and at most 32 characters; a result quotes it."
ZEAL = ("skills/service.yaml", "skills:\n", "skills:\n  zeal: {title: Zeal, summary: Wants more of it.}\n")
CLUB = "resources:\n  club: {title: Club, kind: community, summary: A club., status: %s}\n"

CASES: list[tuple[Callable[..., Any], str, list[tuple[str, str, str]], str, str]] = [
    # rule, what is wrong, the changes (file, old, new), where it is found (file@text), the message
    (records.duties_use_the_skills_listed, "a skill that is not listed",
     [ZEAL, ("roles/clerk.yaml", "skills: [leading]", "skills: [leading, zeal]")],
     "roles/clerk.yaml@[leading, zeal]", "'zeal' is used here but not listed under skills."),
    (records.duties_use_the_skills_listed, "an essential skill in no duty",
     [ZEAL, ("roles/clerk.yaml", "essential: [shelving,", "essential: [shelving, zeal,")],
     "roles/clerk.yaml@zeal", "'zeal' is essential, but no duty exercises it."),
    (records.duties_use_the_skills_listed, "a skill listed twice",
     [("roles/clerk.yaml", "useful: [", "useful: [leading, ")],
     "roles/clerk.yaml@essential:", "'leading' is listed twice."),
    (records.needs_say_one_thing, "a need of nothing",
     [("roles/clerk.yaml", "- what: a text that somebody printed\n        asked", "- asked")],
     "roles/clerk.yaml@asked: employers\nrelated", "a need has either 'credential' or 'what', and not both."),
    (records.needs_say_one_thing, "a need of two things",
     [("roles/editor.yaml", "- what: three edited texts", "- what: three edited texts\n      credential: bachelor")],
     "roles/editor.yaml@what: three", "a need has either 'credential' or 'what', and not both."),
    (records.roles_point_elsewhere, "a move to the role itself",
     [("roles/page.yaml", "- to: clerk", "- to: page")],
     "roles/page.yaml@to: page", "a role cannot lead to itself."),
    (records.roles_point_elsewhere, "two moves to one role",
     [("roles/page.yaml", "- to: clerk", "- to: technician")],
     "roles/page.yaml@to: technician\n    kind: sideways", "'technician' is listed twice."),
    (records.roles_point_elsewhere, "related to itself",
     [("roles/page.yaml", "- role: clerk", "- role: page")],
     "roles/page.yaml@role: page", "a role cannot lead to itself."),
    (records.roles_point_elsewhere, "related twice",
     [("roles/page.yaml", "- role: clerk", "- role: technician")],
     "roles/page.yaml@role: technician\n    why: It is near to clerk", "'technician' is listed twice."),
    (records.figures_name_their_source, "a figure without its source",
     [("roles/page.yaml", "Another thing liked", "Some 3 things liked")],
     "roles/page.yaml@says: Some 3", "a figure needs its source."),
    (records.figures_name_their_source, "a percentage without its years",
     [("roles/page.yaml", "Think twice if page work bores you.", "For 40 per cent it bores.\n    source: guide")],
     "roles/page.yaml@says: For 40", "a percentage needs its years."),
    (records.figures_name_their_source, "a percent sign without its years",
     [("roles/page.yaml", "One thing liked in page work.", "For 40% it is fine.\n    source: guide")],
     "roles/page.yaml@says: For 40", "a percentage needs its years."),
    (records.roles_are_rich_enough, "too few skills",
     [("roles/clerk.yaml", "useful: [", "useful: [] # [")],
     "roles/clerk.yaml@essential:", f"fewer than {LEAST_SKILLS} skills."),
    (records.roles_have_moves, "no move in or out",
     [("roles/librarian.yaml", "- to: director\n    kind: up", "- to: page\n    kind: sideways")],
     "roles/director.yaml@title", "no move leads out of this role or into it."),
    (records.roles_are_rich_enough, "no reason to think twice",
     [("roles/page.yaml", "Think twice if page work", "Page work")],
     "roles/page.yaml@says: Page work", "the first drawback must begin with 'Think twice if'."),
    (records.percentages_name_their_years, "a position without its years",
     [("disputes.yaml", "The survey of 2025 shows nothing.", "The survey shows 30 per cent.")],
     "disputes.yaml@The survey", "a percentage needs its years."),
    (records.percentages_name_their_years, "a correction without its years",
     [("outdated.yaml", "merged in 2020", "lost 30%")],
     "outdated.yaml@The Old Guild lost", "a percentage needs its years."),
    (origins.carried_skills_and_doors_are_named_once, "a skill that is carried twice",
     [("origins.yaml", "skill: shelving, task: 17598", "skill: helping, task: 17598")],
     "origins.yaml@{skill: helping, task: 17598", "'helping' is listed twice."),
    (origins.carried_skills_and_doors_are_named_once, "two doors to a role",
     [("origins.yaml", "role: director", "role: clerk")],
     "origins.yaml@{role: clerk, usual: rare", "'clerk' is listed twice."),
    (origins.doors_are_told_apart, "a reason that another door has",
     [("origins.yaml", "why: The desk is a counter.", "why: Pages work the same short shifts.")],
     "origins.yaml@Pages work the same short shifts., say: I calmed",
     "another door has the same sentence; say what is true of this job."),
    (origins.words_of_tasks_name_skills, "words of no skill",
     [("task_words.yaml", "shelving:", "juggling:")],
     "task_words.yaml@juggling", "unknown skill 'juggling'; the key is the id of a skill."),
    (changes.changes_hold_in_known_regions, "a region of no country",
     [("changes.yaml", "regions: [Ohio]", "regions: [Nowhere]")],
     "changes.yaml@Nowhere", "'Nowhere' is no region of 'united-states' in countries.yaml."),
    (changes.changes_hold_in_known_regions, "a region twice",
     [("changes.yaml", "regions: [Ohio]", "regions: [Westland, Ohio, Ohio]")],
     "changes.yaml@Ohio]", "'Ohio' is named twice."),
    (changes.changes_have_their_dates_in_order, "ended without an end",
     [("changes.yaml", "  until: 2025-12-03\n", "")],
     "changes.yaml@ended", "what has ended says when in 'until', and nothing else has it."),
    (changes.changes_have_their_dates_in_order, "an end before the beginning",
     [("changes.yaml", "until: 2025-12-03", "until: 2025-02")],
     "changes.yaml@2025-02", "it ends before it begins."),
    (changes.changes_have_their_dates_in_order, "seen before it began",
     [("changes.yaml", "as_of: 2026-03", "as_of: 2025-06")],
     "changes.yaml@2025-06", "it was last seen before it began; what is still to come has the status 'pending'."),
    (changes.changes_have_a_dated_source, "no dated source",
     [("sources.yaml", 'published: "2024", note: A small', "note: A small"),
      ("changes.yaml", "[guide]", "[guide]  # undated"),
      ("changes.yaml", "[mlis]\n  sources: [guide]", "[mlis]\n  sources: [survey]")],
     "changes.yaml@[guide]  # undated", "none of its sources has a date ('published')."),
    (records.percentages_name_their_years, "an answer without its years",
     [("questions.yaml", "Page and clerk.", "For 60 percent of jobs.")],
     "questions.yaml@For 60", "a percentage needs its years."),
    (records.percentages_name_their_years, "a figure without its years",
     [("questions.yaml", "Half of pages earned more than {pay:25-4031.00 median} in {pay:25-4031.00 year}.",
       "50% earned more.")],
     'questions.yaml@"50%', "a percentage needs its years."),
    (records.yearly_wages_say_if_full_time, "in a role",
     [("roles/page.yaml", "Hours of a page.", "It pays 20 USD an hour, 41,600 USD a year.")],
     "roles/page.yaml@It pays", "an hourly wage is given per year without 'if full time'."),
    (records.yearly_wages_say_if_full_time, "in an answer, rounded",
     [("questions.yaml", "Page and clerk.", "At 20.50 dollars an hour it is about 43,000 a year.")],
     "questions.yaml@At 20.50", "an hourly wage is given per year without 'if full time'."),
    (records.skills_are_used_by_a_role, "a skill that nothing names",
     [ZEAL], "skills/service.yaml@zeal", UNUSED_SKILL),
    (records.skills_are_used_by_a_role, "a skill that only a credential names",
     [ZEAL, ("credentials/mlis.yaml", "teaches: [", "teaches: [zeal, ")], "skills/service.yaml@zeal", UNUSED_SKILL),
    (records.records_are_used, "a resource that nothing names",
     [("resources/associations.yaml", "resources:\n", CLUB % "unknown")],
     "resources/associations.yaml@club", "no record names this resource; link it where it belongs, or leave it out."),
    (records.interests_stay_on_the_scale, "another letter",
     [("roles/page.yaml", "interests: null", "interests: {why: Tried., by: {R: 1, X: 1}}")],
     "roles/page.yaml@X: 1", "'X' is not one of the letters R, I, A, S, E and C."),
    (records.interests_stay_on_the_scale, "two letters in one",
     [("roles/page.yaml", "interests: null", "interests: {why: Tried., by: {RI: 1}}")],
     "roles/page.yaml@RI: 1", "'RI' is not one of the letters R, I, A, S, E and C."),
    (quiz.days_hide_the_title, "the title in the day",
     [("roles/page.yaml", "title: Page", "title: Returned Things (any)")],
     "roles/page.yaml@Put returned",
     "the day contains a title of the role, 'returned things'; describe the day without it."),
    (quiz.days_hide_the_title, "another title in the label",
     [("roles/page.yaml", "shelving till noon", "what shelvers do")],
     "roles/page.yaml@what shelvers",
     "the label contains a title of the role, 'shelvers'; describe the day without it."),
    (quiz.days_have_two_things_or_three, "a long day",
     [("roles/page.yaml", "Put returned", "Put one returned thing, then another, then a third, and so on till all")],
     "roles/page.yaml@Put one", "more than 25 words; leave two or three things of the day."),
    (quiz.days_have_two_things_or_three, "a day of one thing",
     [("roles/page.yaml", "shelves and answer where the door is, from nine to one.", "shelves.")],
     "roles/page.yaml@Put returned", "only one thing; a day has two or three, with a comma or 'and' between them."),
    (records.titles_are_unique, "two roles of one title",
     [("roles/clerk.yaml", "title: Clerk", "title: Directors")],
     "roles/clerk.yaml@Directors", "'Directors' is the title of 'director' as well."),
    (records.titles_are_unique, "an alias that is the title of another",
     [("roles/clerk.yaml", "[Assistant]", "[Assistant, editors]")],
     "roles/clerk.yaml@editors", "'editors' is the title of 'editor'."),
    (records.titles_are_unique, "an alias that is the id of another",
     [("roles/clerk.yaml", "[Assistant]", "[page]"), ("roles/page.yaml", "title: Page", "title: Fetcher")],
     "roles/clerk.yaml@page]", "'page' is the title of 'page'."),
    (records.sentences_are_unique, "a sentence in two roles",
     [("roles/clerk.yaml", "Because posts", f"{LONG}! Because posts"),
      ("roles/page.yaml", "The day of a page.", f"One; {LONG.lower()}.")],
     "roles/page.yaml@One; this", "the sentence 'this sentence has exactly eight words ...' is in 'clerk' as well."),
    (records.moves_up_have_no_circle, "two moves up in a circle",
     [("roles/clerk.yaml", "- to: editor\n    kind: up", "- to: page\n    kind: up"),
      ("roles/page.yaml", "- to: clerk\n    kind: sideways", "- to: clerk\n    kind: specialise")],
     "roles/clerk.yaml@to: page", "moves up lead in a circle: clerk to page to clerk. Make one sideways."),
    (records.moves_up_have_no_circle, "three moves up in a circle",
     [("roles/librarian.yaml", "- to: editor\n    kind: sideways", "- to: page\n    kind: specialise")],
     "roles/librarian.yaml@to: page",
     "moves up lead in a circle: librarian to page to technician to librarian. Make one sideways."),
    (records.roles_can_be_reached, "a role without a way in",
     [("roles/librarian.yaml", "- to: director\n    kind: up", "- to: page\n    kind: sideways")],
     "roles/director.yaml@title", "no way leads to this role: give it an 'entry', or give another role a move to it."),
    (records.broader_skills_have_no_circle, "two skills broader than each other",
     [("skills/description.yaml", "aliases: [cataloguing]", "broader: [copy-cataloging]")],
     "skills/description.yaml@[copy-cataloging]", "broader skills lead in a circle: cataloging to copy-cataloging."),
    (records.broader_skills_have_no_circle, "a skill broader than itself",
     [("skills/description.yaml", "broader: [cataloging]", "broader: [copy-cataloging]")],
     "skills/description.yaml@[copy-cataloging]", "broader skills lead in a circle: copy-cataloging."),
    (records.skill_names_are_unique, "two skills of one title",
     [("skills/service.yaml", "title: Leading", "title: Shelving")],
     "skills/service.yaml@Shelving\n    summary: Puts", "'Shelving' is the title of 'leading' as well."),
    (records.skill_names_are_unique, "an alias that is the title of another",
     [("skills/service.yaml", "[reference]", "[reference, Edit, shelving]")],
     "skills/service.yaml@shelving]", "'shelving' is the title of 'shelving'."),
    (records.credentials_have_no_circle, "two credentials that need each other",
     [("credentials/bachelor.yaml", "education: bachelor", "education: bachelor\nrequires: [mlis]")],
     "credentials/bachelor.yaml@[mlis]", "this leads in a circle: bachelor to mlis."),
    (records.credentials_have_no_circle, "a credential that counts as itself",
     [("credentials/mlis.yaml", "counts_as: [lib-certificate]", "counts_as: [mlis]")],
     "credentials/mlis.yaml@[mlis]", "this leads in a circle: mlis."),
    (pack.competency_sets_are_counted, "a required set too few",
     [("lssc.yaml", "roots: {title: Roots, required: true", "roots: {title: Roots, required: false")],
     "lssc.yaml@roots", "3 sets are required and 7 to choose from by pack.yaml, but lssc.yaml has 2 and 8."),
    (pack.competency_sets_are_counted, "a set to choose from too few",
     [("lssc.yaml", "title: Desk, required: false", "title: Desk, required: true")],
     "lssc.yaml@roots", "3 sets are required and 7 to choose from by pack.yaml, but lssc.yaml has 4 and 6."),
    (pack.competency_sets_are_counted, "sets of no certification",
     [("pack.yaml", (TINY / "pack.yaml").read_text(encoding="utf-8").partition("certification:")[2], ""),
      ("pack.yaml", "certification:", "")],
     "lssc.yaml@roots", "these sets belong to no certification: describe it under 'certification' in pack.yaml."),
    (pack.ceilings_are_in_order, "no degree above no master's",
     [("pack.yaml", "no_degree: certificate", "no_degree: mlis")],
     "pack.yaml@mlis}", "no_degree is a higher level than no_masters, but a master's is a degree."),
    (pack.practical_questions_are_known, "a question that the quiz cannot use",
     [("pack.yaml", "  hours:\n", "  salary:\n")],
     "pack.yaml@salary:", "'salary' is no practical question. They are: study, have, studying, money, pay, hours, "
     "evenings, public, move, remote."),
    (pack.practical_questions_are_known, "a level that the pack lacks",
     [("pack.yaml", "      secondary: Secondary school or less", "      doctorate: A doctorate")],
     "pack.yaml@doctorate", "'doctorate' is no level of education. The levels are: secondary, certificate, bachelor, "
     "mlis."),
    (pack.practical_questions_are_known, "a limit that limits nothing",
     [("pack.yaml", "      bachelor: A bachelor's degree\n      any", "      mlis: A library master's\n      any")],
     "pack.yaml@mlis: A library master's\n      any", "'mlis' is above the ceiling no_masters; nothing above it "
     "limits. Write any."),
    (pack.practical_questions_are_known, "no amount",
     [("pack.yaml", '"2000": Up', "some: Up")],
     "pack.yaml@some: Up", "'some' is neither a whole amount nor one of none, any."),
    (pack.practical_questions_are_known, "a word that says nothing",
     [("pack.yaml", "part: Part time", "half: Half time")],
     "pack.yaml@half", "'half' is not one of part, full, any."),
    (vocabulary.phrases_can_be_read, "a bracket that nothing closes",
     [("vocabulary.yaml", "MLS/MLIS", '"MLS (or MLIS"')],
     'vocabulary.yaml@"MLS', "'MLS (or MLIS' has a bracket that nothing closes."),
    (vocabulary.phrases_can_be_read, "a bracket that closes nothing",
     [("vocabulary.yaml", "field: [librar*]", 'field: ["librar*)"]')],
     'vocabulary.yaml@"librar', "'librar*)' has a bracket that closes nothing."),
    (vocabulary.phrases_can_be_read, "a phrase that may be missing as a whole",
     [("vocabulary.yaml", "field: [librar*]", "field: [(library)]")],
     "vocabulary.yaml@(library)", "'(library)' has no word that must be there."),
    (vocabulary.phrases_can_be_read, "an asterisk alone",
     [("vocabulary.yaml", "field: [librar*]", "field: [library *]")],
     "vocabulary.yaml@library *", "'library *' has a slash or an asterisk without a word."),
    (vocabulary.words_of_titles_are_single, "two words in place of one",
     [("vocabulary.yaml", "workplaces: [library]", "workplaces: [reading room]")],
     "vocabulary.yaml@reading room", "'reading room' is not one word; words of titles are looked up one by one."),
    (vocabulary.groups_exist, "a group that has no file",
     [("vocabulary.yaml", "everyday_groups: [service]", "everyday_groups: [services]")],
     "vocabulary.yaml@services", "there is no file skills/services.yaml. Did you mean 'service'?"),
    (pack.prices_can_be_judged, "a price in another currency",
     [("credentials/mlis.yaml", "currency: USD", "currency: GBP")],
     "credentials/mlis.yaml@GBP", "this price is in GBP, and amounts of the pack are in USD: add 'dearest', the "
     "dearest plausible price in the currency of the pack."),
    (records.closed_resources_have_successors, "merged into nothing",
     [("resources/associations.yaml", "    replaced_by: [guild]\n", "")],
     "resources/associations.yaml@merged", "a merged resource must name its successor: add 'replaced_by'."),
    (records.closed_resources_have_successors, "a role that sends people to what merged",
     [("roles/page.yaml", "resources: [guild]", "resources: [guild, old-guild]")],
     "roles/page.yaml@old-guild", "'old-guild' no longer exists."),
    (records.closed_resources_have_successors, "a role that sends people to what closed",
     [("resources/associations.yaml", "status: merged", "status: closed"),
      ("roles/page.yaml", "resources: [guild]", "resources: [old-guild]")],
     "roles/page.yaml@old-guild", "'old-guild' no longer exists."),
    (freshness.what_was_seen_has_its_source, "a resource seen without a source",
     [("resources/associations.yaml", "    sources: [guide]\n", "")],
     "resources/associations.yaml@2024", "'seen' needs a dated source that shows it; without one leave it out."),
    (freshness.what_was_seen_has_its_source, "a resource seen after its newest source",
     [("resources/associations.yaml", "seen: 2024", "seen: 2025")],
     "resources/associations.yaml@2025", "seen in 2025, but the newest source is of 2024."),
    (freshness.credentials_have_a_cost_or_a_reason, "a credential without a cost and without a reason",
     [("credentials/badge.yaml",
       "no_cost: {why: The guild tells its price to those who write., source: guide, year: 2024}\n", "")],
     "credentials/badge.yaml@title",
     "give 'cost', or 'no_cost' with why there is none, the page that was looked at, and the year."),
    (freshness.credentials_have_a_cost_or_a_reason, "a credential with a cost and a reason for none",
     [("credentials/badge.yaml", "dearest:",
       "cost: {low: 5, high: 9, currency: USD, year: 2024, source: guide}\ndearest:")],
     "credentials/badge.yaml@{why", "there is a cost: leave 'no_cost' out."),
    (freshness.sources_can_be_found, "a source without a date and without the year of its reading",
     [("sources.yaml", ', published: "2026", note', ", note")],
     "sources.yaml@editorial", "give 'published', or for a page without a date the year in which it was 'read'."),
    (freshness.sources_can_be_found, "a source without an address and without a note",
     [("sources.yaml", ", note: A small sample.", "")],
     "sources.yaml@guide", "give 'url', or say in 'note' where it was read and why it has no address."),
    (freshness.figures_have_a_date, "a figure on a page without a date alone",
     [("sources.yaml", "editorial:", "leaflet: {publisher: G, title: L, note: A copy., read: 2026}\neditorial:"),
      ("resources/associations.yaml", "Where testers meet.", "Where 300 testers meet."),
      ("resources/associations.yaml", "sources: [guide]", "sources: [leaflet]")],
     "resources/associations.yaml@Where 300",
     "'300' rests on a page without a date alone (leaflet): name a dated source, leave the figure out, or write that "
     "the page is undated and 'read in' which year."),
    (translations.blanks_are_well_formed, "a line without a blank",
     [("translations.yaml", "Restocked [number] shelves.", "Restocked shelves.")],
     'translations.yaml@"Restocked', "a line needs a [blank] for a fact of the person's own."),
    (translations.blanks_are_well_formed, "a blank that is not closed",
     [("translations.yaml", "Described [number] papers.", "Described [number] papers a [week.")],
     'translations.yaml@"Described', BLANKS),
    (translations.blanks_are_well_formed, "an empty blank",
     [("translations.yaml", "Described [number] papers.", "Described [number] papers by [].")],
     'translations.yaml@"Described', BLANKS),
    (translations.blanks_are_well_formed, "a blank in a blank",
     [("translations.yaml", "Described [number] papers.", "Described [number of [kind]] papers.")],
     'translations.yaml@"Described', BLANKS),
    (translations.blanks_are_well_formed, "a blank in a proof",
     [("translations.yaml", "A full shelf.", "A shelf with [number] things.")],
     "translations.yaml@A shelf with", "only a line has blanks in square brackets."),
    (translations.sectors_are_covered, "a sector without words",
     [("sectors.yaml", "shop: {", "mill: {title: Mills}\nshop: {")],
     "sectors.yaml@mill", "no translation has a wording for this sector; add one, or leave the sector out."),
    (translations.library_phrases_are_unique, "a phrase of two duties",
     [("translations.yaml", "title: Describe things", "title: Describe things\n  phrases: [put thing back]")],
     "translations.yaml@put thing back", "'put thing back' is a phrase of 'putting-back' already."),
    (translations.library_phrases_are_unique, "a phrase given twice",
     [("translations.yaml", "[return carts to the stacks]", "[return carts to the stacks, Put things back]")],
     "translations.yaml@Put things back]", "'Put things back' is a phrase of 'putting-back' already."),
    (translations.phrases_of_a_sector_are_unique, "a term of two duties in one sector",
     [("translations.yaml", "term: Document description", "term: Filing")],
     "translations.yaml@Filing\n      also: [labeling", "'Filing' stands for 'putting-back' in this sector already."),
    (translations.phrases_of_a_sector_are_unique, "a term given twice in one sector",
     [("translations.yaml", "[archive room work]", "[archive room work, filing]")],
     "translations.yaml@filing]", "'filing' stands for 'putting-back' in this sector already."),
    (translations.opened_roles_list_a_skill, "a role without the skill",
     [("translations.yaml", "skills: [shelving]", "skills: [copy-cataloging]"),
      ("roles/clerk.yaml", "useful: [", "useful: [editing] # [")],
     "translations.yaml@clerk",
     "'clerk' lists none of the skills of this duty, so the duty does not help to open it."),
    (translations.opened_roles_list_a_skill, "a role listed twice",
     [("translations.yaml", "[clerk]", "[clerk, clerk]")],
     "translations.yaml@clerk]", "'clerk' is listed twice."),
    (quiz.dimensions_are_covered, "a dimension with too few activities",
     [("quiz/items.yaml", "{R: 3, C: 2}", "{R: 1, C: 2}"), ("quiz/items.yaml", "{R: 3, S: -2}", "{R: 1.9, S: -2}")],
     "quiz/items.yaml@a00", "only 4 activities load on 'R' with 2 or more; 6 are needed."),
    (quiz.dimensions_are_covered, "a dimension with far more activities than another",
     [("quiz/items.yaml", load, load.replace("}", ", R: 2}")) for load in MORE_R],
     "quiz/items.yaml@a00", "20 activities load on 'R' and 6 on 'variety'; that is more than 3 times as many."),
    (quiz.items_differ, "two items of nearly the same words",
     [("quiz/items.yaml", "Paint a sign for the front window", "Mend every torn page with plenty of patience")],
     "quiz/items.yaml@Mend every", "this is nearly the same as 'a00'."),
    (quiz.items_differ, "two activities that load on the same",
     [("quiz/items.yaml", "{I: 3, people: 2}", "{R: 3, C: 2.1}")],
     "quiz/items.yaml@{R: 3, C: 2.1}", "this asks the same as 'a00': their loads are parallel."),
    (quiz.items_are_brief, "an item that is long to read",
     [("quiz/items.yaml", "Help a stranger", "Help one after another of a dozen strangers to")],
     "quiz/items.yaml@Help one", "more than 11 words; long options are chosen less."),
    (quiz.options_hint_at_nothing, "library jargon in an item",
     [("quiz/items.yaml", "Mend a torn page", "Mend a patron's page")],
     "quiz/items.yaml@Mend a patron", "'patron' hints at jargon of the field; reword it."),
    (quiz.options_hint_at_nothing, "a gender in an item",
     [("quiz/items.yaml", "Help a stranger", "Help a woman")],
     "quiz/items.yaml@Help a woman", "'woman' hints at gender; reword it."),
    (quiz.options_hint_at_nothing, "pay in the label of an item",
     [("quiz/items.yaml", "torn pages", "torn pages, good pay")],
     "quiz/items.yaml@torn pages, good", "'pay' hints at pay or standing; reword it."),
    (quiz.options_hint_at_nothing, "standing in a day",
     [("roles/page.yaml", "Put returned", "Be a famous one and put returned")],
     "roles/page.yaml@Be a famous", "'famous' hints at pay or standing; reword it."),
    (quiz.options_hint_at_nothing, "library jargon in the label of a day",
     [("roles/page.yaml", "shelving till noon", "order in the stacks")],
     "roles/page.yaml@order in the", "'stacks' hints at jargon of the field; reword it."),
    (quiz.options_hint_at_nothing, "a day that praises itself",
     [("roles/page.yaml", "from nine to one.", "from nine to one. Rewarding.")],
     "roles/page.yaml@Put returned", "'Rewarding' hints at a verdict on the work; reword it."),
    (quiz.labels_are_brief, "a label of one word",
     [("quiz/items.yaml", "torn pages", "pages")], "quiz/items.yaml@pages", LABEL),
    (quiz.labels_are_brief, "a label of six words",
     [("roles/page.yaml", "shelving till noon", "all that came in till noon")],
     "roles/page.yaml@all that", LABEL),
    (quiz.labels_are_brief, "a label of long words",
     [("quiz/items.yaml", "torn pages", "extraordinarily deteriorated leaves")],
     "quiz/items.yaml@extraordinarily", LABEL),
    (quiz.labels_differ, "the label of an item on a day",
     [("roles/page.yaml", "shelving till noon", "Torn pages")],
     "roles/page.yaml@Torn pages", "'a00' has the same label."),
    (figures.proxies_are_marked, "a note that says nobody counts the role",
     [("roles/page.yaml", "Covers more than a page.", "Clerks; nobody counts pages.")],
     "roles/page.yaml@Clerks; nobody",
     "the note says 'nobody counts', so the figure is not this role's pay: give the reason in 'proxy'."),
    (figures.proxies_are_marked, "a note that puts a role that pays less far below the middle",
     [("roles/page.yaml", "note: Covers more than a page.", "pays: less\n    note: Paid well below this middle.")],
     "roles/page.yaml@Paid well",
     "the note says 'well below this middle', so the figure is not this role's pay: give the reason in 'proxy'."),
    (figures.proxies_come_first, "a proxy that gives no pay",
     [("roles/page.yaml", "    note: Covers more than a page.\n",
       "    note: Covers more.\n  - code: '25-4022.00'\n    note: For the interests.\n    proxy: not counted here\n")],
     "roles/page.yaml@code: '25-4022.00'", "only the first occupation gives pay: 'proxy' and 'pays' belong there."),
    (figures.figures_of_the_tables_are_references, "a wage typed beside the source of the table",
     [("questions.yaml", "more than {pay:25-4031.00 median}", "more than 20 USD an hour")],
     'questions.yaml@"Half', f"'20' is typed here, but 'survey' is the source of a table: {figures.USE}"),
    (figures.figures_of_the_tables_are_references, "a year typed beside the source of the table",
     [("questions.yaml", "in {pay:25-4031.00 year}", "in May 2025")],
     'questions.yaml@"Half', f"'2025' is typed here, but 'survey' is the source of a table: {figures.USE}"),
    (figures.references_cite_their_source, "a reference beside another source",
     [("questions.yaml", "source: survey", "source: guide")],
     'questions.yaml@"Half', "the figure is from 'survey', and the source named here is 'guide'."),
    (figures.figures_are_not_typed, "a wage in a text without a source",
     [("questions.yaml", "Page and clerk.", "Clerks get 19 USD an hour.")],
     "questions.yaml@Clerks get", f"'9 USD an hour' is typed here: {figures.USE}"),
    (figures.figures_are_not_typed, "openings in a text without a source",
     [("roles/page.yaml", "The day of a page.", "One of 13,000 openings a year.")],
     "roles/page.yaml@One of", f"'0 openings' is typed here: {figures.USE}"),
    (figures.figures_are_not_typed, "a projection in a text without a source",
     [("outdated.yaml", "merged in 2020", "is projected to lose 7 percent by 2034")],
     "outdated.yaml@The Old Guild is", f"'projected to lose 7 percent' is typed here: {figures.USE}"),
    (figures.figures_are_not_typed, "a wage of a table beside another source",
     [("roles/page.yaml", "One thing liked in page work.", "It pays 68,000 USD.\n    source: guide")],
     "roles/page.yaml@It pays", f"'68,000' is typed here: {figures.USE}"),
    (titles.phrases_mean_one_thing, "a phrase of two functions",
     [("functions.yaml", "phrases: [cataloging,", "phrases: [Libraries,")],
     "functions.yaml@Libraries", "'Libraries' is a phrase of 'library' as well."),
    (titles.phrases_mean_one_thing, "a phrase of two levels",
     [("levels.yaml", "phrases: [head, manager,", "phrases: [head, clerk,")],
     "levels.yaml@clerk, assistant head", "'clerk' is a phrase of 'support' as well."),
    (titles.phrases_have_letters, "a phrase of marks",
     [("namesakes.yaml", "phrases: [stack]", "phrases: ['++']")],
     "namesakes.yaml@'++'", "'++' has no letter or digit."),
    (titles.levels_lead_to_others, "a level in its own place",
     [("levels.yaml", "instead: [professional]}\nprofessional", "instead: [support]}\nprofessional")],
     "levels.yaml@support]", "a level cannot stand in for itself."),
    (countries.country_figures_are_in_order, "a figure without an amount",
     [("countries.yaml", "low: 30000, high: 40000, ", "")],
     "countries.yaml@{unit: year, measures: a first", "a pay figure needs an amount."),
    (countries.country_figures_are_in_order, "a median above the upper end",
     [("countries.yaml", "median: 20.5", "median: 31")],
     "countries.yaml@{unit: hour", "low, median and high are not in order."),
    (countries.country_figures_are_in_order, "a figure of a region that the country lacks",
     [("countries.yaml", "region: Upper Norland", "region: Ohio")],
     "countries.yaml@Ohio}", "'Ohio' is no region of it."),
    (countries.official_figures_name_their_terms, "a survey without its attribution",
     [("countries.yaml", "  attribution: Contains figures of the Bureau of Norland.\n", "")],
     "countries.yaml@norland", "a country with figures of a survey needs 'attribution'."),
    (countries.figures_from_copies_say_so, "a copy that the source does not mention",
     [("countries.yaml", "year: May 2025, source: guide", "year: May 2025, source: survey")],
     "countries.yaml@survey, copy", "'survey' needs a note on the copy that the figure was read in."),
    (countries.roles_are_counted_once, "a role in an occupation and nearest to it",
     [("countries.yaml", "nearest: [page]", "nearest: [page, page]")],
     "countries.yaml@title: Technicians", "a role is named twice."),
    (countries.roles_are_counted_once, "a nearest occupation beside the right one",
     [("countries.yaml", "      roles: [librarian, technician]", "      code: '9'\n      roles: [librarian, page]")],
     "countries.yaml@[page]\n      nearest", "'page' belongs to another occupation, so this one is not its nearest."),
    (countries.roles_are_counted_once, "a nearest occupation without the reason",
     [("countries.yaml", "      nearest_note: Pages are not counted apart.\n", "")],
     "countries.yaml@[page]", "say why in 'nearest_note'."),
    (countries.credentials_count_somewhere, "a jurisdiction of no country",
     [("credentials/badge.yaml", "jurisdiction: US", "jurisdiction: Narnia")],
     "credentials/badge.yaml@Narnia", "no country lists 'Narnia' as a jurisdiction."),
    (countries.country_names_mean_one_country, "a name of two countries",
     [("countries.yaml", "aliases: [Nordland]", "aliases: [US]")],
     "countries.yaml@norland", "'US' is a name of 'united-states' as well."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "changes", "where", "message"),
    [pytest.param(rule, *rest, id=f"{rule.__name__}: {what}") for rule, what, *rest in CASES],
)
def test_a_broken_rule_is_a_problem_at_its_location(
    clean: Path, rule: Callable[..., Any], changes: list[tuple[str, str, str]], where: str, message: str
) -> None:
    for name, old, new in changes:
        spoil(clean, name, old, new)
    place = f"{at(clean, *where.split('@'))}: {message}"
    assert texts(clean, [rule]) == [place]
    assert place in heads(clean)


def test_every_rule_has_a_case_that_breaks_it() -> None:
    assert {rule for rule, *_ in CASES} == set(ALL_RULES)


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_the_shipped_knowledge_keeps_every_rule(shipped_knowledge: Knowledge, rule: Callable[..., Any]) -> None:
    assert [str(problem) for problem in rule(shipped_knowledge)] == []


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.__name__)
def test_a_rule_accepts_empty_knowledge_and_has_a_docstring(rule: Callable[..., Any]) -> None:
    assert list(rule(Knowledge())) == []
    assert str(rule.__doc__).strip().endswith(".")


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([("roles/page.yaml", "Another thing liked", "Some 3 things\n    source: guide")], id="a figure"),
        pytest.param(
            [("roles/page.yaml", "Another thing liked in page work.", "In 2024, 40% stay.\n    source: guide")],
            id="a percentage with its year",
        ),
        pytest.param([("roles/page.yaml", "interests: null", "interests: {why: W., by: {C: 1}}")], id="a letter"),
        pytest.param(
            [("roles/page.yaml", "[Shelver, Assistant]", "[Pages]")], id="an alias that is the role's own title"
        ),
        pytest.param(
            [
                ("roles/clerk.yaml", "The day of a clerk.", LONG.rsplit(" ", 8 - SHARED_WORDS + 1)[0] + "."),
                ("roles/page.yaml", "The day of a page.", LONG.rsplit(" ", 8 - SHARED_WORDS + 1)[0] + "."),
            ],
            id="a short sentence in two roles",
        ),
        pytest.param(
            [("roles/page.yaml", "The day of a page.", f"{LONG}. {LONG}.")], id="a sentence twice in one role"
        ),
        pytest.param(
            [("roles/clerk.yaml", "- to: editor\n    kind: up", "- to: page\n    kind: sideways")],
            id="a circle with a sideways move",
        ),
        pytest.param(
            [("skills/service.yaml", "[reference]", "[reference, help]"),
             ("skills/description.yaml", "[cataloguing]", "[help]")],
            id="an alias that two skills share",
        ),
        pytest.param(
            [("resources/associations.yaml", CLOSED, "    status: closed\n    seen: 2020\n")],
            id="closed without successor",
        ),
        pytest.param(
            [("roles/page.yaml", "Another thing liked in page work.",
              "25 USD an hour, 52,000 a year if full time\n    source: guide")],
            id="a yearly wage if full time",
        ),
        pytest.param(
            [("roles/page.yaml", "Another thing liked in page work.",
              "25 USD an hour; managers get 90,000 USD\n    source: guide")],
            id="two wages that are not one",
        ),
        pytest.param([("resources/associations.yaml", "resources:\n", CLUB % "dormant")], id="an unused dormant club"),
    ],
)  # fmt: skip
def test_similar_but_correct_knowledge_breaks_no_rule(clean: Path, changes: list[tuple[str, str, str]]) -> None:
    for name, old, new in changes:
        spoil(clean, name, old, new)
    assert texts(clean, ALL_RULES) == []


def test_knowledge_without_a_quiz_needs_no_dimension_covered(clean: Path) -> None:
    (clean / "quiz" / "items.yaml").unlink()
    assert texts(clean, ALL_RULES) == []


# ---------------------------------------------------------------------------- regressions


def test_a_move_up_to_the_role_itself_is_a_problem(data: Path) -> None:
    spoil(data, "roles/page.yaml", "- to: technician\n    kind: up", "- to: page\n    kind: up")
    assert f"{at(data, 'roles/page.yaml', 'to: page')}: a role cannot lead to itself." in heads(data)


def test_a_link_out_of_the_folder_can_be_checked_by_itself(data: Path) -> None:
    link_out(data)
    assert heads(data / "roles" / "linked.yaml") == [
        "roles/linked.yaml:1:1: the file is a link to a place outside its folder."
    ]


def test_a_file_can_be_checked_from_within_its_folder(clean: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(clean / "roles")
    assert heads(Path("page.yaml")) == []
