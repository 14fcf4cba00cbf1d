"""Practical limits: questions whose answers rule roles out, but never change a score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.choice import offers
from libcareer.engines.paths.situation import Stated, situation
from libcareer.engines.paths.study import Studies
from libcareer.engines.paths.ways import Ways
from libcareer.engines.pay import pay
from libcareer.knowledge.enums import Often

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import RoleBrief

CURRENCY = "USD"
"""The currency of the questions about money and pay; costs in another currency are not compared."""


class LimitChoice(Struct, frozen=True):
    """One answer to a practical question."""

    id: str
    text: str


class Limit(Struct, frozen=True):
    """A practical question."""

    id: str
    question: str
    choices: tuple[LimitChoice, ...]


LIMITS = (
    Limit(
        "study",
        "How far would you go with study before the job? (What you already have counts.)",
        (
            LimitChoice("secondary", "No further than secondary school"),
            LimitChoice("certificate", "A certificate of a few months to a year"),
            LimitChoice("associate", "A two-year diploma or associate degree"),
            LimitChoice("bachelor", "A bachelor's degree"),
            LimitChoice("any", "A master's degree, if it is worth it"),
        ),
    ),
    Limit(
        "have",
        "What have you finished already?",
        (
            LimitChoice("secondary", "Secondary school, or less"),
            LimitChoice("certificate", "A certificate in library work"),
            LimitChoice("associate", "A two-year diploma or associate degree in library work"),
            LimitChoice("bachelor", "A bachelor's degree"),
            LimitChoice("master", "A master's degree in another subject"),
            LimitChoice("mlis", "A master's degree in library or information science"),
        ),
    ),
    Limit(
        "money",
        "How much could you pay for study in all? (US dollars; loans and grants count.)",
        (
            LimitChoice("none", "Nothing"),
            LimitChoice("2000", "Up to $2,000"),
            LimitChoice("10000", "Up to $10,000"),
            LimitChoice("30000", "Up to $30,000"),
            LimitChoice("any", "More, if it is worth it"),
        ),
    ),
    Limit(
        "hours",
        "Which hours do you need?",
        (LimitChoice("part", "Part time"), LimitChoice("full", "Full time"), LimitChoice("any", "Either")),
    ),
    Limit(
        "evenings",
        "Could you work some evenings or weekends?",
        (LimitChoice("yes", "Yes"), LimitChoice("no", "No, weekdays in the daytime only")),
    ),
    Limit(
        "public",
        "How much face-to-face contact with the public could you accept?",
        (
            LimitChoice("any", "Any amount, upset people included"),
            LimitChoice("calm", "Any amount, if few are upset or hostile"),
            LimitChoice("little", "Little"),
        ),
    ),
    Limit(
        "move",
        "Would you move to another town for a post?",
        (LimitChoice("yes", "Yes"), LimitChoice("no", "No, it has to be near home or done from home")),
    ),
    Limit(
        "remote",
        "Do you need to work from home?",
        (
            LimitChoice("any", "No"),
            LimitChoice("some", "Some days, at least"),
            LimitChoice("mostly", "Most of the time"),
        ),
    ),
    Limit(
        "pay",
        "What would a year of full-time work have to pay at least? (US dollars, before tax.)",
        (
            LimitChoice("any", "That does not decide it"),
            LimitChoice("30000", "$30,000"),
            LimitChoice("40000", "$40,000"),
            LimitChoice("50000", "$50,000"),
            LimitChoice("60000", "$60,000"),
            LimitChoice("80000", "$80,000"),
        ),
    ),
)
"""Asked at the end of the quiz; each may be skipped."""

WHY_LIMITS = (
    "These questions change no score. They only set aside roles that would not do for you, and the page "
    "names every role that it would have shown without them, with the reason. Skip what does not matter."
)
"""The answer to the question why a practical question is asked."""


class Exclusions:
    """Which practical limits rule a role out, and why; computed per role, cached."""

    def __init__(self, catalog: Catalog, limits: Mapping[str, str]) -> None:
        """Judge the roles of *catalog* by *limits*, choices by question; a skipped question is empty or missing."""
        self.catalog = catalog
        self.limits = limits
        self.studies = Studies(catalog)
        self._found: dict[str, tuple[str, ...]] = {}

    def reasons(self, role: str) -> tuple[str, ...]:
        """The reasons that rule *role* out, each the rest of a sentence that begins with "it"; empty if none does."""
        if role not in self._found:
            self._found[role] = tuple(reason for rule in _RULES for reason in rule(self, role))
        return self._found[role]

    def chosen(self, limit: str) -> str:
        """The id of the choice at the question *limit*, empty if it was skipped."""
        return self.limits.get(limit, "")

    def amount(self, limit: str) -> float | None:
        """The US dollars chosen at the question *limit*; None if it was skipped or the amount does not matter."""
        chosen = self.chosen(limit)
        return 0.0 if chosen == "none" else float(chosen) if chosen.isdecimal() else None

    @property
    def holds(self) -> str | None:
        """The person's level of education; None if it is not given, or if the knowledge lacks it."""
        level = self.chosen("have")
        return level if level in self.catalog.education else None


