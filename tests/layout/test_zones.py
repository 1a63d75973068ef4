"""Two parts of a page under each other, each in columns of its own."""

from __future__ import annotations

import itertools

from profile_extract.layout.columns import in_reading_order
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
TEXT, HEAD = Style("Roman", EM), Style("Bold", 12.0)
_OFFSETS = itertools.count()


def _line(text: str, x: float, top: float, width: float, style: Style = TEXT) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(x, top, x + width, top + style.size_pt), (Run(0, style),))


def _column(name: str, x: float, top: float, width: float, lines: int = 6) -> list[Line]:
    return [_line(f"{name}{n}", x, top + 12 * n, width) for n in range(lines)]


def _read(lines: list[Line]) -> list[str]:
    return [line.text[0] for flow in in_reading_order(lines, EM, lambda _: False) for line in flow.lines]


def test_a_list_beside_an_address_under_a_text_in_two_columns_is_read_by_itself() -> None:
    text = [*_column("a", 50, 60, 140, 9), *_column("b", 210, 60, 140, 9)]
    below = [*_column("c", 50, 195, 200), *_column("d", 270, 195, 80)]
    assert _read([*text, *below]) == ["a"] * 9 + ["b"] * 9 + ["c"] * 6 + ["d"] * 6


def test_facts_in_columns_of_their_own_may_stand_above() -> None:
    above = [*_column("a", 50, 60, 200), *_column("b", 270, 60, 80)]
    text = [*_column("c", 50, 160, 140, 12), *_column("d", 210, 160, 140, 12)]
    assert _read([*above, *text]) == ["a"] * 6 + ["b"] * 6 + ["c"] * 12 + ["d"] * 12


def test_without_white_space_across_the_page_columns_go_on() -> None:
    left = [*_column("a", 50, 60, 140, 9), *_column("a", 50, 168, 140, 6)]
    right = _column("b", 210, 60, 140, 15)
    heading = [_line("h", 50, 30, 250, HEAD)]
    assert _read([*heading, *left, *right]) == ["h"] + ["a"] * 15 + ["b"] * 15


def test_a_wide_heading_over_entries_parted_by_space_is_no_part_in_columns() -> None:
    heading = [_line("h", 120, 30, 150, HEAD)]
    left = [line for n in range(3) for line in _column("a", 50, 70 + 60 * n, 90 + 20 * n, 3)]
    right = [line for n in range(3) for line in _column("b", 210, 70 + 60 * n, 90, 3)]
    assert _read([*heading, *left, *right]) == ["h"] + ["a"] * 9 + ["b"] * 9
