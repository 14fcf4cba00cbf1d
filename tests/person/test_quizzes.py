"""A person's saved files: private, written atomically, and removed on request."""

from __future__ import annotations

import json
import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from libcareer.engines.quiz.belief import Answer
from libcareer.errors import SavedFileError
from libcareer.person import storage
from libcareer.person.quizzes import QUIZ_VERSION, SavedQuiz, begun_file, keep_quiz, result_file, saved_quizzes
from libcareer.person.storage import remove_all

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGUN = SavedQuiz(7, (Answer(("a", "b", "c"), ("a",), "c"), Answer(("d", "e"))), {"study": "any"})
DONE = msgspec.structs.replace(BEGUN, done=True)
FILES = ["quiz.json", "result.json"]


posix = pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX")


@contextmanager
def full_disk() -> Iterator[None]:
    """No file can grow while this lasts, as on a full disk."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def unwritable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that cannot be written; for root, who ignores modes, it is in /proc."""
    closed = Path("/proc") if os.geteuid() == 0 else tmp_path / "closed"
    if closed.parent == tmp_path:
        closed.mkdir(mode=0o500)
    monkeypatch.setenv("LIBCAREER_HOME", str(closed / "libcareer"))
    yield closed
    if closed.parent == tmp_path:
        closed.chmod(0o700)


