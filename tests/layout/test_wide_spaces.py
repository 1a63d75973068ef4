"""Justified lines with so few words that each was read as a line."""

from __future__ import annotations

import itertools

import pytest
from builders import laid_out, page_of, pdf_report

from profile_extract.layout.wide_spaces import find_spread
from profile_extract.model import BBox, Line, Run, Style

TITLE = Style("Bold", 12.0)
LEFT, RIGHT = 50.0, 250.0
_OFFSETS = itertools.count(1)


def _line(text: str, x0: float, x1: float, top: float, style: Style = TITLE) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(x0, top, x1, top + 12), (Run(0, style),))


def _full(count: int = 5) -> list[Line]:
    return [_line("lines that fill their column", LEFT, RIGHT, 200 + 14 * n, Style("Roman", 10.0)) for n in range(count)]


def _spread(*edges: tuple[float, float], below: Line | None = None, full: int = 5, text: str = "Ferries") -> list[int]:
    """Which of the words with these edges, and of the line below, go on (by number, from 0 on)."""
    row = [_line(text, x0, x1, 100) for x0, x1 in edges]
    lines = [*row, below or _line("and the bell of the harbour", LEFT, 180, 114), *_full(full)]
    found = find_spread(lines)
    return [number for number, line in enumerate(lines) if line.start in found]


def test_words_that_stand_evenly_from_edge_to_edge_are_one_line_and_the_next_goes_on() -> None:
    assert _spread((LEFT, 90), (130, 170), (210, RIGHT)) == [1, 2, 3]
    assert _spread((LEFT, 110), (180, RIGHT)) == [1, 2]


@pytest.mark.parametrize(
    "edges",
    [
        [(LEFT, 90), (130, 170), (211, RIGHT)],
        [(LEFT, 90), (130, 170), (210, RIGHT - 5)],
        [(LEFT + 5, 90), (130, 170), (210, RIGHT)],
        [(LEFT, RIGHT)],
    ],
)
def test_words_that_do_not_stand_so_are_lines(edges: list[tuple[float, float]]) -> None:
    assert _spread(*edges) == []


def test_what_stands_under_them_must_be_set_so_and_begin_there() -> None:
    edges = (LEFT, 110), (180, RIGHT)
    assert _spread(*edges, below=_line("and the bell", LEFT, 180, 114, Style("Roman", 12.0))) == []
    assert _spread(*edges, below=_line("and the bell", LEFT + 20, 180, 114)) == []
    assert _spread(*edges, below=_line("and the bell", LEFT, 180, 86)) == []


def test_columns_of_more_words_or_without_full_lines_are_none_of_justified_text() -> None:
    edges = (LEFT, 110), (180, RIGHT)
    assert _spread(*edges, text="Ferries sail") == []
    assert _spread(*edges, full=4) == []


def test_a_title_with_such_a_line_is_one_block() -> None:
    words = [(50.0, 60.0, "Ferries"), (318.0, 60.0, "without")]
    text = [(50.0, 90.0 + 12 * n, "i" * 135) for n in range(6)]
    block = laid_out(pdf_report(page_of([*words, (50.0, 72.0, "bells on Thursdays"), *text]))).blocks[0]
    assert block.lines[1].bbox.x1 == pytest.approx(350.0, abs=1.0)
    assert block.text.text.startswith("Ferries without bells on Thursdays")


# At the foot of a column


ROMAN = Style("Roman", 12.0)
NEXT = (280.0, 480.0)


def _at_foot(above: Line | None, below: Line) -> list[int]:
    """Which of two words at 300 points, and of the line behind them, go on (by number, from 0 on)."""
    row = [_line("Ferries", LEFT, 110, 300), _line("without", 180, RIGHT, 300)]
    lines = [*_full(), *([above] if above else []), *row, below]
    found = find_spread(lines)
    return [number for number, line in enumerate([*row, below]) if line.start in found]


def _above(x0: float = LEFT, x1: float = RIGHT, top: float = 286, style: Style = TITLE, page: int = 1) -> Line:
    return _line("the bell of the harbour and its", x0, x1, top, style)._replace(page=page)


def test_at_the_foot_of_a_column_such_a_line_goes_on_at_the_top_of_the_next_one() -> None:
    assert _at_foot(_above(), _line("bells on Thursdays", *NEXT, 100)) == [1, 2]
    assert _at_foot(_above(), _line("bells on Thursdays", LEFT, 180, 320)._replace(page=2)) == [1, 2]


@pytest.mark.parametrize(
    "below",
    [
        _line("bells on Thursdays", *NEXT, 100, ROMAN),
        _line("bells on Thursdays", *NEXT, 280),
        _line("bells on Thursdays", *NEXT, 320),
    ],
    ids=["in other type", "no higher than the line above", "further down"],
)
def test_what_goes_on_elsewhere_is_set_so_and_stands_over_the_lines_before(below: Line) -> None:
    assert _at_foot(_above(), below) == []


@pytest.mark.parametrize(
    "above",
    [
        None,
        _above(style=ROMAN),
        _above(page=0),
        _above(top=276),
        _above(top=300),
        _above(x0=LEFT + 2),
        _above(x0=LEFT - 2),
        _above(x1=RIGHT - 2),
        _above(x1=RIGHT + 2),
    ],
    ids=["none", "in other type", "on another page", "far", "beside", "indented", "further left", "short", "longer"],
)
def test_right_above_it_is_a_full_line_of_its_paragraph(above: Line | None) -> None:
    assert _at_foot(above, _line("bells on Thursdays", *NEXT, 100)) == []


def test_words_at_the_very_beginning_have_no_line_above_them() -> None:
    row = [_line("Ferries", LEFT, 110, 300), _line("without", 180, RIGHT, 300)]
    assert find_spread([*row, _line("bells on Thursdays", *NEXT, 100), *_full(), _above()]) == frozenset()


def test_the_line_above_may_be_as_far_as_lines_set_wide_apart_are() -> None:
    assert _at_foot(_above(top=277), _line("bells on Thursdays", *NEXT, 100)) == [1, 2]
