"""Folders of knowledge made to do harm: one clear problem, and bounded time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from libcareer.catalog import Catalog
from libcareer.catalog.compiled import compile
from libcareer.errors import LibcareerError
from libcareer.knowledge.checks import check
from libcareer.knowledge.figures import bad_references
from libcareer.knowledge.folders import MOST_FILES
from libcareer.knowledge.reading import RECORD_KINDS, SINGLE_FILES, dangling, read_folder

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.platform == "win32":
    pytest.skip("links, pipes and limits as POSIX has them", allow_module_level=True)

ROOT = Path(__file__).parents[2]
TINY = Path(__file__).parents[1] / "tiny"

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from libcareer.__main__ import main
folder = sys.argv[1]
for args in (["roles", "--data", folder], ["check", folder]):
    sys.argv = ["libcareer", *args]
    try:
        main()
    except SystemExit as left:
        assert left.code == 1, left.code
    sys.stdout.flush()
    sys.stderr.write("\\0")
"""
"""Both ways to read a folder, in bounded memory and time."""


def told(folder: Path) -> tuple[str, str]:
    """What using *folder* and checking it say; each must end in words, within its limits."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder)], cwd=ROOT, capture_output=True, check=False, errors="strict"
    )
    assert done.returncode == 0, done.stderr[-2000:]
    used, checked, rest = done.stderr.split("\0")
    assert rest == ""
    assert "Traceback" not in used + checked
    return used, checked + done.stdout


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def deep(folder: Path) -> None:
    """Folders in folders, too many for a recursion and for the length of a path."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        for _ in range(1500):
            Path("abc").mkdir()
            os.chdir("abc")
    finally:
        os.chdir(before)


def many(folder: Path) -> None:
    (folder / "roles" / "more").mkdir()
    for number in range(MOST_FILES):
        os.mknod(folder / "roles" / "more" / str(number))


def linked(folder: Path) -> None:
    (folder / "roles").rename(folder.parent / "elsewhere")
    (folder / "roles").symlink_to(folder.parent / "elsewhere")


def nested(folder: Path) -> None:
    (folder / "roles" / "x.yaml").symlink_to("y.yaml")
    (folder / "roles" / "y.yaml").symlink_to("x.yaml")


def into(name: str, data: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / os.fsdecode(name)).write_bytes(data)


ALIASES = b"a: &a [x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (letter, letter, b", ".join([b"*%c" % (letter - 1)] * 8)) for letter in range(98, 122)
)
WHERE = "roles/x.yaml"
BOMBS: dict[str, tuple[Callable[[Path], object], str]] = {
    "aliases that multiply": (into(WHERE, ALIASES), "anchors (&name) are not allowed"),
    "brackets without end": (into(WHERE, b"[" * 1_000_000), "nested more than 24 levels deep."),
    "mappings without end": (into(WHERE, b"{a: " * 300_000), "nested more than 24 levels deep."),
    "dashes without end": (into(WHERE, b"- " * 900_000), "nested more than 24 levels deep."),
    "100 MB": (lambda folder: sparse(folder / WHERE, 100_000_000), "the file is larger than 2,000,000 bytes."),
    "a million values": (into(WHERE, (b"- [" + b"1," * 190 + b"1]\n") * 5000), "contains more than 50,000 values."),
    "thousands of unknown fields": (
        into(WHERE, b"".join(b"title%d: x\n" % number for number in range(20_000))),
        "too many problems; the rest of the file is not read.",
    ),
    "thousands of unknown names": (
        into("clusters.yaml", b"support: {title: x}\n"),
        "unknown cluster",
    ),
    "one very long word": (
        into("settings.yaml", b"x" * 1_900_000 + b": {title: x}\n"),
        "a text contains a colon and a space",
    ),
    "one very long key": (into("settings.yaml", b"? " + b"x" * 1_900_000 + b"\n: {title: x}\n"), "cannot be an id"),
    "a pipe": (lambda folder: os.mkfifo(folder / WHERE), "it is a pipe or a device."),
    "a device": (lambda folder: (folder / WHERE).symlink_to("/dev/zero"), "a link to a place outside its folder."),
    "a link out": (
        lambda folder: (folder / WHERE).symlink_to("/etc/passwd"),
        "a link to a place outside its folder.",
    ),
    "links in a circle": (nested, "Too many levels of symbolic links."),
    "a link to a folder": (linked, "the folder is a link; links to folders are not followed."),
    "folders without end": (deep, "has folders nested more than 10 levels deep."),
    "too many files": (many, "contains more than 10,000 files"),
    "a folder for a file": (lambda folder: (folder / WHERE).mkdir(), "cannot be read: Is a directory."),
    "a name that is not UTF-8": (into("roles/\udcff\udcfe.yaml", b"a: 1\n"), "\\udcff\\udcfe"),
    "a name with an escape": (into("roles/\x1b[2J\n.yaml", b"a: 1\n"), "roles/\\x1b[2J .yaml:1:1"),
    "a name with a line": (into("roles/x\nNo problems..yaml", b"a: 1\n"), "roles/x No problems..yaml:1:1"),
    "bytes": (into(WHERE, bytes(range(256)) * 100), "is not UTF-8"),
    "UTF-16": (into(WHERE, "title: x\n".encode("utf-16")), "byte 0xff is not UTF-8. Save the file as UTF-8."),
    "UTF-16 without a mark": (into(WHERE, "title: x\n".encode("utf-16-le")), "the character U+0000 is not allowed."),
    "a NUL": (into(WHERE, b"title: a\0b\n"), "the character U+0000 is not allowed."),
    "a NUL by its number": (into(WHERE, b'title: "a\\0b"\n'), "the character U+0000 is not allowed."),
    "an escape by its name": (into(WHERE, b'title: "\\e[2J"\n'), "the character U+001B is not allowed."),
    "half a character": (into(WHERE, b'title: "\\ud800"\n'), "roles/x.yaml:1:"),
}


