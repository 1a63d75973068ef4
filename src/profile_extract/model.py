"""What the stages pass on: immutable values, no behaviour beyond reading themselves.

Coordinates are PDF points from the top left corner of the page. Text input has no points; it is laid on a grid of
:data:`CELL_WIDTH_PT` by :data:`CELL_HEIGHT_PT` so that one layout code serves both, and its boxes are not given out.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, NamedTuple, Protocol, cast

from profile_extract.passage import Passage, Piece, edited_passage

CELL_WIDTH_PT = 6.0
"""Width of a character of text input, in points: Courier at 10 pt."""
CELL_HEIGHT_PT = 12.0
"""Height of a line of text input, in points: 10 pt type on 12 pt leading."""

PAGES_KEPT = 4
"""Pages whose words are kept as boxes: values lead back to them in reading order, and a page has hundreds."""


_Numbers = list[float]
DAMAGED_PAGE = "the page is damaged"
"""What :attr:`Page.text_error` says of a page that no engine could read."""


class BBox(NamedTuple):
    """A box in points from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right, in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom, in points."""
        return self.bottom - self.top

    def overlaps(self, other: BBox) -> bool:
        """Whether the two boxes share any area."""
        return self.x0 < other.x1 and other.x0 < self.x1 and self.top < other.bottom and other.top < self.bottom


def union(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around all of them; raises ValueError where there is none."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return BBox(min(x0), min(top), max(x1), max(bottom))


class Style(NamedTuple):
    """How text is set: font without its subset prefix, size in points, colour as ``#rrggbb``."""

    font: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    color: str = "#000000"


class Run(NamedTuple):
    """From ``offset`` (into its line's text) on, the line is set in ``style``."""

    offset: int
    style: Style


class Word(NamedTuple):
    """A run of characters without white space; offsets are into its line's text."""

    text: str
    start: int
    end: int
    bbox: BBox


class PageFrame(NamedTuple):
    """Where the visible page lies in PDF space: its edges in points, and its clockwise rotation in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    def on_page(self, left: float, bottom: float, right: float, top: float) -> BBox:
        """A box of PDF space (origin bottom left) as seen on the page, from its top left corner, after rotation."""
        if self.rotation == 90:
            return BBox(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.rotation == 180:
            return BBox(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.rotation == 270:
            return BBox(self.top - top, self.right - right, self.top - bottom, self.right - left)
        return BBox(left - self.left, self.top - top, right - self.left, self.top - bottom)


class _Column(Protocol):
    """Numbers in a row, of whatever library."""

    def __getitem__(self, index: Any, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...

    def tolist(self) -> list[Any]: ...


class WordTable(NamedTuple):
    """The words of one page in columns, because a page has hundreds of words and few of them are ever looked at.

    ``starts`` and ``ends`` are offsets into the page's text; ``edges`` holds eight numbers a word, in points of PDF
    space: left, top, right and bottom of its first character, then of its last.
    """

    starts: _Column
    ends: _Column
    edges: _Column
    frame: PageFrame

    def box(self, index: int) -> BBox:
        """The box of a word from its characters' own boxes, which reach from descender to ascender."""
        l0, t0, r0, b0, l1, t1, r1, b1 = map(float, self.edges[8 * index : 8 * index + 8])
        return self.frame.on_page(min(l0, l1), min(b0, b1), max(r0, r1), max(t0, t1))

    def sides(self) -> Iterable[Any]:
        """The sides of the boxes of all words in the order of a :class:`BBox`, an array each; quicker than a box for each."""
        import numpy  # reading a PDF has it, and no text needs it

        l0, t0, r0, b0, l1, t1, r1, b1 = numpy.asarray(self.edges, float).reshape(-1, 8).T
        sides = numpy.minimum(l0, l1), numpy.minimum(b0, b1), numpy.maximum(r0, r1), numpy.maximum(t0, t1)
        return self.frame.on_page(*sides)

    def last_character(self, index: int) -> tuple[float, float]:
        """Height of a word's last character and how far it is raised, as shares of the first one's height; upright text."""
        _, t0, _, b0, _, t1, _, b1 = map(float, self.edges[8 * index : 8 * index + 8])
        height = max(t0 - b0, 0.01)
        return (t1 - b1) / height, (b1 - b0) / height


