"""The guide as a site: every record has a page, every link leads somewhere in it, and a folder is replaced whole."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from libcareer.commands.publish.folder import MARK, put_in_place
from libcareer.commands.publish.site import FOLDERS, site_files
from libcareer.errors import LibcareerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


@pytest.fixture(scope="module")
def site(snapshot: Catalog) -> dict[str, str]:
    """The site of the frozen knowledge: the text of each file by its name."""
    return dict(site_files(snapshot, "Jobs & <libraries>"))


def test_every_record_has_a_page_with_its_title(snapshot: Catalog, site: dict[str, str]) -> None:
    for records, folder in FOLDERS.values():
        for id_ in getattr(snapshot, records):
            assert "<h1>" in site[f"{folder}/{id_}.html"]
    for id_ in snapshot.resources:
        assert f'id="resources-{id_}"' in site["resources.html"]
    for id_ in snapshot.sources:
        assert f'id="sources-{id_}"' in site["sources.html"]


def test_every_link_leads_to_a_file_of_the_site_and_to_a_place_in_it(site: dict[str, str]) -> None:
    places = {name: set(re.findall(r'\bid="([^"]+)"', words)) for name, words in site.items()}
    for name, words in site.items():
        if not name.endswith(".html"):
            continue
        for target in re.findall(r'\b(?:href|src)="([^"]+)"', words):
            if target.startswith(("https://", "http://")):
                continue
            file, _, place = target.partition("#")
            to = os.path.normpath(Path(name).parent / unquote(file)) if file else name
            assert to in site, f"{name}: {target}"
            assert not place or place in places[to], f"{name}: {target}"


def test_a_page_of_a_site_is_of_nobody(snapshot: Catalog, site: dict[str, str], home: Path) -> None:
    from libcareer.commands.publish.site import site_files

    (home / "about.json").write_text('{"version": 1, "posts": ["library-technician"], "place": "ohio"}')
    assert dict(site_files(snapshot, "Jobs & <libraries>")) == site
    assert not [name for name, words in site.items() if "For you" in words]


def test_every_title_can_be_looked_up(snapshot: Catalog, site: dict[str, str]) -> None:
    listed = json.loads(site["titles.js"].removeprefix("const TITLES = ").rstrip(";\n"))
    titles = {(title, file) for title, file, _ in listed}
    for id_, role in snapshot.roles.items():
        for title in (role.title, *role.aliases):
            assert (title, f"roles/{id_}.html") in titles
    assert len(re.findall(r"<li>", site["titles.html"])) == len(listed)


def test_a_question_stands_above_its_answer(snapshot: Catalog, site: dict[str, str]) -> None:
    for id_, question in snapshot.questions.items():
        title = re.search("<h1>(.*?)</h1>", site[f"questions/{id_}.html"])
        assert title
        assert title[1].replace("&#39;", "'") == question.question


def test_pages_say_that_the_quiz_is_in_the_terminal(site: dict[str, str]) -> None:
    assert "libcareer quiz" in site["index.html"]


def test_text_from_records_is_only_text(site: dict[str, str], run: Run, data: Path, tmp_path: Path) -> None:
    assert "Jobs &amp; &lt;libraries&gt;" in site["index.html"]
    role = data / "roles" / "clerk.yaml"
    words = role.read_text()
    title = next(line for line in words.splitlines() if line.startswith("title: "))
    role.write_text(words.replace(title, "title: '</script><script>alert(1)</script>'", 1))
    assert run("publish", str(tmp_path / "site"), data=data).exit_code == 0
    titles = (tmp_path / "site" / "titles.html").read_text()
    assert "<script>alert" not in titles
    assert "&lt;script&gt;alert(1)" in titles


# ---------------------------------------------------------------------------- the folder


def test_a_published_folder_is_replaced_whole(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert run("publish", str(folder)).exit_code == 0
    first = _files(folder)
    (folder / "roles" / "old.html").write_text("left over")
    assert run("publish", str(folder)).exit_code == 0
    assert _files(folder) == first
    assert _names(tmp_path) == ["site"]


def test_a_folder_with_other_files_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    result = run("publish", str(tmp_path))
    assert result.exit_code == 1
    assert "Name a new or an empty folder" in result.stderr
    assert _names(tmp_path) == ["thesis.txt"]


def test_a_file_is_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    result = run("publish", str(tmp_path / "site"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert (tmp_path / "site").read_text() == "a file"


def test_an_empty_folder_is_taken_and_a_link_to_a_folder_stays_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert run("publish", str(tmp_path / "link")).exit_code == 0
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "index.html").is_file()


def test_a_site_that_cannot_be_finished_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    put_in_place(folder, [("index.html", "first")])

    def breaking() -> Iterator[tuple[str, str]]:
        yield "index.html", "second"
        raise OSError(28, "No space left on device")

    with pytest.raises(LibcareerError, match="No space left on device"):
        put_in_place(folder, breaking())
    assert (folder / "index.html").read_text() == "first"
    assert _names(tmp_path) == ["site"]


def test_nothing_is_written_outside_the_folder(run: Run, tmp_path: Path) -> None:
    inside = tmp_path / "one" / "two"
    assert run("publish", str(inside)).exit_code == 0
    assert _names(tmp_path) == ["one"]
    assert _names(tmp_path / "one") == ["two"]
    assert (inside / MARK).is_file()


def _files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def _names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]
