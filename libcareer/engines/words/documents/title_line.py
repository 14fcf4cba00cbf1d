"""What the title of a document says about its role: the one place from which the title engine is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from libcareer.engines.words.titles.title import title
from libcareer.engines.words.titles.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.words.documents.quotes import Quote


class TitleReading(Struct, frozen=True):
    """What titles mean: one role, several or none, and the share of each role, 0 to 1, by its id.

    *titled* says that there is a title at all, *ours* that the text speaks of the field.
    """

    verdict: str
    shares: dict[str, float]
    titled: bool
    ours: bool


UNSURE = 0.75
"""What a title counts that may mean several roles, relative to one that means one."""

EARLIER = 0.6
"""What an earlier position counts relative to the present one."""


def title_reading(catalog: Catalog, titles: Sequence[Quote], *, ours: bool) -> TitleReading:
    """What *titles* mean, the first of which is the present one; *ours* says that an employer of the field has them."""
    shares: dict[str, float] = {}
    verdict = "none"
    for number, quote in enumerate(titles):
        said, found = _read(catalog, quote.words, ours=ours)
        if verdict == "none":
            verdict = said
        for role, share in found.items():
            shares[role] = max(shares.get(role, 0.0), share * (EARLIER if number else 1.0))
    return TitleReading(verdict, shares, bool(titles), ours)


def _read(catalog: Catalog, words: str, *, ours: bool) -> tuple[str, dict[str, float]]:
    """The verdict on one title, and how much it speaks for each role beside the first one."""
    answer = title(catalog, words, in_field=ours)
    first = max((role.share for role in answer.roles), default=0.0)
    sure = 1.0 if answer.verdict is Verdict.ONE else UNSURE
    return answer.verdict.value, {role.id: sure * role.share / first for role in answer.roles if first}
