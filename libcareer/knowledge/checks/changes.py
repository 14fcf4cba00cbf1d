"""The rules over changes: each holds somewhere, from a day on, and as a dated source says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.enums import ChangeStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.reading import Knowledge


def changes_hold_in_known_regions(knowledge: Knowledge) -> Iterator[Problem]:
    """A region of a change is one of its country, and is named once."""
    countries = knowledge.records("countries")
    for id_, change in knowledge.records("changes").items():
        if change.country not in countries:
            continue
        for number, region in enumerate(change.regions):
            if region not in countries[change.country].regions:
                message = f"'{region}' is no region of '{change.country}' in countries.yaml."
                yield knowledge.problem("changes", id_, ("regions", number), message)
            if region in change.regions[:number]:
                yield knowledge.problem("changes", id_, ("regions", number), f"'{region}' is named twice.")


def changes_have_their_dates_in_order(knowledge: Knowledge) -> Iterator[Problem]:
    """What is over says since when; nothing ends before it begins; what holds began before it was last seen."""
    for id_, change in knowledge.records("changes").items():
        if (change.status is ChangeStatus.ENDED) != (change.until is not None):
            message = "what has ended says when in 'until', and nothing else has it."
            yield knowledge.problem("changes", id_, ("status",), message)
        if change.until is not None and change.until < change.since[: len(change.until)]:
            yield knowledge.problem("changes", id_, ("until",), "it ends before it begins.")
        if change.status is not ChangeStatus.PENDING and change.as_of < change.since[:7]:
            message = "it was last seen before it began; what is still to come has the status 'pending'."
            yield knowledge.problem("changes", id_, ("as_of",), message)


def changes_have_a_dated_source(knowledge: Knowledge) -> Iterator[Problem]:
    """At least one source of a change has a date."""
    sources = knowledge.records("sources")
    for id_, change in knowledge.records("changes").items():
        known = [sources[source] for source in change.sources if source in sources]
        if len(known) == len(change.sources) and not any(source.published for source in known):
            yield knowledge.problem("changes", id_, ("sources",), "none of its sources has a date ('published').")


CHANGE_RULES = (changes_hold_in_known_regions, changes_have_their_dates_in_order, changes_have_a_dated_source)
"""The rules over changes, in the order in which they are applied."""
