"""What decides between roles: where they differ most, put as questions a person can answer.

Every measure places each role on a scale; the wider roles lie apart on it, the more its question
decides. Nothing here knows a role by name. The first question is about the work itself: the duty of
each role whose skills the others use least.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.path import Route
from libcareer.engines.pay import PayFigure, yearly
from libcareer.engines.references import Named, role_named
from libcareer.engines.similarity import ESSENTIAL, USEFUL, kin, rarity, skills_of
from libcareer.knowledge.enums import Often, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from libcareer.catalog import Catalog


class Choice(Struct, frozen=True):
    """An answer to a question, and the roles it points to."""

    says: str
    roles: tuple[Named, ...]


class Deciding(Struct, frozen=True):
    """A question made from a difference: what it is about, and how far apart the roles lie, 0 to 1."""

    key: str
    about: str
    question: str
    apart: float
    choices: tuple[Choice, ...]


class Means(Struct, frozen=True):
    """What a role costs and gives: the way to it and its pay, None where one is not known."""

    route: Route | None
    pay: PayFigure | None


class Scale(Struct, frozen=True):
    """A measure from a file: what it is *about*, how to ask for it, what each step of it is called.

    Of the measures of one *theme* only the most telling is asked; *weight* is how much of a whole
    life the measure touches, an editorial judgement.
    """

    theme: str
    about: str
    question: str
    steps: tuple[str, ...]
    weight: float = 1.0


FACETS = {
    "people": Scale(
        "people",
        "contact with people",
        "How much of your day do you want to spend with people?",
        (
            "as little as can be",
            "colleagues, and a few from outside",
            "some hours a week",
            "half the day",
            "all day",
        ),
    ),
    "teach": Scale(
        "teach",
        "teaching",
        "How much do you want to teach or train?",
        ("not at all", "now and then", "every week", "as a main duty", "all week"),
    ),
    "tech": Scale(
        "tech",
        "technology",
        "How deep do you want to go into technology?",
        (
            "telephone and e-mail",
            "one system, well",
            "several systems, expertly",
            "configuring, scripting and querying them",
            "building or running them",
        ),
    ),
    "data": Scale(
        "tech",
        "numbers and data",
        "How much do you want to work with numbers?",
        ("not at all", "counting", "regular spreadsheets", "analysis as a main duty", "all day"),
    ),
    "lead": Scale(
        "lead",
        "being in charge",
        "How much do you want to be in charge?",
        (
            "of your own work only",
            "showing others around",
            "of a few people or projects",
            "of a unit with a budget",
            "of the whole organization",
        ),
    ),
    "heritage": Scale(
        "heritage",
        "old and rare material",
        "How much do you want to work with old or rare material?",
        ("not at all", "a little", "regularly", "mainly", "with nothing else"),
    ),
    "words": Scale(
        "words",
        "reading and writing as the work",
        "How much should your work be reading and writing?",
        ("forms and lists", "e-mails", "reports and reviews", "a main duty", "it is the job"),
    ),
    "rules": Scale(
        "rules",
        "rules and exactness",
        "How far may rules and standards govern what you do?",
        (
            "hardly at all",
            "house procedures",
            "standards, every day",
            "exact codes or the law",
            "keeping to them is the job",
        ),
    ),
    "outreach": Scale(
        "outreach",
        "promoting and persuading",
        "How much do you want to promote, persuade and ask?",
        ("not at all", "a display or a post", "regular events", "winning partners is a main duty", "all day"),
    ),
    "variety": Scale(
        "variety",
        "how much the days differ",
        "How different should your days be?",
        ("the same steps daily", "much routine", "some of both", "most days differ", "no two days alike"),
    ),
}
"""The ten facets of the quiz as scales from 0 to 4."""

CONDITIONS = {
    "part_time": Scale(
        "hours",
        "part-time posts",
        "Do you want to work part time?",
        ("no, full time", "either would do", "yes"),
        0.5,
    ),
    "evenings": Scale(
        "hours",
        "evenings and weekends",
        "Could you work evenings or weekends?",
        ("hardly", "now and then", "yes, often"),
        0.7,
    ),
    "remote": Scale(
        "town",
        "work from home",
        "Do you want to work from home?",
        ("no, going in is fine", "if the post allows it", "yes, and many posts allow it"),
        0.6,
    ),
    "conflict": Scale(
        "people",
        "upset or hostile people",
        "How well do you cope with upset or hostile people?",
        ("rather be spared", "well enough now and then", "well enough to meet them often"),
        0.7,
    ),
    "local": Scale(
        "town",
        "posts near home",
        "Would you move to another town for a post?",
        ("yes, most people do", "if it must be", "no, it has to be near home or done from home"),
        0.8,
    ),
}
"""How common each condition is, as scales: rarely, sometimes, often."""

PLACES = Scale(
    "place", "being in a library", "Does it have to be in a library?", ("no", "near one will do", "yes"), 0.7
)

OFTEN = tuple(Often)
PLACE = (Place.BEYOND, Place.CROSSOVER, Place.LIBRARY)

WORTH_ASKING = 0.25
"""How far apart roles lie on a scale before the third question is asked about it: a facet's one step of four."""

