"""The methods of a guide that ask: the quiz, the questions about one role, and the results of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.guide.checked import checked
from libcareer.guide.desk import Desk
from libcareer.guide.result import Result

if TYPE_CHECKING:
    from pathlib import Path

    from libcareer.engines.quiz.classroom import ClassSummary
    from libcareer.engines.quiz.interview import Progress
    from libcareer.guide.sittings import FitSitting, QuizSitting


class Quizzes(Desk):
    """Questions about what somebody likes."""

    @checked
    def quiz(
        self,
        *,
        seed: int = 0,
        answers: str | Path | None = None,
        riasec: str | None = None,
        riasec_items: int | None = None,
    ) -> QuizSitting:
        """The quiz, to be asked screen by screen; *seed* fixes the order of the options.

        *answers* is a file with the JSON of an earlier result, to go on from. *riasec* are scores of the Interest
        Profiler such as "R10 I25 A30 S28 E12 C22", with so many *riasec_items*, or a code such as SAI. Raises
        BadAnswers for what cannot be read.
        """
        from libcareer.engines.quiz.interview import Progress, quiz_for
        from libcareer.guide.sittings import QuizSitting
        from libcareer.inquiries.amounts import given, typed_form, typed_seed
        from libcareer.inquiries.scores import profiler_scores

        progress = Progress(typed_seed(seed)) if answers is None else self._answered(answers)
        scores = profiler_scores(riasec, given(riasec_items, typed_form)) if riasec is not None else None
        progress = scores.added(progress) if scores else progress
        notes = (scores.remark,) if scores and scores.remark else ()
        questions = self._spoken(lambda: quiz_for(self.catalog, progress))
        return QuizSitting(self.catalog, questions, progress, self._spoken, notes)

    def _answered(self, file: str | Path) -> Progress:
        from libcareer.engines.quiz.answers import answers_from_json
        from libcareer.engines.quiz.engine import Quiz
        from libcareer.errors import LibcareerError, short
        from libcareer.inquiries.submissions import LARGEST_RESULT
        from libcareer.knowledge import disk
        from libcareer.knowledge.homes import expanded

        path = expanded(file)
        try:
            data = disk.read_file(path, LARGEST_RESULT)
        except OSError as error:
            raise LibcareerError(f"'{short(str(path), 120)}' cannot be read: {error.strerror}.") from None
        return answers_from_json(data, Quiz(self.catalog))

    @checked
    def fit(self, role: str, *, seed: int = 0) -> FitSitting:
        """The questions whether one *role* is right for somebody, to be asked screen by screen."""
        from datetime import date

        from libcareer.engines.quiz.interview import Progress
        from libcareer.engines.quiz.one_role import Suitability
        from libcareer.guide.sittings import FitSitting
        from libcareer.inquiries.amounts import typed_seed
        from libcareer.inquiries.inquirer import Inquirer
        from libcareer.inquiries.names import named_role

        id_ = named_role(Inquirer(self.catalog, date.min), (role,))
        questions = self._spoken(lambda: Suitability(self.catalog, id_))
        return FitSitting(questions, Progress(typed_seed(seed)), self._spoken)

    @checked
    def class_(self, *paths: str | Path) -> Result[ClassSummary]:
        """What the nameless results of a class of five or more have in common; its notes say what is not counted.

        *paths* are results as JSON, folders or archives of them, or tables of interest scores. Raises BadAnswers if
        there are too few.
        """
        from libcareer.inquiries.classroom import class_answer, class_handed_in
        from libcareer.knowledge.homes import expanded

        handed_in = class_handed_in(self.catalog, [expanded(path) for path in paths])
        answer = self._spoken(lambda: class_answer(self.catalog, handed_in))
        return Result(answer.found, answer.report, self._spoken, handed_in.notes)
