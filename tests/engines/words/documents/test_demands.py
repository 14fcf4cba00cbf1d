"""What an advertisement demands and says besides skills: gates, pay, warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.pay.figures import pay
from libcareer.engines.words.documents.document import Document, DocumentKind, document
from libcareer.engines.words.documents.gates import Gate, GateKind, gates
from libcareer.engines.words.documents.paragraphs import Line
from libcareer.engines.words.documents.pay_said import PayPlace, PayUnit, pay_place, pay_said
from libcareer.engines.words.documents.skills_found import Importance, skills_found
from libcareer.engines.words.documents.warnings import Warning, WarningKind, warnings

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def read(catalog: Catalog, text: str) -> Document:
    lines = [Line(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1)]
    return document(catalog, lines, DocumentKind.AD)


def gates_in(catalog: Catalog, text: str, kind: GateKind) -> list[Gate]:
    return [gate for gate in gates(catalog, read(catalog, text)) if gate.kind is kind]


@pytest.mark.parametrize(
    ("text", "education", "credential"),
    [
        ("ALA-accredited master's degree in library science", "mlis", "mlis"),
        ("an MLS or MLIS", "mlis", "mlis"),
        ("A Master\N{RIGHT SINGLE QUOTATION MARK}s degree in Library and Information Science", "mlis", "mlis"),
        ("a master's degree in history", "master", None),
        ("Bachelor's degree", "bachelor", "bachelor"),
        ("Associate degree in library technology", "associate", None),
        ("High school diploma or GED", "secondary", None),
        ("Ph.D. in a subject", "doctorate", "phd"),
    ],
)
def test_a_degree_is_a_gate_with_its_level_and_credential(
    snapshot: Catalog, text: str, education: str, credential: str | None
) -> None:
    first = gates_in(snapshot, f"Required\n- {text}", GateKind.DEGREE)[0]
    assert (first.education, first.credential, first.importance) == (education, credential, Importance.ESSENTIAL)
    assert first.quote.words in text
    assert first.quote.where == "line 2"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Two years of library experience", 2),
        ("3-5 years' experience in archives", 3),
        ("five (5) or more years of supervisory experience", 5),
        ("6 months of experience", 0.5),
    ],
)
def test_years_of_experience_are_a_gate(snapshot: Catalog, text: str, years: float) -> None:
    assert [gate.years for gate in gates_in(snapshot, text, GateKind.YEARS)] == [years]


@pytest.mark.parametrize("text", ["18 years of age", "a two-year term", "five years ago", "in the next three years"])
def test_years_of_something_else_are_none(snapshot: Catalog, text: str) -> None:
    assert gates_in(snapshot, text, GateKind.YEARS) == []


def test_what_is_preferred_is_no_must(snapshot: Catalog) -> None:
    (degree,) = gates_in(snapshot, "MLIS preferred", GateKind.DEGREE)
    assert degree.importance is Importance.USEFUL


def test_a_plus_may_stand_at_the_end_of_the_words_about_experience(shipped: Catalog) -> None:
    (years,) = gates_in(shipped, "Required\n- Two years of experience in an office preferred", GateKind.YEARS)
    assert years.importance is Importance.USEFUL


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Valid driver's license", GateKind.DRIVING, "Valid driver's license"),
        ("Must lift 40 pounds", GateKind.PHYSICAL, "lift 40 pounds"),
        ("Bilingual in Spanish", GateKind.LANGUAGE, "Bilingual in Spanish"),
        ("State teaching license", GateKind.LICENSE, "teaching license"),
        ("CRM or equivalent", GateKind.CERTIFICATE, "CRM"),
        ("Some evenings and weekends", GateKind.HOURS, "evenings and weekends"),
        ("A background check follows", GateKind.CHECK, "background check"),
    ],
)
def test_other_gates_come_apart_with_their_words(snapshot: Catalog, text: str, kind: GateKind, words: str) -> None:
    assert [gate.quote.words for gate in gates_in(snapshot, text, kind)] == [words]


def test_a_colleague_who_works_full_time_says_nothing_about_the_hours(snapshot: Catalog) -> None:
    assert gates_in(snapshot, "Supervises one full-time assistant", GateKind.HOURS) == []


# ---------------------------------------------------------------------------- pay


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "said"),
    [
        ("Salary: $52,000 - $58,000 annually", 52_000, 58_000, PayUnit.YEAR, True),
        ("$18.50 per hour", 18.5, 18.5, PayUnit.HOUR, True),
        ("Pay range $70-85K", 70_000, 85_000, PayUnit.YEAR, False),
        ("Salary $48,000 with benefits", 48_000, 48_000, PayUnit.YEAR, False),
        ("$14.25/hr", 14.25, 14.25, PayUnit.HOUR, True),
        ("$3,900 a month", 3_900, 3_900, PayUnit.MONTH, True),
    ],
)
def test_pay_is_read_with_its_unit(
    shipped: Catalog, text: str, low: float, high: float, unit: PayUnit, said: bool
) -> None:
    (found,) = pay_said(read(shipped, f"Title\n\n{text}"), "USD")
    assert (found.low, found.high, found.unit, found.unit_said) == (low, high, unit, said)
    assert found.quote.words in text


@pytest.mark.parametrize(
    "text",
    ["Manages a budget of $450,000", "Serves $2 million in grants", "Relocation allowance of $5,000", "Room 1200"],
)
def test_money_that_is_no_pay_is_left_out(shipped: Catalog, text: str) -> None:
    assert pay_said(read(shipped, f"Title\n\n{text}"), "USD") == ()


def test_pay_lies_below_near_or_above_the_median_of_the_role(snapshot: Catalog) -> None:
    figure = pay(snapshot, "librarian")
    assert figure
    assert figure.low
    assert figure.high
    places = []
    for amount in (figure.low - 5_000, figure.median * 0.85, figure.median, figure.median * 1.2, figure.high + 5_000):
        (said,) = pay_said(read(snapshot, f"Title\n\nSalary ${amount:,.0f} a year"), "USD")
        places.append(pay_place(said, figure))
    assert places == [PayPlace.FAR_BELOW, PayPlace.BELOW, PayPlace.NEAR, PayPlace.ABOVE, PayPlace.FAR_ABOVE]


def test_pay_in_another_currency_is_said_and_not_compared(snapshot: Catalog) -> None:
    (said,) = pay_said(read(snapshot, "Title\n\nSalary \N{POUND SIGN}28,000 a year"), "USD")
    figure = pay(snapshot, "librarian")
    assert figure
    assert (said.currency, pay_place(said, figure)) == ("GBP", None)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Salary: \N{POUND SIGN}28,500", 28_500, PayUnit.YEAR),
        ("28,500 pounds a year", 28_500, PayUnit.YEAR),
        ("\N{POUND SIGN}14.50 per hour", 14.5, PayUnit.HOUR),
        ("14 pounds an hour", 14, PayUnit.HOUR),
        ("Salary: GBP 28,500 per annum", 28_500, PayUnit.YEAR),
        ("28,500 GBP a year", 28_500, PayUnit.YEAR),
        ("\N{POUND SIGN}24k - \N{POUND SIGN}26k", 24_000, PayUnit.YEAR),
    ],
)
def test_amounts_are_read_in_the_currency_of_the_pack(shipped: Catalog, text: str, low: float, unit: PayUnit) -> None:
    (found,) = pay_said(read(shipped, f"Title\n\n{text}"), "GBP")
    assert (found.low, found.unit, found.currency) == (low, unit, "GBP")
    assert found.quote.words in text


@pytest.mark.parametrize("text", ["Must lift 40 pounds", "Lifts a minimum of 40 pounds by the hour", "A 60 pound dog"])
@pytest.mark.parametrize("home", ["GBP", "USD"])
def test_a_weight_is_no_pay(shipped: Catalog, text: str, home: str) -> None:
    assert pay_said(read(shipped, f"Title\n\n{text}"), home) == ()


@pytest.mark.parametrize(
    ("home", "text", "currency"),
    [
        ("USD", "Salary $52,000", "USD"),
        ("CAD", "Salary $52,000", "CAD"),
        ("NZD", "Salary $52,000", "NZD"),
        ("AUD", "52,000 dollars a year", "AUD"),
        ("CAD", "Salary US$52,000", "USD"),
        ("USD", "Salary CA$52,000", "CAD"),
        ("GBP", "Salary $52,000", "USD"),
        ("", "Salary $52,000", "USD"),
        ("GBP", "Salary CHF 52,000", "CHF"),
        ("PLN", "Salary PLN 52,000", "PLN"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country(shipped: Catalog, home: str, text: str, currency: str) -> None:
    (found,) = pay_said(read(shipped, f"Title\n\n{text}"), home)
    assert found.currency == currency


# ---------------------------------------------------------------------------- warnings


def warned(catalog: Catalog, text: str) -> dict[WarningKind, Warning]:
    ad = read(catalog, f"Library Clerk\n\n{text}")
    found = warnings(catalog, ad, gates(catalog, ad), pay_said(ad, catalog.pack.currency), skills_found(catalog, ad))
    return {one.kind: one for one in found}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Performs other duties as assigned.", WarningKind.OTHER_DUTIES, "other duties as assigned"),
        ("This is an unpaid internship.", WarningKind.UNPAID, "unpaid internship"),
        ("A temporary post until June.", WarningKind.SHORT, "temporary post until June"),
        ("The post is not benefits eligible.", WarningKind.NO_BENEFITS, "not benefits eligible"),
        ("You wear many hats here.", WarningKind.MANY_JOBS, "wear many hats"),
        ("A training fee is due.", WarningKind.MONEY_FIRST, "training fee"),
        ("Salary commensurate with experience.", WarningKind.NO_PAY, "commensurate with experience"),
    ],
)
def test_a_warning_points_at_its_words(snapshot: Catalog, text: str, kind: WarningKind, words: str) -> None:
    quote = warned(snapshot, text)[kind].quote
    assert quote
    assert words in quote.words


def test_an_advertisement_that_says_what_it_pays_is_not_blamed_for_silence(snapshot: Catalog) -> None:
    assert WarningKind.NO_PAY in warned(snapshot, "Works at the desk.")
    assert WarningKind.NO_PAY not in warned(snapshot, "Works at the desk for $19.00 an hour.")


def test_a_masters_degree_for_less_than_clerk_pay_is_told(snapshot: Catalog) -> None:
    assert WarningKind.MASTERS_FOR_LITTLE in warned(snapshot, "MLIS required. $15.00 an hour.")
    assert WarningKind.MASTERS_FOR_LITTLE not in warned(snapshot, "MLIS required. $65,000 a year.")
    assert WarningKind.MASTERS_FOR_LITTLE not in warned(snapshot, "MLIS preferred. $15.00 an hour.")
