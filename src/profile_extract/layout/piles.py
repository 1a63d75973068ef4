"""Labels that a dump prints over each other, and their values below in the same order: in print they stood side by side.

Labels of a fact sheet in one column and values in the next one come out so, and so do pairs of labels over pairs of values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.breaks import FEWEST_RETURNS, may_be_label
from profile_extract.layout.columns import Flow
from profile_extract.layout.ended import begins_anew
from profile_extract.lexicon import is_closed, label_key
from profile_extract.model import Line

MOST_VALUE_CHARS = 80
"""Longest line of a value, in characters; longer ones are text."""
MOST_VALUE_LINES = 3
"""Lines of one value that empty lines part from the others."""
VALUED_SHARE = 0.7
"""Share of the returns of some labels over each other that have as many values below them."""
DIFFERENT_SHARE = 0.5
"""Share of their first values that differ: what is always the same is another label, of a part that begins below."""
_GOES_ON = (",", "-", "–")

Pile = tuple[int, int]
"""The first of some lines that are labels, and the first one behind them."""


def with_values_at_labels(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a dump, each value right under its label."""
    pairs = _pairs(flows)
    if not pairs:
        return list(flows)
    piles = [list(_piles(flow.lines, pairs)) for flow in flows]
    found = {
        (number, pile): values
        for number, (flow, ours) in enumerate(zip(flows, piles, strict=True))
        for pile in ours
        if (values := _values(flow.lines, pile, {begin for begin, _ in ours}))
    }
    returns: dict[tuple[str, ...], list[str | None]] = defaultdict(list)
    for number, (flow, ours) in enumerate(zip(flows, piles, strict=True)):
        for pile in ours:
            values = found.get((number, pile))
            returns[_keys(flow.lines, pile)].append(values[0][0].text if values else None)
    believed = {keys for keys, firsts in returns.items() if _are_values(firsts)}
    moved = {place: values for place, values in found.items() if _keys(flows[place[0]].lines, place[1]) in believed}
    return [flow._replace(lines=tuple(_in_order(flow.lines, number, moved))) for number, flow in enumerate(flows)]


def _pairs(flows: Sequence[Flow]) -> frozenset[tuple[str, str]]:
    """Labels of which one often stands right over the other."""
    counts = Counter(label_key(line.text) for flow in flows for line in flow.lines if may_be_label(line.text))
    often = {key for key, count in counts.items() if count >= FEWEST_RETURNS}
    keys = ((label_key(a.text), label_key(b.text)) for flow in flows for a, b in pairwise(flow.lines) if often)
    pairs = Counter(pair for pair in keys if pair[0] in often and pair[1] in often and pair[0] != pair[1])
    return frozenset(pair for pair, count in pairs.items() if count >= FEWEST_RETURNS)


def _piles(lines: Sequence[Line], pairs: Container[tuple[str, str]]) -> Iterator[Pile]:
    begin = 0
    for number in range(1, len(lines) + 1):
        if number < len(lines) and (label_key(lines[number - 1].text), label_key(lines[number].text)) in pairs:
            continue
        if number - begin > 1:
            yield begin, number
        begin = number


def _values(lines: Sequence[Line], pile: Pile, begins: Container[int]) -> list[list[Line]]:
    """The lines of each value below some labels; empty where these are not as many."""
    count, behind = pile[1] - pile[0], pile[1]
    groups: list[list[Line]] = []
    for number in range(behind, len(lines)):
        line = lines[number]
        if len(line.text) > MOST_VALUE_CHARS or (number - behind >= count and number in begins):
            break
        if groups and line.blank_before <= 0:
            groups[-1].append(line)
        elif len(groups) == count:
            break
        else:
            groups.append([line])
    first = _whole(groups[0]) if groups else []
    found = first if len(first) == count else groups
    are_values = all(len(value) <= MOST_VALUE_LINES and not is_closed(value[-1].text, (".",)) for value in found)
    return found if len(found) == count and are_values else []


def _whole(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines with nothing between them as values of a line each, but those that go on the one above."""
    values: list[list[Line]] = []
    for line in lines:
        if values and (not begins_anew(line.text) or values[-1][-1].text.endswith(_GOES_ON)):
            values[-1].append(line)
        else:
            values.append([line])
    return values


def _keys(lines: Sequence[Line], pile: Pile) -> tuple[str, ...]:
    return tuple(label_key(line.text) for line in lines[slice(*pile)])


def _are_values(firsts: Sequence[str | None]) -> bool:
    values = [first for first in firsts if first is not None]
    is_usual = len(values) >= FEWEST_RETURNS and len(values) >= VALUED_SHARE * len(firsts)
    return is_usual and len(set(values)) >= DIFFERENT_SHARE * len(values)


def _in_order(lines: Sequence[Line], flow: int, moved: dict[tuple[int, Pile], list[list[Line]]]) -> Iterator[Line]:
    """The lines of a flow, the values that were found behind their labels."""
    piles = {pile[0]: (pile, values) for (number, pile), values in moved.items() if number == flow}
    number = 0
    while number < len(lines):
        if number not in piles:
            yield lines[number]
            number += 1
            continue
        (begin, end), values = piles[number]
        for label, value in zip(lines[begin:end], values, strict=True):
            yield from (label, value[0]._replace(blank_before=0), *value[1:])
        number = end + sum(map(len, values))
