"""A person's saved plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.plan import KIND, VERSION, Plan
from libcareer.person import storage

if TYPE_CHECKING:
    from pathlib import Path


def plan_file() -> Path:
    """The path of the saved plan."""
    return storage.home() / "plan.json"


def saved_plan() -> Plan | None:
    """The saved plan, or None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return storage.read_saved(plan_file(), Plan, KIND, VERSION)


def keep_plan(plan: Plan) -> None:
    """Save *plan* and replace the saved one.

    Raises SavedFileError if the file cannot be written, or if there is one that is not ours, damaged, or
    from a newer version.
    """
    # Raises for a file that must not be overwritten.
    saved_plan()
    storage.write_saved(plan_file(), plan)
