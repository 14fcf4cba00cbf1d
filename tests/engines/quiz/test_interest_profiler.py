"""Scores of O*NET's Interest Profiler: read, standardized, weighted and explained."""

from __future__ import annotations

import json
import math
import random
from itertools import zip_longest
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libcareer.engines.quiz.algebra import dot, inverse, log_determinant, times, unit
from libcareer.engines.quiz.answers import answers_from_json
from libcareer.engines.quiz.belief import CHARM, SCALES, Answer, Belief, coded, form_of, prior_precision
from libcareer.engines.quiz.engine import PRIOR, Quiz
from libcareer.engines.quiz.interest_profiler import (
    BY_PLACE,
    CODE,
    EXAMPLE,
    HIGHEST_SCORE,
    MINI_FORM,
    NORMED_BY,
    NORMS,
    RELIABILITY,
    SHORT_FORM,
    checked_scores,
    highest_score,
    likely_items,
    profiler_prior,
    scores,
    typed_code,
    typed_items,
)
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.ratings import HOLLAND_LETTERS
from libcareer.errors import BadAnswers

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

    from libcareer.catalog import Catalog

    Run = Callable[..., Result]

WHOLE = {"R": 10, "I": 25, "A": 30, "S": 28, "E": 12, "C": 22}
HALF = {"R": 5, "I": 12, "A": 15, "S": 14, "E": 6, "C": 11}
MINI = " ".join(f"{letter}{score}" for letter, score in HALF.items())
LETTER = [str(letter) for letter in HOLLAND_LETTERS]


@pytest.mark.parametrize(
    "typed",
    [
        EXAMPLE,
        "r10 i25 a30 s28 e12 c22",
        "C22, E12, S28, A30, I25, R10",
        "R:10;I:25;A:30;S:28;E:12;C:22",
        "R 10 I=25 A 30 S 28 E 12 C 22",
        " R10,I25,A30,S28,E12,C22\n",
    ],
)
def test_scores_are_read_in_any_order_case_and_punctuation(typed: str) -> None:
    assert scores(typed) == WHOLE
    assert list(scores(typed)) == LETTER


@pytest.mark.parametrize(
    "typed",
    [
        "Realistic: 10, Investigative: 25, Artistic: 30, Social: 28, Enterprising: 12, Conventional: 22",
        "conventional 22; enterprising 12; social 28; artistic 30; investigative 25; realistic 10",
        "\N{LEFT DOUBLE QUOTATION MARK}Realistic: 10\N{RIGHT DOUBLE QUOTATION MARK} Investigative = 25 "
        "Artistic (A): 30 Social score: 28 Enterprising \N{EN DASH} 12 Conventional ..... 22",
        "R,I,A,S,E,C\n10,25,30,28,12,22\n",
        "R\tI\tA\tS\tE\tC\r\n10\t25\t30\t28\t12\t22",
        "C;E;S;A;I;R\n22;12;28;30;25;10",
        "Realistic Investigative Artistic Social Enterprising Conventional\n10 25 30 28 12 22",
        "| R | I | A | S | E | C |\n|---|---|---|---|---|---|\n| 10 | 25 | 30 | 28 | 12 | 22 |",
        '{"R": 10, "I": 25, "A": 30, "S": 28, "E": 12, "C": 22}',
        "Realistic\n10\nInvestigative\n25\nArtistic\n30\nSocial\n28\nEnterprising\n12\nConventional\n22",
        "Realistic: 10/40\nInvestigative: 25/40\nArtistic: 30 out of 40\nSocial: 28\nEnterprising: 12\n"
        "Conventional: 22",
        "O*NET Interest Profiler\nYour top interests:\n1. Artistic\n2. Social\n3. Investigative\n\n"
        "Your scores of 2026\nRealistic 10\nPeople with Realistic interests like work with 2 hands.\nInvestigative 25\n"
        "Artistic 30\nSocial 28\nSocial people like to help.\nEnterprising 12\nConventional 22\nPrint 1 of 3",
    ],
)
def test_scores_are_read_by_name_as_a_table_and_from_a_results_page(typed: str) -> None:
    assert scores(typed) == WHOLE


