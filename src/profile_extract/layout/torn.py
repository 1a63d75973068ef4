"""Lines of a dump with columns side by side that an empty row of the other column's has torn from those they go on in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.address_lines import is_address_line
from profile_extract.layout.ended import begins_anew, is_electronic
from profile_extract.lexicon import is_closed
from profile_extract.model import CELL_WIDTH_PT, Line

BESIDE_SHARE = 0.2
"""Share of lines that stand beside another one, from which a dump prints columns side by side."""
LEAST_CHARS = 20
"""Length of a line, in characters, that a text goes on behind; labels are shorter."""


def find_torn(lines: Sequence[Line], *, everywhere: bool) -> frozenset[int]:
    """Offsets of the lines that begin small behind one empty row and a line that ends openly, at one edge of one page.

    ``lines`` stand in reading order. ``everywhere``: in a dump of one column, too.
    """
    ordered = sorted(lines, key=lambda line: line.start)
    beside = sum(above.page == line.page and above.bbox.bottom == line.bbox.bottom for above, line in pairwise(ordered))
    if beside >= BESIDE_SHARE * len(lines):
        return frozenset(_torn(lines))
    return frozenset(_torn_at_random(lines)) if everywhere else frozenset()


def _torn(lines: Sequence[Line]) -> Iterator[int]:
    for above, line in pairwise(lines):
        is_near = above.page == line.page and line.blank_before == 1 and abs(above.bbox.x0 - line.bbox.x0) <= CELL_WIDTH_PT
        text, before = line.text.strip(), above.text.strip()
        is_open = len(before) >= LEAST_CHARS and not before.endswith(":") and not is_closed(before)
        if is_near and is_open and text[:1].isalpha() and not begins_anew(text) and not is_address_line(text):
            yield line.start


def _torn_at_random(lines: Sequence[Line]) -> Iterator[int]:
    counts = Counter(line.text.strip() for line in lines)
    wide = sorted(len(line.text) for line in lines)[int(0.9 * (len(lines) - 1))] if lines else 0
    found = set(_torn(lines))
    for before, above, line, below in zip((None, *lines), lines, lines[1:], (*lines[2:], None)):
        if line.start not in found or above.start in found or (below and below.start in found):
            continue
        if counts[line.text.strip()] == counts[above.text.strip()] == 1 and len(above.text) >= 0.5 * wide and not is_electronic(line.text):
            yield line.start
