"""Cells of rows of a dump whose lines are justified."""

from __future__ import annotations

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
    return [[row[start:end] for start, end in cells] for row, cells in zip(rows, find_cells(rows), strict=True)]


def test_columns_are_parted_where_row_after_row_begins_anew() -> None:
    rows = [f"{left:36}{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    assert _read(*rows) == [[left, right] for left, right in zip(LEFT, RIGHT, strict=True)]


def test_wide_spaces_inside_a_justified_line_part_nothing() -> None:
    wide = "in     the      cold    evenings"
    rows = [f"{left:36}{right}" for left, right in zip((*LEFT, wide), (*RIGHT, "which  gave    no apples"), strict=True)]
    assert _read(*rows)[-1] == [wide, "which  gave    no apples"]
    assert _read("The    Mayor    speaks    here") == [["The    Mayor    speaks    here"]]


def test_fields_that_wide_spaces_part_stay_parted() -> None:
    assert _read("Ada Okoro    Mill Lane 4") == [["Ada Okoro", "Mill Lane 4"]]
    assert _read("opened its workshop             and those") == [["opened its workshop", "and those"]]
    assert _read("tea\ttwo", "opened\f   the") == [["tea", "two"], ["opened", "the"]]
