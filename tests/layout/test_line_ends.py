"""What the end of a line and the beginning of the next one say of whether they are of one heading."""

from __future__ import annotations

import pytest
from builders import PAGE, PROSE, laid_out, overlaid, page_of, pdf_report, text_report, wrapped
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.breaks import find_under_headings
from profile_extract.layout.line_ends import (
    begins_next_label,
    changes_style,
    ends_colour,
    ends_in_word,
    fills_measure,
    goes_on_behind_dash,
    may_go_on_in_capitals,
)
from profile_extract.model import BBox, Line, Run, Style

FULL = "The ferry crosses at noon and takes whoever waits on the quay."  # of 62 characters


@pytest.mark.parametrize(
    ("above", "text", "may_go_on"),
    [
        ("THE OLD BELL", "OF THE FERRY", True),
        ("THE OLD BELL", "FERRY", True),  # one word is left
        ("THE OLD BELL", "Of the Ferry", False),
        ("The Old Bell", "OF THE FERRY", False),
        ("BELL", "OF THE FERRY", False),  # maybe an abbreviation
        ("THE OLD BELL", "1921", False),
    ],
)
def test_a_heading_of_several_words_in_capitals_may_go_on_in_capitals(above: str, text: str, *, may_go_on: bool) -> None:
    assert may_go_on_in_capitals(above, text) is may_go_on


@pytest.mark.parametrize(
    ("line", "is_inside"),
    [
        ("A bell for the har-", True),
        ("A bell for the har\N{HYPHEN}", True),
        ("A bell for the har\N{SOFT HYPHEN}", True),
        ("A bell for the har- ", True),
        ("A bell for the harbour", False),
        ("A bell for the har-bour", False),
        ("A bell \N{EN DASH}", False),
    ],
)
def test_a_line_that_ends_in_a_hyphen_ends_inside_a_word(line: str, *, is_inside: bool) -> None:
    assert ends_in_word(line) is is_inside


@pytest.mark.parametrize(
    ("first", "second", "is_parted"),
    [
        ("The Ferry That Comes at Noon", "Every Day of the Week", True),
        ("THE FERRY THAT COMES AT NOON", "Every Day of the Week", True),
        ("THE FERRY THAT COMES AT NOON", "EVERYDAY OF THE WEEK", True),  # 37 characters with the next word
        ("THE FERRY THAT COMES AT NOON", "EVERYWHERE THIS WEEK", False),  # 39
        ("THE FERRY THAT COMES AT NOON", "Everywhere This Week", True),
        ("The Ferry That Comes at Noon", "EVERYWHERE THIS WEEK", True),
        ("The Ferry of Each After-", "Noon of This Week", False),
        ("The Ferry of Each After\N{SOFT HYPHEN}", "Noon of This Week", False),
        ("The Ferry of Each After", "Noon of This Week", True),
    ],
)
def test_a_heading_at_the_top_of_a_page_goes_on_inside_a_word_and_earlier_in_capitals(
    first: str, second: str, *, is_parted: bool
) -> None:
    lines = text_report("\n".join((first, second, FULL))).lines
    assert len(FULL) * 0.6 == pytest.approx(37.2)
    assert list(find_under_headings(lines)) == ([lines[1].start] if is_parted else [])


@pytest.mark.parametrize(
    ("ends", "below", "fills"),
    [
        ((200.0, 200.0), 200.0, True),
        ((200.4, 199.8), 200.0, True),
        ((150.0, 200.0, 200.0), 200.0, True),
        ((200.0,), 200.0, False),
        ((195.0, 200.0), 200.0, False),
        ((200.0, 195.0), 200.0, False),
        ((200.0, 200.0), 195.0, False),
    ],
)
def test_lines_that_end_below_each_other_fill_a_measure(ends: tuple[float, ...], below: float, *, fills: bool) -> None:
    lines = [Line(0, 1, 0, "ropes", BBox(50, 60, x1, 70)) for x1 in (*ends, below)]
    assert fills_measure(lines[:-1], lines[-1]) is fills


@pytest.mark.parametrize(("third", "is_one"), [("The chairs are old there.", True), ("The chairs are old.", False)])
def test_a_sentence_that_ends_with_a_measure_beside_a_picture_ends_no_paragraph(third: str, *, is_one: bool) -> None:
    narrow = ["The chairs are old there,", "The chairs are old there.", third]
    rows = [*narrow, *wrapped(" ".join(PROSE[:2]), 12)]
    blocks = laid_out(pdf_report(page_of([(50, 60 + 12 * n, row) for n, row in enumerate(rows)]))).blocks
    assert (" ".join(narrow) in blocks[0].text.text) is is_one


ROMAN, SLANTED, BOLD = Style("Roman", 10.0), Style("Italic", 10.0, italic=True), Style("Bold", 10.0, bold=True)
LINKED = Style("Roman", 10.0, color="#0000ff")


