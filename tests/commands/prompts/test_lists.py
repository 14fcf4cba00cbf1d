"""Questions on a terminal: what each key does, and what is said of it."""

from __future__ import annotations

import pytest

from libcareer.commands.prompts.lists import Line, Marks, OneOf, Reply, Search, YesOrNo, key_name
from libcareer.commands.prompts.question import Key, Marked, Option, Question, Typed

SKIP, BACK = object(), object()
KEYS = (Key("s", "skip", SKIP), Key("b", "back", BACK, escape=True), Key("?", "why", says="Because."))


def question(count: int = 6, **more: object) -> Question:
    return Question("Which?", tuple(Option(f"option {n}", f"o{n}") for n in range(1, count + 1)), KEYS, **more)  # type: ignore[arg-type]


def typed(prompt: OneOf | Marks | Search | Line | YesOrNo, *keys: str) -> Reply | None:
    """What the last of *keys* gives; those before must end nothing."""
    for key in keys[:-1]:
        assert prompt.press(key) is None
    return prompt.press(keys[-1])


def marked(prompt: OneOf | Marks | Search) -> str:
    """The marks of all options, a dot for none."""
    return "".join(row.mark or "." for row in prompt.view().rows)


# ---------------------------------------------------------------------------- favorites and the least liked


@pytest.mark.parametrize(
    ("keys", "picks", "least"),
    [
        ("251", ("o2", "o5"), "o1"),
        ("521", ("o5", "o2"), "o1"),
        ("22512", ("o5", "o1"), "o2"),
        ("123434", ("o1", "o2"), "o4"),
    ],
    ids=["in order", "another order", "a favorite taken back", "the least liked changed"],
)
def test_the_first_numbers_mark_favorites_and_the_next_the_least_liked(
    keys: str, picks: tuple[str, ...], least: str
) -> None:
    assert typed(Marks(question(), 2, least=True), *keys, "enter") == Reply(Marked(picks, least))


def test_the_marks_of_favorites_and_of_the_least_liked_differ_in_every_encoding() -> None:
    prompt = Marks(question(), 2, least=True)
    typed(prompt, *"251")
    assert marked(prompt) == "-+..+."
    assert "".join(row.mark for row in prompt.view().rows).isascii()


def test_what_is_missing_is_said_all_the_time_and_enter_never_goes_on_without_it() -> None:
    prompt = Marks(question(), 2, least=True)
    for key, missing in (
        ("", "2 favorites, then the least liked"),
        ("2", "1 more favorite, then the least liked"),
        ("5", "the least liked"),
        ("5", "1 more favorite, then the least liked"),
    ):
        if key:
            prompt.press(key)
        assert prompt.view().status == f"To choose: {missing}."
        assert prompt.press("enter") is None
        assert prompt.view().said == f"Still to choose: {missing}."


def test_a_favorite_taken_back_leaves_the_least_liked() -> None:
    prompt = Marks(question(), 2, least=True)
    typed(prompt, *"2512")
    assert marked(prompt) == "-...+."
    assert prompt.view().status == "To choose: 1 more favorite."


def test_another_number_when_all_is_chosen_changes_nothing_and_says_so() -> None:
    prompt = Marks(question(), 2, least=True)
    typed(prompt, *"2514")
    assert marked(prompt) == "-+..+."
    assert prompt.view().said == "All is chosen already. To choose 4, first take one back with its number."


def test_space_marks_the_option_pointed_at_and_arrows_move_around() -> None:
    prompt = Marks(question(), 3, least=False)
    assert typed(prompt, " ", "down", " ", "up", "up", " ", "enter") == Reply(Marked(("o1", "o2", "o6")))


def test_an_earlier_answer_is_shown_and_enter_keeps_it() -> None:
    before = Marked(("o3", "o4"), "o6")
    prompt = Marks(question(), 2, least=True, before=before)
    assert marked(prompt) == "..++.-"
    assert prompt.press("enter") == Reply(before)


@pytest.mark.parametrize("key", ["0", "7", "9"])
def test_a_number_that_no_option_has_is_told(key: str) -> None:
    prompt = Marks(question(), 2, least=True)
    assert prompt.press(key) is None
    assert prompt.view().said == f"There is no {key}. 1 to 6 choose; Enter goes on."
    assert marked(prompt) == "......"


# ---------------------------------------------------------------------------- one of a list


