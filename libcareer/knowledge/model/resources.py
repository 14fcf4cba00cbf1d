"""Resources: books, courses, societies, job boards."""

from typing import Annotated

from msgspec import Meta

from libcareer.knowledge.enums import ResourceKind, Status
from libcareer.knowledge.model.values import Record, ResourceId, SourceId, Text, Year


class Resource(Record, frozen=True):
    """An association, journal, book, job board, course or community, and whether it still exists."""

    title: Text
    kind: ResourceKind
    summary: Annotated[Text, Meta(description="What a person gets from it.")]
    status: Status
    seen: Annotated[
        Year | None, Meta(description="Year in which it was last seen with this status; none: nobody looked.")
    ] = None
    url: Text | None = None
    aliases: tuple[Text, ...] = ()
    replaced_by: Annotated[tuple[ResourceId, ...], Meta(description="Where to go instead.")] = ()
    free: Annotated[bool, Meta(description="True if it costs nothing to use.")] = False
    note: Text | None = None
    sources: tuple[SourceId, ...] = ()


class ResourceFile(Record, frozen=True):
    """One file of resources of a kind."""

    resources: dict[str, Resource]
