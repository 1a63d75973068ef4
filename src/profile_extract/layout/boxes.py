"""Text that flows around a box: where a part of a column is narrowed by what stands beside it.

No gutter parts the whole column there. The box is read behind the text it stands beside, where the next heading or label
begins: the text goes on without it, and what stands in it does not interrupt a sentence.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.lexicon import is_closed
from profile_extract.model import CELL_WIDTH_PT, Line
from profile_extract.structure import dominant_style

LEAST_GAP_EM = 0.5
"""Narrowest white space between text and a box beside it, in ems."""
FEWEST_LINES = 3
"""Lines of a box, and of the text beside it: fewer are a row of a table, or a label and its value."""
FEWEST_NARROWED = 5
"""Lines that end below each other, short of the others, beside a box."""
FILLED_SHARE = 0.75
"""Share of the width up to a box that most lines beside it fill, as running text does and labels do not."""
SHIFTED_PT = 4 * CELL_WIDTH_PT
"""How far left of its column a dump prints a line at most: its cells are wider than some letters."""
SAME_EDGE_PT = 3.0
"""Left edges within this distance, in points, are one box's."""


class Parts(NamedTuple):
    """A column with a box in it: the lines before the box is read, those of the box, and those behind it."""

    text: list[Line]
    box: list[Line]
    rest: list[Line]


def find_box(lines: Sequence[Line], em_pt: float) -> Parts | None:
    """A column's lines, top to bottom, parted at the box that most of its lines stand beside; None where there is none."""
    ordered = sorted(lines, key=lambda line: (line.bbox.top, line.bbox.x0))
    edges = Counter(round(line.bbox.x0 / SAME_EDGE_PT) for line in ordered)
    left_edge = min(line.bbox.x0 for line in ordered)
    candidates = [
        (count, key)
        for key, count in edges.items()
        if count + edges[key + 1] >= FEWEST_LINES and (key - 1) * SAME_EDGE_PT > left_edge + em_pt
    ]
    lefts = ((key - 0.5) * SAME_EDGE_PT for _, key in sorted(candidates, key=lambda found: (-found[0], found[1])))
    for edge in (*lefts, *_beside_narrowed(ordered, em_pt)):
        found = _at_edge(ordered, edge, em_pt)
        if found is not None:
            return found
    return None


def _beside_narrowed(lines: Sequence[Line], em_pt: float) -> Iterator[float]:
    """Where a box may begin whose lines do not begin below each other: right of several lines that end short of others."""
    ends = Counter(round(line.bbox.x1 / SAME_EDGE_PT) for line in lines if line.style is not None)
    full = max(line.bbox.x1 for line in lines)
    for key, count in sorted(ends.items(), key=lambda end: (-end[1], end[0])):
        edge = (key + 0.5) * SAME_EDGE_PT + LEAST_GAP_EM * em_pt
        if count >= FEWEST_NARROWED and edge < full - em_pt:
            yield edge


def _at_edge(lines: Sequence[Line], edge: float, em_pt: float) -> Parts | None:
    """The column with a box whose left edge is there: the longest run of lines that none crosses."""
    best: list[Line] = []
    run: list[Line] = []
    lines = lines if lines[0].style else list(_in_place(lines, edge))
    for line in lines:
        if line.bbox.x0 < edge and line.bbox.x1 > edge - LEAST_GAP_EM * em_pt:
            best, run = max(best, run, key=lambda members: _box_lines(members, edge)), []
        else:
            run.append(line)
    best = max(best, run, key=lambda members: _box_lines(members, edge))
    box = [line for line in best if line.bbox.x0 >= edge]
    if len(box) < FEWEST_LINES:
        return None
    top, bottom = min(line.bbox.top for line in box), max(line.bbox.bottom for line in box)
    beside = [line for line in best if line.bbox.x0 < edge and line.bbox.bottom > top and line.bbox.top < bottom]
    if len(beside) < FEWEST_LINES or len(beside) + len(box) == len(lines):
        return None
    left = min(line.bbox.x0 for line in lines)
    filled = statistics.median(line.bbox.x1 - left for line in beside)
    return _parts(lines, box, bottom) if filled >= FILLED_SHARE * (edge - left) else None


def _in_place(lines: Sequence[Line], edge: float) -> Iterator[Line]:
    """The lines of a dump, those that it prints a little left of the edge, beside another one, at the edge."""
    tops = {line.bbox.top for line in lines if line.bbox.x0 < edge - SHIFTED_PT}
    for line in lines:
        x0 = line.bbox.x0
        is_shifted = edge - SHIFTED_PT <= x0 < edge and line.bbox.top in tops
        yield line._replace(bbox=line.bbox._replace(x0=edge, x1=edge + line.bbox.width)) if is_shifted else line


def _box_lines(lines: Sequence[Line], edge: float) -> int:
    return sum(line.bbox.x0 >= edge for line in lines)


def _parts(lines: Sequence[Line], box: list[Line], bottom: float) -> Parts:
    """The box waits for the next line below it that is set otherwise than the text beside it; in a dump for a paragraph."""
    inside = {line.start for line in box}
    others = [line for line in lines if line.start not in inside]
    above = [line for line in others if line.bbox.top < bottom]
    running = dominant_style(above)
    cut = len(above)
    below = [line for line in others if line.bbox.top >= bottom]
    for last, line in pairwise((above[-1], *below)):
        if dominant_style((line,)) != running or (running is None and line.blank_before > 0 and is_closed(last.text)):
            break
        cut += 1
    ordered = above + below
    return Parts(ordered[:cut], box, ordered[cut:])
