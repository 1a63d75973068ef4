"""Texts under each other on one page, each with a column of its own beside it."""

from __future__ import annotations

import itertools

import pytest

from profile_extract.layout.columns import in_reading_order
from profile_extract.layout.pieces import find_pieces
from profile_extract.model import BBox, Line, Run, Style

EM = 10.0
TEXT, HEAD, SMALL, KICKER = Style("Roman", EM), Style("Bold", 15.0), Style("Roman", 7.0), Style("Roman", 7.5)
_OFFSETS = itertools.count()
PITCH = 140
"""Distance of the entries' tops, in points."""


def _line(text: str, x: float, top: float, style: Style, width: float) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(x, top, x + width, top + style.size_pt), (Run(0, style),))


def _entry(name: str, top: float, *, facts: int = 4, kicker: bool = False) -> tuple[list[Line], list[Line]]:
    """The facts in small print on the left, and a text of five lines under its heading on the right."""
    left = [_line(f"{name} fact {n}", 50, top + 40 + 9 * n, SMALL, 80) for n in range(facts)]
    over = [_line(f"{name} region", 350, top, KICKER, 40)] if kicker else []
    text = [_line(f"{name} text {n}", 160, top + 32 + 12 * n, TEXT, 230) for n in range(5)]
    return left, [*over, _line(f"{name} head", 160, top + 10, HEAD, 120), *text]


def _page(*, pitch: float = PITCH, facts: tuple[int, ...] = (4, 4, 4), kicker: bool = False) -> tuple[list[Line], list[Line]]:
    entries = [_entry("abc"[n], 60 + pitch * n, facts=facts[n], kicker=kicker) for n in range(3)]
    return [line for left, _ in entries for line in left], [line for _, right in entries for line in right]


def _mirrored(line: Line) -> Line:
    return line._replace(bbox=BBox(400 - line.bbox.x1, line.bbox.top, 400 - line.bbox.x0, line.bbox.bottom))


def _no_label(_: Line) -> bool:
    return False


def _names(pieces: list[list[Line]]) -> list[str]:
    return ["".join(sorted({line.text[0] for line in piece})) for piece in pieces]


def test_what_stands_beside_a_text_is_read_with_it() -> None:
    left, right = _page(kicker=True)
    flows = in_reading_order([*left, *right], EM, lambda _: False)
    read = [line.text for flow in flows for line in flow.lines]
    assert [text[0] for text in read] == ["a"] * 11 + ["b"] * 11 + ["c"] * 11
    assert read.index("a text 4") < read.index("a fact 0")


def test_headings_may_stand_on_either_side() -> None:
    left, right = _page()
    mirrored = [list(map(_mirrored, side)) for side in (right, left)]
    assert (
        _names(find_pieces(left, right, EM, _no_label))
        == _names(find_pieces(mirrored[0], mirrored[1], EM, _no_label))
        == ["a", "b", "c"]
    )


def test_no_white_space_across_the_page_parts_columns_of_text() -> None:
    assert find_pieces(*_page(pitch=92), EM, _no_label) == []


def test_a_text_with_nothing_beside_it_leaves_columns_as_they_are() -> None:
    assert find_pieces(*_page(facts=(4, 0, 4)), EM, _no_label) == []


def test_headings_set_alike_on_both_sides_are_of_columns() -> None:
    left, right = _page()
    assert find_pieces([*left, _line("d head", 50, 60, HEAD, 80)], right, EM, _no_label) == []


def test_a_part_without_a_heading_goes_on_the_one_above_it() -> None:
    left, right = _page()
    more = [_line("c more", 160, 60 + 3 * PITCH, TEXT, 230)]
    assert [len(piece) for piece in find_pieces(left, [*right, *more], EM, _no_label)] == [10, 10, 11]


def test_headings_of_groups_of_texts_may_be_larger() -> None:
    left, right = _page()
    group = _line("b group", 160, 60 + PITCH - 30, Style("Bold", 22.0), 120)
    pieces = find_pieces(left, [*right, group], EM, _no_label)
    assert _names(pieces) == ["a", "b", "c"]
    assert group in pieces[1]


def test_larger_lines_among_others_are_no_headings_of_groups() -> None:
    left, right = _page()
    assert find_pieces(left, [*right, _line("b title", 300, 60 + PITCH + 10, Style("Bold", 22.0), 90)], EM, _no_label) == []


def test_labels_are_of_parts_of_one_text() -> None:
    assert find_pieces(*_page(), EM, lambda line: line.text.endswith("head")) == []


@pytest.mark.parametrize(
    ("facts", "opens"),
    [(4, [True, False, False, False, False, False]), (2, [True, True, False, True, False, True])],
    ids=["columns in each piece", "too few lines for columns"],
)
def test_the_first_piece_opens_a_text_and_so_does_what_stands_right_in_one_of_few_lines(facts: int, opens: list[bool]) -> None:
    left, right = _page(facts=(facts,) * 3)
    assert [flow.opens for flow in in_reading_order([*left, *right], EM, _no_label)] == opens
