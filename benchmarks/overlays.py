"""Large folders of knowledge for benchmarks: copies of the built-in roles under other ids.

The copies have no cataloging skills, and their ids begin with other letters, so that the measured
commands give the same answers as without them: the benchmark measures the cost of more knowledge and
not of more output. Some moves lead to other copies and into the built-in roles.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

DATA = Path(__file__).parents[1] / "libcareer" / "data"
MOVES = 10_000
"""The most moves, including the built-in ones."""

ABROAD = 0.1
"""The share of a copy's moves that lead out of its set of copies, to any role."""


def overlay(folder: Path, count: int) -> Path:
    """A new folder in *folder* of roles to lay over the built-in ones, so that there are *count* in all."""
    built_in = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((DATA / "roles").glob("*.yaml"))}
    names = sorted(built_in)
    copies = [(number // len(names), names[number % len(names)]) for number in range(count - len(names))]
    ids = {(area, name): f"area-{area}-{name}" for area, name in copies}
    moves = sum(len(built_in[name].get("moves", ())) for _, name in copies)
    share = (MOVES - sum(len(role.get("moves", ())) for role in built_in.values())) / moves
    chance = random.Random(count)
    skills = _not_cataloging()
    everywhere = [*ids.values(), *names]

    def spared(listed: Iterable[str]) -> list[str]:
        return list(dict.fromkeys(skill if skill in skills else chance.choice(skills) for skill in listed))

    def goal(area: int, name: str) -> str:
        if (area, name) in ids and chance.random() > ABROAD:
            return ids[area, name]
        return chance.choice(everywhere)

    def copy(area: int, name: str) -> dict[str, Any]:
        role = built_in[name]
        onward = {goal(area, move["to"]): move for move in role.get("moves", ()) if chance.random() < share}
        onward.pop(ids[area, name], None)
        return {
            **role,
            "title": f"{role['title']}, area {area}",
            "aliases": [f"{alias}, area {area}" for alias in role.get("aliases", ())],
            "skills": {importance: spared(listed) for importance, listed in role["skills"].items()},
            "duties": [{**duty, "skills": spared(duty["skills"])} for duty in role["duties"]],
            "moves": [{**move, "to": to} for to, move in onward.items()],
        }

    to = folder / f"overlay-{count}" / "roles"
    to.mkdir(parents=True)
    for area, name in copies:
        # JSON is YAML, and quick to write.
        (to / f"{ids[area, name]}.yaml").write_text(json.dumps(copy(area, name)), "utf-8")
    return to.parent


def _not_cataloging() -> list[str]:
    """Every skill except cataloging and the skills narrower than it."""
    files = sorted((DATA / "skills").glob("*.yaml"))
    skills = {id_: skill for path in files for id_, skill in yaml.safe_load(path.read_text("utf-8"))["skills"].items()}
    cataloging = {"cataloging"}
    while more := {id_ for id_, skill in skills.items() if cataloging & {*skill.get("broader", ())}} - cataloging:
        cataloging |= more
    return sorted(skills.keys() - cataloging)
