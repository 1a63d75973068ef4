"""Styles of running text: a label may be as long as one here and there."""

from __future__ import annotations

import pytest
from builders import Page, laid_out, overlaid, page_of, pdf_report

from profile_extract.segment.labels import _styles_of_texts

BOLD = "Helvetica-Bold"
LONG = ("What the bakers of the old", "barracks and their neighbours have", "in mind for us all")


def _page(*lines: str, heads: int) -> Page:
    """Lines of a paragraph in bold, if any, below so many headings in bold."""
    return overlaid(
        page_of([(50, 40 + 30 * n, f"Aim {n}") for n in range(heads)], BOLD),
        page_of([(50, 400 + 12 * n, line) for n, line in enumerate(lines)], BOLD),
    )


@pytest.mark.parametrize(("heads", "is_text"), [(9, True), (10, False)], ids=["one of ten", "one of eleven"])
def test_what_is_as_long_as_a_text_once_in_many_times_tells_nothing_of_its_type(heads: int, *, is_text: bool) -> None:
    layout = laid_out(pdf_report(_page(*LONG, heads=heads)))
    assert len(layout.blocks) == heads + 1
    assert (layout.blocks[-1].style in _styles_of_texts(layout)) is is_text
