"""The catalog: every record by id, title or alias, with references in both directions.

It reads a compiled file (see `compiled`), which is part of an installed package. In a source checkout,
and for a person's own folder, the same bytes are compiled from the YAML and cached until a file changes.
Lists need only a brief of each role (see `briefs`); whole records are decoded on first use.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import MsgspecError

from libcareer import __version__
from libcareer.catalog.briefs import OccupationBrief, RoleBrief, RoleCounted, RoleDuties, SourceBrief
from libcareer.catalog.compiled import KIND_NAMES, SCHEMA, Parts, Records, compile
from libcareer.catalog.names import Index
from libcareer.knowledge.enums import Place
from libcareer.knowledge.packs import PackBrief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from libcareer.catalog.compiled import Compiled
    from libcareer.catalog.jobs import JobTables
    from libcareer.catalog.passages import PassageIndex
    from libcareer.catalog.pay_tables import PayTables
    from libcareer.knowledge.model.changes import Change
    from libcareer.knowledge.model.countries import Country
    from libcareer.knowledge.model.credentials import CompetencySet, Credential
    from libcareer.knowledge.model.fields import Field
    from libcareer.knowledge.model.findings import Dispute, Outdated
    from libcareer.knowledge.model.occupations import Occupation
    from libcareer.knowledge.model.origins import Origin, TaskWords
    from libcareer.knowledge.model.pack import Certification, PracticalQuestion
    from libcareer.knowledge.model.questions import Question, Synonym, Unanswered
    from libcareer.knowledge.model.quiz import QuizItem
    from libcareer.knowledge.model.resources import Resource
    from libcareer.knowledge.model.roles import Role
    from libcareer.knowledge.model.terms import Education, Setting, Skill, Source, Term
    from libcareer.knowledge.model.titles import Function, Level, Namesake
    from libcareer.knowledge.model.translations import Translation
    from libcareer.knowledge.model.vocabulary import Vocabulary

TABLES_IN = "USD"
"""The currency of the tables of pay by place; a pack with another one is about another country."""

COMPILED = "catalog.msgpack"
"""The name of the compiled file in the data folder of an installed package."""

LARGEST_TABLE = 10_000_000
"""Bytes of a table of pay or of jobs in a folder that stands alone: twice the largest built-in one."""


class Catalog:
    """Everything libcareer knows, by id and by name; a catalog never changes."""

    def __init__(
        self,
        compiled: Compiled,
        remake: Callable[[], bytes] | None = None,
        *,
        pay_table: Callable[[str], bytes] | None = None,
        job_table: Callable[[str], bytes] | None = None,
    ) -> None:
        """Open a *compiled* file; *remake* makes its bytes anew if a part turns out to be damaged.

        *pay_table* gives the bytes of a table of pay by its name, *job_table* those of a table of jobs of every
        field; None if the knowledge has none. Raises msgspec.MsgspecError if it is no compiled file of this schema.
        """
        self._parts = Parts(compiled, remake)
        self._pay_table = pay_table
        self._job_table = job_table
        self._titles: dict[str, dict[str, str]] = {}

    # ------------------------------------------------------------------ the profession

    @cached_property
    def pack(self) -> PackBrief:
        """The words of the profession, its country and its currency."""
        found: PackBrief = self._parts.whole("pack", PackBrief)
        return found

    @cached_property
    def practical(self) -> dict[str, PracticalQuestion]:
        """The practical questions of the quiz by id, in the order in which they are asked."""
        from libcareer.knowledge.model.pack import PracticalQuestion

        return self._parts.table("practical", PracticalQuestion)

    @cached_property
    def certification(self) -> Certification | None:
        """The certification by competency sets; None if the profession has none here."""
        from libcareer.knowledge.model.pack import Certification

        found: Certification | None = self._parts.whole("certification", Certification | None)
        return found

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words by which titles, questions and advertisements of the field are known."""
        from libcareer.knowledge.model.vocabulary import Vocabulary

        found: Vocabulary = self._parts.whole("vocabulary", Vocabulary)
        return found

    # ------------------------------------------------------------------ records

    @cached_property
    def roles(self) -> Records[Role]:
        """Every role by id, with all its fields."""
        from libcareer.knowledge.model.roles import Role

        return self._parts.separate("roles", Role)

    @cached_property
    def work(self) -> Records[RoleDuties]:
        """The duties of every role by id."""
        return self._parts.separate("roles", RoleDuties)

    @cached_property
    def counted(self) -> Records[RoleCounted]:
        """The occupations that every role is counted in, by its id."""
        return self._parts.separate("roles", RoleCounted)

    @cached_property
    def surveyed(self) -> dict[str, OccupationBrief]:
        """What pay by place needs of the statistical occupations, by O*NET code."""
        return self._parts.table("occupations", OccupationBrief)

    @cached_property
    def cited(self) -> dict[str, SourceBrief]:
        """What a citation needs of every source, by its id."""
        return self._parts.table("sources", SourceBrief)

    @cached_property
    def briefs(self) -> Records[RoleBrief]:
        """The brief of every role by id."""
        return self._parts.separate("briefs", RoleBrief)

    @cached_property
    def credentials(self) -> Records[Credential]:
        """Every credential by id."""
        from libcareer.knowledge.model.credentials import Credential

        return self._parts.records("credentials", Credential)

    @cached_property
    def skills(self) -> dict[str, Skill]:
        """Every skill by id."""
        from libcareer.knowledge.model.terms import Skill

        return self._parts.table("skills", Skill)

    @cached_property
    def groups(self) -> dict[str, tuple[str, tuple[str, ...]]]:
        """The groups of skills by id: the title, and the ids of the skills."""
        return self._parts.table("groups", tuple[str, tuple[str, ...]])

    @cached_property
    def tracks(self) -> dict[str, Place]:
        """The groups of skills that one can train in, by id: whether in libraries or beyond."""
        return self._parts.table("tracks", Place)

    @cached_property
    def resources(self) -> dict[str, Resource]:
        """Every resource by id."""
        from libcareer.knowledge.model.resources import Resource

        return self._parts.table("resources", Resource)

    @cached_property
    def items(self) -> dict[str, QuizItem]:
        """Every quiz item by id."""
        from libcareer.knowledge.model.quiz import QuizItem

        return self._parts.table("items", QuizItem)

    @cached_property
    def clusters(self) -> dict[str, Term]:
        """The clusters of roles by id."""
        from libcareer.knowledge.model.terms import Term

        return self._parts.table("clusters", Term)

    @cached_property
    def settings(self) -> dict[str, Setting]:
        """The settings by id."""
        from libcareer.knowledge.model.terms import Setting

        return self._parts.table("settings", Setting)

    @cached_property
    def sectors(self) -> dict[str, Term]:
        """The sectors into whose words library work is translated, by id."""
        from libcareer.knowledge.model.terms import Term

        return self._parts.table("sectors", Term)

    @cached_property
    def education(self) -> dict[str, Education]:
        """The levels of education by id, lowest first."""
        from libcareer.knowledge.model.terms import Education

        levels = self._parts.table("education", Education)
        return dict(sorted(levels.items(), key=lambda item: item[1].rank))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """The rank of each level of education by id."""
        return self._parts.table("ranks", int)

    @cached_property
    def occupations(self) -> dict[str, Occupation]:
        """The statistical occupations by O*NET code."""
        from libcareer.knowledge.model.occupations import Occupation

        return self._parts.table("occupations", Occupation)

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id."""
        from libcareer.knowledge.model.terms import Source

        return self._parts.table("sources", Source)

    @cached_property
    def fields(self) -> dict[str, Field]:
        """The specialisms, new areas and networks by id."""
        from libcareer.knowledge.model.fields import Field

        return self._parts.table("fields", Field)

    @cached_property
    def disputes(self) -> dict[str, Dispute]:
        """The questions on which sources disagree, by id."""
        from libcareer.knowledge.model.findings import Dispute

        return self._parts.table("disputes", Dispute)

    @cached_property
    def changes(self) -> dict[str, Change]:
        """What changes the field, by id."""
        from libcareer.knowledge.model.changes import Change

        return self._parts.table("changes", Change)

    @cached_property
    def outdated(self) -> dict[str, Outdated]:
        """The statements of the founding documents that are out of date, by id."""
        from libcareer.knowledge.model.findings import Outdated

        return self._parts.table("outdated", Outdated)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions that people ask, with their answers, by id."""
        from libcareer.knowledge.model.questions import Question

        return self._parts.table("questions", Question)

    @cached_property
    def translations(self) -> dict[str, Translation]:
        """The duties of library work with their words in other sectors, by id."""
        from libcareer.knowledge.model.translations import Translation

        return self._parts.table("translations", Translation)

    @cached_property
    def lssc(self) -> dict[str, CompetencySet]:
        """The competency sets of the Library Support Staff Certification by id."""
        from libcareer.knowledge.model.credentials import CompetencySet

        return self._parts.table("lssc", CompetencySet)

    @cached_property
    def levels(self) -> dict[str, Level]:
        """The levels that words of a title say, by id."""
        from libcareer.knowledge.model.titles import Level

        return self._parts.table("levels", Level)

    @cached_property
    def functions(self) -> Records[Function]:
        """The kinds of work that words of a title name, by id."""
        from libcareer.knowledge.model.titles import Function

        return self._parts.records("functions", Function)

    @cached_property
    def namesakes(self) -> Records[Namesake]:
        """The words that titles of other fields share with ours, by id."""
        from libcareer.knowledge.model.titles import Namesake

        return self._parts.records("namesakes", Namesake)

    @cached_property
    def countries(self) -> Records[Country]:
        """The countries by id, with the pay that each publishes for our field."""
        from libcareer.knowledge.model.countries import Country

        return self._parts.records("countries", Country)

    def phrases(self, kind: str) -> dict[str, tuple[str, ...]]:
        """The ids of the levels, functions or namesakes (*kind*) by folded phrase."""
        return self._parts.table(f"{kind}/phrases", tuple[str, ...])

    @cached_property
    def abroad(self) -> dict[str, Term]:
        """The countries that people name in questions, by id."""
        from libcareer.knowledge.model.terms import Term

        return self._parts.table("abroad", Term)

    @cached_property
    def synonyms(self) -> dict[str, Synonym]:
        """Everyday words for what the records call otherwise, by id."""
        from libcareer.knowledge.model.questions import Synonym

        return self._parts.table("synonyms", Synonym)

    @cached_property
    def unanswered(self) -> dict[str, Unanswered]:
        """The topics that people ask about and that are not answered here, by id."""
        from libcareer.knowledge.model.questions import Unanswered

        return self._parts.table("unanswered", Unanswered)

    @cached_property
    def pay_tables(self) -> PayTables | None:
        """Pay by place and by industry, read on first use; None if the knowledge has none."""
        if self._pay_table is None or self.pack.currency != TABLES_IN:
            return None
        from libcareer.catalog.pay_tables import INDUSTRIES, PayTables

        # A package from which somebody took the tables still answers everything else.
        try:
            self._pay_table(INDUSTRIES)
        except OSError:
            return None
        tables = PayTables(self._pay_table)
        return tables if tables.release[1] in self.cited else None

    @cached_property
    def jobs(self) -> JobTables | None:
        """The jobs of every field, as O*NET describes them, read on first use; None if the knowledge has none."""
        if self._job_table is None:
            return None
        from libcareer.catalog.jobs import JobTables

        # A package from which somebody took the tables still answers everything else.
        try:
            tables = JobTables(self._job_table)
            return tables if tables.release[1] in self.cited else None
        except OSError:
            return None

    @cached_property
    def origins(self) -> Records[Origin]:
        """What carries over from jobs that people come from, by O*NET code."""
        from libcareer.knowledge.model.origins import Origin

        return self._parts.records("origins", Origin)

    @cached_property
    def origin_names(self) -> dict[str, str]:
        """The O*NET codes of the jobs that people come from, by what they call them, folded."""
        return self._parts.table("origins/called", str)

    @cached_property
    def task_words(self) -> dict[str, TaskWords]:
        """The words by which tasks of any job show a skill, by its id."""
        from libcareer.knowledge.model.origins import TaskWords

        return self._parts.table("task_words", TaskWords)

    # ------------------------------------------------------------------ names

    def titles(self, kind: str) -> dict[str, str]:
        """The title of every record of a *kind* by id; kinds are the keys of `compiled.KIND_NAMES`."""
        if kind not in self._titles:
            self._titles[kind] = self._parts.table(f"{kind}/titles", str)
        return self._titles[kind]

    def _names(self, kind: str) -> Index:
        def read() -> dict[str, tuple[str, ...]]:
            return self._parts.table(f"{kind}/names", tuple[str, ...])

        return Index(KIND_NAMES[kind], self.titles(kind), read)

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
    def change_names(self) -> Index:
        """Changes by id, title and alias."""
        return self._names("changes")

    @cached_property
    def lssc_names(self) -> Index:
        """Competency sets by id and title."""
        return self._names("lssc")

    @cached_property
    def setting_names(self) -> Index:
        """Settings by id, title and alias."""
        return self._names("settings")

    @cached_property
    def sector_names(self) -> Index:
        """Sectors by id, title and alias."""
        return self._names("sectors")

    @cached_property
    def cluster_names(self) -> Index:
        """Clusters by id, title and alias."""
        return self._names("clusters")

    @cached_property
    def education_names(self) -> Index:
        """Levels of education by id, title and alias."""
        return self._names("education")

    @cached_property
    def country_names(self) -> Index:
        """Countries by id, title, alias, and the names of their regions."""
        return self._names("countries")

    # ------------------------------------------------------------------ reverse references

    @cached_property
    def narrower(self) -> dict[str, tuple[str, ...]]:
        """The skills directly narrower than a skill, by its id; a skill without any has no entry."""
        return self._parts.table("narrower", tuple[str, ...])

    def family(self, skill: str) -> tuple[str, ...]:
        """*skill* and every skill narrower than it, nearest first."""
        found = [skill]
        for id_ in found:
            found += [narrower for narrower in self.narrower.get(id_, ()) if narrower not in found]
        return tuple(found)

    @cached_property
    def users(self) -> dict[str, tuple[str, ...]]:
        """The roles that list a skill or a narrower one, by the id of the skill."""
        return {skill: self.using(self.family(skill)) for skill in self.titles("skills")}

    def using(self, skills: Iterable[str]) -> tuple[str, ...]:
        """The ids of the roles that list any of *skills*, sorted."""
        return tuple(sorted({role for skill in skills for role in self.skilled.get(skill, ())}))

    @cached_property
    def skilled(self) -> Records[tuple[str, ...]]:
        """The ids of the roles that list a skill, sorted; a skill that no role lists has no entry."""
        return self._parts.separate("skilled", tuple[str, ...])

    @cached_property
    def passages(self) -> PassageIndex:
        """The passages of all records, and the terms in them."""
        from libcareer.catalog.passages import PassageIndex

        return PassageIndex(self._parts)

    @cached_property
    def feeders(self) -> Records[tuple[str, ...]]:
        """The roles with a move into a role, by the id of that role."""
        return self._parts.records("feeders", tuple[str, ...])


