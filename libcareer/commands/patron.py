"""The person at the command line: told of slips, asked at a terminal, known by what `libcareer me` keeps."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from typer._click.exceptions import MissingParameter

from libcareer.errors import SavedFileError, SeveralNames, short
from libcareer.inquiries.inquirer import Inquirer
from libcareer.reports.page.output import complain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.catalog import Catalog
    from libcareer.catalog.names import Index
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.errors import UnknownName


class Patron(Inquirer):
    """Somebody at the command line; with *anyone* what is kept about them is left out for once."""

    def __init__(self, catalog: Catalog, *, anyone: bool = False) -> None:
        super().__init__(catalog, date.today())
        self.anyone = anyone

    def note(self, words: str) -> None:
        """Tell *words* beside the answer."""
        complain(words)

    # ------------------------------------------------------------------ names

    def misspelled(self, index: Index, word: str, close: str, doing: str) -> str | None:
        """The name that *word* misspells, which is told."""
        return self.read_as_title(index, word, close, doing)

    def read_as_title(self, index: Index, word: str, id_: str, doing: str) -> str:
        """The role that *word* means, which is told."""
        title = index.titles[id_]
        complain(f"No '{short(word, 80)}'; {doing} {title}{'' if title.endswith('?') else '.'}")
        return id_

    def chosen(self, index: Index, unclear: SeveralNames | UnknownName) -> str | None:
        """The id that a person at a terminal chooses among those that may be meant; None if nobody does."""
        from libcareer.commands import prompts

        several = isinstance(unclear, SeveralNames)
        ids = unclear.ids if isinstance(unclear, SeveralNames) else unclear.nearest
        if not ids or not prompts.interactive():
            return None
        question = f"'{unclear.word}' can mean:" if several else f"No '{unclear.word}'. Did you mean:"
        return prompts.choose(question, [(id_, index.titles[id_]) for id_ in ids])

    def chosen_job(self, word: str, jobs: Sequence[tuple[str, str]]) -> str | None:
        """The code of the job that a person at a terminal chooses among those meant; None if nobody does."""
        from libcareer.commands import prompts

        if not prompts.interactive():
            return None
        question = f"'{word}' is several jobs. Which is nearest?"
        return prompts.choose(question, jobs)

    def picked_role(self, question: str, missing: str) -> str:
        """The id of the role that a person picks at a terminal; raises MissingParameter if none is picked."""
        from libcareer.commands import prompts

        if prompts.interactive():
            titles = sorted(self.catalog.titles("roles").items(), key=lambda pair: pair[1])
            if id_ := prompts.pick(question, titles):
                return id_
        raise MissingParameter(param_hint=f"'{missing}'", param_type="argument")

    # ------------------------------------------------------------------ what is kept

    def kept(self) -> Circumstances:
        """What is kept about the person; if it cannot be read, complain and go on without.

        Limits in another currency than that of the knowledge, which judge nothing, are complained about as well.
        """
        from libcareer.engines.paths.circumstances import NOTHING_TOLD, unjudged
        from libcareer.person.about import saved_about
        from libcareer.reports.limits import unjudged_words

        try:
            told = saved_about()
        except SavedFileError as error:
            complain(f"{error} {GOING_ON}")
            return NOTHING_TOLD
        if kinds := unjudged(self.catalog, told):
            complain(unjudged_words(kinds, told.currency))
        return told

    def kept_home(self) -> Circumstances | None:
        """Where the person lives; None if nothing is kept that the catalog knows, or if it cannot be read."""
        from libcareer.person.place import saved_home

        try:
            kept = saved_home()
        except SavedFileError as error:
            complain(f"{error} {GOING_ON}")
            return None
        if kept is None:
            return None
        from libcareer.engines.paths.circumstances import NOTHING_TOLD, home_in

        home = home_in(self.catalog, kept)
        return home if home != NOTHING_TOLD else None

    def skills_from_quiz(self) -> list[str]:
        """The skills of the options chosen in the unfinished or the last quiz."""
        from libcareer.engines.choosing.tracks import skills_chosen
        from libcareer.person import quizzes

        begun, last = quizzes.saved_quizzes()
        picks = [option for kept in (last, begun) if kept for answer in kept.answers for option in answer.picks]
        return list(skills_chosen(self.catalog, picks)) or super().skills_from_quiz()


GOING_ON = "Going on without what is kept about you."
"""What becomes of an answer when what is kept cannot be read."""
