"""White strips between columns that hold few lines, or that much of the page runs across."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest

from profile_extract.layout.columns import in_reading_order
from profile_extract.layout.gutters import find_gutter
from profile_extract.model import BBox, Line, Run, Style

EM, LEADING = 10.0, 12.0
LEFT, WIDTH = 50.0, 100.0
TEXT = Style("Roman", EM)
_OFFSETS = itertools.count()


def _column(name: str, x0: float, top: float, count: int, width: float = WIDTH, *, is_dump: bool = False) -> list[Line]:
    """Lines a0, a1 … of a column named ``a``, one under the other."""
    runs = () if is_dump else (Run(0, TEXT),)
    tops = [top + LEADING * n for n in range(count)]
    return [Line(0, 1, next(_OFFSETS), f"{name}{n}", BBox(x0, y, x0 + width, y + EM), runs) for n, y in enumerate(tops)]


def _ending(beside: int, gap: float, *, is_dump: bool = False) -> list[Line]:
    """A column of eight lines, and one of four that begins beside so many of its last ones."""
    left = _column("a", LEFT, 60, 8, is_dump=is_dump)
    return [*left, *_column("b", LEFT + WIDTH + gap, 60 + LEADING * (8 - beside), 4, is_dump=is_dump)]


@pytest.mark.parametrize(
    ("beside", "gap", "is_found"),
    [(1, 34, True), (1, 32, False), (2, 24, True), (2, 22, False), (3, 9, True), (3, 7, False), (0, 34, False)],
)
def test_the_more_lines_stand_beside_others_the_narrower_a_strip_is_enough(beside: int, gap: float, *, is_found: bool) -> None:
    assert (find_gutter(_ending(beside, gap), EM) is not None) is is_found


def test_a_dump_shows_no_strip_by_few_lines_beside_others() -> None:
    assert find_gutter(_ending(2, 34, is_dump=True), EM) is None


def test_few_lines_beside_others_show_no_strip_that_a_line_crosses() -> None:
    assert find_gutter([*_column("across", LEFT, 40, 1, 250), *_ending(2, 34)], EM) is None


def _read(lines: Sequence[Line]) -> list[str]:
    """The texts in reading order, whatever order they came in."""
    shuffled = random.Random(7).sample(lines, len(lines))
    return [line.text for flow in in_reading_order(shuffled, EM, lambda _: False) for line in flow.lines]


def test_a_small_box_beside_the_end_of_a_text_is_read_behind_it() -> None:
    assert _read(_ending(2, 24)) == [*(f"a{n}" for n in range(8)), *(f"b{n}" for n in range(4))]


def _band(*, left: int = 8, right: int = 8, above: int = 10, below: int = 6, lower: int = 0) -> list[Line]:
    """Two columns in a band, ``lower`` of whose right one's lines reach below the left, between texts across the page."""
    top = 60 + LEADING * above + 10
    end = top + LEADING * max(left, right + lower) + 10
    return [
        *_column("over", LEFT, 60, above, 220),
        *_column("a", LEFT, top, left),
        *_column("b", LEFT + WIDTH + 20, top + LEADING * lower, right),
        *_column("under", LEFT, end, below, 220),
    ]


def test_columns_between_texts_across_the_page_are_read_one_after_the_other() -> None:
    over, under = [f"over{n}" for n in range(10)], [f"under{n}" for n in range(6)]
    assert _read(_band()) == [*over, *(f"a{n}" for n in range(8)), *(f"b{n}" for n in range(8)), *under]


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (_band(), True),
        (_band(left=7), False),
        (_band(right=7), False),
        (_band(lower=1), False),
        (_band(left=7, right=7, above=4, below=2), True),
        ([*_band(), *_column("amid", LEFT, 60 + LEADING * 10 + 10 + LEADING * 7, 1, 220)], False),
    ],
    ids=["eight", "seven left", "seven right", "seven beside", "few across", "one across amid them"],
)
def test_where_much_runs_across_a_strip_it_parts_eight_lines_and_nothing_crosses_among_them(
    lines: Sequence[Line], *, is_found: bool
) -> None:
    assert (find_gutter(lines, EM) is not None) is is_found
