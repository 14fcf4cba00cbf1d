"""The page of a role with its pay by setting, and in a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.lookup.changes import RoleChanges, role_changes
from libcareer.engines.lookup.role import RolePage, role_page
from libcareer.engines.pay.countries import home_id, whereabouts
from libcareer.engines.pay.local import LocalPay, local_pay
from libcareer.engines.pay.places import place
from libcareer.engines.pay.settings import SettingPay, setting_pay

if TYPE_CHECKING:
    from libcareer.catalog import Catalog
    from libcareer.engines.pay.countries import Whereabouts


class PaidRolePage(RolePage, frozen=True):
    """Everything libcareer knows about a role, with its pay by setting, *local* pay and what *changes* it."""

    by_setting: SettingPay | None = None
    local: LocalPay | None = None
    changes: RoleChanges | None = None


def paid_role_page(
    catalog: Catalog, id_: str, here: str | None = None, *, abroad: Whereabouts | None = None
) -> PaidRolePage:
    """The page of the role *id_* with its pay by setting and, if *here* is the id of a place, its pay there.

    With a place *abroad* it has what is known of that country instead.
    """
    page = role_page(catalog, id_, abroad)
    asked = place(catalog, here) if here else None
    return PaidRolePage(
        **{field: getattr(page, field) for field in page.__struct_fields__},
        by_setting=None if abroad else setting_pay(catalog, id_),
        local=local_pay(catalog, id_, asked) if asked else None,
        changes=role_changes(catalog, id_, abroad or around(catalog, here)),
    )


def around(catalog: Catalog, here: str | None) -> Whereabouts | None:
    """The country of the pack, with the region in it that the place *here* is or lies in; None if it is no record."""
    home = home_id(catalog)
    if home is None:
        return None
    asked = place(catalog, here) if here else None
    state = place(catalog, asked.states[0]) if asked and asked.states else asked
    return whereabouts(catalog, home, state.name if state else "")
