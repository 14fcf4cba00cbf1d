"""Options with which a person says where they stand."""

from typing import Annotated

import typer

from libcareer.commands.amounts import typed_years
from libcareer.commands.names import complete_role, complete_skill, completing

Posts = Annotated[
    list[str] | None,
    typer.Option(
        "--from",
        metavar="ROLE",
        help="The role or any other job you are in, by its title; given again, one you had earlier.",
        autocompletion=complete_role,
    ),
]
Years = Annotated[
    float, typer.Option("--years", parser=typed_years, metavar="N", help="Years in the role you are in, so far.")
]
Have = Annotated[
    list[str] | None,
    typer.Option(
        "--have",
        metavar="EDUCATION",
        help="What you hold: a level of education or a credential; may repeat. Default: what is usual in your role.",
        autocompletion=completing("education", "credentials"),
    ),
]
Lacking = Annotated[
    list[str] | None,
    typer.Option(
        "--not",
        metavar="CREDENTIAL",
        help="What is usual in your role and you do not hold; may repeat.",
        autocompletion=completing("education", "credentials"),
    ),
]
Studying = Annotated[
    list[str] | None,
    typer.Option(
        "--studying",
        metavar="CREDENTIAL:WHEN",
        help="Study under way and, if you know it, its end: bachelor:2027-06, mlis:8 (months).",
    ),
]
Able = Annotated[
    list[str] | None,
    typer.Option(
        "--skill", metavar="SKILL", help="What you do in a job elsewhere; may repeat.", autocompletion=complete_skill
    ),
]
