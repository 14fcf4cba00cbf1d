"""What stands in for a vocabulary, or for a part of it, that a pack does not have."""

from __future__ import annotations

from pathlib import Path

from libcareer.knowledge.reading import read_folder
from libcareer.knowledge.vocabularies import vocabulary_of
from libcareer.knowledge.wordings import pattern

TINY = Path(__file__).parents[1] / "tiny"


def test_a_vocabulary_is_taken_as_it_is() -> None:
    knowledge, _ = read_folder(TINY)
    assert vocabulary_of(knowledge) == knowledge.records("vocabulary")["vocabulary"]


def test_without_one_the_field_is_known_by_the_parts_of_words_in_the_profession_file(data: Path) -> None:
    (data / "vocabulary.yaml").unlink()
    found = vocabulary_of(read_folder(data)[0])
    assert found.questions.shared == ("librar*", "archiv*")
    assert pattern(found.advertisements.field).search("a great Library")


def test_without_one_advertisements_ask_for_levels_of_education_by_their_titles_the_highest_first(data: Path) -> None:
    (data / "vocabulary.yaml").unlink()
    found = vocabulary_of(read_folder(data)[0]).advertisements.demands
    assert [one.education for one in found] == ["mlis", "bachelor", "certificate", "secondary"]
    assert pattern(found[1].said).search("Bachelor's degree required")


def test_a_title_with_marks_of_a_phrase_is_still_a_phrase(data: Path) -> None:
    (data / "vocabulary.yaml").unlink()
    (data / "education.yaml").write_text("odd: {title: BTEC (or the like) / HND*, rank: 1}", encoding="utf-8")
    (said,) = (one.said for one in vocabulary_of(read_folder(data)[0]).advertisements.demands)
    assert pattern(said)


def test_a_pack_without_either_file_has_an_empty_vocabulary_but_for_the_titles(data: Path) -> None:
    (data / "vocabulary.yaml").unlink()
    (data / "pack.yaml").unlink()
    found = vocabulary_of(read_folder(data)[0])
    assert found.advertisements.field == found.questions.shared == ()
    assert found.advertisements.demands
