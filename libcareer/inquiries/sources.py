"""Inquiries about sources and disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import named_or_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.lookup.sources import DisputeList, SourceList
    from libcareer.inquiries.inquirer import Inquirer


def sources_answer(inquirer: Inquirer, name: Sequence[str] = (), *, stale: bool = False) -> Answer[SourceList]:
    """Sources: all, those that the words of *name* name or are words of, or only those to be checked again."""
    from libcareer.engines.lookup.sources import sources
    from libcareer.reports.sources import sources_report

    ids = named_or_within(inquirer, inquirer.catalog.source_names, name)
    found = sources(inquirer.catalog, ids, stale=stale, today=inquirer.today)
    return Answer(found, sources_report(found, whole=bool(ids)))


def disputes_answer(inquirer: Inquirer, topic: Sequence[str] = ()) -> Answer[DisputeList]:
    """Questions on which sources disagree: all, or those that the words of *topic* name or are words of."""
    from libcareer.engines.lookup.sources import disputes
    from libcareer.reports.sources import disputes_report

    found = disputes(inquirer.catalog, named_or_within(inquirer, inquirer.catalog.dispute_names, topic))
    return Answer(found, disputes_report(found))
