"""Titles of a dump with other short lines under them – a name, a place, an organisation – that nothing parts from them.

A line of a title that was wrapped has no room for the next one's first word; one that was ended mostly has. Where lines
under titles show that they were not wrapped, openings of profiles with as many lines as most have a line for each thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, takewhile

from profile_extract.layout.address_lines import is_of_address
from profile_extract.layout.bylines import is_marked
from profile_extract.layout.ended import begins_anew, find_dangling, last_word
from profile_extract.layout.line_ends import EARLY_SHARE, ends_in_word, may_go_on_in_capitals
from profile_extract.model import Line
from profile_extract.segment.shapes import is_prose
from profile_extract.segment.titles import is_number
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
ADDRESSES_SHARE = 0.8
"""Share of profiles that have an address right under such lines, from which only those over it are counted."""
FEWEST_PAIRS = 3
"""Lines under others in titles from which that share says anything."""
FEWEST_WITH_UNDER, ENDED_WITH_UNDER = 5, 0.8
"""The same where the lines right under titles are counted, too: most of these are parted already."""

Pair = tuple[Line, Line]
"""A line and the one under it."""


def find_stacked(segmentation: Segmentation) -> frozenset[int]:
    """Offsets of the lines in the titles of a dump that are no part of them; empty where titles are wrapped."""
    if segmentation.layout.report.is_pdf:
        return frozenset()
    openings = [_opening(segmentation, segment) for segment in segmentation.segments]
    named = [_lines_over(blocks, is_marked) == 1 < sum(len(block.lines) for block in blocks) for blocks in openings]
    if sum(named) > USUAL_SHARE * len(openings):
        return frozenset()  # authors stand right under titles, and nothing else does
    dangling = find_dangling(line for block in segmentation.layout.blocks for line in block.lines)
    pairs = [pair for blocks in openings for pair in pairwise(blocks[0].lines) if _is_open(*pair, dangling)]
    under = [(blocks[0].lines[-1], blocks[1].lines[0]) for blocks in openings if len(blocks) > 1]
    width = _width_of_text(segmentation)
    longest = max((len(line.text) for blocks in openings for line in blocks[0].lines), default=0)
    longest = max(longest, width // LARGEST_TITLE)
    if not pairs or not _are_ended(pairs, [pair for pair in under if _is_open(*pair, dangling)], longest):
        return frozenset()
    sizes = [sum(len(block.lines) for block in blocks) for blocks in openings]
    over = [_lines_over(blocks, is_of_address) for blocks in openings]
    if sum(names < size for names, size in zip(over, sizes, strict=True)) >= ADDRESSES_SHARE * len(sizes):
        sizes = over
    usual, count = Counter(sizes).most_common(1)[0]
    if count < USUAL_SHARE * len(sizes):
        return frozenset()
    stacked = {line.start for above, line in pairs if not width or _reach(above, line) <= _wrapped_share(above, line) * width}
    parted = (
        line.start
        for blocks, size in zip(openings, sizes, strict=True)
        for line in blocks[0].lines[max(1, size - usual + 1) :]
    )
    return frozenset(stacked.intersection(parted))


def _are_ended(pairs: Sequence[Pair], under: Sequence[Pair], longest: int) -> bool:
    """Whether most lines in titles, or nearly all in them and at their ends, had room for the first word of the next one."""
    ended = [_reach(above, line) <= ROOM_SHARE * longest for above, line in (*pairs, *under)]
    own = ended[: len(pairs)]
    if len(own) >= FEWEST_PAIRS and sum(own) >= ENDED_SHARE * len(own):
        return True
    return len(ended) >= FEWEST_WITH_UNDER and sum(ended) >= ENDED_WITH_UNDER * len(ended)


def _wrapped_share(above: Line, line: Line) -> float:
    """The share of the width of the text beyond which a line of a title with the next one's first word was wrapped."""
    return EARLY_SHARE if may_go_on_in_capitals(above.text, line.text) else WRAPPED_SHARE


def _width_of_text(segmentation: Segmentation) -> int:
    """How many characters most full lines of running text have at most; 0 where there is none."""
    texts = (block for block in segmentation.layout.blocks if is_prose(block, None))
    lengths = sorted(len(line.text) for block in texts for line in block.lines)
    return lengths[len(lengths) // 2] if lengths else 0


def _is_open(above: Line, line: Line, dangling: frozenset[str]) -> bool:
    """Whether only its place may say that a line goes on the one above it: nothing in their words does; nor on a number."""
    goes_on = last_word(above.text) in dangling or ends_in_word(above.text) or is_number(above.text)
    return not above.wraps and begins_anew(line.text) and not goes_on


def _reach(above: Line, line: Line) -> int:
    """How many characters a line would have with the first word of the next one."""
    return len(above.text) + 1 + len(line.text.split(" ", 1)[0])


def _lines_over(blocks: Sequence[Block], test: Callable[[str], bool]) -> int:
    """How many lines some blocks have up to the first one that passes a test for addresses or authors, their first aside."""
    _, *lines = (line.text.strip() for block in blocks for line in block.lines)
    return len(list(takewhile(lambda text: not test(text), lines))) + 1


def _opening(segmentation: Segmentation, segment: Segment) -> list[Block]:
    """The blocks of a profile from its title to its first text or label."""

    def goes_on(block: Block) -> bool:
        return block.index not in segmentation.labels and not is_prose(block, None)

    return [segment.title, *takewhile(goes_on, segment.under_title)]
