"""Whether a credential, or the study on the way to a role, pays for one person: the questions and their inputs.

`engines/pay/payback.py` has the arithmetic and what it leaves out, `worth_inputs` and `worth_study` the figures that
go into it, and `worth_answer` what is answered.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.catalog.briefs import NeedBrief
from libcareer.engines.choices import Prefer
from libcareer.engines.choosing.worth_answer import LONGEST, Opened, Verdict, Worth, WorthList, answer
from libcareer.engines.choosing.worth_inputs import (
    InputName,
    Own,
    after_input,
    alike,
    before_input,
    pay_doubts,
    stay_input,
)
from libcareer.engines.choosing.worth_pay import reckoned_pay
from libcareer.engines.choosing.worth_study import Plan, Stage, study_inputs, study_part, with_own
from libcareer.engines.paths.choice import offers
from libcareer.engines.paths.situation import situation
from libcareer.engines.paths.ways import Ways
from libcareer.engines.pay.payback import MONTHS_A_YEAR
from libcareer.engines.references import Named, role_named
from libcareer.errors import LibcareerError
from libcareer.knowledge.enums import Asked, Usual

if TYPE_CHECKING:
    from collections.abc import Collection

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.situation import Situation, Stated
    from libcareer.engines.paths.study import Studies
    from libcareer.engines.paths.ways import Way


def role_worth(catalog: Catalog, role: str, stated: Stated, own: Own) -> Worth:
    """Whether the study on the usual way to *role* pays for somebody who stands where they *stated*.

    Raises LibcareerError if neither *own* nor a figure for the present post says what they earn.
    """
    ways = Ways(catalog, situation(catalog, stated))
    nothing = Worth(None, role_named(catalog, role), Verdict.THERE, own.years_left, own.full_time, where(catalog, own))
    if role == ways.person.post:
        return nothing
    offered = offers(ways.to(role), Prefer.USUAL).ways
    if not offered:
        return replace(nothing, verdict=Verdict.NO_WAY)
    way = offered[0].way
    usual = max((leg.usual for leg in way.legs), key=list(Usual).index)
    plan = _plan(catalog, role, ways.person, _stages(catalog, ways, way, own), usual, own)
    posts = tuple(role_named(catalog, post) for post in way.posts)
    return _answer(catalog, replace(nothing, posts=posts), ways.person, plan, own, needed=bool(way.study))


def credential_worth(catalog: Catalog, credential: str, goal: str, stated: Stated, own: Own) -> Worth:
    """Whether *credential*, with what has to come before it, pays for somebody who aims at the role *goal*.

    Raises LibcareerError as `role_worth` does.
    """
    ways = Ways(catalog, situation(catalog, stated))
    named = Named(credential, catalog.credentials[credential].title)
    nothing = Worth(named, role_named(catalog, goal), Verdict.HELD, own.years_left, own.full_time, where(catalog, own))
    if credential in ways.person.held:
        return nothing
    usual = _usual(catalog, goal, ways.person)
    needed = credential in asked_by(catalog, goal, ways.studies)
    stage = _stage_for(catalog, credential, ways, own, goal if needed else None)
    plan = _plan(catalog, goal, ways.person, (stage,), usual, own)
    return _answer(catalog, nothing, ways.person, plan, own, needed=needed)


def credential_worths(catalog: Catalog, credential: str, stated: Stated, own: Own) -> WorthList:
    """Whether *credential* pays, for each role that asks for it by law or employers.

    Raises LibcareerError as `role_worth` does.
    """
    ways = Ways(catalog, situation(catalog, stated))
    asking = {role: asked for role in catalog.briefs if (asked := _asking(catalog, role, credential))}
    answers = {role: credential_worth(catalog, credential, role, stated, own) for role in asking}
    plan = _plan(catalog, None, ways.person, (_stage_for(catalog, credential, ways, own),), Usual.USUAL, own)
    held = credential in ways.person.held
    alone = {part.credential for part in plan.stages[0].studies}
    opened = [_opened(answers[role], asked, alone) for role, asked in asking.items()]
    paying = [one.verdict for one in opened]
    best = next((one for one in Verdict if one in paying), Verdict.NOT_NEEDED)
    return WorthList(
        credential=Named(credential, catalog.credentials[credential].title),
        verdict=Verdict.HELD if held else best,
        count=len(opened),
        roles=() if held else tuple(sorted(opened, key=_soonest)),
        years_left=own.years_left,
        full_time=own.full_time,
        where=where(catalog, own),
        inputs=(plan.before, *study_inputs(plan, own)),
        studies=() if held else plan.stages[0].studies,
    )


def asked_by(catalog: Catalog, role: str, studies: Studies) -> frozenset[str]:
    """The credentials that *role* asks for by law or employers, with those before them and those taken instead."""
    brief = catalog.briefs[role]
    needs = brief.entry.needs if brief.entry else ()
    asked = [one.credential for one in brief.credentials if one.asked is not Asked.HABIT]
    asked += [id_ for need in needs if need.credential and need.asked is not Asked.HABIT
              for id_ in (need.credential, *need.instead)]  # fmt: skip
    asked += catalog.education[brief.education.typical].holds
    return frozenset(id_ for credential in asked for id_ in studies.chain(credential))


# ---------------------------------------------------------------------------- from the catalog


def _asking(catalog: Catalog, role: str, credential: str) -> Asked | None:
    """Who asks for *credential* in *role*, law or employers; None if neither does."""
    brief = catalog.briefs[role]
    needs = brief.entry.needs if brief.entry else ()
    asked = {one.asked for one in brief.credentials if one.credential == credential}
    asked |= {one.asked for one in needs if one.credential == credential}
    return min(asked - {Asked.HABIT}, key=list(Asked).index, default=None)


def where(catalog: Catalog, own: Own) -> str:
    """The name of the place whose pay is taken; empty if neither a place nor the country of the pack is known."""
    if own.place:
        return own.place.name
    return catalog.pack.country.title if catalog.pack.country else ""


def _stages(catalog: Catalog, ways: Ways, way: Way, own: Own) -> tuple[Stage, ...]:
    """The stages of *way*, one for each change of post."""
    held, parts = ways.person.held, {}
    for id_, load in way.loads.items():
        shortcut = ways.studies.shortcut(id_, held)
        parts[id_] = study_part(catalog, id_, load, shortcut, full_time=own.full_time)
        held = ways.studies.with_implied((*held, id_))
    told = dict(zip(parts, with_own(tuple(parts.values()), own, catalog.pack.currency), strict=True))
    stages = []
    for number, leg in enumerate(way.legs):
        post = leg.origin if number else None
        low, high = (max(MONTHS_A_YEAR * leg.years[end], leg.practice[end]) for end in (0, 1))
        pays = reckoned_pay(catalog, post, own.place) if post else None
        stages.append(Stage(post, pays, (low, high), tuple(told[id_] for id_ in leg.study)))
    return tuple(stages)


def _stage_for(catalog: Catalog, credential: str, ways: Ways, own: Own, goal: str | None = None) -> Stage:
    """The study for *credential* in the present post, with what comes before it and what *goal* asks for besides."""
    held, parts = ways.person.held, []
    study = ways.studies.missing((NeedBrief(Asked.EMPLOYERS, credential, None, (), None),), held)
    entry = catalog.briefs[goal].entry if goal else None
    if entry:
        study += ways.studies.missing(entry.needs, ways.studies.with_implied((*held, *study)))
    for id_ in study:
        parts.append(
            study_part(
                catalog, id_, ways.studies.load(id_, held), ways.studies.shortcut(id_, held), full_time=own.full_time
            )
        )
        held = ways.studies.with_implied((*held, id_))
    return Stage(None, None, (0.0, 0.0), with_own(parts, own, catalog.pack.currency))


def _usual(catalog: Catalog, goal: str, person: Situation) -> Usual:
    """How usual the step to *goal* is from the present post; usual where no move is listed."""
    moves = catalog.briefs[person.post].moves if person.post else ()
    return next((move.usual for move in moves if move.to == goal), Usual.USUAL)


def _plan(
    catalog: Catalog, goal: str | None, person: Situation, stages: tuple[Stage, ...], usual: Usual, own: Own
) -> Plan:
    before = before_input(catalog, own, person.post)
    if before is None:
        post = f" of {catalog.briefs[person.post].title}" if person.post else ""
        raise LibcareerError(f"The present pay{post} is not known here: add --earn 38000, or --earn 18.50/hour.")
    after = after_input(catalog, own, goal) if goal else None
    return Plan(stages, before, after, stay_input(catalog, usual, own.stay), own.meanwhile, catalog.pack.currency)


def _answer(catalog: Catalog, nothing: Worth, person: Situation, plan: Plan, own: Own, *, needed: bool) -> Worth:
    same = alike(catalog, person.post, nothing.goal.id, own)
    doubts = (*([same] if same else []), *pay_doubts(catalog, person.post, nothing.goal.id, own))
    return answer(nothing, plan, own, doubts, needed=needed, told=not same)


def _opened(found: Worth, asked: Asked, alone: Collection[Named]) -> Opened:
    """The answer for a role in short; *alone* is the study for the credential by itself."""
    after = next((one for one in found.inputs if one.name is InputName.AFTER), None)
    besides = tuple(part.credential for part in found.studies if part.credential not in alone)
    return Opened(found.goal, asked, found.verdict, after, found.payback, besides, found.doubts)


def _soonest(one: Opened) -> tuple[float, float, str]:
    """The order of a list: by the middle case, then the best, never last; unknown and proxies after that by title."""
    back = one.payback
    if back is None or (one.after is not None and one.after.proxy):
        return inf, inf, one.role.title
    return (
        LONGEST if back.middle is None else back.middle,
        LONGEST if back.best is None else back.best,
        one.role.title,
    )
