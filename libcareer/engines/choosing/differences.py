"""The differences between roles, ranked, and the questions that decide between them.

Every role has a position on every scale; the larger the distance between the roles on a scale, the more
its question decides. The first question is about the work itself: it names, for each role, the duty
whose skills the other roles use least.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choosing.scales import (
    CONDITION_SCALES,
    ENTRY_ANSWERS,
    ENTRY_QUESTION,
    FACET_SCALES,
    PAY_ANSWERS,
    PAY_QUESTION,
    PLACE_SCALE,
    PRICE_QUESTION,
    TIME_QUESTION,
    WORK_QUESTION,
)
from libcareer.engines.paths.path import Route
from libcareer.engines.pay.figures import PayFigure, yearly
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import ESSENTIAL, USEFUL, kin, rarity, skills_of
from libcareer.knowledge.enums import Often, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog


class DecidingAnswer(Struct, frozen=True):
    """An answer to a question, and the roles it points to."""

    says: str
    roles: tuple[Named, ...]


class DecidingQuestion(Struct, frozen=True):
    """A question about a difference, and how large the difference is: *apart*, 0 to 1."""

    key: str
    about: str
    question: str
    apart: float
    choices: tuple[DecidingAnswer, ...]


class Means(Struct, frozen=True):
    """The route to a role and its pay; None for one that is not known."""

    route: Route | None
    pay: PayFigure | None


OFTEN_STEPS = tuple(Often)
PLACE_STEPS = (Place.BEYOND, Place.EDGE, Place.INSIDE)

WORTH_ASKING = 0.25
"""The least difference that is asked about if there are larger ones: one step of the four of a facet."""

LONG_MONTHS, MUCH_MONEY = 60.0, 50_000.0
"""The differences in months and in US dollars to enter a role from which on a difference counts fully."""

MEANS_WEIGHT = 0.8
"""The weight of time, money and pay; they decide whether a job is possible, not whether a person likes it."""

PAY_RATIO = 2.0
"""The ratio of pay from which on a difference counts fully."""


def deciding_questions(
    catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]
) -> tuple[DecidingQuestion, ...]:
    """Two or three questions that decide between *roles*; fewer only if there is no other difference.

    The first is about the work itself, the others about the largest differences.
    """
    work = _work(catalog, roles)
    others = differences(catalog, roles, means)
    wanted = 2 if work else 3
    telling = [one for one in others if one.apart >= WORTH_ASKING][:wanted]
    least = 1 if work else 2
    return (*work, *(telling if len(telling) >= least else others[:least]))


def differences(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> list[DecidingQuestion]:
    """All differences between *roles* except the work itself, largest first, one for each theme."""
    found = [*_scaled(catalog, roles), *_entry(catalog, roles, means), *_pay(catalog, roles, means)]
    found = sorted((pair for pair in found if pair[1].apart > 0), key=lambda pair: -pair[1].apart)
    seen: set[str] = set()
    kept = []
    for theme, one in found:
        if theme not in seen:
            seen.add(theme)
            kept.append(one)
    return kept


def _scaled(catalog: Catalog, roles: tuple[str, ...]) -> list[tuple[str, DecidingQuestion]]:
    """The differences on the rating scales, each with its theme."""
    found = []
    workplace = catalog.pack.workplace
    for key, scale in (FACET_SCALES | CONDITION_SCALES | {"place": PLACE_SCALE.at(workplace)}).items():
        steps = {role: _step(catalog, role, key) for role in roles}
        apart = scale.weight * _spread(steps) / (len(scale.steps) - 1)
        said = {role: scale.steps[at] for role, at in steps.items()}
        order = tuple(scale.steps[at] for at in sorted(set(steps.values()), reverse=True))
        choices = _choices(catalog, said, order)
        found.append((scale.theme, DecidingQuestion(key, scale.about, scale.question, apart, choices)))
    return found


def _step(catalog: Catalog, role: str, key: str) -> int:
    """The index of the step of *role* on the scale *key*."""
    if key == "place":
        return PLACE_STEPS.index(catalog.briefs[role].place)
    if key in CONDITION_SCALES:
        return _often(catalog, role, key)
    return FACET_SCALES[key].step(getattr(catalog.roles[role].quiz.facets, key))


def _often(catalog: Catalog, role: str, condition: str) -> int:
    """The index of how common a *condition* is; a role done from home also counts as near home."""
    conditions = catalog.briefs[role].conditions
    if condition == "local" and conditions.remote is Often.OFTEN:
        return len(OFTEN_STEPS) - 1
    return OFTEN_STEPS.index(getattr(conditions, condition))


def _choices(catalog: Catalog, said: Mapping[str, str], order: tuple[str, ...]) -> tuple[DecidingAnswer, ...]:
    """The answers in *order*, each with the roles for which it is *said*."""
    return tuple(
        DecidingAnswer(says, tuple(role_named(catalog, role) for role, words in said.items() if words == says))
        for says in order
    )


def _entry(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> list[tuple[str, DecidingQuestion]]:
    """The differences in time and money to enter the roles; none if a route is not known."""
    routes = {role: route for role in roles if (route := means[role].route)}
    if len(routes) < len(roles):
        return []
    months = {role: sum(route.total.months) / 2 for role, route in routes.items()}
    money = {
        role: sum(sum_.low + sum_.high for sum_ in route.total.cost if sum_.currency == catalog.pack.currency) / 2
        for role, route in routes.items()
    }
    time, price = _spread(months) / LONG_MONTHS, _spread(money) / MUCH_MONEY
    together = {role: months[role] / LONG_MONTHS + money[role] / MUCH_MONEY for role in roles}
    agree = all((months[a] - months[b]) * (money[a] - money[b]) >= 0 for a, b in combinations(roles, 2))
    measures = (
        [("entry", "time and money to get in", ENTRY_QUESTION, max(time, price), together)]
        if agree  # otherwise the quicker route costs more, and one question cannot ask for both
        else [
            ("years", "the time to get in", TIME_QUESTION, time, months),
            ("price", "the price of getting in", PRICE_QUESTION, price, money),
        ]
    )
    return [
        (
            "entry",
            DecidingQuestion(
                key, about, question, MEANS_WEIGHT * min(1.0, apart), _ranked(catalog, values, ENTRY_ANSWERS)
            ),
        )
        for key, about, question, apart, values in measures
    ]


def _pay(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> list[tuple[str, DecidingQuestion]]:
    """The difference in pay per year; none if a figure is not known or is only a proxy."""
    figures = {role: figure for role in roles if (figure := means[role].pay) and not figure.proxy}
    if len(figures) < len(roles) or len({figure.currency for figure in figures.values()}) > 1:
        return []
    pay = {role: yearly(figure) for role, figure in figures.items()}
    ratio = max(pay.values()) / min(pay.values())
    apart = MEANS_WEIGHT * min(1.0, math.log(ratio) / math.log(PAY_RATIO))
    return [("pay", DecidingQuestion("pay", "pay", PAY_QUESTION, apart, _ranked(catalog, pay, PAY_ANSWERS)))]


def _spread(values: Mapping[str, float]) -> float:
    return max(values.values()) - min(values.values())


def _ranked(catalog: Catalog, values: Mapping[str, float], steps: tuple[str, str, str]) -> tuple[DecidingAnswer, ...]:
    """The answers *steps*, for the highest value, for those between and for the lowest, with their roles."""
    top, bottom = max(values.values()), min(values.values())
    said = {
        role: steps[0] if value == top else steps[2] if value == bottom else steps[1] for role, value in values.items()
    }
    return _choices(catalog, said, tuple(step for step in steps if step in said.values()))


def _work(catalog: Catalog, roles: tuple[str, ...]) -> tuple[DecidingQuestion, ...]:
    """The question about the work itself; none if some role has no skill of its own."""
    choices = []
    for role in roles:
        duty = _own_duty(catalog, role, [other for other in roles if other != role])
        if duty is None:
            return ()
        choices.append(DecidingAnswer(duty, (role_named(catalog, role),)))
    return (DecidingQuestion("work", "the work itself", WORK_QUESTION, 1.0, tuple(choices)),)


def _own_duty(catalog: Catalog, role: str, others: list[str]) -> str | None:
    """The duty of *role* that is least similar to the work of the *others*; None if they use all its skills.

    It is the duty with the largest mean weight of skills, by importance and rarity; a skill that one of
    the others uses, or of which one uses a narrower or broader one, has the weight 0.
    """
    record = catalog.roles[role]
    theirs = {skill for other in others for skill in skills_of(catalog, other)}

    def weight(skill: str) -> float:
        if not theirs.isdisjoint(kin(catalog, skill)):
            return 0.0
        return (ESSENTIAL if skill in record.skills.essential else USEFUL) * rarity(catalog, skill)

    weighed = [sum(map(weight, duty.skills)) / len(duty.skills) for duty in record.duties]
    best = max(range(len(weighed)), key=weighed.__getitem__)
    return record.duties[best].does if weighed[best] else None
