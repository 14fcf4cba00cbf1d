"""What a class hands in: files, folders of them, archives, and tables of scores.

Names of files only order and number the results; they are never shown.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from libcareer.errors import BadAnswers, LibcareerError
from libcareer.knowledge import disk
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from libcareer.engines.quiz.classroom import Content

LARGEST_RESULT = 64_000_000
"""Bytes of a result; JSON has the reasons for every role, two megabytes for a hundred roles."""

LARGEST_ARCHIVE = 256_000_000
"""Bytes of an archive as it is on the disk."""

MOST_BYTES = 1_000_000_000
"""Bytes of everything that one class hands in, unpacked."""

MOST_FILES = 2_000
"""The most files, members of archives and rows of tables."""

LEVELS = 2
"""How many levels of folders below the one that is named are searched: learning platforms make one or two."""

APPLE_DOUBLE = b"\x00\x05\x16\x07"
"""The beginning of the second file that a Mac writes beside a file on a stick."""

SYSTEM_FILES = ("__macosx", "desktop.ini", "thumbs.db")

RESULT = re.compile(r".*\.json(\.[a-z]+)?|.*\.txt|[^.]*", re.DOTALL)
TABLE = re.compile(r".*\.(csv|tsv|tab)", re.DOTALL)
ARCHIVE = re.compile(r".*\.zip", re.DOTALL)
"""Names of files in lower case, by what is in the file."""

HIDDEN, OTHER, DEEPER, OUTSIDE, COLUMN = "hidden", "other", "deeper", "outside", "column"


class Submissions:
    """Everything that is handed in at *paths*.

    `contents` reads it; after that `numbers` and `passed_over` say how it is numbered and what was not read.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.paths = paths
        self.rows = 0
        self._names: list[tuple[str, ...]] = []
        self._passed: Counter[str] = Counter()
        self._files = MOST_FILES
        self._bytes = MOST_BYTES

    def contents(self) -> Iterator[Content]:
        """The content of each result, one after the other; None for a file that cannot be read.

        Raises LibcareerError if there are too many files, or too large ones.
        """
        for path in self.paths:
            if path.is_dir():
                yield from self._folder(path, LEVELS)
            else:
                yield from self._file(path, path.parts[-2:], named=True)

    def numbers(self, count: int) -> Sequence[int]:
        """The numbers of the *count* results: those in the names of their files, or else 1, 2, 3 and so on."""
        found = None if self.rows else _numbers([name[-1] for name in self._names])
        if found is None and not self.rows and len({name[-1] for name in self._names}) == 1:
            found = _numbers([name[-2] if len(name) > 1 else "" for name in self._names])
        return found or range(1, count + 1)

    def passed_over(self) -> str:
        """What was not read, in one sentence without a name; empty if everything was."""
        others = self._passed[OTHER]
        said = {
            HIDDEN: ("hidden file", " of a system, such as ._*, .DS_Store or __MACOSX"),
            OTHER: ("other file", " that is no result" if others == 1 else " that are no results"),
            DEEPER: ("folder", f" more than {LEVELS} levels down"),
            OUTSIDE: ("file", " with a path out of its archive"),
            COLUMN: ("column", " beside the scores (no names are read)"),
        }
        passed = [counted(self._passed[kind], noun) + more for kind, (noun, more) in said.items() if self._passed[kind]]
        return f"Passed over: {'; '.join(passed)}." if passed else ""

    def _folder(self, folder: Path, levels: int) -> Iterator[Content]:
        try:
            entries = list(islice(folder.iterdir(), MOST_FILES + 1))
        except OSError:
            entries = []
        self._spend(files=len(entries))
        for entry in sorted(entries, key=lambda entry: _natural(entry.name)):
            if _hidden(entry.name):
                self._passed[HIDDEN] += 1
            elif not entry.is_dir():
                yield from self._file(entry, entry.parts[-2:])
            elif levels:
                yield from self._folder(entry, levels - 1)
            else:
                self._passed[DEEPER] += 1

    def _file(self, path: Path, name: tuple[str, ...], *, named: bool = False) -> Iterator[Content]:
        """What is in the file at *path*; a file that a person *named* is read whatever it is called."""
        archive = ARCHIVE.fullmatch(path.name.lower())
        if not (named or archive or _readable(path.name)):
            self._passed[OTHER] += 1
            return
        try:
            data = disk.read_file(path, LARGEST_ARCHIVE if archive else LARGEST_RESULT)
        except OSError:
            self._names.append(name)
            yield None
            return
        if archive or (named and data.startswith(b"PK\3\4")):
            yield from self._archive(data, name)
        else:
            yield from self._content(data, name, named=named)

    def _archive(self, data: bytes, name: tuple[str, ...], *, inner: bool = False) -> Iterator[Content]:
        """What is in the members of a zip file; nothing is unpacked to the disk."""
        import zipfile

        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            members = [member for member in archive.infolist() if not member.is_dir()]
        except _broken_archive():
            self._names.append(name)
            yield b""
            return
        self._spend(files=len(members))
        for member in sorted(members, key=lambda member: _natural(member.filename)):
            parts = tuple(member.filename.replace("\\", "/").split("/"))
            if parts[0] == "" or ":" in parts[0] or ".." in parts:
                self._passed[OUTSIDE] += 1
            elif any(map(_hidden, parts)):
                self._passed[HIDDEN] += 1
            elif len(parts) > LEVELS + 2:  # the archive of a folder has that folder in it
                self._passed[DEEPER] += 1
            elif ARCHIVE.fullmatch(parts[-1].lower()) and not inner:
                yield from self._archive(self._member(archive, member) or b"", parts[-2:], inner=True)
            elif _readable(parts[-1]):
                content = self._member(archive, member)
                if content is None:
                    self._names.append(parts[-2:])
                    yield None
                else:
                    yield from self._content(content, parts[-2:])
            else:
                self._passed[OTHER] += 1

    def _member(self, archive: object, member: object) -> bytes | None:
        """The bytes of a *member*, None if it is damaged, locked or too large, whatever size it claims."""
        try:
            with archive.open(member) as opened:  # type: ignore[attr-defined]
                data: bytes = opened.read(LARGEST_RESULT + 1)
        except _broken_archive():
            return None
        self._spend(size=len(data))
        return data if len(data) <= LARGEST_RESULT else None

    def _content(self, data: bytes, name: tuple[str, ...], *, named: bool = False) -> Iterator[Content]:
        from libcareer.engines.quiz.classroom import score_table

        if data.startswith(APPLE_DOUBLE):
            self._passed[HIDDEN] += 1
            return
        self._spend(size=len(data))
        table = TABLE.fullmatch(name[-1].lower())
        if table or b"{" not in data:
            try:
                found = score_table(data, MOST_FILES)
            except BadAnswers:
                if name[-1].lower().endswith(".txt") and not named:
                    self._passed[OTHER] += 1
                    return
            else:
                self._spend(files=len(found.rows))
                self._passed[COLUMN] += found.others
                self.rows += len(found.rows)
                self._names += [()] * len(found.rows)
                yield from found.rows
                return
        self._names.append(name)
        yield data

    def _spend(self, files: int = 0, size: int = 0) -> None:
        self._files -= files
        self._bytes -= size
        if self._files < 0:
            raise LibcareerError(
                f"That is more than {MOST_FILES:,} files. Name a folder with the results of one class."
            )
        if self._bytes < 0:
            raise LibcareerError(
                f"That is more than {MOST_BYTES:,} bytes. Name a folder with the results of one class."
            )


