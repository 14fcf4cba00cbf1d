"""The program as a whole: help, names, options, exit codes and unusual calls."""

from __future__ import annotations

import io
import json
import os
import re
import runpy
import shlex
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
import typer.main
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from typer.testing import CliRunner

from libcareer import __main__, __version__
from libcareer.cli import _usage, app
from libcareer.commands.help import EXAMPLES, WISHES

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    Run = Callable[..., Result]
    Arguments = Callable[[str], list[str]]
    Typed = Callable[..., tuple[int, str, str]]


ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"
COMMANDS = dict(sorted(typer.main.get_command(app).commands.items()))  # type: ignore[attr-defined]
EXAMPLE = re.compile(r"Example: libcareer (.+)")

EACH = pytest.mark.parametrize("name", COMMANDS)

QUIZ_LINES = "1 2 3\n" * 4 + "1 4 6\n" * 6


def example(name: str) -> list[str]:
    """The arguments of the example in the help of the command *name*."""
    found = EXAMPLE.fullmatch(COMMANDS[name].epilog or "")
    assert found
    return shlex.split(found[1])


# ---------------------------------------------------------------------------- help


def test_the_help_lists_every_command(run: Run) -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert result.stdout == run("-h").stdout == run("help").stdout
    for name in COMMANDS:
        assert re.search(rf"^\s+{name}\s", result.stdout, re.MULTILINE)


def test_without_arguments_a_short_help_has_every_command_by_what_it_is_for(run: Run) -> None:
    result = run()
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert len(lines) <= 20
    assert max(map(len, lines)) <= 80
    named = [name for names in WISHES.values() for name in names]
    assert sorted([*named, "help"]) == sorted(COMMANDS)
    assert [name for name in named if not re.search(rf"\b{name}\b", result.stdout)] == []
    assert run("--format", "plain").stdout == result.stdout


def test_the_calls_to_begin_with_run(run_shipped: Run) -> None:
    for call in EXAMPLES.values():
        result = run_shipped(*shlex.split(call)[1:], input="1 2 3\n1 2 3\n1 2 3\n1 2 3\n")
        assert result.exit_code == 0
        assert result.stdout


@EACH
@pytest.mark.parametrize("format_", ["plain", "json", "csv", "markdown", "screen"])
def test_help_and_a_name_are_the_help_of_that_command(run: Run, name: str, format_: str) -> None:
    result = run("help", name, "--format", format_)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == run(name, "--help", "--format", format_).stdout


