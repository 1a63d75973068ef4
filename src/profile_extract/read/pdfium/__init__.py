"""PDF through PDFium (BSD-3/Apache-2.0, by way of pypdfium2, which pdfplumber brings along)."""

from __future__ import annotations

import contextlib
import ctypes
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from profile_extract.errors import DamagedError, EncryptedError
from profile_extract.model import Line, Link, OutlineEntry, Page, PageFrame
from profile_extract.read.characters import usable
from profile_extract.read.parts import PagePart, Place, damaged_page, measure, whole_page
from profile_extract.read.pdfium import calls
from profile_extract.read.pdfium.rules import has_grid
from profile_extract.read.pdfium.text import PageText, TextReader
from profile_extract.read.watch import Watch
from profile_extract.settings import ReadSettings

_MOST_IMAGE_CHECKS = 50
"""Page objects looked at to see whether a page without text is a picture; scans hold one or two."""
FEWEST_BESIDE = 2
"""Lines beside others from which a page is looked at for ruling; where it has fewer, ruling can be asked for later."""
SAME_ROW_PT = 3.0
"""Difference of two baselines, in points, that stand beside each other; lines of text are 9 and more apart."""
PAGES_AT_ONCE = 8
"""Pages in memory at a time; sixteen are hardly faster."""
MOST_CHARS_AHEAD, MOST_OBJECTS_AHEAD = 10_000, 5_000
"""Characters and objects of a page beyond which no further one is loaded with it; full pages of print have half of that."""
_OUTLINE_DEPTH = 15
"""Levels of the outline that are read; deeper ones are loops."""
_URI_BYTES = 4096
"""Longest link that is read, in bytes; browsers stop at about half of it."""


class PdfiumFile:
    """A PDF opened by PDFium.

    Raises:
        EncryptedError: it asks for a password, or is encrypted in a way that nobody knows.
        DamagedError: PDFium finds no document in it.
    """

    def __init__(self, data: bytes, name: str, settings: ReadSettings, watch: Watch) -> None:
        self._document = _opened(data, name)
        self._address = calls.address_of(self._document.raw)
        self._reader, self._watch = TextReader(settings), watch
        self._ahead = _Ahead(self._address, self.page_count)

    @property
    def page_count(self) -> int:
        """How many pages PDFium sees."""
        return len(self._document)

    def read_page(self, place: Place) -> PagePart:
        """One page; one that PDFium cannot load is an empty one that says so."""
        return whole_page(self._read_page, place)

    def _read_page(self, place: Place) -> PagePart:
        number = place.page
        page, text_page = self._ahead.take(number)
        if not page:
            return damaged_page(number)
        try:
            frame = _frame(page)
            lines, words = self._read_text(text_page, place, frame)
            links = list(_read_links(self._address, page, number, frame))
            error = None if lines or not _has_image(page) else "the page is a picture without text"
            grid = has_grid(page) if _stand_side_by_side(lines) else None
            width, height = measure(calls.page_width(page)), measure(calls.page_height(page))
            return PagePart(Page(number, width, height, frame.rotation, words, error, grid), lines, links)
        finally:
            _close(page, text_page)

    def _read_text(self, text_page: int, place: Place, frame: PageFrame) -> PageText:
        if not text_page:
            raise calls.PdfiumError("the text of the page cannot be loaded")
        self._watch.characters(place.page, calls.char_count(text_page))
        return self._reader.read(text_page, place, frame)

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The outline, up to where it breaks off."""
        return tuple(_read_outline(self._document))

    def title(self) -> str | None:
        """The title in the document's information."""
        return usable(self._document.get_metadata_value("Title")).strip() or None

    def close(self) -> None:
        """Let go of the file."""
        self._ahead.close()
        self._document.close()


