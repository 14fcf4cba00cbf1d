"""Jobs of every field, as O*NET describes them: titles, tasks, interests, job zone and technologies.

A job is no role: nothing here says what a day in it is like, or how to get there. The tables ship as text (see
`libcareer.knowledge.onet` for their form and how they are made). They are large beside what an answer needs of them: a
table is read on first use, and only the sections of the jobs asked for are taken apart.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

JOBS, TITLES, WORDS = "jobs.tsv", "titles.tsv", "words.tsv"
"""The tables: a section for each job, the codes of each title, the jobs of each word of a task."""

OFFICIAL, REPORTED, ONLY_REPORTED = "!", "*", "+"
"""The marks behind the code of a title: the official one, one that people in the job reported, one known only so."""

DAMAGED = "The tables of jobs cannot be read: {}. If they came with libcareer, install libcareer again."


class Task(NamedTuple):
    """One task of a job: its number in O*NET, and what it says."""

    id: int
    text: str


class Job(NamedTuple):
    """A job of any field.

    *titles* are what people call it, those that people in it reported first. *letters* are the six interests (R I A S E
    C), each 1 to 7, and *zone* is the job zone, 1 to 5; empty and None where O*NET has none. *near* are the codes of
    the jobs with the most similar tasks and interests, nearest first.
    """

    code: str
    title: str
    description: str
    titles: tuple[str, ...]
    tasks: tuple[Task, ...]
    letters: tuple[float, ...]
    zone: int | None
    technologies: tuple[str, ...]
    near: tuple[str, ...]


class JobTables:
    """Jobs of every field by code and by title; each table is read on first use."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """Take the tables from *read*, which gives the bytes of the file of a name."""
        self._read = read
        self._tables: dict[str, bytes] = {}
        self._jobs: dict[str, Job] = {}

    @cached_property
    def release(self) -> tuple[str, str]:
        """The name of the release, and the id of its source."""
        head = self._table(TITLES).partition(b"\n")[0].decode().removeprefix("# ")
        name, _, source = head.partition("\t")
        return name, source

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all jobs, in their order in the table."""
        return tuple(line.partition("\t")[0] for line in self._heads)

    @cached_property
    def _heads(self) -> list[str]:
        table = self._table(JOBS)
        heads, start = [], table.find(b"\n= ")
        while start >= 0:
            end = table.find(b"\n", start + 1)
            heads.append(table[start + 3 : end].decode())
            start = table.find(b"\n= ", end)
        return heads[:-1]

    @cached_property
    def official(self) -> dict[str, str]:
        """The official title of each job by its code."""
        return {code: title for code, _, title in (head.partition("\t") for head in self._heads)}

    def __contains__(self, code: object) -> bool:
        return isinstance(code, str) and bool(code) and self._table(JOBS).find(f"\n= {code}\t".encode()) >= 0

    def __getitem__(self, code: str) -> Job:
        """The job of a *code*; raises KeyError if there is none."""
        if code not in self._jobs:
            self._jobs[code] = self._job(code)
        return self._jobs[code]

    def meanings(self, name: str) -> dict[str, str]:
        """The codes that a folded *name* is a title of, each with its mark; without a look at other titles."""
        table = self._table(TITLES)
        start = table.find(f"\n{name}\t".encode()) if name else -1
        if start < 0:
            return {}
        return _marked(table[start + len(name.encode()) + 2 : table.find(b"\n", start + 1)].decode())

    def titles(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Every folded title with the codes that it means, each with its mark."""
        for line in self._table(TITLES).decode().splitlines()[2:]:
            name, _, codes = line.partition("\t")
            yield name, _marked(codes)

    def having(self, stem: str) -> Iterator[tuple[str, float]]:
        """The codes of the jobs whose tasks have the *stem* of a word, each with its weight there, 0 to 1."""
        table = self._table(WORDS)
        start = table.find(f"\n{stem}\t".encode()) if stem else -1
        if start < 0:
            return
        line = table[start + 1 : table.find(b"\n", start + 1)].decode()
        for cell in line.partition("\t")[2].split():
            number, _, weight = cell.partition(":")
            yield self.codes[int(number)], int(weight) / 100

    def _job(self, code: str) -> Job:
        table = self._table(JOBS)
        start = table.find(f"\n= {code}\t".encode())
        if start < 0:
            raise KeyError(code)
        head, *lines = table[start + 1 : table.find(b"\n= ", start + 1)].decode().split("\n")
        cells: dict[str, list[list[str]]] = {}
        for line in lines:
            kind, *rest = line.split("\t")
            cells.setdefault(kind, []).append(rest)
        first = {kind: found[0] for kind, found in cells.items()}
        try:
            return Job(
                code=code,
                title=head.partition("\t")[2],
                description=first["d"][0],
                titles=tuple(first["n"]),
                tasks=tuple(Task(int(id_), text) for id_, text in cells.get("t", ())),
                letters=tuple(map(float, first.get("i", ()))),
                zone=int(first["z"][0]) if "z" in first else None,
                technologies=tuple(first.get("x", ())),
                near=tuple(first.get("k", ())),
            )
        except (KeyError, ValueError, IndexError):
            raise LibcareerError(DAMAGED.format("a section is damaged")) from None

    def _table(self, file: str) -> bytes:
        if file not in self._tables:
            self._tables[file] = self._read(file)
        return self._tables[file]


def _marked(codes: str) -> dict[str, str]:
    return {cell.rstrip("!*+"): cell[len(cell.rstrip("!*+")) :] for cell in codes.split()}
