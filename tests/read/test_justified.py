"""Cells of rows of a dump whose lines are justified."""

from __future__ import annotations

import pytest

from profile_extract.read.justified import find_cells

LEFT = (
    "In the second winter the school",
    "opened its workshop, and those",
    "who had lost their chairs came",
    "to mend them with their cousins",
)
RIGHT = (
    "The council had planned a park",
    "behind the mill, until a",
    "petition of bakers turned the",
    "plot into a small orchard",
)


def _read(*rows: str) -> list[list[str]]:
    return [[row[start:end] for start, end in cells] for row, cells in zip(rows, find_cells([rows])[0], strict=True)]


def test_columns_are_parted_where_row_after_row_begins_anew() -> None:
    rows = [f"{left:36}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    assert _read(*rows) == [[left, right] for left, right in zip(LEFT, RIGHT, strict=True)]


def test_wide_spaces_inside_a_justified_line_part_nothing() -> None:
    wide = "in     the      cold    evenings"
    pairs = list(zip((*LEFT, wide), (*RIGHT, "which  gave    no apples"), strict=True))
    more = [f"{'the   chairs':36}and    whoever came", "The    Mayor    speaks    here"]
    rows = [f"{left:36}{right}" for left, right in pairs]
    assert _read(*rows, *more)[4:] == [list(pairs[-1]), ["the   chairs", "and    whoever came"], [more[1]]]


def test_few_rows_that_look_justified_are_fields() -> None:
    assert _read("Monday    closed", "Tuesday      nine to noon") == [["Monday", "closed"], ["Tuesday", "nine to noon"]]


def test_fields_that_wide_spaces_part_stay_parted() -> None:
    justified = ["one    evening      in", "every     week  it  rains", "and     nobody    comes"]
    rows = ["Ada Okoro    Mill Lane 4", "opened its workshop             and those", "tea\ttwo", "opened\f   the"]
    parts = [["Ada Okoro", "Mill Lane 4"], ["opened its workshop", "and those"], ["tea", "two"], ["opened", "the"]]
    assert _read(*justified, *rows) == [*([row] for row in justified), *parts]


@pytest.mark.parametrize("bullet", ["-", "•", "o", "12."])
def test_a_bullet_is_in_one_cell_with_its_text_however_wide_the_space(bullet: str) -> None:
    assert _read(f"{bullet}     a key for each singer", "3      keys") == [
        [f"{bullet}     a key for each singer"],
        ["3", "keys"],
    ]
