"""Lines parted where their style changes behind a wide gap."""

from __future__ import annotations

import pytest
from builders import PAGE, pdf
from reportlab.pdfgen.canvas import Canvas

from profile_extract.read import read_bytes
from profile_extract.settings import READERS, ReadSettings

TEXT = "The ferry crosses at noon and takes all who wait on the quay in"
ROMAN, SMALL = ("Helvetica", 10.0), ("Times-Roman", 8.0)
Type = tuple[str, float]


def _lines(*parts: tuple[str, Type], gap_pt: float = 15.0, reader: str = "pdfium") -> list[str]:
    """The lines read of parts that stand on one baseline, so many points apart."""

    def draw(canvas: Canvas) -> None:
        x = 30.0
        for text, (font, size) in parts:
            canvas.setFont(font, size)
            canvas.drawString(x, PAGE[1] - 100, text)
            x += canvas.stringWidth(text, font, size) + gap_pt

    return [line.text for line in read_bytes(pdf(draw), "report.pdf", ReadSettings(reader=reader)).lines]


def test_a_small_note_in_the_margin_beside_a_line_of_text_is_a_line_of_its_own() -> None:
    assert _lines((TEXT, ROMAN), ("Bell, 9", SMALL)) == [TEXT, "Bell, 9"]
    assert _lines(("Bell, 9", SMALL), (TEXT, ROMAN)) == ["Bell, 9", TEXT]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("text", "note", "gap_pt", "are_two"),
    [
        (TEXT, SMALL, 15.0, True),
        (TEXT, ("Helvetica", 8.0), 15.0, False),
        (TEXT, ("Times-Roman", 9.2), 15.0, False),
        (TEXT, ("Times-Roman", 12.0), 15.0, True),
        (TEXT, SMALL, 10.0, False),
        (TEXT[:59], ("Helvetica-Bold", 10.0), 15.0, True),
        (TEXT[:60], ("Helvetica-Bold", 10.0), 15.0, False),
        ("The", SMALL, 15.0, True),
        ("9.", SMALL, 15.0, False),
    ],
    ids=[
        "note",
        "same font",
        "about as large",
        "larger",
        "word space",
        "label",
        "longer than a label",
        "short label",
        "number",
    ],
)
def test_behind_a_line_longer_than_a_label_a_note_has_another_font_and_size(
    text: str, note: Type, gap_pt: float, reader: str, *, are_two: bool
) -> None:
    lines = _lines((text, ROMAN), ("Bell", note), gap_pt=gap_pt, reader=reader)
    assert lines == ([text, "Bell"] if are_two else [f"{text} Bell"])


def test_a_note_is_compared_with_the_type_right_before_it() -> None:
    def draw(canvas: Canvas) -> None:
        line = canvas.beginText(30, PAGE[1] - 100)
        for text, (font, size) in (("Toll ", SMALL), (TEXT, ROMAN)):
            line.setFont(font, size)
            line.textOut(text)
        canvas.drawText(line)
        canvas.setFont("Times-Bold", 8)
        canvas.drawString(line.getX() + 15, PAGE[1] - 100, "Bell")

    report = read_bytes(pdf(draw), "report.pdf")
    assert [line.text for line in report.lines] == [f"Toll {TEXT}", "Bell"]
