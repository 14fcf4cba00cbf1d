"""The words of texts: a pack says whose English it writes, and the check finds what is written otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from libcareer.knowledge.checks import check
from libcareer.knowledge.checks.writing import places
from libcareer.knowledge.enums import English
from libcareer.knowledge.model.pack import Writing
from libcareer.knowledge.variants import rather

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "museum-education"

AMERICAN = Writing(english=English.US, rather={"advert": "ad", "CV": "resume", "mobile phone": "cell phone"})


def instead(text: str, writing: Writing = AMERICAN) -> list[tuple[str, str]]:
    """The words of *text* that are written otherwise, each with the word in its place."""
    return [(text[place.start : place.end], place.instead) for place in places(text, writing)]


def writes(folder: Path, writing: str) -> None:
    """Let the pack in *folder* say how it writes."""
    pack = folder / "pack.yaml"
    pack.write_text(f"{pack.read_text(encoding='utf-8')}\nwriting: {writing}\n", encoding="utf-8")


def problems(folder: Path) -> list[str]:
    """Where a word is written otherwise, and what is said of it."""
    heads = [str(problem).splitlines()[0] for problem in check([folder]).problems]
    return [head for head in heads if "this pack" in head]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("colour", "color"),
        ("neighbours", "neighbors"),
        ("organise", "organize"),
        ("digitisation", "digitization"),
        ("reorganising", "reorganizing"),
        ("analysed", "analyzed"),
        ("licence", "license"),
        ("centre", "center"),
        ("programmes", "programs"),
        ("enrol", "enroll"),
        ("cataloguing", "cataloging"),
        ("labelled", "labeled"),
        ("Judgement", "Judgment"),
    ],
)
def test_a_british_word_is_told_with_the_american_one(british: str, american: str) -> None:
    assert rather(british, English.US) == american


@pytest.mark.parametrize(
    "words",
    [
        "advise advertising arise comprise compromise exercise expertise franchise improvise likewise otherwise",
        "precise premises promise raise fundraiser appraisal revise supervise surprise televised wise clockwise liaise",
        "unsurprising unsupervised reappraise disguise enterprise treatise merchandise paradise noise praise cruise",
        "program programming programmer enrolled enrolling fulfilled controlled spelling excellent advertisement",
        "practice laboratory laborious honorary coloration analyses thesis basis crisis license organization",
    ],
)
def test_a_word_that_both_countries_spell_so_passes(words: str) -> None:
    assert [(word, rather(word, English.US)) for word in words.split() if rather(word, English.US)] == []


def test_a_british_pack_finds_american_spelling_and_takes_both_endings_of_verbs() -> None:
    british = Writing(english=English.UK, rather={"resume": "CV"})
    assert instead("Send a resume to the center and enroll.", british) == [
        ("resume", "CV"),
        ("center", "centre"),
        ("enroll", "enrol"),
    ]
    assert instead("Organize or organise the programme, and check the program.", british) == []


def test_a_pack_names_words_that_it_does_not_use() -> None:
    said = instead("Adverts differ. Advert and CV in hand, she rang from a mobile phone.")
    assert said == [("Advert", "ad"), ("CV", "resume"), ("mobile phone", "cell phone")]


@pytest.mark.parametrize(
    "text",
    [
        "She works at the British Library's Centre for Conservation.",
        'The posting says "apply to the centre with a CV".',
        "The page calls it \u201ca programme of colour\u201d.",
        "Write to jobs@centre.org or see https://example.org/programme/enrol today.",
        "Type `libcareer roles --colour grey` first.",
        "colour-of-books",
    ],
)
def test_names_quotations_and_addresses_are_left_alone(text: str) -> None:
    assert instead(text) == []


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert instead("Colours fade. Centres close! Organise. (Labelled boxes help.)") == [
        ("Colours", "Colors"),
        ("Centres", "Centers"),
        ("Organise", "Organize"),
        ("Labelled", "Labeled"),
    ]


def test_the_check_gives_each_place_with_its_line_and_column_and_the_right_word(data: Path) -> None:
    writes(data, "{english: US, rather: {advert: ad}}")
    assert problems(data) == []
    role = data / "roles" / "page.yaml"
    text = role.read_text(encoding="utf-8")
    start = text.index("summary:")
    end = text.index("\n", start)
    role.write_text(
        f"{text[:start]}summary: >-\n  Sorts the colours of the\n  advert, and every colour again.{text[end:]}",
        encoding="utf-8",
    )
    line = text[:start].count("\n") + 2
    assert problems(data) == [
        f"roles/page.yaml:{line}:13: 'colours' is not US English: this pack writes 'colors'.",
        f"roles/page.yaml:{line + 1}:3: 'advert' is no word of this pack: it writes 'ad'.",
        f"roles/page.yaml:{line + 1}:21: 'colour' is not US English: this pack writes 'color'.",
    ]


def test_what_others_named_or_type_is_left_alone(data: Path) -> None:
    writes(data, "{english: US}")
    sources = data / "sources.yaml"
    with sources.open("a", encoding="utf-8") as file:
        file.write("\nlabour:\n  publisher: Office for labour\n  title: Licences and programmes\n  read: 2026\n")
    role = data / "roles" / "page.yaml"
    text = role.read_text(encoding="utf-8")
    start, end = text.index("aliases:"), text.index("cluster:")
    role.write_text(f"{text[:start]}aliases: [centre page, colour shelver]\n{text[end:]}", encoding="utf-8")
    assert problems(data) == []


def test_a_record_about_another_country_keeps_its_words(data: Path) -> None:
    writes(data, "{english: US}")
    source = "\nthere:\n  publisher: Somebody\n  title: A page\n  read: 2026\n  note: About a licence.\n"
    with (data / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(source)
    assert len(problems(data)) == 1
    with (data / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write("  jurisdiction: UK\n")
    assert problems(data) == []


def test_a_pack_that_does_not_say_how_it_writes_is_not_asked(data: Path) -> None:
    role = data / "roles" / "page.yaml"
    role.write_text(role.read_text(encoding="utf-8").replace("summary: ", "summary: Colour. ", 1), encoding="utf-8")
    assert problems(data) == []


def test_the_example_of_another_country_writes_its_own_english(tmp_path: Path) -> None:
    assert problems(EXAMPLE) == []
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLE.rglob("*.yaml"))]
    assert any("centre" in text for text in texts)


def test_the_knowledge_that_ships_is_written_in_american_english() -> None:
    found = check()
    assert [str(problem) for problem in found.problems if "this pack" in problem.message] == []
