"""Starts of records that are moved up to the heading, the kind or the number over them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Hashable, Sequence

from profile_extract.answers import once
from profile_extract.layout.address_lines import is_of_address
from profile_extract.layout.codes import is_when
from profile_extract.lexicon import label_key
from profile_extract.model import Style
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import follower, is_larger, is_prose, is_title_like, stands_out
from profile_extract.segment.titles import is_code_and_kind, is_number, is_part_number, is_time
from profile_extract.structure import SMALLER_PT, Block, Label, Layout, is_smaller, stands_alone

FEWEST_RECORDS = 2
NEARER_LINES = 0.2
"""Difference of two spaces, in lines, that readers see: a heading stands nearer to what it heads than to what is above."""
MOVED_UP_SHARE = 0.8
"""Share of starts that must stand under a heading of one kind for it to be the title."""
HEADLINE, MOST_UNDER_HEADLINE = 1.8, 2
"""How much larger a headline is than a line under it that may pass for the title; and how many lines may stand there."""
FEWEST_KICKERS = 3
"""How often a line over a day and its time comes back to say of what kind it is; others end what is above."""
_LONG_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d{2}(?!\d))\d{3}")
"""Part of a telephone number or postcode, and no year."""
_COUNTED = re.compile(r"[^\W\d_][^\d]* [^\d]*\D\d{1,4}")
"""Several words and a number: ``Contributed talk, table 102``."""


def moved_up(layout: Layout, labels: dict[int, Label], starts: Sequence[int]) -> Sequence[int]:
    """Starts that nearly all stand under a heading of one kind belong to it: the title, over the line under it.

    A start that such a heading then follows at once is that of a group.
    """
    body = layout.body_style
    while len(starts) >= FEWEST_RECORDS:
        above = [layout.blocks[start - 1] for start in starts if _may_move_up(layout, labels, start)]
        kind, count = Counter(_kind_above(b, body) for b in above).most_common(1)[0] if above else (None, 0)
        if count < MOVED_UP_SHARE * len(starts):
            break
        moved = {b.index + 1 for b in above if _kind_above(b, body) == kind}
        starts = [i - 1 if i in moved else i for i in starts if i + 2 not in moved]
    return _at_headlines(layout, labels, starts)


def _at_headlines(layout: Layout, labels: dict[int, Label], starts: Sequence[int]) -> Sequence[int]:
    """Starts that nearly all stand under a headline of one style, much larger than they are: that is the title."""
    found = {start: headline for start in starts if (headline := _headline_over(layout, labels, start))}
    styles = Counter(headline.style for headline in found.values())
    style, count = styles.most_common(1)[0] if styles else (None, 0)
    if count < max(FEWEST_RECORDS, MOVED_UP_SHARE * len(starts)):
        return starts
    return [found[i].index if i in found and found[i].style == style else i for i in starts]


def _headline_over(layout: Layout, labels: dict[int, Label], start: int) -> Block | None:
    """The heading over a start in much larger type, a line between them or none: on its page, and no label."""
    own = layout.blocks[start]
    for above in reversed(layout.blocks[max(0, start - MOST_UNDER_HEADLINE) : start]):
        if own.style is None or above.style is None or above.page != own.page or above.index in labels:
            return None
        if above.style.size_pt > HEADLINE * own.style.size_pt:
            return above if is_title_like(above, layout.body_style) else None
        if is_prose(above, layout.body_style) or len(above.lines) > 1:
            return None
    return None


def _kind_above(block: Block, body: Style | None) -> Hashable:
    """The kind of a block over a start, by how it begins: a town may be shorter than its country in other type."""
    runs = block.lines[0].runs
    begins = next((run.style for run in runs), None)
    if begins is None or body is None or begins == block.style:
        return follower(block, body)
    return (begins.font, (begins.size_pt > body.size_pt + SMALLER_PT) - (begins.size_pt < body.size_pt - SMALLER_PT))


def _may_move_up(layout: Layout, labels: dict[int, Label], start: int) -> bool:
    """Whether a heading stands right above a block: in its column, nearer to it than to what is above, no label's value.

    A number or a time may stand at the foot of the column before; a label with its value at a page's top is of what follows.
    """
    if start == 0:
        return False
    above = layout.blocks[start - 1]
    if start - 1 in labels:
        is_at_top = above.gap_lines == math.inf and layout.blocks[start].page == above.page
        return is_at_top and not stands_alone(labels[start - 1], layout)
    if layout.blocks[start].gap_lines == math.inf:
        return is_number(above.text.text) or _heads_next_flow(above, layout.blocks[start], layout.body_style)
    is_part = layout.body_style is None and is_part_number(above.text.text)
    is_value = stands_alone(labels.get(start - 2), layout)
    is_right = layout.body_style is not None and above.lines[-1].bbox.x0 > layout.blocks[start].lines[0].bbox.x1
    if is_right and not is_time(above.text.text):
        return False  # the last cell of the row above
    if layout.body_style is None and is_when(layout.blocks[start].text.text):
        return _returns(layout)[label_key(above.text.text)] >= FEWEST_KICKERS
    has_code = layout.body_style is None and (is_code_and_kind(above.text.text) or _is_counted_kicker(above, layout))
    if layout.blocks[start].gap_lines > _gap_over(layout, labels, start - 1) + NEARER_LINES and not has_code:
        return False
    if above.bullet is not None and layout.blocks[start].bullet is None:
        return False
    is_address = layout.body_style is None and (_LONG_NUMBER.search(above.text.text) or is_of_address(above.lines[-1].text))
    if is_address and not has_code:
        return False
    is_heading = is_title_like(above, layout.body_style) and not is_prose(above, layout.body_style)
    return not is_value and (is_heading or is_part or is_number(above.text.text))


def _is_counted_kicker(block: Block, layout: Layout) -> bool:
    """Whether a line of a dump is words and a number that come back, numbers aside, and how nobody is reached."""
    text = block.text.text
    is_counted = block.is_one_row and _COUNTED.fullmatch(text) is not None and not is_of_address(text)
    return is_counted and _returns(layout)[label_key(text)] >= FEWEST_KICKERS


def _heads_next_flow(above: Block, block: Block, body: Style | None) -> bool:
    """Whether a heading across columns, which is read by itself, stands close over a block in smaller type, at its edge."""
    if above.page != block.page or not is_larger(above, block.style) or not is_title_like(above, body):
        return False
    upper, lower = above.lines[-1].bbox, block.lines[0].bbox
    is_at_edge = abs(lower.x0 - upper.x0) < upper.height / 2  # its number may stand in a box of its own
    return is_at_edge and abs(lower.top - upper.bottom) < upper.height


@once
def _returns(layout: Layout) -> Counter[str]:
    """How often each block of a report comes back."""
    return Counter(label_key(block.text.text) for block in layout.blocks)


def _gap_over(layout: Layout, labels: dict[int, Label], index: int) -> float:
    """The space over a heading, in lines, or over the small line right above it: a kind over a date over a title.

    A time may stand at the end of a row.
    """
    block = layout.blocks[index]
    over = layout.blocks[index - 1] if index > 0 and index - 1 not in labels else block
    if is_time(block.text.text) and is_beside(over, block):
        return over.gap_lines
    is_pair = block.gap_lines <= 0 and is_smaller(over, block.style) and stands_out(block, layout.body_style)
    return max(block.gap_lines, over.gap_lines) if is_pair else block.gap_lines
