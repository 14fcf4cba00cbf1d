"""Records ranked for a question: what raises a record, and how choices differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.words.questions.question import Question
from libcareer.engines.words.questions.ranking import KINDS, SAME_KIND, Ranked, Ranking, diverse

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def ranking(catalog: Catalog, text: str, commands: dict[str, str] | None = None) -> Ranking:
    return Ranking(catalog, Question(catalog, text), commands or {})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("shelving", ("skills", "shelving")),
        ("copy cataloguing", ("skills", "copy-cataloging")),
        ("work without college", ("questions", "no-degree")),
        ("the director", ("roles", "director")),
    ],
)
def test_the_record_that_the_words_are_about_comes_first(tiny: Catalog, text: str, key: tuple[str, str]) -> None:
    assert ranking(tiny, text).ranked[0].key == key


def test_an_unknown_word_weighs_most(tiny: Catalog) -> None:
    found = ranking(tiny, "librarian xylophone")
    assert found.weight("xylophon") > found.weight("librarian")
    assert found.unknown == {"xylophon"}


def test_another_unknown_word_lowers_the_share_of_every_record(tiny: Catalog) -> None:
    whole, part = (ranking(tiny, text).ranked[0] for text in ("shelving", "shelving xylophones"))
    assert whole.share == 1
    assert 0 < part.share < 1


def test_commands_are_ranked_by_what_they_do(tiny: Catalog) -> None:
    found = ranking(tiny, "erase everything", {"forget": "Erase what is saved."}).ranked
    assert found[0].key == ("commands", "forget")


def one(score: float, kind: str, id_: str) -> Ranked:
    return Ranked(score, (kind, id_), frozenset(), 0.5)


def test_choices_differ_in_kind() -> None:
    skill = one(10 * SAME_KIND, "skills", "c")
    ranked = [one(10, "roles", "a"), one(9.9, "roles", "b"), skill]
    assert [each.key[1] for each in diverse(ranked, 3)] == ["a", "c", "b"]
    assert [each.key[1] for each in diverse([*ranked[:2], one(1, "skills", "c")], 3)] == ["a", "b", "c"]


def test_no_more_choices_are_given_than_there_are() -> None:
    assert diverse([], 4) == []
    assert len(diverse([one(1, "roles", "a")], 4)) == 1


def test_every_kind_of_record_that_answers_has_passages(shipped: Catalog) -> None:
    kinds = {passage.kind for passage in shipped.passages.passages}
    assert KINDS.keys() - {"commands"} <= kinds
