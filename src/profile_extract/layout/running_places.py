"""Running lines that hardly come back: the names of short chapters, known by the place where other running lines stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from profile_extract.model import Line
from profile_extract.structure import Furniture

LEAST_SHARE = 0.3
"""Share of the odd, even or all pages on which furniture comes back; chapters change it within a report."""
FEWEST_PAGES = 2
FEW_PAGES = 3
"""Pages of which two with the same line are no chance; of more, only two odd or even ones that follow each other."""
PLACE_SHARE = 0.8
"""Share of the lines in one type that stand outermost at one height of their pages, for it to be the type of running lines."""
SAME_HEIGHT_PT = 3.0
"""Difference of heights, in points, that is no other place; lines of text are 9 and more apart."""


def in_place_of_running(
    rows_by_page: Mapping[int, Sequence[Sequence[Line]]],
    running: Mapping[int, Furniture],
    lines: Sequence[Line],
    height: Callable[[Line], float],
) -> Iterator[Line]:
    """Outermost lines in a type and at a height that only running lines have: the names of chapters that are short.

    Where text is set so, too, those that have the number of their page at one end, as the running lines there do.
    """
    outermost = [(page, line) for page, rows in rows_by_page.items() for line in rows[0] if line.style is not None]
    at_place = Counter(_place(line, height) for _, line in outermost)
    known = Counter(_place(line, height) for _, line in outermost if line.start in running)
    counted = Counter(
        (_place(line, height), offset)
        for page, line in outermost
        if line.start in running
        for offset in _page_at_end(line, page)
    )
    set_so = cache(lambda: Counter(line.style for line in lines))
    for page, line in outermost:
        place = _place(line, height)
        if line.start in running or known[place] < FEW_PAGES:
            continue
        is_of_headers = at_place[place] >= PLACE_SHARE * set_so()[line.style]
        if is_of_headers or any(counted[place, offset] >= FEW_PAGES for offset in _page_at_end(line, page)):
            yield line


def _page_at_end(line: Line, page: int) -> Iterator[int]:
    """How far the numbers at the ends of a line of several words are from that of its page."""
    words = line.text.split()
    return (int(word) - page for word in {words[0], words[-1]} if len(words) > 1 and word.isdecimal())


def companions(
    rows: Sequence[Sequence[Line]], running: Mapping[int, Furniture], height: Callable[[Line], float]
) -> Iterator[Line]:
    """What stands beside a running line on a page or two of a chapter only: its name, the day.

    It comes back on two pages, or something else set like it stands at its place on a fair share of them.
    """
    beside = [line for row in rows for line in row if line.start not in running]
    pages: dict[object, set[int]] = defaultdict(set)
    for line in beside:
        pages[line.text.casefold()].add(line.page)
        pages[_place(line, height)].add(line.page)
    fair = max(FEW_PAGES, LEAST_SHARE * len(rows))
    for line in beside:
        comes_back = len(pages[line.text.casefold()]) >= FEWEST_PAGES
        if comes_back or (line.style is not None and len(pages[_place(line, height)]) >= fair):
            yield line


def _place(line: Line, height: Callable[[Line], float]) -> object:
    return line.style, level_of(line, height)


def level_of(line: Line, height: Callable[[Line], float]) -> int:
    """The strip of its page that a line stands in, counted from the edge in steps of :data:`SAME_HEIGHT_PT`."""
    return round(height(line) / SAME_HEIGHT_PT)
