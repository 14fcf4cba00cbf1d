"""The quiz as a command: lines in, a report out, and what is kept in between."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from libcareer.catalog import load
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.answers import QUIZ_VERSION
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import DAY, MOST_SCREENS, Quiz
from libcareer.engines.quiz.interview import PaperQuiz, Progress
from libcareer.engines.quiz.limits import practical_questions
from libcareer.engines.quiz.result import Findings
from libcareer.errors import SavedFileError
from libcareer.reports.details import DIMENSION_WORDS, NOT_MEASURED
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.quiz import quiz_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

LIMITS = practical_questions(load())


FOUR = "1 2 3\n" * 4
SOME = FOUR + "1 4 6\n" * 2
"""Four screens of favorites and two with the least liked: enough to go on from, not to finish."""


@pytest.fixture(scope="module")
def quiz(tiny: Catalog) -> Quiz:
    return Quiz(tiny)


def answers_of(quiz: Quiz, role: str) -> list[Answer]:
    """All answers of the ideal answerer of *role*."""
    answers: list[Answer] = []
    while screen := quiz.next(answers):
        liking = {option: dot(quiz.options[option], quiz.roles[role]) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    return answers


SKIPPED = "skip\n" * len(LIMITS)


def limits_typed(**choices: str) -> str:
    """Lines that answer the practical questions named, and skip the others."""
    return "".join(choices.get(limit.id, "skip") + "\n" for limit in LIMITS)


def lines_for(quiz: Quiz, role: str, limits: str = SKIPPED) -> str:
    """All lines that the ideal answerer of *role* types."""
    typed = [
        " ".join(str(a.options.index(option) + 1) for option in (*a.picks, *([a.least] if a.least else [])))
        for a in answers_of(quiz, role)
    ]
    return "\n".join(typed) + "\n" + limits


@pytest.fixture(scope="module")
def whole(quiz: Quiz) -> str:
    """All lines of the ideal answerer of the director, in the order of the screens."""
    return lines_for(quiz, "director")


def kept(home: Path) -> set[str]:
    """The names of all files about the person."""
    return {path.name for path in home.iterdir() if path.is_file()}


def answers_in(home: Path) -> int:
    return len(json.loads((home / "quiz.json").read_text(encoding="utf-8"))["answers"])


def sentence(result: Result) -> str:
    """What was said on stderr last."""
    return result.stderr.strip().splitlines()[-1]


# ---------------------------------------------------------------------------- line by line


def test_a_quiz_over_lines_gives_a_result_that_is_kept(run: Run, home: Path, whole: str) -> None:
    result = run("quiz", input=whole)
    assert result.exit_code == 0
    assert "What your answers point to" in result.stdout
    assert result.stdout.splitlines()[1].startswith("1. Director ")
    assert "not finished" not in result.stdout
    assert kept(home) == {"result.json"}
    assert run("me", "--quiz").stdout == result.stdout


def test_questions_go_to_stderr_and_the_result_to_stdout(run: Run, whole: str) -> None:
    result = run("quiz", input=whole)
    assert "\nScreen 1;" in result.stderr
    assert LIMITS[0].question in result.stderr
    assert "Which 3" not in result.stdout


def test_partial_input_keeps_the_answers_and_gives_a_first_impression(run: Run, home: Path) -> None:
    result = run("quiz", input=SOME)
    assert result.exit_code == 0
    assert "not finished)" in result.stdout.splitlines()[0]
    assert kept(home) == {"quiz.json"}
    assert answers_in(home) == 6


def test_the_next_quiz_goes_on_where_the_last_one_stopped(run: Run, home: Path, whole: str) -> None:
    at_once = run("quiz", input=whole).stdout
    run("forget")
    first, rest = whole.split("\n")[:3], whole.split("\n")[3:]
    run("quiz", input="\n".join(first) + "\n")
    result = run("quiz", input="\n".join(rest))
    assert "Going on where you stopped (3 answered); --new starts again." in result.stderr
    assert "\nScreen 4;" in result.stderr
    assert "\nScreen 1;" not in result.stderr
    assert result.stdout == at_once
    assert kept(home) == {"result.json"}


def test_new_starts_again(run: Run, home: Path) -> None:
    run("quiz", input=SOME)
    result = run("quiz", "--new", input="1 2 3\n")
    assert "Going on" not in result.stderr
    assert "\nScreen 1;" in result.stderr
    assert answers_in(home) == 1


def test_a_finished_quiz_is_not_continued(run: Run, whole: str) -> None:
    run("quiz", input=whole)
    result = run("quiz", input="1 2 3\n")
    assert "Going on" not in result.stderr


def test_back_over_lines_takes_the_last_answer_back(run: Run, home: Path) -> None:
    run("quiz", input="1 2 3\n4 5 6\nback\n7 8 9\n")
    saved = json.loads((home / "quiz.json").read_text(encoding="utf-8"))["answers"]
    assert [answer["picks"] for answer in saved] == [saved[0]["options"][:3], saved[1]["options"][6:]]


@pytest.mark.parametrize(
    "lines", ["", "skip\n", "skip\n" * (MOST_SCREENS + len(LIMITS))], ids=["nothing", "one skip", "all skipped"]
)
def test_without_an_answer_there_is_no_result(run: Run, lines: str) -> None:
    result = run("quiz", input=lines)
    assert result.exit_code == 1
    assert sentence(result) == "Nothing was answered, so there is no result yet. `libcareer quiz` starts again."
    assert result.stdout == ""


def test_the_seed_fixes_the_order_of_the_options(run: Run) -> None:
    def asked(*args: str) -> str:
        return run("quiz", "--new", *args, input="").stderr

    assert asked("--seed", "3") == asked("--seed", "3")
    assert asked("--seed", "3") != asked("--seed", "4")


def with_other_items(data: Path) -> Path:
    """*data* with another id for each item of the quiz."""
    items = data / "quiz" / "items.yaml"
    items.write_text(re.sub(r"(?m)^  ([a-z]\d+):", r"  z\1:", items.read_text(encoding="utf-8")), encoding="utf-8")
    return data


def test_a_quiz_begun_with_other_knowledge_is_set_aside_under_another_name(run: Run, home: Path, data: Path) -> None:
    run("quiz", input=SOME)
    begun = (home / "quiz.json").read_bytes()
    result = run("quiz", input="1 2 3\n", data=with_other_items(data))
    assert result.exit_code == 0
    assert "Going on" not in result.stderr
    assert (
        "Your unfinished quiz no longer matches the questions, so a new one starts. The old one is kept as "
        f"'{home / 'quiz-1.json'}'."
    ) in result.stderr
    assert (home / "quiz-1.json").read_bytes() == begun
    assert answers_in(home) == 1
    assert "Going on where you stopped (1 answered)" in run("quiz", input="", data=data).stderr
    assert str(home / "quiz-1.json") in run("forget").stdout
    assert kept(home) == set()


def test_a_quiz_goes_on_without_the_one_answer_that_chose_what_is_gone(run: Run, home: Path, data: Path) -> None:
    run("quiz", input=SOME)
    saved = json.loads((home / "quiz.json").read_text(encoding="utf-8"))["answers"]
    gone = saved[0]["picks"][0]
    items = data / "quiz" / "items.yaml"
    items.write_text(items.read_text(encoding="utf-8").replace(f"  {gone}:", "  zzz:"), encoding="utf-8")
    result = run("quiz", input="", data=data)
    assert "One of your answers chose something that the quiz no longer has; only that is set aside." in result.stderr
    assert "Going on where you stopped (5 answered)" in result.stderr


# ---------------------------------------------------------------------------- what came out


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("format_", list(Format))
def test_the_verdict_says_the_same_in_every_format(run: Run, whole: str, quiz: Quiz, format_: Format) -> None:
    result = run("quiz", "--format", format_.value, input=whole)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    shown = quiz.outcome(answers_of(quiz, "director")).shown
    assert all(quiz.catalog.briefs[role].title in said for role in shown[:3])
    if format_ is Format.JSON:
        assert [role["role"] for role in json.loads(result.stdout)["outcome"]["roles"]] == list(shown)
    elif format_ is Format.CSV:
        assert [row["role"] for row in rows(result.stdout)] == list(shown)
    else:
        assert "libcareer show director" in said
        assert "libcareer me --quiz --details" in said


@pytest.mark.parametrize("format_", [Format.SCREEN, Format.PLAIN, Format.MARKDOWN])
def test_the_details_have_all_roles_the_profile_and_what_is_not_measured(
    run: Run, whole: str, quiz: Quiz, format_: Format
) -> None:
    said = " ".join(run("quiz", "--details", "--format", format_.value, input=whole).stdout.replace("\\", "").split())
    shown = quiz.outcome(answers_of(quiz, "director")).shown
    assert all(quiz.catalog.briefs[role].title in said for role in shown)
    for words in (NOT_MEASURED, *DIMENSION_WORDS.values()):
        assert words in said


@pytest.mark.parametrize("format_", list(Format))
def test_me_shows_the_kept_result_in_every_format(run: Run, whole: str, format_: Format) -> None:
    shown = run("quiz", "--format", format_.value, input=whole).stdout
    again = run("me", "--quiz", "--format", format_.value)
    assert (again.exit_code, again.stdout) == (0, shown)


def test_the_details_show_fit_reasons_tie_and_uncertainty(run: Run, whole: str) -> None:
    run("quiz", input=whole)
    said = run("me", "--details").stdout
    first = next(line for line in said.splitlines() if line.startswith("1. "))
    for part in ("fit: ", "; match ", "for: you ", "entry: "):
        assert part in first
    assert "against: you " in said
    assert "would like best if everything were asked; " in said
    assert "HOW SURE THIS IS" in said
    assert "do not point one way" not in said


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "small chance (less than 1 chance in 20)"),
        (0.04, "small chance (less than 1 chance in 20)"),
        (0.1, "small chance (about 1 chance in 10)"),
        (0.52, "even chance (about 5 chances in 10)"),
        (0.97, "nearly sure (more than 9 chances in 10)"),
        (1.0, "nearly sure (more than 9 chances in 10)"),
    ],
)
def test_a_chance_is_given_in_whole_tenths(quiz: Quiz, chance: float, words: str) -> None:
    found = Findings(quiz.catalog, Progress(answers=tuple(answers_of(quiz, "director"))))
    found.result = replace(found.result, roles=tuple(replace(role, chance=chance) for role in found.result.roles))
    said = text(quiz_report(found, complete=True, in_full=True), Format.PLAIN)
    assert said.count(f"fit: {words}; match ") == len(found.result.roles)


@pytest.mark.parametrize(
    ("tie", "brief", "full"),
    [
        (("page",), "none about the first place: 1 is clearly ahead", "Page has a chance of four in five or more"),
        (("page", "clerk"), "your answers do not tell 1 ", "one of these 2, with a chance of four in five: Page, Cl"),
    ],
)
def test_a_tie_is_named(quiz: Quiz, tie: tuple[str, ...], brief: str, full: str) -> None:
    found = Findings(quiz.catalog, Progress(answers=tuple(answers_of(quiz, "page"))))
    found.result = replace(found.result, tie=tie)
    assert brief in text(quiz_report(found, complete=True), Format.PLAIN)
    assert full in text(quiz_report(found, complete=True, in_full=True), Format.PLAIN)


def test_the_reasons_sum_to_the_score(run: Run, quiz: Quiz, whole: str) -> None:
    found = json.loads(run("quiz", "--details", "--format", "json", input=whole).stdout)
    scores = {fit.role: fit.score for fit in quiz.outcome(answers_of(quiz, "director")).fits}
    for role in found["details"]["roles"]:
        assert sum(reason["adds"] for reason in role["reasons"]) == pytest.approx(scores[role["role"]["role"]])


def unclear_lines(quiz: Quiz, run: Run) -> str:
    """Lines of a clicker with an unclear result."""
    for seed in range(20):
        luck = random.Random(seed)
        nine = [" ".join(map(str, luck.sample(range(1, 10), 3))) for _ in range(4)]
        six = [" ".join(map(str, luck.sample(range(1, 7), 3))) for _ in range(8)]
        lines = "\n".join([*nine, *six]) + "\n"
        if not json.loads(run("quiz", "--new", "--format", "json", input=lines).stdout)["outcome"]["clear"]:
            return lines
    raise AssertionError("every clicker was taken for a person with a wish")


def test_an_unclear_result_is_no_verdict_and_shows_no_role(run: Run, quiz: Quiz) -> None:
    lines = unclear_lines(quiz, run)
    run("forget")
    said = run("quiz", input=lines).stdout
    assert "No verdict: your answers do not point one way." in said
    assert not any(brief.title in said for brief in quiz.catalog.briefs.values())
    assert rows(run("me", "--quiz", "--format", "csv").stdout) == []
    tries = run("me", "--details").stdout.split("AN HOUR IN EACH CORNER OF THE FIELD\n")[1].split("\n\n")[0]
    assert len(tries.splitlines()) == len(quiz.catalog.clusters)


def test_limits_rule_roles_out_and_change_no_score(run: Run, quiz: Quiz) -> None:
    free = run("quiz", "--details", "--format", "csv", input=lines_for(quiz, "librarian"))
    run("forget")
    typed = limits_typed(study="1", evenings="no", move="no")
    bound = run("quiz", "--details", "--format", "csv", input=lines_for(quiz, "librarian", typed))
    against = {row["role"]: row.pop("speaks_against") for row in rows(bound.stdout)}
    assert against["librarian"] == "usually asks for more study: library master's"
    assert against["page"] == ""
    scores = [{k: v for k, v in row.items() if k != "speaks_against"} for row in rows(free.stdout)]
    assert scores == [{k: v for k, v in row.items() if k != "speaks_against"} for row in rows(bound.stdout)]
    assert {row["speaks_against"] for row in rows(free.stdout)} == {""}
    assert "in the way: your limits set aside Librarian" in run("me", "--quiz").stdout
    set_aside = run("me", "--details").stdout.split("SET ASIDE BY YOUR LIMITS")[1]
    assert "your limits: it usually asks for more study" in set_aside


def test_every_answer_to_a_practical_question_works_with_other_knowledge(run: Run, quiz: Quiz) -> None:
    for last in (False, True):
        typed = "".join(f"{len(limit.choices) if last else 1}\n" for limit in LIMITS)
        assert run("quiz", "--new", input=lines_for(quiz, "librarian", typed)).exit_code == 0


def test_a_role_from_a_cluster_outside_the_five_is_shown(run_snapshot: Run, snapshot: Catalog) -> None:
    shown = Quiz(snapshot)
    outcome = json.loads(run_snapshot("quiz", "--format", "json", input=lines_for(shown, "archivist")).stdout)[
        "outcome"
    ]
    clusters = {snapshot.briefs[role["role"]].cluster for role in outcome["roles"]}
    assert snapshot.briefs[outcome["other"]].cluster not in clusters
    page = run_snapshot("me", "--details").stdout
    assert "FROM ANOTHER CORNER" in page
    assert f"({outcome['other']})" in page.split("FROM ANOTHER CORNER")[1]


# ---------------------------------------------------------------------------- answers from a file


@pytest.fixture
def typed(tmp_path: Path, whole: str) -> Path:
    path = tmp_path / "answers.txt"
    path.write_text("# my answers\n" + whole, encoding="utf-8")
    return path


def test_answers_in_a_file_give_the_result_and_nothing_is_kept(run: Run, home: Path, typed: Path, whole: str) -> None:
    result = run("quiz", "--answers", str(typed))
    assert result.exit_code == 0
    assert result.stderr == ""
    assert kept(home) == set()
    own = run("quiz", input=whole).stdout
    assert result.stdout == own.replace("libcareer me --quiz --details", f"libcareer quiz --answers {typed} --details")


def test_the_command_for_the_details_of_a_file_gives_them(run: Run, typed: Path) -> None:
    said = run("quiz", "--answers", str(typed), "--ignore-limits").stdout
    command = next(line for line in said.splitlines() if "--details" in line).removeprefix("Next: libcareer ")
    assert "HOW SURE THIS IS" in run(*shlex.split(command)).stdout


@pytest.mark.parametrize("format_", list(Format))
def test_the_same_file_gives_the_same_bytes(run: Run, typed: Path, format_: Format) -> None:
    first, second = (run("quiz", "--answers", str(typed), "--format", format_.value) for _ in range(2))
    assert first.exit_code == 0
    assert first.stdout_bytes == second.stdout_bytes != b""


def test_the_json_of_a_quiz_can_be_read_again_to_the_last_byte(
    run: Run, home: Path, tmp_path: Path, whole: str
) -> None:
    written = run("quiz", "--seed", "9", "--format", "json", input=whole).stdout
    file = tmp_path / "mine.json"
    file.write_text(written, encoding="utf-8")
    again = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)
    first = json.loads(written)
    assert str(file) not in json.dumps(again)
    assert again | {"links": []} == first | {"links": []}
    assert first["complete"] is True


def test_the_json_of_an_unfinished_quiz_is_not_complete(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text(run("quiz", "--format", "json", input=SOME).stdout, encoding="utf-8")
    again = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)
    assert again["complete"] is False
    assert len(again["answers"]) == 6


def test_a_file_that_ends_early_is_a_first_impression(run: Run, tmp_path: Path, home: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_bytes(b"\xef\xbb\xbf" + SOME.replace("\n", "\r\n").encode())
    result = run("quiz", "--answers", str(file))
    assert result.exit_code == 0
    assert "not finished" in result.stdout
    assert kept(home) == set()


# ---------------------------------------------------------------------------- answers that are shared


def test_answers_are_shared_only_on_request_without_anything_about_the_person(
    run: Run, quiz: Quiz, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mine.json"
    typed = limits_typed(have="mlis", pay="60000")
    result = run("quiz", "--share", str(file), input=lines_for(quiz, "director", typed))
    assert result.exit_code == 0
    assert sentence(result) == (
        f"'{file}' has what you were shown and what you chose, the seed and the version, and no name, date, limit or "
        "score. It is not sent anywhere."
    )
    shared = json.loads(file.read_text(encoding="utf-8"))
    assert shared.keys() == {"kind", "version", "seed", "answers"}
    assert shared["answers"] == json.loads((home / "result.json").read_text(encoding="utf-8"))["answers"]


def test_a_file_that_is_there_is_not_overwritten_by_what_is_shared_and_the_quiz_does_not_begin(
    run: Run, home: Path, tmp_path: Path, whole: str
) -> None:
    file = tmp_path / "mine.json"
    file.write_text("mine", encoding="utf-8")
    result = run("quiz", "--share", str(file), input=whole)
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence(result) == f"'{file}' exists and is not overwritten. Name another file to share your answers in."
    assert file.read_text(encoding="utf-8") == "mine"
    assert kept(home) == set()


def test_shared_answers_give_the_result_again(run: Run, typed: Path, tmp_path: Path) -> None:
    file = tmp_path / "shared.json"
    first = json.loads(run("quiz", "--answers", str(typed), "--share", str(file), "--format", "json").stdout)
    again = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)
    assert again["outcome"] == first["outcome"]


def test_a_file_that_cannot_be_written_is_told_after_the_result(run: Run, typed: Path, tmp_path: Path) -> None:
    result = run("quiz", "--answers", str(typed), "--share", str(tmp_path / "none" / "mine.json"))
    assert result.exit_code == 1
    assert result.stdout.startswith("What your answers point to")
    assert "cannot be written: No such file" in sentence(result)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file"),
        (b"\xff\xfe1", "is not a text file."),
        (b"one two three\n", "'one two three' is not an answer here. Type 3 different numbers"),
        (b"1 2 3\n1 2\n", "'1 2' is not an answer here."),
        (b"# only a remark\n", "Nothing was answered"),
        (b"", "The answers cannot be read as JSON"),
        (b'{"answers": [{"options": ["nobody"], "picks": ["nobody"]}]}', "'nobody', which this quiz lacks"),
        (b'  {"answers": []}', "Nothing was answered"),
        (b"{]", "The answers cannot be read as JSON"),
    ],
)
def test_a_bad_file_is_refused_in_one_sentence(run: Run, tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "bad"
    if content is not None:
        file.write_bytes(content)
    result = run("quiz", "--answers", str(file))
    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_day_option_can_be_in_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "days.json"
    options = [f"{DAY}{role}" for role in ("page", "clerk", "editor", "librarian")]
    answer = {"options": options, "picks": options[2:3], "least": options[0]}
    file.write_text(json.dumps({"answers": [answer]}), encoding="utf-8")
    found = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)
    assert found["answers"] == [answer]
    assert found["outcome"]["screens"] == 1


# ---------------------------------------------------------------------------- on paper


def test_the_quiz_on_paper_is_the_same_for_everybody_and_its_numbers_are_typed_in_later(
    run: Run, quiz: Quiz, home: Path, tmp_path: Path
) -> None:
    sheet = json.loads(run("quiz", "--paper", "--format", "json").stdout)["questions"]
    screens = PaperQuiz(quiz).screens()
    assert [each["options"] for each in sheet[: len(screens)]] == [[*map(quiz.text, s.options)] for s in screens]
    assert len(sheet) == len(screens) + len(LIMITS)
    picks = [(2, 3, 1)[: screen.picks + screen.least] for screen in screens]
    picks[1] = ()
    file = tmp_path / "paper.txt"
    file.write_text("".join(" ".join(map(str, each)) + "\n" for each in picks) + "\n" * len(LIMITS), encoding="utf-8")
    read = json.loads(run("quiz", "--paper", "--answers", str(file), "--format", "json").stdout)
    assert read["complete"]
    for screen, numbers, answer in zip(screens, picks, read["answers"], strict=True):
        assert answer["options"] == list(screen.options)
        chosen = [screen.options[number - 1] for number in numbers]
        assert answer["picks"] + [each for each in [answer["least"]] if each] == chosen
    assert kept(home) == set()


@pytest.mark.parametrize("format_", list(Format))
def test_the_quiz_on_paper_has_every_option_in_every_format(run: Run, quiz: Quiz, format_: Format) -> None:
    said = " ".join(run("quiz", "--paper", "--format", format_.value).stdout.replace("\\", "").split())
    for screen in PaperQuiz(quiz).screens():
        assert all(quiz.text(option) in said for option in screen.options)


# ---------------------------------------------------------------------------- me and forget


def test_me_says_how_to_begin_when_nothing_is_kept(run: Run) -> None:
    result = run("me")
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence(result).startswith("Nothing is kept about you. `libcareer quiz` makes a result; ")
    assert sentence(run("me", "--quiz")) == "There is no result of the quiz yet. `libcareer quiz` makes one."


def test_me_shows_an_unfinished_quiz_as_a_first_impression(run: Run) -> None:
    shown = run("quiz", input=SOME).stdout
    result = run("me", "--quiz")
    assert (result.exit_code, result.stdout) == (0, shown)
    assert "not finished)" in result.stdout.splitlines()[0]


def test_me_prefers_the_last_result_to_an_unfinished_quiz(run: Run, whole: str) -> None:
    shown = run("quiz", input=whole).stdout
    run("quiz", input=SOME)
    assert run("me", "--quiz").stdout == shown


def test_me_says_so_if_the_answers_belong_to_other_knowledge(run: Run, whole: str, data: Path) -> None:
    run("quiz", input=whole)
    result = run("me", "--quiz", data=with_other_items(data))
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence(result).startswith("Your saved answers name things this knowledge lacks: 'a")


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (False, "set aside: 1 option that the quiz no longer has; the rest counts"),
        (True, "set aside: 1 answer that the quiz no longer has; the rest counts"),
    ],
)
def test_a_renamed_option_costs_one_answer_at_most_and_me_says_so(
    run: Run, home: Path, whole: str, chosen: bool, said: str
) -> None:
    run("quiz", input=whole)
    file = home / "result.json"
    saved = file.read_text(encoding="utf-8")
    answer = json.loads(saved)["answers"][0]
    gone = next(option for option in answer["options"] if (option in answer["picks"]) == chosen)
    file.write_text(saved.replace(f'"{gone}"', '"renamed-since"'), encoding="utf-8")
    for args in ([], ["--details"]):
        assert said in run("me", "--quiz", *args).stdout.splitlines()


def test_what_is_kept_is_the_answers_the_version_and_the_outcome(run: Run, home: Path, quiz: Quiz, whole: str) -> None:
    run("quiz", input=whole)
    data = (home / "result.json").read_bytes()
    kept_ = json.loads(data)
    assert len(data) <= 20_000
    assert kept_["version"] == QUIZ_VERSION
    assert kept_["outcome"]["clear"] is True
    assert list(kept_["outcome"]["roles"]) == list(quiz.outcome(answers_of(quiz, "director")).shown)


def test_a_result_that_says_something_else_today_tells_what_it_said(run: Run, home: Path, whole: str) -> None:
    run("quiz", input=whole)
    file = home / "result.json"
    saved = json.loads(file.read_text(encoding="utf-8"))
    assert "when you took the quiz" not in run("me", "--quiz").stdout
    saved["outcome"]["roles"] = {"old": "Scribe", "older": "Copyist", "page": "Page", "clerk": "Clerk"}
    file.write_text(json.dumps(saved), encoding="utf-8")
    assert "then: when you took the quiz, it named Scribe, Copyist and Page" in run("me", "--quiz").stdout


# ---------------------------------------------------------------------------- what the version before kept

OLD = Path(__file__).parents[1] / "old"


@pytest.fixture
def old(home: Path) -> Path:
    """A home with everything that the version before kept."""
    for name in ("quiz.json", "result.json", "result-1.json", "fit.json"):
        shutil.copy(OLD / name, home / name)
    return home


def test_results_of_the_version_before_are_shown_and_compared(run: Run, old: Path) -> None:
    assert run("me", "--quiz").stdout.startswith("What your answers point to (8 screens; ")
    assert run("me", "--compare").stdout.startswith("Your last two results compared (2026-03-01 and 2026-04-01)")
    assert (old / "result.json").read_bytes() == (OLD / "result.json").read_bytes()


def test_an_unfinished_quiz_of_the_version_before_goes_on_with_new_screens(run: Run, old: Path) -> None:
    before = json.loads((OLD / "quiz.json").read_text(encoding="utf-8"))["answers"]
    result = run("quiz", input="1 2 6\n")
    assert f"Going on where you stopped ({len(before)} answered)" in result.stderr
    saved = json.loads((old / "quiz.json").read_text(encoding="utf-8"))
    assert saved["answers"][:-1] == before
    assert len(saved["answers"][-1]["options"]) == 6
    assert saved["version"] == QUIZ_VERSION


def test_finishing_it_keeps_every_result_of_the_version_before(run: Run, old: Path) -> None:
    result = run("quiz", "--new", input=FOUR + "1 2 6\n" * 12 + SKIPPED)
    assert result.exit_code == 0
    assert {"result.json", "result-1.json", "result-2.json"} <= kept(old)
    assert (
        json.loads((old / "result-2.json").read_text(encoding="utf-8"))["answers"]
        == (json.loads((OLD / "result.json").read_text(encoding="utf-8"))["answers"])
    )


def test_questions_about_one_role_of_the_version_before_go_on(run: Run, old: Path) -> None:
    result = run("fit", "librarian", input="1 2 6\n")
    assert "Going on where you stopped (5 answered)" in result.stderr


def test_an_exported_result_of_the_version_before_gives_a_result(run: Run) -> None:
    said = run("quiz", "--answers", str(OLD / "exported.json")).stdout
    assert said.startswith("What your answers point to (8 screens; ")
    assert "not finished" not in said


# ---------------------------------------------------------------------------- forgetting


def test_forget_removes_what_is_kept_and_lists_it(run: Run, home: Path, whole: str) -> None:
    run("quiz", input=whole)
    run("quiz", input=SOME)
    result = run("forget")
    assert result.exit_code == 0
    assert "Removed; nothing is kept about you any more:" in result.stdout
    assert {str(home / "quiz.json"), str(home / "result.json")} <= set(result.stdout.splitlines())
    assert kept(home) == set()
    assert run("me", "--quiz").exit_code == 1
    assert run("forget").stdout.strip() == "Nothing was kept about you."


@pytest.mark.parametrize("format_", list(Format))
def test_forget_answers_in_every_format(run: Run, home: Path, format_: Format) -> None:
    run("quiz", input="1 2 3\n")
    result = run("forget", "--format", format_.value)
    assert result.exit_code == 0
    assert "quiz.json" in "".join(result.stdout.split())
    if format_ is Format.JSON:
        assert json.loads(result.stdout)["removed"] == [str(home / "quiz.json")]


@pytest.mark.parametrize("command", ["quiz", "me"])
def test_a_saved_file_that_is_not_ours_stops_the_command_and_stays(run: Run, home: Path, command: str) -> None:
    (home / "quiz.json").write_text("Dear diary", encoding="utf-8")
    result = run(command, input="1 2 3\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not a quiz saved by libcareer. Move it away, then try again." in result.stderr
    assert (home / "quiz.json").read_text(encoding="utf-8") == "Dear diary"


# ---------------------------------------------------------------------------- fit goes on like the quiz


def test_fit_goes_on_if_its_answers_cannot_be_saved(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(role: str, replies: object, **_: object) -> None:
        raise SavedFileError("The disk is full.")

    monkeypatch.setattr("libcareer.person.quizzes.keep_fit", refuse)
    result = run("fit", "librarian", input=FOUR)
    assert result.exit_code == 0
    assert result.stderr.count("The disk is full. The quiz goes on, but nothing of it is kept.") == 1
    assert kept(home) == set()


def test_fit_starts_again_if_the_questions_have_changed(run: Run, data: Path) -> None:
    run("fit", "librarian", input=FOUR)
    result = run("fit", "librarian", input="1 2 3\n", data=with_other_items(data))
    assert result.exit_code == 0
    assert "Your unfinished quiz no longer matches the questions, so a new one starts." in result.stderr
    assert "Going on" not in result.stderr


def test_fit_refuses_damaged_answers(run: Run, home: Path) -> None:
    run("fit", "librarian", input=FOUR)
    file = home / "fit.json"
    saved = json.loads(file.read_text(encoding="utf-8"))
    answer = saved["fits"]["librarian"]["answers"][0]
    answer["picks"] = [answer["picks"][0]] * 2
    file.write_text(json.dumps(saved), encoding="utf-8")
    result = run("fit", "librarian", input="1 2 3\n")
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence(result).startswith("Your saved answers are damaged. Answer 1: an option was chosen twice.")
