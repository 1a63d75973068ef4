"""Lines that begin with a letter set larger."""

from __future__ import annotations

import pytest
from builders import PAGE, pdf_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.model import Style


def style_of(*parts: tuple[str, float, float], font: str = "Helvetica") -> Style | None:
    """The style of a line made of parts, each with its size and how far it is raised."""

    def draw(canvas: Canvas) -> None:
        x = 50.0
        for text, size, rise in parts:
            canvas.setFont(font, size)
            canvas.drawString(x, PAGE[1] - 100 + rise, text)
            x += canvas.stringWidth(text, font, size)

    return pdf_report(draw).lines[0].style


def test_a_raised_initial_says_nothing_of_its_line() -> None:
    style = style_of(("T", 24, 0), ("he ferry crosses at noon", 10, 0))
    assert style is not None
    assert style.size_pt == 10.0


def test_nor_does_one_that_stands_apart() -> None:
    style = style_of(("T ", 24, 0), ("he ferry crosses at noon", 10, 0))
    assert style is not None
    assert style.size_pt == 10.0


@pytest.mark.parametrize("mark", ["2", "2 "], ids=["joined", "apart"])
def test_a_raised_figure_before_a_line_says_nothing_of_it(mark: str) -> None:
    style = style_of((mark, 7, 5), ("Society of Ferrymen, Upper Bank", 12, 0))
    assert style is not None
    assert style.size_pt == 12.0


def test_a_line_stays_whole_behind_a_raised_figure_that_begins_or_ends_a_word() -> None:
    def draw(canvas: Canvas) -> None:
        x = 50.0
        for text, size, rise in (("1", 7, 5), ("Ferry House and bank", 12, 0), ("2", 7, 5)):
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, PAGE[1] - 100 + rise, text)
            x += canvas.stringWidth(text, "Helvetica", size)

    assert pdf_report(draw).lines[0].text == "1Ferry House and bank2"


@pytest.mark.parametrize(
    "parts",
    [
        (("Ferry", 10, 0), ("3", 6, 4)),
        (("T", 12, 0), ("HE FERRY", 10, 0)),
        (("The ferry", 10, 0), (" crosses at noon", 24, 0)),
    ],
    ids=["raised figure", "small capitals", "larger end"],
)
def test_other_lines_are_as_their_first_letter_is(parts: tuple[tuple[str, float, float], ...]) -> None:
    style = style_of(*parts)
    assert style is not None
    assert style.size_pt == parts[0][1]


@pytest.mark.parametrize("rise", [0, -6, -11], ids=["level", "in the middle", "at the top"])
def test_a_large_number_before_a_title_says_nothing_of_it(rise: float) -> None:
    style = style_of(("14 ", 24, rise), ("Lamps of the Lower Town", 13, 0), font="Helvetica-Bold")
    assert style is not None
    assert style.size_pt == 13.0


def test_a_large_word_before_a_line_is_how_it_begins() -> None:
    style = style_of(("To ", 24, -11), ("Lamps of the Lower Town", 13, 0), font="Helvetica-Bold")
    assert style is not None
    assert style.size_pt == 24.0


@pytest.mark.parametrize("rise", [0, 3], ids=["level", "in the middle"])
def test_a_small_number_before_a_title_says_nothing_of_it(rise: float) -> None:
    style = style_of(("14 ", 12, rise), ("Lamps of the Lower Town", 20, 0), font="Helvetica-Bold")
    assert style is not None
    assert style.size_pt == 20.0


@pytest.mark.parametrize(("code", "size"), [("A1 ", 16), ("P-014 ", 9), ("14 ", 16)])
def test_a_code_before_a_title_says_nothing_of_it(code: str, size: float) -> None:
    style = style_of((code, size, 0), ("Lamps of the Lower Town", 13, 0), font="Helvetica-Bold")
    assert style is not None
    assert style.size_pt == 13.0


@pytest.mark.parametrize("word", ["SEASON2024X1 ", "Hall1 ", "BELLS "])
def test_what_is_no_code_is_how_a_line_begins(word: str) -> None:
    style = style_of((word, 16, 0), ("Lamps of the Lower Town", 13, 0), font="Helvetica-Bold")
    assert style is not None
    assert style.size_pt == 16.0
