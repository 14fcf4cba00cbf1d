"""Inquiries about roles: a list of them, and all of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import inside_or_beyond, named_role, resolve
from libcareer.inquiries.places import told_in_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.choices import Section
    from libcareer.engines.lookup.paid_role import PaidRolePage
    from libcareer.engines.lookup.roles import RoleList
    from libcareer.engines.pay.countries import Whereabouts
    from libcareer.inquiries.inquirer import Inquirer


def roles_answer(
    inquirer: Inquirer,
    *,
    skills: Sequence[str] = (),
    setting: str | None = None,
    cluster: str | None = None,
    education: str | None = None,
    beyond: bool = False,
    inside: bool = False,
    no_masters: bool = False,
    no_degree: bool = False,
    part_time: bool = False,
    remote: bool = False,
    where: str | None = None,
) -> Answer[RoleList]:
    """The roles that pass every filter, by names of skills, a setting, a cluster, a level of education and a place."""
    from libcareer.engines.lookup.roles import RoleFilters, roles
    from libcareer.reports.roles import roles_report

    catalog = inquirer.catalog
    place = inside_or_beyond(inside=inside, beyond=beyond)
    filters = RoleFilters(
        skills=tuple(dict.fromkeys(resolve(inquirer, catalog.skill_names, word) for word in skills)),
        setting=resolve(inquirer, catalog.setting_names, setting, every=True) if setting else None,
        cluster=resolve(inquirer, catalog.cluster_names, cluster, every=True) if cluster else None,
        education=resolve(inquirer, catalog.education_names, education, every=True) if education else None,
        place=place,
        no_masters=no_masters,
        no_degree=no_degree,
        part_time=part_time,
        remote=remote,
    )

    def answer(here: str | None) -> Answer[RoleList]:
        found = roles(catalog, filters, here)
        return Answer(found, roles_report(found, here))

    return told_in_place(inquirer, where, answer)


def role_answer(
    inquirer: Inquirer,
    name: Sequence[str],
    *,
    sections: Sequence[Section] = (),
    sources: bool = False,
    where: str | None = None,
) -> Answer[PaidRolePage]:
    """All of the role that the words of *name* name: the whole page, some *sections* of it, or its *sources*."""
    from libcareer.engines.lookup.paid_role import paid_role_page
    from libcareer.reports.role import role_report, role_sources_report

    catalog = inquirer.catalog
    id_ = named_role(inquirer, name)

    def written(page: PaidRolePage) -> Answer[PaidRolePage]:
        return Answer(page, role_sources_report(page) if sources else role_report(page, sections))

    def abroad(country: Whereabouts) -> Answer[PaidRolePage]:
        return written(paid_role_page(catalog, id_, abroad=country))

    return told_in_place(inquirer, where, lambda here: written(paid_role_page(catalog, id_, here)), abroad)
