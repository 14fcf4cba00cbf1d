"""Every command with every flag over a pack of another field, whole and with parts taken away.

Nothing fails with a traceback, no word of the built-in field appears, and no sign of money that the pack lacks.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer.main
import yaml

from libcareer.catalog import Catalog, load
from libcareer.cli import app
from libcareer.knowledge.checks import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run

TESTS = Path(__file__).parents[1]
MUSEUM = TESTS.parent / "docs" / "examples" / "museum-education"

COMMANDS = dict(sorted(typer.main.get_command(app).commands.items()))  # type: ignore[attr-defined]

FORMATS = ("screen", "plain", "markdown", "json", "csv")

FOREIGN = re.compile(
    r"\blibrar(?:y|ies|ians?|ianship)\b|\bMLIS\b|\bLSSC\b|\barchivists?\b|United States|\bUSD\b|\bdollars?\b|\$ ?\d",
    re.I,
)
"""Words of the built-in field and its country, and the sign of its money."""

ELSEWHERE = {
    "--data", "--format", "--no-pager", "--answers", "--share", "--calendar", "--handouts", "--file", "--lines",
}  # fmt: skip
"""Options that say where something is read from or written to; they are tested elsewhere."""

NOT_HERE = ("explore", "forget", "help", "new", "publish")
"""Commands that show no page about knowledge: the explorer and `publish` have tests of their own."""

TYPED = "1 2 3\n" * 12 + "1 2 3 4\n" * 12 + "1\n" * 20

SEED = 20261130
PACKS = 12

OPTIONAL = (
    "abroad", "countries", "disputes", "fields", "functions", "levels", "namesakes", "outdated", "pack", "questions",
    "quiz", "sectors", "synonyms", "translations", "unanswered", "vocabulary",
)  # fmt: skip
"""Files and folders that a pack may leave out, if nothing else refers to them."""

NEEDED_BY = {"levels": ("functions", "vocabulary"), "sectors": ("translations",), "disputes": ("questions",)}
"""What refers to a file and goes with it."""

OF_THE_PROFESSION = ("ceilings", "certification", "classification", "country", "currency", "examples", "known")


# ---------------------------------------------------------------------------- the calls


def arguments(catalog: Catalog) -> dict[str, list[str]]:
    """What each command is about in the pack, by its name."""
    first, second, *_ = catalog.briefs
    return {
        "show": [second],
        "path": [second],
        "compare": [first, second],
        "related": [first],
        "map": [second],
        "report": [second],
        "planb": [second],
        "plan": [second],
        "fit": [second],
        "worth": [second, "--earn", "21000"],
        "translate": [next(iter(catalog.skills))],
        "tracks": ["--from", first],
        "ask": ["which", "jobs", "need", "no", "degree"],
        "search": ["part", "time"],
        "title": ["learning", "officer"],
        "match": [str(TESTS / "documents" / "plain-advertisement.txt")],
        "class": [str(TESTS / "class")],
    }


def values(catalog: Catalog) -> dict[str, list[str]]:
    """Right values for the options, by metavar or name."""
    roles, skills = list(catalog.briefs), list(catalog.skills)
    credentials, levels = list(catalog.credentials), list(catalog.education)
    return {
        "ROLE": roles[:1],
        "SKILL": skills[:1],
        "GROUP": list(catalog.groups)[:1],
        "CLUSTER": list(catalog.clusters)[:1],
        "SETTING": list(catalog.settings)[:1],
        "SECTOR": [*list(catalog.sectors)[:1], "any"],
        "CREDENTIAL": credentials[:1],
        "CREDENTIAL:WHEN": [f"{credentials[0]}:2027-06"],
        "EDUCATION": [levels[1]],
        "LEVEL": [levels[1]],
        "PLACE": ["Scotland", "none"],
        "COUNTRY": ["Scotland"],
        "AMOUNT": ["25000", "9000 CHF"],
        "HOW": ["little"],
        "PERCENT": ["20"],
        "DATE": ["2026-12-01"],
        "SCORES": ["R10 I25 A30 S28 E12 C22"],
        "30|60": ["30"],
        "FROM..TO:HOURS": ["2022-03..2023-03:20/week"],
        "N": ["2"],
        "NAME": ["Jobs in museums"],
    }


def calls(catalog: Catalog) -> Iterator[list[str]]:
    """Each command alone, then with each of its options."""
    about, right = arguments(catalog), values(catalog)
    for name, command in COMMANDS.items():
        if name in NOT_HERE:
            continue
        base = [name, *about.get(name, [])]
        yield base
        for parameter in command.params:
            if parameter.param_type_name != "option" or not ELSEWHERE.isdisjoint(parameter.opts):
                continue
            for option in (*parameter.opts[-1:], *parameter.secondary_opts):
                if parameter.is_flag:
                    yield [*base, option]
                    continue
                choices = getattr(parameter.type, "choices", None)
                for value in choices or right[str(parameter.metavar)]:
                    yield [*base, option, str(value)]


def answered(run: Run, pack: Path, call: list[str], format_: str) -> None:
    """Assert that a *call* gives an answer or a message, about the pack and nothing else."""
    told = run(*call, "--format", format_, data=pack, input=TYPED)
    words = " ".join(call)
    failure = told.exception
    assert failure is None or isinstance(failure, SystemExit), (words, told.exc_info)
    assert told.exit_code in (0, 1, 2), words
    assert told.stdout or told.stderr, words
    # The names of the program and of the command stand in usage lines.
    said = f"{told.stdout}\n{told.stderr}".replace("libcareer", "").replace(f" {call[0]}", "")
    assert not FOREIGN.findall(said), (words, format_, [line for line in said.splitlines() if FOREIGN.search(line)])


# ---------------------------------------------------------------------------- the whole pack


@pytest.mark.parametrize("format_", FORMATS)
def test_every_command_with_every_flag_answers_about_the_pack(run: Run, format_: str) -> None:
    for call in calls(load(MUSEUM)):
        answered(run, MUSEUM, call, format_)


# ---------------------------------------------------------------------------- parts taken away


def reduced(folder: Path, luck: random.Random) -> Path:
    """A copy of the pack in *folder* without some of its parts, all references kept whole."""
    pack = Path(shutil.copytree(MUSEUM, folder))
    gone = set(luck.sample(OPTIONAL, luck.randint(1, len(OPTIONAL))))
    gone |= {other for name in gone for other in NEEDED_BY.get(name, ())}
    for name in gone:
        shutil.rmtree(pack / name, ignore_errors=True)
        (pack / f"{name}.yaml").unlink(missing_ok=True)
    _without_words(pack / "pack.yaml", luck)
    _without_figures(pack, luck)
    return pack


def _without_words(path: Path, luck: random.Random) -> None:
    """Take away parts of a profession file, if there is one."""
    if not path.exists():
        return
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name in OF_THE_PROFESSION:
        if luck.random() < 0.4:
            words.pop(name, None)
    words["questions"] = {id_: asked for id_, asked in words["questions"].items() if luck.random() < 0.6}
    if "ceilings" not in words:
        words["questions"].pop("study", None)
    path.write_text(yaml.safe_dump(words, sort_keys=False, allow_unicode=True), encoding="utf-8")


def _without_figures(pack: Path, luck: random.Random) -> None:
    """Take away figures that no text refers to."""
    path = pack / "occupations.yaml"
    occupations = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = "".join(file.read_text(encoding="utf-8") for file in pack.rglob("*.yaml"))
    for code, record in occupations.items():
        for part in ("pay", "outlook", "interests"):
            if luck.random() < 0.5 and f":{code}" not in texts:
                record.pop(part, None)
    path.write_text(yaml.safe_dump(occupations, sort_keys=False, allow_unicode=True), encoding="utf-8")


@pytest.mark.parametrize("number", range(PACKS))
def test_every_command_answers_over_a_pack_with_parts_taken_away(
    run: Run, tmp_path: Path, number: int, full: bool
) -> None:
    """A quarter of the calls, all of them if *full*, each in a format drawn for it."""
    luck = random.Random(SEED + number)
    pack = reduced(tmp_path / "pack", luck)
    every = list(calls(load(pack)))
    tried = every if full else luck.sample(every, len(every) // 4)
    for call in tried:
        answered(run, pack, call, luck.choice(FORMATS))


def test_a_check_tells_what_the_commands_would_lack(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(MUSEUM, tmp_path / "pack"))
    for name in ("pack.yaml", "fields.yaml", "questions.yaml"):
        (pack / name).unlink()
    shutil.rmtree(pack / "quiz")
    whole, told = set(check([MUSEUM]).lacks), set(check([pack]).lacks) - set(check([MUSEUM]).lacks)
    assert told == {
        "no fields: `network` names nobody to ask.",
        "no questions: `ask` answers from the other records alone.",
        "no quiz items: `quiz` borrows the general activities of the built-in bank.",
        "no pack.yaml: pages speak of 'the field', amounts have no sign, and the quiz asks no practical question.",
    }
    assert whole == {
        "no changes: `changes` lists none, and pages of roles tell of no law.",
        "no outlook: pages of roles tell none.",
        "no jobs that people come from: --from names no door into a role for them.",
        "no words of tasks: no skill is seen in the tasks of a job of another field.",
    }


def test_the_built_in_knowledge_lacks_nothing() -> None:
    assert check().lacks == ()


def test_a_pack_without_a_quiz_borrows_activities_that_are_not_about_the_built_in_field(
    tmp_path: Path, shipped: Catalog
) -> None:
    pack = Path(shutil.copytree(MUSEUM, tmp_path / "pack"))
    shutil.rmtree(pack / "quiz")
    borrowed: dict[str, Any] = load(pack).items
    own = {id_ for id_, item in shipped.items.items() if item.own}
    assert set(borrowed) == set(shipped.items) - own
    assert not any(item.skills for item in borrowed.values())
    assert not [item.text for item in borrowed.values() if re.search(r"\bbooks?\b|librar|shel[fv]", item.text, re.I)]


def test_an_example_of_the_built_in_field_is_given_for_it_alone(run: Run, run_shipped: Run) -> None:
    assert "Example: libcareer ask" in run_shipped("ask").stderr
    assert "Example" not in run("ask", data=MUSEUM).stderr


def test_a_limit_kept_in_another_currency_judges_nothing_and_is_told(run: Run, run_shipped: Run) -> None:
    run_shipped("me", "--min-pay", "90000", "--max-cost", "0")
    told = run("planb", "learning-officer", data=MUSEUM)
    assert "Your limit on pay is in USD, and amounts here are in GBP: nothing is judged by it." in told.stderr
    assert "money" not in told.stderr  # nothing is nothing in every currency
    assert "--max-cost 0" in told.stdout
    assert "--min-pay" not in told.stdout


def test_a_new_limit_takes_the_place_of_one_in_another_currency(run: Run, run_shipped: Run) -> None:
    run_shipped("me", "--min-pay", "90000", "--max-cost", "5000")
    run("me", "--min-pay", "24000", data=MUSEUM)
    told = run("planb", "learning-officer", data=MUSEUM)
    assert "--min-pay 24000" in told.stdout
    assert "5000" not in told.stdout
    assert told.stderr == ""


def test_a_quiz_needs_two_roles(run: Run, tmp_path: Path) -> None:
    pack = Path(shutil.copytree(MUSEUM, tmp_path / "pack"))
    shutil.rmtree(pack / "roles")
    refer_to_roles = (
        "countries", "disputes", "fields", "functions", "levels", "namesakes", "questions", "sectors", "translations",
        "vocabulary",
    )  # fmt: skip
    for name in refer_to_roles:
        (pack / f"{name}.yaml").unlink()
    words = yaml.safe_load((pack / "pack.yaml").read_text(encoding="utf-8"))
    del words["examples"]
    (pack / "pack.yaml").write_text(yaml.safe_dump(words, sort_keys=False, allow_unicode=True), encoding="utf-8")
    told = run("quiz", data=pack)
    assert (told.exit_code, told.stdout) == (1, "")
    assert told.stderr == "A quiz chooses among roles, and this knowledge has fewer than two.\n"
