"""Labels that a dump prints over each other, and their values below in the same order: in print they stood side by side.

Labels of a fact sheet in one column and values in the next one come out so, and so do pairs of labels over pairs of values.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from profile_extract.layout.aligned import aligned, goes_on
from profile_extract.layout.breaks import FEWEST_RETURNS, may_be_label
from profile_extract.layout.columns import Flow
from profile_extract.layout.ended import FULL_SHARE
from profile_extract.lexicon import is_closed, label_key
from profile_extract.model import Line

MOST_VALUE_CHARS = 80
"""Longest line of a value, in characters; longer ones are text."""
MOST_VALUE_LINES = 3
"""Lines of one value that empty lines part from the others."""
VALUED_SHARE = 0.7
"""Share of the returns of some labels over each other that have as many values below them."""
TOGETHER_SHARE = 0.5
"""Share of the returns of each of two labels at which they stand over each other: a value that comes back does so less."""
DIFFERENT_SHARE = 0.5
"""Share of their first values that differ: what is always the same is another label, of a part that begins below."""
_WITH_VALUE = re.compile(r"\d|[:–—] ?\S")

MANY_LABELS = 4
"""Labels over each other that are a fact sheet, whichever of them a record lacks."""
MOST_ELSEWHERE = 2
"""How many times as often as under its label a value stands in the report at most; a label or heading stands elsewhere."""

Pile = tuple[int, int]
"""The first of some lines that are labels, and the first one behind them."""
Place = tuple[int, Pile]
"""The number of a flow, and some labels in it."""
Keys = tuple[str, ...]
"""What some labels say."""


class _Below(NamedTuple):
    """The lines below some labels, in groups that empty lines part, and whether a label follows."""

    groups: list[list[Line]]
    is_over_label: bool

    @property
    def width(self) -> int:
        """Characters of the longest line of the first group."""
        return max((len(line.text) for group in self.groups[:1] for line in group), default=0)


def with_values_at_labels(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a dump, each value right under its label."""
    counts = Counter(label_key(line.text) for flow in flows for line in flow.lines if _is_label(line.text))
    often = frozenset(key for key, count in counts.items() if count >= FEWEST_RETURNS)
    keys = [[label_key(line.text) for line in flow.lines] for flow in flows] if often else []
    pairs = _pairs(flows, keys, often)
    if not pairs:
        return list(flows)
    labels = {key for pair in pairs for key in pair}
    piles = {
        (number, pile): tuple(own[slice(*pile)])
        for number, (flow, own) in enumerate(zip(flows, keys, strict=True))
        for pile in _piles(flow.lines, own, pairs)
    }
    begins = {(number, begin) for number, (begin, _) in piles}
    below = {place: _below(flows[place[0]].lines, place, begins, often) for place in piles}
    widths: dict[Keys, int] = defaultdict(int)
    for place, own in piles.items():
        widths[own] = max(widths[own], below[place].width)
    values = {place: _values(below[place], len(own), labels, widths[own]) for place, own in piles.items()}
    moved: dict[int, dict[Pile, list[list[Line]]]] = defaultdict(dict)
    for number, pile in _believed(piles, values, counts):
        moved[number][pile] = values[number, pile]
    return [flow._replace(lines=tuple(_in_order(flow.lines, moved[number]))) for number, flow in enumerate(flows)]


def _believed(
    piles: Mapping[Place, Keys], found: Mapping[Place, list[list[Line]]], counts: Mapping[str, int]
) -> Iterator[Place]:
    """The places of labels whose values are believed: those of most of their returns, or of labels that mostly have more.

    ``counts`` says how often each line that may be a label stands in the report.
    """
    firsts = {place: tuple(value[0].text for value in values) for place, values in found.items()}
    returns: dict[Keys, list[Sequence[str]]] = defaultdict(list)
    for place, values in firsts.items():
        returns[piles[place]].append(values)
    believed = {own for own, values in returns.items() if _are_values(values, counts)}
    many = {own: values for own, values in returns.items() if len(own) >= MANY_LABELS}
    valued = sum(bool(value) for values in many.values() for value in values)
    if valued >= max(FEWEST_RETURNS, VALUED_SHARE * sum(map(len, many.values()))):
        believed |= many.keys() if not believed.isdisjoint(many) or _are_values(_pooled(many), counts) else set()
    for place, values in firsts.items():
        own = piles[place]
        is_part = len(returns[own]) < FEWEST_RETURNS and any(set(own) < set(more) for more in believed)
        if values and (own in believed or is_part):
            yield place


def _pooled(returns: Mapping[Keys, Sequence[Sequence[str]]]) -> list[list[str]]:
    """The values of the labels that all such piles have."""
    shared = [key for key in min(returns, key=len) if all(key in keys for keys in returns)]
    return [
        [value[keys.index(key)] for key in shared] if value else [] for keys, values in returns.items() for value in values
    ]


def _is_label(text: str) -> bool:
    """Whether a line may be a label with its value elsewhere: no colon but at its end, no figure and no dash."""
    return may_be_label(text) and not _WITH_VALUE.search(text)


