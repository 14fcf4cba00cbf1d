"""What advertisements say whatever the job is: sentences about pay, benefits and the way to apply, and their words."""

from __future__ import annotations

import re
from functools import cache

from libcareer.knowledge.terms import terms

_FORMAL = re.compile(
    r"\bequal (?:opportunity|employment)|\bdiscriminat|\bwithout regard|\baccommodations?\b|\bveterans?\b"
    r"|\bdisabilit|\breligio"
    r"|\bnational origin|\bbenefits?\b|\binsurance\b|\bretirement\b|\b(?:paid|sick) (?:leave|vacation|time)"
    r"|\bvacation\b"
    r"|\bto apply\b|\bapply\b|\bapplications?\b|\bapplicants?\b|\bcandidates?\b|\bcover letter"
    r"|\bcurriculum vitae|\breferences\b(?! (?:service|desk|question|interview|work))"
    r"|\bresumes?\b|\bbackground checks?|\bfinalists?\b|\bsalary\b|\bcompensation\b|\bposition is (?:open|full"
    r"|part)|@|\bwww\.|https?:"
    r"|\benrolls?\b|\bfounded in|\blocated in|\bour (?:mission|values)|\bnestled\b|\bemployer\b|\bposting\b"
    r"|\bfield of study\b|\baffirmative\b"
    r"|\bprofessional development\b|\bcommitted to (?:diversity|equity|inclusion|building)",
    re.IGNORECASE,
)
"""Patterns of sentences on pay, benefits, the way to apply and the employer, which say nothing about the work."""

USUAL_WORDS = """
    ability able about accredited across additional after all also among an and any applicable appropriate are area
    as assist at be been before bring by can career come commitment communicate communication compete competitive
    comply current day degree demonstrate demonstrated department desire detail develop directly diploma diverse
    diversity do during each education effective efficient employee employment energetic ensure environment
    equivalent essential establish etc excellent experience fast for from full function general good graduate have
    help high hour if in include including independent independently individual innovative institution interpersonal
    into is it its job join knowledge level like looking maintain make may member minimum month more most must need
    needed new not of office on one opportunity oral or organization organizational other our out over own pace
    paced part passion per perform person please position possess prefer preferred prior priority process
    professional proficiency proficient progressively proven provide qualification qualified qualify relate related
    relevant report require required requirement responsibility responsible role salary seek self setting several
    skill some staff start state strong successful such support take task team than that the their them there these
    they this through time to two under university up use using variety various verbal very we week well when where
    which while who will with within work working would write written year you your three four five six seven eight
    nine ten first second
"""
"""Words of advertisements in every field; editorial, from reading advertisements."""


@cache
def usual_terms() -> frozenset[str]:
    """The terms that say nothing about the field of an advertisement."""
    return frozenset(terms(USUAL_WORDS))


def is_formal(sentence: str) -> bool:
    """Whether a *sentence* is about pay, benefits, the way to apply or the employer, and not about the work."""
    return _FORMAL.search(sentence) is not None


def telling_terms(sentence: str) -> list[str]:
    """The terms of a *sentence* that can say something about the work; none of a formal one."""
    if is_formal(sentence):
        return []
    usual = usual_terms()
    return [term for term in terms(sentence) if term not in usual and not term.isdigit()]
