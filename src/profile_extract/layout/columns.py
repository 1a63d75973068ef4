"""Reading order on one page: columns, read one after the other, between the lines that run across them.

The page is parted at its clearest gutter, each side again at its own; lines across a gutter part the page into bands. A
narrow column of labels beside their values is no column of text: there the rows are read across. Nor is a column of heads:
each is read before what stands beside it. A box that only some lines run around is left to ``boxes``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from profile_extract.clean.characters import BULLETS
from profile_extract.layout.baselines import SAME_ROW_EM, by_rows, grouped_rows, paragraphs, width_of
from profile_extract.layout.boxes import find_box
from profile_extract.layout.cuts_across import cut_across
from profile_extract.layout.grids import find_grid
from profile_extract.layout.gutters import X_CLUSTER_PT, Gutter, core_of, count_beside, find_gutter, lines_beside
from profile_extract.layout.label_columns import (
    FEWEST_HEADS,
    LEVEL_SHARE,
    WORD,
    are_labels,
    label_rows,
    parted_beside_values,
)
from profile_extract.layout.margins import find_margin
from profile_extract.layout.stretches import find_stretches
from profile_extract.layout.strips import find_stacks
from profile_extract.layout.zones import find_ruled, find_zones
from profile_extract.model import BBox, Line
from profile_extract.structure import LARGER, SMALLER_PT, dominant_style

HEAD_SHARE = 0.5
"""Lines of heads for each line of the texts beside them, at most."""
ENDS_SHARE = 0.5
"""Lines of a right column that only ends others, for each line of those, at most."""
LEAST_ROOM_EM = 4.0
"""Room behind a line that another one in its row ends, in ems: lines of a text fill their column."""
FAR_BELOW_LINES = 3
"""Empty lines of a dump over what stands below a right column, from which it is none of the left one; paragraphs have one."""
MOST_OF_HEAD, HEAD_STRIP_EM = 4, 2.0
"""Lines of a heading over both columns, and the white space under it, in ems."""
SIDEBAR_SHARE = 0.6
"""Width of a sidebar, as a share of that of the text beside it, at most."""
MOST_OVER_HEADING = 2
"""Small lines over the heading that opens a text: a region, a place."""
MOST_HEADING_GAP = 1.0
"""Space over a line under a heading that runs across columns, at most, in heights of its type."""
MOST_TAIL_GAP = 0.6
"""Space over the last line of what runs across columns, at most, in heights of its type."""


class Flow(NamedTuple):
    """Lines to be read one after the other, top to bottom, and the left and right edge of their column in points.

    ``is_cell`` says that it is a cell of a ruled table, to which nothing outside belongs; ``opens`` that a column begins with
    it, and not only goes on below something.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    is_cell: bool = False
    opens: bool = True


def in_reading_order(
    lines: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool], rules: Sequence[BBox] = ()
) -> list[Flow]:
    """The flows of one page's lines. ``is_label`` tells lines that come back from page to page as labels do."""
    if not lines:
        return []
    rows = grouped_rows(lines, em_pt)
    grid = find_grid(rows, is_label)
    if grid is not None:
        around = (in_reading_order(part, em_pt, is_label, rules) for part in (grid.above, grid.below))
        return [*next(around), _flow(line for cell in grid.cells for line in cell), *next(around)]
    if stacks := find_stacks(lines, rows):
        return [_flow(chain.from_iterable(stacks))]
    gutter = find_gutter(lines, em_pt)
    if gutter is None:
        if margin := find_margin(lines, em_pt):
            return _with_notes(margin.notes, in_reading_order(margin.text, em_pt, is_label, rules), em_pt)
        return _around_box(lines, em_pt, is_label, rules) or [_flow(chain.from_iterable(rows))]
    gutter = _before_labels(lines, gutter, em_pt, is_label)
    if ruled := find_ruled(lines, gutter, rules):
        parts = chain.from_iterable(_sides(zone, gutter) if ruled.are_cards else (zone,) for zone in ruled.zones)
        return [flow for part in parts for flow in in_reading_order(part, em_pt, is_label, rules)]
    if _ends_rows(lines, gutter, em_pt):
        return [_flow(chain.from_iterable(rows))]
    if headed := _head_over(lines, gutter, em_pt):
        head, rest = headed
        return [*in_rows(head, em_pt), *in_reading_order(rest, em_pt, is_label, rules)]
    if zones := find_zones(lines, gutter, em_pt):
        return [flow for zone in zones for flow in in_reading_order(zone, em_pt, is_label, rules)]
    return _in_columns(lines, gutter, em_pt, is_label, rules)


