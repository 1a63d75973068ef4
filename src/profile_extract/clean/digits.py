"""Figures that print raises or lowers at the end of a word (``km²``, ``CO₂``), which text layers keep as plain ones.

How a word is set shows in the boxes of its first and last character. Where a mark stands behind it, the same word set so
elsewhere tells.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from profile_extract.model import Line, Report
from profile_extract.passage import Passage

MOST_HEIGHT = 0.8
"""Height of a raised or lowered figure, as a share of its word's first character; typesetters use 0.6 to 0.7."""
LEAST_RISE = 0.28
"""How far it is raised, as a share of that height; in 440 documents 0.29 to 0.56. Where boxes hold no more than the sign, a
plain figure behind a bracket, which goes below the line, has up to 0.24."""
LEAST_FALL = 0.05
"""How far it is lowered; typesetters use 0.1 to 0.2."""
RULE = "set-digit"
_LAST_FIGURES = re.compile(r"\d(?<=[^\s\d]\d)\d?(?!\S)")
"""One or two figures at the end of a word; what stands before them is looked at where there is a figure."""
_STEM = re.compile(r"(?<![^\W_])[^\W\d_]{1,3}$")
"""A unit or the beginning of a formula; longer words with a raised figure have a footnote."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def may_have_set_digits(text: str) -> bool:
    """Whether any word of a line ends in one figure or two."""
    return _LAST_FIGURES.search(text) is not None


def with_set_digits(report: Report, line: Line) -> Passage:
    """The text of a line as read, its last one or two figures of words as they are set; for upright pages only."""
    passage = report.passage(line)
    table = report.pages[line.page - 1].words
    if line.edits or line.is_rotated or table is None or table.frame.rotation or not may_have_set_digits(line.text):
        return passage
    offset = int(table.starts[line.first_word]) if line.first_word < line.last_word else 0
    for index in range(line.first_word, line.last_word):
        start, end = int(table.starts[index]) - offset, int(table.ends[index]) - offset
        word = line.text[start:end]
        figures = _LAST_FIGURES.search(word)
        if figures is None:
            continue
        digits = _as_set(figures.group(), *table.last_character(index))
        if digits != figures.group():
            passage = passage.edited(start + figures.start(), end, digits, RULE)
    return passage


def find_set_words(report: Report) -> dict[str, str]:
    """Units and formulas with raised or lowered figures, as read, and as they are set."""
    found: dict[str, str] = {}
    for line in report.lines:
        for edit in line.edits:
            stem = _STEM.search(line.text, 0, edit.start - line.start) if edit.rule == RULE else None
            if stem:
                found[stem.group() + report.text[edit.start : edit.end]] = stem.group() + (edit.after or "")
    return found


def pattern_of(words: Mapping[str, str]) -> re.Pattern[str]:
    """What finds such words before a mark."""
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(words)))})(?=[.,;:)/])")


def with_set_words(passage: Passage, words: Mapping[str, str], pattern: re.Pattern[str]) -> Passage:
    """The text with such words set in the same way where a mark stands behind them."""
    for match in reversed(list(pattern.finditer(passage.text))):
        passage = passage.edited(*match.span(), words[match.group()], RULE)
    return passage


def _as_set(digits: str, height: float, rise: float) -> str:
    if height > MOST_HEIGHT:
        return digits
    return digits.translate(_RAISED) if rise > LEAST_RISE else digits.translate(_LOWERED) if rise < -LEAST_FALL else digits
