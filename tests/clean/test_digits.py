"""Raised and lowered figures."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from builders import PAGE, pdf_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.clean import clean
from profile_extract.model import Report

Part = tuple[str, float, float]
"""Text, size in points, and how far it is raised."""


def _report(*lines: tuple[Part, ...]) -> Report:
    def draw(canvas: Canvas) -> None:
        for number, parts in enumerate(lines):
            x = 50.0
            for text, size, rise in parts:
                canvas.setFont("Helvetica", size)
                canvas.drawString(x, PAGE[1] - 100 - 20 * number + rise, text)
                x += canvas.stringWidth(text, "Helvetica", size)

    return clean(pdf_report(draw))


def _texts(report: Report) -> list[str]:
    return [report.text_of(line) for line in report.lines]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("an area of 12 km", 10, 0), ("2", 6, 4)), "an area of 12 km²"),
        ((("less CO", 10, 0), ("2", 6, -2)), "less CO₂"),
        ((("as they say", 10, 0), ("12", 6, 4)), "as they say¹²"),
        ((("bus 12 and tram B2", 10, 0),), "bus 12 and tram B2"),
    ],
)
def test_figures_at_the_end_of_words_are_as_they_are_set(parts: tuple[Part, ...], expected: str) -> None:
    assert _texts(_report(parts)) == [expected]


def test_a_unit_before_a_mark_is_set_as_elsewhere_and_a_footnote_is_not() -> None:
    square, small = ("2", 6.0, 4.0), ("3", 6.0, 4.0)
    report = _report(
        (("on 12 km", 10, 0), square),
        (("over 30 km2, or more (4 km2) a day", 10, 0),),
        (("a bench", 10, 0), small),
        (("a bench3, and skm2, too", 10, 0),),
    )
    assert _texts(report) == ["on 12 km²", "over 30 km², or more (4 km²) a day", "a bench³", "a bench3, and skm2, too"]
    assert clean(report) == report


def test_a_plain_figure_behind_a_bracket_that_goes_below_the_line_is_not_raised() -> None:
    """Some fonts do not say how high lines are: then boxes hold the sign alone, of a bracket more than of a figure."""
    report = pdf_report(lambda canvas: canvas.drawString(50, 500, "(R2"))
    page = report.pages[0]
    assert page.words is not None
    bracket, figure = (50.0, 507.0, 53.0, 497.8), (60.0, 506.7, 65.0, 500.0)
    words = page.words._replace(edges=array("f", (*bracket, *figure)))
    assert _texts(clean(replace(report, pages=(page._replace(words=words),)))) == ["(R2"]
