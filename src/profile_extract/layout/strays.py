"""Running lines and page numbers that a dump prints inside its pages: behind a column, before what stands beside it.

They are known by what stands at the edges of the other pages, or by counting with the pages, and by empty lines around them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from profile_extract.model import Line, Report
from profile_extract.structure import Furniture

FEWEST_PAGES = 3
NUMBERED_SHARE = 0.4
"""Share of the pages that have such a number, for these to be the pages' numbers."""
RUNNING_SHARE = 0.4
"""Share of the pages at whose edges a line runs, for it to do so on the others; names of chapters run on fewer."""
LEAST_CHARS = 6
"""Shortest running line that is known again inside a page."""
_NUMBER = re.compile(r"[-–—|·\s]*(\d{1,4})[-–—|·\s]*")


def find_strays(report: Report, found: Mapping[int, Furniture], number_rule: str) -> Iterator[Furniture]:
    """What runs inside the pages of a dump; ``found`` is what runs at their edges, ``number_rule`` that of page numbers."""
    pages = report.lines_by_page
    if report.is_pdf or len(pages) < FEWEST_PAGES:
        return
    alone = {page: [line for line in _alone(lines) if line.start not in found] for page, lines in pages.items()}
    numbered = {item.line.page for item in found.values() if item.rule == number_rule}
    yield from (Furniture(line, number_rule) for line in _numbers(alone, numbered, pages))
    yield from _running(alone, found, len(pages))


def _alone(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a page with an empty line above and below, or nothing."""
    for number, line in enumerate(lines):
        is_over_blank = number + 1 == len(lines) or lines[number + 1].blank_before > 0
        if is_over_blank and (number == 0 or line.blank_before > 0) and not line.is_link:
            yield line


def _numbers(alone: Mapping[int, Sequence[Line]], numbered: set[int], pages: Mapping[int, Sequence[Line]]) -> Iterator[Line]:
    """The last number of each page that counts with the pages as those of most do; not where one stands at its edge."""
    offsets: dict[int, dict[int, Line]] = defaultdict(dict)
    for page, lines in alone.items():
        for line in lines if page not in numbered else ():
            if number := _NUMBER.fullmatch(line.text):
                offsets[int(number[1]) - page][page] = line
    usual = max(offsets.values(), key=len, default={})
    if len(usual) + len(numbered) >= max(FEWEST_PAGES, NUMBERED_SHARE * len(pages)) and len(usual) > 1:
        yield from usual.values()


def _running(alone: Mapping[int, Sequence[Line]], found: Mapping[int, Furniture], count: int) -> Iterator[Furniture]:
    """The lines that run at the edges of most other pages; a title may say the same on the first page."""
    rules = {item.line.text: item.rule for item in found.values() if len(item.line.text) >= LEAST_CHARS}
    on = Counter(text for text, _ in {(item.line.text, item.line.page) for item in found.values()})
    often = {text for text in rules if on[text] >= max(FEWEST_PAGES, RUNNING_SHARE * count)}
    known = {(item.line.text, item.line.page) for item in found.values()}
    for page, lines in alone.items():
        for line in lines if page > 1 else ():
            if line.text in often and (line.text, page) not in known:
                yield Furniture(line, rules[line.text])
