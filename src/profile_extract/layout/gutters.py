"""The white strip between two columns: what parts most lines that stand side by side and is crossed by fewest."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from profile_extract.model import CELL_HEIGHT_PT, Line

MIN_GUTTER_EM = 0.8
"""Narrowest gutter between columns, in ems of the body type; typesetters use 1 to 2."""
FEWEST_LINES_A_SIDE = 3
"""Lines a column has at least: two short lines beside two others are a heading or a table row."""
MOST_CROSSING = 0.3
"""Share of a region's lines that may run across a gutter: headings and full-width paragraphs."""
FEWEST_OF_BAND = 8
"""Lines on either side, beside each other, from which more may do so above and below them all: a list beside steps of work."""
WIDE_EM = 3.0
"""Width of a strip that no line crosses from which one line beside another is enough: facts end where a text begins below a
picture."""
FEWEST_BESIDE, NARROW_EM = 2, 2.0
"""Lines beside others from which a narrower such strip is enough: of a small box, in a column that the text leaves free."""
COST_AMID, COST_AROUND = 2.0, 0.5
"""How many lines side by side each line outweighs that runs across a strip: among those that it parts, and around them."""
X_CLUSTER_PT = 3.0
"""Left edges within this distance, in points, are one column's."""


class Gutter(NamedTuple):
    """Its edges, in points, and how clearly it parts the lines."""

    left: float
    right: float
    score: float

    def is_crossed_by(self, line: Line) -> bool:
        """Whether a line begins left of the column behind it and reaches into that."""
        return line.bbox.x0 < self.right < line.bbox.x1


def find_gutter(lines: Sequence[Line], em_pt: float) -> Gutter | None:
    """The white strip that parts most lines that stand side by side and is crossed by fewest."""
    if len(lines) < 2 * FEWEST_LINES_A_SIDE:
        return None
    best: Gutter | None = None
    lefts, rights = sorted(line.bbox.x0 for line in lines), sorted(line.bbox.x1 for line in lines)
    for edge in _left_edges(lefts)[1:]:
        begin, end = edge - X_CLUSTER_PT, edge - MIN_GUTTER_EM * em_pt
        count_left, count_right = bisect_right(rights, end), len(lines) - bisect_left(lefts, begin)
        crossing = len(lines) - count_left - count_right
        has_few_crossing = crossing <= MOST_CROSSING * len(lines)
        if min(count_left, count_right) < (FEWEST_LINES_A_SIDE if has_few_crossing else FEWEST_OF_BAND):
            continue
        right = [line for line in lines if line.bbox.x0 >= begin]
        left = [line for line in lines if line.bbox.x1 <= end]
        sides = lines_beside(left, right), lines_beside(right, left)
        beside = min(map(len, sides))
        across = [line for line in lines if line.bbox.x0 < begin and line.bbox.x1 > end] if crossing else []
        if not has_few_crossing and (beside < FEWEST_OF_BAND or _amid(across, sides)):
            continue
        score = beside - _cost(across, sides)
        gutter = Gutter(max(line.bbox.x1 for line in left), edge - X_CLUSTER_PT, score)
        least_pt = (WIDE_EM if beside < FEWEST_BESIDE else NARROW_EM) * em_pt
        is_wide = crossing == 0 < beside and gutter.right - gutter.left > least_pt and left[0].style is not None
        if (beside >= FEWEST_LINES_A_SIDE or is_wide) and (best is None or score > best.score):
            best = gutter
    return best


def _cost(crossing: Sequence[Line], sides: Sequence[Sequence[Line]]) -> float:
    """What lines across a strip say against it: little over and under all that it parts, as headings and feet stand.

    A dump prints these as wide as their letters are many: there each counts alike.
    """
    if crossing and crossing[0].style is None:
        return COST_AMID * len(crossing)
    amid = _amid(crossing, sides)
    return COST_AMID * amid + COST_AROUND * (len(crossing) - amid)


def _amid(crossing: Sequence[Line], sides: Sequence[Sequence[Line]]) -> int:
    """How many lines across a strip stand at the height of those that it parts."""
    parted = [line.bbox for side in sides for line in side]
    top, bottom = min((box.top for box in parted), default=0.0), max((box.bottom for box in parted), default=0.0)
    return sum(core_of(line)[1] > top and core_of(line)[0] < bottom for line in crossing)


def _left_edges(lefts: Iterable[float]) -> list[float]:
    """The first of each cluster of left edges, which are sorted."""
    edges: list[float] = []
    for x in lefts:
        if not edges or x - edges[-1] > X_CLUSTER_PT:
            edges.append(x)
    return edges


def count_beside(lines: Sequence[Line], others: Sequence[Line]) -> int:
    """How many of the lines have one of the others at their height."""
    return len(lines_beside(lines, others))


def lines_beside(lines: Sequence[Line], others: Sequence[Line]) -> list[Line]:
    """The lines that have one of the others at their height.

    A dump prints lines whose baselines differ a little in rows of their own: there, columns take turns.
    """
    spans = sorted((other.bbox.top, other.bbox.bottom) for other in others)
    room = CELL_HEIGHT_PT if others and others[0].style is None else 0.0
    merged: list[tuple[float, float]] = []
    for top, bottom in spans:
        if merged and top <= merged[-1][1] + room:
            merged[-1] = (merged[-1][0], max(merged[-1][1], bottom))
        else:
            merged.append((top, bottom))
    tops, bottoms = [top for top, _ in merged], [bottom for _, bottom in merged]
    return [line for line in lines if _overlaps(core_of(line), tops, bottoms)]


def _overlaps(core: tuple[float, float], tops: Sequence[float], bottoms: Sequence[float]) -> bool:
    """Whether a stretch shares any height with one of some others, which are sorted and apart from each other."""
    last = bisect_right(tops, core[1]) - 1
    return last >= 0 and bottoms[last] >= core[0]


def core_of(line: Line) -> tuple[float, float]:
    """Top and bottom of the middle half of a line: the height that letters stand at."""
    _, top, _, bottom = line.bbox
    return top + (bottom - top) / 4, bottom - (bottom - top) / 4
