"""Columns of labels beside their values: how they are known, and read row by row."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise

from profile_extract.layout.baselines import by_rows, is_level, paragraphs, width_of
from profile_extract.layout.gutters import find_gutter, lines_beside
from profile_extract.model import Line

FEWEST_HEADS = 2
"""Heads in a left column: one beside one text may be anything."""
OWN_SHARE = 0.6
"""Share of labels in a column that have values under them, for what stands beside the column to be none."""
LEVEL_SHARE = 0.8
"""Share of heads that begin level with a text beside them."""
FEWEST_ROWS = 4
"""Rows that a table without rules has at least."""
WORD = re.compile(r"[^\W\d_]{2}")
"""What a line has in it that is no number or mark."""


def are_labels(left: Sequence[Line], right: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool]) -> bool:
    """Whether the left column is made of labels: most of its lines come back, and none says more than the values.

    Values that are each level with a label set otherwise may be short. Lines with nothing beside them do not count: an
    address under the last row stands at the left edge, too.
    """
    beside = lines_beside(left, right)
    if sum(map(is_label, beside)) <= len(beside) / 2 or _have_own_values(left, is_label):
        return False
    is_shorter = statistics.median(map(width_of, beside)) < statistics.median(map(width_of, right))
    if left[0].style is None:
        return is_shorter or _are_level_in_dump(beside, right, em_pt, is_label)
    return is_shorter or _are_level_with_others(beside, right, em_pt)


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


def label_rows(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> Iterator[Line]:
    """What stands above all labels, then each label and its value: the nearest, for it may stand beside its middle."""
    labels = by_rows(left, em_pt)
    values: list[list[Line]] = [[] for _ in labels]
    parted = (_parted_at_labels(group, labels, em_pt) for group in paragraphs(by_rows(right, em_pt), em_pt))
    for group in chain.from_iterable(parted):
        if group[-1].bbox.bottom < labels[0].bbox.top:
            yield from group
            continue
        middle = (group[0].bbox.top + group[-1].bbox.bottom) / 2
        nearest = min(range(len(labels)), key=lambda i: abs((labels[i].bbox.top + labels[i].bbox.bottom) / 2 - middle))
        values[nearest] += group
    for label, value in zip(labels, values, strict=True):
        yield label
        yield from value


def _parted_at_labels(group: list[Line], labels: Sequence[Line], em_pt: float) -> list[list[Line]]:
    """A group of values parted at the lines level with labels, if no space parts the values of several of them."""
    begun = [number for number, line in enumerate(group) if any(is_level(line, label, em_pt) for label in labels)]
    if len(begun) < FEWEST_HEADS:
        return [group]
    return [group[start:stop] for start, stop in pairwise((0, *begun[1:], len(group)))]
