"""The catalog: every record by id, title or alias, references resolved both ways.

What runs is a compiled file, written when a wheel is built (see `compiled`). Lists need only a part of
each role, a `Card`; a whole record is read when it is asked for. From YAML (a source checkout, or a
person's own folder) the same bytes are made on the spot and kept in the user's cache folder until a
file changes.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError

from libcareer import __version__
from libcareer.catalog.cards import Card, Work
from libcareer.catalog.compiled import CALLED, SCHEMA, Parts, Records, compile
from libcareer.catalog.names import Index
from libcareer.catalog.seal import Sealed
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from libcareer.catalog.compiled import Compiled
    from libcareer.knowledge import model

COMPILED = "catalog.msgpack"
"""Name of the compiled file in an installed package."""


class Catalog:
    """Everything libcareer knows, to be asked; nothing in it changes."""

    def __init__(self, compiled: Compiled) -> None:
        """Open a *compiled* file; raises msgspec.MsgspecError if it is none."""
        self._parts = Parts(compiled)
        self._titles: dict[str, dict[str, str]] = {}

    # ------------------------------------------------------------------ records

    @cached_property
    def roles(self) -> Records[model.Role]:
        """Every role, whole, by id."""
        from libcareer.knowledge.model import Role

        return self._parts.whole("roles", Role)

    @cached_property
    def work(self) -> Records[Work]:
        """The duties of every role by id."""
        return self._parts.whole("roles", Work)

    @cached_property
    def cards(self) -> Records[Card]:
        """The card of every role by id."""
        return self._parts.whole("cards", Card)

    @cached_property
    def credentials(self) -> Records[model.Credential]:
        """Every credential by id."""
        from libcareer.knowledge.model import Credential

        return self._parts.records("credentials", Credential)

    @cached_property
    def skills(self) -> dict[str, model.Skill]:
        """Every skill by id."""
        from libcareer.knowledge.model import Skill

        return self._parts.table("skills", Skill)

    @cached_property
    def groups(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """The groups of skills: title and skill ids, by id."""
        return self._parts.table("groups", tuple[str, tuple[str, ...]])

    @cached_property
    def tracks(self) -> dict[str, Place]:
        """The groups of skills that one can train in, and whether in libraries or beyond, by id."""
        return self._parts.table("tracks", Place)

    @cached_property
    def resources(self) -> dict[str, model.Resource]:
        """Every resource by id."""
        from libcareer.knowledge.model import Resource

        return self._parts.table("resources", Resource)

    @cached_property
    def items(self) -> dict[str, model.Item]:
        """Every quiz item by id."""
        from libcareer.knowledge.model import Item

        return self._parts.table("items", Item)

    @cached_property
    def clusters(self) -> dict[str, model.Term]:
        """The clusters of roles by id."""
        from libcareer.knowledge.model import Term

        return self._parts.table("clusters", Term)

    @cached_property
    def settings(self) -> dict[str, model.Term]:
        """The settings by id."""
        from libcareer.knowledge.model import Term

        return self._parts.table("settings", Term)

    @cached_property
    def education(self) -> dict[str, model.Education]:
        """The levels of education by id, lowest first."""
        from libcareer.knowledge.model import Education

        levels = self._parts.table("education", Education)
        return dict(sorted(levels.items(), key=lambda item: item[1].rank))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each level of education by id, without the rest of it."""
        return self._parts.table("ranks", int)

    @cached_property
    def occupations(self) -> dict[str, model.Occupation]:
        """The statistical occupations by O*NET code."""
        from libcareer.knowledge.model import Occupation

        return self._parts.table("occupations", Occupation)

    @cached_property
    def sources(self) -> dict[str, model.Source]:
        """Every source by id."""
        from libcareer.knowledge.model import Source

        return self._parts.table("sources", Source)

    @cached_property
    def fields(self) -> dict[str, model.Field]:
        """The specialisms, new areas and networks by id."""
        from libcareer.knowledge.model import Field

        return self._parts.table("fields", Field)

    @cached_property
    def disputes(self) -> dict[str, model.Dispute]:
        """What sources disagree on, by id."""
        from libcareer.knowledge.model import Dispute

        return self._parts.table("disputes", Dispute)

    @cached_property
    def outdated(self) -> dict[str, model.Outdated]:
        """What the founding documents say that is no longer so, by id."""
        from libcareer.knowledge.model import Outdated

        return self._parts.table("outdated", Outdated)

    @cached_property
    def questions(self) -> dict[str, model.Question]:
        """Questions people ask, with their answers, by id."""
        from libcareer.knowledge.model import Question

        return self._parts.table("questions", Question)

    @cached_property
    def lssc(self) -> dict[str, model.CompetencySet]:
        """The competency sets of the Library Support Staff Certification by id."""
        from libcareer.knowledge.model import CompetencySet

        return self._parts.table("lssc", CompetencySet)

    # ------------------------------------------------------------------ names

    def titles(self, kind: str) -> dict[str, str]:
        """The title of every record of a *kind* by id; a kind is called as its knowledge files are."""
        if kind not in self._titles:
            self._titles[kind] = self._parts.table(f"{kind}/titles", str)
        return self._titles[kind]

    def _names(self, kind: str) -> Index:
        def stored() -> dict[str, tuple[str, ...]]:
            return self._parts.table(f"{kind}/names", tuple[str, ...])

        return Index(CALLED[kind], self.titles(kind), stored)

    @cached_property
    def role_names(self) -> Index:
        """Roles by id, title and alias."""
        return self._names("roles")

    @cached_property
    def skill_names(self) -> Index:
        """Skills by id, title and alias."""
        return self._names("skills")

    @cached_property
    def credential_names(self) -> Index:
        """Credentials by id, title and alias."""
        return self._names("credentials")

    @cached_property
    def group_names(self) -> Index:
        """Groups of skills by id and title."""
        return self._names("groups")

    @cached_property
    def field_names(self) -> Index:
        """Fields by id, title and alias."""
        return self._names("fields")

    @cached_property
    def resource_names(self) -> Index:
        """Resources by id, title and alias."""
        return self._names("resources")

    @cached_property
    def source_names(self) -> Index:
        """Sources by id, title and publisher."""
        return self._names("sources")

    @cached_property
    def dispute_names(self) -> Index:
        """Disputes by id, question and alias."""
        return self._names("disputes")

    @cached_property
    def lssc_names(self) -> Index:
        """Competency sets by id and title."""
        return self._names("lssc")

    @cached_property
    def setting_names(self) -> Index:
        """Settings by id, title and alias."""
        return self._names("settings")

    @cached_property
    def cluster_names(self) -> Index:
        """Clusters by id, title and alias."""
        return self._names("clusters")

    @cached_property
    def education_names(self) -> Index:
        """Levels of education by id, title and alias."""
        return self._names("education")

    # ------------------------------------------------------------------ references, both ways

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """For each skill that has any, the skills directly narrower than it."""
        return self._parts.table("narrower", tuple[str, ...])

    def family(self, skill: str) -> tuple[str, ...]:
        """*skill* and every skill narrower than it, nearest first."""
        found = [skill]
        for id_ in found:
            found += [narrower for narrower in self.narrower.get(id_, ()) if narrower not in found]
        return tuple(found)

    @cached_property
    def users(self) -> dict[str, tuple[str, ...]]:
        """For each skill, the roles that use it or a narrower one."""
        return {skill: self.using(self.family(skill)) for skill in self.titles("skills")}

    def using(self, skills: Iterable[str]) -> tuple[str, ...]:
        """The roles that list any of *skills*, in the order of the catalog, which is that of their ids."""
        return tuple(sorted({role for skill in skills for role in self.skilled.get(skill, ())}))

    @cached_property
    def skilled(self) -> Records[tuple[str, ...]]:
        """For each skill that any role lists, the roles that list it, in the order of the catalog."""
        return self._parts.whole("skilled", tuple[str, ...])

    @cached_property
    def feeders(self) -> Records[tuple[str, ...]]:
        """For each role, the roles with a move into it."""
        return self._parts.records("feeders", tuple[str, ...])


