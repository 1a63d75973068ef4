"""Lines that come back and are no labels: each says of what kind its profile is, or where (``Toulouse``, ``Director``)."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from profile_extract.gazetteer import find_places
from profile_extract.layout.codes import are_rising
from profile_extract.lexicon import is_closed
from profile_extract.model import Style
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import is_prose, is_title_like, reads_as_prose, stands_out
from profile_extract.structure import LARGER, SMALLER_PT, Block, Label, Layout, stands_alone

FEWEST_KINDS = 3
"""Different lines in one style that come back: two may be labels of which each profile has one."""
FEWEST_RETURNS = 3
"""How often a line comes back before its order says anything."""
FEWEST_TOWNS = 4
"""Different lines of a dump that are names of towns, for all of them to be: a label or two may be called as a town is."""
FAR_MORE = 3
"""How many times as often as most of these a line comes back at most to be a town."""
CHANCE_SHARE = 0.2
"""Share of lines set alike that come back, up to which it is by chance."""
AT_HEADING_SHARE = 0.8
"""Share of such lines that stand right under or over a heading; of labels that begin a text, one of several does."""
IN_NO_ORDER_SHARE = 0.5
"""Share of the returns of a line at once, or between which another one stands twice, from which they are in no order."""
MOST_DISORDER = 0.2
"""The same of lines over headlines inside profiles, up to which these come in rounds: one may be left out, or come twice."""
PLACES_SHARE = 0.8
"""Share of the lines that are names of places, for all to be."""
NEAR_LINES = 3.0
"""Space between a heading and what stands right under or over it at most, in lines beyond the usual distance."""
MOST_BLOCKS_NEAR = 5
"""Blocks between a theme and the first label of its profile: a few facts."""
THEME_SHARE, MOST_THEME_SHARE = 0.6, 0.5
"""Share of the profiles of a dump that have a theme that comes back, at least, and that are of one theme, at most."""
MOST_STACKED = 8
"""Lines set alike under a heading, of which each may say of what kind the profile is."""
STACKED_SHARE = 0.5
"""Share of the headings under which a line of such comes back at most; labels stand under nearly all."""
_DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])\.?")


def find_kinds(groups: Iterable[Sequence[Label]], layout: Layout) -> frozenset[Label]:
    """Those of what might be labels, each group of one key and look, that only say of what kind profiles are, or are names.

    They stand right over the headings of their profiles, or right under them, set alike, and come back in no order.
    """
    groups = list(groups)
    looks: dict[Style | None, list[Label]] = defaultdict(list)
    for label in (label for group in groups for label in group):
        if label.field == "section" and ":" not in label.key and stands_alone(label, layout):
            looks[layout.blocks[label.block].style].append(label)
    ordered = (sorted(labels, key=lambda label: label.block) for labels in looks.values())
    if layout.body_style is None:
        return _towns(looks[None]) | _themes(looks[None], _opener(groups))
    tests = (_are_kickers, _are_dates, _are_kinds, _are_chance)
    found = (labels for labels in ordered if any(test(labels, layout) for test in tests))
    return frozenset(label for labels in found for label in labels)


def _towns(labels: Sequence[Label]) -> frozenset[Label]:
    """Those of a dump's lines that come back which are towns of several profiles.

    A label may be called as some town is (``Time``, ``Mission``): it comes back far more often than the others.
    """
    counts = Counter(label.key for label in labels)
    times = sorted(count for key, count in counts.items() if find_places(key))
    if len(times) < FEWEST_TOWNS:
        return frozenset()
    most = FAR_MORE * times[len(times) // 2]
    return frozenset(label for label in labels if find_places(label.key) and counts[label.key] <= most)


def _opener(groups: Iterable[Sequence[Label]]) -> list[int]:
    """The blocks with the label of a dump that comes back most, the first of these, in order: each round of labels has one."""
    most = max(groups, key=lambda labels: (len(labels), -labels[0].block), default=())
    return sorted(label.block for label in most)


def _themes(labels: Sequence[Label], openers: Sequence[int]) -> frozenset[Label]:
    """Those of a dump's lines that come back of which each profile has one, near the first of its labels: themes or kinds."""
    near: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for label in labels:
        place = bisect_left(openers, label.block)
        beside = [n for n in (place - 1, place) if 0 <= n < len(openers) and abs(openers[n] - label.block) <= MOST_BLOCKS_NEAR]
        if label.block not in openers and beside and "#" not in label.key:
            near[label.key].append((min(beside, key=lambda n: abs(openers[n] - label.block)), label))
    counts = Counter(label.key for label in labels)
    found = {key for key, own in near.items() if FEWEST_RETURNS <= counts[key] == len(own) <= MOST_THEME_SHARE * len(openers)}
    rounds = [number for key in found for number, _ in near[key]]
    is_one_each = len(rounds) <= (1 + CHANCE_SHARE) * len(set(rounds)) and len(rounds) >= THEME_SHARE * len(openers)
    return (
        frozenset(label for key in found for _, label in near[key])
        if len(found) >= FEWEST_KINDS and is_one_each
        else frozenset()
    )


