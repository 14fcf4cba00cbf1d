"""New records in files: the right file, nothing of it changed, nothing overwritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.errors import LibcareerError
from libcareer.knowledge import additions, folders
from libcareer.knowledge.additions import addition, home, knowledge_of, title_of, write_addition
from libcareer.knowledge.enums import NewKind, ResourceKind
from libcareer.knowledge.folders import BUILT_IN, CHECKOUT, STANDALONE
from libcareer.knowledge.reading import read_folder

if TYPE_CHECKING:
    from libcareer.knowledge.additions import Addition

ROOT = Path(__file__).parents[2]


def new(folder: Path, kind: NewKind, id_: str, **given: object) -> Addition:
    made = addition(knowledge_of(folder), folder, kind, id_, **given)  # type: ignore[arg-type]
    write_addition(made)
    return made


@pytest.mark.parametrize(
    ("kind", "given", "name"),
    [
        (NewKind.ROLE, {}, "roles/museum-teacher.yaml"),
        (NewKind.CREDENTIAL, {}, "credentials/museum-teacher.yaml"),
        (NewKind.SKILL, {"group": "circus"}, "skills/circus.yaml"),
        (NewKind.RESOURCE, {"resource_kind": ResourceKind.ASSOCIATION}, "resources/associations.yaml"),
        (NewKind.RESOURCE, {"resource_kind": ResourceKind.BOOK}, "resources/book.yaml"),
        (NewKind.QUESTION, {}, "questions.yaml"),
        (NewKind.SOURCE, {}, "sources.yaml"),
    ],
)
def test_a_record_is_added_to_its_file_and_all_bytes_before_stay(
    data: Path, kind: NewKind, given: dict[str, object], name: str
) -> None:
    (data / "skills" / "circus.yaml").write_text("title: C\nskills:\n  fire: {title: F, summary: S.}", encoding="utf-8")
    path = data / name
    before = path.read_bytes() if path.exists() else b""
    made = new(data, kind, "museum-teacher", **given)
    assert made.path == path
    assert made.new is not bool(before)
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.endswith(made.text.encode())
    knowledge, problems = read_folder(data)
    assert [str(problem) for problem in problems] == []
    assert "museum-teacher" in knowledge.entries[f"{kind}s"]


@pytest.mark.parametrize(
    ("before", "between"),
    [
        (b"a: {publisher: P, title: T}", b"\n"),
        (b"a: {publisher: P, title: T}\n\n# end\n", b""),
        (b"a: {publisher: P, title: T}\r\n", b""),
        (b"a: {publisher: P, title: T}\r\n# end", b"\r\n"),
        (b"# none yet\n", b""),
        (b"\xef\xbb\xbfa: {publisher: P, title: T}\n", b""),
    ],
)
def test_a_last_line_without_an_end_gets_one_and_line_ends_are_those_of_the_file(
    data: Path, before: bytes, between: bytes
) -> None:
    (data / "sources.yaml").write_bytes(before)
    made = new(data, NewKind.SOURCE, "mine")
    after = (data / "sources.yaml").read_bytes()
    end = b"\r\n" if b"\r\n" in before else b"\n"
    assert after == before + between + made.text.encode().replace(b"\n", end)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: [", "has a problem in line"),
        ("{}\n", "does not end with its skills"),
        ("- a\n", "does not end with its skills"),
        ("skills:\n  a: {title: A, summary: S.}\ntitle: T\n", "does not end with its skills"),
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(data: Path, content: str, said: str) -> None:
    path = data / "skills" / "service.yaml"
    knowledge = knowledge_of(data)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LibcareerError, match=said):
        addition(knowledge, data, NewKind.SKILL, "juggling", group="service")
    assert path.read_text(encoding="utf-8") == content


def test_a_new_file_of_a_known_group_has_its_title(tmp_path: Path) -> None:
    made = new(tmp_path, NewKind.SKILL, "juggling", group="teaching")
    assert made.new
    assert "\ntitle: Teaching and learning\n" in made.text


def test_a_taken_id_is_refused_with_its_place_and_free_ones(data: Path) -> None:
    with pytest.raises(LibcareerError) as refused:
        new(data, NewKind.ROLE, "page")
    assert str(refused.value) == (
        f"There is a role 'page' already in {data / 'roles' / 'page.yaml'}:1. "
        "Free are 'public-page', 'page-2' or 'page-3'."
    )
    with pytest.raises(LibcareerError, match=r"source 'guide' already in .*sources.yaml:\d+. Free are 'guide-2'"):
        new(data, NewKind.SOURCE, "guide")
    assert (data / "roles" / "page.yaml").read_bytes().startswith(b"title: Page")


def test_the_title_of_another_role_is_taken_too(data: Path) -> None:
    with pytest.raises(LibcareerError, match=r"The role 'page' in .*page.yaml:1 is called 'Page'"):
        new(data, NewKind.ROLE, "pages")
    said = additions.namesake(knowledge_of(data), NewKind.ROLE, "shelver", data)
    assert said is not None
    assert "'Shelver' is another name of the role 'page'" in said
    assert additions.namesake(knowledge_of(data), NewKind.ROLE, "juggler", data) is None


def test_a_file_in_the_place_of_a_new_one_is_never_overwritten(data: Path) -> None:
    path = data / "roles" / "juggler.yaml"
    knowledge = knowledge_of(data)
    made = addition(knowledge, data, NewKind.ROLE, "juggler")
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(LibcareerError, match="cannot be written: it exists already"):
        write_addition(made)
    with pytest.raises(LibcareerError, match=r"There is a file .*juggler\.yaml already"):
        addition(knowledge, data, NewKind.ROLE, "juggler")
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("typed", "right"),
    [("Museum Educator", "museum-educator"), ("museum_educator", "museum-educator"), ("Café!", "cafe"), ("--a--", "a")],
)
def test_an_id_of_the_wrong_form_is_refused_with_the_nearest_right_one(data: Path, typed: str, right: str) -> None:
    with pytest.raises(LibcareerError) as refused:
        new(data, NewKind.ROLE, typed)
    assert str(refused.value) == (
        f"'{typed}' cannot be the id of a role: use words-joined-by-hyphens. Did you mean '{right}'?"
    )


def test_what_a_skill_and_a_resource_need_is_asked_for_with_what_there_is(data: Path) -> None:
    with pytest.raises(LibcareerError, match="--group with one of description, service; nearest are description"):
        new(data, NewKind.SKILL, "rare-cataloging")
    with pytest.raises(LibcareerError, match=r"no group of skills called 'servic'\. Did you mean 'service'"):
        new(data, NewKind.SKILL, "juggling", group="servic")
    with pytest.raises(LibcareerError, match="Choose one of these: description, service"):
        new(data, NewKind.SKILL, "juggling", group="qqqq")
    with pytest.raises(LibcareerError, match="--kind with one of association, journal"):
        new(data, NewKind.RESOURCE, "club")


def test_in_a_folder_without_groups_the_first_may_have_any_id(tmp_path: Path) -> None:
    (tmp_path / STANDALONE).touch()
    assert new(tmp_path, NewKind.SKILL, "juggling", group="circus").path == tmp_path / "skills" / "circus.yaml"


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    assert new(tmp_path / "my" / "own", NewKind.SOURCE, "mine").path.is_file()


def test_a_folder_with_problems_can_be_added_to(data: Path) -> None:
    (data / "roles" / "broken.yaml").write_text("[", encoding="utf-8")
    assert new(data, NewKind.ROLE, "juggler").path.is_file()
    with pytest.raises(LibcareerError, match="There is a role 'broken' already"):
        new(data, NewKind.ROLE, "broken")


def test_a_record_goes_into_the_built_in_folder_only_in_a_copy_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home(None) == BUILT_IN
    assert home(tmp_path) == tmp_path
    monkeypatch.setattr(folders, "CHECKOUT", tmp_path)
    with pytest.raises(LibcareerError, match="name a folder of your own with --data FOLDER"):
        home(None)
    assert home(tmp_path) == tmp_path


@pytest.mark.parametrize(("kind", "name"), [("roles", "roles/x.yaml"), ("questions", "questions.yaml")])
def test_the_link_to_the_schema_resolves_from_where_the_file_lies(tmp_path: Path, kind: str, name: str) -> None:
    inside = additions.schema_address(BUILT_IN / name, kind)
    assert inside is not None
    assert ((BUILT_IN / name).parent / inside).resolve() == ROOT / "schema" / f"{kind}.json"
    outside = additions.schema_address(tmp_path / name, kind)
    assert outside == (CHECKOUT / "schema" / f"{kind}.json").resolve().as_uri()


def test_a_title_is_made_of_the_id() -> None:
    assert title_of(NewKind.ROLE, "head-of-special-collections") == "Head of Special Collections"
    assert title_of(NewKind.SKILL, "copy-cataloging") == "Copy cataloging"
