"""Inquiries what the title of a post means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.inquiries.inquirer import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.words.titles.title import TitleAnswer
    from libcareer.inquiries.inquirer import Inquirer


def title_answer(inquirer: Inquirer, words: str, *, in_field: bool = False) -> Answer[TitleAnswer]:
    """What the title *words* mean; *in_field* says that the post is in a library, an archive or a museum."""
    from libcareer.engines.words.titles.title import title
    from libcareer.reports.titles import title_report

    found = title(inquirer.catalog, words, in_field=in_field)
    return Answer(found, title_report(inquirer.catalog.titles("roles"), found))


def titles_answer(
    inquirer: Inquirer, titles: Sequence[str], *, in_field: bool = False
) -> Answer[tuple[TitleAnswer, ...]]:
    """What each of *titles* means, in their order."""
    from libcareer.engines.words.titles.title import title
    from libcareer.reports.titles import titles_report

    found = tuple(title(inquirer.catalog, one, in_field=in_field) for one in titles)
    return Answer(found, titles_report(found))