# ---------------------------------------------------------------------------- one rule a question


def _study(exclusions: Exclusions, role: str) -> Iterator[str]:
    levels, level = exclusions.catalog.education, exclusions.chosen("study")
    typical = exclusions.catalog.briefs[role].education.typical
    if level not in levels or typical == exclusions.holds:
        return
    rank = levels[typical].rank
    had = levels[exclusions.holds].rank if exclusions.holds else -1
    # A second degree of the same rank still has to be studied for.
    if rank > levels[level].rank and rank >= had:
        yield f"usually asks for more study: {levels[typical].title}"


def _money(exclusions: Exclusions, role: str) -> Iterator[str]:
    most = exclusions.amount("money")
    if most is None:
        return
    catalog = exclusions.catalog
    level = exclusions.holds or next(iter(catalog.education))
    person = situation(catalog, Stated(held=catalog.education[level].holds), exclusions.studies)
    offered = offers(Ways(catalog, person, exclusions.studies).to(role), Prefer.CHEAPEST)
    study = offered.ways[0].way.study if offered.ways else ()
    costs = [cost for id_ in study if (cost := catalog.credentials[id_].cost)]
    counted = [cost for cost in costs if cost.currency == CURRENCY]
    least = sum(cost.low for cost in counted)
    if least > most:
        years = sorted({cost.year for cost in counted})
        of = f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}"
        yield (
            f"asks for study that costs at least ${least:,.0f} on the cheapest route known for somebody with "
            f"{catalog.education[level].title} (prices of {of})"
        )


def _hours(exclusions: Exclusions, role: str) -> Iterator[str]:
    conditions = _card(exclusions, role).conditions
    if exclusions.chosen("hours") == "part" and not conditions.mostly_part_time:
        yield f"{conditions.part_time.value} has part-time posts"
    elif exclusions.chosen("hours") == "full" and conditions.mostly_part_time:
        yield "often has only part-time posts"


def _evenings(exclusions: Exclusions, role: str) -> Iterator[str]:
    if exclusions.chosen("evenings") == "no" and _card(exclusions, role).conditions.evenings is Often.OFTEN:
        yield "often has evening or weekend shifts"


def _public(exclusions: Exclusions, role: str) -> Iterator[str]:
    conditions, wish = _card(exclusions, role).conditions, exclusions.chosen("public")
    if wish == "little" and conditions.public is Often.OFTEN:
        yield "often means facing the public"
    if wish in ("calm", "little") and conditions.conflict is Often.OFTEN:
        yield "often meets upset or hostile people"


def _move(exclusions: Exclusions, role: str) -> Iterator[str]:
    if exclusions.chosen("move") == "no" and not _card(exclusions, role).conditions.near_home:
        yield "has posts in few places, so most people move for it"


def _remote(exclusions: Exclusions, role: str) -> Iterator[str]:
    often, wish = _card(exclusions, role).conditions.remote, exclusions.chosen("remote")
    if (wish == "some" and often is Often.RARELY) or (wish == "mostly" and often is not Often.OFTEN):
        yield f"is {'rarely' if often is Often.RARELY else 'only sometimes'} done from home"


def _pay(exclusions: Exclusions, role: str) -> Iterator[str]:
    floor, figure = exclusions.amount("pay"), pay(exclusions.catalog, role)
    if floor is None or figure is None:
        return
    year = figure.median if figure.if_full_time is None else figure.if_full_time
    if year < floor:
        hourly = "" if figure.if_full_time is None else " if full time"
        yield (
            f"pays less in half of its posts: the median is ${year:,.0f} a year{hourly} "
            f"({figure.source.publisher}, {figure.year}; counted with {figure.covers})"
        )


def _card(exclusions: Exclusions, role: str) -> RoleBrief:
    return exclusions.catalog.briefs[role]


_RULES: tuple[Callable[[Exclusions, str], Iterator[str]], ...] = (
    _study,
    _money,
    _hours,
    _evenings,
    _public,
    _move,
    _remote,
    _pay,
)
"""The rules that can rule a role out: one for each question that is a limit."""
