"""What goes wrong around the program: it is killed, disks fill up, files are not what they should be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec import MsgspecError, Raw

from libcareer.catalog.cache import cached, state
from libcareer.catalog.catalog import COMPILED
from libcareer.catalog.compiled import Parts, compile
from libcareer.engines.quiz.belief import Answer
from libcareer.errors import SavedFileError
from libcareer.knowledge import disk
from libcareer.knowledge.reading import read_folder
from libcareer.person import storage
from libcareer.person.quizzes import SavedQuiz, keep_quiz, saved_quizzes

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.platform == "win32":
    pytest.skip("kills, pipes and links as POSIX has them", allow_module_level=True)

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
BEGUN = SavedQuiz(7, (Answer(("a", "b", "c"), ("a",), "c"),), {"study": "any"})
LINES = "1 2 3\n" * 4 + "1 4 6\n" * 6
HOUR = 3600


def program(*args: str, typed: str = "", code: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """The program, or a script in its place, in a process of its own on the tiny knowledge."""
    run = ["-c", code] if code else ["-m", "libcareer"]
    return subprocess.run(
        [sys.executable, "-W", "error", *run, *args],
        cwd=ROOT,
        env={**os.environ, "LIBCAREER_DATA": str(TINY), **env},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ---------------------------------------------------------------------------- killed while saving

KILLED = """
import os, signal, sys
from pathlib import Path
from libcareer.knowledge import disk
from libcareer.person import storage
from libcareer.engines.quiz.belief import Answer
from libcareer.person.quizzes import SavedQuiz, keep_quiz, saved_quizzes

def quiz(answers, done=False):
    return SavedQuiz(1, (Answer(("a", "b"), ("a",)),) * answers, done=done)

def killed_at(step, new):
    "Whether the saving of *new* was killed at this *step*: before or after something that reaches the system."
    child = os.fork()
    if not child:
        steps = 0
        def kill(frame, event, arg):
            nonlocal steps
            steps += getattr(arg, "__module__", "") in ("posix", "fcntl")  # what reaches the system
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.setprofile(kill)
        keep_quiz(new)
        sys.setprofile(None)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), code
    return code != 0

keep_quiz(quiz(1))
before = (storage.home() / "quiz.json").read_bytes()
for new, allowed in [
    (quiz(2), [(quiz(1), None), (quiz(2), None)]),
    (quiz(2, done=True), [(quiz(1), None), (quiz(1), quiz(2, done=True)), (None, quiz(2, done=True))]),
]:
    step, seen, parts = 0, [], 0
    while True:
        storage.remove_all()
        (storage.home() / "quiz.json").write_bytes(before)
        step += 1
        alive = not killed_at(step, new)
        state = saved_quizzes()
        assert state in allowed, state
        seen += [state] if state not in seen else []
        others = {path.name for path in storage.home().iterdir()} - {"quiz.json", "result.json", storage.LOCK}
        parts += len(others)
        assert all(Path(name).match(disk.PART) for name in others), others
        if alive:
            break
    assert seen == allowed, seen
    assert step > 20 and parts > 2, (step, parts)
storage.remove_all()
assert not list(storage.home().iterdir())
"""


def test_whenever_saving_is_killed_the_file_is_whole_and_at_most_the_last_answer_is_lost() -> None:
    done = program(code=KILLED)
    assert (done.returncode, done.stderr) == (0, "")


SAVING_AT_ONCE = """
import os, sys
from libcareer.person import storage
from libcareer.engines.quiz.belief import Answer
from libcareer.person.quizzes import SavedQuiz, keep_quiz, saved_quizzes

def quiz(seed):
    return SavedQuiz(seed, (Answer(("a" * 50_000 * seed, "b"), ("b",)),))

keep_quiz(quiz(1))
children = []
for seed in (1, 2, 3):
    child = os.fork()
    if not child:
        for _ in range(25):
            keep_quiz(quiz(seed))
        os._exit(0)
    children.append(child)
while children:
    begun, _ = saved_quizzes()
    assert begun == quiz(begun.seed)
    child, status = os.waitpid(-1, os.WNOHANG)
    if child:
        children.remove(child)
        assert status == 0
