"""Values over or under their labels: figures in large type over what they count, the only row of a table under its heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from profile_extract.model import Line
from profile_extract.segment.rows import are_level
from profile_extract.structure import LARGER, Block, Label

FEWEST = 2
"""Values side by side, each with its label under it."""
SAME_EDGE_PT = 2.0
"""Difference of the left edges of a value and its label, in points, that is none."""
MOST_APART_EM = 2.0
"""Distance of the baselines of a value and its label, in ems of the value, at most."""


def find_figures(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Block]:
    """The value over or under each label that has one, by the index of the label's block; heads of several rows have none."""
    if not any(labels[block.index].field == "column" for block in blocks if block.index in labels):
        return {}
    found: dict[int, Block] = {}
    for is_head, run in groupby(enumerate(blocks), key=lambda pair: _is_head(pair[1], labels)):
        heads = list(run) if is_head else []
        over = blocks[max(0, heads[0][0] - len(heads)) : heads[0][0]] if heads else ()
        if len(heads) >= FEWEST and len(over) == len(heads):
            pairs = [(head, value) for (_, head), value in zip(heads, over, strict=True)]
            if all(_is_over(value, head) and value.index not in labels for head, value in pairs) and _are_level(over):
                found |= {head.index: value for head, value in pairs}
                continue
        if len(heads) >= FEWEST:
            found |= _single_row([head for _, head in heads], blocks[heads[-1][0] + 1 :], labels)
    return found


def _single_row(heads: Sequence[Block], behind: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Block]:
    """The values under the heads of a table, if it has one row and no more."""
    width = len(heads)
    rows = [behind[n : n + width] for n in (0, width)]
    under = [_are_under(row, above, labels) for row, above in zip(rows, (heads, rows[0]), strict=True)]
    return {head.index: value for head, value in zip(heads, rows[0], strict=True)} if under == [True, False] else {}


def _is_head(block: Block, labels: Mapping[int, Label]) -> bool:
    return block.index in labels and labels[block.index].field == "column"


def _are_level(blocks: Sequence[Block]) -> bool:
    return all(are_level(blocks[0].lines[0], block.lines[0]) for block in blocks)


def _are_under(row: Sequence[Block], above: Sequence[Block], labels: Mapping[int, Label]) -> bool:
    """Whether there is a cell without a label under each of some others."""
    if len(row) < len(above):
        return False
    return all(_is_under(cell, over) and cell.index not in labels for cell, over in zip(row, above, strict=True))


def _is_under(cell: Block, head: Block) -> bool:
    """Whether a cell stands right under another, at its left edge."""
    if cell.style is None or cell.page != head.page:
        return False
    return _is_near(head.lines[-1], cell.lines[0], cell.style.size_pt)


def _is_over(value: Block, head: Block) -> bool:
    """Whether a short value in larger type stands right over a label, at its left edge."""
    if value.style is None or head.style is None or len(value.lines) > 1 or value.page != head.page:
        return False
    size = value.style.size_pt
    return size > LARGER * head.style.size_pt and _is_near(value.lines[0], head.lines[0], size)


def _is_near(upper: Line, lower: Line, em_pt: float) -> bool:
    """Whether a line stands right under another, at its left edge."""
    a, b = upper.bbox, lower.bbox
    return abs(a.x0 - b.x0) < SAME_EDGE_PT and 0 < b.bottom - a.bottom < MOST_APART_EM * em_pt
