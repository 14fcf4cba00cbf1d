"""What the Bureau of Labor Statistics released for one occupation in one place or industry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.catalog.pay_tables import TOP_HOUR, TOP_YEAR

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.catalog.pay_tables import Row

ROUGH = 20.0
"""A relative standard error in percent above which a figure is called a rough estimate."""

OWN_CODE = 7
"""Characters of an O*NET code that are the code of the occupation in the Bureau's statistics."""

PERCENTILES = ("low", "median", "high")


class Spread(Struct, frozen=True):
    """The 10th percentile, median and 90th percentile of pay in US dollars; None where it was not released.

    *at_least* names those of the three that are the highest amount the Bureau gives: the true one is that or more.
    """

    low: float | None
    median: float | None
    high: float | None
    at_least: tuple[str, ...] = ()


class Released(Struct, frozen=True):
    """Pay by the *hour* and by the *year*, which is for full-time work.

    *posts* is how many there are, *per_thousand* how many among 1,000 jobs of the place, and *quotient* that share
    divided by the nation's. *error* is the relative standard error of mean pay in percent; above 20 it is *rough*.
    What was not released is None.
    """

    hour: Spread
    year: Spread
    posts: int | None
    per_thousand: float | None
    quotient: float | None
    error: float | None
    rough: bool

    def unit(self, best: str) -> str:
        """The unit in which a median was released, hour or year; *best* if it was in both."""
        other = "year" if best == "hour" else "hour"
        return best if self.spread(best).median is not None else other

    def spread(self, unit: str) -> Spread:
        """The pay by this *unit*, hour or year."""
        return self.hour if unit == "hour" else self.year

    @property
    def has_median(self) -> bool:
        """Whether a median was released, by the hour or by the year."""
        return self.hour.median is not None or self.year.median is not None


def released(row: Row) -> Released:
    """What a *row* of the tables says."""
    return Released(
        hour=_spread(row.low.hour, row.median.hour, row.high.hour, TOP_HOUR),
        year=_spread(row.low.year, row.median.year, row.high.year, TOP_YEAR),
        posts=row.posts,
        per_thousand=row.per_thousand,
        quotient=row.quotient,
        error=row.pay_error,
        rough=row.pay_error is not None and row.pay_error > ROUGH,
    )


def _spread(low: float | None, median: float | None, high: float | None, top: float) -> Spread:
    """The three percentiles, of which those equal to *top* are "at least"."""
    amounts = zip(PERCENTILES, (low, median, high), strict=True)
    return Spread(low, median, high, tuple(name for name, amount in amounts if amount == top))


def statistics_code(catalog: Catalog, code: str) -> str:
    """The code by which pay by place and industry is published for the occupation with an O*NET *code*."""
    return catalog.surveyed[code].pay_code or code[:OWN_CODE]
