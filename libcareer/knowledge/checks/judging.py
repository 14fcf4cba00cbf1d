"""Applying the rules to knowledge that may have problems, without false alarms.

A rule over one record judges every record that could be read, whole or in part; a reference with a slip in it is
judged as what it means. A rule over all records is left out while one of those it needs is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct, structs

from libcareer.errors import Problem
from libcareer.knowledge.checks import changes, countries, pack, quiz, ready, records, titles, translations, vocabulary
from libcareer.knowledge.checks.figures import FIGURE_RULES
from libcareer.knowledge.checks.freshness import FRESHNESS_RULES
from libcareer.knowledge.decoding import UNREAD, FieldPath, Unread, nearest
from libcareer.knowledge.reading import RECORD_KINDS, Knowledge, LocatedRecord, unknown_references
from libcareer.knowledge.spelling import one_slip

if TYPE_CHECKING:
    from libcareer.knowledge.yaml_nodes import Location

Rule = Callable[[Knowledge], Iterator[Problem]]

ALL_RULES: tuple[Rule, ...] = (
    *records.RECORD_RULES,
    *titles.TITLE_RULES,
    *translations.TRANSLATION_RULES,
    *quiz.QUIZ_RULES,
    *countries.COUNTRY_RULES,
    *changes.CHANGE_RULES,
    *pack.PACK_RULES,
    *vocabulary.VOCABULARY_RULES,
    *FRESHNESS_RULES,
    *FIGURE_RULES,
)
"""Every rule, in the order in which they are applied; each takes Knowledge and yields Problems.

