"""YAML to nodes with locations; what is refused, and how a problem reads."""

from __future__ import annotations

import pytest

from libcareer.errors import Problem
from libcareer.knowledge.yaml_nodes import DEEPEST, LARGEST_FILE, Location, Node, Refused, compose


def refusal(data: str | bytes) -> Problem:
    """The one problem for which *data* is refused."""
    with pytest.raises(Refused) as refused:
        compose("f.yaml", data.encode() if isinstance(data, str) else data)
    return refused.value.problem


def where(problem: Problem | Location) -> tuple[int, int]:
    return problem.line, problem.column


# ---------------------------------------------------------------------------- nodes


def test_lines_and_columns_of_nodes_count_from_one() -> None:
    node = compose("f.yaml", b"a: 1\nb:\n  - x\n  - {c: 'y z'}\n")
    (_, first), (key, sequence) = node.value
    plain, mapping = sequence.value
    ((_, quoted),) = mapping.value
    assert where(first.location) == (1, 4)
    assert where(key.location) == (2, 1)
    assert where(sequence.location) == (3, 3)
    assert where(plain.location) == (3, 5)
    assert where(mapping.location) == (4, 5)
    assert where(quoted.location) == (4, 9)
    assert quoted.location == Location("f.yaml", 4, 9, "  - {c: 'y z'}", 5)


def test_a_node_has_its_kind_and_whether_it_is_plain() -> None:
    def scalar(text: str) -> tuple[str, str, bool]:
        node: Node = compose("f.yaml", text.encode())
        return node.kind, node.value, node.plain

    assert compose("f.yaml", b"[]").kind == "sequence"
    assert compose("f.yaml", b"{}").kind == "mapping"
    assert scalar("no") == ("scalar", "no", True)
    assert scalar("'no'") == scalar('"no"') == ("scalar", "no", False)
    assert scalar(">-\n  two\n  lines\n") == ("scalar", "two lines", False)


def test_a_duplicate_key_is_left_to_decode() -> None:
    assert [key.value for key, _ in compose("f.yaml", b"a: 1\na: 2\n").value] == ["a", "a"]


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    (key, _), *_ = compose("f.yaml", "\ufeffa: 1\n".encode()).value
    assert key.value == "a"
    assert where(key.location) == (1, 1)


def test_windows_line_ends_are_read_and_not_shown() -> None:
    (_, (key, _)) = compose("f.yaml", b"a: 1\r\nb: 2\r\n").value
    assert where(key.location) == (2, 1)
    assert key.location.source == "b: 2"


@pytest.mark.parametrize("tag", ["!!str", "!", "!!int"])
def test_no_tag_is_allowed(tag: str) -> None:
    assert refusal(f"{tag} no").message == TAG


# ---------------------------------------------------------------------------- what is refused

ANCHOR = "anchors (&name) are not allowed. Write the value out where it is needed."
ALIAS = "aliases (*name) are not allowed. Write the value out."
TAG = "tags (!name) are not allowed."
TAB = "the line is indented with a tab. Indent with spaces."
COLON = "a text contains a colon and a space. Put the text in quotes, or begin it with >- on the line above."
SECOND = "a second document begins here; write one document per file."
BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n"


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        pytest.param("", 1, 1, "the file is empty.", id="an empty file"),
        pytest.param(" \n\n", 1, 1, "the file is empty.", id="only blanks"),
        pytest.param("\ufeff", 1, 1, "the file is empty.", id="only a byte order mark"),
        pytest.param("# a\n# b\n", 1, 1, "the file contains only comments.", id="only comments"),
        pytest.param(b"a: 1\nb: \xe9t\xe9\n", 2, 4, "byte 0xe9 is not UTF-8. Save the file as UTF-8.", id="latin-1"),
        pytest.param(b"\xff\xfea\x00", 1, 1, "byte 0xff is not UTF-8. Save the file as UTF-8.", id="utf-16"),
        pytest.param("a: 1\nb: x\0y\n", 2, 5, "the character U+0000 is not allowed.", id="a NUL"),
        pytest.param("a: \x1b[31m\n", 1, 4, "the character U+001B is not allowed.", id="an escape sequence"),
        pytest.param("a: 1\nb: &x {c: 1}\n", 2, 4, ANCHOR, id="an anchor"),
        pytest.param("a: &x\n  - 1\n", 1, 4, ANCHOR, id="an anchor on a block"),
        pytest.param("a: *x\n", 1, 4, ALIAS, id="an alias"),
        pytest.param("*x : 1\n", 1, 1, ALIAS, id="an alias as a key"),
        pytest.param(BOMB, 1, 4, ANCHOR, id="an alias bomb"),
        pytest.param("a: !x 1\n", 1, 4, TAG, id="a tag"),
        pytest.param("a: !!python/name:os.system ''\n", 1, 4, TAG, id="a tag of Python"),
        pytest.param("a: !!set {x}\n", 1, 4, TAG, id="a tag on a mapping"),
        pytest.param("a: !!seq [x]\n", 1, 4, TAG, id="a tag on a list"),
        pytest.param("a: 1\n---\nb: 1\n", 3, 1, SECOND, id="a second document"),
        pytest.param("a: 1\n--- b\n", 2, 5, SECOND, id="a second document on its line"),
        pytest.param("a:\n\tb: 1\n", 2, 1, TAB, id="a tab"),
        pytest.param("a:\n  - b\n\t- c\n", 3, 1, TAB, id="a tab in a list"),
        pytest.param("a:\n  b: 1\n  \tc: 1\n", 3, 3, TAB, id="a tab after spaces"),
        pytest.param("\ta: 1\n", 1, 1, TAB, id="a tab in the first line"),
        pytest.param("a: 1\nb: to be: or not\n", 2, 9, COLON, id="a colon in a plain text"),
        pytest.param("a: @b\n", 1, 4, "this is not YAML: found character that cannot start any token.", id="an at"),
        pytest.param("a: [b\n", 1, 6, "this is not YAML: did not find expected ',' or ']'.", id="an open bracket"),
        pytest.param("%YAML 3.0\n---\na\n", 1, 1, "this is not YAML: found incompatible YAML document.", id="YAML 3"),
    ],
)
def test_unsupported_yaml_is_one_problem_with_its_location(
    data: str | bytes, line: int, column: int, message: str
) -> None:
    problem = refusal(data)
    assert (problem.file, *where(problem), problem.message) == ("f.yaml", line, column, message)


