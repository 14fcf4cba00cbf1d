"""The rules over records that a schema cannot express, one function each.

A rule takes all knowledge and yields a problem for each part of a record that breaks it. Its docstring
states the rule.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from msgspec import to_builtins

from libcareer.knowledge.enums import MoveKind, Status
from libcareer.knowledge.hours import HOURS_A_YEAR
from libcareer.knowledge.reading import SINGULAR
from libcareer.knowledge.spelling import fold
from libcareer.knowledge.templates import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from libcareer.errors import Problem
    from libcareer.knowledge.decoding import FieldPath
    from libcareer.knowledge.model.roles import Need, Role
    from libcareer.knowledge.reading import Knowledge

SHARED_WORDS = 8
"""Words from which on a sentence may not be repeated in another role."""

PERCENTAGE_PATTERN = re.compile(r"\d\s*(%|per ?cent)")
YEAR_PATTERN = re.compile(r"\b(19|20)\d\d")

LEAST_SKILLS = 6
"""The fewest skills that a role may list."""

# ---------------------------------------------------------------------------- one role


def duties_use_the_skills_listed(knowledge: Knowledge) -> Iterator[Problem]:
    """Every skill of a duty is listed under skills, once, and every essential skill is in a duty."""
    for id_, role in _roles(knowledge):
        where: FieldPath
        listed = (*role.skills.essential, *role.skills.useful)
        for number, duty in enumerate(role.duties):
            for skill in duty.skills:
                if skill not in listed:
                    where = ("duties", number, "skills")
                    yield knowledge.problem("roles", id_, where, f"'{skill}' is used here but not listed under skills.")
        used = {skill for duty in role.duties for skill in duty.skills}
        for number, skill in enumerate(role.skills.essential):
            if skill not in used:
                where = ("skills", "essential", number)
                yield knowledge.problem("roles", id_, where, f"'{skill}' is essential, but no duty exercises it.")
        for skill, count in Counter(listed).items():
            if count > 1:
                yield knowledge.problem("roles", id_, ("skills",), f"'{skill}' is listed twice.")


def needs_say_one_thing(knowledge: Knowledge) -> Iterator[Problem]:
    """A need gives either a credential or words."""
    for id_, role in _roles(knowledge):
        for where, need in _needs(role):
            if (need.credential is None) == (need.what is None):
                yield knowledge.problem("roles", id_, where, "a need has either 'credential' or 'what', and not both.")


def roles_point_elsewhere(knowledge: Knowledge) -> Iterator[Problem]:
    """Moves and related roles lead to other roles, to each at most once."""
    for id_, role in _roles(knowledge):
        links = {"moves": [move.to for move in role.moves], "related": [near.role for near in role.related]}
        for part, targets in links.items():
            for number, target in enumerate(targets):
                if target == id_:
                    yield knowledge.problem("roles", id_, (part, number), "a role cannot lead to itself.")
                elif target in targets[:number]:
                    yield knowledge.problem("roles", id_, (part, number), f"'{target}' is listed twice.")


def roles_are_rich_enough(knowledge: Knowledge) -> Iterator[Problem]:
    """A role has at least six skills, and a first drawback that begins "Think twice if"."""
    for id_, role in _roles(knowledge):
        if len(role.skills.essential) + len(role.skills.useful) < LEAST_SKILLS:
            yield knowledge.problem("roles", id_, ("skills",), f"fewer than {LEAST_SKILLS} skills.")
        if not role.drawbacks[0].says.startswith("Think twice if"):
            yield knowledge.problem(
                "roles", id_, ("drawbacks", 0), "the first drawback must begin with 'Think twice if'."
            )


def figures_name_their_source(knowledge: Knowledge) -> Iterator[Problem]:
    """A remark with a figure names its source, and a remark with a percentage gives its years."""
    for id_, role in _roles(knowledge):
        for part, remarks in (("likes", role.likes), ("drawbacks", role.drawbacks)):
            for number, remark in enumerate(remarks):
                where: FieldPath = (part, number)
                if re.search(r"\d", remark.says) and remark.source is None:
                    yield knowledge.problem("roles", id_, where, "a figure needs its source.")
                if PERCENTAGE_PATTERN.search(remark.says) and not YEAR_PATTERN.search(remark.says):
                    yield knowledge.problem("roles", id_, where, "a percentage needs its years.")


def percentages_name_their_years(knowledge: Knowledge) -> Iterator[Problem]:
    """A text with a percentage in a dispute, a correction, an answer or a change gives its years."""
    checked: dict[str, Sequence[str]] = {
        "disputes": ("positions",),
        "outdated": ("now",),
        "questions": ("answer", "figures"),
        "changes": ("says", "means"),
    }
    for kind, parts in checked.items():
        for id_, record in knowledge.records(kind).items():
            for part in parts:
                for where, text in _texts(plain(getattr(record, part)), (part,)):
                    if PERCENTAGE_PATTERN.search(text) and not YEAR_PATTERN.search(text):
                        yield knowledge.problem(kind, id_, where, "a percentage needs its years.")


def yearly_wages_say_if_full_time(knowledge: Knowledge) -> Iterator[Problem]:
    """A text that gives an hourly wage per year says "if full time"."""
    for kind in ("roles", "questions", "disputes", "credentials", "changes"):
        for id_, record in knowledge.records(kind).items():
            for where, text in _texts(plain(record), ()):
                hourly = [float(wage) for wage in re.findall(r"(\d+(?:\.\d+)?) (?:USD |dollars )?an hour", text)]
                yearly = [float(wage.replace(",", "")) for wage in re.findall(r"\d\d,\d{3}", text)]
                same = any(abs(year - hour * HOURS_A_YEAR) < year * 0.02 for hour in hourly for year in yearly)
                if same and "if full time" not in text:
                    yield knowledge.problem(
                        kind, id_, where, "an hourly wage is given per year without 'if full time'."
                    )


def interests_stay_on_the_scale(knowledge: Knowledge) -> Iterator[Problem]:
    """The letters of an adjustment are those of RIASEC."""
    for id_, role in _roles(knowledge):
        for letter in role.interests.by if role.interests else ():
            if letter not in "RIASEC" or len(letter) != 1:
                where = ("interests", "by", letter)
                yield knowledge.problem(
                    "roles", id_, where, f"'{letter}' is not one of the letters R, I, A, S, E and C."
                )


# ---------------------------------------------------------------------------- all roles


def titles_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    """No two roles share a title, and no alias of a role is the title or id of another."""
    titles = {fold(name): id_ for id_, role in _roles(knowledge) for name in (id_, role.title)}
    for id_, role in _roles(knowledge):
        if titles[fold(role.title)] != id_:
            other = titles[fold(role.title)]
            yield knowledge.problem("roles", id_, ("title",), f"'{role.title}' is the title of '{other}' as well.")
        for number, alias in enumerate(role.aliases):
            other = titles.get(fold(alias), id_)
            if other != id_:
                yield knowledge.problem("roles", id_, ("aliases", number), f"'{alias}' is the title of '{other}'.")


def sentences_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    """A sentence of eight words or more is in one role only."""
    homes: dict[tuple[str, ...], dict[str, FieldPath]] = defaultdict(dict)
    for id_, role in _roles(knowledge):
        for where, text in _texts(plain(role), ()):
            for sentence in () if MARK in text else re.split(r"(?<=[.;!?])\s", text):
                words = tuple(re.findall(r"[a-z0-9']+", sentence.lower()))
                if len(words) >= SHARED_WORDS:
                    homes[words].setdefault(id_, where)
    for words, found in homes.items():
        first, *others = found
        for id_ in others:
            begin = " ".join(words[:6])
            yield knowledge.problem("roles", id_, found[id_], f"the sentence '{begin} ...' is in '{first}' as well.")


def roles_have_moves(knowledge: Knowledge) -> Iterator[Problem]:
    """A move leads out of each role, or into it."""
    targets = {move.to for _, role in _roles(knowledge) for move in role.moves}
    for id_, role in _roles(knowledge):
        if not role.moves and id_ not in targets:
            yield knowledge.problem("roles", id_, (), "no move leads out of this role or into it.")


def moves_up_have_no_circle(knowledge: Knowledge) -> Iterator[Problem]:
    """Moves that are not sideways never lead back to the role where they began."""
    ladder = {
        id_: {move.to for move in role.moves if move.kind is not MoveKind.SIDEWAYS} for id_, role in _roles(knowledge)
    }
    for circle in _circles(ladder):
        id_ = circle[0]
        moves = knowledge.entries["roles"][id_].value.moves
        after = circle[1 % len(circle)]
        number = next(n for n, move in enumerate(moves) if move.to == after and move.kind is not MoveKind.SIDEWAYS)
        way = " to ".join((*circle, circle[0]))
        yield knowledge.problem(
            "roles", id_, ("moves", number), f"moves up lead in a circle: {way}. Make one sideways."
        )


def roles_can_be_reached(knowledge: Knowledge) -> Iterator[Problem]:
    """Every role can be reached, from outside or by moves from a role that can be reached."""
    roles = dict(_roles(knowledge))
    reached = [id_ for id_, role in roles.items() if role.entry]
    for id_ in reached:
        reached += [move.to for move in roles[id_].moves if move.to in roles and move.to not in reached]
    for id_ in sorted(roles.keys() - set(reached)):
        yield knowledge.problem(
            "roles", id_, (), "no way leads to this role: give it an 'entry', or give another role a move to it."
        )


# ---------------------------------------------------------------------------- the other records


def broader_skills_have_no_circle(knowledge: Knowledge) -> Iterator[Problem]:
    """No chain of broader skills leads back to its first skill."""
    broader = {id_: set(skill.broader) for id_, skill in knowledge.records("skills").items()}
    for circle in _circles(broader):
        yield knowledge.problem(
            "skills", circle[0], ("broader",), f"broader skills lead in a circle: {' to '.join(circle)}."
        )


def skill_names_are_unique(knowledge: Knowledge) -> Iterator[Problem]:
    """No two skills share a title, and no alias of a skill is the title or id of another; aliases may be shared."""
    skills = knowledge.records("skills")
    titles = {fold(name): id_ for id_, skill in skills.items() for name in (id_, skill.title)}
    for id_, skill in skills.items():
        if titles[fold(skill.title)] != id_:
            other = titles[fold(skill.title)]
            yield knowledge.problem("skills", id_, ("title",), f"'{skill.title}' is the title of '{other}' as well.")
        for number, alias in enumerate(skill.aliases):
            other = titles.get(fold(alias), id_)
            if other != id_:
                yield knowledge.problem("skills", id_, ("aliases", number), f"'{alias}' is the title of '{other}'.")


def credentials_have_no_circle(knowledge: Knowledge) -> Iterator[Problem]:
    """No chain of required or equivalent credentials leads back to its first credential."""
    credentials = knowledge.records("credentials")
    for part in ("requires", "counts_as"):
        links = {id_: set(getattr(credential, part)) for id_, credential in credentials.items()}
        for circle in _circles(links):
            yield knowledge.problem(
                "credentials", circle[0], (part,), f"this leads in a circle: {' to '.join(circle)}."
            )


def closed_resources_have_successors(knowledge: Knowledge) -> Iterator[Problem]:
    """A merged resource names its successor, and no role names a merged or closed resource."""
    gone = (Status.CLOSED, Status.MERGED)
    resources = knowledge.records("resources")
    for id_, resource in resources.items():
        if resource.status is Status.MERGED and not resource.replaced_by:
            yield knowledge.problem(
                "resources", id_, ("status",), "a merged resource must name its successor: add 'replaced_by'."
            )
    for id_, role in _roles(knowledge):
        for number, name in enumerate(role.resources):
            if name in resources and resources[name].status in gone:
                yield knowledge.problem("roles", id_, ("resources", number), f"'{name}' no longer exists.")


def records_are_used(knowledge: Knowledge) -> Iterator[Problem]:
    """Another record names each credential, source and resource; one that is gone may remain as a warning."""
    named = {(reference.kind, reference.id) for reference in knowledge.references}
    for kind in ("credentials", "resources", "sources"):
        for id_, record in knowledge.records(kind).items():
            gone = kind == "resources" and record.status not in (Status.ACTIVE, Status.UNKNOWN)
            if (kind, id_) not in named and not gone:
                what = SINGULAR[kind]
                yield knowledge.problem(
                    kind, id_, (), f"no record names this {what}; link it where it belongs, or leave it out."
                )


def skills_are_used_by_a_role(knowledge: Knowledge) -> Iterator[Problem]:
    """A role lists each skill; one that only credentials and quiz items name leads to no work."""
    listed = {skill for _, role in _roles(knowledge) for skill in (*role.skills.essential, *role.skills.useful)}
    for id_ in knowledge.records("skills"):
        if id_ not in listed:
            message = "no role lists this skill; give it to the roles whose duties show it, or leave it out."
            yield knowledge.problem("skills", id_, (), message)


RECORD_RULES = (
    duties_use_the_skills_listed,
    needs_say_one_thing,
    roles_point_elsewhere,
    roles_are_rich_enough,
    roles_have_moves,
    figures_name_their_source,
    percentages_name_their_years,
    yearly_wages_say_if_full_time,
    interests_stay_on_the_scale,
    titles_are_unique,
    sentences_are_unique,
    moves_up_have_no_circle,
    roles_can_be_reached,
    broader_skills_have_no_circle,
    skill_names_are_unique,
    credentials_have_no_circle,
    closed_resources_have_successors,
    records_are_used,
    skills_are_used_by_a_role,
)
"""The rules over records, in the order in which they are applied."""


# ---------------------------------------------------------------------------- shared


def _roles(knowledge: Knowledge) -> Iterable[tuple[str, Role]]:
    return knowledge.records("roles").items()


def _needs(role: Role) -> Iterator[tuple[FieldPath, Need]]:
    for number, move in enumerate(role.moves):
        for position, need in enumerate(move.needs):
            yield ("moves", number, "needs", position), need
    for position, need in enumerate(role.entry.needs if role.entry else ()):
        yield ("entry", "needs", position), need


def plain(value: Any) -> Any:
    """*value*, a record or a part of one, as plain data; None in the place of a part that could not be read."""
    return to_builtins(value, enc_hook=lambda _: None)


def _texts(value: Any, where: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text in *value*, which is plain data, with the path to it."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*where, number))


def _circles(links: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """The cycles in *links*, one for each group of ids that lead to each other; a cycle starts at its first id."""
    done: set[str] = set()
    for start in sorted(links):
        if start in done:
            continue
        trail, iterators = [start], [iter(sorted(links[start]))]
        while trail:
            for target in iterators[-1]:
                if target in trail:
                    circle = trail[trail.index(target) :]
                    first = circle.index(min(circle))
                    yield circle[first:] + circle[:first]
                    done.update(circle)
                elif target in links and target not in done:
                    trail.append(target)
                    iterators.append(iter(sorted(links[target])))
                    break
            else:
                done.add(trail.pop())
                iterators.pop()