class Line(NamedTuple):
    """One line, or the part of one that stands in a column of its own.

    ``start`` is its offset in :attr:`Report.text`; ``row`` the 0-based index of the line as read it belongs to.
    ``wraps`` says that the source itself marks the line as going on in the next one (None: it does not say).
    ``blank_before`` counts the empty lines above it beyond what the source prints between any two lines (text only).
    ``first_word`` and ``last_word`` are its words in the page's table, half-open.
    """

    row: int
    page: int
    start: int
    text: str
    bbox: BBox
    runs: tuple[Run, ...] = ()
    wraps: bool | None = None
    blank_before: int = 0
    first_word: int = 0
    last_word: int = 0
    is_rotated: bool = False
    is_link: bool = False
    edits: tuple[Piece, ...] = ()

    @property
    def end(self) -> int:
        """Offset behind its last character in :attr:`Report.text`."""
        return self.start + len(self.text)

    @property
    def style(self) -> Style | None:
        """The style it begins in; None for text input."""
        return self.runs[0].style if self.runs else None


class Link(NamedTuple):
    """A link annotation: where it leads and the box it covers (None where a text dump prints it as a line)."""

    page: int
    uri: str
    bbox: BBox | None
    row: int | None = None


class OutlineEntry(NamedTuple):
    """An entry of the PDF outline: ``level`` counts from 0, ``page`` is 1-based or None, ``top_pt`` may be unknown."""

    level: int
    title: str
    page: int | None
    top_pt: float | None = None


class Page(NamedTuple):
    """One page: 1-based number, size and clockwise rotation; ``text_error`` says why it has no usable text.

    ``has_grid`` is whether it has ruling enough for a table, None where reading does not tell. ``across`` are the wide rules
    on it and the upper and lower edges of wide boxes, each without height; none are told where no lines stand side by side.
    ``marks`` are the small discs and squares on it, told where the program that made it draws those of lists so.
    """

    number: int
    width_pt: float
    height_pt: float
    rotation: int = 0
    words: WordTable | None = None
    text_error: str | None = None
    has_grid: bool | None = None
    across: tuple[BBox, ...] = ()
    marks: tuple[BBox, ...] = ()


@dataclass(frozen=True)
class Report:
    """A report as read, and what cleaning adds to its lines.

    ``text`` is the lines as read joined by line feeds: every offset in this package is an offset into it. ``row_starts``
    are the offsets at which these lines begin, ``row_numbers`` their 1-based numbers in the source. ``outline_start`` is the
    offset from which on a dump prints the outline.
    """

    name: str
    sha256: str
    media_type: str
    dialect: str
    text: str = field(repr=False)
    row_starts: tuple[int, ...] = field(repr=False)
    row_numbers: tuple[int, ...] = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)
    lines: tuple[Line, ...] = field(repr=False)
    links: tuple[Link, ...] = field(default=(), repr=False)
    outline: tuple[OutlineEntry, ...] = field(default=(), repr=False)
    title: str | None = None
    outline_start: int | None = None

    @cached_property
    def is_pdf(self) -> bool:
        """Whether boxes are real points on real pages."""
        return self.media_type == "application/pdf"

    def is_of_outline(self, line: Line) -> bool:
        """Whether a line of a dump is of the outline that it prints behind the text."""
        return self.outline_start is not None and line.start >= self.outline_start

    def passage(self, line: Line) -> Passage:
        """One line of it as a passage, its edits applied."""
        return edited_passage(self.text, line.start, line.end, line.edits)

    def text_of(self, line: Line) -> str:
        """What one line of it reads as, its edits applied."""
        return self.passage(line).text if line.edits else line.text

    @cached_property
    def texts(self) -> Sequence[str]:
        """What each line of it reads as, in source order."""
        return list(map(self.text_of, self.lines))

    def rows(self, start: int, end: int) -> range:
        """Indices of the lines as read that a half-open stretch of :attr:`text` touches."""
        return range(bisect_right(self.row_starts, start) - 1, bisect_left(self.row_starts, max(end, start + 1)))

    def lines_between(self, start: int, end: int) -> list[Line]:
        """The lines that a half-open stretch of :attr:`text` touches, in source order."""
        starts = self._line_starts
        return list(self.lines[max(0, bisect_right(starts, start) - 1) : bisect_left(starts, max(end, start + 1))])

    @cached_property
    def lines_by_page(self) -> Mapping[int, Sequence[Line]]:
        """The lines of each page that has any (1-based), in source order."""
        pages: dict[int, list[Line]] = {}
        for line in self.lines:
            pages.setdefault(line.page, []).append(line)
        return pages

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def words(self, line: Line) -> list[Word]:
        """The words of a line with their boxes; empty for text input."""
        table = self.pages[line.page - 1].words
        if table is None or line.first_word == line.last_word:
            return []
        words = self._words_of(line.page)
        begin = words.starts[line.first_word]
        found = []
        for i in range(line.first_word, line.last_word):
            start, end = words.starts[i] - begin, words.ends[i] - begin
            found.append(Word(line.text[start:end], start, end, words.box(i, i + 1)))
        return found

    @cached_property
    def _words_of(self) -> Callable[[int], _PageWords]:
        """The words of a page that has any, by its number; those of the last few pages asked for are kept."""
        pages, lines = self.pages, self.lines_by_page

        @lru_cache(maxsize=PAGES_KEPT)
        def words(page: int) -> _PageWords:
            return _PageWords(cast("WordTable", pages[page - 1].words), lines[page])

        return words

    def box(self, start: int, end: int) -> BBox | None:
        """The box around a stretch of one page of :attr:`text`, by its words; None for text input."""
        return self.box_on(self.lines_between(start, end), start, end)

    def box_on(self, lines: Iterable[Line], start: int, end: int) -> BBox | None:
        """The same where it is known which lines the stretch touches."""
        if not self.is_pdf:
            return None
        boxes = [self._box_in(line, start, end) for line in lines]
        return union(boxes) if boxes else None

    def _box_in(self, line: Line, start: int, end: int) -> BBox:
        """The box around the words of a line between two offsets of :attr:`text`, that of the line where there are none."""
        if line.first_word == line.last_word:
            return line.bbox
        words = self._words_of(line.page)
        if start <= line.start and line.end <= end:
            return words.lines[line.first_word, line.last_word]
        begin = line.start - words.starts[line.first_word]
        first = bisect_right(words.ends, start - begin, line.first_word, line.last_word)
        last = bisect_left(words.starts, end - begin, line.first_word, line.last_word)
        return words.box(first, last) if first < last else line.bbox


