"""A comparison of roles as a report, ending with the questions that decide between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.choosing.scales import FACET_SCALES
from libcareer.engines.pay.figures import yearly
from libcareer.knowledge.money import amount
from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, cited, mention, mentions, mentions_by_title
from libcareer.reports.page.render import Block, Columns, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.pay_ranges import SCALE, pay_ranges
from libcareer.reports.words import (
    MOVE,
    cite_words,
    coded,
    counted,
    listed,
    money_range,
    months_words,
    newer_editions,
    outlook_words,
    pay_words,
    place_of_pay,
    requirement_words,
    sentence,
    start_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from libcareer.engines.choosing.compare import ComparedRole, ComparedSkill, Comparison, Crossing, SkillUse
    from libcareer.engines.choosing.differences import DecidingQuestion
    from libcareer.engines.paths.path import Route
    from libcareer.engines.references import Cite, Named
    from libcareer.reports.page.blocks import Link

MOST_DIFFERENCES = 3
"""How many differences the first sentence names."""


def comparison_report(found: Comparison) -> Report:
    """The largest differences, each role, the skills, the routes between the roles, and the questions that decide."""
    sides = found.sides
    columns = Columns(tuple(side.title for side in sides), tuple(comparison_rows(found)), mentions(Kind.ROLE, sides))
    across = tuple(_crossing(one) for one in found.crossings)
    questions = tuple(_question(found, one, number) for number, one in enumerate(found.questions, 1))
    skills, sources = tuple(_skills(found)), comparison_sources(sides)
    blocks: list[Block] = [
        Title(" or ".join(side.title for side in sides), "; ".join(side.id for side in sides)),
        Para(_apart(found), strong=True),
        columns,
        *_scale(sides),
        *(Para(_alike(titles)) for titles in _counted_together(sides)),
        Para(f"The ways in start from {start_words(found.start, found.holding)}. {JUDGED_NOTE}", quiet=True),
        Heading("Skills"),
        Facts(skills, mentions(Kind.SKILL, [*found.skills, *_narrower(found)])),
        Para(FAMILIES_NOTE, quiet=True),
        Heading("From one to the other"),
        Items(across),
        Para(ASSUMED_NOTE, quiet=True),
        Heading("Ask yourself"),
        Items(questions),
        Para("Your answer points to the role named beside it. Nothing is added up.", quiet=True),
        Para(sources_words(sources), quiet=True, links=cited(sources)),
        Next(
            (
                *((f"libcareer show {side.id} --section try", f"cheap ways to try it: {side.title}") for side in sides),
                (f"libcareer path {sides[0].id}", "the way there step by step, and other ways"),
            )
        ),
    ]
    rows: list[tuple[object, ...]] = [
        (label, side.id, side.title, said)
        for label, cells in columns.rows
        for side, said in zip(sides, cells, strict=True)
    ]
    rows += [("skill", use.role.id, use.role.title, _use(line, use)) for line in found.skills for use in line.uses]
    rows += [
        (
            f"from {one.origin.id}",
            one.to.id,
            one.to.title,
            " | ".join((item.body, *(f"{a}: {b}" for a, b in item.facts))),
        )
        for one, item in zip(found.crossings, across, strict=True)
    ]
    rows += [
        (one.question, role.id, role.title, choice.says)
        for one in found.questions
        for choice in one.choices
        for role in choice.roles
    ]
    return Report("compare", tuple(blocks), found, ("what", "role", "title", "says"), tuple(rows))


JUDGED_NOTE = "How much of something a job has, and how common it is, are editorial judgments of the ordinary job."

FAMILIES_NOTE = "A broader skill and a narrower skill of it count as shared; the narrower one is in brackets."

ASSUMED_NOTE = (
    "Each way is for a person who holds only what the first job usually asks for, as listed. "
    "Finding a job takes weeks to months more."
)


def _scale(sides: Iterable[ComparedRole]) -> list[Block]:
    """The pay of all roles on one scale."""
    ranges = pay_ranges(((side.title, side.pay) for side in sides), mentions(Kind.ROLE, sides))
    return [ranges, Para(SCALE, quiet=True)] if ranges else []


def _apart(found: Comparison) -> str:
    """The largest differences, and how many skills all roles share."""
    about = [one.about for one in found.apart[:MOST_DIFFERENCES]]
    shared = sum(len(line.uses) == len(found.sides) for line in found.skills)
    both = len(found.sides) == 2
    skills = f"{'both' if both else 'all'} use {shared} of their {counted(len(found.skills), 'skill')}"
    if not shared:
        skills = "they share no skill" if both else "no skill is common to all"
    if not about:
        return f"On paper they hardly differ; {skills}. Choose by the job and the people."
    return f"They differ most in {listed(about)}; {skills}."


def _counted_together(sides: Iterable[ComparedRole]) -> Iterator[list[str]]:
    """Titles of the roles that share a pay figure, one list for each figure."""
    sharing: dict[str, list[str]] = {}
    for side in sides:
        if side.pay and not side.pay.proxy:
            sharing.setdefault(side.pay.covers, []).append(side.title)
    yield from (titles for titles in sharing.values() if len(titles) > 1)


def _alike(titles: list[str]) -> str:
    return f"{listed(titles)} are counted in one occupation, so pay and outlook cannot tell them apart."


def comparison_rows(found: Comparison) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of the comparison: a label, and a text for each role."""
    sides = found.sides

    def row(label: str, said: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        return label, tuple(said)

    yield row("the work", (side.summary for side in sides))
    yield row("a day", (side.day for side in sides))
    yield row("most of it", (_work(side) for side in sides))
    yield row("people", (_people(side) for side in sides))
    yield row("technology", (sentence(FACET_SCALES["tech"].steps[side.facets["tech"]]) for side in sides))
    yield row("hours", (_often(side, "part-time jobs", "evenings or weekends") for side in sides))
    yield row("place", (_place(side) for side in sides))
    yield row("conditions", (side.conditions_note for side in sides))
    yield row("education", (_education(side) for side in sides))
    yield row("to get there", (_way(side.route, side.stuck) for side in sides))
    if found.stated.jobs:
        yield row("carries over", (", ".join(side.shown) or "none of its skills by name" for side in sides))
        yield row("not shown", (", ".join(side.not_shown) or "none of its essential skills" for side in sides))
    yield row("pay", (_pay(side) for side in sides))
    yield row("outlook", (outlook_words(side.outlook) if side.outlook else NO_FIGURE for side in sides))
    yield row("counted in", (side.counted_in for side in sides))
    yield row("people like", (side.like.says for side in sides))
    yield row("think twice", (side.doubt.says for side in sides))


NO_FIGURE = "No official figure covers this role."


def _work(side: ComparedRole) -> str:
    return sentence("; ".join(f"{part.group.title} ({part.duties} of {part.of} duties)" for part in side.work))


def _people(side: ComparedRole) -> str:
    much = sentence(FACET_SCALES["people"].steps[side.facets["people"]])
    return f"{much} {_often(side, 'face to face with the public', 'upset or hostile people')}"


def _often(side: ComparedRole, *conditions: str) -> str:
    return sentence("; ".join(f"{name}: {side.conditions[name]}" for name in conditions))


def _place(side: ComparedRole) -> str:
    where = sentence(current_pack().places[side.place])
    return f"{where} {_often(side, 'jobs within reach of most towns', 'remote work')}"


def _education(side: ComparedRole) -> str:
    asked = sentence(requirement_words(side.education))
    return f"{asked} {side.education.note}" if side.education.note else asked


def _pay(side: ComparedRole) -> str:
    return pay_words(side.pay) if side.pay else NO_FIGURE


# ---------------------------------------------------------------------------- ways


def _way(route: Route | None, stuck: str | None) -> str:
    """A route in a few sentences: its time, its cost with the years of the figures, and its steps."""
    if route is None:
        return stuck or ""
    if not route.steps[1:] and route.steps[0].move is None:
        return "You are there."
    return f"{_total(route)} {_steps(route)}" if route.steps[1:] else _total(route)


def _total(route: Route) -> str:
    """The total time, the cost with the years of its figures, and what is not counted."""
    total = route.total
    said = [f"about {months_words(*total.months)}" if total.months[1] else "no study or years to wait"]
    years = sorted({step.cost.year for step in route.steps if step.cost})
    for sum_ in total.cost:
        amount = f"{money_range(sum_.low, sum_.high)} {sum_.currency}" if sum_.high else "nothing"
        said.append(f"{amount} for study ({', '.join(years)})")
    if total.unpaid_months[1]:
        said.append(f"{months_words(*total.unpaid_months)} of it study without pay")
    if total.unknown:
        most = f"{coded(total.dearest)} at most" if total.dearest else "nothing"
        said.append(f"no figure is published for {listed(total.unknown)}; by our estimate all study costs {most}")
    return sentence("; ".join(said))


def _steps(route: Route) -> str:
    """The steps of a route in order; a job that a person only leaves is not a step."""
    *before, last = route.steps
    names = {"work": "work as {}", "study": "study for the {}", "practice": "get the practice for {}"}
    done = [names[step.kind].format(step.title) for step in before if step.kind == "study" or step.adds[1]]
    return sentence(", then ".join([*done, f"apply as {last.title}"]))


def _crossing(one: Crossing) -> Item:
    """A route from one role to another: what is held, the steps, what to learn, and what to do now."""
    head, ends = f"From {one.origin.title} to {one.to.title}", mentions(Kind.ROLE, (one.origin, one.to))
    holding = listed(one.holding) or "no credential"
    if one.route is None:
        return Item(head, "", one.stuck or "", (("holding", holding),), links=ends)
    # The first step may be the time that is still spent in the present job.
    onward = [step for step in one.route.steps if step.kind != "work" or step.move is not None]
    job = next(step for step in onward if step.move is not None)
    needs = dict.fromkeys(requirement_words(need) for step in onward if step.move is not None for need in step.needs)
    facts = [
        ("holding", holding),
        ("steps", _steps(one.route)),
        ("needs", "; ".join(needs)),
        ("to learn", listed(one.route.missing)),
        ("why", job.why),
        ("now", onward[0].how),
    ]
    told = tuple(fact for fact in facts if fact[1])
    return Item(head, _kind(one), _total(one.route), told, links=(*ends, *_on_the_way(one.route)))


def _on_the_way(route: Route) -> Iterator[Link]:
    """What a route leads through, by whole titles, and what it needs and leaves to learn."""
    for step in route.steps:
        yield mention(Kind.CREDENTIAL if step.kind == "study" else Kind.ROLE, step.id, step.title)
        needs = step.needs if step.move is not None else ()
        yield from (mention(Kind.CREDENTIAL, need.credential, need.what) for need in needs if need.credential)
    yield from mentions_by_title(Kind.SKILL, route.missing)


def _kind(one: Crossing) -> str:
    """How a person gets there: by a move, by several, or by applying from outside."""
    assert one.route is not None  # the caller has checked this
    moves = [step.move for step in one.route.steps if step.move]
    if "entry" in moves:
        return "by applying as a person from outside would"
    return f"by a move {MOVE[moves[0]]}" if len(moves) == 1 else f"by {len(moves)} moves"


# ---------------------------------------------------------------------------- skills


def _skills(found: Comparison) -> Iterator[tuple[str, str]]:
    """The skills as rows, by the roles that share them."""
    everybody = len(found.sides)
    shared = [line for line in found.skills if len(line.uses) == everybody]
    yield "both" if everybody == 2 else "all", _lines(shared) or "none"
    some = sorted({tuple(use.role.title for use in line.uses) for line in found.skills})
    for titles in (titles for titles in some if 1 < len(titles) < everybody):
        yield (
            listed(titles),
            _lines(line for line in found.skills if tuple(use.role.title for use in line.uses) == titles),
        )
    for side in found.sides:
        only = [line for line in found.skills if [use.role.id for use in line.uses] == [side.id]]
        for importance in ("essential", "useful"):
            lines = [line for line in only if line.uses[0].importance == importance]
            if lines:
                yield f"only {side.title}, {importance}", _lines(lines, named=False)


def _narrower(found: Comparison) -> Iterator[Named]:
    """The narrower skills that stand in brackets."""
    yield from (skill for line in found.skills for use in line.uses for skill in use.narrower)


def _lines(lines: Iterable[ComparedSkill], *, named: bool = True) -> str:
    return ", ".join(_line(line, named=named) for line in lines)


def _line(line: ComparedSkill, *, named: bool) -> str:
    """A skill, in brackets the narrower skills that roles name; if *named*, with the role."""
    uses = [use for use in line.uses if use.narrower]
    narrower = [
        f"{use.role.title}: {listed([one.title for one in use.narrower])}"
        if named
        else listed([one.title for one in use.narrower])
        for use in uses
    ]
    return f"{line.title} ({'; '.join(narrower)})" if narrower else line.title


def _use(line: ComparedSkill, use: SkillUse) -> str:
    narrower = f" ({listed([one.title for one in use.narrower])})" if use.narrower else ""
    return f"{line.title}{narrower}: {use.importance}"


# ---------------------------------------------------------------------------- questions


def _question(found: Comparison, one: DecidingQuestion, number: int) -> Item:
    """A question with its answers, each under the titles of the roles it points to."""
    sides = {side.id: side for side in found.sides}
    facts = []
    for choice in one.choices:
        figures = {_figure(one.key, sides[role.id]) for role in choice.roles} - {""}
        says = f"{choice.says} ({'; '.join(sorted(figures))})" if figures else choice.says
        facts.append((listed([role.title for role in choice.roles]), sentence(says)))
    roles = [role for choice in one.choices for role in choice.roles]
    return Item(one.question, facts=tuple(facts), mark=str(number), links=mentions(Kind.ROLE, roles))


def _figure(key: str, side: ComparedRole) -> str:
    """The figure behind a question about time, money or pay; empty for other questions."""
    if key in ("entry", "years", "price") and side.route:
        total = side.route.total
        time = [f"about {months_words(*total.months)}"] if key != "price" else []
        money = [f"{money_range(sum_.low, sum_.high)} {sum_.currency}" for sum_ in total.cost if key != "years"]
        return ", ".join([*time, *money]) or "nothing"
    if key == "pay" and side.pay:
        where = f" {place_of_pay(side.pay)}" if side.pay.place else ""
        hourly = " if full time" if side.pay.if_full_time else ""
        return f"{amount(yearly(side.pay), side.pay.currency)} a year{hourly}{where}, {side.pay.year}"
    return ""


def sources_words(sources: list[Cite]) -> str:
    """The *sources* in a sentence, and the newer editions of them."""
    return f"Sources: {'; '.join(map(cite_words, sources))}. {newer_editions(sources)}".rstrip()


def comparison_sources(sides: Iterable[ComparedRole]) -> list[Cite]:
    """The sources of all figures, each once."""
    sources: dict[str, Cite] = {}
    for side in sides:
        steps = side.route.steps if side.route else ()
        figures = (side.pay, side.outlook, *(figure for step in steps for figure in (step.takes, step.cost)))
        sources |= {figure.source.id: figure.source for figure in figures if figure}
    return list(sources.values())
