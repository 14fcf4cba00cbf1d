"""The quiz and the questions about one role, screen by screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from libcareer.engines.quiz.belief import Answer
from libcareer.errors import BadAnswers
from libcareer.guide.checked import checked
from libcareer.guide.result import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.engines.quiz.interview import Progress, Questionnaire
    from libcareer.engines.quiz.one_role import Suitability, Suited
    from libcareer.engines.quiz.result import Result as QuizResult
    from libcareer.guide.result import Spoken


class QuizOption(NamedTuple):
    """Something to choose on a screen: its id, and the words to show."""

    id: str
    text: str


class QuizScreen(NamedTuple):
    """A screen: its *options*, of which *picks* are chosen as favorites, and with *least* one as the least liked.

    *number* counts from 1; *fewest* and *most* are the screens still to come, this one included.
    """

    number: int
    options: tuple[QuizOption, ...]
    picks: int
    least: bool
    fewest: int
    most: int


class Sitting:
    """Screens, asked one after another: show `screen`, then call `answer` or `skip`, until `screen` is None."""

    def __init__(self, questions: Questionnaire, progress: Progress, spoken: Spoken) -> None:
        self.progress = progress
        self._questions = questions
        self._spoken = spoken
        # Choosing a screen takes a while, and it is looked at more than once.
        self._screens: dict[tuple[Answer, ...], QuizScreen | None] = {}

    @property
    def screen(self) -> QuizScreen | None:
        """The screen to show next; None when nothing is left to ask, and result() says what the answers come to."""
        answers = self.progress.answers
        if answers not in self._screens:
            self._screens[answers] = self._spoken(self._next)
        return self._screens[answers]

    def _next(self) -> QuizScreen | None:
        answers = self.progress.answers
        found = self._questions.next(answers, self.progress.seed)
        if found is None:
            return None
        options = tuple(QuizOption(id_, self._questions.text(id_)) for id_ in found.options)
        return QuizScreen(len(answers) + 1, options, found.picks, found.least, *found.left)

    @checked
    def answer(self, picks: Sequence[str], least: str | None = None) -> None:
        """Answer the screen by the ids of its options; raises BadAnswers if they do not fit it."""
        screen = self._asked()
        shown = tuple(option.id for option in screen.options)
        if strange := [id_ for id_ in (*picks, *([least] if least else [])) if id_ not in shown]:
            raise BadAnswers(f"Screen {screen.number} does not show '{strange[0]}'.")
        if len(picks) != screen.picks or (least is not None) is not screen.least:
            also = " and the one you like least" if screen.least else ""
            raise BadAnswers(
                f"Screen {screen.number} takes {screen.picks} of its options{also}; `skip` passes it over."
            )
        self._keep(Answer(shown, tuple(picks), least))

    def skip(self) -> None:
        """Pass the screen over."""
        self._keep(Answer(tuple(option.id for option in self._asked().options)))

    def back(self) -> None:
        """Take the last answer back; its screen is asked again."""
        from msgspec.structs import replace

        self.progress = replace(self.progress, answers=self.progress.answers[:-1])

    def _asked(self) -> QuizScreen:
        if self.screen is None:
            raise BadAnswers("There is no screen left to answer. result() says what the answers come to.")
        return self.screen

    def _keep(self, answer: Answer) -> None:
        from msgspec.structs import replace

        self.progress = replace(self.progress, answers=(*self.progress.answers, answer))

    def _refuse_nothing(self) -> None:
        if not any(answer.picks for answer in self.progress.answers) and not self.progress.riasec:
            raise BadAnswers("Nothing was answered, so there is no result yet.")


class QuizSitting(Sitting):
    """The quiz; its answers are compared with every role of the knowledge."""

    def __init__(
        self, catalog: Catalog, questions: Questionnaire, progress: Progress, spoken: Spoken, notes: tuple[str, ...]
    ) -> None:
        super().__init__(questions, progress, spoken)
        self._catalog = catalog
        self._notes = notes

    @checked
    def limit(
        self,
        *,
        no_masters: bool = False,
        no_degree: bool = False,
        max_study: str | None = None,
        max_cost: float | str | None = None,
        min_pay: float | str | None = None,
        part_time: bool | None = None,
        full_time: bool = False,
        evenings: bool | None = None,
        public: str | None = None,
        move: bool | None = None,
        remote: bool | None = None,
        mostly_remote: bool = False,
    ) -> None:
        """Answer practical questions, with the options of `planb`; they change no score and set roles aside."""
        from msgspec.structs import replace

        from libcareer.inquiries.amounts import given
        from libcareer.inquiries.inquirer import Inquirer
        from libcareer.inquiries.limits import LimitWords, public_contact, typed_cost, typed_limits, typed_pay_limit

        words = LimitWords(
            max_study=max_study,
            no_masters=no_masters,
            no_degree=no_degree,
            max_cost=given(max_cost, typed_cost),
            min_pay=given(min_pay, typed_pay_limit),
            part_time=part_time,
            full_time=full_time,
            evenings=evenings,
            public=given(public, public_contact),
            move=move,
            remote=remote,
            mostly_remote=mostly_remote,
        )
        inquirer = Inquirer(self._catalog, date.min)
        limits = {**self.progress.limits, **typed_limits(inquirer, words)}
        self._notes = (*self._notes, *inquirer.notes)
        self.progress = replace(self.progress, limits=limits)

    @checked
    def result(self, *, details: bool = False, ignore_limits: bool = False) -> Result[QuizResult]:
        """What the answers so far come to; *details* writes all reasons. Its JSON is what `Guide.quiz` goes on from.

        Raises BadAnswers if nothing was answered.
        """
        from libcareer.engines.quiz.result import Findings
        from libcareer.reports.quiz import quiz_report

        self._refuse_nothing()
        complete = self.screen is None
        again = f"libcareer quiz --answers FILE{' --ignore-limits' if ignore_limits else ''}"

        def made() -> Result[QuizResult]:
            found = Findings(self._catalog, self.progress, ignore=ignore_limits)
            report = quiz_report(found, complete=complete, in_full=details, again=again)
            return Result(found.result, report, self._spoken, self._notes)

        return self._spoken(made)


class FitSitting(Sitting):
    """The questions about one role."""

    def __init__(self, questions: Suitability, progress: Progress, spoken: Spoken) -> None:
        super().__init__(questions, progress, spoken)
        self._suitability = questions

    def result(self) -> Result[Suited]:
        """Whether the role is right for the person, by the answers so far; raises BadAnswers if there are none."""
        from libcareer.reports.one_role import fit_report

        self._refuse_nothing()
        complete = self.screen is None

        def made() -> Result[Suited]:
            found = self._suitability.suited(self.progress.answers)
            return Result(found, fit_report(found, self.progress, complete=complete), self._spoken)

        return self._spoken(made)