def _before_labels(lines: Sequence[Line], gutter: Gutter, em_pt: float, is_label: Callable[[Line], bool]) -> Gutter:
    """The gutter of a text beside labels, where the given one parts the labels from their values; else the given one."""
    left = [line for line in lines if line.bbox.x1 <= gutter.right]
    right = [line for line in lines if line.bbox.x0 >= gutter.right]
    inner = find_gutter(left, em_pt) if right and right[0].style and any(map(is_label, left)) else None
    labels = [line for line in left if line.bbox.x0 >= inner.right] if inner else []
    return inner if inner and labels and are_labels(labels, right, em_pt, is_label) else gutter


def _with_notes(notes: Sequence[Line], text: Sequence[Flow], em_pt: float) -> list[Flow]:
    """Each note in a margin behind the paragraph of one column that it stands beside, or else all behind the text."""
    own, *others = text
    if others:
        return [*text, *in_rows(notes, em_pt)]
    waiting = paragraphs(by_rows(notes, em_pt), em_pt)
    flows: list[Flow] = []
    begin = end = 0
    for group in paragraphs(own.lines, em_pt):
        end += len(group)
        _, bottom = core_of(group[-1])
        count = sum(core_of(note[0])[0] <= bottom for note in waiting)
        if count:
            flows += [own._replace(lines=own.lines[begin:end], opens=begin == 0 and own.opens), *map(_flow, waiting[:count])]
            waiting, begin = waiting[count:], end
    if begin < end:
        flows.append(own._replace(lines=own.lines[begin:], opens=begin == 0 and own.opens))
    return [*flows, *map(_flow, waiting)]


def _head_over(lines: Sequence[Line], gutter: Gutter, em_pt: float) -> tuple[list[Line], list[Line]] | None:
    """The lines over both columns that stand in the right one alone, and the rest, if white space parts them; None if not.

    The first of them is a heading, larger than all else: what stands there is of the page, as beside a picture.
    """
    top = min((line.bbox.top for line in lines if line.bbox.x1 <= gutter.right), default=0.0)
    head = [line for line in lines if line.bbox.bottom < top]
    rest = [line for line in lines if line.bbox.bottom >= top]
    sizes = [line.style.size_pt for line in rest if line.style]
    if not 0 < len(head) <= MOST_OF_HEAD or len(sizes) < len(rest) or not rest:
        return None
    first = min(head, key=lambda line: line.bbox.top)
    strip_pt = min(line.bbox.top for line in rest) - max(line.bbox.bottom for line in head)
    is_heading = first.style is not None and first.style.size_pt > LARGER * max(sizes)
    return (head, rest) if is_heading and strip_pt > HEAD_STRIP_EM * em_pt else None


def _sides(lines: Sequence[Line], gutter: Gutter) -> Sequence[Sequence[Line]]:
    """The lines on both sides of a gutter; all together where some cross it, or one side is empty."""
    left = [line for line in lines if line.bbox.x1 <= gutter.right]
    right = [line for line in lines if line.bbox.x0 >= gutter.right]
    return (left, right) if left and right and len(left) + len(right) == len(lines) else (lines,)


