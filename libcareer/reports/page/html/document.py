"""A page as an HTML document: one file that needs no script and loads nothing, or one of the pages of a site."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct

from libcareer import __version__
from libcareer.reports.page import program
from libcareer.reports.page.blocks import Items, Link, Map, Next, Title
from libcareer.reports.page.html.drawings import profile, ranges_drawing, timeline_drawing
from libcareer.reports.page.html.map_drawing import map_drawing
from libcareer.reports.page.html.marks import linked, marked
from libcareer.reports.page.links import PROGRAM, links
from libcareer.reports.page.sections import sections
from libcareer.reports.page.text import clean, lines_of
from libcareer.reports.page.tree import branches
from libcareer.reports.page.values import bar_rows, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.reports.page.blocks import Block

SOURCE = "sources "
"""What the address of a source begins with."""

RESOURCE = "resources "
"""The same for a resource."""

LONG = 5
"""From so many sections on a page begins with a list of them."""

CHECK_BOX = re.compile(r"\[([ x])\] (.+)")
"""A mark that is a check box and a number."""


class Site(Protocol):
    """The pages that a page can lead to, as seen from it."""

    root: str
    """The way from the page to the folder of the site: "../"."""

    name: str
    """What the site is called."""

    def target(self, address: str) -> str | None:
        """The reference to the page at *address*; None if the site has no such page."""


class Mention(Struct, frozen=True):
    """A record that the page mentions by its *address*, and the command that shows it; *id* is its place here."""

    id: str
    address: str
    words: str
    command: str


class Reference(Struct, frozen=True):
    """A source that the page cites: its citation, and where it is on the web and in the site."""

    id: str
    words: str
    url: str
    target: str | None


def document(blocks: Iterable[Block], site: Site | None = None) -> str:
    """The page of *blocks* as HTML: with its style sheet within it or, as a page of a *site*, beside it."""
    page = _Page(tuple(blocks), site)
    template = _templates().get_template("site-page.html" if site else "page.html")
    return template.render(page=page, site=site, version=__version__)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader(__package__),  # which reads the package out of a zip file, too
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters |= {
        "clean": clean, "lines": lines_of, "map": map_drawing, "profile": profile, "ranges": ranges_drawing,
        "bars": bar_rows, "timeline": timeline_drawing, "tree": branches, "when": when,
        "kind": lambda value: type(value).__name__,
    }  # fmt: skip
    return templates


class Choice(Struct, frozen=True):
    """Something that the front page of a site offers: in which *group*, in what words, and in which *file*."""

    group: str
    words: str
    file: str


def front_page(site: Site, choices: Sequence[Choice]) -> str:
    """The front page of a *site*: a look-up by title, and *choices* group by group."""
    groups: dict[str, list[Choice]] = {}
    for choice in choices:
        groups.setdefault(choice.group, []).append(choice)
    return _templates().get_template("front.html").render(site=site, groups=groups, version=__version__)


def titles_page(site: Site, titles: Sequence[tuple[str, str, str]]) -> str:
    """The page with all *titles* of jobs of a *site*: each with the file of its job, and what that is called there."""
    return _templates().get_template("titles.html").render(site=site, titles=titles, version=__version__)


def script() -> str:
    """The script of the look-up by title."""
    return _source("find.js")


def map_picture(blocks: Iterable[Block]) -> str:
    """The map among *blocks* as an SVG file of its own, with its style."""
    map_ = next(block for block in blocks if isinstance(block, Map))
    drawing = map_drawing(map_, lambda _: None)
    return _templates().get_template("map.svg").render(drawing=drawing, style=Markup(_source("picture.css")))


def style_sheet() -> str:
    """The style sheet of every page: that of pictures, and the rest."""
    return _source("picture.css") + _source("style.css")


def _source(name: str) -> str:
    """The file *name* among the templates, as it is."""
    templates = _templates()
    assert templates.loader is not None
    return templates.loader.get_source(templates, name)[0]


class _Page:
    """What the template of a page asks for."""

    def __init__(self, blocks: tuple[Block, ...], site: Site | None) -> None:
        self.site = site
        self.sections = sections(blocks)
        self.title = next((clean(block.text) for block in blocks if isinstance(block, Title)), "libcareer")
        self.is_long = len(self.sections) >= LONG
        self._anchored: set[str] = set()
        leads = links(blocks)
        sources = [link for link in leads if link.address.startswith(SOURCE)]
        told = {item.address for block in blocks if isinstance(block, Items) for item in block.items}
        self.cited = [self._reference(link) for link in sources if link.address not in told]
        next_ = {
            command.removeprefix(PROGRAM) for each in blocks if isinstance(each, Next) for command, _ in each.commands
        }
        further = [] if site else [link for link in leads if link not in sources]
        self.mentioned = [self._mention(link) for link in further if link.address not in next_]
        self._here = {link.address for link in (*sources, *further)}

    def _reference(self, link: Link) -> Reference:
        url = link.url if link.url.startswith(("https://", "http://")) else ""
        at = self.site.target(link.address) if self.site else None
        return Reference(_place(link.address), link.cites or link.text, url, at)

    def _mention(self, link: Link) -> Mention:
        command = program.command(f"{PROGRAM}{link.address}")
        return Mention(_place(link.address), link.address, link.text, command)

    def target(self, address: str) -> str | None:
        """Where *address* leads: to a page of the site, or else to an entry of this page."""
        if self.site is not None and (page := self.site.target(address)):
            return page
        return f"#{_place(address)}" if address in self._here else None

    def marked(self, words: str, links: Sequence[Link] = ()) -> Markup:
        """*words* as HTML with what they mention marked."""
        return marked(words, links, self.target)

    def head(self, words: str, address: str) -> Markup:
        """The head of an item as HTML, leading to its page."""
        target = self.target(address) if address else None
        is_itself = target is not None and target.startswith("#") and address.startswith(SOURCE)
        return linked(words, None if is_itself else target)

    def leads_to(self, command: str) -> str | None:
        """Where a command to run next leads in this site; None on a page that stands alone."""
        return self.site.target(command.removeprefix(PROGRAM)) if self.site else None

    def is_here(self, command: str) -> bool:
        """Whether what this page mentions is shown by a *command* to run next, so that it leads there."""
        return command.removeprefix(PROGRAM) in self._here

    def mark(self, words: str) -> tuple[str, str]:
        """The mark of an item as a check box, empty, " " or "x", and its number."""
        box = CHECK_BOX.fullmatch(words)
        return (box[1], box[2]) if box else ("", words)

    def anchor(self, words: str) -> Markup:
        """The attribute that makes an element the place of *words*, a heading or an address; empty if it has one."""
        place = _place(words)
        if place in self._anchored:
            return Markup("")
        self._anchored.add(place)
        return Markup(' id="{}"').format(place)

    def place(self, words: str) -> str:
        """The place in this document of a section with the heading *words*."""
        return _place(words)

    def is_place(self, address: str) -> bool:
        """Whether an item with this *address* is a place of this page, because it has no page of its own."""
        return address.startswith(SOURCE) or (self.site is not None and address.startswith(RESOURCE))

    def style(self) -> Markup:
        """The style sheet, for a page that has it within it."""
        return Markup(style_sheet())


def _place(words: str) -> str:
    """*words* as a name of a place in a document."""
    return re.sub(r"[^a-z0-9]+", "-", words.removeprefix(PROGRAM).lower()).strip("-") or "top"
