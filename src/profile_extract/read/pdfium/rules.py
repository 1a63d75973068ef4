"""Ruling on a page: whether there are lines enough, across and down, to make a grid, and what runs across its columns."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from itertools import compress, islice, repeat
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

from profile_extract.read.pdfium import calls

FEWEST_RULES = 3
"""Rules across, and rules down, that the smallest grid has: two rows of two cells."""
MOST_RULE_PT = 2.0
"""Thickest rule, in points."""
LEAST_RULE_PT = 20.0
"""Shortest side of a cell's rule worth counting, in points, across; a row may be half as high."""
MOST_OBJECTS = 5_000
"""Objects looked at on a page; drawings have more, tables hardly."""
LEAST_WIDE_PT = 150.0
"""Width of a rule or a box that may run across columns, in points, at least: two of the narrowest that are set."""
MOST_WIDE = 100
"""Wide rules and boxes on a page, at most; more are of a drawing or a spreadsheet, and part no columns."""
LEAST_MARK_PT, MOST_MARK_PT = 1.5, 8.0
"""Sides of the disc, circle or square that marks an item of a list, in points: a browser's are a third of the type's size."""
MOST_OBLONG = 1.25
"""How many times longer than the other a side of such a mark is at most."""
MOST_MARKS = 200
"""Such shapes on a page at most; more are of a drawing, the points of a chart."""
_edges = calls.Slots(4)
"""One buffer for all documents: PDFium serves one thread at a time."""

_Array = NDArray[Any]


class Ruling(NamedTuple):
    """Whether a page has ruling enough, across and down, for a grid; and the boxes of what is drawn on it, in PDF space.

    ``wide`` are wide ones, ``marks`` small ones as wide as high; each has a row: left, bottom, right, top, in points.
    """

    has_grid: bool
    wide: _Array
    marks: _Array


def find_ruling(page: calls.Address) -> Ruling:
    """What is drawn on a loaded page to part its text, or to mark items of a list."""
    paths = drawn_paths(page, range(min(calls.object_count(page), MOST_OBJECTS)))
    if not paths:
        return Ruling(False, *2 * (numpy.empty((0, 4)),))
    paths, boxes = _boxed(paths)
    width, height = (boxes[:, 2:] - boxes[:, :2]).T
    shorter, longer = numpy.minimum(width, height), numpy.maximum(width, height)
    is_mark = (shorter >= LEAST_MARK_PT) & (longer <= MOST_MARK_PT) & (longer <= MOST_OBLONG * shorter)
    return Ruling(_are_grid(paths, boxes), _few(boxes[width >= LEAST_WIDE_PT], MOST_WIDE), _few(boxes[is_mark], MOST_MARKS))


def _few(boxes: _Array, most: int) -> _Array:
    """The boxes, or none if there are more: those are of a drawing."""
    return boxes if len(boxes) <= most else boxes[:0]


def has_grid(page: calls.Address) -> bool:
    """Whether a loaded page has ruling across and down."""
    return find_ruling(page).has_grid


def drawn_paths(page: calls.Address, indices: Iterable[int]) -> list[calls.Handle]:
    """The drawn paths among some objects of a page."""
    items = list(map(calls.object_in, repeat(calls.handle(page)), indices))
    return list(compress(items, map(calls.PAGE_OBJECT_PATH.__eq__, map(calls.type_of, items))))


def _boxed(paths: Sequence[calls.Handle]) -> tuple[list[calls.Handle], _Array]:
    """The paths that have bounds, and these: left, bottom, right and top, a row each."""
    has_bounds = map(calls.bounds_into, paths, *(_edges.references(len(paths), side) for side in range(4)))
    is_known = numpy.fromiter(has_bounds, bool, len(paths))
    return list(compress(paths, is_known.tolist())), _edges.records(len(paths))[is_known].astype(float)


def _are_grid(paths: Sequence[calls.Handle], boxes: _Array) -> bool:
    """Whether enough of some paths are flat, as rules across, and enough thin, as rules down; stroked frames are both."""
    left, bottom, right, top = boxes.T
    width, height = right - left, top - bottom
    is_wide, is_high = width >= LEAST_RULE_PT, height >= LEAST_RULE_PT / 2
    flat, upright = is_wide & (height <= MOST_RULE_PT), is_high & (width <= MOST_RULE_PT)
    missing = FEWEST_RULES - min(int(flat.sum()), int(upright.sum()))
    frames = filter(_is_stroked, compress(paths, (is_wide & is_high).tolist()))
    return missing <= 0 or 2 * len(list(islice(frames, missing))) >= missing


def _is_stroked(path: calls.Handle) -> bool:
    """Whether the outline of a path is drawn."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode_into(path, ctypes.addressof(fill), ctypes.addressof(stroke))
    return bool(stroke.value)
