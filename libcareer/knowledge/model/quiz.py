"""The items of the quiz."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.values import Dimension, Record, SkillId, Text


class ItemKind(StrEnum):
    """The kind of a quiz item: something to do, to be good at, or to care about."""

    ACTIVITY = "activity"
    SKILL = "skill"
    VALUE = "value"


class QuizItem(Record, frozen=True):
    """One option of the quiz, and the dimensions that it loads on."""

    text: Annotated[Text, Meta(description="One concrete thing in at most eleven words.")]
    label: Annotated[Text, Meta(description="The option in two to five words, as a result quotes it.")]
    kind: ItemKind
    load: Annotated[
        dict[Dimension, Annotated[float, Meta(ge=-4, le=4)]],
        Meta(min_length=1, description="Weights on the dimensions; 0 is left out."),
    ]
    skills: Annotated[
        tuple[SkillId, ...], Meta(description="Skills of the vocabulary that choosing it points to.")
    ] = ()
    own: Annotated[
        bool,
        Meta(description="True: it is about things of our field; a pack without a quiz of its own does not borrow it."),
    ] = False


class ItemFile(Record, frozen=True):
    """One file of quiz items."""

    items: dict[str, QuizItem]
