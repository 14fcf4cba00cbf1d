"""What the commands would lack with a pack that has no record of a kind, or says nothing of its profession."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.knowledge.reading import Knowledge

KINDS = {
    "roles": "no roles: no command has anything to tell.",
    "skills": "no skills: `skills` lists none, and no role can be found by one.",
    "credentials": "no credentials: `credentials` lists none, and `path` and `worth` know no study.",
    "resources": "no resources: `resources` lists none.",
    "sources": "no sources: `sources` lists none, and nothing can be backed.",
    "fields": "no fields: `network` names nobody to ask.",
    "questions": "no questions: `ask` answers from the other records alone.",
    "disputes": "no disputes: `disputes` lists none.",
    "changes": "no changes: `changes` lists none, and pages of roles tell of no law.",
    "outdated": "no corrections: `resources --outdated` lists none.",
    "translations": "no translations: `translate` has no wording in other sectors.",
    "functions": "no functions of titles: `title` and `match` know the names of roles alone.",
    "vocabulary": "no vocabulary: `title`, `ask` and `match` know the field by the names of other records alone.",
    "countries": "no countries: --where knows none.",
    "items": "no quiz items: `quiz` borrows the general activities of the built-in bank.",
}
"""What is lacking where a pack has no record of a kind."""


def lacks(knowledge: Knowledge) -> Iterator[str]:
    """What each command would lack with *knowledge*, a sentence each; a pack may be meant so."""
    yield from (words for kind, words in KINDS.items() if not knowledge.entries[kind])
    occupations = knowledge.records("occupations").values()
    if not any(occupation.pay for occupation in occupations):
        yield "no pay: `show`, `compare` and `worth` tell none, and no limit on pay judges a role."
    if not any(occupation.outlook for occupation in occupations):
        yield "no outlook: pages of roles tell none."
    yield from _of_profession(knowledge)


def _of_profession(knowledge: Knowledge) -> Iterator[str]:
    pack = knowledge.records("pack").get("pack")
    if pack is None:
        yield "no pack.yaml: pages speak of 'the field', amounts have no sign, and the quiz asks no practical question."
        return
    if pack.currency is None:
        yield "no currency in pack.yaml: amounts have no sign."
    if pack.country is None:
        yield "no country in pack.yaml: no page says whose pay and rules it tells."
    if pack.ceilings is None:
        yield "no ceilings in pack.yaml: --no-masters and --no-degree are refused."
    if not pack.questions:
        yield "no questions in pack.yaml: the quiz asks no practical question, so it sets no role aside."
