"""Items of lists whose marks are drawn: a disc or square before a line, which no text has, begins one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from profile_extract.model import BBox, Line, Report

MOST_GAP_EM = 2.0
"""Widest gap between such a mark and its text, in ems; browsers set a third of one to one."""
MOST_HEIGHT_EM = 0.7
"""Height of such a mark, in ems, at most: what is higher is a picture or the box of a form."""


def find_items(report: Report, lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin an item of a list, by the mark drawn right before them."""
    marked = {page.number: page.marks for page in report.pages if page.marks}
    on_pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines if marked else ():
        if line.page in marked:
            on_pages[line.page].append(line)
    found = (_line_at(mark, on_pages[page]) for page, marks in marked.items() for mark in marks)
    return frozenset(line.start for line in found if line is not None)


def _line_at(mark: BBox, lines: Sequence[Line]) -> Line | None:
    """The line that a mark stands right before, level with its middle."""
    return min(_level_with(mark, lines), key=lambda line: line.bbox.x0, default=None)


def _level_with(mark: BBox, lines: Sequence[Line]) -> Iterator[Line]:
    middle = (mark.top + mark.bottom) / 2
    for line in lines:
        em_pt = line.style.size_pt if line.style else 0.0
        is_before = 0 < line.bbox.x0 - mark.x1 <= MOST_GAP_EM * em_pt
        if is_before and line.bbox.top < middle < line.bbox.bottom and mark.height <= MOST_HEIGHT_EM * em_pt:
            yield line
