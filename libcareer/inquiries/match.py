"""The inquiry what an advertisement or a resume says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.errors import WrongUsage
from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import role_id
from libcareer.inquiries.standing import StandingWords, addressee

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.engines.words.documents.match import Match
    from libcareer.inquiries.documents.file import Read
    from libcareer.inquiries.inquirer import Inquirer


def match_answer(
    inquirer: Inquirer,
    read: Callable[[], Read],
    file: str,
    *,
    role: str | None = None,
    ad: bool = False,
    resume: bool = False,
) -> Answer[Match]:
    """What the document says that *read* gives, from a *file* of this name; an advertisement also for the person.

    *role* is the name of one to hold against it; *ad* and *resume* say what it is, whatever it looks like.
    """
    from libcareer.engines.paths.circumstances import NOTHING_TOLD
    from libcareer.engines.words.documents.document import DocumentKind, document
    from libcareer.engines.words.documents.match import match
    from libcareer.reports.match import match_report

    if ad and resume:
        raise WrongUsage("--ad and --resume contradict each other. Use one of them.")
    catalog = inquirer.catalog
    id_ = role_id(inquirer, role) if role else None
    given = read()
    said = DocumentKind.AD if ad else DocumentKind.RESUME if resume else None
    found = document(catalog, given.lines, said or given.kind, given.titles, told=said is not None)
    if found.kind is DocumentKind.RESUME:
        answer = match(catalog, found, role=id_)
        return Answer(answer, match_report(answer, file))
    person = addressee(inquirer, StandingWords(), limits={})
    stated = person.stated if person.kept != NOTHING_TOLD else None
    answer = match(catalog, found, role=id_, stated=stated, limits=person.limits)
    return person.told(catalog, answer, match_report(answer, file))
