"""A page as HTML: one file with everything in it, in which text is only text and every mention leads somewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from libcareer.commands.pages import page
from libcareer.knowledge.packs import writing_about
from libcareer.reports.page.blocks import (
    Bars,
    Block,
    Columns,
    Facts,
    Item,
    Items,
    Link,
    Map,
    Next,
    Para,
    Period,
    Range,
    Ranges,
    Room,
    Spot,
    Timeline,
    Title,
    Verbatim,
    Way,
)
from libcareer.reports.page.formats import Format
from libcareer.reports.page.html.document import document
from libcareer.reports.page.html.drawings import WIDTH, Box, Framed, Label, profile, ranges_drawing, timeline_drawing
from libcareer.reports.page.html.map_drawing import map_drawing
from libcareer.reports.page.render import Report, text

if TYPE_CHECKING:
    from libcareer.catalog import Catalog

VOID = {"meta", "link", "hr", "input", "rect", "path"}
"""Elements without an end."""

ADDRESSES = [
    "show archivist",
    "show library-technician",
    "roles",
    "path archivist --from library-technician",
    "compare archivist library-technician",
    "skills cataloging",
    "credentials mlis",
    "worth archivist --from library-technician --have bachelor",
    "planb archivist --from library-technician --no-masters",
    "related library-technician",
    "map library-technician",
    "tracks --from library-technician",
]
"""Pages of the frozen knowledge, of every kind of block."""


class Elements(HTMLParser):
    """The elements of a document; fails if one does not end where it should."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.all: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []
        self.hidden = 0
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "svg", "title", "footer"} & set(self.open):
            self.said.append(data)

    def values(self, attribute: str) -> list[str]:
        return [attrs[attribute] for _, attrs in self.all if attribute in attrs]


def _shown(catalog: Catalog, at: str) -> Report:
    with writing_about(catalog.pack):
        return page(catalog, f"{at} --anyone" if at.partition(" ")[0] not in ("skills", "credentials") else at)


@pytest.mark.parametrize("at", ADDRESSES)
def test_every_link_of_a_page_leads_to_a_place_of_it_or_to_the_address_of_a_source(snapshot: Catalog, at: str) -> None:
    elements = Elements(document(_shown(snapshot, at).blocks))
    places = elements.values("id")
    assert len(places) == len(set(places))
    for target in elements.values("href"):
        assert target.removeprefix("#") in places or target.startswith(("https://", "http://"))


@pytest.mark.parametrize("at", ADDRESSES)
def test_a_page_loads_nothing(snapshot: Catalog, at: str) -> None:
    html = document(_shown(snapshot, at).blocks)
    elements = Elements(html)
    assert not elements.values("src")
    assert not {tag for tag, _ in elements.all} & {"script", "link", "img", "iframe", "object", "use"}
    assert not re.search(r"url\(|@import", html)


@pytest.mark.parametrize("at", ADDRESSES)
def test_a_page_has_the_figures_of_every_other_format(snapshot: Catalog, at: str) -> None:
    report = _shown(snapshot, at)
    html = document(report.blocks)
    # What a page adds: the entries of what it mentions, and the addresses and citations of its sources.
    body = re.sub(r'<section id="(mentioned|cited)".*?</section>', "", html, flags=re.DOTALL)
    said = _figures(" ".join(Elements(body).said))
    for format_ in (Format.PLAIN, Format.MARKDOWN):
        assert said == _figures(text(report, format_).replace("\\", "")), format_


@pytest.mark.parametrize("at", ADDRESSES)
def test_every_amount_on_a_page_is_in_its_json(snapshot: Catalog, at: str) -> None:
    report = _shown(snapshot, at)
    known = {float(figure) for figure in re.findall(r"\d+(?:\.\d+)?", text(report, Format.JSON).replace(",", ""))}
    for amount in re.findall(r"\$([\d,]+(?:\.\d+)?)", text(report, Format.PLAIN)):
        value = float(amount.replace(",", ""))
        # A yearly amount may be that of an hour, if full time, and amounts of a way are rounded to the dollar.
        assert any(abs(value - each) < 1 or abs(value - each * 2080) < 6 for each in known), amount


