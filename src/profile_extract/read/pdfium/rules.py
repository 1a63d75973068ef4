"""Ruling on a page: whether there are lines enough, across and down, to make a grid."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import compress, repeat

from profile_extract.read.pdfium import calls

FEWEST_RULES = 3
"""Rules across, and rules down, that the smallest grid has: two rows of two cells."""
MOST_RULE_PT = 2.0
"""Thickest rule, in points."""
LEAST_RULE_PT = 20.0
"""Shortest side of a cell's rule worth counting, in points, across; a row may be half as high."""
MOST_OBJECTS = 5_000
"""Objects looked at on a page; drawings have more, tables hardly."""
_edges = calls.Slots(4)
"""One buffer for all documents: PDFium serves one thread at a time."""


def pages_with_grids(data: bytes, pages: Iterable[int]) -> list[int]:
    """Those of the pages (1-based) that have ruling across and down."""
    try:
        document = calls.PdfDocument(data)
    except calls.PdfiumError:
        return []
    try:
        return [page for page in pages if _has_grid(calls.address_of(document.raw), page)]
    finally:
        document.close()


def _has_grid(document: int, number: int) -> bool:
    page = calls.load_page(document, number - 1)
    if not page:
        return False
    try:
        return has_grid(page)
    finally:
        calls.close_page(page)


def has_grid(page: int) -> bool:
    """Whether a loaded page has ruling across and down."""
    across = down = 0
    for width, height, is_stroked in _paths(page):
        is_frame = is_stroked and width >= LEAST_RULE_PT and height >= LEAST_RULE_PT / 2
        across += is_frame * 2 or (height <= MOST_RULE_PT and width >= LEAST_RULE_PT)
        down += is_frame * 2 or (width <= MOST_RULE_PT and height >= LEAST_RULE_PT / 2)
        if across >= FEWEST_RULES and down >= FEWEST_RULES:
            return True
    return False


def _paths(page: int) -> Iterator[tuple[float, float, bool]]:
    """Width and height of each drawn path, in points, and whether its outline is drawn."""
    count = min(calls.object_count(page), MOST_OBJECTS)
    items = list(map(calls.object_in, repeat(calls.handle(page)), range(count)))
    is_path = map(calls.PAGE_OBJECT_PATH.__eq__, map(calls.type_of, items))
    references = [_edges.references(1, field)[0] for field in range(4)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for item in compress(items, is_path):
        if calls.bounds_into(item, *references):
            left, bottom, right, top = _edges.records(1)[0].tolist()
            calls.draw_mode_into(item, ctypes.addressof(fill), ctypes.addressof(stroke))
            yield right - left, top - bottom, bool(stroke.value)