assert [path.name for path in storage.home().iterdir()] == ["quiz.json"]
"""


def test_of_several_who_save_at_once_each_saves_a_whole_file() -> None:
    done = program(code=SAVING_AT_ONCE)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_a_killed_program_left_is_cleared_away_and_what_another_is_writing_is_not(home: Path) -> None:
    for name, age in ((".libcareer-1.part", 2 * HOUR), (".libcareer-2.part", -2 * HOUR), (".libcareer-3.part", 1)):
        (home / name).write_bytes(b"")
        now = (home / name).stat().st_mtime
        os.utime(home / name, (now - age, now - age))
    keep_quiz(BEGUN)
    assert names(home) == [".libcareer-3.part", "quiz.json"]
    assert len(storage.remove_all()) == 2
    assert names(home) == []


def test_forget_leaves_what_other_programs_are_writing(home: Path) -> None:
    (home / ".download.part").write_bytes(b"mine")
    storage.remove_all()
    assert names(home) == [".download.part"]


def test_a_saved_file_and_its_name_are_on_the_disk_before_the_next_question(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def watched(handle: int, sync: Callable[[int], None] = os.fsync) -> None:
        synced.append(str(Path(f"/proc/self/fd/{handle}").readlink()))
        sync(handle)

    if not Path("/proc/self/fd").exists():
        pytest.skip("needs /proc to see which file is meant")
    monkeypatch.setattr(os, "fsync", watched)
    keep_quiz(BEGUN)
    assert [Path(path).match(disk.PART) for path in synced] == [True, False]
    assert synced[1] == str(home)


def test_an_interrupt_while_saving_leaves_no_rest(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        keep_quiz(BEGUN)
    assert names(home) == []


# ---------------------------------------------------------------------------- files that are not ours


def test_a_link_in_the_place_of_a_saved_file_is_refused_and_nothing_is_written_through_it(
    home: Path, tmp_path: Path
) -> None:
    keep_quiz(BEGUN)
    (home / "quiz.json").rename(tmp_path / "elsewhere.json")
    before = (tmp_path / "elsewhere.json").read_bytes()
    for target in (tmp_path / "elsewhere.json", tmp_path / "nowhere.json", home / "quiz.json"):
        (home / "quiz.json").symlink_to(target)
        for call in (saved_quizzes, lambda: keep_quiz(BEGUN), lambda: storage.write_saved(home / "quiz.json", BEGUN)):
            with pytest.raises(SavedFileError, match=r"quiz\.json' is a link to another place\. Move it away"):
                call()
        assert storage.remove_all() == ()
        assert (home / "quiz.json").is_symlink()
        (home / "quiz.json").unlink()
    assert (tmp_path / "elsewhere.json").read_bytes() == before
    assert names(tmp_path) == ["elsewhere.json"]


def test_a_pipe_in_the_place_of_a_saved_file_keeps_nobody_waiting(home: Path) -> None:
    os.mkfifo(home / "quiz.json")
    with pytest.raises(SavedFileError, match=r"cannot be read: it is a pipe or a device\.$"):
        saved_quizzes()


def test_a_saved_file_of_any_size_takes_no_more_memory_than_one_of_ours(home: Path) -> None:
    with (home / "quiz.json").open("wb") as file:
        file.write(b'{"kind": "libcareer quiz", "version": 1, "seed": 1}')
        file.truncate(8_000_000_000)
    with pytest.raises(SavedFileError, match=r"cannot be read: it is larger than 2,000,000 bytes\.$"):
        saved_quizzes()


def test_a_file_in_the_place_of_the_home_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_bytes(b"mine")
    monkeypatch.setenv("LIBCAREER_HOME", str(home / "file"))
    with pytest.raises(SavedFileError, match=r"cannot be read: Not a directory\.$"):
        saved_quizzes()
    with pytest.raises(SavedFileError, match=r"cannot be saved: "):
        storage.write_saved(home / "file" / "quiz.json", BEGUN)
    assert (home / "file").read_bytes() == b"mine"


OF_NOBODY = """
import pwd
def unknown(_):
    raise KeyError
