"""What the same work is called elsewhere."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import Record, RoleId, SectorId, SkillId, SourceId, Text, Year


class Wording(Record, frozen=True):
    """What employers of a sector call a duty, and how somebody who did it in the field can say and show it."""

    term: Annotated[Text, Meta(description="What it is typically called there.")]
    line: Annotated[
        Text,
        Meta(description="A line for a resume; the words in [brackets] stand for the person's own facts."),
    ]
    proof: Annotated[Text, Meta(description="What to bring to show it.")]
    also: Annotated[tuple[Text, ...], Meta(description="Other words of employers there.")] = ()
    roles: Annotated[
        tuple[RoleId, ...],
        Meta(description="Roles that it helps to open; each lists a skill of the duty, or one that it shows."),
    ] = ()
    caution: Annotated[Text | None, Meta(description="What it is not.")] = None


class Translation(Record, frozen=True):
    """A duty of the field in the words of other sectors; editorial judgment."""

    title: Annotated[Text, Meta(description="The duty as people in the field say it.")]
    skills: Annotated[
        tuple[SkillId, ...],
        Meta(min_length=1, description="Its skills, the main one first; words that name them lead here."),
    ]
    sectors: Annotated[
        dict[SectorId, Wording],
        Meta(min_length=1, description="Its wording in each sector; a sector where it would be a stretch is left out."),
    ]
    year: Annotated[Year, Meta(description="Year in which the words of employers were looked up.")]
    sources: Annotated[tuple[SourceId, ...], Meta(min_length=1)]
    phrases: Annotated[tuple[Text, ...], Meta(description="Other words of people in the field for it.")] = ()
    shows: Annotated[
        tuple[SkillId, ...],
        Meta(description="More general skills that it shows as well; words that name them do not lead here."),
    ] = ()
