"""The study and the posts on a way as stages in time, and one case of them as a course with its money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.choosing.worth_inputs import MIDDLE, Input, InputName, Own, a_year, told_input
from libcareer.engines.choosing.worth_pay import Basis, ReckonedPay
from libcareer.engines.pay.payback import Course, Stretch
from libcareer.engines.references import Cite, Named, cite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.study import Load
    from libcareer.knowledge.model.credentials import Shortcut


class StudyPart(Struct, frozen=True):
    """A credential to study for: months and money at the least and most, and whether it goes on *beside* a job.

    *price* is None if no price in the currency of the pack is known; *currency* is then that of the published one.
    *timed* and *priced* say whether a source publishes the months and the whole price; otherwise the most is our
    estimate.
    """

    credential: Named
    short: str
    months: tuple[float, float]
    beside: bool
    price: tuple[float, float] | None
    currency: str
    timed: bool
    priced: bool
    cost_year: str = ""
    cost_source: Cite | None = None
    time_year: str = ""
    time_source: Cite | None = None


class Stage(Struct, frozen=True):
    """The time in one post on the way: None is the present one. *wait* are months that the next post asks there."""

    post: str | None
    pay: ReckonedPay | None
    wait: tuple[float, float]
    studies: tuple[StudyPart, ...]


class Plan(Struct, frozen=True):
    """All that is known of a way, in stages, with pay *before* and *after*, None if unknown; `course` is one case.

    All money is in *currency*.
    """

    stages: tuple[Stage, ...]
    before: Input
    after: Input | None
    stay: Input
    meanwhile: float | None
    currency: str

    def course(self, at: Mapping[InputName, int] | None = None, otherwise: int = MIDDLE) -> Course:
        """The way with the inputs *at* the cases named, and the *others* at one case."""
        chosen = at or {}
        case = {name: chosen.get(name, otherwise) for name in InputName}
        return Course(
            stretches=tuple(self._stretches(case)),
            before=self.before.middle,
            after=_at(self.after or self.before, case[InputName.AFTER]),
            stay=_at(self.stay, case[InputName.STAY]) / 100,
        )

    def _stretches(self, case: Mapping[InputName, int]) -> Iterator[Stretch]:
        """Study beside the job first, then what is left of the time that the post asks, then study full time."""
        for stage in self.stages:
            earned = stage.pay.middle if stage.pay else self.before.middle
            beside = [part for part in stage.studies if part.beside]
            months = sum(_of(part.months, case[InputName.STUDY]) for part in beside)
            price = sum(_of(part.price or (0.0, 0.0), case[InputName.PRICE]) for part in beside)
            if beside:
                yield Stretch(months, earned if self.meanwhile is None else self.meanwhile, price)
            wait = _of(stage.wait, case[InputName.WAIT])
            if wait > months:
                yield Stretch(wait - months, earned)
            for part in stage.studies:
                if not part.beside:
                    months = _of(part.months, case[InputName.STUDY])
                    yield Stretch(months, self.meanwhile or 0.0, _of(part.price or (0.0, 0.0), case[InputName.PRICE]))


def _at(one: Input, case: int) -> float:
    return (one.best, one.middle, one.worst)[case]


def _of(span: tuple[float, float], case: int) -> float:
    """The value of *span* in a case: its lower end, its middle or its upper end."""
    return (span[0], sum(span) / 2, span[1])[case]


def study_part(
    catalog: Catalog, credential: str, load: Load, shortcut: Shortcut | None = None, *, full_time: bool
) -> StudyPart:
    """What studying for *credential* takes by its *load*, beside a job where that is offered and not *full_time*.

    The load is that of the *shortcut*, if one is open.
    """
    record = catalog.credentials[credential]
    beside = load.beside is not None and not full_time
    price = load.price if load.currency == catalog.pack.currency else None
    cheaper = shortcut if shortcut and shortcut.high is not None else None
    shorter = shortcut if shortcut and (shortcut.full_time or shortcut.part_time) else None
    cost, time = cheaper or record.cost, (shorter or record.time) if load.timed else None
    priced = price is not None
    if record.dearest and not cheaper and (price is None or load.dearest > price[1]):
        price, priced = (price[0] if price else 0.0, load.dearest), False
    return StudyPart(
        credential=Named(credential, record.title),
        short=record.short or record.title,
        months=load.beside if beside and load.beside else load.full,
        beside=beside,
        price=price,
        currency=load.currency,
        timed=load.timed,
        priced=priced,
        cost_year=str(cost.year) if cost else "",
        cost_source=cite(catalog, cost.source) if cost else None,
        time_year=str(time.year) if time else "",
        time_source=cite(catalog, time.source) if time else None,
    )


def with_own(parts: Sequence[StudyPart], own: Own, currency: str) -> tuple[StudyPart, ...]:
    """*parts* with the whole length and price, in *currency*, that a person set, shared out as in the records."""
    spans, prices = [sum(part.months) for part in parts], [sum(part.price or (0.0, 0.0)) for part in parts]
    told = list(parts)
    for number, part in enumerate(told):
        if own.months is not None:
            share = _share(spans, number) * own.months
            told[number] = part = replace(part, months=(share, share))
        if own.cost is not None:
            share = _share(prices, number) * own.cost
            told[number] = replace(part, price=(share, share), currency=currency)
    return tuple(told)


def _share(amounts: Sequence[float], number: int) -> float:
    """The share of one of *amounts* in their sum; equal shares if they are all 0."""
    return amounts[number] / sum(amounts) if sum(amounts) else 1 / len(amounts)


def study_inputs(plan: Plan, own: Own) -> Iterator[Input]:
    """The inputs about study, over all stages of *plan*: price, months of study, and months that posts ask besides."""
    parts = [part for stage in plan.stages for part in stage.studies]
    names = ", then ".join(part.short for part in parts)
    prices = [part.price for part in parts if part.price is not None]
    if parts and len(prices) == len(parts):
        low, high = sum(low for low, _ in prices), sum(high for _, high in prices)
        basis = _basis(told=own.cost is not None, published=all(part.priced for part in parts))
        figures = [(part.cost_year, part.cost_source) for part in parts]
        yield Input(InputName.PRICE, low, (low + high) / 2, high, plan.currency, basis, names, *_cited(figures))
    if parts:
        low, high = (sum(part.months[end] for part in parts) for end in (0, 1))
        basis = _basis(told=own.months is not None, published=all(part.timed for part in parts))
        figures = [(part.time_year, part.time_source) for part in parts]
        yield Input(InputName.STUDY, low, (low + high) / 2, high, "months", basis, names, *_cited(figures))
    low, high = (sum(stage.wait[end] for stage in plan.stages) for end in (0, 1))
    if high:
        yield Input(
            InputName.WAIT, low, (low + high) / 2, high, "months", Basis.EDITORIAL, "in jobs and practice before it"
        )
    if own.meanwhile is not None and parts:
        yield told_input(InputName.MEANWHILE, own.meanwhile, a_year(plan.currency))


def _cited(figures: Iterable[tuple[str, Cite | None]]) -> tuple[str, tuple[Cite, ...]]:
    """The years and the sources of *figures*, each once."""
    known = [(year, source) for year, source in figures if source]
    years = ", ".join(dict.fromkeys(year for year, _ in known))
    return years, tuple({source.id: source for _, source in known}.values())


def _basis(*, told: bool, published: bool) -> Basis:
    return Basis.TOLD if told else Basis.PUBLISHED if published else Basis.ESTIMATED
