"""The text of one PDF page as lines with boxes and styles, fast enough for whole archives.

The page's text is taken once in bulk; words are found in the string; only the first and last character of each word are
asked for their boxes, and only those of each line for their style. All answers land in one buffer per question. Where
the two ends of a line are set in one font, so is the line; where they differ, each of its words is asked.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, count, repeat
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

from profile_extract.model import BBox, Line, PageFrame, Run, WordTable, union
from profile_extract.read.characters import usable
from profile_extract.read.parts import Place
from profile_extract.read.pdfium import calls
from profile_extract.read.pdfium.initials import line_openers
from profile_extract.read.pdfium.styles import StyleBook
from profile_extract.settings import ReadSettings

LINE_END_HYPHEN = "\ufffe"
"""What PDFium puts for a hyphen at a line's end, joining the two lines without any other sign."""
STACKED_EM = 1.1
"""Distance of baselines, in ems a character, from which the characters of a word stand below each other."""
LEAST_STACKED_PT = 5.0
"""Smallest distance of baselines, in points, worth a closer look."""
_HYPHEN_UNIT = ord(LINE_END_HYPHEN)
_UNITS = range(0x10000)
_IS_GAP = numpy.fromiter((chr(unit).isspace() or unit == _HYPHEN_UNIT for unit in _UNITS), bool, len(_UNITS))
"""Which UTF-16 units part words."""
_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_Array = NDArray[Any]
_boxes_of_words, _matrix = calls.Slots(8), calls.Slots(6)
"""One set of buffers for all documents: PDFium serves one thread at a time."""


_line: Callable[[tuple[object, ...]], Line] = partial(tuple.__new__, Line)
"""A line from all of its fields in a tuple: made by C alone, it takes half the time."""


class PageText(NamedTuple):
    """The lines of a page and the words they are made of."""

    lines: list[Line]
    words: WordTable


class _Words(NamedTuple):
    """The words of a page in columns.

    ``units`` is the length of the text in UTF-16. ``starts`` and ``ends`` are offsets into it, ``firsts`` and ``lasts`` their
    first and last characters as PDFium counts them, ``edges`` eight numbers a word (see WordTable); ``ends_line`` says that
    PDFium ends a line there.
    """

    text: str
    units: int
    starts: _Array
    ends: _Array
    firsts: _Array
    lasts: _Array
    ends_line: _Array
    edges: _Array


