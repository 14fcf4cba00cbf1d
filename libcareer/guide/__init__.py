"""`Guide`: everything that the command line answers, for programs."""

from __future__ import annotations

from libcareer.guide.quizzes import Quizzes
from libcareer.guide.records import Records
from libcareer.guide.result import Result
from libcareer.guide.roles import Roles
from libcareer.guide.ways import Ways
from libcareer.guide.words import Words

__all__ = ["Guide", "Result"]


class Guide(Roles, Ways, Records, Words, Quizzes):
    """A guide through the knowledge in a folder, or the built-in one: a method for each thing that can be asked.

    Names are given as people type them: ids, titles and aliases, and for roles any title of a post. A name that is
    unknown raises UnknownName with the nearest ones, also where it only misspells one; a name with several meanings
    raises SeveralNames. Options have the names of those on the command line, and such as can be repeated are lists;
    those that contradict each other raise WrongUsage, and a value of the wrong type raises TypeError. Nothing that
    `libcareer me` keeps is read, and nothing is kept.
    """
