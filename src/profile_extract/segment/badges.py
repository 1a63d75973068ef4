"""Small lines over titles at the tops of pages that only some profiles have: a prize, a theme that changes.

They are no sign to cut a report by, as few have them; but where each profile opens a page, its page is all its own.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from profile_extract.structure import LARGER, Layout

OPENING_SHARE = 0.8
"""Share of the profiles that open a page, such lines aside, from which they are made so."""
MOST_LINES = 2
"""Such lines over a title."""


def with_badges(layout: Layout, labels: Container[int], spans: Sequence[range]) -> list[range]:
    """The spans of profiles, with such lines of the page of each; unchanged in text input, which has no type."""
    tops = [_top_over(layout, labels, span.start) for span in spans]
    if layout.body_style is None or sum(top is not None for top in tops) < OPENING_SHARE * len(spans):
        return list(spans)
    starts = [span.start if top is None else top for span, top in zip(spans, tops, strict=True)]
    nexts = [*starts[1:], len(layout.blocks)]
    return [range(start, min(span.stop, after)) for start, span, after in zip(starts, spans, nexts, strict=True)]


def _top_over(layout: Layout, labels: Container[int], start: int) -> int | None:
    """The first block of the page of a start, if only single lines in smaller type stand between the two; None if not."""
    top, page = start, layout.blocks[start].page
    while top > 0 and layout.blocks[top - 1].page == page:
        top -= 1
        is_small = len(layout.blocks[top].lines) == 1 and layout.sizes_pt[top] * LARGER < layout.sizes_pt[start]
        if start - top > MOST_LINES or not is_small or top in labels:
            return None
    return top
