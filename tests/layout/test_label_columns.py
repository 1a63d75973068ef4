"""Labels in a column, and the values beside them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from profile_extract.layout.label_columns import _may_be_middles, _whole_labels, are_labels, label_rows
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
STYLES = {"B": Style("Bold", EM, bold=True), "P": Style("Roman", EM), "I": Style("Italic", EM, italic=True)}


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


def _typeset(types: str, texts: Sequence[str], tops: Sequence[float], x0: float = 50.0, width: float = 80.0) -> list[Line]:
    """Lines set in types of these letters; ``-`` is that of a dump, which says none."""
    return [
        Line(0, 1, n, text, BBox(x0, top, x0 + width, top + EM), (Run(0, STYLES[kind]),) if kind in STYLES else ())
        for n, (kind, text, top) in enumerate(zip(types, texts, tops, strict=True))
    ]


WRAPPED = ("Costs", "Of All Parts", "Aims", "Time")


@pytest.mark.parametrize(
    ("types", "texts", "tops", "values", "is_whole"),
    [
        ("BBBB", WRAPPED, (80, 92, 140, 180), (80, 140, 180), True),
        ("----", WRAPPED, (80, 92, 140, 180), (80, 140, 180), False),
        ("BBBB", WRAPPED, (80, 92, 140, 152), (80, 140), False),
        ("BBBB", ("Costs:", *WRAPPED[1:]), (80, 92, 140, 180), (80, 140, 180), False),
        ("BBBB", ("Costs:", "of all parts", *WRAPPED[2:]), (80, 92, 140, 180), (80, 140, 180), True),
        ("BBBB", WRAPPED, (80, 96, 140, 180), (80, 140, 180), False),
        ("BPBB", WRAPPED, (80, 92, 140, 180), (80, 140, 180), False),
        ("BBBB", WRAPPED, (80, 92, 140, 180), (72, 92, 140, 180), False),
    ],
    ids=["apart", "in a dump", "not apart", "colon", "small letters", "far below", "another type", "a value of its own"],
)
def test_labels_that_white_space_parts_go_on_in_any_line_right_under_them(
    types: str, texts: Sequence[str], tops: Sequence[float], values: Sequence[float], *, is_whole: bool
) -> None:
    labels = _typeset(types, texts, tops)
    found = _whole_labels(labels, _typeset("P" * len(values), ["value"] * len(values), values, 150), EM)
    assert ([line.text for line in found[0]] == list(texts[:2])) is is_whole
    assert len(found) == 4 - is_whole


@pytest.mark.parametrize(
    ("types", "tops", "drop", "are_items"),
    [
        ("BPPPP", (80, 92, 104, 116, 128), 3.0, True),
        ("BPPPBPPP", (80, 92, 104, 116, 140, 152, 164, 176), 3.0, True),
        ("PPPPP", (80, 92, 104, 116, 128), 3.0, False),
        ("BPBBB", (80, 92, 116, 140, 164), 3.0, False),
        ("BPPII", (80, 92, 104, 116, 128), 3.0, False),
        ("BPPPP", (80, 104, 128, 152, 176), 3.0, False),
        ("BPPPBPPP", (80, 104, 116, 128, 140, 164, 176, 188), 3.0, False),
        ("BPPPP", (80, 92, 104, 116, 128), 0.5, False),
        ("BBPPPP", (80, 92, 104, 116, 128, 140), 3.0, False),
        ("BPPPPB", (80, 92, 104, 116, 128, 140), 3.0, False),
    ],
    ids=[
        "a list",
        "two lists",
        "no head",
        "one item",
        "items set otherwise",
        "items apart",
        "heads apart",
        "on the lines beside them",
        "a head under a head",
        "a head at the end",
    ],
)
def test_items_of_lists_that_come_back_are_no_labels(
    types: str, tops: Sequence[float], drop: float, *, are_items: bool
) -> None:
    left = _typeset(types, [f"a cup of {kind} {n}" for n, kind in enumerate(types)], tops)
    right = [top + drop for top in range(80, 80 + 12 * 10, 12)]
    text = _typeset("P" * len(right), ["text"] * len(right), right, 150, 200)
    assert are_labels(left, text, EM, lambda _: True) is not are_items


ENTRIES = [80.0 + 30 * n for n in range(6)]


@pytest.mark.parametrize(
    ("types", "width", "are_so"),
    [
        ("PPPPPP", 85.0, True),
        ("PPPPPP", 95.0, False),
        ("BBBBBB", 95.0, True),  # each level with a line set otherwise
        ("------", 95.0, True),
    ],
    ids=["narrower", "as wide", "set otherwise", "in a dump"],
)
def test_entries_as_wide_as_those_beside_them_are_no_labels(types: str, width: float, *, are_so: bool) -> None:
    """Both columns come back from page to page; the lines of the left one are shorter, but not the longest."""
    left = [*_typeset(types, "abcdef", ENTRIES, 50, 60)[:-1], _typeset(types, "abcdef", ENTRIES, 50, width)[-1]]
    right = _typeset("-" * 6 if types[0] == "-" else "P" * 6, "uvwxyz", ENTRIES, 160, 100)
    assert are_labels(left, right, EM, lambda _: True) is are_so
