"""Lines of print that were read in pieces: they touch, or begin in bold words of their own."""

from __future__ import annotations

import pytest
from builders import PAGE, laid_out, pdf_report
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.parted_rows import goes_on_under_label, pieces_of_row, touch
from profile_extract.model import BBox, Line, Report, Run, Style

BOLD, PLAIN = Style("Sans-Bold", 10.0, bold=True), Style("Sans", 10.0)


def _line(x0: float, x1: float, bottom: float = 100.0, style: Style | None = PLAIN) -> Line:
    return Line(0, 1, 0, "ferries", BBox(x0, bottom - 10, x1, bottom), (Run(0, style),) if style else ())


@pytest.mark.parametrize(
    ("x0", "bottom", "size", "do_touch"),
    [
        (90.0, 100.0, 10.0, True),
        (90.7, 100.0, 10.0, True),
        (89.3, 100.0, 10.0, True),
        (90.9, 100.0, 10.0, False),
        (89.1, 100.0, 10.0, False),
        (90.9, 100.0, 20.0, True),
        (90.0, 103.9, 10.0, True),
        (90.0, 104.1, 10.0, False),
    ],
)
def test_lines_touch_where_no_space_parts_them(x0: float, bottom: float, size: float, *, do_touch: bool) -> None:
    assert touch(_line(50, 90), _line(x0, 150, bottom, Style("Sans", size))) is do_touch


def test_those_that_touch_each_other_are_told_from_the_right_to_the_left() -> None:
    lines = [_line(20, 30), _line(50, 90), _line(90, 120), _line(120, 150)]
    assert list(pieces_of_row(lines)) == lines[:0:-1]
    assert list(pieces_of_row(lines[:2])) == [lines[1]]
    assert list(pieces_of_row([_line(50, 90, 88), *lines[1:3]])) == lines[2:0:-1]


@pytest.mark.parametrize(
    ("label", "value", "x0", "goes_on"),
    [
        (_line(50, 90, style=BOLD), _line(95, 200), 50.0, True),
        (_line(50, 90, style=BOLD), _line(95, 200), 50.9, True),
        (_line(50, 90, style=BOLD), _line(95, 200), 51.1, False),
        (_line(50, 90, style=BOLD), _line(95, 200), 38.5, True),
        (_line(50, 90, style=BOLD), _line(95, 200), 37.5, False),
        (_line(50, 90, style=Style("Serif", 10.0)), _line(95, 200), 50.0, False),
        (_line(50, 90, style=None), _line(95, 200), 50.0, False),
        (_line(50, 90, style=BOLD), _line(95, 200, style=Style("Serif", 10.0)), 50.0, False),
        (_line(50, 90, style=BOLD), _line(95, 200, 112), 50.0, False),
    ],
    ids=["under it", "nearly", "indented", "on its ground", "far left", "plain", "dump", "in other type", "not beside"],
)
def test_a_line_under_words_in_bold_goes_on_what_stands_beside_these(
    label: Line, value: Line, x0: float, *, goes_on: bool
) -> None:
    below = _line(x0, 200, 124 if value.bbox.bottom > label.bbox.bottom else 112)
    assert goes_on_under_label([label, value], below) is goes_on


def test_nor_does_it_under_bold_words_in_one_type_or_with_more_beside_or_nothing() -> None:
    label, value, below = _line(50, 90, style=BOLD), _line(95, 200), _line(50, 200, 112)
    assert not goes_on_under_label([label], below._replace(runs=label.runs))
    assert not goes_on_under_label([label, value, value], below)
    assert not goes_on_under_label([label, value._replace(runs=label.runs)], below._replace(runs=label.runs))


def _drawn(*pieces: tuple[str, str, float, float | None]) -> Report:
    """Pieces of text: font, text, distance from the top, and left edge; None where it touches the piece before it there."""

    def draw(canvas: Canvas) -> None:
        ends: dict[float, float] = {}
        for font, text, top, x in pieces:
            left = ends[top] if x is None else x
            canvas.setFont(font, 10)
            canvas.drawString(left, PAGE[1] - top, text)
            ends[top] = left + stringWidth(text, font, 10)

    return pdf_report(draw)


def _texts(*pieces: tuple[str, str, float, float | None]) -> list[str]:
    return [block.text.text for block in laid_out(_drawn(*pieces)).blocks]


SECOND = ("Helvetica", "and mend them in the evening of each Thursday.", 72.0, 50.0)


def test_pieces_that_touch_are_one_word_and_others_are_parted_by_a_space() -> None:
    first = ("Helvetica", "The neighbours of Ren", 60.0, 50.0)
    whole = "The neighbours of Rene come with their chairs and mend them in the evening of each Thursday."
    report = _drawn(first, SECOND, ("Helvetica", "e come with their chairs", 60.0, None))
    assert report.lines[0].text == first[1]
    (block,) = laid_out(report).blocks
    assert block.text.text == whole
    assert "join-line" in {piece.rule for piece in block.text.pieces}
    assert _texts(first, SECOND, ("Helvetica", "e come", 60.0, 154.5))[0].startswith("The neighbours of Ren e come")


def test_a_word_that_ends_in_a_hyphen_where_pieces_touch_keeps_it() -> None:
    first = ("Helvetica", "The neighbours of the neigh-", 60.0, 50.0)
    assert _texts(first, SECOND, ("Helvetica", "bours come with chairs", 60.0, None))[0].startswith(
        "The neighbours of the neigh-bours come with chairs and mend"
    )


def test_the_second_line_of_a_row_in_pieces_is_measured_from_where_the_row_begins() -> None:
    """It begins far left of the last piece, and yet no paragraph."""
    pieces = (
        ("Helvetica", "The neighbours of Ren", 60.0, 50.0),
        ("Helvetica", "And mend them in the evening of each Thursday there is,", 72.0, 50.0),
        ("Helvetica", "e come with their chairs that nobody", 60.0, None),
    )
    assert len(_texts(*pieces)) == 1


def test_a_row_in_pieces_is_one_line_under_which_the_next_may_be_indented() -> None:
    pieces = (
        ("Helvetica", "The neighbours of Ren", 60.0, 50.0),
        ("Helvetica", "and mend them in the evening of each Thursday there is in it,", 72.0, 65.0),
        ("Helvetica", "e come", 60.0, None),
    )
    assert len(_texts(*pieces)) == 1


def test_nor_is_the_line_under_a_later_row_in_pieces_a_paragraph() -> None:
    pieces = (
        ("Helvetica", "It was in the winter of that year of which we have heard,", 60.0, 50.0),
        ("Helvetica", "when the neighbours of Ren", 72.0, 50.0),
        ("Helvetica", "and mend them in the evening of each Thursday there is in it,", 84.0, 50.0),
        ("Helvetica", "e come with the chairs of all,", 72.0, None),
    )
    assert len(_texts(*pieces)) == 1


def test_what_stands_under_a_bold_label_goes_on_the_value_beside_it() -> None:
    rest = "and mend them in the evening of each Thursday there is in it,"
    value = "the neighbours of the mill with their chairs that nobody"
    pieces = (
        ("Helvetica-Bold", "Who comes", 60.0, 50.0),
        ("Helvetica", rest, 72.0, 50.0),
        ("Helvetica", value, 60.0, 107.0),
        ("Helvetica", "who knows of it has mended in a year or two before that.", 84.0, 50.0),
    )
    assert [line.text for line in _drawn(*pieces).lines][::2] == ["Who comes", value]
    assert len(_texts(*pieces)) == 1
