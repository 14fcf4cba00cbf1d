"""The explorer: a person goes from place to place, by numbers or words, and back."""

from __future__ import annotations

from functools import cached_property
from shlex import join
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from libcareer.commands.explore import menus
from libcareer.commands.explore.spots import Menu, Part, Picker, Spot, Turn
from libcareer.commands.prompts.question import Key, Question, Quit, Typed
from libcareer.errors import LibcareerError, SavedFileError
from libcareer.reports.page import program
from libcareer.reports.page.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from libcareer.catalog import Catalog
    from libcareer.commands.explore.known import Known
    from libcareer.commands.explore.spots import Destination
    from libcareer.commands.prompts.question import Prompter
    from libcareer.engines.paths.circumstances import Circumstances
    from libcareer.reports.page.render import Report

ON, UP, BACK, HOME, QUIT, HELP, NEXT = (object() for _ in range(7))

ASKING = ("quiz", "fit")
"""The commands that ask; what they say in between must be seen at once."""

HELP_WORDS = (
    "Type a number of the list and press Enter; that opens what stands beside it.",
    "Or type words, such as the name of a job, pay of it, or a whole question: while you type, a list shows what has "
    "these words in its name, and Enter looks them up. A command works as well, such as roles --part-time.",
    "Enter alone shows the next screen of a long text, and after the last one what it leads to; u goes up again.",
    "b goes back to the place before, as you left it; h goes to the beginning; n shows where a page leads; c shows "
    "the command that shows the same page, to copy; q quits. On a terminal Escape goes back as well.",
    "Nothing you type here is sent anywhere. What you tell about yourself is kept on this machine only, "
    "and only where it says so.",
)


class Explorer:
    """Leads a person through what *catalog* knows; *folder* is the knowledge asked for with --data."""

    def __init__(self, catalog: Catalog, prompter: Prompter, folder: Path | None = None) -> None:
        self.catalog = catalog
        self.prompter = prompter
        self.folder = folder
        self.first: Sequence[int] | None = None
        self.said: list[str] = []
        self.trail: list[Spot] = [Home(self)]

    @cached_property
    def known(self) -> Known:
        """Everything known, for the words that are typed."""
        from libcareer.commands.explore.known import Known

        return Known(self.catalog)

    def explore(self) -> None:
        """Go on until a person quits or no more replies can come."""
        while True:
            place = self.trail[-1]
            place.arrive(self)
            try:
                reply = self.prompter.read(self._question(place), place.screen, self._matching(place))
                if reply is QUIT:
                    return
                self._heed(place, reply)
            except EOFError:
                return
            except Quit:
                self.say("Your answers are kept; the quiz goes on from there when you take it again.")
            except LibcareerError as error:
                self.say(str(error))

    def say(self, words: str) -> None:
        """Tell a person something with the next screen."""
        self.said.append(program.message(words))

    # ------------------------------------------------------------------ a question and its reply

    def _question(self, place: Spot) -> Question:
        note = " ".join(self.said)
        self.said = []
        where = "" if place is self.trail[0] else f"You are here: {' > '.join(place.where)}"
        keys = (*place.keys, *self._keys(place))
        return Question(place.question, place.options, keys, where, note, full=True, enter=ON)

    def _keys(self, place: Spot) -> Sequence[Key]:
        home = place is self.trail[0]
        command = program.command(f"libcareer {place.address}") if place.address else ""
        return (
            *(() if home else (Key("b", "back", BACK, escape=True), Key("h", "home", HOME))),
            *((Key("n", "where next", NEXT),) if _has_choices(place) else ()),
            *((Key("c", "command", says=command),) if command else ()),
            *((Key("u", "up", UP),) if place.top or place.part else ()),
            Key("?", "help", HELP),
            Key("q", "quit", QUIT),
        )

    def _matching(self, place: Spot) -> Any:
        from libcareer.commands.prompts.question import containing

        def matching(words: str) -> Sequence[Any]:
            here = [option for option in containing(words, place.options) if not isinstance(option.value, Turn)]
            there = [option for option in self.known.matching(words) if not isinstance(place, Picker)]
            return [*here, *there]

        return matching

    def _heed(self, place: Spot, reply: object) -> None:
        match reply:
            case Turn(part):
                place.turn(part)
            case Typed(words):
                self._look_up(place, words)
            case _ if reply is ON:
                if not place.forward():
                    self.say("That is all there is to read here.")
            case _ if reply is UP:
                place.backward()
            case _ if reply is BACK:
                del self.trail[max(1, len(self.trail) - 1) :]
            case _ if reply is HOME:
                del self.trail[1:]
            case _ if reply is HELP:
                self._go(Help())
            case _ if reply is NEXT:
                place.turn(len(place.parts) - 1)
            case _:
                self._go(reply)

    # ------------------------------------------------------------------ going somewhere

    def _go(self, destination: Any) -> None:
        """Go where a choice leads."""
        while destination is not None and not isinstance(destination, Spot):
            destination = self.at(destination) if isinstance(destination, str) else destination(self)
        if destination is None:
            return
        if _same(self.trail[-1], destination):
            self.trail.pop()
        self.trail.append(destination)

    def at(self, address: str) -> Spot | None:
        """The place at an *address*: a page, or what its command writes when it is run."""
        from libcareer.commands.pages import is_page, page
        from libcareer.reports.page.output import taking

        if not is_page(address):
            return self.run(address)
        with taking(messages=True) as taken:
            report = page(self.catalog, address)
        self.said += taken.messages or []
        return self._shown(address, report)

    def run(self, address: str) -> Spot | None:
        """Run the command at *address*, and give the place that shows what it writes."""
        from libcareer.commands.pages import run
        from libcareer.commands.verdict import RESULT
        from libcareer.reports.page.output import taking

        name = address.partition(" ")[0]
        with taking(messages=name not in ASKING) as taken:
            run(address, self.folder)
        self.said += taken.messages or []
        if not taken.reports:
            return None
        # What a command has done is not done again by its address.
        at = {"quiz": RESULT, "plan": "plan"}.get(name if name == "plan" else address, address)
        return self._shown(at, taken.reports[-1])

    def _shown(self, address: str, report: Report) -> Spot:
        from libcareer.commands.explore.offers import offers
        from libcareer.commands.explore.pages import Page
        from libcareer.commands.verdict import CHANGE, result_keys

        keys = [replace(key, reply=_change_answer) if key.reply is CHANGE else key for key in result_keys(report)]
        return Page(address, report, self, offers(address, report), keys)

    def _look_up(self, place: Spot, words: str) -> None:
        """Go where typed *words* lead."""
        from libcareer.commands.explore.known import typed_command

        option = next((one for one in place.options if one.text.casefold() == words.casefold()), None)
        destination: Any = option.value if option else place.narrowed(words)
        if isinstance(destination, Turn):
            place.turn(destination.part)
            return
        self._go(destination or typed_command(words) or self.known.named(words) or self._found(words))

    def _found(self, words: str) -> str | Spot | None:
        """The page for *words*: the only one that is found, or the list of those found."""
        from libcareer.commands.pages import page

        address = f"search {join(words.split())}"
        report = page(self.catalog, address)
        return report.links[0].address if len(report.links) == 1 else self._shown(address, report)


