"""Lines of a dump that an empty row has torn from those they go on in.

Where columns stand side by side the row is the other column's; Tika takes the lines of large type, and some others, for
paragraphs of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.address_lines import is_address_line
from profile_extract.layout.ended import begins_anew
from profile_extract.lexicon import is_closed
from profile_extract.model import CELL_WIDTH_PT, Line

BESIDE_SHARE = 0.2
"""Share of lines that stand beside another one, from which a dump prints columns side by side."""
_ADDRESS = re.compile(r"\S+[.@]\w\S*")
"""One word that is the name of a host or an address."""
LEAST_CHARS = 20
"""Length of a line, in characters, that a text goes on behind; labels are shorter."""
WIDE_SHARE, FULL_SHARE = 0.9, 0.5
"""A line is long if it has this share of the characters that this share of lines do not exceed; titles are in larger type."""


def find_torn(lines: Sequence[Line], *, in_one_column: bool = False) -> frozenset[int]:
    """Offsets of the lines that begin small behind one empty row and a line that ends openly, at one edge of one page.

    ``lines`` stand in reading order. ``in_one_column``: where none stand side by side, too.
    """
    ordered = sorted(lines, key=lambda line: line.start)
    beside = sum(above.page == line.page and above.bbox.bottom == line.bbox.bottom for above, line in pairwise(ordered))
    if beside >= BESIDE_SHARE * len(lines):
        return frozenset(_torn(lines))
    return frozenset(_torn_alone(lines)) if in_one_column else frozenset()


def _torn(lines: Sequence[Line]) -> Iterator[int]:
    for above, line in pairwise(lines):
        is_near = above.page == line.page and line.blank_before == 1 and abs(above.bbox.x0 - line.bbox.x0) <= CELL_WIDTH_PT
        text, before = line.text.strip(), above.text.strip()
        is_open = len(before) >= LEAST_CHARS and not before.endswith(":") and not is_closed(before)
        if is_near and is_open and text[:1].isalpha() and not begins_anew(text) and not is_address_line(text):
            yield line.start


def _torn_alone(lines: Sequence[Line]) -> Iterator[int]:
    """Those of one column: long lines that come once, and neither the one above nor the one below is torn, as items are."""
    found = set(_torn(lines))
    counts = Counter(line.text for line in lines) if found else Counter[str]()
    wide = sorted(len(line.text) for line in lines)[int(WIDE_SHARE * (len(lines) - 1))] if found else 0
    for number, (above, line) in enumerate(pairwise(lines)):
        below = lines[number + 2].start if number + 2 < len(lines) else None
        is_alone = line.start in found and found.isdisjoint((above.start, below))
        is_once = counts[line.text] == counts[above.text] == 1
        if is_alone and is_once and len(above.text) >= FULL_SHARE * wide and not _ADDRESS.fullmatch(line.text):
            yield line.start
