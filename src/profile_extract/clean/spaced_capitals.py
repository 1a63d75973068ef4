"""Letter-spaced words of a dump (``C O N TA C T``), which says nothing of the width of gaps, joined again.

Where words end is not printed. The words themselves are, elsewhere in the report, or they are labels in general use.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from profile_extract.clean.tracking import LEAST_ALONE, RULE
from profile_extract.lexicon import part_field
from profile_extract.model import Report
from profile_extract.passage import Passage

FEWEST_LINES = 3
"""Lines with such a run that are no chance: a grade, the columns of a table."""
LEAST_CHARS = 4
"""Letters of the longest word of a run: shorter ones are made of the letters of any list."""
MOST_PIECES = 60
"""Pieces of a run that are looked at: a line of a heading has fewer, and looking takes a time that grows with their square."""
MOST_LINE_CHARS = 300
"""Longest line that is looked at, in characters: each edit copies what a line is made of."""
FEWEST_SMALL = 6
"""Pieces of a run that begins with a capital and is not all capitals (``A d d r e s s``)."""
_RUN = re.compile(r"(?<!\S)[^\W\d_]{1,3}(?: [^\W\d_]{1,3}){3,}(?!\S)")
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_spaced_words(report: Report) -> frozenset[str]:
    """The words that letter-spaced lines of a dump may make; empty where there are none."""
    if report.is_pdf:
        return frozenset()
    spaced = {line.start for line in report.lines if any(_runs(line.text))}
    if len(spaced) < FEWEST_LINES:
        return frozenset()
    others = (line.text for line in report.lines if line.start not in spaced)
    return frozenset(word.casefold() for text in others for word in _WORD.findall(text))


def with_whole_capitals(passage: Passage, words: Container[str]) -> Passage:
    """A line's text, the letters of its letter-spaced words joined where they make words that are known."""
    if len(passage) > MOST_LINE_CHARS:
        return passage
    for match in reversed(list(_runs(passage.text))):
        groups = _grouped(match.group().split(" "), words)
        if max(map(len, map("".join, groups)), default=0) < LEAST_CHARS:
            continue
        for start, end in reversed(list(_gaps(groups, match.start()))):
            passage = passage.edited(start, end, "", RULE)
    return passage


def may_be_spaced(text: str) -> bool:
    """Whether a text has such a run."""
    return any(_runs(text))


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of letters, most of which stand alone, that are no list in order (``A B C D``)."""
    for match in _RUN.finditer(text) if " " in text[:4] or text.count(" ") > len(text) // 4 else ():
        pieces = match.group().split(" ")
        alone = sum(len(piece) == 1 for piece in pieces)
        is_apart = len(pieces) <= MOST_PIECES and alone > LEAST_ALONE * len(pieces)
        is_set_so = match.group().isupper() or (match.group()[0].isupper() and len(pieces) >= FEWEST_SMALL)
        if is_apart and is_set_so and pieces != sorted(pieces):
            yield match


def _grouped(pieces: Sequence[str], words: Container[str]) -> list[list[str]]:
    """The pieces of a run in as few words as they make; empty where they make none that are known."""
    best: list[list[list[str]] | None] = [[]]
    for stop in range(1, len(pieces) + 1):
        found = [
            [*before, list(pieces[start:stop])]
            for start in range(stop)
            if (before := best[start]) is not None and _is_word("".join(pieces[start:stop]), words)
        ]
        best.append(min(found, key=len, default=None))
    return best[-1] or []


def _is_word(text: str, words: Container[str]) -> bool:
    return len(text) > 1 and (text.casefold() in words or (len(text) >= LEAST_CHARS and part_field(text) is not None))


def _gaps(groups: Sequence[Sequence[str]], start: int) -> Iterator[tuple[int, int]]:
    """Half-open places of the spaces inside words, of groups that begin at some place."""
    for group in groups:
        for number, piece in enumerate(group):
            start += len(piece)
            if number < len(group) - 1:
                yield start, start + 1
            start += 1