def _broken_archive() -> tuple[type[Exception], ...]:
    """The errors that a damaged, locked or unknown archive raises."""
    import lzma
    import struct
    import zipfile
    import zlib

    return (
        zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError, zlib.error,
        lzma.LZMAError, struct.error, IndexError, KeyError, MemoryError,
    )  # fmt: skip


def _readable(name: str) -> bool:
    return any(pattern.fullmatch(name.lower()) for pattern in (RESULT, TABLE))


def _hidden(name: str) -> bool:
    return name.startswith(".") or name.lower() in SYSTEM_FILES


def _natural(name: str) -> list[tuple[int, int, str]]:
    """A key that sorts 2 before 10."""
    return [
        (0, int(part[:18]), part) if part.isascii() and part.isdigit() else (1, 0, part.lower())
        for part in re.split(r"([0-9]+)", name)
        if part
    ]


def _numbers(names: Iterable[str]) -> list[int] | None:
    """The number in each of *names*, if they differ in that alone, as in 01.json and 02.json; None otherwise."""
    stems = [re.sub(r"(\.(json|txt))+$", "", name.lower()) for name in names]
    found = [re.fullmatch(r"(\D*?)0*([1-9]\d{0,3})(\D*)", stem, re.ASCII) for stem in stems]
    matches = [match for match in found if match]
    numbers = [int(match[2]) for match in matches]
    around = {(match[1], match[3]) for match in matches}
    return numbers if len(matches) == len(stems) == len(set(numbers)) and len(around) == 1 else None
