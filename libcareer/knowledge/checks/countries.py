"""The rules over countries: figures that say something, roles counted once, credentials that count somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.enums import Basis
from libcareer.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.countries import Country, Earnings
    from libcareer.knowledge.reading import Knowledge

ANYWHERE = "anywhere"
"""The jurisdiction of a credential that counts in every country."""


def country_figures_are_in_order(knowledge: Knowledge) -> Iterator[Problem]:
    """A pay figure of a country has an amount, its ends are below and above its middle, and its region exists."""
    for id_, country, where, earned in _figures(knowledge):
        amounts = [amount for amount in (earned.low, earned.median, earned.high) if amount is not None]
        if not amounts and earned.average is None:
            yield knowledge.problem("countries", id_, where, "a pay figure needs an amount.")
        if amounts != sorted(amounts):
            yield knowledge.problem("countries", id_, where, "low, median and high are not in order.")
        if earned.region is not None and earned.region not in country.regions:
            yield knowledge.problem("countries", id_, (*where, "region"), f"'{earned.region}' is no region of it.")


def official_figures_name_their_terms(knowledge: Knowledge) -> Iterator[Problem]:
    """A country with figures of a survey says how it classifies, who publishes them, and under which terms."""
    surveyed = {id_ for id_, _, _, earned in _figures(knowledge) if earned.basis is Basis.SURVEY}
    for id_, country in knowledge.records("countries").items():
        for part in ("classification", "publisher", "licence", "attribution"):
            if id_ in surveyed and getattr(country, part) is None:
                yield knowledge.problem("countries", id_, (), f"a country with figures of a survey needs '{part}'.")


def figures_from_copies_say_so(knowledge: Knowledge) -> Iterator[Problem]:
    """The source of a figure that was read in a copy has a note on it."""
    sources = knowledge.records("sources")
    for id_, _, where, earned in _figures(knowledge):
        if earned.copy and earned.source in sources and not sources[earned.source].note:
            message = f"'{earned.source}' needs a note on the copy that the figure was read in."
            yield knowledge.problem("countries", id_, (*where, "source"), message)


def roles_are_counted_once(knowledge: Knowledge) -> Iterator[Problem]:
    """An occupation names each role once; one that is only the nearest says why, and the role belongs to no other."""
    for id_, country in knowledge.records("countries").items():
        official = {role for one in country.occupations if one.code for role in one.roles}
        for number, one in enumerate(country.occupations):
            where = ("occupations", number)
            named = (*one.roles, *one.nearest)
            if len(set(named)) < len(named):
                yield knowledge.problem("countries", id_, where, "a role is named twice.")
            for role in one.nearest:
                if role in official:
                    message = f"'{role}' belongs to another occupation, so this one is not its nearest."
                    yield knowledge.problem("countries", id_, (*where, "nearest"), message)
            if one.nearest and not one.nearest_note:
                yield knowledge.problem("countries", id_, (*where, "nearest"), "say why in 'nearest_note'.")


def credentials_count_somewhere(knowledge: Knowledge) -> Iterator[Problem]:
    """The jurisdiction of a credential is one that a country lists, or anywhere."""
    countries = knowledge.records("countries").values()
    known = {ANYWHERE, *(name for country in countries for name in country.jurisdictions)}
    for id_, credential in knowledge.records("credentials").items():
        if countries and credential.jurisdiction not in known:
            message = f"no country lists '{credential.jurisdiction}' as a jurisdiction."
            yield knowledge.problem("credentials", id_, ("jurisdiction",), message)


def country_names_mean_one_country(knowledge: Knowledge) -> Iterator[Problem]:
    """No two countries share a name; their regions may."""
    seen: dict[str, str] = {}
    for id_, country in knowledge.records("countries").items():
        for name in (id_, country.title, *country.aliases):
            other = seen.setdefault(fold(name), id_)
            if other != id_:
                yield knowledge.problem("countries", id_, (), f"'{name}' is a name of '{other}' as well.")


COUNTRY_RULES = (
    country_figures_are_in_order,
    official_figures_name_their_terms,
    figures_from_copies_say_so,
    roles_are_counted_once,
    credentials_count_somewhere,
    country_names_mean_one_country,
)
"""The rules over countries, in the order in which they are applied."""


def _figures(knowledge: Knowledge) -> Iterator[tuple[str, Country, FieldPath, Earnings]]:
    """Every pay figure, with the id and record of its country and the path to it."""
    for id_, country in knowledge.records("countries").items():
        for number, one in enumerate(country.occupations):
            for position, earned in enumerate(one.pay):
                yield id_, country, ("occupations", number, "pay", position), earned