def foreign(path: Path, text: str | bytes) -> bytes:
    """Write a file at *path* that is not ours, and return its bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    path.write_bytes(data)
    return data


def test_at_first_nothing_is_saved(home: Path) -> None:
    assert saved_quizzes() == (None, None)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(("quiz", "expected"), [(BEGUN, (BEGUN, None)), (DONE, (None, DONE))], ids=FILES)
def test_a_saved_quiz_is_read_back_unchanged(quiz: SavedQuiz, expected: tuple[object, object]) -> None:
    keep_quiz(quiz)
    assert saved_quizzes() == expected


@posix
@pytest.mark.parametrize(("quiz", "name"), [(BEGUN, FILES[0]), (DONE, FILES[1])], ids=FILES)
def test_saved_files_can_be_read_by_nobody_else(home: Path, quiz: SavedQuiz, name: str) -> None:
    before = os.umask(0)
    try:
        keep_quiz(quiz)
    finally:
        os.umask(before)
    assert stat.S_IMODE((home / name).stat().st_mode) == 0o600


@posix
def test_a_home_that_is_made_can_be_entered_by_nobody_else(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", str(home / "deep" / "down"))
    before = os.umask(0)
    try:
        keep_quiz(BEGUN)
    finally:
        os.umask(before)
    assert stat.S_IMODE((home / "deep" / "down").stat().st_mode) == 0o700


def test_a_later_step_replaces_the_earlier_one(home: Path) -> None:
    keep_quiz(msgspec.structs.replace(BEGUN, answers=()))
    keep_quiz(BEGUN)
    assert saved_quizzes()[0] == BEGUN
    assert [path.name for path in home.iterdir()] == FILES[:1]


def test_finishing_removes_the_unfinished_quiz(home: Path) -> None:
    keep_quiz(BEGUN)
    keep_quiz(DONE)
    assert saved_quizzes() == (None, DONE)
    assert [path.name for path in home.iterdir()] == FILES[1:]


def test_a_new_quiz_leaves_the_last_result_alone() -> None:
    keep_quiz(DONE)
    keep_quiz(BEGUN)
    assert saved_quizzes() == (BEGUN, DONE)


def test_a_saved_file_has_its_kind_and_version(home: Path) -> None:
    keep_quiz(BEGUN)
    data = json.loads((home / FILES[0]).read_text(encoding="utf-8"))
    assert (data["kind"], data["version"]) == ("libcareer quiz", QUIZ_VERSION)


# ---------------------------------------------------------------------------- files not to be trusted

HEAD = f'"kind": "libcareer quiz", "version": {QUIZ_VERSION}'
ODD = {
    "a newer version": (
        f'{{"kind": "libcareer quiz", "version": {QUIZ_VERSION + 1}, "seed": 1}}',
        "saved by a newer libcareer",
    ),
    "a newer form": ('{"kind": "libcareer quiz", "version": 99, "else": [1]}', "saved by a newer libcareer"),
    "another program's": ('{"kind": "shopping list", "version": 1}', "is not a quiz saved by libcareer"),
    "a list": ("[1, 2]", "is not a quiz saved by libcareer"),
    "a text": ("Dear diary", "is not a quiz saved by libcareer"),
    "empty": ("", "is not a quiz saved by libcareer"),
    "cut off": (f"{{{HEAD}, ", "is not a quiz saved by libcareer"),
    "bytes": (b"\xff\xfe\x00", "is not a quiz saved by libcareer"),
    "without a seed": (f"{{{HEAD}}}", "is damaged"),
    "of other types": (f'{{{HEAD}, "seed": 1, "answers": "none"}}', "is damaged"),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(("text", "said"), ODD.values(), ids=ODD.keys())
def test_a_file_that_cannot_be_trusted_is_refused_and_never_overwritten(
    home: Path, name: str, text: str | bytes, said: str
) -> None:
    path = home / name
    before = foreign(path, text)
    with pytest.raises(SavedFileError, match=said) as refused:
        saved_quizzes()
    assert str(path) in str(refused.value)
    with pytest.raises(SavedFileError, match=said):
        keep_quiz(DONE if name == "result.json" else BEGUN)
    assert path.read_bytes() == before
    assert [each.name for each in home.iterdir()] == [name]


@pytest.mark.parametrize(
    "data",
    [
        f'{{{HEAD}, "seed": 1, "limits": {{"study": "\udcff"}}}}'.encode("utf-8", "surrogateescape"),
        f'{{{HEAD}, "seed": 1, "x": {"[" * 100_000}{"]" * 100_000}}}'.encode(),
    ],
    ids=["a byte", "nesting"],
)
def test_damage_deep_inside_a_saved_file_is_refused(home: Path, data: bytes) -> None:
    foreign(home / FILES[0], data)
    with pytest.raises(SavedFileError):
        saved_quizzes()


def test_finishing_does_not_remove_a_file_that_is_not_ours(home: Path) -> None:
    before = foreign(home / FILES[0], "Dear diary")
    with pytest.raises(SavedFileError):
        keep_quiz(DONE)
    assert (home / FILES[0]).read_bytes() == before


@pytest.mark.parametrize("name", FILES)
def test_a_folder_in_the_place_of_a_saved_file_is_an_error(home: Path, name: str) -> None:
    (home / name).mkdir()
    with pytest.raises(SavedFileError, match=rf"{name}' cannot be read: Is a directory"):
        saved_quizzes()
    said: list[str] = []
    assert remove_all(said.append) == ()
    assert said == [f"'{home / name}' was not saved by libcareer, so it stays."]
    assert (home / name).is_dir()


# ---------------------------------------------------------------------------- full and read-only disks


@posix
def test_a_home_that_cannot_be_written_is_an_error(unwritable: Path) -> None:
    assert saved_quizzes() == (None, None)
    with pytest.raises(SavedFileError, match=r"quiz\.json' cannot be saved: "):
        keep_quiz(BEGUN)
    assert remove_all() == ()


def test_a_full_disk_leaves_the_earlier_file_whole_and_no_rest(home: Path) -> None:
    keep_quiz(BEGUN)
    with full_disk(), pytest.raises(SavedFileError, match="cannot be saved: File too large"):
        keep_quiz(msgspec.structs.replace(BEGUN, seed=8))
    assert saved_quizzes() == (BEGUN, None)
    assert [path.name for path in home.iterdir()] == FILES[:1]


def test_a_result_that_cannot_be_saved_leaves_the_unfinished_quiz(home: Path) -> None:
    keep_quiz(BEGUN)
    with full_disk(), pytest.raises(SavedFileError):
        keep_quiz(DONE)
    assert saved_quizzes() == (BEGUN, None)


# ---------------------------------------------------------------------------- removing


def test_remove_all_removes_every_saved_file_and_returns_the_paths(home: Path) -> None:
    keep_quiz(DONE)
    keep_quiz(BEGUN)
    assert remove_all() == (home / FILES[0], home / FILES[1])
    assert list(home.iterdir()) == []
    assert saved_quizzes() == (None, None)


def test_remove_all_returns_only_files_that_existed(home: Path) -> None:
    assert remove_all() == ()
    keep_quiz(DONE)
    assert remove_all() == (home / FILES[1],)


def test_remove_all_removes_nothing_else(home: Path) -> None:
    keep_quiz(BEGUN)
    others = [home / "notes.txt", home / "cache" / "x.catalog", home / "quiz.json.bak"]
    for other in others:
        other.parent.mkdir(exist_ok=True)
        other.write_text("mine", encoding="utf-8")
    remove_all()
    assert sorted(path for path in home.rglob("*") if path.is_file()) == sorted(others)


# ---------------------------------------------------------------------------- where


def test_libcareer_home_sets_the_home(home: Path) -> None:
    assert begun_file().parent == result_file().parent == home


@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_by_default_the_home_is_in_the_state_folder_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIBCAREER_HOME")
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere/state")
    assert storage.home() == Path("/somewhere/state/libcareer")
