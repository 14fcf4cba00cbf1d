"""Advertisements and resumes in files: text, Markdown, HTML, JSON Resume, PDF and DOCX, read as lines.

Nothing is kept and nothing leaves the machine. PDF and DOCX need the packages of `libcareer[documents]`.
"""

from __future__ import annotations

import codecs
import errno
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from libcareer.engines.words.documents.document import DocumentKind
from libcareer.engines.words.documents.paragraphs import Line
from libcareer.errors import LibcareerError, short
from libcareer.knowledge import disk

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.engines.words.documents.quotes import Quote

LARGEST_FILE = 8_000_000
"""Bytes of a file; a PDF or DOCX with pictures has some millions."""

LARGEST_SOURCE = 1_500_000
"""Bytes of a file of text or HTML; most of a page from the web is not its text."""

LARGEST_TEXT = 80_000
"""Characters of a document, about thirty pages."""

MOST_LINES = 3_000
"""Lines of a document that are not empty."""

MOST_CONTROLS = 0.02
"""The largest share of control characters in a text; with more it is another kind of file."""


class Read(NamedTuple):
    """A document as lines; *kind* and *titles* are what the format of the file says, if it does."""

    lines: list[Line]
    kind: DocumentKind | None = None
    titles: tuple[Quote, ...] = ()


def read_document(path: Path) -> Read:
    """The document in the file at *path*; its content says what format it has.

    Raises LibcareerError if it cannot be read, is too large, is empty, or has no text.
    """
    name = f"'{short(str(path), 120)}'"
    try:
        data = disk.read_file(path, LARGEST_FILE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise LibcareerError(_too_large(name)) from None
        raise LibcareerError(f"{name} cannot be read: {error.strerror}.") from None
    return document_in(data, name, path.suffix.lower())


def document_in(data: bytes, name: str, suffix: str = "") -> Read:
    """The document in *data* from a file with this *suffix*; errors call it by its *name*.

    Raises LibcareerError if it is too large, is empty, or has no text.
    """
    if len(data) > LARGEST_FILE:
        raise LibcareerError(_too_large(name))
    if data.startswith(b"%PDF-"):
        from libcareer.inquiries.documents.printed import pdf_lines

        found = Read(pdf_lines(data, name))
    elif data.startswith(b"PK\3\4"):
        from libcareer.inquiries.documents.printed import docx_lines

        found = Read(docx_lines(data, name))
    else:
        found = _text_document(data, name, suffix)
    return _bounded(found, name)


def _bounded(found: Read, name: str) -> Read:
    """What was *found*, if it is as long as an advertisement or a resume; raises LibcareerError otherwise."""
    size = sum(len(line.text) for line in found.lines)
    if size > LARGEST_TEXT:
        raise LibcareerError(
            f"There are {size:,} characters of text in {name}; an ad or a resume has at most "
            f"{LARGEST_TEXT:,}. Save only its text."
        )
    count = sum(bool(line.text.strip()) for line in found.lines)
    if count > MOST_LINES:
        raise LibcareerError(
            f"There are {count:,} lines in {name}; an ad or a resume has at most {MOST_LINES:,}. Save only its text."
        )
    if not any(char.isalpha() for line in found.lines for char in line.text):
        raise LibcareerError(f"There is no text in {name}.")
    return found


def _too_large(name: str) -> str:
    return f"{name} is larger than {LARGEST_FILE:,} bytes. Save only the text of the ad or resume."


def _text_document(data: bytes, name: str, suffix: str) -> Read:
    """A document in a format that is text."""
    if len(data) > LARGEST_SOURCE:
        raise LibcareerError(f"{name} has more than {LARGEST_SOURCE:,} bytes. Save only the text of the document.")
    text = decoded(data)
    if text is None:
        raise LibcareerError(f"{name} is no text, HTML, JSON Resume, PDF or DOCX.")
    start = text.lstrip()[:500].lower()
    if suffix == ".json" or start.startswith("{"):
        read = _json_resume(text)
        if read is not None:
            return read
        if suffix == ".json":
            raise LibcareerError(f"{name} is no JSON Resume: it needs a list 'work', 'skills' or 'education'.")
    if suffix in (".html", ".htm", ".xhtml") or _HTML.match(start):
        from libcareer.inquiries.documents.webpages import html_lines

        return Read(html_lines(text))
    return Read([Line(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1)])


_HTML = re.compile(r"<!doctype html|<html|<\?xml|<(?:body|div|p|h1|article|section|head)\b")


def decoded(data: bytes) -> str | None:
    """*data* as text: by its byte order mark, else as UTF-8, else as Windows-1252; None if it is no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            break
    else:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1b" for char in text) + text.count("\ufffd")
    return None if controls > MOST_CONTROLS * len(text) else text


# ---------------------------------------------------------------------------- JSON Resume


def _json_resume(text: str) -> Read | None:
    """A resume in the format of jsonresume.org; None for other JSON, and for what is no JSON."""
    import msgspec

    from libcareer.inquiries.documents.json_resume import resume_lines

    try:
        data: Any = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None
    found = resume_lines(data)
    if found is None:
        return None
    lines, titles = found
    return Read(lines, DocumentKind.RESUME, titles)
