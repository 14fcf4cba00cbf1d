"""Pay and credentials in another country, as they are told on the page of a role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.lookup.abroad import Counts
from libcareer.knowledge.enums import Basis
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, cited, mention
from libcareer.reports.page.render import Block, Facts, Heading, Para
from libcareer.reports.words import amount_words, cite_words, titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.engines.lookup.abroad import Abroad, Paper
    from libcareer.engines.pay.countries import CountedIn, CountryFigure, CountryPay, Sourced, Whereabouts
    from libcareer.engines.references import Cite

IN_A_COPY = "read in a copy, not in the publisher's own file"
"""What is said of a figure that nobody has compared with its file."""

UNITS = {"hour": "an hour", "week": "a week", "year": "a year"}
BASES = {
    Basis.SURVEY: "",
    Basis.GUIDE: "a guide for job seekers, not a survey: ",
    Basis.RECOMMENDED: "recommended, not what is paid: ",
}
"""What precedes a figure, by what it rests on."""


def home_only() -> str:
    """What is said of prices, limits and paths where a person is in another country."""
    return f"known for {current_pack().home} only"


def asked_at_home() -> str:
    """What is said of the way in where a person is in another country."""
    return f"Who asks for what is told of {current_pack().home}, unless a line names another country."


def no_figure(where: Whereabouts) -> str:
    """That no pay figure for the country is held."""
    return f"No figure for {where.called} is held here."


def paths_at_home(where: Whereabouts) -> str:
    """That prices, limits and paths are about the country of the pack, and nothing is judged by them elsewhere."""
    return (
        f"Times, prices, and limits on money and pay in libcareer's paths are {home_only()}; nothing is judged by them "
        f"for {where.called}."
    )


def in_short(abroad: Abroad) -> str:
    """The first figure of the country on one line, with its year, or that none is held."""
    return pay_in_short(abroad.pay) if abroad.pay else no_figure(abroad.where)


def pay_in_short(pay: CountryPay) -> str:
    """The first figure of a country on one line, with its year."""
    one = pay.occupations[0]
    figure = one.figures[0]
    title = f"{one.title} as the nearest" if one.nearest else one.title
    words = f"{BASES[figure.basis]}{_amounts(figure)}; {title}, {pay.where.called} ({figure.year})"
    return f"{words}; {IN_A_COPY}." if figure.copy else f"{words}."


def pay_blocks(abroad: Abroad) -> list[Block]:
    """The section on pay and outlook: every figure of the country with what it measures, its year and its terms."""
    where = abroad.where
    blocks: list[Block] = [Heading(f"Pay and outlook in {where.called}")]
    if abroad.pay is None:
        blocks.append(Para(no_figure(where)))
    else:
        blocks += [Facts(tuple(_rows(one))) for one in abroad.pay.occupations]
        blocks += _terms(abroad.pay)
    return [*blocks, Para(paths_at_home(where), quiet=True)]


def home_pay_blocks(pay: CountryPay) -> list[Block]:
    """The figures in the record of the pack's own country, with what each measures, its year and its terms."""
    return [*(Facts(tuple(_rows(one))) for one in pay.occupations), *_terms(pay)]


def _rows(one: CountedIn) -> Iterator[tuple[str, str]]:
    code = f" ({'; '.join(part for part in (one.code, one.also) if part)})" if one.code else ""
    yield "counted in", f"{one.title}{code}"
    if one.nearest:
        yield "only nearest", one.nearest
    for figure in one.figures:
        yield "pay", figure_words(figure)
    if one.employed:
        yield "employed", f"about {one.employed:,.0f} people ({one.employed_year})"
    if one.outlook:
        copy = f"; {IN_A_COPY}" if one.outlook.copy else ""
        yield "outlook", f"{one.outlook.says}, {one.outlook.period}{copy}."
    yield from (("note", _said(note)) for note in one.notes)


