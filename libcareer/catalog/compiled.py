"""The compiled form of the knowledge: one file of which an answer reads only the parts it needs.

It begins with a head that says where each part stands. The parts are msgpack: one for each kind of
record, one for each role and each card of one, and what would take long to find out at each start, such
as folded names and references seen from their other end. The same records always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from msgspec import Raw, Struct
from msgspec.msgpack import Decoder, Encoder

from libcareer.catalog.cards import Card
from libcareer.knowledge.spelling import folded

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from libcareer.knowledge import model
    from libcareer.knowledge.reading import Knowledge

    class Compiled(Protocol):
        """The bytes of a compiled file, or something that reads them piece by piece."""

        def __len__(self) -> int: ...
        def __getitem__(self, part: slice, /) -> bytes: ...


SCHEMA = 1
"""Version of the compiled form and of all JSON output; raised when either changes its meaning."""

R = TypeVar("R")
T = TypeVar("T")

# ---------------------------------------------------------------------------- the compiled form


class Head(Struct, frozen=True):
    """What a compiled file begins with: where each part and each whole role stands behind it."""

    schema: int
    size: int
    parts: dict[str, tuple[int, int]]


HEAD_SIZE = 4
"""Bytes at the beginning that give the size of the head."""


class Slices(Mapping[str, bytes]):
    """Pieces of a compiled file by id, each read when it is asked for."""

    def __init__(self, read: Callable[[int, int], bytes], places: Mapping[str, tuple[int, int]]) -> None:
        self._read = read
        self._places = places

    def __getitem__(self, id_: str) -> bytes:
        return self._read(*self._places[id_])

    def __contains__(self, id_: object) -> bool:
        return id_ in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class Records(Mapping[str, R], Generic[R]):
    """Records by id, each decoded when it is first asked for."""

    def __init__(self, undecoded: Mapping[str, bytes] | Mapping[str, Raw], type_: Any) -> None:
        """Hold *undecoded*, the msgpack of a record of *type_* for each id."""
        self._undecoded = undecoded
        self._decoder = Decoder(type_)
        self.decoded: dict[str, R] = {}
        """Those asked for so far."""

    def __getitem__(self, id_: str) -> R:
        if id_ not in self.decoded:
            self.decoded[id_] = self._decoder.decode(self._undecoded[id_])
        return self.decoded[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._undecoded

    def __iter__(self) -> Iterator[str]:
        return iter(self._undecoded)

    def __len__(self) -> int:
        return len(self._undecoded)


class Parts:
    """A compiled file, opened: its parts by name, each read and decoded when it is asked for."""

    def __init__(self, compiled: Compiled) -> None:
        """Open a *compiled* file; raises msgspec.MsgspecError if it is none."""
        self._compiled = compiled
        self._body = HEAD_SIZE + int.from_bytes(compiled[:HEAD_SIZE], "big")
        self._head = Decoder(Head).decode(compiled[HEAD_SIZE : self._body])
        if self._head.schema != SCHEMA:
            raise msgspec.ValidationError(f"schema {self._head.schema} is not {SCHEMA}")
        if len(compiled) != self._body + self._head.size:
            raise msgspec.ValidationError("cut short")

    def _bytes(self, start: int, end: int) -> bytes:
        return self._compiled[self._body + start : self._body + end]

    def __iter__(self) -> Iterator[str]:
        return iter(self._head.parts)

    def read(self, name: str, type_: type[T]) -> T:
        """The part called *name*, decoded whole."""
        return Decoder(type_).decode(self._bytes(*self._head.parts[name]))

    def table(self, name: str, type_: type[R]) -> dict[str, R]:
        """The part called *name*, a map of id to *type_*, decoded whole."""
        return Decoder(dict[str, type_]).decode(self._bytes(*self._head.parts[name]))  # type: ignore[valid-type]

    def records(self, name: str, type_: type[R]) -> Records[R]:
        """The part called *name*, a map of id to *type_*, each value decoded when it is asked for."""
        return Records(self.table(name, Raw), type_)

    def whole(self, name: str, type_: type[R]) -> Records[R]:
        """The records of *type_* that stand one by one, each read when it is asked for."""
        return Records(Slices(self._bytes, self.table(name, tuple[int, int])), type_)


# ---------------------------------------------------------------------------- compiling

CALLED = {
    "roles": "role",
    "skills": "skill",
    "groups": "group of skills",
    "credentials": "credential",
    "fields": "field",
    "resources": "resource",
    "sources": "source",
    "disputes": "dispute",
    "settings": "setting",
    "clusters": "cluster",
    "education": "level of education",
    "lssc": "competency set",
}
"""The kinds of record that people name, and what one of each is called."""


def compile(knowledge: Knowledge) -> bytes:
    """The compiled form of *knowledge*: the same bytes for the same records."""
    kinds = {kind: dict(sorted(knowledge.records(kind).items())) for kind in knowledge.entries}
    groups: dict[str, tuple[str, list[str]]] = {}
    for id_ in kinds["skills"]:
        group = knowledge.entries["skills"][id_].group
        groups.setdefault(group, (knowledge.groups.get(group, group), []))[1].append(id_)
    roles = kinds.pop("roles")
    tracks = dict(sorted(knowledge.tracks.items()))
    parts = {**kinds, **_indexes(roles, kinds["skills"]), "groups": groups, "tracks": tracks}
    for kind, records in {**kinds, "roles": roles, "groups": groups}.items():
        if kind in CALLED:
            names = {id_: _called(kind, record) for id_, record in records.items()}
            parts[f"{kind}/titles"] = {id_: title for id_, (title, *_) in names.items()}
            parts[f"{kind}/names"] = folded(names)
    parts["ranks"] = {id_: level.rank for id_, level in kinds["education"].items()}
    cards = {id_: msgspec.convert(role, Card, from_attributes=True) for id_, role in roles.items()}
    return _packed(parts, {"cards": cards, "roles": roles, "skilled": parts.pop("skilled")})


def _called(kind: str, record: Any) -> tuple[str, ...]:
    """The title of a *record* and what else it goes by."""
    match kind:
        case "groups":
            return (record[0],)
        case "lssc":
            return (record.title,)
        case "sources":
            return record.title, record.publisher
        case "disputes":
            return record.question, *record.aliases
        case _:
            return record.title, *record.aliases


def _indexes(roles: Mapping[str, model.Role], skills: Mapping[str, model.Skill]) -> dict[str, Any]:
    """What would take long to find out at each start: references seen from their other end."""
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
    """A compiled file of *parts*, and of *tables* of which each record stands by itself."""
    encode = Encoder().encode
    body = bytearray()

    def placed(value: Any) -> tuple[int, int]:
        start = len(body)
        body.extend(encode(value))
        return start, len(body)

    places = {name: placed(part) for name, part in parts.items()}
    for name, records in tables.items():
        places[name] = placed({id_: placed(record) for id_, record in records.items()})
    head = encode(Head(SCHEMA, len(body), places))
    return len(head).to_bytes(HEAD_SIZE, "big") + head + body
