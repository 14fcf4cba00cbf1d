"""What counts as right when words are read: for titles and advertisements, and for questions.

It knows neither the engines nor files, so the rules can be checked on a table of examples
(`tests/whole/test_benchmarks.py`).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Verdict = Literal["one", "several", "none"]
Outcome = Literal["right", "pointer", "offered", "choices wrong", "no answer", "wrong"]
Share = tuple[int, int]
"""How many of how many."""

PLACES = 3
CONFIDENCE = 1.96  # standard errors on either side of the middle: 95 %


class Reading(NamedTuple):
    """How a title or an advertisement was read: the ids of *roles*, best first; of none where it was refused."""

    verdict: Verdict
    roles: tuple[str, ...]


class Label(NamedTuple):
    """What a person says about a title or an advertisement: *roles* are the ids of all that would be right."""

    verdict: Verdict
    roles: frozenset[str]


class Reply(NamedTuple):
    """What a question got: references such as role:archivist, and commands such as command:compare a b.

    *own* are those of the answer itself, *pointers* those that it only lists; *choices* are those of each choice
    that was offered. An answer that *admits* says that something asked about is not known here.
    """

    verdict: Literal["answer", "unsure", "not-known"]
    own: frozenset[str] = frozenset()
    pointers: frozenset[str] = frozenset()
    choices: tuple[frozenset[str], ...] = ()
    admits: bool = False


def label(verdict: str, roles: str) -> Label:
    """The label in two columns of a table, with commas between *roles*.

    Raises ValueError if the verdict is unknown, or if roles are missing, or given where there is none.
    """
    if verdict not in ("one", "several", "none"):
        raise ValueError(f"A verdict is one, several or none, not {verdict!r}")
    ids = frozenset(role for role in (part.strip() for part in roles.split(",")) if role and role != "-")
    if bool(ids) == (verdict == "none"):
        raise ValueError(f"The verdict {verdict} does not go with the roles {roles!r}")
    return Label(verdict, ids)


def shares(judged: Iterable[tuple[Label, Reading]]) -> dict[str, Share]:
    """The measures of all readings *judged*, each as how many of how many, by its name.

    A refusal of a clear title is a miss. A confident error is an answer with one role where that role is not
    among the right ones; it is counted of all titles. Where several roles were expected, several must be offered,
    and a right one must be among them.
    """
    pairs = list(judged)
    clear = [(wanted, got) for wanted, got in pairs if wanted.verdict == "one"]
    several = [right(wanted, got) for wanted, got in pairs if wanted.verdict == "several"]
    nothing = [right(wanted, got) for wanted, got in pairs if wanted.verdict == "none"]
    return {
        "clear: a right role first": _share(_among(wanted, got, 1) for wanted, got in clear),
        "clear: among three": _share(_among(wanted, got, PLACES) for wanted, got in clear),
        "clear: answered with one role": _share(got.verdict == "one" for _, got in clear),
        "clear: refused": _share(got.verdict == "none" for _, got in clear),
        "ambiguous: several, a right one among": _share(several),
        "no role here: refused": _share(nothing),
        "confident errors": _share(confident_error(wanted, got) for wanted, got in pairs),
    }


def _share(marks: Iterable[bool]) -> Share:
    every = list(marks)
    return sum(every), len(every)


def right(wanted: Label, got: Reading) -> bool:
    """Whether the reading is right: a right role first; several with a right one among them; or refused."""
    if wanted.verdict == "none":
        return got.verdict == "none"
    if wanted.verdict == "several":
        return got.verdict == "several" and _among(wanted, got, len(got.roles))
    return _among(wanted, got, 1)


def confident_error(wanted: Label, got: Reading) -> bool:
    """Whether the reading names one role, and a wrong one."""
    return got.verdict == "one" and not _among(wanted, got, 1)


def _among(wanted: Label, got: Reading, places: int) -> bool:
    return got.verdict != "none" and not wanted.roles.isdisjoint(got.roles[:places])


def outcome(accept: str, reply: Reply) -> Outcome:
    """What a reply to a question is worth, if *accept* says what would be right.

    *accept* has semicolons between references (role:archivist), commands (command:compare archivist curator) and
    the words `refuse` (not known here is right, and so is an answer that admits it), `unsure-ok` (offering choices
    is right) and `admit` (which changes nothing here). *offered* means choices with an acceptable one among them
    where an answer was expected.
    """
    tokens = [token for token in (part.strip() for part in accept.split(";")) if token]
    records = [token for token in tokens if ":" in token]
    if reply.verdict == "not-known":
        return "right" if "refuse" in tokens else "no answer"
    if reply.verdict == "unsure":
        if not any(_accepted(records, choice) for choice in reply.choices):
            return "choices wrong"
        return "right" if "unsure-ok" in tokens else "offered"
    if _accepted(records, reply.own) or ("refuse" in tokens and reply.admits):
        return "right"
    return "pointer" if _accepted(records, reply.pointers) else "wrong"


def answerable(accept: str) -> bool:
    """Whether a record or a command here would be a right answer."""
    return ":" in accept


def _accepted(wanted: Sequence[str], found: frozenset[str]) -> bool:
    """Whether one of *wanted* is *found*; a command is found if its name is the same and it has all the words."""
    for reference in wanted:
        kind, _, words = reference.partition(":")
        if kind != "command":
            if reference in found:
                return True
            continue
        name, *others = words.split()
        typed = [one.removeprefix("command:").split() for one in found if one.startswith("command:")]
        if any(line[:1] == [name] and set(others) <= set(line) for line in typed):
            return True
    return False


def wilson(share: Share) -> str:
    """A share in percent with its 95 % interval (Wilson 1927, "Probable inference, the law of succession ...")."""
    count, total = share
    if not total:
        return "-"
    middle, z = count / total, CONFIDENCE
    scale = 1 + z * z / total
    center = (middle + z * z / (2 * total)) / scale
    half = z / scale * math.sqrt(middle * (1 - middle) / total + z * z / (4 * total * total))
    low, high = 100 * max(0.0, center - half), 100 * min(1.0, center + half)
    return f"{100 * middle:.0f} [{low:.0f}, {high:.0f}]"
