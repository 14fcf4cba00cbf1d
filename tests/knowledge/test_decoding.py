"""YAML to model: what each type takes, and every problem of a file at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec import Meta, Struct, field

from libcareer.knowledge.decoding import Decoded, Reference, decode, nearest
from libcareer.knowledge.model.credentials import Credential
from libcareer.knowledge.model.fields import Field
from libcareer.knowledge.model.occupations import Occupation
from libcareer.knowledge.model.roles import Role
from libcareer.knowledge.model.terms import Education, SkillGroup, Term
from libcareer.knowledge.model.values import Range, RoleId, SkillId
from libcareer.knowledge.schemas import FILES

TINY = Path(__file__).parents[1] / "tiny"


class Colour(StrEnum):
    """A kind of value."""

    RED = "red"
    NO = "no"


class Inner(Struct):
    """A part."""

    name: Annotated[str, Meta(min_length=1)]


class SmallSample(Struct):
    """One field of each type that the schema uses."""

    text: Annotated[str, Meta(min_length=1)] = "x"
    maybe: Annotated[str, Meta(min_length=1)] | None = "x"
    code: Annotated[str, Meta(pattern="^[A-Z]{3}$")] = "ABC"
    flag: bool = False
    whole: Annotated[int, Meta(ge=0, le=10)] = 0
    number: Annotated[float, Meta(gt=0)] = 1.0
    bounds: Range = (0.0, 0.0)
    colour: Colour = Colour.RED
    words: Annotated[tuple[str, ...], Meta(min_length=2)] = ("a", "b")
    three: Annotated[tuple[str, ...], Meta(min_length=3, max_length=3)] = ("a", "b", "c")
    table: Annotated[dict[str, int], Meta(min_length=1)] = field(default_factory=lambda: {"a": 1})
    part: Inner | None = None
    skill: SkillId = "x"
    role: Annotated[RoleId | None, Meta(description="Told twice.")] = None


def read(text: str, type_: Any = SmallSample) -> Decoded:
    return decode("f.yaml", text.encode(), type_)


def said(text: str, type_: Any = SmallSample) -> list[str]:
    """The problems in *text*, each without its source line."""
    return [str(problem).splitlines()[0].removeprefix("f.yaml:") for problem in read(text, type_).problems]


# ---------------------------------------------------------------------------- what values mean

TRAPS = ["no", "on", "yes", "off", "y", "true", "2024-01-01", "1:30", "0o7", "010", "1e3", ".5", "1_000", "=", "<<"]


NO_SUCH_FIELD = (
    "unknown field 'zzz'. The fields here are: text, maybe, code, flag, whole, number, bounds, colour, words, three, "
    "table, part, skill, role."
)


@pytest.mark.parametrize("word", [*TRAPS, "Null", "NULL", "5"])
def test_a_plain_word_stays_text_where_text_is_expected(word: str) -> None:
    decoded = read(f"text: {word}\nmaybe: {word}\n")
    assert not decoded.problems
    assert (decoded.value.text, decoded.value.maybe) == (word, word)


@pytest.mark.parametrize("nothing", ["null", "~", ""])
def test_null_is_not_a_text_but_leaves_out_an_optional_field(nothing: str) -> None:
    [problem] = said(f"text: {nothing}\n")
    assert problem.endswith(": expected a text, found nothing.")
    decoded = read(f"maybe: {nothing}\n")
    assert not decoded.problems
    assert decoded.value.maybe is None


@pytest.mark.parametrize("quoted", ["'null'", '"~"'])
def test_a_quoted_null_is_a_text(quoted: str) -> None:
    assert read(f"maybe: {quoted}\n").value.maybe == quoted[1:-1]


@pytest.mark.parametrize("blank", ["''", "'  '", "null", ">-\n"])
def test_a_blank_text_counts_as_nothing(blank: str) -> None:
    assert said(f"text: {blank}\n") == ["1:7: expected a text, found nothing."]


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False)])
def test_true_and_false_are_the_only_two_answers(word: str, value: bool) -> None:
    assert read(f"flag: {word}\n").value.flag is value


@pytest.mark.parametrize("word", ["no", "on", "yes", "True", "1", "'true'"])
def test_other_words_for_true_and_false_are_refused(word: str) -> None:
    assert said(f"flag: {word}\n") == [f"1:7: expected true or false, found '{word.strip(chr(39))}'."]


@pytest.mark.parametrize(("word", "value"), [("0", 0), ("7", 7), ("+7", 7), ("010", 10)])
def test_a_whole_number_is_decimal(word: str, value: int) -> None:
    assert read(f"whole: {word}\n").value.whole == value


@pytest.mark.parametrize("word", ["0o7", "0x1F", "1:30", "1_000", "1e3", "2024-01-01", "1.0", "no", "'5'"])
def test_other_yaml_numbers_are_not_whole_numbers(word: str) -> None:
    assert said(f"whole: {word}\n") == [f"1:8: expected a whole number, found '{word.strip(chr(39))}'."]


@pytest.mark.parametrize(("word", "value"), [("3", 3.0), ("2.5", 2.5), ("+0.25", 0.25)])
def test_a_number_may_have_a_fraction(word: str, value: float) -> None:
    assert read(f"number: {word}\n").value.number == value


@pytest.mark.parametrize("word", [".inf", ".nan", "nan", ".5", "5.", "1e3", "1:30", "0o7"])
def test_other_yaml_numbers_are_not_numbers(word: str) -> None:
    assert said(f"number: {word}\n") == [f"1:9: expected a number, found '{word}'."]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("whole: -1", "1:8: -1 is below 0."),
        ("whole: 11", "1:8: 11 is above 10."),
        ("number: 0", "1:9: 0 is not above 0."),
        ("bounds: [0, -1]", "1:13: -1 is below 0."),
        ("bounds: [3, 2]", "1:9: the lowest value is above the highest."),
        ("bounds: [3]", "1:9: expected [lowest, highest], found a list."),
        ("bounds: 1-3", "1:9: expected [lowest, highest], found the text '1-3'."),
        ("code: usd", "1:7: 'usd' does not have the form ^[A-Z]{3}$."),
        ("words: [a]", "1:8: expected at least 2 entries, found 1."),
        ("words: a, b", "1:8: expected a list, found the text 'a, b'."),
        ("words: {a: b}", "1:8: expected a list, found 'name: value' lines."),
        ("words:", "1:7: expected a list, found nothing."),
        ("words: [a, [b]]", "1:12: expected a text, found a list."),
        ("text: {a: b}", "1:7: expected a text, found 'name: value' lines."),
        ("flag: [true]", "1:7: expected true or false, found a list."),
        ("whole: [1]", "1:8: expected a whole number, found a list."),
        ("number: [1]", "1:9: expected a number, found a list."),
        ("colour: [red]", "1:9: expected one of red, no, found a list."),
        ("colour: reed", "1:9: 'reed' is not one of red, no. Did you mean 'red'?"),
        ("colour: mauve", "1:9: 'mauve' is not one of red, no."),
        ("table: {}", "1:8: at least one entry is needed."),
        ("table: [a]", "1:8: expected 'name: value' lines, found a list."),
        ("table: {a: b}", "1:12: expected a whole number, found 'b'."),
        ("table: {null: 1}", "1:9: expected a text, found nothing."),
        ("table: {a: 1, a: 2}", "1:15: duplicate key 'a' (first on line 1)."),
        ("table: {b: 1, [a]: 1}", "1:15: a key must be a word."),
        ("part: {}", "1:7: missing field 'name' in this inner."),
        ("part: x", "1:7: expected the fields of a inner, found the text 'x'."),
        ("txet: x", "1:1: unknown field 'txet'. Did you mean 'text'?"),
        ("zzz: x", f"1:1: {NO_SUCH_FIELD}"),
        ("[text]", "1:1: expected the fields of a small sample, found a list."),
        ("text: x\nwhole: 1\ntext: y", "3:1: duplicate key 'text' (first on line 1)."),
        ("part: " + "x" * 41, f"1:7: expected the fields of a inner, found the text '{'x' * 37}...'."),
        ("part: " + "x" * 40, f"1:7: expected the fields of a inner, found the text '{'x' * 40}'."),
    ],
)
def test_a_value_of_the_wrong_form_is_one_problem_with_its_location(text: str, problem: str) -> None:
    assert said(text) == [problem]


def test_all_problems_of_a_file_are_given_at_once_in_order() -> None:
    assert said("words: [a, null]\nflag: 3\nzzz: 1\nwhole: x\npart: {nam: x}\n") == [
        "1:12: expected a text, found nothing.",
        "2:7: expected true or false, found '3'.",
        f"3:1: {NO_SUCH_FIELD}",
        "4:8: expected a whole number, found 'x'.",
        "5:8: unknown field 'nam'. Did you mean 'name'?",
    ]


def test_a_file_that_is_refused_is_one_problem_and_nothing_else() -> None:
    decoded = read("text: &x y\n")
    assert (decoded.value, decoded.references, decoded.locations) == (None, [], {})
    assert len(decoded.problems) == 1


def test_the_readable_parts_beside_a_problem_are_kept() -> None:
    decoded = read("a: {name: x}\nb: {nmae: y}\n", dict[str, Inner])
    assert decoded.value == {"a": Inner("x")}
    assert decoded.problems


def test_a_file_of_the_wrong_form_has_no_value() -> None:
    assert read("nam: x\n", Inner).value is None


def test_a_field_left_out_takes_its_default() -> None:
    assert read("text: y\n").value == SmallSample(text="y")


@pytest.mark.parametrize(("word", "value"), [("[0, 2.5]", (0, 2.5)), ("[2, 2]", (2, 2))])
def test_a_range_may_be_as_narrow_as_one_value(word: str, value: tuple[float, float]) -> None:
    assert read(f"bounds: {word}\n").value.bounds == value


def test_an_enum_is_read_as_its_member() -> None:
    assert read("colour: no\n").value.colour is Colour.NO


# ---------------------------------------------------------------------------- references and places


def test_a_reference_has_its_kind_and_its_location() -> None:
    decoded = read("skill: cataloging\nrole: page\n")
    assert [(r.kind, r.id, r.location.line, r.location.column) for r in decoded.references] == [
        ("skills", "cataloging", 1, 8),
        ("roles", "page", 2, 7),
    ]


@pytest.mark.parametrize("text", ["skill: [x]\n", "skill: null\n", "role: null\n"])
def test_a_missing_id_is_not_a_reference(text: str) -> None:
    assert read(text).references == []


def test_every_reference_of_a_list_is_noted() -> None:
    decoded = read("title: T\nrank: 1\nholds: [a, b]\n", Education)
    assert [reference.id for reference in decoded.references] == ["a", "b"]
    assert all(isinstance(reference, Reference) for reference in decoded.references)


def test_every_part_has_a_location() -> None:
    places = read("text: x\nwords: [a, b]\ntable:\n  k: 1\nbounds: [1, 2]\npart:\n  name: y\n").locations
    assert {path: (place.line, place.column) for path, place in places.items()} == {
        (): (1, 1),
        ("text",): (1, 7),
        ("words",): (2, 8),
        ("words", 0): (2, 9),
        ("words", 1): (2, 12),
        ("table",): (4, 3),
        ("table", "k"): (4, 3),
        ("bounds",): (5, 9),
        ("bounds", 0): (5, 10),
        ("bounds", 1): (5, 13),
        ("part",): (7, 3),
        ("part", "name"): (7, 9),
    }


# ---------------------------------------------------------------------------- odds and ends


@pytest.mark.parametrize(("word", "near"), [("catalogin", "cataloging"), ("qqqqqq", None), ("", None)])
def test_the_nearest_word_is_similar_or_there_is_none(word: str, near: str | None) -> None:
    assert nearest(word, ["shelving", "cataloging"]) == near


def test_a_type_that_the_schema_does_not_use_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="does not know"):
        decode("f.yaml", b"x", bytes)


# ---------------------------------------------------------------------------- anything at all

ANYTHING = settings(suppress_health_check=[HealthCheck.too_slow])
FILE_TYPES = list(FILES.values())
TINY_FILES = [
    ((TINY / name).read_text(encoding="utf-8"), type_)
    for name, type_ in [
        ("roles/page.yaml", Role),
        ("credentials/mlis.yaml", Credential),
        ("occupations.yaml", dict[str, Occupation]),
        ("skills/description.yaml", SkillGroup),
        ("fields.yaml", dict[str, Field]),
    ]
]
MARKS = ["\n", "\n  ", "\n- ", "  ", ": ", ":", "- ", "? ", "[", "]", "{", "}", ", ", "'", '"', "&a ", "*a", "!x ", "%"]
WORDS = ["null", "~", "0", "-1", "1.5", "é", "title", "page", "skills", "needs", "<<", "=", "\U0001f4da"]
ODD = ["|\n", ">-\n", "# ", "---\n", "...\n", "@", "`", "\t", "\\", "\0", "\x07", "  \n"]
PIECES = st.sampled_from([*MARKS, *WORDS, *ODD])


def assert_inside(decoded: Decoded, text: str) -> None:
    lines = text.removeprefix("\ufeff").split("\n")
    for problem in decoded.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.length >= 1
        assert problem.message
        assert str(problem).startswith(f"f.yaml:{problem.line}:{problem.column}: ")


@ANYTHING
@given(st.binary(max_size=200), st.sampled_from(FILE_TYPES))
@example(b"\xef\xbb\xbf\xff", Role)
@example(b"\r[", Role)
def test_any_bytes_are_decoded_or_problems(data: bytes, type_: Any) -> None:
    decoded = decode("f.yaml", data, type_)
    assert decoded.problems or decoded.value is not None
    assert all(problem.line >= 1 and problem.column >= 1 for problem in decoded.problems)


@ANYTHING
@given(st.lists(PIECES | st.text(st.characters(categories=["L", "N", "P"]), max_size=5), max_size=30))
@example(["a: 'x"])
@example(["a: ["])
@example(["é: \0"])
def test_every_problem_of_any_text_is_located_inside_the_file(pieces: list[str]) -> None:
    text = "".join((*pieces, "\n"))
    assert_inside(decode("f.yaml", text.encode(), dict[str, Term]), text)


@ANYTHING
@given(st.sampled_from(TINY_FILES), st.data())
def test_every_problem_of_a_spoiled_file_is_located_inside_it(file: tuple[str, Any], data: st.DataObject) -> None:
    text, type_ = file
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 20, len(text))))
    spoiled = text[:start] + data.draw(PIECES) + text[end:] + "\n"
    decoded = decode("f.yaml", spoiled.encode(), type_)
    assert decoded.problems or decoded.value is not None
    assert_inside(decoded, spoiled)


@pytest.mark.parametrize(("text", "type_"), TINY_FILES, ids=lambda value: getattr(value, "__name__", ""))
def test_the_compiled_form_accepts_what_decode_accepts(text: str, type_: Any) -> None:
    decoded = decode("f.yaml", text.encode(), type_)
    assert not decoded.problems
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(decoded.value), type=type_) == decoded.value


# ---------------------------------------------------------------------------- to be put right


@pytest.mark.parametrize("text", ["? text", "text: x\n["])
def test_a_value_missing_at_the_end_is_located_inside_the_file(text: str) -> None:
    assert_inside(read(text), text)


def test_a_number_of_five_thousand_digits_is_a_problem() -> None:
    assert len(said(f"whole: {'9' * 5_000}\n")) == 1


def test_a_number_too_large_to_hold_is_a_problem() -> None:
    assert len(said(f"number: {'9' * 400}\n")) == 1


def test_a_list_with_too_many_entries_is_a_problem() -> None:
    assert len(said("three: [a, b, c, d]\n")) == 1