def _in_columns(
    lines: Sequence[Line], gutter: Gutter, em_pt: float, is_label: Callable[[Line], bool], rules: Sequence[BBox] = ()
) -> list[Flow]:
    """The flows of lines that a gutter parts, band by band."""
    flows: list[Flow] = []
    bands = list(_stretches(list(_bands(lines, gutter)), gutter, em_pt))
    ended = [part for band in bands[:-1] for part in _ended(*band, gutter)]
    for is_parted, band in (*ended, *bands[-1:]):
        left = [line for line in band if line.bbox.x1 <= gutter.right]
        right = [line for line in band if line.bbox.x1 > gutter.right]
        if not is_parted:
            flows += (
                in_reading_order(band, em_pt, is_label, rules) if len(band) < len(lines) else [_flow(by_rows(band, em_pt))]
            )
        elif all(line.text in BULLETS for line in left):
            flows.append(_flow(by_rows(band, em_pt)))
        elif are_labels(left, right, em_pt, is_label) and not _holds_columns(left, em_pt):
            values, beside = parted_beside_values(left, right, em_pt)
            flows.append(_flow(label_rows(left, values, em_pt)))
            flows += in_reading_order(beside, em_pt, is_label, rules)
        elif _are_heads(left, right, em_pt):
            flows += _head_rows(left, right, em_pt)
        elif across := cut_across(left, right, em_pt, is_label):
            for number, piece in enumerate(across):
                one, *others = _sides_of_piece(piece, gutter, em_pt)
                own = in_reading_order(one, em_pt, is_label, rules)
                flows += (flow._replace(opens=flow is own[0] and number == 0) for flow in own)
                flows += (flow for side in others for flow in in_reading_order(side, em_pt, is_label, rules))
        else:
            first, second = (right, left) if _is_sidebar(left, right) else (left, right)
            flows += in_reading_order(first, em_pt, is_label, rules)
            flows += in_reading_order(second, em_pt, is_label, rules)
    return flows


def _sides_of_piece(lines: Sequence[Line], gutter: Gutter, em_pt: float) -> Sequence[Sequence[Line]]:
    """A piece of columns cut across; its sides as they are read where it holds so few lines that it shows no gutter itself."""
    sides = _sides(lines, gutter) if find_gutter(lines, em_pt) is None else (lines,)
    return sides[::-1] if len(sides) > 1 and _is_sidebar(*sides) else sides


def _around_box(
    lines: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool], rules: Sequence[BBox] = ()
) -> list[Flow]:
    """The flows of a column that runs around a box; empty where none stands in it, or only values, each beside its label."""
    found = find_box(lines, em_pt)
    if found is None:
        return []
    beside = lines_beside(found.text, found.box)
    if beside and are_labels(beside, found.box, em_pt, is_label):
        return []
    box = in_reading_order(found.box, em_pt, is_label, rules)
    return [*in_rows(found.text, em_pt), *box, *(in_reading_order(found.rest, em_pt, is_label, rules))]


def in_rows(lines: Sequence[Line], em_pt: float) -> list[Flow]:
    """One flow: the lines from top to bottom, across the page."""
    return [_flow(by_rows(lines, em_pt))] if lines else []


def cell_of(lines: Sequence[Line]) -> Flow:
    """The flow of one cell of a table."""
    return _flow(lines)._replace(is_cell=True, opens=False)


def _flow(lines: Iterable[Line]) -> Flow:
    ordered = tuple(lines)
    return Flow(ordered, min(line.bbox.x0 for line in ordered), max(line.bbox.x1 for line in ordered))


def _bands(lines: Sequence[Line], gutter: Gutter) -> Iterator[tuple[bool, list[Line]]]:
    """Runs of lines from top to bottom that the gutter parts, and of those that cross it or have nothing beside them."""
    ordered = sorted(lines, key=lambda line: (line.bbox.top, line.bbox.x0))
    tails = _last_lines(ordered, gutter)
    grouped = groupby(ordered, key=lambda line: gutter.is_crossed_by(line) or line.start in tails)
    runs = ((does_cross, list(run)) for does_cross, run in grouped)
    judged = [(not does_cross and _stand_side_by_side(run, gutter), run) for does_cross, run in runs]
    for is_parted, bands in groupby(judged, key=lambda band: band[0]):
        yield is_parted, [line for _, band in bands for line in band]


