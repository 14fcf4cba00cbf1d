"""The page of a role: every id resolved, moves in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.choices import Section
from libcareer.engines.lookup.role import CONDITION_NAMES, Requirement, role_page
from libcareer.engines.references import Named, pointer
from libcareer.knowledge.enums import Asked, Status

if TYPE_CHECKING:
    from conftest import Changed

    from libcareer.catalog import Catalog


def test_a_role_page_has_titles_where_the_record_has_ids(tiny: Catalog) -> None:
    found = role_page(tiny, "technician")
    assert (found.id, found.title, found.cluster, found.place) == (
        "technician",
        "Technician",
        "Support staff",
        "inside",
    )
    assert found.settings == ("Public libraries", "Colleges")
    assert found.essential == (Named("copy-cataloging", "Copy cataloging"), Named("helping", "Helping readers"))
    assert found.useful == (Named("shelving", "Shelving"),)
    assert found.duties[0].does == "Does the first thing that a technician does."
    assert found.duties[0].skills == (Named("copy-cataloging", "Copy cataloging"),)
    assert [near.role.title for near in found.related] == ["Page", "Librarian"]
    assert [(source.id, source.published) for source in found.sources] == [("survey", "May 2025"), ("guide", "2024")]
    assert found.counted_in == ("Library Technicians (25-4031.00): Covers more than a technician.",)


def test_conditions_are_named_in_words_with_how_common_each_is(tiny: Catalog) -> None:
    found = role_page(tiny, "editor")
    assert list(found.conditions) == list(CONDITION_NAMES.values())
    assert found.conditions["remote work"] == "often"
    assert found.conditions_note == "Hours of a editor."


def test_education_says_who_asks_for_it(tiny: Catalog) -> None:
    assert role_page(tiny, "librarian").education == Requirement("library master's", Asked.EMPLOYERS, "mlis")


def test_a_role_page_has_the_figures_of_its_occupation(tiny: Catalog) -> None:
    found = role_page(tiny, "page")
    assert found.pay is not None
    assert found.outlook is not None
    assert (found.pay.median, found.outlook.change) == (20, -7)
    assert role_page(tiny, "editor").outlook is None


def test_the_way_in_names_credentials_by_title_and_other_needs_in_words(tiny: Catalog) -> None:
    entry = role_page(tiny, "editor").entry
    assert entry is not None
    assert [(need.what, need.id) for need in entry.needs] == [
        ("Bachelor's degree", "bachelor"),
        ("three edited texts", None),
    ]


def test_a_role_without_a_way_in_from_outside_has_no_entry(tiny: Catalog) -> None:
    assert role_page(tiny, "director").entry is None


def test_moves_are_listed_at_both_ends(tiny: Catalog) -> None:
    out = {(door.role.id, door.kind, door.years) for door in role_page(tiny, "librarian").moves}
    assert out == {("director", "up", (4, 6)), ("editor", "sideways", (1, 2))}
    into = [(door.role.id, door.why) for door in role_page(tiny, "editor").moves_in]
    assert sorted(into) == [("clerk", "Why one goes to editor."), ("librarian", "Why one goes to editor.")]


def test_every_move_is_on_the_pages_of_both_its_roles(tiny: Catalog) -> None:
    profiles = {id_: role_page(tiny, id_) for id_ in tiny.briefs}
    out = {(id_, door.role.id, door.kind, door.how) for id_, one in profiles.items() for door in one.moves}
    into = {(door.role.id, id_, door.kind, door.how) for id_, one in profiles.items() for door in one.moves_in}
    assert out == into
    assert len(out) == 6


def test_credentials_that_a_role_wants_name_who_asks(changed: Changed) -> None:
    catalog = changed({"roles/page.yaml": ("entry:", "credentials: [{credential: badge, asked: habit}]\nentry:")})
    assert role_page(catalog, "page").credentials == (Requirement("Badge", Asked.HABIT, "badge"),)


def test_interests_come_from_the_first_occupation_that_is_rated(changed: Changed) -> None:
    rated = "  interests: {R: 1, I: 3, A: 5.5, S: 2.5, E: 4, C: 4.5}\n"
    unrated = changed({"occupations.yaml": (rated, "")})
    assert role_page(unrated, "editor").interests == {}
    second = changed(
        {"roles/editor.yaml": ("interests: null", '  - {code: "25-4022.00", note: Also these.}\ninterests: null')}
    )
    assert role_page(second, "editor").interests == {"R": 2, "I": 4, "A": 3, "S": 4, "E": 3, "C": 6}


def test_an_adjustment_of_the_rated_interests_has_a_reason(changed: Changed, tiny: Catalog) -> None:
    assert role_page(tiny, "page").interests_note is None
    catalog = changed({"roles/page.yaml": ("interests: null", "interests: {why: They walk., by: {R: 1}}")})
    assert role_page(catalog, "page").interests_note == "They walk."


def test_a_source_cited_by_a_remark_is_among_the_sources_once(changed: Changed) -> None:
    catalog = changed(
        {
            "roles/page.yaml": (
                "  - says: One thing liked in page work.\n",
                "  - {says: One thing liked in page work., source: guide}\n"
                "  - {says: A third thing, source: editorial}\n",
            )
        },
    )
    assert [source.id for source in role_page(catalog, "page").sources] == ["survey", "guide", "editorial"]


def test_the_documents_that_name_a_role_are_listed_by_title(changed: Changed) -> None:
    catalog = changed({"roles/page.yaml": ("interests: null", "named_in: [guide]")})
    assert role_page(catalog, "page").named_in == ("Guide to the field",)


def test_a_resource_has_its_status(tiny: Catalog) -> None:
    (guild,) = role_page(tiny, "page").resources
    assert (guild.title, guild.kind, guild.status, guild.overdue, guild.seen, guild.url) == (
        "Guild of Tests",
        "association",
        Status.ACTIVE,
        False,
        2024,
        "https://example.org/guild",
    )
    assert guild.instead == ()


def test_a_resource_that_is_gone_names_its_successor_by_title(tiny: Catalog) -> None:
    old = pointer(tiny, "old-guild")
    assert (old.status, old.instead) == (Status.MERGED, (Named("guild", "Guild of Tests"),))


@pytest.mark.parametrize("part", ["duties", "essential", "likes", "doubts", "related", "sources", "counted_in"])
def test_no_required_part_of_a_shipped_role_page_is_empty(shipped: Catalog, part: str) -> None:
    assert [id_ for id_ in shipped.briefs if not getattr(role_page(shipped, id_), part)] == []


def test_the_sections_go_from_the_work_to_the_sources() -> None:
    assert [section.value for section in Section] == [
        "summary", "work", "day", "skills", "conditions", "pay", "entry", "likes", "doubts", "changes", "try", "moves",
        "related", "resources", "sources",
    ]  # fmt: skip
