"""Figures that print raises or lowers at the end of a word (``km²``, ``CO₂``), which text layers keep as plain ones."""

from __future__ import annotations

import re

from profile_extract.model import Line, Report
from profile_extract.passage import Passage

MOST_HEIGHT = 0.8
"""Height of a raised or lowered figure, as a share of its word's first character; typesetters use 0.6 to 0.7."""
LEAST_RISE = 0.15
"""How far it is raised, as a share of that height; typesetters use 0.3 to 0.4."""
LEAST_FALL = 0.05
"""How far it is lowered; typesetters use 0.1 to 0.2."""
_LAST_FIGURE = re.compile(r"(?<=[^\s\d])\d(?!\S)")
"""A single figure at the end of a word."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def may_have_set_digits(text: str) -> bool:
    """Whether any word of a line ends in a single figure."""
    return _LAST_FIGURE.search(text) is not None


def with_set_digits(report: Report, line: Line) -> Passage:
    """The text of a line as read, its single figures at the end of words as they are set; for upright pages only."""
    passage = report.passage(line)
    table = report.pages[line.page - 1].words
    if line.edits or line.is_rotated or table is None or table.frame.rotation or not may_have_set_digits(line.text):
        return passage
    offset = int(table.starts[line.first_word]) if line.first_word < line.last_word else 0
    for index in range(line.first_word, line.last_word):
        start, end = int(table.starts[index]) - offset, int(table.ends[index]) - offset
        word = line.text[start:end]
        if len(word) < 2 or not word[-1].isdecimal() or word[-2].isdecimal():
            continue
        digit = _as_set(word[-1], *table.last_character(index))
        if digit != word[-1]:
            passage = passage.edited(end - 1, end, digit, "set-digit")
    return passage


def _as_set(digit: str, height: float, rise: float) -> str:
    if height > MOST_HEIGHT:
        return digit
    return digit.translate(_RAISED) if rise > LEAST_RISE else digit.translate(_LOWERED) if rise < -LEAST_FALL else digit
