"""Lines that begin with a label in a type of its own, and what may only look like an item of a list."""

from __future__ import annotations

import pytest
from builders import PROSE, Page, laid_out, overlaid, page_of, pdf_report, run_in, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth

from profile_extract.segment.titles import is_time


def _blocks(*pages: Page) -> list[str]:
    return [block.text.text for block in laid_out(pdf_report(overlaid(*pages))).blocks]


ADDRESS = [(50.0, 80.0, "Mill Lane 4"), (50.0, 92.0, "24937 Flensburg"), (50.0, 104.0, "ask@club.example")]


@pytest.mark.parametrize(
    ("font", "label", "is_parted"),
    [
        ("Helvetica-Oblique", "Training:", True),
        ("Helvetica-Oblique", "training:", False),
        ("Helvetica-Oblique", "Training", False),
        ("Helvetica", "Training:", False),
    ],
)
def test_a_label_in_italics_begins_a_block_under_short_lines(font: str, label: str, *, is_parted: bool) -> None:
    blocks = _blocks(page_of(ADDRESS), run_in((50, 116, f"{label} "), font, "every Monday at seven in the old hall"))
    assert (blocks[-1] == f"{label} every Monday at seven in the old hall") == is_parted


@pytest.mark.parametrize(("end", "is_parted"), [(".", True), (" and", False)])
def test_words_before_a_name_in_bold_begin_a_block_behind_a_sentence(end: str, *, is_parted: bool) -> None:
    text = [
        (50.0, 80.0 + 12 * k, line)
        for k, line in enumerate([*wrapped(PROSE[0])[:1], f"the garden lies on the roof of the old school{end}"])
    ]
    at = 50 + stringWidth("Speaks for them: ", "Helvetica", 10)
    name = page_of([(at, 104, "Ada Okoro")], "Helvetica-Bold")
    blocks = _blocks(page_of(text), page_of([(50, 104, "Speaks for them:")]), name)
    assert (blocks[-1] == "Speaks for them: Ada Okoro") == is_parted


def test_the_legal_form_of_an_association_begins_no_item() -> None:
    title = page_of(
        [(50, 80, "Music Society of Wehr and Harmony"), (50, 97, "e. V."), (50, 160, "a) one"), (50, 174, "b) two")],
        "Helvetica-Bold",
        14,
    )
    assert "Music Society of Wehr and Harmony e. V." in _blocks(title)
    assert "two" in " ".join(_blocks(title))


@pytest.mark.parametrize("time", ["10 h 50 – 11 h 10", "10 h 50", "14.00 uur", "9 h"])
def test_times_of_day_are_written_so(time: str) -> None:
    assert is_time(time) == (time not in {"14.00 uur", "9 h"})
