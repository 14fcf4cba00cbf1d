"""What is not known here: other languages, topics that are not held, other fields, figures of other countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choices import Section
from libcareer.engines.words.questions.answer import Page
from libcareer.engines.words.questions.common import COMMON, terms_of
from libcareer.knowledge.spelling import fold
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.words.questions.answer import Found
    from libcareer.engines.words.questions.question import Question
    from libcareer.engines.words.questions.ranking import Ranking
    from libcareer.knowledge.model.terms import Term

LANGUAGES = {
    "Spanish": """
        el los las una del por para con que como cuál dónde puedo ser trabajo sin quiero cuánto gana soy estoy hay
        sueldo
    """,
    "French": """
        le les des une du pour dans avec que quel quelle quels comment je suis est sont aux au sur métier salaire
        devenir faut vous mon
    """,
    "German": """
        der die das ein eine und für mit wie wird werde ich ist sind kann als zu von im beruf gehalt wo was
    """,
    "Italian": "il lo gli una del per con che come sono posso di diventare lavoro stipendio",
    "Portuguese": "o os as uma do da para com que como posso ser em trabalho salário",
    "Dutch": "de het een en van voor met hoe word ik is kan salaris",
}
"""Frequent words of languages other than English; a vocabulary adds the words for its field in them."""

LEAST_FOREIGN = 2
"""Words of another language from which on a question is in that language, if it has no more of English."""

PROGRAM = ("libcareer", "quiz")
"""Words for this program: with one of them a question is about what it holds."""

CAREERS = frozenset(
    term
    for word in """
    ability application apply career certificate certification colleague degree diploma employer experience hire
    interview interviewer job major master occupation offer overqualified post posting profession professional promote
    promotion qualification resume retrain salary skill training unemployed work
    """.split()  # noqa: SIM905 - a list of words is read as words
    for term in terms(word)
)
"""Terms of careers in any field: each is a sign that a question is about the field of the catalog."""

PHRASE, LIKE, TITLED = 1.5, 2.5, 3.0
"""How many signs are worth: a synonym of several words; a likeness of 1 to a stored question; and names of one
record that have all words of the question. Fitted by hand to a hundred questions of our own, like ENOUGH."""

ENOUGH = 2.25
"""Signs from which on a question is about this field."""

TITLES = ("roles", "credentials")
"""Kinds of record whose names are a sign of this field even if they are single words."""

WHOLE = ("roles", "settings", "fields")
"""Kinds of record whose names show this field if they have several words, however general each is."""

ASIDE = 0.25
"""The share of the weight from which on a topic is the subject, although the sentence that asks does not name it."""


def language(question: Question) -> str | None:
    """The language of a *question* that is not in English; None if it is."""
    english = sum(term in COMMON or term in question.generic for term in question.terms)
    typed = question.text.casefold().replace("¿", " ").replace("?", " ").replace(",", " ").split()
    own = question.catalog.vocabulary.questions.languages
    known = {name: {*LANGUAGES.get(name, "").split(), *own.get(name, ())} for name in {**LANGUAGES, **own}}
    counts = {name: sum(word in words for word in typed) for name, words in known.items()}
    name = max(counts, key=lambda one: counts[one])
    return name if counts[name] >= max(LEAST_FOREIGN, english) else None


def topic(catalog: Catalog, question: Question, ranking: Ranking) -> str | None:
    """The topic that is asked about and is not answered here, by id; None if there is none."""
    whole = ranking.total(question.subjects) or 1
    for id_, unanswered in catalog.unanswered.items():
        if any(map(question.spelled.in_order, unanswered.unless)):
            continue
        for cue in unanswered.cues:
            at = question.spelled.in_order(cue)
            share = ranking.total({question.terms[place] for place in at} & question.subjects) / whole
            if at and (question.asking.intersection(at) or share >= ASIDE):
                return id_
    return None


def of_this_field(question: Question, ranking: Ranking) -> bool:
    """Whether a *question* is about this field: by one of its terms, by a name, or by enough signs."""
    own = question.catalog.vocabulary.questions
    if _having(question, (*own.only, *PROGRAM)) or question.acronyms:
        return True
    for name in question.names:
        words = set(question.terms[name.start : name.end]) - COMMON
        if len(words - question.generic) > 1 or (len(words) > 1 and any(kind in WHOLE for kind, _ in name.records)):
            return True
    named = sum(any(kind in TITLES for kind, _ in name.records) for name in question.names)
    phrases = sum(len(places) > 1 for places in question.meanings.values())
    likeness = max(ranking.likeness.values(), default=0.0)
    signs = named + len(_having(question, own.shared) | CAREERS.intersection(question.terms)) + PHRASE * phrases
    return signs + LIKE * likeness + TITLED * ranking.titled() >= ENOUGH


def _having(question: Question, words: tuple[str, ...]) -> set[str]:
    """Those terms of a *question* that are among *words*, or begin as one that ends in an asterisk."""
    whole = terms_of(tuple(word for word in words if not word.endswith("*")))
    begun = tuple(fold(word) for word in words if word.endswith("*"))
    parts = zip(question.words, question.terms, strict=True)
    return {term for word, term in parts if term in whole or (begun and word.startswith(begun))}


def telling(question: Question, ranking: Ranking) -> bool:
    """Whether the words of a *question* that decide are all unknown: no other word is more than general."""
    return bool(ranking.unknown) and question.subjects <= ranking.unknown | question.generic


def not_held(catalog: Catalog, question: Question, best: Found | None) -> tuple[str, ...]:
    """What the answer to a *question* about other countries lacks, as sentences; *best* may be of one of them."""
    told: list[str] = []
    home = catalog.pack.country
    for id_ in question.countries:
        country = catalog.abroad[id_]
        if best and best.page is Page.CREDENTIAL and _counts_in(catalog.credentials[best.id].jurisdiction, country):
            continue
        known = catalog.countries.get(id_)
        if Section.PAY in question.aspects and known and known.occupations:
            other = f"; all other pay and outlook is of {home.called}" if home else ""
            told.append(f"What {country.title} publishes about pay is on the page of a role for that country{other}.")
        elif Section.PAY in question.aspects:
            other = f"; all pay and outlook is of {home.called}" if home else ""
            told.append(f"No figures for {country.title} are held here{other}.")
        else:
            whose = f" are of {home.called} and" if home else ""
            told.append(f"Rules and figures here{whose} may not hold in {country.title}.")
    return tuple(told)


def _counts_in(jurisdiction: str, country: Term) -> bool:
    """Whether a *jurisdiction*, told in words, is *country*."""
    said = f"-{fold(jurisdiction)}-"
    return any(f"-{fold(name)}-" in said for name in (country.title, *country.aliases))
