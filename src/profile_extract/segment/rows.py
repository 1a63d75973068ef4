"""Rows: blocks beside each other, in tables and elsewhere."""

from __future__ import annotations

from profile_extract.answers import once
from profile_extract.model import Line
from profile_extract.structure import SAME_ROW_PT, Block, Layout

FEWEST_COLUMNS = 3
"""Cells of a row of a table; two are a label and its value."""


@once
def find_rows(layout: Layout) -> list[list[Block]]:
    """Runs of blocks in reading order of which each stands right of the one before, at its height; none in text input."""
    rows: list[list[Block]] = []
    for block in layout.blocks if layout.report.is_pdf else ():
        if rows and is_beside(rows[-1][-1], block):
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows


def are_level(line: Line, other: Line) -> bool:
    """Whether two lines of a PDF stand on one baseline."""
    return line.page == other.page and abs(line.bbox.bottom - other.bbox.bottom) < SAME_ROW_PT


def is_beside(block: Block, other: Block) -> bool:
    """Whether another block stands right of a block, at its height; it may stand under a longer line of it."""
    top, bottom = other.lines[0].bbox.top, other.lines[-1].bbox.bottom
    level = [line.bbox.x1 for line in block.lines if line.bbox.top < bottom and top < line.bbox.bottom]
    return block.last_page == other.page and bool(level) and other.lines[0].bbox.x0 >= max(level)
