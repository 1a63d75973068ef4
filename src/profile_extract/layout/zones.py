"""Parts of a page under each other, each to be read by itself: a text in columns, and below it a list beside an address.

A rule across the page, or the edge of a box, parts columns from what stands above or below. So does white space across it,
where the gutter of one part is crossed by lines of the other, whose own stands elsewhere.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from profile_extract.layout.gutters import FEWEST_LINES_A_SIDE, X_CLUSTER_PT, Gutter, core_of, find_gutter
from profile_extract.model import BBox, Line
from profile_extract.structure import dominant_style

LEAST_STRIP_EM = 1.0
"""Height of the white space between the parts, in ems: columns that stand beside each other leave none by chance."""
LEAST_SHIFT_EM = 2.0
"""Distance of the gutters of the two parts, in ems: less is the ragged edge of one column."""
LABELS_STRIP_EM, MOST_UNLEVEL_EM = 1.5, 2.0
"""Height of the white space over labels in both columns, in ems, and how much lower one of them may stand: one is in a box."""
MOST_STRIPS = 3
"""White strips that are tried, the highest first: a page seldom has more parts."""
LEAST_GAP_PT = 4.0
"""White space between two boxes, in points: rows of a table share a rule."""
FEWEST_GAPS = 2
"""Such spaces on a page of cards: a box apart from the text under it is an aside."""
WIDE_SHARE = 0.8
"""How much of the width of the lines a rule across their columns has at least: text is set in from the edges of a box. And how
much of the width of one column of a text the other has."""
MOST_RULED = 5
"""Zones between rules at most: more are the rows of a table."""


def find_zones(lines: Sequence[Line], gutter: Gutter, em_pt: float) -> list[list[Line]]:
    """The lines above and below the white space that parts other columns from those of a gutter; empty where none does."""
    crossing = {line.start for line in lines if gutter.is_crossed_by(line)}
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


def find_zones_at_labels(
    left: Sequence[Line], right: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool]
) -> list[list[Line]]:
    """The lines of two columns above and below white space under which a label set alike begins on either side; empty if none.

    A text in columns has ended there: all of it is read before what stands below. Cards side by side have the same label.
    """
    on_left = {line.start for line in left}
    for parts in islice(_parted([*left, *right], LABELS_STRIP_EM * em_pt), MOST_STRIPS):
        above, below = (
            [[line for line in part if (line.start in on_left) == is_left] for is_left in (True, False)] for part in parts
        )
        if not all(above) or not all(below) or not _are_of_one_text(*above):
            continue
        one, other = (min(side, key=lambda line: line.bbox.top) for side in below)
        are_near = abs(one.bbox.top - other.bbox.top) < MOST_UNLEVEL_EM * em_pt
        is_alike = one.style == other.style is not None and one.text != other.text
        if are_near and is_alike and is_label(one) and is_label(other):
            return list(parts)
    return []


def _are_of_one_text(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether two columns are set alike and are of one width, as those are that a text runs through."""
    widths = sorted(max(line.bbox.x1 for line in side) - min(line.bbox.x0 for line in side) for side in (left, right))
    return dominant_style(left) == dominant_style(right) and widths[0] >= WIDE_SHARE * widths[1]


class Ruled(NamedTuple):
    """The lines between rules, zone by zone, and whether the zones are cards: boxes with white space between them."""

    zones: list[list[Line]]
    are_cards: bool


def find_ruled(lines: Sequence[Line], gutter: Gutter, rules: Sequence[BBox]) -> Ruled | None:
    """The lines above and below rules, or edges of boxes, that run across the columns of a gutter; None where none does.

    Only where columns end are they parted: other rules are under headings, and those between most lines are of a table.
    """
    heights = _heights_across(lines, gutter, rules)
    if not heights:
        return None
    parts: list[list[Line]] = [[] for _ in range(len(heights) + 1)]
    for line in lines:
        top, bottom = core_of(line)
        number = bisect_left(heights, top)
        if number != bisect_left(heights, bottom):
            return None
        parts[number].append(line)
    filled = [number for number, part in enumerate(parts) if part]
    apart = sum(heights[below - 1] - heights[above] >= LEAST_GAP_PT for above, below in pairwise(filled))
    if apart >= FEWEST_GAPS:
        return Ruled([parts[number] for number in filled], are_cards=True)
    zones = parts[filled[0] : filled[0] + 1]
    for part in (parts[number] for number in filled[1:]):
        if _end_in_columns(zones[-1], gutter) or _begin_in_columns(part, gutter):
            zones.append(part)
        else:
            zones[-1] = [*zones[-1], *part]
    return Ruled(zones, are_cards=False) if 1 < len(zones) <= MOST_RULED else None


def _heights_across(lines: Sequence[Line], gutter: Gutter, rules: Sequence[BBox]) -> list[float]:
    """How far down the page those rules lie that run across a gutter and beside it as far as lines do, or nearly."""
    left, right = min(line.bbox.x0 for line in lines), max(line.bbox.x1 for line in lines)
    least_pt = WIDE_SHARE * (right - left)
    wide = (rule for rule in rules if min(rule.x1, right) - max(rule.x0, left) >= least_pt)
    return sorted({rule.top for rule in wide if rule.x0 < gutter.left and rule.x1 > gutter.right})


def _end_in_columns(part: Sequence[Line], gutter: Gutter) -> bool:
    """Whether columns stand on both sides of a gutter, below all lines that cross it."""
    bottom = max((line.bbox.bottom for line in part if gutter.is_crossed_by(line)), default=-math.inf)
    return _are_columns([line for line in part if line.bbox.top >= bottom], gutter)


def _begin_in_columns(part: Sequence[Line], gutter: Gutter) -> bool:
    """Whether columns stand on both sides of a gutter, above all lines that cross it."""
    top = min((line.bbox.top for line in part if gutter.is_crossed_by(line)), default=math.inf)
    return _are_columns([line for line in part if line.bbox.bottom <= top], gutter)


def _are_columns(lines: Sequence[Line], gutter: Gutter) -> bool:
    right = sum(line.bbox.x1 > gutter.right for line in lines)
    return min(right, len(lines) - right) >= FEWEST_LINES_A_SIDE
