"""Where the visible part of a page lies."""

from __future__ import annotations

from array import array

from profile_extract.model import PageFrame
from profile_extract.read.parts import measure
from profile_extract.read.pdfium import calls


def page_frame(page: calls.Address) -> PageFrame:
    """The visible part of a loaded page and how it is turned."""
    edges = array("f", bytes(16))
    calls.page_box(page, edges.buffer_info()[0])
    left, top, right, bottom = map(measure, edges)
    return PageFrame(left, bottom, right, top, 90 * max(0, calls.page_rotation(page)))
