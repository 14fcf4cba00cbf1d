"""The quiz as questions: how its screens, practical questions and list of answers are asked."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec.structs import replace

from libcareer.commands.prompts.lines import LinePrompter
from libcareer.commands.prompts.question import Key, Marked, Option, Question, Quit
from libcareer.engines.quiz.conversation import converse
from libcareer.engines.quiz.interview import (
    WHY_SCREENS,
    Back,
    Change,
    Chosen,
    Picked,
    Progress,
    QuestionNumber,
    Show,
    Skip,
    Stop,
)
from libcareer.engines.quiz.limits import WHY_LIMITS
from libcareer.knowledge.model.quiz import ItemKind
from libcareer.reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.commands.prompts.question import Prompter
    from libcareer.engines.quiz.belief import Answer
    from libcareer.engines.quiz.engine import Screen
    from libcareer.engines.quiz.interview import Questionnaire
    from libcareer.engines.quiz.limits import Limit

ASKED = {
    ItemKind.ACTIVITY: "Which {} would you most like to do",
    ItemKind.SKILL: "Which {} would you most like to use",
    ItemKind.VALUE: "Which {} matter most to you",
}
"""What a screen asks about options of each kind."""

CHANGES_NO_SCORE = "These change no score; they set aside what would not do for you."
"""Said with the first practical question."""

THE_LAST = "That was the last question. Enter shows the result; a lists your answers, to change one."
YOUR_ANSWERS = "Your answers. Enter shows the result; a number changes that answer."

_QUIT, _REVIEW = object(), object()


class QuizAsker:
    """Asks the questions of a quiz with a *prompter*; the first of each kind says in full how to answer."""

    def __init__(self, prompter: Prompter, *, attended: bool = True, looks_back: bool = False) -> None:
        """With *attended* off, a file answers, and nobody quits; with *looks_back*, all answers are listed last."""
        self.prompter = prompter
        self.attended = attended
        self.looks_back = looks_back
        self.seen: set[object] = set()
        self.reviewing = False

    def screen(
        self, quiz: Questionnaire, screen: Screen, place: QuestionNumber, before: Answer | None = None
    ) -> Picked | Skip | Back | Stop:
        """The reply to *screen*; *before* is what was answered earlier."""
        question = Question(
            title=heading(screen),
            options=tuple(Option(quiz.text(option), option) for option in screen.options),
            keys=self._keys(WHY_SCREENS),
            where=screens_to_come(screen, place, again=before is not None),
            full=self._first(screen.least),
        )
        marked = Marked(before.picks, before.least) if before and before.picks else None
        try:
            reply = self.prompter.mark(question, screen.picks, least=screen.least, before=marked)
        except EOFError:
            return Stop()
        match reply:
            case Marked(picks, least):
                return Picked(tuple(map(str, picks)), None if least is None else str(least))
            case Skip() | Back():
                return reply
        raise Quit

    def limit(self, limit: Limit, place: QuestionNumber, before: str | None = None) -> Chosen | Skip | Back | Stop:
        """The reply to a practical question; *before* is what was answered earlier."""
        first = self._first("limit")
        question = Question(
            title=limit.question,
            options=tuple(Option(choice.text, choice.id) for choice in limit.choices),
            keys=self._keys(WHY_LIMITS),
            where=practical(place, first=first),
            note=CHANGES_NO_SCORE if first else "",
            full=first,
        )
        try:
            reply = self.prompter.choose(question, before or None)
        except EOFError:
            return Stop()
        match reply:
            case str():
                return Chosen(reply)
            case Skip() | Back():
                return reply
        raise Quit

    def review(self, answers: Sequence[str]) -> Change | Show | Back | Stop:
        """What to do after the last question: change the answer with a number, or show the result."""
        if not (self.looks_back or self.reviewing):
            return Show()
        leaving = tuple(key for key in self._keys("") if key.letter in "bq")
        options = tuple(Option(words, Change(index)) for index, words in enumerate(answers))
        try:
            if not self.reviewing:
                asked = Question(THE_LAST, keys=(Key("a", "answers", _REVIEW), *leaving), full=True, enter=Show())
                reply = self.prompter.choose(asked)
                self.reviewing = reply is _REVIEW
            if self.reviewing:
                reply = self.prompter.choose(Question(YOUR_ANSWERS, options, leaving, enter=Show()))
        except EOFError:
            return Stop()
        if isinstance(reply, Change | Show | Back):
            return reply
        raise Quit

    def _first(self, kind: object) -> bool:
        """Whether a question of this *kind* is the first."""
        new = kind not in self.seen
        self.seen.add(kind)
        return new

    def _keys(self, why: str) -> tuple[Key, ...]:
        keys = (
            Key("s", "skip", Skip(), blank=True),
            Key("b", "back", Back(), escape=True),
            Key("?", "why", says=why),
            Key("q", "quit", _QUIT),
        )
        return keys if self.attended else keys[:-1]


def heading(screen: Screen) -> str:
    """What a *screen* asks."""
    # One of six may be a day in a job, which is not something to do.
    mixed = screen.least and screen.kind is ItemKind.ACTIVITY
    asked = "Which {} would you like most" if mixed else ASKED[screen.kind]
    return asked.format(screen.picks if screen.picks > 1 else "one") + (", and which least?" if screen.least else "?")


def screens_to_come(screen: Screen, place: QuestionNumber, *, again: bool) -> str:
    """The number of a *screen*, and how many questions are still to come; the first screen says what they are."""
    if again:
        return f"Screen {place.number}, as you answered it"
    fewest, most = (each - 1 for each in screen.left)
    screens = (fewest + most + 1) // 2
    about = "about " if fewest < most else ""
    more = f"{about}{screens + place.practical} more" if most + place.practical else "the last"
    if place.number == 1 and place.practical:
        more += f": {counted(screens, 'screen')}, then {counted(place.practical, 'practical question')}"
    return f"Screen {place.number}; {more}"


def practical(place: QuestionNumber, *, first: bool) -> str:
    """The number of a practical question; empty for one that is only asked because a person wants to change it."""
    number = f"{place.number} of {place.practical}" if place.number else ""
    return f"Practical question {number}" if number and first else number


# ---------------------------------------------------------------------------- what is printed


class _Replay:
    """The screens that *answers* were given to, in this order."""

    def __init__(self, quiz: Questionnaire, answers: Sequence[Answer]) -> None:
        self.screens = [quiz.asked(answer) for answer in answers]
        self.text, self.label, self.asked = quiz.text, quiz.label, quiz.asked

    def next(self, answers: Sequence[Answer], seed: int = 0) -> Screen | None:
        """The screen after so many *answers*."""
        left = len(self.screens) - len(answers)
        return replace(self.screens[len(answers)], left=(left, left)) if left else None


def printed(quiz: Questionnaire, answers: Sequence[Answer], limits: Sequence[Limit]) -> str:
    """All that is printed before the result to somebody who gives *answers* and replies to the *limits*."""
    numbers = [[each.options.index(option) + 1 for option in _chosen(each)] for each in answers]
    lines = [" ".join(map(str, each)) or "skip" for each in numbers] + ["1"] * len(limits)
    asks = io.StringIO()
    asker = QuizAsker(LinePrompter(io.StringIO("\n".join(lines) + "\n"), asks))
    converse(_Replay(quiz, answers), Progress(), asker, lambda _: None, limits)
    return asks.getvalue()


def _chosen(answer: Answer) -> tuple[str, ...]:
    return (*answer.picks, *([answer.least] if answer.least else []))
