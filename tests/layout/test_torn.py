"""Lines that an empty row of the column beside them has torn apart."""

from __future__ import annotations

import pytest
from builders import laid_out, text_report

from profile_extract.layout.torn import find_torn
from profile_extract.model import BBox, Line

LEFT = ("The council had planned a", "car park behind the mill,", "until a petition of some", "bakers turned the plot")


def _line(row: int, x: float, text: str, *, blank: int = 0) -> Line:
    box = BBox(x, 12.0 * row, x + 6 * len(text), 12.0 * row + 12)
    return Line(row, 1, 1000 * row + int(x), text, box, blank_before=blank)


def _torn(above: str, below: str) -> list[str]:
    """What is found torn in a dump whose right column has an empty row between two lines."""
    left = [_line(row, 0.0, text) for row, text in enumerate(LEFT)]
    right = [_line(0, 300.0, "A bell was cast in spring."), _line(1, 300.0, above), _line(3, 300.0, below, blank=1)]
    found = find_torn([*left, *right])
    return [line.text for line in right if line.start in found]


@pytest.mark.parametrize(
    ("above", "below", "is_torn"),
    [
        ("Wet feet: school visits to the salt", "marsh", True),
        ("Wet feet: school visits to the salt.", "marsh", False),
        ("Wet feet: school visits to the salt", "Marsh", False),
        ("Wet feet", "marsh", False),
        ("Whom to ask about the visits to salt", "marsh@quay.example", False),
    ],
)
def test_what_begins_small_behind_an_empty_row_goes_on_in_what_ends_openly(above: str, below: str, is_torn: bool) -> None:
    assert _torn(above, below) == ([below] if is_torn else [])


def test_in_one_column_an_empty_line_parts_what_is_above_it() -> None:
    lines = [_line(0, 0.0, "Wet feet: school visits to the salt"), _line(2, 0.0, "marsh", blank=1)]
    assert find_torn(lines) == frozenset()


TITLE, REST = "Wet feet: school visits to the salt", "marsh and back"


def _torn_alone(*texts: str, blank: int = 1) -> list[str]:
    """What is found torn in a dump of one column with an empty row before each line."""
    lines = [_line(2 * row, 0.0, text, blank=blank) for row, text in enumerate(texts)]
    found = find_torn(lines, in_one_column=True)
    return [line.text for line in lines if line.start in found]


@pytest.mark.parametrize(
    ("lines", "torn"),
    [
        ([TITLE, REST, "A bell was cast in spring."], [REST]),
        (["A bell was cast in spring.", TITLE, REST], [REST]),
        ([TITLE, "marsh and back again in June", "over the long dike"], []),
        ([TITLE, REST, "A bell was cast in spring.", TITLE], []),
        ([TITLE, REST, "A bell was cast in spring.", REST], []),
        ([TITLE, REST, *("A bell that the whole of the quarter had paid for was cast there in the wet spring.",) * 3], []),
        ([TITLE, "marsh.example", "A bell was cast in spring."], []),
    ],
    ids=["torn", "at the end", "items", "above comes back", "comes back", "short above", "address"],
)
def test_in_one_column_long_lines_that_come_once_are_torn(lines: list[str], torn: list[str]) -> None:
    assert _torn_alone(*lines) == torn


def test_two_empty_rows_tear_nothing() -> None:
    assert _torn_alone(TITLE, REST, "A bell was cast in spring.", blank=2) == []


@pytest.mark.parametrize(
    ("text", "blocks"), [(f"{TITLE}\n\n{REST}\n\nA bell.\n", 2), (f"{TITLE}\n\n{REST}\n\nA bell.\n\f", 3)]
)
def test_dumps_with_page_ends_part_paragraphs_by_empty_lines(text: str, blocks: int) -> None:
    assert len(laid_out(text_report(text)).blocks) == blocks
