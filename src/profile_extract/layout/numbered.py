"""Numbered headings of the parts of records in a dump (``1 Introduction``, ``2. Methods``): they count anew in each record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from profile_extract.layout.codes import SMALL
from profile_extract.lexicon import label_key
from profile_extract.model import Line

COUNTED_SHARE = 0.7
"""Share of the short numbered lines that go on with the count or begin it."""
RETURN_SHARE = 0.5
"""Share of those that come back with the same number: steps say other things in each record."""
FEWEST_RETURNS = 3
"""How often such a heading comes back, and so the count begins anew, for it to be no list of contents."""
MOST_CHARS = 60
"""Longest such heading, in characters."""
_HEADING = re.compile(rf"(\d{{1,2}})[.)]? ([^\W\d_{SMALL}][^.!?;,@]*)\s*")


def find_numbered_headings(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that are numbered headings of parts; none where they do not count from one, time and again."""
    found = [(line, match) for line in lines if len(line.text) <= MOST_CHARS and (match := _HEADING.fullmatch(line.text))]
    counted: list[tuple[int, str]] = []
    last = 0
    for line, match in found:
        number = int(match[1])
        if number in {1, last + 1}:
            counted.append((line.start, f"{number} {label_key(match[2])}"))
            last = number
    returns = Counter(key for _, key in counted)
    returning = sum(count for count in returns.values() if count >= FEWEST_RETURNS)
    goes_on = any(not key.startswith("1 ") for key in returns)
    is_series = goes_on and len(counted) >= COUNTED_SHARE * len(found) and returning >= RETURN_SHARE * len(counted)
    return frozenset(start for start, _ in counted) if is_series else frozenset()
