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

from libcareer.cited import Cite, Named, cite
from libcareer.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog
    from libcareer.model import Question

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
    ranked = ranking(catalog.questions, asked)
    if not ranked or ranked[0][1] < NEAR:
        return Answers(asked, None, tuple(Named(id_, catalog.questions[id_].question) for id_, _ in ranked[:others]))
    (best, likeness), *rest = ranked
    near = [id_ for id_, alike in rest[:others] if alike >= NEAR]
    return Answers(
        asked,
        _answered(catalog, best, likeness),
        tuple(Named(id_, catalog.questions[id_].question) for id_ in near),
    )


def ranking(questions: Mapping[str, Question], asked: str) -> list[tuple[str, float]]:
    """Ids of *questions* with their likeness to *asked*, most alike first."""
    wordings = {id_: [_terms(text) for text in (q.question, *q.also)] for id_, q in questions.items()}
    answers = {id_: _terms(f"{q.answer} {' '.join(f.says for f in q.figures)}") for id_, q in questions.items()}
    weights = _rarity([sum(wordings[id_], Counter()) + answers[id_] for id_ in questions])
    wanted = _weighed(_terms(asked), weights)
    likeness = {}
    for id_ in questions:
        alike = [_cosine(wanted, _weighed(terms, weights)) for terms in wordings[id_]]
        together = _cosine(wanted, _weighed(sum(wordings[id_], Counter()), weights))
        answer = _cosine(wanted, _weighed(answers[id_], weights))
        likeness[id_] = (max(alike) + together + ANSWER_WEIGHT * answer) / (2 + ANSWER_WEIGHT)
    return sorted(likeness.items(), key=lambda pair: (-pair[1], pair[0]))


def _terms(text: str) -> Counter[str]:
    """The words of *text* that tell something, and their runs of letters, with counts."""
    words = [word for word in fold(text).split("-") if word and word not in STOP_WORDS]
    parts = [f"{word[i : i + LETTERS]}~" for word in words for i in range(len(word) - LETTERS + 1)]
    return Counter(words) + Counter(parts)


def _rarity(documents: list[Counter[str]]) -> dict[str, float]:
    """How telling each term is: the logarithm of how few of the *documents* have it."""
    having = Counter(term for document in documents for term in document)
    return {term: math.log((1 + len(documents)) / (0.5 + count)) for term, count in having.items()}


def _weighed(terms: Counter[str], weights: Mapping[str, float]) -> dict[str, float]:
    return {
        term: (1 + math.log(count)) * weights[term] * (PART_WEIGHT if term.endswith("~") else 1)
        for term, count in terms.items()
        if term in weights
    }


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    length = _length(one.values()) * _length(other.values())
    return sum(weight * other[term] for term, weight in one.items() if term in other) / length if length else 0.0


def _length(weights: Iterable[float]) -> float:
    return math.sqrt(sum(weight * weight for weight in weights))


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
