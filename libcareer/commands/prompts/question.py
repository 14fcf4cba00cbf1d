"""Questions and replies: what every way of asking takes and gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from msgspec import Struct

from libcareer.errors import Ended

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Option(Struct, frozen=True):
    """One thing to choose: its words, and the *value* that a reply has for it."""

    text: str
    value: object


class Key(Struct, frozen=True):
    """A key beside the numbers: typed as its *letter*, line by line also as its *word*.

    It ends the question with *reply*; or, if it *says* something, it shows that and the question stays. *escape*:
    the Escape key does the same. *blank*: an empty line does the same where nobody is there to see a question.
    """

    letter: str
    word: str
    reply: object = None
    says: str = ""
    escape: bool = False
    blank: bool = False


class Question(Struct, frozen=True):
    """A question about a list of options, which are numbered from 1.

    *where* is a line above the question that says where in the whole it stands, *note* something to know before
    answering. *full* says in full how to answer; otherwise a short reminder does. *enter* is the reply of Enter
    while nothing is chosen; None asks for a choice.
    """

    title: str
    options: tuple[Option, ...] = ()
    keys: tuple[Key, ...] = ()
    where: str = ""
    note: str = ""
    full: bool = False
    enter: object = None


class Marked(Struct, frozen=True):
    """The values of the favorites, in the order in which they were marked, and of the *least* liked."""

    picks: tuple[object, ...] = ()
    least: object = None


class Typed(Struct, frozen=True):
    """Words that find none of the options."""

    words: str


class Quit(Ended):
    """A person who wants to leave; answers are kept as after Ctrl-C, but nothing was interrupted."""

    def __init__(self) -> None:
        super().__init__(0)
        self.code = 0


Shown: TypeAlias = "Callable[[int, int], Sequence[str]]"
"""The text that fits on so many columns and lines."""


class Prompter(Protocol):
    """A way of asking a person. Every question raises EOFError where no more replies can come."""

    styled: bool
    """Whether text may have colors, as sequences that terminals understand."""

    def say(self, words: str) -> None:
        """Tell a person something that is no question."""

    def choose(self, question: Question, at: object = None) -> object:
        """The value of the option chosen, or the reply of a key; the option with the value *at* is pointed at."""

    def mark(self, question: Question, picks: int, *, least: bool, before: Marked | None = None) -> object:
        """So many favorites and, with *least*, the least liked, as `Marked`; or the reply of a key.

        *before* was marked earlier and is shown.
        """

    def find(
        self, question: Question, matching: Callable[[str], Sequence[Option]] | None = None, *, free: bool = False
    ) -> object:
        """The value of one option of a long list, or the reply of a key.

        Words narrow the list to the options that *matching* finds, best first; by default those that contain
        them. With *free*, words that find nothing are a reply: `Typed`.
        """

    def read(self, question: Question, text: Shown, matching: Callable[[str], Sequence[Option]]) -> object:
        """The reply to a *text* that tells the numbers of the options: the value of one, or the reply of a key.

        Enter alone has the reply of *question*. Words are a reply as well: `Typed`, or the value of an option
        that *matching* finds for them and a person points at.
        """

    def text(self, question: Question) -> object:
        """A short text, not empty, or the reply of a key."""

    def confirm(self, question: str, *, default: bool = True) -> bool:
        """Whether a person says yes; Enter alone says *default*, and the end of all replies says no."""


def containing(words: str, options: Sequence[Option]) -> tuple[Option, ...]:
    """The *options* that contain each of the *words*, those that begin with the first of them first."""
    wanted = words.casefold().split()
    found = [option for option in options if all(word in option.text.casefold() for word in wanted)]
    return tuple(sorted(found, key=lambda option: not option.text.casefold().startswith(wanted[0])))


def no_such_number(typed: str, question: Question) -> str:
    """What is wrong with a number that is none of the options."""
    last = len(question.options)
    return f"There is no {typed} here; the numbers go to {last}." if last else "There are no numbers here."


def to_choose(picks: int, *, least: bool, favorites: int = 0, has_least: bool = False) -> str:
    """What is still to be chosen, in words; empty if nothing is."""
    more, last = picks - favorites, least and not has_least
    kind = "favorite" + "s" * (more != 1)
    if not more:
        return "the least liked" if last else ""
    count = f"{more} more {kind}" if favorites else f"{more} {kind}"
    return f"{count}, then the least liked" if last else count