def test_one_option_is_chosen_with_its_number_and_enter() -> None:
    prompt = OneOf(question())
    assert typed(prompt, "2", "4", "enter") == Reply("o4")


def test_enter_alone_chooses_nothing() -> None:
    prompt = OneOf(question())
    assert prompt.press("enter") is None
    assert prompt.view().said == "Nothing is chosen yet. 1 to 6 choose; Enter goes on."
    assert prompt.view().pointed is None


def test_enter_alone_takes_what_the_question_offers_for_it() -> None:
    assert OneOf(question(enter="the rest")).press("enter") == Reply("the rest")


@pytest.mark.parametrize(
    ("keys", "chosen"), [(("down",), "o1"), (("up",), "o6"), (("end", "up"), "o5"), (("home", "pagedown"), "o6")]
)
def test_arrows_point_at_an_option(keys: tuple[str, ...], chosen: str) -> None:
    assert typed(OneOf(question()), *keys, "enter") == Reply(chosen)


def test_an_option_chosen_earlier_is_pointed_at() -> None:
    prompt = OneOf(question(), at="o3")
    assert prompt.view().pointed == 2
    assert typed(prompt, "down", "enter") == Reply("o4")


@pytest.mark.parametrize(("keys", "chosen"), [("12", "o12"), ("1", "o1"), ("25", "o5"), ("33", "o3"), ("121", "o1")])
def test_a_list_of_more_than_nine_takes_numbers_of_two_digits(keys: str, chosen: str) -> None:
    assert typed(OneOf(question(12)), *keys, "enter") == Reply(chosen)


def test_an_arrow_begins_a_new_number() -> None:
    assert typed(OneOf(question(12)), "1", "down", "2", "enter") == Reply("o2")


# ---------------------------------------------------------------------------- other keys


@pytest.mark.parametrize("prompt", [Marks(question(), 2, least=True), OneOf(question())], ids=["marks", "one"])
def test_letters_of_the_question_end_it_and_escape_means_back(prompt: Marks | OneOf) -> None:
    assert prompt.press("s") == Reply(SKIP)
    assert prompt.press("b") == Reply(BACK)
    assert prompt.press("escape") == Reply(BACK)


def test_a_key_that_says_something_leaves_the_question_as_it_is() -> None:
    prompt = Marks(question(), 2, least=True)
    assert typed(prompt, "2", "?") is None
    assert prompt.view().said == "Because."
    assert marked(prompt) == ".+...."
    prompt.press("down")
    assert prompt.view().said == ""


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("x", "'x'"), ("-", "'-'"), ("c-o", "Ctrl-O"), ("alt-enter", "Alt-Enter"), ("alt-x", "Alt-x"), ("f1", "F1"),
        ("delete", "Delete"), ("c-i", "Tab"), ("left", "Left"), ("pasted text", "Pasted text"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["marks", "one"])
def test_any_other_key_does_nothing_and_is_named(key: str, name: str, kind: str) -> None:
    prompt = Marks(question(), 2, least=True) if kind == "marks" else OneOf(question())
    assert prompt.press(key) is None
    assert key_name(key) == name
    assert prompt.view().said == f"{name} does nothing here. 1 to 6 choose; Enter goes on."
    assert marked(prompt) == "......"


def test_escape_does_nothing_where_there_is_no_way_back() -> None:
    prompt = OneOf(Question("Which?", (Option("a", "a"),)))
    assert prompt.press("escape") is None
    assert prompt.view().said.startswith("Escape does nothing here.")


def test_the_keys_that_work_stand_on_one_line() -> None:
    assert Marks(question(), 2, least=True).view().keys == "s skip, b back, ? why"


@pytest.mark.parametrize("full", [True, False])
def test_how_to_answer_is_said_in_full_only_where_the_question_asks_for_it(full: bool) -> None:
    hint = Marks(question(full=full), 2, least=True).view().hint
    assert bool(hint) is full
    assert ("numbers of 2 favorites, then of the least liked" in hint) is full


# ---------------------------------------------------------------------------- a long list


JOBS = ("Archivist", "Catalog Librarian", "Catalog Technician", "Library Page", "Records Manager", "Web Librarian")


def jobs(**more: object) -> Search:
    options = tuple(Option(title, title) for title in JOBS)
    return Search(Question("Which job?", options, KEYS), **more)  # type: ignore[arg-type]


def listed(prompt: Search) -> list[str]:
    return [row.text for row in prompt.view().rows]


