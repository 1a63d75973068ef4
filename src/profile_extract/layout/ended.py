"""Lines of a dump that were ended on purpose: the next word would have had room on them.

Where nothing else parts a title, the names under it and the text, such a line end does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.codes import is_names
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

ENDED_SHARE = 0.8
"""Share of the width up to which a line and the next one's first word reach, where it was ended on purpose."""
FULL_SHARE = 0.75
"""Share of the width that a line of running text fills."""
NEAR_LINES = 12
"""Lines above and below from which the width of a column is read: a dump does not say it, and columns differ."""
WIDE_SHARE = 0.85
"""Share of the lines nearby that are no longer than the column is wide: a heading may run across two columns."""
LEAST_WIDTH = 30
"""Narrowest column, in characters, in which line ends say anything."""
_FIRST_LETTER = re.compile(r"[\"'“‘«„(\[¿¡]*([^\W\d_]|\d)")
_ADDRESS = re.compile(r"\S+@\S+\.\S+|(?:https?://|www\.)\S+", re.IGNORECASE)
_FULL_STOPS = tuple(".!?…")


def begins_anew(text: str) -> bool:
    """Whether a text begins with a capital or a figure, quotation marks and brackets aside."""
    first = _FIRST_LETTER.match(text)
    return first is not None and not first.group(1).islower()


def is_electronic(text: str) -> bool:
    """Whether a line is nothing but an e-mail or web address."""
    return bool(_ADDRESS.fullmatch(text))


def find_ended(lines: Sequence[Line]) -> Iterator[int]:
    """Offsets of the lines that begin a block behind a line that was ended on purpose; ``lines`` are in reading order."""
    widths = _widths(lines)
    for number, (above, line) in enumerate(pairwise(lines)):
        width = widths[number]
        text, before = line.text.strip(), above.text.strip()
        if width < LEAST_WIDTH or above.page != line.page or not text or not begins_anew(text):
            continue
        if len(before) + 1 + len(text.split(" ", 1)[0]) >= ENDED_SHARE * width:
            continue
        is_text = len(text) >= FULL_SHARE * width
        is_parted = is_names(text) or is_names(before) or is_electronic(before) or is_electronic(text)
        if is_text or is_parted or is_closed(before, _FULL_STOPS):
            yield line.start


def _widths(lines: Sequence[Line]) -> list[float]:
    """The width of the column that each line stands in, in characters, by the lines around it."""
    lengths = [len(line.text.strip()) for line in lines]
    found: list[float] = []
    for number in range(len(lines)):
        near = sorted(lengths[max(0, number - NEAR_LINES) : number + NEAR_LINES + 1])
        found.append(near[int(WIDE_SHARE * (len(near) - 1))])
    return found
