"""A printed line parted between two of its words, where they belong to different things."""

from __future__ import annotations

from profile_extract.model import CELL_WIDTH_PT, Line, Report, Run


def parted(report: Report, line: Line, word: int) -> tuple[Line, Line]:
    """The two parts of a line of a PDF, the second of which begins with one of its words, counted from 0 and not the first."""
    words = report.words(line)
    before, behind = words[word - 1], words[word]
    own = next(run for run in reversed(line.runs) if run.offset <= behind.start)
    begin = line.start + behind.start
    left = line._replace(
        text=line.text[: before.end],
        bbox=line.bbox._replace(x1=before.bbox.x1),
        runs=tuple(run for run in line.runs if run.offset < before.end),
        last_word=line.first_word + word,
        edits=tuple(edit for edit in line.edits if edit.end <= line.start + before.end),
    )
    right = line._replace(
        start=begin,
        text=line.text[behind.start :],
        bbox=line.bbox._replace(x0=behind.bbox.x0),
        runs=(Run(0, own.style), *(Run(r.offset - behind.start, r.style) for r in line.runs if r.offset > behind.start)),
        blank_before=0,
        first_word=line.first_word + word,
        edits=tuple(edit for edit in line.edits if edit.start >= begin),
    )
    return left, right


def parted_at(line: Line, cut: int) -> tuple[Line, Line]:
    """The two parts of a line of a dump, the first of which has so many characters."""
    begin = cut + len(line.text[cut:]) - len(line.text[cut:].lstrip())
    x0 = line.bbox.x0
    left = line._replace(
        text=line.text[:cut],
        bbox=line.bbox._replace(x1=x0 + CELL_WIDTH_PT * cut),
        edits=tuple(edit for edit in line.edits if edit.end <= line.start + cut),
        wraps=False,
    )
    right = line._replace(
        start=line.start + begin,
        text=line.text[begin:],
        bbox=line.bbox._replace(x0=x0 + CELL_WIDTH_PT * begin),
        blank_before=0,
        edits=tuple(edit for edit in line.edits if edit.start >= line.start + begin),
    )
    return left, right
