"""Answers to questions as reports: what is asked, what is told, and what a person can do next."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.words.questions.ask import ask
from libcareer.engines.words.questions.told import told
from libcareer.inquiries.questions import ANSWERING
from libcareer.reports.ask import LONGEST_ECHO, ask_report
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report


def report(catalog: Catalog, asked: str) -> Report:
    found = ask(catalog, asked, ANSWERING)
    return ask_report(found, told(catalog, found.best) if found.best else None)


def plain(catalog: Catalog, asked: str) -> str:
    return text(report(catalog, asked), Format.PLAIN)


def data(catalog: Catalog, asked: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(text(report(catalog, asked), Format.JSON))
    return found


def test_the_words_asked_come_first(snapshot: Catalog) -> None:
    for asked in ("archivist salary", "best pizza", "shall I shelve books or describe them"):
        assert plain(snapshot, asked).splitlines()[0] == f"You asked: {asked}"


def test_a_long_story_is_shown_back_shortened(snapshot: Catalog) -> None:
    first = plain(snapshot, "I shelve books " * 100).splitlines()[0]
    assert first.endswith("...")
    assert len(first) <= len("You asked: ") + LONGEST_ECHO


def test_pay_is_told_with_country_year_and_source(snapshot: Catalog) -> None:
    said = plain(snapshot, "archivist salary")
    pay = next(line for line in said.splitlines() if "a year (median, " in line)
    assert "United States" in pay
    assert "Bureau of Labor Statistics" in pay
    assert "libcareer show archivist --section pay" in said


def test_an_answer_names_its_record_and_the_command_that_shows_it(snapshot: Catalog) -> None:
    best = data(snapshot, "what is MARC")["best"]
    assert isinstance(best, dict)
    assert (best["kind"], best["id"], best["command"]) == ("skill", "marc", "libcareer skills marc")
    assert best["answer"].startswith(snapshot.skills["marc"].summary)


def test_the_figures_of_a_stored_question_have_their_sources(shipped: Catalog) -> None:
    best = data(shipped, "safety")["best"]
    assert isinstance(best, dict)
    assert [figure["says"] for figure in best["figures"]] == [one.says for one in shipped.questions["safety"].figures]
    assert all(figure["source"]["id"] in shipped.sources for figure in best["figures"])


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [("archivist salary", "answer"), ("shall I shelve books or describe them", "unsure"), ("best pizza", "not-known")],
)
def test_the_verdict_is_told_in_data_and_only_what_is_not_known_is_not_found(
    snapshot: Catalog, asked: str, verdict: str
) -> None:
    assert data(snapshot, asked)["verdict"] == verdict
    assert report(snapshot, asked).found == (verdict != "not-known")


def test_choices_are_numbered_and_each_has_the_command_that_shows_it(snapshot: Catalog) -> None:
    asked = "shall I shelve books or describe them"
    choices = data(snapshot, asked)["choices"]
    assert isinstance(choices, list)
    said = plain(snapshot, asked)
    assert "Not sure which of these answers it." in said
    for number, choice in enumerate(choices, start=1):
        line = next(line for line in said.splitlines() if line.startswith(f"{number}. "))
        assert choice["title"] in line
        assert f"`{choice['command']}`" in line


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("green card for a librarian", "The immigration authority of the country has the rules"),
        ("¿Cómo puedo ser bibliotecario?", "this seems to be Spanish"),
        ("library xylophones", "nothing is about 'xylophones'"),
        ("???", "no word of it can be read"),
        ("best pizza", "another field"),
    ],
)
def test_why_nothing_is_known_is_told_in_a_sentence(shipped: Catalog, asked: str, said: str) -> None:
    told_ = plain(shipped, asked)
    assert "Not known here" in told_
    assert said in told_


def test_what_is_not_held_for_another_country_is_told(snapshot: Catalog) -> None:
    said = plain(snapshot, "archivist salary in Ireland")
    assert "No figures for Ireland are held here" in said
    assert "$" not in said
    held = plain(snapshot, "archivist salary in Canada")
    assert "What Canada publishes about pay is on the page of a role for that country" in held
    assert "$" not in held


def test_a_slip_and_a_word_that_nothing_is_about_are_told(snapshot: Catalog) -> None:
    said = plain(snapshot, "does a childrens libarian yodel")
    assert "'libarian' is read as a slip in a word that begins 'librarian'." in said
    assert "Nothing here is about 'yodel'." in said


def test_sides_of_a_dispute_are_not_called_figures(snapshot: Catalog) -> None:
    found = ask(snapshot, "do I have to relocate to find something")
    assert found.best is not None
    said = plain(snapshot, "do I have to relocate to find something")
    assert "WHO SAYS WHAT" in said
    assert "FIGURES" not in said


def test_a_command_can_be_what_is_asked_for(shipped: Catalog) -> None:
    assert "libcareer forget" in plain(shipped, "delete my quiz answers and other data")


def test_the_spreadsheet_has_a_row_for_the_answer_and_each_choice(snapshot: Catalog) -> None:
    rows = text(report(snapshot, "archivist salary"), Format.CSV).splitlines()
    kinds = [row.partition(",")[0] for row in rows[1:]]
    assert kinds.count("answer") == 1
    assert "figure" in kinds
    assert "choice" in kinds
