"""The rules over the profession file: its ceilings, its practical questions and its certification."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.errors import Problem
    from libcareer.knowledge.model.pack import Pack, PracticalQuestion
    from libcareer.knowledge.reading import Knowledge

ANY = "any"

LEVELS = {"study": (ANY,), "have": (), "studying": ("no", "other")}
"""The questions whose choices are levels of education, and the other choices that each may have."""

AMOUNTS = {"money": ("none", ANY), "pay": (ANY,)}
"""The questions whose choices are amounts, and the other choices that each may have."""

WORDS = {
    "hours": ("part", "full", ANY),
    "evenings": ("yes", "no"),
    "public": (ANY, "calm", "little"),
    "move": ("yes", "no"),
    "remote": (ANY, "some", "mostly"),
}
"""The questions whose choices are these words."""


def ceilings_are_in_order(knowledge: Knowledge) -> Iterator[Problem]:
    """The ceiling below any degree is not above the one below a master's."""
    for pack in _packs(knowledge):
        levels = knowledge.records("education")
        if pack.ceilings and levels[pack.ceilings.no_degree].rank > levels[pack.ceilings.no_masters].rank:
            message = "no_degree is a higher level than no_masters, but a master's is a degree."
            yield knowledge.problem("pack", "pack", ("ceilings", "no_degree"), message)


def practical_questions_are_known(knowledge: Knowledge) -> Iterator[Problem]:
    """Each practical question has an id of the quiz, and choices that can limit something."""
    known = [*LEVELS, *AMOUNTS, *WORDS]
    for pack in _packs(knowledge):
        for id_, question in pack.questions.items():
            if id_ not in known:
                message = f"'{id_}' is no practical question. They are: {', '.join(known)}."
                yield knowledge.problem("pack", "pack", ("questions", id_), message)
                continue
            for choice, message in _wrong_choices(knowledge, pack, id_, question):
                yield knowledge.problem("pack", "pack", ("questions", id_, "choices", choice), message)


def _wrong_choices(
    knowledge: Knowledge, pack: Pack, id_: str, question: PracticalQuestion
) -> Iterator[tuple[str, str]]:
    levels = knowledge.records("education")
    top = levels[pack.ceilings.no_masters].rank if pack.ceilings else None
    for choice in question.choices:
        if id_ in WORDS and choice not in WORDS[id_]:
            yield choice, f"'{choice}' is not one of {', '.join(WORDS[id_])}."
        elif id_ in AMOUNTS and not (choice.isdecimal() or choice in AMOUNTS[id_]):
            yield choice, f"'{choice}' is neither a whole amount nor one of {', '.join(AMOUNTS[id_])}."
        elif id_ in LEVELS and choice not in levels and choice not in LEVELS[id_]:
            others = f", nor {' nor '.join(LEVELS[id_])}" if LEVELS[id_] else ""
            yield choice, f"'{choice}' is no level of education{others}. The levels are: {', '.join(levels)}."
        elif id_ == "study" and choice in levels and top is not None and levels[choice].rank > top:
            yield choice, f"'{choice}' is above the ceiling no_masters; nothing above it limits. Write any."


def competency_sets_are_counted(knowledge: Knowledge) -> Iterator[Problem]:
    """The certification of the pack has as many required sets and sets to choose from as it says."""
    sets = knowledge.records("lssc")
    required = sum(record.required for record in sets.values())
    found = (required, len(sets) - required)
    certification = next((pack.certification for pack in _packs(knowledge)), None)
    if certification is None:
        if sets:
            message = "these sets belong to no certification: describe it under 'certification' in pack.yaml."
            yield knowledge.problem("lssc", next(iter(sets)), (), message)
        return
    if found != (certification.required, certification.electives):
        rule = f"{certification.required} sets are required and {certification.electives} to choose from"
        message = f"{rule} by pack.yaml, but lssc.yaml has {found[0]} and {found[1]}."
        if sets:
            yield knowledge.problem("lssc", next(iter(sets)), (), message)
        else:
            yield knowledge.problem("pack", "pack", ("certification",), message)


def prices_can_be_judged(knowledge: Knowledge) -> Iterator[Problem]:
    """What a way needs has a price or an estimate in the currency of the pack; nothing is converted."""
    needed = {
        need.credential
        for role in knowledge.records("roles").values()
        for needs in (role.entry.needs if role.entry else (), *(move.needs for move in role.moves))
        for need in needs
    }
    for pack in _packs(knowledge):
        for id_, record in knowledge.records("credentials").items():
            price = record.cost if id_ in needed and not record.dearest else None
            if price and price.high and price.currency != pack.currency:
                message = (
                    f"this price is in {price.currency}, and amounts of the pack are in {pack.currency or 'none'}: add "
                    "'dearest', the dearest plausible price in the currency of the pack."
                )
                yield knowledge.problem("credentials", id_, ("cost", "currency"), message)


def _packs(knowledge: Knowledge) -> Iterator[Pack]:
    yield from knowledge.records("pack").values()


PACK_RULES = (ceilings_are_in_order, practical_questions_are_known, competency_sets_are_counted, prices_can_be_judged)
"""The rules over the profession file, in the order in which they are applied."""
