"""Scores of O*NET's Interest Profiler, as they are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from libcareer.engines.quiz import interest_profiler as profiler

if TYPE_CHECKING:
    from libcareer.engines.quiz.interview import Progress


class ProfilerScores(NamedTuple):
    """The scores of an Interest Profiler with so many *items*.

    *remark* says how they are read, where that is not plain.
    """

    letters: dict[str, int]
    items: int
    remark: str = ""

    def added(self, progress: Progress) -> Progress:
        """*progress* with these scores."""
        from msgspec.structs import replace

        return replace(progress, riasec=self.letters, riasec_items=self.items)


def profiler_scores(typed: str, items: int | None = None) -> ProfilerScores:
    """The scores in *typed*, of a form with so many *items*; raises BadAnswers if there are none."""
    if code := profiler.typed_code(typed):
        letters = profiler.scores(typed)
        counted = " ".join(f"{letter}{score}" for letter, score in letters.items())
        remark = (
            f"Only the order of {code} is evidence. It counts like the scores {counted}: {code[0]} high, {code[1]} "
            f"and {code[2]} less so, the other three low and alike, each compared with other people's."
        )
        return ProfilerScores(letters, profiler.SHORT_FORM, remark)
    read = items or profiler.typed_items(typed)
    letters = profiler.scores(typed, read)
    if items is None and read == profiler.MINI_FORM:
        remark = (
            "These are read as scores of the Interest Profiler of 30 items, where each letter has 0 to 20. If yours "
            "had 60 items, add --riasec-items 60."
        )
        return ProfilerScores(letters, read, remark)
    return ProfilerScores(letters, read)
