"""Pay in a place and by setting as lines of a page: the figures, how sure they are, and where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.pay.figures import CURRENCY
from libcareer.engines.references import Named
from libcareer.knowledge.money import amount
from libcareer.reports.words import NO_FIGURE_OF_ITS_OWN, counted, least, located, short_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.engines.pay.local import LocalPay
    from libcareer.engines.pay.places import Place
    from libcareer.engines.pay.released import Released, Spread
    from libcareer.engines.pay.settings import IndustryPay, SettingPay

FIRST_SETTINGS = 3
"""How many industries the summary of a role names."""

UNIT = {"hour": "an hour", "year": "a year"}

LEVEL = 0.05
"""How far a location quotient may be from 1 for the share of posts to count as the nation's."""


def place_in_words(place: Place) -> str:
    """A place in a sentence: in Ohio, around Columbus, OH."""
    return located(Named(place.id, place.name))


def local_in_short(local: LocalPay) -> str:
    """Local pay in a line: the median, where it is from, the survey, and four jobs in five."""
    if local.proxy:
        return f"{NO_FIGURE_OF_ITS_OWN}; {_orientation(local)}."
    words = f"{_median(local.shown, local.unit)} {_where(local)}"
    if local.shown.low is not None and local.shown.high is not None:
        words += f", four in five {_four_in_five(local.shown)}"
    return f"{words} ({local.period}){_rough(local.figure)}."


def local_words(local: LocalPay) -> Iterator[tuple[str, str]]:
    """Local pay in full, as labels and texts: the pay, the posts, and how sure the figure is."""
    shown, year = local.shown, local.figure.year
    if local.proxy:
        yield "local pay", f"{NO_FIGURE_OF_ITS_OWN}. For orientation: {_orientation(local)}{_rough(local.figure)}."
        yield from _posts(local)
        return
    words = f"{_median(shown, local.unit)} (median {_where(local)}, {local.period})"
    if shown.low is not None and shown.high is not None:
        words += f"; four jobs in five pay {_four_in_five(shown)}"
    if local.unit == "hour" and year.median is not None:
        words += f"; about {least('median', year.at_least)}{amount(year.median, CURRENCY)} a year if full time"
    yield "local pay", f"{words}{_rough(local.figure)}."
    yield from _posts(local)


def _orientation(local: LocalPay) -> str:
    """The range of the occupation in the place, for a role that is not counted in it."""
    if local.shown.low is None or local.shown.high is None:
        return f"the range of {local.covers} was not released {_where(local)} ({local.period})"
    ends = f"{_four_in_five(local.shown)} {UNIT[local.unit]}"
    return f"four jobs in five of {local.covers} pay {ends} {_where(local)} ({local.period})"


def _posts(local: LocalPay) -> Iterator[tuple[str, str]]:
    """How many posts there are in the place asked for, and how sure the figure is."""
    posts = local.asked if local.fell_back else local.figure
    yield "local jobs", f"{place_in_words(local.place)}, {posts_words(posts)}."
    if local.figure.error is not None:
        yield "how sure", f"relative standard error of local pay: {local.figure.error:g} percent."


def posts_words(figure: Released | None) -> str:
    """How many posts there are in a place, and how many that is beside the nation."""
    if figure is None or figure.posts is None:
        return "the number of jobs was not released"
    words = f"about {figure.posts:,} jobs"
    if figure.per_thousand is not None:
        words += f", {figure.per_thousand:g} of 1,000 jobs"
    if figure.quotient is not None:
        words += f"; {_share(figure.quotient)}"
    return words


def _share(quotient: float) -> str:
    if round(abs(quotient - 1), 2) <= LEVEL:
        return "as many for its size as in the nation"
    return f"for its size {quotient:g} times as many as in the nation"


def settings_in_short(found: SettingPay) -> str:
    """The medians of the first industries in which a role has its posts, in a line; of its only one, that it is so."""
    if found.own:
        amount = _median(found.own.shown, found.own.unit)
        return f"{amount} in {found.own.called}, where its jobs typically all are{short_home()} ({found.period})."
    shown = [one for one in found.industries if one.unit == found.industries[0].unit][:FIRST_SETTINGS]
    told = ", ".join(f"{one.called} {_amount(one.shown)}" for one in shown)
    rest = len(found.industries) - len(shown)
    more = f"; {counted(rest, 'other')} under pay" if rest else ""
    return f"{told} {UNIT[shown[0].unit]}{short_home()} ({found.period}){more}."


def settings_words(found: SettingPay) -> Iterator[tuple[str, str]]:
    """The pay in each industry in which a role has its posts: what it is called, and the figures."""
    for one in found.industries:
        words = _median(one.shown, one.unit)
        if one.shown.low is not None and one.shown.high is not None:
            words += f", four jobs in five {_four_in_five(one.shown)}"
        posts = "" if one.figure.posts is None else f"; about {one.figure.posts:,} jobs"
        yield one.called, f"{words}{posts}{_rough(one.figure)}."


def own_setting_words(own: IndustryPay, found: SettingPay) -> str:
    """That the posts of a role are in one industry, whose figure is nearer to it than that of the occupation."""
    median = _median(own.shown, own.unit)
    return (
        f"The jobs of this role are typically all in one industry, {own.called}, so its median of {median} "
        f"is nearer to the role than that of {found.occupation.covers} in all industries."
    )


def _median(shown: Spread, unit: str) -> str:
    assert shown.median is not None  # only figures with a median are told
    return f"{least('median', shown.at_least)}{amount(shown.median, CURRENCY)} {UNIT[unit]}"


def _amount(shown: Spread) -> str:
    assert shown.median is not None  # only figures with a median are told
    return f"{least('median', shown.at_least)}{amount(shown.median, CURRENCY)}"


def _four_in_five(shown: Spread) -> str:
    assert shown.low is not None  # asked only where both were released
    assert shown.high is not None
    low, high = (least(part, shown.at_least) for part in ("low", "high"))
    return f"{low}{amount(shown.low, CURRENCY)} to {high}{amount(shown.high, CURRENCY)}"


def _where(local: LocalPay) -> str:
    """Where the figure is from, and that it is from a wider place than the one asked for."""
    if not local.fell_back:
        return place_in_words(local.of)
    return f"{place_in_words(local.of)}, as none was released {place_in_words(local.place)}"


def _rough(figure: Released) -> str:
    return "; a rough estimate" if figure.rough else ""
