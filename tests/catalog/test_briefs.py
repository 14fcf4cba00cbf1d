"""Briefs of roles: every field has the name and the type that it has in the model."""

from __future__ import annotations

import pytest
from msgspec import Struct
from msgspec import inspect as shape

from libcareer.catalog.briefs import OccupationBrief, RoleBrief, RoleCounted, RoleDuties, SourceBrief
from libcareer.knowledge.enums import Often
from libcareer.knowledge.model.occupations import Occupation
from libcareer.knowledge.model.roles import Role
from libcareer.knowledge.model.terms import Source


def bare(type_: shape.Type) -> shape.Type:
    """A type without what the schema says about it for editors."""
    return bare(type_.type) if isinstance(type_, shape.Metadata) else type_


def differences(brief: shape.Type, model: shape.Type, path: str) -> list[str]:
    """Where a *brief* could hold something else than the *model* does, or has a field that the model lacks."""
    brief, model = bare(brief), bare(model)
    if type(brief) is not type(model):
        return [f"{path}: {type(brief).__name__} for {type(model).__name__}"]
    match brief:
        case shape.StructType(fields=fields):
            theirs = {field.name: field.type for field in model.fields}
            lost = [
                f"{path}.{field.name} is not in {model.cls.__name__}" for field in fields if field.name not in theirs
            ]
            kept = [field for field in fields if field.name in theirs]
            return lost + [d for f in kept for d in differences(f.type, theirs[f.name], f"{path}.{f.name}")]
        case shape.VarTupleType(item_type=item):
            return differences(item, model.item_type, f"{path}[]")
        case shape.TupleType(item_types=items):
            if len(items) != len(model.item_types):
                return [f"{path}: {len(items)} items for {len(model.item_types)}"]
            return [
                d for one, other in zip(items, model.item_types, strict=True) for d in differences(one, other, path)
            ]
        case shape.UnionType():
            # In the schema a union is something or None.
            one, other = (next(t for t in union.types if not isinstance(t, shape.NoneType)) for union in (brief, model))
            return differences(one, other, path)
        case shape.EnumType(cls=cls):
            return [] if cls is model.cls else [f"{path}: {cls.__name__} for {model.cls.__name__}"]
    return []


@pytest.mark.parametrize(
    ("brief", "model"),
    [
        (RoleBrief, Role),
        (RoleDuties, Role),
        (RoleCounted, Role),
        (OccupationBrief, Occupation),
        (SourceBrief, Source),
    ],
)
def test_a_brief_repeats_fields_of_the_model(brief: type, model: type) -> None:
    assert differences(shape.type_info(brief), shape.type_info(model), "record") == []


class Skills(Struct):
    """A brief of skills that got some fields wrong."""

    essential: tuple[int, ...]
    wanted: str


class Wrong(Struct):
    """A brief of a role that got some fields wrong."""

    title: str | None
    skills: Skills
    years: tuple[float, float]
    place: Often


def test_a_field_with_another_name_or_type_is_found() -> None:
    assert differences(shape.type_info(Wrong), shape.type_info(Role), "role") == [
        "role.title: UnionType for StrType",
        "role.skills.wanted is not in Skills",
        "role.skills.essential[]: IntType for StrType",
        "role.place: Often for Place",
    ]
