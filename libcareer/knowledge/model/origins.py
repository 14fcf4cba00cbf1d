"""Jobs of other fields that people come from: what carries over, and which roles value it."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import Sure, Usual
from libcareer.knowledge.model.values import Record, RoleId, SkillId, Text
from libcareer.knowledge.model.vocabulary import Phrase


class CarriedSkill(Record, frozen=True):
    """A skill that a job shows, by one of its tasks; editorial judgment."""

    skill: SkillId
    task: Annotated[int, Meta(ge=1, description="The number of the O*NET task of the job that shows it best.")]
    sure: Annotated[
        Sure,
        Meta(description="Plain if the task is the skill, likely if most people have it, partly if a part is shown."),
    ]


class JobDoor(Record, frozen=True):
    """A role that values what people did in a job; editorial judgment."""

    role: RoleId
    usual: Annotated[Usual, Meta(description="How usual it is to come into the role from that job.")]
    why: Annotated[Text, Meta(description="Why employers value the job there, and what they ask for besides.")]
    say: Annotated[Text, Meta(description="What to say in the letter, in one sentence.")]


class Origin(Record, frozen=True):
    """A job that people come from to the field, by its O*NET code."""

    called: Annotated[Text, Meta(description="What people call it, in the singular: elementary school teacher.")]
    carries: Annotated[tuple[CarriedSkill, ...], Meta(description="What carries over, best first.")] = ()
    doors: Annotated[tuple[JobDoor, ...], Meta(description="Roles that value it, likeliest first.")] = ()


class TaskWords(Record, frozen=True):
    """The words by which tasks of any job show a skill, by the skill's id: a rule, and never a judgment."""

    phrases: Annotated[tuple[Phrase, ...], Meta(min_length=1, description="Words in tasks, as O*NET writes them.")]
