"""The edges of the pages of a dump, where nothing but the words shows what is a running line and what a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from profile_extract.layout.running_places import FEW_PAGES
from profile_extract.layout.sidebars import labels_over_figures
from profile_extract.model import Line, Report

DEEP, DEEP_SHARE = 6, 0.8
"""Rows of furniture looked for at each edge of a dump, which may print what stands side by side in a header below each other;
share of all pages that such lines, deeper than others, are on as they are: nothing shows where the text begins, and labels may
come back, too."""
LEAST_LABEL_CHARS = 3
"""Shortest label at the top of a page, in characters: upright words are printed letter by letter there."""
FEWEST_UNDER_TEXT = 2
"""Pages on which a line stands under text, from which it is no chance."""
RowsByPage = Mapping[int, Sequence[Sequence[Line]]]
"""The rows of lines at an edge of each page, the outermost first."""


def deep_in_dump(rows_by_page: RowsByPage, depth: int) -> Iterator[Line]:
    """Lines deeper than ``depth`` rows that come back whole, each at one depth of nearly all pages."""
    deep = [
        (number, row[0])
        for rows in rows_by_page.values()
        for number, row in enumerate(rows[:DEEP])
        if number >= depth and len(row) == 1
    ]
    counts = Counter((number, line.text) for number, line in deep)
    least = max(FEW_PAGES, DEEP_SHARE * len(rows_by_page))
    yield from (line for number, line in deep if counts[number, line.text] >= least)


def find_edge_labels(report: Report, running: Sequence[Line], edges: Mapping[str, RowsByPage], name: str) -> frozenset[str]:
    """The words of labels at one edge: of facts at the tops of pages, or inside the pages as often as at their edges, or more.

    ``running`` are lines that come back there, without the numbers of pages.
    """
    words = {line.text for line in running if len(line.text) >= LEAST_LABEL_CHARS}
    outer = {line.start for pages in edges.values() for rows in pages.values() for row in rows[:DEEP] for line in row}
    inside = Counter(line.text for line in report.lines if line.text in words and line.start not in outer)
    at_edges = Counter(line.text for line in running)
    mostly_inside = frozenset(text for text, count in inside.items() if count >= at_edges[text])
    if name != "header":
        return mostly_inside
    labels = mostly_inside | _over_figures(edges[name])
    return labels | _under_text(edges[name], words - labels)


def _under_text(rows_by_page: RowsByPage, words: Collection[str]) -> frozenset[str]:
    """Those of some lines that stand under text at the tops of several pages: outside of a running line there is none."""
    tops = (rows for rows in rows_by_page.values() if rows and not _are_running(rows[0], words))
    under = Counter(line.text for rows in tops for row in rows[1:] for line in row if line.text in words)
    return frozenset(text for text, count in under.items() if count >= FEWEST_UNDER_TEXT)


def _are_running(row: Sequence[Line], words: Collection[str]) -> bool:
    return any(line.text in words or line.text.isdecimal() for line in row)


def _over_figures(rows_by_page: RowsByPage) -> frozenset[str]:
    """The lines at the tops of pages that are labels of facts: a running line has the titles under it."""
    tops = (rows[:2] for rows in rows_by_page.values() if len(rows) > 1 and len(rows[0]) == len(rows[1]) == 1)
    return labels_over_figures([(first[0], second[0]) for first, second in tops])
