"""Where a record of a dump opens behind the last value of the one before: short lines over a text or an address.

In print the type of the title parts them from that value. What is left of it is that a label with its value had room for more,
and that such lines stand between a label and a text over and over. Where records end in addresses or texts, as many lines over
most texts show that they open records.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from profile_extract.layout.address_lines import is_of_address, is_reached
from profile_extract.layout.ended import FULL_SHARE, NEAR_LINES, begins_anew, is_text_line
from profile_extract.layout.line_ends import EARLY_SHARE, ends_in_word, may_go_on_in_capitals
from profile_extract.lexicon import contact_line_field, is_closed
from profile_extract.model import Line

FEWEST_RETURNS = 3
"""How often a label comes back."""
FEWEST_OPENINGS = 4
"""Openings right behind labels, for a report to have records that follow each other so."""
FEWEST_CLOSINGS, MOST_VALUE_LINES = 5, 2
"""Different names over addresses behind values of at most so many lines, for records to end so."""
FEWEST_ALIKE, ALIKE_SHARE = 5, 0.5
"""Openings of as many lines, two or more, over texts, and their share of such openings, for that to be no chance."""
MOST_LINES = 5
"""Lines of an opening: a heading, a title of two lines, names, a place."""
MOST_CHARS = 80
"""Longest line of a title, in characters."""
ROOM_SHARE = 0.95
"""Share of the longest line nearby up to which a line and the next one's first word reach, where it was ended on purpose."""
_ABBREVIATION = re.compile(r" (?:[^\W\d_]{1,3}\.){1,2}$")
"""What names of firms end in, and hardly a sentence: ``Ltd.``, ``e.V.``."""
_FULL_STOPS = tuple(".!?…")


class _Opening(NamedTuple):
    start: int
    stop: int
    is_behind_label: bool


def find_openings(lines: Sequence[Line], keys: Sequence[str | None]) -> frozenset[int]:
    """Offsets of the lines that begin an opening, one of its parts, or what is behind it, or a name over a last address.

    ``keys`` are the labels that the lines begin with, None where they begin with none.
    """
    labels, widths = believed(keys), _widths(lines)
    return frozenset(_find_openings(lines, labels, widths)).union(_find_closings(lines, labels, widths))


def _find_openings(lines: Sequence[Line], labels: Sequence[bool], widths: Sequence[int]) -> Iterator[int]:
    """Offsets of the lines that begin an opening, one of its parts, or what is behind it."""
    found = list(_openings(lines, labels, widths))
    if sum(opening.is_behind_label for opening in found) < FEWEST_OPENINGS:
        found = _alike(lines, found)
    if not found:
        return
    usual = Counter(opening.stop - opening.start for opening in found).most_common(1)[0][0]
    for opening in found:
        yield lines[opening.start].start
        yield lines[opening.stop].start
        yield from (lines[number].start for number in _parts(lines, opening, widths, usual))


def _alike(lines: Sequence[Line], openings: Sequence[_Opening]) -> list[_Opening]:
    """Those of some openings over texts that have as many lines as most of these, or more: a title and what is under it."""
    over_text = [o for o in openings if o.stop - o.start > 1 and _is_over_text(lines, o)]
    sizes = Counter(opening.stop - opening.start for opening in over_text)
    usual, count = sizes.most_common(1)[0] if sizes else (0, 0)
    if count < max(FEWEST_ALIKE, ALIKE_SHARE * len(over_text)):
        return []
    return [opening for opening in over_text if opening.stop - opening.start >= usual]


def _is_over_text(lines: Sequence[Line], opening: _Opening) -> bool:
    text = lines[opening.stop].text
    return is_text_line(text) and not is_of_address(text)


def _find_closings(lines: Sequence[Line], labels: Sequence[bool], widths: Sequence[int]) -> Iterator[int]:
    """Offsets of the lines that name whom to ask, over an address with which records end right behind the value of a label.

    The value may be full: only what comes back tells the name from it.
    """
    found = [n for n in range(1, len(lines)) if _is_over_closing_address(lines, labels, widths, n)]
    if len({lines[number].text for number in found}) >= FEWEST_CLOSINGS:
        yield from (lines[number].start for number in found)


