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
    pairs = _pairs(flows, often)
    if not pairs:
        return list(flows)
    labels = {key for pair in pairs for key in pair}
    places = [(number, pile) for number, flow in enumerate(flows) for pile in _piles(flow.lines, pairs)]
    begins = {(number, begin) for number, (begin, _) in places}
    below = {(number, pile): _below(flows[number].lines, (number, pile), begins, often) for number, pile in places}
    widths: dict[tuple[str, ...], int] = defaultdict(int)
    for (number, pile), found in below.items():
        keys = _keys(flows[number].lines, pile)
        widths[keys] = max(widths[keys], found.width)
    values = {
        (number, pile): _values(found, pile[1] - pile[0], labels, widths[_keys(flows[number].lines, pile)])
        for (number, pile), found in below.items()
    }
    moved: dict[int, dict[Pile, list[list[Line]]]] = defaultdict(dict)
    for number, pile in _believed(flows, values, counts):
        moved[number][pile] = values[number, pile]
    return [flow._replace(lines=tuple(_in_order(flow.lines, moved[number]))) for number, flow in enumerate(flows)]


def _believed(
    flows: Sequence[Flow], found: Mapping[tuple[int, Pile], list[list[Line]]], counts: Mapping[str, int]
) -> Iterator[tuple[int, Pile]]:
    """The places of labels whose values are believed: those of most of their returns, or of labels that mostly have more.

    ``counts`` says how often each line that may be a label stands in the report.
    """
    keys = {(number, pile): _keys(flows[number].lines, pile) for number, pile in found}
    firsts = {place: tuple(value[0].text for value in values) for place, values in found.items()}
    returns: dict[tuple[str, ...], list[Sequence[str]]] = defaultdict(list)
    for place, values in firsts.items():
        returns[keys[place]].append(values)
    believed = {found for found, values in returns.items() if _are_values(values, counts)}
    many = {found: values for found, values in returns.items() if len(found) >= MANY_LABELS}
    valued = sum(bool(value) for values in many.values() for value in values)
    if valued >= max(FEWEST_RETURNS, VALUED_SHARE * sum(map(len, many.values()))):
        believed |= {found for found in many if not believed.isdisjoint(many) or _are_values(_pooled(many), counts)}
    for place, values in firsts.items():
        own = keys[place]
        is_part = len(returns[own]) < FEWEST_RETURNS and any(set(own) < set(more) for more in believed)
        if values and (own in believed or is_part):
            yield place


def _pooled(returns: Mapping[tuple[str, ...], Sequence[Sequence[str]]]) -> list[list[str]]:
    """The values of the labels that all such piles have."""
    shared = [key for key in min(returns, key=len) if all(key in keys for keys in returns)]
    return [
        [value[keys.index(key)] for key in shared] if value else [] for keys, values in returns.items() for value in values
    ]


def _is_label(text: str) -> bool:
    """Whether a line may be a label with its value elsewhere: no colon but at its end, no figure and no dash."""
    return may_be_label(text) and not _WITH_VALUE.search(text)


def _pairs(flows: Sequence[Flow], often: Container[str]) -> frozenset[tuple[str, str]]:
    """Labels of which one often stands right over the other; the last one may be left out more often than not."""
    lines = [[label_key(line.text) for line in flow.lines] for flow in flows] if often else []
    counts = Counter(key for keys in lines for key in keys if key in often)
    pairs = Counter(pair for keys in lines for pair in pairwise(keys) if pair[0] in often and pair[1] in often)
    fewest = {pair: max(FEWEST_RETURNS, TOGETHER_SHARE * max(counts[key] for key in pair)) for pair in pairs}
    known = {pair for pair, count in pairs.items() if count >= fewest[pair] and pair[0] != pair[1]}
    apart = {label_key(line.text) for flow in flows for line in flow.lines if line.blank_before > 0} if known else set[str]()
    followed = {key for keys in lines for key, after in pairwise(keys) if after in often}
    under = {below for _, below in known}.difference(apart) if known else set[str]()
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


def _piles(lines: Sequence[Line], pairs: Container[tuple[str, str]]) -> Iterator[Pile]:
    """The runs of labels, some of which often stand over each other; what ends in colons between them is a label as well."""
    begin, is_known = 0, False
    for number in range(1, len(lines) + 1):
        above, line = lines[number - 1], lines[number] if number < len(lines) else None
        is_pair = line is not None and (label_key(above.text), label_key(line.text)) in pairs
        if line is not None and (is_pair or _are_with_colons(above, line)):
            is_known |= is_pair
            continue
        if is_known:
            yield begin, number
        begin, is_known = number, False


def _are_with_colons(*lines: Line) -> bool:
    return all(line.text.endswith(":") and _is_label(line.text) for line in lines)


def _below(
    lines: Sequence[Line], place: tuple[int, Pile], begins: Container[tuple[int, int]], often: Container[str]
) -> _Below:
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


def _keys(lines: Sequence[Line], pile: Pile) -> tuple[str, ...]:
    return tuple(label_key(line.text) for line in lines[slice(*pile)])


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
            yield from (label, value[0]._replace(blank_before=0), *value[1:])
        number = end + sum(map(len, values))
