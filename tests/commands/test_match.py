"""`libcareer match`: every format that it reads, what it refuses in one sentence, and what it does with the person."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from libcareer.inquiries.documents.file import LARGEST_TEXT
from libcareer.person.about import change_about
from libcareer.reports.match import match_report

if TYPE_CHECKING:
    from conftest import Run

DOCUMENTS = Path(__file__).parents[1] / "documents"
AD, RESUME = DOCUMENTS / "advertisement.txt", DOCUMENTS / "resume.json"

PAGE = """<!doctype html>
<html><head><title>Jobs</title><style>p {color: red}</style></head><body><nav>Storytime</nav>
<h1>Cataloger</h1>
<script>var skill = "Grant writing";</script>
<!-- Fundraising -->
<p>The library seeks a cataloger.</p>
<h2>Required</h2>
<ul><li>MLIS &amp; knowledge of MARC</li></ul>
<h2>Preferred</h2><ul><li class="a">Storytimes</li></ul>
</body></html>
"""


def matched(run: Run, *args: str, **typed: Any) -> dict[str, Any]:
    result = run("match", *args, "--format", "json", **typed)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def skills(found: dict[str, Any]) -> dict[str, str]:
    return {skill["id"]: skill["importance"] for skill in found["skills"]}


def written(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


# ---------------------------------------------------------------------------- formats


def test_an_advertisement_is_read_from_a_file_and_from_standard_input(run_snapshot: Run) -> None:
    from_file = matched(run_snapshot, str(AD))
    assert from_file["kind"] == "ad"
    assert from_file["roles"][0]["id"] == "library-technician"
    assert matched(run_snapshot, "-", input=AD.read_text(encoding="utf-8"))["roles"] == from_file["roles"]


def test_html_is_read_without_scripts_styles_and_menus(run_snapshot: Run, tmp_path: Path) -> None:
    found = matched(run_snapshot, written(tmp_path, "ad.html", PAGE))
    assert [title["words"] for title in found["titles"]] == ["Cataloger"]
    said = skills(found)
    assert (said["marc"], said["storytime"]) == ("essential", "useful")
    assert not {"grant-writing", "fundraising"} & said.keys()
    (quote,) = next(skill["quotes"] for skill in found["skills"] if skill["id"] == "marc")
    assert quote["where"] == "line 8"


def test_a_json_resume_is_read_with_fields_that_are_null_or_empty(run_snapshot: Run) -> None:
    found = matched(run_snapshot, str(RESUME))
    assert (found["kind"], found["because"]) == ("resume", "its format says so")
    assert found["titles"][0] == {"words": "Library Technician", "where": "work[0].position"}
    assert skills(found)["copy-cataloging"] == "shown"
    assert skills(found)["storytime"] == "claimed"


@pytest.mark.parametrize(
    "data",
    [
        {"work": [None, "", 3, {"position": None, "highlights": None}], "skills": []},
        {"basics": None, "work": [{"position": 5, "summary": ["x"], "highlights": "Cataloged maps"}]},
        {"basics": [], "skills": [{"name": {"a": 1}, "keywords": [[], {}, "MARC"]}], "education": [{"area": []}]},
    ],
)
def test_a_json_resume_with_values_of_the_wrong_kind_is_answered_or_refused(
    run_snapshot: Run, tmp_path: Path, data: object
) -> None:
    result = run_snapshot("match", written(tmp_path, "resume.json", json.dumps(data)))
    assert result.exit_code in (0, 1)
    assert isinstance(result.exception, SystemExit | None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_common_encodings_are_read(run_snapshot: Run, tmp_path: Path, encoding: str) -> None:
    text = "Cataloger\n\nThe libr\N{LATIN SMALL LETTER E WITH ACUTE}ary seeks a cataloger with MARC.\n"
    found = matched(run_snapshot, written(tmp_path, "ad.txt", text.encode(encoding)))
    assert found["titles"][0]["words"] == "Cataloger"


def test_docx_is_read_with_its_headings_lists_and_tables(run_snapshot: Run, tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Cataloger", 0)
    document.add_heading("Required", 1)
    document.add_paragraph("Knowledge of MARC", style="List Bullet")
    document.add_table(1, 1).rows[0].cells[0].text = "Salary: $50,000 a year"
    document.save(str(tmp_path / "ad.docx"))
    found = matched(run_snapshot, str(tmp_path / "ad.docx"))
    assert skills(found)["marc"] == "essential"
    assert found["pay"][0]["said"]["low"] == 50_000


def pdf_of(*lines: str) -> bytes:
    """A PDF of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()


