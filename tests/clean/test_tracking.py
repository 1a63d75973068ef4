"""Letter-spaced words."""

from __future__ import annotations

import pytest
from builders import PAGE, pdf_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.clean import clean
from profile_extract.clean.tracking import may_part_capitals
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


# Capitals a little apart


def apart(text: str, gap_pt: float, *, more: str = "") -> Report:
    """A page with a line whose narrow spaces are written as bars, over prose, and over more letter-spaced words."""

    def draw(canvas: Canvas) -> None:
        for row in range(3):
            canvas.setFont("Times-Roman", 10)
            canvas.drawString(50, PAGE[1] - 300 - 12 * row, PROSE)
        canvas.setFont("Courier", 10)
        for number, letter in enumerate(more):
            canvas.drawString(50 + 10 * number, PAGE[1] - 200, letter)
        canvas.setFont("Helvetica", 10)
        x = 50.0
        for part in text.split("|"):
            canvas.drawString(x, PAGE[1] - 100, f"{part} ")
            x += canvas.stringWidth(part, "Helvetica", 10) + gap_pt

    return pdf_report(draw)


@pytest.mark.parametrize(
    ("text", "gap_pt"),
    [
        ("HA|M|BURG BELLS", 0.8),
        ("HA|M|BURG", 0.8),
        ("HA|M|BURG", 1.4),
        ("A BELL OF HA|M|BURG", 0.8),
        ("BELLS OF HAMBUR|G", 0.8),
        ("H|AMBURG BELLS", 0.8),
        ("THE 3 BELLS OF K|Ö|LN", 0.8),
    ],
)
def test_capitals_a_little_apart_are_joined(text: str, gap_pt: float) -> None:
    report = apart(text, gap_pt)
    assert texts(report) == [text.replace("|", " ")]
    cleaned = clean(report)
    assert texts(cleaned) == [text.replace("|", "")]
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "gap_pt"),
    [
        ("HA|M|BURG BELLS", 1.3),
        ("HA|M|BURG", 1.6),
        ("HA M BURG", 0.0),
        ("HA|M|BURG BELLS", -0.2),
        ("Ha|m|burg bells", 0.8),
        ("A BELL FOR HAM|BURG", 0.8),
        ("HAM|BURG BELLS", 0.8),
        ("A HALL|7 BELLS", 0.8),
        ("A BELL|&|ROPES", 0.8),
    ],
    ids=["for its line", "for its type", "spaces", "none", "small", "one elsewhere", "no single one", "a figure", "a mark"],
)
def test_capitals_with_a_space_between_them_stay_apart(text: str, gap_pt: float) -> None:
    report = apart(text, gap_pt)
    assert texts(report) == [text.replace("|", " ")]
    assert texts(clean(report)) == [text.replace("|", " ")]


@pytest.mark.parametrize(("text", "is_joined"), [("HA|M|BURG BELLS", True), ("Ha|m|burg bells", False)])
def test_so_it_is_beside_letter_spaced_words_in_another_type(text: str, *, is_joined: bool) -> None:
    cleaned = text.replace("|", "" if is_joined else " ")
    assert texts(clean(apart(text, 0.8, more="FERRYMEN"))) == ["FERRYMEN", cleaned]


@pytest.mark.parametrize(
    ("text", "may_part"),
    [
        ("HA M BURG", True),
        ("H AMBURG", True),
        ("HAMBUR G", True),
        ("HAMBURG", False),
        ("HAM BURG", False),
        ("ROOM 7 BELLS", False),
        ("BELLS & ROPES", False),
        ("H. AMBURG", False),
        ("Ha m burg", False),
        ("A Bell", False),
    ],
)
def test_one_capital_by_itself_may_be_of_the_word_beside_it(text: str, *, may_part: bool) -> None:
    assert may_part_capitals(text) is may_part
