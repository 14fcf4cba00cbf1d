"""Inquiries about work of the field in the words of other sectors, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import WrongUsage
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.translation.employers import BackTranslation
    from libcareer.engines.words.translation.roles import RoleTranslation
    from libcareer.engines.words.translation.translation import Translation
    from libcareer.inquiries.inquirer import Inquirer

LONGEST_SECTOR = 3
"""The most words of a sector's name at the end of other words."""

ANY = "any"
"""In place of a sector: whichever says it."""


def translation_answer(
    inquirer: Inquirer,
    words: Sequence[str] = (),
    *,
    to: str | None = None,
    by: str | None = None,
    role: str | None = None,
) -> Answer[Translation] | Answer[RoleTranslation] | Answer[BackTranslation]:
    """What *words* mean in the words of the sector *to* or of all; with *by*, the words are an employer's there.

    With *role* all duties of the role of this name are told. Raises what `resolve` raises, and WrongUsage for
    options that contradict each other, or if nothing is to be told.
    """
    from libcareer.engines.words.translation.employers import Way, way

    catalog = inquirer.catalog
    if by and (to or role):
        raise WrongUsage("--from takes an employer's phrase alone, without --to and --role.")
    phrase = " ".join(words)
    if not (to or by):
        phrase, to = _sector_at_the_end(catalog, words)
    sector = resolve(inquirer, catalog.sector_names, to, every=True) if to else None
    if role:
        return _role(inquirer, f"{role} {phrase}".strip(), sector)
    if not phrase.strip():
        raise WrongUsage(f"Say what you did {catalog.pack.inside}, or what an employer asks for.")
    if by:
        return _back(catalog, phrase, None if by == ANY else resolve(inquirer, catalog.sector_names, by, every=True))
    taken = Way.TO if to else way(catalog, phrase)
    if taken is Way.FROM:
        return _back(catalog, phrase, None, taken=True)
    if taken is Way.ROLE:
        return _role(inquirer, phrase, sector)
    return _there(catalog, phrase, sector)


def _sector_at_the_end(catalog: Catalog, words: Sequence[str]) -> tuple[str, str | None]:
    """The phrase in *words*, and the sector in them, if any: 'weeding to business' means 'weeding --to business'."""
    for size in range(1, min(LONGEST_SECTOR, len(words) - 2) + 1):
        name = " ".join(words[-size:])
        if words[-size - 1].lower() in ("to", "into") and catalog.sector_names.find(name):
            return " ".join(words[: -size - 1]), name
    return " ".join(words), None


def _there(catalog: Catalog, phrase: str, sector: str | None) -> Answer[Translation] | Answer[BackTranslation]:
    """Some words of the field; an employer's phrase that they are like, if they mean nothing here."""
    from libcareer.engines.words.translation.employers import back_translation
    from libcareer.engines.words.translation.translation import Verdict, translation
    from libcareer.reports.employers import back_report
    from libcareer.reports.translate import translation_report

    found = translation(catalog, phrase, sector)
    if found.verdict is Verdict.NONE and not sector:
        back = back_translation(catalog, phrase)
        if back.verdict is not Verdict.NONE:
            return Answer(back, back_report(back, taken=True))
    return Answer(found, translation_report(found))


def _back(catalog: Catalog, phrase: str, sector: str | None, *, taken: bool = False) -> Answer[BackTranslation]:
    from libcareer.engines.words.translation.employers import back_translation
    from libcareer.reports.employers import back_report

    found = back_translation(catalog, phrase, sector)
    return Answer(found, back_report(found, taken=taken))


def _role(inquirer: Inquirer, name: str, sector: str | None) -> Answer[RoleTranslation]:
    from libcareer.engines.words.translation.roles import role_translation
    from libcareer.reports.translate import role_translation_report

    role = resolve(inquirer, inquirer.catalog.role_names, name, doing="translating")
    found = role_translation(inquirer.catalog, role, sector)
    return Answer(found, role_translation_report(found))