@pytest.mark.parametrize(
    "typed", ["SAI", "sai", "S-A-I", "S\N{EN DASH}A\N{EN DASH}I", "Social, Artistic, Investigative"]
)
def test_the_order_of_a_code_is_its_evidence(typed: str) -> None:
    assert typed_code(typed) == "SAI"
    found = scores(typed)
    standardized = {letter: (found[letter] / 10 + 1 - NORMS[letter][0]) / NORMS[letter][1] for letter in LETTER}
    expected = dict.fromkeys("REC", BY_PLACE[CODE]) | dict(zip("SAI", BY_PLACE, strict=False))
    assert standardized == pytest.approx(expected, abs=0.06)
    assert sum(BY_PLACE[:CODE]) + CODE * BY_PLACE[CODE] == pytest.approx(0, abs=0.02)


@pytest.mark.parametrize("typed", ["", "SA", "SAIE", "SAX", "S1 A2 I3", "Social Artistic", EXAMPLE])
def test_other_words_are_no_code(typed: str) -> None:
    assert typed_code(typed) is None


def test_the_command_says_how_a_code_is_counted(run: Run) -> None:
    result = run("quiz", "--riasec", "SAI", input="")
    assert result.exit_code == 0
    counted = " ".join(f"{letter}{score}" for letter, score in scores("SAI").items())
    said = result.stderr.splitlines()
    assert said[0].startswith(
        f"Only the order of SAI is evidence. It counts like the scores {counted}: S high, A and I "
    )
    assert counted in result.stdout


@pytest.mark.parametrize("typed", ["Realistic" + " " * 19_000, "Realistic|" * 1_900, "realistic(" * 1_900, "x" * 10**6])
def test_a_long_text_is_refused_soon(typed: str) -> None:
    begun = perf_counter()
    with pytest.raises(BadAnswers):
        scores(typed)
    assert perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Realistic: -1, Investigative: 25", "'Realistic -1' is not a score."),
        ("Realistic: 14.5", "'Realistic 14.5' is not a score."),
        ("Realistic 35%", "'Realistic 35%' is not a score."),
        ("Realistic: nan", "is not a score."),
        ("Realistic 14 Realistic 15", "R is given twice."),
        ("Realistic 14", "No score for I, A, S, E, C."),
        ("R,I,A,S,E,C\n14,25,30,28,12,nan", "is not a score."),
        ("R,I,A,S,E,C\n14,25,30,28,12,41", "C41 is out of range"),
        ("SSA", "'SSA' names a letter twice."),
        ("R10 I25 A30 S28 E12", "No score for C."),
        ("R10", "No score for I, A, S, E, C."),
        ("", "No score for R, "),
        ("R10 I25 A30 S28 E12 C22 R11", "R is given twice."),
        ("R41 I25 A30 S28 E12 C22", "R41 is out of range"),
        ("R999999 I25 A30 S28 E12 C22", "R999999 is out of range"),
        ("R-1 I25 A30 S28 E12 C22", "'R-1' is not a score."),
        ("R1.5 I25 A30 S28 E12 C22", "'R1.5' is not a score."),
        ("X10 I25 A30 S28 E12 C22", "'X10' is not a score."),
        ("10 25 30 28 12 22", "'10' is not a score."),
        ("R10 I25 A30 S28 E12 C22 X5", "'X5' is not a score."),
        ("R\N{SUPERSCRIPT TWO} I25", "is not a score."),
    ],
)
def test_invalid_scores_are_refused_in_one_sentence(run: Run, typed: str, said: str) -> None:
    with pytest.raises(BadAnswers) as refused:
        scores(typed)
    assert str(refused.value).startswith(said) or said in str(refused.value)
    result = run("quiz", "--riasec", typed, input="")
    assert (result.exit_code, result.stdout) == (1, "")
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_saved_scores_are_checked_like_typed_ones() -> None:
    assert checked_scores(dict(reversed(WHOLE.items()))) == WHOLE
    for bad in ({}, {**WHOLE, "R": -1}, {**WHOLE, "X": 3}, {"R": 10}):
        with pytest.raises(BadAnswers):
            checked_scores(bad)


# ---------------------------------------------------------------------------- the two forms


