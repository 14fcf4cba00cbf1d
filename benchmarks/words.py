"""How well words are read: titles, advertisements and questions, against the labels that people gave them.

    python benchmarks/words.py titles FILE.tsv [--half even] [--misses]
    python benchmarks/words.py drawn FILE [--number 100] [--seed 1876] [--every]
    python benchmarks/words.py advertisements [FOLDER] [--half even] [--misses]
    python benchmarks/words.py questions FILE.tsv [--half even] [--misses]

Labelled titles and questions are other people's words and no part of libcareer; the 60 advertisements in
benchmarks/advertisements are invented. Each table has tabs between its columns and begins with their names:

- titles: title, verdict (one, several or none), roles (the ids of all that would be right, with commas)
- advertisements, in FOLDER/labels.tsv: file, verdict, roles, title (as it stands in the text, or -)
- questions: question, accept (see `judging.outcome`)

Where some rows helped to build an engine, only the others measure it: --half takes the odd or the even rows,
counted from 1. An advertisement is read twice, the second time without the line of its title and without the
title wherever else it stands. Two plain readers (benchmarks/baselines.py) read titles and advertisements too.

`drawn` draws titles without labels from FILE, one on each line, and lists those that get no role; --every lists them
all, so that a person can judge which are of the field. docs/words.md has the results.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

from baselines import by_names, by_texts
from judging import Label, Outcome, Reading, Reply, answerable, confident_error, label, outcome, right, shares, wilson

import libcareer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcareer.catalog import Catalog

    Reader = Callable[[str], Reading]

ADVERTISEMENTS = Path(__file__).with_name("advertisements")
NAME_WIDTH, WIDTH = 45, 18


class Labelled(NamedTuple):
    """A text with its label, and what to call it."""

    name: str
    text: str
    label: Label


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("titles", "drawn", "advertisements", "questions"))
    parser.add_argument("path", type=Path, nargs="?", help="a table, or a folder of advertisements")
    parser.add_argument("--half", choices=("odd", "even"), help="only these rows, counted from 1")
    parser.add_argument("--misses", action="store_true", help="list every row that libcareer gets wrong")
    parser.add_argument("--number", type=int, default=100, help="titles to draw")
    parser.add_argument("--seed", type=int, default=1876, help="the seed of the draw")
    parser.add_argument("--every", action="store_true", help="list every title that was drawn")
    options = parser.parse_args()
    if options.path is None and options.what != "advertisements":
        parser.error(f"{options.what} needs a FILE")
    catalog = libcareer.load()
    if options.what == "titles":
        titles(catalog, table(options.path, options.half), options.misses)
    elif options.what == "drawn":
        drawn(catalog, options.path, options.number, options.seed, options.every)
    elif options.what == "advertisements":
        advertisements(catalog, options.path or ADVERTISEMENTS, options.half, options.misses)
    else:
        questions(catalog, table(options.path, options.half), options.misses)


def table(path: Path, half: str | None) -> list[dict[str, str]]:
    """The rows of a table, or *half* of them."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return rows if half is None else rows[half == "even" :: 2]


# ---------------------------------------------------------------------------- titles and advertisements


def titles(catalog: Catalog, rows: Sequence[dict[str, str]], misses: bool) -> None:
    from libcareer.engines.words.titles.title import title

    def read(words: str) -> Reading:
        answer = title(catalog, words, in_field=False)
        return Reading(answer.verdict, tuple(role.id for role in answer.roles))

    some = [Labelled(row["title"], row["title"], label(row["verdict"], row["roles"])) for row in rows]
    compare(some, {"libcareer": read} | baselines(catalog, work=False), misses)


