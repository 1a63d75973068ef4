"""Ruled tables, found by pdfplumber (MIT) on the pages where it is worth asking.

Finding tables takes pdfplumber some fifty times as long as reading the page, so it is asked only about pages that have
text side by side and, by PDFium's word, enough ruling to make a grid.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from profile_extract.model import BBox, Table
from profile_extract.read.parts import measure
from profile_extract.read.pdfium.rules import pages_with_grids
from profile_extract.read.plumbing import Frame, forgiving, frame_of, pdfplumber

FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
"""A box around a paragraph is no table."""


def find_tables(data: bytes, pages: Iterable[int], known: Iterable[int] = ()) -> dict[int, tuple[Table, ...]]:
    """The ruled tables of a PDF on some of its pages (1-based), by page; pages without one are left out.

    Of ``known`` pages it is known that they have ruling; the others are looked at first. What pdfplumber cannot read has no
    tables: the text is read by another engine.
    """
    unknown = sorted(set(pages).difference(known))
    asked = sorted({*known, *(pages_with_grids(data, unknown) if unknown else ())})
    found: dict[int, tuple[Table, ...]] = {}
    if asked:
        with forgiving(), pdfplumber.open(io.BytesIO(data), pages=asked) as pdf:
            for page in pdf.pages:
                tables = tuple(_tables(page))
                if tables:
                    found[page.page_number] = tables
                page.close()
    return found


def _tables(page: Any) -> Iterator[Table]:
    with forgiving():
        frame = frame_of(page)
        for table in page.find_tables():
            if _is_grid(table.rows):
                yield _table(page.page_number, table, frame)


def _is_grid(rows: Sequence[Any]) -> bool:
    return len(rows) >= FEWEST_ROWS and max(len(row.cells) for row in rows) >= FEWEST_COLUMNS


def _table(page: int, table: Any, frame: Frame) -> Table:
    def box(edges: Sequence[float]) -> BBox:
        x0, top, x1, bottom = map(measure, edges)
        return BBox(x0 - frame.left, top - frame.top, x1 - frame.left, bottom - frame.top)

    rows = tuple(tuple(box(cell) for cell in row.cells if cell is not None) for row in table.rows)
    return Table(page, box(table.bbox), rows)
