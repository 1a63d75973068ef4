"""Letter-spaced words."""

from __future__ import annotations

import pytest
from builders import PAGE, pdf_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.clean import clean
from profile_extract.evidence import trace, undo_edits
from profile_extract.model import Report

PROSE = "The ferry had lost its bell in the flood, and children drummed"


def tracked(*texts: str, tracking: float = 4.0) -> Report:
    """A page with these lines over one of prose, each letter drawn by itself and so many points behind the one before."""

    def draw(canvas: Canvas) -> None:
        for row in range(3):  # without running text PDFium takes single letters for lines
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(50, PAGE[1] - 300 - 12 * row, PROSE)
        canvas.setFont("Helvetica", 10)
        for number, text in enumerate(texts):
            x = 50.0
            for letter in text:
                canvas.drawString(x, PAGE[1] - 100 - 20 * number, letter)
                x += canvas.stringWidth(letter, "Helvetica", 10) + tracking

    return pdf_report(draw)


def texts(report: Report) -> list[str]:
    """The lines but for those of prose."""
    return [text for line in report.lines if (text := report.passage(line).text) != PROSE]


def test_the_letters_of_words_are_joined_and_the_words_are_not() -> None:
    report = clean(tracked("BELLS OF THE FERRY", "AIM"))
    assert texts(report) == ["BELLS OF THE FERRY", "AIM"]
    assert {edit.rule for line in report.lines for edit in line.edits} == {"join-tracked-letters"}
    assert clean(report) == report


def test_the_letters_behind_a_capital_may_be_small() -> None:
    assert texts(clean(tracked("Commendation", "Winner"))) == ["Commendation", "Winner"]


def test_what_was_joined_can_be_undone() -> None:
    report = clean(tracked("BELLS OF THE FERRY"))
    line = next(line for line in report.lines if line.text != PROSE)
    undone = [undo_edits(report.passage(line).text, part.edits) for part in trace(report.passage(line))]
    assert undone == [line.text]
    assert line.text != "BELLS OF THE FERRY"


@pytest.mark.parametrize(
    "text",
    ["A B C D E F G", "X X X X X X", "a m b k c", "Row B of the T N M", "I O U"],
    ids=["list", "marks", "letters", "text", "few"],
)
def test_single_letters_of_another_kind_stay(text: str) -> None:
    assert texts(clean(tracked(text, tracking=0.0))) == [text]


def test_text_in_the_same_style_keeps_its_spaces() -> None:
    lines = ("B R I D G E", "As to rows a b c of the old ferry")
    assert texts(clean(tracked(*lines, tracking=0.0)))[1] == lines[1]
