"""English as the United States and the United Kingdom write it: which words the one spells or says differently."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from libcareer.knowledge.enums import English

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEMS = {
    "colour": "color", "favour": "favor", "honour": "honor", "labour": "labor", "neighbour": "neighbor",
    "behaviour": "behavior", "flavour": "flavor", "rumour": "rumor", "harbour": "harbor", "humour": "humor",
    "endeavour": "endeavor", "savour": "savor", "grey": "gray", "plough": "plow", "mould": "mold",
}  # fmt: skip
"""Stems whose spelling differs, by the British one; each takes any of the endings."""

_ENDINGS = ("", "s", "ed", "ing", "er", "ers", "ful", "able", "ite", "ites", "al", "hood", "hoods", "ly", "less")

_DOUBLED = (
    "travel", "label", "model", "cancel", "counsel", "level", "signal", "tunnel", "channel", "fuel", "total", "marvel",
    "equal", "quarrel", "initial", "dial", "pencil",
)  # fmt: skip
"""Words on l that only British spelling doubles before an ending."""

_DOUBLED_ENDINGS = ("ed", "ing", "er", "ers", "or", "ors")

_SPELLINGS = {
    "analogue": "analog", "artefact": "artifact", "artefacts": "artifacts", "calibre": "caliber",
    "catalogue": "catalog", "catalogued": "cataloged", "cataloguer": "cataloger", "cataloguers": "catalogers",
    "catalogues": "catalogs", "cataloguing": "cataloging", "centre": "center", "centred": "centered",
    "centres": "centers", "cosy": "cozy", "defence": "defense", "encyclopaedia": "encyclopedia", "enrol": "enroll",
    "enrolment": "enrollment", "enrolments": "enrollments", "enrols": "enrolls", "fibre": "fiber", "fibres": "fibers",
    "fulfil": "fulfill", "fulfilment": "fulfillment", "fulfils": "fulfills", "instalment": "installment",
    "instalments": "installments", "jewellery": "jewelry", "litre": "liter", "litres": "liters",
    "manoeuvre": "maneuver", "meagre": "meager", "mediaeval": "medieval", "offence": "offense",
    "orthopaedic": "orthopedic", "paediatric": "pediatric", "pretence": "pretense", "pyjamas": "pajamas",
    "sceptic": "skeptic", "sceptical": "skeptical", "skilful": "skillful", "sombre": "somber", "theatre": "theater",
    "theatres": "theaters", "wilful": "willful",
}  # fmt: skip
"""Words whose spelling differs, by the British one."""

_UNAMERICAN = {
    "acknowledgement": "acknowledgment", "ageing": "aging", "amongst": "among", "analyse": "analyze",
    "analysed": "analyzed", "analyser": "analyzer", "analysing": "analyzing", "cheque": "check", "cheques": "checks",
    "enquire": "inquire", "enquiries": "inquiries", "enquiry": "inquiry", "focussed": "focused",
    "judgement": "judgment", "judgements": "judgments", "kerb": "curb", "kilometre": "kilometer",
    "kilometres": "kilometers", "learnt": "learned", "licence": "license", "licences": "licenses", "maths": "math",
    "metre": "meter", "metres": "meters", "orientated": "oriented", "paralyse": "paralyze", "paralysed": "paralyzed",
    "practise": "practice", "practised": "practiced", "practises": "practices", "practising": "practicing",
    "programme": "program", "programmes": "programs", "specialities": "specialties", "speciality": "specialty",
    "storey": "story", "tyre": "tire", "tyres": "tires", "whilst": "while",
}  # fmt: skip
"""Words that American English does not have, and for which British English has both forms."""

_VERB = re.compile(r"((?:un|re|over|im)?(\w{2,}?))is(e|es|ed|ing|er|ers|able|ation|ations|ational)")
"""A word that may be a verb on -ize, or made of one, in British spelling."""

_NEVER_Z = frozenset(
    """
    adv advert an appr appra ar bra bru cer chast chem circumc comprom compr conc cr cru dem desp dev disenfranch
    disgu enterpr exc exerc exorc expert franch fundra gu improv inc ka lia mala mayonna merchand no parad po porpo pra
    prec prem prom ra repr rev sunr superv surm surpr telev torto treat turquo val
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""What stands before -ise where no English writes -ize; -wise is another."""


def rather(word: str, english: English) -> str | None:
    """What the *english* of a country writes for *word*, if it does not write that; else None."""
    lower = word.lower()
    found = _OTHER[english].get(lower)
    if found is None and english is English.US:
        found = _with_z(lower)
    return found and (found.capitalize() if word[0].isupper() else found)


def _with_z(word: str) -> str | None:
    verb = _VERB.fullmatch(word)
    if verb is None or not _NEVER_Z.isdisjoint(verb.group(1, 2)) or verb[1].endswith("w"):
        return None
    return f"{verb[1]}iz{verb[3]}"


def _differing() -> Iterator[tuple[str, str]]:
    """Words of British spelling, each with the American one."""
    for british, american in _STEMS.items():
        yield from ((british + ending, american + ending) for ending in _ENDINGS)
    for stem in _DOUBLED:
        yield from ((f"{stem}l{ending}", stem + ending) for ending in _DOUBLED_ENDINGS)
    yield from _SPELLINGS.items()


_OTHER = {
    English.US: dict(_differing()) | _UNAMERICAN,
    English.UK: {american: british for british, american in _differing()},
}
"""What each English writes for the words that it does not write."""