def figure_words(figure: CountryFigure) -> str:
    """A figure in its own currency, with its ends, whose pay it is, its year and how it was obtained."""
    words = f"{BASES[figure.basis]}{_amounts(figure)}; {figure.measures}"
    if figure.region:
        words += f"; {figure.region} only"
    words += f" ({figure.year})"
    return f"{words}; {IN_A_COPY}." if figure.copy else f"{words}."


def _amounts(figure: CountryFigure) -> str:
    """The amounts of a figure with their currency and unit."""
    unit = f"{figure.currency} {UNITS[figure.unit]}"
    places = ".2f" if figure.unit == "hour" else ".0f"

    def money(amount: float) -> str:
        return f"{amount:,{places}}"

    ends = ""
    if figure.low is not None and figure.high is not None:
        ends = f"{money(figure.low)} to {money(figure.high)}"
    elif figure.low is not None:
        ends = f"from {money(figure.low)}"
    elif figure.high is not None:
        ends = f"up to {money(figure.high)}"
    if figure.median is not None:
        words = f"{money(figure.median)} {unit}, median"
    elif figure.average is not None:
        words = f"{money(figure.average)} {unit}, average"
    else:
        return f"{ends} {unit}"
    return f"{words}; {ends}{f', {figure.ends}' if figure.ends else ''}" if ends else words


def _terms(pay: CountryPay) -> Iterator[Block]:
    """Where the figures are not the region's, how the country counts, what to be careful about, and the terms."""
    if pay.where.region:
        held = any(figure.region == pay.where.region for one in pay.occupations for figure in one.figures)
        if not held:
            yield Para(f"No figure for {pay.where.region} itself is held here; these are for {pay.where.called}.")
    yield from (Para(_said(caution)) for caution in pay.cautions)
    terms = [
        ("classification", pay.classification),
        ("published by", pay.publisher),
        ("license", pay.licence),
        ("attribution", pay.attribution),
    ]
    if any(said for _, said in terms):
        yield Facts(tuple((label, said) for label, said in terms if said))
    sources = list(_sources(pay))
    words = "; ".join(f"{cite_words(one)}{f'. {one.note}' if one.note else ''}" for one in sources)
    yield Para(f"Sources: {words.rstrip('.')}.", quiet=True, links=cited(sources))


def _sources(pay: CountryPay) -> Iterable[Cite]:
    """Every source of the figures and of what is said about them, each once."""
    found = [figure.source for one in pay.occupations for figure in one.figures]
    for one in pay.occupations:
        found += [source for source in (one.employed_source, one.outlook and one.outlook.source) if source]
        found += [note.source for note in one.notes if note.source]
    found += [caution.source for caution in pay.cautions if caution.source]
    return {source.id: source for source in found}.values()


def _said(one: Sourced) -> str:
    return f"{one.says} ({cite_words(one.source)})" if one.source else one.says


def credential_blocks(abroad: Abroad) -> list[Block]:
    """The credentials that the role asks for, those that count in the country first."""
    where = abroad.where
    if not abroad.papers:
        return []
    rows = tuple((paper.title, _paper_words(paper, where)) for paper in abroad.papers)
    links = tuple(mention(Kind.CREDENTIAL, paper.id, paper.title) for paper in abroad.papers)
    return [Heading(f"Credentials in {where.called}"), Facts(rows, links)]


def _paper_words(paper: Paper, where: Whereabouts) -> str:
    if paper.counts is Counts.ELSEWHERE:
        elsewhere = f"In other countries: {paper.equivalents}" if paper.equivalents else "No equivalent is held here."
        return f"counts in {paper.jurisdiction}. {elsewhere}"
    stands = "counts anywhere" if paper.counts is Counts.ANYWHERE else f"counts in {where.called}"
    if paper.instead:
        stands += f", in place of: {titles(paper.instead)}"
    priced = paper.cost and paper.cost_source and amount_words(paper.cost, paper.cost_source)
    return f"{stands}. Costs {priced}" if priced else f"{stands}. No price in {where.called} was found."
