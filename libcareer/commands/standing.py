"""Options with which a person says where they stand, what of it is kept, and what becomes of both."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from libcareer.commands.amounts import typed_months, typed_years
from libcareer.commands.names import completing
from libcareer.commands.options import complain, complete_role, complete_skill, resolve, role_id
from libcareer.commands.where import NOTHING, place_id
from libcareer.errors import SavedFileError, UnknownName

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances, UnderWay
    from libcareer.engines.paths.situation import Stated
    from libcareer.reports.page.render import Report

USUAL = "usual"
"""What is typed after `--have` to presume what is usual in a post, whatever is kept."""

Posts = Annotated[
    list[str] | None,
    typer.Option(
        "--from",
        metavar="ROLE",
        help="The role you are in; given again, one you had earlier.",
        autocompletion=complete_role,
    ),
]
Years = Annotated[
    float, typer.Option("--years", parser=typed_years, metavar="N", help="Years in the role you are in, so far.")
]
Have = Annotated[
    list[str] | None,
    typer.Option(
        "--have",
        metavar="EDUCATION",
        help="What you hold: a level of education or a credential; may repeat. Default: what is usual in your role.",
        autocompletion=completing("education", "credentials"),
    ),
]
Lacking = Annotated[
    list[str] | None,
    typer.Option(
        "--not",
        metavar="CREDENTIAL",
        help="What is usual in your role and you do not hold; may repeat.",
        autocompletion=completing("education", "credentials"),
    ),
]
Studying = Annotated[
    list[str] | None,
    typer.Option(
        "--studying",
        metavar="CREDENTIAL:WHEN",
        help="Study under way and, if you know it, its end: bachelor:2027-06, mlis:8 (months).",
    ),
]
Able = Annotated[
    list[str] | None,
    typer.Option(
        "--skill", metavar="SKILL", help="What you do in a job elsewhere; may repeat.", autocompletion=complete_skill
    ),
]


class Addressee(NamedTuple):
    """Whom a command answers.

    *kept* is the part of what is kept about the person that the answer uses, since nothing else was typed;
    *typed* is where they stand by what was typed alone, and *again* the options for that, each after a space.
    *limits* are answers to the practical questions, kept or typed. *ignored* says that something is kept, and that
    it is left out for once.
    """

    stated: "Stated"
    typed: "Stated"
    again: str
    kept: "Circumstances"
    limits: Mapping[str, str]
    ignored: bool

    def told(self, catalog: "Catalog", report: "Report") -> "Report":
        """The *report*, which then says what it knows about the person, or goes on without it."""
        from libcareer.engines.paths.circumstances import NOTHING_TOLD

        if not self.ignored and self.kept == NOTHING_TOLD:
            return report
        from libcareer.reports.for_you import for_anyone, for_you

        return for_anyone(report) if self.ignored else for_you(report, catalog, self.kept)


STANDING = ("posts", "since", "education", "held", "lacking", "presume", "studying", "skills")
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
    catalog: "Catalog",
    typed: Mapping[str, Any],
    *,
    anyone: bool,
    uses: Iterable[str] = STANDING,
    limits: Mapping[str, str] | None = None,
    limited_by: Collection[str] | None = None,
) -> Addressee:
    """Whom a command answers that *uses* these fields of what is kept, where they are not *typed*.

    *typed* comes from `typed_standing`. *limits* are typed answers to the practical questions, None if the command
    takes none; it is *limited_by* some of the kept ones, None for all. What cannot be read is complained about and
    left out. Raises BadParameter for years in no post.
    """
    from msgspec.structs import replace

    from libcareer.engines.paths.circumstances import NOTHING_TOLD, Circumstances, known_to, stated_on

    known = known_to(catalog, _kept(catalog))
    kept = Circumstances(**{name: getattr(known, name) for name in uses if name not in typed})
    if limits is not None:
        able = known.limits if limited_by is None else limited_by
        kept = replace(
            kept, limits={id_: known.limits[id_] for id_ in known.limits if id_ in able and id_ not in limits}
        )
    if anyone:
        kept = NOTHING_TOLD
    told, today = replace(kept, **typed), date.today()
    if told.since and not told.posts:
        raise typer.BadParameter("--years counts the time in a role: add --from ROLE.")
    only_typed = stated_on(catalog, Circumstances(**typed), today)
    return Addressee(
        stated=stated_on(catalog, told, today),
        typed=only_typed,
        again=_again(only_typed, typed),
        kept=kept,
        limits={**kept.limits, **(limits or {})},
        ignored=anyone and known != NOTHING_TOLD,
    )


def _again(stated: "Stated", typed: Mapping[str, Any]) -> str:
    """The options that say what was *typed* and thereby *stated*, each after a space."""
    from libcareer.reports.path import standing_options

    cleared = [option for field, option in CLEARED.items() if field in typed and not typed[field]]
    if "education" in typed and typed["presume"] and not (typed["education"] or typed["held"]):
        cleared.append(f" --have {USUAL}")
    return standing_options(stated) + "".join(cleared)


def _kept(catalog: "Catalog") -> "Circumstances":
    """What is kept about the person; if it cannot be read, complain and go on without.

    Limits in another currency than that of *catalog*, which judge nothing, are complained about as well.
    """
    from libcareer.engines.paths.circumstances import NOTHING_TOLD, unjudged
    from libcareer.person.about import saved_about
    from libcareer.reports.limits import unjudged_words

    try:
        told = saved_about()
    except SavedFileError as error:
        complain(f"{error} Going on without what is kept about you.")
        return NOTHING_TOLD
    if kinds := unjudged(catalog, told):
        complain(unjudged_words(kinds, told.currency))
    return told


def typed_standing(
    catalog: "Catalog",
    posts: list[str] | None = None,
    have: list[str] | None = None,
    *,
    years: float | None = None,
    lacking: list[str] | None = None,
    studying: list[str] | None = None,
    skills: list[str] | None = None,
    where: str | None = None,
) -> dict[str, Any]:
    """The fields of `Circumstances` that a person typed, with names looked up in *catalog*.

    Raises UnknownName for a name that is none, LibcareerError for a place in another country, and BadParameter for
    words that say nothing.
    """
    today = date.today()
    typed: dict[str, Any] = {}
    if posts:
        typed |= {"posts": tuple(dict.fromkeys(role_id(catalog, word) for word in _some(posts))), "since": None}
    if years:
        typed["since"] = _years_before(today, years)
    if have:
        typed |= _education(catalog, have)
    if lacking:
        typed["lacking"] = tuple(dict.fromkeys(_credential(catalog, word) for word in _some(lacking)))
    if studying:
        typed["studying"] = tuple(_under_way(catalog, words, today) for words in _some(studying))
    if skills:
        typed["skills"] = tuple(dict.fromkeys(resolve(catalog.skill_names, word) for word in _some(skills)))
    if where is not None:
        typed |= {"place": place_id(catalog, where), "country": None, "region": None}
    return typed


def _some(words: list[str]) -> list[str]:
    """*words* without the one that says that there is nothing of the kind."""
    return [word for word in words if word.strip().lower() != NOTHING]


def _years_before(today: date, years: float) -> date:
    from libcareer.engines.paths.circumstances import DAYS_A_YEAR

    return today - timedelta(days=round(years * DAYS_A_YEAR))


def _education(catalog: "Catalog", have: list[str]) -> dict[str, Any]:
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
        "presume": _some(have) == have,
    }


def _credential(catalog: "Catalog", word: str) -> str:
    """The one credential that *word* names, as such or as a level of education."""
    levels = catalog.education_names.find(word)
    found = catalog.credential_names.find(word)
    if not found and len(levels) == 1:
        found = catalog.education[levels[0]].holds
    if len(found) != 1:
        raise UnknownName("level of education or credential", word, (*catalog.education, *found)[:9])
    return found[0]


def _under_way(catalog: "Catalog", words: str, today: date) -> "UnderWay":
    """A study under way and its end, from words such as bachelor:2027-06, mlis:8 or mlis."""
    from libcareer.engines.paths.circumstances import LONGEST_STUDY, UnderWay, months_between

    name, colon, when = words.partition(":")
    credential = _credential(catalog, name)
    ends = _end(when, today) if colon else None
    if colon and (ends is None or months_between(today, ends) > LONGEST_STUDY):
        raise typer.BadParameter(
            f"'{when}' is not a month to finish in. Write {name}:2027-06, or {name}:8 for 8 months; "
            f"{name} alone if you do not know."
        )
    return UnderWay(credential, ends)


def _end(when: str, today: date) -> date | None:
    """The day on which a study ends, from a date or a number of months; None for words that are neither."""
    from libcareer.commands.dates import typed_date
    from libcareer.engines.paths.circumstances import DAYS_A_MONTH, LONGEST_STUDY

    if end := typed_date(when, end=True, today=today):
        return end
    try:
        months = typed_months(when)
    except typer.BadParameter:
        return None
    return today + timedelta(days=round(months * DAYS_A_MONTH)) if months <= LONGEST_STUDY else None
