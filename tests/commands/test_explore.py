"""The explorer line by line: what each choice leads to, how far a person can read, and how they come back."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.commands.explore.explorer import Explorer
from libcareer.commands.explore.spots import Part, Spot
from libcareer.commands.pages import page
from libcareer.commands.prompts.lines import LinePrompter
from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.engine import Quiz
from libcareer.person.about import saved_about
from libcareer.person.plan import saved_plan
from libcareer.person.quizzes import SavedQuiz, keep_quiz, saved_quizzes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Run

    from libcareer.catalog import Catalog

ANSWERS = Path(__file__).parents[1] / "answers.json"
COLUMNS, ROWS = 80, 24

WISHES = {
    "jobs around cataloging": (("6", "1", "3", "cataloging"), "--skill cataloging"),
    "what a library technician earns": (("3", "2", "library technician", "1"), "$21.43"),
    "the way from my job to librarian": (
        ("1", "1", "library technician", "librarian"),
        "From Library Technician to Librarian",
    ),
    "what else my skills open outside": (("1", "1", "library technician", "2"), "Records Assistant"),
    "archivist or records manager": (("6", "4", "archivist", "records manager"), "Archivist or Records Manager"),
    "does the certificate pay": (("6", "1", "8", "diploma or certificate worth it"), "certificate worth it?"),
    "whom to ask in archives": (("6", "1", "7", "archives"), "keep the unpublished record"),
    "a question in my own words": (("6", "1", "1", "am I too shy for library work"), "I am shy"),
    "another limit": (("4", "m", "9", "2"), "no moving"),
    "the same in words": (("pay of a library technician", "1"), "$21.43"),
    "a command": (("show archivist --section pay",), "$64,550"),
}
"""What somebody may want, the choices that lead to it at the first visit, and what is then read."""


class Replies(io.StringIO):
    """Lines that a person types; *screens* has what was written before each."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self.asked = io.StringIO()
        self.screens: list[str] = []

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        self.screens.append(self.asked.getvalue())
        self.asked.seek(0)
        self.asked.truncate()
        return super().readline(-1 if size is None else size)


def explored(catalog: Catalog, *lines: str) -> list[str]:
    """What somebody reads before each of the *lines* that they type, and at last."""
    replies = Replies(lines)
    Explorer(catalog, LinePrompter(replies, replies.asked)).explore()
    return replies.screens


def where(screen: str) -> str:
    return screen.partition("\n")[0].removeprefix("You are here: ")


@pytest.mark.parametrize("wish", WISHES)
def test_every_wish_is_met_in_at_most_four_choices(snapshot: Catalog, wish: str) -> None:
    choices, words = WISHES[wish]
    assert len(choices) <= 4
    assert words in explored(snapshot, *choices)[-1]


def test_the_quiz_begins_with_the_second_choice(run_snapshot: Run) -> None:
    assert "Which 3 would you most like to do?" in run_snapshot("explore", input="2\n1\n").output


