"""Two parts of a page under each other, each in columns of its own: a text, and below it a list beside an address.

The gutter of one part is crossed by lines of the other, whose own stands elsewhere. White space across the page parts the
two.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import islice

from profile_extract.layout.gutters import FEWEST_LINES_A_SIDE, X_CLUSTER_PT, Gutter, find_gutter
from profile_extract.model import Line

LEAST_STRIP_EM = 1.0
"""Height of the white space between the parts, in ems: columns that stand beside each other leave none by chance."""
LEAST_SHIFT_EM = 2.0
"""Distance of the gutters of the two parts, in ems: less is the ragged edge of one column."""

MOST_STRIPS = 3
"""White strips that are tried, the highest first: a page seldom has more parts."""


def find_zones(lines: Sequence[Line], gutter: Gutter, em_pt: float) -> list[list[Line]]:
    """The lines above and below the white space that parts other columns from those of a gutter; empty where none does."""
    crossing = {line.start for line in lines if line.bbox.x0 < gutter.right < line.bbox.x1}
    strips = _parted(lines, LEAST_STRIP_EM * em_pt) if crossing else iter(())
    for above, below in islice(strips, MOST_STRIPS):
        for part, other in ((below, above), (above, below)):
            if _has_own_columns(part, crossing, gutter, em_pt) and _is_parted_at(other, gutter, em_pt):
                return [above, below]
    return []


def _has_own_columns(part: Sequence[Line], crossing: Container[int], gutter: Gutter, em_pt: float) -> bool:
    """Whether lines of a part that run across a gutter are of columns that another one parts, and none begins behind it."""
    if len(part) < 2 * FEWEST_LINES_A_SIDE or all(line.start not in crossing for line in part):
        return False
    if any(0 <= line.bbox.x0 - gutter.right < 2 * X_CLUSTER_PT for line in part):
        return False
    own = find_gutter(part, em_pt)
    return own is not None and abs(own.right - gutter.right) > LEAST_SHIFT_EM * em_pt


def _is_parted_at(part: Sequence[Line], gutter: Gutter, em_pt: float) -> bool:
    own = find_gutter(part, em_pt)
    return own is not None and abs(own.right - gutter.right) < em_pt


def _parted(lines: Sequence[Line], least_pt: float) -> Iterator[tuple[list[Line], list[Line]]]:
    """The lines above and below each white strip of that height, the highest strip first."""
    ordered = sorted(lines, key=lambda line: line.bbox.top)
    strips: list[tuple[float, int]] = []
    bottom = ordered[0].bbox.bottom
    for number, line in enumerate(ordered):
        if line.bbox.top - bottom >= least_pt:
            strips.append((bottom - line.bbox.top, number))
        bottom = max(bottom, line.bbox.bottom)
    for _, number in sorted(strips):
        yield ordered[:number], ordered[number:]
