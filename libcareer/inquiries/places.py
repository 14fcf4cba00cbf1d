"""Where a person lives, as it is typed, and the answers that use nothing else of what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from libcareer.errors import LibcareerError
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import resolve

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.catalog import Catalog
    from libcareer.engines.pay.countries import Whereabouts
    from libcareer.inquiries.inquirer import Inquirer

Found = TypeVar("Found")

NOTHING = "none"
"""What is typed after an option by somebody who has nothing of the kind: not even what is usual in their post."""


def place_id(inquirer: Inquirer, word: str) -> str | None:
    """The id of the place that *word* names; None for the word that says that there is none.

    Raises LibcareerError for another country, which only the page of a role knows, and what `resolve` raises.
    """
    from libcareer.engines.pay.places import place_names

    if word.strip().lower() == NOTHING:
        return None
    elsewhere = abroad(inquirer.catalog, word)
    if elsewhere and not elsewhere.home:
        raise LibcareerError(
            f"Pay, prices and limits are known here for {inquirer.catalog.pack.home} only, not for {elsewhere.called}. "
            f"`libcareer show ROLE --where {elsewhere.country.id}` has what is known of one role there."
        )
    return resolve(inquirer, place_names(inquirer.catalog), word)


def abroad(catalog: Catalog, word: str) -> Whereabouts | None:
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


def home_typed(inquirer: Inquirer, word: str) -> dict[str, Any]:
    """The fields of `Circumstances` that say where a person lives, by a *word* for a place here or another country.

    Raises what `place_id` and `abroad` raise.
    """
    if elsewhere := abroad(inquirer.catalog, word):
        return {"place": None, "country": elsewhere.country.id, "region": elsewhere.region}
    return {"place": place_id(inquirer, word), "country": None, "region": None}


def told_in_place(
    inquirer: Inquirer,
    where: str | None,
    answer: Callable[[str | None], Answer[Found]],
    elsewhere: Callable[[Whereabouts], Answer[Found]] | None = None,
) -> Answer[Found]:
    """The *answer* for the place that is typed as *where* or, without that, kept about the person and then told.

    *answer* gets the id of the place, None without any. *elsewhere* answers for another country; without it only
    the United States can be typed. Raises what `place_id` and `abroad` raise.
    """
    catalog = inquirer.catalog
    if where is not None:
        typed = abroad(catalog, where) if elsewhere else None
        return elsewhere(typed) if elsewhere and typed else answer(place_id(inquirer, where))
    kept = inquirer.kept_home()
    if kept is None:
        return answer(None)
    from libcareer.reports.for_you import for_anyone, for_you

    if inquirer.anyone:
        one = answer(None)
        return Answer(one.found, for_anyone(one.report))
    if elsewhere and kept.country:
        from libcareer.engines.pay.countries import whereabouts

        one = elsewhere(whereabouts(catalog, kept.country, kept.region or ""))
    else:
        one = answer(kept.place)
    return Answer(one.found, for_you(one.report, catalog, kept))
