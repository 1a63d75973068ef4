"""Ruled tables, found by pdfplumber (MIT) in what PDFium says is drawn, on the pages where it is worth asking.

Those are pages that have text side by side and enough ruling to make a grid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any

from profile_extract.model import BBox, Table
from profile_extract.read.pdfium.edges import edges_of_grids
from profile_extract.read.plumbing import forgiving, pdfplumber

FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
"""A box around a paragraph is no table."""
MOST_CROSSINGS = 100_000
"""Places where edges may cross, heights of those across times places of those down; tables have some hundreds, maps and
hatching have millions, and all are tried.
"""


def find_tables(data: bytes, pages: Iterable[int], known: Iterable[int] = ()) -> dict[int, tuple[Table, ...]]:
    """The ruled tables of a PDF on some of its pages (1-based), by page; pages without one are left out.

    Of ``known`` pages it is known that they have ruling; the others are looked at first. What PDFium cannot open has no
    tables.
    """
    found = ((page, tuple(_tables(page, edges))) for page, edges in edges_of_grids(data, sorted({*pages, *known}), set(known)))
    return {page: tables for page, tables in found if tables}


def _tables(page: int, edges: Sequence[BBox]) -> Iterator[Table]:
    if _crossings(edges) > MOST_CROSSINGS:
        return
    with forgiving():
        drawn: Any = SimpleNamespace(edges=list(map(_plumbed, edges)))  # all that it asks of a page
        for table in pdfplumber.table.TableFinder(drawn).tables:
            if _is_grid(table.rows):
                rows = tuple(tuple(BBox(*cell) for cell in row.cells if cell is not None) for row in table.rows)
                yield Table(page, BBox(*table.bbox), rows)


def _crossings(edges: Sequence[BBox]) -> int:
    """At how many places edges may cross."""
    heights = {edge.top for edge in edges if edge.top == edge.bottom}
    return len(heights) * len({edge.x0 for edge in edges if edge.x0 == edge.x1})


def _plumbed(edge: BBox) -> dict[str, Any]:
    """An edge as pdfplumber has it."""
    x0, top, x1, bottom = edge
    orientation = "v" if x0 == x1 else "h"
    sides = {"x0": x0, "top": top, "x1": x1, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {"object_type": "line", "orientation": orientation, **sides}


def _is_grid(rows: Sequence[Any]) -> bool:
    return len(rows) >= FEWEST_ROWS and max(len(row.cells) for row in rows) >= FEWEST_COLUMNS
