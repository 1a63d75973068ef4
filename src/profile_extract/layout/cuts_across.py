"""Two columns cut across: rows of a table without rules, texts with what stands beside each, parts under each other."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.baselines import SAME_ROW_EM, by_rows, is_level, paragraphs
from profile_extract.layout.gutters import core_of
from profile_extract.layout.label_columns import FEWEST_ROWS, LEVEL_SHARE
from profile_extract.layout.pieces import find_pieces
from profile_extract.layout.zones import find_zones_at_labels
from profile_extract.model import Line


def cut_across(
    left: Sequence[Line], right: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool]
) -> list[list[Line]]:
    """The cells of a table without rules, row by row, texts with what stands beside each, or parts; empty for other text."""
    tops = _tops_of_rows(left, right, em_pt)
    if tops:
        return list(_cells(left, right, tops))
    return find_pieces(left, right, em_pt, is_label) or find_zones_at_labels(left, right, em_pt, is_label)


def _tops_of_rows(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> list[float]:
    """Where the rows of a table without rules begin: nearly all groups of lines are level with one beside, set otherwise.

    Empty where they are not: columns of running text have their paragraphs where they fall, and cards are set alike.
    """
    sides = [[group[0] for group in paragraphs(by_rows(side, em_pt), em_pt)] for side in (left, right)]
    rows = [(a, b) for a in sides[0] for b in sides[1] if is_level(a, b, em_pt)]
    is_table = len(rows) >= max(FEWEST_ROWS, LEVEL_SHARE * max(map(len, sides)))
    if not is_table or 2 * sum(a.style != b.style for a, b in rows) <= len(rows):
        return []
    tops = [a.bbox.bottom - SAME_ROW_EM * em_pt for a, _ in rows]
    first = [min(a.bbox.top, b.bbox.top) for a, b in rows[1:]]
    is_clear = not any(core_of(line)[0] < top < line.bbox.bottom for line in (*left, *right) for top in first)
    return tops if is_clear else []


def _cells(left: Sequence[Line], right: Sequence[Line], tops: Sequence[float]) -> Iterator[list[Line]]:
    """What stands on either side in each row, ``tops`` being a little above the baselines of the rows' first lines."""
    for top, bottom in pairwise((-math.inf, *tops[1:], math.inf)):
        cells = ([line for line in side if top <= line.bbox.bottom < bottom] for side in (left, right))
        yield from (cell for cell in cells if cell)
