"""Asking line by line: what is written, and what each line means."""

from __future__ import annotations

import io

import pytest

from libcareer.commands.prompts.lines import PAGE, LinePrompter
from libcareer.commands.prompts.question import Key, Marked, Option, Question, Typed
from libcareer.errors import BadAnswers

SKIP, BACK = object(), object()
KEYS = (
    Key("s", "skip", SKIP, blank=True),
    Key("b", "back", BACK, escape=True),
    Key("?", "why", says="Because it tells them apart."),
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def question(count: int = 6, **more: object) -> Question:
    return Question("Which?", tuple(Option(f"option {n}", f"o{n}") for n in range(1, count + 1)), KEYS, **more)  # type: ignore[arg-type]


def asked(lines: str, kind: str = "mark", *, terminal: bool = False, **more: object) -> tuple[object, str]:
    """The reply that *lines* make, and what was written meanwhile."""
    asks = io.StringIO()
    prompter = LinePrompter(Terminal(lines) if terminal else io.StringIO(lines), asks)
    full = bool(more.pop("full", False))
    if kind == "mark":
        return prompter.mark(question(full=full), 2, least=True, **more), asks.getvalue()  # type: ignore[arg-type]
    return prompter.choose(question(full=full), **more), asks.getvalue()


# ---------------------------------------------------------------------------- what is written


def test_a_question_is_its_place_its_words_its_options_and_how_to_answer() -> None:
    asks = io.StringIO()
    whole = Question("Which?", question(3).options, KEYS, where="Screen 5; 3 more", note="Nothing leaves this machine.")
    LinePrompter(io.StringIO("2 1 3\n"), asks).mark(whole, 2, least=True)
    assert asks.getvalue().splitlines() == [
        "Screen 5; 3 more",
        "Nothing leaves this machine.",
        "Which?",
        "  1. option 1",
        "  2. option 2",
        "  3. option 3",
        "3 numbers, least last; s, b, ?.",
    ]


def test_the_first_question_of_a_kind_says_in_full_what_may_be_typed() -> None:
    _, written = asked("2 5 1\n", full=True)
    assert written.splitlines()[-1] == (
        "Type the numbers of 2 favorites, then the least liked, such as 2 5 1; or s skip, b back, ? why."
    )


def test_an_earlier_answer_is_read_out_and_enter_keeps_it() -> None:
    before = Marked(("o2", "o5"), "o1")
    reply, written = asked("\n", before=before)
    assert reply == before
    assert "Chosen before: 2 5 1. Enter keeps that." in written
    reply, written = asked("\n", "choose", at="o3")
    assert reply == "o3"
    assert "Chosen before: 3. Enter keeps that." in written


def test_an_earlier_answer_can_be_changed() -> None:
    assert asked("3 4 6\n", before=Marked(("o2", "o5"), "o1"))[0] == Marked(("o3", "o4"), "o6")


def test_what_a_stream_cannot_encode_is_spelled_and_no_escape_acts() -> None:
    bytes_ = io.BytesIO()
    asks = io.TextIOWrapper(bytes_, encoding="cp437", write_through=True)
    strange = Question("caf\u00e9 \u2013 \x1b[2J?", question(2).options, KEYS)
    LinePrompter(io.StringIO("\u0434\u0430\n1\n"), asks).choose(strange)
    written = bytes_.getvalue().decode("cp437")
    assert "caf\u00e9 - \\x1b[2J?" in written
    assert "\x1b" not in written


# ---------------------------------------------------------------------------- lines


@pytest.mark.parametrize("line", ["2 5 1", "2,5,1", " 2, 5, 1", "2 ,5,, 1", "\t2  5\t1\r"])
def test_numbers_name_favorites_and_then_the_least_liked_with_any_separator(line: str) -> None:
    assert asked(f"{line}\n")[0] == Marked(("o2", "o5"), "o1")


def test_a_last_line_without_its_end_counts() -> None:
    assert asked("2 5 1")[0] == Marked(("o2", "o5"), "o1")


@pytest.mark.parametrize(("line", "reply"), [("s", SKIP), ("Skip", SKIP), (" BACK ", BACK), ("b", BACK)])
@pytest.mark.parametrize("kind", ["mark", "choose"])
def test_keys_are_typed_by_letter_or_word(line: str, reply: object, kind: str) -> None:
    assert asked(f"{line}\n", kind)[0] is reply


@pytest.mark.parametrize("line", ["?", "why", "WHY"])
@pytest.mark.parametrize("kind", ["mark", "choose"])
def test_why_is_answered_and_the_question_stays(line: str, kind: str) -> None:
    reply, written = asked(f"{line}\nskip\n", kind)
    assert reply is SKIP
    assert "Because it tells them apart." in written


@pytest.mark.parametrize("kind", ["mark", "choose"])
def test_an_empty_line_skips_in_a_pipe_and_is_told_at_a_terminal(kind: str) -> None:
    assert asked("\n", kind)[0] is SKIP
    reply, written = asked("\nback\n", kind, terminal=True)
    assert reply is BACK
    assert "Nothing is typed. Type " in written


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1 2", "Type 3 different numbers, the least liked last, or skip, back, why."),
        ("1 2 3 4", "Type 3 different numbers"),
        ("1 1 2", "Type 3 different numbers"),
        ("one two three", "Type 3 different numbers"),
        ("1 2 x", "Type 3 different numbers"),
        ("skip 1", "Type 3 different numbers"),
        ("-1 2 3", "Type 3 different numbers"),
        ("1 2 7", "The options are numbered 1 to 6."),
        ("0 1 2", "The options are numbered 1 to 6."),
        ("(1) (4) (5)", "Type 3 different numbers"),
        ("\N{FULLWIDTH DIGIT ONE} 2 3", "Type 3 different numbers"),
        ("1" * 5000 + " 2 3", "Type 3 different numbers"),
        ("\u0434\u0430", "Type 3 different numbers"),
    ],
)
def test_any_other_line_is_told_with_what_was_expected_and_asked_again(line: str, expected: str) -> None:
    reply, written = asked(f"{line}\n4 5 6\n")
    assert reply == Marked(("o4", "o5"), "o6")
    assert "is not an answer here" in written
    assert expected in written
    with pytest.raises(BadAnswers, match=r"is not an answer here\.") as refused:
        LinePrompter(io.StringIO(f"{line}\n4 5 6\n"), None).mark(question(), 2, least=True)
    assert expected in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("line", ["0", "7", "99", "1 2", "maybe", "-1", "\N{SUPERSCRIPT TWO}"])
