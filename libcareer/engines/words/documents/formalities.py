"""What advertisements say whatever the job is: sentences about pay, benefits and the way to apply, and their words."""

from __future__ import annotations

import re
from functools import cache

from libcareer.knowledge.terms import terms

_FORMAL = re.compile(
    r"\b(?:"
    r"equal (?:opportunity|employment)"
    r"|discriminat"
    r"|without regard"
    r"|reasonable accommodation"
    r"|veteran status"
    r"|regardless of\b"
    r"|religion\b"
    r"|national origin"
    r"|affirmative action"
    r"|gender identity"
    r"|benefits? (?:package|include|eligible|program)"
    r"|(?:full|excellent|generous|comprehensive|competitive) benefits"
    r"|(?:health|dental|life|medical) insurance"
    r"|retirement\b"
    r"|(?:paid|sick|annual) (?:leave|vacation|time|holidays)"
    r"|tuition (?:remission|assistance|waiver)"
    r"|professional development (?:funds|support|opportunit)"
    r"|to apply\b"
    r"|apply (?:online|by|now|at|via|through|today)\b"
    r"|please (?:apply|submit|send)\b"
    r"|applications? (?:will|must|should|received|deadline|review|materials|process|form|packet)"
    r"|review of applications"
    r"|(?:submit|send|attach|include|provide|upload|email)\b[^.]{0,50}\b(?:resumes?|cover letters?|references|vitae)"
    r"|(?:candidates?|applicants?|finalists?) (?:will be|must submit|should (?:send|submit)|may be|are encouraged)"
    r"|background (?:check|screening|investigation)"
    r"|pre-?employment"
    r"|position (?:is|will (?:be|remain)) (?:open|filled)"
    r"|founded in\b"
    r"|established in 1[789]"
    r"|enrolls?\b"
    r"|is located in\b"
    r"|our (?:mission|values) (?:is|are)\b"
    r"|nestled\b"
    r"|(?:vibrant|thriving) (?:city|community|downtown)"
    r"|population of\b"
    r"|cost of living"
    r"|hours? from\b"
    r"|nationally ranked"
    r"|committed to (?:diversity|equity|inclusi|building)"
    r"|www\."
    r"|https?:"
    r")|[\w.]@[\w-]+\.",
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
