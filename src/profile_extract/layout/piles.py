"""Labels that a dump prints over each other, and their values below in the same order: in print they stood side by side.

Labels of a fact sheet in one column and values in the next one come out so, and so do pairs of labels over pairs of values.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.breaks import FEWEST_RETURNS, may_be_label
from profile_extract.layout.columns import Flow
from profile_extract.layout.ended import FULL_SHARE, begins_anew
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
_GOES_ON = (",", "-", "–")

Pile = tuple[int, int]
"""The first of some lines that are labels, and the first one behind them."""


def with_values_at_labels(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a dump, each value right under its label."""
    pairs = _pairs(flows)
    if not pairs:
        return list(flows)
    labels = {key for pair in pairs for key in pair}
    places = [(number, pile) for number, flow in enumerate(flows) for pile in _piles(flow.lines, pairs)]
    begins = {(number, begin) for number, (begin, _) in places}
    found = {place: _values(flows[place[0]].lines, place, begins, labels) for place in places}
    returns: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for (number, pile), values in found.items():
        returns[_keys(flows[number].lines, pile)].append([value[0].text for value in values])
    believed = {keys for keys, values in returns.items() if _are_values(values)}
    moved: dict[int, dict[Pile, list[list[Line]]]] = defaultdict(dict)
    for (number, pile), values in found.items():
        if values and _keys(flows[number].lines, pile) in believed:
            moved[number][pile] = values
    return [flow._replace(lines=tuple(_in_order(flow.lines, moved[number]))) for number, flow in enumerate(flows)]


def _is_label(text: str) -> bool:
    """Whether a line may be a label with its value elsewhere: no colon but at its end, no figure and no dash."""
    return may_be_label(text) and not _WITH_VALUE.search(text)


def _pairs(flows: Sequence[Flow]) -> frozenset[tuple[str, str]]:
    """Labels of which one often stands right over the other."""
    counts = Counter(label_key(line.text) for flow in flows for line in flow.lines if _is_label(line.text))
    often = {key for key, count in counts.items() if count >= FEWEST_RETURNS}
    keys = ((label_key(a.text), label_key(b.text)) for flow in flows for a, b in pairwise(flow.lines) if often)
    pairs = Counter(pair for pair in keys if pair[0] in often and pair[1] in often and pair[0] != pair[1])
    fewest = {pair: max(FEWEST_RETURNS, TOGETHER_SHARE * max(counts[key] for key in pair)) for pair in pairs}
    return frozenset(pair for pair, count in pairs.items() if count >= fewest[pair])


def _piles(lines: Sequence[Line], pairs: Container[tuple[str, str]]) -> Iterator[Pile]:
    begin = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and (label_key(lines[number - 1].text), label_key(lines[number].text)) in pairs:
            continue
        if number - begin > 1:
            yield begin, number
        begin = number


def _values(
    lines: Sequence[Line], place: tuple[int, Pile], begins: Container[tuple[int, int]], labels: Container[str]
) -> list[list[Line]]:
    """The lines of each value below some labels; empty where these are not as many, or labels themselves."""
    flow, (begin, behind) = place
    count = behind - begin
    groups: list[list[Line]] = []
    for number in range(behind, len(lines)):
        line = lines[number]
        if len(line.text) > MOST_VALUE_CHARS or (number - behind >= count and (flow, number) in begins):
            break
        if groups and line.blank_before <= 0:
            groups[-1].append(line)
        elif len(groups) == count:
            break
        else:
            groups.append([line])
    near = _near(groups[0], count) if groups else []
    found = near if len(near) == count else groups
    return found if len(found) == count and all(_is_value(value, labels) for value in found) else []


def _is_value(lines: Sequence[Line], labels: Container[str]) -> bool:
    is_short = len(lines) <= MOST_VALUE_LINES and not is_closed(lines[-1].text, (".",))
    return is_short and label_key(lines[0].text) not in labels


def _near(lines: Sequence[Line], count: int) -> list[list[Line]]:
    """Lines with nothing between them as values of a line each, but those that go on the one above; without a text behind."""
    values: list[list[Line]] = []
    for line in lines:
        if values and (not begins_anew(line.text) or values[-1][-1].text.endswith(_GOES_ON)):
            values[-1].append(line)
        else:
            values.append([line])
    width = max(len(line.text) for line in lines)
    has_text = len(values) > count and len(values[count][0].text) >= FULL_SHARE * width
    return values[:count] if has_text else values


def _keys(lines: Sequence[Line], pile: Pile) -> tuple[str, ...]:
    return tuple(label_key(line.text) for line in lines[slice(*pile)])


def _are_values(returns: Sequence[Sequence[str]]) -> bool:
    """Whether most returns of some labels have values below them, and these are not always the same."""
    found = [values for values in returns if values]
    if len(found) < FEWEST_RETURNS or len(found) < VALUED_SHARE * len(returns):
        return False
    different = [len(set(values)) for values in zip(*found, strict=True)]
    return different[0] >= DIFFERENT_SHARE * len(found) and min(different) > 1


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
