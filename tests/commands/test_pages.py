"""Every page by its address: the same page as the command's, and no link that leads nowhere."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from libcareer.commands import MODULES
from libcareer.commands.lazy import LazyCommands, command_info
from libcareer.commands.pages import is_page, page
from libcareer.engines.choices import Prefer
from libcareer.errors import LibcareerError, SeveralNames, UnknownName
from libcareer.reports.addresses import Kind, address
from libcareer.reports.page import links
from libcareer.reports.page.blocks import Items, Next
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import Report, text
from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run

    from libcareer.catalog import Catalog

TINY_PAGES = (
    "roles",
    "roles --skill cataloging --no-masters",
    "roles --remote --no-degree --skill editing --part-time",
    "show librarian",
    "show page --section pay --section moves",
    "show technician --sources",
    "path director",
    "path director --from page --have bachelor --prefer cheapest --details",
    "compare librarian technician --from page",
    "related librarian --limit 2",
    "planb director --from page --no-masters --all",
    "worth librarian --from technician --have bachelor --table",
    "worth mlis --earn 30000",
    "worth badge --goal librarian --earn 30000",
    "tracks --skill cataloging --explain",
    "map librarian",
    "job barista",
    "related librarian --anywhere",
    "map librarian --from page",
    "map --cluster support",
    "translate shelving --to office",
    "translate archive room work",
    "translate --role page",
    "lssc --from clerk --goal technician --hours 900",
    "lssc desk",
    "skills",
    "skills cataloging",
    "credentials --no-degree",
    "credentials mlis",
    "resources",
    "resources --outdated",
    "resources --status active --kind jobs",
    "network",
    "sources",
    "sources --stale",
    "disputes",
    "changes",
    "changes ohio-ads",
    "changes --where ohio --kind pay",
    "changes --role librarian",
    "occupations",
    "occupations library",
    "ask which jobs need no degree",
    "ask qqqq zzzz",
    "title cataloging assistant",
    "title full stack developer",
    "search cataloging pay of a librarian",
    "search technicain",
)

SHIPPED_PAGES = (
    "show archivist",
    "path librarian --from library-page",
    "skills cataloging",
    "credentials mlis",
    "resources ala",
    "network law",
    "disputes demand",
    "changes grad-plus-end",
    "changes --where texas",
    "sources bls-oews-2025",
    "ask no-degree",
    "ask am I too shy for library work",
    "compare archivist records-manager librarian",
    "related library-technician --beyond",
    "planb librarian --from library-technician --no-masters",
    "worth librarian --from library-technician --have bachelor",
    "worth mlis --earn 38000 --where ohio",
    "lssc --from library-technician",
    "translate metadata-cleanup",
    "translate shelving --to museums",
    "translate donor stewardship",
    "translate --role circulation-clerk --to business",
    "search salary of an archivist",
    "search compare archivist with records manager",
)

NO_PAGES = {
    "explore",
    "quiz",
    "fit",
    "plan",
    "me",
    "forget",
    "class",
    "match",
    "report",
    "publish",
    "check",
    "new",
    "help",
}
"""Commands that ask, keep, remove or read something of a person's own, or explain a command."""

RECORDS = {
    Kind.ROLE: "roles",
    Kind.JOB: "origins",
    Kind.SKILL: "skills",
    Kind.CREDENTIAL: "credentials",
    Kind.RESOURCE: "resources",
    Kind.FIELD: "fields",
    Kind.SOURCE: "sources",
    Kind.DISPUTE: "disputes",
    Kind.CHANGE: "changes",
    Kind.QUESTION: "questions",
    Kind.TRANSLATION: "translations",
}
"""Where the catalog has the records of each kind."""


def json(report: Report) -> str:
    return text(report, Format.JSON)


# ---------------------------------------------------------------------------- the page of an address


@pytest.mark.parametrize("at", TINY_PAGES)
def test_a_page_is_what_its_command_writes(at: str, tiny: Catalog, run: Run) -> None:
    written = run(*shlex.split(at), "--format", "json")
    found = page(tiny, at)
    assert json(found) == written.stdout
    assert written.exit_code == (0 if found.found else 1)


@pytest.mark.parametrize("at", SHIPPED_PAGES)
def test_a_page_of_the_shipped_knowledge_is_what_its_command_writes(
    at: str, shipped: Catalog, run_shipped: Run
) -> None:
    assert json(page(shipped, at)) == run_shipped(*shlex.split(at), "--format", "json").stdout


def test_every_command_shows_a_page_but_those_about_a_person_or_their_files() -> None:
    assert {name for name in MODULES if not is_page(name)} == NO_PAGES
    assert {at.split(" ")[0] for at in TINY_PAGES} == set(MODULES) - NO_PAGES


@pytest.mark.parametrize("name", sorted(set(MODULES) - NO_PAGES))
def test_the_example_of_a_command_with_pages_is_an_address(name: str, shipped: Catalog) -> None:
    example = (command_info(name).epilog or "").removeprefix("Example: libcareer ")
    assert page(shipped, example).command == name


