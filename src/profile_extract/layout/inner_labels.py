"""Labels inside paragraphs, of abstracts that others of their report print with a paragraph for each part.

``Background: … Methods: We asked … Results: Most …`` runs on in one paragraph where its author has broken no lines. Such
labels are known by the other abstracts, in which they begin lines and come in the same order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.codes import SMALL
from profile_extract.lexicon import contact_line_field, label_key
from profile_extract.model import Line, Report

FEWEST_RETURNS = 3
"""Lines that a label begins, and returns of two in one order, from which they are known."""
_LABEL = rf"[^\W\d_{SMALL}][^:.;!?,|\n]{{1,39}}"
_BEGINS = re.compile(rf"({_LABEL}?)\s?:(?:\s|$)")
_INSIDE = re.compile(rf"(?<=[^\W_][^\W_][.!?»”)]) (?P<label>{_LABEL}):(?= [\"“«]?[^\W_{SMALL}]|$)")
"""A label behind the end of a sentence, before the beginning of another one."""
_Found = tuple[int, int, str]
"""Offset of a line, offset in it at which a label begins, and how that is known again."""


def find_inner_labels(report: Report) -> dict[int, list[int]]:
    """Where such labels begin in lines, by the offsets of these lines."""
    lines = [line for line in report.lines if ":" in line.text]
    begun = [(line.start, 0, label_key(match[1])) for line in lines if (match := _BEGINS.match(line.text))]
    counts = Counter(key for *_, key in begun)
    known = {key for key, n in counts.items() if n >= FEWEST_RETURNS and contact_line_field(key) is None}
    inside = [found for found in _inside(lines) if found[2] in known] if len(known) > 1 else []
    often = Counter(key for *_, key in inside)
    inside = [found for found in inside if often[found[2]] <= counts[found[2]]]
    return _in_usual_order([found for found in begun if found[2] in known], inside) if inside else {}


def _inside(lines: Sequence[Line]) -> Iterator[_Found]:
    for line in lines:
        yield from ((line.start, match.start("label"), label_key(match["label"])) for match in _INSIDE.finditer(line.text))


def _in_usual_order(begun: Sequence[_Found], inside: Sequence[_Found]) -> dict[int, list[int]]:
    """The labels inside lines that come before or behind one that they have beside them where they begin lines."""
    orders = Counter((a[2], b[2]) for a, b in pairwise(begun))
    usual = {order for order, n in orders.items() if n >= FEWEST_RETURNS}
    found = sorted((*begun, *inside))
    cuts: dict[int, list[int]] = defaultdict(list)
    nexts = [key for *_, key in found[1:]]
    for number, (start, at, key) in enumerate(found):
        is_usual = (number > 0 and (found[number - 1][2], key) in usual) or (key, *nexts[number : number + 1]) in usual
        if at and is_usual:
            cuts[start].append(at)
    return cuts
