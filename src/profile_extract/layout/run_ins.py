"""Titles that run into their texts: a bold beginning with a full stop, a colon or a dash, another one in each paragraph.

Catalogues, lists of courses and encyclopaedias are set so. A line of them is parted where its title ends. Of a dump, which has
no bold type, what a dash or a colon ends at the beginning of a paragraph is taken for one.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise

from profile_extract.layout.ended import has_ended
from profile_extract.layout.parting import parted, parted_at
from profile_extract.lexicon import label_key
from profile_extract.model import Line, Report, Style
from profile_extract.read.fonts import is_unnamed

FEWEST = 6
"""Such beginnings that make a series."""
DIFFERENT_SHARE = 0.9
"""Share of them that say different things; labels come back."""
LEAST_CHARS = 4
DASHES = ("–", "—")
"""What may part a title from its text, or the two halves of one."""
_ENDS = (".", ":", *DASHES)
_NUMBER = re.compile(r"[(\[]?\d{1,3}[.)\]]*\s*")
_BEFORE_MARK = re.compile(
    r"(?=[^.!?;,:–—]{4,60}[:–—])[^\W\d_a-z][^\s:]*(?: [^\s:–—]+){0,7}(?::| [–—])(?= [\"“«„]?[^\W\d_a-z])"
)
"""The beginning of a line of a dump up to a mark behind which something begins anew: eight words at most."""


def parted_at_run_ins(report: Report) -> Report | None:
    """The report with its lines parted behind such titles; None where there is no series of them."""
    cuts = _ends_of_bold(report) if report.is_pdf else _ends_before_marks(report)
    keys = {label_key(line.text[: cuts[line.start]]) for line in report.lines if line.start in cuts}
    if len(cuts) < FEWEST or len(keys) < DIFFERENT_SHARE * len(cuts):
        return None
    lines: list[Line] = []
    for line in report.lines:
        lines += _parted(report, line, cuts[line.start]) if line.start in cuts else (line,)
    return dataclasses.replace(report, lines=tuple(lines))


def _ends_of_bold(report: Report) -> dict[int, int]:
    """Lengths of the titles that lines begin with, by the offsets of these lines."""
    return {line.start: cut for line in report.lines if (cut := _end_of_title(line))}


def _ends_before_marks(report: Report) -> dict[int, int]:
    """The same of a dump: where a paragraph begins, since a dash or a colon inside one ends no title."""
    pairs = ((above, line, _BEFORE_MARK.match(line.text)) for above, line in pairwise((None, *report.lines)) if line)
    return {line.start: match.end() for above, line, match in pairs if match and _begins_paragraph(above, line)}


def _begins_paragraph(above: Line | None, line: Line) -> bool:
    if above is None:
        return True
    return above.page != line.page or line.blank_before > 0 or has_ended(above.text)


def is_parted(title: Line, text: Line) -> bool:
    """Whether two lines are a title and the text that it runs into."""
    return title.row == text.row and title.wraps is False


def _end_of_title(line: Line) -> int:
    """Length of the bold beginning of a line that is ended and goes on in other type; 0 where there is none.

    A number before it may be in other type, and so may a dash that ends it.
    """
    runs = line.runs
    if len(runs) > 2 and not runs[0].style.bold and _NUMBER.fullmatch(line.text, 0, runs[1].offset):
        runs = runs[1:]
    if len(runs) < 2 or line.is_rotated or not _is_bolder(runs[0].style, runs[1].style):
        return 0
    begins, rest = line.text[: runs[1].offset].rstrip(), line.text[runs[1].offset :]
    title = f"{begins} {rest[0]}" if rest[:1] in DASHES and rest[1:2] == " " else begins
    return len(title) if len(begins) >= LEAST_CHARS and title.endswith(_ENDS) else 0


def _is_bolder(style: Style, other: Style) -> bool:
    """Whether type is bold and what follows is not; fonts without names do not say, but differ."""
    if is_unnamed(style.font) and is_unnamed(other.font):
        return style.font != other.font and style.size_pt == other.size_pt
    return style.bold and not other.bold


def _parted(report: Report, line: Line, cut: int) -> tuple[Line, ...]:
    """The title and the rest of a line; the line itself where no word begins behind the title."""
    if not report.is_pdf:
        return parted_at(line, cut)
    word = next((n for n, word in enumerate(report.words(line)) if word.start >= cut), 0)
    if not word:
        return (line,)
    title, text = parted(report, line, word)
    return title._replace(wraps=False), text