def test_nesting_is_refused_at_the_first_level_too_deep() -> None:
    compose("f.yaml", b"[" * DEEPEST + b"x" + b"]" * DEEPEST)
    problem = refusal("[" * (DEEPEST + 1) + "x" + "]" * (DEEPEST + 1))
    assert problem.message == f"nested more than {DEEPEST} levels deep."
    assert where(problem) == (1, DEEPEST + 2)


def test_a_hundred_thousand_brackets_are_refused_without_reading_them_all() -> None:
    assert refusal("[" * 100_000).message == f"nested more than {DEEPEST} levels deep."


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    start = b"a: 1 #"
    compose("f.yaml", start + b"x" * (LARGEST_FILE - len(start)))
    problem = refusal(start + b"x" * (LARGEST_FILE - len(start) + 1))
    assert problem == Problem("f.yaml", 1, 1, "the file is larger than 2,000,000 bytes.")


@pytest.mark.parametrize("quote", ["'", '"'])
def test_an_unclosed_quotation_mark_has_its_own_message(quote: str) -> None:
    assert refusal(f"a: 1\nb: {quote}never\n").message == "a quotation mark is opened and never closed."


def test_a_key_without_a_colon_has_its_own_message() -> None:
    assert refusal("a: 1\nlost\nb: 2\n").message == "a key without a colon. Write 'key: value'."


# ---------------------------------------------------------------------------- how a problem reads


def test_a_problem_has_location_message_source_line_and_mark() -> None:
    assert str(refusal("title: A\nday: one: two\n")) == (
        f"f.yaml:2:9: {COLON}\n"
        "  |\n"
        "2 | day: one: two\n"
        "  |         ^~~~~"
    )  # fmt: skip


def test_the_gutter_is_as_wide_as_the_line_number() -> None:
    assert str(refusal("a: 1\n" * 99 + "b: *x\n")).splitlines()[1:] == [
        "    |",
        "100 | b: *x",
        "    |    ^~",
    ]


def test_the_mark_is_under_its_column_after_a_tab() -> None:
    assert str(Problem("f.yaml", 1, 3, "Wrong.", "\ta: x", 1)).splitlines()[-1] == "  | \t ^"


def test_the_mark_of_something_over_several_lines_ends_with_the_first() -> None:
    problem = refusal("a: &x 'one\n  two'\n")
    assert str(problem).splitlines()[-1] == "  |    ^~~~~~~"


def test_control_characters_of_the_source_are_not_shown() -> None:
    problem = refusal("a: \x1b[31mred\n")
    assert problem.source == "a: \N{REPLACEMENT CHARACTER}[31mred"


@pytest.mark.parametrize("source", ["", "   "])
def test_a_problem_without_a_source_line_is_its_first_line_only(source: str) -> None:
    assert str(Problem("f.yaml", 1, 1, "Wrong.", source)) == "f.yaml:1:1: Wrong."


def test_problems_sort_by_file_and_location() -> None:
    problems = [Problem("b", 1, 1, ""), Problem("a", 10, 1, ""), Problem("a", 9, 2, ""), Problem("a", 9, 1, "")]
    assert sorted(problems) == problems[::-1]


# ---------------------------------------------------------------------------- regressions


def test_a_byte_that_is_not_utf_8_is_named_correctly_after_a_byte_order_mark() -> None:
    problem = refusal(b"\xef\xbb\xbfa: \xe9t\xe9\n")
    assert problem.message.startswith("byte 0xe9 ")
    assert where(problem) == (1, 4)


def test_a_character_that_is_not_allowed_is_found_after_letters_with_accents() -> None:
    assert where(refusal("é: é\0x\n")) == (1, 5)


def test_an_unclosed_quotation_mark_is_located_where_it_opens() -> None:
    assert where(refusal("a: 'never\nb: 1\nc: 2\n")) == (1, 4)


def test_a_key_without_a_colon_is_located_at_the_key() -> None:
    assert where(refusal("a: 1\nlost\nb: 2\n")) == (2, 1)


@pytest.mark.parametrize("end", ["\u2028", "\x85", "\r"], ids=["U+2028", "U+0085", "CR"])
def test_the_quoted_source_line_is_the_one_with_the_problem_for_every_line_end(end: str) -> None:
    assert refusal(f"a: 'x{end}y'\nb: *x\nc: 1\n").source == "b: *x"


def test_a_tag_that_only_begins_like_the_text_tag_is_refused() -> None:
    assert refusal("a: !!strange x\n").message == TAG


def test_a_very_long_source_line_is_not_quoted() -> None:
    assert len(str(refusal("[" * 100_000))) < 1_000
