"""Picking one of many: a list on a terminal that typing narrows down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from libcareer.reports.page.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

KEYS = "(type a part of it, or use the arrows; enter takes it, escape takes none)"


def picked(question: str, choices: Sequence[tuple[str, str]]) -> str | None:
    """The id that a person picks at a terminal among *choices*, pairs of id and title; None if none of them."""
    import questionary
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from questionary.prompts.common import InquirerControl

    asked = questionary.select(
        question,
        [questionary.Choice(clean(title), id_) for id_, title in choices],
        use_search_filter=True,
        use_jk_keys=False,
        instruction=f"\n{KEYS}",
    )
    application: Any = asked.application
    control = next(one for one in application.layout.find_all_controls() if isinstance(one, InquirerControl))
    keys = KeyBindings()

    @keys.add("enter", eager=True)
    def _(event: Any) -> None:
        # Where nothing has what was typed in it, questionary lists everything and would take the first.
        pointed_at = control.get_pointed_at()
        if not control.search_filter or control.found_in_search:
            event.app.exit(result=pointed_at.value)

    @keys.add("escape", eager=True)
    def _(event: Any) -> None:
        event.app.exit(result=None)

    @keys.add("<sigint>")
    def _(event: Any) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    application.key_bindings = merge_key_bindings([application.key_bindings, keys])
    id_: str | None = asked.unsafe_ask()
    return id_
