"""Labels with their values right over titles (``Contribution ID: 23``, ``Type: Oral``): of what follows, not of what is above.

Systems that print books of abstracts set them in a row at the top of each page, or over each title. The first profile tells
them, which has them above it where nothing is that they could end, and the last, which nothing of the kind ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from profile_extract.structure import Label, Layout, stands_alone

USUAL_SHARE = 0.8
"""Share of the profiles that have such a label right over the title."""
MOST_OVER = 4
"""Labels over a title: a number, a kind, a session, a time."""


def with_facts_over(layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]) -> list[range]:
    """The spans of profiles, begun with the labels that stand right over their first blocks where nearly all have the same.

    Unchanged in text input, where a value may be all that a title is known by.
    """
    over = [_labels_over(layout, labels, span.start) for span in spans] if layout.body_style is not None else []
    keys = {labels[i].key for i in over[0]} if over else set[str]()
    keys -= {labels[i].key for i in range(titles[-1], spans[-1].stop) if i in labels} if keys else set()
    own = [[i for i in found if labels[i].key in keys] for found in over] if keys else []
    if sum(map(bool, own)) < USUAL_SHARE * len(spans) or not own:
        return list(spans)
    starts = [min(found, default=span.start) for found, span in zip(own, spans, strict=True)]
    nexts = [*starts[1:], len(layout.blocks)]
    return [range(start, min(span.stop, after)) for start, span, after in zip(starts, spans, nexts, strict=True)]


def _labels_over(layout: Layout, labels: Mapping[int, Label], start: int) -> list[int]:
    """The lines right over a block, on its page, each of which is a label and its value."""
    found: list[int] = []
    page = layout.blocks[start].page
    for index in range(start - 1, max(-1, start - MOST_OVER - 1), -1):
        block = layout.blocks[index]
        if index not in labels or stands_alone(labels[index], layout) or block.page != page or len(block.lines) > 1:
            break
        found.append(index)
    return found
