"""Figures in large type over what they count (``245,000`` over ``Inhabitants``), side by side: labels stand under them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from profile_extract.model import Line
from profile_extract.segment.candidates import alone
from profile_extract.segment.rows import are_level
from profile_extract.structure import LARGER, Block, Label, Layout

FEWEST = 2
"""Values side by side, each with its label under it."""
MOST_LABEL_LINES, MOST_LABEL_CHARS = 3, 40
"""Lines of what stands under a figure; characters of a label over one, in one line."""
MOST_OF_PAGE = 60
"""Blocks of a page among which figures and what stands under them are looked for; more are a table."""
MOST_FIGURE_CHARS = 24
"""Longest figure with its unit, in characters."""
RECURRING_SHARE = 0.5
"""Share of what stands under figures that comes back, for it to be labels: in one profile alone it may be anything."""
SAME_EDGE_PT = 2.0
"""Difference of the left edges of a value and its label, in points, that is none."""
MOST_APART_EM = 2.0
"""Distance of the baselines of a value and its label, in ems of the value, at most."""
Pair = tuple[Block, Block]
"""A value and what stands under it."""


def find_captions(layout: Layout) -> Iterator[Label]:
    """The labels under figures that stand side by side, and come back."""
    figures = _figures(layout)
    pairs = list(level_pairs(figures, layout.blocks)) if figures else []
    keys = Counter(caption.text.text for _, caption in pairs)
    recurring = sum(count for count in keys.values() if count > 1)
    if recurring < RECURRING_SHARE * len(pairs):
        return
    for _, caption in pairs:
        label = alone(caption)
        if label is not None:
            yield label._replace(field="column")


def level_pairs(values: Sequence[Block], blocks: Sequence[Block]) -> Iterator[Pair]:
    """The values that have one of some blocks right under them, where at least two do so side by side."""
    pages: dict[int, tuple[list[Block], list[Block]]] = {}
    for value in values:
        pages.setdefault(value.page, ([], []))[0].append(value)
    for block in blocks:
        if block.page in pages and len(block.lines) <= MOST_LABEL_LINES:
            pages[block.page][1].append(block)
    for figures, labels in pages.values():
        least = min((block.style.size_pt for block in labels if block.style), default=math.inf)
        large = [value for value in figures if value.style is not None and value.style.size_pt > LARGER * least]
        if FEWEST <= len(large) <= MOST_OF_PAGE and FEWEST <= len(labels) <= MOST_OF_PAGE:
            yield from _level_on_page(large, labels)


def _level_on_page(values: Sequence[Block], blocks: Sequence[Block]) -> Iterator[Pair]:
    pairs = [(value, head) for value in values for head in blocks if _is_over(value, head)]
    pairs = [(value, head) for value, head in pairs if not _is_headed(value, [b for b in blocks if b.style == head.style])]
    for value, head in pairs:
        if sum(are_level(value.lines[0], other.lines[0]) for other, _ in pairs) >= FEWEST:
            yield value, head


def _figures(layout: Layout) -> Sequence[Block]:
    """The blocks that may be a figure with its unit, in type larger than the text's."""
    body = layout.body_style
    larger = layout.larger_than(body.size_pt) if body is not None else ()
    return [layout.blocks[index] for index in larger if _is_figure(layout.blocks[index])]


def _is_figure(block: Block) -> bool:
    text = block.text.text
    return len(block.lines) == 1 and len(text) <= MOST_FIGURE_CHARS and any(map(str.isdecimal, text))


def _is_over(value: Block, head: Block) -> bool:
    """Whether a short value in larger type stands right over a label, at its left edge."""
    if value.style is None or head.style is None or len(value.lines) > 1 or value.page != head.page:
        return False
    size = value.style.size_pt
    return size > LARGER * head.style.size_pt and is_near(value.lines[0], head.lines[0], size)


def _is_headed(value: Block, blocks: Sequence[Block]) -> bool:
    """Whether one of some blocks, set as what is under a value, stands right over it: then that is its label."""
    size = value.style.size_pt if value.style else 0.0
    short = (other.lines[0] for other in blocks if len(other.lines) == 1 and len(other.text.text) <= MOST_LABEL_CHARS)
    return any(line.page == value.page and is_near(line, value.lines[0], size) for line in short)


def is_near(upper: Line, lower: Line, em_pt: float) -> bool:
    """Whether a line stands right under another, at its left edge."""
    a, b = upper.bbox, lower.bbox
    return abs(a.x0 - b.x0) < SAME_EDGE_PT and 0 < b.bottom - a.bottom < MOST_APART_EM * em_pt
