"""The quiz: which screen to show next, and what the answers say, with reasons and uncertainty.

A role is a unit vector u, its ratings standardized over the catalog; its score is u . theta, where
theta is the person (see `belief`). A score is a sum over the answers, and these terms are shown as
reasons. A probability is the share of seeded draws from the belief in which something is true.
`next_screen` chooses the options; docs/quiz.md explains the whole method.
"""

from __future__ import annotations

import random
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.quiz.algebra import Matrix, Vector, dot, times, unit
from libcareer.engines.quiz.belief import (
    MOST_LEAST,
    PICK,
    Answer,
    Belief,
    BeliefModel,
    Form,
    Prior,
)
from libcareer.engines.quiz.chances import DRAWS, drawn_scores, shares_first
from libcareer.engines.quiz.likeness import chances_alone, letter_profile
from libcareer.engines.quiz.next_screen import contention, most_informative
from libcareer.engines.quiz.ratings import DIMENSIONS, role_vectors, standard_ratings
from libcareer.engines.quiz.two_loves import two_loves
from libcareer.errors import LibcareerError, NothingHeld
from libcareer.knowledge.model.quiz import ItemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from libcareer.catalog import Catalog

LEAST_SCREENS, USUAL_SCREENS, MOST_SCREENS = 13, 15, 18
"""The fewest answered screens in a quiz, those that most people get, and the most."""

MOST_SHOWN = 20
"""The most screens in a quiz, skipped ones included."""

ENOUGH = 0.46
"""From LEAST_SCREENS on, the quiz stops when the five roles shown have at least this mean chance to be in the
true five."""

SURE = 3.0
"""The quiz goes on after USUAL_SCREENS while the evidence is smaller: the doubtful get up to three more screens."""

ROLES_SHOWN = 5
DAYS_A_SCREEN = 1
"""The most days in a role that one screen offers: they are informative, but long to read."""

FEWEST_OPTIONS = 5
"""With fewer options than this a most-and-least screen is not worth asking."""

CLEAR = 1.0
"""With a smaller logarithm of the Bayes factor the answers say hardly more than random ones, and there is no
verdict (Kass and Raftery 1995, "Bayes factors": "not worth more than a bare mention")."""

TIE = 0.80
"""The roles that cannot be told apart are the smallest group that holds the best one with this chance."""

FIRST_SCREENS = (ItemKind.ACTIVITY, ItemKind.ACTIVITY, ItemKind.SKILL, ItemKind.VALUE)
"""What the first screens offer, all of which ask for favorites."""

LONGEST = (
    *((PICK, kind) for kind in FIRST_SCREENS),
    *((MOST_LEAST, ItemKind.ACTIVITY),) * (MOST_SCREENS - len(FIRST_SCREENS)),
)
"""The form and the kind of every screen of the longest quiz."""

DAY = "day:"
"""The beginning of the id of an option that offers a day in a role."""

PRIOR = "given"
"""The option, and the way it was chosen, in a reason that comes from the prior."""


class Screen(Struct, frozen=True):
    """A question: the ids of the options in the order shown, and what to choose.

    *left* is the fewest and the most screens still to come, this one included. *kind* is the kind of the options;
    a day in a role goes with activities.
    """

    options: tuple[str, ...]
    least: bool
    picks: int
    left: tuple[int, int] = (1, 1)
    kind: ItemKind = ItemKind.ACTIVITY


class Reason(Struct, frozen=True):
    """How much one option adds to a role's score (negative: subtracts), and how it was chosen.

    *text* has the words that were shown, *label* a short form to quote.
    """

    option: str
    text: str
    label: str
    chosen: str
    adds: float


class Fit(Struct, frozen=True):
    """A role in the result: its score, its *chance* to be in the person's true five, and its chance to be *best*."""

    role: str
    title: str
    score: float
    chance: float
    best: float


