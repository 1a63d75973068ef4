"""Lines that an empty row of the column beside them has torn apart."""

from __future__ import annotations

import pytest

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
