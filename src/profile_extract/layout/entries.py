"""Entries of a directory in a dump: an address ends each of them, and the line over it names it, or a person in it.

Where nothing but line ends parts the entries, telephone numbers and electronic addresses tell where one has ended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.address_lines import MOST_CHARS, is_of_address, is_reached
from profile_extract.layout.codes import Heads
from profile_extract.lexicon import is_closed, label_key
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
"""Share of the longest line of the entries up to which there was room for the next word."""
MOST_NOTE_LINES = 5
"""Lines of a note behind an address; the text of a profile has more."""
LEAST_TEXT_CHARS = 50
"""Length of the first line of a note behind an address, in characters, if it goes on in more lines."""
_STOPS = (".", "!", "?")
_ENDS_SMALL = re.compile(
    r"\b(?:and|of|for|the|in|at|on|to|&|und|der|des|die|für|im|am|et|de|du|la|le|les|y|e|del|el|los|las|da|do|dos|das|di"
    r"|della|per|van|het|voor|en|og|och|i|w|na|dla|z|v|a)\s*$"
)
"""A small word that names go on behind (``Society and``), and none that ends a heading (``Where to eat``)."""
_LABELLED = re.compile(r"([^\W\d_][^:.;]{1,28}): \S")


def find_entries(lines: Sequence[Line]) -> Heads:
    """Offsets of the lines that begin a name over an address, an address, or what is behind one; and of the rest of names."""
    runs = list(_addresses(lines))
    gaps = [_without_rest(lines, range(before.stop, run.start)) for before, run in pairwise((range(0), *runs))]
    between = [gap for gap in gaps if _are_names(lines[gap.start : gap.stop])]
    if len(between) < max(FEWEST, FOLLOWED_SHARE * len(runs)):
        return Heads()
    usual = Counter(map(len, between)).most_common(1)[0][0]
    longest = max(len(line.text) for line in lines[runs[0].start : runs[-1].stop])
    breaks = {number for run in runs for number in (run.start, run.stop) if number < len(lines)}
    joins: set[int] = set()
    for gap in between:
        width, first = FULL_SHARE * longest, gap.stop - usual
        top = _top(lines, gap, usual, width)
        breaks.add(top)
        breaks.update(n for n in range(max(top, first) + 1, gap.stop) if not _runs_over(lines[n - 1], lines[n], width))
        joins.update(range(top + 1, first + 1))  # a name of more lines than most
        if gap.start < top and _goes_on(lines[gap.start - 1], lines[gap.start], longest):
            joins.add(gap.start)
    return Heads(frozenset(lines[n].start for n in breaks - joins), frozenset(lines[n].start for n in joins))


def _goes_on(above: Line, line: Line, longest: int) -> bool:
    """Whether a line is the rest of the value of a label that is of no address: its first word had no room behind that."""
    return bool(_label(above)) and not is_of_address(above.text.strip()) and _is_full(above, line, longest)


def _addresses(lines: Sequence[Line]) -> Iterator[range]:
    """The runs of lines of addresses, each with one that says how to be reached; labels that come back are of them, too."""
    found = [_label(line) for line in lines]
    often = {key for key, count in Counter(found).items() if key and count >= FEWEST}
    start: int | None = None
    for number in range(len(lines) + 1):
        if number < len(lines) and (found[number] in often or is_of_address(lines[number].text.strip())):
            start = number if start is None else start
            continue
        if start is not None and number - start <= MOST_LINES and any(is_reached(line.text) for line in lines[start:number]):
            yield range(start, number)
        start = None


def _label(line: Line) -> str:
    """The key of the label with a colon that runs into a line; empty where there is none."""
    match = _LABELLED.match(line.text.strip())
    return label_key(match[1]) if match and len(line.text) <= MOST_CHARS else ""


def _without_rest(lines: Sequence[Line], gap: range) -> range:
    """A gap between addresses without the text it begins with, up to the last full stop, or the rest of a label's value.

    Such a rest begins small, or with a figure. A text under a title is that of a profile, and no note of an entry.
    """
    closed = max((number for number in gap if is_closed(lines[number].text.strip(), _STOPS)), default=gap.start - 1)
    first = lines[gap.start].text.strip() if gap else ""
    if closed - gap.start >= MOST_NOTE_LINES or (closed > gap.start and len(first) < LEAST_TEXT_CHARS):
        closed = gap.start - 1
    start = next((n for n in range(closed + 1, gap.stop) if lines[n].text.strip()[:1].isupper()), gap.stop)
    return range(start, gap.stop)


def _are_names(lines: Sequence[Line]) -> bool:
    """Whether lines between two addresses are names and headings, and no text."""
    if not 0 < len(lines) <= MOST_NAMES:
        return False
    return all(len(line.text) <= MOST_CHARS and line.text[:1].isupper() and not is_closed(line.text) for line in lines)


def _top(lines: Sequence[Line], gap: range, usual: int, width: float) -> int:
    """The line with which a name begins: the first of as many as most have, or of more if the name was wrapped."""
    top = max(gap.start, gap.stop - usual)
    while top > gap.start and _runs_over(lines[top - 1], lines[top], width):
        top -= 1
    return top


def _runs_over(above: Line, line: Line, width: float) -> bool:
    """Whether a name goes on in the next line: there was no room for its first word, or a small word ends the line."""
    return _is_full(above, line, width) or _ENDS_SMALL.search(above.text) is not None


def _is_full(line: Line, below: Line, width: float) -> bool:
    """Whether the first word of the next line, nothing empty between them, had no room behind a line."""
    return below.blank_before == 0 and len(line.text) + 1 + len(below.text.split(" ", 1)[0]) > width
