"""The text of PDF and DOCX files as lines, by the packages pypdf and python-docx of `libcareer[documents]`."""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING, Any

from libcareer.engines.words.documents.paragraphs import Line
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_PAGES = 40
"""Pages of a PDF; no resume has as many."""

LARGEST_UNPACKED = 30_000_000
"""Bytes of all parts of a DOCX, unpacked."""

INSTALL = "install 'libcareer[documents]' first, or save its text in a file."


def pdf_lines(data: bytes, name: str) -> list[Line]:
    """The lines of the PDF in *data*, which a sentence calls *name*; raises LibcareerError if that fails."""
    try:
        import pypdf
    except ImportError:
        raise LibcareerError(f"{name} is a PDF: {INSTALL}") from None
    import logging

    # It tells about every small fault of a file on stderr.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        count = len(pages)
        found = [
            Line(line, f"page {number}, line {at}")
            for number, page in enumerate(islice(pages, MOST_PAGES), 1)
            for at, line in enumerate(page.extract_text().splitlines(), 1)
        ]
    except Exception as error:  # a damaged file can raise nearly anything there
        raise LibcareerError(f"{name} is a PDF that cannot be read: it is damaged or locked.") from error
    if count > MOST_PAGES:
        raise LibcareerError(f"{name} has {count} pages; an ad or a resume has at most {MOST_PAGES}.")
    if not any(line.text.strip() for line in found):
        raise LibcareerError(f"{name} is a PDF of pictures without text. Save its text in a file.")
    return found


def docx_lines(data: bytes, name: str) -> list[Line]:
    """The lines of the DOCX in *data*, which a sentence calls *name*; raises LibcareerError if that fails."""
    import zipfile

    try:
        members = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        members = []
    if not any(member.filename == "word/document.xml" for member in members):
        raise LibcareerError(f"{name} is no text, HTML, JSON Resume, PDF or DOCX.")
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise LibcareerError(
            f"{name} is larger than {LARGEST_UNPACKED:,} bytes when it is unpacked. Save only its text."
        )
    try:
        import docx
    except ImportError:
        raise LibcareerError(f"{name} is a DOCX: {INSTALL}") from None
    try:
        opened = docx.Document(io.BytesIO(data))
        return [Line(text, f"paragraph {at}") for at, text in enumerate(_paragraphs(opened), 1)]
    except Exception as error:  # a damaged file can raise nearly anything there
        raise LibcareerError(f"{name} is a DOCX that cannot be read: it is damaged or locked.") from error


def _paragraphs(opened: Any) -> Iterator[str]:
    """The paragraphs and the cells of tables in their order; headings and items of lists begin with a mark."""
    from docx.table import Table

    for block in opened.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield from dict.fromkeys(line for cell in row.cells for line in cell.text.splitlines())
        else:
            style = (block.style.name or "") if block.style is not None else ""
            mark = "# " if style.startswith(("Heading", "Title")) else "- " if style.startswith("List") else ""
            yield from (mark + line for line in block.text.splitlines())
        yield ""
