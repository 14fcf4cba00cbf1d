"""The rules for records that are ready to be used: nothing is left to fill in, and texts are written for people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from libcareer.errors import Problem
from libcareer.knowledge.enums import Asked
from libcareer.knowledge.figures import texts
from libcareer.knowledge.model.credentials import CredentialKind
from libcareer.knowledge.reading import RECORD_KINDS, SINGLE_FILES
from libcareer.knowledge.spelling import fold
from libcareer.knowledge.templates import MARK, MARKED, example, examples
from libcareer.knowledge.terms import terms
from libcareer.knowledge.yaml_nodes import LINE_END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.roles import Role
    from libcareer.knowledge.reading import Knowledge

DOUBLED = re.compile(r"\b(?!(?:that|had|is|no|who)\b)([a-z]{2,}) \1\b")
"""A word written twice in a row, but for those that a sentence may have so."""

KIND_OF_TEMPLATE = {"items": "quiz"}
"""The kinds of record whose template has another name than they have."""


def placeholders(file: str, data: bytes) -> Iterator[Problem]:
    """A problem for each line of *data*, the bytes of a *file*, in which something is left to fill in or to choose."""
    for number, line in enumerate(LINE_END.split(data.decode("utf-8-sig", "replace")), 1):
        found = MARKED.search(line)
        if found:
            what = found[1].strip(' -#:."') or "put your own words here"
            # The message says what the line says, so the line is not quoted.
            yield Problem(file, number, found.start() + 1, f"still to do: {what}.")


def texts_are_ones_own(knowledge: Knowledge) -> Iterator[Problem]:
    """No text is the example of the template; a pack may ask the practical questions in its words."""
    for kind in (one for one in RECORD_KINDS if one not in SINGLE_FILES):
        known = examples(KIND_OF_TEMPLATE.get(kind, kind))
        for id_, record in knowledge.records(kind).items():
            for where, text in texts(record):
                if MARK not in text and example(text) in known:
                    message = "this is the example of the template; write your own words."
                    yield knowledge.problem(kind, id_, where, message)


def texts_are_for_people(knowledge: Knowledge) -> Iterator[Problem]:
    """A text has no control characters, no dash that keyboards lack, and no word twice in a row."""
    for kind in RECORD_KINDS:
        for id_, record in knowledge.records(kind).items():
            for where, text in texts(record):
                if not text.isprintable():
                    char = next(char for char in text if not char.isprintable())
                    message = f"the character U+{ord(char):04X} cannot be shown; leave it out, or write the text anew."
                    yield knowledge.problem(kind, id_, where, message)
                if "\N{EM DASH}" in text:
                    message = "a long dash; use a comma, a colon or a new sentence."
                    yield knowledge.problem(kind, id_, where, message)
                if doubled := DOUBLED.search(text):
                    yield knowledge.problem(kind, id_, where, f"'{doubled[0]}' has a word twice.")


def sources_are_named_once(knowledge: Knowledge) -> Iterator[Problem]:
    """The sources of a role differ, so that two of them are two."""
    for id_, role in knowledge.records("roles").items():
        for number, source in enumerate(role.sources):
            if source in role.sources[:number]:
                yield knowledge.problem("roles", id_, ("sources", number), f"'{source}' is listed twice.")


def wordings_differ(knowledge: Knowledge) -> Iterator[Problem]:
    """The wordings of a question are different ones."""
    for id_, question in knowledge.records("questions").items():
        seen = {fold(question.question)}
        for number, wording in enumerate(question.also):
            if fold(wording) in seen:
                yield knowledge.problem("questions", id_, ("also", number), "this wording is given twice.")
            seen.add(fold(wording))


def laws_ask_for_licenses(knowledge: Knowledge) -> Iterator[Problem]:
    """Where a role says that the law asks for a credential, it is a license of a state; all else employers ask for."""
    credentials = knowledge.records("credentials")
    for id_, role in knowledge.records("roles").items():
        for where, credential, asked in _asked(role):
            record = credentials.get(credential or "")
            if asked is Asked.LAW and record and record.kind is not CredentialKind.LICENCE:
                message = f"'{credential}' is no license, so no law asks for it; say employers or habit."
                yield knowledge.problem("roles", id_, where, message)


def roles_have_pay(knowledge: Knowledge) -> Iterator[Problem]:
    """The first occupation of a role, which gives its pay, has some; in a pack without pay none has."""
    occupations = knowledge.records("occupations")
    if not any(occupation.pay for occupation in occupations.values()):
        return
    for id_, role in knowledge.records("roles").items():
        code = role.occupations[0].code
        if code in occupations and not occupations[code].pay:
            message = f"'{code}' has no pay figure; name first an occupation that has one."
            yield knowledge.problem("roles", id_, ("occupations", 0, "code"), message)


def phrases_are_said_for_one_thing(knowledge: Knowledge) -> Iterator[Problem]:
    """No two synonyms share what people say."""
    homes: dict[tuple[str, ...], str] = {}
    for id_, synonym in knowledge.records("synonyms").items():
        for number, phrase in enumerate(synonym.said):
            key = tuple(terms(phrase))
            if key in homes:
                message = f"'{phrase}' is said for '{homes[key]}' already."
                yield knowledge.problem("synonyms", id_, ("said", number), message)
            homes.setdefault(key, id_)


READY_RULES = (
    texts_are_ones_own,
    texts_are_for_people,
    sources_are_named_once,
    wordings_differ,
    laws_ask_for_licenses,
    roles_have_pay,
    phrases_are_said_for_one_thing,
)
"""The rules for what is ready, in the order in which they are applied; a draft may break them."""


def _asked(role: Role) -> Iterator[tuple[FieldPath, str | None, Asked]]:
    """Every credential that a role asks for, with its path and who asks; None for a need that is no credential."""
    for number, wanted in enumerate(role.credentials):
        yield ("credentials", number), wanted.credential, wanted.asked
    for number, need in enumerate(role.entry.needs if role.entry else ()):
        yield ("entry", "needs", number), need.credential, need.asked
    for number, move in enumerate(role.moves):
        for position, need in enumerate(move.needs):
            yield ("moves", number, "needs", position), need.credential, need.asked
