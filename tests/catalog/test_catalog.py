"""The compiled catalog: the same bytes for the same records, checked and decoded on first use."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import msgspec
import pytest

import libcareer
from libcareer.catalog import Catalog, load
from libcareer.catalog import catalog as catalog_module
from libcareer.catalog.cache import cached
from libcareer.catalog.catalog import COMPILED, SCHEMA
from libcareer.catalog.compiled import KIND_NAMES, PREFIX, Parts, Records, compile
from libcareer.errors import BadData, LibcareerError
from libcareer.knowledge import reading
from libcareer.knowledge.model.terms import Term
from libcareer.knowledge.reading import RECORD_KINDS, SINGLE_FILES, STANDALONE, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from libcareer.knowledge.reading import Knowledge

TINY = Path(__file__).parents[1] / "tiny"


def compiled(folder: Path) -> bytes:
    knowledge, problems = read_folder(folder)
    assert not problems
    return compile(knowledge)


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# ---------------------------------------------------------------------------- compiling


def test_the_same_records_give_the_same_bytes(data: Path) -> None:
    assert compiled(data) == compiled(TINY)


def test_the_order_and_the_layout_of_the_files_do_not_change_the_bytes(data: Path) -> None:
    before = compiled(data)
    sources = data / "sources.yaml"
    sources.write_text("\n".join(["# A remark.", *reversed(sources.read_text(encoding="utf-8").splitlines())]))
    spoil(data, "clusters.yaml", "{title: Support staff}", "\n  title: 'Support staff'\n  aliases: []")
    (data / "resources" / "associations.yaml").rename(data / "resources" / "zzz.yaml")
    assert compiled(data) == before


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("clusters.yaml", "Support staff", "Support Staff"),
        ("skills/service.yaml", "title: Service", "title: Services"),
        ("roles/page.yaml", "years: [0, 2]", "years: [0, 3]"),
        ("roles/page.yaml", "useful: []", "useful: [editing]"),
    ],
)
def test_a_changed_record_gives_other_bytes(data: Path, name: str, old: str, new: str) -> None:
    before = compiled(data)
    spoil(data, name, old, new)
    assert compiled(data) != before


def test_the_compiled_form_has_a_part_for_every_kind_of_record() -> None:
    assert set(Parts(compiled(TINY))) >= {"groups", "tracks", *RECORD_KINDS}


@pytest.mark.parametrize("kind", sorted({*RECORD_KINDS} - {*SINGLE_FILES}))
@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_a_catalog_has_the_records_that_were_compiled(request: pytest.FixtureRequest, which: str, kind: str) -> None:
    if which == "tiny":
        knowledge, _ = read_folder(TINY)
    else:
        knowledge = request.getfixturevalue("shipped_knowledge")
    written = knowledge.filled().records(kind)
    if kind == "questions":
        written = {id_: msgspec.structs.replace(question, trial=None) for id_, question in written.items()}
    assert dict(getattr(request.getfixturevalue(which), kind)) == written


def test_a_group_has_its_title_and_its_skills(tiny: Catalog) -> None:
    assert tiny.groups == {
        "description": ("Description", ("cataloging", "copy-cataloging", "editing")),
        "service": ("Service", ("helping", "leading", "shelving")),
    }


def test_levels_of_education_come_lowest_first(tiny: Catalog, shipped: Catalog) -> None:
    assert list(tiny.education) == ["secondary", "certificate", "bachelor", "mlis"]
    ranks = [level.rank for level in shipped.education.values()]
    assert ranks == sorted(ranks)


def test_a_skill_is_used_by_the_roles_that_list_it_or_a_narrower_one(tiny: Catalog) -> None:
    assert tiny.users["cataloging"] == ("editor", "librarian", "technician")
    assert tiny.users["copy-cataloging"] == ("technician",)
    assert set(tiny.users) == set(tiny.skills)


# ---------------------------------------------------------------------------- opening


def reencoded(**changes: Any) -> bytes:
    """The tiny knowledge compiled, with changes to its table of contents."""
    whole = compiled(TINY)
    body = PREFIX + int.from_bytes(whole[:4], "big")
    contents = msgspec.msgpack.encode({**msgspec.msgpack.decode(whole[PREFIX:body]), **changes})
    return len(contents).to_bytes(4, "big") + crc32(contents).to_bytes(4, "big") + contents + whole[body:]


@pytest.mark.parametrize("schema", [SCHEMA - 1, SCHEMA + 1])
def test_a_catalog_of_another_schema_is_refused(schema: int) -> None:
    with pytest.raises(msgspec.ValidationError, match=f"^schema {schema} is not {SCHEMA}$"):
        Catalog(reencoded(schema=schema))


@pytest.mark.parametrize(
    "compiled_bytes",
    [b"", b"\x00", b"not a catalog", reencoded()[:-1], reencoded() + b"x", reencoded(parts=[])],
    ids=["empty", "zero", "text", "cut short", "grown", "no parts"],
)
def test_other_bytes_are_refused(compiled_bytes: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        Catalog(compiled_bytes)


# ---------------------------------------------------------------------------- records


def records(**values: object) -> Records[Term]:
    return Records({id_: msgspec.msgpack.encode(value) for id_, value in values.items()}, Term)


def test_a_record_is_decoded_on_first_use() -> None:
    terms = records(good={"title": "Good"}, bad={"titel": "Bad"})
    assert list(terms) == ["good", "bad"]
    assert len(terms) == 2
    assert terms["good"] == Term("Good")
    with pytest.raises(msgspec.ValidationError):
        terms["bad"]


def test_a_record_is_decoded_once() -> None:
    terms = records(good={"title": "Good"})
    assert terms["good"] is terms["good"]


def test_a_missing_record_is_a_key_error() -> None:
    terms = records(good={"title": "Good"})
    assert terms.get("other") is None
    with pytest.raises(KeyError):
        terms["other"]


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def test_a_damaged_part_is_an_error_only_where_it_is_read() -> None:
    whole = compiled(TINY)
    catalog = Catalog(flipped(whole, whole.index(Catalog(whole).roles["page"].day.encode())))
    assert catalog.roles["clerk"].title == "Clerk"
    assert catalog.briefs["page"].title == "Page"
    with pytest.raises(msgspec.ValidationError, match=r"^damaged part$"):
        catalog.roles["page"]


def test_with_a_damaged_part_the_bytes_are_made_anew_once() -> None:
    whole = compiled(TINY)
    day = Catalog(whole).roles["page"].day
    made: list[bytes] = []

    def remake() -> bytes:
        made.append(whole)
        return whole

    catalog = Catalog(flipped(whole, whole.index(day.encode())), remake)
    assert catalog.roles["clerk"].title == "Clerk"
    assert made == []
    assert catalog.roles["page"].day == day
    assert len(catalog.roles["librarian"].day) > 0
    assert len(made) == 1


def catalog_of(whole: bytes) -> Catalog:
    return Catalog(whole)


class Watched:
    """A compiled file that notes how many of its bytes are read."""

    def __init__(self, whole: bytes) -> None:
        self.whole = whole
        self.read = 0

    def __len__(self) -> int:
        return len(self.whole)

    def __getitem__(self, part: slice) -> bytes:
        self.read += len(self.whole[part])
        return self.whole[part]


def test_an_answer_reads_only_its_own_part_of_a_compiled_file(shipped_knowledge: Knowledge) -> None:
    watched = Watched(compile(shipped_knowledge))
    catalog = Catalog(watched)
    assert catalog.roles["archivist"].title == "Archivist"
    assert catalog.role_names.one("archivist") == "archivist"
    assert watched.read < len(watched) / 30


# ---------------------------------------------------------------------------- contents


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_a_brief_has_the_values_of_its_role(request: pytest.FixtureRequest, which: str) -> None:
    def within(part: Any, whole: Any) -> bool:
        match part:
            case msgspec.Struct():
                return all(within(getattr(part, name), getattr(whole, name)) for name in part.__struct_fields__)
            case tuple():
                return len(part) == len(whole) and all(map(within, part, whole))
            case _:
                return bool(part == whole)

    catalog: Catalog = request.getfixturevalue(which)
    assert catalog.briefs.keys() == catalog.roles.keys()
    for id_, brief in catalog.briefs.items():
        assert within(brief, catalog.roles[id_])
        assert within(catalog.work[id_], catalog.roles[id_])


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_titles_are_those_of_the_records(request: pytest.FixtureRequest, which: str) -> None:
    catalog: Catalog = request.getfixturevalue(which)
    for kind in KIND_NAMES.keys() - {"groups", "disputes"}:
        assert catalog.titles(kind) == {id_: record.title for id_, record in getattr(catalog, kind).items()}
    assert catalog.titles("groups") == {id_: title for id_, (title, _) in catalog.groups.items()}
    assert catalog.titles("disputes") == {id_: record.question for id_, record in catalog.disputes.items()}


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_the_roles_of_a_skill_mirror_the_skills_of_roles(request: pytest.FixtureRequest, which: str) -> None:
    catalog: Catalog = request.getfixturevalue(which)
    listed = {(skill, id_) for skill, ids in catalog.skilled.items() for id_ in ids}
    assert listed == {
        (skill, id_) for id_, role in catalog.roles.items() for skill in (*role.skills.essential, *role.skills.useful)
    }
    skills = list(catalog.skilled)[:3]
    assert catalog.using(skills) == tuple(
        id_ for id_ in catalog.roles if any(id_ in catalog.skilled[skill] for skill in skills)
    )


@pytest.fixture
def family_tree(data: Path) -> Catalog:
    """The tiny knowledge with two more skills: a diamond under cataloging."""
    spoil(
        data,
        "skills/description.yaml",
        "  editing:",
        "  original-cataloging: {title: O, summary: O., broader: [cataloging]}\n"
        "  map-cataloging: {title: M, summary: M., broader: [copy-cataloging, original-cataloging]}\n"
        "  editing:",
    )
    return Catalog(compiled(data))


@pytest.mark.parametrize(
    ("skill", "family"),
    [
        ("cataloging", ("cataloging", "copy-cataloging", "original-cataloging", "map-cataloging")),
        ("copy-cataloging", ("copy-cataloging", "map-cataloging")),
        ("map-cataloging", ("map-cataloging",)),
        ("editing", ("editing",)),
    ],
)
def test_the_family_of_a_skill_has_all_narrower_skills_nearest_first(
    family_tree: Catalog, skill: str, family: tuple[str, ...]
) -> None:
    assert family_tree.family(skill) == family


def test_a_circle_of_skills_does_not_make_a_family_endless(data: Path) -> None:
    spoil(data, "skills/description.yaml", "aliases: [cataloguing]", "broader: [copy-cataloging]")
    assert Catalog(compiled(data)).family("cataloging") == ("cataloging", "copy-cataloging")


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_families_are_transitive(request: pytest.FixtureRequest, which: str) -> None:
    catalog: Catalog = request.getfixturevalue(which)
    for skill in catalog.skills:
        family = set(catalog.family(skill))
        assert family == {skill}.union(*(catalog.family(other) for other in family if other != skill))


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_narrower_mirrors_broader(request: pytest.FixtureRequest, which: str) -> None:
    catalog: Catalog = request.getfixturevalue(which)
    narrower = {(broad, narrow) for broad, skills in catalog.narrower.items() for narrow in skills}
    assert narrower == {(broad, id_) for id_, skill in catalog.skills.items() for broad in skill.broader}


@pytest.mark.parametrize("which", ["tiny", "shipped"])
def test_feeders_mirror_moves(request: pytest.FixtureRequest, which: str) -> None:
    catalog: Catalog = request.getfixturevalue(which)
    into = [(to, id_) for to, feeders in catalog.feeders.items() for id_ in feeders]
    moves = [(move.to, id_) for id_, role in catalog.roles.items() for move in role.moves]
    assert sorted(into) == sorted(moves)
    assert catalog.feeders.keys() == catalog.roles.keys()


@pytest.mark.parametrize(
    ("index", "typed", "id_"),
    [
        ("role_names", "Shelver", "page"),
        ("skill_names", "reference", "helping"),
        ("credential_names", "bachelor's degree", "bachelor"),
        ("setting_names", "university", "academic"),
        ("cluster_names", "professional posts", "professional"),
        ("education_names", "high school", "secondary"),
        ("resource_names", "guild of test", "guild"),
        ("group_names", "service", "service"),
        ("field_names", "office works", "office-work"),
        ("source_names", "Bureau of Tests", "survey"),
        ("dispute_names", "does a badge raise pay", "pay-question"),
    ],
)
def test_records_are_found_by_title_and_alias(tiny: Catalog, index: str, typed: str, id_: str) -> None:
    assert getattr(tiny, index).one(typed) == id_


# ---------------------------------------------------------------------------- loading


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache").glob("*.catalog"))


def test_a_folder_that_stands_alone_is_loaded_by_itself(data: Path) -> None:
    assert set(load(data).roles) == {path.stem for path in (data / "roles").iterdir()}
    assert libcareer.load(data).roles.keys() == load(data).roles.keys()


def test_a_changed_byte_is_seen_by_the_next_load(data: Path) -> None:
    assert load(data).clusters["support"].title == "Support staff"
    spoil(data, "clusters.yaml", "Support staff", "Support stuff")
    assert load(data).clusters["support"].title == "Support stuff"


def test_the_next_load_sees_a_problem_and_the_one_after_its_correction(data: Path) -> None:
    load(data)
    spoil(data, "clusters.yaml", "Support staff", "[")
    with pytest.raises(BadData):
        load(data)
    spoil(data, "clusters.yaml", "[", "Support")
    assert load(data).clusters["support"].title == "Support"


def test_the_second_load_reads_the_cached_file(data: Path, home: Path) -> None:
    load(data)
    [path] = kept(home)
    before = path.stat().st_mtime_ns
    load(data)
    assert kept(home) == [path]
    assert path.stat().st_mtime_ns == before


DAMAGES = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[:-1],
    "cut within its table of contents": lambda data: data[: data.index(b"parts")],
    "one bit of the state": lambda data: flipped(data, 3),
    "one bit of the table of contents": lambda data: flipped(data, data.index(b"parts")),
    "one bit of a role": lambda data: flipped(data, data.index(b"The day of a page")),
    "the last bit": lambda data: flipped(data, len(data) - 1),
    "zeros": lambda data: bytes(len(data)),
    "zeros at the end": lambda data: data[: len(data) // 2] + bytes(len(data) - len(data) // 2),
    "grown": lambda data: data + b"x",
    "foreign": lambda data: b"\x89PNG" + data[4:],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_cached_file_is_ignored_and_replaced(
    data: Path, home: Path, damage: Callable[[bytes], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    def everything(catalog: Catalog) -> list[object]:
        kinds = sorted({*RECORD_KINDS, "briefs", "skilled", "feeders"} - {*SINGLE_FILES})
        return [dict(getattr(catalog, kind)) for kind in kinds]

    expected = everything(load(data))
    [path] = kept(home)
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert everything(load(data)) == expected
    assert path.read_bytes() == whole
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("body", [b"", b"no catalog", reencoded(schema=SCHEMA + 1)], ids=["empty", "text", "newer"])
def test_a_cached_file_that_holds_no_catalog_is_ignored(data: Path, home: Path, body: bytes) -> None:
    cached([data], catalog_module._compiler_version(), lambda: body)
    assert len(kept(home)) == 1
    assert load(data).roles.keys() == load(TINY).roles.keys()


def test_the_next_load_sees_whether_a_folder_stands_alone(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BUILT_IN", TINY)
    (data / "fields.yaml").unlink()
    assert load(data).fields == {}
    (data / STANDALONE).unlink()
    assert load(data).fields.keys() == load(TINY).fields.keys()


def test_a_folder_over_the_built_in_one_adds_and_replaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BUILT_IN", TINY)
    (tmp_path / "clusters.yaml").write_text("support: {title: Mine}\nmore: {title: More}\n", encoding="utf-8")
    assert {id_: term.title for id_, term in load(tmp_path).clusters.items()} == {
        "elsewhere": "Elsewhere",
        "more": "More",
        "professional": "Professional posts",
        "support": "Mine",
    }


@pytest.mark.parametrize("name", ["nowhere", "clusters.yaml"])
def test_a_path_that_is_not_a_folder_cannot_be_loaded(name: str) -> None:
    with pytest.raises(LibcareerError, match="is not a folder of knowledge files"):
        load(TINY / name)


def test_without_a_folder_the_knowledge_that_ships_is_loaded(shipped_knowledge: Knowledge) -> None:
    assert set(load().roles) == shipped_knowledge.entries["roles"].keys()


@pytest.mark.parametrize("damage", [False, True], ids=["whole", "damaged"])
def test_an_installed_catalog_is_used_unless_it_is_damaged(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, damage: bool
) -> None:
    path = tmp_path / COMPILED
    path.write_bytes(b"nonsense" if damage else compiled(TINY))
    monkeypatch.setattr(catalog_module, "COMPILED", str(path))
    monkeypatch.setattr(reading, "BUILT_IN", TINY)
    assert set(load().roles) == {file.stem for file in (TINY / "roles").iterdir()}
    assert bool(kept(home)) == damage


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_an_installed_package_needs_no_yaml_file(tmp_path: Path, home: Path, form: str) -> None:
    package = tmp_path / "site" / "libcareer"
    shutil.copytree(Path(libcareer.__file__).parent, package, ignore=shutil.ignore_patterns("data", "__pycache__"))
    (package / "data").mkdir()
    (package / "data" / COMPILED).write_bytes(compiled(TINY))
    site = package.parent
    if form == "zip":
        site = tmp_path / "site.zip"
        with zipfile.ZipFile(site, "w") as archive:
            for path in package.rglob("*"):
                archive.write(path, path.relative_to(package.parent))
    code = "import libcareer; print(libcareer.__file__); print(*sorted(libcareer.load().roles))"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(site)},
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    file, roles = answer.stdout.splitlines()
    assert file.startswith(str(site))
    assert roles.split() == sorted(path.stem for path in (TINY / "roles").iterdir())
    assert not (home / "cache").exists()


# ---------------------------------------------------------------------------- regressions


def test_membership_does_not_decode_a_record() -> None:
    assert "bad" in records(bad={"titel": "Bad"})


def test_a_broken_link_is_a_problem(data: Path) -> None:
    (data / "roles" / "guard.yaml").symlink_to("nowhere.yaml")
    with pytest.raises(BadData, match="the file cannot be read"):
        load(data)


def test_a_field_with_too_many_openers_does_not_load(data: Path) -> None:
    opener = "    - {ask: Who decides?, because: "
    spoil(data, "fields.yaml", opener, f"    - {{ask: Who knows?, because: Nobody does.}}\n{opener}")
    with pytest.raises(BadData):
        load(data)