def test_a_letter_has_0_to_20_in_the_form_of_30_items_and_0_to_40_in_that_of_60() -> None:
    assert (highest_score(MINI_FORM), highest_score(SHORT_FORM)) == (20, HIGHEST_SCORE)
    assert checked_scores({**HALF, "A": 20}, MINI_FORM)["A"] == 20
    with pytest.raises(BadAnswers, match=r"^A21 is out of range: .* 30 items each letter has 0 to 20"):
        checked_scores({**HALF, "A": 21}, MINI_FORM)
    with pytest.raises(BadAnswers, match=r"^There is no Interest Profiler of 48 items"):
        checked_scores(HALF, 48)


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        (EXAMPLE, SHORT_FORM),
        (MINI, MINI_FORM),
        ("R20 I20 A20 S20 E20 C20", MINI_FORM),
        ("R20 I20 A21 S20 E20 C20", SHORT_FORM),
        (
            "Interest Profiler (60 questions)\nRealistic 5, Investigative 12, Artistic 15, Social 14, Enterprising 6, "
            "Conventional 11",
            SHORT_FORM,
        ),
        (
            "Realistic 5/40 Investigative 12/40 Artistic 15/40 Social 14/40 Enterprising 6/40 Conventional 11",
            SHORT_FORM,
        ),
        ("O*NET Mini-IP: Realistic 5 Investigative 12 Artistic 15 Social 14 Enterprising 6 Conventional 11", MINI_FORM),
        ("Realistic 5 out of 20 Investigative 12 Artistic 15 Social 14 Enterprising 6 Conventional 11", MINI_FORM),
        ("SAI", SHORT_FORM),
        ("CRE", SHORT_FORM),
    ],
)
def test_the_form_is_known_by_what_the_text_says_or_the_scores_allow(typed: str, items: int) -> None:
    assert typed_items(typed) == items
    assert max(scores(typed, items).values()) <= highest_score(items)


def test_a_table_of_many_people_has_one_form() -> None:
    assert likely_items([HALF, HALF]) == MINI_FORM
    assert likely_items([HALF, WHOLE]) == SHORT_FORM
    assert likely_items([]) == SHORT_FORM


def test_the_same_likes_in_either_form_pull_the_same_way_and_30_items_less() -> None:
    even = {letter: 2 * score for letter, score in HALF.items()}
    long, mini = profiler_prior(even), profiler_prior(HALF, MINI_FORM)
    ratio = mini.pull[0] / long.pull[0]
    assert 0 < ratio < 1
    assert mini.pull == pytest.approx([ratio * pull for pull in long.pull])
    assert RELIABILITY[MINI_FORM] < RELIABILITY[SHORT_FORM]


def test_the_command_says_that_it_reads_low_scores_as_those_of_30_items(run: Run, home: Path) -> None:
    result = run("quiz", "--riasec", MINI, input="1 2 3\n")
    assert result.stderr.startswith(
        "These are read as scores of the Interest Profiler of 30 items, where each letter has 0 to 20. If yours had 60 "
        "items, add --riasec-items 60."
    )
    assert json.loads((home / "quiz.json").read_text(encoding="utf-8"))["riasec_items"] == MINI_FORM
    again = json.loads(run("quiz", "--format", "json", input="1 2 3\n").stdout)
    assert (again["riasec"], again["riasec_items"]) == (HALF, MINI_FORM)
    assert json.loads(run("me", "--quiz", "--format", "json").stdout)["riasec_items"] == MINI_FORM


@pytest.mark.parametrize("items", [MINI_FORM, SHORT_FORM])
def test_the_option_decides_which_form_it_is(run: Run, items: int) -> None:
    result = run("quiz", "--riasec", MINI, "--riasec-items", str(items), "--format", "json", input="")
    assert "These are read" not in result.stderr
    assert json.loads(result.stdout).get("riasec_items", SHORT_FORM) == items


def test_a_score_above_20_is_refused_for_30_items(run: Run) -> None:
    result = run("quiz", "--riasec", EXAMPLE, "--riasec-items", "30", input="")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "I25 is out of range: in the Interest Profiler of 30 items each letter has 0 to 20." in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["--riasec", EXAMPLE, "--riasec-items", "48"], ["--riasec-items", "30"]])
def test_another_number_of_items_and_items_without_scores_are_wrong_usage(run: Run, words: list[str]) -> None:
    result = run("quiz", *words, input="")
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_form_goes_with_the_answers_and_older_files_have_60_items(tiny: Catalog) -> None:
    quiz = Quiz(tiny)
    kept = {"answers": [], "riasec": HALF}
    assert answers_from_json(json.dumps(kept).encode(), quiz) == Progress(riasec=HALF)
    assert Progress().riasec_items == SHORT_FORM
    kept["riasec_items"] = MINI_FORM
    assert answers_from_json(json.dumps(kept).encode(), quiz).riasec_items == MINI_FORM
    for bad in ({**kept, "riasec": WHOLE}, {**kept, "riasec_items": 48}):
        with pytest.raises(BadAnswers):
            answers_from_json(json.dumps(bad).encode(), quiz)


