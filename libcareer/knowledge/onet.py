"""The tables of jobs of every field, made from a release of the O*NET database.

    python -m libcareer.knowledge.onet FOLDER

writes the files in `libcareer/data/jobs/` anew. The folder has the text files of the release as they are downloaded
(Occupation_Data.txt and so on; `docs/anyjob.md` lists them). The same files give the same bytes.

`jobs.tsv` has a section for each occupation, which begins with `=`, its code and its title. Its lines begin with a
letter: `d` a description, `i` six interests (R I A S E C), `z` a job zone, `n` titles that people use, `t` a task with
its number, `x` technologies, `k` the occupations with the most similar tasks and interests, nearest first. `titles.tsv`
has the codes of each folded title. Behind a code, `!` marks the official title, `*` one that people in the job reported
and `+` one that is known only from such a report. `words.tsv` has for each stem of a task, title or description the
numbers of the occupations (in the order of `jobs.tsv`) with its weight there in hundredths.
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.knowledge.disk import make_folder, read_file, replace_file
from libcareer.knowledge.folders import BUILT_IN
from libcareer.knowledge.spelling import fold
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Row = dict[str, str]
"""A row of the release by column."""

RELEASE = "O*NET 30.1\tonet-30-1"
"""The name of the release, and the id of its source."""

JOBS, TITLES, WORDS = "jobs.tsv", "titles.tsv", "words.tsv"
"""The files: a section for each occupation, the codes of each title, the occupations of each word of a task."""

CODE, NONE = "O*NET-SOC Code", "n/a"
LETTERS = ("Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional")
LARGEST = 50_000_000
"""Bytes of a file of the release at most."""

LEAST = 0.02
"""The least weight of a word that is written down."""

NEAREST = 25
"""How many of the most similar occupations are written down for each."""

TASKS, NAMES, SUMMARY, TOOLS, INTERESTS, ZONES = 1.0, 1.0, 0.7, 0.3, 0.1, 0.03
"""How much the likeness of tasks, of titles, of descriptions, of technologies and of interests counts, and
how much each job zone between two jobs takes away."""

EMPTY = frozenset(
    """
    a about an and are as at be by for from in into is it may of on or other such that the their them to using use with
    within
    """.split()  # noqa: SIM905 - a list of words is read as words
)
"""Words that tell no task from another."""


def main() -> None:
    """Write the tables anew from the folder on the command line."""
    folder = BUILT_IN / "jobs"
    make_folder(folder, private=False)
    for name, text in tables(Path(sys.argv[1])).items():
        replace_file(folder / name, text.encode(), private=False)


def rows(path: Path) -> Iterator[Row]:
    """The rows of the tab-separated file at *path*; raises OSError if it cannot be read."""
    head, *lines = read_file(path, LARGEST).decode().splitlines()
    columns = head.split("\t")
    return (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)


def tables(folder: Path) -> dict[str, str]:
    """The text of each file, from the files of the release in *folder*."""
    occupations = {row[CODE]: row for row in rows(folder / "Occupation_Data.txt")}
    alternate = _several(rows(folder / "Alternate_Titles.txt"), "Alternate Title", "Short Title")
    reported = _several(rows(folder / "Sample_of_Reported_Titles.txt"), "Reported Job Title")
    tasks = _several(rows(folder / "Task_Statements.txt"), "Task ID", "Task")
    tools = _several(rows(folder / "Technology_Skills.txt"), "Example", "Commodity Title")
    zones = {row[CODE]: row["Job Zone"] for row in rows(folder / "Job_Zones.txt")}
    interests: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(folder / "Interests.txt"):
        if row["Scale ID"] == "OI":
            interests[row[CODE]][row["Element Name"]] = row["Data Value"]
    near = nearest(occupations, tasks, alternate, tools, interests, zones)
    lines = [f"# {RELEASE}"]
    for code, row in sorted(occupations.items()):
        names = dict.fromkeys((*(one for (one,) in reported[code]), *sorted(one for one, _ in alternate[code])))
        lines += [f"= {code}\t{row['Title']}", f"d\t{row['Description']}"]
        if code in interests:
            lines.append("\t".join(("i", *(interests[code][letter] for letter in LETTERS))))
        if code in zones:
            lines.append(f"z\t{zones[code]}")
        lines.append("\t".join(("n", *names)))
        lines += [f"t\t{id_}\t{said}" for id_, said in tasks[code]]
        if tools[code]:
            lines.append("\t".join(("x", *dict.fromkeys(one for one, _ in tools[code]))))
        lines.append("\t".join(("k", *near[code])))
    return {
        JOBS: "\n".join([*lines, "= end", ""]),
        TITLES: titles(occupations, alternate, reported),
        WORDS: words(sorted(occupations), tasks, alternate, occupations),
    }


def _several(found: Iterable[Row], *columns: str) -> dict[str, list[tuple[str, ...]]]:
    """The cells of *columns* in each row, by the code of the occupation, in their order."""
    cells: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in found:
        cells[row[CODE]].append(tuple(row[column] for column in columns))
    return cells


# ---------------------------------------------------------------------------- titles


def titles(
    occupations: Mapping[str, Row],
    alternate: Mapping[str, list[tuple[str, ...]]],
    reported: Mapping[str, list[tuple[str, ...]]],
) -> str:
    """The table of titles: each folded title with the codes that it means, marked as the module says."""
    marks: dict[str, dict[str, str]] = defaultdict(dict)
    for code, row in occupations.items():
        for name in keys(row["Title"]):
            marks[name][code] = "!"
        listed = {key for both in alternate.get(code, ()) for one in both if one != NONE for key in keys(one)}
        told = {key for (one,) in reported.get(code, ()) for key in keys(one)}
        for name in listed | told:
            mark = "" if name not in told else "*" if name in listed else "+"
            marks[name].setdefault(code, mark)
    lines = [f"# {RELEASE}", "# title codes"]
    for name, codes in sorted(marks.items()):
        lines.append("\t".join((name, " ".join(f"{code}{mark}" for code, mark in sorted(codes.items())))))
    return "\n".join([*lines, ""])


def keys(title: str) -> set[str]:
    """The forms in which a *title* is looked up: whole, without what stands in brackets, and that alone."""
    inside = re.findall(r"\(([^)]*)\)", title)
    forms = {fold(title), fold(re.sub(r"\([^)]*\)", " ", title)), *map(fold, inside)}
    return {form for form in forms if len(form) > 1}


# ---------------------------------------------------------------------------- words of tasks


def words(
    codes: list[str],
    tasks: Mapping[str, list[tuple[str, ...]]],
    alternate: Mapping[str, list[tuple[str, ...]]],
    occupations: Mapping[str, Row],
) -> str:
    """The table of words: each stem of a task or title with the occupations that have it, and its weight there."""
    counts = {
        code: _stems(said for _, said in tasks.get(code, ()))
        + _stems(said for said, _ in alternate.get(code, ()))
        + _stems(occupations[code][part] for part in ("Title", "Description"))
        for code in codes
    }
    vectors = _vectors(counts)
    found: dict[str, list[str]] = defaultdict(list)
    for number, code in enumerate(codes):
        for stem, weight in vectors[code].items():
            if weight >= LEAST:
                found[stem].append(f"{number}:{round(weight * 100)}")
    lines = [f"# {RELEASE}", "# stem occupations"]
    lines += ["\t".join((stem, " ".join(at))) for stem, at in sorted(found.items())]
    return "\n".join([*lines, ""])


def _stems(texts: Iterable[str]) -> Counter[str]:
    return Counter(term for text in texts for term in terms(text) if term not in EMPTY)


def _vectors(counts: Mapping[str, Counter[str]]) -> dict[str, dict[str, float]]:
    """The weight of each term of each text, by tf-idf with a logarithmic count, all of length one."""
    having = Counter(term for count in counts.values() for term in count)
    vectors = {}
    for code, count in counts.items():
        weighed = {
            term: (1 + math.log(times)) * math.log(len(counts) / having[term])
            for term, times in count.items()
            if having[term] > 1
        }
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        vectors[code] = {term: weight / length for term, weight in weighed.items()}
    return vectors


# ---------------------------------------------------------------------------- the nearest


def nearest(
    occupations: Mapping[str, Row],
    tasks: Mapping[str, list[tuple[str, ...]]],
    alternate: Mapping[str, list[tuple[str, ...]]],
    tools: Mapping[str, list[tuple[str, ...]]],
    interests: Mapping[str, Mapping[str, str]],
    zones: Mapping[str, str],
) -> dict[str, list[str]]:
    """The codes of the occupations most like each, nearest first.

    That is by what people do, are called, use and like there, and by how much preparation it takes.
    """
    codes = sorted(occupations)
    kinds = (
        (TASKS, {code: _stems(said for _, said in tasks.get(code, ())) for code in codes}),
        (NAMES, {code: _stems(said for said, _ in alternate.get(code, ())) for code in codes}),
        (SUMMARY, {code: _pairs(occupations[code][part] for part in ("Title", "Description")) for code in codes}),
        (TOOLS, {code: Counter(kind for _, kind in tools.get(code, ())) for code in codes}),
    )
    like: dict[str, dict[str, float]] = {code: defaultdict(float) for code in codes}
    for weight, counts in kinds:
        for one, found in _likenesses(_vectors(counts)):
            for other, likeness in found.items():
                like[one][other] += weight * likeness
    letters = {code: _centered([float(one[letter]) for letter in LETTERS]) for code, one in interests.items()}
    near = {}
    for one in codes:
        score = {
            other: likeness
            + INTERESTS * _agreement(letters.get(one), letters.get(other))
            - ZONES * (abs(int(zones[one]) - int(zones[other])) if one in zones and other in zones else 0)
            for other, likeness in like[one].items()
            if other != one
        }
        near[one] = sorted(score, key=lambda other: (-score[other], other))[:NEAREST]
    return near


def _pairs(texts: Iterable[str]) -> Counter[str]:
    """The stems of *texts* and the pairs of neighbors among them."""
    count: Counter[str] = Counter()
    for text in texts:
        found = [term for term in terms(text) if term not in EMPTY]
        count.update(found)
        count.update(f"{one} {other}" for one, other in pairwise(found))
    return count


def _likenesses(vectors: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, dict[str, float]]]:
    having: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for code, vector in vectors.items():
        for term, weight in vector.items():
            having[term].append((code, weight))
    for code, vector in vectors.items():
        found: dict[str, float] = defaultdict(float)
        for term, weight in vector.items():
            for other, theirs in having[term]:
                found[other] += weight * theirs
        yield code, found


def _centered(values: list[float]) -> list[float]:
    mean = sum(values) / len(values)
    length = math.sqrt(sum((value - mean) ** 2 for value in values)) or 1.0
    return [(value - mean) / length for value in values]


def _agreement(one: list[float] | None, other: list[float] | None) -> float:
    """The correlation of two profiles of interests; 0 where one is not known."""
    return sum(a * b for a, b in zip(one, other, strict=True)) if one and other else 0.0


if __name__ == "__main__":
    main()
