"""The methods of a guide for ways to a role: the way there, what else is within reach, whether it pays, a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.guide.checked import checked
from libcareer.guide.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from libcareer.engines.choosing.worth_answer import Worth, WorthList
    from libcareer.engines.lssc.standing import Standing
    from libcareer.engines.paths.path import Path
    from libcareer.engines.paths.plan import PlanPage
    from libcareer.engines.paths.planb import PlanB
    from libcareer.guide.result import Result


class Ways(Desk):
    """Ways to a role, and what study they take.

    Where a person stands is said by the same options everywhere. *from_* is the role they are in, or a job of any other
    field by its title or O*NET code, for so many *years*, and *earlier* are those before it. *have* are levels of
    education and credentials that they hold, *not_* those usual in their role that they do not hold, and *studying*
    those under way, such as "bachelor:2027-06" or "mlis:8" for eight months. *skills* are used elsewhere, and *where*
    is a state or a town for pay. *today* is the day on which they stand there, by default the real one.
    """

    @checked
    def path(
        self,
        goal: str,
        *,
        from_: str | None = None,
        earlier: Sequence[str] = (),
        years: float = 0.0,
        have: Sequence[str] = (),
        not_: Sequence[str] = (),
        studying: Sequence[str] = (),
        skills: Sequence[str] = (),
        where: str | None = None,
        prefer: str = "usual",
        details: bool = False,
        today: date | None = None,
    ) -> Result[Path]:
        """The way to the role *goal* that a librarian would recommend: posts and study, years, money.

        *prefer* is what it should be best at: usual, quickest, cheapest or earning. *details* writes each step in
        full.
        """
        from libcareer.engines.choices import Prefer
        from libcareer.guide.standing import standing
        from libcareer.inquiries.names import choice
        from libcareer.inquiries.paths import path_answer

        words = standing(from_, earlier, years, have, not_, studying, skills, where)
        best = choice("preference", prefer, Prefer)
        return self._asked(lambda by: path_answer(by, (goal,), words, prefer=best, details=details), today)

    @checked
    def planb(
        self,
        wish: str,
        *,
        from_: str | None = None,
        earlier: Sequence[str] = (),
        years: float = 0.0,
        have: Sequence[str] = (),
        not_: Sequence[str] = (),
        studying: Sequence[str] = (),
        skills: Sequence[str] = (),
        where: str | None = None,
        no_masters: bool = False,
        no_degree: bool = False,
        max_study: str | None = None,
        max_cost: float | str | None = None,
        max_months: float | None = None,
        min_pay: float | str | None = None,
        part_time: bool | None = None,
        full_time: bool = False,
        evenings: bool | None = None,
        public: str | None = None,
        move: bool | None = None,
        remote: bool | None = None,
        mostly_remote: bool = False,
        beyond: bool = False,
        inside: bool = False,
        all_: bool = False,
        today: date | None = None,
    ) -> Result[PlanB]:
        """What else is within reach instead of the role *wish*, within the limits; *all_* writes every role.

        *max_study* is the highest education they would study for, *max_cost* the most that study may cost, *min_pay*
        the least pay for a year, *public* how much contact with the public they accept: any, calm or little. None sets
        no limit. An amount in another currency than that of the knowledge judges nothing, and the notes say so.
        """
        from libcareer.guide.standing import standing
        from libcareer.inquiries.amounts import given, typed_months
        from libcareer.inquiries.limits import LimitWords, public_contact, typed_cost, typed_pay_limit
        from libcareer.inquiries.paths import planb_answer

        words = standing(from_, earlier, years, have, not_, studying, skills, where)
        limits = LimitWords(
            max_study=max_study,
            no_masters=no_masters,
            no_degree=no_degree,
            max_cost=given(max_cost, typed_cost),
            min_pay=given(min_pay, typed_pay_limit),
            part_time=part_time,
            full_time=full_time,
            evenings=evenings,
            public=given(public, public_contact),
            move=move,
            remote=remote,
            mostly_remote=mostly_remote,
        )
        months = given(max_months, typed_months)
        return self._asked(
            lambda by: planb_answer(
                by, (wish,), words, limits, max_months=months, beyond=beyond, inside=inside, every=all_
            ),
            today,
        )

    @checked
    def worth(
        self,
        name: str,
        *,
        earn: float | str | None = None,
        from_: str | None = None,
        earlier: Sequence[str] = (),
        years: float = 0.0,
        have: Sequence[str] = (),
        not_: Sequence[str] = (),
        studying: Sequence[str] = (),
        goal: str | None = None,
        cost: float | str | None = None,
        months: float | None = None,
        full_time: bool = False,
        meanwhile: float | str | None = None,
        after: float | str | None = None,
        stay: float | None = None,
        years_left: float | None = None,
        where: str | None = None,
        table: bool = False,
        today: date | None = None,
    ) -> Result[Worth | WorthList]:
        """Whether the way to a role or a credential pays, whichever *name* names; the latter for the role *goal*.

        *earn*, *after* and *meanwhile* are for a year, or words such as "18.50/hour"; *cost* is that of all study, and
        *stay* a percentage. Raises WrongUsage if neither *earn* nor *from_* says what they earn now, and for an amount
        in another currency than that of the knowledge.
        """
        from libcareer.guide.standing import standing
        from libcareer.inquiries import amounts
        from libcareer.inquiries.worth import worth_answer

        words = standing(from_, earlier, years, have, not_, studying, where=where)
        return self._asked(
            lambda by: worth_answer(
                by,
                (name,),
                words,
                earn=amounts.given(earn, amounts.typed_earnings),
                goal=goal,
                cost=amounts.given(cost, amounts.typed_money),
                months=amounts.given(months, amounts.typed_months),
                full_time=full_time,
                meanwhile=amounts.given(meanwhile, amounts.typed_earnings),
                after=amounts.given(after, amounts.typed_earnings),
                stay=amounts.given(stay, amounts.typed_percent),
                years_left=amounts.given(years_left, amounts.typed_years),
                table=table,
            ),
            today,
        )

    @checked
    def plan(
        self,
        goal: str,
        *,
        from_: str | None = None,
        earlier: Sequence[str] = (),
        years: float = 0.0,
        have: Sequence[str] = (),
        not_: Sequence[str] = (),
        studying: Sequence[str] = (),
        skills: Sequence[str] = (),
        prefer: str | None = None,
        start: date | str | None = None,
        today: date | None = None,
    ) -> Result[PlanPage | Path]:
        """The steps to the role *goal* to tick off, with dates from the day *start* on; nothing of it is kept.

        Where no way arrives, the answer is that of `path`.
        """
        from libcareer.engines.choices import Prefer
        from libcareer.guide.standing import standing
        from libcareer.inquiries.names import choice
        from libcareer.inquiries.plan import plan_answer

        words = standing(from_, earlier, years, have, not_, studying, skills)
        best = None if prefer is None else choice("preference", prefer, Prefer)
        day = None if start is None else str(start)
        return self._asked(lambda by: plan_answer(by, (goal,), words, prefer=best, start=day), today)

    @checked
    def lssc(
        self,
        name: str | None = None,
        *,
        from_: str | None = None,
        duties: Sequence[int] = (),
        skills: Sequence[str] = (),
        goal: str | None = None,
        hours: float | None = None,
        worked: Sequence[str] = (),
        no_secondary: bool = False,
        today: date | None = None,
    ) -> Result[Standing]:
        """Where somebody stands with the certification by sets, or with the set called *name* alone.

        *duties* are numbers of duties of the role *from_*, *worked* stretches such as "2022-03..present:20/week".
        """
        from libcareer.inquiries import amounts
        from libcareer.inquiries.lssc import lssc_answer

        return self._asked(
            lambda by: lssc_answer(
                by,
                () if name is None else (name,),
                start=from_,
                duties=[str(duty) for duty in duties],
                skills=skills,
                goal=goal,
                hours=amounts.given(hours, amounts.typed_hours),
                worked=worked,
                no_secondary=no_secondary,
            ),
            today,
        )
