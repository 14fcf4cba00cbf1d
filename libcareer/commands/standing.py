"""Options with which a person says where they stand, and what becomes of them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from libcareer.commands.amounts import typed_months, typed_years
from libcareer.commands.names import completing
from libcareer.commands.options import complete_role, complete_skill, resolve, role_id
from libcareer.errors import UnknownName

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.situation import Stated

NOTHING = "none"
"""What is typed after `--have` by somebody who holds nothing, not even what is usual in their post."""

LONGEST_STUDY = 240
"""The most months until a study ends."""

DAYS_A_MONTH = 30.44
"""Days of a month, on average."""

Posts = Annotated[
    list[str] | None,
    typer.Option(
        "--from",
        metavar="ROLE",
        help="The role you are in; given again, one you had earlier.",
        autocompletion=complete_role,
    ),
]
Years = Annotated[
    float, typer.Option("--years", parser=typed_years, metavar="N", help="Years in the role you are in, so far.")
]
Have = Annotated[
    list[str] | None,
    typer.Option(
        "--have",
        metavar="EDUCATION",
        help="What you hold: a level of education or a credential; may repeat. Default: what is usual in your role.",
        autocompletion=completing("education", "credentials"),
    ),
]
Lacking = Annotated[
    list[str] | None,
    typer.Option(
        "--not",
        metavar="CREDENTIAL",
        help="What is usual in your role and you do not hold; may repeat.",
        autocompletion=completing("education", "credentials"),
    ),
]
Studying = Annotated[
    list[str] | None,
    typer.Option(
        "--studying", metavar="CREDENTIAL:WHEN", help="Study under way and its end: bachelor:2027-06, mlis:8 (months)."
    ),
]
Able = Annotated[
    list[str] | None,
    typer.Option(
        "--skill", metavar="SKILL", help="What you do in a job elsewhere; may repeat.", autocompletion=complete_skill
    ),
]


def stated(
    catalog: "Catalog",
    posts: list[str] | None = None,
    have: list[str] | None = None,
    *,
    years: float = 0.0,
    lacking: list[str] | None = None,
    studying: list[str] | None = None,
    skills: list[str] | None = None,
) -> "Stated":
    """Where a person stands by what they typed, with names looked up in *catalog*.

    Raises UnknownName for a name that is none, and BadParameter for words that say nothing.
    """
    from libcareer.engines.paths.situation import Stated

    if years and not posts:
        raise typer.BadParameter("--years counts the time in a role: add --from ROLE.")
    held: list[str] = []
    ranks: list[int] = []
    for word in have or ():
        if word.strip().lower() == NOTHING:
            continue
        levels = catalog.education_names.find(word)
        if len(levels) == 1:
            held += catalog.education[levels[0]].holds
            ranks.append(catalog.education[levels[0]].rank)
        else:
            held.append(_credential(catalog, word))
    return Stated(
        posts=tuple(dict.fromkeys(role_id(catalog, word) for word in posts or ())),
        years=years,
        held=tuple(dict.fromkeys(held)),
        lacking=tuple(dict.fromkeys(_credential(catalog, word) for word in lacking or ())),
        rank=max(ranks, default=None),
        studying=tuple(_under_way(catalog, words, date.today()) for words in studying or ()),
        skills=tuple(dict.fromkeys(resolve(catalog.skill_names, word) for word in skills or ())),
        presume=not any(word.strip().lower() == NOTHING for word in have or ()),
    )


def _credential(catalog: "Catalog", word: str) -> str:
    """The one credential that *word* names, as such or as a level of education."""
    levels = catalog.education_names.find(word)
    found = catalog.credential_names.find(word)
    if not found and len(levels) == 1:
        found = catalog.education[levels[0]].holds
    if len(found) != 1:
        raise UnknownName("level of education or credential", word, (*catalog.education, *found)[:9])
    return found[0]


def _under_way(catalog: "Catalog", words: str, today: date) -> tuple[str, tuple[float, float]]:
    """A study under way and the months until its end, from words such as bachelor:2027-06 or mlis:8."""
    name, _, when = words.partition(":")
    credential = _credential(catalog, name)
    if not when:
        raise typer.BadParameter(
            f"Say when you finish it: --studying {name}:2027-06, or --studying {name}:8 for months."
        )
    months = _months_until(when, today)
    if months is None or months > LONGEST_STUDY:
        raise typer.BadParameter(
            f"'{when}' is not a month to finish in. Write {name}:2027-06, or {name}:8 for 8 months."
        )
    return credential, (months, months)


def _months_until(when: str, today: date) -> float | None:
    from libcareer.commands.dates import typed_date

    if end := typed_date(when, end=True, today=today):
        return max(0.0, float(round((end - today).days / DAYS_A_MONTH)))
    try:
        return typed_months(when)
    except typer.BadParameter:
        return None
