"""The rating scales on which roles are compared: questions, names of steps, and weights.

They are part of the engine because a comparison carries them: its questions and answers are these words,
in JSON as on the screen. `docs/data.md` describes the ratings.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace


class Scale(Struct, frozen=True):
    """A rating scale: what it is *about*, the *question* that asks for it, and the name of each step.

    Of the scales of one *theme* only the one on which roles differ most is asked. *weight*, 0 to 1, is
    how much the scale matters for the choice of a role, an editorial judgment.
    """

    theme: str
    about: str
    question: str
    steps: tuple[str, ...]
    weight: float = 1.0

    def at(self, workplace: str) -> Scale:
        """The scale with the *workplace* of the field in its words."""
        about, question = (words.format(workplace=workplace) for words in (self.about, self.question))
        return replace(self, about=about, question=question)

    def step(self, rating: float) -> int:
        """The index of the step nearest to *rating*; of two that are equally near, the higher."""
        return int(rating + 0.5)


FACET_SCALES = {
    "people": Scale(
        "people",
        "contact with people",
        "How much of your day do you want to spend with people?",
        (
            "as little as can be",
            "colleagues, and a few from outside",
            "some hours a week",
            "half the day",
            "all day",
        ),
    ),
    "teach": Scale(
        "teach",
        "teaching",
        "How much do you want to teach or train?",
        ("not at all", "now and then", "every week", "as a main duty", "all week"),
    ),
    "tech": Scale(
        "tech",
        "technology",
        "How deep do you want to go into technology?",
        (
            "telephone and e-mail",
            "one system, well",
            "several systems, expertly",
            "configuring, scripting and querying them",
            "building or running them",
        ),
    ),
    "data": Scale(
        "tech",
        "numbers and data",
        "How much do you want to work with numbers?",
        ("not at all", "counting", "regular spreadsheets", "analysis as a main duty", "all day"),
    ),
    "lead": Scale(
        "lead",
        "being in charge",
        "How much do you want to be in charge?",
        (
            "of your own work only",
            "showing others around",
            "of a few people or projects",
            "of a unit with a budget",
            "of the whole organization",
        ),
    ),
    "heritage": Scale(
        "heritage",
        "old and rare material",
        "How much do you want to work with old or rare material?",
        ("not at all", "a little", "regularly", "mainly", "with nothing else"),
    ),
    "words": Scale(
        "words",
        "reading and writing as the work",
        "How much should your work be reading and writing?",
        ("forms and lists", "e-mails", "reports and reviews", "a main duty", "it is the job"),
    ),
    "rules": Scale(
        "rules",
        "rules and exactness",
        "How far may rules and standards govern what you do?",
        (
            "hardly at all",
            "house procedures",
            "standards, every day",
            "exact codes or the law",
            "keeping to them is the job",
        ),
    ),
    "outreach": Scale(
        "outreach",
        "promoting and persuading",
        "How much do you want to promote, persuade and ask?",
        ("not at all", "a display or a post", "regular events", "winning partners is a main duty", "all day"),
    ),
    "variety": Scale(
        "variety",
        "how much the days differ",
        "How different should your days be?",
        ("the same steps daily", "much routine", "some of both", "most days differ", "no two days alike"),
    ),
}
"""The ten facets of a role; a rating of 0 to 4, rounded, is the index of a step."""

CONDITION_SCALES = {
    "part_time": Scale(
        "hours",
        "part-time jobs",
        "Do you want to work part time?",
        ("no, full time", "either would do", "yes"),
        0.5,
    ),
    "evenings": Scale(
        "hours",
        "evenings and weekends",
        "Could you work evenings or weekends?",
        ("hardly", "now and then", "yes, often"),
        0.7,
    ),
    "remote": Scale(
        "town",
        "work from home",
        "Do you want to work from home?",
        ("no, going in is fine", "if the job allows it", "yes, and many jobs allow it"),
        0.6,
    ),
    "conflict": Scale(
        "people",
        "upset or hostile people",
        "How well do you cope with upset or hostile people?",
        ("rather be spared", "well enough now and then", "well enough to meet them often"),
        0.7,
    ),
    "local": Scale(
        "town",
        "jobs near home",
        "Would you move to another town for a job?",
        ("yes, most people do", "if it must be", "no, it has to be near home or done from home"),
        0.8,
    ),
}
"""Five conditions of a role; the steps are rarely, sometimes and often."""

PLACE_SCALE = Scale(
    "place", "being in {workplace}", "Does it have to be in {workplace}?", ("no", "near one will do", "yes"), 0.7
)
"""Where a role is done; the steps are beyond the field, at its edge and in it, and the pack has the workplace."""

WORK_QUESTION = "Which of these would you rather do on an ordinary Tuesday?"
"""The answers are duties of the roles."""

ENTRY_QUESTION = "How much time and money would you put into getting there?"
TIME_QUESTION = "How long may it take you to get there?"
PRICE_QUESTION = "How much would you pay for study?"
ENTRY_ANSWERS = ("the most", "something between", "the least")
"""The answers to each of these three questions."""

PAY_QUESTION = "How much should pay decide?"
PAY_ANSWERS = ("a great deal", "somewhat", "less than the work does")
