"""Arguments checked before they are used, so that wrong usage is an error and never another answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Arguments = ParamSpec("Arguments")
Answered = TypeVar("Answered")

TYPES: dict[str, type | tuple[type, ...]] = {
    "str": str,
    "bool": bool,
    "int": int,
    "float": (int, float),
    "date": date,
    "Path": Path,
    "None": NoneType,
}
"""What an annotation means; a list is a sequence of one of these."""

LIST = "Sequence["


def checked(method: Callable[Arguments, Answered]) -> Callable[Arguments, Answered]:
    """*method*, which raises TypeError for an argument of another type than its annotation says.

    A text in the place of a list is such an argument: as a sequence of letters it would name nothing.
    """
    parameters = signature(method)

    @wraps(method)
    def call(*args: Arguments.args, **options: Arguments.kwargs) -> Answered:
        given = parameters.bind(*args, **options).arguments
        for name, value in given.items():
            parameter = parameters.parameters[name]
            several = parameter.kind is Parameter.VAR_POSITIONAL
            for one in value if several else (value,):
                if parameter.annotation is not Parameter.empty and not _fits(one, parameter.annotation):
                    raise TypeError(f"{method.__name__}: {_refusal(name, one, parameter.annotation, several=several)}")
        return method(*args, **options)

    return call


def _fits(value: object, annotation: str) -> bool:
    """Whether *value* has one of the types in *annotation*, such as "float | str | None"."""
    return any(_is(value, kind) for kind in annotation.split(" | "))


def _is(value: object, kind: str) -> bool:
    if kind.startswith(LIST):
        of = kind.removeprefix(LIST).rstrip("]")
        return isinstance(value, Sequence) and not isinstance(value, str | bytes) and all(_is(one, of) for one in value)
    # To Python True is a whole number, and a moment a date.
    return isinstance(value, TYPES[kind]) and not isinstance(value, datetime if kind == "bool" else (bool, datetime))


def _refusal(name: str, value: object, annotation: str, *, several: bool) -> str:
    """What to write instead of *value*."""
    if annotation.startswith(LIST):
        if isinstance(value, str):
            return f"{name} is a list. Write {name}=[{value!r}], not {name}={value!r}."
        return f"{name} is a list of {_words(annotation.removeprefix(LIST).rstrip(']'))}, not {value!r}."
    if several and isinstance(value, Sequence):
        each = ", ".join(map(repr, value)) or "..."
        return f"{name} are given one after another. Write {each} without the brackets."
    return f"{name} is {_words(annotation)}, not {value!r}."


def _words(annotation: str) -> str:
    return " or ".join(_named(annotation))


def _named(annotation: str) -> Iterator[str]:
    names = {"str": "text", "bool": "True or False", "int": "a whole number", "float": "a number", "date": "a date",
             "Path": "a path", "None": "None"}  # fmt: skip
    yield from (names[kind] for kind in annotation.split(" | "))
