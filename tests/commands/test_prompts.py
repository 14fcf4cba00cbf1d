"""Asking: with keys on a terminal, with lines anywhere else."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import pyte
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.vt100 import Vt100_Output

from libcareer.commands import prompts
from libcareer.commands.prompts import LineAsker, TerminalAsker, heading
from libcareer.engines.quiz.engine import Quiz, Screen
from libcareer.engines.quiz.interview import WHY_SCREENS, Back, Chosen, Picked, Skip, Stop
from libcareer.engines.quiz.limits import LIMITS, WHY_LIMITS
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog

FORMS = pytest.mark.parametrize("form", ["favorites", "four"])

ENTER, DOWN, UP, CTRL_C = "\r", "\x1b[B", "\x1b[A", "\x03"


class Asked(NamedTuple):
    """A quiz with one screen of each form."""

    quiz: Quiz
    favorites: Screen
    four: Screen


@pytest.fixture(scope="module")
def asked(tiny: Catalog) -> Asked:
    quiz = Quiz(tiny)
    favorites = quiz.next([])
    assert favorites
    return Asked(quiz, favorites, Screen(favorites.options[:4], least=True, picks=1))


@contextmanager
def typing(keys: str) -> Iterator[None]:
    """A terminal at which a person types *keys*."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        yield


def said(text: str) -> str:
    """What a terminal showed, on one line and without escape sequences."""
    return " ".join(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", text).split())


# ---------------------------------------------------------------------------- keys


@pytest.mark.parametrize(
    ("keys", "picked"),
    [
        ("149" + ENTER, (0, 3, 8)),
        (f" {DOWN} {DOWN} {ENTER}", (0, 1, 2)),
        (f"{UP} {UP} {UP} {ENTER}", (6, 7, 8)),
        (f"12{DOWN} {ENTER}", (0, 1, 2)),
        ("1214" + "5" + ENTER, (1, 3, 4)),
        (f"12{ENTER}3{ENTER}", (0, 1, 2)),
        (f"1234{ENTER}4{ENTER}", (0, 1, 2)),
    ],
    ids=["numbers", "arrows", "upwards", "both", "a number again takes it back", "too few", "too many"],
)
def test_favorites_are_chosen_with_numbers_or_arrows_and_space(
    asked: Asked, keys: str, picked: tuple[int, ...]
) -> None:
    with typing(keys):
        reply = TerminalAsker().screen(asked.quiz, asked.favorites, 1)
    assert isinstance(reply, Picked)
    assert set(reply.picks) == {asked.favorites.options[i] for i in picked}
    assert len(reply.picks) == 3
    assert reply.least is None


@pytest.mark.parametrize(
    ("keys", "most", "least"),
    [
        (f"1{ENTER}1{ENTER}", 0, 1),
        (f"3{ENTER}3{ENTER}", 2, 3),
        (f"4{ENTER}1{ENTER}", 3, 0),
        (f"{DOWN}{ENTER}{ENTER}", 1, 0),
        (f"{ENTER}{UP}{ENTER}", 0, 3),
        (f"1{ENTER}b2{ENTER}1{ENTER}", 1, 0),
    ],
)
def test_on_a_screen_of_four_the_most_is_asked_first_then_the_least_of_the_rest(
    asked: Asked, keys: str, most: int, least: int
) -> None:
    with typing(keys):
        reply = TerminalAsker().screen(asked.quiz, asked.four, 5)
    assert reply == Picked((asked.four.options[most],), asked.four.options[least])


@pytest.mark.parametrize(("keys", "reply"), [("s", Skip()), ("b", Back()), ("12s", Skip()), (f"1{ENTER}s", Skip())])
@FORMS
def test_s_skips_a_screen_and_b_goes_back(asked: Asked, keys: str, reply: object, form: str) -> None:
    if form == "favorites":
        keys = keys.replace(ENTER, "")
    with typing(keys):
        assert TerminalAsker().screen(asked.quiz, getattr(asked, form), 2) == reply


@FORMS
def test_a_question_mark_says_why_and_asks_again(asked: Asked, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    with typing("?s"):
        assert TerminalAsker().screen(asked.quiz, getattr(asked, form), 2) == Skip()
    out = capsys.readouterr()
    assert said(out.err) == WHY_SCREENS
    assert max(map(len, out.err.splitlines())) <= 80


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        (f"2{ENTER}", Chosen(LIMITS[0].choices[1].id)),
        (f"{DOWN}{DOWN}{ENTER}", Chosen(LIMITS[0].choices[2].id)),
        ("s", Skip()),
        ("b", Back()),
        (f"?5{ENTER}", Chosen(LIMITS[0].choices[4].id)),
    ],
)
def test_a_practical_question_is_answered_with_the_same_keys(keys: str, reply: object) -> None:
    with typing(keys):
        assert TerminalAsker().limit(LIMITS[0]) == reply