LONG_MONTHS, MUCH_MONEY = 60.0, 50_000.0
"""A difference in months or in US dollars on the way to a role than which a larger one decides no more."""

WORK = "Which of these would you rather do on an ordinary Tuesday?"

WEIGHT = 0.8
"""What time, money and pay weigh against the work; they decide whether a job is possible, not whether one likes it."""

BOTH = "How much time and money would you put into getting there?"
TIME = "How long may it take you to get there?"
PRICE = "How much would you pay for study?"
MUCH = ("the most", "something between", "the least")
"""What one may say to each of these three."""

TWICE = 2.0
"""A ratio of pay than which a larger one decides no more."""


def deciding(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> tuple[Deciding, ...]:
    """The two or three questions that decide between *roles*; fewer only if *roles* differ in nothing else.

    The first is about the work itself, the others are about what sets the roles farthest apart.
    """
    work = _work(catalog, roles)
    others = differences(catalog, roles, means)
    wanted = 2 if work else 3
    telling = [one for one in others if one.apart >= WORTH_ASKING][:wanted]
    least = 1 if work else 2
    return (*work, *(telling if len(telling) >= least else others[:least]))


def differences(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> list[Deciding]:
    """All that sets *roles* apart but the work itself, the farthest apart first, one for each theme."""
    found = [*_scaled(catalog, roles), *_entry(catalog, roles, means), *_pay(catalog, roles, means)]
    found = sorted((pair for pair in found if pair[1].apart > 0), key=lambda pair: -pair[1].apart)
    seen: set[str] = set()
    kept = []
    for theme, one in found:
        if theme not in seen:
            seen.add(theme)
            kept.append(one)
    return kept


def _scaled(catalog: Catalog, roles: tuple[str, ...]) -> list[tuple[str, Deciding]]:
    """The differences on the scales that the files hold."""
    found = []
    for key, scale in (FACETS | CONDITIONS | {"place": PLACES}).items():
        steps = {role: _step(catalog, role, key) for role in roles}
        apart = scale.weight * _spread(steps) / (len(scale.steps) - 1)
        said = {role: scale.steps[at] for role, at in steps.items()}
        order = tuple(scale.steps[at] for at in sorted(set(steps.values()), reverse=True))
        choices = _choices(catalog, said, order)
        found.append((scale.theme, Deciding(key, scale.about, scale.question, apart, choices)))
    return found


def _step(catalog: Catalog, role: str, key: str) -> int:
    """Where *role* stands on the scale *key*."""
    if key == "place":
        return PLACE.index(catalog.briefs[role].place)
    if key in CONDITIONS:
        return _often(catalog, role, key)
    rating: int = getattr(catalog.roles[role].quiz.facets, key)
    return rating


def _often(catalog: Catalog, role: str, condition: str) -> int:
    """How common a *condition* is; who works from home need not move either."""
    conditions = catalog.briefs[role].conditions
    if condition == "local" and conditions.remote is Often.OFTEN:
        return len(OFTEN) - 1
    return OFTEN.index(getattr(conditions, condition))


def _choices(catalog: Catalog, said: Mapping[str, str], order: tuple[str, ...]) -> tuple[Choice, ...]:
    """What is *said* of each role as answers in *order*, each with the roles it points to."""
    return tuple(
        Choice(says, tuple(role_named(catalog, role) for role, words in said.items() if words == says))
        for says in order
    )


def _entry(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> list[tuple[str, Deciding]]:
    """How far apart the ways to the roles are in time and money; nothing if a way is not known."""
    routes = {role: route for role in roles if (route := means[role].route)}
    if len(routes) < len(roles):
        return []
    months = {role: sum(route.total.months) / 2 for role, route in routes.items()}
    money = {
        role: sum(sum_.low + sum_.high for sum_ in route.total.cost if sum_.currency == "USD") / 2
        for role, route in routes.items()
    }
    time, price = _spread(months) / LONG_MONTHS, _spread(money) / MUCH_MONEY
    together = {role: months[role] / LONG_MONTHS + money[role] / MUCH_MONEY for role in roles}
    agree = all((months[a] - months[b]) * (money[a] - money[b]) >= 0 for a, b in combinations(roles, 2))
    measures = (
        [("entry", "time and money to get in", BOTH, max(time, price), together)]
        if agree  # else the quicker way is the dearer one, and one question cannot ask for both
        else [
            ("years", "the time to get in", TIME, time, months),
            ("price", "the price of getting in", PRICE, price, money),
        ]
    )
    return [
        ("entry", Deciding(key, about, question, WEIGHT * min(1.0, apart), _ranked(catalog, values, MUCH)))
        for key, about, question, apart, values in measures
    ]


def _pay(catalog: Catalog, roles: tuple[str, ...], means: Mapping[str, Means]) -> list[tuple[str, Deciding]]:
    """How far apart the roles are in pay by the year; nothing if a figure is not known."""
    figures = {role: figure for role in roles if (figure := means[role].pay)}
    if len(figures) < len(roles):
        return []
    pay = {role: yearly(figure) for role, figure in figures.items()}
    ratio = max(pay.values()) / min(pay.values())
    apart = WEIGHT * min(1.0, math.log(ratio) / math.log(TWICE))
    question = "How much should pay decide?"
    steps = ("a great deal", "somewhat", "less than the work does")
    return [("pay", Deciding("pay", "pay", question, apart, _ranked(catalog, pay, steps)))]


def _spread(values: Mapping[str, float]) -> float:
    return max(values.values()) - min(values.values())


def _ranked(catalog: Catalog, values: Mapping[str, float], steps: tuple[str, str, str]) -> tuple[Choice, ...]:
    """The roles with the highest value, those between, and those with the lowest, as answers *steps*."""
    top, bottom = max(values.values()), min(values.values())
    said = {
        role: steps[0] if value == top else steps[2] if value == bottom else steps[1] for role, value in values.items()
    }
    return _choices(catalog, said, tuple(step for step in steps if step in said.values()))


def _work(catalog: Catalog, roles: tuple[str, ...]) -> tuple[Deciding, ...]:
    """The question which work one would rather do; none if a role does nothing that the others do not."""
    choices = []
    for role in roles:
        duty = _own_duty(catalog, role, [other for other in roles if other != role])
        if duty is None:
            return ()
        choices.append(Choice(duty, (role_named(catalog, role),)))
    return (Deciding("work", "the work itself", WORK, 1.0, tuple(choices)),)


def _own_duty(catalog: Catalog, role: str, others: list[str]) -> str | None:
    """The duty of *role* that is least like the work of the *others*; None if all its skills are theirs too.

    It is the one whose skills weigh most on average, by importance and rarity, where a skill that
    one of the others uses, as such or as a narrower or broader one, weighs nothing.
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
