"""Lines over and under the text of profiles, set unlike it in most of them: whose it is, what of, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from profile_extract.fields.parts import Item, Part, unlabelled
from profile_extract.model import Style
from profile_extract.segment.shapes import is_prose, reads_as_prose
from profile_extract.structure import dominant_style

MOST = 0.5
"""More than this share of profiles with text makes a style one of such lines."""


def find_aside_styles(profiles: Sequence[Sequence[Part]], body: Style | None) -> frozenset[Style]:
    """The styles of short lines that stand over or under the running text of most profiles; none for text input."""
    texts = [list(unlabelled(list(parts))) for parts in profiles]
    running = _running_style(texts, body)
    if running is None:
        return frozenset()
    counts: Counter[Style] = Counter()
    with_text = 0
    for items in texts:
        beside = list(around_text(items, body))
        with_text += len(beside) < len(items)
        counts.update({style for item in beside if (style := item.block.style) and style != running})
    return frozenset(style for style, count in counts.items() if count > MOST * with_text)


def around_text(items: Sequence[Item], body: Style | None) -> Iterator[Item]:
    """The short items before the first and behind the last running text of a profile; all where it has none."""
    prose = [n for n, item in enumerate(items) if is_prose(item.block, body)]
    first, last = (prose[0], prose[-1]) if prose else (len(items), len(items))
    for number, item in enumerate(items):
        if (number < first or number > last) and not reads_as_prose(item.block):
            yield item


def _running_style(texts: Sequence[Sequence[Item]], body: Style | None) -> Style | None:
    blocks = [item.block for items in texts for item in items if is_prose(item.block, body)]
    return dominant_style([line for block in blocks for line in block.lines])
