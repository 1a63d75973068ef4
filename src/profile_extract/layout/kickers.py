"""Lines that come back at the top of pages and inside them: the kind of an entry over its title, and no running header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from profile_extract.model import Line

INSIDE_SHARE = 0.5
"""Times that a line stands inside pages, for each time at an edge, from which on it is text."""


def lines_of_text(lines: Sequence[Line], running: Collection[int], at_other_edge: Collection[int]) -> frozenset[int]:
    """Offsets of the running lines of one edge that say, in the same type, what stands inside pages about as often.

    ``running`` and ``at_other_edge`` are offsets, too. A dump has no type to tell lines by.
    """
    known = [line for line in lines if line.start in running and line.style is not None]
    if not known:
        return frozenset()
    texts = {line.text for line in known}
    alike = (line for line in lines if line.text in texts and line.start not in running and line.start not in at_other_edge)
    inside = Counter((line.text, line.style) for line in alike)
    outside = Counter((line.text, line.style) for line in known)
    often = {key for key, count in outside.items() if inside[key] >= INSIDE_SHARE * count}
    return frozenset(line.start for line in known if (line.text, line.style) in often)
