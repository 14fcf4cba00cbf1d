"""The job of any field that words mean: by its code, by a title, or by what somebody did.

A title that people use leads to the jobs that O*NET lists it for. One that nobody uses is compared with all titles:
word order, endings and a slip in a word make no difference, and a rare word tells more than a common one (inverse
document frequency). Words that are no title are compared with the tasks of all jobs.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.catalog.jobs import OFFICIAL, REPORTED
from libcareer.knowledge.spelling import fold, one_slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.jobs import JobTables

MOST_MEANINGS = 9
"""The most jobs that one is asked to choose from."""

ENOUGH = 0.55
"""The likeness of a title from which it may be what was typed, 0 to 1."""

NEAR_BEST = 0.8
"""A title may be meant as well if its likeness is at least so much of the best one."""

SURE, AHEAD = 0.9, 1.25
"""A likeness from which the job of a title is taken without a question, if it is so much ahead of the next one."""

ALONE = 0.6
"""The same if no other job has a title that is nearly as similar."""

PRESENT = {
    "taught": "teach", "ran": "run", "sold": "sell", "kept": "keep", "wrote": "write", "led": "lead", "drove": "drive",
    "built": "build", "made": "make", "bought": "buy", "gave": "give", "took": "take", "held": "hold", "fed": "feed",
    "told": "tell", "met": "meet", "did": "do", "spoke": "speak", "flew": "fly", "grew": "grow", "dealt": "deal",
    "drew": "draw", "sent": "send", "caught": "catch", "fought": "fight", "rang": "ring", "read": "read",
}  # fmt: skip
"""Verbs as people tell what they did, in the form in which tasks have them."""

AGENTS = {
    "taught": "teacher", "teaching": "teacher", "drove": "driver", "managed": "manager", "ran": "manager",
    "supervised": "supervisor", "wrote": "writer", "edited": "editor", "translated": "translator",
    "interpreted": "interpreter", "designed": "designer", "cooked": "cook", "cleaned": "cleaner", "sold": "salesperson",
    "coached": "coach", "tutored": "tutor", "programmed": "programmer", "counseled": "counselor", "led": "leader",
    "guarded": "guard", "developed": "developer", "administered": "administrator", "photographed": "photographer",
    "directed": "director", "repaired": "repairer", "analyzed": "analyst", "researched": "researcher",
}  # fmt: skip
"""What people are called who did something: with its object before it, it makes a title (third grade teacher)."""

ABBREVIATIONS = {
    "rep": "representative", "mgr": "manager", "asst": "assistant", "tech": "technician", "exec": "executive",
    "coord": "coordinator", "supv": "supervisor", "prof": "professor", "dev": "developer", "ops": "operations",
    "admin": "administrative", "hr": "human-resource", "acct": "accounting", "phd": "doctor",
}  # fmt: skip
"""Words of titles as people shorten them."""

COVERED, COVERED_TOLD = 0.6, 0.25
"""The share of words, by their rarity, that the tasks of the likeliest job must have: of words that may be a title, and
of words that tell what somebody did."""

MANY_WORDS = 7
"""Words that are too many for a title."""

FEWEST_STEMS = 2
"""Stems of tasks that words must have to be what somebody did."""

CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")
LONGEST = 300
"""Characters of a title or of words about one's duties that are looked at."""

SHORTEST_SLIP = 5
"""Letters of the shortest word in which a slip is recognized."""

