"""Questions that people ask, and the words in which they ask them."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.model.findings import Figure
from libcareer.knowledge.model.values import Record, Text


class Question(Record, frozen=True):
    """A question that people ask, with a short answer, its figures, and commands that go deeper."""

    question: Text
    also: Annotated[tuple[Text, ...], Meta(min_length=3, description="Other wordings of the question.")]
    answer: Annotated[Text, Meta(description="Three to six sentences.")]
    commands: Annotated[
        tuple[Text, ...], Meta(min_length=1, description="Commands that go deeper, as people type them.")
    ]
    trial: Annotated[
        Text | None,
        Meta(description="One more wording, in none of the words above: `ask` is tried with it and never told it."),
    ] = None
    figures: tuple[Figure, ...] = ()
    disputes: Annotated[
        tuple[Annotated[str, Meta(extra={"refers": "disputes"})], ...],
        Meta(description="Disputes about it."),
    ] = ()


class Synonym(Record, frozen=True):
    """Words that people use for what the records call otherwise; editorial."""

    said: Annotated[
        tuple[Text, ...],
        Meta(min_length=1, description="What people say; all words of a phrase near each other, in any order."),
    ]
    means: Annotated[tuple[Text, ...], Meta(min_length=1, description="What the records say.")]
    why: Annotated[Text, Meta(description="Why the two belong together.")]


class Unanswered(Record, frozen=True):
    """A topic that people ask about here and that is not answered here."""

    title: Annotated[Text, Meta(description="The topic, in a few words.")]
    says: Annotated[Text, Meta(description="Why there is no answer here, and where to ask instead.")]
    cues: Annotated[
        tuple[Text, ...],
        Meta(
            min_length=1,
            description="What shows the topic: phrases whose words come in this order, near each other; a/b is either.",
        ),
    ]
    unless: Annotated[
        tuple[Text, ...], Meta(description="With one of these, a question is answered all the same.")
    ] = ()
