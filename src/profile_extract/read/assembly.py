"""Pages and lines made into one report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.model import BBox, Line, Link, OutlineEntry, Page, Report, Run
from profile_extract.settings import ReadSettings

LEAST_LABEL_CHARS, MOST_LABEL_CHARS = 3, 60
"""Length of a beginning that is parted from the text beside it; shorter ones are bullets and numbers of items."""
LEAST_CHANGE_PT = 1.0
"""Difference of type sizes, in points, of a text and what stands in the margin beside it."""


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
    """A PDF report: a row for each line as read, in content order; a label and the value beside it share one."""
    parts: list[Line] = []
    for line in lines:
        if len(line.runs) > 1:
            parts += _parted(line, pages, settings)
        else:
            parts.append(line)
    return Report(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        dialect="pdf",
        text="\n".join(line.text for line in lines),
        row_starts=tuple(line.start for line in lines),
        row_numbers=tuple(range(1, len(lines) + 1)),
        pages=tuple(pages),
        lines=tuple(parts),
        links=tuple(links),
        outline=tuple(outline),
        title=title,
    )


def _parted(line: Line, pages: Sequence[Page], settings: ReadSettings) -> Iterator[Line]:
    """A line parted where its style changes behind a wide gap."""
    table = pages[line.page - 1].words
    pairs = pairwise(line.runs)
    edges = [run.offset for before, run in pairs if run.offset > LEAST_LABEL_CHARS and _may_be_edge(before, run)]
    if edges and table is not None and not line.is_rotated:
        words = {
            int(start): index for index, start in enumerate(table.starts[line.first_word : line.last_word], line.first_word)
        }
        begin = int(table.starts[line.first_word])
        for offset in edges:
            index = words.get(begin + offset)
            if index is None:
                continue
            left, right = table.box(index - 1), table.box(index)
            if right.x0 - left.x1 > settings.style_gap_em * line.runs[0].style.size_pt:
                yield _part(line, 0, offset - 1, left, (line.first_word, index))
                yield from _parted(_part(line, offset, len(line.text), right, (index, line.last_word)), pages, settings)
                return
    yield line


def _may_be_edge(before: Run, run: Run) -> bool:
    """Whether what is set otherwise behind a run may be of another column: behind a label, or in other type and size."""
    a, b = before.style, run.style
    return run.offset <= MOST_LABEL_CHARS or (a.font != b.font and abs(a.size_pt - b.size_pt) > LEAST_CHANGE_PT)


def _part(line: Line, start: int, end: int, edge: BBox, words: tuple[int, int]) -> Line:
    """One side of a line: from ``start`` to ``end`` of its text, up to or from the box of the word at its edge."""
    box = line.bbox._replace(x1=edge.x1) if start == 0 else line.bbox._replace(x0=edge.x0)
    style = next(run for run in reversed(line.runs) if run.offset <= start)
    runs = (Run(0, style.style), *(run._replace(offset=run.offset - start) for run in line.runs if start < run.offset < end))
    first, last = words
    return line._replace(
        start=line.start + start, text=line.text[start:end], bbox=box, runs=runs, first_word=first, last_word=last
    )
