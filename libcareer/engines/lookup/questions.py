"""Questions people ask: the entry nearest to their own words, by the words and the parts of words shared.

Likeness is the cosine of tf-idf vectors (Salton and Buckley 1988, "Term-weighting approaches in
automatic text retrieval") over folded words and, at a lower weight, their runs of four letters, so
that 'cataloguers' still meets 'cataloging'. The question and its other wordings count more than the
answer, and the nearest single wording decides more than all of them together.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.references import Cite, Named, cite
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog
    from libcareer.knowledge.model import Question

STOP_WORDS = frozenset(
    """
    a about after all am an and any are as at be because been but by can could did do does doing don for
    from get had has have he her his how i if im in into is it its ive just like me my no not of on or
    our out really s she should so some t than that the their them then there they this to too up us was
    we were what when where which who why will with would you your
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words too common to tell one question from another."""

LETTERS = 4
PART_WEIGHT = 0.35
"""How much a run of letters counts against a whole word."""

ANSWER_WEIGHT = 0.25
"""How much the words of the answer count against those of the question."""

NEAR = 0.2
"""Below this likeness nothing is offered as an answer."""


class Said(Struct, frozen=True):
    """A figure with its source."""

    says: str
    source: Cite


class Answered(Struct, frozen=True):
    """A question with its answer, and how alike it is to what was asked, 0 to 1."""

    id: str
    question: str
    answer: str
    figures: tuple[Said, ...]
    commands: tuple[str, ...]
    disputes: tuple[Named, ...]
    likeness: float


class Answers(Struct, frozen=True):
    """The nearest entry to what was *asked*, None if nothing is near, and the next nearest."""

    asked: str
    best: Answered | None
    others: tuple[Named, ...]


def ask(catalog: Catalog, asked: str, *, others: int = 3) -> Answers:
    """The question of *catalog* nearest to the words *asked*, with its answer, and *others* near it."""
    ranked = Wordings(catalog.questions).ranking(asked)
    if not ranked or ranked[0][1] < NEAR:
        return Answers(asked, None, tuple(Named(id_, catalog.questions[id_].question) for id_, _ in ranked[:others]))
    (best, likeness), *rest = ranked
    near = [id_ for id_, alike in rest[:others] if alike >= NEAR]
    return Answers(
        asked,
        _answered(catalog, best, likeness),
        tuple(Named(id_, catalog.questions[id_].question) for id_ in near),
    )


class Wordings:
    """All wordings of some questions, weighed once, to be compared with what people type."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        """Weigh the words of *questions*."""
        wordings = {id_: [_terms(text) for text in (q.question, *q.also)] for id_, q in questions.items()}
        together = {id_: sum(terms, Counter[str]()) for id_, terms in wordings.items()}
        answers = {id_: _terms(" ".join([q.answer, *(f.says for f in q.figures)])) for id_, q in questions.items()}
        self._rarity = _rarity([together[id_] + answers[id_] for id_ in questions])
        self._wordings = {id_: [self._weighed(one) for one in terms] for id_, terms in wordings.items()}
        self._together = {id_: self._weighed(terms) for id_, terms in together.items()}
        self._answers = {id_: self._weighed(terms) for id_, terms in answers.items()}

    def ranking(self, asked: str) -> list[tuple[str, float]]:
        """Ids of the questions with their likeness to *asked*, 0 to 1, most alike first."""
        wanted = self._weighed(_terms(asked))
        likeness = {
            id_: (
                max(_cosine(wanted, wording) for wording in wordings)
                + _cosine(wanted, self._together[id_])
                + ANSWER_WEIGHT * _cosine(wanted, self._answers[id_])
            )
            / (2 + ANSWER_WEIGHT)
            for id_, wordings in self._wordings.items()
        }
        return sorted(likeness.items(), key=lambda pair: (-pair[1], pair[0]))

    def _weighed(self, terms: Counter[str]) -> _Vector:
        """*terms* as a vector of length 1; words that no question has are left out."""
        weights = {
            term: (1 + math.log(count)) * self._rarity[term] * (PART_WEIGHT if term.endswith("~") else 1)
            for term, count in terms.items()
            if term in self._rarity
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()} if length else {}


_Vector = dict[str, float]


def _terms(text: str) -> Counter[str]:
    """The words of *text* that tell something, and their runs of letters, with counts."""
    words = [word for word in fold(text).split("-") if word and word not in STOP_WORDS]
    parts = [f"{word[i : i + LETTERS]}~" for word in words for i in range(len(word) - LETTERS + 1)]
    return Counter(words) + Counter(parts)


def _rarity(documents: list[Counter[str]]) -> dict[str, float]:
    """How telling each term is: the logarithm of how few of the *documents* have it."""
    having = Counter(term for document in documents for term in document)
    return {term: math.log((1 + len(documents)) / (0.5 + count)) for term, count in having.items()}


def _cosine(one: _Vector, other: _Vector) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def _answered(catalog: Catalog, id_: str, likeness: float) -> Answered:
    record = catalog.questions[id_]
    return Answered(
        id=id_,
        question=record.question,
        answer=record.answer,
        figures=tuple(Said(figure.says, cite(catalog, figure.source)) for figure in record.figures),
        commands=record.commands,
        disputes=tuple(Named(dispute, catalog.disputes[dispute].question) for dispute in record.disputes),
        likeness=likeness,
    )
