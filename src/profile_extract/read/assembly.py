"""Pages and lines made into one report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from profile_extract.model import BBox, Line, Link, OutlineEntry, Page, Report, Run
from profile_extract.settings import ReadSettings

LEAST_LABEL_CHARS = 3
"""Shortest beginning that is parted from the text beside it; shorter ones are bullets and numbers of items."""


def assembled(
    data: bytes,
    name: str,
    pages: Sequence[Page],
    lines: Sequence[Line],
    settings: ReadSettings,
    *,
    links: Sequence[Link] = (),
    outline: Sequence[OutlineEntry] = (),
    title: str | None = None,
) -> Report:
    """A PDF report: one row a line, numbered through the document in content order."""
    lines = [part for line in lines for part in _parted(line, pages, settings)]
    lines = [line._replace(row=row) for row, line in enumerate(lines)] if lines and lines[-1].row != len(lines) - 1 else lines
    return Report(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        dialect="pdf",
        text="\n".join(line.text for line in lines),
        row_starts=tuple(line.start for line in lines),
        row_numbers=tuple(range(1, len(lines) + 1)),
        pages=tuple(pages),
        lines=tuple(lines),
        links=tuple(links),
        outline=tuple(outline),
        title=title,
    )


def _parted(line: Line, pages: Sequence[Page], settings: ReadSettings) -> Iterator[Line]:
    """A line parted where its style changes behind a wide gap; most have one style and stay."""
    table = pages[line.page - 1].words
    if len(line.runs) > 1 and table is not None and not line.is_rotated:
        begin = int(table.starts[line.first_word])
        words = {int(table.starts[i]) - begin: i for i in range(line.first_word + 1, line.last_word)}
        for run in line.runs[1:]:
            index = words.get(run.offset)
            if index is None or run.offset <= LEAST_LABEL_CHARS:
                continue
            left, right = table.box(index - 1), table.box(index)
            if right.x0 - left.x1 > settings.style_gap_em * line.runs[0].style.size_pt:
                yield _part(line, 0, run.offset - 1, left, (line.first_word, index))
                yield from _parted(_part(line, run.offset, len(line.text), right, (index, line.last_word)), pages, settings)
                return
    yield line


def _part(line: Line, start: int, end: int, edge: BBox, words: tuple[int, int]) -> Line:
    """One side of a line: from ``start`` to ``end`` of its text, up to or from the box of the word at its edge."""
    box = line.bbox._replace(x1=edge.x1) if start == 0 else line.bbox._replace(x0=edge.x0)
    style = next(run for run in reversed(line.runs) if run.offset <= start)
    runs = (Run(0, style.style), *(run._replace(offset=run.offset - start) for run in line.runs if start < run.offset < end))
    first, last = words
    return line._replace(
        start=line.start + start, text=line.text[start:end], bbox=box, runs=runs, first_word=first, last_word=last
    )
