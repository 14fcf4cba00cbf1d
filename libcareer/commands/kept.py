"""What is kept about the person, as commands use it: the last quiz, the plan, and where they stand today."""

from typing import TYPE_CHECKING

from libcareer.errors import SavedFileError
from libcareer.reports.page.output import complain

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.paths.plan import Plan
    from libcareer.engines.quiz.interview import Progress
    from libcareer.engines.quiz.person import Person
    from libcareer.person.quizzes import SavedQuiz


def person_today(catalog: "Catalog", kept: "SavedQuiz | None", *, ignore: bool = False) -> "Person":
    """What is known about the person today, with the quiz that is *kept*."""
    from datetime import date

    from libcareer.engines.quiz.person import Person
    from libcareer.person.about import saved_about

    last = kept_progress(catalog, kept) if kept else None
    return Person(catalog, saved_about(), date.today(), last, kept.on if kept else "", ignore=ignore)


def last_quiz() -> "SavedQuiz | None":
    """The last finished quiz or else the unfinished one; None if it has neither scores nor an answer."""
    from libcareer.person.quizzes import saved_quizzes

    begun, last = saved_quizzes()
    kept = last or begun
    return kept if kept and (kept.riasec or any(answer.picks for answer in kept.answers)) else None


def kept_plan() -> "Plan | None":
    """The saved plan; if it cannot be read, complain and show the rest."""
    from libcareer.person.plan import saved_plan

    try:
        return saved_plan()
    except SavedFileError as error:
        complain(str(error))
        return None


def kept_progress(catalog: "Catalog", saved: "SavedQuiz") -> "Progress":
    """The progress that was *saved*; raises LibcareerError if it does not match the quiz."""
    from libcareer.commands.saved import finished_quiz
    from libcareer.engines.quiz.engine import Quiz

    return finished_quiz(saved, Quiz(catalog))
