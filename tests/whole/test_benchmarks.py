"""What benchmarks/words.py counts as right, on a table of examples, and the advertisements that it reads."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ADVERTISEMENTS = BENCHMARKS / "advertisements"

ACCEPT = "role:archivist; command:compare archivist curator"
ENOUGH = f"{ACCEPT}; unsure-ok"
REPLIES = [
    ("its own record", ACCEPT, ("answer", {"role:archivist"}), "right"),
    ("one record of several", ACCEPT, ("answer", {"role:curator", "role:archivist"}), "right"),
    ("a record of another kind", ACCEPT, ("answer", {"skill:archivist"}), "wrong"),
    ("nothing acceptable", ACCEPT, ("answer", {"role:curator"}), "wrong"),
    ("a mere pointer", ACCEPT, ("answer", {"role:curator"}, {"role:archivist"}), "pointer"),
    ("the command, in another order", ACCEPT, ("answer", {"command:compare curator archivist --sort pay"}), "right"),
    ("the command with a word missing", ACCEPT, ("answer", {"command:compare archivist"}), "wrong"),
    ("another command", ACCEPT, ("answer", {"command:path archivist curator compare"}), "wrong"),
    ("a refusal", ACCEPT, ("not-known", set()), "no answer"),
    ("a right choice", ACCEPT, ("unsure", set(), set(), [{"role:x"}, {"role:archivist"}]), "offered"),
    (
        "a right choice, if that is enough",
        f"{ACCEPT}; unsure-ok",
        ("unsure", set(), set(), [{"role:archivist"}]),
        "right",
    ),
    ("wrong choices", ENOUGH, ("unsure", {"role:archivist"}, set(), [{"role:x"}]), "choices wrong"),
    ("a refusal that was due", "refuse", ("not-known", set()), "right"),
    ("an answer instead", "refuse", ("answer", {"role:archivist"}), "wrong"),
    ("an answer that admits what is lacking", "refuse", ("answer", {"role:archivist"}, set(), [], True), "right"),
    ("an answer that admits, but had to answer", ACCEPT, ("answer", {"role:x"}, set(), [], True), "wrong"),
    ("choices instead", "refuse; unsure-ok", ("unsure", set(), set(), [{"role:archivist"}]), "choices wrong"),
    ("either", "role:archivist; refuse", ("not-known", set()), "right"),
]


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("words")


@pytest.fixture
def judging(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(BENCHMARKS)
    return importlib.import_module("judging")


@pytest.mark.parametrize(("accept", "reply", "worth"), [row[1:] for row in REPLIES], ids=[row[0] for row in REPLIES])
def test_a_reply_to_a_question_is_judged_by_what_it_rests_on(judging: Any, accept: str, reply: Any, worth: str) -> None:
    assert judging.outcome(accept, judging.Reply(*reply)) == worth


def test_a_question_is_answerable_if_a_record_or_command_would_be_right(judging: Any) -> None:
    assert [judging.answerable(accept) for accept in (ACCEPT, "refuse", "role:a; refuse")] == [True, False, True]


def test_titles_are_counted_as_right_first_among_three_several_refused_or_a_confident_error(judging: Any) -> None:
    clear, several, nothing = ("one", "a,b"), ("several", "a,b"), ("none", "")
    judged = [
        (clear, ("one", ("b", "x"))),
        (clear, ("several", ("a", "x"))),
        (clear, ("several", ("x", "y", "a"))),
        (clear, ("several", ("x", "y", "z", "a"))),
        (clear, ("one", ("x", "a"))),
        (clear, ("none", ("a",))),
        (several, ("several", ("x", "y", "z", "b"))),
        (several, ("several", ("x", "y"))),
        (several, ("one", ("a",))),
        (several, ("one", ("x",))),
        (several, ("none", ())),
        (nothing, ("none", ())),
        (nothing, ("several", ("a", "b"))),
        (nothing, ("one", ("a",))),
    ]
    assert judging.shares((judging.label(*wanted), judging.Reading(*got)) for wanted, got in judged) == {
        "clear: a right role first": (2, 6),
        "clear: among three": (4, 6),
        "clear: answered with one role": (2, 6),
        "clear: refused": (1, 6),
        "ambiguous: several, a right one among": (1, 5),
        "no role here: refused": (1, 3),
        "confident errors": (3, 14),
    }


@pytest.mark.parametrize(("verdict", "roles"), [("maybe", "a"), ("one", ""), ("several", "-"), ("none", "a")])
def test_a_label_that_contradicts_itself_is_an_error(judging: Any, verdict: str, roles: str) -> None:
    with pytest.raises(ValueError, match="verdict"):
        judging.label(verdict, roles)


def test_a_share_comes_with_the_interval_of_wilson(judging: Any) -> None:
    assert [judging.wilson(share) for share in ((5, 10), (0, 10), (10, 10), (0, 0))] == [
        "50 [24, 76]",
        "0 [0, 28]",
        "100 [72, 100]",
        "-",
    ]


def test_the_text_alone_has_neither_the_line_of_the_title_nor_the_title(words: Any) -> None:
    text = "Town of X\nLibrary Page (2 openings)\nThe library\npage shelves pages.\n"
    assert words.without_title(text, "Library Page") == "Town of X\nThe  shelves pages.\n"
    assert words.without_title(text, "-") == text
    with pytest.raises(ValueError, match="No line"):
        words.without_title(text, "Curator")


def test_titles_are_drawn_by_a_seed_and_those_without_a_role_are_listed(
    words: Any, tiny: Catalog, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "titles.txt"
    path.write_text("Library Page\n\nPlumber\nPlumber\nRoofer\n", encoding="utf-8")

    def listed(**options: Any) -> list[str]:
        words.drawn(tiny, path, **({"number": 9, "seed": 1, "every": False} | options))
        return capsys.readouterr().out.splitlines()

    head, counts, *refused = listed()
    assert head == "3 of 3 titles, seed 1"
    assert counts.endswith("2 none")
    assert sorted(refused) == ["none    Plumber", "none    Roofer"]
    assert any("Library Page" in line for line in listed(every=True))
    assert listed(number=1, seed=4) == listed(number=1, seed=4)


def test_a_half_of_a_table_is_its_odd_or_even_rows(words: Any, tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text('title\nfirst "a\nsecond\nthird\n', encoding="utf-8")
    halves = [[row["title"] for row in words.table(table, half)] for half in ("odd", "even", None)]
    assert halves == [['first "a', "third"], ["second"], ['first "a', "second", "third"]]


def test_every_advertisement_has_a_label_that_names_roles_and_its_title(
    words: Any, judging: Any, shipped: Catalog
) -> None:
    with (ADVERTISEMENTS / "labels.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row["file"] for row in rows] == sorted(path.name for path in ADVERTISEMENTS.glob("*.txt"))
    for row in rows:
        assert judging.label(row["verdict"], row["roles"]).roles <= set(shipped.roles), row["file"]
        assert words.without_title((ADVERTISEMENTS / row["file"]).read_text(encoding="utf-8"), row["title"])


def test_an_answer_counts_as_its_record_or_as_the_roles_and_the_command_that_it_shows(words: Any) -> None:
    assert words.references("role", "archivist", None) == {"role:archivist"}
    assert words.references("comparison", "a", "b") == {"role:a", "role:b", "command:compare a b"}
    assert words.references("way", "a", "b") == {"role:a", "command:path a --from b"}


def test_a_stored_question_points_to_its_commands_and_their_roles(words: Any, shipped: Catalog) -> None:
    asked, line = next(
        (id_, line)
        for id_, question in shipped.questions.items()
        for line in question.commands
        if line.startswith("libcareer show ")
    )
    command, _, role = line.partition(" show ")
    assert command == "libcareer"
    assert {f"command:show {role}", f"role:{role.split()[0]}"} <= words.pointed(shipped, "question", asked)
    assert words.pointed(shipped, "role", "archivist") == frozenset()