@pytest.mark.parametrize(
    ("at", "error", "words"),
    [
        ("quiz", LibcareerError, "There is no page 'quiz'."),
        ("", LibcareerError, "There is no page ''."),
        ("shov librarian", LibcareerError, "There is no page 'shov librarian'."),
        ("show", LibcareerError, "Missing argument 'ROLE'."),
        ("show nobody", UnknownName, "There is no role called 'nobody'."),
        ("show assistant", SeveralNames, "Say which: 'clerk' or 'page'."),
        ("show librarian --section nothing", LibcareerError, "'nothing' is not one of 'summary'"),
        ("show librarian --help", LibcareerError, "No such option: --help"),
        ("show 'librarian", LibcareerError, "A quotation mark is missing in 'show 'librarian'."),
        ("roles --beyond --inside", LibcareerError, "Use one of them."),
    ],
)
def test_what_is_no_page_is_an_error_of_one_sentence(
    at: str, error: type[LibcareerError], words: str, tiny: Catalog
) -> None:
    with pytest.raises(error, match=re.escape(words)) as raised:
        page(tiny, at)
    assert type(raised.value) is error
    assert "\n" not in str(raised.value)


# ---------------------------------------------------------------------------- what a page leads to


@pytest.mark.parametrize("kind", Kind)
def test_every_record_has_a_page_that_is_about_it(kind: Kind, shipped: Catalog) -> None:
    records = getattr(shipped, RECORDS[kind])
    for id_, record in records.items():
        found = page(shipped, address(kind, id_))
        assert found.found
        said = text(found, Format.PLAIN).casefold()
        title = getattr(record, "question", None) or getattr(record, "called", None) or record.title
        assert clean(title).casefold() in said
        assert id_ in said


def every_page(catalog: Catalog) -> Iterator[tuple[str, Report]]:
    """The pages of every record, every list, and some about two roles or a way between them."""
    addresses = [address(kind, id_) for kind in Kind for id_ in getattr(catalog, RECORDS[kind])]
    addresses += [
        name
        for name in MODULES
        if name
        not in {
            *NO_PAGES,
            "show",
            "path",
            "compare",
            "related",
            "map",
            "planb",
            "tracks",
            "worth",
            "translate",
            "ask",
            "job",
            "search",
            "title",
        }
    ]
    addresses += ["translate donor stewardship", "translate dewey decimal", "translate took care of the reading room"]
    addresses += ["resources --outdated", "compare archivist records-manager taxonomist"]
    addresses += [f"worth {credential} --earn 30000" for credential in catalog.credentials]
    for role in catalog.briefs:
        addresses += [f"show {role} --sources", f"path {role}", f"related {role}", f"worth {role} --earn 30000"]
        addresses += [f"map {role}"]
        addresses += [f"path {role} --from library-technician --details --prefer {kind.value}" for kind in Prefer]
    for role in ("library-page", "library-technician", "librarian", "archivist"):
        addresses += [f"planb librarian --from {role} --no-move --max-cost 3000 --all", f"tracks --from {role}"]
        addresses += [f"translate --role {role}", f"translate --role {role} --to museums"]
        addresses += [f"lssc --from {role} --goal library-associate", f"compare {role} museum-registrar --from {role}"]
    yield from ((at, page(catalog, at)) for at in addresses)


@pytest.fixture(scope="module")
def pages(shipped: Catalog) -> dict[str, Report]:
    """Pages of every kind, with all records of the shipped knowledge."""
    return dict(every_page(shipped))


def test_every_link_of_every_page_leads_to_a_page_or_to_a_command_that_runs(
    pages: dict[str, Report], shipped: Catalog
) -> None:
    commands, told = LazyCommands(), {link.address for report in pages.values() for link in report.links}
    assert len(told) > 1000
    for at in sorted(told - pages.keys()):
        if is_page(at):
            assert page(shipped, at).found or at.startswith("path"), at
        else:
            name, *words = shlex.split(at)
            with commands[name].make_context(name, words):
                pass


def test_the_words_of_a_link_stand_in_the_block_that_mentions_it(pages: dict[str, Report]) -> None:
    for at, report in pages.items():
        for block in report.blocks:
            if isinstance(block, Next):
                continue
            said = text(Report("", (block,), {}, (), ()), Format.PLAIN)
            for link in links.links([block]):
                assert clean(link.text) in said, (at, link)


def test_every_item_that_shows_the_id_of_a_record_has_its_address(pages: dict[str, Report], shipped: Catalog) -> None:
    ids = {id_: kind for kind, records in RECORDS.items() for id_ in getattr(shipped, records)}
    for at, report in pages.items():
        for block in report.blocks:
            for item in block.items if isinstance(block, Items) else ():
                shown = item.aside.split(";")[0].strip("`").removeprefix("libcareer disputes ")
                # The code of a statistical occupation is also that of a job, whose page is another one.
                if shown in ids and not at.startswith(("resources --outdated", "lssc", "occupations")):
                    assert item.address.endswith(f" {shown}"), (at, item)


def test_the_address_of_a_section_shows_that_section_alone(pages: dict[str, Report], shipped: Catalog) -> None:
    for at in ("show archivist", "disputes"):
        addressed = [section for section in pages[at].sections if section.address]
        assert len(addressed) > 9
        for section in addressed:
            assert section.blocks in [one.blocks for one in page(shipped, section.address).sections]


def test_the_sections_of_a_page_are_the_whole_page(pages: dict[str, Report]) -> None:
    for report in pages.values():
        assert [block for section in report.sections for block in section.blocks] == list(report.blocks)
