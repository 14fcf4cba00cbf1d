"""The quiz as a command: lines in, a report out, and what is kept in between."""

from __future__ import annotations

import csv
import io
import json
import random
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from libcareer.engines.paths.exclusions import Exclusions
from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import DAY, MOST_SCREENS, Quiz
from libcareer.engines.quiz.interview import PaperQuiz, Progress
from libcareer.engines.quiz.limits import LIMITS
from libcareer.engines.quiz.result import BROWSE, ResultPage, result
from libcareer.errors import SavedFileError
from libcareer.reports.page.formats import Format
from libcareer.reports.page.render import text
from libcareer.reports.quiz import DIMENSION_WORDS, NOT_MEASURED, quiz_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.engine import Outcome
    from libcareer.reports.page.render import Report

    Run = Callable[..., Result]


FOUR = "1 2 3\n" * 4
SOME = FOUR + "1 4\n" * 2
"""Four screens of nine and two of four: enough to go on from, not to finish."""


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


def page_of(quiz: Quiz, found: Outcome, answers: list[Answer]) -> Report:
    """The page of *found* without any limits."""
    exclusions = Exclusions(quiz.catalog, {})
    return quiz_report(
        ResultPage(found, result(quiz, found, answers, exclusions), exclusions),
        Progress(answers=tuple(answers)),
        complete=True,
    )


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
    assert "(director)" in result.stdout.split("2. ")[0]
    assert "not finished" not in result.stdout
    assert kept(home) == {"result.json"}
    assert run("me").stdout == result.stdout


def test_questions_go_to_stderr_and_the_result_to_stdout(run: Run, whole: str) -> None:
    result = run("quiz", input=whole)
    assert "1. Which 3 would you like most?" in result.stderr
    assert LIMITS[0].question in result.stderr
    assert "Which 3" not in result.stdout


def test_partial_input_keeps_the_answers_and_gives_a_first_impression(run: Run, home: Path) -> None:
    result = run("quiz", input=SOME)
    assert result.exit_code == 0
    assert "The quiz is not finished, so this is a first impression only." in result.stdout
    assert kept(home) == {"quiz.json"}
    assert answers_in(home) == 6


def test_the_next_quiz_goes_on_where_the_last_one_stopped(run: Run, home: Path, whole: str) -> None:
    at_once = run("quiz", input=whole).stdout
    run("forget")
    first, rest = whole.split("\n")[:3], whole.split("\n")[3:]
    run("quiz", input="\n".join(first) + "\n")
    result = run("quiz", input="\n".join(rest))
    assert "Going on where you stopped (3 answered); --new starts again." in result.stderr
    assert "4. Which 3 would you like most?" in result.stderr
    assert "1. Which 3" not in result.stderr
    assert result.stdout == at_once
    assert kept(home) == {"result.json"}


def test_new_starts_again(run: Run, home: Path) -> None:
    run("quiz", input=SOME)
    result = run("quiz", "--new", input="1 2 3\n")
    assert "Going on" not in result.stderr
    assert "1. Which 3 would you like most?" in result.stderr
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


def test_a_quiz_begun_with_other_knowledge_is_not_continued(run: Run, home: Path, data: Path) -> None:
    run("quiz", input=SOME)
    items = data / "quiz" / "items.yaml"
    items.write_text(items.read_text(encoding="utf-8").replace("  a", "  z"), encoding="utf-8")
    result = run("quiz", input="1 2 3\n", data=data)
    assert result.exit_code == 0
    assert "Going on" not in result.stderr
    assert answers_in(home) == 1


# ---------------------------------------------------------------------------- what came out


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("format_", list(Format))
def test_the_result_says_the_same_in_every_format(run: Run, whole: str, quiz: Quiz, format_: Format) -> None:
    result = run("quiz", "--format", format_.value, input=whole)
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    shown = quiz.outcome(answers_of(quiz, "director")).shown
    assert all(quiz.catalog.briefs[role].title in said for role in shown)
    if format_ is Format.JSON:
        assert json.loads(result.stdout)["outcome"]["fits"][0]["role"] == "director"
    elif format_ is Format.CSV:
        assert rows(result.stdout)[0]["role"] == "director"
    else:
        assert NOT_MEASURED in said.replace("\\", "")
        for words in DIMENSION_WORDS.values():
            assert words in said
        assert "libcareer show director" in said