def _figures(words: str) -> set[str]:
    return {figure.strip(".,") for figure in re.findall(r"\d[\d,.]*", words)}


HOSTILE = "<script>alert(1)</script>\"' onload=x &amp; \x1b[31m\u202e `code` <!-- ]]>"


@pytest.mark.parametrize(
    "block",
    [
        Title(HOSTILE, HOSTILE, (Link(HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)"),)),
        Para(HOSTILE),
        Facts(((HOSTILE, HOSTILE),)),
        Columns((HOSTILE,), ((HOSTILE, (HOSTILE,)),)),
        Items((Item(HOSTILE, HOSTILE, HOSTILE, ((HOSTILE, HOSTILE),), HOSTILE, HOSTILE),)),
        Bars(((HOSTILE, 0.5),)),
        Ranges((Range(HOSTILE, 1, 3, HOSTILE, HOSTILE, HOSTILE, 2),), HOSTILE),
        Timeline((Period(HOSTILE, 0, 1, HOSTILE, HOSTILE),)),
        Map((Spot("a", HOSTILE, 0, (HOSTILE,), "edge", HOSTILE, HOSTILE),), (), (HOSTILE,)),
        Next(((f"libcareer {HOSTILE}", HOSTILE),)),
        Verbatim(HOSTILE),
    ],
    ids=lambda block: type(block).__name__,
)
def test_hostile_text_is_only_text(block: Block) -> None:
    html = document((block,))
    elements = Elements(html)
    assert not {tag for tag, _ in elements.all} & {"script", "img", "b"}
    assert not [name for _, attrs in elements.all for name in attrs if name.startswith("on")]
    assert not [target for target in elements.values("href") if not target.startswith("#")]
    assert not {"\x1b", "\u202e"} & set(html)
    assert "&lt;script&gt;" in html


def test_a_mention_leads_to_the_command_that_shows_it_where_there_is_no_page() -> None:
    html = document((Para("A clerk files.", links=(Link("clerk", "show clerk"),)),))
    assert '<a href="#show-clerk">clerk</a>' in html
    assert '<li id="show-clerk">clerk: <code>libcareer show clerk</code></li>' in html


def test_a_source_ends_the_page_with_its_whole_citation_and_its_address() -> None:
    link = Link("The Bureau", "sources survey", "The Bureau, Survey (2025)", "https://example.org/survey")
    html = document((Para("It pays 9, says The Bureau.", links=(link,)),))
    assert '<a href="#sources-survey">The Bureau</a>' in html
    entry = html[html.index('<li id="sources-survey">') :]
    assert entry.index("The Bureau, Survey (2025)") < entry.index('href="https://example.org/survey"')


def test_a_step_to_tick_has_a_box() -> None:
    html = document((Items((Item("Study", mark="[ ] 1"), Item("Work", mark="[x] 2"))),))
    assert html.index('aria-label="to do"') < html.index("Study") < html.index('aria-label="done"') < html.index("Work")


def test_room_to_write_is_as_many_lines_as_asked() -> None:
    assert document((Room(3),)).count("<hr>") == 3


def test_html_is_ascii_where_the_output_lacks_utf_8() -> None:
    report = Report("show", (Para("Müller — $9"),), {}, (), ())
    assert "M&#252;ller &#8212; $9" in text(report, Format.HTML, "ascii")
    assert "Müller — $9" in text(report, Format.HTML, "utf-8")


# ---------------------------------------------------------------------------- pictures


def test_a_bar_above_zero_is_right_of_the_middle_and_one_below_left_of_it() -> None:
    more, less = (
        shape for shape in profile(Bars((("a", 1.0), ("b", -1.0)), most=2.0)).shapes if isinstance(shape, Box)
    )
    assert less.x + less.width == more.x
    assert less.width == more.width
    assert (more.look, less.look) == ("more", "less")


def test_a_longer_bar_says_a_larger_number() -> None:
    drawn = profile(Bars((("a", 3), ("b", 6)), most=6, counts=True)).shapes
    small, large = (shape for shape in drawn if isinstance(shape, Box))
    assert small.width * 2 == pytest.approx(large.width, abs=0.5)
    assert [shape.words for shape in drawn if isinstance(shape, Label)] == ["a", "3", "b", "6"]


def test_the_mark_of_a_range_lies_where_its_median_is() -> None:
    drawn = ranges_drawing(Ranges((Range("a", 0, 100, "0", "100", "median 25", 25),), "a year"))
    span = next(shape for shape in drawn.shapes if isinstance(shape, Box) and shape.look == "span")
    mark = next(shape for shape in drawn.shapes if isinstance(shape, Box) and shape.look == "mark")
    assert (mark.x + mark.width / 2 - span.x) / span.width == pytest.approx(0.25, abs=0.01)


def test_a_stretch_of_time_begins_where_the_one_before_it_ends() -> None:
    periods = (Period("study", 0, 2, "-", "school"), Period("work", 2, 5, "#", "a job"))
    first, second = (shape for shape in timeline_drawing(Timeline(periods)).shapes if isinstance(shape, Box))
    assert first.x + first.width == pytest.approx(second.x, abs=0.2)
    assert (first.look, second.look) == ("study", "work")


@pytest.mark.parametrize("label", ["short", "a label of a great many words that says more than has room on a line"])
def test_no_label_leaves_the_picture(label: str) -> None:
    drawings = (
        profile(Bars(((label, 0.5),))),
        ranges_drawing(
            Ranges((Range(label, 1, 1.1, "1,000,000 dollars", "1,100,000 dollars", label, 1.05),), "a year")
        ),
        timeline_drawing(Timeline((Period(label, 0, 30, "#", label),))),
    )
    for drawing in drawings:
        for shape in drawing.shapes:
            if isinstance(shape, Label):
                # A letter of this font is narrower than 8 units on average.
                wide = len(shape.words) * 8
                start = shape.x - (wide if shape.anchor == "end" else wide / 2 if shape.anchor == "middle" else 0)
                assert -20 <= start <= start + wide <= WIDTH + 20


MAP = Map(
    tuple(Spot(name, f"Role {name} of the whole place", layer, ("$9 a year",), "inside") for name, layer in
          (("a", 0), ("b", 0), ("c", 1), ("d", 1), ("e", 1), ("f", 2))),
    tuple(Way(start, end, "up", "after 1 year", "up", 3) for start, end in ("ae", "bc", "cf", "df", "ef")),
    ("a key",),
)  # fmt: skip


def test_no_two_places_of_a_map_touch() -> None:
    places = [shape.shapes[0] for shape in map_drawing(MAP, lambda _: None).shapes if isinstance(shape, Framed)]
    assert len(places) == 6
    for number, one in enumerate(places):
        for other in places[:number]:
            apart = (
                one.x + one.width < other.x
                or other.x + other.width < one.x
                or one.y + one.height < other.y
                or other.y + other.height < one.y
            )
            assert apart


def test_a_map_is_ordered_so_that_roads_that_need_not_cross_do_not() -> None:
    at = {
        shape.shapes[1].words.split()[1]: shape.shapes[0].y
        for shape in map_drawing(MAP, lambda _: None).shapes
        if isinstance(shape, Framed) and isinstance(shape.shapes[1], Label)
    }
    # a leads to e, and b to c: either both are above or both below.
    assert (at["a"] < at["b"]) == (at["e"] < at["c"])


def test_a_place_of_a_map_leads_to_its_page() -> None:
    framed = [s for s in map_drawing(MAP, lambda address: f"#{address}").shapes if isinstance(s, Framed)]
    assert {one.target for one in framed} == {"#"}
