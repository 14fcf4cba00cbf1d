"""Versions, origin and licenses of libcareer as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.reports.page.formats import OUTPUT_SCHEMA
from libcareer.reports.page.render import Facts, Heading, Item, Items, Para, Report, Title
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from libcareer.engines.lookup.about import About


class VersionData(Struct, frozen=True):
    """The version alone, as JSON has it."""

    version: str


def version_report(version: str) -> Report:
    """The *version* of libcareer."""
    blocks = (Title(f"libcareer {version}"),)
    return Report("version", blocks, VersionData(version), ("what", "value"), (("version", version),))


def about_report(found: About) -> Report:
    """Versions, the origin and size of the knowledge, licenses and attributions."""
    records = ", ".join(counted(count, kind.removesuffix("s")) for kind, count in found.records.items())
    rows = (
        ("python", found.python),
        ("knowledge", _origin(found)),
        ("records", records),
        ("schema", f"{OUTPUT_SCHEMA} of the JSON output, {found.catalog_schema} of the compiled knowledge"),
        ("code", f"{found.code} license"),
        ("data", found.knowledge),
    )
    blocks = (
        Title(f"libcareer {found.version}"),
        Facts(rows),
        Heading("The built-in knowledge rests on"),
        Items(tuple(Item(body=words) for words in found.attributions)),
        Para("Every other source is listed by `libcareer sources`."),
    )
    cells = (("version", found.version), *rows, *(("attribution", words) for words in found.attributions))
    return Report("version", blocks, found, ("what", "value"), cells)


def _origin(found: About) -> str:
    if found.folder is None:
        return "built in"
    return f"{found.folder}, in place of the built-in one" if found.alone else f"built in, extended by {found.folder}"
