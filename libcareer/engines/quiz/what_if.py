"""What-if: single answers that, taken back or changed, would put another role first in a result."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import dot, times
from libcareer.engines.quiz.belief import Answer, coded, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from libcareer.engines.quiz.algebra import Vector
    from libcareer.engines.quiz.belief import Belief, Part
    from libcareer.engines.quiz.engine import Outcome, Quiz

    First = Callable[[Mapping[str, float]], str]


class Swap(Struct, frozen=True):
    """One option of a screen, by its label, chosen instead of another: as a favorite, or as the least liked."""

    least: bool
    was: str
    now: str


class Flip(Struct, frozen=True):
    """A single answer that, taken back or (with *swaps*) changed, puts another *role* first.

    *screen* counts from 1.
    """

    screen: int
    swaps: tuple[Swap, ...]
    role: str
    title: str


def flips(
    quiz: Quiz, found: Outcome, answers: Sequence[Answer], without: Sequence[Belief | None], first: First
) -> Iterator[Flip]:
    """The easiest flip of each screen: taking the answer back or, failing that, the smallest change to it.

    Flips that take an answer back come first. *without* has, for each of *answers*, the belief without
    it, None for a skipped one; *first* gives the role in the first place under given scores.
    """
    titles = {fit.role: fit.title for fit in found.fits}
    whole, now = quiz.belief(answers), first({fit.role: fit.score for fit in found.fits})
    changed = []
    for number, (answer, belief) in enumerate(zip(answers, without, strict=True), 1):
        if belief is None:
            continue
        then = first({role: dot(vector, belief.mean) for role, vector in quiz.roles.items()})
        if then != now:
            yield Flip(number, (), then, titles[then])
        elif change := _changed(_OtherReplies(quiz, whole, answer), now, first):
            role, reply = change
            changed.append(Flip(number, tuple(_swaps(quiz, answer, reply)), role, titles[role]))
    yield from sorted(changed, key=lambda flip: len(flip.swaps))


def _changed(other: _OtherReplies, now: str, first: First) -> tuple[str, Answer] | None:
    """The smallest change of an answer that puts another role than *now* first: that role, and the changed answer.

    Of several changes of that size, the one with the largest lead.
    """
    for replies in _by_size(other.answer):
        found: list[tuple[float, str, Answer]] = []
        for reply in replies:
            then = other.scores(reply)
            best = first(then)
            if best != now:
                found.append((then[best] - then[now], best, reply))
        if found:
            _, best, reply = max(found, key=lambda each: each[:2])
            return best, reply
    return None


class _OtherReplies:
    """The scores after another reply to the screen of one *answer*.

    Another reply changes eta by a sum over the options, h (new coding - old coding) / (gain noise), and not
    the precision. So in each part of the belief every score moves by a sum too, and the weight of the part by
    the change of eta'V eta / 2.
    """

    def __init__(self, quiz: Quiz, belief: Belief, answer: Answer) -> None:
        self.answer = answer
        self.ids = quiz.ids
        self.before = coded(answer)
        form = form_of(answer)
        vectors = [[x / form.gain / form.noise for x in quiz.options[option]] for option in answer.options]
        roles = [quiz.roles[role] for role in self.ids]
        self.parts = [_Moves(part, vectors, roles) for part in belief.parts]

    def scores(self, reply: Answer) -> dict[str, float]:
        """The score of each role after *reply*."""
        change = [now - was for now, was in zip(coded(reply), self.before, strict=True)]
        weights = [part.weight * math.exp(part.gained(change)) for part in self.parts]
        total = sum(weights)
        scores = [0.0] * len(self.ids)
        for part, weight in zip(self.parts, weights, strict=True):
            scores = [score + weight / total * x for score, x in zip(scores, part.scores(change), strict=True)]
        return dict(zip(self.ids, scores, strict=True))


class _Moves:
    """How one part of a belief moves when the coding of options, *vectors*, changes."""

    def __init__(self, part: Part, vectors: Sequence[Vector], roles: Sequence[Vector]) -> None:
        self.weight = part.weight
        self.middle = [dot(role, part.mean) for role in roles]
        seen = [times(part.covariance, vector) for vector in vectors]
        self.adds = [[dot(role, each) for role in roles] for each in seen]
        self.pulled = [dot(vector, part.mean) for vector in vectors]
        self.between = [[dot(vector, each) for each in seen] for vector in vectors]

    def gained(self, change: Vector) -> float:
        """The change of eta'V eta / 2."""
        return dot(change, self.pulled) + dot(change, times(self.between, change)) / 2

    def scores(self, change: Vector) -> Vector:
        """The scores of the roles."""
        scores = self.middle
        for size, adds in zip(change, self.adds, strict=True):
            if size:
                scores = [score + size * x for score, x in zip(scores, adds, strict=True)]
        return scores


def _swaps(quiz: Quiz, was: Answer, now: Answer) -> Iterator[Swap]:
    gone = [option for option in was.picks if option not in now.picks]
    come = [option for option in now.picks if option not in was.picks]
    for old, new in zip(gone, come, strict=True):
        yield Swap(False, quiz.label(old), quiz.label(new))
    if was.least and now.least and was.least != now.least:
        yield Swap(True, quiz.label(was.least), quiz.label(now.least))


def _by_size(answer: Answer) -> Iterator[list[Answer]]:
    """All other replies to the screen of *answer*, grouped by how many choices differ, the fewest first."""
    others = [
        replace(answer, picks=picks, least=least)
        for picks in combinations(answer.options, len(answer.picks))
        for least in ([None] if answer.least is None else [o for o in answer.options if o not in picks])
    ]
    by_size: dict[int, list[Answer]] = {}
    for other in others:
        by_size.setdefault(_size(answer, other), []).append(other)
    yield from (by_size[size] for size in sorted(by_size) if size)


def _size(was: Answer, now: Answer) -> int:
    return len(set(now.picks) - set(was.picks)) + (was.least != now.least)
