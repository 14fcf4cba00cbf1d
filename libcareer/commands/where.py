"""Options with which a person says where they live, and that what is kept about them does not count."""

from typing import Annotated

import typer

from libcareer.commands.names import complete_place

Where = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="PLACE",
        help="Pay in this state or around this town, such as Ohio or 'Columbus, OH'; none for the whole country.",
        autocompletion=complete_place,
    ),
]
Home = Annotated[
    str | None,
    typer.Option(
        "--where",
        metavar="PLACE",
        help="Where you live: a state, a town or another country, such as Ohio, 'Columbus, OH' or Ontario; none clears "
        "it.",
        autocompletion=complete_place,
    ),
]
Anyone = Annotated[bool, typer.Option("--anyone", help="Ignore for once what `libcareer me` keeps about you.")]
