"""Pay by setting: what each industry pays in which the posts of a role are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.pay.figures import pay
from libcareer.engines.pay.settings import setting_pay

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def test_a_technician_is_paid_differently_by_towns_schools_and_colleges(snapshot: Catalog) -> None:
    found = setting_pay(snapshot, "library-technician")
    assert found
    told = {one.called: one.shown.median for one in found.industries}
    assert (told["local government"], told["schools"], told["colleges"]) == (19.36, 21.92, 23.23)
    assert found.own is None
    assert found.occupation.median == 21.43


def test_a_role_in_one_setting_has_the_figure_of_its_industry_and_both_are_named(snapshot: Catalog) -> None:
    found = setting_pay(snapshot, "school-librarian")
    assert found
    assert found.own
    assert (found.own.code, found.own.industry) == ("611100", "Elementary and Secondary Schools")
    assert found.own.figure.year.median != found.occupation.median
    assert found.occupation.covers == "Librarians and Media Collections Specialists"


def test_every_industry_of_every_role_is_one_of_its_settings_and_has_a_median(shipped: Catalog) -> None:
    for role in shipped.roles:
        found = setting_pay(shipped, role)
        if found is None:
            figure = pay(shipped, role)
            assert figure
            assert figure.proxy, role
            continue
        codes = [one.code for one in found.industries]
        assert len(codes) == len(set(codes))
        for one in found.industries:
            assert set(one.settings) <= set(shipped.roles[role].settings)
            assert all(one.code in shipped.settings[setting].industries for setting in one.settings)
            assert one.shown.median is not None
        if found.own:
            assert (found.own,) == found.industries


def test_knowledge_without_pay_tables_has_no_pay_by_setting(tiny: Catalog) -> None:
    assert setting_pay(tiny, "librarian") is None