def _set(text: str, *styles: Style, end: float = 350.0) -> Line:
    """A line whose last words are set in one style each, if it has several."""
    words = text.split()
    offsets = [0, *(len(" ".join(words[:-n])) + 1 for n in range(len(styles) - 1, 0, -1))]
    return Line(0, 1, 0, text, BBox(50, 60, end, 70), tuple(map(Run, offsets, styles)))


@pytest.mark.parametrize(
    ("above", "line", "is_full", "changes"),
    [
        (("The choir called it the song", SLANTED), ("of the roof that leaked", ROMAN), True, False),
        (("The choir called it the song", ROMAN), ("of the roof that leaked", SLANTED), True, False),
        (("The choir called it the song", SLANTED), ("of the roof that leaked", ROMAN), False, True),
        (("The choir called it the song", BOLD), ("of the roof that leaked", ROMAN), True, True),
        (("The choir called it the song", ROMAN), ("of the roof that leaked", BOLD), True, True),
        (("The choir called it a song.", SLANTED), ("of the roof that leaked", ROMAN), True, True),
        (("The choir called it the song", SLANTED), ("Of the roof that leaked", ROMAN), True, True),
        (("The choir called it the song", SLANTED), ("17 roofs that leaked", ROMAN), True, True),
        (("The choir called it the song", SLANTED), ("of roofs", Style("Roman", 11.0)), True, True),
    ],
    ids=["goes on", "ends", "had room", "bold", "before bold", "behind a sentence", "capital", "figure", "larger"],
)
def test_emphasis_that_ends_with_a_full_line_goes_on_in_small_letters(
    above: tuple[str, Style], line: tuple[str, Style], *, is_full: bool, changes: bool
) -> None:
    assert changes_style(_set(*above), _set(*line), is_full=is_full) is changes


@pytest.mark.parametrize(("line", "count"), [("of the roof that had leaked", 1), ("Of the roof that had leaked", 2)])
def test_a_paragraph_goes_on_in_small_letters_behind_a_line_of_emphasis(line: str, count: int) -> None:
    first = page_of([(50, 100, "The choir of the quarter called it the song")], "Helvetica-Oblique")
    rest = page_of([(50, 112, f"{line}, and sang it well."), (50, 124, "They had learnt it in the winter of the flood,")])
    assert len(laid_out(pdf_report(overlaid(first, rest))).blocks) == count


@pytest.mark.parametrize(
    ("above", "line", "right", "ends"),
    [
        (_set("The song of the roof", LINKED, end=150), _set("The choir sang it", ROMAN), 350, True),
        (_set("The song of the roof", ROMAN, end=150), _set("The choir sang it", LINKED), 350, True),
        (_set("The song of the roof", ROMAN, LINKED, end=150), _set("The choir sang it", ROMAN), 350, False),
        (_set("The song of the roof", LINKED, end=150), _set("The choir sang it", ROMAN, LINKED), 350, False),
        (_set("The song of the roof", ROMAN, end=150), _set("The choir sang it", SLANTED), 350, False),
        (_set("The song of the roof", LINKED, end=330), _set("The choir sang it", ROMAN), 350, False),
        (_set("The song of the roof", end=150), _set("The choir sang it", ROMAN), 350, False),
        (_set("The song of the roof", LINKED, end=150), _set("The choir sang it"), 350, False),
    ],
    ids=["ends", "begins", "two above", "two below", "one colour", "no room", "no style above", "no style below"],
)
def test_another_colour_ends_with_a_line_that_had_room(above: Line, line: Line, right: float, *, ends: bool) -> None:
    assert ends_colour(above, line, right) is ends


@pytest.mark.parametrize(
    ("first", "blue", "count"),
    [
        ("A song of a roof that leaked, and of the flood", 1, 2),
        ("A song of a roof that leaked, and of the flood", 0, 1),
        ("A song of a roof that leaked, and of the great floods", 1, 1),
    ],
)
def test_a_line_in_a_colour_of_its_own_that_had_room_is_no_beginning_of_the_text_under_it(
    first: str, blue: int, count: int
) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for n, row in enumerate((first, "in the winter of which the choir of the quarter and its", "guests had learnt it.")):
            canvas.setFillColorRGB(0, 0, 0 if n else blue)
            canvas.drawString(50, PAGE[1] - 100 - 12 * n, row)

    assert len(laid_out(pdf_report(page)).blocks) == count


GREEN = Style("Roman", 10.0, color="#007030")


@pytest.mark.parametrize(
    ("above", "line", "begins"),
    [
        (_set("Staff three", ROMAN), _set("Cost ten", GREEN, ROMAN), True),
        (_set("Staff three", GREEN, ROMAN), _set("Cost ten", GREEN, ROMAN), True),
        (_set("Staff three", ROMAN), _set("Cost ten", ROMAN), False),
        (_set("Staff three", ROMAN, SLANTED), _set("Cost ten", GREEN, ROMAN), False),
        (_set("Staff three"), _set("Cost ten", GREEN, ROMAN), False),
    ],
    ids=["in colour", "as the one above does", "in black", "the line above ends otherwise", "no style above"],
)
def test_a_word_in_colour_begins_the_next_label_above_the_type_it_goes_on_in(above: Line, line: Line, *, begins: bool) -> None:
    assert begins_next_label(above, line) is begins


