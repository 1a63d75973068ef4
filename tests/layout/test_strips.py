"""Addresses in a strip across a page."""

from __future__ import annotations

import pytest

from profile_extract.layout.columns import in_reading_order
from profile_extract.model import BBox, Line, Run, Style

STACKS = (
    ("Ada Lund", "Head of the school"),
    ("17 Quay Street", "4000 Turku", "Finland"),
    ("+358 40 123 4567", "ada@quay.example", "www.quay.example"),
)


def _read(*stacks: tuple[str, ...]) -> list[str]:
    """Lines of stacks side by side, each known by its text, in reading order."""
    placed = [
        (50 + 170 * column, 300 + 14 * row, text) for column, stack in enumerate(stacks) for row, text in enumerate(stack)
    ]
    lines = [
        Line(0, 1, number, text, BBox(x, top, x + 5 * len(text), top + 9), (Run(0, Style("Roman", 9.0)),))
        for number, (x, top, text) in enumerate(placed)
    ]
    return [line.text for flow in in_reading_order(lines, 9.0, lambda _: False) for line in flow.lines]


def test_the_stacks_of_an_address_are_read_one_after_the_other() -> None:
    assert _read(*STACKS) == [line for stack in STACKS for line in stack]


@pytest.mark.parametrize("last", [("4 boats", "3 crews", "2 bells"), ("+358 40 123 4567",)])
def test_without_ways_to_reach_somebody_below_each_other_rows_are_rows(last: tuple[str, ...]) -> None:
    found = _read(*STACKS[:2], last)
    assert found.index("17 Quay Street") < found.index("Head of the school")
