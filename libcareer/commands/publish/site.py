"""The pages of a site: which addresses it has, in which file each is, and their text."""

from __future__ import annotations

import json
from shlex import quote
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.commands.pages import page
from libcareer.knowledge.packs import writing_about
from libcareer.reports.addresses import Kind, address
from libcareer.reports.page.blocks import Next, Title
from libcareer.reports.page.html.document import Choice, document, front_page, script, style_sheet, titles_page
from libcareer.reports.role import without_sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.catalog import Catalog
    from libcareer.reports.page.render import Report

FOLDERS = {
    Kind.ROLE: ("roles", "roles"),
    Kind.SKILL: ("skills", "skills"),
    Kind.CREDENTIAL: ("credentials", "credentials"),
    Kind.FIELD: ("fields", "fields"),
    Kind.QUESTION: ("questions", "questions"),
    Kind.DISPUTE: ("disputes", "disputes"),
    Kind.CHANGE: ("changes", "changes"),
    Kind.TRANSLATION: ("translations", "in-other-words"),
}
"""The kinds of record that have a page each: the name of the kind in the catalog, and the folder of the pages."""

LISTED = {Kind.RESOURCE: ("resources", "resources.html"), Kind.SOURCE: ("sources", "sources.html")}
"""The kinds of record that share a page, on which each has a place of its own."""

LISTS = {
    "roles.html": ("roles", "roles --anyone", "All jobs"),
    "no-degree.html": ("roles", "roles --anyone --no-degree", "Jobs typically open without a degree"),
    "no-masters.html": ("roles", "roles --anyone --no-masters", "Jobs typically open without a master's"),
    "part-time.html": ("roles", "roles --anyone --part-time", "Jobs that are often part time"),
    "remote.html": ("roles", "roles --anyone --remote", "Jobs that can be done from home"),
    "beyond.html": ("roles", "roles --anyone --beyond", "Jobs beyond the field or at its edge"),
    "skills.html": ("skills", "skills", "Skills"),
    "credentials.html": ("credentials", "credentials", "Degrees, licenses and certificates"),
    "resources.html": ("resources", "resources", "Associations, journals, job boards and courses"),
    "network.html": ("fields", "network", "Fields and networks"),
    "changes.html": ("changes", "changes", "What changes the field: laws, courts, money"),
    "disputes.html": ("disputes", "disputes", "Where sources disagree"),
    "outdated.html": ("outdated", "resources --outdated", "What is out of date elsewhere"),
    "sources.html": ("sources", "sources", "Sources"),
}
"""The pages that list records: the kind in the catalog, the address, and what the front page calls it."""


class SitePage(Struct, frozen=True):
    """A page of the site: the *file* it is in, and the *address* whose report it shows."""

    file: str
    address: str


class Site:
    """Where each address of a *catalog* is in the site called *name*."""

    def __init__(self, catalog: Catalog, name: str) -> None:
        self.catalog = catalog
        self.name = name
        self.files: dict[str, str] = {}
        self.pages: list[SitePage] = []
        for kind, (records, folder) in FOLDERS.items():
            for id_, title in self.titles(records).items():
                self._add(f"{folder}/{id_}.html", *_addresses(kind, id_, title))
        self.lists = {file: title for file, (kind, _, title) in LISTS.items() if getattr(catalog, kind)}
        for file in self.lists:
            at = LISTS[file][1]
            self._add(file, at, at.replace(" --anyone", ""))
        for cluster in self.clusters:
            self._add(f"maps/{cluster}.html", f"map --anyone --cluster {cluster}")
        for kind, (records, file) in LISTED.items():
            for id_ in self.titles(records):
                self.files[address(kind, id_)] = f"{file}#{kind.value}-{id_}"

    def titles(self, records: str) -> dict[str, str]:
        """The title of each record of a kind by its id; a question's is the question."""
        known = getattr(self.catalog, records)
        named = "question" if records in ("questions", "disputes") else "title"
        return {id_: getattr(known[id_], named) for id_ in known}

    @property
    def clusters(self) -> dict[str, str]:
        """The title of each cluster that has roles, by its id."""
        used = {brief.cluster for brief in self.catalog.briefs.values()}
        return {id_: cluster.title for id_, cluster in self.catalog.clusters.items() if id_ in used}

    def _add(self, file: str, first: str, *others: str) -> None:
        self.pages.append(SitePage(file, first))
        self.files |= dict.fromkeys((first, *others), file)

    def seen_from(self, file: str) -> Seen:
        """The site as the page in *file* sees it."""
        return Seen(self, file)


