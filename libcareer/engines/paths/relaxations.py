"""Which limit to relax, how far, and which roles that lets in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.paths.limits import Change, LimitKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Relaxation(Struct, frozen=True):
    """The *changes* of limits, in general of one, that let in the roles it *opens*, in the order of the question."""

    changes: tuple[Change, ...]
    opens: tuple[str, ...]

    @property
    def steps(self) -> float:
        """How much the changes ask of a person, in steps between the choices of the quiz."""
        return sum(change.steps for change in self.changes)


def relaxations(shut_out: Mapping[str, Sequence[tuple[Change, ...]]]) -> tuple[Relaxation, ...]:
    """Every relaxation of a single limit that lets in a role, the smallest first.

    *shut_out* gives, for each role that limits shut out, the sets of changes of which any one lets it in. Each
    relaxation goes exactly as far as its last role needs. If no single limit is enough for any role, the answer
    is the smallest relaxation of several.
    """
    single: dict[LimitKind, dict[float, Change]] = {}
    for sets in shut_out.values():
        for changes in sets:
            if len(changes) == 1:
                single.setdefault(changes[0].now.kind, {})[changes[0].steps] = changes[0]
    if not single:
        return _together(shut_out)
    found = [one for by_steps in single.values() for one in _growing(shut_out, by_steps)]
    return tuple(sorted(found, key=lambda one: (one.steps, -len(one.opens), one.changes[0].now.kind)))


def _growing(
    shut_out: Mapping[str, Sequence[tuple[Change, ...]]], by_steps: Mapping[float, Change]
) -> Iterator[Relaxation]:
    """A relaxation for each of the changes of one limit, *by_steps*, that opens more than the one before."""
    opened = 0
    for steps in sorted(by_steps):
        opens = _opened(shut_out, (by_steps[steps],))
        if len(opens) > opened:
            opened = len(opens)
            yield Relaxation((by_steps[steps],), opens)


def _together(shut_out: Mapping[str, Sequence[tuple[Change, ...]]]) -> tuple[Relaxation, ...]:
    """The smallest set of changes that lets in a role: of fewest limits, then of fewest steps."""
    sets = [changes for some in shut_out.values() for changes in some]
    if not sets:
        return ()
    least = min(sets, key=lambda changes: (len(changes), sum(change.steps for change in changes)))
    return (Relaxation(least, _opened(shut_out, least)),)


def _opened(shut_out: Mapping[str, Sequence[tuple[Change, ...]]], made: tuple[Change, ...]) -> tuple[str, ...]:
    """The roles that the changes *made* let in."""
    far = {change.now.kind: change.steps for change in made}
    return tuple(role for role, sets in shut_out.items() if any(_is_covered(changes, far) for changes in sets))


def _is_covered(changes: Iterable[Change], far: Mapping[LimitKind, float]) -> bool:
    return all(change.steps <= far.get(change.now.kind, -1.0) for change in changes)
