"""The methods of a guide for roles and for choosing between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.guide.checked import checked
from libcareer.guide.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from libcareer.engines.choosing.compare import Comparison
    from libcareer.engines.choosing.map import CareerMap
    from libcareer.engines.choosing.related import RelatedRoles
    from libcareer.engines.choosing.tracks import Tracks
    from libcareer.engines.lookup.paid_role import PaidRolePage
    from libcareer.engines.lookup.roles import RoleList
    from libcareer.guide.result import Result


class Roles(Desk):
    """Roles: lists of them, one, several side by side."""

    @checked
    def roles(
        self,
        *,
        skills: Sequence[str] = (),
        setting: str | None = None,
        cluster: str | None = None,
        education: str | None = None,
        beyond: bool = False,
        inside: bool = False,
        no_masters: bool = False,
        no_degree: bool = False,
        part_time: bool = False,
        remote: bool = False,
        where: str | None = None,
    ) -> Result[RoleList]:
        """All roles, or those that pass every filter; *where* adds the pay in a state or around a town."""
        from libcareer.inquiries.roles import roles_answer

        return self._asked(
            lambda by: roles_answer(
                by,
                skills=skills,
                setting=setting,
                cluster=cluster,
                education=education,
                beyond=beyond,
                inside=inside,
                no_masters=no_masters,
                no_degree=no_degree,
                part_time=part_time,
                remote=remote,
                where=where,
            )
        )

    @checked
    def role(
        self, name: str, *, sections: Sequence[str] = (), sources: bool = False, where: str | None = None
    ) -> Result[PaidRolePage]:
        """Everything about a role: the work, a day, pay, ways in and out, and reasons to think twice.

        *sections* are the parts to write, and *sources* says where each fact comes from. *where* is a state, a town
        or another country.
        """
        from libcareer.engines.choices import Section
        from libcareer.inquiries.names import choice
        from libcareer.inquiries.roles import role_answer

        parts = [choice("section", word, Section) for word in sections]
        return self._asked(lambda by: role_answer(by, (name,), sections=parts, sources=sources, where=where))

    @checked
    def related(
        self,
        role: str,
        *,
        beyond: bool = False,
        inside: bool = False,
        no_masters: bool = False,
        no_degree: bool = False,
        limit: int = 10,
        where: str | None = None,
    ) -> Result[RelatedRoles]:
        """Roles that use the same skills; the page shows *limit* of them, the answer has all."""
        from libcareer.inquiries.amounts import typed_count
        from libcareer.inquiries.choosing import related_answer

        return self._asked(
            lambda by: related_answer(
                by,
                (role,),
                beyond=beyond,
                inside=inside,
                no_masters=no_masters,
                no_degree=no_degree,
                limit=typed_count(limit),
                where=where,
            )
        )

    @checked
    def map(
        self,
        name: str | None = None,
        *,
        from_: str | None = None,
        cluster: str | None = None,
        where: str | None = None,
        today: date | None = None,
    ) -> Result[CareerMap]:
        """The roles around the one with this *name*, or those of a *cluster*, as places with the moves as roads.

        With *from_*, the role that a person is in, it is the map of the way from there.
        """
        from libcareer.inquiries.choosing import map_answer
        from libcareer.inquiries.standing import StandingWords

        words = StandingWords([from_] if from_ else (), where=where)
        return self._asked(lambda by: map_answer(by, (name,) if name else (), words, cluster=cluster), today)

    @checked
    def compare(
        self,
        *roles: str,
        from_: str | None = None,
        earlier: Sequence[str] = (),
        years: float = 0.0,
        have: Sequence[str] = (),
        not_: Sequence[str] = (),
        studying: Sequence[str] = (),
        skills: Sequence[str] = (),
        where: str | None = None,
        today: date | None = None,
    ) -> Result[Comparison]:
        """Two to four roles side by side, with the way from one to the other and the questions that decide.

        Where a person stands is said as for `path`.
        """
        from libcareer.guide.standing import standing
        from libcareer.inquiries.choosing import comparison_answer

        words = standing(from_, earlier, years, have, not_, studying, skills, where)
        return self._asked(lambda by: comparison_answer(by, roles, words), today)

    @checked
    def tracks(
        self,
        *,
        skills: Sequence[str] = (),
        from_: str | None = None,
        no_masters: bool = False,
        no_degree: bool = False,
        explain: bool = False,
    ) -> Result[Tracks]:
        """The two areas to train in, one inside libraries and one outside, that together open most roles.

        They begin with *skills*, and with those of the role *from_*; raises LibcareerError without any.
        """
        from libcareer.inquiries.choosing import tracks_answer

        return self._asked(
            lambda by: tracks_answer(
                by, skills=skills, start=from_, no_masters=no_masters, no_degree=no_degree, explain=explain
            )
        )
