"""Lines of justified text with so few words that their spaces are as wide as those between columns: read as several lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.model import Line

SAME_EDGE_PT = 1.0
"""Difference of edges, in points, that is none: lines are justified to the hundredth."""
EVEN_PT = 0.5
"""Difference of the spaces of one line, in points, that is none."""
MOST_LINES = 2.0
"""Distance of two lines of one paragraph, at most, in heights of a line."""
FEWEST_FULL = 5
"""Lines that fill a column from edge to edge, for it to be known as one of justified text."""


def find_spread(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the words, each read as a line, that go on a justified line, and of the line behind, which goes on in turn.

    Its words stand evenly, from one edge of their column to the other, and a line in the same type begins under the first:
    the last line of a paragraph is not justified. At the foot of a column it begins the next one, and a full line is above.
    """
    rows = [row for row in _rows(lines) if _are_spread(row) and (_goes_on_under(row) or _goes_on_elsewhere(row))]
    if not rows:
        return frozenset()
    full = Counter((round(line.bbox.x0), round(line.bbox.x1)) for line in lines)
    return frozenset(line.start for row in rows if _fills(row.words, full) for line in (*row.words[1:], row.below))


class _Row(NamedTuple):
    """Lines that stand beside each other, left to right, and the lines before and behind them in reading order."""

    above: Line | None
    words: Sequence[Line]
    below: Line


def _rows(lines: Sequence[Line]) -> Iterator[_Row]:
    first = 0
    for number, (before, line) in enumerate(pairwise(lines), 1):
        if line.bbox.bottom == before.bbox.bottom and line.bbox.x0 > before.bbox.x1 and line.page == before.page:
            continue
        if number - first > 1:
            yield _Row(lines[first - 1] if first else None, lines[first:number], line)
        first = number


def _are_spread(row: _Row) -> bool:
    """Whether words in one type stand evenly over a line, and what is behind them is set as they are."""
    style = row.words[0].style
    if style is None or row.below.style != style:
        return False
    gaps = [b.bbox.x0 - a.bbox.x1 for a, b in pairwise(row.words)]
    are_words = all(line.style == style and " " not in line.text for line in row.words)
    return are_words and max(gaps) - min(gaps) < EVEN_PT


def _goes_on_under(row: _Row) -> bool:
    first, below = row.words[0], row.below
    is_under = below.page == first.page and below.bbox.bottom > first.bbox.bottom
    return is_under and abs(below.bbox.x0 - first.bbox.x0) <= SAME_EDGE_PT


def _goes_on_elsewhere(row: _Row) -> bool:
    """Whether a line of the same paragraph stands right above some words, and what is behind them is in another column."""
    first, above, below = row.words[0], row.above, row.below
    if above is None or above.style != first.style or above.page != first.page:
        return False
    is_elsewhere = below.page != first.page or below.bbox.bottom < above.bbox.top
    is_near = 0 < first.bbox.top - above.bbox.top < MOST_LINES * above.bbox.height
    edges = (above.bbox.x0 - first.bbox.x0, above.bbox.x1 - row.words[-1].bbox.x1)
    return is_elsewhere and is_near and all(abs(edge) <= SAME_EDGE_PT for edge in edges)


def _fills(row: Sequence[Line], full: Counter[tuple[int, int]]) -> bool:
    """Whether a row has the edges of a column; ``full`` counts the lines from one edge to another, in whole points."""
    left, right = round(row[0].bbox.x0), round(row[-1].bbox.x1)
    return sum(full[left + a, right + b] for a in (-1, 0, 1) for b in (-1, 0, 1)) >= FEWEST_FULL