pwd.getpwuid = unknown  # as in a container that runs under a number of its own
from libcareer.__main__ import main
main()
"""


def test_without_a_home_folder_nothing_is_kept_in_the_one_we_happen_to_be_in(tmp_path: Path) -> None:
    env = {"LIBCAREER_DATA": str(TINY), "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    call = [sys.executable, "-c", OF_NOBODY]
    for args, code in ((["roles"], 0), (["path", "librarian"], 0), (["quiz"], 1), (["me"], 1), (["forget"], 1)):
        done = subprocess.run(call + args, cwd=tmp_path, env=env, input="", capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert ("No home folder found. Set LIBCAREER_HOME" in done.stderr) is (code == 1)
        assert len(done.stderr.splitlines()) == code
    assert names(tmp_path) == []


# ---------------------------------------------------------------------------- disks that refuse

UNWRITABLE = "/proc/libcareer" if Path("/proc").exists() else "/dev/null/libcareer"
"""A home that not even root can make."""

WITHOUT_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
from libcareer.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("code", "env"), [(WITHOUT_ROOM, {}), ("", {"LIBCAREER_HOME": UNWRITABLE})], ids=["full disk", "read-only home"]
)
def test_a_quiz_that_cannot_be_kept_is_told_once_and_taken_all_the_same(code: str, env: dict[str, str]) -> None:
    done = program("quiz", typed=LINES, code=code, **env)
    assert done.returncode == 0
    told = [line for line in done.stderr.splitlines() if "cannot be saved" in line]
    assert len(told) == 1
    assert told[0].endswith("The quiz goes on, but nothing of it is kept.")
    assert "What your answers point to" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", ["--help", "roles --help", "roles --format json", "--version"])
def test_a_full_disk_behind_stdout_is_one_sentence(args: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "libcareer", *args.split()],
            cwd=ROOT,
            env={**os.environ, "LIBCAREER_DATA": str(TINY)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "The answer cannot be written: No space left on device.\n"


# ---------------------------------------------------------------------------- knowledge that is damaged


@pytest.fixture(scope="module")
def compiled() -> bytes:
    """The tiny knowledge, compiled."""
    return compile(read_folder(TINY)[0])


SEPARATE = ("terms", "briefs", "roles", "skilled")
"""The parts of a compiled file of which each record is a part of its own."""


def test_any_damage_to_a_compiled_file_is_noticed_when_it_is_opened_or_read(compiled: bytes) -> None:
    places = [*range(0, len(compiled), 11), *range(len(compiled) - 12, len(compiled))]
    damaged = [compiled[:at] + bytes([compiled[at] ^ 1 << at % 8]) + compiled[at + 1 :] for at in places]
    damaged += [compiled[:at] for at in range(0, len(compiled), 97)]
    half = len(compiled) // 2
    damaged += [compiled + b"\0", bytes(len(compiled)), compiled[:half] + bytes(len(compiled) - half)]

    def remake() -> bytes:
        remade.append(compiled)
        return compiled

    def everything(parts: Parts) -> list[object]:
        separate = [record for name in SEPARATE for record in parts.separate(name, Raw).values()]
        return [*(parts.table(name, Raw) for name in parts), *separate]

    whole = everything(Parts(compiled))
    for data in damaged:
        remade: list[bytes] = []
        try:
            parts = Parts(data, remake)
        except MsgspecError:
            continue
        assert everything(parts) == whole
        assert remade == [compiled]


def test_an_installed_package_whose_catalog_is_damaged_reads_the_files_beside_it(
    tmp_path: Path, compiled: bytes
) -> None:
    import shutil

    package = tmp_path / "libcareer"
    shutil.copytree(ROOT / "libcareer", package, ignore=shutil.ignore_patterns("data", "__pycache__"))
    shutil.copytree(TINY, package / "data")
    spoiled = compiled.replace(b"librarian", b"librariam")
    assert spoiled != compiled
    answers = []
    for data in (compiled, spoiled):
        (package / "data" / COMPILED).write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-m", "libcareer", "path", "librarian"], cwd=tmp_path, capture_output=True, check=True
        )
        answers.append((done.stdout, done.stderr))
    assert answers[0] == answers[1]


def test_a_clock_that_was_set_back_hides_no_change(data: Path) -> None:
    path = data / "clusters.yaml"
    before = path.stat()
    first = state([data], "1")
    path.write_bytes(path.read_bytes().replace(b"Support", b"Suqport"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert state([data], "1") != first


@pytest.mark.parametrize("odd", ["a pipe", "a huge file"])
def test_a_kept_catalog_that_is_no_file_of_ours_keeps_nobody_waiting(data: Path, home: Path, odd: str) -> None:
    cached([data], "1", lambda: b"made before")
    (path,) = (home / "cache").glob("*.catalog")
    path.unlink()
    if odd == "a pipe":
        os.mkfifo(path)
    else:
        with path.open("wb") as file:
            file.truncate(8_000_000_000)
    assert cached([data], "1", lambda: b"made")[0] == b"made"
    assert cached([data], "1", lambda: b"not made")[0] == b"made"
