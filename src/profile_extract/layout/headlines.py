"""What the larger lines of a report say, by which a running line that names what is on its page is known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from profile_extract.model import Line

FEWEST_MARK_CHARS = 12
"""Shortest text, in characters, that is known again as the beginning of a longer line."""
_NUMBERS_AROUND = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+|\s+[-–—|]?\s*\d+$")


def name_of(text: str) -> str:
    """What a heading is known again by in a running line: lower case, without its own number before and the page's behind."""
    if not text or not (text[0].isdecimal() or text[-1].isdecimal()):
        return text.casefold()
    return _NUMBERS_AROUND.sub("", text.casefold()) or text


class Headlines:
    """What lines say, with the largest size each text is set in: a long report has many running lines, and many headings."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._sizes: dict[str, float] = defaultdict(float)
        for line in lines:
            if line.runs:
                text, size_pt = name_of(line.text), line.runs[0].style.size_pt
                self._sizes[text] = max(self._sizes[text], size_pt)
        self._texts = sorted(self._sizes)

    def begin(self, text: str, size_pt: float) -> bool:
        """Whether one of them in type larger than this says a text or, if that is long enough, begins with it."""
        if self._sizes.get(text, 0.0) > size_pt:
            return True
        first = bisect_left(self._texts, text) if len(text) >= FEWEST_MARK_CHARS else len(self._texts)
        longer = takewhile(lambda other: other.startswith(text), map(self._texts.__getitem__, range(first, len(self._texts))))
        return any(self._sizes[other] > size_pt for other in longer)
