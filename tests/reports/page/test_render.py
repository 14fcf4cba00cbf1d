"""A report in five formats: no text is lost or cut off, and control characters and markup have no effect."""

# ruff: noqa: RUF001 - characters that look like others are what is tested here

from __future__ import annotations

import csv
import io
import json
import re
import sys
import unicodedata
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec import to_builtins
from rich.cells import cell_len

from libcareer.reports.page.formats import OUTPUT_SCHEMA
from libcareer.reports.page.output import write
from libcareer.reports.page.render import (
    Bars,
    Block,
    Columns,
    Facts,
    Format,
    Heading,
    Item,
    Items,
    Next,
    Para,
    Range,
    Ranges,
    Report,
    Title,
    Verbatim,
    text,
)
from libcareer.reports.page.screen import MAX_WIDTH
from libcareer.reports.page.text import clean, encodable

WIDTHS = (40, 80, 120, 200)
TEXTS = (Format.PLAIN, Format.MARKDOWN, Format.CSV)
ENCODINGS = ("ascii", "cp1252", "cp437")


def report(*blocks: Block, data: Any = None, rows: tuple[tuple[object, ...], ...] = ()) -> Report:
    return Report("roles", blocks, data or {}, ("fact",), rows)


def page(words: str) -> Report:
    """A report with *words* in every place for text."""
    item = Item(words, words, words, ((words, words), ("", words)))
    return report(
        Title(words, words),
        Para(words),
        Para(words, quiet=True),
        Para(words, strong=True),
        Heading(words),
        Facts(((words, words), (words, words))),
        Heading(words),
        Items((item, Item(body=words, facts=((words, words),)))),
        Heading(words),
        Items((Item(words, words, words, ((words, words),), mark="1"),)),
        Heading(words),
        Bars(((words, 0.5), (words, -0.25))),
        Heading(words),
        Ranges((Range(words, 1, 9, words, words, words, 5), Range(words, 2, 3, "2", "3", words)), words),
        Heading(words),
        Columns((words, words), ((words, (words, words)),)),
        Next((("libcareer roles", words),)),
        data={"says": words},
        rows=((words,), (f"{words} and more",)),
    )


@pytest.fixture
def whole() -> Report:
    """Every kind of block, each with words of its own and some longer than a narrow line."""

    def say(name: str, count: int = 14) -> str:
        return " ".join(f"{name}{number}" for number in range(count))

    blocks = (
        Title(say("title"), say("aside", 9)),
        Para(say("para", 40)),
        Para(say("quiet"), quiet=True),
        Para(say("strong"), strong=True),
        Heading(say("heading")),
        Facts(((say("label", 6), say("said", 30)), ("short", "also"))),
        Items((Item(body=say("plainitem", 20)), Item(body="lone", facts=((say("inner", 3), say("fact")),)))),
        Items(
            (
                Item(say("head", 9), say("beside", 9), say("body", 25), ((say("key", 4), say("value", 20)),)),
                Item("second", facts=(("", say("nameless", 12)),)),
                Item("third"),
            )
        ),
        Items((Item(say("step"), "here", mark="12"),)),
        Columns(
            (say("one", 4), say("two", 2)), ((say("row", 3), (say("cell", 25), say("other", 5))), ("r", ("a", "b")))
        ),
        Bars((("left", -0.5), ("right", 1.0), ("nothing", 0.0))),
        Ranges((Range(say("range", 9), 10, 30, "ten", "thirty", say("middle", 2), 20),), ""),
        Verbatim("kept   apart\n   ^ here"),
        Next((("libcareer show clerk", say("shows")),)),
    )
    words = tuple(sorted(said(blocks)))
    return report(*blocks, data={"words": words}, rows=tuple((word,) for word in words))


