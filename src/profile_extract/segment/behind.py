"""What stands behind profiles under headings set as those before the first profile are: sponsors, addresses, next chapters.

No label of a profile is set so, and none stands under such a heading.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from profile_extract.layout.codes import is_code
from profile_extract.layout.contents import has_leaders
from profile_extract.lexicon import is_closed, label_key
from profile_extract.model import Style
from profile_extract.segment.headings import headings_of_matter
from profile_extract.segment.shapes import is_prose, is_title_like
from profile_extract.segment.titles import contents_of
from profile_extract.structure import LARGER, Block, Label, Layout

MOST_SHARE = 0.34
"""Share of profiles behind which such headings stand, at most: in more of them they are parts."""
FEWEST_LEADERS = 3
"""Lines with leaders that are an index, names and where to find them; a heading may stand over them in one block."""
FEWEST_LISTED, LISTED_SHARE = 3, 0.7
"""Titles of profiles that come back behind the last one, for a list of them, and their share of what stands there."""
UNDER_TITLE = 2
"""Lines under a title that may be set as any heading is: names, a place, a tagline."""


def without_matter(layout: Layout, labels: dict[int, Label], spans: Sequence[range], titles: Sequence[int]) -> list[range]:
    """The spans of profiles, each ended before such a heading; ``titles`` are the blocks that name them."""
    if not spans:
        return []
    spans = [*spans[:-1], range(spans[-1].start, _index_behind(layout, labels, spans, titles[-1]))]
    spans = [*spans[:-1], range(spans[-1].start, _list_behind(layout, spans[-1], titles))]
    if layout.body_style is None:
        return spans
    spans = [*spans[:-1], range(spans[-1].start, _page_behind(layout, labels, spans, titles[-1]))]
    front = {block.style for block in layout.blocks[: spans[0].start] if _is_heading(block, layout.body_style)}
    front -= {block.style for title in titles for block in layout.blocks[title : title + UNDER_TITLE + 1]}
    front = front.difference(_styles_inside(layout, labels, spans[:-1])) if front else front
    if not front:
        return list(spans)
    stops = [_stop(layout, labels, span, title, front) for span, title in zip(spans, titles, strict=True)]
    cut = sum(stop < span.stop for stop, span in zip(stops, spans, strict=True))
    if cut > max(1.0, MOST_SHARE * len(spans)):
        return list(spans)
    return [range(span.start, stop) for span, stop in zip(spans, stops, strict=True)]


def _index_behind(layout: Layout, labels: dict[int, Label], spans: Sequence[range], title: int) -> int:
    """Where an index with leaders begins behind all labels of the last profile, with its headings; else the profile's end.

    So does a heading that tops a page and is one of the words for what stands around profiles. Neither does where another
    profile has the like: a list of prices, a heading of its own.
    """
    last = max((i for i in spans[-1] if i in labels), default=title)
    inside = [layout.blocks[i] for span in spans[:-1] for i in span]
    found = headings_of_matter(layout)
    known = {label_key(block.lines[0].text) for block in inside} if found else set[str]()
    for index in range(last + 1, spans[-1].stop):
        block = layout.blocks[index]
        is_of_matter = index in found and label_key(block.text.text) not in known
        if is_of_matter and block.gap_lines == math.inf and len(block.lines) == 1:
            return index
        if _is_index(block) and not any(map(_is_index, inside)):
            while index - 1 > last and _may_head_index(layout.blocks[index - 1]):
                index -= 1
            return index
    return spans[-1].stop


def _list_behind(layout: Layout, span: range, titles: Sequence[int]) -> int:
    """Where a list of the profiles begins behind the last of them, with its heading; else that one's end.

    It has little but their titles, and numbers or codes before them. Of a list that is no part of the profile already, or was
    read as the contents, the heading is left.
    """
    blocks, first = layout.blocks, titles[-1] + 1
    names = {name for title in titles for name in _names_of(blocks[title])}
    again = [not names.isdisjoint(_names_of(blocks[index])) for index in range(first, span.stop)]
    start = first + again.index(True) if sum(again) >= FEWEST_LISTED else span.stop
    others = sum(not _is_number(blocks[index].text.text) for index in range(start, span.stop))
    if sum(again) < LISTED_SHARE * others:
        return span.stop
    is_listed = span.stop < len(blocks) and not names.isdisjoint(_names_of(blocks[span.stop]))
    while (start < span.stop or is_listed) and start - 1 > first and _is_number(blocks[start - 1].text.text):
        is_other = start - 3 > first and _may_head_index(blocks[start - 2]) and _is_number(blocks[start - 3].text.text)
        start -= 2 if is_other else 1  # a title that is read otherwise there
    is_headed = start - 1 > first and _may_head_index(blocks[start - 1])
    is_of_list = start < span.stop or is_listed or blocks[start - 1].page in contents_of(layout).pages
    return start - 1 if is_headed and is_of_list else start


def _names_of(block: Block) -> set[str]:
    """What a title is known again by, with and without the number or code that it begins with."""
    text = block.text.text
    first, _, rest = text.partition(" ")
    return {label_key(text), label_key(rest)} if rest and _is_number(first) else {label_key(text)}


def _is_number(text: str) -> bool:
    """Whether a text is the number or the code of an entry, and nothing else."""
    bare = text.strip("().")
    return bare.isdecimal() or is_code(bare)


def _is_index(block: Block) -> bool:
    """Whether nearly all lines of a block have leaders."""
    return sum(has_leaders(line.text) for line in block.lines) >= max(FEWEST_LEADERS, len(block.lines) - 1)


def _may_head_index(block: Block) -> bool:
    is_short = len(block.lines) == 1 and not is_closed(block.text.text)
    return is_short and is_title_like(block, None) and not is_prose(block, None)


def _page_behind(layout: Layout, labels: dict[int, Label], spans: Sequence[range], title: int) -> int:
    """Where the last profile goes on on a page with a heading such as no other has, larger than all labels; else its end."""
    last = max((i for i in spans[-1] if i in labels), default=title)
    others = {block.style for span in spans[:-1] for block in layout.blocks[span.start : span.stop]}
    largest_pt = max((layout.sizes_pt[i] for span in spans for i in span if i in labels), default=math.inf)
    for index in range(last + 1, spans[-1].stop):
        block = layout.blocks[index]
        is_larger = layout.sizes_pt[index] > LARGER * largest_pt and block.style not in others
        if is_larger and block.page > layout.blocks[index - 1].last_page and _is_heading(block, layout.body_style):
            return index
    return spans[-1].stop


def _styles_inside(layout: Layout, labels: dict[int, Label], spans: Sequence[range]) -> Iterator[Style | None]:
    """How labels are set, and all that a label stands under."""
    for span in spans:
        last = max((i for i in span if i in labels), default=span.start)
        yield from (layout.blocks[i].style for i in range(span.start, last + 1))


def _stop(layout: Layout, labels: dict[int, Label], span: range, title: int, front: set[Style | None]) -> int:
    """Where such a heading stands under the title of a profile, no other label under it; the profile's end if none does."""
    for index in range(title + 1, span.stop):
        block = layout.blocks[index]
        if block.style in front and _is_heading(block, layout.body_style) and not any(i in labels for i in span if i > index):
            return index
    return span.stop


def _is_heading(block: Block, body: Style | None) -> bool:
    """Whether a line is set larger or bolder than the text: names of authors and of chairs may be in capitals."""
    style = block.style
    if style is None or body is None or len(block.lines) > 1:
        return False
    is_strong = style.size_pt > LARGER * body.size_pt or (style.bold and style.size_pt >= body.size_pt)
    return is_strong and is_title_like(block, body)
