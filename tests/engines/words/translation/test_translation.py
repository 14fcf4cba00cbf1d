"""Library work in the words of other sectors: from words, from a role, and from an employer's phrase back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libcareer.engines.words.translation.employers import Way, back_translation, employers_words, way
from libcareer.engines.words.translation.roles import role_translation
from libcareer.engines.words.translation.translation import FieldWords, Verdict, translation
from libcareer.knowledge.enums import Place

if TYPE_CHECKING:
    from conftest import Changed

    from libcareer.catalog import Catalog


def ids(found: object) -> list[str]:
    return [duty.id for duty in found.duties]  # type: ignore[attr-defined]


# ---------------------------------------------------------------------------- from words


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        ("putting-back", "is the name of this duty here"),
        ("put things back", "is how people say it in libraries"),
        ("returned carts to the stacks", "is how people say it in libraries"),
        ("shelving", "is a name of the skill Shelving"),
        ("shelvinf", "is a name of the skill Shelving"),
    ],
)
def test_names_of_a_duty_and_of_its_skill_lead_to_it_with_the_reason(tiny: Catalog, asked: str, because: str) -> None:
    found = translation(tiny, asked)
    assert found.verdict is Verdict.ONE
    assert ids(found) == ["putting-back"]
    assert because in found.duties[0].because


def test_a_narrower_skill_leads_to_the_duty_of_the_broader_one(tiny: Catalog) -> None:
    assert ids(translation(tiny, "copy cataloging")) == ["describing"]


def test_a_skill_without_a_translation_gives_what_its_own_record_says(changed: Changed) -> None:
    catalog = changed({"skills/service.yaml": ("leading:\n", "leading:\n    elsewhere: commanding\n")})
    found = translation(catalog, "leading")
    assert found.verdict is Verdict.ONE
    assert found.duties == ()
    assert [(skill.id, skill.elsewhere) for skill in found.skills] == [("leading", "commanding")]


def test_a_general_skill_that_a_duty_only_shows_does_not_lead_to_it(changed: Changed) -> None:
    catalog = changed({"translations.yaml": ("skills: [shelving]", "skills: [shelving]\n  shows: [leading]")})
    assert ids(translation(catalog, "leading")) == []
    assert [skill.id for skill in translation(catalog, "shelving").duties[0].shows] == ["leading"]


def test_without_a_sector_every_sector_has_its_wording(tiny: Catalog) -> None:
    (duty,) = translation(tiny, "shelving").duties
    assert [wording.sector.id for wording in duty.wordings] == ["office", "shop"]
    assert duty.missing == ()


def test_with_a_sector_only_its_wording_is_given_whole(tiny: Catalog) -> None:
    (duty,) = translation(tiny, "shelving", "office").duties
    (wording,) = duty.wordings
    assert (wording.term, wording.also) == ("Filing", ("archive room work",))
    assert wording.blanks == ("number", "day", "share")
    assert wording.proof == "A drawer in order."
    assert [role.id for role in wording.roles] == ["clerk"]
    assert wording.caution == "It is not archiving."


def test_a_sector_where_it_would_be_a_stretch_is_named_as_missing(tiny: Catalog) -> None:
    (duty,) = translation(tiny, "cataloging", "shop").duties
    assert duty.wordings == ()
    assert [sector.id for sector in duty.missing] == ["shop"]


def test_where_a_sector_has_no_words_the_record_of_the_main_skill_speaks_and_is_named(changed: Changed) -> None:
    catalog = changed({"skills/description.yaml": ("  cataloging:\n", "  cataloging:\n    elsewhere: listing\n")})
    (skill,) = translation(catalog, "cataloging", "shop").skills
    assert (skill.id, skill.elsewhere) == ("cataloging", "listing")
    assert skill.because.startswith("No words for 'Describe things' are recorded there")
    assert translation(catalog, "cataloging", "office").skills == ()


def test_several_duties_in_one_sentence_are_told_one_by_one(tiny: Catalog) -> None:
    for asked in ("shelving, cataloging", "shelving and cataloging", "put things back; describe things"):
        found = translation(tiny, asked)
        assert (found.verdict, ids(found)) == (Verdict.ONE, ["putting-back", "describing"]), asked


def test_what_is_not_known_among_several_duties_is_named(tiny: Catalog) -> None:
    found = translation(tiny, "juggling and shelving")
    assert ids(found) == ["putting-back"]
    assert found.unplaced == ("juggling",)


def test_words_that_only_resemble_a_duty_are_offered_and_not_taken(tiny: Catalog) -> None:
    found = translation(tiny, "put heavy things on a wagon and drive back")
    assert found.verdict is Verdict.SEVERAL
    assert ids(found)[0] == "putting-back"
    assert "wagon" in found.unknown


@pytest.mark.parametrize("asked", ["juggling swords", "", "the of and", "\x1b[31m", "x" * 100_000])
def test_words_that_mean_nothing_here_are_refused(tiny: Catalog, asked: str) -> None:
    found = translation(tiny, asked)
    assert found.verdict is Verdict.NONE
    assert (found.duties, found.skills) == ((), ())


def test_an_unknown_word_beside_a_known_one_is_a_reason_to_doubt(tiny: Catalog) -> None:
    assert translation(tiny, "shelving").verdict is Verdict.ONE
    assert translation(tiny, "shelving plutonium").verdict is not Verdict.ONE


def test_the_id_of_every_duty_leads_to_it(shipped: Catalog) -> None:
    assert [id_ for id_ in shipped.translations if way(shipped, id_) is not Way.TO] == []
    for id_ in list(shipped.translations)[::10]:
        assert ids(translation(shipped, id_)) == [id_]


def test_every_phrase_of_libraries_leads_to_its_duty(shipped: Catalog) -> None:
    words = FieldWords(shipped).names
    for id_, record in shipped.translations.items():
        for phrase in (record.title, *record.phrases):
            assert id_ in words.same(phrase), phrase


# ---------------------------------------------------------------------------- from a role


def test_the_duties_of_a_role_are_translated_in_their_order_and_each_kind_once(tiny: Catalog) -> None:
    found = role_translation(tiny, "page", "office")
    assert [one.does for one in found.work] == [duty.does for duty in tiny.work["page"].duties]
    assert ids(found) == ["putting-back"]
    assert found.duties[0].because == tiny.work["page"].duties[0].does


def test_the_roles_that_the_duties_open_are_named_without_the_role_itself(tiny: Catalog) -> None:
    assert [one.id for one in role_translation(tiny, "page").opens] == ["clerk"]
    assert role_translation(tiny, "page").opens[0].through == ("Put things back",)
    assert role_translation(tiny, "editor").opens == ()


def test_a_skill_at_the_side_of_a_duty_makes_no_translation_if_the_words_disagree(changed: Changed) -> None:
    first = "- does: Does the second thing that a page does.\n    skills: [helping"
    catalog = changed({"roles/page.yaml": (first, f"{first}, cataloging")})
    assert ids(role_translation(catalog, "page")) == ["putting-back"]
    agreeing = changed({"roles/page.yaml": ("Does the second thing that a page does.", "Describes things by rule.")})
    assert ids(role_translation(agreeing, "page")) == ["putting-back", "describing"]


def test_every_role_in_libraries_has_a_duty_that_some_sector_has_words_for(shipped: Catalog) -> None:
    roles = [id_ for id_, brief in shipped.briefs.items() if brief.place is Place.INSIDE]
    assert [id_ for id_ in roles if not role_translation(shipped, id_).duties] == []


# ---------------------------------------------------------------------------- back


def test_an_employers_phrase_leads_back_to_the_duty_its_skill_and_what_shows_it(changed: Changed) -> None:
    catalog = changed({"roles/page.yaml": ("Does the third thing that a page does.", "Puts things back in order.")})
    found = back_translation(catalog, "archive room work")
    assert (found.verdict, ids(found)) == (Verdict.ONE, ["putting-back"])
    assert found.duties[0].because == "'archive room work' is what employers in offices say."
    assert [wording.sector.id for wording in found.duties[0].wordings] == ["office"]
    (shown,) = found.shown
    assert (shown.skill.id, shown.role and shown.role.id) == ("shelving", "page")
    assert shown.does == "Puts things back in order."


def test_a_phrase_of_another_sector_is_not_that_of_the_sector_asked(tiny: Catalog) -> None:
    assert ids(back_translation(tiny, "restocking", "shop")) == ["putting-back"]
    assert ids(back_translation(tiny, "restocking", "office")) == []


def test_what_a_skill_is_called_outside_libraries_leads_back_to_it(changed: Changed) -> None:
    catalog = changed({"skills/service.yaml": ("leading:\n", "leading:\n    elsewhere: troop command\n")})
    assert [skill.id for skill in back_translation(catalog, "troop command").skills] == ["leading"]


def test_a_skill_that_no_role_in_libraries_shows_is_not_said_to_be_shown(shipped: Catalog) -> None:
    found = back_translation(shipped, "medical coding")
    assert [skill.id for skill in found.skills] == ["medical-coding"]
    assert [(one.role, one.does) for one in found.shown] == [(None, None)]


@pytest.mark.parametrize("asked", ["juggling swords", "", "x" * 100_000])
def test_a_phrase_that_no_employer_here_says_is_refused(tiny: Catalog, asked: str) -> None:
    assert back_translation(tiny, asked).verdict is Verdict.NONE


def test_every_phrase_of_employers_leads_back_to_its_duty(shipped: Catalog) -> None:
    words = employers_words(shipped)
    for id_, record in shipped.translations.items():
        for sector, wording in record.sectors.items():
            for phrase in (wording.term, *wording.also):
                assert f"{id_}/{sector}" in words.same(phrase), phrase


# ---------------------------------------------------------------------------- which way


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("put things back", Way.TO),
        ("cataloging", Way.TO),
        ("archive room work", Way.FROM),
        ("restocking", Way.FROM),
        ("technician", Way.ROLE),
        ("assistant", Way.TO),  # the name of two roles
        ("juggling swords", Way.TO),
        ("", Way.TO),
    ],
)
def test_words_are_taken_for_what_they_name(tiny: Catalog, words: str, taken: Way) -> None:
    assert way(tiny, words) is taken


@pytest.mark.parametrize("phrase", ["stakeholder management", "data governance", "donor stewardship"])
def test_phrases_that_employers_use_are_recognized(shipped: Catalog, phrase: str) -> None:
    assert way(shipped, phrase) is Way.FROM
    assert back_translation(shipped, phrase).duties
