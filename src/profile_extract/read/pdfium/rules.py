"""Ruling on a page: whether there are lines enough, across and down, to make a grid."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator

from profile_extract.read.pdfium import calls

FEWEST_RULES = 3
"""Rules across, and rules down, that the smallest grid has: two rows of two cells."""
MOST_RULE_PT = 2.0
"""Thickest rule, in points."""
LEAST_RULE_PT = 20.0
"""Shortest side of a cell's rule worth counting, in points, across; a row may be half as high."""
MOST_OBJECTS = 5_000
"""Objects looked at on a page; drawings have more, tables hardly."""


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
        across = down = 0
        for width, height, is_stroked in _paths(page):
            is_frame = is_stroked and width >= LEAST_RULE_PT and height >= LEAST_RULE_PT / 2
            across += is_frame * 2 or (height <= MOST_RULE_PT and width >= LEAST_RULE_PT)
            down += is_frame * 2 or (width <= MOST_RULE_PT and height >= LEAST_RULE_PT / 2)
            if across >= FEWEST_RULES and down >= FEWEST_RULES:
                return True
        return False
    finally:
        calls.close_page(page)


def _paths(page: int) -> Iterator[tuple[float, float, bool]]:
    """Width and height of each drawn path, in points, and whether its outline is drawn."""
    edges = calls.Slots(4)
    references = [edges.references(1, field)[0] for field in range(4)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for index in range(min(calls.object_count(page), MOST_OBJECTS)):
        item = calls.object_at(page, index)
        if calls.object_type(item) == calls.PAGE_OBJECT_PATH and calls.bounds_into(item, *references):
            left, bottom, right, top = edges.records(1)[0].tolist()
            calls.draw_mode_into(item, ctypes.addressof(fill), ctypes.addressof(stroke))
            yield right - left, top - bottom, bool(stroke.value)
