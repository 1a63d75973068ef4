"""Text in another column of the page than a label and what stands under it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from profile_extract.fields.items import Item
from profile_extract.fields.looks import look
from profile_extract.lexicon import is_closed
from profile_extract.model import Line, Style
from profile_extract.segment.shapes import is_prose
from profile_extract.structure import Block

FAR_WIDER = 1.5
"""How many times wider than the lines in a box those of the text beside it are, at least, to be no part of it."""


def opens_other_column(label_block: Block | None, items: Sequence[Item], block: Block, body: Style | None) -> bool:
    """Whether a block opens another column of the page, above the label, and is none of the text under it.

    It is set otherwise, as a place in a margin is, or is a text beside a list of short items, which may begin beside the label
    and end below the list, or is far wider than all in its box. Or the text under the label runs around it, and on below it.
    """
    if label_block is None or not items or not math.isinf(block.gap_lines) or block.style is None:
        return False
    last, first = items[-1].block.lines[-1], block.lines[0]
    is_on_page = last.page == first.page == label_block.page
    head, end = label_block.lines[0].bbox, block.lines[-1]
    is_beside = first.bbox.top < head.bottom and (end.page > first.page or last.bbox.bottom < end.bbox.bottom)
    is_over = is_beside or first.bbox.bottom < head.top or _runs_around(items[-1].block, first)
    return is_on_page and is_over and (_is_unlike(block, items, body) or _is_far_wider(block, items, body))


def _runs_around(text: Block, line: Line) -> bool:
    """Whether the last lines of a text stand below a line, and reach under it from the left."""
    return any(
        below.bbox.top > line.bbox.bottom and below.bbox.x0 < line.bbox.x0 < below.bbox.x1
        for below in text.lines
        if below.page == line.page
    )


def _is_unlike(block: Block, items: Sequence[Item], body: Style | None) -> bool:
    """Whether a block is set otherwise than all that stands under a label, or is a text where none of these is."""
    is_other = all(look(item.block.style) != look(block.style) for item in items)
    return is_other or (_is_text(block, body) and not any(_is_text(item.block, body) for item in items))


def _is_far_wider(block: Block, items: Sequence[Item], body: Style | None) -> bool:
    """Whether a block is running text, and far wider than all that is wrapped under a label: that is in a box beside it."""
    widths_pt = [line.bbox.width for item in items if len(item.block.lines) > 1 for line in item.block.lines]
    is_wider = bool(widths_pt) and max(line.bbox.width for line in block.lines) > FAR_WIDER * max(widths_pt)
    return is_wider and is_prose(block, body)


def _is_text(block: Block, body: Style | None) -> bool:
    """Whether a block is running text, or ends as a sentence does."""
    return is_prose(block, body) or is_closed(block.text.text)


def is_in_other_column(items: Sequence[Item], asides: Sequence[Item], block: Block, body: Style | None) -> bool:
    """Whether a block stands in the column that an aside has opened, or opens the next one in its type.

    What is like the text under the label goes on there under a caption.
    """
    if not items or not asides or not math.isinf(asides[0].block.gap_lines) or not _is_unlike(block, items, body):
        return False
    last = asides[-1].block
    goes_on = math.isinf(block.gap_lines) and block.page == last.page and look(block.style) == look(last.style)
    return items[-1].block.column != block.column and (block.column == last.column or goes_on)