class _Ahead:
    """The pages of a document with their text, some of them loaded at once.

    By turns, PDFium and Python drive each other out of the processor's caches: a twentieth of the time of reading.
    """

    def __init__(self, document: calls.Address, page_count: int) -> None:
        self._document, self._page_count = document, page_count
        self._loaded: dict[int, tuple[calls.Address, calls.Address]] = {}

    def take(self, number: int) -> tuple[calls.Address, calls.Address]:
        """A page (1-based) and its text, to be closed by who takes them; 0 is what cannot be loaded."""
        if number not in self._loaded:
            self.close()
            for ahead in range(number, min(number + PAGES_AT_ONCE, self._page_count + 1)):
                page = calls.load_page(self._document, ahead - 1)
                self._loaded[ahead] = page, calls.load_text(page) if page else 0
                if _is_heavy(*self._loaded[ahead]):
                    break
        return self._loaded.pop(number)

    def close(self) -> None:
        """Let go of what has not been taken."""
        while self._loaded:
            _close(*self._loaded.popitem()[1])


def _is_heavy(page: calls.Address, text_page: calls.Address) -> bool:
    """Whether a page is damaged, or so large that no other should be in memory beside it."""
    if not text_page:
        return True
    return bool(calls.char_count(text_page) > MOST_CHARS_AHEAD or calls.object_count(page) > MOST_OBJECTS_AHEAD)


def _close(page: calls.Address, text_page: calls.Address) -> None:
    if text_page:
        calls.close_text(text_page)
    if page:
        calls.close_page(page)


def _opened(data: bytes, name: str) -> calls.PdfDocument:
    try:
        return calls.PdfDocument(data)
    except calls.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == calls.ERROR_PASSWORD:
            raise EncryptedError("the PDF asks for a password; save a copy without one", path=name) from error
        if code == calls.ERROR_SECURITY:
            raise EncryptedError(
                "the PDF is encrypted in an unknown way; save a copy without encryption", path=name
            ) from error
        raise DamagedError("the PDF is damaged or cut short; export or download it again", path=name) from error


def _frame(page: int) -> PageFrame:
    edges = array("f", bytes(16))
    calls.page_box(page, edges.buffer_info()[0])
    left, top, right, bottom = map(measure, edges)
    return PageFrame(left, bottom, right, top, 90 * max(0, calls.page_rotation(page)))


def _stand_side_by_side(lines: Sequence[Line]) -> bool:
    """Whether some lines stand beside others, without which nobody asks for tables."""
    bottoms = sorted(line.bbox.bottom for line in lines)
    return sum(below - above < SAME_ROW_PT for above, below in pairwise(bottoms)) >= FEWEST_BESIDE


def _has_image(page: int) -> bool:
    count = min(calls.object_count(page), _MOST_IMAGE_CHECKS)
    return any(calls.object_type(calls.object_at(page, i)) == calls.PAGE_OBJECT_IMAGE for i in range(count))


def _read_links(document: int, page: int, number: int, frame: PageFrame) -> Iterator[Link]:
    position, link = ctypes.c_int(0), ctypes.c_void_p()
    edges = array("f", bytes(16))
    address = edges.buffer_info()[0]
    while calls.next_link(page, ctypes.addressof(position), ctypes.addressof(link)):
        uri = _uri(document, calls.link_action(link.value))
        if uri and calls.link_box_into(link.value, address):
            left, top, right, bottom = map(measure, edges)
            yield Link(number, uri, frame.on_page(left, min(top, bottom), right, max(top, bottom)))


def _uri(document: int, action: int) -> str | None:
    """The address a link leads to; None for a jump inside the file or an address that is none."""
    buffer = array("B", bytes(_URI_BYTES))
    length = calls.action_uri_into(document, action, buffer.buffer_info()[0], _URI_BYTES) if action else 0
    if not 1 < length <= _URI_BYTES:
        return None
    uri = usable(buffer[: length - 1].tobytes().decode("utf-8", "replace")).strip()
    with contextlib.suppress(ValueError):
        return uri if urlsplit(uri).path or urlsplit(uri).netloc else None
    return uri


def _read_outline(document: calls.PdfDocument) -> Iterator[OutlineEntry]:
    with contextlib.suppress(calls.PdfiumError):
        for bookmark in document.get_toc(max_depth=_OUTLINE_DEPTH):
            destination = bookmark.get_dest()
            index = destination.get_index() if destination else None
            page = None if index is None or index < 0 else index + 1
            yield OutlineEntry(bookmark.level, usable(bookmark.get_title()).strip(), page)
