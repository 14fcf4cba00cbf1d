"""An answer to a question in a person's own words, from everything known here, or a doubt said in words.

There are three outcomes. An answer, where the question names one record and little else, compares two, or is
nearly a stored question. Choices, where several records may be meant. Not known, where the telling words are
unknown, or the question is about what is not held here. A word that decides and is unknown counts most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choices import Section
from libcareer.engines.words.questions import limits
from libcareer.engines.words.questions.answer import PAGES, Answer, Found, Page, Reason, Verdict, title
from libcareer.engines.words.questions.pairs import pair
from libcareer.engines.words.questions.question import Question
from libcareer.engines.words.questions.ranking import Ranking, diverse
from libcareer.errors import LibcareerError
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog
    from libcareer.engines.words.questions.question import Name
    from libcareer.engines.words.questions.ranking import Ranked

LONGEST = 10_000
"""Characters of the longest question: a long letter."""

MOST_CHOICES = 4
"""The most pages that are offered: few enough to read them all."""

LEAST_NAMED = 0.75
"""The share of the weight of a question from which on a name, and what is asked about it, are the whole question."""

NEXT_TO_NAMED = 0.9
"""The most that the next record may have of the score of one that is the whole question."""

LEAST_COVERED = 0.75
"""The least share of the weight of a question that a record has which answers it for other reasons."""

HALF_NAMED = 0.5
"""The least share of the weight that its name then has; with such a name, no stored question is the answer."""

TOLD_BY_ROLES = (Section.PAY, Section.DAY, Section.CONDITIONS)
"""Sections of the page of a role that answer a question on them better than a stored question does."""

SURE = ("roles", "credentials", "skills", "resources", "disputes", "changes")
"""The kinds of record that are the answer if they are named; the name of a field may as well mean a job in it."""

NEXT = 0.7
"""The most that the next record may have of its score then."""

LEAST_LIKENESS = 0.4
"""The least likeness to a stored question whose answer is given."""

NEXT_TO_QUESTION = 0.75
"""The most that the next record may have of the score of such a question."""


def ask(catalog: Catalog, text: str, commands: Mapping[str, str] | None = None) -> Answer:
    """The answer of *catalog* to the question *text*; the id of a stored question asks that question.

    *commands* are those that can be an answer, each with what it does. Raises LibcareerError if *text* is longer
    than a question can be.
    """
    if len(text) > LONGEST:
        raise LibcareerError(
            f"A question has at most {LONGEST:,} characters, and this has {len(text):,}. Ask what matters most."
        )
    if text in catalog.questions:
        return Answer(text, Verdict.ANSWER, Found(Page.QUESTION, text, title(catalog, "questions", text)))
    return _Asked(catalog, text, commands or {}).answer()


class _Asked:
    """A question while it is answered."""

    def __init__(self, catalog: Catalog, text: str, commands: Mapping[str, str]) -> None:
        self.catalog = catalog
        self.commands = commands
        self.question = Question(catalog, text)
        self.ranking = Ranking(catalog, self.question, commands)

    def answer(self) -> Answer:
        question, ranking = self.question, self.ranking
        if not question.terms:
            return self._not_known(Reason.NO_WORDS)
        worded = self._worded()
        if worded:
            return self._told(worded, None)
        language = limits.language(question)
        if language:
            return self._not_known(Reason.LANGUAGE, (language,))
        topic = limits.topic(self.catalog, question, ranking)
        if topic:
            return self._not_known(Reason.TOPIC, (self.catalog.unanswered[topic].says,))
        if limits.telling(question, ranking):
            return self._not_known(Reason.WORDS, question.typed_for(ranking.unknown))
        if not ranking.ranked or not limits.of_this_field(question, ranking):
            return self._not_known(Reason.FIELD)
        both = pair(self.catalog, question, ranking)
        best = (both if both.share >= LEAST_NAMED else None) if both else self._sure()
        lacking = limits.not_held(self.catalog, question, best)
        if lacking:
            best = None  # what holds in one country is no answer about another
        return self._told(best, both, lacking)

    def _told(self, best: Found | None, both: Found | None, lacking: tuple[str, ...] = ()) -> Answer:
        return Answer(
            self.question.text,
            Verdict.ANSWER if best else Verdict.UNSURE,
            best,
            self._choices(best, both),
            not_held=lacking,
            read_as=self.question.read_as,
            unknown=self.question.typed_for(self.ranking.unknown),
        )

    def _not_known(self, reason: Reason, about: tuple[str, ...] = ()) -> Answer:
        return Answer(
            self.question.text,
            Verdict.NOT_KNOWN,
            reason=reason,
            about=about,
            read_as=self.question.read_as,
            unknown=self.question.typed_for(self.ranking.unknown),
        )

    # ------------------------------------------------------------------ the answer

    def _worded(self) -> Found | None:
        """The stored question that is asked in exactly these words, common ones included."""
        asked = terms(self.question.text)
        for id_, stored in self.catalog.questions.items():
            if any(terms(wording) == asked for wording in (stored.question, *stored.also)):
                return Found(Page.QUESTION, id_, stored.question, words=self.question.typed_for(self.question.subjects))
        return None

    def _sure(self) -> Found | None:
        """The first record, if it is surely what the question is about."""
        role = self._role_named()
        of_role = role if role and role.section in TOLD_BY_ROLES else None
        if of_role and len(self.question.names) == 1 and self._whole() >= LEAST_NAMED:
            return of_role
        first, *rest = self.ranking.ranked[:2]
        next_ = rest[0].score / first.score if rest else 0.0
        if first.key[0] == "questions":
            alike = self.ranking.likeness.get(first.key[1], 0.0)
            sure = alike >= LEAST_LIKENESS and first.share >= LEAST_COVERED and next_ <= NEXT_TO_QUESTION
            return self._found(first) if sure and not of_role and self._name_weight() < HALF_NAMED else None
        names = self._names()
        if len(names) != 1 or first.key not in names[0].records or first.key[0] not in SURE:
            return None
        if "from" in self.question.words[: names[0].start][-2:]:
            return None
        named = self._whole()
        whole = named >= LEAST_NAMED and next_ <= NEXT_TO_NAMED
        nearly = named >= HALF_NAMED and first.share >= LEAST_COVERED and next_ <= NEXT
        only = sum(kind in PAGES for kind, _ in names[0].records) == 1
        return self._found(first) if (whole and only) or nearly else None

    def _names(self) -> list[Name]:
        """The names of records that have a page of their own."""
        return [name for name in self.question.names if any(kind in PAGES for kind, _ in name.records)]

    def _whole(self) -> float:
        """The share of the weight that names of records, what is asked about them, and general words have."""
        places = [place for name in self._names() for place in range(name.start, name.end)]
        return self._share(
            {*(self.question.terms[place] for place in places), *self._aspects(), *self.question.generic}
        )

    def _name_weight(self) -> float:
        """The share of the weight of the question that names have, those of general words aside."""
        places = [place for name in self.question.names for place in range(name.start, name.end)]
        return self._share({self.question.terms[place] for place in places} - self.question.generic)

    def _aspects(self) -> set[str]:
        return {self.question.terms[place] for at in self.question.aspects.values() for place in at}

    def _share(self, had: set[str]) -> float:
        asked = self.question.subjects
        return self.ranking.total(asked & had) / (self.ranking.total(asked) or 1)

    # ------------------------------------------------------------------ the choices

    def _choices(self, best: Found | None, both: Found | None) -> tuple[Found, ...]:
        """The nearest pages besides the *best*, differing in kind; the page about *both* roles named comes first."""
        count = MOST_CHOICES - (best is not None)
        near = [self._found(one) for one in diverse(self.ranking.ranked, MOST_CHOICES + 1)]
        near = [one for one in near if best is None or (one.page, one.id) != (best.page, best.id)][:count]
        role = self._role_named()
        if role and role not in near and role != best:
            near = [*near[: count - 1], role]
        if both and both is not best:
            near = [both, *near[: count - 1]]
        return tuple(near)

    def _role_named(self) -> Found | None:
        """The one role that the words name; None if they name none, or several."""
        named = {key for name in self.question.names for key in name.records if key[0] == "roles"}
        return next((self._found(one) for one in self.ranking.ranked if one.key in named and len(named) == 1), None)

    def _found(self, one: Ranked) -> Found:
        kind, id_ = one.key
        section = next(iter(self.question.aspects), None) if kind == "roles" else None
        told = sorted(one.terms, key=lambda term: (-self.ranking.weight(term), term))
        words = tuple(typed for term in told for typed in self.question.typed_for({term})[:1])
        called = self.commands[id_] if kind == "commands" else title(self.catalog, kind, id_)
        return Found(PAGES[kind], id_, called, section, None, words, round(one.share, 3))