class TextReader:
    """Reads the text of one page after the other of a document."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._book = StyleBook()

    def read(self, text_page: int, place: Place, frame: PageFrame) -> PageText:
        """All text of a loaded page. Lines are in content order, which is not always reading order."""
        page = calls.handle(text_page)
        words = self._find_words(page, calls.char_count(text_page))
        if words is None:
            return PageText([], WordTable(array("l"), array("l"), array("f"), frame))
        self._book.new_page()
        bounds = _line_bounds(words, self._settings)
        styles = _LineStyles(page, words, bounds, self._book)
        if styles.rotated.any():
            bounds = _without_breaks_in_rotated(words, bounds, styles.rotated)
            styles = _LineStyles(page, words, bounds, self._book)
        words = _in_code_points(words)
        table = WordTable(words.starts, words.ends, words.edges.ravel(), frame)
        return PageText(_lines(words, table, bounds, styles, place), table)

    def _find_words(self, page: calls.Handle, count: int) -> _Words | None:
        """The words of the page, or None where it has none."""
        units = _page_units(page, count)
        is_gap = numpy.ones(len(units) + 1, bool)
        is_gap[1:] = _IS_GAP.take(units)
        changes = (is_gap[1:] != is_gap[:-1]).nonzero()[0]
        starts, ends = changes[::2], changes[1::2]
        if not len(starts):
            return None
        hyphens = units[ends] == _HYPHEN_UNIT
        lines = numpy.cumsum((units == 0x0A) | (units == 0x0D))
        ends_line = hyphens[:-1] | (lines[starts[1:]] > lines[ends[:-1] - 1])
        ends = ends + hyphens
        firsts, lasts = starts, ends - 1
        if len(units) != count + 1:  # characters without text: the string's indices are not the page's
            firsts, lasts = (_char_indices(page, indices) for indices in (firsts, lasts))
        text = units[:-1].tobytes().decode(_UTF16, "surrogatepass")
        words = _Words(text, len(units) - 1, starts, ends, firsts, lasts, ends_line, _edges(page, firsts, lasts))
        stacked = _stacked(page, words)
        return _unstacked(page, words, stacked) if stacked else words


def _edges(page: calls.Handle, firsts: _Array, lasts: _Array) -> _Array:
    """The boxes of the first and last character of each word, a row of eight numbers each (see WordTable)."""
    count = len(firsts)
    for indices, field in ((firsts, 0), (lasts, 4)):
        calls.ask(calls.loose_box_into, repeat(page), indices.tolist(), _boxes_of_words.references(count, field))
    return _boxes_of_words.records(count)


def _stacked(page: calls.Handle, words: _Words) -> list[int]:
    """Words whose characters stand one below the other, upright: PDFium ends no line in a column of single figures."""
    edges = words.edges
    rise = abs(edges[:, 3] - edges[:, 7])
    if rise.max() < LEAST_STACKED_PT:
        return []
    steps = words.lasts - words.firsts
    em = abs(edges[:, 1] - edges[:, 3])
    is_tall = (steps > 0) & (rise > STACKED_EM * em * steps) & (abs(edges[:, 0] - edges[:, 4]) < em)
    return [word for word in numpy.flatnonzero(is_tall).tolist() if not _is_turned(page, int(words.firsts[word]))]


def _is_turned(page: calls.Handle, index: int) -> bool:
    calls.matrix_into(page, index, _matrix.references(1)[0])
    a, b = _matrix.records(1)[0, :2]
    return bool(abs(b) > abs(a))


def _unstacked(page: calls.Handle, words: _Words, stacked: Sequence[int]) -> _Words:
    """The words again, those stacked parted into lines of one character."""
    times = numpy.ones(len(words.starts), int)
    times[stacked] = (words.ends - words.starts)[stacked]
    steps = numpy.arange(times.sum()) - numpy.repeat(numpy.cumsum(times) - times, times)
    is_stacked = numpy.repeat(times > 1, times)
    starts, ends, firsts, lasts = (
        numpy.repeat(column, times) for column in (words.starts, words.ends, words.firsts, words.lasts)
    )
    starts, firsts = starts + steps, firsts + steps
    ends, lasts = numpy.where(is_stacked, starts + 1, ends), numpy.where(is_stacked, firsts, lasts)
    inner = is_stacked & (steps < numpy.repeat(times, times) - 1)
    ends_line = numpy.repeat(numpy.append(words.ends_line, True), times)[:-1] | inner[:-1]
    return _Words(words.text, words.units, starts, ends, firsts, lasts, ends_line, _edges(page, firsts, lasts))


def _char_indices(page: calls.Handle, indices: _Array) -> _Array:
    """Indices into the page's text made indices of its characters."""
    return numpy.fromiter((calls.char_index(page, i) for i in indices.tolist()), int, len(indices))


def _page_units(page: calls.Handle, count: int) -> _Array:
    """The page's text in UTF-16 units, as all indices count them, and a line end behind them."""
    units = numpy.zeros(max(0, count) + 1, numpy.uint16)
    address: int = units.__array_interface__["data"][0]
    written = calls.text_into(page, 0, count, address) - 1 if count > 0 else 0
    units[max(0, written)] = 0x0A
    return units[: max(0, written) + 1]


def _in_code_points(words: _Words) -> _Words:
    """The same words with offsets counted in characters, where some of them take two units."""
    if words.units == len(words.text):
        return words
    units = numpy.frombuffer(words.text.encode(_UTF16, "surrogatepass"), numpy.uint16)
    seconds = numpy.append(0, numpy.cumsum((units >> 10) == 0x37))
    return words._replace(starts=words.starts - seconds[words.starts], ends=words.ends - seconds[words.ends])


class _Bounds(NamedTuple):
    """First and last word of each line, both included."""

    firsts: _Array
    lasts: _Array


def _line_bounds(words: _Words, settings: ReadSettings) -> _Bounds:
    """Lines as PDFium ends them, parted again where a word jumps ahead, steps back or leaves the baseline, in ems.

    It has left it where neither end of the word before is on it: one of them may be a raised figure.
    """
    edges = words.edges
    heights = numpy.maximum(abs(edges[:, 1] - edges[:, 3]), 1.0)
    em = heights[:-1]
    jump = (edges[1:, 0] - edges[:-1, 6]) / em
    shift = abs(edges[1:, 3] - edges[:-1, 3]) / numpy.maximum(em, heights[1:])
    moves = (jump > settings.column_gap_em) | (jump < -settings.backstep_em) | (shift > settings.baseline_shift_em)
    return _bounds(words.ends_line | moves)


