"""Statistical occupations as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, mentions
from libcareer.reports.page.render import Block, Item, Items, Next, Report, Title
from libcareer.reports.records import sources_block
from libcareer.reports.words import counted, titles

if TYPE_CHECKING:
    from libcareer.engines.lookup.occupations import OccupationLine, OccupationList


def occupations_report(found: OccupationList) -> Report:
    """Occupations with code, pay and the roles counted in each, and the sources of the pay."""
    whole = counted(found.of, "occupation")
    title = f"{found.count} of {whole}" if found.words else whole
    aside = "; ".join(part for part in (found.words, current_pack().classification) if part)
    blocks: list[Block] = [Title(title, aside), Items(tuple(map(_item, found.occupations)))]
    sources = {line.source.id: line.source for line in found.occupations if line.source}
    blocks += sources_block(sources.values())
    first = next((line.roles[0] for line in found.occupations if line.roles), None)
    if first:
        blocks.append(
            Next(((f"libcareer show {first.id} --section pay", "what a role is paid, and why that may differ"),))
        )
    columns = ("code", "title", "roles", "pay_median", "pay_currency", "pay_unit", "pay_year", "pay_source")
    return Report("occupations", tuple(blocks), found, columns, tuple(map(_row, found.occupations)))


def _item(line: OccupationLine) -> Item:
    facts = [("pay", _pay(line))]
    if line.roles:
        facts.append(("roles", titles(line.roles)))
    return Item(line.title, line.code, facts=tuple(facts), links=mentions(Kind.ROLE, line.roles))


def _pay(line: OccupationLine) -> str:
    """The median of all jobs in an occupation with its unit and year."""
    if line.pay is None:
        return "not known"
    unit = "an hour" if line.unit == "hour" else "a year"
    return f"{amount(line.pay.median, line.currency)} {unit} (median, {line.pay.year})"


def _row(line: OccupationLine) -> tuple[object, ...]:
    pay = (line.pay.median, line.currency, line.unit, line.pay.year, line.pay.source) if line.pay else (None,) * 5
    return (line.code, line.title, "; ".join(role.id for role in line.roles), *pay)
