"""Standfirsts of a dump that run across two columns, over a text that fills one of them: they are wider than its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_extract.layout.ended import FULL_SHARE, begins_anew, is_text_line
from profile_extract.model import Line

WIDER = 1.25
"""How much longer such a line is than those of the text, which differ by a tenth or so."""
LEAST_WIDTH = 35
"""Narrowest column, in characters, in which that says anything."""
TEXT_LINES = 3
"""Lines of the text under it that are looked at."""
MOST_WIDE = 2
"""Such lines over each other: more are a text that a picture stands beside further down."""


def find_under_wider(lines: Sequence[Line]) -> Iterator[int]:
    """Offsets of the lines with which a text begins right under such a line, or under the rest of it, which is short."""
    lengths = [len(line.text.strip()) for line in lines]
    for number, length in enumerate(lengths):
        first = number + 1
        if first < len(lines) and not begins_anew(lines[first].text) and 2 * lengths[first] < length:
            first += 1
        text = range(first, first + TEXT_LINES)
        if text.stop > len(lines) or not begins_anew(lines[first].text) or not _are_near(lines[number : text.stop]):
            continue
        widest = max(lengths[text.start : text.stop])
        is_text = min(lengths[text.start : text.stop]) >= FULL_SHARE * widest and widest >= LEAST_WIDTH
        above = lengths[max(0, number - MOST_WIDE) : number]
        is_over = length >= WIDER * widest and begins_anew(lines[number].text)
        is_over &= not (len(above) == MOST_WIDE and min(above) >= WIDER * widest)
        if is_text and is_over and all(is_text_line(lines[n].text) for n in text):
            yield lines[first].start


def _are_near(lines: Sequence[Line]) -> bool:
    """Whether nothing parts some lines of one page."""
    return all(line.page == lines[0].page and line.blank_before <= 0 for line in lines[1:])
