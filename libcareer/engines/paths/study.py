"""Study: which credentials are still to be gained for a need, and how long and how dear each is."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.knowledge.enums import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from libcareer.catalog import Catalog
    from libcareer.catalog.briefs import NeedBrief
    from libcareer.knowledge.model.credentials import Credential, Shortcut
    from libcareer.knowledge.model.roles import Need

Months = tuple[float, float]
"""The fewest and the most months that something takes."""

NO_TIME: Months = (0.0, 0.0)


class Load(Struct, frozen=True):
    """What gaining a credential takes.

    *full* are months of full-time study, *beside* months next to a job, None where that is not offered.
    *price* is the published range in *currency*, None if no price is published. *dearest* is the most it
    plausibly costs in the currency of the pack: the published price or our estimate. *timed* says whether the
    months are published.
    """

    full: Months
    beside: Months | None
    price: tuple[float, float] | None
    currency: str
    dearest: float
    timed: bool


class Studies:
    """The credentials of a catalog: what implies what, what a need leaves to study, what each takes."""

    def __init__(self, catalog: Catalog) -> None:
        """Read the credentials of *catalog* as they are asked for."""
        self.catalog = catalog
        self._chains: dict[str, tuple[str, ...]] = {}
        self._implied: dict[frozenset[str], frozenset[str]] = {}
        self._loads: dict[tuple[str, Shortcut | None], Load] = {}
        self._needed: dict[tuple[tuple[NeedBrief | Need, ...], frozenset[str]], tuple[str, ...]] = {}

    def with_implied(self, held: Iterable[str]) -> frozenset[str]:
        """*held* with every credential that its holders must have had before, or need not take any more."""
        key = frozenset(held)
        if key not in self._implied:
            implied: set[str] = set()
            waiting = list(key)
            while waiting:
                id_ = waiting.pop()
                if id_ not in implied:
                    implied.add(id_)
                    credential = self.catalog.credentials[id_]
                    waiting += [*credential.requires, *credential.counts_as]
            self._implied[key] = frozenset(implied)
        return self._implied[key]

    def chain(self, credential: str) -> tuple[str, ...]:
        """*credential* after everything that it requires, in the order in which they can be gained."""
        if credential not in self._chains:
            before = [id_ for first in self.catalog.credentials[credential].requires for id_ in self.chain(first)]
            self._chains[credential] = (*dict.fromkeys(before), credential)
        return self._chains[credential]

    def asked(self, needs: Iterable[NeedBrief | Need]) -> tuple[str, ...]:
        """The credentials that a law or employers ask for among *needs*; custom obliges nobody."""
        return tuple(need.credential for need in needs if need.credential and need.asked is not Asked.HABIT)

    def missing(self, needs: tuple[NeedBrief | Need, ...], held: frozenset[str]) -> tuple[str, ...]:
        """Credentials still to be gained for *needs* by a holder of *held*, in an order that works.

        A need is met by what many employers take in its place as well. What only custom asks for is left out.
        """
        key = needs, held
        if key not in self._needed:
            self._needed[key] = self._missing(needs, held)
        return self._needed[key]

    def _missing(self, needs: tuple[NeedBrief | Need, ...], held: frozenset[str]) -> tuple[str, ...]:
        wanted: list[str] = []
        for need in needs:
            if need.credential and need.asked is not Asked.HABIT and held.isdisjoint((need.credential, *need.instead)):
                wanted += self._chain_from(need.credential, held)
        wanted = list(dict.fromkeys(wanted))
        for id_ in reversed(wanted[:]):
            # A credential that a later one stands for is gained with it, unless it has to come before.
            if any(id_ in self._stands_for(other) for other in wanted if other != id_):
                wanted.remove(id_)
        return tuple(wanted)

    def _chain_from(self, credential: str, held: frozenset[str]) -> list[str]:
        """What of the chain of *credential* is not *held*, nor waived for holders of what is."""
        shortcut = self.shortcut(credential, held)
        waived = set(shortcut.waives) if shortcut else set()
        before = [first for first in self.catalog.credentials[credential].requires if first not in held | waived]
        return [*(id_ for first in before for id_ in self._chain_from(first, held)), credential]

    def _stands_for(self, credential: str) -> frozenset[str]:
        return self.with_implied([credential]) - frozenset(self.chain(credential))

    def shortcut(self, credential: str, held: frozenset[str]) -> Shortcut | None:
        """The quickest shorter way to *credential* that is open to holders of *held*, None if there is none."""
        open_ = [one for one in self.catalog.credentials[credential].shortcuts if held.issuperset(one.having)]
        return min(open_, key=lambda one: one.full_time or one.part_time or (0.0, 0.0), default=None)

    def load(self, credential: str, held: frozenset[str] = frozenset()) -> Load:
        """What gaining *credential* takes somebody who holds *held* by then."""
        key = credential, self.shortcut(credential, held)
        if key not in self._loads:
            self._loads[key] = _load(self.catalog.credentials[credential], key[1], self.catalog.pack.currency)
        return self._loads[key]

    def levels_above(self, rank: int) -> frozenset[str]:
        """The credentials that give, or are built on, a level of education above *rank*."""
        return frozenset(id_ for id_, own in self.ranks.items() if own > rank)

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The rank of the level of education that each credential is or is built on; 0 if it asks for none.

        A degree that is built on another one is a level above it, whatever it is called: a law degree
        after a bachelor's is no bachelor's.
        """
        ranks: dict[str, int] = {}

        def rank(id_: str) -> int:
            if id_ not in ranks:
                record = self.catalog.credentials[id_]
                own = self.catalog.education[record.education].rank if record.education else 0
                below = max(map(rank, record.requires), default=0)
                ranks[id_] = max(own, below + 1 if below and record.kind == "degree" else below)
            return ranks[id_]

        for id_ in self.catalog.credentials:
            rank(id_)
        return ranks


def _load(record: Credential, shortcut: Shortcut | None, own: str) -> Load:
    """What a credential takes; estimates and shortcuts are in the pack's *own* currency."""
    time, longest = record.time, record.longest
    full, beside = (time.full_time, time.part_time) if time else (None, None)
    if shortcut and (shortcut.full_time or shortcut.part_time):
        full, beside = shortcut.full_time, shortcut.part_time
    timed = bool(full or beside)
    if not timed:
        most = longest.most if longest else 0.0
        full = beside = (most, most)
    price, currency = ((record.cost.low, record.cost.high), record.cost.currency) if record.cost else (None, own)
    if shortcut and shortcut.high is not None:
        price, currency = (shortcut.low or 0.0, shortcut.high), own
    published = price[1] if price and currency == own else 0.0
    estimate = record.dearest.most if record.dearest and not (shortcut and shortcut.high is not None) else 0.0
    return Load(full or beside or NO_TIME, beside, price, currency, max(published, estimate), timed)


def months_left(studies: Studies, credential: str) -> Months:
    """The months left of the study for *credential* if its end is not known: anything up to its whole length."""
    load = studies.load(credential)
    return 0.0, (load.beside or load.full)[1]


def plus(one: Months, other: Months) -> Months:
    """The sum of two ranges."""
    return one[0] + other[0], one[1] + other[1]
