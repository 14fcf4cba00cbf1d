"""The outcome of the quiz as a report: what fits and why, what speaks against it, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.limits import against
from libcareer.plans import Plan
from libcareer.quiz import Answer, Outcome
from libcareer.render import Bars, Block, Heading, Item, Items, Next, Para, Report, Title
from libcareer.report_plan import mention
from libcareer.words import PLACE, counted

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.catalog import Catalog
    from libcareer.interview import Progress
    from libcareer.quiz import Fit, Reason

DIMENSION_WORDS = {
    "R": "hands, tools, things",
    "I": "finding out",
    "A": "making, designing",
    "S": "helping people",
    "E": "leading, persuading",
    "C": "order, records",
    "people": "people all day",
    "teach": "teaching",
    "tech": "technology",
    "data": "numbers, data",
    "lead": "running things",
    "heritage": "old, rare things",
    "words": "reading, writing",
    "rules": "rules, exactness",
    "outreach": "going out, promoting",
    "variety": "no two days alike",
}
"""The sixteen dimensions of the quiz in plain words."""

FOR, AGAINST = 3, 1
"""How many answers for a role and against it are told in words; the others are summed up."""

BROWSE = 8
"""How many roles a browsing list names, each from another cluster."""

NOT_MEASURED = (
    "This compares what you say you like with what the work consists of. It does not measure what you "
    "are good at, whether there are posts near you, what they pay, or whether you will be happy: in "
    "research, liking the kind of work says little about being satisfied with a particular job."
)


BARS = "Plus: you choose it more than most would; minus: less. A short bar can also mean that little was asked."


class Kept(Struct, frozen=True, omit_defaults=True):
    """The outcome with the answers it rests on; as JSON it can be given back with --answers."""

    seed: int
    answers: tuple[Answer, ...]
    limits: dict[str, str]
    complete: bool
    outcome: Outcome
    plan: Plan | None = None


def outcome(
    catalog: Catalog, found: Outcome, progress: Progress, *, complete: bool, plan: Plan | None = None
) -> Report:
    """What the answers of *progress* point to, or that they point nowhere; incomplete ones say so.

    A *plan* that is kept besides is mentioned.
    """
    skipped = f", {found.skipped} skipped" if found.skipped else ""
    blocks: list[Block] = [Title("What your answers point to", f"{counted(found.screens, 'screen')}{skipped}")]
    if not complete:
        blocks.append(Para("The quiz is not finished, so this is a first impression only.", strong=True))
    blocks += _clear(catalog, found, progress) if found.clear else _unclear(catalog, found)
    blocks.append(Heading("Your profile"))
    blocks.append(Bars(tuple((DIMENSION_WORDS[name], value / 2) for name, value in found.profile.items())))
    blocks.append(Para(BARS, quiet=True))
    blocks += [Heading("What this does not measure"), Para(NOT_MEASURED)]
    if plan:
        blocks += mention(plan, catalog)
    first = found.shown[0]
    blocks.append(
        Next(
            (
                (f"libcareer show {first}", "the work, the pay, and three cheap ways to try it"),
                (f"libcareer path {first}", "the steps from where you stand"),
                ("libcareer me", "this page again; libcareer forget removes it"),
            )
        )
    )
    data = Kept(progress.seed, progress.answers, progress.limits, complete, found, plan)
    columns = ("role", "title", "score", "chance", "best", "band", "tie", "speaks_against")
    rows = [
        (f.role, f.title, f.score, f.chance, f.best, f.band, f.role in found.tie,
         "; ".join(against(catalog, f.role, progress.limits)))
        for f in found.fits
    ]  # fmt: skip
    return Report("quiz", tuple(blocks), data, columns, tuple(rows))


def plan_alone(catalog: Catalog, plan: Plan) -> Report:
    """What is kept of a person who has a *plan* and has not taken the quiz."""
    blocks = (Title("What is kept about you"), Para("No answers to the quiz."), *mention(plan, catalog))
    next_ = Next((("libcareer quiz", "find roles that fit what you like"),))
    done = len({tick.step for tick in plan.ticks}.intersection(plan.steps))
    row = (plan.goal, plan.start, len(plan.steps), done)
    return Report("me", (*blocks, next_), {"plan": plan}, ("goal", "start", "steps", "done"), (row,))


# ---------------------------------------------------------------------------- a clear outcome


def _clear(catalog: Catalog, found: Outcome, progress: Progress) -> list[Block]:
    fits = {fit.role: fit for fit in found.fits}
    items = [_fit(catalog, fits[role], progress, str(number)) for number, role in enumerate(found.shown, 1)]
    blocks: list[Block] = [
        Para(f"About {round(found.stay)} of these {len(found.shown)} would stay on top if we asked you everything."),
        Items(tuple(items)),
        Heading("Cannot be told apart"),
        Para(_tie(found, fits)),
    ]
    if found.other:
        blocks += [
            Heading("From another corner"),
            Items((_fit(catalog, fits[found.other], progress, ""),)),
        ]
    return blocks


def _tie(found: Outcome, fits: dict[str, Fit]) -> str:
    titles = [fits[role].title for role in found.tie]
    if len(titles) == 1:
        return f"{titles[0]} stands clear of the rest (chance to be your best fit: four in five or more)."
    return (
        f"Your best fit is, with a chance of four in five, one of these {len(titles)}, and the answers do not "
        f"say which: {', '.join(titles)}."
    )


def _fit(catalog: Catalog, fit: Fit, progress: Progress, mark: str) -> Item:
    card = catalog.cards[fit.role]
    level = catalog.education[card.education.typical].title
    facts = [("fit", f"{fit.band}: {_chance(fit.chance)} to be among your true five")]
    plus = [reason for reason in fit.reasons if reason.adds > 0][:FOR]
    minus = [reason for reason in fit.reasons if reason.adds < 0][:AGAINST]
    facts += [("for", _reason(reason)) for reason in plus]
    facts += [("against", _reason(reason)) for reason in minus]
    rest = fit.score - sum(reason.adds for reason in plus + minus)
    facts.append(("score", f"{fit.score:+.2f}, of which {rest:+.2f} from all your other answers"))
    facts.append(("entry", f"{level}; {PLACE[card.place.value]}"))
    facts += [("your limits", f"it {limit}") for limit in against(catalog, fit.role, progress.limits)]
    return Item(fit.title, fit.role, card.summary, tuple(facts), mark)


def _reason(reason: Reason) -> str:
    did = "chose" if reason.chosen == "chosen" else reason.chosen
    return f"you {did} '{reason.text}' ({reason.adds:+.2f})"


def _chance(chance: float) -> str:
    """A chance in whole tenths: more would be a show of precision."""
    tenths = round(chance * 10)
    if tenths == 0:
        return "less than 1 chance in 20"
    return "nearly certain" if tenths == 10 else f"about {counted(tenths, 'chance')} in 10"


# ---------------------------------------------------------------------------- an unclear one


def _unclear(catalog: Catalog, found: Outcome) -> list[Block]:
    browse: dict[str, Fit] = {}
    for fit in found.fits:
        browse.setdefault(catalog.cards[fit.role].cluster, fit)
    items = [Item(fit.title, fit.role, catalog.cards[fit.role].summary) for fit in list(browse.values())[:BROWSE]]
    return [
        Para("Your answers do not point one way.", strong=True),
        Para(
            "They look as they would if chosen at random, so nothing here is a verdict. That can mean that "
            "many things appeal to you, that few do, or that it was late. Below is a list to browse, one "
            "role from each corner of the field; or take the quiz again another day."
        ),
        Items(tuple(items)),
    ]


# ---------------------------------------------------------------------------- forgetting


def forgotten(files: tuple[Path, ...]) -> Report:
    """What was removed from the person's machine."""
    names = tuple(str(file) for file in files)
    if names:
        blocks: tuple[Block, ...] = (Para("Removed, and nothing is kept about you any more:"), *map(Para, names))
    else:
        blocks = (Para("Nothing was kept about you."),)
    return Report("forget", blocks, {"removed": names}, ("removed",), tuple((name,) for name in names))