@pytest.mark.parametrize(("word", "said"), [("shwo", "Did you mean 'show'?"), ("zzz", "There is no command 'zzz'.")])
def test_help_for_no_command_is_a_mistake_of_use(run: Run, word: str, said: str) -> None:
    result = run("help", word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@EACH
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_has_help_with_an_example_of_itself(run: Run, name: str, option: str) -> None:
    result = run(name, option)
    assert result.exit_code == 0
    assert f"Usage: root {name}" in result.stdout or f" {name} [OPTIONS]" in result.stdout
    assert EXAMPLE.search(result.stdout)
    assert example(name)[0] == name


@pytest.fixture(scope="module")
def lasting_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that all examples share, so that knowledge is compiled once."""
    return tmp_path_factory.mktemp("lasting")


@EACH
def test_every_example_runs(
    name: str, run_shipped: Run, lasting_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", str(lasting_home))
    monkeypatch.chdir(tmp_path)  # where `new` writes
    result = run_shipped(*example(name), input="")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    if name in ("quiz", "fit", "class", "match", "check"):  # nothing typed, nothing kept, no such file
        assert (result.exit_code, result.stdout) == (1, "")
        assert len(result.stderr.strip().splitlines()[-1]) > 20
    else:
        assert result.exit_code == 0
        assert result.stdout


def test_the_example_in_the_main_help_runs(
    run_shipped: Run, lasting_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", str(lasting_home))
    found = EXAMPLE.search(run_shipped("--help").stdout)
    assert found
    assert run_shipped(*shlex.split(found[1])).exit_code == 0


# ---------------------------------------------------------------------------- options of all commands


@EACH
@pytest.mark.parametrize("format_", ["plain", "json", "csv", "markdown", "screen"])
def test_every_command_answers_in_every_format(run: Run, name: str, format_: str, arguments: Arguments) -> None:
    if name == "me":
        run("quiz", input=QUIZ_LINES)
    result = run(name, *arguments(name), "--format", format_, input=QUIZ_LINES)
    assert result.exit_code in (0, 1)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.stdout or result.stderr


@EACH
def test_every_command_takes_a_folder_of_knowledge(run_snapshot: Run, name: str, arguments: Arguments) -> None:
    if name == "me":
        run_snapshot("quiz", "--data", str(TINY), input=QUIZ_LINES)
    result = run_snapshot(name, *arguments(name), "--data", str(TINY), input=QUIZ_LINES)
    assert result.exit_code in (0, 1)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.stdout


@pytest.mark.parametrize(
    "leading",
    [
        ["--format", "json"],
        ["--format=json"],
        ["--data", str(TINY), "--format", "json"],
        ["--format=json", f"--data={TINY}"],
    ],
    ids=" ".join,
)
def test_common_options_may_come_before_the_command(run: Run, leading: list[str]) -> None:
    result = run(*leading, "roles", "--skill", "helping")
    assert result.exit_code == 0
    assert result.stdout == run("roles", "--skill", "helping", "--format", "json").stdout
    assert result.stdout.startswith("{")


@pytest.mark.parametrize("last", [["--help"], ["--version"], []], ids=["help", "version", "nothing"])
def test_a_common_option_before_help_version_or_nothing_is_ignored(run: Run, last: list[str]) -> None:
    assert run("--format", "json", *last).exit_code == 0


@pytest.mark.parametrize(
    "args",
    [
        ["roles", "--nonsense"],
        ["--nonsense"],
        ["shwo", "page"],
        ["roles", "--format", "pdf"],
        ["--format", "pdf", "roles"],
        pytest.param(["--format"]),
        pytest.param(["--format", "pdf"]),
        pytest.param(["--formats", "json"]),
        ["roles", "--skill"],
        ["show"],
        ["path"],
        ["ask"],
        ["compare"],
        ["compare", "page"],
        ["related"],
        ["path", "librarian", "--prefer", "luck"],
        ["quiz", "--seed", "many"],
        ["credentials", "--cost", "free"],
        ["me", "page"],
        ["roles", "--beyond", "--inside"],
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_a_mistake_of_use(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["show", "clark page"], "There is no role called 'clark page'."),
        (["compare", "page", "assistant"], "'assistant' is the name of 2 roles. Say which: 'clerk' or 'page'."),
        (["show", "page", "clerk"], "There is no role called 'page clerk'. Did you mean 'page' or 'clerk'?"),
        (["path", "director", "--have", "nothing"], "There is no level of education or credential called 'nothing'."),
        (["roles", "--skill", "helping out"], "Did you mean 'helping'"),
        (["roles", "--cluster", "qqqq"], "There is no cluster called 'qqqq'. Choose one of these: elsewhere, "),
        (["roles", "--setting", "qqqq"], "There is no setting called 'qqqq'. Choose one of these: "),
        (["roles", "--education", "qqqq"], "There is no level of education called 'qqqq'. Choose one of these: "),
        (["skills", "--group", "qqqq"], "There is no group of skills called 'qqqq'. Choose one of these: "),
        (["credentials", "qqqq"], "There is no credential called 'qqqq'."),
        (["network", "qqqq"], "There is no field called 'qqqq'."),
        (["sources", "qqqq"], "There is no source called 'qqqq'."),
        (["disputes", "qqqq"], "There is no dispute called 'qqqq'."),
        (["show", "assistant"], "'assistant' is the name of 2 roles. Say which: 'clerk' or 'page'."),
        (["--data", "/no/such/folder", "roles"], "/no/such/folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_an_unknown_name_gets_the_nearest_ones_on_stderr_and_nothing_on_stdout(
    run: Run, args: list[str], said: str
) -> None:
    result = run(*args)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "meant", "said"),
    [
        (["show", "libarian"], ["show", "librarian"], "No 'libarian'; showing Librarian."),
        (["path", "direktor"], ["path", "director"], "No 'direktor'; showing Director."),
        (["related", "libarian"], ["related", "librarian"], "No 'libarian'; showing Librarian."),
        (["compare", "page", "klerk"], ["compare", "page", "clerk"], "No 'klerk'; taking Clerk."),
        (["path", "director", "--from", "klerk"], ["path", "director", "--from", "clerk"], "No 'klerk'; taking Clerk."),
        (["roles", "--skill", "helpin"], ["roles", "--skill", "helping"], "No 'helpin'; taking Helping readers."),
        (["roles", "--setting", "offic"], ["roles", "--setting", "office"], "No 'offic'; taking Offices."),
        (["skills", "helpin"], ["skills", "helping"], "No 'helpin'; showing Helping readers."),
        (["credentials", "mliss"], ["credentials", "mlis"], "No 'mliss'; showing "),
        (["resources", "old gild"], ["resources", "old guild"], "No 'old gild'; showing Old Guild."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_name_with_a_slip_is_taken_as_it_is_meant_and_that_is_said(
    run: Run, args: list[str], meant: list[str], said: str
) -> None:
    result = run(*args)
    assert result.exit_code == 0
    assert result.stdout == run(*meant).stdout
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (["show", "head", "of", "pages"], None),
        (["skills", "helping", "readers"], ["skills", "helping"]),
        (["skills", "copy", "cataloging", "--format", "csv"], ["skills", "copy-cataloging", "--format", "csv"]),
        (["resources", "old", "guild"], ["resources", "old guild"]),
        (["roles", "--skill", "copy", "cataloging"], ["roles", "--skill", "copy-cataloging"]),
        (["roles", "--skill=copy", "cataloging", "--inside"], ["roles", "--skill", "copy-cataloging", "--inside"]),
        (["roles", "--setting", "public", "library"], ["roles", "--setting", "public"]),
        (["tracks", "--skill", "copy", "cataloging"], ["tracks", "--skill", "copy-cataloging"]),
        (["planb", "librarian", "--skill", "copy", "cataloging"], ["planb", "librarian", "--skill", "copy-cataloging"]),
        (["path", "--skill", "cataloging", "librarian"], ["path", "librarian", "--skill", "cataloging"]),
        (["path", "librarian", "\u2013from", "page"], ["path", "librarian", "--from", "page"]),
        (["\u2014format", "csv", "roles"], ["roles", "--format", "csv"]),
    ],
    ids=lambda value: " ".join(value) if value else "",
)
def test_words_are_taken_as_they_are_meant(run: Run, args: list[str], meant: list[str] | None) -> None:
    result = run(*args)
    if meant is None:
        assert "There is no role called 'head of pages'." in result.stderr
    else:
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == run(*meant).stdout


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        ("library technician", "library-technician"),
        ("Records Manager", "records-manager"),
        ("(Reading Room) library clerk", None),
    ],
)
def test_a_title_of_several_words_needs_no_quotes(run_snapshot: Run, args: str, meant: str | None) -> None:
    for command in ("show", "related", "path"):
        result = run_snapshot(command, *args.split())
        if meant:
            assert result.exit_code == 0
            assert result.stdout == run_snapshot(command, meant).stdout
        else:
            assert result.exit_code in (0, 1)


def test_titles_to_compare_need_no_quotes(run_shipped: Run) -> None:
    meant = run_shipped("compare", "archivist", "records-manager", "law-librarian")
    typed = run_shipped("compare", "archivist", "records", "manager", "law", "librarian")
    assert (typed.exit_code, typed.stdout) == (0, meant.stdout)
    slipped = run_shipped("compare", "archivst", "records", "manager", "law", "librarian")
    assert (slipped.exit_code, slipped.stdout) == (0, meant.stdout)
    assert slipped.stderr == "No 'archivst'; taking Archivist.\n"


def test_words_that_can_be_compared_in_several_ways_are_not_compared(run: Run, data: Path) -> None:
    page = data / "roles" / "page.yaml"
    page.write_text(page.read_text().replace("[Shelver, Assistant]", "[Editor technician]"), encoding="utf-8")
    result = run("compare", "clerk", "Editor", "technician", data=data)
    assert (result.exit_code, result.stdout) == (2, "")
    said = 'This can mean "clerk" and "Editor technician" or "clerk" and "Editor" and "technician".'
    assert f"{said} Put quotes around each name." in result.stderr
    assert run("compare", "clerk", "editor technician", data=data).exit_code == 0


def test_an_argument_that_is_missing_is_named_with_an_example(run_shipped: Run) -> None:
    for args, missing in ((["show"], "ROLE"), (["path"], "GOAL"), (["compare"], "ROLE..."), (["ask"], "WORDS...")):
        result = run_shipped(*args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert f"Usage: libcareer {args[0]} [OPTIONS] " in result.stderr
        assert f"Error: Missing argument '{missing}'. Example: libcareer {args[0]} " in result.stderr


# ---------------------------------------------------------------------------- words that are no command


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("librarian", "Next: libcareer show librarian - "),
        ("pay of a librarian", "Next: libcareer show librarian --section pay - Librarian: pay and outlook"),
        ("jobs in cataloging", "Next: libcareer roles --skill cataloging - "),
        ("librarian or page", "Next: libcareer compare librarian page - "),
        ("from page to librarian", "Next: libcareer path librarian --from page - "),
        ("old guild", "Next: libcareer resources old-guild - "),
        ("mlis", "Next: libcareer credentials mlis - "),
    ],
)
def test_words_that_are_no_command_are_looked_up(run: Run, words: str, said: str) -> None:
    result = run(*words.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert said in result.stdout
    assert run("search", words).stdout == result.stdout
    assert run("--format", "json", *words.split()).stdout == run("search", words, "--format", "json").stdout


@pytest.mark.parametrize("words", ["qqqq", "pay of a qqqq", "jobs qqqq", "library jobs"])
def test_words_about_which_nothing_is_known_say_so(run: Run, words: str) -> None:
    result = run(*words.split())
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert ("Nothing here is about 'qqqq'." in result.stderr) is ("qqqq" in words)


def test_every_page_that_words_lead_to_can_be_shown(run: Run) -> None:
    for words in ("librarian pay", "cataloging", "public", "mlis", "old guild", "from page to librarian", "support"):
        for page in json.loads(run("search", words, "--format", "json").stdout)["pages"]:
            result = run(*shlex.split(page["address"]))
            assert (result.exit_code, result.stderr) == (0, ""), page["address"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("shwo", "'show'"), ("role", "'roles'"), ("quizz", "'quiz'"), ("plans", "'planb' or 'plan'"), ("my", "'me'")],
)
def test_a_command_with_a_slip_is_named_and_not_looked_up(run: Run, word: str, meant: str) -> None:
    result = run(word, "page")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"No such command '{word}'. Did you mean {meant}?" in result.stderr


def test_problems_in_a_folder_are_shown_with_their_lines(run: Run, data: Path) -> None:
    path = data / "roles" / "page.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("part_time: often", "part_time:   daily"), encoding="utf-8"
    )
    result = run("roles", data=data)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "page.yaml" in result.stderr
    _, _, line, mark, *_ = result.stderr.splitlines()
    assert line.index("daily") == mark.index("^~~~~")
    assert "1 problem in the knowledge files." in result.stderr


def test_control_characters_in_a_name_are_shown_and_do_nothing(run: Run) -> None:
    result = run("show", "\x1b[2Jpage\x07")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
    assert "\\x1b[2Jpage" in result.stderr


ACTING = ["\u202eabc", "\x1b[2J", "a\u2066b", "\x07", "\x9b2J", "x\u200by", "\u2028", "a\nb", "\ufeff"]


def acting(said: str) -> set[str]:
    """Characters of *said* that a terminal or a reader might act on."""
    kinds = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    return {char for char in said if char != "\n" and unicodedata.category(char) in kinds}


@pytest.mark.parametrize("word", ACTING, ids=ascii)
@pytest.mark.parametrize(
    "call",
    [
        ["roles", "--{}"],
        ["roles", "-{}"],
        ["--{}"],
        ["{}"],
        ["forget", "{}"],
        ["me", "{}"],
        ["show", "{}"],
        ["roles", "--format", "{}"],
        ["roles", "--format={}"],
        ["--format", "{}", "roles"],
        ["--help", "--format", "{}"],
        ["path", "page", "--prefer", "{}"],
        ["quiz", "--seed", "{}"],
        ["quiz", "--riasec", "{}"],
        ["lssc", "--worked", "{}"],
        ["lssc", "--hours", "{}"],
        ["plan", "page", "--start", "{}"],
        ["plan", "done", "{}"],
        ["planb", "page", "--max-cost", "{}"],
        ["quiz", "--new={}"],
    ],
    ids=" ".join,
)
def test_whatever_is_typed_wrongly_is_shown_as_text(run: Run, call: list[str], word: str) -> None:
    result = run(*(part.format(word) for part in call))
    assert result.exit_code in (1, 2)
    assert result.stderr
    assert acting(result.stdout) == acting(result.stderr) == set()
    assert "Traceback" not in result.stderr


def test_what_is_typed_wrongly_stays_on_its_line_and_is_not_repeated_without_end(run: Run) -> None:
    assert run("roles", "a\nError: b").stderr.splitlines()[-1].startswith("Error: Got unexpected")
    assert len(run("roles", "--" + "a" * 100_000).stderr) < 1000
    assert _usage(typer.BadParameter("a\nError: b")) == "Error: Invalid value: a Error: b"


@pytest.mark.skipif(os.name != "posix", reason="names of files as POSIX has them")
@pytest.mark.parametrize("word", ACTING, ids=ascii)
def test_what_a_variable_or_a_file_name_holds_is_shown_as_text(
    run: Run, data: Path, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "roles" / f"{word}.yaml").write_text("a: 1\n", encoding="utf-8")
    (data / "roles" / f"{word}.txt").touch()
    said = [run("check", str(data)), run("roles", data=data), run("check", str(data / "roles" / f"{word}.txt"))]
    said += [run("class", str(data / word)), run("quiz", "--answers", str(data / "roles" / f"{word}.yaml"))]
    said += [run("roles", data=data / word)]
    monkeypatch.setenv("LIBCAREER_HOME", str(data / "settings.yaml" / word))
    said += [run("quiz", input="1 2 3\n"), run("me")]
    for result in said:
        assert result.exit_code in (0, 1)
        assert acting(result.stdout) == acting(result.stderr) == set()
    done = program("show", **{"_LIBCAREER_COMPLETE": f"complete_{word}"})
    assert acting(done.stdout.decode()) == acting(done.stderr.decode()) == set()


@pytest.mark.parametrize("args", ["--version", "--version --verbose", "--help", "roles --help"])
@pytest.mark.parametrize("format_", ["plain", "json", "csv", "markdown", "screen"])
def test_help_and_version_come_in_every_format(run: Run, args: str, format_: str) -> None:
    leading = run("--format", format_, *args.split())
    result = run(*args.split(), "--format", format_)
    assert (result.exit_code, result.stderr, leading.stdout) == (0, "", result.stdout)
    assert result.stdout.startswith("{") is (format_ == "json")
    assert ("#" in result.stdout[:1]) is (format_ == "markdown")
    if "--help" in args and format_ in ("plain", "screen"):
        assert result.stdout == run(*args.split()).stdout


def test_help_in_json_has_options_with_metavar_default_and_help(run: Run) -> None:
    found = json.loads(run("related", "--help", "--format", "json").stdout)
    (limit,) = (one for one in found["options"] if "--limit" in one["names"])
    assert (limit["metavar"], limit["default"]) == ("N", 10)
    assert limit["help"]
    assert found["arguments"] == [
        {
            "name": "ROLE",
            "help": "Its id or any title; without it, a list to choose from.",
            "required": False,
            "repeats": True,
        },
    ]
    (prefer,) = (
        one
        for one in json.loads(run("path", "--help", "--format", "json").stdout)["options"]
        if "--prefer" in one["names"]
    )
    assert prefer["choices"] == ["usual", "quickest", "cheapest", "earning"]


def test_an_error_of_a_file_is_no_error_of_the_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise OSError(36, "File name too long", "x" * 300)

    monkeypatch.setattr("libcareer.knowledge.checks.check", broken)
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.fullmatch(r"'x+\.\.\.' cannot be used: File name too long\.\n", result.stderr)


@pytest.mark.parametrize(
    "args", [["roles", "--part-time", "--no-degree", "--skill", "leading"], ["resources", "--status", "closed"]]
)
def test_finding_nothing_gives_a_message_and_exit_code_1(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 1
    assert result.stdout or result.stderr


def test_a_goal_that_cannot_be_reached_gives_exit_code_1_and_says_why(run: Run, data: Path) -> None:
    said = (data / "roles" / "editor.yaml").read_text(encoding="utf-8").replace("title: Editor", "title: Hermit")
    start, end = said.index("entry:"), said.index("duties:")
    (data / "roles" / "hermit.yaml").write_text(said[:start] + "entry: null\n" + said[end:], encoding="utf-8")
    result = run("path", "hermit", data=data)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "No way found." in result.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["resources", "--outdated"], "no longer"),
        (["resources", "old guild"], "Old Guild"),
        (["network"], ""),
        (["skills", "helping"], "page"),
        (["credentials", "mlis"], "mlis"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_records_can_be_listed_and_shown_one_by_one(run: Run, args: list[str], said: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stderr) == (0, "")
    assert said in result.stdout
    assert result.stdout


@pytest.mark.parametrize(
    ("have", "code"), [(["bachelor"], 0), (["high school"], 0), (["mlis", "lib-certificate"], 0), (["badge"], 0)]
)
def test_have_takes_a_level_or_a_credential(run: Run, have: list[str], code: int) -> None:
    held = [word for one in have for word in ("--have", one)]
    assert run("path", "librarian", *held).exit_code == code


def test_the_version_is_shown(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"libcareer {__version__}\n")


@pytest.mark.parametrize(
    ("line", "position", "offered"),
    [("libcareer show archiv", 2, "archivist"), ("libcareer roles --skill catalog", 3, "cataloging")],
)
def test_the_shell_completes_names(
    line: str, position: int, offered: str, lasting_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LIBCAREER_HOME", str(lasting_home))
    env = {"_LIBCAREER_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(position)}
    result = CliRunner().invoke(app, [], prog_name="libcareer", env=env)
    assert result.exit_code == 0
    assert offered in result.stdout.split()
    assert all(word.startswith(line.split()[-1]) for word in result.stdout.split())


# ---------------------------------------------------------------------------- at a terminal


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """The program at a terminal where a person types these keys: exit code, stdout, stderr."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("LIBCAREER_DATA", str(TINY))

    def call(*args: str, keys: str = "") -> tuple[int, str, str]:
        out, err = Terminal(), Terminal()
        monkeypatch.setattr("sys.stdin", Terminal())
        monkeypatch.setattr("sys.stdout", out)
        monkeypatch.setattr("sys.stderr", err)
        monkeypatch.setattr("sys.argv", ["libcareer", *args])
        with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
            pipe.send_text(keys)
            with pytest.raises(SystemExit) as left:
                __main__.main()
        code = left.value.code
        return (code if isinstance(code, int) else 0), out.getvalue(), err.getvalue()

    return call


@pytest.mark.parametrize(("word", "title"), [("assistant", "Page"), ("libraries", "Librarian")])
def test_at_a_terminal_an_unclear_name_is_asked_about(at_terminal: Typed, word: str, title: str) -> None:
    code, out, _ = at_terminal("show", word, keys="\x1b[A\x1b[A\r")  # the last before "none of these"
    assert code == 0
    assert title in out


def test_at_a_terminal_a_slip_is_not_asked_about(at_terminal: Typed) -> None:
    code, out, err = at_terminal("show", "pagee")
    assert code == 0
    assert "Page" in out
    assert err == "No 'pagee'; showing Page.\n"


@pytest.mark.parametrize(
    ("args", "keys", "said"),
    [
        (["show"], "libr\r", "Librarian"),
        (["show"], "\x1b[B\x1b[B\r", "Director"),
        (["show"], "2\r", "Director"),
        (["show"], "LIBR\r", "Librarian"),
        (["show"], "libx\rlibr\r", "Librarian"),
        (["path", "--from", "page"], "libr\r", "From Page to Librarian"),
        (["related"], "page\r", "Page"),
        (["planb"], "libr\r", "Librarian"),
        (["compare"], "page\rclerk\r", "Page or Clerk"),
        (["compare", "page"], "clerk\r", "Page or Clerk"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else ascii(value),
)
def test_at_a_terminal_a_role_that_is_missing_is_picked_from_a_list(
    at_terminal: Typed, args: list[str], keys: str, said: str
) -> None:
    code, out, _ = at_terminal(*args, keys=keys)
    assert code == 0
    assert said in out


@pytest.mark.parametrize(("keys", "code"), [("\x1b", 2), ("q\r", 2), ("\x03", 130)])
def test_at_a_terminal_no_role_need_be_picked(at_terminal: Typed, keys: str, code: int) -> None:
    left, out, err = at_terminal("show", keys=keys)
    assert (left, out) == (code, "")
    assert ("Missing argument 'ROLE'." in err) is (code == 2)


def test_at_a_terminal_none_of_the_names_may_be_chosen(at_terminal: Typed) -> None:
    code, out, err = at_terminal("show", "assistant", keys="\x1b[A\r")
    assert (code, out) == (1, "")
    assert "is the name of 2 roles" in err


def test_at_a_terminal_a_name_without_similar_ones_is_not_asked_about(at_terminal: Typed) -> None:
    code, _, err = at_terminal("show", "qqqq")
    assert code == 1
    assert err == "There is no role called 'qqqq'.\n"


def test_ctrl_c_before_the_first_answer_only_says_that_it_stopped(at_terminal: Typed) -> None:
    code, _, err = at_terminal("quiz", keys="\x03")
    assert code == 130
    assert err.strip().splitlines()[-1] == "Stopped."


def test_ctrl_c_at_any_other_question_does_not_mention_a_quiz(at_terminal: Typed) -> None:
    code, _, err = at_terminal("show", "assistant", keys="\x03")
    assert code == 130
    assert err.strip() == "Stopped."


def test_ctrl_c_in_the_quiz_saves_the_answers_and_the_next_quiz_resumes(at_terminal: Typed, home: Path) -> None:
    code, out, err = at_terminal("quiz", "--seed", "5", keys="123\r456\r\x03")
    assert code == 130
    assert out == ""
    assert err.strip().splitlines()[-1:] == ["Stopped. Your answers are kept: `libcareer quiz` goes on from there."]
    before = (home / "quiz.json").read_text(encoding="utf-8")
    assert at_terminal("quiz", keys="y\x03")[0] == 130
    assert (home / "quiz.json").read_text(encoding="utf-8") == before
    assert at_terminal("quiz", keys="n789\r\x03")[0] == 130
    assert (home / "quiz.json").read_text(encoding="utf-8").count('"options"') == 1


def test_each_new_quiz_at_a_terminal_has_its_own_order(at_terminal: Typed, home: Path) -> None:
    seeds = set()
    for _ in range(3):
        at_terminal("quiz", "--new", keys="123\r\x03")
        found = re.search(r'"seed": (\d+)', (home / "quiz.json").read_text(encoding="utf-8"))
        assert found
        seeds.add(found[1])
    assert len(seeds) > 1


@pytest.mark.parametrize(("keys", "kept"), [("y", "editor"), ("n", "librarian"), ("\x03", "librarian")])
def test_at_a_terminal_a_plan_for_another_goal_asks_first(at_terminal: Typed, home: Path, keys: str, kept: str) -> None:
    assert at_terminal("plan", "librarian")[0] == 0
    code, out, err = at_terminal("plan", "editor", keys=keys)
    assert f'"goal": "{kept}"' in (home / "plan.json").read_text(encoding="utf-8")
    if keys == "\x03":
        assert (code, out, err.strip()) == (130, "", "Stopped.")
    else:
        assert code == 0
        assert "Your plan: Editor" in out
        assert ("not kept" in err) is (keys == "n")


# ---------------------------------------------------------------------------- the program itself


def test_the_program_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["libcareer", "--version"])
    runpy.run_path(str(__main__.__file__), run_name="__main__")
    assert capsys.readouterr().out == f"libcareer {__version__}\n"


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_program_shows_its_version_without_loading_commands(
    option: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["libcareer", option])
    __main__.main()
    assert capsys.readouterr().out == f"libcareer {__version__}\n"


def test_the_program_opens_streams_that_are_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{name}", None)
    monkeypatch.setattr("sys.argv", ["libcareer", "--version"])
    __main__.main()
    assert sys.stdin.read() == ""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()


def program(*args: str, typed: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own, on the tiny knowledge."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "libcareer", *args],
        cwd=ROOT,
        env={**os.environ, "LIBCAREER_DATA": str(TINY), **env},
        input=typed.encode(),
        capture_output=True,
        check=False,
    )


def in_shell(script: str, **env: str) -> subprocess.CompletedProcess[str]:
    """The *script* in a shell in which $libcareer is the program; $code is its exit code in a pipe."""
    environment = {**os.environ, "LIBCAREER_DATA": str(TINY), **env}
    call = f'libcareer() {{ {shlex.quote(sys.executable)} -m libcareer "$@"; }}\n{script}'
    return subprocess.run(["bash", "-c", call], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")

SAYINGS = [["roles"], ["show", "page"], ["path", "librarian"], ["roles", "--format", "json"], ["--help"]]
ODD = {
    "no color": {"NO_COLOR": "1"},
    "a dumb terminal": {"TERM": "dumb"},
    "the C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "a narrow terminal": {"COLUMNS": "40"},
    "a tiny terminal": {"COLUMNS": "1"},
    "a wide terminal": {"COLUMNS": "400"},
    "no columns": {"COLUMNS": "many"},
    "no home": {"LIBCAREER_HOME": "/dev/null/nowhere"},
}


@pytest.mark.parametrize("env", ODD.values(), ids=ODD.keys())
def test_an_odd_environment_does_no_harm(env: dict[str, str]) -> None:
    for args in (["show", "librarian", "--format", "screen"], ["roles", "--format", "markdown"]):
        done = program(*args, **env)
        assert done.returncode == 0
        assert done.stderr == b""
        assert done.stdout
        if env.get("PYTHONIOENCODING") == "ascii":
            assert done.stdout.isascii()


@pytest.mark.parametrize("columns", [40, 60, 80])
@pytest.mark.parametrize(
    "args",
    [
        ["roles"],
        ["show", "librarian"],
        ["path", "librarian"],
        ["skills", "helping"],
        ["sources"],
        ["quiz"],
        ["plan", "librarian", "--start", "2026-09"],
        ["lssc", "--from", "page", "--goal", "clerk"],
    ],
)
def test_no_line_on_the_screen_is_longer_than_the_terminal_is_wide(args: list[str], columns: int) -> None:
    done = program(*args, "--format", "screen", typed=QUIZ_LINES, COLUMNS=str(columns))
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert [line for line in lines if len(line) > columns] == []
    assert len(lines) > 3


def test_without_color_no_escape_sequence_is_written() -> None:
    done = program("show", "page", "--format", "screen", NO_COLOR="1", TERM="xterm-256color")
    assert b"\x1b" not in done.stdout


@posix
@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("libcareer roles <&-", True),
        ("libcareer roles >&-", False),
        ("libcareer roles >&- 2>&-", False),
        ("libcareer roles <&- >&- 2>&-", False),
        ("libcareer --version >&-", False),
        ("libcareer roles --format screen >&-", False),
    ],
)
def test_closed_streams_do_no_harm(script: str, said: bool) -> None:
    done = in_shell(script)
    assert (done.returncode, done.stderr) == (0, "")
    assert bool(done.stdout) is said


@posix
def test_a_quiz_with_a_closed_stdin_says_that_nothing_was_answered() -> None:
    done = in_shell("libcareer quiz <&-")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Nothing was answered")


@posix
def test_head_stops_the_program_silently() -> None:
    done = in_shell("libcareer roles | head -1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@posix
@pytest.mark.parametrize("format_", ["plain", "json", "screen"])
def test_a_closed_pipe_stops_the_program_silently(format_: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "libcareer", "show", "librarian", "--format", format_],
            cwd=ROOT,
            env={**os.environ, "LIBCAREER_DATA": str(TINY)},
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@posix
def test_nothing_more_is_written_after_the_pipe_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    monkeypatch.setattr("sys.argv", ["libcareer", "--data", str(TINY), "show", "librarian"])
    with os.fdopen(writing, "w", encoding="utf-8") as out:
        monkeypatch.setattr("sys.stdout", out)
        with pytest.raises(SystemExit) as left:
            __main__.main()
        monkeypatch.undo()
    assert left.value.code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("args", ["roles", "roles --format screen", pytest.param("--version")])
def test_a_full_disk_behind_stdout_gives_a_message(args: str) -> None:
    done = in_shell(f"libcareer {args} > /dev/full")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