The rules over figures see texts as they are typed, the others see them with the figures filled in.
"""

OVER_ALL: dict[Rule, tuple[str, ...]] = {
    records.roles_have_moves: ("roles",),
    records.titles_are_unique: (),
    records.sentences_are_unique: (),
    records.moves_up_have_no_circle: (),
    records.roles_can_be_reached: ("roles",),
    records.broader_skills_have_no_circle: (),
    records.skill_names_are_unique: (),
    records.credentials_have_no_circle: (),
    records.records_are_used: RECORD_KINDS,
    records.skills_are_used_by_a_role: ("roles",),
    titles.phrases_mean_one_thing: (),
    translations.sectors_are_covered: ("translations",),
    translations.library_phrases_are_unique: (),
    translations.phrases_of_a_sector_are_unique: (),
    translations.opened_roles_list_a_skill: ("skills",),
    quiz.dimensions_are_covered: ("items",),
    quiz.items_differ: (),
    quiz.labels_differ: (),
    countries.credentials_count_somewhere: ("countries",),
    countries.country_names_mean_one_country: (),
    pack.ceilings_are_in_order: ("pack", "education"),
    pack.practical_questions_are_known: ("pack", "education"),
    pack.competency_sets_are_counted: ("pack", "lssc"),
    pack.prices_can_be_judged: ("pack", "roles"),
    vocabulary.groups_exist: ("skills",),
    ready.phrases_are_said_for_one_thing: (),
}
"""The rules over several records together, with the kinds of which they need every record; all others are over one."""

LOOKED_UP = ("occupations", "resources", "sources", "credentials", "vocabulary")
"""The kinds whose records a rule over one record of another kind may look up."""

MOST_PARTLY = 50
"""The most records with problems that are judged; with more of them, something else is wrong."""


class Judged(Struct, frozen=True):
    """What the rules found, and whether all of them could be *applied*."""

    problems: tuple[Problem, ...]
    applied: bool


def judged(knowledge: Knowledge, *, whole: bool, is_ready: bool = False) -> Judged:
    """The problems that the rules find in *knowledge*; if it is *whole*, it has no others.

    With *is_ready* the rules of a record that is ready to be used are applied as well.
    """
    rules = (*ALL_RULES, *(ready.READY_RULES if is_ready else ()))
    if whole:
        return Judged(tuple(_broken(knowledge, rules)), applied=True)
    knowledge = _corrected(knowledge)
    missing = {kind for kind in RECORD_KINDS if knowledge.misses(kind)}
    fit = [rule for rule in rules if missing.isdisjoint(OVER_ALL.get(rule, ()))]
    problems = [*_broken(knowledge, fit), *_broken_in_part(knowledge, [rule for rule in fit if rule not in OVER_ALL])]
    return Judged(tuple(problems), applied=len(fit) == len(rules) and not missing)


def _broken(knowledge: Knowledge, rules: Iterable[Rule]) -> Iterator[Problem]:
    read = knowledge.filled()
    for rule in rules:
        yield from rule(knowledge if rule in FIGURE_RULES else read)


# ---------------------------------------------------------------------------- records with problems


def _broken_in_part(knowledge: Knowledge, rules: list[Rule]) -> Iterator[Problem]:
    """What *rules* over one record find in those that could be read in part."""
    around = {kind: knowledge.entries[kind] if kind in LOOKED_UP else {} for kind in RECORD_KINDS}
    # No rule is over occupations alone, and their figures are filled into all other records.
    judged_kinds = (kind for kind in RECORD_KINDS if kind != "occupations")
    parts = [(kind, entry) for kind in judged_kinds for entry in knowledge.partly[kind].values()]
    for kind, entry in parts[:MOST_PARTLY]:
        alone = structs.replace(knowledge, entries={**around, kind: {entry.id: entry}})
        read = alone.filled()
        for rule in rules:
            found = rule(alone if rule in FIGURE_RULES else read)
            # With a part missing, whatever a rule cannot do with the rest means that it cannot judge.
            while (problem := _next(found)) is not None:
                yield problem


def _next(found: Iterator[Problem]) -> Problem | None:
    try:
        return next(found, None)
    except (Unread, TypeError, AttributeError, LookupError):
        return None


def _corrected(knowledge: Knowledge) -> Knowledge:
    """*knowledge* with the right id in the place of each with one slip; the place of any other unknown id is unread."""
    meant: dict[Location, str | None] = {}
    for one, known in unknown_references(knowledge):
        near = nearest(one.id, known)
        meant[one.location] = near if near and one_slip(one.id, near) else None
    if not meant:
        return knowledge
    files = {location.file for location in meant}
    entries = {kind: dict(some) for kind, some in knowledge.entries.items()}
    partly = {kind: dict(some) for kind, some in knowledge.partly.items()}
    for kind in RECORD_KINDS:
        for some in (entries[kind], partly[kind]):
            for entry in [entry for entry in some.values() if entry.location().file in files]:
                value, lost = _with(entry, meant)
                if value is not entry.value:
                    some.pop(entry.id)
                    (partly[kind] if lost else some)[entry.id] = structs.replace(entry, value=value)
    return structs.replace(knowledge, entries=entries, partly=partly)


def _with(entry: LocatedRecord, meant: dict[Location, str | None]) -> tuple[Any, bool]:
    """The value of *entry* with the ids that are *meant*, and whether one of them is unknown."""
    value, lost = entry.value, False
    for path, location in entry.locations.items():
        if location in meant and path:
            right = meant[location]
            value = _changed(value, path, UNREAD if right is None else right)
            lost = lost or right is None
    return value, lost


def _changed(value: Any, path: FieldPath, new: Any) -> Any:
    """*value* with *new* at *path*; the same if there is no text there, as for a key."""
    if not path:
        return new if isinstance(value, str) else value
    step, *rest = path
    match value:
        case tuple() if isinstance(step, int) and step < len(value):
            return (*value[:step], _changed(value[step], tuple(rest), new), *value[step + 1 :])
        case dict() if step in value:
            return {**value, step: _changed(value[step], tuple(rest), new)}
        case Struct() if step in value.__struct_fields__:
            return structs.replace(value, **{str(step): _changed(getattr(value, str(step)), tuple(rest), new)})
        case _:
            return value