def _is_over_closing_address(lines: Sequence[Line], labels: Sequence[bool], widths: Sequence[int], number: int) -> bool:
    """Whether a line is a name behind a value of few lines, over an address behind which nothing of these goes on."""
    line = lines[number]
    if not _is_name(line, labels[number], widths[number]) or not any(labels[max(0, number - MOST_VALUE_LINES) : number]):
        return False
    stop = number + 1
    while stop < len(lines) and lines[stop].page == line.page and not labels[stop] and is_reached(lines[stop].text.strip()):
        stop += 1
    if stop == number + 1 or lines[number - 1].page != line.page:
        return False
    return stop == len(lines) or lines[stop].page != line.page or (not labels[stop] and begins_anew(lines[stop].text))


def believed(keys: Sequence[str | None]) -> list[bool]:
    """Which lines begin with a label that comes back, and is none of those of addresses."""
    counts = Counter(key for key in keys if key is not None)
    return [key is not None and counts[key] >= FEWEST_RETURNS and contact_line_field(key) is None for key in keys]


def _openings(lines: Sequence[Line], labels: Sequence[bool], widths: Sequence[int]) -> Iterator[_Opening]:
    stop = 0
    for number, line in enumerate(lines):
        if number < stop or not _may_open(lines, labels, widths, number):
            continue
        stop = number
        while stop < len(lines) and lines[stop].page == line.page and _is_name(lines[stop], labels[stop], widths[stop]):
            stop += 1
        is_over = stop < len(lines) and lines[stop].page == line.page and not labels[stop]
        if is_over and 0 < stop - number <= MOST_LINES and _begins_content(lines[stop].text.strip(), widths[stop]):
            stop -= _goes_on(lines[stop - 1], lines[stop]) and (stop - number > 1 or ends_in_word(lines[stop - 1].text))
            if stop > number:
                yield _Opening(number, stop, number > 0 and labels[number - 1])


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a text has begun in the line above: it goes on behind a comma, or in small letters."""
    return above.text.rstrip().endswith(",") or not begins_anew(line.text.strip())


def _may_open(lines: Sequence[Line], labels: Sequence[bool], widths: Sequence[int], number: int) -> bool:
    """Whether what is above a line has ended: a page, a value with room for more, a sentence, an address."""
    above = lines[number - 1] if number else None
    if above is None or above.page != lines[number].page:
        return True
    text = above.text.strip()
    has_ended = labels[number - 1] or is_closed(text, _FULL_STOPS)
    return (has_ended and _has_room(text, lines[number].text, widths[number], ROOM_SHARE)) or is_of_address(text)


def _is_name(line: Line, is_label: bool, width: int) -> bool:
    """Whether a line may be one of an opening: no text, no label, no item, nothing of an address."""
    text = line.text.strip()
    if is_label or len(text) > MOST_CHARS or not begins_anew(text) or text[0].isdecimal():
        return False
    is_sentence = is_closed(text, (".", ":", ";")) and not (_ABBREVIATION.search(text) and not is_text_line(text))
    return not is_sentence and not _begins_content(text, width)


def _begins_content(text: str, width: int) -> bool:
    """Whether a line is of an address, or a full one of a text."""
    return is_of_address(text) or (is_text_line(text) and len(text) >= FULL_SHARE * width)


def _has_room(above: str, text: str, width: int, share: float) -> bool:
    return len(above) + 1 + len(text.strip().split(" ", 1)[0]) < share * width


def _parts(lines: Sequence[Line], opening: _Opening, widths: Sequence[int], usual: int) -> Iterator[int]:
    """The lines with which a further part of an opening begins; of more lines than usual, the upper ones may be one title.

    So may two in capitals.
    """
    for number in range(opening.start + 1, opening.stop):
        above, line = lines[number - 1], lines[number]
        is_upper = opening.stop - number >= usual and opening.stop - opening.start > usual
        share = EARLY_SHARE if is_upper or may_go_on_in_capitals(above.text, line.text) else ROOM_SHARE
        if _has_room(above.text.strip(), line.text, widths[number], share) and not ends_in_word(above.text):
            yield number


def _widths(lines: Sequence[Line]) -> list[int]:
    """The length of the longest line near each one on its page."""
    found: list[int] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        lengths = [len(line.text.strip()) for line in page]
        found += [max(lengths[max(0, n - NEAR_LINES) : n + NEAR_LINES + 1]) for n in range(len(lengths))]
    return found
