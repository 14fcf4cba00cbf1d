"""The question whose wordings are most similar to what a person asks, for `search`.

Likeness is the cosine of tf-idf vectors (Salton and Buckley 1988, "Term-weighting approaches in
automatic text retrieval") over folded words and, at a lower weight, their 4-grams, so that
'cataloguers' still matches 'cataloging'. It is the weighted mean of three similarities: to the most
similar single wording, to all wordings together, and, at a lower weight, to the answer.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.knowledge.model.questions import Question

STOP_WORDS = frozenset(
    """
    a about after all am an and any are as at be because been but by can could did do does doing don for
    from get had has have he her his how i if im in into is it its ive just like me my no not of on or
    our out really s she should so some t than that the their them then there they this to too up us was
    we were what when where which who why will with would you your
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words too common to distinguish questions."""

NGRAM = 4
"""Length of the n-grams, in letters."""

NGRAM_WEIGHT = 0.35
"""Weight of an n-gram relative to a word."""

ANSWER_WEIGHT = 0.25
"""Weight of the similarity to the answer relative to that to the question."""

LEAST_LIKENESS = 0.2
"""The least likeness of a question that is found."""


class Wordings:
    """The tf-idf vectors of all wordings of some questions, to compare with what people type."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        """Compute the vectors of *questions*."""
        wordings = {id_: [_terms(text) for text in (q.question, *q.also)] for id_, q in questions.items()}
        together = {id_: sum(terms, Counter[str]()) for id_, terms in wordings.items()}
        answers = {id_: _terms(" ".join([q.answer, *(f.says for f in q.figures)])) for id_, q in questions.items()}
        self._rarity = _rarity([together[id_] + answers[id_] for id_ in questions])
        self._wordings = {id_: [self._weighed(one) for one in terms] for id_, terms in wordings.items()}
        self._together = {id_: self._weighed(terms) for id_, terms in together.items()}
        self._answers = {id_: self._weighed(terms) for id_, terms in answers.items()}

    def ranking(self, asked: str) -> list[tuple[str, float]]:
        """Ids of the questions with their likeness to *asked*, 0 to 1, most similar first."""
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
        """*terms* as a vector of length 1, without terms that no question has."""
        weights = {
            term: (1 + math.log(count)) * self._rarity[term] * (NGRAM_WEIGHT if term.endswith("~") else 1)
            for term, count in terms.items()
            if term in self._rarity
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()} if length else {}


_Vector = dict[str, float]


def _terms(text: str) -> Counter[str]:
    """The words of *text* that are not stop words, and their n-grams, with counts."""
    words = [word for word in fold(text).split("-") if word and word not in STOP_WORDS]
    parts = [f"{word[i : i + NGRAM]}~" for word in words for i in range(len(word) - NGRAM + 1)]
    return Counter(words) + Counter(parts)


def _rarity(documents: list[Counter[str]]) -> dict[str, float]:
    """The inverse document frequency of each term."""
    having = Counter(term for document in documents for term in document)
    return {term: math.log((1 + len(documents)) / (0.5 + count)) for term, count in having.items()}


def _cosine(one: _Vector, other: _Vector) -> float:
    return sum(weight * other[term] for term, weight in one.items() if term in other)