@pytest.mark.parametrize("format_", list(Format))
def test_me_shows_the_kept_result_in_every_format(run: Run, whole: str, format_: Format) -> None:
    shown = run("quiz", "--format", format_.value, input=whole).stdout
    again = run("me", "--format", format_.value)
    assert (again.exit_code, again.stdout) == (0, shown)


def test_a_clear_result_shows_fit_reasons_tie_and_uncertainty(run: Run, whole: str) -> None:
    said = run("quiz", input=whole).stdout
    first = next(line for line in said.splitlines() if line.startswith("1. "))
    for part in ("fit: ", "for: you chose '", "score: +", "entry: "):
        assert part in first
    assert "against: you " in said
    assert "would stay on top if we asked you everything" in said
    assert "CANNOT BE TOLD APART" in said
    assert "do not point one way" not in said


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "less than 1 chance in 20"),
        (0.04, "less than 1 chance in 20"),
        (0.1, "about 1 chance in 10"),
        (0.52, "about 5 chances in 10"),
        (0.97, "nearly certain"),
        (1.0, "nearly certain"),
    ],
)
def test_a_chance_is_given_in_whole_tenths(quiz: Quiz, chance: float, words: str) -> None:
    answers = answers_of(quiz, "director")
    found = quiz.outcome(answers)
    found = replace(found, fits=tuple(replace(fit, chance=chance) for fit in found.fits))
    report = page_of(quiz, found, answers)
    assert text(report, Format.PLAIN).count(f"{words} to be among your true five") == len(found.shown)


@pytest.mark.parametrize(
    ("tie", "said"),
    [
        (("page",), "Page is clearly ahead of the rest (chance to be your best fit: four in five or more)."),
        (
            ("page", "clerk"),
            "your best fit is one of these 2, and your answers do not say which: Page, Cl",
        ),
    ],
)
def test_a_tie_is_named_by_its_titles(quiz: Quiz, tie: tuple[str, ...], said: str) -> None:
    answers = answers_of(quiz, "page")
    found = replace(quiz.outcome(answers), tie=tie)
    assert said in text(page_of(quiz, found, answers), Format.PLAIN)


def test_the_reasons_sum_to_the_score(run: Run, whole: str) -> None:
    outcome = json.loads(run("quiz", "--format", "json", input=whole).stdout)["outcome"]
    for fit in outcome["fits"]:
        assert sum(reason["adds"] for reason in fit["reasons"]) == pytest.approx(fit["score"])


def unclear_lines(quiz: Quiz, run: Run) -> str:
    """Lines of a clicker with an unclear result."""
    for seed in range(20):
        luck = random.Random(seed)
        nine = [" ".join(map(str, luck.sample(range(1, 10), 3))) for _ in range(4)]
        four = [" ".join(map(str, luck.sample(range(1, 5), 2))) for _ in range(12)]
        lines = "\n".join([*nine, *four[:8]]) + "\n"
        if json.loads(run("quiz", "--new", "--format", "json", input=lines).stdout)["outcome"]["evidence"] < 0:
            return lines
    raise AssertionError("every clicker was taken for a person with a wish")


def test_an_unclear_result_is_a_list_to_browse_and_no_verdict(run: Run, quiz: Quiz, home: Path) -> None:
    said = run("quiz", "--new", input=unclear_lines(quiz, run)).stdout
    assert "Your answers do not point one way." in said
    assert "nothing here is a verdict" in said
    for verdict in ("fit: ", "CANNOT BE TOLD APART", "would stay on top", "score: "):
        assert verdict not in said
    briefs = quiz.catalog.briefs
    listed = [role for role in quiz.ids if f"{briefs[role].title} ({role})" in said]
    clusters = [briefs[role].cluster for role in listed]
    assert len(clusters) == len(set(clusters)) == min(BROWSE, len(quiz.catalog.clusters))


def test_limits_rule_roles_out_and_change_no_score(run: Run, quiz: Quiz) -> None:
    free = run("quiz", "--format", "csv", input=lines_for(quiz, "librarian"))
    run("forget")
    typed = limits_typed(study="1", evenings="no", move="no")
    bound = run("quiz", "--format", "csv", input=lines_for(quiz, "librarian", typed))
    against = {row["role"]: row.pop("speaks_against") for row in rows(bound.stdout)}
    assert against["librarian"] == "usually asks for more study: library master's"
    assert against["page"] == ""
    scores = [{k: v for k, v in row.items() if k != "speaks_against"} for row in rows(free.stdout)]
    assert scores == [{k: v for k, v in row.items() if k != "speaks_against"} for row in rows(bound.stdout)]
    assert {row["speaks_against"] for row in rows(free.stdout)} == {""}
    assert "your limits: it usually asks for more study" in run("me").stdout.split("SET ASIDE BY YOUR LIMITS")[1]


