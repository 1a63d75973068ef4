"""Lines that come back at the top of pages and inside them: the kind of an entry over its title, and no running header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from profile_extract.model import Line

INSIDE_SHARE = 0.5
"""Times that a line stands inside pages, for each time at an edge, from which on it is text."""


def lines_of_text(lines: Iterable[Line], running: Collection[int]) -> frozenset[int]:
    """Offsets of the running ones of some lines that say, in the same type, what others of them say about as often.

    ``running`` are offsets, too. A dump has no type to tell lines by.
    """
    typed = [line for line in lines if line.style is not None]
    known = [line for line in typed if line.start in running]
    outside = Counter((line.text, line.style) for line in known)
    inside = Counter((line.text, line.style) for line in typed if line.start not in running) if known else outside
    return frozenset(
        line.start for line in known if inside[line.text, line.style] >= INSIDE_SHARE * outside[line.text, line.style]
    )
