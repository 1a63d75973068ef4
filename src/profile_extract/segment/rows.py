"""Rows of tables: blocks beside each other. A directory may be a table with a row for each record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from profile_extract.model import Line
from profile_extract.structure import Block, Layout

FEWEST_COLUMNS = 3
"""Cells of a row of records; two are a label and its value."""
SAME_ROW_PT = 2.0
"""Difference of baselines of one row, in points."""
FEWEST_ROWS = 5
"""Rows of as many cells that make a table of records; fewer are facts of one."""


def find_rows(layout: Layout) -> Iterator[tuple[Block, ...]]:
    """Runs of blocks in reading order of which each stands right of the one before, at its height; none in text input."""
    row: list[Block] = []
    for block in layout.blocks if layout.report.is_pdf else ():
        if row and not is_beside(row[-1], block):
            yield tuple(row)
            row = []
        row.append(block)
    if row:
        yield tuple(row)


def first_cells(layout: Layout) -> list[Block]:
    """The first cells of the rows of a table of records, set as most of them are; empty where there is none."""
    rows = [row for row in find_rows(layout) if len(row) >= FEWEST_COLUMNS]
    (columns, count) = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    firsts = [row[0] for row in rows if len(row) == columns]
    if count < FEWEST_ROWS:
        return []
    usual = Counter(block.style for block in firsts).most_common(1)[0][0]
    return [block for block in firsts if block.style == usual]


def are_level(line: Line, other: Line) -> bool:
    """Whether two lines of a PDF stand on one baseline."""
    return line.page == other.page and abs(line.bbox.bottom - other.bbox.bottom) < SAME_ROW_PT


def is_beside(block: Block, other: Block) -> bool:
    """Whether another block stands right of a block, at its height."""
    a, b = block.lines, other.lines
    is_level = a[0].bbox.top < b[-1].bbox.bottom and b[0].bbox.top < a[-1].bbox.bottom
    return block.last_page == other.page and is_level and b[0].bbox.x0 >= max(line.bbox.x1 for line in a)
