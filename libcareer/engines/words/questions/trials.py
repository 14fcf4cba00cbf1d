"""Trials of new records: whether questions, titles and everyday words still find what they are for.

A record can be right by itself and take the answer of another one away, because its words are nearer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.words.questions.answer import Verdict
from libcareer.engines.words.questions.ask import ask
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.catalog import Catalog
    from libcareer.engines.words.questions.answer import Found
    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.reading import Knowledge


def wordings_find_their_answer(catalog: Catalog, own: Knowledge) -> Iterator[Problem]:
    """A problem for each wording of an *own* question that is answered by something else, or by nothing."""
    for id_, question in own.records("questions").items():
        where: list[tuple[FieldPath, str]] = [(("question",), question.question)]
        where += [(("also", number), wording) for number, wording in enumerate(question.also)]
        for path, wording in where:
            answer = ask(catalog, wording)
            if answer.best is None or answer.best.id != id_:
                message = f"`libcareer ask` does not answer this wording with '{id_}', but {_said(answer.best)}."
                yield own.problem("questions", id_, path, f"{message} Use words that only this question has.")


def _said(found: Found | None) -> str:
    return f"with {found.page.value} '{found.id}'" if found else "with a choice, or not at all"


def titles_are_known(catalog: Catalog, own: Knowledge) -> Iterator[Problem]:
    """A problem for each title of an *own* role that `ask` takes for something that is not known here."""
    for id_, role in own.records("roles").items():
        if ask(catalog, role.title).verdict is Verdict.NOT_KNOWN:
            message = f"`libcareer ask` takes '{role.title}' for something that is not known here."
            yield own.problem("roles", id_, ("title",), message)


def synonyms_lead_somewhere(catalog: Catalog, own: Knowledge) -> Iterator[Problem]:
    """A problem for each meaning of an *own* synonym that is no question or dispute and has a word no record has."""
    for id_, synonym in own.records("synonyms").items():
        for number, phrase in enumerate(synonym.means):
            named = phrase in catalog.questions or phrase in catalog.disputes
            lost = () if named else [term for term in terms(phrase) if term not in catalog.passages.terms]
            if lost:
                message = f"no record has the words of '{phrase}', so nothing is found by it."
                yield own.problem("synonyms", id_, ("means", number), message)


TRIALS = (wordings_find_their_answer, titles_are_known, synonyms_lead_somewhere)
"""The trials, in the order in which they are made."""
