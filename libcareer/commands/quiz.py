"""The commands that ask screens: the quiz, and the questions about one role."""

import sys
from collections.abc import Callable
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from libcareer.commands.amounts import typed_form, typed_seed
from libcareer.commands.options import (
    Data,
    Details,
    IgnoreLimits,
    RoleName,
    Written,
    complain,
    home_expanded,
    write,
)
from libcareer.commands.patron import Patron
from libcareer.commands.prompts import Lines
from libcareer.errors import BadAnswers, LibcareerError
from libcareer.reports.page.formats import Format

if TYPE_CHECKING:
    from libcareer.engines.quiz.belief import Form
    from libcareer.engines.quiz.engine import Quiz
    from libcareer.engines.quiz.interview import Asker, Progress, Questionnaire
    from libcareer.engines.quiz.limits import Limit
    from libcareer.inquiries.scores import ProfilerScores
    from libcareer.knowledge.model.quiz import ItemKind

app = typer.Typer()

AnswersFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        callback=home_expanded,
        help="Read the answers from a file: typed lines, one a screen, or the JSON of an earlier result. "
        "Nothing is saved.",
    ),
]
Seed = Annotated[
    int | None, typer.Option(parser=typed_seed, metavar="N", help="Number that fixes the order of the options shown.")
]
New = Annotated[bool, typer.Option("--new", help="Start again and ignore earlier answers.")]


