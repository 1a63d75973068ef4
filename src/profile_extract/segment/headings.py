"""Headings set as titles are that name no profile: of forewords and indexes, and of groups with only a chair under them."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from profile_extract.layout.contents import Contents
from profile_extract.lexicon import label_key, names_matter
from profile_extract.segment.regularity import Records
from profile_extract.segment.shapes import follower
from profile_extract.segment.titles import MOST_OVER_TITLE
from profile_extract.structure import Layout

MOST_OF_MATTER = 2
"""How often the heading of a foreword or an index stands in a report: over it, and in the list of contents."""
MOST_CHARS = 40
"""Longest such heading, in characters; those that are known have up to 25."""
GROUPS_SHARE = 0.34
"""Share of the starts that may be headings of groups: a group has two profiles or more on average."""
USUAL_SHARE = 0.8
"""Share of the profiles under whose titles the same kind of line stands, for another kind to be odd."""


def headings_of_matter(layout: Layout) -> frozenset[int]:
    """Indices of the blocks that head what is before and behind the profiles; what comes back is a label of these."""
    short = ((block.index, block.text.text) for block in layout.blocks if len(block.text.text) <= MOST_CHARS)
    found = [(index, label_key(text)) for index, text in short if names_matter(text)]
    counts = Counter(key for _, key in found)
    return frozenset(index for index, key in found if counts[key] <= MOST_OF_MATTER)


def without_covers(layout: Layout, matter: Collection[int], starts: Sequence[int]) -> list[int]:
    """The starts without headings of ``matter``, and without the first ones behind which such a heading tops another page.

    These are on covers: no profile has a foreword inside.
    """
    first = starts[0] if starts else 0
    tops = [i for i in matter if i > first and layout.blocks[i].gap_lines == math.inf]
    own = [start for start in starts if start not in matter]
    while len(own) > 1 and any(own[0] < top < own[1] and layout.blocks[own[0]].page < layout.blocks[top].page for top in tops):
        own.pop(0)
    return own


def heads_of_groups(records: Records) -> frozenset[int]:
    """The starts under which nothing is but lines unlike those under the other titles: of sessions, with a chair or a day."""
    blocks, body = records.layout.blocks, records.layout.body_style
    empty = [n for n, span in enumerate(records.spans) if not records.has_content(span)] if body is not None else []
    if not 0 < len(empty) <= GROUPS_SHARE * len(records.starts):
        return frozenset()
    pairs = zip(records.titles, records.spans, strict=True)
    under = [follower(blocks[title + 1], body) if title + 1 in span else None for title, span in pairs]
    full = [kind for n, kind in enumerate(under) if n not in empty]
    usual, count = Counter(full).most_common(1)[0]
    if count < USUAL_SHARE * len(full):
        return frozenset()
    return frozenset(records.starts[n] for n in empty if under[n] not in {usual, None})


def chapters_listed(layout: Layout, contents: Contents) -> list[int]:
    """Indices of the blocks of a dump that say what the list of contents names, and are not of it."""
    names = frozenset(contents.names) if layout.body_style is None else ()
    blocks = (block for block in layout.blocks if block.page not in contents.pages) if names else ()
    return [block.index for block in blocks if label_key(block.text.text) in names]


def ended_by(chapters: Sequence[int], starts: Sequence[int]) -> Iterator[int]:
    """The headings of chapters that are no titles, and stand under none with nothing but names between them."""
    for index in chapters:
        above = bisect_right(starts, index) - 1
        if above >= 0 and index > starts[above] + MOST_OVER_TITLE:
            yield index
