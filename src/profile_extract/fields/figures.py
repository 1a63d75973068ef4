"""Values over or under their labels: figures in large type over what they count, the only row of a table under its heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from profile_extract.segment.figures import FEWEST, is_near, level_pairs
from profile_extract.structure import Block, Label


def find_figures(blocks: Sequence[Block], labels: Mapping[int, Label]) -> dict[int, Block]:
    """The value over or under each label that has one, by the index of the label's block; heads of several rows have none."""
    if not any(labels[block.index].field == "column" for block in blocks if block.index in labels):
        return {}
    heads_of_columns = [block for block in blocks if _is_head(block, labels)]
    pages = {head.page for head in heads_of_columns}
    values = [block for block in blocks if block.index not in labels and block.page in pages and len(block.lines) == 1]
    found = {head.index: value for value, head in level_pairs(values, heads_of_columns)}
    for is_head, run in groupby(enumerate(blocks), key=lambda pair: _is_head(pair[1], labels)):
        heads = list(run) if is_head else []
        if len(heads) >= FEWEST and not any(head.index in found for _, head in heads):
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


def _are_under(row: Sequence[Block], above: Sequence[Block], labels: Mapping[int, Label]) -> bool:
    """Whether there is a cell without a label under each of some others."""
    if len(row) < len(above):
        return False
    return all(_is_under(cell, over) and cell.index not in labels for cell, over in zip(row, above, strict=True))


def _is_under(cell: Block, head: Block) -> bool:
    """Whether a cell stands right under another, at its left edge."""
    if cell.style is None or cell.page != head.page:
        return False
    return is_near(head.lines[-1], cell.lines[0], cell.style.size_pt)
