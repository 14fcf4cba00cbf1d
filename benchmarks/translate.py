"""How well `libcareer translate` finds the duty or skill that some words mean.

`python benchmarks/translate.py` reads translate.tsv: the tasks of four library occupations as O*NET 30.1 states
them (CC BY 4.0), everyday wordings, phrases of employers, and things that nobody does in a library, each with the
skills that a right answer may name. The thresholds were set on the odd rows; it reports on the even ones, and on
the odd ones with `--odd`.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

from libcareer.catalog import Catalog, load
from libcareer.engines.words.translation.employers import back_translation
from libcareer.engines.words.translation.translation import Verdict, translation

ROWS = Path(__file__).with_suffix(".tsv")


def named(catalog: Catalog, way: str, asked: str) -> tuple[Verdict, list[set[str]]]:
    """How sure the answer to *asked* is, and the skills of each duty or skill in it, in order."""
    found = back_translation(catalog, asked) if way == "from" else translation(catalog, asked)
    skills = [{skill.id for skill in duty.skills} for duty in found.duties]
    return found.verdict, [*skills, *({skill.id} for skill in found.skills)]


def outcome(verdict: Verdict, answers: list[set[str]], right: set[str]) -> str:
    hits = [bool(answer & right) for answer in answers]
    if verdict is Verdict.NONE:
        return "refused"
    if verdict is Verdict.ONE:
        return "sure and right" if all(hits) else "sure and wrong"
    return "among those offered" if any(hits) else "offered and wrong"


def main() -> None:
    catalog = load()
    with ROWS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    half = rows[0::2] if "--odd" in sys.argv else rows[1::2]
    for way, words in (("to", "duties"), ("from", "employers' phrases"), ("none", "none of this")):
        some = [row for row in half if row["way"] == way]
        counts = Counter(outcome(*named(catalog, way, row["asked"]), set(row["skills"].split())) for row in some)
        print(f"{words}: {len(some)}")
        for what, count in counts.most_common():
            print(f"  {what:20} {count:3}  {count / len(some):4.0%}")


if __name__ == "__main__":
    main()