@pytest.fixture
def finished(snapshot: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    """A finished quiz of somebody drawn to archives, whose page is made with the frozen knowledge as well."""
    monkeypatch.setenv("LIBCAREER_DATA", str(Path(__file__).parents[1] / "snapshot"))
    keep_quiz(SavedQuiz.of(answers_from_json(ANSWERS.read_bytes(), Quiz(snapshot)), "2026-01-31"))


@pytest.mark.usefixtures("finished")
def test_the_last_result_is_two_choices_away(snapshot: Catalog) -> None:
    screens = explored(snapshot, "6", "1")
    assert "quiz of 2026-01-31" in screens[0]
    assert "What your answers point to" in screens[-1]


@pytest.mark.usefixtures("finished")
@pytest.mark.parametrize(
    ("key", "leads"),
    [
        ("d", "about me > What your answers point to"),
        ("l", "about me > What limits you"),
        ("s", "jobs > "),
        ("p", "ways > From"),
    ],
)
def test_keys_after_the_result_lead_on_and_back(snapshot: Catalog, key: str, leads: str) -> None:
    *_, result, there, back = explored(snapshot, "6", "1", key, "b")
    assert where(there).startswith(leads)
    assert back == result


@pytest.mark.usefixtures("finished")
def test_an_answer_can_be_changed_after_the_result(run_snapshot: Run) -> None:
    before = saved_quizzes()[1]
    asked = run_snapshot("explore", input="6\n1\na\n1\n7 8 9\n\nq\n")
    after = saved_quizzes()[1]
    assert "Your answers. Enter shows the result" in asked.output
    assert before
    assert after
    assert before.answers[0] != after.answers[0]


def test_a_step_of_the_plan_is_ticked_in_four_choices(run_snapshot: Run) -> None:
    run_snapshot("plan", "librarian", "--from", "library-technician")
    assert "1 of 4 steps done" in run_snapshot("explore", input="6\n3\nn\n3\n").output


def test_whoever_has_no_plan_is_asked_for_the_job_to_get_to(run_snapshot: Run) -> None:
    asked = run_snapshot("explore", input="4\n6\n3\nlibrarian\n").output
    assert "Your plan: Librarian" in asked
    assert saved_plan()


@pytest.mark.parametrize("wish", WISHES)
def test_no_screen_is_higher_or_wider_than_the_terminal(snapshot: Catalog, wish: str) -> None:
    for screen in explored(snapshot, *WISHES[wish][0], "n", *[""] * 12, "?"):
        lines = screen.splitlines()
        assert len(lines) < ROWS
        assert max(map(len, lines), default=0) <= COLUMNS


@pytest.mark.parametrize("columns", [20, 40, 80])
@pytest.mark.parametrize("rows", [1, 2, 5, 24])
def test_enter_alone_shows_every_line_once_and_comes_back_to_the_first(columns: int, rows: int) -> None:
    texts = {"": [f"line {n}" for n in range(37)], "more": ["", "a", "", "b"], "last": ["c"]}
    place = Spot()
    place.parts = tuple(Part(title, lambda _, lines=lines: lines) for title, lines in texts.items())
    seen: list[str] = []
    first = list(place.screen(columns, rows))
    for _ in range(100):
        seen += [line for line in place.screen(columns, rows) if line and not line.startswith("--")]
        assert place.forward()
        if list(place.screen(columns, rows)) == first:
            break
    assert seen == [line for lines in texts.values() for line in lines if line]


def test_numbers_mean_the_same_on_every_screen_of_a_page(snapshot: Catalog) -> None:
    for before in ([], [""], ["n"], ["n", ""]):
        assert where(explored(snapshot, "show archivist", *before, "6")[-1]) == "jobs > Archivist > Pay and outlook"


def test_back_returns_to_the_place_before_as_it_was_left(snapshot: Catalog) -> None:
    screens = explored(snapshot, "show archivist", "6", "", "skills cataloging", "b")
    assert screens[-1] == screens[-3]


def test_home_and_up_lead_where_they_say(snapshot: Catalog) -> None:
    screens = explored(snapshot, "4", "show archivist", "", "u", "h")
    assert screens[-2] == screens[2]
    assert screens[-1].startswith("libcareer: careers in ")


def test_a_page_tells_the_command_that_shows_it(snapshot: Catalog) -> None:
    assert "libcareer show archivist" in explored(snapshot, "archivist", "c")[-1]


def test_what_is_first_depends_on_what_brings_somebody_here_and_nothing_is_kept(snapshot: Catalog) -> None:
    assert "1  Where can I go from my job?" in explored(snapshot, "1")[-1]
    assert "1  I am here with a class" in explored(snapshot, "5")[-1]
    assert not saved_about().posts


def test_whoever_is_known_is_told_so_and_asked_for_no_situation(run_snapshot: Run) -> None:
    run_snapshot("me", "--from", "library-technician", "--no-move")
    asked = run_snapshot("explore", input="").output
    assert "You: Library Technician; no moving" in asked
    assert "I work in a library" not in asked


def test_words_that_several_titles_have_make_a_shorter_list(snapshot: Catalog) -> None:
    shorter = explored(snapshot, "4", "compare jobs", "technician")[-1]
    assert "have 'technician'" in shorter
    assert "Library Technician" in shorter


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("999", "There is no 999 here"),
        ("qqqq zzzz", "Nothing here is about 'qqqq' or 'zzzz'"),
        ("show nobody-at-all", "There is no role called 'nobody-at-all'"),
        ("show archivist --nonsense", "No such option"),
        ("show 'archivist", ""),
        ("[bold]\x1b[2J", ""),
    ],
)
def test_what_leads_nowhere_is_said_and_the_place_stays(snapshot: Catalog, typed: str, said: str) -> None:
    last = explored(snapshot, "4", typed)[-1]
    assert said in last
    assert "\x1b" not in last


def test_the_end_of_input_and_q_leave_with_success(run: Run) -> None:
    assert run("explore", input="").exit_code == 0
    assert run("explore", input="4\nq\n").exit_code == 0


def test_what_is_kept_is_removed_only_after_a_second_yes(run: Run) -> None:
    run("me", "--from", "technician")
    run("explore", input="6\n7\nn\n")
    assert saved_about().posts
    run("explore", input="6\n7\ny\n")
    assert not saved_about().posts


def test_every_choice_of_every_menu_leads_somewhere(run_snapshot: Run) -> None:
    for wish in range(2, 8):
        for choice in range(1, 12):
            told = run_snapshot("explore", input=f"1\n{wish}\n{choice}\n\n")
            assert told.exit_code == 0, (wish, choice, told.output)


def test_each_page_of_the_explorer_is_that_of_its_address(snapshot: Catalog) -> None:
    at = "network archive"
    assert page(snapshot, at).sections[0].title in explored(snapshot, at)[-1]
