"""The catalog: every record by id, title or alias, references resolved both ways.

What runs is a compiled file: the records of the YAML files as msgpack, written when a wheel is built.
Lists need only a part of each role, a `Card`; a whole record is decoded when it is asked for. From
YAML (a source checkout, or a person's own folder) the same bytes are made on the spot and kept in
the user's cache folder until a file changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from libcareer import __version__, model
from libcareer.names import Index

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.knowledge import Knowledge

SCHEMA = 1
"""Version of the compiled form and of all JSON output; raised when either changes its meaning."""

COMPILED = "catalog.msgpack"

R = TypeVar("R")


class CardMove(Struct, frozen=True):
    """What a path needs to know of a move."""

    to: str
    kind: model.MoveKind
    years: tuple[float, float]
    needs: tuple[model.Need, ...] = ()


class CardEntry(Struct, frozen=True):
    """What a path needs to know of a way in from outside."""

    needs: tuple[model.Need, ...] = ()


class Card(Struct, frozen=True):
    """The part of a role that lists, filters and paths need; decoded from the same bytes."""

    title: str
    cluster: str
    place: model.Place
    summary: str
    settings: tuple[str, ...]
    conditions: model.Conditions
    education: model.Schooling
    skills: model.Skills
    aliases: tuple[str, ...] = ()
    entry: CardEntry | None = None
    moves: tuple[CardMove, ...] = ()


class Compiled(Struct, frozen=True):
    """The compiled file: each kind of record still undecoded."""

    schema: int
    version: str
    roles: msgspec.Raw
    skills: msgspec.Raw
    groups: msgspec.Raw
    credentials: msgspec.Raw
    resources: msgspec.Raw
    items: msgspec.Raw
    clusters: msgspec.Raw
    settings: msgspec.Raw
    education: msgspec.Raw
    occupations: msgspec.Raw
    sources: msgspec.Raw
    fields: msgspec.Raw
    disputes: msgspec.Raw
    outdated: msgspec.Raw
    questions: msgspec.Raw
    lssc: msgspec.Raw


class Records(Mapping[str, R], Generic[R]):
    """Records by id, each decoded when it is first asked for."""

    def __init__(self, raw: msgspec.Raw, type_: type[R]) -> None:
        """Hold *raw*, a msgpack map of id to record of *type_*."""
        self._raw = Decoder(dict[str, msgspec.Raw]).decode(raw)
        self._decoder = Decoder(type_)
        self._read: dict[str, R] = {}

    def __getitem__(self, id_: str) -> R:
        if id_ not in self._read:
            self._read[id_] = self._decoder.decode(self._raw[id_])
        return self._read[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)


class Catalog:
    """Everything libcareer knows, to be asked; nothing in it changes."""

    def __init__(self, compiled: bytes) -> None:
        """Open the bytes of a compiled file; raises msgspec.MsgspecError if they are none."""
        self._compiled = Decoder(Compiled).decode(compiled)
        if self._compiled.schema != SCHEMA:
            raise msgspec.ValidationError(f"schema {self._compiled.schema} is not {SCHEMA}")

    @cached_property
    def cards(self) -> dict[str, Card]:
        """The card of every role, by id."""
        return Decoder(dict[str, Card]).decode(self._compiled.roles)

    @cached_property
    def roles(self) -> Records[model.Role]:
        """Every role, whole, by id."""
        return Records(self._compiled.roles, model.Role)

    @cached_property
    def credentials(self) -> Records[model.Credential]:
        """Every credential by id."""
        return Records(self._compiled.credentials, model.Credential)

    @cached_property
    def skills(self) -> dict[str, model.Skill]:
        """Every skill by id."""
        return Decoder(dict[str, model.Skill]).decode(self._compiled.skills)

    @cached_property
    def groups(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """The groups of skills: title and skill ids, by id."""
        return Decoder(dict[str, tuple[str, tuple[str, ...]]]).decode(self._compiled.groups)

    @cached_property
    def resources(self) -> dict[str, model.Resource]:
        """Every resource by id."""
        return Decoder(dict[str, model.Resource]).decode(self._compiled.resources)

    @cached_property
    def items(self) -> dict[str, model.Item]:
        """Every quiz item by id."""
        return Decoder(dict[str, model.Item]).decode(self._compiled.items)

    @cached_property
    def clusters(self) -> dict[str, model.Term]:
        """The clusters of roles by id."""
        return Decoder(dict[str, model.Term]).decode(self._compiled.clusters)

    @cached_property
    def settings(self) -> dict[str, model.Term]:
        """The settings by id."""
        return Decoder(dict[str, model.Term]).decode(self._compiled.settings)

    @cached_property
    def education(self) -> dict[str, model.Education]:
        """The levels of education by id, lowest first."""
        levels = Decoder(dict[str, model.Education]).decode(self._compiled.education)
        return dict(sorted(levels.items(), key=lambda item: item[1].rank))

    @cached_property
    def occupations(self) -> dict[str, model.Occupation]:
        """The statistical occupations by O*NET code."""
        return Decoder(dict[str, model.Occupation]).decode(self._compiled.occupations)

    @cached_property
    def sources(self) -> dict[str, model.Source]:
        """Every source by id."""
        return Decoder(dict[str, model.Source]).decode(self._compiled.sources)

    @cached_property
    def fields(self) -> dict[str, model.Field]:
        """The specialisms, new areas and networks by id."""
        return Decoder(dict[str, model.Field]).decode(self._compiled.fields)

    @cached_property
    def disputes(self) -> dict[str, model.Dispute]:
        """What sources disagree on, by id."""
        return Decoder(dict[str, model.Dispute]).decode(self._compiled.disputes)

    @cached_property
    def outdated(self) -> dict[str, model.Outdated]:
        """What the founding documents say that is no longer so, by id."""
        return Decoder(dict[str, model.Outdated]).decode(self._compiled.outdated)

    @cached_property
    def questions(self) -> dict[str, model.Question]:
        """Questions people ask, with their answers, by id."""
        return Decoder(dict[str, model.Question]).decode(self._compiled.questions)

    @cached_property
    def lssc(self) -> dict[str, model.CompetencySet]:
        """The competency sets of the Library Support Staff Certification by id."""
        return Decoder(dict[str, model.CompetencySet]).decode(self._compiled.lssc)

    @cached_property
    def role_names(self) -> Index:
        """Roles by id, title and alias."""
        return Index("role", {id_: (card.title, *card.aliases) for id_, card in self.cards.items()})

    @cached_property
    def skill_names(self) -> Index:
        """Skills by id, title and alias."""
        return Index("skill", {id_: (skill.title, *skill.aliases) for id_, skill in self.skills.items()})

    @cached_property
    def credential_names(self) -> Index:
        """Credentials by id, title and alias."""
        names = {id_: (credential.title, *credential.aliases) for id_, credential in self.credentials.items()}
        return Index("credential", names)

    @cached_property
    def group_names(self) -> Index:
        """Groups of skills by id and title."""
        return Index("group of skills", {id_: (title,) for id_, (title, _) in self.groups.items()})

    @cached_property
    def field_names(self) -> Index:
        """Fields by id, title and alias."""
        return Index("field", {id_: (field.title, *field.aliases) for id_, field in self.fields.items()})

    @cached_property
    def resource_names(self) -> Index:
        """Resources by id, title and alias."""
        names = {id_: (resource.title, *resource.aliases) for id_, resource in self.resources.items()}
        return Index("resource", names)

    @cached_property
    def source_names(self) -> Index:
        """Sources by id, title and publisher."""
        return Index("source", {id_: (source.title, source.publisher) for id_, source in self.sources.items()})

    @cached_property
    def dispute_names(self) -> Index:
        """Disputes by id, question and alias."""
        names = {id_: (dispute.question, *dispute.aliases) for id_, dispute in self.disputes.items()}
        return Index("dispute", names)

    @cached_property
    def lssc_names(self) -> Index:
        """Competency sets by id and title."""
        return Index("competency set", {id_: (record.title,) for id_, record in self.lssc.items()})

    @cached_property
    def setting_names(self) -> Index:
        """Settings by id, title and alias."""
        return _term_index("setting", self.settings)

    @cached_property
    def cluster_names(self) -> Index:
        """Clusters by id, title and alias."""
        return _term_index("cluster", self.clusters)

    @cached_property
    def education_names(self) -> Index:
        """Levels of education by id, title and alias."""
        return _term_index("level of education", self.education)

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """For each skill that has any, the skills directly narrower than it."""
        below: dict[str, list[str]] = {}
        for id_, skill in self.skills.items():
            for broader in skill.broader:
                below.setdefault(broader, []).append(id_)
        return {id_: tuple(ids) for id_, ids in below.items()}

    def family(self, skill: str) -> tuple[str, ...]:
        """*skill* and every skill narrower than it, nearest first."""
        found = [skill]
        for id_ in found:
            found += [narrower for narrower in self.narrower.get(id_, ()) if narrower not in found]
        return tuple(found)

    @cached_property
    def feeders(self) -> dict[str, tuple[str, ...]]:
        """For each role, the roles with a move into it."""
        into: dict[str, list[str]] = {id_: [] for id_ in self.cards}
        for id_, card in self.cards.items():
            for move in card.moves:
                into[move.to].append(id_)
        return {id_: tuple(ids) for id_, ids in into.items()}


def _term_index(kind: str, terms: Mapping[str, model.Term | model.Education]) -> Index:
    return Index(kind, {id_: (term.title, *term.aliases) for id_, term in terms.items()})


def compile(knowledge: Knowledge) -> bytes:
    """The compiled form of *knowledge*: the same bytes for the same records."""
    groups: dict[str, tuple[str, list[str]]] = {}
    for id_, entry in sorted(knowledge.entries["skills"].items()):
        groups.setdefault(entry.group, (knowledge.groups.get(entry.group, entry.group), []))[1].append(id_)
    kinds = {kind: dict(sorted(knowledge.records(kind).items())) for kind in knowledge.entries}
    return Encoder().encode({"schema": SCHEMA, "version": __version__, "groups": groups, **kinds})


def load(folder: Path | None = None) -> Catalog:
    """The catalog: the built-in knowledge, with *folder* laid over it or, standing alone, in its place.

    Raises BadData with all problems if the files of *folder* have any, and LibcareerError if there
    is no such folder.
    """
    if folder is None:
        shipped = _shipped()
        if shipped is not None:
            return shipped
    return _from_files(folder)


def _shipped() -> Catalog | None:
    """The catalog compiled into an installed package; None in a source checkout, or if it is damaged."""
    loader: Any = __spec__.loader
    try:
        return Catalog(loader.get_data(str(Path(__file__).parent / "data" / COMPILED)))
    except (OSError, AttributeError, msgspec.MsgspecError):
        return None


def _from_files(folder: Path | None) -> Catalog:
    from libcareer import cache
    from libcareer.knowledge import BUILT_IN, read_merged, stands_alone

    folders = [folder or BUILT_IN]
    if folder and folder.is_dir() and not stands_alone(folder):
        folders.append(BUILT_IN)

    def fresh() -> bytes:
        return compile(read_merged(folder))

    return _open(cache.kept(folders, f"{__version__} {SCHEMA}", fresh), fresh)


def _open(compiled: bytes, fresh: Callable[[], bytes]) -> Catalog:
    """The catalog in *compiled*, or, if those bytes are damaged, in what *fresh* makes."""
    try:
        return Catalog(compiled)
    except msgspec.MsgspecError:
        return Catalog(fresh())