@pytest.mark.parametrize("before", ["", "1", f"1{ENTER}"])
@FORMS
def test_ctrl_c_interrupts_wherever_it_is_pressed(asked: Asked, form: str, before: str) -> None:
    with typing(before + CTRL_C), pytest.raises(KeyboardInterrupt):
        TerminalAsker().screen(asked.quiz, getattr(asked, form), 1)


CHOICES = (("page", "Page"), ("clerk", "Clerk"))


@pytest.mark.parametrize(
    ("keys", "picked"), [(ENTER, "page"), (DOWN + ENTER, "clerk"), (DOWN * 2 + ENTER, None), (UP + ENTER, None)]
)
def test_one_name_or_none_is_picked_from_a_list(keys: str, picked: str | None) -> None:
    with typing(keys):
        assert prompts.choose("Which?", CHOICES) == picked


@pytest.mark.parametrize(("keys", "yes"), [(ENTER, True), ("y", True), ("n", False)])
def test_plain_enter_says_yes(keys: str, yes: bool) -> None:
    with typing(keys):
        assert prompts.confirm("Go on?") is yes


@pytest.mark.parametrize("ask", [lambda: prompts.choose("Which?", CHOICES), lambda: prompts.confirm("Go on?")])
def test_ctrl_c_interrupts_other_questions_too(ask: object) -> None:
    assert callable(ask)
    with typing(CTRL_C), pytest.raises(KeyboardInterrupt):
        ask()


# ---------------------------------------------------------------------------- what is shown


@contextmanager
def looking(columns: int, keys: str) -> Iterator[io.StringIO]:
    """A terminal of so many *columns*, and everything it was sent."""
    seen = io.StringIO()
    output = Vt100_Output(seen, lambda: Size(rows=60, columns=columns), term="xterm", enable_cpr=False)
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=output):
        pipe.send_text(keys)
        yield seen


def first_view(seen: io.StringIO, columns: int) -> str:
    """What the terminal showed before any key was pressed, without white space, as lines may break anywhere."""
    drawn = seen.getvalue().split("\x1b[?7h")[0]  # line wrapping is switched on again when a view is drawn
    screen = pyte.Screen(columns, 60)
    pyte.Stream(screen).feed(drawn)
    return squeezed("".join(screen.display))


def squeezed(text: str) -> str:
    return "".join(text.split())


def view(asked: Asked, form: str, columns: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Screen, str]:
    """A screen of long options, and what is seen of it on a terminal of so many *columns*."""
    monkeypatch.setenv("COLUMNS", str(columns))
    like: Screen = getattr(asked, form)
    screen = Screen(tuple(f"day:{role}" for role in asked.quiz.ids[:4]), like.least, like.picks)
    with looking(columns, f"1{ENTER}1{ENTER}" if screen.least else f"123{ENTER}") as seen:
        TerminalAsker().screen(asked.quiz, screen, 1)
    return screen, first_view(seen, columns)


@pytest.mark.parametrize("columns", [40, 60, 80])
@FORMS
def test_options_longer_than_a_line_are_wrapped_and_not_cut(
    asked: Asked, form: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, seen = view(asked, form, columns, monkeypatch)
    for option in screen.options:
        assert len(asked.quiz.text(option)) > 60
        assert squeezed(asked.quiz.text(option)) in seen


@pytest.mark.parametrize("columns", [40, 60, 80])
@FORMS
def test_the_question_and_its_keys_are_seen_in_full(
    asked: Asked, form: str, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen, seen = view(asked, form, columns, monkeypatch)
    assert squeezed(heading(screen, 1)) in seen
    assert ("Firstthemost." in seen) is screen.least
    assert squeezed("s skips, b goes back, ? says why)") in seen


def test_control_characters_in_a_question_do_nothing() -> None:
    with looking(80, ENTER) as seen:
        prompts.choose("Which\x1b]0;owned\x07?", (("page", "Page\x9b2J"),))
    assert "\x1b]0;" not in seen.getvalue()
    assert "\x9b" not in seen.getvalue()
    assert "Page\\x9b2J" in seen.getvalue()


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        (Screen(("a", "b"), False, 3, (10, 16)), "7. Which 3 would you like most? (10 to 16 screens to go)"),
        (Screen(("a", "b"), True, 1, (1, 6)), "7. Which would you like most, and which least? (1 to 6 screens to go)"),
        (Screen(("a", "b"), False, 3, (2, 2)), "7. Which 3 would you like most? (2 screens to go)"),
    ],
)
def test_a_heading_says_what_to_do_and_how_much_is_to_come(screen: Screen, expected: str) -> None:
    assert heading(screen, 7) == expected


