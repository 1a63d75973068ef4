"""What belongs to the pages and not to the text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, Page, laid_out, overlaid, page_of, pdf_report, text_report, wrapped
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout import _is_mark_behind
from profile_extract.layout.furniture import find_furniture, running_key
from profile_extract.model import BBox, Line, Report, Run, Style

TOWNS = ("Turku", "Pori", "Oulu", "Lahti", "Vaasa", "Kuopio")
HEADER, FOOTER = "furniture.header", "furniture.footer"
NUMBER = "furniture.page-number"


def _body(town: str, top: float = 150.0) -> list[tuple[float, float, str]]:
    rows = (f"The harbour of {town} has a new", f"stair, and whoever lives in {town}", f"sits on it. {town} is proud of that.")
    return [(50.0, top + 12 * n, row) for n, row in enumerate(rows)]


def _pages(edges: Sequence[Sequence[tuple[float, float, str]]]) -> Report:
    """A PDF with the same kind of text on each page, and around it what is given for each."""
    return pdf_report(*(page_of([*edge, *_body(town)]) for edge, town in zip(edges, TOWNS, strict=False)))


def _found(report: Report, rule: str | None = None) -> list[str]:
    return [item.line.text for item in find_furniture(report) if rule in {None, item.rule}]


def test_a_line_at_the_top_of_every_page_is_a_running_header() -> None:
    report = _pages([[(50, 40, "The Harbour Book")]] * 4)
    assert _found(report, HEADER) == ["The Harbour Book"] * 4


def test_odd_and_even_pages_have_headers_of_their_own() -> None:
    report = _pages([[(50, 40, ("The Harbour Book", "Stairs and Steps")[n % 2])] for n in range(6)])
    assert _found(report, HEADER) == ["The Harbour Book", "Stairs and Steps"] * 3


@pytest.mark.parametrize("others", [("Partners", "Budget"), ("Partners",)])
def test_a_label_at_the_top_of_pages_that_have_more_of_its_kind_stays_in_the_text(others: Sequence[str]) -> None:
    rail = page_of([(50, 40, "Country"), *((50, 300 + 40 * n, other) for n, other in enumerate(others))], "Helvetica-Bold")
    values = [page_of([(50, 58, town), (50, 320, f"Friends of {town}"), (50, 360, f"{len(town)} coins")]) for town in TOWNS]
    pages = [overlaid(rail, value, page_of(_body(town))) for value, town in zip(values, TOWNS, strict=True)]
    assert "Country" not in _found(pdf_report(*pages))


def test_a_running_header_set_as_the_labels_are_is_one_over_a_title() -> None:
    pages = [
        overlaid(
            page_of([(50, 40, "The Harbour Book"), (50, 200, "Aims"), (50, 300, "Costs")], "Helvetica-Bold"),
            page_of([(50, 80, f"Stairs of {town}")], "Helvetica-Bold", 16),
            page_of(_body(town)),
        )
        for town in TOWNS
    ]
    assert _found(pdf_report(*pages), HEADER) == ["The Harbour Book"] * len(TOWNS)


def test_a_header_on_the_odd_pages_alone_is_one() -> None:
    report = _pages([[(50, 40, "The Harbour Book")] if n % 2 == 0 else [] for n in range(6)])
    assert _found(report) == ["The Harbour Book"] * 3


def test_a_header_of_two_lines_and_a_number_beside_it_goes_as_a_whole() -> None:
    edges = [[(50, 30, "The Harbour Book"), (350, 30, str(n)), (50, 44, "Third edition")] for n in range(11, 15)]
    found = _found(_pages(edges))
    assert found.count("Third edition") == found.count("The Harbour Book") == 4
    assert sorted(set(found) - {"Third edition", "The Harbour Book"}) == ["11", "12", "13", "14"]


def test_a_header_with_a_letter_misread_on_one_page_is_found_there_too() -> None:
    report = _pages([[(50, 40, "The Harbour Book")], [(50, 40, "The Harb0ur Book")], *[[(50, 40, "The Harbour Book")]] * 2])
    assert _found(report, HEADER) == ["The Harbour Book", "The Harbour Book", "The Harbour Book"]
    report = _pages([[(50, 40, "The Harbour Book")], [(50, 40, "The Harhour Book")], *[[(50, 40, "The Harbour Book")]] * 2])
    assert _found(report, HEADER) == ["The Harbour Book", "The Harhour Book", "The Harbour Book", "The Harbour Book"]


@pytest.mark.parametrize("first", [1, 17])
def test_numbers_that_count_with_the_pages_are_page_numbers(first: int) -> None:
    numbers = [str(first + n) for n in range(4)]
    assert _found(_pages([[(190, 470, number)] for number in numbers]), NUMBER) == numbers


def test_numbers_that_do_not_count_stay_in_the_text() -> None:
    assert _found(_pages([[(50, 200, number)] for number in ("17", "4", "99", "41")])) == []


def test_roman_page_numbers_count_too() -> None:
    numbers = ["iii", "iv", "v", "vi"]
    assert _found(_pages([[(190, 470, number)] for number in numbers]), NUMBER) == numbers


@pytest.mark.parametrize("form", ["– {} –", "Page {}", "Seite {}", "| {}", "p. {}"])
def test_page_numbers_may_have_a_word_or_dashes_about_them(form: str) -> None:
    numbers = [form.format(n) for n in range(5, 9)]
    assert _found(_pages([[(190, 470, number)] for number in numbers]), NUMBER) == numbers


@pytest.mark.parametrize("form", ["{} / 12", "{}/12", "Page {} of 12", "Seite {} von 12"])
def test_page_numbers_may_say_of_how_many(form: str) -> None:
    numbers = [form.format(n) for n in range(1, 5)]
    assert _found(_pages([[(190, 470, number)] for number in numbers])) == numbers


def test_a_footer_with_a_page_number_in_it_comes_back() -> None:
    footers = [f"The Harbour Book, spring issue {n}" for n in range(8, 12)]
    assert _found(_pages([[(50, 470, footer)] for footer in footers]), FOOTER) == footers


def test_a_label_that_repeats_inside_the_text_stays_in_it() -> None:
    edges = [[(50, 40, f"Stairs at {town}"), (50, 100, "Aims"), (50, 230, f"Ask in {town}.")] for town in TOWNS]
    assert _found(_pages(edges)) == []


def test_a_label_under_a_running_header_stays_in_the_text_where_text_stands_between() -> None:
    edges = [[(50, 40, "The Harbour Book"), (50, 80, f"Stairs at {town}"), (50, 100, "Aims")] for town in TOWNS]
    assert set(_found(_pages(edges))) == {"The Harbour Book"}


def test_a_label_beside_its_value_in_the_last_row_of_pages_of_different_length_stays_in_the_text() -> None:
    edges = [
        [(50, 40, f"Stairs at {town}"), (50, 230 + 37 * n, "Partners"), (150, 230 + 37 * n, f"{town} port")]
        for n, town in enumerate(TOWNS)
    ]
    assert "Partners" not in _found(_pages(edges))


def test_the_last_line_of_a_paragraph_at_the_page_foot_stays_in_the_text() -> None:
    edges = [[(50, 40, f"Stairs at {town}"), (50, 186, "and so it went on.")] for town in TOWNS]
    assert _found(_pages(edges)) == []


def test_the_same_words_parted_from_the_text_are_a_footer() -> None:
    edges = [[(50, 40, f"Stairs at {town}"), (50, 470, "and so it went on.")] for town in TOWNS]
    assert _found(_pages(edges), FOOTER) == ["and so it went on."] * 6


def test_a_line_at_the_top_of_two_pages_of_many_is_no_header() -> None:
    titles = [f"{thing} of {town}" for thing in ("Stairs", "A bell", "The lost ferry") for town in TOWNS]
    titles[0] = titles[3] = "What came after"
    pages = [page_of([(50, 40, title), *_body(title)]) for title in titles]
    assert _found(pdf_report(*pages)) == []


def test_a_report_of_one_page_has_no_furniture_but_its_number() -> None:
    assert _found(_pages([[(50, 40, "The Harbour Book"), (190, 470, "1")]])) == ["1"]
    assert _found(_pages([[(50, 40, "The Harbour Book"), (190, 470, "Kept by the mill")]])) == []


@pytest.mark.parametrize(
    ("number", "is_one"),
    [
        ("1", True),
        ("- 1 -", True),
        ("– 1 –", True),
        ("| 1", True),
        ("2", False),
        ("i", True),
        ("ii", False),
        ("page 1", False),
        ("1 / 3", False),
        ("1 rope", False),
    ],
)
def test_the_number_of_an_only_page_is_one(number: str, *, is_one: bool) -> None:
    assert (number in _found(_pages([[(50, 40, "The Harbour Book"), (190, 470, number)]]), NUMBER)) is is_one


@pytest.mark.parametrize(("from_top", "is_one"), [(174 + 24, True), (174 + 18, False)])
def test_it_stands_below_all_else_with_white_space_above_it(from_top: float, *, is_one: bool) -> None:
    edge = [(50.0, 40.0, "The Harbour Book"), (190.0, from_top, "1")]
    assert (_found(_pages([edge]), NUMBER) == ["1"]) is is_one
    assert _found(_pages([[(190, 40, "1"), (50, 470, "The Harbour Book")]])) == []


def test_a_page_with_few_lines_or_several_pages_have_no_such_number() -> None:
    assert _found(_pages([[(190, 470, "1")]])) == []
    assert _found(_pages([[(50, 40, "The Harbour Book")], [(50, 40, "Stairs and Steps"), (190, 470, "1")]]), NUMBER) == []


@pytest.mark.parametrize(("space", "found"), [("\n\n", ["1"]), ("\n", [])])
def test_the_number_of_an_only_page_of_a_dump_stands_under_an_empty_line(space: str, found: list[str]) -> None:
    rows = "\n".join(row for town in TOWNS[:2] for _, _, row in _body(town))
    assert _found(text_report(f"The Harbour Book\n{rows}{space}1\n"), NUMBER) == found


def test_text_turned_against_the_page_is_furniture() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(20, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Printed on waste paper")
        canvas.restoreState()

    def page(canvas: Canvas) -> None:
        text: Page = page_of(_body("Turku"))
        text(canvas)
        turned(canvas)

    assert _found(pdf_report(page), "furniture.rotated") == ["Printed on waste paper"]


def test_headers_and_page_numbers_of_a_paged_dump_are_found() -> None:
    pages = [
        f"The Harbour Book\n\nThe harbour of {town} has a new stair.\n\nWhoever lives in {town} sits on it.\n\n{n}"
        for n, town in enumerate(TOWNS[:4], 5)
    ]
    report = text_report("\f".join(pages))
    assert _found(report, HEADER) == ["The Harbour Book"] * 4
    assert _found(report, NUMBER) == ["5", "6", "7", "8"]


def test_a_link_printed_on_most_pages_of_a_dump_is_furniture_and_others_are_not() -> None:
    def page(town: str) -> str:
        text = f" Stairs at {town}\n\nThe harbour of {town} has a new stair, and the people \n\nof {town} sit on it.\n\n"
        return f"{text}harbour-book.example\nmailto:stairs@{town.lower()}.example\n"

    report = text_report("".join(map(page, TOWNS[:4])))
    assert _found(report, "furniture.repeated-link") == ["harbour-book.example"] * 4


def test_furniture_comes_in_source_order() -> None:
    report = _pages([[(190, 470, str(n)), (50, 40, "The Harbour Book")] for n in range(1, 5)])
    starts = [item.line.start for item in find_furniture(report)]
    assert starts == sorted(starts)
    assert len(starts) == 8


def test_an_ornament_that_ends_pages_of_different_length_is_furniture() -> None:
    edges = [[(50, 40, f"Stairs at {town}"), (50, 230 + 37 * n, "* * *")] for n, town in enumerate(TOWNS)]
    assert _found(_pages(edges)) == ["* * *"] * 6


def test_a_number_that_is_the_pages_counts_beside_one_that_is_not() -> None:
    footers = [f"Issue 7 of 2019, page {n}" for n in range(1, 5)]
    assert _found(_pages([[(50, 470, footer)] for footer in footers])) == footers


def test_the_running_line_of_a_short_chapter_says_what_its_heading_says() -> None:
    texts = [
        f"The {n} bench was built by a class of the trade school." for n in ("first", "second", "third", "fourth", "fifth")
    ]
    pages = [f"Streets and Squares\n\nStreets and Squares\n\n{texts[0]}", f"Streets and Squares\n\n{texts[1]}", *texts[2:]]
    layout = laid_out(text_report("\f".join(pages)))
    assert [item.line.page for item in layout.furniture if item.line.text == "Streets and Squares"] == [1, 2]
    assert layout.blocks[0].text.text == "Streets and Squares"


def test_what_changes_beside_a_running_line_with_each_chapter_is_furniture_too() -> None:
    chapters = ("Stairs", "Stairs", "Steps", "Ropes", "Boats", "Oars")
    edges = [[(50.0, 40.0, "The Harbour Book"), (300.0, 40.0, chapter)] for chapter in chapters]
    assert _found(_pages(edges), HEADER) == [text for chapter in chapters for text in ("The Harbour Book", chapter)]


def test_what_stands_beside_a_running_line_once_is_none() -> None:
    edges: list[list[tuple[float, float, str]]] = [[(50.0, 40.0, "The Harbour Book")] for _ in TOWNS]
    edges[2].append((300.0, 40.0, "Out of order"))
    assert _found(_pages(edges)) == ["The Harbour Book"] * 6


def test_a_number_beside_a_larger_title_is_no_page_number() -> None:
    pages = (
        overlaid(page_of([(50, 60, town)], size=16), page_of([(320, 60, str(number)), *_body(town)]))
        for number, town in enumerate(TOWNS, 1)
    )
    assert _found(pdf_report(*pages)) == []


def test_what_stands_beside_a_running_line_on_two_pages_is_furniture_whatever_it_is_set_in() -> None:
    pages = [
        overlaid(
            page_of([(50, 40, "The Harbour Book"), *_body(town)]),
            page_of([(300, 40, "Stairs")] if n in {1, 2} else [], "Helvetica-Oblique"),
        )
        for n, town in enumerate(TOWNS)
    ]
    assert _found(pdf_report(*pages)).count("Stairs") == 2


def _marked(size: float) -> Report:
    """Pages with a heading each, and over it a line that says the same in small type; the heading has a size in points."""
    pages = []
    for town in TOWNS:
        mark = page_of([(300, 40, f"The Stairs of {town}")], "Helvetica-Oblique", 9)
        heading = page_of([(50, 90, f"The Stairs of {town} and Its Bay")], "Helvetica-Bold", size)
        pages.append(overlaid(mark, heading, page_of(_body(town))))
    return pdf_report(*pages)


def test_lines_that_say_what_is_on_each_page_are_running_ones() -> None:
    assert _found(_marked(16.0), HEADER) == [f"The Stairs of {town}" for town in TOWNS]


@pytest.mark.parametrize(
    ("mark", "heading"), [("{n}. STAIRS OF {town}", "{n} Stairs of {town}"), ("Stairs of {town} {n}", "Stairs of {town}")]
)
def test_they_are_known_with_and_without_numbers(mark: str, heading: str) -> None:
    pages = []
    for n, town in enumerate(TOWNS, 1):
        line = page_of([(300, 40, mark.format(n=n, town=town))], "Helvetica-Oblique", 9)
        title = page_of([(50, 90, heading.format(n=n, town=town))], "Helvetica-Bold", 16)
        pages.append(overlaid(line, title, page_of(_body(town))))
    assert len(_found(pdf_report(*pages), HEADER)) == len(TOWNS)


@pytest.mark.parametrize(("line", "found"), [("Harbour", 4), ("Harbour:", 0)])
def test_a_line_that_announces_what_stands_beside_it_is_a_label(line: str, found: int) -> None:
    report = _pages([[(50, 40, line), (150, 40, f"The stairs of {town}")] for town in TOWNS[:4]])
    assert _found(report, HEADER).count(line) == found


def test_lines_that_say_what_text_says_are_none() -> None:
    assert _found(_marked(9.0)) == []


def test_a_running_line_may_stand_close_to_a_title_but_not_to_text() -> None:
    def page(size: float, town: str) -> Page:
        title = page_of([(50, 50 + size, f"Stairs of {town}")], "Helvetica-Bold", size)
        return overlaid(page_of([(50, 50, "Harbours 2031")], size=7), title, page_of(_body(town)))

    assert _found(pdf_report(*(page(20.0, town) for town in TOWNS)), HEADER) == ["Harbours 2031"] * len(TOWNS)
    assert _found(pdf_report(*(page(7.5, town) for town in TOWNS))) == []


def test_a_raised_mark_that_has_left_its_line_is_an_ornament() -> None:
    layout = laid_out(_pages([[(200, 100, "Ana Ruiz"), (260, 112, "†")], [(200, 100, "Jon Roca")]]))
    assert [item.line.text for item in layout.furniture] == ["†"]


def test_stars_between_texts_are_an_ornament() -> None:
    layout = laid_out(_pages([[(200, 100, "* * *")], [(200, 100, "Jon Roca")]]))
    assert [item.line.text for item in layout.furniture] == ["* * *"]


def _with_small(lines: Sequence[Sequence[tuple[float, float, str]]], title: str = "") -> Report:
    """Pages with lines in small type on each, perhaps a title in large type, and text."""
    large = page_of([(50, 250, title)] if title else [], size=16.0)
    texts = (page_of([*_body(town), *_body(town, 320.0)]) for town in TOWNS)
    return pdf_report(*(overlaid(page_of(own, size=7.0), large, text) for own, text in zip(lines, texts, strict=False)))


@pytest.mark.parametrize(("inside", "running"), [(0, 4), (1, 4), (2, 0), (4, 0)])
def test_a_line_that_comes_back_inside_pages_in_the_same_type_is_no_header(inside: int, running: int) -> None:
    kinds = [[(50.0, 40.0, "CONCERT"), *([(50.0, 300.0, "CONCERT")] if n < inside else [])] for n in range(4)]
    assert _found(_with_small(kinds), HEADER) == ["CONCERT"] * running


def test_a_title_in_larger_type_and_a_footer_may_say_what_a_header_does() -> None:
    edges = [[(50.0, 40.0, "The Bells"), (50.0, 550.0, "The Bells")] for _ in range(4)]
    assert _found(_with_small(edges, title="The Bells"), HEADER) == ["The Bells"] * 4


@pytest.mark.parametrize(
    ("size", "top", "x0", "is_mark"),
    [(7.0, 97.0, 100.5, True), (10.0, 97.0, 100.5, False), (7.0, 103.5, 100.5, False), (7.0, 97.0, 110.0, False)],
    ids=["raised", "as large", "not raised", "apart"],
)
def test_a_small_raised_number_right_behind_a_word_has_left_its_line(
    size: float, top: float, x0: float, is_mark: bool
) -> None:
    name = Line(0, 1, 0, "Ana Ruiz", BBox(50, 100, 100, 110), (Run(0, Style("Serif", 10.0)),))
    number = Line(1, 1, 9, "2", BBox(x0, top, x0 + 4, top + size), (Run(0, Style("Serif", size)),))
    assert _is_mark_behind(name, number) is is_mark


# What is known beforehand


def _known(report: Report, **lines: str) -> list[tuple[int, str]]:
    """The pages and texts of running lines, some of which are known by edge."""
    keys = {edge: frozenset({running_key(text)}) for edge, text in lines.items()}
    edges = {HEADER, FOOTER}
    return [(item.line.page, item.line.text) for item in find_furniture(report, keys) if item.rule in edges]


@pytest.mark.parametrize(("edge", "count"), [("header", 1), ("footer", 0)])
def test_a_line_known_to_be_a_running_one_is_one_on_a_single_page_at_its_edge(edge: str, count: int) -> None:
    report = _pages([[(50, 40, "The Harbour Book 7")], []])
    assert _known(report) == []
    assert _known(report, **{edge: "The Harbour Book 31"}) == [(1, "The Harbour Book 7")] * count


def test_a_line_known_to_be_a_running_one_is_found_beside_those_that_the_report_shows() -> None:
    report = _pages([[(50, 30, "Stairs" if n == 1 else "The Harbour Book")] for n in range(4)])
    own = [(page, "The Harbour Book") for page in (1, 3, 4)]
    assert _known(report) == own
    assert _known(report, header="Stairs") == sorted([*own, (2, "Stairs")])


def test_a_running_line_that_the_report_shows_is_found_as_if_nobody_knew_it() -> None:
    """On the first page it is the title, too, set large right under itself."""
    title = page_of([(50, 70, "The Harbour Book")], "Helvetica-Bold", 20)
    pages = [page_of([(50, 40, "The Harbour Book"), *_body(town)]) for town in TOWNS]
    report = pdf_report(overlaid(pages[0], title), *pages[1:])
    shown = [(page, "The Harbour Book") for page in range(1, 7)]
    assert _known(report) == _known(report, header="The Harbour Book") == shown


def _dumped(*, headed: int, pages: int = 5) -> Report:
    """A dump whose header of four lines, side by side in print, stands at the tops of its pages, of the last ones in part."""
    header = ("School by the Sea", "Faculty of Stairs", "Handbook of Steps", "As of May")
    return text_report(
        "\f".join(
            "\n".join((*(header if n < headed else header[:3]), *(row for *_, row in _body(TOWNS[n])))) for n in range(pages)
        )
    )


@pytest.mark.parametrize(("headed", "found"), [(5, 5), (3, 0)])
def test_a_header_of_a_dump_may_have_more_lines_if_nearly_all_pages_have_them(headed: int, found: int) -> None:
    assert _found(_dumped(headed=headed)).count("As of May") == found


def _headed(heads: Sequence[str], font: str) -> Report:
    """Pages with a running line each; text in two fonts, one of which may be that of the running lines."""
    pages = []
    for head, town in zip(heads, TOWNS, strict=True):
        aside = page_of([(50, 250, f"Set as notes are: {town}.")], "Times-Italic", 8)
        pages.append(overlaid(page_of([(50, 40, head)], font, 8), page_of(_body(town)), aside))
    return pdf_report(*pages)


def test_the_name_of_a_short_chapter_is_known_by_its_place_and_a_type_that_only_running_lines_have() -> None:
    heads = ("Harbour Book", "Stairs", "Harbour Book", "Stairs", "Harbour Book", "Ovens")
    assert _found(_headed(heads, "Times-Bold")) == list(heads)
    assert "Ovens" not in _found(_headed(heads, "Times-Italic"))


@pytest.mark.parametrize(("last", "is_found"), [("Ovens 6", True), ("Ovens 9", False)])
def test_or_by_its_place_and_the_number_of_its_page(last: str, *, is_found: bool) -> None:
    heads = ("Harbour Book 1", "Stairs 2", "Harbour Book 3", "Stairs 4", "Harbour Book 5", last)
    assert (last in _found(_headed(heads, "Times-Italic"))) is is_found


def test_the_name_of_a_chapter_beside_a_running_line_hides_no_header_over_it() -> None:
    """Each chapter has two pages only, and its name is set as what comes back beside it."""
    chapters = ("Ropes", "Ropes", "Bells", "Bells", "Bread", "Bread")
    edges = [
        [(50, 40, "The Harbour Book"), (300, 40, "Leeds 2016"), (50, 52, "Abstracts"), (300, 52, name)] for name in chapters
    ]
    report = _pages(edges)
    found = _found(report, HEADER)
    assert [found.count(text) for text in ("The Harbour Book", "Leeds 2016", "Abstracts")] == [6, 6, 6]


def test_a_label_of_a_dump_that_a_page_begins_with_here_and_there_is_no_header() -> None:
    names = ("Chairs", "Apples", "Steps", "Letters", "Bread", "Lamps", "Ladders", "Keys")
    records = [f"{name} for everybody\nPublic\nFrom {n + 4} years on\nPrice\n{n + 3} crowns" for n, name in enumerate(names)]
    pages = [record.replace("\nPublic", "\fPublic") if n in {2, 5} else f"{record}\n" for n, record in enumerate(records)]
    headed = "\f".join(f"The Mill Catalogue\n{page}" for page in "\n".join(pages).split("\f"))
    assert "Public" not in _found(text_report(headed))


@pytest.mark.parametrize(("over", "count"), [("Photo by {}", 4), ("and so say all of {}", 0)])
def test_a_credit_close_over_a_footer_is_no_text_that_it_ends(over: str, count: int) -> None:
    names = ("Ada Okoro", "Bo Lind", "Cem Aydin", "Dora Wolf")
    report = _pages([[(50, 456, over.format(name)), (50, 468, "The Harbour Book")] for name in names])
    assert len(_found(report, "furniture.footer")) == count


@pytest.mark.parametrize("is_label", [True, False])
def test_a_line_at_the_top_of_each_page_over_text_is_a_label_where_another_is_set_as_it_is(*, is_label: bool) -> None:
    def page(n: int) -> Page:
        below = [(50.0, 160.0, "PROJECT")] if is_label else []
        text = [(50.0, 52.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]
        more = [(50.0, 174.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n - 1]))]
        return overlaid(page_of([(50, 38, "LIFE"), *below], "Helvetica-Bold", 8.0), page_of([*text, *more]))

    report = pdf_report(*map(page, range(5)))
    assert ("LIFE" not in [item.line.text for item in find_furniture(report)]) is is_label


@pytest.mark.parametrize(("size", "is_label"), [(8.0, True), (11.0, False)], ids=["in its type", "in another"])
def test_what_stands_beside_such_a_label_in_its_type_is_one(size: float, *, is_label: bool) -> None:
    def page(n: int) -> Page:
        text = [(50.0, 52.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n], 4))]
        more = [(50.0, 174.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n - 1], 4))]
        facts = [(320.0, 60.0 + 12 * k, f"{n + k} crowns") for k in range(3)]
        labels = page_of([(50, 38, "LIFE"), (50, 160, "PROJECT")], "Helvetica-Bold", 8.0)
        return overlaid(labels, page_of([(300, 38, "AT A GLANCE")], "Helvetica-Bold", size), page_of([*text, *more, *facts]))

    report = pdf_report(*map(page, range(5)))
    assert ("AT A GLANCE" not in [item.line.text for item in find_furniture(report)]) is is_label


@pytest.mark.parametrize(("first", "is_label"), [("A lamp", True), ("and a lamp", False)])
def test_over_a_text_that_goes_on_it_is_none(first: str, *, is_label: bool) -> None:
    def page(n: int) -> Page:
        text = [(50.0, 52.0, f"{first} of {TOWNS[n]}"), *((50.0, 64.0 + 12 * k, x) for k, x in enumerate(wrapped(PROSE[n])))]
        return overlaid(page_of([(50, 38, "LIFE"), (50, 160, "PROJECT")], "Helvetica-Bold", 8.0), page_of(text))

    report = pdf_report(*map(page, range(5)))
    assert ("LIFE" not in [item.line.text for item in find_furniture(report)]) is is_label


def test_a_page_number_is_one_though_a_larger_number_says_the_same() -> None:
    pages = [
        overlaid(
            page_of([(50, 60, str(n))], "Helvetica", 24),
            page_of(_body(town)),
            page_of([(250, 290, str(n))]),
        )
        for n, town in enumerate(3 * TOWNS, 1)
    ]
    assert _found(pdf_report(*pages), NUMBER) == [str(n) for n in range(1, 19) for _ in "ab"]
