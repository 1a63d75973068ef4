"""Where blocks begin in a dump that prints no space between them: at labels, and under a heading at the top of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from profile_extract.lexicon import label_key
from profile_extract.model import Line

FEWEST_RETURNS = 3
"""How often a line comes back before it is a label: two alike may be chance."""
MOST_LABEL_CHARS, MOST_LABEL_WORDS = 60, 8
"""Longest label, in characters and words."""
FULL_SHARE = 0.85
"""Share of the longest line up to which the next word would have had room: the line was ended on purpose."""
_LABEL = re.compile(r"[^\W\d_][^.!?;,@]*")
_ANEW = re.compile(r"[\"'“‘«(\[¿¡]*(?:[^\W\d_a-z]|\d)")


def find_breaks(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines of a dump that begin a block, whatever stands above them."""
    return frozenset((*_at_labels(lines), *_under_headings(lines)))


def _at_labels(lines: Sequence[Line]) -> Iterator[int]:
    """Short lines that come back alone on their line, and the lines behind them."""
    counts = Counter(label_key(line.text) for line in lines if _may_be_label(line.text))
    for line, after in pairwise([*lines, None]):
        if line is not None and _may_be_label(line.text) and counts[label_key(line.text)] >= FEWEST_RETURNS:
            yield line.start
            if after is not None:
                yield after.start


def _may_be_label(text: str) -> bool:
    is_short = len(text) <= MOST_LABEL_CHARS and len(text.split()) <= MOST_LABEL_WORDS
    return is_short and text[0].isupper() and bool(_LABEL.fullmatch(text))


def _under_headings(lines: Sequence[Line]) -> Iterator[int]:
    """The second lines of pages whose first line was ended before it was full and without a full stop."""
    for _, page in groupby(lines, key=lambda line: line.page):
        members = list(page)
        width = max(len(line.text) for line in members)
        first, second = members[0], members[1] if len(members) > 1 else members[0]
        with_next = len(first.text) + 1 + len(second.text.split(" ", 1)[0])
        if with_next < FULL_SHARE * width and _LABEL.fullmatch(first.text) and _ANEW.match(second.text):
            yield second.start
