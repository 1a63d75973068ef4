"""Letter-spaced words (``V I S I O N``), whose letters a text layer parts as if each were a word, joined again.

Which styles of a report are set so shows in long runs of single letters; where words end, in the widths of the gaps.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Collection, Iterator
from itertools import pairwise

from profile_extract.model import Line, Report, Style, WordTable
from profile_extract.passage import Passage

RULE = "join-tracked-letters"
FEWEST_DIFFERENT = 4
"""Different letters in a run that shows a style to be letter-spaced: marks in the columns of a table are alike."""
LEAST_ALONE = 0.5
"""More than this share of the words of a letter-spaced line are single letters; pairs may be set closer (``LT``)."""
WORD_GAP = 1.5
"""Width of a gap between words, as a multiple of that between letters; the space comes on top of the tracking."""
NARROW_EM, NARROW_SHARE = 0.15, 0.4
"""Width of a gap beside a single capital that is no space, in ems, at most, and as a share of the narrowest space beside it in
its line: spaces of capitals are a quarter of an em wide, and those of a line are alike."""
_LONE = re.compile(r"(?<!\S)[^\W\d_](?=\s)|(?<=\s)[^\W\d_](?!\S)")
_RUN = re.compile(r"(?<!\S)[^\W\d_](?:\s[^\W\d_]){4,}(?!\S)")
"""Five single letters or more."""
_INSIDE_RUN = re.compile(r"\s[^\W\d_]\s[^\W\d_]\s")
"""What such a run has in its middle, found in half the time: a search goes from space to space."""


def find_tracked_styles(report: Report) -> frozenset[Style]:
    """The styles in which letters are parted; none in a report that was repaired before, or is text."""
    if any(edit.rule == RULE for line in report.lines for edit in line.edits):
        return frozenset()
    if not _INSIDE_RUN.search(report.text):
        return frozenset()
    return frozenset(style for line in report.lines if (style := _only_style(line)) and _shows_tracking(line.text))


def _only_style(line: Line) -> Style | None:
    return line.style if len(line.runs) == 1 and not line.is_rotated else None


def _shows_tracking(text: str) -> bool:
    """Whether a line has a run of single capitals, or letters behind one, that is no list of them (``A B C D E``)."""
    for match in _RUN.finditer(text) if _INSIDE_RUN.search(text) else ():
        letters = match.group().split()
        is_of_word = match.group().isupper() or (letters[0].isupper() and match.group()[1:].islower())
        if is_of_word and len(set(letters)) >= FEWEST_DIFFERENT and letters != sorted(letters):
            return True
    return False


def may_part_capitals(text: str) -> bool:
    """Whether a line in capitals has one that stands by itself (``HA M BURG``)."""
    return text.isupper() and _LONE.search(text) is not None


def with_joined_letters(report: Report, line: Line, styles: Collection[Style]) -> Passage:
    """The text of a line as read, the letters of its words joined where it is set in a letter-spaced style.

    Elsewhere, capitals set a little apart, where a text layer takes the room beside some of them for a space.
    """
    passage = report.passage(line)
    table = report.pages[line.page - 1].words
    if line.edits or table is None or table.frame.rotation or line.is_rotated:
        return passage
    gaps = _letter_gaps(line, table) if _only_style(line) in styles else _narrow_gaps(line, table)
    for start, end in reversed(list(gaps)):
        passage = passage.edited(start, end, "", RULE)
    return passage


def _narrow_gaps(line: Line, table: WordTable) -> Iterator[tuple[int, int]]:
    """The same of the narrow ones beside single letters of a line in capitals."""
    if not may_part_capitals(line.text):
        return
    words = range(line.first_word, line.last_word)
    offset = int(table.starts[line.first_word])
    spans = [(int(table.starts[word]) - offset, int(table.ends[word]) - offset) for word in words]
    gaps = [right.x0 - left.x1 for left, right in pairwise(map(table.box, words))]
    narrow_pt = NARROW_EM * line.bbox.height
    least = min((gap for gap in gaps if gap >= narrow_pt), default=math.inf)
    for gap, (left, right) in zip(gaps, pairwise(spans), strict=True):
        is_beside = any(end - start == 1 and line.text[start].isalpha() for start, end in (left, right))
        if is_beside and 0 < gap < min(narrow_pt, NARROW_SHARE * least):
            yield left[1], right[0]


def _letter_gaps(line: Line, table: WordTable) -> Iterator[tuple[int, int]]:
    """Half-open offsets into a line's text of the spaces that stand inside words."""
    words = range(line.first_word, line.last_word)
    boxes = [table.box(word) for word in words]
    gaps = [right.x0 - left.x1 for left, right in pairwise(boxes)]
    offset = int(table.starts[line.first_word]) if words else 0
    spans = [(int(table.starts[word]) - offset, int(table.ends[word]) - offset) for word in words]
    alone = [gap for gap, (a, b) in zip(gaps, pairwise(spans), strict=True) if a[1] - a[0] == b[1] - b[0] == 1]
    if sum(end - start == 1 for start, end in spans) <= LEAST_ALONE * len(spans) or not alone:
        return
    most = WORD_GAP * statistics.median(alone)
    for gap, (left, right) in zip(gaps, pairwise(spans), strict=True):
        if gap < most:
            yield left[1], right[0]