@app.command("quiz", epilog="Example: libcareer quiz")
def quiz_command(
    answers: AnswersFile = None,
    riasec: Annotated[
        str | None,
        typer.Option(
            metavar="SCORES",
            help="Start from scores of O*NET's Interest Profiler, such as 'R10 I25 A30 S28 E12 C22': with letters or "
            "names, as a table, pasted from a results page, or a code such as SAI.",
        ),
    ] = None,
    riasec_items: Annotated[
        int | None,
        typer.Option(
            metavar="30|60",
            parser=typed_form,
            help="How many items your Interest Profiler had. Without it, scores up to 20 mean 30 items, others 60.",
        ),
    ] = None,
    paper: Annotated[
        bool, typer.Option("--paper", help="Print the questions for paper; with --answers, read answers to those.")
    ] = False,
    share: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            callback=home_expanded,
            help="Also write the answers alone to a new FILE, without anything else about you, to give to a person who "
            "improves the quiz. Nothing is sent.",
        ),
    ] = None,
    seed: Seed = None,
    new: New = False,
    lines: Lines = False,
    details: Details = False,
    ignore: IgnoreLimits = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Find roles that fit what you like, in a short quiz."""
    from functools import partial

    from libcareer.commands.knowledge import opened
    from libcareer.commands.saved import converse_once, keep_result, kept_standing, known_limits
    from libcareer.engines.quiz.conversation import converse
    from libcareer.engines.quiz.engine import LEAST_SCREENS, Quiz
    from libcareer.engines.quiz.interview import PaperQuiz, quiz_for
    from libcareer.engines.quiz.limits import practical_questions
    from libcareer.reports.words import counted

    if share and share.exists():
        raise LibcareerError(f"'{share}' exists and is not overwritten. Name another file to share your answers in.")
    catalog = opened(data)
    if paper and not answers:
        from libcareer.reports.classroom import paper_report

        write(paper_report(PaperQuiz(Quiz(catalog)), seed or 0), format_)
        return
    if riasec is None and riasec_items:
        raise typer.BadParameter("--riasec-items is about scores. Give them with --riasec.")
    given = _given(riasec, riasec_items) if riasec is not None else None
    quiz = Quiz(catalog)
    known = {} if answers else known_limits(catalog)
    asked = practical_questions(catalog)
    sitting = _Sitting(
        quiz,
        lambda progress: PaperQuiz(quiz) if paper else quiz_for(catalog, progress),
        # Answers in a file say the same wherever they are read.
        partial(converse, limits=asked) if answers else partial(converse_once, catalog, known, limits=asked),
        given,
        f"what you like with the work in {counted(len(catalog.briefs), 'job')}",
        quiz.plan,
        min(LEAST_SCREENS, len(quiz.plan)),
        tuple(limit for limit in asked if limit.id not in known),
    )
    if answers:
        progress, complete = _from_file(sitting, answers, seed)
    else:
        progress, complete = _quiz_in_person(sitting, seed, new=new)
    if not any(answer.picks for answer in progress.answers) and not progress.riasec:
        raise BadAnswers("Nothing was answered, so there is no result yet. `libcareer quiz` starts again.")
    # Imported only now, so that the first question need not wait for it.
    from libcareer.engines.quiz.result import Findings
    from libcareer.reports.quiz import quiz_report

    stated = None if answers else kept_standing(catalog)
    found = Findings(catalog, progress, ignore=ignore, stated=stated)
    if complete and not answers:
        keep_result(found)
    options = [("--riasec", riasec), ("--riasec-items", riasec_items), ("--seed", seed)]
    given_again = "".join(f" {name} {quote(str(value))}" for name, value in options if value is not None)
    file = f"libcareer quiz{' --paper' if paper else ''} --answers {quote(str(answers))}{given_again}"
    again = f"{file if answers else 'libcareer me --quiz'}{' --ignore-limits' if ignore else ''}"
    report = quiz_report(found, complete=complete, in_full=details, again=again)
    write(report, format_)
    if share:
        _share(progress, share)
    if not answers and format_ in SEEN:
        from libcareer.commands.verdict import lead_on

        lead_on(catalog, report, data)


SEEN = (None, Format.SCREEN, Format.PLAIN)
"""The formats of a person who looks at the result, as no format is."""


def _share(progress: "Progress", file: Path) -> None:
    """Write the answers of *progress* alone to a new *file*, and say what is in it."""
    from libcareer.engines.quiz.answers import shared_answers
    from libcareer.knowledge import disk

    try:
        disk.new_file(file, shared_answers(progress))
    except OSError as error:
        raise LibcareerError(f"'{file}' cannot be written: {error.strerror}.") from None
    complain(
        f"'{file}' has what you were shown and what you chose, the seed and the version, and no name, date, limit or "
        "score. It is not sent anywhere."
    )


@app.command("fit", epilog="Example: libcareer fit archivist")
def fit_command(
    role: RoleName = None,
    answers: AnswersFile = None,
    seed: Seed = None,
    new: New = False,
    lines: Lines = False,
    data: Data = None,
    format_: Written = None,
) -> None:
    """Ask whether one role is right for you: ten screens against the roles most like it."""
    from libcareer.commands.knowledge import opened
    from libcareer.engines.quiz.conversation import ask_screens
    from libcareer.engines.quiz.one_role import ROLE_SCREENS, Suitability
    from libcareer.inquiries.names import named_role
    from libcareer.reports.one_role import fit_report

    catalog = opened(data)
    questions = Suitability(catalog, named_role(Patron(catalog), role or ()))
    about = f"what you like with the work of {catalog.briefs[questions.role].title} and of the jobs most like it"
    sitting = _Sitting(questions.quiz, lambda _: questions, ask_screens, None, about, ROLE_SCREENS, len(ROLE_SCREENS))
    if answers:
        progress, complete = _from_file(sitting, answers, seed)
    else:
        progress, complete = _fit_in_person(sitting, questions.role, seed, new=new)
    if not any(answer.picks for answer in progress.answers):
        raise BadAnswers(f"Nothing was answered, so there is no result yet. `libcareer fit {questions.role}` asks.")
    write(fit_report(questions.suited(progress.answers), progress, complete=complete), format_)


# ---------------------------------------------------------------------------- scores from elsewhere


def _given(typed: str, items: int | None) -> "ProfilerScores":
    """The scores in *typed*; says how they are read where that is not plain."""
    from libcareer.inquiries.scores import profiler_scores

    found = profiler_scores(typed, items)
    if found.remark:
        complain(found.remark)
    return found


# ---------------------------------------------------------------------------- where answers come from


class _Sitting(NamedTuple):
    """What is asked: *quiz* has all options, *ask* asks the screens of the *questionnaire* for some progress.

    *compares* says what is compared with what. *plan* has the screens of the longest sitting, of which a person
    gets *fewest* at least; *limits* are the practical questions.
    """

    quiz: "Quiz"
    questionnaire: "Callable[[Progress], Questionnaire]"
    ask: "Callable[[Questionnaire, Progress, Asker, Callable[[Progress], None]], tuple[Progress, bool]]"
    given: "ProfilerScores | None"
    compares: str
    plan: "tuple[tuple[Form, ItemKind], ...]"
    fewest: int
    limits: "tuple[Limit, ...]" = ()

    def begin(self, progress: "Progress") -> "Progress":
        """*progress* with the scores given now, if there are any."""
        return self.given.added(progress) if self.given else progress


def _from_file(sitting: _Sitting, file: Path, seed: int | None) -> "tuple[Progress, bool]":
    """The progress in a *file* of answers, JSON or typed lines, and whether it is complete."""
    from libcareer.commands.prompts.files import lines_or_json
    from libcareer.commands.prompts.lines import LinePrompter
    from libcareer.commands.prompts.quiz import QuizAsker
    from libcareer.engines.quiz.answers import answers_from_json
    from libcareer.engines.quiz.interview import Progress

    data, lines = lines_or_json(file)
    if lines is None:
        progress = sitting.begin(answers_from_json(data, sitting.quiz))
        return progress, progress.done or sitting.questionnaire(progress).next(progress.answers) is None
    progress = sitting.begin(Progress(seed or 0))
    asker = QuizAsker(LinePrompter(lines, None), attended=False)
    return sitting.ask(sitting.questionnaire(progress), progress, asker, lambda _: None)


def _quiz_in_person(sitting: _Sitting, seed: int | None, *, new: bool) -> "tuple[Progress, bool]":
    from datetime import date

    from libcareer.commands.saved import forgiving, unfinished_quiz
    from libcareer.person.quizzes import SavedQuiz, open_quiz

    with open_quiz(complain) as (begun, keep):
        save = forgiving(lambda now, on=None: keep(SavedQuiz.of(now, on)))
        progress, complete = _in_person(sitting, unfinished_quiz(begun, sitting.quiz), save, seed, new=new)
        if complete:
            save(progress, date.today().isoformat())
        return progress, complete


def _fit_in_person(sitting: _Sitting, role: str, seed: int | None, *, new: bool) -> "tuple[Progress, bool]":
    from libcareer.commands.saved import forgiving, unfinished_fit
    from libcareer.person.quizzes import Replies, open_fit

    with open_fit(role, complain) as (begun, keep):
        save = forgiving(lambda now: keep(Replies(now.seed, now.answers)))
        return _in_person(sitting, unfinished_fit(begun, sitting.quiz), save, seed, new=new)


def _in_person(
    sitting: _Sitting, begun: "Progress | None", save: "Callable[[Progress], None]", seed: int | None, *, new: bool
) -> "tuple[Progress, bool]":
    """The progress after asking a person, and whether it is complete.

    It goes on from *begun* unless *new* is set; *save* is called after every reply.
    """
    import random

    from libcareer.commands import prompts
    from libcareer.commands.prompts.quiz import QuizAsker
    from libcareer.engines.quiz.interview import Progress

    there = prompts.interactive()
    progress = Progress(seed if seed is not None else random.randrange(1_000_000) if there else 0)
    going_on = False
    if begun and not new:
        count = f"{len(begun.answers)} answered"
        if not there:
            complain(f"Going on where you stopped ({count}); --new starts again.")
        going_on = not there or prompts.confirm(f"Go on where you stopped ({count})?")
    if begun and going_on:
        progress = begun
    else:
        complain(f"{_introduction(sitting)}\n")
    progress = sitting.begin(progress)
    asker = QuizAsker(prompts.prompter(), looks_back=sys.stdin.isatty())
    return sitting.ask(sitting.questionnaire(progress), progress, asker, save)


def _introduction(sitting: _Sitting) -> str:
    """What is asked, how long it takes, and that a person can stop: said before the first question."""
    from libcareer.reports.words import counted

    screens = sorted({sitting.fewest, len(sitting.plan)})
    practical = f" and {counted(len(sitting.limits), 'practical question')}" if sitting.limits else ""
    times = sorted({_minutes(sitting, count) for count in screens})
    return (
        f"This compares {sitting.compares}: {' to '.join(map(str, screens))} short screens{practical}, about "
        f"{' to '.join(map(str, times))} minutes. Nothing leaves this machine. Stop when you like: your answers are "
        "kept, and the same command goes on."
    )


def _minutes(sitting: _Sitting, screens: int) -> int:
    """The minutes that so many *screens* and the practical questions take, by the words that are printed for them."""
    from libcareer.commands.prompts.quiz import printed
    from libcareer.engines.quiz.effort import choices, minutes, sample_answers, words

    answers = sample_answers(sitting.quiz, sitting.plan[:screens])
    read = words(printed(sitting.quiz, answers, sitting.limits))
    return round(minutes(read, choices(answers) + len(sitting.limits)))
