"""Folders of knowledge: which file has which records, one folder over another, dangling references."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from libcareer.errors import BadData, LibcareerError
from libcareer.knowledge import reading
from libcareer.knowledge.reading import (
    RECORD_KINDS,
    SINGULAR,
    STANDALONE,
    dangling,
    knowledge_files,
    read_folder,
    read_merged,
    stands_alone,
)

if TYPE_CHECKING:
    from libcareer.knowledge.reading import Knowledge

TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture
def over_tiny(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder that lies over tests/tiny instead of over the large knowledge that ships."""
    monkeypatch.setattr(reading, "BUILT_IN", TINY)
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def at(folder: Path, name: str, text: str) -> str:
    """The location of the first *text* in a file, in the form in which problems begin."""
    before, found, _ = (folder / name).read_text(encoding="utf-8").partition(text)
    assert found
    return f"{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def heads(folder: Path) -> list[str]:
    """The problems of a folder that stands alone, without their source lines."""
    knowledge, problems = read_folder(folder)
    return [str(problem).splitlines()[0] for problem in sorted(problems + dangling(knowledge))]


# ---------------------------------------------------------------------------- one folder


def test_every_kind_of_record_is_read_from_its_file() -> None:
    knowledge, problems = read_folder(TINY)
    assert not problems
    assert not dangling(knowledge)
    assert all(knowledge.entries[kind] for kind in RECORD_KINDS)
    assert set(SINGULAR) == set(RECORD_KINDS)


def test_the_name_of_a_file_or_the_key_in_it_is_the_id() -> None:
    knowledge, _ = read_folder(TINY)
    assert sorted(knowledge.entries["roles"]) == sorted(path.stem for path in (TINY / "roles").iterdir())
    assert {"guild", "old-guild"} == knowledge.records("resources").keys()
    assert knowledge.records("clusters")["support"].title == "Support staff"


def test_a_skill_has_the_group_of_its_file() -> None:
    knowledge, _ = read_folder(TINY)
    assert knowledge.entries["skills"]["helping"].group == "service"
    assert knowledge.groups == {"description": "Description", "service": "Service"}


def test_a_part_without_a_location_has_that_of_the_part_around_it() -> None:
    knowledge, _ = read_folder(TINY)
    page = knowledge.entries["roles"]["page"]
    assert page.location(("skills", "essential", 1)).source.strip() == "essential: [shelving, helping]"
    assert page.location(("skills", "essential", 9)) == page.location(("skills", "essential"))
    assert page.location(("nothing", "of", "the", "kind")) == page.location()
    assert (page.location().line, page.location().column) == (1, 1)


def test_records_of_one_file_have_their_own_locations() -> None:
    knowledge, _ = read_folder(TINY)
    skill = knowledge.entries["skills"]["helping"]
    assert skill.location().source == "  helping:"
    assert skill.location(("aliases", 0)).source == "    aliases: [reference]"
    assert knowledge.entries["clusters"]["elsewhere"].location().line == 3


@pytest.mark.parametrize("name", ["nowhere", "clusters.yaml"])
def test_a_path_that_is_not_a_folder_is_an_error(name: str) -> None:
    with pytest.raises(LibcareerError, match=r"is not a folder of knowledge files\.$"):
        read_folder(TINY / name)


def test_hidden_files_and_files_of_other_kinds_are_passed_over(data: Path) -> None:
    files = knowledge_files(data)
    for name in (".hidden.yaml", ".git/config.yaml", "roles/.#page.yaml", "README.md", "roles/page.yaml~"):
        write(data, name, "nonsense: [")
    assert knowledge_files(data) == files == sorted(files)
    assert heads(data) == []


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("cluster.yaml", "libcareer does not read this file. Did you mean 'clusters.yaml'?"),
        ("zzz.yaml", "libcareer does not read this file."),
        ("role/guard.yaml", "libcareer does not read this file. Did you mean 'roles/guard.yaml'?"),
        ("zzz/guard.yaml", "libcareer does not read this file."),
        ("standalone.yml", "libcareer does not read this file. Did you mean 'standalone.yaml'?"),
        ("roles/guard.yml", "rename the file to 'guard.yaml'; .yml files are not read."),
        ("quiz/more.yml", "rename the file to 'more.yaml'; .yml files are not read."),
    ],
)
def test_a_file_that_is_not_read_is_a_problem(data: Path, name: str, message: str) -> None:
    write(data, name, "a: b\n")
    assert heads(data) == [f"{name}:1:1: {message}"]


