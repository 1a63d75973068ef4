"""Which dialect a text dump is written in, and what an empty line and a trailing space say in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.lexicon import is_closed

PAGE_END = "\f"
_SPACED_SHARE = 0.6
"""Share of lines followed by an empty one from which a dump is ``spaced``; prose in paragraphs stays under 0.4."""
_WRAPPED_SHARE = 0.15
"""Share of lines with a trailing space that a ``spaced`` dump has at least."""
_MARKED_SHARE, _MOST_ENDED_SHARE = 0.75, 0.25
"""Shares of the rows inside sentences, at least, and of the ends of paragraphs, at most, that have a trailing space where it
says that a row was wrapped: in most of 199 dumps these were 0.75 to 1 and 0 to 0.2 or, of PDFs that keep none, 0 or all."""
_MOST_WRAPPED_SHARE = 0.9
"""Share of lines with a trailing space above which it says nothing: a word processor ends each line so, the last ones, too."""
_LEAST_GOING_ON = 0.1
"""Share of rows that go on the one above with a small letter, from which they tell what empty lines mean in a dump: where a
paragraph is one row, none does, and of wrapped lines a third to two thirds do."""
_FEWEST_GOING_ON = 3
"""Such rows that are no chance."""
_ALL_FOLLOWED_SHARE = 0.9
"""Share of rows followed by one empty line from which nearly all are; of lines of paragraphs, those that end one are."""
_PRINTED_CHARS, _NARROW_CHARS = 130, 60
"""Characters of the widest line of print, and of a line that is no paragraph of its own."""
_MANY_ROWS = 40
"""Rows from which that share is no chance."""
_WIDE_SHARE, _FULL_SHARE = 0.9, 0.5
"""A row is not short if it has this share of the characters that this share of rows do not exceed."""
_WIDE_GAP = re.compile(r"^\s{2,}\S|\S {3,}\S")
"""A row that begins at some place of the printed line, or has a gap in it."""
_SET_OUT_SHARE = 0.06
"""Share of such rows from which a dump keeps the places of a printed page: of 136 such dumps the lowest was 0.083, of 50 of
Tika's, which keep none, the highest 0.047 (but for one of a typewritten page)."""
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)(?=[\s,.;:]|$)")
"""The word that begins a line, which no address does."""


class Row(NamedTuple):
    """A line as read that is not empty: its 1-based number, blank lines before it, and the page it begins on.

    ``bare`` are how many of the blank lines stand together without even a space: a paragraph of a word processor may be
    nothing but a space. A page end is a character of its line, as editors show it: a line may end one page and begin the next.
    """

    number: int
    text: str
    blanks: int
    bare: int
    page: int


def find_dialect(text: str, rows: Sequence[Row]) -> str:
    """``spaced``, ``paged`` or ``plain``; ``text`` is that of the rows with all that stands between them.

    ``paged`` is what pdftotext prints: with page ends or, where somebody has taken these out, in the places of the page.
    """
    if PAGE_END in text:
        return "paged"
    followed = sum(row.blanks > 0 for row in rows[1:])
    wrapped = sum(row.text.endswith(" ") for row in rows)
    going_on = _going_on(rows)
    marked = sum(above.text.endswith(" ") for above, _ in going_on)
    if wrapped > _MOST_WRAPPED_SHARE * len(rows):
        return "plain"
    if is_double_spaced(rows) and marked >= _SPACED_SHARE * len(going_on):
        return "spaced"
    if followed >= _SPACED_SHARE * (len(rows) - 1) and wrapped >= _WRAPPED_SHARE * len(rows) and len(rows) > 1:
        return "spaced"
    return "paged" if _is_set_out(rows) else "plain"


def _is_set_out(rows: Sequence[Row]) -> bool:
    return sum(_WIDE_GAP.search(row.text) is not None for row in rows) >= _SET_OUT_SHARE * len(rows)


def is_double_spaced(rows: Sequence[Row]) -> bool:
    """Whether an empty line stands even inside sentences: rows that go on the one above tell.

    Where an empty line follows nearly every row, a few of those are enough; and none is needed where no row is as long as
    those of paragraphs are that were not wrapped, for then empty lines say nothing.
    """
    going_on = _going_on(rows)
    parted = sum(row.blanks > 0 for _, row in going_on)
    least = _LEAST_GOING_ON * len(rows)
    if sum(row.blanks == 1 for row in rows[1:]) >= _ALL_FOLLOWED_SHARE * len(rows):
        width = _width(rows)
        if width <= _NARROW_CHARS and len(rows) >= _MANY_ROWS:
            return True
        least = 0.0 if width <= _PRINTED_CHARS else least
    return len(going_on) >= max(_FEWEST_GOING_ON, least) and parted >= _SPACED_SHARE * len(going_on)


def marks_wrapped(rows: Sequence[Row]) -> bool:
    """Whether a trailing space says that a row was wrapped: rows inside sentences have one, the ends of paragraphs do not."""
    inside = [above.text.endswith(" ") for above, _ in _going_on(rows)]
    pairs = ((above.text, row) for above, row in pairwise(rows) if row.blanks)
    ends = [text.endswith(" ") for text, row in pairs if is_closed(text.rstrip()) and not _begins_small(row.text)]
    is_seen = len(inside) >= _FEWEST_GOING_ON and sum(inside) >= _MARKED_SHARE * len(inside)
    return is_seen and sum(ends) <= _MOST_ENDED_SHARE * len(ends)


def _width(rows: Sequence[Row]) -> int:
    """How many characters most rows have at most."""
    return sorted(len(row.text.strip()) for row in rows)[int(_WIDE_SHARE * (len(rows) - 1))]


def _going_on(rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    """The rows that begin with a small letter in mid-sentence, under rows that are not short, each with the one above it."""
    wide = _width(rows)
    full = ((a, row) for a, row in pairwise(rows) if len(a.text.strip()) >= _FULL_SHARE * wide)
    return [(a, row) for a, row in full if _begins_small(row.text) and not is_closed(a.text.rstrip())]


def _begins_small(text: str) -> bool:
    word = _FIRST_WORD.match(text)
    return word is not None and word[1][0].islower()
