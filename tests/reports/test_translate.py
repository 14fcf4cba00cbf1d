"""The pages of `translate`: what is called how, with blanks that are seen as blanks in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from libcareer.commands.pages import page
from libcareer.reports.page.render import Format, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


def plain(catalog: Catalog, at: str) -> str:
    return text(page(catalog, at), Format.PLAIN)


def test_the_page_of_a_duty_has_term_line_proof_roles_caution_and_reason(tiny: Catalog) -> None:
    said = plain(tiny, "translate shelving --to office")
    for words in (
        "typically: Filing; also archive room work",
        "your line: Refiled [number] folders a [day], with [share] in the right place.",
        "proof: A drawer in order.",
        "opens: Clerk",
        "caution: It is not archiving.",
        "taken: 'shelving' is a name of the skill Shelving.",
    ):
        assert words in said


@pytest.mark.parametrize("format_", [Format.PLAIN, Format.SCREEN, Format.JSON, Format.CSV])
def test_blanks_are_seen_as_blanks(format_: Format, run: Run) -> None:
    assert "[number]" in run("translate", "shelving", "--to", "office", "--format", format_.value).stdout


@pytest.mark.parametrize("at", ["shelving", "shelving --to office", "filing --from office", "--role page"])
def test_a_page_with_lines_says_whose_facts_belong_in_the_blanks(at: str, tiny: Catalog) -> None:
    assert "Put your own facts in place of the [blanks]" in plain(tiny, f"translate {at}")


def test_the_first_screen_of_the_longest_duty_says_all_of_it(shipped: Catalog, run_shipped: Run) -> None:
    wordings = [
        (id_, sector, len(f"{wording.term}{wording.also}{wording.line}{wording.proof}{wording.caution}"))
        for id_, record in shipped.translations.items()
        for sector, wording in record.sectors.items()
    ]
    id_, sector, _ = max(wordings, key=lambda one: one[2])
    lines = run_shipped("translate", id_, "--to", sector, "--format", "screen").stdout.splitlines()
    assert any(line.startswith("Put your own facts") for line in lines[:24])


def test_a_sector_without_words_is_said_to_be_left_out_and_why(tiny: Catalog) -> None:
    assert "Left out, because it would be a stretch there: shops." in plain(tiny, "translate cataloging --to shop")


def test_an_employers_phrase_is_said_to_be_taken_as_one(tiny: Catalog) -> None:
    assert "Taken as an employer's phrase." in plain(tiny, "translate archive room work")
    assert "Taken as" not in plain(tiny, "translate archive room work --from office")


def test_choices_are_numbered_and_each_has_its_command(snapshot: Catalog) -> None:
    said = plain(snapshot, "translate customer service --to business")
    assert "'customer service' can be one of these" in said
    assert "1. " in said
    assert "libcareer translate circulation --to business" in said


def test_nothing_known_says_which_word_is_unknown_and_ends_with_1(run: Run) -> None:
    result = run("translate", "juggling", "swords")
    assert result.exit_code == 1
    assert "Nothing here is about 'juggling' or 'swords'." in result.stdout


def test_json_says_how_sure_the_answer_is(run: Run) -> None:
    sure = json.loads(run("translate", "shelving", "--format", "json").stdout)
    none = json.loads(run("translate", "juggling", "--format", "json").stdout)
    assert (sure["verdict"], none["verdict"]) == ("one", "none")
    assert sure["duties"][0]["wordings"][0]["blanks"] == ["number", "day", "share"]


# ---------------------------------------------------------------------------- the command line


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("put things back --to offices", "putting-back --to office"),
        ("putting-back --to burau", "putting-back --to office"),
        ("--to office shelving", "shelving --to office"),
        ("put things back to office", "shelving --to office"),
        ("technician --to office", "--role technician --to office"),
        ("archive room work --from office", "archive room work --from bureau"),
    ],
)
def test_names_are_taken_with_slips_and_options_in_any_place(typed: str, meant: str, run: Run) -> None:
    typed_, meant_ = (run("translate", *line.split(), "--format", "json") for line in (typed, meant))
    assert typed_.exit_code == meant_.exit_code == 0
    found, expected = json.loads(typed_.stdout), json.loads(meant_.stdout)
    assert [duty["id"] for duty in found["duties"]] == [duty["id"] for duty in expected["duties"]]
    assert found["sector"] == expected["sector"]


def test_the_name_of_a_role_may_have_several_words(run_snapshot: Run) -> None:
    result = run_snapshot("translate", "--role", "library", "page", "--to", "health", "information", "--format", "json")
    found = json.loads(result.stdout)
    assert (found["role"]["id"], found["sector"]["id"]) == ("library-page", "health-information")


def test_an_unknown_sector_gets_the_list(run: Run) -> None:
    result = run("translate", "shelving", "--to", "zoo")
    assert result.exit_code == 1
    assert "There is no sector called 'zoo'." in result.stderr
    assert "Choose one of these: office, shop." in result.stderr


@pytest.mark.parametrize("options", [["--to", "office"], ["--role", "page"]])
def test_the_way_back_takes_no_other_option(options: list[str], run: Run) -> None:
    result = run("translate", "filing", "--from", "office", *options)
    assert result.exit_code == 2
    assert "--from takes an employer's phrase alone" in result.stderr


def test_any_sector_may_have_said_it(run: Run) -> None:
    found = json.loads(run("translate", "restocking", "--from", "any", "--format", "json").stdout)
    assert [duty["id"] for duty in found["duties"]] == ["putting-back"]
    assert found["sector"] is None