# ---------------------------------------------------------------------------- the evidence

ANY = st.fixed_dictionaries({letter: st.integers(0, HIGHEST_SCORE) for letter in LETTER})


@given(ANY)
def test_only_differences_between_the_letters_count(found: dict[str, int]) -> None:
    evidence = profiler_prior(found)
    assert sum(evidence.pull) == pytest.approx(0, abs=1e-9)
    for row in evidence.precision:
        assert sum(row) == pytest.approx(0, abs=1e-9)
    assert not any(evidence.pull[6:])


def test_scores_at_the_norm_give_no_direction() -> None:
    at_norm = {letter: round((NORMS[letter][0] - 1) * 10) for letter in LETTER}
    assert max(map(abs, profiler_prior(at_norm).pull)) < 0.2


def test_a_higher_score_draws_the_belief_to_its_letter_and_narrows_it(tiny: Catalog) -> None:
    low, high = (Quiz(tiny, profiler_prior({**WHOLE, "R": score})).belief([]) for score in (5, 35))
    nothing = Quiz(tiny).belief([])
    assert high.mean[0] > 0 > low.mean[0]
    assert all(high.covariance[i][i] < nothing.covariance[i][i] for i in range(6))
    for told, untold in zip(high.parts, nothing.parts, strict=True):
        assert [told.covariance[i][6:] for i in range(6, 16)] == [untold.covariance[i][6:] for i in range(6, 16)]


def some_answers(quiz: Quiz, count: int) -> list[Answer]:
    answers: list[Answer] = []
    for _ in range(count):
        screen = quiz.next(answers)
        assert screen
        least = screen.options[-1] if screen.least else None
        answers.append(Answer(screen.options, screen.options[: screen.picks], least))
    return answers


