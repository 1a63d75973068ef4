"""Text that runs around a box."""

from __future__ import annotations

import pytest
from builders import Placed, laid_out, overlaid, page_of, pdf_report, text_report

from profile_extract.structure import Block

WIDE = (
    "The ferry crosses at noon and takes whoever waits on the quay, and",
    "all that people carry with them when they come home from the market",
    "on the far bank: baskets of plums, a clock, once a wardrobe that had",
)
NARROW = (
    "to be taken out of its doors, so",
    "that there was room for a mule",
    "that would not leave its side in",
    "all the time that they were out",
)
BELOW = (
    "on the water. The bell was rung twice, as is the custom when animals",
    "are on board, and the fare was paid in plums, which is not allowed but",
    "has been done for as long as anybody on either of the banks remembers.",
)
BOX = ("Two boats", "Six oars", "One bell", "No timetable")


def _rows(lines: tuple[str, ...], x: float, first: int) -> list[Placed]:
    return [(x, 100.0 + 12 * (first + n), line) for n, line in enumerate(lines)]


def _blocks(beside: tuple[str, ...], heading: str = "") -> tuple[Block, ...]:
    text = [*_rows(WIDE, 40, 0), *_rows(beside, 40, 3), *_rows(BELOW, 40, 7)]
    page = [page_of(text), page_of(_rows(BOX, 205, 3), "Times-Roman")]
    if heading:
        page += [page_of([(40, 210, heading)], "Helvetica-Bold"), page_of(_rows(WIDE, 40, 11))]
    return laid_out(pdf_report(overlaid(*page))).blocks


def test_a_box_in_the_text_stands_behind_it() -> None:
    texts = [block.text.text for block in _blocks(NARROW)]
    assert texts[0] == " ".join([*WIDE, *NARROW, *BELOW])
    assert " ".join(texts[1:]) == " ".join(BOX)


def test_a_box_stands_before_the_next_heading() -> None:
    texts = [block.text.text for block in _blocks(NARROW, "On the Quay")]
    assert texts[0] == " ".join([*WIDE, *NARROW, *BELOW])
    assert " ".join(texts[1:-2]) == " ".join(BOX)
    assert texts[-2:] == ["On the Quay", " ".join(WIDE)]


ALONG = (
    "to be taken out of its doors, so",
    "that there was room for the mule",
    "which would not leave its master",
    "at any time while they were upon",
    "the river. The owner of the mule",
)
"""Lines of one width, as justified text has them."""


@pytest.mark.parametrize(("count", "is_box"), [(5, True), (4, False)])
def test_a_box_whose_lines_begin_anywhere_stands_beside_lines_that_end_short_together(count: int, *, is_box: bool) -> None:
    box = [(300.0, 136.0, "Two boats"), (262.0, 148.0, "Six oars and bells"), (235.0, 160.0, "No timetable")]
    text = [*_rows(WIDE, 40, 0), *_rows(ALONG[:count], 40, 3), *_rows(BELOW, 40, 3 + count)]
    blocks = laid_out(pdf_report(overlaid(page_of(text, "Courier", 9.0), page_of(box, "Times-Roman")))).blocks
    assert (" ".join(block.text.text for block in blocks[1:]) == " ".join(row[2] for row in box)) is is_box


def test_values_beside_their_labels_are_no_box() -> None:
    labels = ("Boats", "Oars", "Bells", "Trips")
    lines = [line.text for block in _blocks(labels) for line in block.lines]
    assert lines[3:11] == [text for row in zip(labels, BOX, strict=True) for text in row]


def _beside(shift: int) -> list[str]:
    """The blocks of a dump with facts beside a part of its text, the last of them printed so far left of the others."""
    facts = ("Crew", "two at the oars", "Fare", "eight plums")
    rows = [f"{text:38}{fact}" for text, fact in zip(NARROW, facts, strict=True)]
    rows[-1] = f"{NARROW[-1]:{38 - shift}}{facts[-1]}"
    dump = "\n".join((*WIDE, *rows, *BELOW, "", "Timetable", WIDE[0], *BELOW))
    return [block.text.text for block in laid_out(text_report(f"{dump}\f")).blocks]


@pytest.mark.parametrize("shift", [0, 3])
def test_facts_beside_a_text_of_a_dump_stand_behind_its_paragraph(shift: int) -> None:
    texts = _beside(shift)
    assert texts[0] == " ".join((*WIDE, *NARROW, *BELOW))
    facts = [n for n, text in enumerate(texts) if "oars" in text or "eight plums" in text]
    assert 0 < max(facts) < next(n for n, text in enumerate(texts) if text.startswith("Timetable"))
