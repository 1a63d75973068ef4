"""Labels of two lines beside their values."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
from builders import PROSE, TITLES, Page, laid_out, overlaid, page_of, pdf_report

from profile_extract.layout.columns import Flow
from profile_extract.layout.wrapped_labels import with_labels_whole
from profile_extract.model import BBox, Line, Run, Style

BOLD, PLAIN, LARGE = Style("Bold", 10.0, bold=True), Style("Roman", 10.0), Style("Bold", 12.0, bold=True)
_OFFSETS = itertools.count(1)


def _line(text: str, x0: float, top: float, style: Style = PLAIN) -> Line:
    return Line(0, 1, next(_OFFSETS), text, BBox(x0, top, x0 + 80, top + 10), (Run(0, style),))


@dataclass(frozen=True)
class _Case:
    """A label of two lines beside a value of two, how often its lines are read one behind the other, and where all stand."""

    whole: int = 2
    second: str = "all parts"
    style: Style = BOLD
    x: float = 50.0
    top: float = 92.0
    value_x: float = 150.0
    value_top: float = 80.0
    found_top: float = 80.0
    apart: float = 0.0
    first_style: Style = BOLD
    has_more: bool = True


def _flow(*lines: Line) -> Flow:
    return Flow(lines, 50.0, 400.0)


def _order(case: _Case) -> list[str]:
    """What is read of a label and its value that are read across, behind others that are not."""

    def label() -> list[Line]:
        return [_line("Costs of", 50, 80, BOLD), _line(case.second, case.x, case.top, case.style)]

    known = [_flow(*label(), _line("ten", case.value_x, case.value_top)) for _ in range(case.whole)]
    first, second = (
        _line("Costs of", 50, 80, case.first_style),
        _line("all parts", case.x, case.top + case.apart, case.first_style),
    )
    values = [_line("ten", 150, case.found_top), _line("eggs", 240, case.found_top), _line("each", 150, 100)]
    across = (first, *values[:2], second, values[2]) if case.has_more else (first, *values[:2])
    return [line.text for line in with_labels_whole([known, [_flow(*across)]])[-1][-1].lines]


@pytest.mark.parametrize("case", [_Case(), _Case(whole=3), _Case(x=56.0), _Case(top=88.0)])
def test_a_label_that_is_one_elsewhere_is_read_whole_before_its_value(case: _Case) -> None:
    assert _order(case) == ["Costs of", "all parts", "ten", "eggs", "each"]


@pytest.mark.parametrize(
    "case",
    [
        _Case(whole=1),
        _Case(second="all eggs"),
        _Case(style=PLAIN),
        _Case(x=140.0),
        _Case(top=96.0),
        _Case(top=40.0),
        _Case(value_x=100.0),
        _Case(value_top=104.0),
        _Case(found_top=86.0),
        _Case(apart=30.0),
        _Case(first_style=LARGE),
    ],
    ids=[
        "once",
        "another label",
        "in two types",
        "right of it",
        "far below",
        "over it",
        "no value beside it",
        "a value below",
        "not level",
        "in the next row",
        "set otherwise",
    ],
)
def test_what_is_not_known_so_is_read_across(case: _Case) -> None:
    assert _order(case) == ["Costs of", "ten", "eggs", "all parts", "each"]


def test_a_label_at_the_end_of_a_page_has_no_second_line() -> None:
    assert _order(_Case(has_more=False)) == ["Costs of", "ten", "eggs"]


def _page(n: int, labels: tuple[tuple[str, ...], ...]) -> Page:
    """Labels beside values, under a title."""
    tops = [100.0 + 60 * k for k in range(len(labels))]
    return overlaid(
        page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 16),
        page_of(
            [(50, y + 12 * k, t) for y, label in zip(tops, labels, strict=True) for k, t in enumerate(label)], "Times-Bold"
        ),
        page_of([(150, y + 12 * k, PROSE[(n + k) % 5][: 36 - n]) for y in tops for k in range(3)]),
    )


def test_a_label_that_stands_alone_on_a_page_is_whole_as_elsewhere() -> None:
    label = ("Costs of", "all parts")
    report = pdf_report(*(_page(n, (label, ("Aims",), ("Time",))) for n in range(3)), _page(3, (label,)))
    texts = " ".join(block.text.text for block in laid_out(report).blocks)
    assert texts.count(" ".join(label)) == 4
