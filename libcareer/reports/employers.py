"""What an employer's phrase means in the field, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.words.translation.translation import Verdict
from libcareer.errors import short
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, mentions
from libcareer.reports.page.render import Block, Item, Items, Link, Next, Para, Report, Title
from libcareer.reports.translate import FILL, judgment, more, skill_facts, unknown_words
from libcareer.reports.words import titles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.words.translation.employers import BackTranslation, ShownSkill
    from libcareer.engines.words.translation.wordings import TranslatedDuty, UntranslatedSkill


def back_report(found: BackTranslation, *, taken: bool = False) -> Report:
    """What an employer's phrase means in the field; *taken* says that nobody said that it is an employer's."""
    where = f"in {found.sector.title.lower()}" if found.sector else "an employer's phrase"
    rows = tuple(_back_rows(found))
    columns = ("id", "title", "sector", "term", "line", "because", "shown_by", "role")
    if found.verdict is Verdict.NONE:
        why = unknown_words(found.unknown) if found.unknown else "No employer's phrase here is near enough to it."
        blocks: tuple[Block, ...] = (
            Title("Not known here", short(found.asked, 60)),
            Para(f"{why} Try the plainest words of the ad, two or three at a time."),
            Next((("libcareer skills", "every skill by its name"),)),
        )
        return Report("translate", blocks, found, columns, rows, found=False)
    page: list[Block] = [Title(f"'{short(found.asked, 60)}' in {current_pack().workplace}", where)]
    if taken:
        page.append(
            Para(f"Taken as an employer's phrase. If people say it {current_pack().inside}, add --to and a sector.")
        )
    if found.verdict is Verdict.SEVERAL:
        page.append(Para("It can mean more than one thing; the nearest comes first."))
    if found.unknown:
        page.append(Para(unknown_words(found.unknown)))
    shown = {one.skill.id: one for one in found.shown}
    items = [_meaning(duty, shown[duty.skills[0].id]) for duty in found.duties]
    items += [_meant_skill(skill, shown[skill.id]) for skill in found.skills]
    page.append(Items(tuple(items)))
    if found.duties:
        page += [Para(FILL, strong=True), judgment(found.duties)]
    page.append(Next(tuple(more(found.duties, found.skills, None))))
    return Report("translate", tuple(page), found, columns, rows)


def _meaning(duty: TranslatedDuty, shown: ShownSkill) -> Item:
    facts = [("skill", titles(duty.skills[:1])), ("taken", duty.because), *_shown(shown)]
    if len(duty.wordings) == 1:
        (wording,) = duty.wordings
        facts += [("your line", wording.line), ("proof", wording.proof)]
        if wording.caution:
            facts.append(("caution", wording.caution))
    links = (*mentions(Kind.SKILL, duty.skills[:1]), *_role_links(shown))
    return Item(duty.title, duty.id, facts=tuple(facts), address=address(Kind.TRANSLATION, duty.id), links=links)


def _meant_skill(skill: UntranslatedSkill, shown: ShownSkill) -> Item:
    facts = (("taken", skill.because), *_shown(shown), *skill_facts(skill))
    return Item(skill.title, skill.id, facts=facts, address=address(Kind.SKILL, skill.id), links=_role_links(shown))


def _shown(shown: ShownSkill) -> tuple[tuple[str, str], ...]:
    if shown.role is None:
        pack = current_pack()
        none = f"no role {pack.inside} here has a duty that shows it; do not claim it from {pack.work}"
        return (("shown by", none),)
    return (("shown by", f"{shown.does} ({shown.role.title})"),)


def _role_links(shown: ShownSkill) -> tuple[Link, ...]:
    return mentions(Kind.ROLE, (shown.role,)) if shown.role else ()


def _back_rows(found: BackTranslation) -> Iterable[tuple[object, ...]]:
    shown = {one.skill.id: one for one in found.shown}
    for duty in found.duties:
        by = shown[duty.skills[0].id]
        role = by.role.id if by.role else None
        for one in duty.wordings:
            yield duty.id, duty.title, one.sector.id, one.term, one.line, duty.because, by.does, role
    for skill in found.skills:
        by = shown[skill.id]
        yield (
            skill.id,
            skill.title,
            None,
            skill.elsewhere,
            None,
            skill.because,
            by.does,
            by.role.id if by.role else None,
        )
