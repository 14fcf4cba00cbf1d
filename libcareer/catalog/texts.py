"""The texts of all records, section by section, and the terms in them, as the compiled file has them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from libcareer.knowledge.model.changes import Change
    from libcareer.knowledge.model.credentials import CompetencySet, Credential
    from libcareer.knowledge.model.fields import Field
    from libcareer.knowledge.model.findings import Dispute, Outdated
    from libcareer.knowledge.model.questions import Question
    from libcareer.knowledge.model.resources import Resource
    from libcareer.knowledge.model.roles import Need, Role
    from libcareer.knowledge.model.terms import Skill, Term

Texts = dict[str, str]
"""The text of each section of a record."""


def sections_and_postings(
    kinds: Mapping[str, Mapping[str, Any]],
) -> tuple[dict[str, dict[str, list[tuple[str, int]]]], dict[str, list[int]]]:
    """The sections of each record of *kinds* with their lengths, and the postings of each term.

    The postings of a term are numbers in pairs: of each passage with the term how far its number lies beyond
    that of the one before, and how often the passage has the term. Steps are smaller than numbers, and
    msgpack writes small ones in one byte.
    """
    sections: dict[str, dict[str, list[tuple[str, int]]]] = {}
    postings: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for number, (kind, id_, section, text) in enumerate(_passages(kinds)):
        counts = Counter(terms(text))
        for term, count in counts.items():
            postings.setdefault(term, []).extend((number - last.get(term, 0), count))
            last[term] = number
        sections.setdefault(kind, {}).setdefault(id_, []).append((section, counts.total()))
    return sections, dict(sorted(postings.items()))


def _passages(kinds: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, str, str]]:
    """Kind, id, section and text of every passage that has any text."""
    said = _Said(kinds)
    for kind, texts in sorted(said.of.items()):
        for id_, record in sorted(kinds[kind].items()):
            for section, text in texts(record).items():
                if text:
                    yield kind, id_, section, text


class _Said:
    """What each kind of record says, section by section; titles stand where a record refers to another by id."""

    def __init__(self, kinds: Mapping[str, Mapping[str, Any]]) -> None:
        self._kinds = kinds
        self.of: dict[str, Callable[[Any], Texts]] = {
            "roles": self._role,
            "skills": self._skill,
            "credentials": self._credential,
            "resources": self._resource,
            "fields": self._field,
            "disputes": self._dispute,
            "changes": self._change,
            "outdated": self._outdated,
            "questions": self._question,
            "settings": self._term,
            "clusters": self._term,
            "lssc": self._set,
        }

    def _titles(self, kind: str, ids: Iterable[str]) -> list[str]:
        return [self._kinds[kind][id_].title for id_ in ids]

    def _needs(self, needs: Iterable[Need]) -> list[str | None]:
        wanted = [id_ for need in needs for id_ in (need.credential, *need.instead) if id_]
        return [*(text for need in needs for text in (need.what, need.note)), *self._titles("credentials", wanted)]

    def _role(self, role: Role) -> Texts:
        entry, skills = role.entry, role.skills
        tries = (role.tries.hour, role.tries.day, role.tries.month)
        wanted = [wanted.credential for wanted in role.credentials]
        places = [*self._titles("settings", role.settings), *self._titles("clusters", [role.cluster])]
        return {
            "names": _joined(role.title, *role.aliases),
            "summary": role.summary,
            "work": _joined(*(duty.does for duty in role.duties)),
            "day": role.day,
            "skills": _joined(*self._titles("skills", [*skills.essential, *skills.useful])),
            "conditions": role.conditions.note,
            "pay": _joined(
                *self._titles("occupations", [covered.code for covered in role.occupations]),
                *(covered.note for covered in role.occupations),
            ),
            "entry": _joined(
                *((entry.how, entry.why, *self._needs(entry.needs)) if entry else ()),
                *self._titles("education", [role.education.typical]),
                role.education.note,
                *self._titles("credentials", wanted),
                *(wanted.note for wanted in role.credentials),
            ),
            "likes": _joined(*(like.says for like in role.likes)),
            "doubts": _joined(*(drawback.says for drawback in role.drawbacks)),
            "try": _joined(*(text for one in tries for text in (one.do, one.put_off))),
            "moves": _joined(*(text for move in role.moves for text in (move.why, move.how, *self._needs(move.needs)))),
            "related": _joined(*(related.why for related in role.related)),
            "settings": _joined(*places),
        }

    def _skill(self, skill: Skill) -> Texts:
        return {
            "names": _joined(skill.title, *skill.aliases),
            "summary": skill.summary,
            "elsewhere": _joined(skill.elsewhere),
            "evidence": _joined(skill.evidence),
        }

    def _credential(self, credential: Credential) -> Texts:
        return {
            "names": _joined(credential.title, credential.short, *credential.aliases, credential.issuer),
            "summary": credential.summary,
            "asked": credential.asked_note,
            "eligibility": _joined(credential.eligibility, *(one.note for one in credential.shortcuts)),
            "limits": credential.does_not,
            "how": credential.how,
            "renewal": _joined(credential.renewal),
            "equivalents": _joined(credential.equivalents),
            "states": _joined(*(text for one in credential.variants for text in (*one.states, one.note))),
            "costs": _joined(
                credential.cost.note if credential.cost else None, credential.time.note if credential.time else None
            ),
            "teaches": _joined(*self._titles("skills", credential.teaches)),
        }

    def _resource(self, resource: Resource) -> Texts:
        return {
            "names": _joined(resource.title, *resource.aliases),
            "summary": resource.summary,
            "note": _joined(resource.note),
        }

    def _field(self, field: Field) -> Texts:
        return {
            "names": _joined(field.title, *field.aliases),
            "summary": field.summary,
            "asks": _joined(field.asks, field.systems, field.materials),
            "people": _joined(*field.people, *field.where),
            "openers": _joined(*(text for opener in field.openers for text in (opener.ask, opener.because))),
        }

    def _dispute(self, dispute: Dispute) -> Texts:
        return {
            "names": _joined(dispute.question, *dispute.aliases),
            "why": dispute.why,
            "positions": _joined(*(position.says for position in dispute.positions)),
            "advice": dispute.advice,
        }

    def _change(self, change: Change) -> Texts:
        return {
            "names": _joined(change.title, *change.aliases),
            "says": change.says,
            "means": change.means,
            "place": _joined(self._kinds["countries"][change.country].title, *change.regions),
        }

    def _outdated(self, outdated: Outdated) -> Texts:
        return {"said": outdated.said, "now": outdated.now}

    def _question(self, question: Question) -> Texts:
        wordings = {f"wording {number}": text for number, text in enumerate(question.also, start=1)}
        figures = (figure.says for figure in question.figures)
        return {"question": question.question, **wordings, "answer": _joined(question.answer, *figures)}

    def _term(self, term: Term) -> Texts:
        return {"names": _joined(term.title, *term.aliases)}

    def _set(self, competencies: CompetencySet) -> Texts:
        return {
            "names": competencies.title,
            "summary": competencies.summary,
            "prompts": _joined(*competencies.prompts, competencies.note),
        }


def _joined(*texts: str | None) -> str:
    """*texts* as one; those that are missing are left out."""
    return "\n".join(text for text in texts if text)
