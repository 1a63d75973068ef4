"""Text in which a line is a paragraph, as word processors save it: no line goes on in the next one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_extract.model import Line

LONGEST_PRINTED = 160
"""Longest line that is printed, in characters: two columns of small type side by side have as many."""
UNPRINTED_SHARE = 0.2
"""Share of all characters that stand in longer lines, from which the text was never broken into lines."""
LEAST_CHARS = 60
"""Length of a line, in characters, from which it is a paragraph of its own; shorter ones may be of an address."""


def find_unwrapped(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin a paragraph where each line is one: the long ones, and those behind them."""
    unprinted = sum(len(line.text) for line in lines if len(line.text) > LONGEST_PRINTED)
    if unprinted < UNPRINTED_SHARE * sum(len(line.text) for line in lines):
        return frozenset()
    pairs = ((above, line) for above, line in pairwise(lines) if max(len(above.text), len(line.text)) > LEAST_CHARS)
    return frozenset(line.start for _, line in pairs)