def _bounds(is_last: _Array) -> _Bounds:
    """Bounds from which words, but the last, end a line."""
    lasts = is_last.nonzero()[0]
    bounds = _Bounds(numpy.zeros(len(lasts) + 1, int), numpy.full(len(lasts) + 1, len(is_last)))
    bounds.firsts[1:] = lasts + 1
    bounds.lasts[:-1] = lasts
    return bounds


def _without_breaks_in_rotated(words: _Words, bounds: _Bounds, rotated: _Array) -> _Bounds:
    """Rotated text steps up or down from word to word: there only PDFium's own line ends count."""
    lasts = bounds.lasts[:-1]
    stays = words.ends_line[lasts] | ~(rotated[:-1] & rotated[1:])
    is_last = numpy.zeros(len(words.ends_line), bool)
    is_last[lasts[stays]] = True
    return _bounds(is_last)


class _LineStyles:
    """Runs of style of each line, the bottom of its type, and whether it is rotated; in columns."""

    def __init__(self, page: calls.Handle, words: _Words, bounds: _Bounds, book: StyleBook) -> None:
        self._page, self._words, self._book = page, words, book
        openers, self.bottoms = line_openers(words.edges, words.firsts, words.lasts, bounds.firsts, bounds.lasts)
        firsts, lasts = openers.tolist(), words.lasts[bounds.lasts].tolist()
        looks, self.rotated = book.looks(page, firsts, self._objects(firsts))
        self.runs: list[tuple[Run, ...]] = book.runs(looks)
        end_fonts = map(calls.font_of, self._objects(lasts))
        mixed = [i for i, (look, font) in enumerate(zip(looks, end_fonts, strict=True)) if look[0] != font]
        if mixed:
            self._look_closer({i: range(bounds.firsts[i], bounds.lasts[i] + 1) for i in mixed})

    def _objects(self, indices: Sequence[int]) -> list[calls.Handle]:
        return list(map(calls.text_object, repeat(self._page), indices))

    def _look_closer(self, members: dict[int, range]) -> None:
        """Find the runs of lines that begin and end in different fonts: a run begins where a word changes the font.

        ``members`` are the words of each such line.
        """
        starts, firsts = self._words.starts, self._words.firsts
        owners = [line for line, words in members.items() for _ in words]
        words = [word for line in members.values() for word in line]
        indices = firsts[words].tolist()
        objects = self._objects(indices)
        fonts = list(map(calls.font_of, objects))
        changes = [k for k in range(1, len(words)) if fonts[k] != fonts[k - 1] and owners[k] == owners[k - 1]]
        looks, _ = self._book.looks(self._page, [indices[k] for k in changes], [objects[k] for k in changes])
        for k, (run,) in zip(changes, self._book.runs(looks), strict=True):
            begin = starts[members[owners[k]].start]
            self.runs[owners[k]] += (Run(int(starts[words[k]] - begin), run.style),)


def _lines(words: _Words, table: WordTable, bounds: _Bounds, styles: _LineStyles, place: Place) -> list[Line]:
    text = words.text.replace(LINE_END_HYPHEN, "-")
    firsts = bounds.firsts.tolist()
    stretches = zip(words.starts[bounds.firsts].tolist(), words.ends[bounds.lasts].tolist(), strict=True)
    contents = [text[start:end] for start, end in stretches]
    contents = [content if content.isprintable() else usable(content) for content in contents]
    offsets = accumulate((len(content) + 1 for content in contents), initial=place.offset)
    boxes = _boxes(words, table, bounds, styles)
    rotated = styles.rotated.tolist()
    columns = (offsets, contents, boxes, styles.runs, repeat(None), repeat(0), firsts, (bounds.lasts + 1).tolist(), rotated)
    rows = count(place.row)
    return list(map(_line, zip(rows, repeat(place.page), *columns, repeat(False), repeat(()), strict=False)))


def _boxes(words: _Words, table: WordTable, bounds: _Bounds, styles: _LineStyles) -> list[BBox]:
    """The box of each line: as tall as its type, from its first word's left edge to its last word's right one."""
    frame, edges = table.frame, words.edges
    sizes = numpy.fromiter((runs[0].style.size_pt for runs in styles.runs), float, len(styles.runs))
    bottoms = frame.top - styles.bottoms
    columns = (edges[bounds.firsts, 0] - frame.left, bottoms - sizes, edges[bounds.lasts, 6] - frame.left, bottoms)
    boxes = list(map(BBox._make, zip(*(column.tolist() for column in columns), strict=True)))
    for line in range(len(boxes)) if frame.rotation else numpy.flatnonzero(styles.rotated):
        boxes[line] = union(map(table.box, range(bounds.firsts[line], bounds.lasts[line] + 1)))
    return boxes
