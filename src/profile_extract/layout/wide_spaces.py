"""Lines of justified text with so few words that their spaces are as wide as those between columns: read as several lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.model import Line

SAME_EDGE_PT = 1.0
"""Difference of edges, in points, that is none: lines are justified to the hundredth."""
EVEN_PT = 0.5
"""Difference of the spaces of one line, in points, that is none."""
FEWEST_FULL = 5
"""Lines that fill a column from edge to edge, for it to be known as one of justified text."""


def find_spread(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the words, each read as a line, that go on a justified line, and of the line below, which goes on in turn.

    Its words stand evenly, from one edge of their column to the other, and a line in the same type begins under the first:
    the last line of a paragraph is not justified.
    """
    rows = [(row, below) for row, below in _rows(lines) if _are_spread(row, below)]
    if not rows:
        return frozenset()
    full = Counter((round(line.bbox.x0), round(line.bbox.x1)) for line in lines)
    return frozenset(line.start for row, below in rows if _fills(row, full) for line in (*row[1:], below))


def _rows(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Line]]:
    """Runs of lines that stand beside each other, left to right, and the line behind each."""
    row = list(lines[:1])
    for above, line in pairwise(lines):
        if line.bbox.bottom == above.bbox.bottom and line.bbox.x0 > above.bbox.x1 and line.page == above.page:
            row.append(line)
            continue
        if len(row) > 1:
            yield row, line
        row = [line]


def _are_spread(row: Sequence[Line], below: Line) -> bool:
    """Whether words in one type stand evenly over a line that begins where the first does."""
    first = row[0]
    if first.style is None or below.style != first.style or abs(below.bbox.x0 - first.bbox.x0) > SAME_EDGE_PT:
        return False
    if below.page != first.page or below.bbox.bottom <= first.bbox.bottom:
        return False
    gaps = [b.bbox.x0 - a.bbox.x1 for a, b in pairwise(row)]
    are_words = all(line.style == first.style and " " not in line.text for line in row)
    return are_words and max(gaps) - min(gaps) < EVEN_PT


def _fills(row: Sequence[Line], full: Counter[tuple[int, int]]) -> bool:
    """Whether a row has the edges of a column; ``full`` counts the lines from one edge to another, in whole points."""
    left, right = round(row[0].bbox.x0), round(row[-1].bbox.x1)
    return sum(full[left + a, right + b] for a in (-1, 0, 1) for b in (-1, 0, 1)) >= FEWEST_FULL