def test_the_last_screen_is_one_screen() -> None:
    assert heading(Screen(("a", "b"), True, 1, (1, 1)), 16).endswith("(1 screen to go)")


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stdin", "stdout", "term", "expected"),
    [
        (Terminal, Terminal, "xterm", True),
        (Terminal, Terminal, None, True),
        (Terminal, Terminal, "dumb", False),
        (io.StringIO, Terminal, "xterm", False),
        (Terminal, io.StringIO, "xterm", False),
    ],
)
def test_arrow_keys_need_a_terminal_at_both_ends(
    stdin: type, stdout: type, term: str | None, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM") if term is None else monkeypatch.setenv("TERM", term)
    monkeypatch.setattr("sys.stdin", stdin())
    monkeypatch.setattr("sys.stdout", stdout())
    assert prompts.interactive() is expected


# ---------------------------------------------------------------------------- lines


def by_line(asked: Asked, lines: str, form: str = "favorites") -> tuple[object, str]:
    """The reply that *lines* make to a screen, and what was said meanwhile."""
    asks = io.StringIO()
    return LineAsker(io.StringIO(lines), asks).screen(asked.quiz, getattr(asked, form), 1), asks.getvalue()


@FORMS
def test_a_screen_by_line_shows_its_heading_every_option_and_how_to_reply(asked: Asked, form: str) -> None:
    screen: Screen = getattr(asked, form)
    _, shown = by_line(asked, "skip\n", form)
    lines = shown.splitlines()
    assert lines[0] == heading(screen, 1)
    assert lines[1:-1] == [f"  {n}. {asked.quiz.text(option)}" for n, option in enumerate(screen.options, 1)]
    how = "3 numbers" if form == "favorites" else "two numbers, most then least"
    assert lines[-1] == f"Type {how}; or skip, back, why."


@pytest.mark.parametrize(("lines", "reply"), [("skip\n", Skip()), ("\n", Skip()), ("back\n", Back()), ("", Stop())])
def test_a_line_skips_or_goes_back_and_the_end_of_input_stops(asked: Asked, lines: str, reply: object) -> None:
    assert by_line(asked, lines)[0] == reply


def test_a_last_line_without_its_end_counts(asked: Asked) -> None:
    assert by_line(asked, "1 2 3")[0] == Picked(asked.favorites.options[:3])


def test_a_wrong_line_is_asked_again(asked: Asked) -> None:
    reply, shown = by_line(asked, "1 2\nmaybe\n4 5 6\n")
    assert reply == Picked(asked.favorites.options[3:6])
    assert shown.count("is not an answer here. Type 3 different numbers") == 2


def test_a_wrong_line_before_the_end_of_input_stops(asked: Asked) -> None:
    assert by_line(asked, "nonsense\n")[0] == Stop()


def test_why_is_answered_and_asked_again(asked: Asked) -> None:
    reply, shown = by_line(asked, "why\n4 1\n", "four")
    assert reply == Picked((asked.four.options[3],), asked.four.options[0])
    assert WHY_SCREENS in shown


def test_from_a_file_a_wrong_line_is_refused(asked: Asked) -> None:
    with pytest.raises(BadAnswers, match="'nonsense' is not an answer here"):
        LineAsker(io.StringIO("nonsense\n1 2 3\n"), None).screen(asked.quiz, asked.favorites, 1)


def test_from_a_file_why_is_ignored(asked: Asked) -> None:
    reply = LineAsker(io.StringIO("why\n1 2 3\n"), None).screen(asked.quiz, asked.favorites, 1)
    assert reply == Picked(asked.favorites.options[:3])


def test_a_practical_question_explains_itself_by_line() -> None:
    asks = io.StringIO()
    assert LineAsker(io.StringIO("why\nskip\n"), asks).limit(LIMITS[0]) == Skip()
    assert WHY_LIMITS in asks.getvalue()


def test_a_practical_question_explains_itself_on_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with typing("?s"):
        assert TerminalAsker().limit(LIMITS[0]) == Skip()
    assert said(capsys.readouterr().err) == WHY_LIMITS


@pytest.mark.parametrize(
    ("lines", "reply"),
    [("3\n", Chosen("associate")), ("any\n", Chosen("any")), ("9\n1\n", Chosen("secondary")), ("", Stop())],
)
def test_a_practical_question_is_asked_by_line(lines: str, reply: object) -> None:
    asks = io.StringIO()
    assert LineAsker(io.StringIO(lines), asks).limit(LIMITS[0]) == reply
    shown = asks.getvalue()
    assert shown.startswith(f"{LIMITS[0].question} (practical question 1 of {len(LIMITS)}; changes no score)")
    for number, choice in enumerate(LIMITS[0].choices, 1):
        assert f"  {number}. {choice.text}\n" in shown


def test_questions_by_line_are_ascii_whatever_was_typed(asked: Asked) -> None:
    _, shown = by_line(asked, "caf\u00e9 \x1b[2J\nskip\n")
    assert shown.isascii()
    assert "\x1b" not in shown
