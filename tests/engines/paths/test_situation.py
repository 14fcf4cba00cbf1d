"""Where a person stands: what is presumed of somebody in a post, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcareer.engines.paths.situation import Stated, situation, usually_held
from libcareer.engines.paths.study import Studies
from libcareer.engines.paths.ways import Ways
from libcareer.knowledge.enums import Asked

if TYPE_CHECKING:
    from libcareer.catalog import Catalog


def test_a_teacher_is_presumed_to_hold_the_license_and_the_bachelors(snapshot: Catalog) -> None:
    person = situation(snapshot, Stated(posts=("elementary-teacher",)))
    assert {"bachelor", "teaching-license"} <= person.held
    assert "teaching-license" in person.presumed


def test_an_intern_is_not_presumed_to_hold_the_masters(shipped: Catalog) -> None:
    person = situation(shipped, Stated(posts=("library-intern",)))
    assert "mlis" not in person.held
    assert "bachelor" in person.held


def test_whoever_is_in_no_post_is_presumed_to_hold_nothing(snapshot: Catalog) -> None:
    person = situation(snapshot, Stated(held=("mlis",)))
    assert person.presumed == ()
    assert person.post is None


def test_what_is_stated_is_not_presumed(snapshot: Catalog) -> None:
    person = situation(snapshot, Stated(posts=("elementary-teacher",), held=("bachelor", "teaching-license")))
    assert person.presumed == ()


def test_what_the_person_lacks_is_not_presumed_nor_anything_that_is_built_on_it(snapshot: Catalog) -> None:
    teacher = Stated(posts=("elementary-teacher",))
    without = situation(snapshot, Stated(posts=teacher.posts, lacking=("teaching-license",)))
    assert "teaching-license" not in without.held
    assert "bachelor" in without.held
    neither = situation(snapshot, Stated(posts=teacher.posts, lacking=("bachelor",)))
    assert neither.held.isdisjoint({"bachelor", "teaching-license"})


def test_what_a_credential_usually_stands_for_is_not_held_by_somebody_who_says_so(snapshot: Catalog) -> None:
    person = situation(snapshot, Stated(held=("mlis",), lacking=("lta-certificate",)))
    assert "mlis" in person.held
    assert "lta-certificate" not in person.held


def test_nothing_is_presumed_above_the_education_that_the_person_names(snapshot: Catalog) -> None:
    rank = snapshot.education["bachelor"].rank
    person = situation(snapshot, Stated(posts=("public-librarian",), held=("bachelor",), rank=rank))
    assert "mlis" not in person.held
    assert "mlis" in situation(snapshot, Stated(posts=("public-librarian",))).held


def test_nothing_is_presumed_of_somebody_who_holds_nothing(snapshot: Catalog) -> None:
    assert situation(snapshot, Stated(posts=("elementary-teacher",), presume=False)).held == frozenset()


def test_earlier_posts_count_for_what_is_held_and_practiced(shipped: Catalog) -> None:
    person = situation(shipped, Stated(posts=("library-page", "elementary-teacher")))
    assert person.post == "library-page"
    assert "teaching-license" in person.held
    for post in ("library-page", "elementary-teacher"):
        assert person.practiced.issuperset(shipped.briefs[post].skills.essential)


def test_skills_used_elsewhere_are_practice(tiny: Catalog) -> None:
    assert situation(tiny, Stated(skills=("editing",))).practiced == {"editing"}


def test_practice_that_a_way_in_asks_for_is_counted_where_the_post_gives_it(tiny: Catalog) -> None:
    def months(stated: Stated) -> tuple[float, float]:
        return Ways(tiny, situation(tiny, stated)).to("editor")[0].months

    held = ("bachelor",)
    assert months(Stated(held=held)) == (3, 9)
    assert months(Stated(held=held, skills=("editing",))) == (0, 0)
    assert months(Stated(held=held, skills=("shelving",))) == (3, 9)


def test_what_only_custom_asks_for_is_never_presumed(shipped: Catalog) -> None:
    studies = Studies(shipped)
    for post, card in shipped.briefs.items():
        needs = [*(card.entry.needs if card.entry else ()), *card.credentials]
        custom = {need.credential for need in needs if need.asked is Asked.HABIT}
        asked = {need.credential for need in needs if need.asked is not Asked.HABIT}
        holds = set(shipped.education[card.education.typical].holds)
        assert custom.isdisjoint(set(usually_held(shipped, post, studies)) - asked - holds)


def test_nobody_studies_on_any_way_what_their_post_asks_for_or_they_are_presumed_to_hold(
    shipped: Catalog, full: bool
) -> None:
    studies = Studies(shipped)
    goals = list(shipped.briefs)[:: 1 if full else 11]
    for post, card in shipped.briefs.items():
        ways = Ways(shipped, situation(shipped, Stated(posts=(post,)), studies), studies)
        asked = studies.asked(card.entry.needs) if card.entry else ()
        assert ways.person.held.issuperset(asked)
        for goal in goals:
            for way in ways.to(goal):
                assert ways.person.held.isdisjoint(way.study)
