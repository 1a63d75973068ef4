"""Facts in a row: labels beside each other, each with its value under it."""

from __future__ import annotations

import pytest

from profile_extract.layout.grids import find_grid
from profile_extract.model import BBox, Line, Run, Style

LABELS, VALUES = Style("Bold", 10.0, bold=True), Style("Roman", 10.0)
Row = tuple[float, str]
"""Distance from the top, and what stands at 50, 150 and 250 points between bars; what begins with ``*`` is set as labels."""


def _line(top: float, x0: float, text: str) -> Line:
    style = LABELS if text[0] == "*" else VALUES
    return Line(0, 1, int(1000 * top + x0), text.strip("*"), BBox(x0, top, x0 + 60, top + 10), (Run(0, style),))


def _cells(*rows: Row) -> list[list[str]] | None:
    lines = [[_line(top, 50 + 100 * n, cell) for n, cell in enumerate(row.split("|")) if cell] for top, row in rows]
    grid = find_grid(lines, lambda line: line.style == LABELS)
    return [[line.text for line in cell] for cell in grid.cells] if grid else None


def _labels(*second: str, value: str = "Ferries|Mill") -> list[Row]:
    rows = ["*Name|*Town", *second, value]
    return [(100.0 + 12 * n, row) for n, row in enumerate(rows)]


@pytest.mark.parametrize("count", [1, 4])
def test_a_label_may_have_several_lines(count: int) -> None:
    more = [f"*Word {n}" for n in range(count)]
    assert _cells(*_labels(*more)) == [["Name", *(word.strip("*") for word in more), "Ferries"], ["Town", "Mill"]]


def test_and_so_may_all_if_they_go_on_in_small_letters() -> None:
    assert _cells(*_labels("*of all|*and land")) == [["Name", "of all", "Ferries"], ["Town", "and land", "Mill"]]
    assert _cells(*_labels("*of all|*and land", "*Lakes")) == [
        ["Name", "of all", "Lakes", "Ferries"],
        ["Town", "and land", "Mill"],
    ]
    assert _cells((100, "*Day|*Day"), (112, "*it begins|*it ends"), (124, "Monday|Friday")) is not None


@pytest.mark.parametrize(
    "rows",
    [
        _labels(*(f"*Word {n}" for n in range(5))),
        _labels("*Of all|*And land"),
        _labels("*of all|*And land"),
        _labels("||*aside"),
        [(100, "*Name|*Town"), (116, "*Of all"), (128, "Ferries|Mill")],
        [(100, "*Name|*Town"), (112, "*Of all")],
        [(100, "*Day|*Day"), (112, "Monday|Friday")],
    ],
    ids=["too many", "all begin anew", "one of all begins anew", "at no edge", "not near", "no values", "alike"],
)
def test_other_lines_set_as_labels_are_none_of_a_label(rows: list[Row]) -> None:
    assert _cells(*rows) is None


def _values(*rows: str, below: tuple[Row, ...] = ()) -> list[Row]:
    return [(100.0, "*Name|*Town"), *((112.0 + 12 * n, row) for n, row in enumerate(rows)), *below]


TWO_ROWS = ("Ferries|Mill", "of all|and land")
WHOLE = [["Name", "Ferries", "of all"], ["Town", "Mill", "and land"]]


@pytest.mark.parametrize(
    "below",
    [
        (),
        ((160, "*Cost|*Staff"), (172, "ten|two")),
        ((160, "||A note at the edge"), (190, "*Cost|*Staff"), (202, "ten|two")),
        ((160, "*Cost"), (172, "ten")),
        ((160, "*Cost"), (172, "||A note at the edge")),
    ],
    ids=["nothing", "facts", "facts below a note", "one column", "one column and a note"],
)
def test_all_values_may_have_two_lines(below: tuple[Row, ...]) -> None:
    assert _cells(*_values(*TWO_ROWS, below=below)) == WHOLE


@pytest.mark.parametrize(
    "rows",
    [
        _values("Ferries|Mill", "Of all|and land"),
        _values(*TWO_ROWS, "or some|and more"),
        _values(*TWO_ROWS, below=((160, "*Cost"), (172, "ten"), (184, "|*Staff"), (196, "|two"))),
        _values(*TWO_ROWS, below=((160, "*Cost"), (172, "ten|or so"), (220, "*Room|*Staff"))),
        _values(*TWO_ROWS, below=((160, "|It goes on here"),)),
    ],
    ids=["anew", "three lines", "labels not level", "first labels not level", "second column alone"],
)
def test_columns_of_texts_under_level_labels_are_no_facts(rows: list[Row]) -> None:
    assert _cells(*rows) is None


@pytest.mark.parametrize(
    ("below", "is_grid"),
    [
        ((124, "*Cost|and land"), False),
        ((124, "*Cost||and land"), True),
        ((124, "*Cost|*Staff"), True),
        ((130, "*Cost|and land"), True),
    ],
    ids=["right under it", "at another edge", "in another type", "further below"],
)
def test_a_value_that_goes_on_under_its_end_is_a_column_of_text(below: Row, *, is_grid: bool) -> None:
    assert (_cells(*_values("Ferries|Mill", below=(below,))) is not None) is is_grid


TABLE = ((112.0, "a|b"), (124.0, "c|d"), (136.0, "e|f"))


@pytest.mark.parametrize(
    ("first", "is_grid"), [("*Name|*Town", True), ("*Name", False), ("*Name||*Town", False)], ids=["both", "one", "elsewhere"]
)
def test_under_labels_at_their_edges_facts_are_in_no_columns(first: str, *, is_grid: bool) -> None:
    found = _cells((100, first), *TABLE, (170, "*Cost|*Staff"), (182, "ten|two"))
    assert found == ([["Cost", "ten"], ["Staff", "two"]] if is_grid else None)


def test_few_lines_over_facts_make_no_columns() -> None:
    assert _cells((60, "|A town by the sea"), *_values("Ferries|Mill")) is not None