def _are_chance(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether nearly all of many lines set alike come but once or twice: the few that return are names, not labels."""
    counts = Counter(label.key for label in labels)
    returning = sum(count for count in counts.values() if count >= FEWEST_RETURNS)
    return layout.body_style is not None and 0 < returning < CHANCE_SHARE * len(labels)


def _are_kickers(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether lines stand over headings larger than they are: nothing is under them alone.

    Not if several come back in order: each profile has all of them, and a headline under each.
    """
    over = sum(_is_over_heading(label.block, layout) for label in labels)
    if layout.body_style is None or over < AT_HEADING_SHARE * len(labels):
        return False
    counts = Counter(label.key for label in labels)
    is_round = sum(count >= FEWEST_RETURNS for count in counts.values()) >= FEWEST_KINDS
    return not is_round or _disorder(labels, counts) > MOST_DISORDER


def _are_dates(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether lines are months or days of the week, each with its day of the month above or below, in larger type."""
    if layout.body_style is None or not any(_day_beside(label.block, layout) for label in labels[:2]):
        return False
    days = [day for label in labels if (day := _day_beside(label.block, layout))]
    is_all = len(days) >= max(FEWEST_RETURNS, AT_HEADING_SHARE * len(labels))
    return is_all and are_rising([(day,) for day in days])


def _day_beside(index: int, layout: Layout) -> int:
    """The day of the month right above or below a block, if it is set larger; 0 where there is none."""
    size_pt = LARGER * layout.sizes_pt[index]
    for other in layout.blocks[max(0, index - 1) : index + 2]:
        if layout.sizes_pt[other.index] > size_pt and (match := _DAY.fullmatch(other.text.text)):
            return int(match[1])
    return 0


def _is_over_heading(index: int, layout: Layout) -> bool:
    if index + 1 >= len(layout.blocks):
        return False
    block, below = layout.blocks[index], layout.blocks[index + 1]
    if block.style is None or below.style is None or block.page != below.page or below.gap_lines > NEAR_LINES:
        return False
    if not stands_out(below, layout.body_style) or _is_in_text_type(below.style, layout.body_style):
        return False  # a small heading over the text, or a label over its value in a box
    if reads_as_prose(below) and is_closed(below.text.text):
        return False  # as over a text set otherwise: a summary, what is said in another language
    return below.style.size_pt > LARGER * block.style.size_pt and is_title_like(below, layout.body_style)


def _is_in_text_type(style: Style, body: Style | None) -> bool:
    """Whether a style is the font of most text, in no larger size, or smaller than that in any font: that of no heading."""
    if body is None:
        return False
    return style.size_pt < body.size_pt - SMALLER_PT or (style.font == body.font and style.size_pt <= body.size_pt)


def _are_kinds(labels: Sequence[Label], layout: Layout) -> bool:
    if layout.body_style is None or len({label.key for label in labels}) < FEWEST_KINDS:
        return False
    blocks = [layout.blocks[label.block] for label in labels]
    over = [_heading_over(block, layout) for block in blocks]
    counts = Counter(label.key for label in labels if "#" not in label.key)  # numbers make amounts of a line
    if sum(heading is not None for heading in over) < AT_HEADING_SHARE * len(labels):
        over = [_heading_over(block, layout, MOST_STACKED) for block in blocks]
        if max(counts.values(), default=0) > STACKED_SHARE * len({*over} - {None}):
            return False
    is_any_order = _disorder(labels, counts) > IN_NO_ORDER_SHARE or _are_places(counts)
    return sum(heading is not None for heading in over) >= AT_HEADING_SHARE * len(labels) and is_any_order


def _are_places(keys: Iterable[str]) -> bool:
    known = [bool(find_places(key)) for key in keys]
    return sum(known) >= PLACES_SHARE * len(known)


def _heading_over(block: Block, layout: Layout, most: int = 0) -> int | None:
    """The block right above one, or above at ``most`` so many set as it is, if it is set unlike it and unlike the text.

    Small print is none.
    """
    if block.index == 0 or block.gap_lines > NEAR_LINES:
        return None
    above, body = layout.blocks[block.index - 1], layout.body_style
    while above.style == block.style and block.index - above.index <= most and above.index > 0:
        above = layout.blocks[above.index - 1]
    if above.index > 0 and is_beside(layout.blocks[above.index - 1], above):
        above = layout.blocks[above.index - 1]
    if above.style is None or block.style is None or above.style == block.style or is_prose(above, body):
        return None
    return above.index if stands_out(above, body) and above.style.size_pt > block.style.size_pt - SMALLER_PT else None


def _disorder(labels: Sequence[Label], counts: Mapping[str, int]) -> float:
    """Share of the returns of those of some lines that come back often which are in no order; 0 where none comes back."""
    disorder = list(_is_in_no_order([label.key for label in labels if counts[label.key] >= FEWEST_RETURNS]))
    return sum(disorder) / len(disorder) if disorder else 0.0


def _is_in_no_order(keys: Sequence[str]) -> Iterator[bool]:
    """For each return of a key, whether it comes back at once, or another one came twice since."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        places[key].append(place)
    for own in places.values():
        for start, end in itertools.pairwise(own):
            yield max(Counter(keys[start + 1 : end]).values(), default=2) > 1