def _last_lines(ordered: Sequence[Line], gutter: Gutter) -> set[int]:
    """Offsets of the lines that end what crosses a gutter, though they are too short to cross it.

    They are set as the text is not, or what stands under them is set otherwise; or they stand right under a heading.
    """
    text = dominant_style(ordered)
    tails: set[int] = set()
    for above, line, below in zip(ordered, ordered[1:], (*ordered[2:], None), strict=False):
        if not gutter.is_crossed_by(above) or gutter.is_crossed_by(line):
            continue
        is_more = above.style == line.style is not None and abs(above.bbox.x0 - line.bbox.x0) < X_CLUSTER_PT
        is_last = line.style != text or (below is not None and below.style != line.style)
        is_near = line.bbox.top - above.bbox.bottom < MOST_TAIL_GAP * line.bbox.height
        is_under = below is not None and _is_under_heading(above, line, below)
        if (is_more and is_last and is_near) or is_under:
            tails.add(line.start)
    return tails


def _is_under_heading(heading: Line, line: Line, below: Line) -> bool:
    """Whether a line stands under a heading in larger type, at its edge and nearer to it than to what begins below, all of it.

    ``below`` begins no higher than what stands beside it.
    """
    styles = [other.style for other in (heading, line, below)]
    if None in styles or line.style == below.style or abs(heading.bbox.x0 - line.bbox.x0) >= X_CLUSTER_PT:
        return False
    gap = line.bbox.top - heading.bbox.bottom
    is_larger = heading.runs[0].style.size_pt > LARGER * line.runs[0].style.size_pt
    return is_larger and gap < min(MOST_HEADING_GAP * line.bbox.height, below.bbox.top - line.bbox.bottom)


def _stretches(bands: Sequence[tuple[bool, list[Line]]], gutter: Gutter, em_pt: float) -> Iterator[tuple[bool, list[Line]]]:
    """The bands, those in columns parted again at the heads that stand in the left one."""
    for number, (is_parted, band) in enumerate(bands):
        parts = [band]
        if is_parted:
            parts = find_stretches(grouped_rows(band, em_pt), gutter.right, has_more=number + 1 < len(bands))
        yield from ((is_parted and _stand_side_by_side(part, gutter), part) for part in parts)


def _ended(is_parted: bool, band: list[Line], gutter: Gutter) -> Iterator[tuple[bool, list[Line]]]:
    """A band of a dump in columns, and what stands far below all of the right one, over a line across both: another record."""
    right = [line for line in band if line.bbox.x1 > gutter.right]
    if not is_parted or not right or right[0].style is not None:
        yield is_parted, band
        return
    end = max(line.bbox.bottom for line in right)
    far = [line.bbox.top for line in band if line.blank_before >= FAR_BELOW_LINES and line.bbox.top > end]
    top = min(far, default=math.inf)
    below = [line for line in band if line.bbox.top >= top]
    yield is_parted, [line for line in band if line.bbox.top < top]
    if below:
        yield False, below


def _stand_side_by_side(lines: Sequence[Line], gutter: Gutter) -> bool:
    left = [line for line in lines if line.bbox.x1 <= gutter.right]
    right = [line for line in lines if line.bbox.x1 > gutter.right]
    return bool(left and right) and count_beside(left, right) > 0


def _holds_columns(lines: Sequence[Line], em_pt: float) -> bool:
    """Whether lines of a dump stand in columns themselves, as labels and their values beside a text do."""
    return lines[0].style is None and sum(len(row) > 1 for row in grouped_rows(lines, em_pt)) >= FEWEST_HEADS