def _has_choices(place: Spot) -> bool:
    return bool(place.parts) and len(place.parts) > 1


def _same(place: Spot, other: Spot) -> bool:
    """Whether *other* shows anew what *place* shows, as a plan with a step ticked."""
    return bool(place.address) and place.address == other.address


def _change_answer(guide: Any) -> str | None:
    """Change an answer of the last quiz, and show the result."""
    from libcareer.commands.saved import change_answers
    from libcareer.commands.verdict import RESULT

    change_answers(guide.catalog)
    return RESULT


class Home(Menu):
    """The front door: for whom it is, and what brings them here."""

    def __init__(self, explorer: Explorer) -> None:
        super().__init__((), "", lambda _: ())
        self.explorer = explorer
        self.crumbs = ("home",)

    def arrive(self, guide: Any) -> None:
        """Find out what is known of the person, and offer what fits."""
        told, kept = self._known()
        first_visit = self.explorer.first is None and not (told or kept)
        if first_visit:
            items = menus.situations(guide, self._enter)
        else:
            items = menus.wishes(guide, told or _nothing_told(), self.explorer.first or (), kept)
        self.keys = () if first_visit else (Key("m", "change", menus.change),)
        self._items = lambda _: items
        super().arrive(guide)
        listed = self.parts[0].lines
        above = [
            f"libcareer: careers in {self.explorer.catalog.pack.title}",
            self._you(told) if not first_visit else "",
            menus.ASKED,
        ]

        def lines(columns: int) -> Sequence[str]:
            said = [line for words in above if words for line in wrapped(words, columns).split("\n")]
            return [*said[:-1], "", said[-1], *listed(columns)]

        self.parts = (Part("", lines),)

    def _enter(self, first: Sequence[int]) -> Destination:
        def enter(guide: Any) -> None:
            self.explorer.first = first

        return enter

    def _known(self) -> tuple[Circumstances | None, str]:
        """What the person told, None for nothing, and the last quiz and the plan in a few words."""
        from libcareer.engines.paths.circumstances import NOTHING_TOLD, known_to
        from libcareer.person.about import saved_about
        from libcareer.person.quizzes import saved_quizzes
        from libcareer.person.storage import plan_file

        try:
            told = known_to(self.explorer.catalog, saved_about())
            begun, last = saved_quizzes()
            planned = plan_file().exists()
        except SavedFileError as error:
            self.explorer.say(str(error))
            return None, ""
        kept = [f"quiz of {last.on}"] if last and last.on else ["a quiz to go on with"] if begun else []
        kept += ["a plan"] if planned else []
        return (told if told != NOTHING_TOLD else None), ", ".join(kept)

    def _you(self, told: Circumstances | None) -> str:
        from libcareer.reports.for_you import told_words

        said = "; ".join(told_words(self.explorer.catalog, told)) if told else "nothing is kept about you"
        return f"You: {said} (m changes it)"


def _nothing_told() -> Circumstances:
    from libcareer.engines.paths.circumstances import NOTHING_TOLD

    return NOTHING_TOLD


class Help(Spot):
    """How the explorer is used."""

    crumbs = ("help",)

    def __init__(self) -> None:
        super().__init__()
        self.parts = (Part("", _help_lines),)


def _help_lines(columns: int) -> Sequence[str]:
    return [line for words in HELP_WORDS for line in (*wrapped(program.message(words), columns).split("\n"), "")][:-1]
