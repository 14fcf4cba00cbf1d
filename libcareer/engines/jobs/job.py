"""A job of any field, and the role of this guide that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def role_of(catalog: Catalog, code: str) -> str | None:
    """The id of the role that is the job *code*: it is counted there and has the job's title as a name."""
    tables = catalog.jobs
    if tables is None or code not in tables:
        return None
    for role in catalog.role_names.find(tables.official[code]):
        if any(covered.code == code for covered in catalog.counted[role].occupations):
            return role
    return None
