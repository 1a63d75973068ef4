"""What using pdfplumber takes: a corner to measure from, and readiness for whatever a damaged file makes it raise.

pdfplumber is imported here, and from here: pdfminer under it reads character maps from wherever ``CMAP_PATH`` says, and
what says so is not always the user.
"""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from profile_extract.read.parts import PASSED_ON, measure

os.environ.pop("CMAP_PATH", None)
import pdfplumber as pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect as PDFPasswordIncorrect
from pdfplumber.pdf import PDF as PDF

logging.getLogger("pdfminer").addHandler(logging.NullHandler())  # its remarks are no messages of this program


@contextlib.contextmanager
def forgiving() -> Iterator[None]:
    """Does without what fails inside: pdfminer raises on damaged files whatever follows from data it did not expect."""
    try:
        yield
    except PASSED_ON:
        raise
    except Exception:
        return


class Frame(NamedTuple):
    """The visible part of a page, in pdfplumber's points: its top left corner, and its size."""

    left: float
    top: float
    width: float
    height: float


def frame_of(page: Any) -> Frame:
    """The crop box of a page, as far as it lies on the media box (ISO 32000-2, 14.11.2); ``bbox`` is the latter."""
    media, crop = (tuple(measure(float(edge)) for edge in box) for box in (page.mediabox, page.cropbox))
    left, top = max(media[0], crop[0]), max(media[1], crop[1])
    right, bottom = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or bottom <= top:
        left, top, right, bottom = media
    return Frame(left, top, right - left, bottom - top)
