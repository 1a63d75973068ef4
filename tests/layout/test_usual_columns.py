"""Second columns with few lines, known from the other pages of their report."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from builders import laid_out, page_of, pdf_report

from profile_extract.layout.columns import Flow
from profile_extract.layout.usual_columns import with_usual_columns
from profile_extract.model import BBox, Line

LEFT, SECOND, EM = 50.0, 300.0, 10.0
_OFFSETS = itertools.count(1)


def _lines(x0: float, count: int, top: float = 60.0, width: float = 200.0) -> list[Line]:
    return [
        Line(0, 1, next(_OFFSETS), "the ferry", BBox(x0, top + 12 * n, x0 + width, top + 12 * n + 10), ())
        for n in range(count)
    ]


def _flow(lines: Sequence[Line], *, is_cell: bool = False) -> Flow:
    return Flow(tuple(lines), min(line.bbox.x0 for line in lines), max(line.bbox.x1 for line in lines), is_cell)


@dataclass(frozen=True)
class _Case:
    """A page with a column and a few lines beside it, and how often two columns stand elsewhere in the report."""

    second: float = SECOND
    few: int = 2
    top: float = 60.0
    left: int = 40
    width: float = 200.0
    pages: int = 2
    are_cells: bool = False
    is_cell: bool = False


def _flows_of(case: _Case) -> list[Flow]:
    page = [_flow(_lines(LEFT, 40)), _flow(_lines(SECOND, 40), is_cell=case.are_cells)]
    single = _flow(
        [*_lines(LEFT, case.left, width=case.width), *_lines(case.second, case.few, case.top)], is_cell=case.is_cell
    )
    return with_usual_columns([*[page] * case.pages, [single]], EM)[-1]


def test_a_few_lines_at_the_edge_of_usual_columns_go_on_from_the_foot_of_the_first() -> None:
    left, right = _flows_of(_Case())
    assert (len(left.lines), len(right.lines)) == (40, 2)
    assert (left.left, left.right, right.left, right.right) == (LEFT, LEFT + 200, SECOND, SECOND + 200)


@pytest.mark.parametrize(
    "case",
    [
        _Case(pages=1),
        _Case(are_cells=True),
        _Case(is_cell=True),
        _Case(second=SECOND + 5),
        _Case(few=5),
        _Case(few=0),
        _Case(left=30),
        _Case(left=4),
        _Case(top=100.0),
        _Case(width=245.0),
    ],
    ids=[
        "columns on one page only",
        "cells of tables elsewhere",
        "a cell",
        "another edge",
        "many lines",
        "none",
        "a column that is not full",
        "few lines on the left",
        "beside its middle",
        "no room between",
    ],
)
def test_what_does_not_stand_so_is_one_column(case: _Case) -> None:
    assert len(_flows_of(case)) == 1


def test_the_end_of_an_address_at_the_top_of_the_second_column_is_not_read_into_a_title() -> None:
    texts = [[(x, 60.0 + 12 * n, f"the ferry of the lower town {n}") for n in range(55)] for x in (50.0, 320.0)]
    last = [(50.0, 60.0 + 12 * n, f"a bench for everybody there {n}") for n in range(55)]
    pages = (
        page_of([*texts[0], *texts[1]]),
        page_of([*texts[0], *texts[1]]),
        page_of([*last, (320.0, 60.0, "ask@quay.example")]),
    )
    blocks = laid_out(pdf_report(*pages)).blocks
    assert blocks[-1].text.text == "ask@quay.example"
