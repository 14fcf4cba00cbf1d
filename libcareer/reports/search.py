"""The pages found for some words as a report: each with the command that shows it."""

from __future__ import annotations

from shlex import join
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.choices import Section
from libcareer.engines.words.search import Match, Page
from libcareer.errors import either, short
from libcareer.reports.addresses import Kind
from libcareer.reports.page.render import Block, Next, Para, Report, Title
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from libcareer.engines.words.search import Finding, SearchResult

PAGES = {
    Page.COMPARISON: ("compare", "{}: side by side"),
    Page.ROLE: (Kind.ROLE, "{}: the work, a day, pay, ways in and out"),
    Page.WAY: ("path", "{}: the way there"),
    Page.ROLES: ("roles --skill", "{}: the jobs that use this skill"),
    Page.SKILL: (Kind.SKILL, "{}: how to learn this skill and how to show it"),
    Page.CREDENTIAL: (Kind.CREDENTIAL, "{}: time, cost, who asks for it"),
    Page.FIELD: (Kind.FIELD, "{}: whom to look for, where, and what to ask"),
    Page.SETTING: ("roles --setting", "{}: the jobs there"),
    Page.CLUSTER: ("roles --cluster", "{}: the jobs in this part of the field"),
    Page.EDUCATION: ("roles --education", "{}: the jobs that are typically open with it"),
    Page.GROUP: ("skills --group", "{}: the skills of this group"),
    Page.SET: ("lssc", "{}: this set of the support staff certification"),
    Page.DISPUTE: (Kind.DISPUTE, "{}"),
    Page.CHANGE: (Kind.CHANGE, "{}: what it does, since when, and what it means"),
    Page.RESOURCE: (Kind.RESOURCE, "{}: what it is, and whether it still exists"),
    Page.QUESTION: (Kind.QUESTION, "{}"),
}
"""What the address of each page begins with, before ids, and what the page shows; the braces are for a title."""

SECTIONS = {
    Section.WORK: "what one does",
    Section.DAY: "a day",
    Section.SKILLS: "skills",
    Section.CONDITIONS: "hours and conditions",
    Section.PAY: "pay and outlook",
    Section.ENTRY: "getting in",
    Section.LIKES: "what people like",
    Section.DOUBTS: "reasons to think twice",
    Section.CHANGES: "what is changing",
    Section.TRY: "how to try it cheaply",
    Section.MOVES: "moves from and to it",
    Section.RELATED: "what to look at as well",
}
"""What each section that words can ask for shows."""


class FoundPage(Struct, frozen=True):
    """A page: its *address* is the command that shows it; *about* are the words looked up that it is about."""

    address: str
    title: str
    about: tuple[str, ...]
    match: Match


class FoundPages(Struct, frozen=True):
    """The pages for the words *asked*, best first; nothing here is about the words *unknown*."""

    asked: str
    count: int
    pages: tuple[FoundPage, ...]
    unknown: tuple[str, ...]


def search_report(found: SearchResult) -> Report:
    """The pages found for some words, as commands to copy."""
    pages = tuple(FoundPage(address(one), _title(one), one.words, one.match) for one in found.findings)
    data = FoundPages(found.asked, len(pages), pages, found.unknown)
    blocks: list[Block] = [Title(f"Pages about: {found.asked}", counted(len(pages), "page"))]
    if found.unknown:
        blocks.append(Para(f"Nothing here is about {either(found.unknown)}; the rest of your words led to these."))
    near = {word for one in found.findings if one.match is Match.NEAR for word in one.words}
    if near:
        blocks.append(Para(f"No name here is spelled like {either(sorted(near))}; the nearest is taken for it."))
    blocks.append(Next(tuple((f"libcareer {page.address}", page.title) for page in pages)))
    rows = tuple((page.address, page.title, " ".join(page.about), page.match.value) for page in pages)
    return Report("search", tuple(blocks), data, ("address", "title", "about", "match"), rows)


def address(one: Finding) -> str:
    """The command that shows the page *one*, without the program's name."""
    words = list(one.ids)
    if one.page is Page.WAY and len(words) == 2:
        words.insert(1, "--from")
    if one.section:
        words += ["--section", one.section.value]
    return f"{PAGES[one.page][0]} {join(words)}"


def _title(one: Finding) -> str:
    if one.section:
        return f"{one.titles[0]}: {SECTIONS[one.section]}"
    if one.page is Page.WAY and len(one.titles) == 2:
        return f"{one.titles[0]}: the way there from {one.titles[1]}"
    return PAGES[one.page][1].format(", ".join(one.titles))


def nothing_found(found: SearchResult) -> str:
    """Why nothing was found, and what to try."""
    if not found.unknown:
        return f"'{short(found.asked, 80)}' is too general to look up. `libcareer roles` lists every job."
    return (
        f"Nothing here is about {either(list(map(short, found.unknown[:3])))}. Try another word for it; "
        "`libcareer ask` answers whole questions, and `libcareer roles` lists every job."
    )
