"""Errors that a person can fix: one clear sentence each; the program ends with exit code 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class LibcareerError(Exception):
    """The base of all errors here; its text is a sentence for the person at the keyboard."""


class WrongUsage(LibcareerError):
    """Options that contradict each other, or one that is not written in a form that it takes.

    The sentence spells options as the command line does; there it ends the program with exit code 2.
    """


class UnknownName(LibcareerError):
    """A *word* that is the name of no record of a *kind*; *nearest* are the ids of the most similar names.

    *every* is given for a kind with few records: all their ids, which the message lists.
    """

    def __init__(self, kind: str, word: str, nearest: Sequence[str], every: Sequence[str] = ()) -> None:
        self.kind = kind
        self.word = word
        self.nearest = tuple(nearest)
        hint = f" Did you mean {either(self.nearest)}?" if self.nearest else ""
        hint += f" Choose one of these: {', '.join(every)}." if every else ""
        super().__init__(f"There is no {kind} called '{short(word, 80)}'.{hint}")


class NothingHeld(LibcareerError):
    """The knowledge has no record of a *kind*, which an answer is made of."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(f"This knowledge has no {plural(kind)}. `libcareer check` names what is missing in a pack.")


class SeveralNames(LibcareerError):
    """A *word* that is the name of several records of a *kind*; *ids* are theirs."""

    def __init__(self, kind: str, word: str, ids: Sequence[str]) -> None:
        self.kind = kind
        self.word = word
        self.ids = tuple(ids)
        super().__init__(
            f"'{short(word, 80)}' is the name of {len(ids)} {plural(kind)}. Say which: {either(self.ids)}."
        )


class SeveralMeanings(SeveralNames):
    """A *word* that no record has as a name, and that may mean each of several of a *kind*."""

    def __init__(self, kind: str, word: str, ids: Sequence[str]) -> None:
        super().__init__(kind, word, ids)
        self.args = (f"'{short(word, 80)}' may mean several {plural(kind)}. Say which: {either(self.ids)}.",)


class SeveralJobs(LibcareerError):
    """A *word* that may mean several *jobs* of other fields, each by its code and title."""

    def __init__(self, word: str, jobs: Sequence[tuple[str, str]]) -> None:
        self.word = word
        self.jobs = tuple(jobs)
        said = "; ".join(f"{code} ({title})" for code, title in self.jobs)
        several = len(self.jobs) > 1
        meant = "can mean several jobs. Say which by its code, or say more" if several else "may mean one job"
        super().__init__(f"'{short(word, 80)}' {meant}: {said}.")


class Problem:
    """Something wrong in a knowledge file, and where; problems sort by file, line and column."""

    # Written out: every command imports this module, and a NamedTuple would take it a millisecond.
    def __init__(self, file: str, line: int, column: int, message: str, source: str = "", length: int = 1) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.source = source
        self.length = length

    def _key(self) -> tuple[str, int, int, str, str, int]:
        return self.file, self.line, self.column, self.message, self.source, self.length

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Problem) and self._key() == other._key()

    def __lt__(self, other: Problem) -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Problem{self._key()!r}"

    def __str__(self) -> str:
        """`file:line:column: message`, as editors can jump to it, then the source line with a mark under the error."""
        # A line end in a file's name or in a quoted text would look like another problem.
        head = " ".join(f"{self.file}:{self.line}:{self.column}: {self.message}".splitlines())
        if not self.source.strip():
            return head
        number = str(self.line)
        gutter = " " * len(number)
        lead = "".join("\t" if char == "\t" else " " for char in self.source[: self.column - 1])
        mark = "^" + "~" * (self.length - 1)
        return f"{head}\n{gutter} |\n{number} | {self.source}\n{gutter} | {lead}{mark}"


class BadData(LibcareerError):
    """Knowledge files with *problems*; each gives its file, line and column."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in the knowledge files."
        super().__init__("\n\n".join([*(str(problem) for problem in problems), count]))


class UnreadablePhrase(LibcareerError):
    """A *phrase* of a vocabulary whose brackets or marks cannot be read; *problem* says so without naming the file."""

    def __init__(self, phrase: str, why: str) -> None:
        self.phrase = phrase
        self.problem = f"'{short(phrase)}' {why}."
        super().__init__(f"The phrase {self.problem.removesuffix('.')}; it is in vocabulary.yaml.")


class BadAnswers(LibcareerError):
    """Answers to the quiz that cannot be read or do not fit its questions."""


class SavedFileError(LibcareerError):
    """A saved file that cannot be read, written or trusted."""


class Ended(KeyboardInterrupt):
    """The signal *number*, which ends the program; *code* is the exit code by the convention of shells."""

    def __init__(self, number: int) -> None:
        self.code = 128 + number
        super().__init__()


def short(text: str, most: int = 40) -> str:
    """*text* for a quotation in a sentence: on one line, shortened to *most* characters."""
    line = " ".join(text[: 2 * most].split())
    return line if len(line) <= most and len(text) <= 2 * most else line[: most - 3] + "..."


def plural(kind: str) -> str:
    """The plural of what one record of a kind is called: roles, countries, groups of skills."""
    head, of, rest = kind.partition(" of ")
    return f"{head[:-1]}ies{of}{rest}" if head.endswith("y") else f"{head}s{of}{rest}"


def either(names: Sequence[str]) -> str:
    """The *names* as alternatives in words: 'a', 'b' or 'c'."""
    quoted = [f"'{name}'" for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
