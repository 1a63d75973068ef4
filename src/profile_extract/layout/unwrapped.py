"""Text in which a line is a paragraph, as word processors save it: no line goes on in the next one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from profile_extract.layout.ended import begins_anew
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

LONGEST_PRINTED = 160
"""Longest line that is printed, in characters: two columns of small type side by side have as many."""
UNPRINTED_SHARE = 0.2
"""Share of all characters that stand in longer lines, from which the text was never broken into lines."""
FEWEST_WRAPPED, WRAPPED_SHARE = 3, 0.1
"""Lines that go on small in the next one, and their share, from which some of the text was broken into lines all the same."""
LEAST_CHARS = 60
"""Length of a line, in characters, from which it is a paragraph of its own; shorter ones may be of an address."""


def find_unwrapped(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin a paragraph where each line is one: the long ones, and those behind them."""
    unprinted = sum(len(line.text) for line in lines if len(line.text) > LONGEST_PRINTED)
    if unprinted < UNPRINTED_SHARE * sum(len(line.text) for line in lines):
        return frozenset()
    pairs = [(above, line) for above, line in pairwise(lines) if max(len(above.text), len(line.text)) > LEAST_CHARS]
    wrapped = sum(_goes_on(above, line) for above, line in pairs)
    least = LEAST_CHARS if wrapped < max(FEWEST_WRAPPED, WRAPPED_SHARE * len(pairs)) else LONGEST_PRINTED
    return frozenset(line.start for above, line in pairs if max(len(above.text), len(line.text)) > least)


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line of print goes on small in the next one."""
    return LEAST_CHARS < len(above.text) <= LONGEST_PRINTED and not is_closed(above.text) and not begins_anew(line.text)
