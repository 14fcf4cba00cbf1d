"""The quiz as a conversation: what is asked next, what a reply changes, and when it is over.

It contains neither the arithmetic (`engine`, `belief`) nor a way of asking (`interview.Asker`), so the same
conversation runs on a terminal, over the lines of a pipe, and from a file of answers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.engines.quiz.belief import Answer
from libcareer.engines.quiz.interview import Back, Change, Chosen, Picked, QuestionNumber, Skip, Stop
from libcareer.engines.quiz.limits import Limit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from libcareer.engines.quiz.engine import Screen
    from libcareer.engines.quiz.interview import Asker, Progress, Questionnaire

Step = int | Limit
"""A question: a screen by its index among the answers, or a practical question."""

SKIPPED = "skipped"


def converse(
    quiz: Questionnaire,
    progress: Progress,
    asker: Asker,
    keep: Callable[[Progress], None],
    limits: Sequence[Limit],
) -> tuple[Progress, bool]:
    """Ask all screens, then the practical questions among *limits* that are not answered in *progress*.

    *keep* is called after every reply that changes something. Returns the progress, and whether every question
    was asked.
    """
    return _Conversation(quiz, progress, asker, keep, limits).held()


def ask_screens(
    quiz: Questionnaire, progress: Progress, asker: Asker, keep: Callable[[Progress], None]
) -> tuple[Progress, bool]:
    """Ask screens only, as `converse` does."""
    return converse(quiz, progress, asker, keep, ())


class _Conversation:
    def __init__(
        self,
        quiz: Questionnaire,
        progress: Progress,
        asker: Asker,
        keep: Callable[[Progress], None],
        limits: Sequence[Limit],
    ) -> None:
        self.quiz, self.progress, self.asker, self.keep = quiz, progress, asker, keep
        self.limits = limits
        self.asked_limits = [limit for limit in limits if limit.id not in progress.limits]
        # Going back and forth asks the same screens again, and each takes a while to choose.
        self.screens: dict[tuple[Answer, ...], Screen | None] = {}

    def held(self) -> tuple[Progress, bool]:
        """The progress at the end, and whether every question was asked."""
        # The questions of this sitting in order, through which a person goes back and forth.
        steps: list[Step] = list(range(len(self.progress.answers)))
        at = len(steps)
        while True:
            if at == len(steps) and (following := self._following()) is not None:
                steps.append(following)
            if at < len(steps):
                reply = self._ask(steps[at])
                match reply:
                    case None:
                        del steps[at:]
                    case Stop():
                        return self.progress, False
                    case Back():
                        at = max(0, at - 1)
                    case _:
                        at += 1
                continue
            match self.asker.review([self._line(step) for step in self._answered()]):
                case Change(index):
                    self._ask(self._answered()[index])
                case Back():
                    at = max(0, at - 1)
                case _:
                    return self.progress, True

    # ------------------------------------------------------------------ which question

    def _following(self) -> Step | None:
        """The first question without an answer; None if there is none."""
        if self._next_screen() is not None:
            return len(self.progress.answers)
        return next(iter(self._unanswered()), None)

    def _next_screen(self) -> Screen | None:
        answers = self.progress.answers
        if answers not in self.screens:
            self.screens[answers] = self.quiz.next(answers, self.progress.seed)
        return self.screens[answers]

    def _unanswered(self) -> list[Limit]:
        return [limit for limit in self.limits if limit.id not in self.progress.limits]

    def _answered(self) -> list[Step]:
        known = [limit for limit in self.limits if limit.id in self.progress.limits]
        return [*range(len(self.progress.answers)), *known]

    # ------------------------------------------------------------------ asking it

    def _ask(self, step: Step) -> Picked | Chosen | Skip | Back | Stop | None:
        """The reply to a question, after keeping it; None if another answer has made the question needless."""
        return self._ask_screen(step) if isinstance(step, int) else self._ask_limit(step)

    def _ask_screen(self, index: int) -> Picked | Skip | Back | Stop | None:
        answers = self.progress.answers
        before = answers[index] if index < len(answers) else None
        screen = self.quiz.asked(before) if before else self._next_screen()
        if screen is None:
            return None
        reply = self.asker.screen(self.quiz, screen, QuestionNumber(index + 1, len(self._unanswered())), before)
        match reply:
            case Skip():
                answer = Answer(screen.options)
            case Picked(picks, least):
                answer = Answer(screen.options, picks, least)
            case _:
                return reply
        self._keep(replace(self.progress, answers=(*answers[:index], answer, *answers[index + 1 :])))
        return reply

    def _ask_limit(self, limit: Limit) -> Chosen | Skip | Back | Stop:
        number = self.asked_limits.index(limit) + 1 if limit in self.asked_limits else 0
        before = self.progress.limits.get(limit.id)
        reply = self.asker.limit(limit, QuestionNumber(number, len(self.asked_limits)), before)
        match reply:
            case Skip():
                value = ""
            case Chosen():
                value = reply.value
            case _:
                return reply
        self._keep(replace(self.progress, limits={**self.progress.limits, limit.id: value}))
        return reply

    def _keep(self, progress: Progress) -> None:
        if progress != self.progress:
            self.progress = progress
            self.keep(progress)

    def _line(self, step: Step) -> str:
        """An answer in one line."""
        if isinstance(step, int):
            answer = self.progress.answers[step]
            chosen = "; ".join(self.quiz.label(option) for option in answer.picks)
            return (chosen or SKIPPED) + (f"; least: {self.quiz.label(answer.least)}" if answer.least else "")
        value = self.progress.limits[step.id]
        text = next((choice.text for choice in step.choices if choice.id == value), value)
        return f"{step.id}: {text or SKIPPED}"
