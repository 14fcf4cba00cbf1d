"""Questions in words of people: an answer, pages to choose from, or not known with the reason."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libcareer.engines.choices import Section
from libcareer.engines.words.questions.answer import Page, Reason, Verdict
from libcareer.engines.words.questions.ask import LONGEST, MOST_CHOICES, ask
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def best(catalog: Catalog, text: str) -> tuple[Page, str, Section | None]:
    """The page that answers *text*."""
    found = ask(catalog, text)
    assert found.verdict is Verdict.ANSWER
    assert found.best is not None
    return found.best.page, found.best.id, found.best.section


def reason(catalog: Catalog, text: str) -> Reason | None:
    """Why *text* has no answer."""
    found = ask(catalog, text)
    assert (found.reason is None) == (found.verdict is not Verdict.NOT_KNOWN)
    return found.reason


# ---------------------------------------------------------------------------- an answer


@pytest.mark.parametrize(
    ("text", "page", "id_", "section"),
    [
        ("archivist", Page.ROLE, "archivist", None),
        ("what does an archivist earn?", Page.ROLE, "archivist", Section.PAY),
        ("what do librarians earn", Page.ROLE, "librarian", Section.PAY),
        ("museum technician salary", Page.ROLE, "museum-technician", Section.PAY),
        ("knowledge manager", Page.ROLE, "knowledge-manager", None),
        ("childrens libarian", Page.ROLE, "childrens-librarian", None),
        ("CFRE", Page.CREDENTIAL, "cfre", None),
        ("what is MARC", Page.SKILL, "marc", None),
        ("webjunction", Page.RESOURCE, "webjunction", None),
        ("is the public desk safe?", Page.QUESTION, "safety", None),
        ("safety", Page.QUESTION, "safety", None),
    ],
)
def test_a_question_that_names_one_record_or_repeats_a_stored_one_is_answered(
    shipped: Catalog, text: str, page: Page, id_: str, section: Section | None
) -> None:
    assert best(shipped, text) == (page, id_, section)


@pytest.mark.parametrize("text", ["archivist vs records manager", "archivist or records manager?"])
def test_two_roles_beside_each_other_are_compared(snapshot: Catalog, text: str) -> None:
    found = ask(snapshot, text).best
    assert found is not None
    assert (found.page, found.id, found.also) == (Page.COMPARISON, "archivist", "records-manager")


def test_one_more_word_of_a_comparison_means_the_role_in_the_same_part_of_the_field(shipped: Catalog) -> None:
    found = ask(shipped, "conservator vs registrar").best
    assert found is not None
    assert (found.page, found.id, found.also) == (Page.COMPARISON, "conservator", "museum-registrar")


def test_from_one_role_to_another_is_a_way(snapshot: Catalog) -> None:
    found = ask(snapshot, "from archivist to records manager").best
    assert found is not None
    assert (found.page, found.id, found.also) == (Page.WAY, "records-manager", "archivist")


def test_an_id_asks_its_own_question(shipped: Catalog) -> None:
    for id_ in shipped.questions:
        found = ask(shipped, id_)
        assert found.best is not None
        assert (found.best.page, found.best.id, found.choices) == (Page.QUESTION, id_, ())


# ---------------------------------------------------------------------------- choices


def test_a_story_gets_pages_of_several_kinds_to_choose_from(snapshot: Catalog) -> None:
    story = "I have shelved books for two years and my hands hurt. Is there desk work that needs no master's degree?"
    found = ask(snapshot, story)
    assert found.verdict is Verdict.UNSURE
    assert found.best is None
    assert 2 <= len(found.choices) <= MOST_CHOICES
    assert len({one.page for one in found.choices}) > 1


def test_the_role_that_the_words_name_is_among_the_choices(snapshot: Catalog) -> None:
    found = ask(snapshot, "would a cataloging technician have to answer the phone when everybody else is at lunch")
    assert "cataloging-technician" in {one.id for one in found.choices}


def test_everyday_words_lead_to_the_words_of_the_records(snapshot: Catalog) -> None:
    found = ask(snapshot, "which librarian decides when to throw out books")
    assert "weeding" in {one.id for one in found.choices}


def test_a_choice_tells_which_words_of_the_question_it_has(snapshot: Catalog) -> None:
    found = ask(snapshot, "Does a librarian need to know spreadsheets and sums?")
    (skill,) = [one for one in found.choices if one.id == "spreadsheets"]
    assert skill.words == ("spreadsheets",)
    assert 0 < skill.share < 1


def test_words_that_nothing_is_about_are_told(snapshot: Catalog) -> None:
    assert ask(snapshot, "do archivists yodel at xylophones").unknown == ("yodel", "xylophones")


# ---------------------------------------------------------------------------- not known


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Reason.NO_WORDS),
        ("???", Reason.NO_WORDS),
        ("図書館で働きたい", Reason.NO_WORDS),
        ("best pizza in town", Reason.FIELD),
        ("weather tomorrow", Reason.FIELD),
        ("what is a good credit score", Reason.FIELD),
        ("library xylophones", Reason.WORDS),
        ("asdf qwer", Reason.WORDS),
        ("nurse salary", Reason.TOPIC),
        ("visa sponsorship for librarians", Reason.TOPIC),
        ("Can an archivist with an arrest be hired?", Reason.TOPIC),
        ("how do we form a union at our library", Reason.TOPIC),
        ("is the library open on Sunday", Reason.TOPIC),
        ("sort a list in Python", Reason.TOPIC),
        ("¿Cómo puedo ser bibliotecario?", Reason.LANGUAGE),
        ("Quel salaire pour un bibliothécaire ?", Reason.LANGUAGE),
        ("Wie werde ich Bibliothekarin?", Reason.LANGUAGE),
    ],
)
def test_what_is_not_known_here_is_refused_with_the_reason(snapshot: Catalog, text: str, why: Reason) -> None:
    assert reason(snapshot, text) is why


@pytest.mark.parametrize(
    "text",
    [
        "Nurse for ten years, how do I become a librarian?",
        "Does an archivist need to know about genealogy and immigration records?",
        "which jobs sort books by subject",
    ],
)
def test_a_topic_in_passing_refuses_nothing(snapshot: Catalog, text: str) -> None:
    assert reason(snapshot, text) is None


def test_words_of_the_topic_before_the_question_of_a_long_story_refuse_nothing(snapshot: Catalog) -> None:
    story = (
        "My union sent round a letter last spring. Since then the branch has cut its evening hours twice, two of our "
        "clerks have left, and I do most of the circulation desk alone with one page and a volunteer. "
        "Should I train as a cataloging technician?"
    )
    assert reason(snapshot, story) is None


@pytest.mark.parametrize(
    ("answered", "question", "refused"),
    [
        ("what would a union do for the pay of library staff", "union", "how do we start a union at our library"),
        ("will an American library sponsor an H-1B for me", "visa", "work permit for Canada as a librarian"),
        ("do library jobs come with a pension", "benefits", "how long is maternity leave for librarians"),
        (
            "do libraries drug test new staff",
            "criminal-record",
            "how long does weed stay in your system for a library drug test",
        ),
    ],
)
def test_what_a_stored_question_leaves_open_is_still_refused(
    shipped: Catalog, answered: str, question: str, refused: str
) -> None:
    found = ask(shipped, answered)
    assert question in {one.id for one in (found.best, *found.choices) if one}
    assert reason(shipped, refused) is Reason.TOPIC


# ---------------------------------------------------------------------------- other countries


@pytest.mark.parametrize("text", ["archivist salary in Canada", "what does a librarian earn in Toronto?"])
def test_pay_in_another_country_is_never_told_with_figures_of_this_one(snapshot: Catalog, text: str) -> None:
    found = ask(snapshot, text)
    assert found.best is None
    assert found.not_held == (
        "What Canada publishes about pay is on the page of a role for that country; all other pay and outlook is of "
        "the United States.",
    )


def test_pay_in_a_country_without_figures_is_told_to_be_missing(snapshot: Catalog) -> None:
    found = ask(snapshot, "archivist salary in Ireland")
    assert found.not_held == ("No figures for Ireland are held here; all pay and outlook is of the United States.",)


def test_a_credential_of_a_country_is_offered_there(snapshot: Catalog) -> None:
    found = ask(snapshot, "mclip UK")
    assert found.verdict is not Verdict.NOT_KNOWN
    assert "cilip" in {one.id for one in (found.best, *found.choices) if one}


# ---------------------------------------------------------------------------- any text


def test_the_same_question_has_the_same_answer(snapshot: Catalog) -> None:
    text = "How do I get from the desk into the archives without moving?"
    assert ask(snapshot, text) == ask(snapshot, text)


def test_a_longer_text_than_any_question_is_refused_in_a_sentence(snapshot: Catalog) -> None:
    with pytest.raises(LibcareerError, match=r"^A question has at most 10,000 characters, and this has 1,000,000\."):
        ask(snapshot, "word " * 200_000)


def test_the_longest_question_has_an_answer(shipped: Catalog) -> None:
    words = [word for question in shipped.questions.values() for word in question.answer.split()]
    text = " ".join(random.Random(1).choices(words, k=3000))[:LONGEST]
    assert ask(shipped, text).verdict in Verdict


@given(
    text=st.text(st.one_of(st.characters(), st.sampled_from("aeiou librarian's ?.-\u0300\u202e\0\x1b")), max_size=80)
)
def test_any_text_at_all_is_answered_or_refused(tiny: Catalog, text: str) -> None:
    found = ask(tiny, text)
    assert (found.best is not None) == (found.verdict is Verdict.ANSWER)
    assert len(found.choices) <= MOST_CHOICES
    assert all(0 <= one.share <= 1.001 for one in found.choices)


@pytest.mark.parametrize(
    "text", ["shelving", "put the books back", "librarian or director", "no degree", "Ontario", "visa"]
)
def test_small_knowledge_answers_too(tiny: Catalog, text: str) -> None:
    assert ask(tiny, text).asked == text