def drawn(catalog: Catalog, path: Path, number: int, seed: int, every: bool) -> None:
    """Print which of *number* different titles in the lines of a file, drawn with a *seed*, get no role."""
    from libcareer.engines.words.titles.title import title

    lines = dict.fromkeys(line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    titles = [line for line in lines if line]
    some = random.Random(seed).sample(titles, min(number, len(titles)))
    answers = [title(catalog, words) for words in some]
    counts = Counter(str(answer.verdict) for answer in answers)
    print(f"{len(some)} of {len(titles)} titles, seed {seed}")
    print(", ".join(f"{counts[verdict]} {verdict}" for verdict in ("one", "several", "none")))
    for answer in sorted(answers, key=lambda answer: bool(answer.roles)):
        if every or not answer.roles:
            print(f"{answer.verdict:8}{answer.asked}")
            if answer.roles:
                print(f"{'':12}{', '.join(role.id for role in answer.roles)}")


def advertisements(catalog: Catalog, folder: Path, half: str | None, misses: bool) -> None:
    from libcareer.engines.words.documents.document import document
    from libcareer.engines.words.documents.match import match
    from libcareer.engines.words.documents.paragraphs import Line

    def read(text: str) -> Reading:
        lines = [Line(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1)]
        answer = match(catalog, document(catalog, lines))
        return Reading(answer.verdict, tuple(role.id for role in answer.roles))

    rows = table(folder / "labels.tsv", half)
    labels = [label(row["verdict"], row["roles"]) for row in rows]
    whole = [(folder / row["file"]).read_text(encoding="utf-8") for row in rows]
    bare = [without_title(text, row["title"]) for text, row in zip(whole, rows, strict=True)]
    for heading, texts in (("With the title", whole), ("The text alone", bare)):
        print(f"\n{heading}")
        some = [Labelled(row["file"], text, said) for row, text, said in zip(rows, texts, labels, strict=True)]
        compare(some, {"libcareer": read} | baselines(catalog, work=True), misses)


def without_title(text: str, title: str) -> str:
    """*text* without the first line that has *title*, and without *title* elsewhere; whole if *title* is "-".

    Raises ValueError if no line has it.
    """
    if title == "-":
        return text
    lines = text.splitlines(keepends=True)
    first = next((number for number, line in enumerate(lines) if title in line), None)
    if first is None:
        raise ValueError(f"No line has the title {title!r}")
    phrase = r"\s+".join(map(re.escape, title.split()))
    return re.sub(rf"(?<!\w){phrase}(?!\w)", "", "".join(lines[:first] + lines[first + 1 :]), flags=re.IGNORECASE)


def baselines(catalog: Catalog, work: bool) -> dict[str, Reader]:
    return {"names alone": by_names(catalog).read, "tf-idf of texts": by_texts(catalog, work).read}


def compare(some: Sequence[Labelled], readers: dict[str, Reader], misses: bool) -> None:
    """Print the measures of each reader in percent, with 95 % intervals, and what a text costs."""
    columns = {}
    for name, read in readers.items():
        read(some[0].text)  # indexes are built on first use
        start = time.perf_counter()
        got = [read(one.text) for one in some]
        cost = 1000 * (time.perf_counter() - start) / len(some)
        columns[name] = shares((one.label, reading) for one, reading in zip(some, got, strict=True)), cost
        if misses and name == "libcareer":
            for one, reading in zip(some, got, strict=True):
                show_miss(one, reading)
    print(f"{len(some)} texts".ljust(NAME_WIDTH), *(name.rjust(WIDTH) for name in columns))
    for measure, (_, total) in next(iter(columns.values()))[0].items():
        cells = (wilson(measures[measure]).rjust(WIDTH) for measures, _ in columns.values())
        print(f"{measure}, of {total}".ljust(NAME_WIDTH), *cells)
    print("milliseconds a text".ljust(NAME_WIDTH), *(f"{cost:.2f}".rjust(WIDTH) for _, cost in columns.values()))


def show_miss(one: Labelled, got: Reading) -> None:
    if right(one.label, got) and not confident_error(one.label, got):
        return
    print(one.name, "(confident error)" if confident_error(one.label, got) else "")
    for said, (verdict, roles) in (("wanted", one.label), ("got", got)):
        print(f"    {said:6} {verdict}: {', '.join(roles)}")


# ---------------------------------------------------------------------------- questions


def questions(catalog: Catalog, rows: Sequence[dict[str, str]], misses: bool) -> None:
    from libcareer.engines.words.questions.ask import ask

    def read(question: str) -> Reply:
        answer = ask(catalog, question)
        own = pointers = frozenset[str]()
        if answer.best:
            own = references(answer.best.page, answer.best.id, answer.best.also)
            pointers = pointed(catalog, answer.best.page, answer.best.id) - own
        choices = tuple(references(choice.page, choice.id, choice.also) for choice in answer.choices)
        return Reply(str(answer.verdict), own, pointers, choices, admits=bool(answer.not_held))

    read(rows[0]["question"])  # indexes are built on first use
    start = time.perf_counter()
    replies = [read(row["question"]) for row in rows]
    cost = 1000 * (time.perf_counter() - start) / len(rows)
    outcomes = [outcome(row["accept"], one) for row, one in zip(rows, replies, strict=True)]
    for heading, held in (("answered by a record here", True), ("to be refused", False)):
        counts = Counter(
            result for row, result in zip(rows, outcomes, strict=True) if answerable(row["accept"]) is held
        )
        print(f"\n{counts.total()} questions {heading}")
        for result in get_args(Outcome):
            print(f"  {result:17}{counts[result]:4}{wilson((counts[result], counts.total())):>16}")
        either = counts["right"] + counts["offered"]
        print(f"  {'right or offered':17}{either:4}{wilson((either, counts.total())):>16}")
    print(f"\n{cost:.1f} milliseconds a question")
    for row, result, one in zip(rows, outcomes, replies, strict=True):
        if misses and result != "right":
            got = " ".join(sorted(one.own)) or "; ".join(" ".join(sorted(choice)) for choice in one.choices)
            print(f"{result}: {row['question']}\n    wanted {row['accept']}\n    got    {one.verdict}: {got}")


def references(page: str, id_: str, also: str | None) -> frozenset[str]:
    """A page as references: to its record, or to the two roles that it shows and the command for both."""
    if page == "comparison":
        return frozenset({f"role:{id_}", f"role:{also}", f"command:compare {id_} {also}"})
    if page == "way":
        return frozenset({f"role:{id_}", f"command:path {id_} --from {also}"})
    return frozenset({f"{page}:{id_}"})


def pointed(catalog: Catalog, page: str, id_: str) -> frozenset[str]:
    """What a page points to: the commands of a stored question, and the roles that they name."""
    lines = catalog.questions[id_].commands if page == "question" else ()
    return frozenset().union(*(named(catalog, line) for line in lines))


def named(catalog: Catalog, line: str) -> frozenset[str]:
    """A command line as a reference, with those to the roles that it names."""
    words = line.removeprefix("libcareer ").split()
    return frozenset({f"command:{' '.join(words)}", *(f"role:{word}" for word in words if word in catalog.roles)})


if __name__ == "__main__":
    main()
