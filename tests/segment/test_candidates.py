"""Lines that may be labels by themselves."""

from __future__ import annotations

import pytest
from builders import laid_out, page_of, pdf_report, text_report

from profile_extract.model import Report
from profile_extract.segment.candidates import alone, candidates


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
