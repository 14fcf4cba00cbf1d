"""Where a person stands, as it is typed, and whom an answer is for: what was typed, and what is kept besides."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from libcareer.errors import UnknownName, WrongUsage
from libcareer.inquiries.amounts import typed_months
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import resolve
from libcareer.inquiries.places import NOTHING, place_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances, UnderWay
    from libcareer.engines.paths.situation import Stated
    from libcareer.inquiries.inquirer import Inquirer
    from libcareer.reports.page.render import Report

Found = TypeVar("Found")

USUAL = "usual"
"""What is typed after `--have` to presume what is usual in a post, whatever is kept."""


class StandingWords(NamedTuple):
    """Where a person stands, by the names they type; the post they are in comes first among *posts*."""

    posts: Sequence[str] | None = None
    years: float = 0.0
    have: Sequence[str] | None = None
    lacking: Sequence[str] | None = None
    studying: Sequence[str] | None = None
    skills: Sequence[str] | None = None
    where: str | None = None


class Addressee(NamedTuple):
    """Whom an answer is for.

    *kept* is the part of what is kept about the person that the answer uses, since nothing else was typed;
    *typed* is where they stand by what was typed alone, and *again* the options for that, each after a space.
    *limits* are answers to the practical questions, kept or typed. *ignored* says that something is kept, and that
    it is left out for once.
    """

    stated: Stated
    typed: Stated
    again: str
    kept: Circumstances
    limits: Mapping[str, str]
    ignored: bool

    def told(self, catalog: Catalog, found: Found, report: Report) -> Answer[Found]:
        """What was *found* and its *report*, which says what it knows about the person, or goes on without it."""
        from libcareer.engines.paths.circumstances import NOTHING_TOLD

        if self.ignored or self.kept != NOTHING_TOLD:
            from libcareer.reports.for_you import for_anyone, for_you

            report = for_anyone(report) if self.ignored else for_you(report, catalog, self.kept)
        return Answer(found, report)


STANDING = ("posts", "jobs", "since", "education", "held", "lacking", "presume", "studying", "skills")
"""The fields of what is kept that say where a person stands."""

PLACED = (*STANDING, "place", "country", "region")
"""The same and where they live, for answers that tell what a job pays."""


CLEARED = {
    "posts": f" --from {NOTHING}",
    "lacking": f" --not {NOTHING}",
    "studying": f" --studying {NOTHING}",
    "skills": f" --skill {NOTHING}",
    "place": f" --where {NOTHING}",
}
"""The options that clear a field of what is kept."""


def addressee(
    inquirer: Inquirer,
    words: StandingWords,
    *,
    uses: Iterable[str] = STANDING,
    limits: Mapping[str, str] | None = None,
    limited_by: Collection[str] | None = None,
) -> Addressee:
    """Whom an answer is for that *uses* these fields of what is kept, where *words* say nothing of them.

    *limits* are typed answers to the practical questions, None if the answer takes none; it is *limited_by* some of
    the kept ones, None for all. Raises what `typed_standing` raises, and WrongUsage for years in no post.
    """
    from msgspec.structs import replace

    from libcareer.engines.paths.circumstances import NOTHING_TOLD, Circumstances, known_to, stated_on

    catalog, today = inquirer.catalog, inquirer.today
    typed = typed_standing(inquirer, words)
    known = known_to(catalog, inquirer.kept())
    kept = Circumstances(**{name: getattr(known, name) for name in uses if name not in typed})
    if limits is not None:
        able = known.limits if limited_by is None else limited_by
        kept = replace(
            kept, limits={id_: known.limits[id_] for id_ in known.limits if id_ in able and id_ not in limits}
        )
    if inquirer.anyone:
        kept = NOTHING_TOLD
    told = replace(kept, **typed)
    if told.since and not (told.posts or told.jobs):
        raise WrongUsage("--years counts the time in a role: add --from ROLE.")
    only_typed = stated_on(catalog, Circumstances(**typed), today)
    return Addressee(
        stated=stated_on(catalog, told, today),
        typed=only_typed,
        again=_again(only_typed, typed),
        kept=kept,
        limits={**kept.limits, **(limits or {})},
        ignored=inquirer.anyone and known != NOTHING_TOLD,
    )


def _again(stated: Stated, typed: Mapping[str, Any]) -> str:
    """The options that say what was *typed* and thereby *stated*, each after a space."""
    from libcareer.reports.path import standing_options

    cleared = [option for field, option in CLEARED.items() if field in typed and not typed[field]]
    if typed.get("jobs"):
        cleared = [option for option in cleared if option != CLEARED["posts"]]
    if "education" in typed and typed["presume"] and not (typed["education"] or typed["held"]):
        cleared.append(f" --have {USUAL}")
    return standing_options(stated) + "".join(cleared)


def typed_standing(inquirer: Inquirer, words: StandingWords) -> dict[str, Any]:
    """The fields of `Circumstances` that *words* say something of, with names looked up.

    Raises UnknownName for a name that is none, LibcareerError for a place in another country, and WrongUsage for
    a study that ends on no day.
    """
    catalog, today = inquirer.catalog, inquirer.today
    typed: dict[str, Any] = {}
    if words.posts:
        from libcareer.inquiries.jobs import post_named

        posts = [post_named(inquirer, word) for word in _some(words.posts)]
        roles = tuple(dict.fromkeys(post.role for post in posts if post.role))
        typed |= {"posts": roles, "jobs": tuple(dict.fromkeys(post.job for post in posts if post.job)), "since": None}
    if words.years:
        typed["since"] = _years_before(today, words.years)
    if words.have:
        typed |= _education(catalog, words.have)
    if words.lacking:
        typed["lacking"] = tuple(dict.fromkeys(_credential(catalog, word) for word in _some(words.lacking)))
    if words.studying:
        typed["studying"] = tuple(_under_way(catalog, word, today) for word in _some(words.studying))
    if words.skills:
        skills = (resolve(inquirer, catalog.skill_names, word) for word in _some(words.skills))
        typed["skills"] = tuple(dict.fromkeys(skills))
    if words.where is not None:
        typed |= {"place": place_id(inquirer, words.where), "country": None, "region": None}
    return typed


def _some(words: Sequence[str]) -> list[str]:
    """*words* without the one that says that there is nothing of the kind."""
    return [word for word in words if word.strip().lower() != NOTHING]


def _years_before(today: date, years: float) -> date:
    from libcareer.engines.paths.circumstances import DAYS_A_YEAR

    return today - timedelta(days=round(years * DAYS_A_YEAR))


def _education(catalog: Catalog, have: Sequence[str]) -> dict[str, Any]:
    """The highest level of education among the words *have*, and the credentials that they name besides."""
    levels: list[str] = []
    held: list[str] = []
    for word in _some(have):
        if word.strip().lower() == USUAL:
            continue
        named = catalog.education_names.find(word)
        if len(named) == 1:
            levels += named
        else:
            held.append(_credential(catalog, word))
    levels.sort(key=lambda level: catalog.education[level].rank)
    held += [id_ for level in levels[:-1] for id_ in catalog.education[level].holds]
    return {
        "education": levels[-1] if levels else None,
        "held": tuple(dict.fromkeys(held)),
        "presume": len(_some(have)) == len(have),
    }


def _credential(catalog: Catalog, word: str) -> str:
    """The one credential that *word* names, as such or as a level of education."""
    levels = catalog.education_names.find(word)
    found = catalog.credential_names.find(word)
    if not found and len(levels) == 1:
        found = catalog.education[levels[0]].holds
    if len(found) != 1:
        raise UnknownName("level of education or credential", word, (*catalog.education, *found)[:9])
    return found[0]


def _under_way(catalog: Catalog, words: str, today: date) -> UnderWay:
    """A study under way and its end, from words such as bachelor:2027-06, mlis:8 or mlis."""
    from libcareer.engines.paths.circumstances import LONGEST_STUDY, UnderWay, months_between

    name, colon, when = words.partition(":")
    credential = _credential(catalog, name)
    ends = _end(when, today) if colon else None
    if colon and (ends is None or months_between(today, ends) > LONGEST_STUDY):
        raise WrongUsage(
            f"'{when}' is not a month to finish in. Write {name}:2027-06, or {name}:8 for 8 months; "
            f"{name} alone if you do not know."
        )
    return UnderWay(credential, ends)


def _end(when: str, today: date) -> date | None:
    """The day on which a study ends, from a date or a number of months; None for words that are neither."""
    from libcareer.engines.paths.circumstances import DAYS_A_MONTH, LONGEST_STUDY
    from libcareer.inquiries.dates import typed_date

    if end := typed_date(when, end=True, today=today):
        return end
    try:
        months = typed_months(when)
    except WrongUsage:
        return None
    return today + timedelta(days=round(months * DAYS_A_MONTH)) if months <= LONGEST_STUDY else None
