"""Headings of two lines in nearly one size, the first of which ends early."""

from __future__ import annotations

import pytest
from builders import laid_out, overlaid, page_of, pdf_report


@pytest.mark.parametrize(
    ("word", "font", "count"),
    [("NEIGHBOURHOODS", "Helvetica-Bold", 1), ("TO", "Helvetica-Bold", 2), ("NEIGHBOURHOODS", "Helvetica", 2)],
)
def test_a_bold_line_without_room_for_the_next_word_goes_on(word: str, font: str, count: int) -> None:
    text = page_of([(50, 120 + 12 * n, "those who want to count the steps between the station") for n in range(3)])
    first, second = "A2 HOW BAKERS OF LOW", f"{word} MEND"
    page = overlaid(page_of([(50, 60, first)], font, 10.5), page_of([(50, 72, second)], font, 11), text)
    blocks = laid_out(pdf_report(page)).blocks
    assert [len(blocks) - 1, blocks[0].text.text] == [count, f"{first} {second}" if count == 1 else first]
