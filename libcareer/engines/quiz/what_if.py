"""What-if: single answers that, taken back or changed, would put another role first in a result."""

from __future__ import annotations

from itertools import combinations
from operator import add
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from libcareer.engines.quiz.algebra import dot, times
from libcareer.engines.quiz.belief import Answer, coded, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from libcareer.engines.quiz.algebra import Matrix
    from libcareer.engines.quiz.belief import Belief
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
    scores = {fit.role: fit.score for fit in found.fits}
    covariance, now = quiz.belief(answers).covariance, first(scores)
    changed = []
    for number, (answer, belief) in enumerate(zip(answers, without, strict=True), 1):
        if belief is None:
            continue
        then = first({role: dot(vector, belief.mean) for role, vector in quiz.roles.items()})
        if then != now:
            yield Flip(number, (), then, titles[then])
        elif change := _changed(quiz, scores, covariance, answer, first):
            role, reply = change
            changed.append(Flip(number, tuple(_swaps(quiz, answer, reply)), role, titles[role]))
    yield from sorted(changed, key=lambda flip: len(flip.swaps))


def _changed(
    quiz: Quiz, scores: Mapping[str, float], covariance: Matrix, answer: Answer, first: First
) -> tuple[str, Answer] | None:
    """The smallest change of *answer* that puts another role first: that role, and the changed answer.

    Of several changes of that size, the one with the largest lead. Another reply to the same screen
    changes eta but not the precision, so every score moves by a sum over the options: u'V h (new
    coding - old coding) / (gain noise).
    """
    form, before, now = form_of(answer), coded(answer), first(scores)
    adds = {}
    for option in answer.options:
        seen = times(covariance, quiz.options[option])
        adds[option] = [dot(quiz.roles[role], seen) / form.gain / form.noise for role in quiz.ids]
    for replies in _other_replies(answer):
        found: list[tuple[float, str, Answer]] = []
        for reply in replies:
            moved = [scores[role] for role in quiz.ids]
            for option, was, is_ in zip(answer.options, before, coded(reply), strict=True):
                if is_ != was:
                    moved = list(map(add, moved, [x * (is_ - was) for x in adds[option]]))
            then = dict(zip(quiz.ids, moved, strict=True))
            best = first(then)
            if best != now:
                found.append((then[best] - then[now], best, reply))
        if found:
            _, best, reply = max(found, key=lambda each: each[:2])
            return best, reply
    return None


def _swaps(quiz: Quiz, was: Answer, now: Answer) -> Iterator[Swap]:
    gone = [option for option in was.picks if option not in now.picks]
    come = [option for option in now.picks if option not in was.picks]
    for old, new in zip(gone, come, strict=True):
        yield Swap(False, quiz.label(old), quiz.label(new))
    if was.least and now.least and was.least != now.least:
        yield Swap(True, quiz.label(was.least), quiz.label(now.least))


def _other_replies(answer: Answer) -> Iterator[list[Answer]]:
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
