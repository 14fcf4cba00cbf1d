"""The cache of compiled knowledge: never stale, never in the way."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from libcareer.catalog.cache import MOST_CACHED, cached, state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def kept(folders: list[Path], version: str, fresh: Callable[[], bytes]) -> bytes:
    """The bytes from the cache."""
    return bytes(cached(folders, version, fresh)[0])


class Maker:
    """Makes the bytes to cache, and counts how often it is called."""

    def __init__(self, body: bytes = b"made") -> None:
        self.body = body
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.body


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one knowledge file, written an hour ago."""
    path = tmp_path / "data" / "clusters.yaml"
    path.parent.mkdir()
    path.write_bytes(b"a: b\n")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path.parent


def files(home: Path) -> list[Path]:
    """Everything in the cache folder."""
    return sorted((home / "cache").iterdir())


def test_bytes_are_made_once_and_then_read_from_the_cache(folder: Path, home: Path) -> None:
    make = Maker()
    assert kept([folder], "1", make) == kept([folder], "1", make) == b"made"
    assert make.times == 1
    assert len(files(home)) == 1


def test_empty_bytes_are_cached_as_well(folder: Path) -> None:
    make = Maker(b"")
    assert kept([folder], "1", make) == kept([folder], "1", make) == b""
    assert make.times == 1


CHANGES = {
    "a byte": lambda folder: (folder / "clusters.yaml").write_bytes(b"a: c\n"),
    "a byte more": lambda folder: (folder / "clusters.yaml").write_bytes(b"a: bb\n"),
    "a new file": lambda folder: (folder / "settings.yaml").write_bytes(b""),
    "a new folder": lambda folder: shutil.copytree(folder, folder / "roles"),
    "a file gone": lambda folder: (folder / "clusters.yaml").unlink(),
    "a file renamed": lambda folder: (folder / "clusters.yaml").rename(folder / "settings.yaml"),
    "a file put back to an older time": lambda folder: os.utime(folder / "clusters.yaml", (1, 1)),
    "a file to stand alone": lambda folder: (folder / "standalone.yaml").write_bytes(b""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_in_the_folder_is_seen(folder: Path, change: object) -> None:
    kept([folder], "1", Maker())
    assert callable(change)
    change(folder)
    assert kept([folder], "1", Maker(b"made anew")) == b"made anew"


@pytest.mark.parametrize("name", ["README.md", ".hidden.yaml", ".git/x.yaml"])
def test_a_file_that_is_not_knowledge_does_not_change_the_state(folder: Path, name: str) -> None:
    before = state([folder], "1")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"x")
    assert state([folder], "1") == before


def test_two_folders_do_not_mix(folder: Path, tmp_path: Path) -> None:
    other = shutil.copytree(folder, tmp_path / "other")
    assert kept([folder], "1", Maker(b"one")) == b"one"
    assert kept([other], "1", Maker(b"two")) == b"two"
    assert kept([folder, other], "1", Maker(b"both")) == b"both"
    assert kept([other, folder], "1", Maker(b"the other way round")) == b"the other way round"
    assert kept([folder], "1", Maker(b"not made")) == b"one"


def test_two_versions_do_not_mix(folder: Path) -> None:
    assert kept([folder], "1", Maker(b"one")) == b"one"
    assert kept([folder], "2", Maker(b"two")) == b"two"
    assert kept([folder], "1", Maker(b"not made")) == b"one"


def test_a_missing_folder_has_a_state(folder: Path) -> None:
    assert state([folder / "nowhere"], "1") != state([folder / "elsewhere"], "1")


FOREIGN = {
    "empty": b"",
    "one byte": b"1",
    "a picture": b"\x89PNG" + bytes(10_000),
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN.keys())
def test_a_foreign_file_is_replaced_silently(
    folder: Path, home: Path, data: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    kept([folder], "1", Maker())
    [path] = files(home)
    whole = path.read_bytes()
    path.write_bytes(data)
    make = Maker()
    assert kept([folder], "1", make) == b"made"
    assert make.times == 1
    assert path.read_bytes() == whole
    assert capfd.readouterr() == ("", "")


def test_a_state_is_no_prefix_of_another(folder: Path) -> None:
    assert not state([folder, folder / "more"], "1").startswith(state([folder], "1") + b"\0")


def test_the_cached_bytes_are_replaced_on_request(folder: Path) -> None:
    make = Maker()
    _, remake = cached([folder], "1", make)
    make.body = b"made anew"
    assert remake() == b"made anew"
    assert kept([folder], "1", Maker(b"not made")) == b"made anew"


def test_cached_bytes_stay_readable_when_their_file_is_removed(folder: Path, home: Path) -> None:
    kept([folder], "1", Maker(b"made" * 10_000))
    found, _ = cached([folder], "1", Maker(b"not made"))
    [path] = files(home)
    path.unlink()
    assert bytes(found) == b"made" * 10_000


def test_without_a_writable_home_the_bytes_are_made_each_time(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (home / "file").write_bytes(b"")
    monkeypatch.setenv("LIBCAREER_HOME", str(home / "file"))
    make = Maker()
    assert kept([folder], "1", make) == kept([folder], "1", make) == b"made"
    assert make.times == 2
    assert capfd.readouterr() == ("", "")


def test_a_folder_in_the_place_of_a_cached_file_is_ignored(folder: Path, home: Path) -> None:
    kept([folder], "1", Maker())
    [path] = files(home)
    path.unlink()
    path.mkdir()
    assert kept([folder], "1", Maker()) == b"made"
    assert files(home) == [path]


def test_the_oldest_cached_files_are_removed(folder: Path, home: Path) -> None:
    made: list[Path] = []
    for number in range(12):
        kept([folder], str(number), Maker())
        [new] = set(files(home)) - set(made)
        os.utime(new, (number, number))
        made.append(new)
    assert files(home) == sorted(made[-MOST_CACHED:])


def test_a_changed_folder_replaces_its_cached_file(folder: Path, home: Path) -> None:
    kept([folder], "1", Maker())
    before = files(home)
    (folder / "settings.yaml").write_bytes(b"")
    kept([folder], "1", Maker(b"made anew"))
    assert files(home) == before


def test_other_files_in_the_cache_folder_are_not_removed(folder: Path, home: Path) -> None:
    (home / "cache").mkdir()
    (home / "cache" / "notes.txt").write_text("mine", encoding="utf-8")
    for number in range(12):
        kept([folder], str(number), Maker())
    assert (home / "cache" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_an_error_while_making_is_raised_and_nothing_is_cached(folder: Path, home: Path) -> None:
    def fail() -> bytes:
        raise ValueError("a problem")

    with pytest.raises(ValueError, match="a problem"):
        kept([folder], "1", fail)
    assert not (home / "cache").exists()


def test_without_libcareer_home_the_cache_folder_of_the_system_is_used(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIBCAREER_HOME")
    for name in ("XDG_CACHE_HOME", "HOME", "LOCALAPPDATA", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    make = Maker()
    kept([folder], "1", make)
    kept([folder], "1", make)
    assert make.times == 1


def test_a_broken_link_among_the_files_has_a_state(folder: Path) -> None:
    (folder / "settings.yaml").symlink_to(folder / "nowhere.yaml")
    assert kept([folder], "1", Maker()) == b"made"
