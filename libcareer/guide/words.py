"""The methods of a guide for what people write: titles, advertisements, resumes, questions, library work in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.guide.checked import checked
from libcareer.guide.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from libcareer.engines.words.documents.match import Match
    from libcareer.engines.words.questions.answer import Answer as Reply
    from libcareer.engines.words.search import SearchResult
    from libcareer.engines.words.titles.title import TitleAnswer
    from libcareer.engines.words.translation.employers import BackTranslation
    from libcareer.engines.words.translation.roles import RoleTranslation
    from libcareer.engines.words.translation.translation import Translation
    from libcareer.guide.result import Result
    from libcareer.inquiries.documents.file import Read


class Words(Desk):
    """What words mean."""

    @checked
    def title(self, words: str, *, in_field: bool = False) -> Result[TitleAnswer]:
        """Which role the title of a post means, how sure that is, and why; *in_field* says that a library offers it."""
        from libcareer.inquiries.titles import title_answer

        return self._asked(lambda by: title_answer(by, words, in_field=in_field))

    @checked
    def titles(self, titles: Sequence[str], *, in_field: bool = False) -> Result[tuple[TitleAnswer, ...]]:
        """The same for each of *titles*, in their order; JSON has a line for each."""
        from libcareer.inquiries.titles import titles_answer

        return self._asked(lambda by: titles_answer(by, titles, in_field=in_field))

    @checked
    def match(
        self, file: str | Path, *, role: str | None = None, ad: bool = False, resume: bool = False
    ) -> Result[Match]:
        """What the advertisement or the resume in *file* asks or shows, the nearest roles, and what is missing.

        Text, Markdown, HTML and JSON Resume are read as they are, PDF and DOCX with `libcareer[documents]`. *role* is
        one to hold against it. *ad* and *resume* say what it is, whatever it looks like. Raises LibcareerError for a
        file that cannot be read or has no text.
        """
        from libcareer.inquiries.documents.file import read_document
        from libcareer.inquiries.match import match_answer
        from libcareer.knowledge.homes import expanded

        path = expanded(file)
        return self._asked(
            lambda by: match_answer(by, lambda: read_document(path), str(path), role=role, ad=ad, resume=resume)
        )

    @checked
    def match_text(
        self, text: str, *, role: str | None = None, ad: bool = False, resume: bool = False
    ) -> Result[Match]:
        """The same for the *text* of an advertisement or a resume, as the command line has it on standard input."""
        from libcareer.inquiries.documents.file import document_in
        from libcareer.inquiries.match import match_answer

        def read() -> Read:
            return document_in(text.encode("utf-8", "replace"), "the text")

        return self._asked(lambda by: match_answer(by, read, "-", role=role, ad=ad, resume=resume))

    @checked
    def translate(
        self, words: str = "", *, to: str | None = None, from_: str | None = None, role: str | None = None
    ) -> Result[Translation | RoleTranslation | BackTranslation]:
        """Library work in the words of other sectors, as lines for a resume; only of the sector *to*, if it is given.

        With *from_* the *words* are an employer's in that sector, or in "any". With *role* all its duties are told.
        """
        from libcareer.inquiries.translation import translation_answer

        return self._asked(lambda by: translation_answer(by, words.split(), to=to, by=from_, role=role))

    @checked
    def ask(self, question: str) -> Result[Reply]:
        """An answer to a question in a person's own words, or that it is not known."""
        from libcareer.inquiries.questions import question_answer

        return self._asked(lambda by: question_answer(by, question))

    @checked
    def search(self, words: str) -> Result[SearchResult]:
        """The pages that answer a few words; raises LibcareerError if there are none."""
        from libcareer.inquiries.questions import search_answer

        return self._asked(lambda by: search_answer(by, words))
