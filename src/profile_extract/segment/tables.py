"""The heads of a table's columns, and the cells under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from profile_extract.layout.borderless import FEWEST_ROWS
from profile_extract.lexicon import label_key
from profile_extract.segment.rows import FEWEST_COLUMNS, are_level, find_rows
from profile_extract.segment.shapes import stands_out
from profile_extract.structure import Block, Label, Layout, stands_alone

MOST_BETWEEN = 2
"""Rows for each of a table's, those that run across it counted in: headings of groups."""


def find_column_heads(found: Mapping[int, Label], layout: Layout) -> Iterator[int]:
    """Labels beside each other in one row, or in one of several cells set alike: the heads of a table's columns.

    No text stands under one of them alone.
    """
    for row in (row for row in find_rows(layout) if len(row) >= FEWEST_COLUMNS) if found else ():
        if _are_set_as_heads(row, layout):
            yield from (block.index for block in row if stands_alone(found.get(block.index), layout))
    for index in _beside_next(found, layout):
        is_alike = layout.blocks[index].style == layout.blocks[index + 1].style
        if is_alike and stands_alone(found.get(index + 1), layout):
            yield from (index, index + 1)


def find_values_beside(found: Mapping[int, Label], layout: Layout) -> list[int]:
    """Labels that are values, however often they come back: beside a label, set as what stands beside others is.

    So are lines with a colon in them, from that on down to the next label: nothing in their type tells them from values.
    """
    beside = [(layout.blocks[index], layout.blocks[index + 1]) for index in _beside_next(found, layout)]
    values = Counter(value.style for _, value in beside if value.index not in found)
    often = {style for style, count in values.items() if count >= FEWEST_ROWS}
    cells = [value for label, value in beside if value.style in often and label.style not in often]
    alone = [value.index for value in cells if stands_alone(found.get(value.index), layout)]
    return alone + [index for value in cells for index in _plain_run_ins(value, found, layout)]


def _plain_run_ins(first: Block, found: Mapping[int, Label], layout: Layout) -> Iterator[int]:
    """The labels from a block on, one behind the other in its column, that run into values set in one type with them."""
    for block in layout.blocks[first.index :]:
        label = found.get(block.index)
        is_run_in = label is not None and not stands_alone(label, layout) and block.column == first.column
        if not is_run_in or len(block.lines[0].runs) > 1 or block.style != first.style:
            return
        yield block.index


def _beside_next(found: Mapping[int, Label], layout: Layout) -> Iterator[int]:
    """The labels of a PDF that stand alone, each with the next block beside it."""
    for index in sorted(found) if layout.report.is_pdf else ():
        if index + 1 == len(layout.blocks) or not stands_alone(found[index], layout):
            continue
        if are_level(layout.blocks[index].lines[0], layout.blocks[index + 1].lines[0]):
            yield index


def _are_set_as_heads(row: Sequence[Block], layout: Layout) -> bool:
    """Whether the blocks of a row are set alike, and unlike the text."""
    return stands_out(row[0], layout.body_style) and len({block.style for block in row}) == 1


def find_heads_over_rows(layout: Layout) -> Iterator[Label]:
    """The heads of a table's columns by the rows under them, which are as wide and set as the text is; they may come once.

    Where they come again on the next page, fewer rows may stand under them.
    """
    rows = find_rows(layout)
    known: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows):
        if len(row) < FEWEST_COLUMNS or not _are_set_as_heads(row, layout):
            continue
        texts = tuple(block.text.text for block in row)
        under = [other for other in rows[number + 1 : number + 1 + MOST_BETWEEN * FEWEST_ROWS] if len(other) > 1][:FEWEST_ROWS]
        are_rows = [len(other) for other in under] == [len(row)] * FEWEST_ROWS
        if are_rows and not any(stands_out(other[-1], layout.body_style) for other in under):
            known.add(texts)
        if texts in known:
            yield from map(_as_head, row)


def find_cells(found: Mapping[int, Label], layout: Layout) -> list[int]:
    """The cells in the rows of a table under the heads of its columns, set as the text is: towns come back in them."""
    cells: list[int] = []
    widths: set[int] = set()
    for row in find_rows(layout) if any(label.field == "column" for label in found.values()) else ():
        heads = sum(block.index in found and found[block.index].field == "column" for block in row)
        if heads >= FEWEST_COLUMNS:
            widths.add(len(row))
        elif len(row) in widths:
            cells += [block.index for block in row if not stands_out(block, layout.body_style)]
    return cells


def _as_head(block: Block) -> Label:
    text = block.text.text
    return Label(block.index, 0, len(text), len(text), label_key(text), "column")
