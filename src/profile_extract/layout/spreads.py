"""Printed spreads: two pages of a booklet on one page of the PDF, known by two page numbers that follow each other.

Each half is a leaf: it has running lines and reading order of its own. Leaves are numbered so that those of spreads count
as printed pages do, two a page.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from profile_extract.model import Line, Page, Report

LEAST_WIDTH = 1.15
"""Width of a spread, as a share of its height; two upright pages have 1.3 to 1.5."""
FOLD_PT = 3.0
"""How far, in points, a line may reach over the middle of the page: boxes are wider than letters."""
FEWEST_PAGES = 2
LEAST_SHARE = 0.3
"""Share of the wide pages that must be numbered twice: covers, pictures and chapter openings are not."""
OUTER_LINES = 3
"""Lines at the top and at the bottom of a half among which its page number is looked for."""
SAME_HEIGHT_PT = 3.0
MOST_CHARS = 60
_ONE_NUMBER = re.compile(r"\D*(?<!\d)(\d{1,4})\D*")


def find_folds(report: Report) -> dict[int, float]:
    """The middle of each page that is a spread, in points from its left edge; none where the report has no spreads."""
    wide = {page.number: page for page in report.pages if report.is_pdf and page.width_pt > LEAST_WIDTH * page.height_pt}
    if len(wide) < FEWEST_PAGES:
        return {}
    lines: dict[int, list[Line]] = defaultdict(list)
    for line in report.lines:
        if line.page in wide and not line.is_rotated:
            lines[line.page].append(line)
    folds = {number: page.width_pt / 2 for number, page in wide.items() if not _is_crossed(lines[number], page)}
    words = Counter(_words(line.text) for number in folds for line in lines[number] if len(line.text) <= MOST_CHARS)
    numbered = sum(_is_numbered_twice(lines[number], middle, words) for number, middle in folds.items())
    return folds if numbered >= max(FEWEST_PAGES, LEAST_SHARE * len(wide)) else {}


def _is_crossed(lines: Sequence[Line], page: Page) -> bool:
    middle = page.width_pt / 2
    return any(line.bbox.x0 < middle - FOLD_PT and line.bbox.x1 > middle + FOLD_PT for line in lines)


def _words(text: str) -> str:
    """A line without its numbers."""
    return "".join(char for char in text if not char.isdecimal())


def _is_numbered_twice(lines: Sequence[Line], middle: float, words: Counter[str]) -> bool:
    """Whether both halves have a page number at one height, the right one's next to the left one's.

    What stands beside a page number comes back: ``words`` counts it. Titles with numbers, two a page, have other words each.
    """
    left = dict(_numbers([line for line in lines if not is_right(line, middle)], words))
    right = dict(_numbers([line for line in lines if is_right(line, middle)], words))
    return any(abs(top - right[number + 1]) < SAME_HEIGHT_PT for number, top in left.items() if number + 1 in right)


def _numbers(lines: Sequence[Line], words: Counter[str]) -> Iterator[tuple[int, float]]:
    """The numbers at the edges of a half page, with their heights."""
    ordered = sorted(lines, key=lambda line: line.bbox.bottom)
    for line in (*ordered[:OUTER_LINES], *ordered[-OUTER_LINES:]):
        match = _ONE_NUMBER.fullmatch(line.text) if len(line.text) <= MOST_CHARS else None
        if match and words[_words(line.text)] > 1:
            yield int(match.group(1)), line.bbox.bottom


def is_right(line: Line, middle: float) -> bool:
    """Whether a line stands on the right half of a spread."""
    return (line.bbox.x0 + line.bbox.x1) / 2 > middle


def leaf_of(line: Line, folds: Mapping[int, float]) -> int:
    """The number of the leaf a line stands on: that of its page, or in a report of spreads twice that, and one more."""
    if not folds:
        return line.page
    middle = folds.get(line.page)
    return 2 * line.page + (middle is not None and is_right(line, middle))


def halves(lines: Sequence[Line], middle: float | None) -> Iterator[list[Line]]:
    """The lines of each half of a spread that has any; of any other page all."""
    for side in (False, True) if middle is not None else ():
        half = [line for line in lines if is_right(line, middle or 0.0) == side]
        if half:
            yield half
    if middle is None:
        yield list(lines)
