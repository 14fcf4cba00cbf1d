"""Two runs of the quiz compared: which earlier ones are kept, what changed, and how certain that is."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest

from libcareer.engines.quiz.algebra import dot
from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.engine import Quiz
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.retake import BEYOND, TOGETHER, retake_changes
from libcareer.errors import SavedFileError
from libcareer.person import storage
from libcareer.person.quizzes import SavedQuiz, earlier_result, keep_quiz, saved_quizzes
from libcareer.reports.page.render import Format, text
from libcareer.reports.retake import retake_report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]


def run_of(quiz: Quiz, theta: list[float], seed: int) -> Progress:
    """A whole run of somebody with tastes *theta*, in the mood of *seed*, with the noise the model assumes."""
    luck = random.Random(seed)
    answers: list[Answer] = []
    while screen := quiz.next(answers, seed):
        liking = {option: dot(quiz.options[option], theta) + luck.gauss(0, 1.3) for option in screen.options}
        wish = sorted(screen.options, key=lambda option: -liking[option])
        answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
    return Progress(seed, tuple(answers))


@pytest.fixture(scope="module")
def quiz(snapshot: Catalog) -> Quiz:
    return Quiz(snapshot)


def test_a_run_compared_with_itself_shows_no_change(quiz: Quiz) -> None:
    run = run_of(quiz, [3 * x for x in quiz.roles["archivist"]], 1)
    found = retake_changes(quiz.catalog, run, run)
    assert not found.came
    assert not found.went
    assert len(found.stayed) == len(quiz.outcome(run.answers).shown)
    assert all(moved.before == moved.after and not moved.beyond for moved in found.moved)
    assert found.together == 0
    assert not found.changed


def test_roles_that_stay_come_and_go_are_those_of_the_two_outcomes(quiz: Quiz) -> None:
    runs = [run_of(quiz, [3 * x for x in quiz.roles[role]], 2) for role in ("archivist", "childrens-librarian")]
    first, second = (quiz.outcome(run.answers).shown for run in runs)
    found = retake_changes(quiz.catalog, *runs)
    assert {each.id for each in found.stayed} == set(first) & set(second)
    assert {each.id for each in found.came} == set(second) - set(first)
    assert {each.id for each in found.went} == set(first) - set(second)
    assert found.changed


def test_moves_of_unchanged_people_match_their_standard_error(quiz: Quiz) -> None:
    squares, together = [], []
    for person in range(5):
        luck = random.Random(person)
        theta = [1.5 * luck.gauss(0, 1) for _ in range(16)]
        found = retake_changes(quiz.catalog, *(run_of(quiz, theta, 10 * person + occasion) for occasion in (1, 2)))
        squares += [((moved.after - moved.before) / moved.doubt) ** 2 for moved in found.moved]
        assert sum(abs(m.after - m.before) > BEYOND * m.doubt for m in found.moved) == sum(
            m.beyond for m in found.moved
        )
        together.append(found.together)
        assert found.changed == (found.together > TOGETHER)
    assert 6 < sum(together) / len(together) < 24
    assert 0.4 < sum(squares) / len(squares) < 1.8
    assert sum(square > BEYOND**2 for square in squares) <= 1


def test_unless_both_runs_point_one_way_nothing_is_compared(quiz: Quiz) -> None:
    clear = run_of(quiz, [3 * x for x in quiz.roles["archivist"]], 1)
    random_ = next(
        run for seed in range(9) if not quiz.outcome((run := Progress(seed, mixed(quiz, seed))).answers).clear
    )
    for pair, flags in (((clear, random_), (True, False)), ((random_, random_), (False, False))):
        found = retake_changes(quiz.catalog, *pair)
        assert found.clear == flags
        assert found.stayed == found.came == found.went == found.moved == ()
        assert (found.expected, found.together) == (0.0, 0.0)
        said = text(retake_report(found), Format.PLAIN)
        assert "points one way, so there is nothing to compare." in said
        assert "WHAT MOVED" not in said


def mixed(quiz: Quiz, seed: int) -> tuple[Answer, ...]:
    """All answers of somebody who clicks at random."""
    luck, answers = random.Random(seed), list[Answer]()
    while screen := quiz.next(answers, seed):
        options = luck.sample(screen.options, len(screen.options))
        answers.append(Answer(screen.options, tuple(options[: screen.picks]), options[-1] if screen.least else None))
    return tuple(answers)


# ---------------------------------------------------------------------------- what is kept

DONE = SavedQuiz(1, (Answer(("a", "b"), ("a",)),), done=True, on="2026-01-02")


def test_every_finished_quiz_is_kept_and_the_one_before_the_last_is_found(home: Path) -> None:
    quizzes = [SavedQuiz(seed, DONE.answers, done=True) for seed in range(12)]
    for each in quizzes:
        keep_quiz(each)
    assert saved_quizzes()[1] == quizzes[-1]
    assert earlier_result() == quizzes[-2]
    names = {path.name for path in home.iterdir()}
    assert names == {"result.json", *(f"result-{number}.json" for number in range(1, 12))}


def test_there_is_no_earlier_result_at_first() -> None:
    assert earlier_result() is None
    keep_quiz(DONE)
    assert earlier_result() is None


def test_another_programs_file_among_the_results_is_never_overwritten_or_removed(home: Path) -> None:
    mine = home / "result-march.json"
    mine.write_text("mine", encoding="utf-8")
    theirs = home / "result-7.json"
    theirs.write_text("theirs", encoding="utf-8")
    keep_quiz(DONE)
    keep_quiz(DONE)
    assert (home / "result-8.json").exists()
    assert theirs.read_text(encoding="utf-8") == "theirs"
    storage.remove_all()
    assert mine.exists()


def test_an_earlier_result_that_is_not_ours_is_refused(home: Path) -> None:
    keep_quiz(DONE)
    (home / "result-7.json").write_text("theirs", encoding="utf-8")
    with pytest.raises(SavedFileError, match="is not a quiz saved by libcareer"):
        earlier_result()


# ---------------------------------------------------------------------------- as a command


@pytest.fixture
def two_runs(run_snapshot: Run, tmp_path: Path, quiz: Quiz, home: Path) -> Run:
    """Somebody who has taken the quiz twice."""
    for number, role in enumerate(("archivist", "childrens-librarian")):
        progress = run_of(quiz, [3 * x for x in quiz.roles[role]], number)
        keep_quiz(SavedQuiz.of(progress, on=f"2026-0{number + 1}-01"))
    return run_snapshot


def test_me_compares_the_last_two_results_in_words_and_with_their_days(two_runs: Run) -> None:
    said = two_runs("me", "--compare").stdout
    assert said.startswith("Your last two results compared (2026-01-01 and 2026-02-01)")
    assert "roles stayed" in said
    assert "WHAT MOVED" in said
    assert "standard error of the difference" in said


def test_the_comparison_is_complete_as_json_and_csv(two_runs: Run) -> None:
    found = json.loads(two_runs("me", "--compare", "--format", "json").stdout)
    assert len(found["moved"]) == 16
    lines = two_runs("me", "--compare", "--format", "csv").stdout.splitlines()
    assert lines[0] == "kind,how,id,title,before,after,doubt"
    assert len(lines) == 1 + 16 + sum(len(found[part]) for part in ("stayed", "came", "went"))


def test_with_one_result_or_none_there_is_nothing_to_compare(run: Run) -> None:
    for _ in range(2):
        result = run("me", "--compare")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "There are no two results to compare yet." in result.stderr
        keep_quiz(DONE)


def test_a_finished_quiz_remembers_its_day(run: Run, home: Path) -> None:
    lines = "1 2 3\n" * 4 + "1 2 6\n" * 14 + "skip\n" * 12
    run("quiz", input=lines)
    day = json.loads((home / "result.json").read_text(encoding="utf-8"))["on"]
    assert len(day.split("-")) == 3