def _are_heads(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> bool:
    """Whether the left column holds heads of what stands beside them: few lines, each group level with a text's first.

    What is set larger, as the day of a month is, is level with a text at its top. Heads set as the text is, as times are, are
    level with what is set otherwise. Lines with nothing beside them are headings of several.
    """
    if HEAD_SHARE * len(right) < len(left):
        return False
    heads = paragraphs(by_rows(left, em_pt), em_pt)
    style = dominant_style(left)
    if style is None:
        heads = [head for head in heads if WORD.search(head[0].text)]
    is_alike = style is not None and style == dominant_style(right)
    if is_alike:
        beside = lines_beside([head[0] for head in heads], right)
        heads = [head for head in heads if head[0] in beside]
        if not all(head[0].text[0].isdecimal() for head in heads):
            return False
    if len(heads) < FEWEST_HEADS or _are_lines_of_lead(heads, right):
        return False
    groups = paragraphs(by_rows(right, em_pt), em_pt)
    firsts = [group[0].bbox for group in groups if not is_alike or group[0].style != style]
    most_pt = SAME_ROW_EM * em_pt
    boxes = [head[0].bbox for head in heads]
    level = sum(any(min(abs(a.bottom - b.bottom), abs(a.top - b.top)) < most_pt for b in firsts) for a in boxes)
    return level >= LEVEL_SHARE * len(heads)


def _are_lines_of_lead(heads: Sequence[Sequence[Line]], right: Sequence[Line]) -> bool:
    """Whether what may be heads is set larger than what stands beside it, and goes on in small letters, as a text does."""
    sizes = [style.size_pt if style else 0.0 for style in (dominant_style(heads[0]), dominant_style(right))]
    return sizes[0] > LARGER * sizes[1] and 3 * sum(head[0].text[:1].islower() for head in heads) > len(heads)


def _ends_rows(lines: Sequence[Line], gutter: Gutter, em_pt: float) -> bool:
    """Whether the right column only ends lines of the left one: an amount, a date, a page, each behind a short line."""
    left = [line for line in lines if line.bbox.x1 <= gutter.right]
    right = [line for line in lines if line.bbox.x0 >= gutter.right]
    if len(right) > ENDS_SHARE * len(left) or len(paragraphs(by_rows(right, em_pt), em_pt)) < len(right):
        return False
    bottoms = [line.bbox.bottom for line in left if gutter.right - line.bbox.x1 > LEAST_ROOM_EM * em_pt]
    level = sum(any(abs(line.bbox.bottom - bottom) < SAME_ROW_EM * em_pt for bottom in bottoms) for line in right)
    return level >= LEVEL_SHARE * len(right)


def _head_rows(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> Iterator[Flow]:
    """Each head, and what stands beside and below it up to the next one."""
    heads = paragraphs(by_rows(left, em_pt), em_pt)
    tops = [min(line.bbox.top for line in head) - SAME_ROW_EM * em_pt for head in heads]
    above = [line for line in right if line.bbox.top < tops[0]]
    yield from in_rows(above, em_pt)
    for number, head in enumerate(heads):
        bottom = tops[number + 1] if number + 1 < len(heads) else math.inf
        yield from in_rows(head, em_pt)
        yield from in_rows([line for line in right if tops[number] <= line.bbox.top < bottom], em_pt)


def _is_sidebar(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the left column is beside a text that a heading opens: what is said of it, to be read behind it.

    It is small print, or in no larger type than the text and begins lower down than the heading ends.
    """
    if max(map(width_of, left)) >= SIDEBAR_SHARE * max(map(width_of, right)):
        return False
    a, b = dominant_style(left), dominant_style(right)
    if a is None or b is None or b.size_pt < a.size_pt:
        return False
    first = sorted(right, key=lambda line: line.bbox.top)[: MOST_OVER_HEADING + 1]
    heading = max(first, key=lambda line: line.style.size_pt if line.style else 0.0)
    size_pt = heading.style.size_pt if heading.style else 0.0
    is_small = b.size_pt - a.size_pt >= SMALLER_PT or heading.bbox.bottom < min(line.bbox.top for line in left)
    return is_small and size_pt > LARGER * max(line.style.size_pt for line in left if line.style)