def test_pdf_is_read_with_page_and_line(run_snapshot: Run, tmp_path: Path) -> None:
    data = pdf_of("Cataloger", "The library seeks a cataloger. MARC required.")
    found = matched(run_snapshot, written(tmp_path, "ad.pdf", data))
    assert {"words": "MARC", "where": "page 1, line 2"} in [
        quote for skill in found["skills"] for quote in skill["quotes"]
    ]


@pytest.mark.parametrize(("package", "name", "data"), [("pypdf", "ad.pdf", pdf_of("A")), ("docx", "ad.docx", None)])
def test_without_the_extra_one_sentence_says_what_to_install(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, name: str, data: bytes | None
) -> None:
    if data is None:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("word/document.xml", "<a/>")
        data = packed.getvalue()
    monkeypatch.setitem(sys.modules, package, None)
    result = run("match", written(tmp_path, name, data))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "install 'libcareer[documents]' first, or save its text in a file." in result.stderr


# ---------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("noise.bin", bytes(range(256)) * 4_000, "is no text, HTML, JSON Resume, PDF or DOCX."),
        ("long.txt", b"cataloger " * 100_000, f"at most {LARGEST_TEXT:,}. Save only its text."),
        ("lines.txt", b"a\n" * 10_000, "There are 10,000 lines in"),
        ("large.txt", b" " * 2_000_000, "has more than 1,500,000 bytes."),
        ("huge.txt", b"\0" * 9_000_000, "is larger than 8,000,000 bytes."),
        ("empty.txt", b"", "There is no text in"),
        ("marks.txt", b"?! ... 123\n", "There is no text in"),
        ("other.json", b'{"a": 1}', "is no JSON Resume"),
        ("deep.json", b"[" * 200_000, "is no JSON Resume"),
        ("broken.pdf", b"%PDF-1.4\n" + b"1 0 obj " * 9_000, "is a PDF that cannot be read"),
        ("broken.docx", b"PK\3\4" + b"x" * 9_000, "is no text, HTML, JSON Resume, PDF or DOCX."),
    ],
)
def test_what_is_no_document_is_refused_in_one_sentence(
    run: Run, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    result = run("match", written(tmp_path, name, data))
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_a_file_that_cannot_be_read_is_named(run: Run, name: str) -> None:
    result = run("match", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"'{name}' cannot be read: " in result.stderr


def test_a_docx_that_unpacks_to_much_is_refused(run: Run, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 40_000_000)
    result = run("match", written(tmp_path, "bomb.docx", packed.getvalue()))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "when it is unpacked" in result.stderr


def test_both_kinds_at_once_are_a_contradiction(run: Run) -> None:
    result = run("match", str(AD), "--ad", "--resume")
    assert result.exit_code == 2
    assert "contradict each other" in result.stderr


def test_a_job_of_another_field_is_told_and_what_it_says_is_shown_all_the_same(run_snapshot: Run) -> None:
    result = run_snapshot("match", "-", input="Registered Nurse\n\nCares for patients. RN license. $38 an hour.\n")
    assert result.exit_code == 1
    assert "no job this guide knows" in result.stdout
    assert "$38.00 an hour" in result.stdout


# ---------------------------------------------------------------------------- the answer


def test_the_person_can_say_what_a_document_is(run_snapshot: Run) -> None:
    found = matched(run_snapshot, str(AD), "--resume")
    assert (found["kind"], found["because"]) == ("resume", "you said so")
    assert matched(run_snapshot, str(RESUME), "--ad")["kind"] == "ad"


def test_one_role_is_judged(run_snapshot: Run) -> None:
    found = matched(run_snapshot, str(RESUME), "--role", "cataloging technician")
    assert found["judged"]["id"] == "cataloging-technician"
    assert [skill["id"] for skill in found["judged"]["shown"]] == ["copy-cataloging", "marc"]
    said = run_snapshot("match", str(RESUME), "--role", "cataloging-technician").stdout
    assert "What is not written is not what you cannot do" in said


def test_the_first_screen_has_what_decides(run_snapshot: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run_snapshot("match", str(AD), "--format", "screen").stdout.splitlines()
    first = lines[: next(number for number, line in enumerate(lines) if "nearest roles" in line.lower())]
    assert len(first) <= 24
    for label in ("the job", "level", "pay", "must have", "the work", "hours", "watch"):
        assert any(line.startswith(label) for line in first), label


def test_pay_is_shown_beside_the_figures_here_with_their_year(run_snapshot: Run) -> None:
    assert "$19.50 an hour, about $40,560 a year if full time: below the median of $21.43 an hour (" in " ".join(
        run_snapshot("match", str(AD)).stdout.split()
    )


def test_the_table_has_a_row_for_each_quote(run_snapshot: Run) -> None:
    found = matched(run_snapshot, str(AD))
    rows = list(csv.DictReader(io.StringIO(run_snapshot("match", str(AD), "--format", "csv").stdout)))
    quotes = [(skill["id"], quote["words"], quote["where"]) for skill in found["skills"] for quote in skill["quotes"]]
    assert [(row["id"], row["words"], row["where"]) for row in rows if row["item"] == "skill"] == quotes


def test_what_is_kept_about_the_person_is_used_and_can_be_ignored(run_snapshot: Run) -> None:
    from msgspec.structs import replace

    change_about(lambda told: replace(told, posts=("library-page",), limits={"evenings": "no"}))
    said = run_snapshot("match", str(AD)).stdout
    assert "For you: Library Page" in said
    assert "your limits: no evenings" in said
    assert "For you" not in run_snapshot("match", str(AD), "--anyone").stdout
    assert matched(run_snapshot, str(AD))["you"]["limits"][0]["quote"]["words"] == "evenings"
    assert matched(run_snapshot, str(AD), "--anyone")["you"] is None


@pytest.mark.parametrize("format_", ["plain", "markdown", "csv", "json", "screen"])
def test_escape_sequences_in_a_document_have_no_effect(run_snapshot: Run, tmp_path: Path, format_: str) -> None:
    text = (
        "Cataloger \x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}[bold]\n\nCatalogs maps in \x1b]0;MARC\x07 [link=x]MARC[/link].\n"
    )
    result = run_snapshot("match", written(tmp_path, "ad.txt", text), "--format", format_)
    assert result.exit_code == 0
    assert not {"\x1b", "\x07", "\N{RIGHT-TO-LEFT OVERRIDE}"} & set(result.stdout)


def test_nothing_that_is_read_is_kept(run_snapshot: Run, home: Path, tmp_path: Path) -> None:
    run_snapshot("roles")
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert run_snapshot("match", written(tmp_path, "ad.txt", AD.read_bytes())).exit_code == 0
    assert run_snapshot("match", str(RESUME), "--role", "archivist").exit_code == 0
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_the_report_quotes_the_file_in_the_commands_that_follow(snapshot: Any) -> None:
    from libcareer.engines.words.documents.document import document
    from libcareer.engines.words.documents.match import match
    from libcareer.engines.words.documents.paragraphs import Line

    found = match(snapshot, document(snapshot, [Line("Cataloger in a library", "line 1")]))
    (commands,) = [block for block in match_report(found, "my ad.txt").blocks if hasattr(block, "commands")]
    assert any("match 'my ad.txt' --role" in command for command, _ in commands.commands)
