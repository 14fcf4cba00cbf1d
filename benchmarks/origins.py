"""How well two readings of the jobs that people come from agree, and how well words in tasks find the same skills.

`python benchmarks/origins.py FOLDER` needs the text files of O*NET 30.1 in FOLDER. In origins/, first.tsv and
second.tsv are the two readings of 150 jobs as they were before they were compared, and sample.tsv has a hundred
findings of task_words.yaml in the jobs beyond the third, drawn at random, with a reader's yes or no. The words were
revised on every third job of first.tsv, and not after the others were counted.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from libcareer.catalog import Catalog, load
from libcareer.knowledge.wordings import pattern

READINGS = Path(__file__).with_suffix("")
STRENGTHS = "personal-strengths"
Shown = dict[tuple[str, str], str]
"""For each job's code and skill, how sure a reader is that the job shows it."""


def rows(name: str) -> list[dict[str, str]]:
    with (READINGS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def reading(name: str) -> Shown:
    return {(row["code"], row["skill"]): row["sure"] for row in rows(name)}


def tasks(folder: Path) -> dict[str, list[str]]:
    """The tasks of each job by its code."""
    found = defaultdict(list)
    with (folder / "Task_Statements.txt").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["O*NET-SOC Code"]].append(row["Task"])
    return found


def kappa(first: set[tuple[str, str]], second: set[tuple[str, str]], pairs: int) -> tuple[float, float]:
    """The share of *pairs* of a job and a skill on which both say the same, and Cohen's kappa."""
    both, one, other = len(first & second), len(first), len(second)
    share = (pairs - one - other + 2 * both) / pairs
    chance = (one * other + (pairs - one) * (pairs - other)) / pairs**2
    return share, (share - chance) / (1 - chance)


def agreement(name: str, first: Shown, second: Shown, skills: set[str]) -> None:
    one = {pair for pair in first if pair[1] in skills}
    other = {pair for pair in second if pair[1] in skills}
    share, beyond = kappa(one, other, len({code for code, _ in first}) * len(skills))
    overlap = 2 * len(one & other) / (len(one) + len(other))
    print(
        f"{name}: both {len(one & other)}, only the first {len(one - other)}, only the second {len(other - one)}; "
        f"same answer {share:.3f}, kappa {beyond:.2f}, overlap {overlap:.2f}"
    )


def by_words(catalog: Catalog, texts: dict[str, list[str]]) -> set[tuple[str, str]]:
    found = {id_: pattern(words.phrases) for id_, words in catalog.task_words.items()}
    return {(code, id_) for code, all_ in texts.items() for id_, words in found.items() if any(map(words.search, all_))}


def main() -> None:
    catalog = load()
    first, second = reading("first.tsv"), reading("second.tsv")
    codes = list(dict.fromkeys(code for code, _ in first))
    skills = {skill for _, skill in first.keys() | second.keys()}
    strengths = set(catalog.groups[STRENGTHS][1])
    agreement("all skills that a reader named", first, second, skills)
    agreement("without the general strengths", first, second, skills - strengths)
    for name, one, other in (("first", first, second), ("second", second, first)):
        plain = {pair for pair, sure in one.items() if sure == "plain"}
        print(f"plain to the {name}: {len(plain)}, of which the other names {len(plain & other.keys())}")

    texts = tasks(Path(sys.argv[1]))
    ruled = by_words(catalog, {code: texts[code] for code in codes})
    for name, part in (("the third", codes[::3]), ("the others", [code for code in codes if code not in codes[::3]])):
        found = {pair for pair in ruled if pair[0] in part}
        for whose, hand in (("first", first.keys()), ("either", first.keys() | second.keys())):
            right = {pair for pair in hand if pair[0] in part}
            hit = len(found & right)
            print(f"words on {name}, {whose} reading: precision {hit / len(found):.2f}, recall {hit / len(right):.2f}")
    sample = rows("sample.tsv")
    print(f"findings that show at least a part: {sum(row['shown'] == 'yes' for row in sample)} of {len(sample)}")


if __name__ == "__main__":
    main()