@pytest.mark.parametrize(("spoil", "said"), BOMBS.values(), ids=BOMBS.keys())
def test_a_folder_made_to_do_harm_is_one_clear_problem_in_bounded_time_and_memory(
    data: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(data)
    try:
        used, checked = told(data)
    finally:
        # Too deep for those who clean up after us.
        subprocess.run(["rm", "-rf", data], check=True)
    assert said in used
    assert said in " ".join(checked.split())
    assert "\x1b" not in used + checked
    assert len(used) < 1_000_000


def test_a_folder_of_more_than_anybody_writes_is_refused(data: Path) -> None:
    for number in range(26):
        (data / "roles" / f"x{number}.yaml").write_bytes(b"# " + b"x" * 1_990_000)
    used, checked = told(data)
    assert "contains more than 50,000,000 bytes" in used
    assert "contains more than 50,000,000 bytes" in checked


# ---------------------------------------------------------------------------- ids

LOOKALIKES = {
    "composed": "caf\N{LATIN SMALL LETTER E WITH ACUTE}",
    "in two characters": "cafe\N{COMBINING ACUTE ACCENT}",
    "Cyrillic": "p\N{CYRILLIC SMALL LETTER A}ge",
    "wide": "\N{FULLWIDTH LATIN SMALL LETTER P}age",
    "mathematical": "\N{MATHEMATICAL BOLD SMALL P}age",
    "joined without a width": "pa\N{ZERO WIDTH JOINER}ge",
    "another hyphen": "old\N{HYPHEN}guild",
    "digits of another script": "page-\N{ARABIC-INDIC DIGIT ONE}",
    "upwards": "../page",
    "from the root": "/etc/passwd",
    "on a drive": "C:page",
    "a line end": "page\n",
    "blank": " ",
    "direction": "\N{RIGHT-TO-LEFT OVERRIDE}egap",
}


@pytest.mark.parametrize("id_", LOOKALIKES.values(), ids=LOOKALIKES.keys())
def test_an_id_is_made_of_nothing_that_looks_like_something_else(data: Path, id_: str) -> None:
    import json

    (data / "settings.yaml").write_text(
        f"{json.dumps(id_, ensure_ascii=False)}: {{title: Somewhere}}\n", encoding="utf-8"
    )
    _, problems = read_folder(data)
    assert [problem.message.endswith("cannot be an id: use words-joined-by-hyphens.") for problem in problems] == [True]
    if "/" not in id_:
        shutil.copyfile(data / "roles" / "page.yaml", data / "roles" / f"{id_}.yaml")
        _, problems = read_folder(data)
        assert len(problems) == 2


def test_a_code_has_no_digits_of_another_script(data: Path) -> None:
    path = data / "occupations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("25-", "٢٥-"), encoding="utf-8")
    _, problems = read_folder(data)
    assert {problem.message.partition("' ")[2] for problem in problems} == {
        "cannot be an id: use a code of the classification, such as 25-4022.00 or 2452."
    }


# ---------------------------------------------------------------------------- anything at all

PIECES = [
    "\\e",
    "\0",
    "\t",
    "\r",
    "\x85",
    "&a ",
    "*a",
    "!!x ",
    "[",
    "{",
    "- ",
    ": ",
    "? ",
    "'",
    '"',
    "|\n",
    "---\n",
    "%",
    "#",
]
PIECES += [
    "\n",
    "null",
    "~",
    "9" * 400,
    "-1",
    ".inf",
    "1e9",
    "page",
    "\u202e",
    "\ufeff",
    "a" * 500,
    "é",
    "e\u0301",
    "<<: ",
]
FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*.yaml") if path.name != "standalone.yaml")


@settings(max_examples=settings().max_examples // 12, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(FILES), draw=st.data())
def test_a_spoiled_folder_is_problems_or_can_be_asked_for_everything(
    tmp_path_factory: pytest.TempPathFactory, name: str, draw: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("spoiled") / "data"
    shutil.copytree(TINY, folder)
    text = (folder / name).read_text(encoding="utf-8")
    for _ in range(draw.draw(st.integers(1, 3))):
        start = draw.draw(st.integers(0, len(text)))
        end = min(len(text), start + draw.draw(st.integers(0, 9)))
        text = text[:start] + draw.draw(st.sampled_from(PIECES)) + text[end:]
    (folder / name).write_text(text, encoding="utf-8")
    try:
        knowledge, problems = read_folder(folder)
        problems += [*dangling(knowledge), *bad_references(knowledge.entries)]
        found = check([folder]).problems
    except LibcareerError:
        return
    assert all(str(problem).startswith(problem.file) for problem in (*problems, *found))
    if not problems:
        catalog, filled = Catalog(compile(knowledge)), knowledge.filled()
        for kind in {*RECORD_KINDS} - {*SINGLE_FILES}:
            records = getattr(catalog, kind)
            assert {id_: records[id_] for id_ in records} == filled.records(kind)