# ---------------------------------------------------------------------------- loading


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
    """The catalog compiled into an installed package; None in a source checkout, or if it cannot be opened."""
    loader: Any = __spec__.loader
    try:
        data = loader.get_data(str(Path(__file__).parents[1] / "data" / COMPILED))
        return Catalog(Sealed(lambda start, end: data[start:end], len(data), _from_yaml))
    except (OSError, AttributeError, ValueError, MsgspecError):
        return None


def _from_yaml(folder: Path | None = None) -> bytes:
    """The compiled form of the files as they are now."""
    from libcareer.knowledge.reading import read_merged

    return compile(read_merged(folder))


def _from_files(folder: Path | None) -> Catalog:
    from libcareer.catalog import cache
    from libcareer.knowledge.folders import BUILT_IN, stands_alone

    folders = [folder or BUILT_IN]
    if folder and folder.is_dir() and not stands_alone(folder):
        folders.append(BUILT_IN)

    def fresh() -> bytes:
        return _from_yaml(folder)

    return _open(cache.kept(folders, _made_by(), fresh), fresh)


def _open(compiled: Compiled, fresh: Callable[[], bytes]) -> Catalog:
    """The catalog in *compiled*, or, if those bytes are damaged, in what *fresh* makes."""
    try:
        return Catalog(compiled)
    except MsgspecError:
        return Catalog(fresh())


def _made_by() -> str:
    """What decides which bytes are made from the same files: the version, and in a source checkout the code."""
    try:
        package = Path(__file__).parents[1]
        code = (file for part in ("catalog", "knowledge") for file in (package / part).rglob("*.py"))
        written = max(file.stat().st_mtime_ns for file in code)
    except (OSError, ValueError):
        # In a zip file code does not change.
        written = 0
    return f"{__version__} {SCHEMA} {written}"