GENERAL = frozenset(
    """
    a an and at for in of the to with i am was my as former senior sr junior jr lead full part time certified licensed
    professional experienced retired freelance head
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words that tell no job from another."""


class Meaning(Struct, frozen=True):
    """The jobs that words may mean, likeliest first.

    With *sure* the first one is meant; others that the same title is used for follow it. *how* says by what they were
    found: code, title, like (a similar title) or duties.
    """

    codes: tuple[str, ...]
    sure: bool
    how: str


NO_MEANING = Meaning((), False, "")


def exact_meaning(catalog: Catalog, words: str) -> Meaning:
    """The jobs with the code or a title that *words* are; none if there is none, or no table of jobs."""
    tables = catalog.jobs
    if tables is None or len(words) > LONGEST:
        return NO_MEANING
    if CODE.fullmatch(code := words.strip()):
        whole = code if "." in code else f"{code}.00"
        return Meaning((whole,), True, "code") if whole in tables else NO_MEANING
    called = catalog.origin_names
    for form in _forms(words):
        marks = tables.meanings(form)
        if marks or form in called:
            return _titled(catalog, form, marks, called.get(form))
    return NO_MEANING


def meaning(catalog: Catalog, words: str) -> Meaning:
    """The jobs that *words* mean: as a code or a title, else by similar titles, else by duties; none if unknown."""
    exact = exact_meaning(catalog, words)
    tables = catalog.jobs
    if exact.codes or tables is None or len(words) > LONGEST:
        return exact
    if _tells_duties(words):
        return _by_duties(catalog, tables, words)
    found = _similar(catalog, tables, fold(words).split("-"))
    return found if found.codes else _by_duties(catalog, tables, words)


def _tells_duties(words: str) -> bool:
    """Whether *words* tell what somebody did, and are no title: they begin with a verb, or are many."""
    said = [word.strip(",.;:").lower() for word in words.split()]
    begins = len(said) > 2 and (said[0] in PRESENT or said[0].endswith(("ed", "ing")))
    return begins or len(said) >= MANY_WORDS


def _forms(words: str) -> Iterator[str]:
    """The forms in which *words* may be a title: whole, without brackets, without words that tell nothing."""
    bare = re.sub(r"\([^)]*\)", " ", words)
    parts = fold(bare).split("-")
    told = [part for part in parts if part not in GENERAL]
    yield "-".join(ABBREVIATIONS.get(part, part) for part in parts)
    inside = re.findall(r"\(([^)]*)\)", words)
    yield from dict.fromkeys((fold(words), "-".join(parts), *map(fold, inside), "-".join(told)))


def _titled(catalog: Catalog, form: str, marks: Mapping[str, str], called: str | None) -> Meaning:
    """The jobs of a title by their *marks*: what it is called here, the official one, then those that people report."""
    order = sorted(
        marks,
        key=lambda code: (code != called, marks[code] != OFFICIAL, not marks[code], code not in catalog.origins, code),
    )
    if called and called not in order:
        order.insert(0, called)
    reported = [code for code in order if marks.get(code) == REPORTED]
    single = len(order) == 1 or bool(called) or OFFICIAL in marks.values()
    said = set(form.split("-"))
    named = (
        bool(reported) and catalog.jobs is not None and said <= set(fold(catalog.jobs.official[order[0]]).split("-"))
    )
    sure = single or (len(said) > 1 and reported == order[:1] and named)
    return Meaning(tuple(order[:MOST_MEANINGS]), sure, "title")


# ---------------------------------------------------------------------------- similar titles


def _similar(catalog: Catalog, tables: JobTables, typed: list[str]) -> Meaning:
    """The jobs whose titles have the words *typed*, whatever their order, or nearly."""
    wanted = [word for word in typed if word not in GENERAL] or typed
    if not wanted:
        return NO_MEANING
    names = [(name.split("-"), marks) for name, marks in tables.titles()]
    count = Counter(word for words, _ in names for word in set(words))
    meant = [_spelled(word, count) for word in wanted]
    most = math.log(len(names))
    rarity = {word: math.log(len(names) / times) for word, times in count.items()}
    spelled = [sorted(some) for some in meant]
    if wanted == typed and all(len(some) == 1 for some in spelled):
        corrected = "-".join(some[0] for some in spelled)
        if corrected != "-".join(typed) and (marks := tables.meanings(corrected)):
            return _titled(catalog, corrected, marks, None)
    if len(wanted) == 1:
        return _heads(catalog, names, meant[0])
    weights = [max((rarity[word] for word in some), default=most) for some in meant]
    whole = sum(weight**2 for weight in weights)
    best: dict[str, float] = {}
    votes: dict[str, float] = defaultdict(float)
    for words, marks in names:
        said = set(words)
        hits = [weight for some, weight in zip(meant, weights, strict=True) if not some.isdisjoint(said)]
        if not hits:
            continue
        dot = sum(weight**2 for weight in hits)
        length = sum(rarity[word] ** 2 for word in said if word not in GENERAL)
        likeness = dot / math.sqrt(whole * length) if length else 0.0
        # The last word of an English title says what the person is.
        likeness *= 1.0 if not meant[-1].isdisjoint(words[-1:]) else 0.85
        for code in marks:
            best[code] = max(best.get(code, 0.0), likeness)
            if likeness > ENOUGH:
                votes[code] += likeness**4
    scores = {code: likeness + 0.05 * math.log1p(votes[code]) for code, likeness in best.items() if likeness >= ENOUGH}
    order = sorted(scores, key=lambda code: (-scores[code], code not in catalog.origins, code))
    if not order:
        return NO_MEANING
    near = [code for code in order if scores[code] >= NEAR_BEST * scores[order[0]]][:MOST_MEANINGS]
    if len(near) == 1:
        return Meaning(tuple(near), best[near[0]] >= ALONE, "like")
    return Meaning(tuple(near), best[near[0]] >= SURE and scores[near[0]] > AHEAD * scores[near[1]], "like")


def _heads(catalog: Catalog, names: list[tuple[list[str], dict[str, str]]], head: set[str]) -> Meaning:
    """The jobs with most titles that end with the one word *head*, as manager of what; those people come from first."""
    votes: Counter[str] = Counter()
    for words, marks in names:
        if words[-1] in head:
            votes.update({code: 1 + 4 * (mark != "") + 40 * (len(words) == 1) for code, mark in marks.items()})
    order = sorted(votes, key=lambda code: (code not in catalog.origins, -votes[code], code))
    return Meaning(tuple(order[:MOST_MEANINGS]), len(order) == 1, "like") if order else NO_MEANING


def _spelled(word: str, known: Mapping[str, int]) -> set[str]:
    """The words of titles that *word* is, or misspells."""
    if word in known:
        return {word}
    if len(word) < SHORTEST_SLIP:
        return set()
    long = (other for other in known if len(other) >= SHORTEST_SLIP and abs(len(other) - len(word)) < 2)
    close = {other for other in long if one_slip(word, other)}
    most = max((known[other] for other in close), default=0)
    return {other for other in close if known[other] == most}


# ---------------------------------------------------------------------------- duties


def _by_duties(catalog: Catalog, tables: JobTables, words: str) -> Meaning:
    """The jobs whose tasks have most of what *words* tell, after those with a title for what was done first."""
    codes = [code for code, _ in near_tasks(tables, [words])[:MOST_MEANINGS]]
    first = re.split(r"[,;.]|\band\b", words)[0].lower().split()
    if first and first[0] in AGENTS and first[1:]:
        named = _similar(catalog, tables, fold(" ".join((*first[1:], AGENTS[first[0]]))).split("-"))
        codes = [*dict.fromkeys((*named.codes, *codes))][:MOST_MEANINGS]
    least = COVERED_TOLD if _tells_duties(words) else COVERED
    enough = bool(codes) and _covered(tables, words, codes[0]) >= least
    return Meaning(tuple(codes), False, "duties") if enough else NO_MEANING


def _covered(tables: JobTables, words: str, code: str) -> float:
    """The share of *words*, by their rarity, that the tasks and titles of the job *code* have."""
    most = math.log(len(tables.codes))
    whole = covered = 0.0
    for term in _stems([words]):
        having = {other for other, _ in tables.having(term)}
        rarity = math.log(len(tables.codes) / len(having)) if having else most
        whole += rarity
        covered += rarity if code in having else 0.0
    return covered / whole if whole else 0.0


def _stems(texts: Iterable[str]) -> Counter[str]:
    """The stems of *texts* that tell something, each with how often it is there; verbs in their first form."""
    from libcareer.knowledge.terms import terms

    said = (PRESENT.get(word.lower(), word) for text in texts for word in text.replace(",", " ").split())
    return Counter(term for term in terms(" ".join(said)) if term not in GENERAL)


def near_tasks(tables: JobTables, texts: Iterable[str]) -> list[tuple[str, float]]:
    """The jobs whose tasks have the words of *texts*, each with how well they agree, best first."""
    count = _stems(texts)
    scores: dict[str, float] = defaultdict(float)
    stems = 0
    for term, times in count.items():
        having = list(tables.having(term))
        stems += bool(having)
        rarity = math.log(len(tables.codes) / len(having)) if having else 0.0
        for code, weight in having:
            scores[code] += (1 + math.log(times)) * rarity * math.sqrt(weight)
    if stems < FEWEST_STEMS:
        return []
    return sorted(scores.items(), key=lambda one: (-one[1], one[0]))