def test_a_file_that_cannot_be_opened_is_a_problem(data: Path) -> None:
    (data / "roles" / "guard.yaml").mkdir()
    assert heads(data) == ["roles/guard.yaml:1:1: the file cannot be read: Is a directory."]


def test_a_link_out_of_the_folder_is_not_followed(data: Path) -> None:
    (data / "roles" / "guard.yaml").symlink_to(shutil.copy(TINY / "roles" / "page.yaml", data.parent))
    assert heads(data) == ["roles/guard.yaml:1:1: the file is a link to a place outside its folder."]


def test_a_link_within_the_folder_is_followed(data: Path) -> None:
    (data / "roles" / "guard.yaml").symlink_to("page.yaml")
    assert heads(data) == []
    assert "guard" in read_folder(data)[0].entries["roles"]


def test_a_link_to_nothing_is_a_problem(data: Path) -> None:
    (data / "roles" / "guard.yaml").symlink_to("nowhere.yaml")
    assert heads(data) == ["roles/guard.yaml:1:1: the file cannot be read: No such file or directory."]


@pytest.mark.parametrize(
    "id_", ["Page", "two words", "under_score", "-page", "page-", "a--b", "é", "page\n"], ids=ascii
)
def test_an_id_is_lower_case_words_joined_by_hyphens(data: Path, id_: str) -> None:
    write(data, f"roles/{id_}.yaml", (data / "roles" / "page.yaml").read_text(encoding="utf-8"))
    knowledge, [problem] = read_folder(data)
    assert problem.message == f"the file's name '{id_}' is its id: use lower-case words joined by hyphens."
    assert (problem.line, problem.column) == (1, 1)
    assert id_ not in knowledge.entries["roles"]


@pytest.mark.parametrize("id_", ["X", "x1", "25--4031", "25-4031.", "25 4031", "-25"])
def test_the_id_of_an_occupation_is_its_code(data: Path, id_: str) -> None:
    write(
        data,
        "occupations.yaml",
        (data / "occupations.yaml").read_text() + f"'{id_}': {{title: T, pays_by: year, pay: []}}\n",
    )
    place = at(data, "occupations.yaml", f"'{id_}'")
    assert heads(data) == [
        f"{place}: '{id_}' cannot be an id: use a code of the classification, such as 25-4022.00 or 2452."
    ]


def test_a_key_that_is_not_an_id_is_a_problem(data: Path) -> None:
    write(data, "sources.yaml", (data / "sources.yaml").read_text() + "A Book: {publisher: P, title: T}\n")
    assert heads(data) == ["sources.yaml:4:1: 'A Book' cannot be an id: use words-joined-by-hyphens."]


def test_an_id_in_two_files_is_a_problem_that_names_both(data: Path) -> None:
    write(data, "skills/zeal.yaml", "title: Z\nskills:\n  shelving: {title: S, summary: Again.}\n")
    assert heads(data) == ["skills/zeal.yaml:3:3: duplicate id 'shelving', first defined in skills/service.yaml:3."]


def test_the_problems_of_all_files_are_given_at_once(data: Path) -> None:
    spoil(data, "roles/page.yaml", "place: inside", "place: libary")
    spoil(data, "clusters.yaml", "{title: Elsewhere}", "{titel: Elsewhere, title: X}")
    write(data, "roles/empty.yaml", "")
    assert [head.split(":")[0] for head in heads(data)] == ["clusters.yaml", "roles/empty.yaml", "roles/page.yaml"]


# ---------------------------------------------------------------------------- references


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("roles/clerk.yaml", "to: editor", "to: editr", "unknown role 'editr'. Did you mean 'editor'?"),
        (
            "roles/clerk.yaml",
            "cluster: support",
            "cluster: qqq",
            "unknown cluster 'qqq'. Choose one of these: elsewhere, professional, support.",
        ),
        ("roles/clerk.yaml", "[office]", "[offices]", "unknown setting 'offices'. Did you mean 'office'?"),
        (
            "roles/clerk.yaml",
            "typical: secondary",
            "typical: xx",
            "unknown level of education 'xx'. Choose one of these: bachelor, certificate, mlis, secondary.",
        ),
        ("roles/clerk.yaml", "4031.00", "4031.01", "unknown occupation '25-4031.01'. Did you mean '25-4031.00'?"),
        ("roles/clerk.yaml", "badge", "bagde", "unknown credential 'bagde'. Did you mean 'badge'?"),
        ("roles/clerk.yaml", "[guild]", "[gild]", "unknown resource 'gild'. Did you mean 'guild'?"),
        ("roles/clerk.yaml", "guide]", "guid]", "unknown source 'guid'. Did you mean 'guide'?"),
        ("roles/clerk.yaml", "[shelving]", "[shelvin]", "unknown skill 'shelvin'. Did you mean 'shelving'?"),
        ("questions.yaml", "survey", "survy", "unknown source 'survy'. Did you mean 'survey'?"),
    ],
)
def test_a_dangling_reference_is_a_problem_with_the_most_similar_id(
    data: Path, name: str, old: str, new: str, message: str
) -> None:
    spoil(data, name, old, new)
    wrong = message.split("'")[1]
    place = at(data, name, f'"{wrong}"' if wrong[0].isdigit() else wrong)
    assert heads(data) == [f"{place}: {message}"]


