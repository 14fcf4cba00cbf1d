"""Practical limits: plain questions whose answers never change a score, only set aside what they rule out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Prefer
from libcareer.engines.paths.graph import Graph
from libcareer.engines.pay import pay
from libcareer.knowledge.enums import Often

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import RoleBrief

CURRENCY = "USD"
"""The currency in which money for study and pay are asked; costs in another one are not compared."""


class Choice(Struct, frozen=True):
    """One answer to a practical question."""

    id: str
    text: str


class Limit(Struct, frozen=True):
    """A practical question."""

    id: str
    question: str
    choices: tuple[Choice, ...]


LIMITS = (
    Limit(
        "study",
        "How far would you go with study before the job? (What you already have counts.)",
        (
            Choice("secondary", "No further than secondary school"),
            Choice("certificate", "A certificate of a few months to a year"),
            Choice("associate", "A two-year diploma or associate degree"),
            Choice("bachelor", "A bachelor's degree"),
            Choice("any", "A master's degree, if it is worth it"),
        ),
    ),
    Limit(
        "have",
        "What have you finished already?",
        (
            Choice("secondary", "Secondary school, or less"),
            Choice("certificate", "A certificate in library work"),
            Choice("associate", "A two-year diploma or associate degree in library work"),
            Choice("bachelor", "A bachelor's degree"),
            Choice("master", "A master's degree in another subject"),
            Choice("mlis", "A master's degree in library or information science"),
        ),
    ),
    Limit(
        "money",
        "How much could you pay for study in all? (US dollars; loans and grants count.)",
        (
            Choice("none", "Nothing"),
            Choice("2000", "Up to $2,000"),
            Choice("10000", "Up to $10,000"),
            Choice("30000", "Up to $30,000"),
            Choice("any", "More, if it is worth it"),
        ),
    ),
    Limit(
        "hours",
        "Which hours do you need?",
        (Choice("part", "Part time"), Choice("full", "Full time"), Choice("any", "Either")),
    ),
    Limit(
        "evenings",
        "Could you work some evenings or weekends?",
        (Choice("yes", "Yes"), Choice("no", "No, weekdays in the daytime only")),
    ),
    Limit(
        "public",
        "How much of the public could you do with, face to face?",
        (
            Choice("any", "Any amount, upset people included"),
            Choice("calm", "Any amount, if few are upset or hostile"),
            Choice("little", "Little"),
        ),
    ),
    Limit(
        "move",
        "Would you move to another town for a post?",
        (Choice("yes", "Yes"), Choice("no", "No, it has to be near home or done from home")),
    ),
    Limit(
        "remote",
        "Do you need to work from home?",
        (Choice("any", "No"), Choice("some", "Some days, at least"), Choice("mostly", "Most of the time")),
    ),
    Limit(
        "pay",
        "What would a year of full-time work have to pay at least? (US dollars, before tax.)",
        (
            Choice("any", "That does not decide it"),
            Choice("30000", "$30,000"),
            Choice("40000", "$40,000"),
            Choice("50000", "$50,000"),
            Choice("60000", "$60,000"),
            Choice("80000", "$80,000"),
        ),
    ),
)
"""Asked at the end of the quiz; each may be skipped."""

WHY = (
    "These questions change no score. They only set aside roles that would not do for you, and the page "
    "names every role that it would have shown without them, with the reason. Skip what does not matter."
)
"""What is said when a person asks why they are asked this."""


class Bounds:
    """What a person's practical limits hold against roles, worked out for a role when it is asked for."""

    def __init__(self, catalog: Catalog, limits: Mapping[str, str]) -> None:
        """Judge the roles of *catalog* by *limits*, choices by question; a skipped question is empty or missing."""
        self.catalog = catalog
        self.limits = limits
        self.graph = Graph(catalog)
        self._found: dict[str, tuple[str, ...]] = {}

    def against(self, role: str) -> tuple[str, ...]:
        """What is held against *role*, in words that go on from "it"; nothing if it is within the limits."""
        if role not in self._found:
            self._found[role] = tuple(reason for rule in _RULES for reason in rule(self, role))
        return self._found[role]

    def within(self, roles: Iterable[str]) -> Iterator[str]:
        """Those of *roles* that nothing is held against."""
        return (role for role in roles if not self.against(role))

    def chose(self, limit: str) -> str:
        """The choice made at the question *limit*, empty if none was."""
        return self.limits.get(limit, "")

    def amount(self, limit: str) -> float | None:
        """The sum of money chosen at the question *limit*; None if none was or it does not matter."""
        chosen = self.chose(limit)
        return 0.0 if chosen == "none" else float(chosen) if chosen.isdecimal() else None

    @property
    def holds(self) -> str | None:
        """The level of education that the person has; None if not told, or if the knowledge lacks it."""
        level = self.chose("have")
        return level if level in self.catalog.education else None


