"""Where blocks begin though no space parts them: at labels, and under a heading at the top of a dump's page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from profile_extract.lexicon import contact_line_field, label_key, part_field
from profile_extract.model import Line

FEWEST_RETURNS = 3
"""How often a line comes back before it is a label: two alike may be chance."""
MOST_LABEL_CHARS, MOST_LABEL_WORDS = 60, 8
"""Longest label, in characters and words."""
FULL_SHARE = 0.85
"""Share of the longest line up to which the next word would have had room: the line was ended on purpose."""
_RUN_IN = re.compile(r"([^\W\d_a-z][^:.;!?,]{0,39}?)\s?:\s+(?=\S)")
_LABEL_ENDS = " :.–—-"
_LABEL = re.compile(r"[^\W\d_][^.!?;,@]*")
_ANEW = re.compile(r"[\"'“‘«(\[¿¡]*(?:[^\W\d_a-z]|\d)")


def find_breaks(lines: Sequence[Line], *, is_dump: bool) -> frozenset[int]:
    """Offsets of the lines that begin a block, whatever stands above them: those that begin with a label that comes back.

    Only in a dump does any line that comes back part blocks; elsewhere style and space do, and labels in general use.
    """
    run_ins = frozenset((*_at_run_ins(lines, _before_colon), *_at_run_ins(lines, _in_bold)))
    if not is_dump:
        return run_ins.union(_at_labels(lines, lambda text: _may_be_label(text) and part_field(text) is not None))
    return run_ins.union(_at_labels(lines, _may_be_label), _under_headings(lines))


def _at_run_ins(lines: Sequence[Line], beginning: Callable[[Line], str | None]) -> Iterator[int]:
    """Lines that begin as at least two others do, with a label that their text runs on behind; parts of addresses aside."""
    found = [(line, label_key(text)) for line in lines if (text := beginning(line))]
    counts = Counter(key for _, key in found)
    return (line.start for line, key in found if counts[key] >= FEWEST_RETURNS and contact_line_field(key) is None)


def _before_colon(line: Line) -> str | None:
    match = _RUN_IN.match(line.text)
    return match.group(1) if match else None


def _in_bold(line: Line) -> str | None:
    """The bold beginning of a line that goes on in another type."""
    if len(line.runs) < 2 or not line.runs[0].style.bold or line.runs[1].style.bold:
        return None
    text = line.text[: line.runs[1].offset].strip()
    return text if _may_be_label(text.rstrip(_LABEL_ENDS)) else None


def _at_labels(lines: Sequence[Line], may_be_label: Callable[[str], bool]) -> Iterator[int]:
    """Short lines that come back alone on their line, and the lines behind them."""
    labels = [may_be_label(line.text) for line in lines]
    counts = Counter(label_key(line.text) for line, is_label in zip(lines, labels, strict=True) if is_label)
    for number, (line, is_label) in enumerate(zip(lines, labels, strict=True)):
        if is_label and counts[label_key(line.text)] >= FEWEST_RETURNS:
            yield from (other.start for other in lines[number : number + 2])


def _may_be_label(text: str) -> bool:
    is_short = len(text) <= MOST_LABEL_CHARS and len(text.split()) <= MOST_LABEL_WORDS
    return is_short and text[:1].isupper() and bool(_LABEL.fullmatch(text))


def _under_headings(lines: Sequence[Line]) -> Iterator[int]:
    """The second lines of pages whose first line was ended before it was full and without a full stop."""
    for _, page in groupby(lines, key=lambda line: line.page):
        members = list(page)
        width = max(len(line.text) for line in members)
        first, second = members[0], members[1] if len(members) > 1 else members[0]
        with_next = len(first.text) + 1 + len(second.text.split(" ", 1)[0])
        if with_next < FULL_SHARE * width and _LABEL.fullmatch(first.text) and _ANEW.match(second.text):
            yield second.start