def test_a_question_refers_to_disputes(data: Path) -> None:
    write(data, "questions.yaml", (data / "questions.yaml").read_text() + "  disputes: [pay-questoin]\n")
    assert heads(data) == [
        "questions.yaml:8:14: unknown dispute 'pay-questoin'. Did you mean 'pay-question'?",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("roles/page.yaml", "", id="a role whose file is empty"),
        pytest.param("roles/page.yaml", "title: [", id="a role that is not YAML"),
        pytest.param("credentials/mlis.yaml", "a text", id="a credential that is a text"),
        pytest.param("clusters.yaml", "", id="a table that is empty"),
        pytest.param("sources.yaml", "&a {}", id="a table that is refused"),
        pytest.param("skills/service.yaml", "", id="a file of skills that is empty"),
        pytest.param("skills/service.yaml", "skills: [\n", id="a file of skills that is not YAML"),
        pytest.param(
            "skills/service.yaml",
            "title: S\nskills:\n  shelving: {title: S}\n  helping: {title: H, summary: H}\n  leading: &x {}",
            id="a file of skills with an anchor",
        ),
        pytest.param(
            "skills/service.yaml",
            "title: S\nskills:\n  shelving: {title: S, summary: 1}\n  helping: {title: H, summary: H}\n  leading: x\n",
            id="one skill of a file",
        ),
        pytest.param(
            "skills/service.yaml",
            "skills:\n  shelving: {title: S, summary: S}\n  helping: {title: H, summary: H}\n"
            "  leading: {title: L, summary: L}\n",
            id="a file of skills without its title",
        ),
    ],
)
def test_a_reference_to_a_broken_record_is_not_a_second_problem(data: Path, name: str, text: str) -> None:
    write(data, name, text)
    [problem] = heads(data)
    assert problem.startswith(f"{name}:")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("clusters.yaml", "[a, b]\n", id="a table that is a list"),
        pytest.param("skills/service.yaml", "[a]\n", id="a file of skills that is a list"),
        pytest.param("skills/service.yaml", "title: S\n", id="a file of skills without any"),
        pytest.param(
            "skills/service.yaml", "title: S\nskills: [shelving]\n", id="a file of skills with a list of them"
        ),
    ],
)
def test_a_reference_into_a_file_of_the_wrong_shape_is_not_a_second_problem(data: Path, name: str, text: str) -> None:
    write(data, name, text)
    assert len(heads(data)) == 1


@pytest.mark.parametrize("name", ["roles/page.yaml", "clusters.yaml", "skills/service.yaml"])
@pytest.mark.parametrize("how", ["called .yml", "a link out", "a folder"])
def test_a_reference_into_a_file_that_is_not_read_is_not_a_second_problem(data: Path, name: str, how: str) -> None:
    path = data / name
    if how == "called .yml":
        path.rename(path.with_suffix(".yml"))
    elif how == "a link out":
        path.symlink_to(path.rename(data.parent / path.name))
    else:
        path.unlink()
        path.mkdir()
    assert len(heads(data)) == 1


def test_the_suggestion_for_a_file_one_folder_too_deep_is_another_path(data: Path) -> None:
    write(data, "roles/old/guard.yaml", "a: b\n")
    assert "Did you mean 'roles/old/guard.yaml'?" not in heads(data)[0]


def test_one_misspelt_field_is_one_problem(data: Path) -> None:
    spoil(data, "roles/page.yaml", "summary:", "sumary:")
    assert heads(data) == ["roles/page.yaml:5:1: unknown field 'sumary'. Did you mean 'summary'?"]


# ---------------------------------------------------------------------------- one folder over another


def test_no_folder_means_the_built_in_knowledge() -> None:
    assert read_merged(None).entries.keys() == set(RECORD_KINDS)


def test_an_added_role_may_name_built_in_records(over_tiny: Path) -> None:
    text = (TINY / "roles" / "page.yaml").read_text(encoding="utf-8").replace("title: Page", "title: Guard")
    write(over_tiny, "roles/guard.yaml", text)
    roles = read_merged(over_tiny).records("roles")
    assert roles.keys() == {"guard", *read_folder(TINY)[0].entries["roles"]}
    assert roles["guard"].title == "Guard"
    assert roles["guard"].moves[0].to == "technician"


