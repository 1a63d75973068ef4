"""Text dumps of reports as lines, in the dialects that exist in the wild, recognised by themselves.

``spaced``     every printed line is followed by an empty one, a wrapped line keeps its trailing space and the last line
               of a paragraph has none, a page begins with a leading space, link annotations are printed at the end of
               their page (what Apache Tika prints of some PDFs).
``paged``      form feeds between pages (pdftotext); with ``-layout``, columns stand side by side in one line. Link annotations
               may be printed at the end of their page here and in ``plain``, too.
``plain``      paragraphs with empty lines between them, as Tika prints most PDFs, with trailing spaces where the PDF has them;
               or every printed line followed by an empty one though nothing says which of them were wrapped. Several
               empty lines end a page; where none do, the numbers of the pages may show where they end.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise, takewhile

from profile_extract.errors import UnsupportedFormatError
from profile_extract.model import CELL_HEIGHT_PT, CELL_WIDTH_PT, BBox, Line, Link, OutlineEntry, Page, Report, union
from profile_extract.read.characters import unusable_share, usable, without_numbers
from profile_extract.read.dialects import PAGE_END, Row, find_dialect, is_double_spaced, marks_wrapped
from profile_extract.read.justified import Span, find_cells
from profile_extract.read.page_ends import find_page_starts
from profile_extract.read.printed_outline import outline_rows
from profile_extract.read.watch import Watch

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n|\n|\r")
PAGE_CHARACTERS = 10_000
"""Characters of a text that are given the time of one page (see LimitSettings), with or without page ends among them: so
many take a third of that time."""
_BULLET = re.compile(r"^\s*[\N{REPLACEMENT CHARACTER}\ue000-\uf8ff•▪■□●○◦‣⁃∙·*–—-]\s")
_URI = re.compile(r"(?:mailto:|https?://|www\.|ftp://)\S+|\S+@\S+\.\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_LINK = re.compile(r"(?:mailto:|https?://)\S+", re.IGNORECASE)
_MOST_UNUSABLE = 0.02
"""Share of control characters and the like above which a file is no text; random bytes have 0.13."""
_PAGE_BLANKS = 3
"""Empty lines in a row, without even a space, that end a page in a dump without form feeds."""
_FEWEST_PAGE_ENDS = 2
"""Page ends without any other sign of pages that are no chance."""


def read_text(data: bytes, name: str, watch: Watch) -> Report:
    """A text dump as lines on a grid of character cells.

    Raises:
        UnsupportedFormatError: it is empty, or not text.
        LimitExceededError: it has too many pages.
    """
    text = _decoded(data, name)
    watch.page(max(1, len(text) // PAGE_CHARACTERS))
    rows = list(_rows(text))
    if not rows:
        raise UnsupportedFormatError("the file is empty; nothing to extract", path=name)
    dialect = find_dialect(text, rows)
    usual_blanks = int(dialect == "spaced" or is_double_spaced(rows))
    is_marked = dialect == "spaced" or (dialect == "plain" and marks_wrapped(rows))
    if PAGE_END not in text:
        rows = _in_pages_of(dialect, rows)
    if is_marked and not usual_blanks:
        rows = list(_with_wrapped_joined(rows))
    page_count = max(rows[-1].page, _pages_ended(text))
    watch.count(page_count)
    links = _printed_links(rows) if dialect == "spaced" else _listed_links(rows)
    starts = list(accumulate((len(row.text) + 1 for row in rows[:-1]), initial=0))
    spans = {} if dialect == "spaced" else _cells(rows)
    cells = (
        line._replace(blank_before=line.blank_before - usual_blanks)
        for index, row in enumerate(rows)
        for line in _lines(row, index, starts[index], spans.get(index), is_link=index in links, is_marked=is_marked)
    )
    lines = list(_on_grid(cells))
    outline = outline_rows(rows)
    return Report(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        dialect=dialect,
        text="\n".join(row.text for row in rows),
        row_starts=tuple(starts),
        row_numbers=tuple(row.number for row in rows),
        pages=tuple(_pages(lines, page_count)),
        lines=tuple(lines),
        links=tuple(Link(rows[index].page, rows[index].text.strip(), None, index) for index in sorted(links)),
        outline=tuple(OutlineEntry(0, rows[index].text.strip(), None) for index in outline),
        outline_start=starts[outline.start] if outline else None,
    )


def _decoded(data: bytes, name: str) -> str:
    """Text by its byte order mark, else as UTF-8, else as Windows-1252."""
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if encoding:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    if unusable_share(text) > _MOST_UNUSABLE:
        raise UnsupportedFormatError("neither a PDF nor text; save the report as one of these", path=name)
    return without_numbers(usable(text))


def _rows(text: str) -> Iterator[Row]:
    """The lines that are not empty. Only LF, CR and CRLF end a line, and a form feed a page."""
    blanks = bare = most = 0
    page = 1
    for number, line in enumerate(_LINE_END.split(text), 1):
        if line.strip():
            yield Row(number, line, blanks, most, page)
            blanks = bare = most = 0
        else:
            blanks += 1
            bare = 0 if line else bare + 1
            most = max(most, bare)
        page += line.count(PAGE_END)


def _pages_ended(text: str) -> int:
    """How many pages form feeds make: those of pictures are empty, and behind the last page's end there is none."""
    parts = text.split(PAGE_END)
    return len(parts) - (not parts[-1].strip())


