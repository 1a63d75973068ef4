"""The straight edges of what is drawn on a page, across and down, of which tables are made.

PDFium has them at hand; pdfminer would read the whole page again for them, letter by letter, in twenty times the time. What
is drawn inside a form (ISO 32000-2, 8.10) is left out: that is a picture.
"""

from __future__ import annotations

import contextlib
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Any

import numpy
from numpy.typing import NDArray

from profile_extract.model import BBox
from profile_extract.read.pdfium import calls
from profile_extract.read.pdfium.frames import page_frame
from profile_extract.read.pdfium.rules import MOST_OBJECTS, drawn_paths, has_grid

MOST_SEGMENTS = 20_000
"""Segments looked at on a page, four for each object looked at; a path beyond them ends the looking."""
LEAST_EDGE_PT = 1.0
"""Shortest edge, in points, as pdfplumber has it (``edge_min_length_prefilter``)."""
STRAIGHT_PT = 0.1
"""How far the ends of a straight edge may lie aside of each other, in points: less than is seen."""
_DECIMALS = 2
"""Places are rounded as far as producers write them: edges 3 points apart are so, too, for who compares them with 3."""
_points, _matrices = calls.Slots(2), calls.Slots(6)

_Array = NDArray[Any]


def edges_of_grids(data: bytes, pages: Iterable[int], known: Container[int]) -> Iterator[tuple[int, list[BBox]]]:
    """The straight edges of those of some pages (1-based) that have ruling across and down, as ``known`` ones do."""
    try:
        document = calls.PdfDocument(data)
    except calls.PdfiumError:
        return
    with contextlib.closing(document):
        for number in pages:
            page = calls.load_page(calls.address_of(document.raw), number - 1)
            if not page:
                continue
            try:
                edges = straight_edges(page) if number in known or has_grid(page) else []
            finally:
                calls.close_page(page)
            yield number, edges


def straight_edges(page: calls.Address) -> list[BBox]:
    """The straight edges of the paths on a loaded page, from its visible corner; each box is without height or width."""
    ends = _straight_segments(drawn_paths(page, range(min(calls.object_count(page), MOST_OBJECTS))))
    low, high = numpy.minimum(ends[:, :2], ends[:, 2:]), numpy.maximum(ends[:, :2], ends[:, 2:])
    width, height = (high - low).T
    is_across = (height <= STRAIGHT_PT) & (width >= LEAST_EDGE_PT)
    is_down = (width <= STRAIGHT_PT) & (height >= LEAST_EDGE_PT)
    high[is_across, 1], high[is_down, 0] = low[is_across, 1], low[is_down, 0]
    chosen = is_across | is_down
    return list(map(page_frame(page).on_page, *low[chosen].T.tolist(), *high[chosen].T.tolist()))


def _straight_segments(paths: Sequence[calls.Handle]) -> _Array:
    """Both ends of each straight segment of some paths, in PDF space: x and y of one, x and y of the other."""
    counts = numpy.fromiter(map(calls.segment_count, paths), int, len(paths)).clip(0)
    counts = counts[counts.cumsum() <= MOST_SEGMENTS]
    owners = numpy.repeat(numpy.arange(len(counts)), counts)
    places = numpy.arange(len(owners))
    indices = places - numpy.repeat(counts.cumsum() - counts, counts)
    segments = list(map(calls.segment_at, map(paths.__getitem__, owners.tolist()), indices.tolist()))
    kinds = numpy.fromiter(map(calls.segment_kind, segments), int, len(segments))
    closes = numpy.fromiter(map(calls.segment_closes, segments), bool, len(segments))
    begins = numpy.maximum.accumulate(numpy.where((kinds == calls.SEGMENT_MOVE) | (indices == 0), places, 0))
    lines, closing = places[(kinds == calls.SEGMENT_LINE) & (places > begins)], places[closes]
    points = _points_on_page(paths[: len(counts)], owners, segments)
    return numpy.concatenate(
        [points[numpy.concatenate([lines - 1, closing])], points[numpy.concatenate([lines, begins[closing]])]], 1
    )


def _points_on_page(paths: Sequence[calls.Handle], owners: _Array, segments: Sequence[calls.Handle]) -> _Array:
    """Where segments end, in PDF space; ``owners`` are the places of their paths."""
    calls.ask(calls.object_matrix_into, paths, _matrices.references(len(paths)))
    calls.ask(calls.segment_point_into, segments, *(_points.references(len(segments), side) for side in range(2)))
    matrices = _matrices.records(len(paths)).astype(float)[owners]
    x, y = _points.records(len(segments)).astype(float).T
    a, b, c, d, e, f = matrices.T
    return numpy.column_stack([a * x + c * y + e, b * x + d * y + f]).round(_DECIMALS)