def test_a_record_replaces_the_built_in_one_with_its_id(over_tiny: Path) -> None:
    write(over_tiny, "clusters.yaml", "support: {title: My support}\n")
    write(over_tiny, "skills/service.yaml", "title: My service\nskills:\n  helping: {title: My help, summary: Mine.}\n")
    merged = read_merged(over_tiny)
    assert merged.records("clusters")["support"].title == "My support"
    assert merged.records("clusters")["elsewhere"].title == "Elsewhere"
    assert merged.records("skills")["helping"].title == "My help"
    assert "shelving" in merged.entries["skills"]
    assert merged.groups == {"description": "Description", "service": "My service"}


def test_laying_one_knowledge_over_another_changes_neither(over_tiny: Path) -> None:
    write(over_tiny, "clusters.yaml", "support: {title: My support}\nnew: {title: New}\n")
    base, own = read_folder(TINY)[0], read_folder(over_tiny)[0]
    own.over(base)
    assert base.entries.keys() == read_folder(TINY)[0].entries.keys()
    assert base.records("clusters") == read_folder(TINY)[0].records("clusters")
    assert own.records("clusters").keys() == {"support", "new"}


def test_a_folder_that_stands_alone_replaces_everything(over_tiny: Path, data: Path) -> None:
    (data / "roles" / "director.yaml").unlink()
    spoil(data, "roles/librarian.yaml", "  - to: director\n    kind: up", "  - to: editor\n    kind: up")
    spoil(data, "roles/librarian.yaml", "role: director", "role: page")
    spoil(data, "origins.yaml", "role: director", "role: editor")
    assert stands_alone(data)
    assert "director" not in read_merged(data).entries["roles"]
    (data / STANDALONE).unlink()
    assert not stands_alone(data)
    assert "director" in read_merged(data).entries["roles"]


def test_a_folder_that_stands_alone_needs_every_record_that_it_names(data: Path) -> None:
    (data / "roles" / "director.yaml").unlink()
    with pytest.raises(BadData) as bad:
        read_merged(data)
    assert bad.value.problems
    assert all(problem.message.startswith("unknown role 'director'.") for problem in bad.value.problems)


def test_the_problems_of_a_folder_over_the_built_in_one_are_sorted_and_counted(over_tiny: Path) -> None:
    write(over_tiny, "settings.yaml", "public: {title: P, aliases: x}\n")
    write(over_tiny, "education.yaml", "none: {title: N, rank: 0, holds: [mlsi]}\n")
    with pytest.raises(BadData) as bad:
        read_merged(over_tiny)
    assert str(bad.value) == (
        "education.yaml:1:35: unknown credential 'mlsi'. Did you mean 'mlis'?\n"
        "  |\n"
        "1 | none: {title: N, rank: 0, holds: [mlsi]}\n"
        "  |                                   ^~~~\n"
        "\n"
        "settings.yaml:1:29: expected a list, found the text 'x'.\n"
        "  |\n"
        "1 | public: {title: P, aliases: x}\n"
        "  |                             ^\n"
        "\n"
        "2 problems in the knowledge files."
    )


def test_one_problem_is_counted_as_one(over_tiny: Path) -> None:
    write(over_tiny, "settings.yaml", "")
    with pytest.raises(BadData, match=r"\n1 problem in the knowledge files\.$"):
        read_merged(over_tiny)


def test_a_broken_record_over_a_good_built_in_one_is_one_problem(over_tiny: Path) -> None:
    write(over_tiny, "roles/page.yaml", "title: Mine\nplace: [")
    with pytest.raises(BadData) as bad:
        read_merged(over_tiny)
    assert [problem.file for problem in bad.value.problems] == ["roles/page.yaml"]


def test_a_folder_over_the_knowledge_that_ships_adds_and_replaces(tmp_path: Path, shipped_knowledge: Knowledge) -> None:
    first, *others = shipped_knowledge.entries["settings"]
    write(tmp_path, "settings.yaml", f"moon-base: {{title: Moon base}}\n{first}: {{title: Mine}}\n")
    settings = read_merged(tmp_path).records("settings")
    assert settings.keys() == {"moon-base", first, *others}
    assert settings[first].title == "Mine"


def test_the_built_in_knowledge_has_no_dangling_reference(shipped_knowledge: Knowledge) -> None:
    assert [str(problem) for problem in dangling(shipped_knowledge)] == []
