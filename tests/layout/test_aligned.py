"""Where each of several values ends, in lines with nothing between them."""

from __future__ import annotations

import pytest
from builders import text_report

from profile_extract.layout.aligned import aligned

FULL = "Whoever borrows a ladder should leave a name on"
"""A line as long as the column is wide."""


@pytest.mark.parametrize(
    ("lines", "count", "values"),
    [
        (["High", FULL, "the board.", "2004"], 3, [["High"], [FULL, "the board."], ["2004"]]),  # room for the next word
        ([FULL, f"{FULL[:-3]}.", FULL, "the board"], 2, [[FULL, f"{FULL[:-3]}."], [FULL, "the board"]]),  # a sentence
        ([FULL, FULL, "the board"], 2, [[FULL], [FULL, "the board"]]),  # nothing but their number
        (["Mill", "free", "in spring"], 3, [["Mill"], ["free"], ["in spring"]]),  # small, behind much room
        (["Mill", "a@mill.example"], 2, [["Mill"], ["a@mill.example"]]),
        (["Mill", "Ana Ruiz", "Quay 4", "a@mill.example"], 2, [["Mill"], ["Ana Ruiz", "Quay 4", "a@mill.example"]]),
        (["Mill", "Soup", "Ana Ruiz", "Rope Union", "Quay 4", "a@mill.example"], 2, []),  # three names over an address
        (["b@mill.example", "Ana Ruiz", "Quay 4", "a@mill.example"], 2, []),  # another address
        (["Mill", "Soup", "Rope"], 2, []),
        (["Mill"], 2, []),
    ],
)
def test_values_end_where_lines_and_their_number_say(lines: list[str], count: int, values: list[list[str]]) -> None:
    found = aligned(text_report("\n".join(lines)).lines, count, len(FULL))
    assert [[line.text for line in value] for value in found] == values
