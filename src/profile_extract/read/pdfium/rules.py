"""Ruling on a page: whether there are lines enough, across and down, to make a grid."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from itertools import compress, repeat

import numpy

from profile_extract.read.pdfium import calls

FEWEST_RULES = 3
"""Rules across, and rules down, that the smallest grid has: two rows of two cells."""
MOST_RULE_PT = 2.0
"""Thickest rule, in points."""
LEAST_RULE_PT = 20.0
"""Shortest side of a cell's rule worth counting, in points, across; a row may be half as high."""
MOST_OBJECTS = 5_000
"""Objects looked at on a page; drawings have more, tables hardly."""
_AT_ONCE = 256
"""Objects looked at before it is asked whether they are enough."""
_edges = calls.Slots(4)
"""One buffer for all documents: PDFium serves one thread at a time."""


def has_grid(page: calls.Address) -> bool:
    """Whether a loaded page has ruling across and down."""
    across = down = 0
    count = min(calls.object_count(page), MOST_OBJECTS)
    for first in range(0, count, _AT_ONCE):
        frames, flat, upright = _rules(drawn_paths(page, range(first, min(first + _AT_ONCE, count))))
        across, down = across + 2 * frames + flat, down + 2 * frames + upright
        if across >= FEWEST_RULES and down >= FEWEST_RULES:
            return True
    return False


def drawn_paths(page: calls.Address, indices: Iterable[int]) -> list[calls.Handle]:
    """The drawn paths among some objects of a page."""
    items = list(map(calls.object_in, repeat(calls.handle(page)), indices))
    return list(compress(items, map(calls.PAGE_OBJECT_PATH.__eq__, map(calls.type_of, items))))


def _rules(paths: Sequence[calls.Handle]) -> tuple[int, int, int]:
    """How many of some paths are stroked frames, flat enough for rules across, and thin enough for rules down."""
    if not paths:
        return 0, 0, 0
    has_bounds = map(calls.bounds_into, paths, *(_edges.references(len(paths), side) for side in range(4)))
    is_known = numpy.fromiter(has_bounds, bool, len(paths))
    left, bottom, right, top = _edges.records(len(paths))[is_known].T.astype(float)
    width, height = right - left, top - bottom
    is_wide, is_high = width >= LEAST_RULE_PT, height >= LEAST_RULE_PT / 2
    may_be_frame = numpy.flatnonzero(is_known)[is_wide & is_high].tolist()
    flat, upright = is_wide & (height <= MOST_RULE_PT), is_high & (width <= MOST_RULE_PT)
    return sum(_is_stroked(paths[i]) for i in may_be_frame), int(flat.sum()), int(upright.sum())


def _is_stroked(path: calls.Handle) -> bool:
    """Whether the outline of a path is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode_into(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    return bool(stroke.value)
