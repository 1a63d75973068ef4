"""The edges of the pages of a dump."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import text_report

from profile_extract.layout.edges_of_dumps import deep_in_dump, find_edge_labels
from profile_extract.model import BBox, Line, Report

Rows = dict[int, list[list[Line]]]


def _rows(pages: Sequence[Sequence[str]]) -> Rows:
    """The rows of each page, the outermost first; a bar parts the lines of one."""
    rows: Rows = {}
    start = 0
    for page, texts in enumerate(pages, 1):
        rows[page] = []
        for number, text in enumerate(texts):
            top = 12.0 * number
            row = [Line(number, page, start + n, part, BBox(50, top, 90, top + 10)) for n, part in enumerate(text.split("|"))]
            rows[page].append(row)
            start += 100
    return rows


def _deep(pages: Sequence[Sequence[str]]) -> list[str]:
    return [line.text for line in deep_in_dump(_rows(pages), 3)]


OVER = ("a", "b", "c")
"""Three rows that are not looked at."""


@pytest.mark.parametrize(("count", "found"), [(5, 5), (4, 4), (3, 0)])
def test_a_deep_line_is_on_four_pages_of_five(count: int, found: int) -> None:
    pages = [[*OVER, "As of May" if n < count else f"Stairs {n}"] for n in range(5)]
    assert _deep(pages) == ["As of May"] * found


def test_two_pages_are_too_few() -> None:
    assert _deep([[*OVER, "As of May"]] * 2) == []


def test_what_is_less_deep_is_none_of_these() -> None:
    assert _deep([["As of May", *OVER]] * 5) == ["c"] * 5


def test_it_is_at_one_depth_alone_in_its_row_and_not_too_deep() -> None:
    assert _deep([[*OVER, *(("x", "As of May") if n % 2 else ("As of May", "x"))] for n in range(6)]) == []
    assert _deep([[*OVER, "As of May|2031"]] * 5) == []
    assert _deep([[*OVER, "x", "y", "As of May"]] * 5) == ["x", "y", "As of May"] * 5
    assert "As of May" not in _deep([[*OVER, "x", "y", "z", "As of May"]] * 5)


NOTHING: Rows = {}


def _labels(text: str, running: Sequence[str], name: str = "footer", edge: Rows | None = None) -> frozenset[str]:
    """The labels of a dump, whose lines at its edges are those of the given rows."""
    edges = {"header": edge or NOTHING, "footer": NOTHING}
    lines = [Line(n, 1, 10_000 + n, line, BBox(0, 0, 1, 1)) for n, line in enumerate(running)]
    return find_edge_labels(text_report(text), lines, edges, name)


@pytest.mark.parametrize(("inside", "is_label"), [(3, True), (2, True), (1, False)])
def test_a_running_line_that_is_inside_the_pages_as_often_is_a_label(inside: int, *, is_label: bool) -> None:
    text = "\n".join(["Stairs", *["Costs"] * inside])
    assert _labels(text, ["Costs", "Costs"]) == (frozenset({"Costs"}) if is_label else frozenset())


def test_letters_of_upright_words_are_none() -> None:
    assert _labels("St\nSta", ["St", "Sta"]) == frozenset({"Sta"})


def _edge_of(report: Report) -> Rows:
    return {1: [[line] for line in report.lines[:2]]}


def test_what_stands_at_an_edge_is_not_inside() -> None:
    text = "Costs\nStairs\nBread"
    assert _labels(text, ["Costs"]) == frozenset({"Costs"})
    assert _labels(text, ["Costs"], edge=_edge_of(text_report(text))) == frozenset()


@pytest.mark.parametrize(("others", "found"), [(2, {"Head"}), (1, set())])
def test_a_line_under_text_at_the_tops_of_several_pages_is_a_label(others: int, found: set[str]) -> None:
    pages = [["Head", f"Ada {n}", "x"] for n in range(4)] + [["Since", f"{n} May", "Head"] for n in range(others)]
    rows = _rows(pages)
    running = [row[0] for row in (rows[page][0] for page in rows) if row[0].text == "Head"]
    assert find_edge_labels(text_report("x"), running, {"header": rows, "footer": NOTHING}, "header") == found


@pytest.mark.parametrize("over", ["Head", "12"])
def test_it_is_none_under_running_lines_and_numbers(over: str) -> None:
    rows = _rows([["Head", f"Ada {n}", "x"] for n in range(4)] + [[over, "Head"]] * 3)
    running = [row[0] for row in (rows[page][0] for page in rows) if row[0].text == "Head"]
    assert find_edge_labels(text_report("x"), running, {"header": rows, "footer": NOTHING}, "header") == set()
