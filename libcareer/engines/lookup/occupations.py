"""Statistical occupations by words: what official statistics count, under which code, and the roles counted in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.catalog.names import Index
from libcareer.engines.references import Cite, Named, cite, role_named
from libcareer.errors import UnknownName
from libcareer.knowledge.model.occupations import Pay
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.catalog import Catalog


class OccupationLine(Struct, frozen=True):
    """An occupation with its newest *pay*, the *source* of it, and the roles counted in the occupation.

    *unit* is what an amount pays for, and *currency* is empty if none is known.
    """

    code: str
    title: str
    roles: tuple[Named, ...]
    unit: str
    currency: str
    pay: Pay | None = None
    source: Cite | None = None


class OccupationList(Struct, frozen=True):
    """The occupations that have the *words* asked for; *of* counts all of them."""

    words: str
    count: int
    of: int
    occupations: tuple[OccupationLine, ...]


def occupations(catalog: Catalog, words: str = "") -> OccupationList:
    """The occupations of *catalog* by code; with *words* only those in whose code, title or roles all of them are.

    Those that have the words in their own title come first. Raises UnknownName if none has them, with the titles
    of the nearest.
    """
    roles = _roles_counted(catalog)
    named = _names_of_roles(catalog)
    names = {code: [name for role in ids for name in named[role]] for code, ids in roles.items()}
    asked = set(terms(words))
    found: list[tuple[int, str]] = []
    for code, occupation in catalog.occupations.items():
        own = set(terms(f"{occupation.title} {code}"))
        if asked <= own or (words and code.startswith(words.strip())):
            found.append((0, code))
        elif asked <= own | set(terms(" ".join(names.get(code, ())))):
            found.append((1, code))
    if words and not found:
        called = {code: (one.title, *names.get(code, ())) for code, one in catalog.occupations.items()}
        near = Index.of("occupation", called).nearest(words)
        raise UnknownName("occupation", words, [catalog.occupations[code].title for code in near])
    lines = tuple(_line(catalog, code, roles.get(code, ())) for _, code in sorted(found))
    return OccupationList(words, len(lines), len(catalog.occupations), lines)


def _roles_counted(catalog: Catalog) -> dict[str, list[str]]:
    """The ids of the roles that refer to each occupation."""
    roles: dict[str, list[str]] = {}
    for role, record in catalog.counted.items():
        for code in dict.fromkeys(covered.code for covered in record.occupations):
            roles.setdefault(code, []).append(role)
    return roles


def _names_of_roles(catalog: Catalog) -> dict[str, list[str]]:
    """Every name of each role, folded."""
    names: dict[str, list[str]] = {role: [] for role in catalog.titles("roles")}
    for name, ids in catalog.role_names.ids.items():
        for role in ids:
            names[role].append(name)
    return names


def _line(catalog: Catalog, code: str, roles: Iterable[str]) -> OccupationLine:
    record = catalog.occupations[code]
    pay = record.pay[0] if record.pay else None
    return OccupationLine(
        code=code,
        title=record.title,
        roles=tuple(role_named(catalog, role) for role in roles),
        unit=record.pays_by,
        currency=record.currency or catalog.pack.currency,
        pay=pay,
        source=cite(catalog, pay.source) if pay else None,
    )
