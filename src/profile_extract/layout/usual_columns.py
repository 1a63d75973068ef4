"""Second columns that hold so few lines that no gutter shows them: on other pages of the report one begins at that edge.

A text goes on at the top of the second column once the first is full, as low as any column of the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.columns import Flow
from profile_extract.layout.gutters import MIN_GUTTER_EM

FEWEST_PAGES = 2
"""Pages or leaves on which a column begins at one edge beside another, for it to be a usual one."""
MOST_LINES = 4
"""Lines in a second column that are too few to show it."""
EDGE_PT = 1.0
ROOM_EM = 3.0
"""How much higher than the lowest column of the report a full one may end, in ems: a heading or a last line is kept whole."""


def with_usual_columns(leaves: Sequence[Sequence[Flow]], em_pt: float) -> list[list[Flow]]:
    """The flows of each page or leaf of a PDF, those parted that have such a column beside them."""
    edges = Counter(edge for flows in leaves for edge in {round(right.left) for right in _beside(flows)})
    usual = [edge for edge, count in sorted(edges.items()) if count >= FEWEST_PAGES]
    if not usual:
        return [list(flows) for flows in leaves]
    lowest = max(line.bbox.bottom for flows in leaves for flow in flows for line in flow.lines)
    full = lowest - ROOM_EM * em_pt
    return [[part for flow in flows for part in _parted(flow, usual, full, em_pt)] for flows in leaves]


def _beside(flows: Sequence[Flow]) -> Iterator[Flow]:
    """The columns that begin right of the one before them."""
    return (b for a, b in pairwise(flows) if b.left > a.right and not (a.is_cell or b.is_cell))


def _parted(flow: Flow, usual: Collection[float], full: float, em_pt: float) -> Sequence[Flow]:
    """A full column, and what goes on beside its top; the flow itself where nothing does."""
    for edge in (edge for edge in usual if flow.left < edge < flow.right and not flow.is_cell):
        right = tuple(line for line in flow.lines if line.bbox.x0 > edge - EDGE_PT)
        left = tuple(line for line in flow.lines if line.bbox.x1 < edge - MIN_GUTTER_EM * em_pt)
        if not 0 < len(right) <= MOST_LINES < len(left) or len(left) + len(right) < len(flow.lines):
            continue
        is_there = abs(min(line.bbox.x0 for line in right) - edge) <= EDGE_PT
        is_at_top = min(line.bbox.top for line in right) <= min(line.bbox.bottom for line in left)
        if is_there and is_at_top and max(line.bbox.bottom for line in left) >= full:
            behind = Flow(right, min(line.bbox.x0 for line in right), max(line.bbox.x1 for line in right))
            return (Flow(left, flow.left, max(line.bbox.x1 for line in left), opens=flow.opens), behind)
    return (flow,)
