"""The option with which a person says where they live, and the answers that use nothing else of what is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from libcareer.commands.names import complete_place, resolve
from libcareer.errors import LibcareerError, SavedFileError
from libcareer.reports.page.output import complain

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.engines.pay.countries import Whereabouts
    from libcareer.reports.page.render import Report

NOTHING = "none"
"""What is typed after an option by somebody who has nothing of the kind: not even what is usual in their post."""

Where = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="PLACE",
        help="Pay in this state or around this town, such as Ohio or 'Columbus, OH'; none for the whole country.",
        autocompletion=complete_place,
    ),
]
Home = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="PLACE",
        help="Where you live: a state, a town or another country, such as Ohio, 'Columbus, OH' or Ontario; none clears "
        "it.",
        autocompletion=complete_place,
    ),
]
Anyone = Annotated[bool, typer.Option("--anyone", help="Ignore for once what `libcareer me` keeps about you.")]


def place_id(catalog: "Catalog", word: str) -> str | None:
    """The id of the place that *word* names; None for the word that says that there is none.

    Raises LibcareerError for another country, which only the page of a role knows, and what `resolve` raises.
    """
    from libcareer.engines.pay.places import place_names

    if word.strip().lower() == NOTHING:
        return None
    elsewhere = abroad(catalog, word)
    if elsewhere and not elsewhere.home:
        raise LibcareerError(
            f"Pay, prices and limits are known here for {catalog.pack.home} only, not for {elsewhere.called}. "
            f"`libcareer show ROLE --where {elsewhere.country.id}` has what is known of one role there."
        )
    return resolve(place_names(catalog), word)


def abroad(catalog: "Catalog", word: str) -> "Whereabouts | None":
    """The other country that *word* names; None if it names a state or a town here, or no country.

    Ontario is the province and not the town in California, which is "Ontario, CA". Raises SeveralNames if the word
    names regions of several countries and no state.
    """
    from libcareer.engines.pay.places import PlaceKind, place_names

    if catalog.pay_tables is not None:
        names = place_names(catalog)
        kinds = [names.place(id_).kind for id_ in names.find(word)]
        if kinds and (PlaceKind.AREA not in kinds or "," in word):
            return None
    if not catalog.country_names.find(word.rsplit(",", 1)[-1].strip()):
        return None
    from libcareer.engines.pay.countries import country_named, is_home

    found = country_named(catalog, word)
    # Without tables of places, the record of the country may tell of pay there.
    told = catalog.pay_tables is None and bool(catalog.countries[found.country.id].occupations) if found else False
    return None if is_home(found) and not told else found


def home_typed(catalog: "Catalog", word: str) -> dict[str, Any]:
    """The fields of `Circumstances` that say where a person lives, by a *word* for a place here or another country.

    Raises what `place_id` and `abroad` raise.
    """
    if elsewhere := abroad(catalog, word):
        return {"place": None, "country": elsewhere.country.id, "region": elsewhere.region}
    return {"place": place_id(catalog, word), "country": None, "region": None}


def told_in_place(
    catalog: "Catalog",
    where: str | None,
    *,
    anyone: bool,
    answer: Callable[[str | None], "Report"],
    elsewhere: Callable[["Whereabouts"], "Report"] | None = None,
) -> "Report":
    """The *answer* for the place that is typed as *where* or, without that, kept about the person and then told.

    *answer* gets the id of the place, None without any. *elsewhere* answers for another country; without it only
    the United States can be typed. What cannot be read is complained about and left out. Raises what `place_id` and
    `abroad` raise.
    """
    if where is not None:
        typed = abroad(catalog, where) if elsewhere else None
        return elsewhere(typed) if elsewhere and typed else answer(place_id(catalog, where))
    kept = _kept_home(catalog)
    if kept is None:
        return answer(None)
    from libcareer.reports.for_you import for_anyone, for_you

    if anyone:
        return for_anyone(answer(None))
    if elsewhere and kept.country:
        from libcareer.engines.pay.countries import whereabouts

        report = elsewhere(whereabouts(catalog, kept.country, kept.region or ""))
    else:
        report = answer(kept.place)
    return for_you(report, catalog, kept)


def _kept_home(catalog: "Catalog") -> "Circumstances | None":
    """Where the person lives; None if nothing is kept that *catalog* knows, or if it cannot be read."""
    from libcareer.person.place import saved_home

    try:
        kept = saved_home()
    except SavedFileError as error:
        complain(f"{error} Going on without what is kept about you.")
        return None
    if kept is None:
        return None
    from libcareer.engines.paths.circumstances import NOTHING_TOLD, home_in

    home = home_in(catalog, kept)
    return home if home != NOTHING_TOLD else None