class _PageWords:
    """The words of a page in columns, and the boxes of its lines; those of the words are asked for less often.

    A box is as tall as its type, from the descender up: the extent pdfminer and pdfplumber give.
    """

    def __init__(self, table: WordTable, lines: Iterable[Line]) -> None:
        import numpy  # reading a PDF has it, and no text needs it

        self.starts: list[int] = table.starts.tolist()
        self.ends: list[int] = table.ends.tolist()
        self._lines = [line for line in lines if line.first_word < line.last_word]
        self._columns = numpy.array(table.sides())
        _, top, _, bottom = self._columns
        sizes = numpy.array(_sizes_of_type(self._lines, self.starts))
        numpy.copyto(top, bottom - sizes, where=sizes > 0)

    @cached_property
    def lines(self) -> Mapping[tuple[int, int], BBox]:
        """The boxes of whole lines, by their first word and the one behind their last."""
        import numpy

        bounds = [(line.first_word, line.last_word) for line in self._lines]
        edges = numpy.array(bounds).ravel()
        lows, highs = (numpy.concatenate([side, side[:, -1:]], 1) for side in (self._columns[:2], self._columns[2:]))
        lows, highs = numpy.minimum.reduceat(lows, edges, 1), numpy.maximum.reduceat(highs, edges, 1)
        boxes = map(BBox, *lows[:, ::2].tolist(), *highs[:, ::2].tolist())
        return dict(zip(bounds, boxes, strict=True))

    @cached_property
    def _sides(self) -> list[list[float]]:
        sides: list[list[float]] = self._columns.tolist()
        return sides

    def box(self, first: int, last: int) -> BBox:
        """The box around the words from ``first`` to before ``last``, of which there is one at least."""
        x0, top, x1, bottom = (side[first:last] for side in self._sides)
        return BBox(min(x0), min(top), max(x1), max(bottom))


def _sizes_of_type(lines: Iterable[Line], starts: Sequence[int]) -> list[float]:
    """The size of type of each word of a page, in points; not a number where it is not known or the line is turned."""
    sizes = [math.nan] * len(starts)
    for line in lines:
        runs = () if line.is_rotated else line.runs
        begin = starts[line.first_word]
        for offset, style in runs:
            first = line.first_word if not offset else bisect_left(starts, begin + offset, line.first_word, line.last_word)
            sizes[first : line.last_word] = [style.size_pt] * (line.last_word - first)
    return sizes


class Table(NamedTuple):
    """A ruled table: its 1-based page, its box and the boxes of its cells, row by row."""

    page: int
    bbox: BBox
    rows: tuple[tuple[BBox, ...], ...]
