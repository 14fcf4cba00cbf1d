"""The practical questions of the quiz; their answers rule roles out (`Exclusions`), but never change a score."""

from __future__ import annotations

import re

from msgspec import Struct


class LimitChoice(Struct, frozen=True):
    """One answer to a practical question."""

    id: str
    text: str


class Limit(Struct, frozen=True):
    """A practical question."""

    id: str
    question: str
    choices: tuple[LimitChoice, ...]


LIMITS = (
    Limit(
        "study",
        "How far would you study for a job? (What you have counts.)",
        (
            LimitChoice("secondary", "Not beyond secondary school"),
            LimitChoice("certificate", "A certificate of up to a year"),
            LimitChoice("associate", "A two-year degree or diploma"),
            LimitChoice("bachelor", "A bachelor's degree"),
            LimitChoice("any", "A master's degree"),
        ),
    ),
    Limit(
        "have",
        "What have you finished?",
        (
            LimitChoice("secondary", "Secondary school or less"),
            LimitChoice("certificate", "A certificate in library work"),
            LimitChoice("associate", "A two-year degree or diploma in library work"),
            LimitChoice("bachelor", "A bachelor's degree"),
            LimitChoice("master", "A master's in another subject"),
            LimitChoice("mlis", "A library master's"),
        ),
    ),
    Limit(
        "studying",
        "What are you studying for now?",
        (
            LimitChoice("no", "Nothing"),
            LimitChoice("certificate", "A certificate in library work"),
            LimitChoice("associate", "A two-year degree or diploma in library work"),
            LimitChoice("bachelor", "A bachelor's degree"),
            LimitChoice("master", "A master's in another subject"),
            LimitChoice("mlis", "A library master's"),
            LimitChoice("other", "Something else"),
        ),
    ),
    Limit(
        "money",
        "What could you pay for study in all? (Loans and grants count.)",
        (
            LimitChoice("none", "Nothing"),
            LimitChoice("2000", "Up to $2,000"),
            LimitChoice("10000", "Up to $10,000"),
            LimitChoice("30000", "Up to $30,000"),
            LimitChoice("any", "More"),
        ),
    ),
    Limit(
        "hours",
        "Which hours do you need?",
        (LimitChoice("part", "Part time"), LimitChoice("full", "Full time"), LimitChoice("any", "Either")),
    ),
    Limit(
        "evenings",
        "Could you work some evenings or weekends?",
        (LimitChoice("yes", "Yes"), LimitChoice("no", "No, only weekdays in the daytime")),
    ),
    Limit(
        "public",
        "How much of the public could you face?",
        (
            LimitChoice("any", "Any amount, upset people too"),
            LimitChoice("calm", "Any amount, if few are upset"),
            LimitChoice("little", "Little"),
        ),
    ),
    Limit(
        "move",
        "Would you move for a post?",
        (LimitChoice("yes", "Yes"), LimitChoice("no", "No, only near home or from home")),
    ),
    Limit(
        "remote",
        "Do you need to work from home?",
        (
            LimitChoice("any", "No"),
            LimitChoice("some", "Some days"),
            LimitChoice("mostly", "Most days"),
        ),
    ),
    Limit(
        "pay",
        "What must a full-time year pay at least? (US dollars)",
        (
            LimitChoice("any", "Any"),
            LimitChoice("30000", "$30,000"),
            LimitChoice("40000", "$40,000"),
            LimitChoice("50000", "$50,000"),
            LimitChoice("60000", "$60,000"),
            LimitChoice("80000", "$80,000"),
        ),
    ),
)
"""Asked at the end of the quiz; each may be skipped."""

WHY_LIMITS = (
    "These questions change no score. They only set aside roles that would not do for you, and the page "
    "names every role that it would have shown without them, with the reason. Skip what does not matter."
)
"""The answer to the question why a practical question is asked."""


FREE = ("money", "pay")
"""The questions that take any whole number of US dollars besides their choices."""


def is_answer(question: str, answer: str) -> bool:
    """Whether *answer* can be kept for the practical *question*: a choice, a free amount, or empty if skipped."""
    choices = next((limit.choices for limit in LIMITS if limit.id == question), None)
    if choices is None:
        return False
    free = question in FREE and re.fullmatch("[0-9]{1,9}", answer, re.ASCII) is not None
    return free or answer in ("", *(choice.id for choice in choices))
