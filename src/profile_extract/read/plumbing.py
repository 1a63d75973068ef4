"""What using pdfplumber takes: a corner to measure from, and readiness for whatever a damaged file makes it raise."""

from __future__ import annotations

import logging
from typing import Any, NamedTuple

FAILURES = (Exception,)
"""What pdfminer raises on damaged files: besides its own errors, any that follows from data it did not expect."""

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # its remarks are no messages of this program


class Frame(NamedTuple):
    """The visible part of a page, in pdfplumber's points: its top left corner, and its size."""

    left: float
    top: float
    width: float
    height: float


def frame_of(page: Any) -> Frame:
    """The crop box of a page, as far as it lies on the media box (ISO 32000-2, 14.11.2); ``bbox`` is the latter."""
    media, crop = (tuple(map(float, box)) for box in (page.mediabox, page.cropbox))
    left, top = max(media[0], crop[0]), max(media[1], crop[1])
    right, bottom = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or bottom <= top:
        left, top, right, bottom = media
    return Frame(left, top, right - left, bottom - top)
