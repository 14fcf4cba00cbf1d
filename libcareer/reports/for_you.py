"""What somebody told about themselves, in words, and the line that says so on each page that uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import to_builtins
from msgspec.structs import replace

from libcareer.engines.paths.limits import LimitKind, limits_of, set_limits
from libcareer.engines.references import Named
from libcareer.reports.countries import home_only
from libcareer.reports.limits import NO_LIMIT, limit_words
from libcareer.reports.page.blocks import Next, Para, Title
from libcareer.reports.words import MONTHS, listed, located

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances, UnderWay
    from libcareer.reports.page.render import Report

FOR_YOU = "for_you"
"""The field of the JSON output that has what was used of what is kept about the person."""

ANYONE = "--anyone"
"""The option that ignores for once what is kept."""

TAKE_ANYONE = (
    "path", "planb", "plan", "compare", "tracks", "lssc", "worth", "show", "roles", "related", "map", "match",
)  # fmt: skip
"""The commands that have it."""


def for_you(report: Report, catalog: Catalog, kept: Circumstances) -> Report:
    """*report* with a line that says what it uses of what is *kept*, and how to change or ignore it."""
    said = "; ".join(told_words(catalog, kept))
    if not said:
        return report
    only = (
        f" Pay, prices and limits below are {home_only()}."
        if _is_abroad(catalog, kept) and report.command != "show"
        else ""
    )
    told = _with_line(report, f"For you: {said} (`libcareer me` changes it, {ANYONE} ignores it).{only}")
    data = {**to_builtins(report.data, str_keys=True), FOR_YOU: to_builtins(kept, str_keys=True)}
    return replace(told, data=data)


def _is_abroad(catalog: Catalog, kept: Circumstances) -> bool:
    """Whether the person lives in another country than that of the pack."""
    from libcareer.engines.pay.countries import home_id

    return bool(kept.country) and kept.country != home_id(catalog)


def for_you_since(report: Report, catalog: Catalog, kept: Circumstances) -> Report:
    """The *report* of a plan with a line that says that by what is *kept* the person stands elsewhere by now."""
    said = "; ".join(told_words(catalog, kept))
    return _with_line(
        report, f"By what you told, you stand elsewhere now: {said}. `libcareer plan --new` begins there."
    )


def _with_line(report: Report, words: str) -> Report:
    """*report* with a line after its title."""
    at = 1 if report.blocks and isinstance(report.blocks[0], Title) else 0
    return replace(report, blocks=(*report.blocks[:at], Para(words, quiet=True), *report.blocks[at:]))


def for_anyone(report: Report) -> Report:
    """*report*, whose commands to run next ignore what is kept as well."""

    def ignoring(command: str) -> str:
        name = command.split()[1]
        # A plan keeps by itself what it was made from.
        own = name == report.command == "plan"
        return f"{command} {ANYONE}" if name in TAKE_ANYONE and not own else command

    blocks = tuple(
        Next(tuple((ignoring(command), shows) for command, shows in block.commands))
        if isinstance(block, Next)
        else block
        for block in report.blocks
    )
    return replace(report, blocks=blocks)


# ---------------------------------------------------------------------------- in words


def told_words(catalog: Catalog, told: Circumstances) -> tuple[str, ...]:
    """What somebody *told* about themselves, each thing in a few words; what does not limit them is left out.

    *catalog* has every id in it, as after `known_to`; so it is for the other functions here.
    """
    return (*standing_words(catalog, told), *limits_words(catalog, told))


def standing_words(catalog: Catalog, told: Circumstances) -> Iterator[str]:
    """Where somebody stands who *told* this, each thing in a few words."""
    yield from post_words(catalog, told)
    yield from education_words(catalog, told)
    if told.studying:
        yield f"studying for {listed([study_words(catalog, one) for one in told.studying])}"
    if told.skills:
        yield f"skills used elsewhere: {', '.join(catalog.skills[id_].title for id_ in told.skills)}"
    if told.place or told.country:
        yield home_words(catalog, told)


def home_words(catalog: Catalog, told: Circumstances) -> str:
    """Where somebody lives, empty if they did not tell."""
    if told.country:
        country = catalog.countries[told.country]
        return f"in {told.region}, {country.title}" if told.region else f"in {country.called or country.title}"
    if not told.place:
        return ""
    from libcareer.engines.pay.places import place

    found = place(catalog, told.place)
    return located(Named(told.place, found.name)) if found else told.place


def post_words(catalog: Catalog, told: Circumstances) -> Iterator[str]:
    """The present post, with the month in which it began if that is known, and earlier ones."""
    titles = [catalog.briefs[id_].title for id_ in told.posts]
    if titles:
        yield titles[0] + (f" since {month_words(told.since)}" if told.since else "")
    if titles[1:]:
        yield f"earlier {listed(titles[1:])}"


def education_words(catalog: Catalog, told: Circumstances) -> Iterator[str]:
    """What somebody holds and does not hold."""
    if told.education:
        yield catalog.education[told.education].title
    yield from (paper(catalog, id_) for id_ in told.held)
    if not (told.presume or told.education or told.held):
        yield "no degree or certificate"
    yield from (f"no {paper(catalog, id_)}" for id_ in told.lacking)


def study_words(catalog: Catalog, one: UnderWay) -> str:
    """A study under way, and when it ends if that is known."""
    return paper(catalog, one.credential) + (f" until {month_words(one.ends)}" if one.ends else "")


def limits_words(catalog: Catalog, told: Circumstances) -> tuple[str, ...]:
    """Each limit that somebody *told*, in a few words."""
    return tuple(map(limit_words, set_limits(limits_of(catalog, told.limits))))


def no_limits_words(catalog: Catalog, told: Circumstances) -> tuple[str, ...]:
    """What somebody *told* that it does not limit them, in a few words."""
    limiting = {limit.kind for limit in set_limits(limits_of(catalog, told.limits))}
    return tuple(NO_LIMIT[kind] for kind in LimitKind if told.limits.get(kind) and kind not in limiting)


def paper(catalog: Catalog, credential: str) -> str:
    """What people in the field call a *credential*."""
    record = catalog.credentials[credential]
    level = catalog.education[record.education] if record.education else None
    if level and credential in level.holds and not (record.short and record.short.isupper()):
        return level.title
    return record.short or record.title


def month_words(day: date) -> str:
    """The month of *day*, such as June 2027."""
    return f"{MONTHS[day.month - 1]} {day.year}"
