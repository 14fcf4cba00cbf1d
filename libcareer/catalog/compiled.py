"""The compiled form of the knowledge: one file, of which an answer reads only the parts it needs.

It begins with a table of contents, which gives the place and the checksum of each part. The parts are
msgpack: one for each kind of record, one for each role and each brief of one, and indexes that would take
long to build at each start, such as folded names, reverse references and the words of all passages. The same
records always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from zlib import crc32

import msgspec
from msgspec import Raw, Struct, structs
from msgspec.msgpack import Decoder, Encoder

from libcareer.catalog.briefs import RoleBrief
from libcareer.knowledge.packs import ExamplesBrief, HomelandBrief, PackBrief
from libcareer.knowledge.spelling import fold, folded, phrases

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from libcareer.knowledge.model.pack import Pack
    from libcareer.knowledge.model.roles import Role
    from libcareer.knowledge.model.terms import Education, Skill
    from libcareer.knowledge.reading import Knowledge

    class Compiled(Protocol):
        """The bytes of a compiled file: bytes, or a view of a file that is mapped into memory."""

        def __len__(self) -> int: ...
        def __getitem__(self, part: slice, /) -> bytes | memoryview: ...


SCHEMA = 1
"""Version of the compiled form and of all JSON output; raised when either changes its meaning."""

_R = TypeVar("_R")

# ---------------------------------------------------------------------------- reading

Extent = tuple[int, int, int]
"""Where a part is in the body of a compiled file: its start, its end, and the CRC-32 of the bytes between."""


class Contents(Struct, frozen=True):
    """The table of contents of a compiled file; *size* is that of the body behind it, in bytes."""

    schema: int
    size: int
    parts: dict[str, Extent]


PREFIX = 8
"""Bytes before the table of contents: its size and its CRC-32."""


class Records(Mapping[str, _R], Generic[_R]):
    """Records by id, each decoded on first use."""

    def __init__(self, undecoded: Mapping[str, Any], type_: Any) -> None:
        """Hold *undecoded*, the msgpack of a record of *type_* for each id."""
        self._undecoded = undecoded
        self._decoder = Decoder(type_)
        self.decoded: dict[str, _R] = {}
        """The records used so far."""

    def __getitem__(self, id_: str) -> _R:
        if id_ not in self.decoded:
            self.decoded[id_] = self._decoder.decode(self._undecoded[id_])
        return self.decoded[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._undecoded

    def __iter__(self) -> Iterator[str]:
        return iter(self._undecoded)

    def __len__(self) -> int:
        return len(self._undecoded)


class Slices(Mapping[str, Any]):
    """Parts of a compiled file by id, each read on first use."""

    def __init__(self, read: Callable[[Extent], bytes | memoryview], extents: Mapping[str, Extent]) -> None:
        self._read = read
        self._extents = extents

    def __getitem__(self, id_: str) -> bytes | memoryview:
        return self._read(self._extents[id_])

    def __contains__(self, id_: object) -> bool:
        return id_ in self._extents

    def __iter__(self) -> Iterator[str]:
        return iter(self._extents)

    def __len__(self) -> int:
        return len(self._extents)


class Parts:
    """An open compiled file: its parts by name, each read, checked and decoded on first use."""

    def __init__(self, compiled: Compiled, remake: Callable[[], bytes] | None = None) -> None:
        """Open a *compiled* file; *remake* makes its bytes anew if a part turns out to be damaged.

        Raises msgspec.MsgspecError if it is no compiled file of this schema, or is not whole.
        """
        self._compiled = compiled
        self._remake = remake
        self._body = PREFIX + int.from_bytes(compiled[:4], "big")
        contents = compiled[PREFIX : self._body]
        if crc32(contents) != int.from_bytes(compiled[4:PREFIX], "big"):
            raise msgspec.ValidationError("damaged table of contents")
        self._contents = Decoder(Contents).decode(contents)
        if self._contents.schema != SCHEMA:
            raise msgspec.ValidationError(f"schema {self._contents.schema} is not {SCHEMA}")
        if len(compiled) != self._body + self._contents.size:
            raise msgspec.ValidationError("not whole")

    def _read(self, extent: Extent) -> bytes | memoryview:
        start, end, checksum = extent
        part = self._compiled[self._body + start : self._body + end]
        if crc32(part) != checksum:
            if self._remake is None:
                raise msgspec.ValidationError("damaged part")
            # The same records give the same bytes, so every part is where it was.
            self._compiled, self._remake = self._remake(), None
            return self._read(extent)
        return part

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents.parts)

    def whole(self, name: str, type_: Any) -> Any:
        """The part called *name*, decoded whole as a *type_*."""
        return Decoder(type_).decode(self._read(self._contents.parts[name]))

    def table(self, name: str, type_: type[_R]) -> dict[str, _R]:
        """The part called *name*, a map of id to *type_*, decoded whole."""
        return Decoder(dict[str, type_]).decode(self._read(self._contents.parts[name]))  # type: ignore[valid-type]

    def records(self, name: str, type_: type[_R]) -> Records[_R]:
        """The part called *name*, a map of id to *type_*, read whole, each value decoded on first use."""
        return Records(self.table(name, Raw), type_)

    def separate(self, name: str, type_: type[_R]) -> Records[_R]:
        """The records called *name*, each a part of its own, read and decoded on first use."""
        extents: dict[str, Extent] = self.table(name, tuple[int, int, int])
        return Records(Slices(self._read, extents), type_)


# ---------------------------------------------------------------------------- compiling

KIND_NAMES = {
    "roles": "role",
    "skills": "skill",
    "groups": "group of skills",
    "credentials": "credential",
    "fields": "field",
    "resources": "resource",
    "sources": "source",
    "disputes": "dispute",
    "changes": "change",
    "settings": "setting",
    "sectors": "sector",
    "clusters": "cluster",
    "education": "level of education",
    "lssc": "competency set",
    "countries": "country",
}
"""The kinds of record that people can ask for by name, and what one record of each is called."""


def compile(knowledge: Knowledge) -> bytes:
    """The compiled form of *knowledge*, with figures filled into its texts; the same records give the same bytes."""
    from libcareer.catalog.texts import sections_and_postings  # compiling alone needs words
    from libcareer.knowledge.vocabularies import vocabulary_of

    knowledge = knowledge.filled()
    kinds = {kind: dict(sorted(knowledge.records(kind).items())) for kind in knowledge.entries}
    # A trial that the program knew would try nothing.
    kinds["questions"] = {id_: structs.replace(one, trial=None) for id_, one in kinds["questions"].items()}
    groups: dict[str, tuple[str, list[str]]] = {}
    for id_ in kinds["skills"]:
        group = knowledge.entries["skills"][id_].group
        groups.setdefault(group, (knowledge.groups.get(group, group), []))[1].append(id_)
    sections, postings = sections_and_postings(kinds)
    roles = kinds.pop("roles")
    tracks = dict(sorted(knowledge.tracks.items()))
    parts = {**kinds, **_indexes(roles, kinds["skills"]), "groups": groups, "tracks": tracks, "passages": sections}
    for kind, records in {**kinds, "roles": roles, "groups": groups}.items():
        if kind in KIND_NAMES:
            names = {id_: _names(kind, record) for id_, record in records.items()}
            parts[f"{kind}/titles"] = {id_: title for id_, (title, *_) in names.items()}
            parts[f"{kind}/names"] = folded(names)
    for kind in ("levels", "functions", "namesakes"):
        parts[f"{kind}/phrases"] = phrases({id_: record.phrases for id_, record in kinds[kind].items()})
    parts["origins/called"] = {fold(origin.called): id_ for id_, origin in kinds["origins"].items()}
    parts["vocabulary"] = vocabulary_of(knowledge)
    parts.update(_pack(parts.pop("pack"), kinds["education"]))
    parts["ranks"] = {id_: level.rank for id_, level in kinds["education"].items()}
    briefs = {id_: msgspec.convert(role, RoleBrief, from_attributes=True) for id_, role in roles.items()}
    return _packed(parts, {"terms": postings, "briefs": briefs, "roles": roles, "skilled": parts.pop("skilled")})


def _pack(packs: Mapping[str, Pack], education: Mapping[str, Education]) -> dict[str, Any]:
    """The profession file in parts: a brief for every answer, the practical questions, and the certification."""
    pack = packs.get("pack")
    levels = sorted(education.items(), key=lambda item: item[1].rank)
    called = {id_: level.one or level.title for id_, level in levels}
    if pack is None:
        return {"pack": PackBrief(levels=called), "practical": {}, "certification": None}
    ceilings, home = pack.ceilings, pack.country
    fields = {name: getattr(pack, name) for name in pack.__struct_fields__ if name in PackBrief.__struct_fields__}
    fields["country"] = home and HomelandBrief(home.title, home.called or home.title, home.short or home.title)
    fields["examples"] = pack.examples and msgspec.convert(pack.examples, ExamplesBrief, from_attributes=True)
    fields["currency"] = pack.currency or ""
    fields["certification"] = pack.certification and pack.certification.short
    brief = PackBrief(
        **fields,
        levels=called,
        no_masters=ceilings.no_masters if ceilings else None,
        no_degree=ceilings.no_degree if ceilings else None,
        bachelor=(ceilings.bachelor or ceilings.no_masters) if ceilings else None,
    )
    return {"pack": brief, "practical": pack.questions, "certification": pack.certification}


def _names(kind: str, record: Any) -> tuple[str, ...]:
    """The title of a *record*, then its other names."""
    match kind:
        case "groups":
            return (record[0],)
        case "lssc":
            return (record.title,)
        case "sources":
            return record.title, record.publisher
        case "disputes":
            return record.question, *record.aliases
        case "countries":
            regions = (name for region, others in record.regions.items() for name in (region, *others))
            return record.title, *record.aliases, *regions
        case _:
            return record.title, *record.aliases


def _indexes(roles: Mapping[str, Role], skills: Mapping[str, Skill]) -> dict[str, Any]:
    """The reverse references: narrower skills, the roles that list a skill, the roles with a move into a role."""
    narrower: dict[str, list[str]] = {}
    for id_, skill in skills.items():
        for broader in skill.broader:
            narrower.setdefault(broader, []).append(id_)
    skilled: dict[str, list[str]] = {}
    feeders: dict[str, list[str]] = {id_: [] for id_ in roles}
    for id_, role in roles.items():
        for listed in dict.fromkeys((*role.skills.essential, *role.skills.useful)):
            skilled.setdefault(listed, []).append(id_)
        for move in role.moves:
            feeders[move.to].append(id_)
    return {"narrower": narrower, "skilled": skilled, "feeders": feeders}


def _packed(parts: Mapping[str, Any], tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """A compiled file of *parts*, and of *tables* in which each record is a part of its own."""
    encode = Encoder().encode
    body = bytearray()

    def add(value: Any) -> Extent:
        start, part = len(body), encode(value)
        body.extend(part)
        return start, len(body), crc32(part)

    extents = {name: add(part) for name, part in parts.items()}
    for name, records in tables.items():
        extents[name] = add({id_: add(record) for id_, record in records.items()})
    contents = encode(Contents(SCHEMA, len(body), extents))
    return len(contents).to_bytes(4, "big") + crc32(contents).to_bytes(4, "big") + contents + body
