"""Work of the field in the words of other sectors as a report: term, line, proof, roles, and what it is not."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from libcareer.engines.words.translation.translation import Verdict
from libcareer.errors import either, short
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, cited, mentions
from libcareer.reports.page.render import Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import cite_words, counted, listed, sentence, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.engines.references import Cite, Named
    from libcareer.engines.words.translation.roles import OpenedRole, RoleTranslation
    from libcareer.engines.words.translation.translation import Translation
    from libcareer.engines.words.translation.wordings import SectorWording, TranslatedDuty, UntranslatedSkill

FILL = "Put your own facts in place of the [blanks], and leave out whatever is not true of you."

COLUMNS = ("duty", "title", "sector", "term", "also", "line", "proof", "roles", "caution", "because")

MOST_OPENED = 4
"""Roles that the page of a role names at its top; JSON has all."""


# ---------------------------------------------------------------------------- from words


def translation_report(found: Translation) -> Report:
    """What some words of the field are called elsewhere; choices if they may mean several things."""
    if found.verdict is Verdict.NONE:
        return _nothing(found)
    rows = _rows(found.duties)
    if found.verdict is Verdict.SEVERAL:
        return Report("translate", (*_choices(found),), found, COLUMNS, rows)
    blocks: list[Block] = []
    for duty in found.duties:
        blocks += _page(duty, found.sector, first=not blocks)
    for skill in found.skills:
        blocks += _skill_page(skill, first=not blocks)
    if found.unplaced:
        blocks.append(Para(f"Not known here: {either([short(piece, 60) for piece in found.unplaced])}."))
    if told := [duty for duty in found.duties if duty.wordings]:
        blocks += [Para(FILL, strong=True), judgment(told)]
    blocks.append(Next(tuple(dict(more(found.duties, found.skills, found.sector)).items())))
    return Report("translate", tuple(blocks), found, COLUMNS, rows)


def _page(duty: TranslatedDuty, sector: Named | None, *, first: bool) -> list[Block]:
    """A duty in one sector's words as labeled facts, or in those of every sector as a list."""
    aside = f"{duty.id}, in the words of {sector.title.lower()}" if sector else f"{duty.id}, in other words"
    head: Block = Title(duty.title, aside) if first else Heading(duty.title, address(Kind.TRANSLATION, duty.id))
    if sector and duty.wordings:
        return [head, _facts(duty.wordings[0], duty.because)]
    if not duty.wordings:
        return [head, Para(_missing(duty.missing))]
    items = tuple(_line_item(duty.id, wording) for wording in duty.wordings)
    blocks: list[Block] = [head, Items(items, compact=True)]
    if duty.missing:
        blocks.append(Para(_missing(duty.missing), quiet=True))
    return blocks


def _facts(wording: SectorWording, because: str = "") -> Facts:
    rows = [
        ("typically", _terms(wording)),
        ("your line", wording.line),
        ("proof", wording.proof),
    ]
    if wording.roles:
        rows.append(("opens", titles(wording.roles)))
    if wording.caution:
        rows.append(("caution", wording.caution))
    if because:
        rows.append(("taken", because))
    return Facts(tuple(rows), mentions(Kind.ROLE, wording.roles))


def _terms(wording: SectorWording) -> str:
    return f"{wording.term}; also {', '.join(wording.also)}" if wording.also else wording.term


def _line_item(duty: str, wording: SectorWording) -> Item:
    at = _address(duty, wording.sector)
    return Item(wording.term, wording.sector.title.lower(), wording.line, address=at)


def _address(duty: str, sector: Named | None) -> str:
    at = address(Kind.TRANSLATION, duty)
    return f"{at} --to {sector.id}" if sector else at


def _missing(sectors: Sequence[Named]) -> str:
    names = [sector.title.lower() for sector in sectors]
    return f"Left out, because it would be a stretch there: {listed(names)}."


def _skill_page(skill: UntranslatedSkill, *, first: bool) -> list[Block]:
    """What the record of a skill says where no translation is recorded."""
    head: Block = Title(skill.title, "no line is recorded for it") if first else Heading(skill.title)
    return [head, Facts((*skill_facts(skill), ("taken", skill.because)))]


def skill_facts(skill: UntranslatedSkill) -> tuple[tuple[str, str], ...]:
    """What a skill is called outside the field, and what shows it."""
    return (
        ("outside", f"typically {skill.elsewhere}" if skill.elsewhere else "no other name is recorded; use its own"),
        ("proof", skill.evidence or "none is recorded"),
    )


def _choices(found: Translation) -> list[Block]:
    """The duties and skills that the words may mean, each with a command to copy."""
    pages = [_address(duty.id, found.sector) for duty in found.duties]
    items = [
        Item(duty.title, "" if found.sector else duty.id, duty.because, _in_short(duty), str(number), page)
        for number, (duty, page) in enumerate(zip(found.duties, pages, strict=True), 1)
    ]
    items += [
        Item(skill.title, skill.id, skill.because, skill_facts(skill)[:1], str(number), address(Kind.SKILL, skill.id))
        for number, skill in enumerate(found.skills, len(items) + 1)
    ]
    blocks: list[Block] = [
        Title(f"'{short(found.asked, 60)}' can be {'one of these' if len(items) > 1 else 'this'}", "not sure"),
    ]
    if found.unknown:
        blocks.append(Para(unknown_words(found.unknown)))
    commands = [(f"libcareer {page}", duty.title) for duty, page in zip(found.duties, pages, strict=True)]
    return [*blocks, Items(tuple(items)), Next(tuple(commands))]


