"""The text of some PDF pages as lines with boxes and styles, fast enough for whole archives.

Only the first and last character of each line are asked for their style. Where the two ends of a line are set in one font
and colour, so is the line; where they differ, each of its words is asked. All answers land in one buffer per question.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate, count, repeat
from operator import attrgetter
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

from profile_extract.model import BBox, Line, PageFrame, Run, WordTable, union
from profile_extract.read.parts import Place
from profile_extract.read.pdfium import calls
from profile_extract.read.pdfium.initials import line_openers
from profile_extract.read.pdfium.styles import StyleBook
from profile_extract.read.pdfium.words import LINE_END_HYPHEN, LoadedText, Words, find_words
from profile_extract.settings import ReadSettings

FLAT = 0.25
"""Height of a word, as a share of that of the next one, below which it is that of a stroke."""
MOST_CODE_CHARS = 8
"""Longest code before a title, in characters: three letters and five figures or marks."""
_Array = NDArray[Any]
_line: Callable[[tuple[object, ...]], Line] = partial(tuple.__new__, Line)
"""A line from all of its fields in a tuple: made by C alone, it takes half the time."""


class PageText(NamedTuple):
    """The lines of a page and the words they are made of."""

    lines: list[Line]
    words: WordTable


class TextReader:
    """Reads the text of a document, some pages at a time."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._book = StyleBook()

    def read(self, loaded: Sequence[LoadedText], place: Place) -> list[PageText]:
        """All text of loaded pages, the first of which begins at ``place``. Lines are in content order, not reading order."""
        words = find_words(loaded)
        if words is None:
            return [PageText([], _no_words(page.frame)) for page in loaded]
        self._book.forget_fonts()
        bounds = _line_bounds(words, self._settings)
        styles = _LineStyles(words, bounds, self._book)
        if styles.rotated.any():
            bounds = _without_breaks_in_rotated(words, bounds, styles.rotated)
            styles = _LineStyles(words, bounds, self._book)
        return list(_by_page(words, bounds, styles, place))


def _no_words(frame: PageFrame) -> WordTable:
    return WordTable(array("l"), array("l"), array("f"), frame)


class _Bounds(NamedTuple):
    """First and last word of each line, both included."""

    firsts: _Array
    lasts: _Array


def _line_bounds(words: Words, settings: ReadSettings) -> _Bounds:
    """Lines as PDFium ends them, parted again where a word jumps ahead, steps back or leaves the baseline, in ems.

    It has left it where neither end of the word before is on it: one of them may be a raised figure. Fonts that do not say how
    tall they are give a dash the height of its stroke: it is as tall as what stands behind it.
    """
    edges = words.edges
    heights = numpy.maximum(abs(edges[:, 1] - edges[:, 3]), 1.0)
    em = numpy.where(heights[:-1] < FLAT * heights[1:], heights[1:], heights[:-1])
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


def _without_breaks_in_rotated(words: Words, bounds: _Bounds, rotated: _Array) -> _Bounds:
    """Rotated text steps up or down from word to word: there only PDFium's own line ends count."""
    lasts = bounds.lasts[:-1]
    stays = words.ends_line[lasts] | ~(rotated[:-1] & rotated[1:])
    is_last = numpy.zeros(len(words.ends_line), bool)
    is_last[lasts[stays]] = True
    return _bounds(is_last)


class _LineStyles:
    """Runs of style of each line, the bottom of its type, and whether it is rotated; in columns."""

    def __init__(self, words: Words, bounds: _Bounds, book: StyleBook) -> None:
        self._words, self._book = words, book
        numbered = _numbered(words, bounds)
        openers, self.bottoms = line_openers(words.edges, words.firsts, words.lasts, bounds.firsts, bounds.lasts, numbered)
        handles = words.handles(words.pages[bounds.firsts])
        firsts, lasts = openers.tolist(), words.lasts[bounds.lasts].tolist()
        looks, self.rotated = book.looks(handles, firsts, _text_objects(handles, firsts))
        self.runs: list[tuple[Run, ...]] = book.runs(looks)
        ends = _text_objects(handles, lasts)
        sets = zip(map(calls.font_of, ends), book.colors(ends), strict=True)
        mixed = {i for i, (look, end) in enumerate(zip(looks, sets, strict=True)) if (look[0], look[-1]) != end}
        seconds = words.firsts[bounds.firsts[numbered] + 1].tolist()
        fonts = map(calls.font_of, _text_objects([handles[i] for i in numbered], seconds))
        mixed.update(i for i, font in zip(numbered, fonts, strict=True) if looks[i][0] != font)
        if mixed:
            self._look_closer({i: range(bounds.firsts[i], bounds.lasts[i] + 1) for i in sorted(mixed)})

    def _look_closer(self, members: dict[int, range]) -> None:
        """Find the runs of lines that begin and end in different fonts or colours: one begins where a word changes either.

        ``members`` are the words of each such line.
        """
        starts = self._words.starts
        owners = [line for line, words in members.items() for _ in words]
        words = [word for line in members.values() for word in line]
        handles, indices = self._words.handles(self._words.pages[words]), self._words.firsts[words].tolist()
        objects = _text_objects(handles, indices)
        sets = list(zip(map(calls.font_of, objects), self._book.colors(objects), strict=True))
        changes = [k for k in range(1, len(words)) if sets[k] != sets[k - 1] and owners[k] == owners[k - 1]]
        looks, _ = self._book.looks(*(list(map(column.__getitem__, changes)) for column in (handles, indices, objects)))
        for k, (run,) in zip(changes, self._book.runs(looks), strict=True):
            begin = starts[members[owners[k]].start]
            self.runs[owners[k]] += (Run(int(starts[words[k]] - begin), run.style),)


