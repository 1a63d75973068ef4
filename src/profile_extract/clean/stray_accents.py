"""Accents of a PDF that are lines of their own: TeX draws them over the letter of a line that goes on without them.

Each is set on the letter under it, which is found by its place in its word; the line that holds it says nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from profile_extract.clean.accents import OGONEK, RULE, SPACING_ACCENTS, composed
from profile_extract.model import Line, Report, Word
from profile_extract.passage import Passage

LEAST_OVERLAP = 0.5
"""Share of an accent's height that lies beside the line whose letter it is on."""
MOST_AWAY_CHARS = 1.0
"""How far from an accent the middle of its letter may seem to be, in letters of its word: their widths are only guessed."""
_WIDTHS = {**dict.fromkeys("fijlrtIJ", 0.6), **dict.fromkeys("mwMW", 1.6), **dict.fromkeys("ABCDEFGHKLNOPQRSTUVXYZ", 1.3)}
"""Widths of letters in those of an ``n``, roughly those of Times and Helvetica; accents stand over or under others."""

Accents = Sequence[tuple[int, str]]
"""Places in the text of a line as read, and the letters that stand there with their accents."""


def find_stray_accents(report: Report, letters: Set[str]) -> Mapping[int, Accents]:
    """The letters with such accents in a PDF, by the offset of their line; ``letters`` are those of its language, if known."""
    strays = [line for line in report.lines if line.text in SPACING_ACCENTS]
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for stray in strays:
        for line in report.lines_by_page[stray.page]:
            if line.text not in SPACING_ACCENTS and _is_over(stray, line) and (place := _place(report, stray, line, letters)):
                found[line.start].append(place)
                break
    return found


def with_stray_accents(passage: Passage, accents: Accents) -> Passage:
    """A line as read with such accents on its letters."""
    for at, letter in sorted(accents, reverse=True):
        passage = passage.edited(at, at + 1, letter, RULE)
    return passage


def _is_over(stray: Line, line: Line) -> bool:
    shared = min(stray.bbox.bottom, line.bbox.bottom) - max(stray.bbox.top, line.bbox.top)
    middle = (stray.bbox.x0 + stray.bbox.x1) / 2
    return shared >= LEAST_OVERLAP * stray.bbox.height and line.bbox.x0 <= middle <= line.bbox.x1


def _place(report: Report, stray: Line, line: Line, letters: Set[str]) -> tuple[int, str] | None:
    """The letter nearest to the middle of an accent, of those that bear it in the language; None where none is near."""
    middle = (stray.bbox.x0 + stray.bbox.x1) / 2
    words = (word for word in report.words(line) if word.bbox.x0 <= middle <= word.bbox.x1)
    bearing = (
        (abs(x - middle), word.start + n, whole, word.bbox.width / len(word.text))
        for word in words
        for n, x in enumerate(_middles(word))
        if (whole := composed(word.text[n], stray.text)) is not None and (not letters or whole.lower() in letters)
    )
    away, at, letter, width = min(bearing, default=(0.0, 0, "", 0.0))
    return (at, letter) if letter and away <= MOST_AWAY_CHARS * width else None


def _middles(word: Word) -> Iterator[float]:
    """Where the middle of each letter of a word may be, in points."""
    widths = [0.0 if char in SPACING_ACCENTS or char == OGONEK else _WIDTHS.get(char, 1.0) for char in word.text]
    unit, x = word.bbox.width / max(sum(widths), 1.0), word.bbox.x0
    for width in widths:
        yield x + unit * width / 2
        x += unit * width