def test_every_answer_to_a_practical_question_works_with_other_knowledge(run: Run, quiz: Quiz) -> None:
    for last in (False, True):
        typed = "".join(f"{len(limit.choices) if last else 1}\n" for limit in LIMITS)
        assert run("quiz", "--new", input=lines_for(quiz, "librarian", typed)).exit_code == 0


def test_a_role_from_a_cluster_outside_the_five_is_shown(run_shipped: Run, shipped: Catalog) -> None:
    shown = Quiz(shipped)
    outcome = json.loads(run_shipped("quiz", "--format", "json", input=lines_for(shown, "archivist")).stdout)["outcome"]
    clusters = {shipped.briefs[role].cluster for role in outcome["shown"]}
    assert shipped.briefs[outcome["other"]].cluster not in clusters
    page = run_shipped("me").stdout
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
    assert result.stdout == run("quiz", input=whole).stdout


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
    again = run("quiz", "--answers", str(file), "--format", "json")
    assert again.stdout == written
    assert json.loads(written)["complete"] is True


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


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file"),
        (b"\xff\xfe1", "is not a text file."),
        (b"one two three\n", "'one two three' is not an answer here. Type 3 different numbers"),
        (b"1 2 3\n1 2\n", "'1 2' is not an answer here."),
        (b"# only a remark\n", "Nothing was answered"),
        (b"", "The answers cannot be read as JSON"),
        (b'{"answers": [{"options": ["nobody"]}]}', "the quiz has no option 'nobody'"),
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
    file.write_text(json.dumps({"answers": [{"options": options, "picks": options[2:3], "least": options[0]}]}))
    outcome = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)["outcome"]
    assert outcome["shown"][0] == "editor"


# ---------------------------------------------------------------------------- on paper


def test_the_quiz_on_paper_is_the_same_for_everybody_and_its_numbers_are_typed_in_later(
    run: Run, quiz: Quiz, home: Path, tmp_path: Path
) -> None:
    sheet = json.loads(run("quiz", "--paper", "--format", "json").stdout)["questions"]
    screens = PaperQuiz(quiz).screens()
    assert [each["options"] for each in sheet[: len(screens)]] == [[*map(quiz.text, s.options)] for s in screens]
    assert len(sheet) == len(screens) + len(LIMITS)
    picks = [(2, 3, 1)[: 2 if screen.least else screen.picks] for screen in screens]
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
    assert sentence(result) == "Nothing is kept about you. `libcareer quiz` makes a result."


def test_me_shows_an_unfinished_quiz_as_a_first_impression(run: Run) -> None:
    shown = run("quiz", input=SOME).stdout
    result = run("me")
    assert (result.exit_code, result.stdout) == (0, shown)
    assert "first impression" in result.stdout


def test_me_prefers_the_last_result_to_an_unfinished_quiz(run: Run, whole: str) -> None:
    shown = run("quiz", input=whole).stdout
    run("quiz", input=SOME)
    assert run("me").stdout == shown


def test_me_says_so_if_the_answers_belong_to_other_knowledge(run: Run, whole: str, data: Path) -> None:
    run("quiz", input=whole)
    items = data / "quiz" / "items.yaml"
    items.write_text(items.read_text(encoding="utf-8").replace("  a", "  z"), encoding="utf-8")
    result = run("me", data=data)
    assert (result.exit_code, result.stdout) == (1, "")
    assert sentence(result).startswith("Your saved answers name things this knowledge lacks: 'a")


def test_forget_removes_what_is_kept_and_lists_it(run: Run, home: Path, whole: str) -> None:
    run("quiz", input=whole)
    run("quiz", input=SOME)
    result = run("forget")
    assert result.exit_code == 0
    assert "Removed; nothing is kept about you any more:" in result.stdout
    assert {str(home / "quiz.json"), str(home / "result.json")} <= set(result.stdout.splitlines())
    assert kept(home) == set()
    assert run("me").exit_code == 1
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
    items = data / "quiz" / "items.yaml"
    items.write_text(items.read_text(encoding="utf-8").replace("  a", "  z"), encoding="utf-8")
    result = run("fit", "librarian", input="1 2 3\n", data=data)
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
