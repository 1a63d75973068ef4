"""PDF through PDFium (BSD-3/Apache-2.0, by way of pypdfium2, which pdfplumber brings along)."""

from __future__ import annotations

import contextlib
import ctypes
import itertools
from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from profile_extract.errors import DamagedError, EncryptedError
from profile_extract.model import BBox, Line, Link, OutlineEntry, Page, PageFrame, WordTable
from profile_extract.read.characters import usable
from profile_extract.read.parts import PASSED_ON, PagePart, Place, damaged_page, measure, whole_page
from profile_extract.read.pdfium import calls
from profile_extract.read.pdfium.frames import page_frame
from profile_extract.read.pdfium.rules import MOST_RULE_PT, Ruling, find_ruling
from profile_extract.read.pdfium.text import TextReader
from profile_extract.read.pdfium.words import LoadedText
from profile_extract.read.watch import Watch
from profile_extract.settings import ReadSettings

_MOST_IMAGE_CHECKS = 50
"""Page objects looked at to see whether a page without text is a picture; scans hold one or two."""
FEWEST_BESIDE = 2
"""Lines beside others from which a page is looked at for ruling; where it has fewer, ruling can be asked for later."""
SAME_ROW_PT = 3.0
"""Difference of two baselines, in points, that stand beside each other; lines of text are 9 and more apart."""
PAGES_AT_ONCE = 6
"""Pages read at a time; four and eight take a hundredth more, sixteen more still."""
MOST_CHARS_AHEAD, MOST_OBJECTS_AHEAD = 10_000, 5_000
"""Characters and objects of a page beyond which no further one is loaded with it; full pages of print have half of that."""
_OUTLINE_DEPTH = 15
"""Levels of the outline that are read; deeper ones are loops."""
_URI_BYTES = 4096
"""Longest link that is read, in bytes; browsers stop at about half of it."""
_DRAW_MARKS = ("Skia", "Qt", "wkhtmltopdf")
"""Programs that draw the bullets of lists as shapes, where others set them as text: browsers and what is made of them."""


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
        self._read: dict[Place, PagePart] = {}
        self._draws_marks = any(map(self._document.get_metadata_value("Producer").startswith, _DRAW_MARKS))

    @property
    def page_count(self) -> int:
        """How many pages PDFium sees."""
        return len(self._document)

    def read_page(self, place: Place) -> PagePart:
        """One page; one that PDFium cannot load is an empty one that says so."""
        if place not in self._read:
            self._read = dict(_placed(self._read_stretch(place), place))
        return self._read.pop(place)

    def _read_stretch(self, place: Place) -> list[PagePart]:
        """A page and those behind it that are read with it; none are where one of them goes wrong."""
        with contextlib.closing(_Stretch(self._address, place.page, self.page_count)) as stretch:
            try:
                return self._read_pages(stretch.pages, place)
            except PASSED_ON:
                raise
            except Exception:
                return [whole_page(lambda place: self._read_pages(stretch.pages[:1], place)[0], place)]

    def _read_pages(self, pages: Sequence[_LoadedPage], place: Place) -> list[PagePart]:
        whole = [page for page in pages if page.text_page]
        texts = [_loaded_text(page) for page in whole]
        for text in texts:
            self._watch.characters(text.number, text.characters)
        read = dict(zip(whole, self._reader.read(texts, place), strict=True))
        return [self._part(page, *read[page]) if page in read else damaged_page(page.number) for page in pages]

    def _part(self, page: _LoadedPage, lines: list[Line], words: WordTable) -> PagePart:
        handle, frame = page.page, words.frame
        links = list(_read_links(self._address, handle, page.number, frame))
        error = None if lines or not _has_image(handle) else "the page is a picture without text"
        are_beside = _stand_side_by_side(lines)
        ruling = find_ruling(handle) if are_beside or self._draws_marks else None
        grid, across = (ruling.has_grid, tuple(_edges_across(ruling, frame))) if ruling and are_beside else (None, ())
        width, height = measure(calls.page_width(handle)), measure(calls.page_height(handle))
        marks = tuple(itertools.starmap(frame.on_page, ruling.marks.tolist())) if ruling and self._draws_marks else ()
        return PagePart(Page(page.number, width, height, frame.rotation, words, error, grid, across, marks), lines, links)

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The outline, up to where it breaks off."""
        return tuple(_read_outline(self._document))

    def title(self) -> str | None:
        """The title in the document's information."""
        return usable(self._document.get_metadata_value("Title")).strip() or None

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()


class _LoadedPage(NamedTuple):
    """A page by its 1-based number, and its text; 0 is what cannot be loaded."""

    number: int
    page: calls.Address
    text_page: calls.Address


class _Stretch:
    """Some pages of a document loaded with their text, the first by its number.

    By turns, PDFium and Python drive each other out of the processor's caches, and what Python does for a page it does for
    several in hardly more time: a seventh of the time of reading.
    """

    def __init__(self, document: calls.Address, first: int, page_count: int) -> None:
        self.pages: list[_LoadedPage] = []
        for number in range(first, min(first + PAGES_AT_ONCE, page_count + 1)):
            page = calls.load_page(document, number - 1)
            self.pages.append(_LoadedPage(number, page, calls.load_text(page) if page else 0))
            if _is_heavy(self.pages[-1]):
                break

    def close(self) -> None:
        """Let go of them."""
        for page in self.pages:
            if page.text_page:
                calls.close_text(page.text_page)
            if page.page:
                calls.close_page(page.page)


def _is_heavy(page: _LoadedPage) -> bool:
    """Whether a page is damaged, or so large that no other should be in memory beside it."""
    if not page.text_page:
        return True
    return bool(calls.char_count(page.text_page) > MOST_CHARS_AHEAD or calls.object_count(page.page) > MOST_OBJECTS_AHEAD)


def _loaded_text(page: _LoadedPage) -> LoadedText:
    return LoadedText(page.number, calls.handle(page.text_page), calls.char_count(page.text_page), page_frame(page.page))


def _placed(parts: Sequence[PagePart], place: Place) -> Iterator[tuple[Place, PagePart]]:
    """Pages that follow each other, and where each begins."""
    for part in parts:
        yield place, part
        place = place.after(part.lines)


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


def _stand_side_by_side(lines: Sequence[Line]) -> bool:
    """Whether some lines stand beside others, without which nobody asks for tables."""
    bottoms = sorted(line.bbox.bottom for line in lines)
    return sum(below - above < SAME_ROW_PT for above, below in pairwise(bottoms)) >= FEWEST_BESIDE


def _edges_across(ruling: Ruling, frame: PageFrame) -> Iterator[BBox]:
    """The wide rules of a page, and the upper and lower edges of its wide boxes; each is without height."""
    for box in itertools.starmap(frame.on_page, ruling.wide.tolist()):
        sides = (box.top, box.bottom) if box.height > MOST_RULE_PT else ((box.top + box.bottom) / 2,)
        yield from (BBox(box.x0, side, box.x1, side) for side in sides)


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
