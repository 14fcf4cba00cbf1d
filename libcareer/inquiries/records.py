"""Inquiries about skills, credentials, resources and fields: lists of them, and one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.inquiries.inquirer import Answer
from libcareer.inquiries.names import country_of, named, named_or_within, resolve, role_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from libcareer.engines.lookup.credentials import CredentialList, CredentialPage
    from libcareer.engines.lookup.fields import FieldList, FieldPage
    from libcareer.engines.lookup.occupations import OccupationList
    from libcareer.engines.lookup.resources import Corrections, ResourceList
    from libcareer.engines.lookup.skills import SkillPage, Vocabulary
    from libcareer.inquiries.inquirer import Inquirer
    from libcareer.knowledge.enums import ResourceKind, Status


def skills_answer(inquirer: Inquirer, *, group: str | None = None) -> Answer[Vocabulary]:
    """All skills by group, or those of the *group* of this name."""
    from libcareer.engines.lookup.skills import vocabulary
    from libcareer.reports.records import vocabulary_report

    catalog = inquirer.catalog
    found = vocabulary(catalog, resolve(inquirer, catalog.group_names, group, every=True) if group else None)
    return Answer(found, vocabulary_report(found))


def skill_answer(inquirer: Inquirer, name: Sequence[str]) -> Answer[SkillPage]:
    """The skill that the words of *name* name."""
    from libcareer.engines.lookup.skills import skill_page
    from libcareer.reports.records import skill_report

    found = skill_page(inquirer.catalog, named(inquirer, inquirer.catalog.skill_names, name))
    return Answer(found, skill_report(found))


def occupations_answer(inquirer: Inquirer, words: str = "") -> Answer[OccupationList]:
    """The statistical occupations that *words* find: words of a title or of a role counted in it, or a code."""
    from libcareer.engines.lookup.occupations import occupations
    from libcareer.reports.occupations import occupations_report

    found = occupations(inquirer.catalog, words)
    return Answer(found, occupations_report(found))


def credentials_answer(
    inquirer: Inquirer, *, low_cost: bool = False, no_degree: bool = False, where: str | None = None
) -> Answer[CredentialList]:
    """Degrees, licenses and certificates; those of the country *where* first."""
    from libcareer.engines.lookup.credentials import credentials
    from libcareer.reports.records import credentials_report

    country = country_of(inquirer, where) if where else None
    found = credentials(inquirer.catalog, low_cost=low_cost, no_degree=no_degree, where=country)
    return Answer(found, credentials_report(found))


def credential_answer(inquirer: Inquirer, name: Sequence[str]) -> Answer[CredentialPage]:
    """The credential that the words of *name* name."""
    from libcareer.engines.lookup.credentials import credential_page
    from libcareer.reports.records import credential_report

    found = credential_page(inquirer.catalog, named(inquirer, inquirer.catalog.credential_names, name))
    return Answer(found, credential_report(found))


def resources_answer(
    inquirer: Inquirer,
    name: Sequence[str] = (),
    *,
    role: str | None = None,
    kind: ResourceKind | None = None,
    status: Status | None = None,
) -> Answer[ResourceList]:
    """Resources that pass every filter: all, or those that the words of *name* name or are words of."""
    from libcareer.engines.lookup.resources import ResourceFilters, resources
    from libcareer.reports.records import resources_report

    ids = named_or_within(inquirer, inquirer.catalog.resource_names, name)
    filters = ResourceFilters(ids, role_id(inquirer, role) if role else None, kind, status)
    found = resources(inquirer.catalog, filters)
    return Answer(found, resources_report(found))


def corrections_answer(inquirer: Inquirer) -> Answer[Corrections]:
    """What older guides say that is no longer true."""
    from libcareer.engines.lookup.resources import corrections
    from libcareer.reports.records import corrections_report

    found = corrections(inquirer.catalog)
    return Answer(found, corrections_report(found))


def fields_answer(inquirer: Inquirer) -> Answer[FieldList]:
    """Fields and networks."""
    from libcareer.engines.lookup.fields import fields
    from libcareer.reports.records import fields_report

    found = fields(inquirer.catalog)
    return Answer(found, fields_report(found))


def field_answer(inquirer: Inquirer, name: Sequence[str]) -> Answer[FieldPage]:
    """The field or network that the words of *name* name."""
    from libcareer.engines.lookup.fields import field_page
    from libcareer.reports.records import field_report

    found = field_page(inquirer.catalog, named(inquirer, inquirer.catalog.field_names, name))
    return Answer(found, field_report(found))