def _pairs(flows: Sequence[Flow], lines: Sequence[Sequence[str]], often: Container[str]) -> frozenset[tuple[str, str]]:
    """Labels of which one often stands right over the other; the last one may be left out more often than not.

    ``lines`` say what the lines of the ``flows`` do.
    """
    counts = Counter(key for keys in lines for key in keys if key in often)
    pairs = Counter(pair for keys in lines for pair in pairwise(keys) if pair[0] in often and pair[1] in often)
    fewest = {pair: max(FEWEST_RETURNS, TOGETHER_SHARE * max(counts[key] for key in pair)) for pair in pairs}
    known = {pair for pair, count in pairs.items() if count >= fewest[pair] and pair[0] != pair[1]}
    if not known:
        return frozenset()
    keyed = ((line, key) for flow, keys in zip(flows, lines, strict=True) for line, key in zip(flow.lines, keys, strict=True))
    apart = {key for line, key in keyed if line.blank_before > 0}
    followed = {key for keys in lines for key, after in pairwise(keys) if after in often}
    under = {below for _, below in known} - apart
    behind = ((a, b) for a, b in pairs if a in under and b not in apart | followed)
    last = {pair for pair in behind if pairs[pair] == counts[pair[1]] >= FEWEST_RETURNS}
    return _with_gaps(known | last)


def _with_gaps(pairs: Set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """The pairs, and those of labels between which others are left out."""
    below: dict[str, set[str]] = defaultdict(set)
    for key, other in pairs:
        below[key].add(other)
    found: set[tuple[str, str]] = set()
    for key in below:
        reached, left = set[str](), list(below[key])
        while left:
            other = left.pop()
            left += below.get(other, set()) - reached if other not in reached else ()
            reached.add(other)
        found.update((key, other) for other in reached)
    return frozenset(found)


def _piles(lines: Sequence[Line], keys: Sequence[str], pairs: Container[tuple[str, str]]) -> Iterator[Pile]:
    """The runs of labels, some of which often stand over each other; what ends in colons between them is a label as well."""
    begin, is_known = 0, False
    for number in range(1, len(lines) + 1):
        is_pair = (keys[number - 1], keys[number]) in pairs if number < len(lines) else False
        if is_pair or _are_with_colons(*lines[number - 1 : number + 1]):
            is_known |= is_pair
            continue
        if is_known:
            yield begin, number
        begin, is_known = number, False


def _are_with_colons(*lines: Line) -> bool:
    """Whether two lines are labels by their form that end in colons."""
    return len(lines) > 1 and all(line.text.endswith(":") and _is_label(line.text) for line in lines)


def _below(lines: Sequence[Line], place: Place, begins: Container[tuple[int, int]], often: Container[str]) -> _Below:
    """What stands below some labels, up to a text, to others or to one group more than they are."""
    flow, (begin, behind) = place
    count = behind - begin
    groups: list[list[Line]] = []
    end = len(lines)
    for number in range(behind, len(lines)):
        line = lines[number]
        is_group = not groups or line.blank_before > 0
        is_end = len(line.text) > MOST_VALUE_CHARS or (is_group and len(groups) == count)
        if is_end or (number - behind >= count and (flow, number) in begins):
            end = number
            break
        if is_group:
            groups.append([line])
        else:
            groups[-1].append(line)
    return _Below(groups, end < len(lines) and label_key(lines[end].text) in often)


def _values(below: _Below, count: int, labels: Container[str], width: int) -> list[list[Line]]:
    """The lines of each value below as many labels; empty where these are not as many, or labels themselves."""
    groups = below.groups
    if not groups or any(label_key(group[0].text) in labels for group in groups[:count]):
        return []
    near = _near(groups[0], count)
    if len(near) == count and all(map(_is_short, near)):
        return near
    if len(groups) == count:
        return groups if below.is_over_label or all(map(_is_short, groups)) else []
    return aligned(groups[0], count, width)


def _is_short(lines: Sequence[Line]) -> bool:
    """Whether a value is of few lines and no sentence."""
    return len(lines) <= MOST_VALUE_LINES and not is_closed(lines[-1].text, (".",))


def _near(lines: Sequence[Line], count: int) -> list[list[Line]]:
    """Lines with nothing between them as values of a line each, but those that go on the one above; without a text behind."""
    values: list[list[Line]] = []
    for line in lines:
        if values and goes_on(values[-1][-1], line):
            values[-1].append(line)
        else:
            values.append([line])
    width = max(len(line.text) for line in lines)
    has_text = len(values) > count and len(values[count][0].text) >= FULL_SHARE * width
    return values[:count] if has_text else values


def _are_values(returns: Sequence[Sequence[str]], counts: Mapping[str, int]) -> bool:
    """Whether most returns of some labels have values below them, and these are not always the same.

    Grades (``High``, ``Low``) come back under their label, if the values of another one differ; other labels also elsewhere.
    """
    found = [values for values in returns if values]
    if len(found) < FEWEST_RETURNS or len(found) < VALUED_SHARE * len(returns):
        return False
    here = [Counter(values) for values in zip(*found, strict=True)]
    fewest = DIFFERENT_SHARE * len(found)
    few = [values for values in here if len(values) < fewest]
    elsewhere = (sum(counts.get(label_key(text), 0) > MOST_ELSEWHERE * n for text, n in values.items()) for values in few)
    are_other = any(2 * count > len(values) for values, count in zip(few, elsewhere, strict=True))
    are_different = len(here[0]) >= fewest or sum(len(values) >= fewest for values in here) > 1
    return are_different and not are_other and min(map(len, here)) > 1


def _in_order(lines: Sequence[Line], moved: dict[Pile, list[list[Line]]]) -> Iterator[Line]:
    """The lines of a flow, the values that were found behind their labels."""
    piles = dict(moved.keys())
    number = 0
    while number < len(lines):
        if number not in piles:
            yield lines[number]
            number += 1
            continue
        end = piles[number]
        values = moved[number, end]
        for label, value in zip(lines[number:end], values, strict=True):
            gap = max(1, label.blank_before) if label.text.endswith(":") else label.blank_before  # however rare it is
            yield from (label._replace(blank_before=gap), value[0]._replace(blank_before=0), *value[1:])
        number = end + sum(map(len, values))
