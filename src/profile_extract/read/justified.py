"""Cells of the rows of a dump that keeps its layout: text in different columns, told from text set wide to fill its line.

Wide spaces part columns, but justified lines have them, too. Those of a gutter end at one place in row after row; those
inside a line end anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_CELL = re.compile(r"(?:(?:[-–—*o•▪■□●○◦‣⁃∙·\ufffd\ue000-\uf8ff]|\d{1,2}[.)])[ ]{3,10})?\S+(?:[^\S\t\f]{1,2}\S+)*")
"""A run of text in one column: what three spaces or a tab part may stand in different ones, but for a bullet and its text."""
FEWEST_JUSTIFIED = 3
"""Rows of a report that look justified, for any to be."""
JUSTIFIED_SHARE = 0.02
"""Share of all rows that look so at least: a report that is set justified has one in ten and more."""
FEWEST_ALIGNED = 3
"""Cells of a page that begin at one character, for a column to begin there."""
FEWEST_IN_COLUMN = 8
"""Cells that begin at one character, from which those that begin up to two characters beside it are of that column as well."""
MOST_SPACES = 10
"""Spaces inside a justified line of a narrow column at most."""


def find_cells(pages: Sequence[Sequence[str]]) -> list[list[list[Span]]]:
    """The cells of each row of each page, as half-open stretches of its text. Few rows that look justified are by chance."""
    parted = [[_parted(text) for text in page] for page in pages]
    joined = [_joined_on_page(page, rows) for page, rows in zip(pages, parted, strict=True)]
    changed = sum(a != b for page, other in zip(parted, joined, strict=True) for a, b in zip(page, other, strict=True))
    least = max(FEWEST_JUSTIFIED, JUSTIFIED_SHARE * sum(map(len, pages)))
    return joined if changed >= least else parted


def _parted(text: str) -> list[Span]:
    return [match.span() for match in _CELL.finditer(text)]


def _joined_on_page(texts: Sequence[str], rows: Sequence[Sequence[Span]]) -> list[list[Span]]:
    starts = Counter(start for row in rows for start, _ in row)
    return [list(_joined(text, row, starts)) for text, row in zip(texts, rows, strict=True)]


def _joined(text: str, row: Sequence[Span], starts: Counter[int]) -> Iterator[Span]:
    """The cells of a row; those that no gutter parts are one line if a small letter goes on in one of them."""
    run: list[Span] = []
    for cell in row:
        if run and (_is_column(cell[0], starts) or not _is_narrow(text[run[-1][1] : cell[0]])):
            yield from _as_line(text, run)
            run = []
        run.append(cell)
    yield from _as_line(text, run)


def _as_line(text: str, run: Sequence[Span]) -> Iterator[Span]:
    if any(text[start].islower() for start, _ in run[1:]):
        yield run[0][0], run[-1][1]
    else:
        yield from run


def _is_narrow(space: str) -> bool:
    """Whether a wide space may be one of a justified line."""
    return len(space) <= MOST_SPACES and not space.strip(" ")


def _is_column(start: int, starts: Counter[int]) -> bool:
    near = max(starts[start + offset] for offset in range(-2, 3))
    return starts[start] >= FEWEST_ALIGNED or near >= FEWEST_IN_COLUMN