KEEPER, ROPES = "Whoever keeps the bell of the lower quay is paid", "in bread and in all the ropes of the upper mill"


@pytest.mark.parametrize(
    ("first", "above", "text", "goes_on"),
    [
        (KEEPER, ROPES, "– so it was agreed – and", True),
        (KEEPER, ROPES, "— so it was agreed — and", True),
        (KEEPER, ROPES, "–so it was agreed", True),
        (KEEPER, ROPES, "- so it was agreed", False),
        (KEEPER, ROPES, "• so it was agreed", False),
        (KEEPER, ROPES, "so it was agreed – and", False),
        (KEEPER, ROPES, "– So it was agreed", False),
        (KEEPER, ROPES, "– 12 of them agreed", False),
        (KEEPER, ROPES, "–", False),
        (f"– {KEEPER}", ROPES, "– so it was agreed", False),
        (f"— {KEEPER}", ROPES, "– so it was agreed", False),
        (KEEPER, f"{ROPES}:", "– so it was agreed", False),
        (KEEPER, f"{ROPES},", "– so it was agreed", False),
        (KEEPER, f"{ROPES}.", "– so it was agreed", False),
        (KEEPER, f"{ROPES} of 1921", "– so it was agreed", False),
    ],
)
def test_a_dash_before_a_small_letter_goes_on_what_ends_with_no_mark(
    first: str, above: str, text: str, *, goes_on: bool
) -> None:
    lines = [_set(first, ROMAN), _set(above, ROMAN), _set(text, ROMAN)]
    assert goes_on_behind_dash(lines[1], lines[2], text, lines) is goes_on


@pytest.mark.parametrize(
    ("above", "styles", "left", "goes_on"),
    [
        ((ROMAN,), (ROMAN,), 50.0, True),
        ((ROMAN,), (ROMAN,), 50.5, True),
        ((ROMAN,), (ROMAN,), 56.0, False),
        ((ROMAN,), (ROMAN,), 44.0, False),
        ((ROMAN,), (SLANTED,), 50.0, False),
        ((ROMAN,), (LINKED,), 50.0, False),
        ((ROMAN,), (ROMAN, BOLD), 50.0, False),
        ((ROMAN, BOLD), (ROMAN,), 50.0, False),
    ],
    ids=["so", "nearly", "further right", "further left", "italics", "colour", "emphasis", "emphasis above"],
)
def test_it_goes_on_only_where_it_is_set_and_begins_as_the_line_above_does(
    above: tuple[Style, ...], styles: tuple[Style, ...], left: float, *, goes_on: bool
) -> None:
    text = "– so it was agreed"
    line = _set(text, *styles)._replace(bbox=BBox(left, 72, 350, 82))
    over = _set(ROPES, *above)
    assert goes_on_behind_dash(over, line, text, [_set(KEEPER, ROMAN), over, line]) is goes_on


@pytest.mark.parametrize(("between", "goes_on"), [(0, False), (5, False), (6, True)])
@pytest.mark.parametrize("is_under", [True, False])
def test_another_dash_near_it_shows_that_it_is_a_bullet(between: int, *, is_under: bool, goes_on: bool) -> None:
    over, line, other = (_set(text, ROMAN) for text in (ROPES, "– so it was agreed", "– and so it was not"))
    filled = [_set(KEEPER, ROMAN)] * between
    lines = [over, line, *filled, other] if is_under else [other, *filled[1:], over, line]
    assert goes_on_behind_dash(over, line, line.text, lines) is goes_on


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        ((KEEPER, ROPES, "– so it was agreed – and in what they find."), True),
        ((KEEPER, "– so it was agreed – and in what they find."), True),
        ((KEEPER, "in bread and in ropes", "– so it was agreed – and in what they find."), False),
        ((KEEPER, f"{ROPES[:-3]}s:", "– so it was agreed – and in what they find."), False),
    ],
    ids=["full", "one", "short", "colon"],
)
def test_a_dash_goes_on_a_sentence_only_behind_a_full_line(rows: tuple[str, ...], *, is_one: bool) -> None:
    blocks = laid_out(pdf_report(page_of([(50, 60 + 12 * n, row) for n, row in enumerate(rows)]))).blocks
    assert [block.text.text for block in blocks][:1] == [" ".join(rows if is_one else rows[:-1])]
    assert (blocks[-1].bullet is None) is is_one


def test_in_a_dump_a_dash_at_the_beginning_of_a_line_begins_an_item() -> None:
    blocks = laid_out(text_report("\n".join((KEEPER, ROPES, "– so it was agreed – and in what they find.")))).blocks
    assert [block.bullet is not None for block in blocks] == [False, True]
