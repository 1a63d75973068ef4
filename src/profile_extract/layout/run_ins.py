"""Titles that run into their texts: a bold beginning with a full stop, a colon or a dash, another one in each paragraph.

Catalogues, lists of courses and encyclopaedias are set so. A line of them is parted where its title ends.
"""

from __future__ import annotations

import dataclasses

from profile_extract.layout.parting import parted
from profile_extract.lexicon import label_key
from profile_extract.model import Line, Report

FEWEST = 6
"""Such beginnings that make a series."""
DIFFERENT_SHARE = 0.9
"""Share of them that say different things; labels come back."""
LEAST_CHARS = 4
_DASHES = ("–", "—")
_ENDS = (".", ":", *_DASHES)


def parted_at_run_ins(report: Report) -> Report | None:
    """The report with its lines parted behind such titles; None where there is no series of them."""
    cuts = {line.start: cut for line in report.lines if (cut := _end_of_title(line))}
    keys = {label_key(line.text[: cuts[line.start]]) for line in report.lines if line.start in cuts}
    if len(cuts) < FEWEST or len(keys) < DIFFERENT_SHARE * len(cuts):
        return None
    lines: list[Line] = []
    for line in report.lines:
        lines += _parted(report, line, cuts[line.start]) if line.start in cuts else (line,)
    return dataclasses.replace(report, lines=tuple(lines))


def is_parted(title: Line, text: Line) -> bool:
    """Whether two lines are a title and the text that it runs into."""
    return title.row == text.row and title.wraps is False


def _end_of_title(line: Line) -> int:
    """Length of the bold beginning of a line that is ended and goes on in other type; 0 where there is none.

    A dash that ends it may be in the other type.
    """
    if len(line.runs) < 2 or line.is_rotated or not line.runs[0].style.bold or line.runs[1].style.bold:
        return 0
    begins, rest = line.text[: line.runs[1].offset].rstrip(), line.text[line.runs[1].offset :]
    title = f"{begins} {rest[0]}" if rest[:1] in _DASHES and rest[1:2] == " " else begins
    return len(title) if len(begins) >= LEAST_CHARS and title.endswith(_ENDS) else 0


def _parted(report: Report, line: Line, cut: int) -> tuple[Line, ...]:
    """The title and the rest of a line; the line itself where no word begins behind the title."""
    word = next((n for n, word in enumerate(report.words(line)) if word.start >= cut), 0)
    if not word:
        return (line,)
    title, text = parted(report, line, word)
    return title._replace(wraps=False), text