# ---------------------------------------------------------------------------- loading


def load(folder: Path | None = None) -> Catalog:
    """The catalog of the built-in knowledge, or with *folder* laid over it, or of *folder* alone if it says so.

    Raises BadData with every problem in the files of *folder*, and LibcareerError if there is no such
    folder.
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
        compiled = loader.get_data(str(Path(__file__).parents[1] / "data" / COMPILED))
        return Catalog(compiled, _from_yaml, pay_table=shipped_pay_table, job_table=shipped_job_table)
    except (OSError, AttributeError, MsgspecError):
        return None


def shipped_pay_table(name: str) -> bytes:
    """The bytes of the table of pay called *name* in the package; raises OSError if it cannot be read."""
    return _shipped_table("pay", name)


def shipped_job_table(name: str) -> bytes:
    """The bytes of the table of jobs called *name* in the package; raises OSError if it cannot be read."""
    return _shipped_table("jobs", name)


def _shipped_table(folder: str, name: str) -> bytes:
    loader: Any = __spec__.loader
    table: bytes = loader.get_data(str(Path(__file__).parents[1] / "data" / folder / name))
    return table


def _table_of(folder: Path) -> Callable[[str], bytes]:
    """What gives the bytes of a table in a *folder* of tables; it raises OSError if there is none."""

    def table(name: str) -> bytes:
        from libcareer.errors import LibcareerError
        from libcareer.knowledge import disk

        found = disk.read_file(folder / name, LARGEST_TABLE)
        try:
            found.decode()
        except UnicodeDecodeError:
            raise LibcareerError(f"'{folder / name}' is not a table of {folder.name}: it is not UTF-8 text.") from None
        return found

    return table


def _from_yaml(folder: Path | None = None) -> bytes:
    """The compiled form of the YAML files as they are now."""
    from libcareer.knowledge.reading import read_merged

    return compile(read_merged(folder))


def _from_files(folder: Path | None) -> Catalog:
    from libcareer.catalog.cache import cached
    from libcareer.knowledge.folders import BUILT_IN, stands_alone

    folders = [folder or BUILT_IN]
    alone = folder is not None and stands_alone(folder)
    if folder and folder.is_dir() and (not alone or not (folder / "quiz").is_dir()):
        folders.append(BUILT_IN)  # a pack without a quiz borrows the items of the built-in one
    pay_table = _table_of(folder / "pay") if folder and alone else shipped_pay_table
    job_table = _table_of(folder / "jobs") if folder and alone else shipped_job_table
    compiled, remake = cached(folders, _compiler_version(), lambda: _from_yaml(folder))
    try:
        return Catalog(compiled, remake, pay_table=pay_table, job_table=job_table)
    except MsgspecError:
        return Catalog(remake(), pay_table=pay_table, job_table=job_table)


def _compiler_version() -> str:
    """What decides which bytes the same files compile to: the version and, in a source checkout, the code."""
    try:
        package = Path(__file__).parents[1]
        code = (file for part in ("catalog", "knowledge") for file in (package / part).rglob("*.py"))
        written = max(file.stat().st_mtime_ns for file in code)
    except (OSError, ValueError):
        # The code in a zip file does not change.
        written = 0
    return f"{__version__} {SCHEMA} {written}"