def test_one_of_a_list_takes_only_its_numbers(line: str) -> None:
    reply, written = asked(f"{line}\n2\n", "choose")
    assert reply == "o2"
    assert "Type a number from 1 to 6, or skip, back, why." in written


def test_in_a_file_why_is_read_over() -> None:
    assert LinePrompter(io.StringIO("why\n2 5 1\n"), None).mark(question(), 2, least=True) == Marked(("o2", "o5"), "o1")


@pytest.mark.parametrize("lines", ["", "nonsense\n", "?\n"])
def test_the_end_of_all_lines_is_the_end(lines: str) -> None:
    for kind in ("mark", "choose"):
        with pytest.raises(EOFError):
            asked(lines, kind)


def test_input_without_an_end_is_refused() -> None:
    with pytest.raises(BadAnswers, match="The input is too long"):
        asked("x" * 1_000_000)


def test_enter_alone_takes_what_a_question_offers_for_it() -> None:
    asks = io.StringIO()
    assert LinePrompter(Terminal("\n"), asks).choose(question(enter="the rest")) == "the rest"


# ---------------------------------------------------------------------------- a long list, a text, yes or no


def found(lines: str, count: int = 50, *, free: bool = False) -> tuple[object, str]:
    asks = io.StringIO()
    options = tuple(Option(f"{'Page' if n % 10 else 'Clerk'} {n}", n) for n in range(1, count + 1))
    return LinePrompter(io.StringIO(lines), asks).find(
        Question("Which job?", options, KEYS), free=free
    ), asks.getvalue()


def test_a_long_list_is_read_out_in_parts() -> None:
    reply, written = found(f"\n{PAGE + 1}\n")
    assert reply == PAGE + 1
    assert f"Enter reads {PAGE} more of {50 - PAGE}" in written
    assert written.index(f"  {PAGE}. ") < written.index("Enter reads") < written.index(f"  {PAGE + 1}. ")


def test_a_number_that_was_not_read_out_yet_chooses_nothing() -> None:
    reply, written = found(f"{PAGE + 1}\n3\n")
    assert reply == 3
    assert "That is not a number of the list" in written


def test_words_narrow_a_long_list_and_number_it_anew() -> None:
    reply, written = found("clerk\n2\n")
    assert reply == 20
    assert "5 have 'clerk':\n  1. Clerk 10\n  2. Clerk 20\n" in written


def test_words_that_leave_one_take_it_and_words_that_leave_none_are_told() -> None:
    assert found("clerk 30\n")[0] == 30
    reply, written = found("zebra\nb\n")
    assert reply is BACK
    assert "'zebra' is not an answer here. Nothing has these words" in written
    assert found("zebra crossing\n", free=True)[0] == Typed("zebra crossing")


def test_a_text_is_a_line() -> None:
    asks = io.StringIO()
    assert LinePrompter(Terminal("\nOslo\n"), asks).text(Question("Which town?", keys=KEYS)) == "Oslo"
    assert "Nothing is typed. Type words" in asks.getvalue()


@pytest.mark.parametrize(
    ("lines", "yes"), [("\n", True), ("y\n", True), ("No\n", False), ("", False), ("x\nyes\n", True)]
)
def test_yes_or_no_is_a_line_and_the_end_of_input_is_a_no(lines: str, yes: bool) -> None:
    asks = io.StringIO()
    assert LinePrompter(io.StringIO(lines), asks).confirm("Go on?") is yes
    assert asks.getvalue().startswith("Go on? y or n; Enter is yes.\n")
