"""What `worth` takes: a role or a credential by any of its names, and amounts as people write them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from libcareer.errors import WrongUsage
from libcareer.inquiries.amounts import typed_earnings, typed_percent

if TYPE_CHECKING:
    from conftest import Run


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("38000", 38_000),
        ("$38,000", 38_000),
        ("38k", 38_000),
        ("38,000 a year", 38_000),
        ("18.50/hour", 38_480),
        ("$18.50 an hour", 38_480),
        ("18.50/hr", 38_480),
        ("18.50 per hour", 38_480),
        ("18.5 h", 38_480),
        ("500 a year", 500),
        ("0", 0),
    ],
)
def test_pay_is_read_by_the_year_or_by_the_hour(words: str, amount: float) -> None:
    assert typed_earnings(words) == pytest.approx(amount)


@pytest.mark.parametrize("words", ["18.50", "$18.50", "lots", "18.50/day", "-5", "/hour", "", "nan"])
def test_pay_that_can_mean_two_things_or_nothing_is_refused(words: str) -> None:
    with pytest.raises(WrongUsage, match=r"Write .*38000 for a year, or 18\.50/hour"):
        typed_earnings(words)


def test_pay_in_another_currency_is_refused_and_reckoned_with_nowhere(run: Run) -> None:
    told = run("worth", "librarian", "--earn", "38000 EUR")
    assert told.exit_code == 2
    assert "--earn is in EUR, and amounts here are in USD." in " ".join(told.stderr.split())


@pytest.mark.parametrize(("words", "share"), [("25", 25), ("25%", 25), ("25 percent", 25), ("0", 0), ("100", 100)])
def test_a_chance_is_read_as_a_percentage(words: str, share: float) -> None:
    assert typed_percent(words) == share


@pytest.mark.parametrize("words", ["101", "-1", "half"])
def test_a_chance_outside_its_range_is_refused(words: str) -> None:
    with pytest.raises(WrongUsage):
        typed_percent(words)


def asked(run: Run, *args: str) -> tuple[str | None, str | None]:
    """The ids of the credential and of the goal that are answered for."""
    found = json.loads(run("worth", *args, "--earn", "30000", "--format", "json").stdout)
    return (found["credential"] or {}).get("id"), found.get("goal", {}).get("id")


@pytest.mark.parametrize(
    ("words", "credential", "goal"),
    [
        (["librarian"], None, "librarian"),
        (["libarian"], None, "librarian"),
        (["mlis"], "mlis", None),
        (["Library", "master's"], "mlis", None),
        (["the", "mlis"], "mlis", None),
        (["the", "bachelor"], "bachelor", None),
        (["mlis", "--goal", "librarian"], "mlis", "librarian"),
        (["mliss"], "mlis", None),
    ],
)
def test_a_role_or_a_credential_is_taken_by_any_of_its_names(
    run: Run, words: list[str], credential: str | None, goal: str | None
) -> None:
    assert asked(run, *words) == (credential, goal)


def test_a_level_of_education_that_several_credentials_give_is_asked_about(run_snapshot: Run) -> None:
    result = run_snapshot("worth", "the", "master's", "--earn", "30000")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Say which: 'mlis' or 'subject-masters'." in result.stderr or "'subject-masters' or 'mlis'" in result.stderr


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["mlis"], 2, "Say what you earn now: --earn 38000, --earn 18.50/hour, or your job with --from ROLE."),
        (["librarian", "--earn", "18.50"], 2, "'18.50' can mean an hour or a year."),
        (["librarian", "--earn", "30000", "--goal", "page"], 2, "--goal goes with a credential."),
        (["nothing-known", "--earn", "30000"], 1, "There is no role called 'nothing-known'."),
        ([], 2, "Missing argument 'ROLE|CREDENTIAL'"),
        (["librarian", "--earn", "30000", "--where", "Ohio"], 1, "This knowledge has no pay by place"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_wrong_or_lacks_is_said_in_a_sentence(run: Run, args: list[str], code: int, said: str) -> None:
    result = run("worth", *args)
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in " ".join(result.stderr.split())


def test_what_is_kept_about_a_person_is_used_and_told(run: Run) -> None:
    run("me", "--from", "technician", "--have", "bachelor")
    kept = run("worth", "librarian")
    assert "For you: Technician; bachelor's degree" in kept.stdout
    assert run("worth", "librarian", "--anyone").exit_code == 2
    typed = run("worth", "librarian", "--from", "technician", "--have", "bachelor", "--anyone").stdout
    assert "\nprice: 12,000 to 40,000 USD" in kept.stdout
    assert "\nprice: 12,000 to 40,000 USD" in typed


def test_a_place_changes_both_pays(run_snapshot: Run) -> None:
    here = run_snapshot("worth", "librarian", "--from", "library-technician", "--have", "bachelor", "--where", "Ohio")
    assert here.exit_code == 0
    assert "\npay now: $37,920 a year; median of Library Technicians in Ohio" in here.stdout
    assert "\npay after: $60,630 a year" in here.stdout