def test_a_number_chooses_from_the_whole_list() -> None:
    assert typed(jobs(), "4", "enter") == Reply("Library Page")


def test_words_narrow_the_list_as_they_are_typed_and_one_that_is_left_is_taken() -> None:
    prompt = jobs()
    typed(prompt, *"cat te")
    assert listed(prompt) == ["Catalog Technician"]
    assert prompt.view().entry == "cat te"
    assert prompt.press("enter") == Reply("Catalog Technician")


def test_several_that_are_left_are_numbered_anew_and_wait_for_a_number() -> None:
    prompt = jobs()
    assert typed(prompt, *"librarian", "enter") is None
    assert listed(prompt) == ["Catalog Librarian", "Web Librarian"]
    assert prompt.view().status == "2 have 'librarian'. A number or other words, then Enter."
    assert typed(prompt, "2", "enter") == Reply("Web Librarian")


def test_other_words_search_the_whole_list_again() -> None:
    prompt = jobs()
    typed(prompt, *"librarian", "enter")
    assert typed(prompt, *"records", "enter") == Reply("Records Manager")


def test_an_option_that_begins_with_the_words_comes_first() -> None:
    prompt = jobs()
    typed(prompt, *"lib")
    assert listed(prompt)[0] == "Library Page"


def test_arrows_choose_among_what_the_words_leave() -> None:
    assert typed(jobs(), *"cat", "down", "down", "enter") == Reply("Catalog Technician")


def test_enter_alone_asks_for_a_number_or_words() -> None:
    prompt = jobs()
    assert prompt.press("enter") is None
    assert prompt.view().said == "Type a number or words first."


def test_words_that_find_nothing_are_told_and_the_whole_list_comes_back() -> None:
    prompt = jobs()
    assert typed(prompt, *"zebra", "enter") is None
    assert prompt.view().said == "Nothing here has 'zebra'."
    assert listed(prompt) == list(JOBS)


def test_words_that_find_nothing_are_a_reply_where_any_are_welcome() -> None:
    assert typed(jobs(free=True), *"salary of pages", "enter") == Reply(Typed("salary of pages"))


def test_what_words_find_may_come_from_elsewhere() -> None:
    prompt = jobs(matching=lambda words: [Option(f"about {words}", words)])
    assert typed(prompt, *"pay", "enter") == Reply("pay")


@pytest.mark.parametrize("key", ["b", "back"])
def test_keys_beside_numbers_are_typed_with_enter_in_a_list_that_takes_words(key: str) -> None:
    assert typed(jobs(), *key, "enter") == Reply(BACK)


def test_escape_takes_words_away_before_it_goes_back() -> None:
    prompt = jobs()
    typed(prompt, *"librarian", "enter")
    assert prompt.press("escape") is None
    assert listed(prompt) == list(JOBS)
    assert prompt.press("escape") == Reply(BACK)


def test_backspace_takes_a_letter_away() -> None:
    prompt = jobs()
    assert typed(prompt, *"webx", "backspace", "enter") == Reply("Web Librarian")


def test_a_number_that_is_not_in_the_list_is_told() -> None:
    prompt = jobs()
    assert typed(prompt, *"17", "enter") is None
    assert prompt.view().said == "There is no 17; the numbers go to 6."


# ---------------------------------------------------------------------------- a text; yes or no


def test_a_text_is_typed_and_corrected() -> None:
    line = Line(Question("Which town?", keys=KEYS))
    assert typed(line, *"Oslp", "backspace", "o", "enter") == Reply("Oslo")


def test_an_empty_text_is_no_reply() -> None:
    line = Line(Question("Which town?", keys=KEYS))
    assert typed(line, " ", "enter") is None
    assert line.view().said == "Nothing is typed yet."
    assert line.press("escape") == Reply(BACK)


@pytest.mark.parametrize(
    ("key", "default", "yes"),
    [("y", False, True), ("Y", False, True), ("n", True, False), ("enter", True, True), ("enter", False, False)],
)
def test_yes_or_no_is_answered_at_once(key: str, default: bool, yes: bool) -> None:
    assert YesOrNo("Go on?", default=default).press(key) == Reply(yes)


@pytest.mark.parametrize("key", ["escape", "alt-enter", "x", "c-o"])
def test_no_other_key_is_a_yes_or_a_no(key: str) -> None:
    prompt = YesOrNo("Go on?", default=True)
    assert prompt.press(key) is None
    assert prompt.view().said == f"{key_name(key)} does nothing here."
