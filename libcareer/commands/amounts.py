"""Amounts and counts as options have them: what `inquiries.amounts` reads, and what is wrong in it."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

import typer

from libcareer.errors import WrongUsage
from libcareer.inquiries import amounts

if TYPE_CHECKING:
    from collections.abc import Callable

Amount = TypeVar("Amount")


def of_option(parser: Callable[[object], Amount]) -> Callable[[object], Amount]:
    """*parser* for an option: it raises typer.BadParameter in place of WrongUsage, so that the option is named."""

    @wraps(parser)
    def typed(words: object) -> Amount:
        try:
            return parser(words)
        except WrongUsage as error:
            raise typer.BadParameter(str(error)) from None

    return typed


typed_count = of_option(amounts.typed_count)
typed_earnings = of_option(amounts.typed_earnings)
typed_form = of_option(amounts.typed_form)
typed_hours = of_option(amounts.typed_hours)
typed_money = of_option(amounts.typed_money)
typed_months = of_option(amounts.typed_months)
typed_percent = of_option(amounts.typed_percent)
typed_seed = of_option(amounts.typed_seed)
typed_years = of_option(amounts.typed_years)
