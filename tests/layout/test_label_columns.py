"""Labels in a column, and the values beside them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from profile_extract.layout.label_columns import _may_be_middles, label_rows
from profile_extract.model import BBox, Line

EM = 10.0


def _lines(x0: float, *placed: tuple[str, float]) -> list[Line]:
    return [Line(0, 1, 0, text, BBox(x0, top, x0 + 80, top + EM)) for text, top in placed]


def _rows(labels: Sequence[tuple[str, float]], values: Sequence[tuple[str, float]]) -> list[str]:
    return [line.text for line in label_rows(_lines(50, *labels), _lines(150, *values), EM)]


@pytest.mark.parametrize(
    ("shifts", "are_level"),
    [
        ((0.0, 0.0, 0.0), True),
        ((2.0, 2.0, 2.0), True),  # all a little lower: meant so
        ((2.0, 0.0, 2.0), False),
        ((5.0, 5.0, 5.0), False),  # beside no line
    ],
)
def test_labels_on_the_baselines_of_lines_begin_their_values_whatever_space_parts_these(
    shifts: tuple[float, float, float], *, are_level: bool
) -> None:
    """The second line of the first value stands nearer to the next value than to its own first line."""
    labels = [
        (text, top + shift) for text, top, shift in zip(("Aim", "Cost", "End"), (80.0, 112.0, 124.0), shifts, strict=True)
    ]
    values = [("a1", 80.0), ("a2", 100.0), ("c1", 112.0), ("e1", 124.0), ("e2", 136.0)]
    level = ["Aim", "a1", "a2", "Cost", "c1", "End", "e1", "e2"]
    assert (_rows(labels, values) == level) is are_level


def test_two_labels_off_their_lines_may_be_so_by_chance() -> None:
    values = [("a2", 100.0), ("c1", 112.0), ("e1", 124.0), ("e2", 136.0)]
    level = ["a2", "Cost", "c1", "End", "e1", "e2"]
    assert _rows([("Cost", 112.0), ("End", 124.0)], values) == level
    assert _rows([("Cost", 114.0), ("End", 126.0)], values) != level


def test_labels_that_may_be_beside_the_middles_of_values_are_not_level() -> None:
    labels = [("Aim", 92.0), ("Cost", 132.0)]
    values = [("a1", 80.0), ("a2", 92.0), ("a3", 104.0), ("c1", 120.0), ("c2", 132.0), ("c3", 144.0)]
    assert _rows(labels, values) == ["Aim", "a1", "a2", "a3", "Cost", "c1", "c2", "c3"]


def test_what_is_over_the_first_label_that_begins_level_is_of_a_row_above() -> None:
    labels = [("Aim", 80.0), ("Cost", 124.0)]
    values = [("a1", 80.0), ("a2", 100.0), ("a3", 112.0), ("c1", 124.0), ("c2", 136.0)]
    assert _rows(labels, values) == ["Aim", "a1", "a2", "a3", "Cost", "c1", "c2"]
    assert _rows(labels, [("left of it", 56.0), ("on the page before", 68.0), *values])[:3] == [
        "left of it",
        "on the page before",
        "Aim",
    ]


@pytest.mark.parametrize(
    ("level", "may_be"),
    [
        ("-+--+-", True),  # two values of three lines
        ("++", True),  # of one line
        ("-+-+", True),
        ("+--+-", False),
        ("-++-", False),
        ("-+--+", False),
        ("--+-++-", False),
        ("+-", False),
    ],
)
def test_middles_of_values_have_as_many_lines_under_them_as_over_them(level: str, *, may_be: bool) -> None:
    assert _may_be_middles([sign == "+" for sign in level]) is may_be
