"""JSON Resume (jsonresume.org) as lines: every field may be missing, null or empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.engines.words.documents.paragraphs import Line, Section
from libcareer.engines.words.documents.quotes import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS: tuple[tuple[str, Section, tuple[str, ...]], ...] = (
    ("work", Section.EXPERIENCE, ("position", "summary", "description", "highlights")),
    ("volunteer", Section.EXPERIENCE, ("position", "summary", "highlights")),
    ("projects", Section.EXPERIENCE, ("name", "description", "highlights", "keywords")),
    ("publications", Section.EXPERIENCE, ("name", "summary")),
    ("awards", Section.EXPERIENCE, ("title", "summary")),
    ("education", Section.EDUCATION, ("studyType", "area", "courses")),
    ("certificates", Section.EDUCATION, ("name",)),
    ("skills", Section.SKILLS, ("name", "keywords")),
    ("languages", Section.SKILLS, ("language",)),
    ("interests", Section.OTHER, ("name", "keywords")),
)
"""The lists of a resume, the section that each stands for, and the fields of an entry that say something."""

MARKS = ("work", "skills", "education")
"""The lists of which a resume has one at least."""


def resume_lines(data: Any) -> tuple[list[Line], tuple[Quote, ...]] | None:
    """The lines of a resume, and its positions, the present one first; None if *data* is no resume."""
    if not isinstance(data, dict) or not any(isinstance(data.get(mark), list) for mark in MARKS):
        return None
    basics = data.get("basics")
    lines: list[Line] = []
    label: list[Quote] = []
    for field in ("label", "summary"):
        if isinstance(basics, dict):
            lines += _lines(basics.get(field), f"basics.{field}", Section.OTHER)
    if isinstance(basics, dict) and _is_text(basics.get("label")):
        label = [Quote(" ".join(basics["label"].split()), "basics.label")]
    for part, section, fields in PARTS:
        for number, entry in enumerate(_entries(data.get(part))):
            place = f"{part}[{number}]"
            if part == "education" and isinstance(entry, dict):
                lines += _lines(_degree(entry), place, section)
            elif isinstance(entry, dict):
                for field in fields:
                    lines += _lines(entry.get(field), f"{place}.{field}", section)
            else:
                lines += _lines(entry, place, section)
    return lines, (*_positions(data), *label)


def _positions(data: dict[str, Any]) -> Iterator[Quote]:
    """The positions, those without an end first."""
    found: list[tuple[bool, Quote]] = []
    for number, entry in enumerate(_entries(data.get("work"))):
        if isinstance(entry, dict) and _is_text(entry.get("position")):
            quote = Quote(" ".join(entry["position"].split()), f"work[{number}].position")
            found.append((bool(entry.get("endDate")), quote))
    yield from (quote for _, quote in sorted(found, key=lambda pair: pair[0]))


def _degree(entry: dict[str, Any]) -> str:
    """A degree in one line, such as "Master in library science"."""
    said = [entry[field] for field in ("studyType", "area") if _is_text(entry.get(field))]
    return " in ".join(said)


def _lines(value: Any, where: str, section: Section) -> Iterator[Line]:
    """The lines of a text, or of each text in a list."""
    if _is_text(value):
        yield from (Line(line, where, section) for line in value.splitlines())
        yield Line("", where, section)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            if _is_text(one):
                yield from _lines(one, f"{where}[{number}]", section)


def _entries(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
