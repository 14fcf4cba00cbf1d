"""Two tracks as a report: the roles that each opens alone and both together, and how to prove each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.knowledge.packs import current_pack
from libcareer.reports.addresses import Kind, address, mention, mentions, mentions_by_title
from libcareer.reports.page.render import Bars, Block, Facts, Heading, Item, Items, Next, Para, Report, Title
from libcareer.reports.words import counted, option, with_article, with_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from libcareer.engines.choosing.tracks import OpenedRole, Track, TrackPair, Tracks
    from libcareer.reports.page.blocks import Link

MOST_TO_LEARN = 4
"""How many skills of a group to learn first are listed."""

RUNNERS_UP = 8
"""How many other pairs `--explain` lists."""

OPEN_NOTE = (
    "A role counts as open when at most one of its essential skills is missing (an editorial rule). Skills are "
    "only one part of being hired: look at the usual education, and at whether there are jobs near you."
)


def tracks_report(found: Tracks, origin: str | None = None, *, explain: bool = False) -> Report:
    """The best pair of tracks; *origin* is the title of the role that the skills are of, *explain* adds other pairs."""
    asked = f"what {with_article(origin)} does" if origin else ", ".join(found.skills)
    blocks: list[Block] = [
        Title("Two tracks to train in", "; ".join((f"on top of {asked}", *map(option, found.filters)))),
        Para(_lead(found), strong=True),
        *_opens(found),
    ]
    for track, where in ((found.inside, current_pack().inside), (found.beyond, current_pack().beyond)):
        blocks += [Heading(f"{track.title}, {where}"), Facts(tuple(_track(track)), tuple(_mentioned(track)))]
    for heading, roles in (
        (
            f"The pair opens, {current_pack().inside} or at the edge",
            [r for r in found.roles if r.place != "beyond"],
        ),
        (f"The pair opens, {current_pack().beyond}", [r for r in found.roles if r.place == "beyond"]),
    ):
        if roles:
            blocks += [Heading(heading), Items(tuple(map(_opened, roles)))]
    if found.open_now:
        named = ", ".join(role.title for role in found.open_now)
        blocks += [Heading("Open to you as it is"), Para(named, links=mentions(Kind.ROLE, found.open_now))]
    if explain:
        blocks += [Heading("Runners-up"), Items(tuple(_pair(pair, found) for pair in found.pairs[1 : RUNNERS_UP + 1]))]
        blocks.append(Para(_why(found), quiet=True))
    blocks += [Para(OPEN_NOTE, quiet=True), Next(tuple(_next(found)))]
    titles = dict(found.groups)
    columns = ("inside", "beyond", "opens", "inside_alone", "beyond_alone", "opens_inside", "opens_beyond", "roles")
    rows = [
        (titles[p.inside], titles[p.beyond], len(p.opens), p.inside_alone, p.beyond_alone, p.opens_inside,
         p.opens_beyond, "; ".join(p.opens))
        for p in found.pairs
    ]  # fmt: skip
    data = with_options(found, found.filters)
    return Report("tracks", tuple(blocks), data, columns, tuple(rows), found=bool(found.roles))


def _lead(found: Tracks) -> str:
    best = found.pairs[0]
    if not best.opens:
        return f"No pair of areas opens any of the {found.of} roles that is not open to you already."
    return (
        f"{found.inside.title} and {found.beyond.title} together open {counted(len(best.opens), 'role')} "
        f"that are not open to you yet, of {found.of} looked at; the first alone {best.inside_alone}, the "
        f"second alone {best.beyond_alone}."
    )


def _opens(found: Tracks) -> Iterable[Block]:
    """How many roles each track opens alone, and both together."""
    best = found.pairs[0]
    if best.opens:
        rows = ((found.inside.title, best.inside_alone), (found.beyond.title, best.beyond_alone))
        yield Bars((*rows, ("both together", len(best.opens))), most=len(best.opens), counts=True)


def _track(track: Track) -> Iterable[tuple[str, str]]:
    yield "opens alone", ", ".join(role.title for role in track.alone) or "nothing yet"
    if track.learn:
        first = [f"{title} ({counted(count, 'role')})" for title, count in track.learn[:MOST_TO_LEARN]]
        yield "learn first", ", ".join(first)
    if track.proof:
        yield "prove it", f"{track.proof.do} (A month's try at the work of {with_article(track.proof.role.title)}.)"
        if track.proof.evidence:
            yield "or show it", f"{track.proof.skill}: {track.proof.evidence}"


def _mentioned(track: Track) -> Iterable[Link]:
    """The roles and skills that the facts about a track mention."""
    yield from (mention(Kind.ROLE, role.role, role.title) for role in track.alone)
    yield from mentions_by_title(Kind.SKILL, [title for title, _ in track.learn[:MOST_TO_LEARN]])
    if track.proof:
        yield from mentions(Kind.ROLE, (track.proof.role,))


def _opened(role: OpenedRole) -> Item:
    facts = [("learn", ", ".join(role.learn))]
    if role.missing:
        facts.append(("still missing", ", ".join(role.missing)))
    facts.append(("where", f"{current_pack().places[role.place]}; usual education: {role.education}"))
    skills = mentions_by_title(Kind.SKILL, (*role.learn, *role.missing))
    return Item(role.title, role.role, facts=tuple(facts), address=address(Kind.ROLE, role.role), links=skills)


def _pair(pair: TrackPair, found: Tracks) -> Item:
    titles = dict(found.groups)
    body = (
        f"opens {counted(len(pair.opens), 'role')}: {pair.opens_inside} {current_pack().inside} or "
        f"at the edge, {pair.opens_beyond} beyond or at the edge; alone {pair.inside_alone} and {pair.beyond_alone}"
    )
    return Item(f"{titles[pair.inside]} and {titles[pair.beyond]}", body=body)


def _why(found: Tracks) -> str:
    best = found.pairs[0]
    equal = sum(len(pair.opens) == len(best.opens) for pair in found.pairs[1:])
    if not equal:
        return "No other pair opens as many."
    pairs = "another pair opens" if equal == 1 else f"{equal} other pairs open"
    return f"{pairs[:1].upper()}{pairs[1:]} as many; of equal pairs the one with more on its weaker side comes first."


def _next(found: Tracks) -> Iterable[tuple[str, str]]:
    yield f"libcareer skills --group {found.inside.group}", "every skill of the first area, and how to learn it"
    yield f"libcareer skills --group {found.beyond.group}", "the same for the second"
    if found.roles:
        yield f"libcareer show {found.roles[0].role}", "a role that the pair opens, whole"
