"""What of the practical questions is known from what a person told about themselves, and what they add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.engines.paths.circumstances import Circumstances, UnderWay, known_to, with_limits
from libcareer.engines.paths.limits import HAVE, PRACTICAL, STUDYING
from libcareer.engines.quiz.limits import is_answer, practical_questions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from libcareer.catalog import Catalog

OTHER, NO = "other", "no"
"""The answers to the question about study under way: one that is no choice there, and none."""


def known_answers(catalog: Catalog, told: Circumstances) -> dict[str, str]:
    """The answers to practical questions that follow from what somebody *told*, by the ids of the questions.

    Education that is no choice of the quiz counts as the highest choice below it.
    """
    told = known_to(catalog, told)
    asked = practical_questions(catalog)
    choices = {limit.id: tuple(choice.id for choice in limit.choices) for limit in asked}
    answers = {limit: answer for limit, answer in told.limits.items() if answer and is_answer(asked, limit, answer)}
    if told.education and (have := _choice(catalog, told.education, choices.get(HAVE, ()))):
        answers[HAVE] = have
    if told.studying is not None and STUDYING in choices:
        levels = [catalog.credentials[one.credential].education for one in told.studying]
        named = [level for level in levels if level in choices[STUDYING]]
        answers[STUDYING] = (named[-1] or OTHER) if named else OTHER if levels else NO
    return answers


def _choice(catalog: Catalog, level: str, choices: Collection[str]) -> str | None:
    """The one of *choices* that somebody with this *level* of education has finished, None if there is none."""
    if level in choices:
        return level
    ranks = {choice: catalog.education[choice].rank for choice in choices if choice in catalog.education}
    below = [choice for choice, rank in ranks.items() if rank <= catalog.education[level].rank]
    return max(below, key=ranks.__getitem__, default=None)


def with_answers(catalog: Catalog, told: Circumstances, answers: Mapping[str, str]) -> Circumstances:
    """*told* with what the *answers* to practical questions add to it or change; skipped ones change nothing.

    The end of a study that they name is not known.
    """
    known = known_answers(catalog, told)
    new = {question: answer for question, answer in answers.items() if answer and known.get(question) != answer}
    limits = {question: answer for question, answer in new.items() if question in PRACTICAL}
    studying = told.studying
    if STUDYING in new and new[STUDYING] != OTHER:
        level = catalog.education.get(new[STUDYING])
        studying = tuple(UnderWay(id_) for id_ in level.holds) if level else ()
    education = new.get(HAVE, told.education)
    return with_limits(catalog, replace(told, education=education, studying=studying), limits)
