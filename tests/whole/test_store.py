"""What is saved when several processes save at once, are killed, or meet a disk that refuses, and whose files stay."""

from __future__ import annotations

import ast
import os
import signal
import stat
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import platformdirs
import pytest
from msgspec.structs import replace

from libcareer.catalog.cache import cached
from libcareer.engines.paths.plan import KIND as PLAN_KIND_OF_PLANS
from libcareer.engines.quiz.belief import Answer
from libcareer.errors import LibcareerError, SavedFileError
from libcareer.knowledge import disk
from libcareer.knowledge.homes import expanded, own_folder
from libcareer.person import storage
from libcareer.person.about import change_about, saved_about
from libcareer.person.plan import saved_plan
from libcareer.person.quizzes import (
    FIT_OPEN,
    QUIZ_OPEN,
    Replies,
    SavedQuiz,
    begun_fits,
    keep_fit,
    keep_quiz,
    open_fit,
    open_quiz,
    saved_quizzes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

if sys.platform == "win32":
    pytest.skip("kills, pipes, modes and full disks as POSIX has them", allow_module_level=True)

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
CLASS = Path(__file__).parents[1] / "class"
Run = Any

BEGUN = SavedQuiz(7, (Answer(("a", "b", "c"), ("a",), "c"),))
REPLIES = Replies(1, BEGUN.answers)


def process(
    *args: str, code: str = "", cwd: Path = ROOT, stdin: int = subprocess.PIPE, **env: str
) -> subprocess.Popen[str]:
    """The program, or a script in its place, in a process of its own on the tiny knowledge."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", *(["-c", code] if code else ["-m", "libcareer"]), *args],
        cwd=cwd,
        env={**os.environ, "LIBCAREER_DATA": str(TINY), "PYTHONPATH": str(ROOT), **env},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def program(*args: str, typed: str = "", code: str = "", **env: str) -> tuple[int, str, str]:
    """The exit code of such a process, and what it wrote to stdout and stderr."""
    running = process(*args, code=code, **env)
    out, err = running.communicate(typed, timeout=60)
    return running.returncode, out, err


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def ticked() -> set[str]:
    plan = saved_plan()
    assert plan
    return {tick.step for tick in plan.ticks}


# ---------------------------------------------------------------------------- several processes at once


@pytest.fixture
def director(run: Run) -> Run:
    """The program, with a plan of four steps that is saved."""
    assert run("plan", "director").exit_code == 0
    return run


def in_the_meantime(monkeypatch: pytest.MonkeyPatch, change: Callable[[], Any]) -> list[Any]:
    """Make a *change* from another window once, after a plan was read and before it is saved."""
    from libcareer.commands import plan

    arriving, made = plan._arriving, []

    def meanwhile(*args: Any) -> Any:
        if not made:
            made.append(None)
            made[0] = change()
        return arriving(*args)

    monkeypatch.setattr(plan, "_arriving", meanwhile)
    return made


@pytest.mark.parametrize("args", [("done", "1"), ("--start", "2026-09-01")])
def test_a_tick_from_another_window_stays_when_a_plan_is_changed(
    director: Run, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    made = in_the_meantime(monkeypatch, lambda: director("plan", "done", "2"))
    assert director("plan", *args).exit_code == 0
    assert made[0].exit_code == 0
    plan = saved_plan()
    assert plan
    assert (plan.begins is None) is (args[0] == "done")
    assert len(plan.ticks) == (2 if args[0] == "done" else 1)


def test_a_plan_for_another_role_from_another_window_is_not_replaced_unasked(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_meantime(monkeypatch, lambda: run("plan", "director"))
    late = run("plan", "librarian")
    assert "You have a plan to become Director, and it stays" in late.stderr
    plan = saved_plan()
    assert plan
    assert plan.goal == "director"


def test_of_several_processes_that_tick_at_once_each_tick_is_kept(director: Run) -> None:
    windows = [process("plan", "done", str(number)) for number in (1, 2, 3)]
    for window in windows:
        _, err = window.communicate(timeout=60)
        assert (window.returncode, err) == (0, "")
    assert len(ticked()) == 3


EIGHT = """
import os
from datetime import date
from msgspec.structs import replace
from libcareer.engines.paths.plan import Plan, Tick
from libcareer.engines.quiz.belief import Answer
from libcareer.person.plan import keep_plan, saved_plan
from libcareer.person.quizzes import Replies, SavedQuiz, keep_fit, keep_quiz

answers = (Answer(("a", "b"), ("a",)),)
ready, go = os.pipe()
children = []
for number in range(8):
    if not (child := os.fork()):
        os.close(go)
        os.read(ready, 1)  # until all have been started
        for more in range(3):
            keep_fit(f"role-{number}-{more}", Replies(number, answers))
            keep_quiz(SavedQuiz(10 * number + more, answers, done=True))
            while True:
                before = saved_plan()
                now = before or Plan("goal")
                tick = Tick(f"step-{number}-{more}", "A step", date(2026, 1, 1))
                if keep_plan(replace(now, ticks=(*now.ticks, tick)), before):
                    break
        os._exit(0)
    children.append(child)
os.close(go)
assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8
"""


def test_of_eight_processes_that_save_at_once_each_change_is_kept(home: Path) -> None:
    assert program(code=EIGHT) == (0, "", "")
    pairs = [(number, more) for number in range(8) for more in range(3)]
    assert set(begun_fits()) == {f"role-{number}-{more}" for number, more in pairs}
    assert ticked() == {f"step-{number}-{more}" for number, more in pairs}
    results = [msgspec.json.decode(path.read_bytes(), type=SavedQuiz) for path in home.glob("result*.json")]
    assert sorted(result.seed for result in results) == [10 * number + more for number, more in pairs]
    assert not [name for name in names(home) if name.startswith(".")]


# ---------------------------------------------------------------------------- the lock


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock."""
    monkeypatch.setattr(storage, "PATIENCE", 0.05)
    monkeypatch.setattr(disk, "QUIET", 0.0)


ABOUT = """
import sys
from msgspec.structs import replace
from libcareer.person.about import change_about
for number in range(20):
    change_about(lambda kept: replace(kept, skills=(*kept.skills, f"{sys.argv[1]}-{number}")))
"""


def test_of_several_processes_that_tell_something_at_once_each_change_is_kept(home: Path) -> None:
    running = [process(str(number), code=ABOUT) for number in range(4)]
    for each in running:
        _, err = each.communicate(timeout=60)
        assert (each.returncode, err) == (0, "")
    assert sorted(saved_about().skills) == sorted(f"{who}-{number}" for who in range(4) for number in range(20))


@pytest.mark.usefixtures("impatient")
def test_a_process_that_waits_says_so_once_and_gives_up_with_one_sentence(home: Path) -> None:
    said: list[str] = []
    with disk.locked(home / storage.LOCK), pytest.raises(SavedFileError) as refused:
        keep_quiz(BEGUN, tell=said.append)
    assert (said, str(refused.value)) == ([storage.WAITING], storage.BUSY)
    assert names(home) == []


@pytest.mark.usefixtures("impatient")
def test_a_process_that_waits_goes_on_when_the_other_is_done(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage, "PATIENCE", 60.0)
    with ExitStack() as other:
        other.enter_context(disk.locked(home / storage.LOCK))
        keep_quiz(BEGUN, tell=lambda _: other.close())
    assert saved_quizzes()[0] == BEGUN
    assert names(home) == ["quiz.json"]


def test_nobody_waits_for_a_process_that_was_killed(home: Path) -> None:
    code = f"""
import os, signal
from pathlib import Path
from libcareer.knowledge import disk
with disk.locked(Path({str(home)!r}) / {storage.LOCK!r}):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    assert program(code=code)[0] == -signal.SIGKILL
    assert names(home) == [storage.LOCK]
    keep_quiz(BEGUN)
    assert names(home) == ["quiz.json"]


@pytest.mark.parametrize("name", [storage.LOCK, ".libcareer-quiz.lock"])
def test_a_foreign_file_in_the_place_of_a_lock_stays(home: Path, name: str) -> None:
    (home / name).write_bytes(b"mine")
    with open_quiz(print) as (_, keep), pytest.raises(SavedFileError, match=r"cannot be saved: a file in the place"):
        keep(BEGUN)
    assert (home / name).read_bytes() == b"mine"
    assert names(home) == [name]


def test_a_lock_whose_file_was_removed_meanwhile_is_taken_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, take, taken = home / storage.LOCK, disk._take, []

    def late(handle: int) -> bool:
        taken.append(handle)
        if len(taken) == 1:
            # The process that held the lock ends between our opening of the file and our locking of it.
            path.unlink()
        return take(handle)

    monkeypatch.setattr(disk, "_take", late)
    with disk.locked(path):
        assert len(taken) == 2
        with pytest.raises(disk.Busy), disk.locked(path):
            pass


def test_without_locks_on_the_file_system_saving_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", refuse)
    keep_quiz(BEGUN)
    assert saved_quizzes()[0] == BEGUN


# ---------------------------------------------------------------------------- a quiz in two windows


def asked(window: subprocess.Popen[str], screens: int) -> None:
    """Read until the *window* has asked so many screens more."""
    assert window.stderr
    for line in window.stderr:
        screens -= line.endswith(("; or skip.\n", "q).\n"))
        if not screens:
            return
    raise AssertionError("it asks no more")


@pytest.mark.parametrize(("args", "refusal"), [(("quiz",), QUIZ_OPEN), (("fit", "librarian"), FIT_OPEN)])
@pytest.mark.parametrize("more", [(), ("--new",)])
def test_a_second_window_is_told_and_the_answers_of_the_first_stay(
    args: tuple[str, ...], refusal: str, more: tuple[str, ...]
) -> None:
    first = process(*args)
    assert first.stdin
    first.stdin.write("1 2 3\n" * 2)
    first.stdin.flush()
    asked(first, 3)
    assert program(*args, *more, typed="7 8 9\n" * 4) == (1, "", f"{refusal}\n")
    assert "was not saved" not in program("me")[2]
    first.communicate("4 5 6\n", timeout=60)
    assert first.returncode == 0
    answers = saved_quizzes()[0] if args == ("quiz",) else begun_fits()["librarian"]
    assert answers
    chosen = [[answer.options.index(pick) + 1 for pick in answer.picks] for answer in answers.answers]
    assert chosen == [[1, 2, 3], [1, 2, 3], [4, 5, 6]]
    assert "Going on where you stopped (3 answered)" in program(*args)[2]


def test_the_questions_about_two_roles_may_be_open_at_once() -> None:
    with open_fit("librarian", print) as (_, keep_one), open_fit("page", print) as (_, keep_other):
        keep_one(REPLIES)
        keep_other(REPLIES)
        keep_one(REPLIES)
    assert set(begun_fits()) == {"librarian", "page"}


def test_what_is_forgotten_in_one_window_does_not_come_back_from_another(home: Path) -> None:
    first = process("quiz")
    assert first.stdin
    first.stdin.write("1 2 3\n")
    first.stdin.flush()
    asked(first, 2)
    assert program("forget")[0] == 0
    _, err = first.communicate("4 5 6\n" * 3, timeout=60)
    assert first.returncode == 0
    assert err.count(f"{storage.FORGOTTEN} The quiz goes on, but nothing of it is kept.") == 1
    assert saved_quizzes() == (None, None)
    assert [name for name in names(home) if name != "cache"] == []


NO_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from libcareer.__main__ import main
main()
"""


@pytest.mark.parametrize("args", [("quiz",), ("fit", "page")])
def test_who_stops_is_told_that_answers_are_kept_only_if_they_are(args: tuple[str, ...]) -> None:
    keep_fit("librarian", REPLIES)
    assert program(*args, typed="1 2 3\n")[0] == 0
    for code, promise in (
        (NO_ROOM, ""),
        ("", f" Your answers are kept: `libcareer {' '.join(args)}` goes on from there."),
    ):
        window = process(*args, code=code)
        assert window.stdin
        window.stdin.write("1 2 3\n")
        window.stdin.flush()
        asked(window, 2)
        keep_fit("technician", REPLIES)
        window.send_signal(signal.SIGINT)
        _, err = window.communicate(timeout=60)
        assert window.returncode == 130
        assert err.splitlines()[-1] == f"Stopped.{promise}"


def test_what_is_forgotten_about_a_role_does_not_come_back_either() -> None:
    with open_fit("page", print) as (_, keep):
        keep(REPLIES)
        storage.remove_all()
        with pytest.raises(SavedFileError, match=r"^Your answers were forgotten in another window\.$"):
            keep(REPLIES)
    assert begun_fits() == {}


# ---------------------------------------------------------------------------- killed

ACKNOWLEDGED = """
import os
from libcareer.engines.quiz.belief import Answer
from libcareer.person.quizzes import Replies, keep_fit
for number in range(1000):
    keep_fit(f"role-{number}", Replies(number, (Answer(("a", "b"), ("a",)),)))
    os.write(1, b".")
"""


@pytest.mark.parametrize("after", [1, 2, 5, 9])
def test_what_was_acknowledged_before_a_kill_is_kept(home: Path, after: int) -> None:
    (home / "plan.json").write_bytes(b"foreign")
    saving = process(code=ACKNOWLEDGED)
    assert saving.stdout
    os.read(saving.stdout.fileno(), 1)
    for _ in range(after - 1):
        os.read(saving.stdout.fileno(), 1)
    saving.kill()
    saving.communicate()
    found = begun_fits()
    assert list(found) == [f"role-{number}" for number in range(len(found))]
    assert len(found) >= after
    keep_fit("another", REPLIES)
    assert (home / "plan.json").read_bytes() == b"foreign"


KILLED = """
import os, signal, sys
from pathlib import Path
from libcareer.knowledge import disk

def killed_at(step, write):
    child = os.fork()
    if not child:
        steps = 0
        def kill(frame, event, arg):
            nonlocal steps
            steps += getattr(arg, "__module__", "") == "posix"  # what reaches the system
            if steps == step:
                os.kill(os.getpid(), signal.SIGKILL)
        sys.setprofile(kill)
        write()
        sys.setprofile(None)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0

folder = Path(sys.argv[1])
old, new = b"old" * 1000, b"new" * 1000
for write, before in [
    (lambda: disk.new_file(folder / "file", new), None),
    (lambda: disk.replace_file(folder / "file", new, private=False), old),
]:
    step, seen = 0, []
    while True:
        for path in folder.iterdir():
            path.unlink()
        if before:
            (folder / "file").write_bytes(before)
        step += 1
        alive = not killed_at(step, write)
        found = (folder / "file").read_bytes() if (folder / "file").exists() else None
        assert found in (before, new), found
        seen += [found] if found not in seen else []
        if alive:
            break
    assert seen == [before, new] and step > 10, (seen, step)
"""


def test_a_file_for_others_is_whole_or_not_there_whenever_its_writing_is_killed(tmp_path: Path) -> None:
    assert program(str(tmp_path), code=KILLED) == (0, "", "")


# ---------------------------------------------------------------------------- full and read-only disks


@contextmanager
def no_room(most: int = 100) -> Iterator[None]:
    """No file can grow beyond so many bytes while this lasts."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path | None]:
    """A disk of 64 kB; None if we may not mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    call = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", folder]
    if os.geteuid() or subprocess.run(call, capture_output=True, check=False).returncode:
        yield None
        return
    yield folder
    # Lazily: what was loaded from there may still be in use.
    subprocess.run(["umount", "-l", folder], check=True)


def test_what_was_acknowledged_on_a_disk_that_fills_up_is_kept(
    mounted: Path | None, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = mounted or home
    monkeypatch.setenv("LIBCAREER_HOME", str(folder))
    replies = Replies(1, (Answer(("a" * 2_000, "b"), ("b",)),))
    kept: list[str] = []

    def save_until_full() -> None:
        for number in range(100):
            keep_fit(f"role-{number}", replies)
            kept.append(f"role-{number}")

    with ExitStack() as room:
        if not mounted:
            room.enter_context(no_room(30_000))
        with pytest.raises(SavedFileError, match=r"cannot be saved: (No space left on device|File too large)\.$"):
            save_until_full()
        assert list(begun_fits()) == kept
        assert len(kept) > 5
        assert names(folder) == ["fit.json"]
        # Even with no room at all, what is there can be forgotten.
        with (folder / "filler").open("wb", buffering=0) as filler, suppress(OSError):
            while True:
                filler.write(b"x" * 512)
        assert storage.remove_all() == (folder / "fit.json",)


def test_on_a_read_only_disk_what_is_kept_is_shown_and_every_change_is_one_sentence(
    mounted: Path | None, home: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    folder = mounted or home
    monkeypatch.setenv("LIBCAREER_HOME", str(folder))
    assert run("plan", "director").exit_code == 0
    if mounted:
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    elif os.geteuid():
        folder.chmod(0o500)
    else:
        pytest.skip("root may write in every folder and not mount any")
    for args in (("plan",), ("me",)):
        shown = run(*args)
        assert (shown.exit_code, shown.stderr) == (0, "")
    why = "Read-only file system" if mounted else "Permission denied"
    for args, what in ((("plan", "done", "1"), "saved"), (("forget",), "removed")):
        refused = run(*args)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert refused.stderr == f"'{folder}/plan.json' cannot be {what}: {why}.\n"
    assert ticked() == set()


def test_a_calendar_on_a_full_disk_is_the_old_one_or_none(director: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    for _ in range(2):
        before = file.read_bytes() if file.exists() else None
        with no_room():
            full = director("plan", "--calendar", str(file))
        assert full.exit_code == 1
        assert full.stderr.splitlines()[-1] == f"'{file}' cannot be written: File too large."
        assert (file.read_bytes() if file.exists() else None) == before
        assert director("plan", "--calendar", str(file)).exit_code == 0
    assert names(tmp_path) == ["plan.ics"]


def test_a_calendar_keeps_its_mode_and_a_link_leads_to_it(director: Run, tmp_path: Path) -> None:
    file, link = tmp_path / "plan.ics", tmp_path / "link.ics"
    link.symlink_to(file)
    before = os.umask(0o022)
    try:
        assert director("plan", "--calendar", str(link)).exit_code == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
    file.chmod(0o640)
    assert director("plan", "--calendar", str(link)).exit_code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert link.is_symlink()
    (tmp_path / "foreign.ics").write_bytes(b"BEGIN:VCALENDAR")
    assert director("plan", "--calendar", str(tmp_path / "foreign.ics")).exit_code == 1
    assert (tmp_path / "foreign.ics").read_bytes() == b"BEGIN:VCALENDAR"


def test_no_handout_is_cut_in_half(run: Run, tmp_path: Path) -> None:
    with no_room():
        full = run("class", str(CLASS), "--handouts", str(tmp_path / "handouts"))
    assert (full.exit_code, full.stderr) == (1, "The handouts cannot be written: File too large.\n")
    assert names(tmp_path / "handouts") == []
    assert run("class", str(CLASS), "--handouts", str(tmp_path / "handouts")).exit_code == 0
    assert len(names(tmp_path / "handouts")) == 5 + 1  # with the page for the wall


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_replaces_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    disk.new_file(tmp_path / "file", b"first")
    with pytest.raises(FileExistsError):
        disk.new_file(tmp_path / "file", b"second")
    assert (tmp_path / "file").read_bytes() == b"first"
    assert names(tmp_path) == ["file"]


# ---------------------------------------------------------------------------- whose files they are

THEIRS = {
    "about.json": '{"kind": "libcareer plan"}',
    "plan.json": "{}",
    "quiz.json": '{"kind": "libcareer plan"}',
    "result.json": '{"kind": "a result"}',
    "result-3.json": "my third result",
    "fit.json": "",
    "result-2026-thesis.json": '{"kind": "libcareer quiz"}',
    "result-07.json": '{"kind": "libcareer quiz"}',
    "quiz.json.bak": '{"kind": "libcareer quiz"}',
    "notes.txt": "mine",
}


def test_forget_removes_only_files_that_libcareer_wrote_and_says_which_it_left(home: Path, run: Run) -> None:
    for name, text in THEIRS.items():
        (home / name).write_text(text)
    done = run("forget")
    assert (done.exit_code, done.stdout.strip()) == (0, "Nothing was kept about you.")
    left = ["about.json", "fit.json", "plan.json", "quiz.json", "result-3.json", "result.json"]
    assert done.stderr.splitlines() == [f"'{home}/{name}' was not saved by libcareer, so it stays." for name in left]
    for name, text in THEIRS.items():
        assert (home / name).read_text() == text


def test_forget_removes_every_kind_of_file_that_libcareer_writes(director: Run, home: Path) -> None:
    for seed in (1, 2):
        keep_quiz(SavedQuiz(seed, BEGUN.answers, done=True))
    keep_quiz(BEGUN)
    keep_fit("page", REPLIES)
    change_about(lambda kept: replace(kept, posts=("page",)))
    written = [name for name in names(home) if name != "cache"]
    assert written == ["about.json", "fit.json", "plan.json", "quiz.json", "result-1.json", "result.json"]
    (home / ".libcareer-fit-01234567.lock").write_bytes(b"")
    assert storage.remove_all(pytest.fail) == tuple(home / name for name in written)
    assert names(home) == ["cache"]


def test_files_from_a_newer_libcareer_are_forgotten_too(home: Path) -> None:
    (home / "quiz.json").write_text('{"kind": "libcareer quiz", "version": 99, "other": [1]}')
    assert storage.remove_all(pytest.fail) == (home / "quiz.json",)


def test_links_and_folders_with_our_names_stay(home: Path, tmp_path: Path) -> None:
    keep_quiz(BEGUN)
    (home / "quiz.json").rename(tmp_path / "elsewhere.json")
    (home / "quiz.json").symlink_to(tmp_path / "elsewhere.json")
    (home / "plan.json").mkdir()
    said: list[str] = []
    assert storage.remove_all(said.append) == ()
    assert len(said) == 2
    assert names(home) == ["plan.json", "quiz.json"]
    assert names(tmp_path) == ["elsewhere.json"]


def test_a_plan_says_that_it_is_one_in_the_words_that_forget_knows() -> None:
    assert storage.PLAN_KIND == PLAN_KIND_OF_PLANS


@pytest.mark.parametrize("first", ["the cache", "the quiz", "a claim"])
def test_whoever_makes_the_home_first_only_its_owner_can_enter_it(
    home: Path, data: Path, monkeypatch: pytest.MonkeyPatch, first: str
) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", str(home / "deep" / "down"))
    before = os.umask(0)
    try:
        if first == "the cache":
            cached([data], "1", lambda: b"made")
        elif first == "the quiz":
            keep_quiz(BEGUN)
        else:
            with open_quiz(print):
                pass
    finally:
        os.umask(before)
    made = [path for path in home.rglob("*") if path.is_dir()]
    assert len(made) == (3 if first == "the cache" else 2)
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o700}


# ---------------------------------------------------------------------------- ~ and XDG


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home folder of a person who works in another folder."""
    folder = tmp_path / "person"
    folder.mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(folder))
    return folder


def test_a_tilde_in_the_variables_is_the_home_folder(run: Run, person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (person / "pack").symlink_to(TINY)
    monkeypatch.setenv("LIBCAREER_HOME", "~/kept")
    monkeypatch.setenv("LIBCAREER_DATA", "~/pack")
    assert run("plan", "director", data=Path("~/pack")).exit_code == 0
    assert names(person / "kept") == ["cache", "plan.json"]
    assert names(Path()) == []


def test_a_tilde_in_options_is_the_home_folder(director: Run, person: Path) -> None:
    (person / "pack").symlink_to(TINY)
    (person / "typed").write_text("1 2 3\n" * 4)
    (person / "results").symlink_to(CLASS)
    assert director("quiz", "--answers=~/typed", "--data=~/pack").exit_code == 0
    assert director("--data=~/pack", "plan", "--calendar=~/plan.ics").exit_code == 0
    assert director("class", "~/results", "--handouts=~/handouts").exit_code == 0
    assert director("check", "~/pack").stdout == director("check", str(TINY)).stdout != ""
    assert names(person) == ["handouts", "pack", "plan.ics", "results", "typed"]
    assert names(Path()) == []


NOBODY = "No home folder is known for '~' in '~nobody-at-all/x'. Write the whole path."


@pytest.mark.parametrize(
    "args",
    ["roles --data=~nobody-at-all/x", "quiz --answers=~nobody-at-all/x", "plan --calendar=~nobody-at-all/x",
     "class ~nobody-at-all/x", "class x --handouts=~nobody-at-all/x", "check ~nobody-at-all/x"],
)  # fmt: skip
def test_the_home_folder_of_nobody_is_one_sentence(run: Run, person: Path, args: str) -> None:
    result = run(*args.split())
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"{NOBODY}\n")
    assert names(Path()) == names(person) == []


def test_nothing_is_kept_in_the_home_folder_of_nobody(run: Run, person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", "~nobody-at-all/x")
    for args, code in ((("me",), 1), (("forget",), 1), (("quiz",), 1), (("skills",), 0), (("plan", "director"), 0)):
        result = run(*args)
        assert result.exit_code == code
        assert (NOBODY in result.stderr) is (args[0] != "skills")
    assert names(Path()) == names(person) == []


def test_a_file_whose_name_begins_with_a_tilde_is_a_file(person: Path) -> None:
    Path("~backup.json").write_bytes(b"")
    assert expanded("~backup.json") == Path("~backup.json")
    assert expanded("./~/x") == Path("./~/x")
    assert expanded("~/x") == person / "x"
    assert expanded("~") == person
    with pytest.raises(LibcareerError):
        expanded("~other.json")


@pytest.mark.parametrize("home", ["", "~", "somewhere", "~nobody-at-all"])
def test_no_folder_is_ever_called_tilde(person: Path, monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    Path("~").mkdir()
    monkeypatch.setenv("HOME", home)
    with pytest.raises(LibcareerError, match=r"^No home folder is known for '~' in '~/x'\."):
        expanded("~/x")


def version_4(kind: str) -> Callable[..., Path]:
    """The function of platformdirs 4.0, which takes the variable as it is."""

    def folder(name: str, **_: object) -> Path:
        given = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        default = {"state": "~/.local/state", "cache": "~/.cache"}[kind]
        return Path(given if given.strip() else os.path.expanduser(default)) / name  # noqa: PTH111

    return folder


@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize("kind", ["state", "cache"])
@pytest.mark.parametrize("given", ["state", "./state", "~/mine", "/somewhere", "", " "])
@pytest.mark.skipif(sys.platform != "linux", reason="each system has its own place")
def test_a_relative_xdg_folder_is_ignored_and_a_tilde_expanded_with_every_platformdirs(
    person: Path, monkeypatch: pytest.MonkeyPatch, given: str, kind: Any, old: bool
) -> None:
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", given)
    if old:
        monkeypatch.setattr(platformdirs, f"user_{kind}_path", version_4(kind))
    default = person / (".local/state" if kind == "state" else ".cache")
    expected = {"~/mine": person / "mine", "/somewhere": Path("/somewhere")}.get(given, default)
    assert own_folder(kind) == expected / "libcareer"
    assert os.environ[f"XDG_{kind.upper()}_HOME"] == given


def test_an_xdg_folder_of_nobody_is_one_sentence(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIBCAREER_HOME")
    monkeypatch.setenv("XDG_STATE_HOME", "~nobody-at-all/x")
    with pytest.raises(SavedFileError, match=r"^No home folder is known for '~' in '~nobody-at-all/x'\."):
        storage.home()


# ---------------------------------------------------------------------------- files without end

BOUNDED = """
import resource, signal, sys
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
signal.alarm(30)
from typer.testing import CliRunner
from libcareer.cli import app
for line in sys.argv[1:]:
    result = CliRunner().invoke(app, line.split())
    assert isinstance(result.exception, (SystemExit, type(None))), (line, result.exception)
    print(result.exit_code, result.stderr, sep="|", end="")
"""


def test_a_file_without_end_or_answer_is_one_sentence_in_bounded_time_and_memory(director: Run, tmp_path: Path) -> None:
    pipe, huge = tmp_path / "pipe", tmp_path / "huge"
    os.mkfifo(pipe)
    with huge.open("wb") as file:
        file.truncate(3_000_000_000)
    odd = ["/dev/zero", str(pipe), str(huge)]
    refused = "it is a pipe or a device."
    lines = [f"class {path}" for path in odd] + [f"quiz --answers {path}" for path in odd]
    lines += [f"plan --calendar {path}" for path in odd] + [f"roles --data {path}" for path in odd]
    code, out, err = program(*lines, code=BOUNDED)
    assert (code, err) == (0, "")
    said = out.splitlines()
    text = "\n".join(said)
    assert "Traceback" not in text
    assert all(line.startswith("1|") for line in said if "|" in line)
    assert sum(line.startswith("1|") for line in said) == len(lines)
    for path in odd[:2]:
        assert f"1|'{path}' cannot be read: {refused}" in said
        assert f"1|'{path}' cannot be written: {refused}" in said
    assert f"1|'{huge}' is too large for answers to the quiz." in said
    assert huge.stat().st_size == 3_000_000_000


def test_answers_from_a_pipe_of_the_shell_are_read(tmp_path: Path) -> None:
    call = f'"{sys.executable}" -m libcareer quiz --answers <(printf "1 2 3\\n%.0s" 1 2 3 4)'
    env = {**os.environ, "LIBCAREER_DATA": str(TINY)}
    done = subprocess.run(["bash", "-c", call], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "not finished" in done.stdout


WITHOUT_END = """
import resource, signal
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2)
signal.alarm(30)
from libcareer.__main__ import main
main()
"""


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("quiz",), "The input is too long for answers to the quiz."),
        (("fit", "page"), "The input is too long for answers to the quiz."),
        (("quiz", "--answers", "/dev/stdin"), "'/dev/stdin' is too large for answers to the quiz."),
    ],
)
def test_input_without_end_is_one_sentence(args: tuple[str, ...], said: str) -> None:
    with Path("/dev/zero").open("rb") as zero:
        running = process(*args, code=WITHOUT_END, stdin=zero.fileno())
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out) == (1, "")
    assert err.splitlines()[-1] == said


def test_a_person_who_types_nonsense_without_end_is_stopped_and_the_answers_stay() -> None:
    code, _, err = program("quiz", typed="1 2 3\n" + "no\n" * 40_000)
    assert code == 1
    assert err.splitlines()[-1] == "The input is too long for answers to the quiz."
    begun, _ = saved_quizzes()
    assert begun
    assert len(begun.answers) == 1


# ---------------------------------------------------------------------------- no other way to a file

DISK = "knowledge/disk.py"

TOUCHING = {
    "open", "fdopen", "read_bytes", "read_text", "write_bytes", "write_text", "touch", "truncate", "mkdir", "makedirs",
    "mkfifo", "unlink", "rmdir", "removedirs", "rmtree", "rename", "renames", "symlink_to", "hardlink_to", "symlink",
    "link", "chmod", "lchmod", "chown", "extract", "extractall", "fromfile",
    "tofile", "memmap", "FileIO",
}  # fmt: skip
"""Names, as functions or methods, that open, change or remove a file."""

TOUCHING_OF_OS = {"replace", "remove", "read", "write", "sendfile", "utime", "mknod", "pread", "pwrite", "readv"}
"""Functions of `os` that do so and have the name of methods that do not."""

READING_MODULES = {
    "mmap", "tempfile", "zipfile", "tarfile", "fileinput", "shelve", "dbm", "sqlite3", "linecache", "fcntl", "msvcrt",
    "gzip", "bz2", "lzma", "logging", "configparser", "pickle", "netrc", "mailbox",
}  # fmt: skip
"""Modules that open files by themselves."""

EXCUSED = {
    # A method of Typer's, which formats help.
    "commands/help.py": {"write_text"},
    "commands/lazy.py": {"write_text"},
    # Where a program is that runs on PATH.
    "reports/page/program.py": {"which"},
    "reports/page/pager.py": {"which"},
    # Archives that `disk.read_file` has read.
    "inquiries/submissions.py": {"zipfile", "lzma", "open"},
    # The same; and the log of pypdf, which is turned off.
    "inquiries/documents/printed.py": {"zipfile", "logging"},
    # The package itself, if it is run from a zip file.
    "knowledge/folders.py": {"tempfile", "zipfile", "extractall"},
}
"""What single modules may do all the same."""


def touching(source: str) -> list[str]:
    """Every name in *source* that reads, writes or removes a file; opening the null device is no such thing."""
    found = []
    tree = ast.parse(source)
    null = {
        call.func
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and call.args and ast.unparse(call.args[0]) == "os.devnull"
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id="os"), attr=name) if name in TOUCHING_OF_OS and node not in null:
                found.append(name)
            case ast.Attribute(value=ast.Name(id="shutil"), attr=name) if name != "get_terminal_size":
                found.append(name)
            case ast.Attribute(attr=name) if name in TOUCHING and node not in null:
                found.append(name)
            case ast.Name(id=("open" | "FileIO") as name) if node not in null:
                found.append(name)
            case ast.ImportFrom(module="shutil", names=imported):
                found += [each.name for each in imported if each.name != "get_terminal_size"]
            case ast.ImportFrom(module="os" | "io" | "codecs", names=imported):
                found += [each.name for each in imported if each.name in TOUCHING | TOUCHING_OF_OS]
            case ast.Import(names=imported):
                found += [each.name for each in imported if each.name.split(".")[0] in READING_MODULES]
            case ast.ImportFrom(module=str(name)) if name.split(".")[0] in READING_MODULES:
                found.append(name)
    return found


def test_no_module_but_disk_reads_writes_or_removes_a_file() -> None:
    package = ROOT / "libcareer"
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        others = set(touching(path.read_text(encoding="utf-8"))) - EXCUSED.get(name, set())
        assert name == DISK or not others, f"{name} uses {sorted(others)}; use the functions of {DISK}"


@pytest.mark.parametrize(
    "code",
    ["open('x')", "io.open('x')", "from os import open", "os.open('x', 0)", "Path('x').read_text()", "read = open",
     "p.write_bytes(b'')", "os.replace(a, b)", "import mmap", "from zipfile import ZipFile", "p.unlink()",
     "with file.open('rb') as f: pass", "os.write(1, b'')", "import tempfile as t", "shutil.copy(a, b)",
     "from shutil import move", "m = p.read_bytes", "open(__file__)", "from io import FileIO"],
)  # fmt: skip
def test_the_rule_sees_each_way_to_a_file(code: str) -> None:
    assert touching(code)


@pytest.mark.parametrize(
    "code", ["open(os.devnull)", "os.open(os.devnull, os.O_WRONLY)", "'a'.replace('a', 'b')", "sys.stdout.write('')"]
)
def test_the_rule_lets_streams_and_text_be(code: str) -> None:
    assert not touching(code)