def _in_short(duty: TranslatedDuty) -> tuple[tuple[str, str], ...]:
    """The terms of a duty, by sector."""
    if not duty.wordings:
        return tuple((sector.title.lower(), "left out, because it would be a stretch") for sector in duty.missing)
    return tuple((wording.sector.title.lower(), wording.term) for wording in duty.wordings)


def unknown_words(words: Sequence[str]) -> str:
    """That nothing here is about some words."""
    return f"Nothing here is about {either([short(word) for word in words[:5]])}."


def _nothing(found: Translation) -> Report:
    """That the words mean nothing here, with the reason, and what to try."""
    why = unknown_words(found.unknown) if found.unknown else "Nothing here is near enough to these words."
    pack = current_pack()
    such = f", such as '{pack.examples.duty}'" if pack.examples and pack.examples.duty else ""
    commands = [(f"libcareer translate {quote(short(found.asked, 60))} --from any", "if an employer says it")]
    if pack.examples:
        commands.append((f"libcareer translate --role {pack.examples.role}", "all duties of a role"))
    blocks = (
        Title("Not known here", short(found.asked, 60)),
        Para(f"{why} Name one duty at a time, as people say it {pack.inside}{such}."),
        Next((*commands, ("libcareer skills", "every skill by its name"))),
    )
    return Report("translate", blocks, found, COLUMNS, (), found=False)


def judgment(duties: Sequence[TranslatedDuty]) -> Para:
    """Whose judgment the words are, of what year, and on what it rests."""
    years = sorted({duty.year for duty in duties})
    sources = {source.id: source for duty in duties for source in duty.sources}
    others: tuple[Cite, ...] = tuple(source for source in sources.values() if source.id != "editorial")
    text = f"The words are the editors' judgment of {listed([str(year) for year in years])}, not a rule"
    if others:
        text += f"; looked up in {'; '.join(map(cite_words, others))}"
    return Para(f"{text}.", quiet=True, links=cited(others))


def more(
    duties: Sequence[TranslatedDuty], skills: Sequence[UntranslatedSkill], sector: Named | None
) -> Iterable[tuple[str, str]]:
    """Commands that say more about *duties*, shown in the words of *sector* or of all, and about *skills*."""
    for duty in duties:
        if sector:
            yield f"libcareer translate {duty.id}", "the same in the words of every sector"
        elif duty.wordings:
            yield f"libcareer translate {duty.id} --to {duty.wordings[0].sector.id}", "with proof, roles and cautions"
        yield f"libcareer skills {duty.skills[0].id}", "how to learn it and which roles use it"
    for skill in skills:
        yield f"libcareer skills {skill.id}", "how to learn it and which roles use it"


def _rows(duties: Iterable[TranslatedDuty]) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (
            duty.id, duty.title, one.sector.id, one.term, "; ".join(one.also), one.line, one.proof,
            "; ".join(role.id for role in one.roles), one.caution, duty.because,
        )
        for duty in duties
        for one in duty.wordings
    )  # fmt: skip


# ---------------------------------------------------------------------------- from a role


def role_translation_report(found: RoleTranslation) -> Report:
    """The duties of a role in other words, in the role's order, after the roles that they help to open."""
    words = f"in the words of {found.sector.title.lower()}" if found.sector else "in other words"
    told = [duty for duty in found.duties if duty.wordings]
    blocks: list[Block] = [
        Title(f"{found.role.title} {words}", f"{counted(len(told), 'kind')} of duty"),
        Para(FILL, strong=True) if told else Para("None of its duties has words of its own there."),
    ]
    if found.opens:
        opens = tuple((one.title, sentence("; ".join(_through(one)))) for one in found.opens[:MOST_OPENED])
        blocks += [Heading("They help to open"), Facts(opens, mentions(Kind.ROLE, found.opens[:MOST_OPENED]))]
    if told:
        blocks += [Heading("Line by line"), Items(tuple(_duty_item(duty, found.sector) for duty in told))]
    if left := [duty.title for duty in found.duties if not duty.wordings]:
        blocks.append(Para(f"Left out, because it would be a stretch there: {'; '.join(left)}."))
    if found.skills:
        blocks += [Heading("Skills without a line of their own"), Items(tuple(map(_skill_item, found.skills)))]
    if told:
        blocks.append(judgment(told))
    sector = found.sector.id if found.sector else "business"
    commands = [
        (f"libcareer translate --role {found.role.id}", "every sector in short")
        if found.sector
        else (f"libcareer translate --role {found.role.id} --to {sector}", "one sector, with proof and cautions"),
        (f"libcareer related {found.role.id} --beyond", f"roles {current_pack().outside} that use these skills"),
    ]
    blocks.append(Next(tuple(commands)))
    return Report("translate", tuple(blocks), found, COLUMNS, _rows(found.duties), found=bool(told or found.skills))


def _through(one: OpenedRole) -> list[str]:
    return [f"{title[:1].lower()}{title[1:]}" for title in one.through]


def _duty_item(duty: TranslatedDuty, sector: Named | None) -> Item:
    at = _address(duty.id, sector)
    if not sector:
        return Item(duty.title, duty.id, facts=(*_in_short(duty), ("duty", duty.because)), address=at)
    (wording,) = duty.wordings
    facts = [("proof", wording.proof), ("duty", duty.because)]
    if wording.caution:
        facts.insert(1, ("caution", wording.caution))
    return Item(wording.term, "", wording.line, tuple(facts), address=at)


def _skill_item(skill: UntranslatedSkill) -> Item:
    return Item(skill.title, skill.id, facts=skill_facts(skill), address=address(Kind.SKILL, skill.id))
