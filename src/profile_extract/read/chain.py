"""PDF through one engine after the other: PDFium first, pdfplumber second, PDFium on what qpdf repairs third.

Each is asked only where the ones before it failed: for the whole file where none of its pages can be read, for a single
page where the others can - and then only if the engines count as many pages, for else page 7 of one is not page 7 of
the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from profile_extract.errors import DamagedError, NoTextLayerError
from profile_extract.model import Report
from profile_extract.read.assembly import assembled
from profile_extract.read.legible import legible
from profile_extract.read.parts import PagePart, PdfFile, Place, damaged_page
from profile_extract.read.watch import Watch
from profile_extract.settings import ReadSettings

END_OF_FILE, MOST_BEHIND_END = b"%%EOF", 1024
"""What a PDF ends with (ISO 32000-1, 7.5.5), and in how many of its last bytes readers look for it."""
FEWEST_LETTERS = 40
"""Lines of a page, most of them single letters, from which they are pieces of lines: a crossword or an index has fewer."""
_Opener = Callable[[bytes, str, ReadSettings, Watch], PdfFile]


def read_pdf(data: bytes, name: str, settings: ReadSettings, watch: Watch) -> Report:
    """A PDF as lines with boxes and styles, links and outline.

    Raises:
        EncryptedError: it asks for a password.
        DamagedError: no engine finds a page in it that can be read.
        NoTextLayerError: no page has any text.
        LimitExceededError: it has too many pages, or a page too many characters.
    """
    engines = _Engines(data, name, settings, watch)
    try:
        for file in engines:
            parts = _read_pages(file, engines, watch)
            if _is_cut_short(data):
                parts = [part if part.lines or part.page.text_error else damaged_page(part.page.number) for part in parts]
            if all(part.is_damaged for part in parts):
                continue
            lines = legible([line for part in parts for line in part.lines])
            if not lines:
                raise NoTextLayerError("no text layer: the pages are pictures; run OCR on the file first", path=name)
            links = [link for part in parts for link in part.links]
            pages = [part.page for part in parts]
            outline, title = file.outline(), file.title()
            return assembled(data, name, pages, lines, settings, links=links, outline=outline, title=title)
    finally:
        engines.close()
    raise DamagedError("the PDF is damaged or cut short; export or download it again", path=name)


def _is_cut_short(data: bytes) -> bool:
    """Whether a file lacks the mark that ends every PDF: a page without anything on it may have lost that."""
    return END_OF_FILE not in data[-MOST_BEHIND_END:]


class _Engines:
    """The file as opened by each engine in turn, with pages in it; each opens it when first asked, and once."""

    def __init__(self, data: bytes, name: str, settings: ReadSettings, watch: Watch) -> None:
        self._data, self._name, self._settings, self._watch = data, name, settings, watch
        self._files: dict[_Opener, PdfFile | None] = {}
        self._order: Sequence[_Opener] = (_by_pdfium, _by_pdfplumber, _repaired)
        if settings.reader == "pdfplumber" and self._page_count(_by_pdfplumber) >= self._page_count(_by_pdfium):
            self._order = (_by_pdfplumber, _by_pdfium, _repaired)  # pdfminer loses pages without a word, PDFium does not

    def __iter__(self) -> Iterator[PdfFile]:
        for opener in self._order:
            file = self._file(opener)
            if file is not None:
                yield file

    def close(self) -> None:
        for file in self._files.values():
            if file is not None:
                file.close()

    def _page_count(self, opener: _Opener) -> int:
        file = self._file(opener)
        return file.page_count if file else 0

    def _file(self, opener: _Opener) -> PdfFile | None:
        if opener not in self._files:
            self._files[opener] = None
            try:
                file = opener(self._data, self._name, self._settings, self._watch)
            except DamagedError:
                return None
            if file.page_count > 0:
                self._files[opener] = file
            else:
                file.close()
        return self._files[opener]


def _read_pages(file: PdfFile, engines: _Engines, watch: Watch) -> list[PagePart]:
    """All pages of a file, each by the first engine that can read it."""
    watch.count(file.page_count)
    parts: list[PagePart] = []
    place = Place(1, 0, 0)
    for number in range(1, file.page_count + 1):
        watch.page(number)
        part = file.read_page(place)
        if part.is_damaged or _is_in_letters(part):
            part = next(_other_readings(file, engines, place), part)
        parts.append(part)
        place = place.after(part.lines)
    return parts


def _is_in_letters(part: PagePart) -> bool:
    """Whether most lines of a page are single letters.

    PDFium takes a page for one that is written from top to bottom where its text, in one narrow column from its head to its
    foot, covers more of its height than of its width.
    """
    lines = part.lines
    return len(lines) >= FEWEST_LETTERS and 2 * sum(len(line.text) < 2 for line in lines) > len(lines)


def _other_readings(file: PdfFile, engines: _Engines, place: Place) -> Iterator[PagePart]:
    """A page as read by the engines that count as many pages as the one that failed on it."""
    for other in engines:
        if other is not file and other.page_count == file.page_count:
            part = other.read_page(place)
            if not part.is_damaged and not _is_in_letters(part):
                yield part


def _by_pdfium(data: bytes, name: str, settings: ReadSettings, watch: Watch) -> PdfFile:
    from profile_extract.read.pdfium import PdfiumFile

    return PdfiumFile(data, name, settings, watch)


def _by_pdfplumber(data: bytes, name: str, settings: ReadSettings, watch: Watch) -> PdfFile:
    from profile_extract.read.plumber import PlumberFile

    return PlumberFile(data, name, settings, watch)


def _repaired(data: bytes, name: str, settings: ReadSettings, watch: Watch) -> PdfFile:
    from profile_extract.read.repair import repaired

    return _by_pdfium(repaired(data, name), name, settings, watch)