def _numbered(words: Words, bounds: _Bounds) -> list[int]:
    """Lines of several words that begin with a figure or a code: behind it, a title may stand in another type."""
    several = numpy.flatnonzero(bounds.lasts > bounds.firsts)
    firsts = bounds.firsts[several]
    stretches = zip(several.tolist(), words.starts[firsts].tolist(), words.ends[firsts].tolist(), strict=True)
    return [line for line, begin, end in stretches if _is_number(words.text[begin:end])]


def _is_number(word: str) -> bool:
    """Whether a word is a number or a code (``A1``, ``P-014``) and begins so."""
    return word[0].isdecimal() or (word[-1].isdecimal() and word.isupper() and len(word) <= MOST_CODE_CHARS)


def _text_objects(handles: Sequence[calls.Handle], indices: Sequence[int]) -> list[calls.Handle]:
    return list(map(calls.text_object, handles, indices))


def _by_page(words: Words, bounds: _Bounds, styles: _LineStyles, place: Place) -> Iterator[PageText]:
    """The lines and words of each page."""
    places = numpy.arange(len(words.loaded) + 1)
    word_at, line_at = (numpy.searchsorted(pages, places) for pages in (words.pages, words.pages[bounds.firsts]))
    lines = _lines(words, word_at, bounds, styles, place)
    for number, page in enumerate(words.loaded):
        of_page = slice(word_at[number], word_at[number + 1])
        starts, ends = (column[of_page] - words.begins[number] for column in (words.starts, words.ends))
        table = WordTable(starts, ends, words.edges[of_page].ravel(), page.frame)
        yield PageText(_in_frame(lines[line_at[number] : line_at[number + 1]], table), table)


def _lines(words: Words, word_at: _Array, bounds: _Bounds, styles: _LineStyles, place: Place) -> list[Line]:
    """The lines of all pages, control characters and all; ``word_at`` is the first word of each page."""
    text = words.text.replace(LINE_END_HYPHEN, "-")
    stretches = zip(words.starts[bounds.firsts].tolist(), words.ends[bounds.lasts].tolist(), strict=True)
    contents = [text[start:end] for start, end in stretches]
    offsets = accumulate((len(content) + 1 for content in contents), initial=place.offset)
    pages = words.pages[bounds.firsts]
    numbers = map([page.number for page in words.loaded].__getitem__, pages.tolist())
    firsts, lasts = ((column - word_at[pages]).tolist() for column in (bounds.firsts, bounds.lasts + 1))
    columns = (offsets, contents, _boxes(words, pages, bounds, styles), styles.runs, repeat(None), repeat(0), firsts, lasts)
    rows = zip(count(place.row), numbers, *columns, styles.rotated.tolist(), repeat(False), repeat(()), strict=False)
    return list(map(_line, rows))


def _boxes(words: Words, pages: _Array, bounds: _Bounds, styles: _LineStyles) -> list[BBox]:
    """The box of each line: as tall as its type, from its first word's left edge to its last word's right one."""
    edges = words.edges
    left, top = (numpy.array([side(page.frame) for page in words.loaded], edges.dtype)[pages] for side in (_left, _top))
    sizes = numpy.fromiter((runs[0].style.size_pt for runs in styles.runs), float, len(styles.runs))
    bottoms = top - styles.bottoms
    columns = (edges[bounds.firsts, 0] - left, bottoms - sizes, edges[bounds.lasts, 6] - left, bottoms)
    return list(map(BBox._make, zip(*(column.tolist() for column in columns), strict=True)))


_left, _top = attrgetter("left"), attrgetter("top")


def _in_frame(lines: Sequence[Line], table: WordTable) -> list[Line]:
    """Lines of a page; those that are turned, or all where the page is, in the boxes of their words."""
    is_turned = table.frame.rotation != 0
    return [_as_its_words(line, table) if is_turned or line.is_rotated else line for line in lines]


def _as_its_words(line: Line, table: WordTable) -> Line:
    return line._replace(bbox=union(map(table.box, range(line.first_word, line.last_word))))
