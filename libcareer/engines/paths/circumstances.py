"""What somebody told about themselves: where they stand and what limits them, in the form in which it is kept.

Where they stand becomes `Stated` on the day of the question, because the end of a study comes nearer and the
years in a post grow. What limits them are answers to the practical questions of the quiz.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.paths.limits import ANY, LimitKind
from libcareer.engines.paths.situation import Stated
from libcareer.engines.paths.study import Studies, months_left

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from libcareer.catalog import Catalog

DAYS_A_MONTH, DAYS_A_YEAR = 30.44, 365.25
"""Days of a month and of a year, on average."""

LONGEST_STUDY = 240
"""The most months until a study ends."""

MOST_YEARS = 60.0
"""The most years in a post."""


class UnderWay(Struct, frozen=True):
    """A study under way for a *credential*, and the day on which it *ends*, None if that is not known."""

    credential: str
    ends: date | None = None


class Circumstances(Struct, frozen=True, omit_defaults=True):
    """What a person told about themselves, in ids of the catalog; everything may be left out.

    *posts* are the present one, then earlier ones; *since* is the day on which the present one began. *education* is a
    level, *held* are credentials besides, *lacking* those usual in the post that they do not hold; with *presume* off
    nothing usual is presumed. *studying* is None if nothing was said about it. *skills* are used elsewhere. *place* is
    where they live in the United States; *country* is another one, *region* a part of it. *jobs* are O*NET codes of
    jobs of other fields. *limits* are answers to the practical questions, with whole amounts of a *currency*.
    """

    posts: tuple[str, ...] = ()
    since: date | None = None
    education: str | None = None
    held: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    presume: bool = True
    studying: tuple[UnderWay, ...] | None = None
    skills: tuple[str, ...] = ()
    place: str | None = None
    country: str | None = None
    region: str | None = None
    limits: dict[str, str] = {}
    jobs: tuple[str, ...] = ()
    currency: str = "USD"  # what every amount was in before this field was kept


NOTHING_TOLD = Circumstances()


def known_to(catalog: Catalog, told: Circumstances) -> Circumstances:
    """*told* without what another knowledge lacks: ids that are not in *catalog*, and amounts in another currency."""
    roles, papers = catalog.briefs, catalog.credentials
    home = home_in(catalog, told)
    posts = tuple(id_ for id_ in told.posts if id_ in roles)
    return replace(
        told,
        posts=posts,
        since=told.since if posts and posts[0] == told.posts[0] else None,
        education=told.education if told.education in catalog.education else None,
        held=tuple(id_ for id_ in told.held if id_ in papers),
        lacking=tuple(id_ for id_ in told.lacking if id_ in papers),
        studying=told.studying and tuple(one for one in told.studying if one.credential in papers),
        skills=tuple(id_ for id_ in told.skills if id_ in catalog.skills),
        jobs=_known_jobs(catalog, told.jobs),
        place=home.place,
        country=home.country,
        region=home.region,
        limits={kind: answer for kind, answer in told.limits.items() if kind not in unjudged(catalog, told)},
    )


def _known_jobs(catalog: Catalog, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of *codes* that are of a job; the tables of jobs are read only if there are any."""
    tables = catalog.jobs if codes else None
    return tuple(code for code in codes if code in tables) if tables is not None else ()


AMOUNTS = (LimitKind.MONEY, LimitKind.PAY)
"""The limits that are amounts, and that judge nothing where people pay and are paid in another currency."""


IN_ANY_CURRENCY = (ANY, "none", "0")
"""Answers about money that mean the same in every currency."""


def unjudged(catalog: Catalog, told: Circumstances) -> tuple[LimitKind, ...]:
    """The kinds of the limits that somebody *told* as amounts in another currency than that of *catalog*."""
    if told.currency == catalog.pack.currency:
        return ()
    return tuple(kind for kind in AMOUNTS if told.limits.get(kind, ANY) not in IN_ANY_CURRENCY)


def with_limits(catalog: Catalog, told: Circumstances, answers: Mapping[str, str]) -> Circumstances:
    """*told* with these *answers* to practical questions; amounts are in the currency of *catalog*.

    Amounts in another currency that were told before give way to the first new one.
    """
    new = any(kind in answers for kind in AMOUNTS)
    foreign = unjudged(catalog, told) if new else ()
    old = {kind: answer for kind, answer in told.limits.items() if kind not in foreign}
    currency = catalog.pack.currency if new else told.currency
    return replace(told, limits={**old, **answers}, currency=currency)


def unknown_to(catalog: Catalog, told: Circumstances) -> tuple[str, ...]:
    """The ids in what somebody *told* that *catalog* lacks, sorted."""
    return tuple(sorted({id_ for _, id_ in set(_ids(told)).difference(_ids(known_to(catalog, told)))}))


def home_in(catalog: Catalog, told: Circumstances) -> Circumstances:
    """Of *told* only where somebody lives, and of that only what *catalog* knows."""
    country = catalog.countries.get(told.country) if told.country else None
    return Circumstances(
        place=told.place if told.place and _has_place(catalog, told.place) else None,
        country=told.country if country else None,
        region=told.region if country and told.region in country.regions else None,
    )


def _has_place(catalog: Catalog, id_: str) -> bool:
    from libcareer.engines.pay.places import place

    return place(catalog, id_) is not None


def _ids(told: Circumstances) -> Iterator[tuple[str, str]]:
    """Every id of the catalog in what somebody *told*, each with its kind."""
    yield from (("role", id_) for id_ in told.posts)
    if told.education:
        yield "education", told.education
    yield from (("credential", id_) for id_ in (*told.held, *told.lacking))
    yield from (("credential", one.credential) for one in told.studying or ())
    yield from (("skill", id_) for id_ in told.skills)
    yield from (("job", code) for code in told.jobs)
    if told.place:
        yield "place", told.place
    if told.country:
        yield "country", told.country


def stated_on(catalog: Catalog, told: Circumstances, today: date) -> Stated:
    """Where somebody stands *today* who *told* this; ids that *catalog* lacks are left out."""
    told = known_to(catalog, told)
    level = catalog.education[told.education] if told.education else None
    studies = Studies(catalog)
    return Stated(
        posts=told.posts,
        years=_years(told.since, today) if told.since else 0.0,
        held=tuple(dict.fromkeys((*(level.holds if level else ()), *told.held))),
        lacking=told.lacking,
        rank=level.rank if level else None,
        studying=tuple((one.credential, _left(studies, one, today)) for one in told.studying or ()),
        skills=told.skills,
        presume=told.presume,
        place=told.place,
        jobs=told.jobs,
    )


def _years(since: date, today: date) -> float:
    """The years from *since* until *today*, in hundredths."""
    return min(max(0.0, round((today - since).days / DAYS_A_YEAR, 2)), MOST_YEARS)


def _left(studies: Studies, one: UnderWay, today: date) -> tuple[float, float]:
    """The months until a study under way ends, as a range."""
    if one.ends is None:
        return months_left(studies, one.credential)
    left = float(min(max(0, months_between(today, one.ends)), LONGEST_STUDY))
    return left, left


def months_between(today: date, then: date) -> int:
    """The whole months from *today* to *then*, rounded; negative for a day that is past."""
    return round((then - today).days / DAYS_A_MONTH)