def _in_pages_of(dialect: str, rows: Sequence[Row]) -> list[Row]:
    """The rows of a dump without form feeds with their pages, by whatever shows these in its dialect."""
    if dialect == "spaced":
        return list(_in_pages(rows, _begins_spaced_page))
    by_gaps, by_numbers = (list(_in_pages(rows, _is_far_below)), list(_numbered(rows)))
    first, second = (by_numbers, by_gaps) if dialect == "paged" else (by_gaps, by_numbers)
    return first if first[-1].page > 1 else second


def _in_pages(rows: Sequence[Row], begins_page: Callable[[Row, Row], bool]) -> Iterator[Row]:
    """The rows of a dump without form feeds with their pages; a single page end may as well be a gap in a text."""
    begins = [begins_page(above, row) for above, row in pairwise(rows)]
    if sum(begins) >= _FEWEST_PAGE_ENDS or begins_page is _begins_spaced_page:
        pages = accumulate(map(int, begins), initial=1)
        rows = [row._replace(page=page) for row, page in zip(rows, pages, strict=True)]
    yield from rows


def _numbered(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a dump that marks no page ends, in pages by their numbers, if these show where pages end."""
    starts = find_page_starts([row.text for row in rows], [row.blanks for row in rows])
    pages = accumulate((int(index in starts) for index in range(len(rows))), initial=1)
    next(pages)
    yield from (row._replace(page=page) for row, page in zip(rows, pages, strict=True))


def _is_far_below(above: Row, row: Row) -> bool:
    """Whether a page ends between two rows: Tika prints an empty line less behind the links at its end."""
    return row.bare >= _PAGE_BLANKS - bool(_LINK.fullmatch(above.text.strip()))


def _begins_spaced_page(above: Row, row: Row) -> bool:
    """In a spaced dump a page begins with a leading space, or after empty lines that only page ends have."""
    return _is_far_below(above, row) or (row.text.startswith(" ") and not _BULLET.match(row.text))


def _with_wrapped_joined(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows without the empty line behind each that says it was wrapped: Tika parts the lines of large type so."""
    yield from rows[:1]
    for above, row in pairwise(rows):
        goes_on = row.blanks == 1 and above.page == row.page and above.text.endswith(" ")
        yield row._replace(blanks=0) if goes_on else row


def _printed_links(rows: Sequence[Row]) -> set[int]:
    """Indices of the rows that are link annotations: the last rows of a page that stand close together, without spaces.

    A single such row may as well be the last line of the text: it counts only with a scheme.
    """
    found: set[int] = set()
    for _, group in groupby(range(len(rows)), key=lambda index: rows[index].page):
        run: list[int] = []
        for index in reversed(list(group)):
            if not re.fullmatch(r"\S+", rows[index].text):
                break
            run.append(index)
            if rows[index].blanks:
                break
        texts = [rows[index].text for index in run]
        is_run = len(run) > 1 and any(_URI.fullmatch(text) for text in texts)
        if is_run or (run and ":" in texts[0] and _URI.fullmatch(texts[0])):
            found.update(run)
    return found


def _listed_links(rows: Sequence[Row]) -> set[int]:
    """The same of other dumps: the last rows of some pages are several addresses with their schemes, those of e-mails, too.

    These are printed without a scheme as a rule, and mostly one by one.
    """
    runs: list[list[int]] = []
    for _, group in groupby(range(len(rows)), key=lambda index: rows[index].page + rows[index].text.startswith(PAGE_END)):
        found = takewhile(lambda index: _LINK.fullmatch(rows[index].text.strip()), reversed(list(group)))
        runs.append(list(found))
    several = [[rows[index].text.strip() for index in run] for run in runs if len(run) > 1]
    has_mail = any(text.startswith("mailto:") for texts in several for text in texts)
    are_links = has_mail and len(several) >= _FEWEST_PAGE_ENDS
    return {index for run in runs for index in run} if are_links else set()


def _cells(rows: Sequence[Row]) -> dict[int, list[Span]]:
    """The cells of all rows, by their indices."""
    pages = [list(group) for _, group in groupby(enumerate(rows), key=lambda item: item[1].page)]
    found = find_cells([[row.text for _, row in page] for page in pages])
    return {
        index: spans for page, cells in zip(pages, found, strict=True) for (index, _), spans in zip(page, cells, strict=True)
    }


def _lines(
    row: Row, index: int, start: int, cells: Sequence[Span] | None, *, is_link: bool, is_marked: bool
) -> Iterator[Line]:
    """The lines in a row: one per cell, or one where its cells are not known, which only a ``spaced`` dump has.

    Where a trailing space says that a row was wrapped, one without has ended only if the dump is ``spaced``: there even the
    spaces of justified lines are kept.
    """
    wraps = row.text.endswith(" ") if is_marked else None
    wraps = wraps if wraps or cells is None else None
    if cells is None or is_link:
        cells = [match.span() for match in re.finditer(r"\S(?:.*\S)?", row.text)]
    for begin, end in cells:
        pages_ended = row.text.count(PAGE_END, 0, begin)
        left = row.text.rfind(PAGE_END, 0, begin) + 1
        x0, x1 = (CELL_WIDTH_PT * (offset - left) for offset in (begin, end))
        yield Line(
            row=index,
            page=row.page + pages_ended,
            start=start + begin,
            text=row.text[begin:end],
            bbox=BBox(x0, 0.0, x1, 0.0),
            wraps=wraps,
            blank_before=0 if pages_ended else row.blanks,
            is_link=is_link,
        )


def _on_grid(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with tops and bottoms: rows follow each other at the height of a cell, gaps are kept."""
    top, row, page = 0.0, -1, 0
    for line in lines:
        if line.page != page:
            top, page = 0.0, line.page
        elif line.row != row:
            top += CELL_HEIGHT_PT * (1 + max(0, line.blank_before))
        row = line.row
        yield line._replace(bbox=line.bbox._replace(top=top, bottom=top + CELL_HEIGHT_PT))


def _pages(lines: Sequence[Line], count: int) -> Iterator[Page]:
    """Pages as wide as their longest line and as high as their rows; those without text have no size."""
    edges = {page: union(line.bbox for line in group) for page, group in groupby(lines, key=lambda line: line.page)}
    for number in range(1, count + 1):
        box = edges.get(number, BBox(0.0, 0.0, 0.0, 0.0))
        yield Page(number, box.x1, box.bottom)
