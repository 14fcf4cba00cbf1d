"""Questions on a terminal as state: which keys do what, and what is seen after each.

Nothing here knows a terminal. A key is its character, or a name such as "up", "enter", "escape", "c-o" or
"alt-x". `press` gives a `Reply` when the question is over, and `view` what is to be seen until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from libcareer.commands.prompts.question import Marked, Option, Question, Typed, containing, to_choose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FAVORITE, LEAST = "+", "-"
"""The marks of a favorite and of the least liked; every encoding has them."""

SINGLE = 9
"""So many options can be numbered with one digit each."""

PAGE = 5
"""How many options PageUp and PageDown move by."""

MOST_WORDS = 200
"""The most characters of a line that is typed."""

MOVES = {"up": -1, "down": 1, "pageup": -PAGE, "pagedown": PAGE}

NAMES = {"c-m": "Enter", "c-i": "Tab", " ": "Space", "c-h": "Backspace", "c-@": "Ctrl-Space"}


class Row(NamedTuple):
    """An option as it is seen: its *mark*, its number and its words."""

    mark: str
    number: int
    text: str


class View(NamedTuple):
    """What is seen of a question; *pointed* is the index of a row, *entry* a line that is being typed."""

    where: str
    title: str
    rows: tuple[Row, ...] = ()
    pointed: int | None = None
    entry: str | None = None
    said: str = ""
    hint: str = ""
    status: str = ""
    keys: str = ""


class Reply(NamedTuple):
    """What ends a question."""

    value: object


class Prompt(Protocol):
    """A question on a terminal."""

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""

    def view(self) -> View:
        """What is seen now."""


def key_name(key: str) -> str:
    """What people call a *key*."""
    if key in NAMES:
        return NAMES[key]
    if len(key) == 1:
        return f"'{key}'"
    if key.startswith("alt-"):
        return f"Alt-{key_name(key[4:]).strip(chr(39))}"
    if key.startswith("c-"):
        return f"Ctrl-{key[2:].upper()}"
    return key.capitalize()


def keys_line(question: Question) -> str:
    """The keys beside the numbers that work now."""
    return ", ".join(f"{key.letter} {key.word}" for key in question.keys)


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdigit()


def _is_digit(key: str) -> bool:
    return len(key) == 1 and _is_number(key)


class _List:
    """What all lists have in common: arrows, and keys of their own."""

    def __init__(self, question: Question, pointed: int | None) -> None:
        self.question = question
        self.pointed = pointed
        self.said = ""

    @property
    def options(self) -> Sequence[Option]:
        """The options that are listed now."""
        return self.question.options

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""
        self.said = ""
        if key in (*MOVES, "home", "end"):
            self._move(key)
            return None
        return self._enter() if key == "enter" else self._other(key)

    def _move(self, key: str) -> None:
        last = len(self.options) - 1
        if last < 0:
            return
        if key in ("home", "end"):
            self.pointed = 0 if key == "home" else last
        elif self.pointed is None:
            self.pointed = last if key == "up" else 0
        elif abs(MOVES[key]) == 1:
            self.pointed = (self.pointed + MOVES[key]) % (last + 1)
        else:
            self.pointed = min(max(self.pointed + MOVES[key], 0), last)

    def _enter(self) -> Reply | None:
        raise NotImplementedError

    def _other(self, key: str) -> Reply | None:
        """A key of the question itself; any other is named on the line below the list."""
        for each in self.question.keys:
            if key == each.letter or (key == "escape" and each.escape):
                if not each.says:
                    return Reply(each.reply)
                self.said = each.says
                return None
        self.said = f"{key_name(key)} does nothing here. {self._numbers()}"
        return None

    def _numbers(self) -> str:
        last = len(self.options)
        return f"1 to {last} choose; Enter goes on." if last else "Enter goes on."

    def _hint(self) -> str:
        """How to answer, in full."""
        raise NotImplementedError

    def _mark(self, index: int) -> str:
        return ""

    def _status(self) -> str:
        return ""

    def _entry(self) -> str | None:
        return None

    def view(self) -> View:
        """What is seen now."""
        asked = self.question
        rows = tuple(Row(self._mark(i), i + 1, option.text) for i, option in enumerate(self.options))
        hint = " ".join(words for words in (asked.note, self._hint() if asked.full else "") if words)
        keys = keys_line(asked)
        return View(asked.where, asked.title, rows, self.pointed, self._entry(), self.said, hint, self._status(), keys)


class OneOf(_List):
    """Choose one: a number or the arrows point at it, Enter takes it."""

    def __init__(self, question: Question, at: object = None) -> None:
        values = [option.value for option in question.options]
        super().__init__(question, values.index(at) if at is not None and at in values else None)
        self.typed = ""

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""
        if not _is_digit(key):
            self.typed = ""
        return super().press(key)

    def _enter(self) -> Reply | None:
        if self.pointed is None and self.question.enter is not None:
            return Reply(self.question.enter)
        if self.pointed is None:
            self.said = f"Nothing is chosen yet. {self._numbers()}"
            return None
        return Reply(self.options[self.pointed].value)

    def _other(self, key: str) -> Reply | None:
        if not _is_digit(key):
            return super()._other(key)
        typed = (self.typed if len(self.options) > SINGLE else "") + key
        # A digit that makes no number of the list with those before begins a new number.
        number = next((int(digits) for digits in (typed, key) if 1 <= int(digits) <= len(self.options)), None)
        if number is None:
            self.said = f"There is no {key}. {self._numbers()}"
        else:
            self.typed, self.pointed = str(number), number - 1
        return None

    def _hint(self) -> str:
        return "Press a number, or use the arrows; then Enter." if self.options else ""

    def _status(self) -> str:
        if self.pointed is not None:
            return f"Enter takes {self.pointed + 1}."
        return "" if self.question.enter is not None else "A number, then Enter."


class Marks(_List):
    """Mark favorites and the least liked on one list: a number or Space marks, the same again takes it back."""

    def __init__(self, question: Question, picks: int, *, least: bool, before: Marked | None = None) -> None:
        super().__init__(question, 0)
        self.picks, self.wants_least = picks, least
        values = [option.value for option in question.options]
        self.favorites = [values.index(value) for value in before.picks] if before else []
        self.least = values.index(before.least) if before and before.least is not None else None

    def _hint(self) -> str:
        whom = f"{self.picks} favorites" + (", then of the least liked" if self.wants_least else "")
        return (
            f"Press the numbers of {whom}; the same number again takes it back. Arrows and Space do it too. Then Enter."
        )

    def _missing(self) -> str:
        done = len(self.favorites)
        return to_choose(self.picks, least=self.wants_least, favorites=done, has_least=self.least is not None)

    def _enter(self) -> Reply | None:
        if missing := self._missing():
            self.said = f"Still to choose: {missing}."
            return None
        values = [option.value for option in self.options]
        least = None if self.least is None else values[self.least]
        return Reply(Marked(tuple(values[i] for i in self.favorites), least))

    def _other(self, key: str) -> Reply | None:
        if key == " " and self.pointed is not None:
            self._mark_or_clear(self.pointed)
        elif _is_digit(key):
            if 1 <= int(key) <= len(self.options):
                self.pointed = int(key) - 1
                self._mark_or_clear(self.pointed)
            else:
                self.said = f"There is no {key}. {self._numbers()}"
        else:
            return super()._other(key)
        return None

    def _mark_or_clear(self, index: int) -> None:
        if index in self.favorites:
            self.favorites.remove(index)
        elif index == self.least:
            self.least = None
        elif len(self.favorites) < self.picks:
            self.favorites.append(index)
        elif self.wants_least and self.least is None:
            self.least = index
        else:
            self.said = f"All is chosen already. To choose {index + 1}, first take one back with its number."

    def _mark(self, index: int) -> str:
        return FAVORITE if index in self.favorites else LEAST if index == self.least else ""

    def _status(self) -> str:
        missing = self._missing()
        if missing:
            return f"To choose: {missing}."
        legend = f"{FAVORITE} favorites, {LEAST} least liked. " if self.wants_least else ""
        return f"{legend}Enter goes on."


class Search(_List):
    """Find one of many: words narrow the list, a number or the arrows point, Enter takes."""

    def __init__(
        self, question: Question, matching: Callable[[str], Sequence[Option]] | None = None, *, free: bool = False
    ) -> None:
        super().__init__(question, None)
        self.matching = matching or (lambda words: containing(words, question.options))
        self.free = free
        self.typed = ""
        self.listed: Sequence[Option] = question.options
        self.narrowed = ""

    @property
    def options(self) -> Sequence[Option]:
        """The options that are listed now."""
        return self.listed

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""
        if len(key) == 1 and key.isprintable():
            self._type(self.typed + key)
        elif key == "backspace":
            self._type(self.typed[:-1])
        elif key == "escape" and (self.typed or self.narrowed):
            self.narrowed = ""
            self._type("")
        else:
            return super().press(key)
        return None

    def _key(self) -> str:
        """The letter of the key that is typed, by its letter or word; empty if none is."""
        word = self.typed.strip().lower()
        return next((key.letter for key in self.question.keys if word in (key.letter, key.word)), "")

    def _type(self, typed: str) -> None:
        self.said = ""
        self.typed = typed[:MOST_WORDS]
        words = self.typed.strip()
        self.pointed = None
        if _is_number(words):
            self.pointed = int(words) - 1 if 1 <= int(words) <= len(self.listed) else None
            return
        wanted = words if words and not self._key() else self.narrowed
        self.listed = self.matching(wanted) if wanted else self.question.options

    def _enter(self) -> Reply | None:
        words = self.typed.strip()
        if letter := self._key():
            self._type("")
            return self._other(letter)
        if self.pointed is not None:
            return Reply(self.listed[self.pointed].value)
        if _is_number(words):
            self.said = f"There is no {words}; the numbers go to {len(self.listed)}."
            self.typed = ""
            return None
        return self._narrow(words)

    def _narrow(self, words: str) -> Reply | None:
        if not words:
            self.said = "Type a number or words first." if not self.narrowed else "Type a number first."
        elif len(self.listed) == 1:
            return Reply(self.listed[0].value)
        elif self.listed:
            self.narrowed, self.typed = words, ""
        elif self.free:
            return Reply(Typed(words))
        else:
            self._type("")
            self.said = f"Nothing here has '{words}'."
        return None

    def _hint(self) -> str:
        return "Words narrow the list; the arrows move in it."

    def _numbers(self) -> str:
        return "Type a number or words, then Enter."

    def _status(self) -> str:
        if self.narrowed and not self.typed:
            return f"{len(self.listed)} have '{self.narrowed}'. A number or other words, then Enter."
        return "A number or words, then Enter."

    def _entry(self) -> str:
        return self.typed


class Line(_List):
    """Type a short text."""

    def __init__(self, question: Question) -> None:
        super().__init__(question, None)
        self.typed = ""

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""
        self.said = ""
        if len(key) == 1 and key.isprintable():
            self.typed = (self.typed + key)[:MOST_WORDS]
        elif key == "backspace":
            self.typed = self.typed[:-1]
        else:
            return super().press(key)
        return None

    def _move(self, key: str) -> None:
        self.said = f"{key_name(key)} does nothing here. {self._numbers()}"

    def _enter(self) -> Reply | None:
        words = self.typed.strip()
        for key in self.question.keys:
            if words.lower() in (key.letter, key.word):
                self.typed = ""
                return self._other(key.letter)
        if not words:
            self.said = "Nothing is typed yet."
            return None
        return Reply(words)

    def _hint(self) -> str:
        return ""

    def _numbers(self) -> str:
        return "Type words, then Enter."

    def _status(self) -> str:
        return "Enter takes it." if self.typed else ""

    def _entry(self) -> str:
        return self.typed


class YesOrNo:
    """Yes or no: y or n answers at once, Enter takes the *default*."""

    def __init__(self, question: str, *, default: bool) -> None:
        self.question = question
        self.default = default
        self.said = ""

    def press(self, key: str) -> Reply | None:
        """What the *key* does; a reply ends the question."""
        answers = {"y": True, "n": False, "enter": self.default}
        if key.lower() in answers:
            return Reply(answers[key.lower()])
        self.said = f"{key_name(key)} does nothing here."
        return None

    def view(self) -> View:
        """What is seen now."""
        return View("", self.question, said=self.said, status=f"y yes, n no, Enter {'yes' if self.default else 'no'}")
