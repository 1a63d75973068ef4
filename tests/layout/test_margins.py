"""Notes in the margin of a page, and where they are read."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from profile_extract.layout.columns import in_reading_order
from profile_extract.layout.margins import find_margin
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
LEADING = 12.0
LEFT, RIGHT = 50.0, 300.0
"""Edges of the text; notes stand left or right of it."""
WIDTH = 40.0
STYLE = Style("Roman", EM)


def _line(text: str, x0: float, top: float, width: float, style: Style | None = STYLE) -> Line:
    runs = (Run(0, style),) if style else ()
    return Line(int(top), 1, 0, text, BBox(x0, top, x0 + width, top + EM), runs)


def _text(tops: Sequence[float]) -> list[Line]:
    return [_line(f"t{n + 1}", LEFT, top, RIGHT - LEFT) for n, top in enumerate(tops)]


def _notes(side: str, tops: Sequence[float], *, width: float = WIDTH, strip: float = 8.0) -> list[Line]:
    x0 = LEFT - strip - width if side == "left" else RIGHT + strip
    return [_line(f"n{n + 1}", x0, top, width) for n, top in enumerate(tops)]


def _rows(count: int, top: float = 80.0) -> list[float]:
    return [top + LEADING * n for n in range(count)]


def _found(lines: Sequence[Line]) -> list[str]:
    """The texts of the notes, top down; empty where there are none."""
    margin = find_margin(random.Random(7).sample(lines, len(lines)), EM)
    return sorted(line.text for line in margin.notes) if margin else []


BOTH = pytest.mark.parametrize("side", ["left", "right"])
BESIDE = (97.0, 109.0)
"""Where two notes stand between the baselines of the text."""


@BOTH
def test_few_short_lines_beside_a_text_are_notes_in_its_margin(side: str) -> None:
    lines = [*_text(_rows(10)), *_notes(side, BESIDE)]
    assert _found(lines) == ["n1", "n2"]
    margin = find_margin(lines, EM)
    assert margin is not None
    assert {line.text for line in margin.text} == {f"t{n + 1}" for n in range(10)}


@BOTH
def test_a_dump_has_no_margins(side: str) -> None:
    assert _found([line._replace(runs=()) for line in (*_text(_rows(10)), *_notes(side, BESIDE))]) == []


@BOTH
@pytest.mark.parametrize(("strip", "are_notes"), [(5.0, True), (4.9, False)])
def test_half_an_em_parts_notes_from_a_text(side: str, strip: float, *, are_notes: bool) -> None:
    assert (_found([*_text(_rows(10)), *_notes(side, BESIDE, strip=strip)]) != []) is are_notes


def test_the_strip_begins_at_the_note_that_is_next_to_the_text() -> None:
    wide = [_line("n1", 2.0, 97.0, 47.0), _line("n2", 4.0, 109.0, 30.0)]
    assert _found([*_text(_rows(10)), *wide]) == []
    other = [_line("n1", 301.0, 97.0, 47.0), _line("n2", 315.0, 109.0, 30.0)]
    assert _found([*_text(_rows(10)), *other]) == []


@BOTH
@pytest.mark.parametrize(("width", "are_notes"), [(62.0, True), (63.0, False)])
def test_notes_are_a_quarter_as_wide_as_the_text_at_most(side: str, width: float, *, are_notes: bool) -> None:
    assert (_found([*_text(_rows(10)), *_notes(side, BESIDE, width=width)]) != []) is are_notes


@BOTH
@pytest.mark.parametrize(("count", "are_notes"), [(10, True), (9, False)])
def test_there_are_three_lines_of_notes_to_ten_of_a_text_at_most(side: str, count: int, *, are_notes: bool) -> None:
    assert (_found([*_text(_rows(count)), *_notes(side, (85.0, 97.0, 109.0))]) != []) is are_notes


@BOTH
@pytest.mark.parametrize(("count", "are_notes"), [(6, True), (7, False)])
def test_six_lines_are_notes_however_long_the_text_and_seven_are_none(side: str, count: int, *, are_notes: bool) -> None:
    assert (_found([*_text(_rows(40)), *_notes(side, _rows(count, 85.0))]) != []) is are_notes


@BOTH
@pytest.mark.parametrize(
    ("tops", "are_notes"),
    [((92.0, 109.0), True), ((92.0, 104.0), False), ((93.0, 105.0), True), ((92.9, 104.9), False)],
    ids=["one on a baseline", "both", "a point below", "nearly"],
)
def test_hardly_any_note_is_on_a_baseline_of_the_text(side: str, tops: tuple[float, float], *, are_notes: bool) -> None:
    assert (_found([*_text(_rows(10)), *_notes(side, tops)]) != []) is are_notes


@BOTH
@pytest.mark.parametrize(
    ("top", "are_notes"),
    [(71.0, True), (69.0, False), (197.0, True), (199.0, False)],
    ids=["begins a line above", "begins higher", "at the last line", "under it"],
)
def test_notes_stand_beside_the_text(side: str, top: float, *, are_notes: bool) -> None:
    """The text stands from 80 to 198 points."""
    assert (_found([*_text(_rows(10)), *_notes(side, [top])]) != []) is are_notes


def test_the_left_margin_comes_first_and_the_right_one_where_what_is_left_is_none() -> None:
    text = _text(_rows(20))
    assert _found([*text, *_notes("left", [97.0]), *(n._replace(text="r") for n in _notes("right", [121.0]))]) == ["n1"]
    above = [line._replace(text="above") for line in _notes("left", [20.0])]
    assert _found([*text, *above, *_notes("right", [121.0])]) == ["n1"]


@BOTH
def test_a_line_that_reaches_into_the_strip_leaves_no_margin(side: str) -> None:
    across = _line("across", LEFT - 60, 60.0, RIGHT - LEFT + 120)
    assert _found([across, *_text(_rows(10)), *_notes(side, BESIDE)]) == []


@pytest.mark.parametrize("count", [1, 2])
def test_lines_in_no_column_beside_each_other_have_no_margin(count: int) -> None:
    assert _found(_text(_rows(count))) == []


# Where notes are read


def _read(lines: Sequence[Line]) -> list[str]:
    flows = in_reading_order(random.Random(7).sample(lines, len(lines)), EM, lambda _: False)
    return [line.text for flow in flows for line in flow.lines]


def _paragraphs() -> list[Line]:
    """Three paragraphs of four lines, from 80, 150 and 220 points on."""
    return _text([top for start in (80.0, 150.0, 220.0) for top in _rows(4, start)])


T = [f"t{n + 1}" for n in range(12)]


@BOTH
@pytest.mark.parametrize(
    ("tops", "before"),
    [((85.0, 97.0), 4), ((118.0, 130.0), 4), ((135.0, 145.0), 8), ((155.0, 167.0), 8), ((225.0, 237.0), 12)],
    ids=["first", "begun beside its last line", "begun between two", "second", "last"],
)
def test_notes_are_read_behind_the_paragraph_that_they_stand_beside(side: str, tops: tuple[float, float], before: int) -> None:
    assert _read([*_paragraphs(), *_notes(side, tops)]) == [*T[:before], "n1", "n2", *T[before:]]


@BOTH
def test_each_of_several_notes_is_read_behind_the_paragraph_that_it_stands_beside(side: str) -> None:
    """Two records on a page have one each."""
    lines = [*_text([*_rows(4), *_rows(4, 150.0), *_rows(4, 220.0)]), *_notes(side, (85.0, 155.0))]
    t = [f"t{n + 1}" for n in range(12)]
    assert _read(lines) == [*t[:4], "n1", *t[4:8], "n2", *t[8:]]
    assert _read([*lines[:8], *lines[12:]]) == [*t[:4], "n1", *t[4:8], "n2"]
    assert [flow.opens for flow in in_reading_order(lines, EM, lambda _: False)] == [True, True, False, True, False]


@BOTH
def test_what_goes_on_under_notes_opens_no_column_and_keeps_its_edges(side: str) -> None:
    first, notes, below = in_reading_order([*_paragraphs(), *_notes(side, (85.0, 97.0))], EM, lambda _: False)
    assert (first.opens, notes.opens, below.opens) == (True, True, False)
    assert (first.left, first.right) == (below.left, below.right) == (LEFT, RIGHT)
    assert [line.text for line in notes.lines] == ["n1", "n2"]


def test_the_edges_of_what_goes_on_are_those_of_the_whole_text() -> None:
    *lines, last = _text([*_rows(4), *_rows(1, 150.0)])
    lines.append(last._replace(bbox=last.bbox._replace(x0=LEFT + 15, x1=RIGHT - 90)))
    *_, below = in_reading_order([*lines, *_notes("left", [85.0])], EM, lambda _: False)
    assert [line.text for line in below.lines] == ["t5"]
    assert (below.left, below.right) == (LEFT, RIGHT)


def test_notes_beside_a_text_of_several_flows_are_read_behind_all_of_it() -> None:
    """What is read behind the notes in one margin is another flow, beside which those in the other may stand as well."""
    right = [line._replace(text="r") for line in _notes("right", [155.0])]
    assert _read([*_paragraphs(), *right, *_notes("left", [97.0])]) == [*T[:8], "r", *T[8:], "n1"]
