"""Entries of a directory in a dump: an address ends each of them, and the line over it names it, or a person in it.

Where nothing but line ends parts the entries, telephone numbers and electronic addresses tell where one has ended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.address_lines import MOST_CHARS, is_of_address, is_reached
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

FEWEST = 5
"""Addresses right behind which another entry begins that make a directory."""
FOLLOWED_SHARE = 0.6
"""Share of the addresses over which nothing but names stands, up to the one before: others are parts of profiles."""
MOST_LINES = 12
"""Lines of an address."""
MOST_NAMES = 3
"""Lines between two addresses: a name, one for a person or an office, a heading over the entries."""
FULL_SHARE = 0.85
"""Share of the longest line of addresses up to which there was room for the next word."""


def find_entries(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin a name over an address, an address, or what is behind one."""
    runs = list(_addresses(lines))
    gaps = [range(before.stop, run.start) for before, run in pairwise((range(0), *runs))]
    between = [gap for gap in gaps if _are_names(lines[gap.start : gap.stop])]
    if len(between) < max(FEWEST, FOLLOWED_SHARE * len(runs)):
        return frozenset()
    usual = Counter(map(len, between)).most_common(1)[0][0]
    width = FULL_SHARE * max(len(line.text) for run in runs for line in lines[run.start : run.stop])
    tops = [_top(lines, gap, usual, width) for gap in between]
    starts = {number for run in runs for number in (run.start, run.stop) if number < len(lines)}
    return frozenset(lines[number].start for number in starts.union(tops))


def _addresses(lines: Sequence[Line]) -> Iterator[range]:
    """The runs of lines of addresses, each with one at least that says how to be reached."""
    start: int | None = None
    for number in range(len(lines) + 1):
        if number < len(lines) and is_of_address(lines[number].text.strip()):
            start = number if start is None else start
            continue
        if start is not None and number - start <= MOST_LINES and any(is_reached(line.text) for line in lines[start:number]):
            yield range(start, number)
        start = None


def _are_names(lines: Sequence[Line]) -> bool:
    """Whether lines between two addresses are names and headings, and no text."""
    if not 0 < len(lines) <= MOST_NAMES:
        return False
    return all(len(line.text) <= MOST_CHARS and line.text[:1].isupper() and not is_closed(line.text) for line in lines)


def _top(lines: Sequence[Line], gap: range, usual: int, width: float) -> int:
    """The line with which a name begins: the first of as many as most have, or of more if the name was wrapped."""
    top = max(gap.start, gap.stop - usual)
    while top > gap.start and len(lines[top - 1].text) + 1 + len(lines[top].text.split(" ", 1)[0]) > width:
        top -= 1
    return top
