"""Items of lists whose bullets are drawn."""

from __future__ import annotations

import io

import pytest
from builders import PAGE, laid_out
from reportlab.pdfgen.canvas import Canvas

from profile_extract.read import read_bytes
from profile_extract.structure import Block

ROWS = ("Bring a chair that needs", "Bring a lamp for the hall", "Bring bread for everybody")
LEFT, TOP, LEADING = 60, 100, 12


def _blocks(
    marked: tuple[int, ...],
    *,
    producer: str = "Skia/PDF m120",
    radius: float = 2.0,
    stretch: float = 1.0,
    gap: float = 8.0,
    rise: float = 3.0,
    others: int = 0,
) -> list[Block]:
    """The blocks of three lines of a PDF, before some of which a disc is drawn, and far away as many others."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, invariant=1)
    canvas.setProducer(producer)
    canvas.setFont("Helvetica", 10)
    for n, text in enumerate(ROWS):
        bottom = PAGE[1] - TOP - LEADING * n
        canvas.drawString(LEFT, bottom, text)
        if n in marked:
            center, middle = LEFT - gap, bottom + rise
            edges = (center - stretch * radius, middle - radius, center + stretch * radius, middle + radius)
            canvas.ellipse(*edges, stroke=0, fill=1)
    for n in range(others):
        canvas.circle(PAGE[0] - 20, 10 + n / 2, 2, stroke=0, fill=1)
    canvas.save()
    return list(laid_out(read_bytes(buffer.getvalue(), "report.pdf")).blocks)


def test_a_disc_before_a_line_begins_an_item() -> None:
    assert [block.text.text for block in _blocks((0, 2))] == [f"{ROWS[0]} {ROWS[1]}", ROWS[2]]
    assert [block.bullet is not None for block in _blocks((0, 1, 2))] == [True] * 3
    assert [block.bullet is not None for block in _blocks((1,))] == [False, True]


def test_rules_across_are_told_only_where_lines_stand_side_by_side() -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, invariant=1)
    canvas.setProducer("Skia/PDF m120")
    canvas.drawString(LEFT, 200, ROWS[0])
    canvas.line(LEFT, 190, LEFT + 200, 190)
    canvas.save()
    (page,) = read_bytes(buffer.getvalue(), "report.pdf").pages
    assert (page.across, page.has_grid) == ((), None)


def test_without_discs_lines_are_a_paragraph() -> None:
    assert [block.text.text for block in _blocks(())] == [" ".join(ROWS)]


@pytest.mark.parametrize(
    "changed",
    [
        {"radius": 0.5},
        {"radius": 5.0},
        {"radius": 3.8},
        {"stretch": 1.5},
        {"gap": 30.0},
        {"gap": -20.0},
        {"rise": -30.0},
        {"others": 250},
        {"producer": "ReportLab"},
    ],
    ids=["point", "picture", "high", "oblong", "far", "inside the line", "below all lines", "drawing", "bullets as text"],
)
def test_other_shapes_are_no_bullets(changed: dict[str, float | str]) -> None:
    assert len(_blocks((0, 1, 2), **changed)) == 1  # type: ignore[arg-type]
