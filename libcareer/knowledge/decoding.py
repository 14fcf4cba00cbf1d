"""YAML to structs of the model, strictly: all problems of a file at once, with locations and suggestions.

The schema is that of the structs, read with `msgspec.inspect`. The expected type decides what a plain
scalar means, so text stays text (`no`, `2024-01-01` and `1:30` too). A key may be given only once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec import inspect as shape

from libcareer.errors import Problem, short
from libcareer.knowledge.yaml_nodes import Location, Node, Refused, compose

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PROBLEMS = 500
"""Problems given for one file. Suggestions take time: for a hundred thousand problems an hour."""

FieldPath = tuple[str | int, ...]
"""The way to a part of a record: field names, keys and list positions."""


class Reference(Struct, frozen=True):
    """A reference to another record: the *kind* and *id* of that record, and where it is named."""

    kind: str
    id: str
    location: Location


class Decoded(Struct):
    """A decoded file: its *value*, problems and references, and the location of each part.

    If there are problems, parts of the *value* may be missing, or it may be None.
    """

    value: Any
    problems: list[Problem]
    references: list[Reference]
    locations: dict[FieldPath, Location]


def decode(file: str, data: bytes, type_: Any, *, partly: bool = False) -> Decoded:
    """Decode *data*, the bytes of a *file*, as a *type_*; problems are collected and never raised.

    With *partly* the value has every struct of the file, and UNREAD in the place of each part with a problem.
    """
    try:
        node = compose(file, data)
    except Refused as refused:
        return Decoded(None, [refused.problem], [], {})
    reader = _Reader(partly=partly)
    try:
        value = reader.read(node, _type_info(type_), ())
    except _Enough:
        value = ABSENT
    whole = None if value is ABSENT else value
    return Decoded(whole, sorted(reader.problems), reader.references, reader.locations)


@cache
def _type_info(type_: Any) -> shape.Type:
    return shape.type_info(type_)


# ---------------------------------------------------------------------------- nodes to values


class _Absent:
    """A value that could not be read; its problem is already noted."""


ABSENT: Any = _Absent()


class Unread(Exception):
    """Something looked at a part that could not be read."""


def _refuse(*_: object) -> Any:
    raise Unread


class _Unread:
    """A part of a record that could not be read; whatever looks at it raises Unread."""

    __getattr__ = __getitem__ = __iter__ = __len__ = __contains__ = __bool__ = __call__ = _refuse
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __hash__ = __str__ = __format__ = _refuse


UNREAD: Any = _Unread()

INTEGER = re.compile(r"[-+]?[0-9]{1,15}")
NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?")
"""At most fifteen digits, because a float holds no more of them exactly."""


class _Enough(Exception):
    """There are MOST_PROBLEMS problems; the rest of the file is not read."""


class _Reader:
    """Turns nodes into values of the expected types, and collects problems and references."""

    def __init__(self, *, partly: bool) -> None:
        self.partly = partly
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.locations: dict[FieldPath, Location] = {}

    def wrong(self, node: Node, message: str) -> Any:
        if len(self.problems) == MOST_PROBLEMS:
            self.problems.append(node.location.problem("too many problems; the rest of the file is not read."))
            raise _Enough
        self.problems.append(node.location.problem(message))
        return ABSENT

    def read(self, node: Node, type_: shape.Type, path: FieldPath) -> Any:
        self.locations.setdefault(path, node.location)
        match type_:
            case shape.Metadata(type=inner, extra=extra):
                value = self.read(node, inner, path)
                if extra and "refers" in extra and isinstance(value, str):
                    self.references.append(Reference(extra["refers"], value, node.location))
                return value
            case shape.UnionType(types=types):
                return self._optional(node, types, path)
            case shape.StructType():
                return self._struct(node, type_, path)
            case shape.DictType():
                return self._dict(node, type_, path)
            case shape.VarTupleType():
                return self._list(node, type_, path)
            case shape.TupleType():
                return self._range(node, type_, path)
            case _:
                return self._scalar(node, type_)

    def _optional(self, node: Node, types: Iterable[shape.Type], path: FieldPath) -> Any:
        inner = next(t for t in types if not isinstance(t, shape.NoneType))
        return None if _is_null(node) else self.read(node, inner, path)

    def _struct(self, node: Node, type_: shape.StructType, path: FieldPath) -> Any:
        fields = {field.name: field for field in type_.fields}
        given = self._pairs(node, f"the fields of a {_spoken(type_.cls.__name__)}")
        if given is None:
            return ABSENT
        values: dict[str, Any] = {}
        misspelt: set[str | None] = set()
        for key, (key_node, value_node) in given.items():
            if key not in fields:
                misspelt.add(nearest(key, [name for name in fields if name not in given]))
                self.wrong(key_node, f"unknown field '{short(key)}'.{_meant_field(key, fields)}")
                continue
            value = self.read(value_node, fields[key].type, (*path, key))
            self.locations[(*path, key)] = value_node.location
            if value is not ABSENT:
                values[key] = value
        for name, field in fields.items():
            if field.required and name not in given and name not in misspelt:
                self.wrong(node, f"missing field '{name}' in this {_spoken(type_.cls.__name__)}.")
        if self.partly:
            lost = (name for name, f in fields.items() if f.required or name in given or name in misspelt)
            return type_.cls(**{**dict.fromkeys(lost, UNREAD), **values})
        return ABSENT if any(f.required and n not in values for n, f in fields.items()) else type_.cls(**values)

    def _dict(self, node: Node, type_: shape.DictType, path: FieldPath) -> Any:
        given = self._pairs(node, "'name: value' lines")
        if given is None:
            return ABSENT
        if type_.min_length and len(given) < type_.min_length:
            self.wrong(node, "at least one entry is needed.")
        values = {}
        for key, (key_node, value_node) in given.items():
            name = self.read(key_node, type_.key_type, (*path, key))
            value = self.read(value_node, type_.value_type, (*path, key))
            self.locations[(*path, key)] = key_node.location
            if name is not ABSENT and (value is not ABSENT or self.partly):
                values[name] = UNREAD if value is ABSENT else value
        return values

    def _pairs(self, node: Node, expected: str) -> dict[str, tuple[Node, Node]] | None:
        if node.kind != "mapping":
            self.wrong(node, f"expected {expected}, found {_found(node)}.")
            return None
        given: dict[str, tuple[Node, Node]] = {}
        for key_node, value_node in node.value:
            if key_node.kind != "scalar":
                self.wrong(key_node, "a key must be a word.")
            elif key_node.value in given:
                first = given[key_node.value][0].location.line
                self.wrong(key_node, f"duplicate key '{short(key_node.value)}' (first on line {first}).")
            else:
                given[key_node.value] = (key_node, value_node)
        return given

    def _list(self, node: Node, type_: shape.VarTupleType, path: FieldPath) -> Any:
        if node.kind != "sequence":
            return self.wrong(node, f"expected a list, found {_found(node)}.")
        values = [self.read(item, type_.item_type, (*path, i)) for i, item in enumerate(node.value)]
        least, most = type_.min_length or 0, type_.max_length or len(values)
        if len(values) < least:
            self.wrong(node, f"expected at least {least} entries, found {len(values)}.")
        elif len(values) > most:
            self.wrong(node, f"expected at most {most} entries, found {len(values)}.")
        if self.partly and values:
            # What a list of the wrong length has can be judged all the same.
            return tuple(UNREAD if value is ABSENT else value for value in values)
        whole = least <= len(values) <= most and not any(value is ABSENT for value in values)
        return tuple(values) if whole else ABSENT

    def _range(self, node: Node, type_: shape.TupleType, path: FieldPath) -> Any:
        if node.kind != "sequence" or len(node.value) != len(type_.item_types):
            return self.wrong(node, f"expected [lowest, highest], found {_found(node)}.")
        values = [
            self.read(item, item_type, (*path, i))
            for i, (item, item_type) in enumerate(zip(node.value, type_.item_types, strict=True))
        ]
        if ABSENT in values:
            return ABSENT
        if values[0] > values[1]:
            return self.wrong(node, "the lowest value is above the highest.")
        return tuple(values)

    def _scalar(self, node: Node, type_: shape.Type) -> Any:
        expected = _expected(type_)
        if node.kind != "scalar":
            return self.wrong(node, f"expected {expected}, found {_found(node)}.")
        text = node.value
        match type_:
            case shape.StrType():
                if _is_null(node) or (type_.min_length and not text.strip()):
                    return self.wrong(node, "expected a text, found nothing.")
                if type_.pattern and not re.fullmatch(type_.pattern, text):
                    return self.wrong(node, f"'{short(text)}' does not have the form {type_.pattern}.")
                return text
            case shape.EnumType(cls=cls):
                allowed = [member.value for member in cls]
                if text not in allowed:
                    return self.wrong(
                        node, f"'{short(text)}' is not one of {', '.join(map(str, allowed))}.{_meant(text, allowed)}"
                    )
                return cls(text)
            case shape.BoolType():
                if not node.plain or text not in ("true", "false"):
                    return self.wrong(node, f"expected true or false, found '{short(text)}'.")
                return text == "true"
            case shape.IntType() | shape.FloatType():
                form = INTEGER if isinstance(type_, shape.IntType) else NUMBER
                if not node.plain or not form.fullmatch(text):
                    return self.wrong(node, f"expected {expected}, found '{short(text)}'.")
                number = int(text) if isinstance(type_, shape.IntType) else float(text)
                bounds = _outside(number, type_)
                return self.wrong(node, f"{text} is {bounds}.") if bounds else number
        raise TypeError(f"the schema uses a type that decode does not know: {type_}")


def _is_null(node: Node) -> bool:
    return node.kind == "scalar" and node.plain and node.value in ("", "null", "~")


def _found(node: Node) -> str:
    if node.kind == "scalar":
        return "nothing" if _is_null(node) else f"the text '{short(node.value)}'"
    return {"sequence": "a list", "mapping": "'name: value' lines"}[node.kind]


def _expected(type_: shape.Type) -> str:
    match type_:
        case shape.StrType():
            return "a text"
        case shape.IntType():
            return "a whole number"
        case shape.FloatType():
            return "a number"
        case shape.EnumType(cls=cls):
            return "one of " + ", ".join(str(member.value) for member in cls)
        case _:
            return "true or false"


def _outside(number: float, type_: shape.IntType | shape.FloatType) -> str:
    """How *number* violates the bounds of its type, in words; empty if it does not."""
    if type_.ge is not None and number < type_.ge:
        return f"below {type_.ge:g}"
    if type_.gt is not None and number <= type_.gt:
        return f"not above {type_.gt:g}"
    if type_.le is not None and number > type_.le:
        return f"above {type_.le:g}"
    return ""


def _spoken(name: str) -> str:
    """The name of a struct as words: QuizPart is a 'quiz part'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _meant(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f" Did you mean '{near}'?" if near else ""


def _meant_field(word: str, fields: Iterable[str]) -> str:
    return _meant(word, fields) or f" The fields here are: {', '.join(fields)}."


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The *known* word most similar to *word*; None if none is similar."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None
