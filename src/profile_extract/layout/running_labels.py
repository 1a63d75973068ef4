"""Labels that run into their values anywhere in the lines of a paragraph, as dense lists are set to save space.

``1. NIGHT WALKS Head: Ines Quill Kind: course`` goes on in the next line. In print such labels are in italics or
bold; in a dump the same words before colons come back in one order.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from profile_extract.layout.codes import SMALL
from profile_extract.lexicon import contact_line_field, label_key
from profile_extract.model import Line, Report

FEWEST_RETURNS = 3
"""Returns of a label in italics or bold."""
FEWEST_KINDS = 2
"""Labels of one report that come back so."""
FEWEST_RETURNS_IN_DUMP, FEWEST_KINDS_IN_DUMP = 5, 3
"""The same of a dump, in which any word may stand before a colon."""
INSIDE_SHARE = 0.5
"""Share of the returns of a label of a dump that stand inside lines: what begins them is parted anyway."""
MOST_BACK = 0.1
"""Share of the labels of a dump that may follow one another in both orders: in running text they come as they like."""
MOST_CHARS = 42
"""Length of a label, its colon included."""
LABEL = re.compile(rf"[^\W\d_{SMALL}][^:|·•.;!?\n]{{0,{MOST_CHARS - 3}}}?\s?:")
_WORD = re.compile(rf"(?:^|(?<= ))[^\W\d_{SMALL}][^\W\d_]+\s?:(?= |$)")
_COLON = re.compile(r":(?= |$)")
_WORD_BEGINS = re.compile(r"^|(?<= )(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[.)]\s")
_Found = tuple[int, int, str]
"""Offset of a line, offset in it at which a label begins, and how that is known again."""


def find_running_labels(report: Report) -> Mapping[int, list[int]]:
    """Where such labels begin in lines, by the offsets of these lines."""
    cuts: dict[int, list[int]] = defaultdict(list)
    for start, at, _ in _set_apart(report) if report.is_pdf else _in_turns(report):
        cuts[start].append(at)
    return cuts


def find_wrapped(lines: Sequence[Line], begun: Container[int]) -> Iterator[int]:
    """Offsets of lines of a dump with the rest of a title or value: in a paragraph, up to its last label if no space ends it.

    ``begun`` are the offsets of the lines that begin with such a label; what stands before one is a line of its own.
    Where a label comes back in a paragraph, nothing tells where the next title begins.
    """
    starts = [n for n, line in enumerate(lines) if n == 0 or line.blank_before > 0 or _NUMBER.match(line.text)]
    for start, stop in pairwise((*starts, len(lines))):
        labelled = [n for n in range(start, stop) if lines[n].start in begun]
        keys = [match[0] for n in labelled if (match := LABEL.match(lines[n].text))]
        if keys and len(set(keys)) == len(keys):
            end = stop if stop < len(lines) and lines[stop].blank_before > 0 else labelled[-1]
            yield from (lines[n].start for n in range(start + 1, end) if n not in labelled)


def _set_apart(report: Report) -> list[_Found]:
    """The labels in italics or bold, if several of them come back over and over.

    The reader does not look at the type inside each line: what is set so in some is a label in all.
    """
    words = [_words(line, n) for line in report.lines for n in range(len(line.runs)) if _is_set_label(line, n)]
    counts = Counter(text.rstrip() for text in words if contact_line_field(label_key(text)) is None)
    if sum(count >= FEWEST_RETURNS for count in counts.values()) < FEWEST_KINDS:
        return []
    found = [label for line in report.lines for label in _said_in(line, counts)]
    returns = Counter(key for *_, key in found)
    return [label for label in found if returns[label[2]] >= FEWEST_RETURNS]


def _said_in(line: Line, printed: Container[str]) -> Iterator[_Found]:
    """The labels in a line, of those printed so: each colon ends at most one, the longest that begins with a word."""
    for colon in _COLON.finditer(line.text):
        begins = (space.end() for space in _WORD_BEGINS.finditer(line.text, max(0, colon.end() - MOST_CHARS), colon.start()))
        at = next((begin for begin in begins if line.text[begin : colon.end()] in printed), None)
        if at is not None:
            yield line.start, at, label_key(line.text[at : colon.end()])


def _in_turns(report: Report) -> list[_Found]:
    """The labels of a dump, mostly inside lines, if several of them come back over and over in one order."""
    lines = (line for line in report.lines if ":" in line.text)
    words = [(line.start, match.start(), label_key(match[0])) for line in lines for match in _WORD.finditer(line.text)]
    counts, inside = Counter(key for *_, key in words), Counter(key for _, at, key in words if at)
    often = (key for key, n in counts.items() if n >= FEWEST_RETURNS_IN_DUMP and inside[key] >= INSIDE_SHARE * n)
    known = {key for key in often if contact_line_field(key) is None}
    found = [label for label in words if label[2] in known]
    orders = Counter((a, b) for (*_, a), (*_, b) in pairwise(found))
    back = sum(min(n, orders[b, a]) for (a, b), n in orders.items())
    return found if len(known) >= FEWEST_KINDS_IN_DUMP and back <= MOST_BACK * len(found) else []


def _is_set_label(line: Line, number: int) -> bool:
    """Whether a stretch of type of a line is a label in italics or bold, up to its colon, beside type that is not."""
    style = line.runs[number].style
    beside = [run.style for run in (*line.runs[max(0, number - 1) : number], *line.runs[number + 1 : number + 2])]
    is_italic = style.italic and not all(other.italic for other in beside)
    is_bold = style.bold and not all(other.bold for other in beside)
    return (is_italic or is_bold) and LABEL.fullmatch(_words(line, number).rstrip()) is not None


def _words(line: Line, number: int) -> str:
    """The words of a stretch of type in a line."""
    ends = [run.offset for run in line.runs[number + 1 : number + 2]]
    return line.text[line.runs[number].offset : ends[0] if ends else len(line.text)]