@settings(max_examples=settings().max_examples // 20)
@given(ANY)
def test_scores_and_answers_add_up_exactly_in_any_order(tiny: Catalog, found: dict[str, int]) -> None:
    brought = Quiz(tiny, profiler_prior(found))
    answers = some_answers(brought, 5)
    outcome = brought.outcome(answers)
    assert brought.outcome(answers[::-1]).fits[0].score == outcome.fits[0].score
    for fit in outcome.fits:
        reasons = brought.reasons(fit.role, answers)
        assert sum(reason.adds for reason in reasons) == pytest.approx(fit.score, abs=1e-9)
        assert sum(reason.option == PRIOR for reason in reasons) == 1


def charmed(quiz: Quiz, answer: Answer) -> float:
    """The log-likelihood ratio of the *answer* given the charm of its options, against random picks."""
    form, charms = form_of(answer), [dot(quiz.options[option][: len(CHARM)], CHARM) for option in answer.options]
    likings = [value / form.gain for value in coded(answer)]
    middle = sum(charms) / len(charms)
    return sum((y * y - (y - (c - middle)) ** 2) / 2 / form.noise for y, c in zip(likings, charms, strict=True))


def test_the_evidence_comes_from_the_answers_alone(tiny: Catalog) -> None:
    """Log p(answers | scores) - log p(answers at random), from both beliefs and the charm of the options."""
    brought = Quiz(tiny, profiler_prior(WHOLE))
    assert brought.outcome([]).evidence == 0
    answers = some_answers(brought, 3)

    def told(belief: Belief) -> float:
        """The likelihood of all evidence in *belief*, over the scales of liking."""
        return math.log(
            sum(
                share * math.exp(likelihood(part.mean, inverse(part.covariance), prior_precision(scale)))
                for part, (scale, share) in zip(belief.parts, SCALES, strict=True)
            )
        )

    def likelihood(mean: list[float], precision: list[list[float]], prior: list[float]) -> float:
        eta = times(precision, mean)
        return (dot(eta, mean) - log_determinant(precision) + sum(map(math.log, prior))) / 2

    whole = brought.belief(answers)
    assert whole.evidence == pytest.approx(
        told(whole) - told(brought.belief([])) + sum(charmed(brought, answer) for answer in answers)
    )


def test_scores_of_a_person_bring_the_belief_nearer_to_what_they_like(snapshot: Catalog) -> None:
    """Two screens with and without scores: people drawn at random, their scores as noisy as assumed."""
    plain, nearness = Quiz(snapshot), [0.0, 0.0]
    for seed in range(16):
        luck = random.Random(seed)
        theta = [luck.gauss(0, 1) for _ in range(16)]
        z = [0.84 * theta[i] + luck.gauss(0, 0.55) for i in range(6)]
        typed = {
            letter: min(HIGHEST_SCORE, max(0, round((NORMS[letter][0] + x * NORMS[letter][1] - 1) * 10)))
            for letter, x in zip(LETTER, z, strict=True)
        }
        taste = [x + charm for x, charm in zip_longest(theta, CHARM, fillvalue=0.0)]
        moods = {option: luck.gauss(0, 0.8) for option in sorted(plain.options)}
        for which, quiz in enumerate((plain, Quiz(snapshot, profiler_prior(typed)))):
            answers: list[Answer] = []
            for _ in range(2):
                screen = quiz.next(answers)
                assert screen
                liking = {o: 0.6 * dot(quiz.options[o], taste) + moods[o] for o in screen.options}
                wish = sorted(screen.options, key=lambda option: -liking[option])
                answers.append(Answer(screen.options, tuple(wish[: screen.picks]), wish[-1] if screen.least else None))
            nearness[which] += dot(unit(quiz.belief(answers).mean), unit(theta)) / 16
    without_scores, with_scores = nearness
    assert with_scores > without_scores + 0.05


# ---------------------------------------------------------------------------- as a command


def test_scores_alone_give_a_first_impression_that_says_so(run: Run) -> None:
    result = run("quiz", "--riasec", EXAMPLE, input="")
    assert result.exit_code == 0
    said = " ".join(result.stdout.split())
    assert said.startswith("What your scores point to (no screen answered)")
    assert "Your Interest Profiler scores (R10 I25 A30 S28 E12 C22) hardly separate the roles" in said
    details = " ".join(run("quiz", "--riasec", EXAMPLE, "--details", input="").stdout.split())
    assert "We know nothing else about you yet." in details
    assert NORMED_BY in details
    assert "for: your Interest Profiler scores (R10 I25 A30 S28 E12 C22)" in details


def test_scores_are_kept_with_the_answers_and_need_not_be_given_again(run: Run, home: Path) -> None:
    run("quiz", "--riasec", EXAMPLE, input="1 2 3\n")
    assert json.loads((home / "quiz.json").read_text(encoding="utf-8"))["riasec"] == WHOLE
    again = run("quiz", "--format", "json", input="1 2 3\n")
    assert json.loads(again.stdout)["riasec"] == WHOLE
    assert json.loads(run("me", "--quiz", "--format", "json").stdout)["riasec"] == WHOLE


def test_the_json_of_a_quiz_with_scores_can_be_given_back(run: Run, tmp_path: Path) -> None:
    written = run("quiz", "--riasec", EXAMPLE, "--format", "json", input="1 2 3\n" * 3).stdout
    file = tmp_path / "mine.json"
    file.write_text(written, encoding="utf-8")
    given_back = json.loads(run("quiz", "--answers", str(file), "--format", "json").stdout)
    # Only what is kept has a page of its own to link to.
    assert {**given_back, "links": []} == {**json.loads(written), "links": []}


@pytest.mark.parametrize("riasec", [{"R": 1}, {**WHOLE, "R": 400}])
def test_bad_scores_in_a_file_are_refused(run: Run, tmp_path: Path, riasec: dict[str, int]) -> None:
    file = tmp_path / "mine.json"
    file.write_text(json.dumps({"answers": [], "riasec": riasec}), encoding="utf-8")
    result = run("quiz", "--answers", str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1


def test_the_result_names_the_roles_that_the_scores_add(run_snapshot: Run) -> None:
    answers = str(Path(__file__).parents[2] / "answers.json")

    def result(*args: str) -> dict[str, Any]:
        said = run_snapshot("quiz", "--answers", answers, *args, "--details", "--format", "json").stdout
        found: dict[str, Any] = json.loads(said)
        return found

    alone, with_scores = result(), result("--riasec", "R0 I10 A0 S30 E0 C30")
    before, after = ({role["title"] for role in each["outcome"]["roles"]} for each in (alone, with_scores))
    assert after - before
    assert set(with_scores["details"]["added"]["came"]) == after - before
