"""Asking on a terminal: the keys of `lists`, and no others, in a layout of our own.

prompt_toolkit's own keys work only where its text fields have the focus; there is none here, so Alt-Enter or
Ctrl-O cannot accept anything.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from prompt_toolkit import Application
from prompt_toolkit.application import get_app_session
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth
from questionary import Question as Asked

from libcareer.commands.prompts.drawing import PAGE, Drawing, Paper
from libcareer.commands.prompts.lists import Line, Marks, OneOf, Search, YesOrNo
from libcareer.commands.prompts.reading import Reading
from libcareer.reports.page.output import complain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from prompt_toolkit.data_structures import Size
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyPressEvent

    from libcareer.commands.prompts.lists import Prompt
    from libcareer.commands.prompts.question import Marked, Option, Question, Shown

STYLE = Style.from_dict(
    {"title": "bold", "favorite": "bold ansigreen", "least": "bold ansired", "said": "bold", "more": "italic"}
)
"""NO_COLOR leaves out the colors; the marks say the same."""

ESCAPE_ALONE = 0.05
"""Seconds in which the rest of an arrow key must follow its first byte, which is that of the Escape key."""

ALT = 0.15
"""Seconds in which another key must follow for Escape to be half of an Alt key."""

KEY_NAMES = {Keys.ControlM: "enter", Keys.ControlJ: "enter", Keys.ControlH: "backspace"}


class TerminalPrompter:
    """Asks with keys and arrows on a terminal."""

    styled = True

    def say(self, words: str) -> None:
        """Tell a person something that is no question."""
        complain(words)

    def choose(self, question: Question, at: object = None) -> object:
        """The value of the option chosen, or the reply of a key."""
        return _ask(OneOf(question, at))

    def mark(self, question: Question, picks: int, *, least: bool, before: Marked | None = None) -> object:
        """So many favorites and the least liked, as `Marked`; or the reply of a key."""
        return _ask(Marks(question, picks, least=least, before=before))

    def find(
        self, question: Question, matching: Callable[[str], Sequence[Option]] | None = None, *, free: bool = False
    ) -> object:
        """The value of one option of a long list, or the reply of a key; with *free*, `Typed` words too."""
        return _ask(Search(question, matching, free=free))

    def read(self, question: Question, text: Shown, matching: Callable[[str], Sequence[Option]]) -> object:
        """The value of an option by its number, `Typed` words, or the reply of a key or of Enter."""
        return _ask(Reading(question, text, matching))

    def text(self, question: Question) -> object:
        """A short text, or the reply of a key."""
        return _ask(Line(question))

    def confirm(self, question: str, *, default: bool = True) -> bool:
        """Whether a person says yes."""
        return bool(_ask(YesOrNo(question, default=default)))


def _ask(prompt: Prompt) -> object:
    """The reply to *prompt*; nothing of it stays on the terminal."""
    output = get_app_session().output
    if isinstance(output, Vt100_Output):
        # Nothing here needs the position of the cursor, and a terminal that does not tell it would be warned of.
        output.enable_cpr = False
    seen = _Seen(prompt, output.get_size())
    application: Application[object] = Application(
        layout=Layout(Window(FormattedTextControl(seen.fragments, focusable=True))),
        key_bindings=_keys(prompt),
        style=STYLE,
        erase_when_done=True,
        color_depth=ColorDepth.from_env(),
        before_render=seen.resize,
        output=output,
    )
    application.ttimeoutlen = ESCAPE_ALONE
    application.timeoutlen = ALT
    try:
        return Asked(application).unsafe_ask()
    except KeyboardInterrupt:
        # A signal ends the question in its middle; what is said next must not be mixed with it.
        application.renderer.erase()
        raise


class _Seen:
    """What is seen of a prompt on a terminal of some *size*."""

    def __init__(self, prompt: Prompt, size: Size) -> None:
        self.prompt = prompt
        self.size = size
        self.top = 0

    def resize(self, app: Application[object]) -> None:
        """Clear the terminal if its size has changed: it has wrapped its lines anew, so none is where it was."""
        size = app.output.get_size()
        if size != self.size:
            self.size = size
            app.renderer.clear()

    def fragments(self) -> StyleAndTextTuples:
        """The lines, as prompt_toolkit takes them."""
        drawing = self._drawing()
        self.top = drawing.top
        fragments: StyleAndTextTuples = []
        for number, line in enumerate(drawing.lines):
            cut = drawing.cursor[1] if number == drawing.cursor[0] else None
            if cut is not None:
                fragments += [(f"class:{line.style}", line.text[:cut]), ("[SetCursorPosition]", "")]
            if line.style == PAGE:
                fragments += [*ANSI(line.text).__pt_formatted_text__(), ("", "\n")]
            else:
                fragments += [(f"class:{line.style}", line.text[cut or 0 :]), ("", "\n")]
        return fragments[:-1]

    def _drawing(self) -> Drawing:
        paper = Paper(self.size.columns, self.size.rows, sys.stdout.encoding or "utf-8", get_cwidth)
        return paper.draw(self.prompt.view(), self.top)


def _keys(prompt: Prompt) -> KeyBindings:
    keys = KeyBindings()

    def press(event: KeyPressEvent, key: str) -> None:
        reply = prompt.press(key)
        if reply:
            event.app.exit(result=reply.value)

    @keys.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        press(event, _named(event.key_sequence[0].key))

    @keys.add(Keys.Escape)
    def _(event: KeyPressEvent) -> None:
        press(event, "escape")

    @keys.add(Keys.Escape, Keys.Any)
    def _(event: KeyPressEvent) -> None:
        press(event, f"alt-{_named(event.key_sequence[1].key)}")

    @keys.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        if prompt.view().entry is None:
            press(event, "pasted text")
        else:
            for char in event.data:
                press(event, char if char.isprintable() else " ")

    @keys.add(Keys.Ignore)
    def _(event: KeyPressEvent) -> None:
        """Do nothing: the terminal said something that is no key."""

    @keys.add(Keys.ControlZ)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    @keys.add(Keys.ControlC)
    @keys.add(Keys.SIGINT)
    @keys.add(Keys.Escape, Keys.ControlC)
    @keys.add(Keys.Escape, Keys.SIGINT)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    return keys


def _named(key: Keys | str) -> str:
    """The name of a *key* as `lists` has it."""
    return KEY_NAMES.get(key, key.value) if isinstance(key, Keys) else key
