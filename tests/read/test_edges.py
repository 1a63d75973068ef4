"""The straight edges of what is drawn on a page."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise

import pdfplumber
import pytest
from builders import one_page_pdf, pdf_stream, raw_pdf

from profile_extract.model import BBox
from profile_extract.read.pdfium import edges
from profile_extract.read.pdfium.edges import edges_of_grids
from profile_extract.read.tables import find_tables

ACROSS, DOWN = (60, 80, 110), (50, 130, 260)
"""Rules of a grid of two rows and two columns, in points from the bottom and the left."""


def _lines() -> bytes:
    across = b" ".join(b"50 %d m 260 %d l S" % (y, y) for y in ACROSS)
    return across + b" " + b" ".join(b"%d 60 m %d 110 l S" % (x, x) for x in DOWN)


def _one_path() -> bytes:
    return _lines().replace(b"l S", b"l") + b" S"


def _frames() -> bytes:
    return b" ".join(
        b"%d %d %d %d re S" % (x, y, right - x, top - y) for x, right in pairwise(DOWN) for y, top in pairwise(ACROSS)
    )


def _bars() -> bytes:
    across = b" ".join(b"50 %d 210 0.5 re f" % y for y in ACROSS)
    return across + b" " + b" ".join(b"%d 60 0.5 50 re f" % x for x in DOWN)


def _closed() -> bytes:
    """The left side of the frame is what closes its path."""
    return b"50 60 m 260 60 l 260 110 l 50 110 l h S 130 60 m 130 110 l S 50 80 m 260 80 l S"


def _scaled() -> bytes:
    return b"q 0.5 0 0 0.5 20 30 cm " + _lines() + b" Q"


def _round_cornered() -> bytes:
    outside = b"52 60 m 258 60 l 259 60 260 61 260 62 c 260 108 l 260 109 259 110 258 110 c 52 110 l 51 110 50 109 50 108 c"
    return outside + b" 50 62 l 50 61 51 60 52 60 c S 130 60 m 130 110 l S 50 80 m 260 80 l S"


DRAWN = [_lines, _one_path, _frames, _bars, _closed, _scaled, _round_cornered]
PAGES = [b"", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270", b"/MediaBox [0 0 400 500] /CropBox [30 40 400 460]"]


def _edges(data: bytes) -> list[BBox]:
    ((_, found),) = edges_of_grids(data, [1], {1})
    return found


def _of_pdfplumber(data: bytes) -> list[list[list[tuple[float, ...]]]]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        (page,) = pdf.pages
        left, top = page.cropbox[0] - page.mediabox[0], page.mediabox[3] - page.cropbox[3]
        return [
            [[tuple(round(edge, 1) for edge in _from(cell, left, top)) for cell in row.cells if cell] for row in table.rows]
            for table in page.find_tables()
        ]


def _from(cell: tuple[float, float, float, float], left: float, top: float) -> tuple[float, ...]:
    return (cell[0] - left, cell[1] - top, cell[2] - left, cell[3] - top)


@pytest.mark.parametrize("page", PAGES, ids=["as it is", "90", "180", "270", "cropped"])
@pytest.mark.parametrize("draw", DRAWN)
def test_tables_are_those_that_pdfplumber_finds_reading_the_page_itself(draw: Callable[[], bytes], page: bytes) -> None:
    data = one_page_pdf(draw(), page=page)
    found = [
        [[tuple(round(edge, 1) for edge in cell) for cell in row] for row in table.rows]
        for tables in find_tables(data, [1], known=[1]).values()
        for table in tables
    ]
    assert found == _of_pdfplumber(data)
    assert [len(rows) for rows in found] == [2]


def test_edges_are_measured_from_the_visible_corner() -> None:
    assert _edges(one_page_pdf(b"50 60 m 260 60 l S")) == [BBox(50, 440, 260, 440)]


def test_the_side_that_closes_a_path_is_an_edge() -> None:
    found = _edges(one_page_pdf(b"50 60 m 260 60 l 260 110 l 50 110 l h S"))
    assert BBox(50, 390, 50, 440) in found
    assert len(found) == 4


@pytest.mark.parametrize(
    "content",
    [b"50 60 m 90 80 l S", b"50 60 m 50.5 60 l S", b"50 60 m 80 60 90 60 120 60 c S", b"50 60 m 260 60 l n"],
    ids=["slanted", "a dot", "a curve", "drawn by nothing"],
)
def test_what_is_no_straight_line_to_be_seen_is_no_edge(content: bytes) -> None:
    assert _edges(one_page_pdf(content)) == []


def test_a_line_a_hair_off_is_straight() -> None:
    assert _edges(one_page_pdf(b"50 60 m 260 60.05 l S")) == [BBox(50, 440, 260, 440)]


def test_what_is_drawn_in_a_form_is_a_picture() -> None:
    data = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        pdf_stream(b"/X Do 50 60 m 260 60 l S"),
        pdf_stream(_lines()).replace(b"<<", b"<< /Type /XObject /Subtype /Form /BBox [0 0 400 500]"),
    )
    assert _edges(data) == [BBox(50, 440, 260, 440)]


def test_looking_ends_with_a_path_of_too_many_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edges, "MOST_SEGMENTS", 4)
    content = b"50 60 m 260 60 l S 50 80 m 260 80 l S 50 110 m 260 110 l S"
    assert len(_edges(one_page_pdf(content))) == 2


def test_hatching_is_no_table() -> None:
    hatched = b" ".join(b"%d 60 m %d 400 l %d %d m 380 %d l S" % (n, n, 20, n, n) for n in range(20, 380))
    assert find_tables(one_page_pdf(hatched), [1]) == {}
