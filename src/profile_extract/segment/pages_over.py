"""What a dump prints over the title on its page though it stands beside it: boxes of facts, contacts, which were drawn first.

Such a part may as well end the profile above. The first profile tells, over whose title there is the like though nothing is
there that it could end, and the last, behind whose title there is none.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Mapping, Sequence

from profile_extract.layout.address_lines import is_reached
from profile_extract.segment.titles import is_number
from profile_extract.structure import Label, Layout

USUAL_SHARE = 0.8
"""Share of the profiles that have the like over their title on its page, without another title there."""
FEWEST_PROFILES = 3
MOST_FACTS = 4
"""Blocks over a title that are read before it: a number, a kind, a session. More are a box beside the profile."""
_REACHED = ""
"""What stands for a line by which somebody is reached, among the labels of a part."""


def boxes_over(layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]) -> list[range]:
    """The blocks from the top of each profile's page up to it, where nearly all have the like there; else empty ranges.

    Text input only: a PDF shows what stands beside what.
    """
    none = [range(span.start, span.start) for span in spans]
    if layout.body_style is not None or len(spans) < FEWEST_PROFILES:
        return none
    found = [_box(layout, span.start, before) for span, before in zip(spans, (-1, *titles[:-1]), strict=True)]
    signs = [frozenset(_signs(layout, labels, box)) for box in found]
    keys = signs[0].difference(_signs(layout, labels, range(titles[-1], _end(layout, titles[-1]))))
    return found if sum(not keys.isdisjoint(of_box) for of_box in signs) >= USUAL_SHARE * len(spans) else none


def with_boxes(spans: Sequence[range], boxes: Sequence[range]) -> list[range]:
    """The spans of profiles, ended where the next one's box begins; begun with their own if these are no more than facts."""
    are_facts = bool(boxes) and statistics.median(map(len, boxes)) <= MOST_FACTS
    starts = [box.start if are_facts else box.stop for box in boxes]
    ends = [*(box.start for box in boxes[1:]), *(span.stop for span in spans[-1:])]
    return [range(start, min(span.stop, end)) for start, span, end in zip(starts, spans, ends, strict=True)]


def _box(layout: Layout, start: int, before: int) -> range:
    """The blocks between the top of a page and a profile that begins on it; none where the title before is there, too."""
    top = end = start
    while top > 0 and layout.blocks[top - 1].page == layout.blocks[start].page:
        top -= 1
    while end > top and is_number(layout.blocks[end - 1].text.text):
        end -= 1
    return range(top, end) if top > before else range(start, start)


def _end(layout: Layout, title: int) -> int:
    """The end of a title's page."""
    end = title
    while end < len(layout.blocks) and layout.blocks[end].page == layout.blocks[title].page:
        end += 1
    return end


def _signs(layout: Layout, labels: Mapping[int, Label], part: Iterable[int]) -> Iterator[str]:
    """The labels of a part, and whether it has lines by which somebody is reached."""
    for index in part:
        if index in labels:
            yield labels[index].key
        elif any(is_reached(line.text) for line in layout.blocks[index].lines):
            yield _REACHED