class Outcome(Struct, frozen=True):
    """What the answers say: all roles in order, those in a *tie* for the first place, and the uncertainty.

    *fits* are sorted by chance, then by score. *other* is the first role from a cluster that is not
    among the roles *shown*. *evidence* is the logarithm of the Bayes factor for "the answers point one
    way" against "they are random"; below CLEAR the list is for browsing only. *stay* is how many of the
    roles shown are expected to stay if everything were asked. *loves* are the best roles of each of two
    distant interests, if the answers point two ways; otherwise it is empty. *alone* means that no screen
    was answered and all of it comes from the letters of the prior.
    """

    fits: tuple[Fit, ...]
    shown: tuple[str, ...]
    tie: tuple[str, ...]
    other: str | None
    evidence: float
    stay: float
    profile: dict[str, float]
    screens: int
    skipped: int
    loves: tuple[tuple[str, ...], ...] = ()
    alone: bool = False

    @property
    def clear(self) -> bool:
        """Whether the answers say more than random ones would; letters alone are no answers that could be random."""
        return self.alone or self.evidence >= CLEAR


FEWEST_ROLES = 2
"""With fewer roles there is nothing to choose among."""


def _offered(pool: Sequence[str]) -> int:
    """How many options of *pool* one screen can offer."""
    days = sum(id_.startswith(DAY) for id_ in pool)
    return len(pool) - max(0, days - DAYS_A_SCREEN)


