"""Lines that may be labels by themselves."""

from __future__ import annotations

import pytest
from builders import PROSE, Page, laid_out, page_of, pdf_report, text_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.model import Report
from profile_extract.segment.candidates import alone, candidates, styled_run_in, under_signs


@pytest.mark.parametrize(
    ("line", "font", "is_label"),
    [
        ("• Results", "Helvetica-Bold", True),
        ("• Results", "Helvetica", False),
        ("• Results", "", False),
        ("• Results:", "Helvetica", True),
        ("• Results:", "", True),
        ("Results", "Helvetica", True),
        ("• Results of it, and nobody counts them", "Helvetica-Bold", True),
    ],
)
def test_an_item_of_a_list_may_be_a_label_in_bold_or_with_a_colon(line: str, font: str, *, is_label: bool) -> None:
    report: Report = pdf_report(page_of([(50, 60, line)], font)) if font else text_report(line)
    (block,) = laid_out(report).blocks
    assert (alone(block) is not None) is is_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Fee 40 crowns: 12 of them for the bell", "Fee"),
        ("Fee forty crowns: 12 of them for the bell", "Fee forty crowns"),
        ("Fee and 40 ropes: 12 of them for the bell", "Fee and 40 ropes"),
        ("Fee: 40 crowns", "Fee"),
        ("Toll 40 crowns: 12 of them for the bell", "Toll 40 crowns"),
    ],
)
def test_an_amount_before_a_colon_is_none_of_the_label_known_before_it(text: str, label: str) -> None:
    (block,) = laid_out(text_report(text)).blocks
    first = next(candidates(block, {"Fee": True}, None))
    assert text[first.start : first.end] == label


def _headed(sign: str, count: int, *under: str) -> str:
    return "\n\n".join(f"{sign} Aim {n}\n\n{(under or (PROSE[n % 5],))[n % max(1, len(under))]}" for n in range(count))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (_headed("■", 6), 6),
        (_headed("■", 5), 0),  # few
        (_headed("■", 6, "• one of them"), 6),
        ("\n".join(f"■ Aim {n}" for n in range(8)), 0),  # items of a list
        (_headed("■", 8) + "\n\n■ Aim\n\n■ Means\n\n■ Outcome", 0),  # some are
        (_headed("", 6), 0),
    ],
)
def test_a_sign_with_a_text_behind_each_heads_texts(text: str, count: int) -> None:
    layout = laid_out(text_report(text))
    found = under_signs(layout)
    assert [layout.blocks[index].text.text for index in sorted(found)] == [f"Aim {n}" for n in range(count)]


def test_behind_such_a_sign_stands_a_label() -> None:
    layout = laid_out(text_report(_headed("■", 6)))
    block = layout.blocks[0]
    assert [label.key for label in candidates(block, {}, None, (), under_signs(layout))] == ["aim #"]
    assert not list(candidates(block, {}, None))


def _coloured(first: str, rest: str, color: tuple[float, float, float], size: float = 10.0) -> Page:
    """A line that begins in a colour."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", size)
        canvas.setFillColorRGB(*color)
        canvas.drawString(50, 400, first)
        width = canvas.stringWidth(first, "Helvetica", size)
        canvas.setFont("Helvetica", 10)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(50 + width, 400, rest)

    return draw


RED, GREY = (0.6, 0.1, 0.1), (0.4, 0.4, 0.4)


@pytest.mark.parametrize(
    ("first", "color", "size", "is_label"),
    [
        ("Owner ", RED, 10, True),
        ("Owner ", GREY, 10, False),
        ("owner ", RED, 10, False),
        ("Owner ", RED, 12, False),
    ],
    ids=["red", "grey", "small letter", "larger"],
)
def test_a_beginning_in_colour_is_a_label(
    first: str, color: tuple[float, float, float], size: float, *, is_label: bool
) -> None:
    (block,) = laid_out(pdf_report(_coloured(first, "the mill company of old", color, size))).blocks
    assert (styled_run_in(block) is not None) is is_label
