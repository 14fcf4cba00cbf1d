"""A person's saved plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.plan import KIND, VERSION, Plan
from libcareer.person import storage
from libcareer.person.storage import plan_file

if TYPE_CHECKING:
    from collections.abc import Callable


def saved_plan() -> Plan | None:
    """The saved plan, or None if there is none.

    Raises SavedFileError for a file that is not ours, damaged, or from a newer version.
    """
    return storage.read_saved(plan_file(), Plan, KIND, VERSION)


def keep_plan(plan: Plan, before: Plan | None, tell: Callable[[str], None] | None = None) -> bool:
    """Save *plan* in the place of *before*; False, and nothing is saved, if that is no longer the saved one.

    The caller then makes its change again, to the plan that another process has saved meanwhile.

    Raises SavedFileError if the file cannot be written, or if there is one that is not ours, damaged, or
    from a newer version.
    """
    with storage.locked(plan_file(), tell):
        if saved_plan() != before:
            return False
        storage.write_saved(plan_file(), plan)
    return True
