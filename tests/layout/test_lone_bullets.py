"""Bullets that end a column, and their items."""

from __future__ import annotations

import pytest

from profile_extract.layout.columns import Flow
from profile_extract.layout.lone_bullets import with_bullets_at_items
from profile_extract.model import BBox, Line


def _line(text: str, x0: float, top: float, page: int = 1) -> Line:
    return Line(0, page, int(1000 * page + top), text, BBox(x0, top, x0 + 5 * len(text), top + 10))


def _flow(*lines: Line) -> Flow:
    return Flow(lines, min(line.bbox.x0 for line in lines), 300.0)


HEADING, BULLET, ITEM = _line("Conditions", 50, 80), _line("•", 52, 95), _line("a rowing boat", 62, 95)


def test_a_bullet_that_ends_a_column_begins_the_item_beside_it() -> None:
    first, second = with_bullets_at_items([_flow(HEADING, BULLET), _flow(ITEM)])
    assert (first.lines, second.lines, second.left) == ((HEADING,), (BULLET, ITEM), 52)


@pytest.mark.parametrize(
    ("bullet", "item"),
    [
        (_line("a", 52, 95), ITEM),
        (_line("12", 50, 95), ITEM),
        (_line("1.5", 47, 95), ITEM),
        (_line("123.", 42, 95), ITEM),
        (BULLET, _line("a rowing boat", 62, 101)),
        (BULLET, _line("a rowing boat", 90, 95)),
        (BULLET, _line("a rowing boat", 40, 95)),
        (BULLET, _line("a rowing boat", 62, 95, page=2)),
    ],
    ids=["no bullet", "a number", "a decimal", "a long number", "lower", "far", "left", "next page"],
)
def test_no_other_does(bullet: Line, item: Line) -> None:
    flows = [_flow(HEADING, bullet), _flow(item)]
    assert with_bullets_at_items(flows) == flows


def test_a_column_of_one_bullet_stays() -> None:
    flows = [_flow(BULLET), _flow(ITEM)]
    assert with_bullets_at_items(flows) == flows


@pytest.mark.parametrize("mark", ["1.", "12)"])
def test_the_number_of_an_item_goes_with_it_too(mark: str) -> None:
    number, item = _line(mark, 52, 95), _line("a rowing boat", 68, 95)
    first, second = with_bullets_at_items([_flow(HEADING, number), _flow(item)])
    assert (first.lines, second.lines) == ((HEADING,), (number, item))


@pytest.mark.parametrize(("between", "is_moved"), [(1, True), (2, False)])
def test_a_box_may_stand_between_a_bullet_and_its_item(between: int, *, is_moved: bool) -> None:
    box = _flow(_line("Mondays", 200, 60))
    flows = with_bullets_at_items([_flow(HEADING, BULLET), *[box] * between, _flow(ITEM)])
    assert (flows[-1].lines == (BULLET, ITEM)) is is_moved
