"""How often the title of a job of any field is understood, and how near related jobs come.

    python benchmarks/anyjob.py titles [SEED] [COUNT]
    python benchmarks/anyjob.py near FOLDER

`titles` draws titles that people in a job reported to O*NET. Each is left out of the index as far as it is known only
from such a report, and typed in three ways: as written, in lower case without brackets, and with a slip in its longest
word. It counts titles that are taken as the job that was meant or one question offers it, and those that are answered
as a role of this guide although no role that is counted in the job has that name.

`near` counts how many pairs of related jobs (Related_Occupations.txt in FOLDER, a release of O*NET) are among the ten
nearest of the first of the two, for pairs with an occupation of this guide, in both directions; and how many a plain
tf-idf over the words of tasks reaches.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from libcareer.catalog import load
from libcareer.catalog.jobs import ONLY_REPORTED, JobTables
from libcareer.errors import LibcareerError, SeveralJobs, SeveralNames
from libcareer.inquiries.inquirer import Inquirer
from libcareer.inquiries.jobs import post_named
from libcareer.knowledge.onet import CODE, keys, rows
from libcareer.knowledge.terms import terms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index

SEED, COUNT = 20261130, 200
NEAREST = 10
TIERS = (("Primary-Short",), ("Primary-Short", "Primary-Long"), ("Primary-Short", "Primary-Long", "Supplemental"))


class HeldOut(JobTables):
    """The tables without one title, as far as it is known only from a report."""

    held: tuple[set[str], str] = (set(), "")

    def meanings(self, name: str) -> dict[str, str]:
        """Without the title that is held out."""
        return self._kept(name, super().meanings(name))

    def titles(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Without the title that is held out."""
        for name, marks in super().titles():
            if kept := self._kept(name, marks):
                yield name, kept

    def _kept(self, name: str, marks: dict[str, str]) -> dict[str, str]:
        names, code = self.held
        if name in names and marks.get(code) == ONLY_REPORTED:
            return {other: mark for other, mark in marks.items() if other != code}
        return marks


class Asker(Inquirer):
    """Somebody at a command line: a name with a slip is taken."""

    def misspelled(self, index: Index, word: str, close: str, doing: str) -> str:
        """The name that is close."""
        return close


def slip(title: str, chance: random.Random) -> str:
    """*title* with two letters swapped in its longest word."""
    word = max(re.findall(r"[A-Za-z]+", title), key=len)
    if len(word) < 6:
        return title
    at = chance.randrange(1, len(word) - 2)
    return title.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :], 1)


def titles(seed: int, count: int) -> None:
    catalog = load()
    read = catalog.jobs._read
    tables = HeldOut(read)
    catalog.__dict__["jobs"] = tables
    told = [(code, title) for code in tables.codes for title in reported(tables, code)]
    chance = random.Random(seed)
    drawn = chance.sample(told, count)
    forms = {
        "as written": lambda title: title,
        "lower case, no brackets": lambda title: re.sub(r"\s*\([^)]*\)", "", title).lower(),
        "with a slip": lambda title: slip(re.sub(r"\s*\([^)]*\)", "", title).lower(), chance),
    }
    for form, typed in forms.items():
        outcomes: Counter[str] = Counter()
        for code, title in drawn:
            tables.held = (keys(title), code)
            outcome = answered(catalog, code, typed(title))
            outcomes[outcome] += 1
            if outcome not in ("taken", "asked", "taken as its role"):
                print(f"    {outcome}: {typed(title)!r} ({tables.official[code]})")
        good = outcomes["taken"] + outcomes["asked"] + outcomes["taken as its role"]
        print(f"{form}: {good} of {count} ({good / count:.1%}); {dict(outcomes)}")


def reported(tables: JobTables, code: str) -> list[str]:
    """The titles of a job that people reported."""
    return [
        title
        for title in tables[code].titles
        if any(JobTables.meanings(tables, name).get(code) in ("*", "+") for name in keys(title))
    ]


def answered(catalog: Catalog, code: str, typed: str) -> str:
    """What becomes of a title *typed* by somebody in the job *code*."""
    try:
        post = post_named(Asker(catalog, date(2026, 11, 30)), typed)
    except SeveralJobs as several:
        return "asked" if code in dict(several.jobs) else "asked, without it"
    except SeveralNames as several:
        ours = any(counted(catalog, role, code) for role in several.ids)
        return "asked" if ours else "asked about roles of the field"
    except LibcareerError:
        return "refused"
    if post.role:
        return "taken as its role" if counted(catalog, post.role, code) else f"taken as the role {post.role}"
    return "taken" if post.job == code else f"taken as {catalog.jobs.official[post.job]}"


def counted(catalog: Catalog, role: str, code: str) -> bool:
    return any(covered.code == code for covered in catalog.counted[role].occupations)


def near(folder: Path) -> None:
    catalog = load()
    ours = set(catalog.occupations) & set(catalog.jobs.codes)
    related: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(folder / "Related_Occupations.txt"):
        related[row[CODE]][row["Related O*NET-SOC Code"]] = row["Relatedness Tier"]
    plain = tf_idf(catalog)
    print("pairs of related jobs among the ten nearest: from ours, to ours; the same by plain tf-idf over tasks")
    for tiers in TIERS:
        there = [(one, other) for one in ours for other, tier in related[one].items() if tier in tiers]
        back = [
            (one, other) for one in related for other, tier in related[one].items() if other in ours and tier in tiers
        ]
        shares = []
        for found in (lambda one: catalog.jobs[one].near[:NEAREST], lambda one: plain[one]):
            for pairs in (there, back):
                hits = sum(other in found(one) for one, other in pairs)
                shares.append(f"{hits}/{len(pairs)} = {hits / len(pairs):.1%}")
        print(f"{' + '.join(tiers)}: {'; '.join(shares)}")


def tf_idf(catalog: Catalog) -> Mapping[str, list[str]]:
    """The ten nearest jobs of each by a plain tf-idf over the words of tasks."""
    counts = {c: Counter(t for task in catalog.jobs[c].tasks for t in terms(task.text)) for c in catalog.jobs.codes}
    having = Counter(term for count in counts.values() for term in count)
    vectors: dict[str, dict[str, float]] = {}
    inside: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for code, count in counts.items():
        vector = {term: times * math.log(len(counts) / having[term]) for term, times in count.items()}
        length = math.sqrt(sum(weight**2 for weight in vector.values())) or 1.0
        vectors[code] = {term: weight / length for term, weight in vector.items()}
        for term, weight in vectors[code].items():
            inside[term].append((code, weight))
    nearest = {}
    for code, vector in vectors.items():
        score: Counter[str] = Counter()
        for term, weight in vector.items():
            for other, theirs in inside[term]:
                score[other] += weight * theirs  # type: ignore[assignment]
        del score[code]
        nearest[code] = [other for other, _ in score.most_common(NEAREST)]
    return nearest


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["near", folder]:
            near(Path(folder))
        case ["titles", *numbers]:
            titles(*map(int, numbers or (SEED,)), *(() if len(numbers) > 1 else (COUNT,)))
        case _:
            sys.exit(__doc__)