class Quiz:
    """The quiz over one catalog: everything that does not depend on a person, computed once."""

    def __init__(self, catalog: Catalog, prior: Prior | None = None) -> None:
        """Prepare the vectors of the roles and options of *catalog*; the belief starts from *prior*.

        Raises NothingHeld if there are no quiz items, and LibcareerError for fewer than two roles.
        """
        if not catalog.items:
            raise NothingHeld("quiz item")
        if len(catalog.briefs) < FEWEST_ROLES:
            raise LibcareerError("A quiz chooses among roles, and this knowledge has fewer than two.")
        self.catalog = catalog
        self.prior = prior
        # The last dimension is the taste for days, on which only days load.
        vectors = role_vectors(catalog)
        self.roles = {id_: [*vector, 0.0] for id_, vector in vectors.items()}
        self.options: dict[str, Vector] = {
            id_: [*unit([float(item.load.get(dimension, 0.0)) for dimension in DIMENSIONS]), 0.0]
            for id_, item in catalog.items.items()
        }
        self.options |= {day_option(id_): [*vector, 1.0] for id_, vector in vectors.items()}
        self.kinds = {id_: item.kind for id_, item in catalog.items.items()}
        self._model = BeliefModel(self.options, prior)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The ids of all roles, sorted."""
        return tuple(sorted(self.roles))

    @cached_property
    def plan(self) -> tuple[tuple[Form, ItemKind], ...]:
        """The form and the kind of every screen of the longest quiz; a bank with few items fills fewer."""
        return self._fillable[:MOST_SCREENS]

    @cached_property
    def _fillable(self) -> tuple[tuple[Form, ItemKind], ...]:
        """The same with the screens that may be shown besides, in place of skipped ones."""
        items, days = Counter(self.kinds.values()), len(self.roles)
        found = []
        for form, kind in (*LONGEST, *LONGEST[-1:] * (MOST_SHOWN - MOST_SCREENS)):
            day = min(days, DAYS_A_SCREEN) if form.least else 0
            if items[kind] + day >= (FEWEST_OPTIONS if form.least else form.options):
                items[kind] -= min(items[kind], form.options - day)
                days -= day
                found.append((form, kind))
        return tuple(found)

    @cached_property
    def _first(self) -> tuple[ItemKind, ...]:
        """What the first screens offer, which ask for favorites."""
        return tuple(kind for form, kind in self.plan if form is PICK)

    def text(self, option: str) -> str:
        """The words of an option."""
        if option.startswith(DAY):
            return self.catalog.roles[option.removeprefix(DAY)].quiz.day
        return self.catalog.items[option].text

    def label(self, option: str) -> str:
        """The few words in which a result quotes an option."""
        if option.startswith(DAY):
            return self.catalog.roles[option.removeprefix(DAY)].quiz.label
        return self.catalog.items[option].label

    def belief(self, answers: Iterable[Answer]) -> Belief:
        """The belief about a person after *answers*, given in any order."""
        return self._model.belief(answers)

    # ------------------------------------------------------------------ the next screen

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The most informative screen after *answers*, None if the quiz is over; *seed* orders its options."""
        answered = sum(bool(answer.picks) for answer in answers)
        if answered >= MOST_SCREENS or len(answers) >= MOST_SHOWN:
            return None
        belief = self.belief(answers)
        if self._done(answered, belief):
            return None
        used = {id_ for answer in answers for id_ in answer.options}
        if len(answers) < len(self._first):
            form = PICK
            pool = [id_ for id_, kind in self.kinds.items() if kind is self._first[len(answers)] and id_ not in used]
        else:
            form = MOST_LEAST
            pool = [id_ for id_, kind in self.kinds.items() if kind is ItemKind.ACTIVITY and id_ not in used]
            pool += [day_option(role) for role in self.ids if day_option(role) not in used]
        if _offered(pool) < (FEWEST_OPTIONS if form.least else form.options):
            return None
        contended = contention(list(self.roles.values()), belief.mean, belief.covariance, ROLES_SHOWN)
        most = min(MOST_SCREENS - answered, MOST_SHOWN - len(answers), max(1, len(self._fillable) - len(answers)))
        left = (min(most, max(1, LEAST_SCREENS - answered)), most)
        return self._screen(pool, form, belief, contended, left, f"{seed}/{len(answers)}")

    def _screen(
        self, pool: Sequence[str], form: Form, belief: Belief, contended: Matrix, left: tuple[int, int], seed: str
    ) -> Screen:
        """The screen of *form* with the most informative options of *pool*, shuffled by *seed*."""
        options = {id_: self.options[id_] for id_ in pool}
        days = frozenset(id_ for id_ in pool if id_.startswith(DAY))
        count = min(form.options, _offered(pool))
        chosen = most_informative(options, count, form.noise, belief.covariance, contended, days, DAYS_A_SCREEN)
        random.Random(seed).shuffle(chosen)
        return Screen(tuple(chosen), form.least, form.picks, left, self._kind(chosen))

    def _kind(self, options: Iterable[str]) -> ItemKind:
        return next((self.kinds[option] for option in options if option in self.kinds), ItemKind.ACTIVITY)

    def asked(self, answer: Answer) -> Screen:
        """The screen that *answer* was given to, as the last one; of a skipped screen by its number of options."""
        form = PICK if len(answer.options) == PICK.options else MOST_LEAST
        least = answer.least is not None if answer.picks else form.least
        return Screen(answer.options, least, len(answer.picks) or form.picks, kind=self._kind(answer.options))

    def separating(
        self, role: str, others: Sequence[str], answers: Sequence[Answer], form: Form, kind: ItemKind, seed: int = 0
    ) -> Screen | None:
        """The screen of *form* that best separates *role* from *others* after *answers*; None if options are lacking.

        It offers items of one *kind* and, if it asks for the most and the least liked, days in these roles.
        """
        used = {id_ for answer in answers for id_ in answer.options}
        pool = [id_ for id_, own in self.kinds.items() if own is kind and id_ not in used]
        pool += [day_option(id_) for id_ in (role, *others) if form.least and day_option(id_) not in used]
        if _offered(pool) < (FEWEST_OPTIONS if form.least else form.options):
            return None
        contended = _apart(self.roles[role], [self.roles[other] for other in others])
        return self._screen(pool, form, self.belief(answers), contended, (1, 1), f"{seed}/{len(answers)}")

    def _done(self, answered: int, belief: Belief) -> bool:
        """Whether so many *answered* screens are enough for a result."""
        if answered < LEAST_SCREENS or belief.evidence < SURE:
            return False
        return answered >= USUAL_SCREENS or self._enough(belief)

    def _enough(self, belief: Belief) -> bool:
        chances = sorted((chance for chance, _ in self._chances(belief, DRAWS // 2).values()), reverse=True)
        return sum(chances[:ROLES_SHOWN]) / ROLES_SHOWN >= ENOUGH

    # ------------------------------------------------------------------ the outcome

    def _chances(self, belief: Belief, draws: int = DRAWS) -> dict[str, tuple[float, float]]:
        """For each role its chance to be in the true five and to be the best, over seeded draws."""
        return shares_first(drawn_scores(self.roles, belief, draws), ROLES_SHOWN)

    def outcome(self, answers: Sequence[Answer]) -> Outcome:
        """What *answers* say, with reasons; the same answers give the same outcome, whatever their order."""
        belief = self.belief(answers)
        letters = self.prior.letters if self.prior and not any(answer.picks for answer in answers) else None
        chances = chances_alone(self._letters, letters, ROLES_SHOWN) if letters else self._chances(belief)
        loves = two_loves(self.roles, self.options, answers, belief.evidence, ROLES_SHOWN)
        if loves:
            chances = {id_: _mean(chances[id_], loves.chances[id_]) for id_ in self.ids}
        scores = {id_: dot(vector, belief.mean) for id_, vector in self.roles.items()}
        order = sorted(self.ids, key=lambda id_: (-chances[id_][0], -scores[id_], id_))
        shown = tuple(order[:ROLES_SHOWN])
        titles = self.catalog.briefs
        fits = tuple(
            Fit(id_, titles[id_].title, scores[id_], chance, best) for id_ in order for chance, best in [chances[id_]]
        )
        clusters = {self.catalog.briefs[id_].cluster for id_ in shown}
        other = next((id_ for id_ in order if self.catalog.briefs[id_].cluster not in clusters), None)
        return Outcome(
            fits=fits,
            shown=shown,
            tie=_tie(order, {id_: best for id_, (_, best) in chances.items()}),
            other=other,
            evidence=belief.evidence,
            stay=sum(chances[id_][0] for id_ in shown),
            profile=dict(zip(map(str, DIMENSIONS), belief.mean, strict=False)),
            screens=len(answers),
            skipped=sum(not answer.picks for answer in answers),
            loves=loves.roles if loves else (),
            alone=letters is not None,
        )

    @cached_property
    def _letters(self) -> dict[str, Vector]:
        """The letters of each role."""
        ratings = standard_ratings(self.catalog)
        return {id_: letter_profile(ratings[id_]) for id_ in self.ids}

    def reasons(self, role: str, answers: Sequence[Answer]) -> tuple[Reason, ...]:
        """How much each option of each screen adds to the score of *role*, largest first; they sum to the score."""
        seen = times(self.belief(answers).covariance, self.roles[role])
        prior = (
            [Reason(PRIOR, self.prior.text, self.prior.text, PRIOR, dot(seen, self.prior.pull))] if self.prior else []
        )
        reasons = prior + [
            Reason(c.option, self.text(c.option), self.label(c.option), c.chosen, dot(seen, c.vector) * c.pull)
            for c in self._choices(answers)
        ]
        return tuple(sorted(reasons, key=lambda reason: (-abs(reason.adds), reason.option)))

    def _choices(self, answers: Iterable[Answer]) -> list[_Choice]:
        """Every option of every answered screen."""
        return [
            _Choice(id_, _chosen(answer, id_), self.options[id_], pull)
            for answer in answers
            if answer.picks
            for id_, (_, pull) in zip(answer.options, self._model.pulls(answer), strict=True)
        ]


class _Choice(Struct, frozen=True):
    """An option that was shown, how it was chosen, its vector, and its pull on the belief along that vector."""

    option: str
    chosen: str
    vector: Vector
    pull: float


def day_option(role: str) -> str:
    """The id of the option that offers a day in *role*."""
    return DAY + role


def _mean(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The means of two pairs of chances: two interests and one are held equally likely once two are told."""
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _chosen(answer: Answer, option: str) -> str:
    if option in answer.picks:
        return "chosen"
    return "least liked" if option == answer.least else "passed over"


def _tie(order: Sequence[str], best: dict[str, float]) -> tuple[str, ...]:
    """The smallest group of roles that holds the best one with the chance TIE, likeliest first."""
    ranked = sorted(order, key=lambda id_: -best[id_])
    held, tie = 0.0, []
    for id_ in ranked:
        if held >= TIE:
            break
        tie.append(id_)
        held += best[id_]
    return tuple(tie)


def _apart(one: Vector, others: Sequence[Vector]) -> Matrix:
    """The mean of d d' over the differences d of *one* vector and each of the *others*."""
    columns = list(zip(*([a - b for a, b in zip(one, other, strict=True)] for other in others), strict=True))
    return [[dot(row, column) / len(others) for column in columns] for row in columns]
