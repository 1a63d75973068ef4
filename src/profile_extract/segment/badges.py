"""What is of a profile though no cut begins with it: small lines over its title that few have, and what stands beside it.

A prize or a theme at the top of a page is no sign to cut a report by, but where each profile opens a page, its page is all its
own. A day and its time in a narrow column beside the title is read before it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from profile_extract.layout.address_lines import is_reached
from profile_extract.lexicon import is_credit
from profile_extract.segment.titles import is_number
from profile_extract.structure import LARGER, Layout

OPENING_SHARE = 0.8
"""Share of the profiles that open a page, such lines aside, from which they are made so."""
BESIDE_SHARE = 0.8
"""Share of the profiles that have something in a column left of the title."""
MOST_LINES = 2
"""Small lines over a title."""
MOST_BESIDE = 5
"""Lines beside a title: a day of the week, a date, a time, a kind, a place."""
MOST_RISE = 0.5
"""How far what stands beside a title may begin above it, as a share of the title's height."""


def with_badges(layout: Layout, labels: Container[int], spans: Sequence[range], titles: Sequence[int]) -> list[range]:
    """The spans of profiles, with what stands over and beside each of their ``titles``; unchanged in text input."""
    if layout.body_style is None or not spans:
        return list(spans)
    tops = [_top_over(layout, labels, span.start, title) for span, title in zip(spans, titles, strict=True)]
    besides = [_top_beside(layout, title) for title in titles]
    starts = [span.start for span in spans]
    if sum(top < title for top, title in zip(besides, titles, strict=True)) >= BESIDE_SHARE * len(spans):
        starts = list(map(min, besides, starts))
    elif sum(top is not None for top in tops) >= OPENING_SHARE * len(spans):
        starts = [start if top is None else top for start, top in zip(starts, tops, strict=True)]
    nexts = [*starts[1:], len(layout.blocks)]
    return [range(start, min(span.stop, after)) for start, span, after in zip(starts, spans, nexts, strict=True)]


def _top_beside(layout: Layout, title: int) -> int:
    """The first of the short lines read right before a title that stand left of it, from its height on downwards."""
    first = layout.blocks[title].lines[0].bbox
    top = title
    while top > 0 and title - top < MOST_BESIDE:
        block = layout.blocks[top - 1]
        is_left = block.page == layout.blocks[title].page and block.lines[0].bbox.x1 < first.x0
        if not is_left or len(block.lines) > 1 or block.lines[0].bbox.top < first.top - MOST_RISE * first.height:
            break
        top -= 1
    return top if layout.blocks[top].lines[0].bbox.top < first.bottom else title


def _top_over(layout: Layout, labels: Container[int], start: int, title: int) -> int | None:
    """The first block of the page of a start, if only numbers and lines in smaller type than the title are between the two."""
    top, page = start, layout.blocks[start].page
    while top > 0 and layout.blocks[top - 1].page == page:
        top -= 1
        text = layout.blocks[top].text.text
        is_small = layout.sizes_pt[top] * LARGER < layout.sizes_pt[title] or is_number(text)
        is_badge = len(layout.blocks[top].lines) == 1 and is_small
        if start - top > MOST_LINES or not is_badge or top in labels or is_reached(text) or is_credit(text):
            return None
    return top
