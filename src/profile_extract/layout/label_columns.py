"""Columns of labels beside their values: how they are known, and read row by row."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from profile_extract.layout.baselines import SAME_ROW_EM, by_rows, is_level, paragraphs, width_of
from profile_extract.layout.gutters import find_gutter, lines_beside
from profile_extract.model import Line

NARROW_SHARE = 0.9
"""Width of a column of labels, as a share of that of their values, at most; columns of entries are as wide as each other."""
FEWEST_HEADS = 2
"""Heads in a left column: one beside one text may be anything."""
FEWEST_ITEMS = 2
"""Items of lists in a column, at least."""
OWN_SHARE = 0.6
"""Share of labels in a column that have values under them, for what stands beside the column to be none."""
LEVEL_SHARE = 0.8
"""Share of heads that begin level with a text beside them."""
SAME_BASELINE_EM = 0.1
"""Difference of what is on one baseline, in ems: type of two fonts and rounding; what is beside a middle is hardly so near."""
FEWEST_OFF_ALIKE, OFF_ALIKE_EM = 3, 0.15
"""Heads that are all as far off the baseline of a line beside them, for that to be meant: their spacing differs; and how far
these distances differ, in ems: type of several sizes."""
FEWEST_ROWS = 4
"""Rows that a table without rules has at least."""
MOST_WRAPPED = 0.34
"""Share of the lines of labels that stand right under others, at most, where white space parts labels from each other."""
WORD = re.compile(r"[^\W\d_]{2}")
"""What a line has in it that is no number or mark."""


def are_labels(left: Sequence[Line], right: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool]) -> bool:
    """Whether the left column is made of labels: most of its lines come back, and none says more than the values.

    Values that are each level with a label set otherwise may be short. Lines with nothing beside them do not count: an
    address under the last row stands at the left edge, too.
    """
    beside = lines_beside(left, right)
    may_be = sum(map(is_label, beside)) > len(beside) / 2
    if not may_be or _have_own_values(left, is_label) or _are_items(left, right, em_pt):
        return False
    is_shorter = statistics.median(map(width_of, beside)) < statistics.median(map(width_of, right))
    if left[0].style is None:
        return is_shorter or _are_level_in_dump(beside, right, em_pt, is_label)
    is_narrower = max(map(width_of, beside)) < NARROW_SHARE * max(map(width_of, right))
    return (is_shorter and is_narrower) or _are_level_with_others(beside, right, em_pt)


def _are_level_in_dump(labels: Sequence[Line], values: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool]) -> bool:
    """Whether each of several labels of a dump, nothing else, has a line in its row, and hardly any of these comes back."""
    are_only_labels = len(labels) >= FEWEST_ROWS and all(map(is_label, labels))
    all_have_one = are_only_labels and all(any(is_level(label, value, em_pt) for value in values) for label in labels)
    return all_have_one and 2 * sum(map(is_label, values)) < len(values)


def parted_beside_values(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> tuple[Sequence[Line], Sequence[Line]]:
    """The values beside labels, each level with one, and another column beside them that is not: an address, a box."""
    gutter = find_gutter(right, em_pt)
    if gutter is None or right[0].style is None:
        return right, ()
    values = [line for line in right if line.bbox.x1 <= gutter.right]
    beside = [line for line in right if line.bbox.x0 >= gutter.right]
    level = [sum(any(is_level(line, label, em_pt) for label in left) for line in lines) for lines in (values, beside)]
    is_apart = level[0] >= LEVEL_SHARE * len(left) and level[1] < OWN_SHARE * len(beside)
    return (values, beside) if is_apart and len(values) + len(beside) == len(right) else (right, ())


def _are_level_with_others(labels: Sequence[Line], values: Sequence[Line], em_pt: float) -> bool:
    """Whether nearly every label has a line of another style on its baseline."""
    level = sum(any(is_level(label, v, em_pt) and v.style != label.style for v in values) for label in labels)
    return level >= LEVEL_SHARE * len(labels)


def _have_own_values(left: Sequence[Line], is_label: Callable[[Line], bool]) -> bool:
    """Whether most labels of a column have a line in another style under them in the column itself: facts beside a text.

    Labels are set as most of them are, the first in doubt: values may come back, too, and a heading may stand over all.
    """
    ordered = sorted(left, key=lambda line: line.bbox.top)
    found = [number for number, line in enumerate(ordered[:-1]) if line.runs and WORD.search(line.text) and is_label(line)]
    styles = Counter(ordered[number].style for number in found)
    labels = [number for number in found if ordered[number].style == max(styles, key=styles.__getitem__)]
    own = sum(ordered[number + 1].style != ordered[number].style for number in labels)
    return len(labels) >= FEWEST_HEADS and own > OWN_SHARE * len(labels)


def _are_items(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> bool:
    """Whether a column is of lists, each under a head set otherwise, that have nothing to do with the lines beside them.

    Items of lists come back, too. Labels one below the other would have their values on their baselines.
    """
    ordered = sorted(left, key=lambda line: line.bbox.top)
    head = ordered[0].style
    items = [line for line in ordered if line.style != head]
    if len(items) < FEWEST_ITEMS or len({line.style for line in items}) > 1 or ordered[-1].style == head:
        return False
    if any(above.style == line.style == head for above, line in pairwise(ordered)):
        return False
    near = sum(line.style != head and line.bbox.top - above.bbox.bottom < em_pt / 2 for above, line in pairwise(ordered))
    level = sum(any(abs(item.bbox.bottom - line.bbox.bottom) < SAME_BASELINE_EM * em_pt for line in right) for item in items)
    return near >= LEVEL_SHARE * len(items) > level


def label_rows(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> Iterator[Line]:
    """What stands above all labels, then each label and its value.

    Where nearly all values begin level with their labels, a value goes on up to the next one; else it is that of the nearest
    label, which may stand beside its middle.
    """
    labels = _whole_labels(by_rows(left, em_pt), right, em_pt)
    values: list[list[Line]] = [[] for _ in labels]
    heads = [label[0] for label in labels]
    groups = paragraphs(by_rows(right, em_pt), em_pt)
    are_level = _begin_level(groups, heads, em_pt)
    for group in chain.from_iterable(_parted_at_labels(group, heads, em_pt, are_level=are_level) for group in groups):
        if group[-1].bbox.bottom < heads[0].bbox.top:
            yield from group
        elif are_level:
            above = sum(head.bbox.bottom < group[0].bbox.bottom + SAME_ROW_EM * em_pt for head in heads)
            values[max(0, above - 1)] += group
        else:
            values[_nearest(labels, (group[0].bbox.top + group[-1].bbox.bottom) / 2)] += group
    for label, value in zip(labels, values, strict=True):
        yield from label
        yield from value


def _begin_level(groups: Sequence[Sequence[Line]], heads: Sequence[Line], em_pt: float) -> bool:
    """Whether nearly all heads are level with a value, and none with the middle of what begins above it.

    Space may part the lines of one value more than it parts two of them: then all heads are on the baseline of a line, and
    these cannot be the middles of their values.
    """
    level = [[any(is_level(line, head, em_pt) for head in heads) for line in group] for group in groups]
    lines = list(chain.from_iterable(groups))
    if all(found[0] for found in level if any(found)):
        return sum(any(is_level(head, line, em_pt) for line in lines) for head in heads) >= LEVEL_SHARE * len(heads)
    bottoms = [line.bbox.bottom for line in lines]
    offs = [min((bottom - head.bbox.bottom for bottom in bottoms), key=abs) for head in heads]
    on_baseline = max(map(abs, offs)) < SAME_BASELINE_EM * em_pt
    are_off_alike = len(heads) >= FEWEST_OFF_ALIKE and max(offs) - min(offs) < OFF_ALIKE_EM * em_pt
    return (on_baseline or are_off_alike) and not _may_be_middles(list(chain.from_iterable(level)))


def _may_be_middles(level: Sequence[bool]) -> bool:
    """Whether lines may be the middles of the values that they all make up: as many lines under each as over it."""
    middles = [number for number, is_one in enumerate(level) if is_one]
    over = middles[0]
    for above, line in pairwise(middles):
        over = line - above - 1 - over
        if over < 0:
            return False
    return over == len(level) - 1 - middles[-1]


def _nearest(labels: Sequence[Sequence[Line]], middle_pt: float) -> int:
    middles = [(label[0].bbox.top + label[-1].bbox.bottom) / 2 for label in labels]
    return min(range(len(labels)), key=lambda number: abs(middles[number] - middle_pt))


def _whole_labels(lines: Sequence[Line], values: Sequence[Line], em_pt: float) -> list[list[Line]]:
    """The labels of a column, each of one line or more: one goes on in a line right under it that begins small.

    Where white space parts most labels of a PDF, and their values, one goes on in any line right under it. Not where a value
    begins beside that.
    """
    labels: list[list[Line]] = []
    begun = [group[0] for group in paragraphs(by_rows(values, em_pt), em_pt)]
    under = {line.start for above, line in pairwise(lines) if _is_right_under(above, line, em_pt)}
    others = [line for line in lines if line.start not in under]
    level = sum(any(is_level(line, value, em_pt) for value in begun) for line in others)
    are_few = len(under) <= MOST_WRAPPED * len(lines)
    are_parted = lines[0].style is not None and are_few and level >= LEVEL_SHARE * len(others)
    for line in lines:
        is_begun = bool(labels) and not labels[-1][-1].text.endswith(":")
        goes_on = line.start in under and (line.text[:1].islower() or (are_parted and is_begun))
        if goes_on and not any(is_level(line, value, em_pt) for value in begun):
            labels[-1].append(line)
        else:
            labels.append([line])
    return labels


def _is_right_under(above: Line, line: Line, em_pt: float) -> bool:
    """Whether a line stands right under another one, set as it is."""
    return line.style == above.style and line.bbox.top - above.bbox.bottom < em_pt / 2


def _parted_at_labels(group: list[Line], labels: Sequence[Line], em_pt: float, *, are_level: bool) -> list[list[Line]]:
    """A group of values parted at the lines level with labels, if no space parts the values of several of them.

    Where all values begin level with their labels (``are_level``), what is over the first is of a row above, or of one on
    the page before.
    """
    begun = [number for number, line in enumerate(group) if any(is_level(line, label, em_pt) for label in labels)]
    if are_level:
        return [group[start:stop] for start, stop in pairwise(sorted({0, *begun, len(group)}))]
    if len(begun) < FEWEST_HEADS:
        return [group]
    return [group[start:stop] for start, stop in pairwise((0, *begun[1:], len(group)))]
