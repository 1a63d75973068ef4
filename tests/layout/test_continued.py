"""Texts that go on over the page, past the column that stands beside them."""

from __future__ import annotations

import itertools

import pytest

from profile_extract.layout.columns import Flow
from profile_extract.layout.continued import with_texts_whole
from profile_extract.model import BBox, Line, Run, Style

TEXT, LABEL, TITLE, SMALL = Style("Roman", 10.0), Style("Bold", 12.0), Style("Bold", 20.0), Style("Sans", 8.0)
_OFFSETS = itertools.count()


def _line(text: str, style: Style) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(50, 50, 200, 60), (Run(0, style),))


def _flow(left: float, *lines: tuple[str, Style]) -> Flow:
    return Flow(tuple(_line(*line) for line in lines), left, left + 150)


def _head() -> Flow:
    return _flow(50, ("Title", TITLE))


def _text() -> Flow:
    return _flow(50, ("Aims", LABEL), ("one", TEXT), ("two", TEXT), ("Results", LABEL), ("three", TEXT))


def _facts() -> Flow:
    return _flow(210, ("Budget", SMALL), ("90", SMALL))


def _read(*pages: list[Flow]) -> list[str]:
    return [line.text for flow in with_texts_whole(pages, TEXT) for line in flow.lines]


TEXT_READ = ["Title", "Aims", "one", "two", "Results", "three"]


def test_what_stands_beside_a_text_is_read_where_that_ends_on_the_next_page() -> None:
    after = _flow(50, ("four", TEXT), ("Results", LABEL), ("five", TEXT), ("Next", TITLE), ("six", TEXT))
    expected = [*TEXT_READ, "four", "Results", "five", "Budget", "90", "Next", "six"]
    assert _read([_head(), _text(), _facts()], [after]) == expected


def test_it_waits_for_the_last_of_several_pages() -> None:
    pages = [[_head(), _text(), _facts()], [_flow(50, ("four", TEXT))], [_flow(50, ("five", TEXT))], [_head()]]
    assert _read(*pages) == [*TEXT_READ, "four", "five", "Budget", "90", "Title"]


def test_it_stays_on_its_page_where_the_next_one_begins_otherwise() -> None:
    pages = [[_head(), _text(), _facts()], [_flow(50, ("Next", TITLE), ("six", TEXT))]]
    assert _read(*pages) == [*TEXT_READ, "Budget", "90", "Next", "six"]


def test_a_second_column_of_text_is_none_beside_it() -> None:
    second = _flow(210, ("four", TEXT), ("five", TEXT))
    pages = [[_head(), _text(), second], [_flow(50, ("six", TEXT))]]
    assert _read(*pages) == [*TEXT_READ, "four", "five", "six"]


def test_small_print_below_a_text_is_none_beside_it() -> None:
    pages = [[_head(), _text(), _flow(50, ("note", SMALL))], [_flow(50, ("four", TEXT))]]
    assert _read(*pages) == [*TEXT_READ, "note", "four"]


def test_it_is_not_lost_at_the_end_of_the_report() -> None:
    assert _read([_head(), _text(), _facts()], [_flow(50, ("four", TEXT))]) == [*TEXT_READ, "four", "Budget", "90"]


def _at(left: float, width: float, top: float, *lines: tuple[str, Style]) -> Flow:
    """A flow at a place on its page, its lines 12 points apart."""
    boxes = (BBox(left, top + 12 * n, left + width, top + 12 * n + 10) for n in range(len(lines)))
    made = (Line(0, 1, next(_OFFSETS), text, box, (Run(0, style),)) for box, (text, style) in zip(boxes, lines, strict=True))
    return Flow(tuple(made), left, left + width)


BESIDE = (("one", TEXT), ("two", TEXT))
BELOW = (("three", TEXT), ("four", TEXT), ("Tip", LABEL), ("five", TEXT))
AROUND = ["one", "two", "three", "four", "Budget", "90", "Tip", "five"]
CUT = ["one", "two", "Budget", "90", "three", "four", "Tip", "five"]


@pytest.mark.parametrize(
    ("box", "below", "expected"),
    [
        (_at(150, 100, 50, ("Budget", SMALL), ("90", SMALL)), _at(50, 200, 74, *BELOW), AROUND),
        (_at(150, 100, 50, ("Budget", SMALL), ("90", TEXT)), _at(50, 200, 74, *BELOW), CUT),
        (_at(150, 100, 50, ("Budget", SMALL), ("90", SMALL)), _at(50, 200, 100, *BELOW), CUT),
        (_at(150, 100, 50, ("Budget", SMALL), ("90", SMALL)), _at(50, 90, 74, *BELOW), CUT),
        (_at(150, 100, 50, ("Budget", SMALL), ("90", SMALL)), _at(60, 190, 74, *BELOW), CUT),
        (_at(150, 100, 50, ("Budget", SMALL), ("90", SMALL)), _at(50, 200, 74, ("three", LABEL), *BELOW[1:]), CUT),
    ],
    ids=["around", "text beside", "space between", "no wider", "elsewhere", "heading below"],
)
def test_a_text_that_goes_on_below_a_box_beside_it_is_read_whole(box: Flow, below: Flow, expected: list[str]) -> None:
    assert _read([_at(50, 90, 50, *BESIDE), box, below]) == expected
