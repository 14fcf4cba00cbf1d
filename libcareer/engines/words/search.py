"""The pages that answer a few words: records that the words name, and questions that are asked in such words.

A word is common, or it asks for an aspect of a role such as its pay, or it is a subject. Pages are ranked by
how many of the words they are about. A subject decides: if no page is about any of the subjects, nothing is
found, however well the other words match.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from string import punctuation
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from libcareer.engines.choices import Section
from libcareer.engines.lookup.questions import LEAST_LIKENESS, STOP_WORDS, Wordings
from libcareer.engines.words.titles.title import title
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index

MOST_WORDS = 40
"""The most words that are looked up; whoever types more asks a question."""

LONGEST_SPAN = 8
"""The most words of a name."""

MOST_FOUND = 6
"""The most pages that are found: few enough to read them all."""

MOST_SIMILAR = 3
"""The most pages of a kind whose names only contain the words."""

MOST_COMPARED = 4
"""The most roles that one page compares."""

MOST_QUESTIONS = 2
"""The most questions that are found."""

GENERAL = frozenset(
    """
    also another any anyone ask between best both career each every everything employment field find good
    great guide help info job know learn list look many more most much need new none
    occupation opportunity option other over people person please position post profession professional
    role search see show start tell their thing under until vacancy want while whom within without work worker
    working
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words that nearly every page about careers has; a vocabulary adds those of its field."""

COMMON = frozenset(map(fold, STOP_WORDS | GENERAL))
"""Words that distinguish no page of any field from the others."""

ASPECTS = {
    fold(word): section
    for section, words in {
        Section.WORK: "duty task responsibility",
        Section.DAY: "day daily typical",
        Section.SKILLS: "skill ability",
        Section.CONDITIONS: "hour schedule weekend evening shift overtime remote stress physical",
        Section.PAY: "pay salary wage earn earning income money compensation outlook demand growth shortage future",
        Section.ENTRY: "become becoming requirement require qualification qualify hire hired entry experience",
        Section.LIKES: "enjoy rewarding advantage benefit",
        Section.DOUBTS: "doubt downside drawback disadvantage problem hard difficult boring",
        Section.CHANGES: "legislation lawsuit politics",
        Section.TRY: "try volunteer shadow internship taste",
        Section.MOVES: "promotion advance advancement ladder next",
        Section.RELATED: "similar related alternative",
    }.items()
    for word in words.split()
}
"""The section of a role that a word asks for."""

ARTICLES = frozenset({"a", "an", "the", "my", "being"})
"""Words between "from" and what it is about."""


class Page(StrEnum):
    """What a page shows, in the order in which pages equally good are listed."""

    COMPARISON = "comparison"
    ROLE = "role"
    WAY = "way"
    ROLES = "roles"
    SKILL = "skill"
    CREDENTIAL = "credential"
    FIELD = "field"
    SETTING = "setting"
    CLUSTER = "cluster"
    EDUCATION = "education"
    GROUP = "group"
    SET = "set"
    DISPUTE = "dispute"
    CHANGE = "change"
    RESOURCE = "resource"
    QUESTION = "question"


class Match(StrEnum):
    """How words led to a page, the surest first."""

    NAME = "name"
    TITLE = "title"
    WITHIN = "within"
    NEAR = "near"
    QUESTION = "question"


class Finding(Struct, frozen=True):
    """A page: what it shows of the records *ids*, and only one *section* of a role if that is asked for.

    The ids of a way are its goal and, if that is known, its start. *words* are those of the words looked up
    that the page is about, common ones aside; *match* is how they led to it.
    """

    page: Page
    ids: tuple[str, ...]
    titles: tuple[str, ...]
    section: Section | None
    words: tuple[str, ...]
    match: Match


class SearchResult(Struct, frozen=True):
    """The pages for the words *asked*, best first; nothing here is about the words *unknown*."""

    asked: str
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...]


def search(catalog: Catalog, asked: str) -> SearchResult:
    """The pages of *catalog* that answer the words *asked*, at most MOST_FOUND."""
    wanted = _Wanted(asked, COMMON.union(map(fold, catalog.vocabulary.questions.general)))
    pages = _Pages(catalog, wanted)
    found = [*pages.named(), *pages.together(), *pages.titled(), *pages.containing()]
    found += pages.near(wanted.subjects - _words(found))
    if not any(one.match is Match.NAME and wanted.deciding <= set(one.words) for one in found):
        found += pages.questions()
    unknown = tuple(
        dict.fromkeys(wanted.typed[word] for word in wanted.words if word in wanted.subjects - _words(found))
    )
    if wanted.subjects and not wanted.subjects & _words(found):
        return SearchResult(asked, (), unknown)
    ranked = sorted(_without_lesser(found), key=wanted.rank)
    best: dict[object, Finding] = {}
    for one in ranked:
        best.setdefault((one.page, one.ids, one.section), one)
    return SearchResult(asked, tuple(best.values())[:MOST_FOUND], unknown)


class _Wanted:
    """Words as they are looked up."""

    def __init__(self, asked: str, common: frozenset[str]) -> None:
        self.asked = asked
        self.common = common
        """Folded words that distinguish no page from the others."""
        typed = [(word, token) for token in asked.split() for word in fold(token).split("-") if word][:MOST_WORDS]
        self.words = [word for word, _ in typed]
        self.typed = {word: token.strip(punctuation) for word, token in typed}
        """Each word as it was typed."""
        self.aspects = {word: ASPECTS[word] for word in self.words if word in ASPECTS}
        self.deciding = set(self.words) - common
        self.subjects = self.deciding - self.aspects.keys()

    def rank(self, one: Finding) -> tuple[object, ...]:
        """Pages about more of the words come first, then those found more surely, then as the words come."""
        place = min((self.words.index(word) for word in one.words), default=0)
        page = list(Page).index(one.page)
        return -len(set(one.words)), list(Match).index(one.match), place, page, one.section is None, one.ids


class _Span(NamedTuple):
    """Neighbors among the words, from the place *start* on, that name something."""

    start: int
    words: tuple[str, ...]


class _Pages:
    """The pages of a catalog about some words."""

    def __init__(self, catalog: Catalog, wanted: _Wanted) -> None:
        self.catalog = catalog
        self.wanted = wanted
        self.indexes: dict[Page, Index] = {
            Page.ROLE: catalog.role_names,
            Page.SKILL: catalog.skill_names,
            Page.CREDENTIAL: catalog.credential_names,
            Page.FIELD: catalog.field_names,
            Page.SETTING: catalog.setting_names,
            Page.CLUSTER: catalog.cluster_names,
            Page.EDUCATION: catalog.education_names,
            Page.GROUP: catalog.group_names,
            Page.SET: catalog.lssc_names,
            Page.DISPUTE: catalog.dispute_names,
            Page.CHANGE: catalog.change_names,
            Page.RESOURCE: catalog.resource_names,
        }

    @cached_property
    def spans(self) -> list[_Span]:
        """What the words name, the longest names first; no two share a word."""
        words, spans, free = self.wanted.words, [], [True] * len(self.wanted.words)
        beside = self.wanted.common | ASPECTS.keys() if self.wanted.subjects else self.wanted.common
        for size in range(min(LONGEST_SPAN, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                span = tuple(words[start : start + size])
                if all(free[start : start + size]) and not beside.issuperset(span) and self._is_name("-".join(span)):
                    spans.append(_Span(start, span))
                    free[start : start + size] = [False] * size
        return spans

    def _is_name(self, name: str) -> bool:
        return any(name in index.ids for index in self.indexes.values())

    def _ids(self, page: Page, span: _Span) -> Sequence[str]:
        return self.indexes[page].ids.get("-".join(span.words), ())

    def named(self) -> Iterator[Finding]:
        """The pages of the records that the words name."""
        for span in self.spans:
            for page in self.indexes:
                for id_ in self._ids(page, span):
                    yield from self._pages(page, id_, span.words, Match.NAME)

    def together(self) -> Iterator[Finding]:
        """The comparison of the roles that the words name, or the way to one of them from the other."""
        roles = {span: ids[0] for span in sorted(self.spans) if len(ids := self._ids(Page.ROLE, span)) == 1}
        if not 2 <= len(set(roles.values())) == len(roles) <= MOST_COMPARED:
            return
        words = [word for span in roles for word in span.words]
        starts = [role for span, role in roles.items() if self._is_start(span)]
        if len(roles) == 2 and len(starts) == 1:
            (goal,) = set(roles.values()) - set(starts)
            yield self._finding(Page.WAY, (goal, *starts), words, Match.NAME)
            return
        yield self._finding(Page.COMPARISON, tuple(roles.values()), [*words, *self.wanted.aspects], Match.NAME)

    def _is_start(self, span: _Span) -> bool:
        """Whether "from" comes before what the *span* names."""
        before = [word for word in self.wanted.words[: span.start] if word not in ARTICLES]
        return before[-1:] == ["from"]

    def titled(self) -> Iterator[Finding]:
        """The pages of the roles that the words mean as the title of a post, if they name none."""
        if any(self._ids(Page.ROLE, span) for span in self.spans):
            return
        answer = title(self.catalog, self.wanted.asked)
        for role in answer.roles[:MOST_SIMILAR]:
            told = {word for reason in role.why for word in fold(reason.words).split("-")}
            told |= set(fold(answer.level.words).split("-")) if answer.level else set()
            words = [word for word in self.wanted.words if word in told]
            if not self.wanted.deciding.isdisjoint(words):
                yield from self._pages(Page.ROLE, role.id, words, Match.TITLE)

    def containing(self) -> Iterator[Finding]:
        """The pages of records with a name that contains some of the subjects: of each kind those with most.

        If the words name a role, others that only contain it are of no interest; nor are records of other
        kinds that contain only what the words name.
        """
        named = {word for span in self.spans for word in span.words}
        for page, index in self.indexes.items():
            if page is Page.ROLE and any(self._ids(page, span) for span in self.spans):
                continue
            shared: dict[str, set[str]] = {}
            for name, ids in index.ids.items():
                words = self.wanted.subjects.intersection(name.split("-"))
                for id_ in ids:
                    shared[id_] = max(shared.get(id_, set()), words, key=len)
            most = max(map(len, shared.values()), default=0)
            best = sorted(id_ for id_, words in shared.items() if most and len(words) == most)
            for id_ in [id_ for id_ in best if page is Page.ROLE or not shared[id_] <= named][:MOST_SIMILAR]:
                yield from self._pages(page, id_, sorted(shared[id_]), Match.WITHIN)

    def near(self, words: Iterable[str]) -> list[Finding]:
        """The pages of records with a name of which one of *words* is a misspelling, or the beginning."""
        found: list[Finding] = []
        for word in sorted(words):
            for page in (Page.ROLE, Page.SKILL, Page.CREDENTIAL):
                if id_ := self.indexes[page].close(word):
                    found += self._pages(page, id_, [word], Match.NEAR)
                    break
        return found

    def questions(self) -> list[Finding]:
        """The questions most similar to the words, if they are about most of these words."""
        found: list[Finding] = []
        wanted = self.wanted.deciding
        for id_, likeness in Wordings(self.catalog.questions).ranking(self.wanted.asked)[:MOST_QUESTIONS]:
            question = self.catalog.questions[id_]
            told = fold(" ".join((question.question, *question.also))).split("-")
            words = sorted(wanted.intersection(told))
            if likeness >= LEAST_LIKENESS and 2 * len(words) >= len(wanted) > 0:
                found.append(Finding(Page.QUESTION, (id_,), (question.question,), None, tuple(words), Match.QUESTION))
        return found

    def _pages(self, page: Page, id_: str, words: Iterable[str], match: Match) -> Iterator[Finding]:
        """The pages about one record: of a role the sections asked for and the way to it, of a skill its roles."""
        if page is not Page.ROLE:
            if page is Page.SKILL:
                yield self._finding(Page.ROLES, (id_,), words, match)
            yield self._finding(page, (id_,), words, match)
            return
        aspects = self.wanted.aspects
        words = (*words, *aspects)
        for section in dict.fromkeys(aspects.values()):
            yield self._finding(page, (id_,), words, match, section)
        if match is Match.NAME or not aspects:
            yield self._finding(page, (id_,), words, match)
        if match is Match.NAME and (not aspects or Section.ENTRY in aspects.values()):
            yield self._finding(Page.WAY, (id_,), words, match)

    def _finding(
        self, page: Page, ids: tuple[str, ...], words: Iterable[str], match: Match, section: Section | None = None
    ) -> Finding:
        kind = {Page.WAY: Page.ROLE, Page.COMPARISON: Page.ROLE, Page.ROLES: Page.SKILL}.get(page, page)
        titles = tuple(self.indexes[kind].titles[id_] for id_ in ids)
        told = tuple(word for word in words if word not in self.wanted.common)
        return Finding(page, ids, titles, section, told, match)


def _words(found: Iterable[Finding]) -> set[str]:
    """The words that any of the pages *found* is about."""
    return {word for one in found for word in one.words}


def _without_lesser(found: Sequence[Finding]) -> Iterator[Finding]:
    """*found* without pages found otherwise than by name where another one is about more of the words.

    A question has to be about more of them than a page that is found by name.
    """
    for one in found:
        words = set(one.words)
        lesser = any(words < set(other.words) for other in found) and one.match is not Match.NAME
        named = any(words <= set(other.words) for other in found if other.match is Match.NAME)
        if not lesser and not (named and one.match is Match.QUESTION):
            yield one
