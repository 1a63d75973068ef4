"""An address in a strip across a page: a few short stacks of lines side by side, each to be read downwards.

So few lines would pass for the rows of a table; what tells them from these is that ways to reach somebody are stacked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_extract.layout.address_lines import is_reached
from profile_extract.layout.ended import is_electronic
from profile_extract.layout.gutters import X_CLUSTER_PT
from profile_extract.model import Line

MOST_ROWS = 5
"""Rows of a strip; more lines are columns, which a gutter parts."""
FEWEST_IN_STACK = 2
"""Lines of a stack, and such of them that say how somebody is reached."""


def find_stacks(lines: Sequence[Line], rows: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The stacks of a strip, from left to right; empty where lines, whose ``rows`` are given, are none."""
    if not FEWEST_IN_STACK <= len(rows) <= MOST_ROWS or any(line.style is None for line in lines):
        return []
    stacks: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.bbox.x0, line.bbox.top)):
        if stacks and line.bbox.x0 - stacks[-1][0].bbox.x0 < X_CLUSTER_PT:
            stacks[-1].append(line)
        else:
            stacks.append([line])
    are_apart = all(max(line.bbox.x1 for line in a) < b[0].bbox.x0 for a, b in pairwise(stacks))
    if len(stacks) < FEWEST_IN_STACK or not are_apart or min(map(len, stacks)) < FEWEST_IN_STACK:
        return []
    return [sorted(stack, key=lambda line: line.bbox.top) for stack in stacks] if any(map(_says_how, stacks)) else []


def _says_how(stack: Sequence[Line]) -> bool:
    """Whether lines say how somebody is reached, one of them by an electronic address: a time of day may pass for a number."""
    texts = [line.text.strip() for line in stack]
    return any(map(is_electronic, texts)) and sum(map(is_reached, texts)) >= FEWEST_IN_STACK
