"""Saved answers, made to fit the quiz as it is now, and practical answers that need not be given twice."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.commands.options import complain
from libcareer.engines.quiz.answers import check_progress, fitted, unknown_options
from libcareer.engines.quiz.conversation import converse
from libcareer.engines.quiz.interview import Progress
from libcareer.engines.quiz.limits import practical_questions
from libcareer.errors import BadAnswers, LibcareerError, SavedFileError, either, short

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from libcareer.catalog import Catalog
    from libcareer.engines.paths.situation import Stated
    from libcareer.engines.quiz.belief import Answer
    from libcareer.engines.quiz.engine import Quiz, Screen
    from libcareer.engines.quiz.interview import Asker, Questionnaire
    from libcareer.engines.quiz.limits import Limit
    from libcareer.engines.quiz.result import Findings
    from libcareer.person.quizzes import Replies, SavedQuiz


def finished_quiz(saved: SavedQuiz, quiz: Quiz) -> Progress:
    """The progress that was *saved*, without what *quiz* no longer has.

    Raises LibcareerError if nothing is left of it, SavedFileError if it is damaged.
    """
    try:
        return _fitted(saved.progress(), quiz)
    except BadAnswers:
        unknown = unknown_options(saved.answers, quiz)
        lacking = either([short(option) for option in unknown[:3]])
        message = f"Your saved answers name things this knowledge lacks: {lacking}. Take the quiz again."
        raise LibcareerError(message) from None


def unfinished_quiz(begun: SavedQuiz | None, quiz: Quiz) -> Progress | None:
    """The unfinished quiz to go on with, if there is one; one of other questions is set aside, and that is said.

    Raises SavedFileError if it is damaged.
    """
    from libcareer.person.quizzes import set_quiz_aside

    progress = _unfinished(begun.progress(), quiz) if begun else None
    if begun and not progress:
        complain(f"{OTHER_QUESTIONS} The old one is kept as '{set_quiz_aside()}'.")
    return progress


def unfinished_fit(begun: Replies | None, quiz: Quiz) -> Progress | None:
    """The unfinished questions about one role to go on with, as `unfinished_quiz` gives the quiz."""
    progress = _unfinished(Progress(begun.seed, begun.answers), quiz) if begun else None
    if begun and not progress:
        complain(OTHER_QUESTIONS)
    return progress


OTHER_QUESTIONS = "Your unfinished quiz no longer matches the questions, so a new one starts."
"""What a person is told if nothing of an unfinished quiz can be used."""


def _unfinished(begun: Progress, quiz: Quiz) -> Progress | None:
    """What *quiz* still has of what was *begun*; None if nothing is left."""
    try:
        progress = _fitted(begun, quiz)
    except BadAnswers:
        return None
    if progress.lost.answers:
        count = "One of your answers chose" if progress.lost.answers == 1 else f"{progress.lost.answers} answers chose"
        complain(f"{count} something that the quiz no longer has; only that is set aside.")
    return progress


def _fitted(saved: Progress, quiz: Quiz) -> Progress:
    """*saved* without what *quiz* no longer has.

    Raises BadAnswers if nothing is left of it, SavedFileError if it is damaged.
    """
    progress = fitted(saved, quiz)
    try:
        check_progress(progress, quiz)
    except BadAnswers as error:
        raise SavedFileError(f"Your saved answers are damaged. {error} `libcareer forget` removes them.") from None
    return progress


def converse_once(
    catalog: Catalog,
    known: dict[str, str],
    quiz: Questionnaire,
    progress: Progress,
    asker: Asker,
    keep: Callable[[Progress], None],
    limits: Sequence[Limit],
) -> tuple[Progress, bool]:
    """`converse`, without the practical questions whose answers are *known*; those that are new are kept."""
    progress = replace(progress, limits={**known, **progress.limits})
    progress, through = converse(quiz, progress, asker, keep, limits)
    if any(answer and known.get(question) != answer for question, answer in progress.limits.items()):
        _keep_limits(catalog, progress.limits)
    return progress, through


def kept_standing(catalog: Catalog) -> Stated | None:
    """Where the person stands by what is kept about them; None if nothing is, or if it cannot be read."""
    from datetime import date

    from libcareer.engines.paths.circumstances import NOTHING_TOLD, stated_on
    from libcareer.person.about import saved_about

    with suppress(SavedFileError):
        about = saved_about()
        return stated_on(catalog, about, date.today()) if about != NOTHING_TOLD else None
    return None


def known_limits(catalog: Catalog) -> dict[str, str]:
    """The answers to practical questions that are known of the person; none if they cannot be read."""
    from libcareer.engines.paths.circumstances import unjudged
    from libcareer.engines.quiz.known import known_answers
    from libcareer.person.about import saved_about
    from libcareer.reports.limits import unjudged_words

    try:
        told = saved_about()
    except SavedFileError as error:
        complain(f"{error} Going on without what is kept about you.")
        return {}
    if kinds := unjudged(catalog, told):
        complain(unjudged_words(kinds, told.currency))
    return known_answers(catalog, told)


def _keep_limits(catalog: Catalog, answers: dict[str, str]) -> None:
    """Keep the *answers* to practical questions for other commands; complain if that fails."""
    from libcareer.engines.quiz.known import with_answers
    from libcareer.person.about import change_about

    try:
        change_about(lambda told: with_answers(catalog, told, answers), complain)
    except SavedFileError as error:
        complain(f"{error} What limits you is kept with this quiz only.")


def change_answers(catalog: Catalog) -> None:
    """Let a person change answers of the last quiz, or go on with an unfinished one, and keep the outcome.

    Raises LibcareerError if there is no quiz.
    """
    from datetime import date

    from libcareer.commands import prompts
    from libcareer.commands.prompts.quiz import QuizAsker
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import quiz_for
    from libcareer.engines.quiz.result import Findings
    from libcareer.person.quizzes import SavedQuiz, open_quiz, saved_quizzes

    quiz, (_, last) = Quiz(catalog), saved_quizzes()
    with open_quiz(complain) as (begun, keep):
        before = unfinished_quiz(begun, quiz) or (finished_quiz(last, quiz) if last else None)
        if before is None:
            raise LibcareerError("There is no result of the quiz yet. `libcareer quiz` makes one.")
        save = forgiving(lambda now, on=None: keep(SavedQuiz.of(now, on)))
        asker = QuizAsker(prompts.prompter())
        asker.reviewing = True
        known = known_limits(catalog)
        limits = practical_questions(catalog)
        screens: Questionnaire = quiz_for(catalog, before)
        if not begun:
            screens = _Finished(screens)
            limits = tuple(limit for limit in limits if limit.id in known or limit.id in before.limits)
        progress, complete = converse_once(catalog, known, screens, before, asker, save, limits)
        if not complete or progress == before:
            return
        save(progress, date.today().isoformat())
    keep_result(Findings(catalog, progress, stated=kept_standing(catalog)))


class _Finished:
    """The questions of a finished *quiz*, to change answers: nothing follows, whatever another version would ask."""

    def __init__(self, quiz: Questionnaire) -> None:
        self.asked, self.text, self.label = quiz.asked, quiz.text, quiz.label

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """None: all was asked."""
        return None


def keep_result(found: Findings) -> None:
    """Keep what was *found* beside the answers; complain if that fails."""
    from libcareer.person.quizzes import keep_outcome

    try:
        keep_outcome(found.progress, found.result)
    except SavedFileError as error:
        complain(str(error))


def forgiving(save: Callable[..., None]) -> Callable[..., None]:
    """*save* that complains once if it fails: a full disk must not end a quiz."""
    failed = False

    def keep(*what: Any) -> None:
        nonlocal failed
        try:
            save(*what)
        except SavedFileError as error:
            if not failed:
                complain(f"{error} The quiz goes on, but nothing of it is kept.")
            failed = True

    return keep
