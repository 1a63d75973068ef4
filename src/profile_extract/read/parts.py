"""What every engine that reads PDF gives: an opened file, and its pages one at a time."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple, Protocol

from profile_extract.errors import ProfileExtractError
from profile_extract.model import DAMAGED_PAGE, Line, Link, OutlineEntry, Page

MOST_PT = 1_000_000.0
"""Longest distance that is believed, in points; the largest page of PDF 2.0 is a hundredth of it (ISO 32000-2, annex C)."""
PASSED_ON = (ProfileExtractError, MemoryError)
"""What no damage to a file explains: meant as it is, or about this process."""


class Place(NamedTuple):
    """Where a page's lines begin in the document: its 1-based number, and the first line's row and offset."""

    page: int
    row: int
    offset: int

    def after(self, lines: list[Line]) -> Place:
        """Where the next page's lines begin."""
        return Place(self.page + 1, self.row + len(lines), lines[-1].end + 1 if lines else self.offset)


class PagePart(NamedTuple):
    """One page with its lines and links."""

    page: Page
    lines: list[Line]
    links: list[Link]

    @property
    def is_damaged(self) -> bool:
        """Whether the engine could make nothing of it; a page without text is none of these."""
        return self.page.text_error == DAMAGED_PAGE


class PdfFile(Protocol):
    """A PDF opened by an engine."""

    @property
    def page_count(self) -> int:
        """How many pages the engine sees."""

    def read_page(self, place: Place) -> PagePart:
        """One page; one that cannot be read is an empty one that says so."""

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The outline, up to where it breaks off."""

    def title(self) -> str | None:
        """The title in the document's information."""

    def close(self) -> None:
        """Let go of the file."""


def damaged_page(number: int) -> PagePart:
    """An empty page (1-based number) that says that it could not be read."""
    return PagePart(Page(number, 0.0, 0.0, text_error=DAMAGED_PAGE), [], [])


def whole_page(read: Callable[[Place], PagePart], place: Place) -> PagePart:
    """What a reader makes of a page; whatever it stumbles over in a damaged one makes it an empty page that says so."""
    try:
        return read(place)
    except PASSED_ON:
        raise
    except Exception:
        return damaged_page(place.page)


def measure(value: float) -> float:
    """A number of points that can be reckoned with: not a number is 0, and nothing is further off than :data:`MOST_PT`."""
    if -MOST_PT <= value <= MOST_PT:
        return value
    return 0.0 if math.isnan(value) else math.copysign(MOST_PT, value)
