"""Inquiries about what changes the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import UnknownName
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import country_of, named_or_within, resolve, role_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.lookup.changes import ChangeList
    from libcareer.engines.pay.countries import Whereabouts
    from libcareer.inquiries.inquirer import Inquirer
    from libcareer.knowledge.enums import ChangeKind


def changes_answer(
    inquirer: Inquirer,
    name: Sequence[str] = (),
    *,
    where: str | None = None,
    role: str | None = None,
    kind: ChangeKind | None = None,
) -> Answer[ChangeList]:
    """Changes that pass every filter: all, or those that the words of *name* name or are words of.

    *where* is a country, a state or province, or a town with pay of its own.
    """
    from libcareer.engines.lookup.changes import ChangeFilters, changes
    from libcareer.reports.changes import changes_report

    ids = named_or_within(inquirer, inquirer.catalog.change_names, name)
    filters = ChangeFilters(
        ids, region_of(inquirer, where) if where else None, role_id(inquirer, role) if role else None, kind
    )
    found = changes(inquirer.catalog, filters)
    return Answer(found, changes_report(found, named=bool(ids)))


def region_of(inquirer: Inquirer, words: str) -> Whereabouts:
    """The country that *words* name, with the region that they name or that the town in them lies in.

    Raises UnknownName, with places near in spelling, if they name none, and what `resolve` raises.
    """
    from libcareer.engines.pay.countries import country_named
    from libcareer.engines.pay.places import UnknownPlace, place_names

    catalog = inquirer.catalog
    found = country_named(catalog, words)
    if found or catalog.pay_tables is None:
        return found or country_of(inquirer, words)
    try:
        here = resolve(inquirer, place_names(catalog), words)
    except UnknownPlace as unknown:
        raise UnknownName("place", words, unknown.nearest) from None
    from libcareer.engines.lookup.paid_role import around

    return around(catalog, here) or country_of(inquirer, words)
