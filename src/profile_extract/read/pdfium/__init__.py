"""PDF through PDFium (BSD-3/Apache-2.0, by way of pypdfium2, which pdfplumber brings along)."""

from __future__ import annotations

import contextlib
import ctypes
from array import array
from collections.abc import Iterator
from urllib.parse import urlsplit

from profile_extract.errors import DamagedError, EncryptedError, NoTextLayerError
from profile_extract.model import Line, Link, OutlineEntry, Page, PageFrame, Report
from profile_extract.read.assembly import assembled
from profile_extract.read.characters import usable
from profile_extract.read.pdfium import calls
from profile_extract.read.pdfium.text import Place, TextReader
from profile_extract.read.watch import Watch
from profile_extract.settings import ReadSettings

_MOST_IMAGE_CHECKS = 50
"""Page objects looked at to see whether a page without text is a picture; scans hold one or two."""
_OUTLINE_DEPTH = 15
"""Levels of the outline that are read; deeper ones are loops."""
_URI_BYTES = 4096
"""Longest link that is read, in bytes; browsers stop at about half of it."""


def read_pdf(data: bytes, name: str, settings: ReadSettings, watch: Watch) -> Report:
    """A PDF as lines with boxes and styles, links and outline.

    Raises:
        EncryptedError: it asks for a password.
        DamagedError: PDFium finds no document or no page in it.
        NoTextLayerError: no page has any text.
    """
    with _opened(data, name) as document:
        count = len(document)
        if count == 0:
            raise DamagedError("the PDF has no pages; export it again from its source", path=name)
        watch.count(count)
        reader = TextReader(settings)
        pages: list[Page] = []
        lines: list[Line] = []
        place = Place(1, 0, 0)
        links: list[Link] = []
        for number in range(1, count + 1):
            watch.page(number)
            page, page_lines, page_links = _read_page(calls.address_of(document.raw), place, reader, watch)
            pages.append(page)
            lines += page_lines
            links += page_links
            place = Place(number + 1, len(lines), lines[-1].end + 1 if lines else 0)
        outline = tuple(_read_outline(document))
        title = usable(document.get_metadata_value("Title")).strip() or None
    if not lines:
        raise NoTextLayerError("no text layer: the pages are pictures; run OCR on the file first", path=name)
    return assembled(data, name, pages, lines, settings, links=links, outline=outline, title=title)


@contextlib.contextmanager
def _opened(data: bytes, name: str) -> Iterator[calls.PdfDocument]:
    try:
        document = calls.PdfDocument(data)
    except calls.PdfiumError as error:
        if getattr(error, "err_code", None) == calls.ERROR_PASSWORD:
            raise EncryptedError("the PDF asks for a password; save a copy without one", path=name) from error
        raise DamagedError("the PDF is damaged or cut short; export or download it again", path=name) from error
    try:
        yield document
    finally:
        document.close()


def _read_page(document: int, place: Place, reader: TextReader, watch: Watch) -> tuple[Page, list[Line], list[Link]]:
    """One page; a page that PDFium cannot load is kept as an empty one that says so."""
    number = place.page
    page = calls.load_page(document, number - 1)
    if not page:
        return Page(number, 0.0, 0.0, text_error="the page is damaged"), [], []
    try:
        frame = _frame(page)
        text_page = calls.load_text(page)
        try:
            watch.characters(number, calls.char_count(text_page))
            lines, words = reader.read(text_page, place, frame)
        finally:
            calls.close_text(text_page)
        links = list(_read_links(document, page, number, frame))
        error = None if lines or not _has_image(page) else "the page is a picture without text"
        width, height = calls.page_width(page), calls.page_height(page)
        return Page(number, width, height, frame.rotation, words, error), lines, links
    finally:
        calls.close_page(page)


def _frame(page: int) -> PageFrame:
    edges = array("f", bytes(16))
    calls.page_box(page, edges.buffer_info()[0])
    left, top, right, bottom = edges
    return PageFrame(left, bottom, right, top, 90 * max(0, calls.page_rotation(page)))


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
            left, top, right, bottom = edges
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
