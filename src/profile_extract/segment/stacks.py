"""Titles of a dump with other short lines under them – a name, a place, an organisation – that nothing parts from them.

A line of a title that was wrapped has no room for the next one's first word; one that was ended mostly has. Where lines
under titles show that they were not wrapped, openings of profiles with as many lines as most have a line for each thing.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise, takewhile

from profile_extract.layout.ended import begins_anew, find_dangling, last_word
from profile_extract.model import Line
from profile_extract.segment.shapes import is_prose
from profile_extract.structure import Block, Segment, Segmentation

USUAL_SHARE = 0.5
"""Share of profiles whose openings have the same number of lines, for that number to say anything."""
ENDED_SHARE = 0.35
"""Share of the lines in titles with room for the next one's first word, from which they are no wrapped titles."""
ROOM_SHARE = 0.9
"""Share of the longest line up to which there was room: characters differ in width."""
WRAPPED_SHARE = 0.95
"""Share of the width of the text beyond which a line with the next one's first word reaches, to be surely one of a wrapped
title, set as large as the text: bold letters are up to a tenth wider."""
LARGEST_TITLE = 3
"""How many times as wide as the text's the letters of a title are at most: a line of it has room for a third as many."""
FEWEST_PAIRS = 3
"""Lines under others in titles from which that share says anything."""


def find_stacked(segmentation: Segmentation) -> frozenset[int]:
    """Offsets of the lines in the titles of a dump that are no part of them; empty where titles are wrapped."""
    if segmentation.layout.report.is_pdf:
        return frozenset()
    dangling = find_dangling(line for block in segmentation.layout.blocks for line in block.lines)
    pairs = [pair for segment in segmentation.segments for pair in pairwise(segment.title.lines) if _is_open(*pair, dangling)]
    longest = max((len(line.text) for pair in pairs for line in pair), default=0)
    width = _width_of_text(segmentation)
    longest = max(longest, width // LARGEST_TITLE)
    ended = sum(_reach(above, line) <= ROOM_SHARE * longest for above, line in pairs)
    if len(pairs) < FEWEST_PAIRS or ended < ENDED_SHARE * len(pairs):
        return frozenset()
    sizes = [_opening_size(segmentation, segment) for segment in segmentation.segments]
    usual, count = Counter(sizes).most_common(1)[0]
    if count < USUAL_SHARE * len(sizes):
        return frozenset()
    stacked = {line.start for above, line in pairs if not width or _reach(above, line) <= WRAPPED_SHARE * width}
    parted = (
        line.start
        for segment, size in zip(segmentation.segments, sizes, strict=True)
        for line in segment.title.lines[max(1, size - usual + 1) :]
    )
    return frozenset(stacked.intersection(parted))


def _width_of_text(segmentation: Segmentation) -> int:
    """How many characters most full lines of running text have at most; 0 where there is none."""
    texts = (block for block in segmentation.layout.blocks if is_prose(block, None))
    lengths = sorted(len(line.text) for block in texts for line in block.lines)
    return lengths[len(lengths) // 2] if lengths else 0


def _is_open(above: Line, line: Line, dangling: frozenset[str]) -> bool:
    """Whether only its place may say that a line goes on the one above it: nothing in their words does."""
    return not above.wraps and begins_anew(line.text) and last_word(above.text) not in dangling


def _reach(above: Line, line: Line) -> int:
    """How many characters a line would have with the first word of the next one."""
    return len(above.text) + 1 + len(line.text.split(" ", 1)[0])


def _opening_size(segmentation: Segmentation, segment: Segment) -> int:
    """How many lines a profile has from its title to its first text or label."""

    def goes_on(block: Block) -> bool:
        return block.index not in segmentation.labels and not is_prose(block, None)

    opening = (segment.title, *takewhile(goes_on, segment.under_title))
    return sum(len(block.lines) for block in opening)
