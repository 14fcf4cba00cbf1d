"""Options with which a person says what limits them."""

from typing import Annotated

import typer

from libcareer.commands.amounts import of_option
from libcareer.inquiries.limits import public_contact, typed_cost, typed_pay_limit

MaxStudy = Annotated[
    str | None,
    typer.Option("--max-study", metavar="LEVEL", help="The highest education you would still study for, or any."),
]
NoMasters = Annotated[bool, typer.Option("--no-masters", help="Nothing that takes a master's you do not hold.")]
NoDegree = Annotated[bool, typer.Option("--no-degree", help="Nothing that takes a degree you do not hold.")]
MaxCost = Annotated[
    str | None,
    typer.Option(
        "--max-cost",
        parser=of_option(typed_cost),
        metavar="AMOUNT",
        help="The most that study may cost; 0 for nothing, or any.",
    ),
]
PartTime = Annotated[bool | None, typer.Option("--part-time/--any-hours", help="Part-time jobs only, or either.")]
FullTime = Annotated[bool, typer.Option("--full-time", help="Full-time jobs only.")]
Evenings = Annotated[bool | None, typer.Option("--evenings/--no-evenings", help="Evenings and weekends, or none.")]
Public = Annotated[
    str | None,
    typer.Option(
        "--public",
        parser=of_option(public_contact),
        metavar="HOW",
        help="Contact with the public: any, calm or little.",
    ),
]
Move = Annotated[bool | None, typer.Option("--move/--no-move", help="Move for a job, or only near home or from home.")]
Remote = Annotated[
    bool | None, typer.Option("--remote/--on-site", help="Jobs with some days from home, or no need for that.")
]
MostlyRemote = Annotated[bool, typer.Option("--mostly-remote", help="Jobs mostly from home.")]
MinPay = Annotated[
    str | None,
    typer.Option(
        "--min-pay",
        parser=of_option(typed_pay_limit),
        metavar="AMOUNT",
        help="The least pay for a year, if full time; or any.",
    ),
]
