"""A filter as a name and a value; only commands and reports know how it is typed."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class FilterName(StrEnum):
    """Every filter that a list can have; the values are the names of the fields that hold them."""

    SKILL = "skill"
    SETTING = "setting"
    CLUSTER = "cluster"
    EDUCATION = "education"
    PLACE = "place"
    NO_MASTERS = "no_masters"
    NO_DEGREE = "no_degree"
    PART_TIME = "part_time"
    REMOTE = "remote"
    ROLE = "role"
    KIND = "kind"
    STATUS = "status"
    COST = "cost"
    WHERE = "where"


class Filter(Struct, frozen=True):
    """One filter that is set; *value* is None for one that is only on or off."""

    name: FilterName
    value: str | None = None