def said(value: Any) -> Counter[str]:
    """All text in *value*, a nested value of any type."""
    if isinstance(value, str):
        return Counter(re.findall(r"\w+", value.casefold()))
    if isinstance(value, dict):
        return sum((said(part) for key, part in value.items() if key != "type"), Counter())
    if isinstance(value, list | tuple):
        return sum(map(said, value), Counter())
    return Counter() if not hasattr(value, "__struct_fields__") else said(to_builtins(value))


def on_screen(report_: Report, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    write(report_, Format.SCREEN)
    return str(capsys.readouterr().out)


class Terminal(io.TextIOWrapper):
    """A terminal that has only the characters of one encoding."""

    def __init__(self, encoding: str) -> None:
        self.bytes = io.BytesIO()
        super().__init__(self.bytes, encoding=encoding, newline="\n", write_through=True)

    def isatty(self) -> bool:
        return True

    @property
    def said(self) -> str:
        return self.bytes.getvalue().decode(self.encoding)


# ---------------------------------------------------------------------------- nothing lost


@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_is_on_a_screen_of_any_width_and_no_line_is_longer(
    whole: Report, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = on_screen(whole, width, capsys, monkeypatch)
    assert not said(whole.blocks) - said(shown)
    assert max(map(cell_len, shown.split("\n"))) <= width
    assert "\N{HORIZONTAL ELLIPSIS}" not in shown


@pytest.mark.parametrize("format_", [Format.PLAIN, Format.MARKDOWN, Format.JSON, Format.CSV])
def test_every_word_is_in_every_format(whole: Report, format_: Format) -> None:
    words = said(whole.blocks)
    shown = said(text(whole, format_))
    assert not (words if format_ in (Format.PLAIN, Format.MARKDOWN) else Counter(dict.fromkeys(words, 1))) - shown


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("where", ["para", "facts", "columns", "item", "bare item", "title", "next"])
def test_a_word_longer_than_the_line_is_folded_and_not_cut(
    where: str, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "https://example.org/" + "".join(f"/{number:04}" for number in range(60))
    block: Block = {
        "para": Para(address),
        "facts": Facts((("at", address),)),
        "columns": Columns((address,), (("at", (address,)),)),
        "item": Items((Item("Head", facts=(("at", address),)),)),
        "bare item": Items((Item(body=address),)),
        "title": Title(address, address),
        "next": Next(((address, "what"),)),
    }[where]
    shown = on_screen(report(block), width, capsys, monkeypatch)
    assert address in re.sub(r"\s", "", shown)
    assert max(map(cell_len, shown.split("\n"))) <= width


def test_labels_are_beside_their_texts_if_there_is_room_and_above_them_if_not(
    capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = report(Facts((("pay", "twenty"),)))
    assert on_screen(facts, 60, capsys, monkeypatch).rstrip() == "pay  twenty"
    assert on_screen(facts, 59, capsys, monkeypatch) == "pay\n  twenty\n"


def test_a_label_too_long_for_its_column_is_above_its_text(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = report(Facts((("pay", "twenty"), ("posts within reach of most towns", "often"))))
    shown = on_screen(facts, 60, capsys, monkeypatch)
    assert shown == "pay  twenty\nposts within reach of most towns\n     often\n"


def test_a_fact_of_several_lines_hangs_from_its_label(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    item = Items(
        (
            Item(
                "Clerk",
                "clerk",
                facts=(("takes", "two years of evenings"), ("", "and more words than fit")),
            ),
        )
    )
    assert on_screen(report(item), 24, capsys, monkeypatch) == (
        "Clerk  clerk\n  takes: two years of\n    evenings\n  and more words than\n  fit\n"
    )


def test_a_numbered_head_hangs_from_its_number_with_its_aside_below_if_there_is_no_room(
    capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = Items((Item("Library Technical Assistant", "lta", mark="2"),))
    assert on_screen(report(item), 24, capsys, monkeypatch) == "2. Library Technical\n   Assistant\n   lta\n"
    assert on_screen(report(item), 40, capsys, monkeypatch) == "2. Library Technical Assistant  lta\n"


def test_blank_lines_separate_entries_of_several_lines_and_paragraphs(
    capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    page_ = report(
        Title("Title"),
        Para("One."),
        Para("Two."),
        Para("A note to it.", quiet=True),
        Items((Item("Head", body="Body."), Item("Head", body="Body."))),
        Para("Three."),
        Heading("Heading"),
        Items((Item(body="a"), Item(body="b"))),
    )
    assert on_screen(page_, 40, capsys, monkeypatch) == (
        "Title\n\nOne.\n\nTwo.\nA note to it.\n\nHead\n  Body.\n\nHead\n  Body.\n\nThree.\n\nHeading\n- a\n- b\n"
    )


def test_no_line_is_wider_than_the_maximum_on_a_wide_terminal(
    whole: Report, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert max(map(cell_len, on_screen(whole, 200, capsys, monkeypatch).split("\n"))) <= MAX_WIDTH


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_a_screen_ends_in_spaces(
    whole: Report, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = on_screen(whole, width, capsys, monkeypatch).split("\n")
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [1, 2, 5, 11])
def test_a_terminal_of_a_few_columns_still_gets_every_letter(
    whole: Report, width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def letters(said: str) -> str:
        return re.sub(r"\W", "", said)

    shown = on_screen(report(Title("Clerk", "clerk"), Para("Works at a desk.")), width, capsys, monkeypatch)
    assert letters(shown) == "ClerkclerkWorksatadesk"
    assert max(map(cell_len, on_screen(whole, width, capsys, monkeypatch).split("\n"))) <= width


@pytest.mark.parametrize("width", [40, 120])
def test_a_dumb_terminal_keeps_its_width_and_gets_no_escape_sequence(
    whole: Report, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal("utf-8")
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", str(width))
    write(whole)
    monkeypatch.undo()
    assert "\x1b" not in terminal.said
    assert min(width, MAX_WIDTH) - 10 < max(map(cell_len, terminal.said.split("\n"))) <= width


BOTH = Columns(("Page", "Clerk"), (("pay", ("ten", "twelve or more")), ("hours", ("few", "many"))))


def test_columns_are_side_by_side_if_each_has_room(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_screen(report(BOTH), 60, capsys, monkeypatch)
    assert [line.split() for line in shown.splitlines() if line] == [
        ["Page", "Clerk"],
        ["pay", "ten", "twelve", "or", "more"],
        ["hours", "few", "many"],
    ]
    second = zip(shown.splitlines()[::2], ("Clerk", "twelve", "many"), strict=True)
    assert len({line.index(word) for line, word in second}) == 1


def test_columns_without_room_are_below_their_label(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [line.rstrip() for line in on_screen(report(BOTH), 40, capsys, monkeypatch).splitlines()]
    assert lines[:6] == ["pay", "  Page", "    ten", "  Clerk", "    twelve or more", ""]


def test_columns_in_plain_text_are_a_line_for_each_label_and_head() -> None:
    assert text(report(BOTH), Format.PLAIN).splitlines() == [
        "pay | Page: ten",
        "pay | Clerk: twelve or more",
        "hours | Page: few",
        "hours | Clerk: many",
    ]


def test_columns_in_markdown_are_a_table_whose_cells_hold_any_text() -> None:
    spoiling = report(Columns(("a|b", "c"), (("pay", ("x | y", "*z*")),)))
    html = MarkdownIt().enable("table").render(text(spoiling, Format.MARKDOWN))
    assert html.count("<th>") == 3
    assert re.findall(r"<td>(.*?)</td>", html) == ["<strong>pay</strong>", "x | y", "*z*"]


@pytest.mark.parametrize(
    ("value", "bar"),
    [
        (1.0, "+1.00 " + "█" * 20),
        (0.5, "+0.50 " + "█" * 10),
        (-0.5, "-0.50 " + "█" * 10),
        (0.0, "+0.00 █"),
        (-0.01, "-0.01 █"),
        (3.0, "+3.00 " + "█" * 20),
    ],
)
def test_a_bar_shows_the_size_of_its_value_beside_the_number(
    value: float, bar: str, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = on_screen(report(Bars((("People", value), ("x", 1.0)))), 80, capsys, monkeypatch)
    assert shown.splitlines()[0] == f"People {bar}"


def test_a_bar_is_full_at_the_most(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_screen(report(Bars((("People", 1.0), ("x", -2.0)), most=2.0)), 80, capsys, monkeypatch)
    assert shown.splitlines() == ["People +1.00 " + "█" * 10, "x      -2.00 " + "█" * 20]


def test_bars_without_room_beside_their_labels_stand_below_them(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_screen(report(Bars((("heritage", 1.0), ("data", 0.5)))), 16, capsys, monkeypatch)
    assert shown.splitlines() == ["heritage", "+1.00 ██████████", "data", "+0.50 █████"]


@pytest.mark.parametrize("width", [20, 40, 80])
def test_bars_fit_into_the_width_beside_their_labels(width: int, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = on_screen(report(Bars((("heritage", 1.0), ("data", 0.5)))), width, capsys, monkeypatch).splitlines()
    assert len(lines) == 2
    assert lines[0].count("█") > lines[1].count("█")
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(("format_", "words"), [(Format.PLAIN, "People: +0.50"), (Format.MARKDOWN, "- People: +0.50")])
def test_a_bar_is_a_number_in_text(format_: Format, words: str) -> None:
    assert text(report(Bars((("People", 0.5),))), format_) == f"{words}\n"


def test_no_bars_give_no_lines(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    assert on_screen(report(Bars(())), 80, capsys, monkeypatch) == ""


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (Item("Clerk"), "Clerk"),
        (Item("Clerk", "clerk", mark="2"), "2. Clerk (clerk)"),
        (Item("Clerk", "clerk", "Works.", (("pay", "20"), ("", "more"))), "Clerk (clerk) | Works. | pay: 20 | more"),
        (Item(body="Works.", facts=(("source", "guide"),)), "Works. | source: guide"),
    ],
)
def test_plain_text_has_one_entry_per_line(item: Item, line: str) -> None:
    assert text(report(Items((item,))), Format.PLAIN) == f"{line}\n"


def test_verbatim_lines_keep_their_spaces(capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = Verbatim("roles/page.yaml:3:5: what\n3 |   a\tb\n  |     ^")
    expected = "roles/page.yaml:3:5: what\n3 |   a b\n  |     ^\n"
    assert text(report(lines), Format.PLAIN) == expected
    assert on_screen(report(lines), 80, capsys, monkeypatch) == expected + "\n"
    assert "    3 |   a b\n      |     ^\n" in text(report(lines), Format.MARKDOWN)


def test_verbatim_lines_are_code_in_markdown_even_at_the_beginning() -> None:
    shown = text(report(Verbatim("a_b.yaml:1:1: <b> *what*\n1 | x")), Format.MARKDOWN)
    assert [token.type for token in MarkdownIt().parse(shown)] == ["code_block"]


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{IDEOGRAPHIC SPACE}", "\N{EM SPACE}"], ids=unicodedata.name)
def test_verbatim_lines_do_not_join_words(space: str) -> None:
    assert text(report(Verbatim(f"says:{space}what")), Format.PLAIN).split() == ["says:", "what"]


# ---------------------------------------------------------------------------- nothing acts

HOSTILE = {
    "colour": "\x1b[31mred\x1b[0m",
    "C1 colour": "\x9b31mred",
    "title": "\x1b]0;owned\x07",
    "bell": "a\x07b",
    "backspace": "a\x08\x08b",
    "delete": "a\x7fb",
    "null": "a\x00b",
    "bidi override": "a\u202eb",
    "bidi isolate": "a\u2066b\u2069",
    "zero width": "a\u200bb",
    "byte order mark": "\ufeffa",
    "soft hyphen": "a\u00adb",
    "private use": "a\ue000b",
    "surrogate": "a\ud800b",
    "tag": "a\U000e0041b",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("format_", list(Format))
def test_control_characters_are_made_visible(
    words: str, format_: Format, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_one = (
        on_screen(page(words), 200, capsys, monkeypatch) if format_ is Format.SCREEN else text(page(words), format_)
    )
    shown = on_one.replace("\n", "")
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Cn")]
    if format_ is Format.JSON:
        assert json.loads(text(page(words), format_))["says"] == words
        return
    for char in words:
        visible = char if unicodedata.category(char)[0] != "C" else char.encode("unicode_escape").decode()[2:]
        assert visible.casefold() in shown.casefold()


def test_text_of_several_lines_becomes_one_line() -> None:
    assert clean("  one\n\ttwo\r\n\u2028three  ") == "one two three"


@given(words=st.text(min_size=1, max_size=12))
def test_no_text_adds_a_line_or_a_control_character(words: str) -> None:
    for format_ in TEXTS:
        shown = text(page(words), format_)
        assert shown.count("\n") == text(page("x"), format_).count("\n") or not clean(words)
        assert not [char for char in shown if char != "\n" and unicodedata.category(char)[0] == "C"]


RICH = ["[red]x[/red]", "[/]", "[bold", "[link=https://x]x[/link]", ":smile:", "\\[a]", "[@click=quit]x[/]"]


@pytest.mark.parametrize("words", RICH)
def test_rich_markup_is_shown_literally(words: str, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = on_screen(page(words), 200, capsys, monkeypatch)
    plain = on_screen(page("x" * len(words)), 200, capsys, monkeypatch)
    assert shown == plain.replace("x" * len(words), words)


IN_A_LINE = [
    "a *b* **c** _d_ __e__",
    "`code`",
    "[a](https://example.org) ![a](b)",
    "<b>bold</b> <script>alert(1)</script>",
    "&amp; & &lt;",
    "a | b | c",
    "back\\slash \\*",
    "<https://example.org>",
    "[a]: https://example.org",
    "[ ] to do",
    "> quoted",
    "* starred",
    "***",
    "| a | b |",
]
AT_THE_BEGINNING = ["# head", "## head", "- dashed", "+ plus", "1. one", "2024. year", "1) one", "---", "===", "~~~"]
"""What means something in Markdown only where a block begins."""

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def outline(markdown: str) -> list[tuple[str, list[str]]]:
    """The structure of *markdown*: its blocks and what is inside of each, without the words."""
    return [(token.type, [part.type for part in token.children or ()]) for token in MARKDOWN.parse(markdown)]


def read_back(markdown: str) -> list[str]:
    """The words of *markdown* as a reader sees them, text by text."""
    return [
        "".join(part.content for part in token.children or () if part.type in ("text", "code_inline"))
        for token in MARKDOWN.parse(markdown)
        if token.type == "inline"
    ]


@pytest.mark.parametrize(
    "words",
    [
        *IN_A_LINE,
        *(pytest.param(words) for words in AT_THE_BEGINNING),
        pytest.param("~~struck~~"),
        pytest.param("ends in #"),
    ],
)
def test_markdown_and_html_are_shown_literally(words: str) -> None:
    shown, harmless = text(page(words), Format.MARKDOWN), text(page("word"), Format.MARKDOWN)
    assert outline(shown) == outline(harmless)
    assert read_back(shown) == [line.replace("word", words) for line in read_back(harmless)]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n@x", '=HYPERLINK("https://x")'])
def test_no_cell_is_a_formula_and_none_loses_text(words: str) -> None:
    header, (first,), (second,) = csv.reader(io.StringIO(text(page(words), Format.CSV)))
    assert header == ["fact"]
    assert first == f"'{words.strip()}"
    assert second == f"'{words.strip()} and more"


@pytest.mark.parametrize("words", ["a,b", 'say "x"', "a;b", "'quoted'", "two\nlines", "", "a=b", "1-2"])
def test_a_cell_is_read_back_as_it_was(words: str) -> None:
    rows = list(csv.reader(io.StringIO(text(report(rows=((words, "end"),)), Format.CSV))))
    assert rows == [["fact"], [clean(words), "end"]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (0, "0"),
        (12, "12"),
        (-3, "-3"),
        (0.5, "0.5"),
        (-7.0, "-7.0"),
        (1 / 3, "0.333333"),
        (68000.0, "68000.0"),
        pytest.param(1234567, "1234567"),
    ],
)
def test_a_number_in_a_cell_is_a_number(value: object, cell: str) -> None:
    assert text(report(rows=((value, "end"),)), Format.CSV) == f"fact\n{cell},end\n"


# ---------------------------------------------------------------------------- encodings

TYPOGRAPHY = "é è ü ñ – — … → ‘a’ “b” · █"


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-8", "latin-1"])
@pytest.mark.parametrize("format_", [Format.PLAIN, Format.MARKDOWN, Format.JSON, Format.CSV])
def test_any_encoding_can_write_any_format(format_: Format, encoding: str) -> None:
    shown = text(page(TYPOGRAPHY), format_, encoding)
    assert shown.encode(encoding)
    assert "?" not in shown


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", "cafe naive 1-2 -> ... 'a' \"b\" * #"),
        ("cp437", "café naïve 1-2 -> ... 'a' \"b\" · █"),
        ("cp1252", "café naïve 1–2 -> … ‘a’ “b” · #"),
        ("utf-8", "café naïve 1–2 → … ‘a’ “b” · █"),
        ("no such encoding", "cafe naive 1-2 -> ... 'a' \"b\" * #"),
    ],
)
def test_characters_that_an_encoding_lacks_are_replaced_by_ascii(encoding: str, shown: str) -> None:
    assert encodable("café naïve 1–2 → … ‘a’ “b” · █", encoding) == shown


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(words=st.text(max_size=20))
def test_no_text_breaks_an_encoding(encoding: str, words: str) -> None:
    for format_ in (Format.PLAIN, Format.MARKDOWN, Format.JSON, Format.CSV):
        assert text(page(words), format_, encoding).encode(encoding)


def test_a_letter_and_its_accent_may_be_two_characters() -> None:
    assert encodable("cafe\N{COMBINING ACUTE ACCENT}", "ascii") == "cafe"


def test_a_character_without_a_replacement_is_escaped() -> None:
    assert encodable("a\N{CJK UNIFIED IDEOGRAPH-56FE}b", "ascii") == r"a\u56feb"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_screen_of_any_encoding_loses_no_word(whole: Report, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(encoding)
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    write(report(*whole.blocks, Para(TYPOGRAPHY), Items((Item(body="café – “x”"),))))
    monkeypatch.undo()
    shown = re.sub(r"\x1b\[[0-9;]*m", "", terminal.said)
    assert not said(whole.blocks) - said(shown)
    assert "?" not in shown
    assert max(map(len, shown.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("words", "another"),
    [("1½", "112"), ("2⅓", "213"), ("10²", "102"), ("£900", "?900"), ("900 €", "900 ?"), ("−5", "5")],
)
def test_a_number_in_ascii_is_not_another_number(words: str, another: str) -> None:
    assert encodable(words, "ascii") != another


@pytest.mark.parametrize("words", ["“Hello”, she said", "“x” and y", "a，b", "＝1+1", "–1+1", "＠x"])
def test_a_cell_in_ascii_is_still_one_cell_and_no_formula(words: str) -> None:
    rows = list(csv.reader(io.StringIO(text(report(rows=((words, "end"),)), Format.CSV, "ascii"))))
    assert rows[1:] in ([[encodable(words, "ascii"), "end"]], [[f"'{encodable(words, 'ascii')}", "end"]])
    assert rows[1][0][0] not in "=+-@"


@pytest.mark.parametrize("words", ["＜b＞bold＜/b＞", "＊a＊", "｀a｀", "［a］（b）"])
def test_markup_in_ascii_is_still_shown_literally(words: str) -> None:
    shown = text(page(words), Format.MARKDOWN, "ascii")
    assert outline(shown) == outline(text(page("word"), Format.MARKDOWN))


# ---------------------------------------------------------------------------- JSON and where it is written


def test_json_begins_with_schema_and_command(whole: Report) -> None:
    found = json.loads(text(whole, Format.JSON))
    assert list(found)[:2] == ["schema", "command"]
    assert (found["schema"], found["command"]) == (OUTPUT_SCHEMA, "roles")
    assert found["words"] == list(whole.data["words"])


def test_json_does_not_change_text() -> None:
    words = "\x1b[31m [red] <b> *x* =1 é"
    assert json.loads(text(page(words), Format.JSON))["says"] == words
    assert text(page(words), Format.JSON).isascii()


@pytest.mark.parametrize("format_", [Format.PLAIN, Format.MARKDOWN, Format.JSON, Format.CSV])
def test_a_text_ends_with_one_line_break(whole: Report, format_: Format) -> None:
    shown = text(whole, format_)
    assert shown.endswith("\n")
    assert not shown.endswith("\n\n")


def test_in_a_pipe_the_answer_is_plain(whole: Report, capsys: Any) -> None:
    write(whole)
    assert capsys.readouterr().out == text(whole, Format.PLAIN)


def test_on_a_terminal_the_answer_is_for_the_screen(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    words = report(Title("Clerk", "clerk"), Next((("libcareer roles", "all of them"),)))
    shown = on_screen(words, 80, capsys, monkeypatch)
    terminal = Terminal("utf-8")
    monkeypatch.setattr(sys, "stdout", terminal)
    write(words)
    monkeypatch.undo()
    assert terminal.said == shown == "Clerk\nclerk\n\nNext\n  libcareer roles\n    all of them\n"


def test_color_is_only_for_terminals_that_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = []
    for wanted in (True, False):
        terminal = Terminal("utf-8")
        monkeypatch.setattr(sys, "stdout", terminal)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        if not wanted:
            monkeypatch.setenv("NO_COLOR", "1")
        write(report(Heading("Pay")))
        shown.append(terminal.said)
    monkeypatch.undo()
    assert re.search(r"\x1b\[[0-9;]*3[0-9]", shown[0])
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", shown[1])
    assert all("Pay" in said for said in shown)


@pytest.mark.parametrize(
    "block",
    [
        Facts((("label", "said"),)),
        Items((Item("head", "aside", "said", (("label", "said"),)),)),
        Items((Item("head", "aside", "said", (("label", "said"),), mark="1"),)),
        Items((Item(body="said", facts=(("label", "said"),)),)),
    ],
)
@pytest.mark.parametrize("width", [40, 80])
def test_labels_and_asides_are_dim_and_texts_are_not(block: Block, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal("utf-8")
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.delenv("NO_COLOR", raising=False)
    write(report(block))
    monkeypatch.undo()
    styles = {"label": {"2"}, "aside": {"2"}, "head": {"1"}, "said": set()}
    for style, words in re.findall(r"(?:\x1b\[([0-9;]+)m)?([^\x1b]+)(?:\x1b\[0m)?", terminal.said):
        for word in re.findall("[a-z]+", words):
            assert set(style.split(";")) - {""} == styles[word], word


class Closed(Terminal):
    """A terminal that has been closed."""

    def write(self, words: str) -> int:
        raise BrokenPipeError


@pytest.mark.parametrize("format_", list(Format))
def test_a_closed_pipe_raises_an_error(whole: Report, format_: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Closed("utf-8"))
    with pytest.raises(BrokenPipeError):
        write(whole, format_)
