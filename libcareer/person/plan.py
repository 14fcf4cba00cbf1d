"""Where a person's plan is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.plan import KIND, VERSION, Plan
from libcareer.person import storage

if TYPE_CHECKING:
    from pathlib import Path


def plan_file() -> Path:
    """The file that the plan is kept in."""
    return storage.home() / "plan.json"


def saved_plan() -> Plan | None:
    """The plan that is kept, None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return storage.read_saved(plan_file(), Plan, KIND, VERSION)


def keep_plan(plan: Plan) -> None:
    """Save *plan* in the place of the one before.

    Raises SavedFileError if the folder cannot be written, or holds a file of that name that is not
    ours or from a newer version.
    """
    saved_plan()
    storage.write_saved(plan_file(), plan)