class Seen:
    """A site as one of its pages sees it, so that every link is relative."""

    def __init__(self, site: Site, file: str) -> None:
        self.name = site.name
        self.root = "../" * file.count("/")
        self._site = site
        self._folder = file.rpartition("/")[0]

    def target(self, address: str) -> str | None:
        """The reference to the page at *address*, whatever section of it is asked for; None if there is none."""
        files = self._site.files
        file = files.get(address) or files.get(address.partition(" --section ")[0])
        if file is None:
            return None
        folder, _, name = file.rpartition("/")
        return name if folder == self._folder else f"{self.root}{file}"


def _addresses(kind: Kind, id_: str, title: str) -> tuple[str, ...]:
    """The addresses of the page of a record, by its id and by its title; the first says nothing about a person."""
    named = (address(kind, id_), address(kind, quote(title)))
    if kind is Kind.ROLE:
        return (f"{named[0]} --anyone", *named)
    return named[::-1] if kind is Kind.QUESTION else named


def site_files(catalog: Catalog, name: str) -> Iterator[tuple[str, str]]:
    """Every file of the site of *catalog* called *name*: its relative name, and its text."""
    site = Site(catalog, name)
    yield "style.css", style_sheet()
    yield "find.js", script()
    yield "titles.js", _titles_script(catalog)
    yield "robots.txt", "User-agent: *\nAllow: /\n"
    with writing_about(catalog.pack):
        yield "index.html", front_page(site.seen_from("index.html"), tuple(_choices(site)))
        yield "titles.html", titles_page(site.seen_from("titles.html"), tuple(_titles(catalog)))
        yield "about.html", document(_about(catalog).blocks, site.seen_from("about.html"))
    for each in site.pages:
        report = _report(catalog, each.address)
        with writing_about(catalog.pack):
            yield each.file, document(report.blocks, site.seen_from(each.file))


def _report(catalog: Catalog, at: str) -> Report:
    """The page at an address, without what only a command line has, or what says that somebody is left out of it."""
    report = page(catalog, at)
    report = replace(
        report, blocks=tuple(_for_all(block) if isinstance(block, Next) else block for block in report.blocks)
    )
    if at.startswith(f"{Kind.ROLE} "):
        return without_sections(report)
    if at.startswith(f"{Kind.QUESTION} "):
        # The question stands above its answer, without the words that say that somebody asked it.
        title = report.blocks[0]
        asked = title.text.partition(": ")[2] if isinstance(title, Title) else ""
        return replace(report, blocks=(Title(asked), *report.blocks[1:])) if asked else report
    return report


def _for_all(next_: Next) -> Next:
    """The commands of *next_* as somebody types them of whom nothing is kept."""
    return Next(tuple((command.removesuffix(" --anyone"), shows) for command, shows in next_.commands))


def _about(catalog: Catalog) -> Report:
    import platform

    from libcareer.engines.lookup.about import about
    from libcareer.reports.about import about_report

    return about_report(about(catalog, platform.python_version()))


def _titles(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Every title of a role in alphabetical order: the title, the file of the role, and the role's own title."""
    briefs, names = catalog.briefs, catalog.roles
    every = {(title, id_) for id_ in briefs for title in (briefs[id_].title, *names[id_].aliases)}
    for title, id_ in sorted(every, key=lambda pair: (pair[0].casefold(), pair[1])):
        yield title, f"roles/{id_}.html", briefs[id_].title


def _titles_script(catalog: Catalog) -> str:
    """The titles for the look-up, as a script: a page opened from a disk may load no other kind of file."""
    return f"const TITLES = {json.dumps(list(_titles(catalog)), separators=(',', ':'))};\n"


def _choices(site: Site) -> Iterable[Choice]:
    """What the front page offers, group by group."""
    jobs, lists = "Jobs", site.lists
    of_jobs = [file for file in lists if LISTS[file][0] == "roles"]
    for file in of_jobs:
        yield Choice(jobs, lists[file], file)
    yield Choice(jobs, "Every title, from A to Z", "titles.html")
    for cluster, title in site.clusters.items():
        yield Choice("Maps: jobs and the moves between them", title, f"maps/{cluster}.html")
    for id_, question in site.titles("questions").items():
        yield Choice("Questions people ask", question, f"questions/{id_}.html")
    for file, title in lists.items():
        if file not in of_jobs:
            yield Choice("More", title, file)
