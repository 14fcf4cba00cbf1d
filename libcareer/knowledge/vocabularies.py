"""The vocabulary of some knowledge; what its file does not say is taken from the names of other records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import structs

from libcareer.knowledge.model.vocabulary import Demand, Vocabulary

if TYPE_CHECKING:
    from libcareer.knowledge.reading import Knowledge


def vocabulary_of(knowledge: Knowledge) -> Vocabulary:
    """The vocabulary of *knowledge*.

    Without words by which questions and advertisements of the field are known, they are known by the parts of words
    that are `known` in the profession file. Without demands, advertisements ask for levels of education by their
    titles.
    """
    found: Vocabulary = knowledge.records("vocabulary").get("vocabulary") or Vocabulary()
    pack = knowledge.records("pack").get("pack")
    known = tuple(f"{part}*" for part in pack.known) if pack else ()
    questions, advertisements = found.questions, found.advertisements
    if not questions.only and not questions.shared:
        questions = structs.replace(questions, shared=known)
    return structs.replace(
        found,
        questions=questions,
        advertisements=structs.replace(
            advertisements,
            field=advertisements.field or known,
            demands=advertisements.demands or _titles(knowledge),
        ),
    )


def _titles(knowledge: Knowledge) -> tuple[Demand, ...]:
    """The levels of education by their titles, the highest first; marks of phrases are no marks in a title."""
    levels = sorted(knowledge.records("education").items(), key=lambda level: (-level[1].rank, level[0]))
    said = ((id_, level, re.sub(r"[()/*]", " ", level.title).strip()) for id_, level in levels)
    return tuple(Demand(level.one or level.title, (title,), id_) for id_, level, title in said if title)
