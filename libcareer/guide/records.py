"""The methods of a guide for records other than roles, and for what is known about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.guide.checked import checked
from libcareer.guide.desk import Desk

if TYPE_CHECKING:
    from datetime import date

    from libcareer.engines.lookup.changes import ChangeList
    from libcareer.engines.lookup.credentials import CredentialList, CredentialPage
    from libcareer.engines.lookup.fields import FieldList, FieldPage
    from libcareer.engines.lookup.occupations import OccupationList
    from libcareer.engines.lookup.resources import Corrections, ResourceList
    from libcareer.engines.lookup.skills import SkillPage, Vocabulary
    from libcareer.engines.lookup.sources import DisputeList, SourceList
    from libcareer.guide.result import Result


class Records(Desk):
    """Skills, credentials, resources, fields, sources, disputes and what changes the field."""

    @checked
    def skills(self, *, group: str | None = None) -> Result[Vocabulary]:
        """All skills by group, or those of one *group*."""
        from libcareer.inquiries.records import skills_answer

        return self._asked(lambda by: skills_answer(by, group=group))

    @checked
    def skill(self, name: str) -> Result[SkillPage]:
        """One skill: how to learn it, how to show it, which roles need it."""
        from libcareer.inquiries.records import skill_answer

        return self._asked(lambda by: skill_answer(by, (name,)))

    @checked
    def occupations(self, words: str = "") -> Result[OccupationList]:
        """The statistical occupations with their codes: all, or those that *words* or a code find."""
        from libcareer.inquiries.records import occupations_answer

        return self._asked(lambda by: occupations_answer(by, words))

    @checked
    def credentials(
        self, *, cost: str | None = None, no_degree: bool = False, where: str | None = None
    ) -> Result[CredentialList]:
        """Degrees, licenses and certificates, those of the country *where* first.

        *cost* "low" takes those that cost at most 1,000 in their own currency.
        """
        from libcareer.engines.choices import CostLevel
        from libcareer.inquiries.names import choice
        from libcareer.inquiries.records import credentials_answer

        low = cost is not None and choice("level of cost", cost, CostLevel) is CostLevel.LOW
        return self._asked(lambda by: credentials_answer(by, low_cost=low, no_degree=no_degree, where=where))

    @checked
    def credential(self, name: str) -> Result[CredentialPage]:
        """One credential: time, cost, who asks for it, what it does not do."""
        from libcareer.inquiries.records import credential_answer

        return self._asked(lambda by: credential_answer(by, (name,)))

    @checked
    def resources(
        self,
        name: str | None = None,
        *,
        role: str | None = None,
        kind: str | None = None,
        status: str | None = None,
    ) -> Result[ResourceList]:
        """Associations, journals, books, job boards, courses, communities and tools that pass every filter.

        *name* is that of one, or a word of several; *role* takes those that serve a role.
        """
        from libcareer.inquiries.names import choice
        from libcareer.inquiries.records import resources_answer
        from libcareer.knowledge.enums import ResourceKind, Status

        of = choice("kind of resource", kind, ResourceKind) if kind is not None else None
        is_ = choice("status", status, Status) if status is not None else None
        words = () if name is None else (name,)
        return self._asked(lambda by: resources_answer(by, words, role=role, kind=of, status=is_))

    @checked
    def resource(self, name: str) -> Result[ResourceList]:
        """The resource of this *name*, or those that have it as a word of theirs."""
        return self.resources(name)

    @checked
    def outdated(self) -> Result[Corrections]:
        """What older guides say that is no longer true."""
        from libcareer.inquiries.records import corrections_answer

        return self._asked(corrections_answer)

    @checked
    def fields(self) -> Result[FieldList]:
        """Fields and networks."""
        from libcareer.inquiries.records import fields_answer

        return self._asked(fields_answer)

    @checked
    def field(self, name: str) -> Result[FieldPage]:
        """One field or network: whom to look for now, where, and what to ask first."""
        from libcareer.inquiries.records import field_answer

        return self._asked(lambda by: field_answer(by, (name,)))

    @checked
    def changes(
        self, name: str | None = None, *, where: str | None = None, role: str | None = None, kind: str | None = None
    ) -> Result[ChangeList]:
        """What changes the field and passes every filter: laws, rulings, money, each with its dates and status.

        *name* is that of one, or a word of several; *where* is a state, a town or a country.
        """
        from libcareer.inquiries.changes import changes_answer
        from libcareer.inquiries.names import choice
        from libcareer.knowledge.enums import ChangeKind

        of = choice("kind of change", kind, ChangeKind) if kind is not None else None
        words = () if name is None else (name,)
        return self._asked(lambda by: changes_answer(by, words, where=where, role=role, kind=of))

    @checked
    def sources(self, name: str | None = None, *, stale: bool = False, today: date | None = None) -> Result[SourceList]:
        """Sources with their dates and what cites them; *stale* ones should be checked again by the day *today*."""
        from libcareer.inquiries.sources import sources_answer

        return self._asked(lambda by: sources_answer(by, () if name is None else (name,), stale=stale), today)

    @checked
    def disputes(self, topic: str | None = None) -> Result[DisputeList]:
        """Where sources disagree, who says what, and what to do about it."""
        from libcareer.inquiries.sources import disputes_answer

        return self._asked(lambda by: disputes_answer(by, () if topic is None else (topic,)))
