"""Words of job titles: levels, functions, and words that other fields use as well."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import LevelId, Record, RoleId, Text


class Level(Record, frozen=True):
    """What words of a title say about the level of a post."""

    title: Annotated[Text, Meta(description="What is shown.")]
    phrases: Annotated[tuple[Text, ...], Meta(min_length=1, description="Words of titles that say it.")]
    says: Annotated[Text, Meta(description="What the words typically mean; editorial.")]
    roles: Annotated[
        tuple[RoleId, ...], Meta(description="Roles of this level whatever the work is; none: the work decides.")
    ] = ()
    instead: Annotated[
        tuple[LevelId, ...],
        Meta(description="Where a function has no role of this level: the levels to look at, nearest first."),
    ] = ()


class Elsewhere(StrEnum):
    """How much other fields use a word of a title."""

    OFTEN = "often"
    MOSTLY = "mostly"
    ALWAYS = "always"


class Function(Record, frozen=True):
    """A kind of work that words of a title name, and the roles that do it at each level."""

    phrases: Annotated[tuple[Text, ...], Meta(min_length=1, description="Words of titles that name it.")]
    why: Annotated[Text, Meta(description="What the words say about the work, as the reason for the roles.")]
    rank: Annotated[
        int,
        Meta(
            ge=0,
            le=3,
            description="3 names the work, 2 names it broadly, 1 only says where or on what, 0 nearly nothing.",
        ),
    ]
    roles: Annotated[
        dict[LevelId, tuple[RoleId, ...]],
        Meta(min_length=1, description="The roles at each level, likeliest first; editorial."),
    ]
    elsewhere: Annotated[
        Elsewhere | None,
        Meta(
            description="How much other fields use the words. Without a word of our field beside them they leave "
            "the answer in doubt (often), count only if an employer of the field offers the job (mostly), or not "
            "even then (always). None: they are ours.",
        ),
    ] = None
    certain: Annotated[bool, Meta(description="False: the roles listed at a level are about equally likely.")] = True


class Namesake(Record, frozen=True):
    """A word that titles of other fields share with ours, and what it means there."""

    phrases: Annotated[tuple[Text, ...], Meta(min_length=1, description="The words.")]
    means: Annotated[Text, Meta(description="What they mean elsewhere, after 'it can mean'.")]
    telling: Annotated[
        tuple[Text, ...], Meta(min_length=1, description="Words beside them that tell that they mean this.")
    ]
    roles: Annotated[tuple[RoleId, ...], Meta(min_length=1, description="The roles they are mistaken for.")]