def against(catalog: Catalog, role: str, limits: Mapping[str, str]) -> tuple[str, ...]:
    """What the person's *limits* hold against the *role*, in words; nothing if it is within them."""
    return Bounds(catalog, limits).against(role)


# ---------------------------------------------------------------------------- one rule a question


def _study(bounds: Bounds, role: str) -> Iterator[str]:
    levels, level = bounds.catalog.education, bounds.chose("study")
    typical = bounds.catalog.briefs[role].education.typical
    if level not in levels or typical == bounds.holds:
        return
    rank = levels[typical].rank
    had = levels[bounds.holds].rank if bounds.holds else -1
    # A degree of the same rank as one's own is another degree all the same.
    if rank > levels[level].rank and rank >= had:
        yield f"usually asks for more study: {levels[typical].title}"


def _money(bounds: Bounds, role: str) -> Iterator[str]:
    limit = bounds.amount("money")
    if limit is None:
        return
    catalog = bounds.catalog
    level = bounds.holds or next(iter(catalog.education))
    held = bounds.graph.with_implied(catalog.education[level].holds)
    edges = bounds.graph.shortest(None, role, held, Prefer.CHEAPEST, afresh=True) or ()
    costs = [cost for edge in edges for id_ in edge.study if (cost := catalog.credentials[id_].cost)]
    counted = [cost for cost in costs if cost.currency == CURRENCY]
    least = sum(cost.low for cost in counted)
    if least > limit:
        years = sorted({cost.year for cost in counted})
        of = f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}"
        yield (
            f"asks for study that costs ${least:,.0f} at the least, on the cheapest way known to somebody with "
            f"{catalog.education[level].title} (prices of {of})"
        )


def _hours(bounds: Bounds, role: str) -> Iterator[str]:
    conditions = _card(bounds, role).conditions
    if bounds.chose("hours") == "part" and not conditions.mostly_part_time:
        yield f"{conditions.part_time.value} has part-time posts"
    elif bounds.chose("hours") == "full" and conditions.mostly_part_time:
        yield "often has only part-time posts"


def _evenings(bounds: Bounds, role: str) -> Iterator[str]:
    if bounds.chose("evenings") == "no" and _card(bounds, role).conditions.evenings is Often.OFTEN:
        yield "often has evening or weekend shifts"


def _public(bounds: Bounds, role: str) -> Iterator[str]:
    conditions, wish = _card(bounds, role).conditions, bounds.chose("public")
    if wish == "little" and conditions.public is Often.OFTEN:
        yield "often means facing the public"
    if wish in ("calm", "little") and conditions.conflict is Often.OFTEN:
        yield "often meets upset or hostile people"


def _move(bounds: Bounds, role: str) -> Iterator[str]:
    if bounds.chose("move") == "no" and not _card(bounds, role).conditions.near_home:
        yield "has posts in few places, so most people move for it"


def _remote(bounds: Bounds, role: str) -> Iterator[str]:
    often, wish = _card(bounds, role).conditions.remote, bounds.chose("remote")
    if (wish == "some" and often is Often.RARELY) or (wish == "mostly" and often is not Often.OFTEN):
        yield f"is {'rarely' if often is Often.RARELY else 'only sometimes'} done from home"


def _pay(bounds: Bounds, role: str) -> Iterator[str]:
    floor, figure = bounds.amount("pay"), pay(bounds.catalog, role)
    if floor is None or figure is None:
        return
    year = figure.median if figure.if_full_time is None else figure.if_full_time
    if year < floor:
        hourly = "" if figure.if_full_time is None else " if full time"
        yield (
            f"pays less in half of its posts: ${year:,.0f} a year{hourly} is the middle "
            f"({figure.source.publisher}, {figure.year}; counted with {figure.covers})"
        )


def _card(bounds: Bounds, role: str) -> RoleBrief:
    return bounds.catalog.briefs[role]


_RULES: tuple[Callable[[Bounds, str], Iterator[str]], ...] = (
    _study,
    _money,
    _hours,
    _evenings,
    _public,
    _move,
    _remote,
    _pay,
)
"""What can be held against a role: one rule for each question that is a limit."""
