"""The words of some pages at once, in columns, with the boxes of their first and last characters.

Each page's text is taken in bulk; words are found in the string; only the first and last character of each word are asked
for their boxes. What is reckoned with whole columns costs little more for eight pages than for one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

import numpy
from numpy.typing import NDArray

from profile_extract.model import PageFrame
from profile_extract.read.characters import REPLACEMENT
from profile_extract.read.pdfium import calls

LINE_END_HYPHEN = "\ufffe"
"""What PDFium puts for a hyphen at a line's end, joining the two lines without any other sign."""
HYPHENS = f"-\u2010\u2011{LINE_END_HYPHEN}"
"""Hyphens: the room behind one is within a word, and no lost space."""
STACKED_EM = 1.1
"""Distance of baselines, in ems a character, from which the characters of a word stand below each other."""
LEAST_STACKED_PT = 5.0
"""Smallest distance of baselines, in points, worth a closer look."""
LEAST_SPACE_EM, TIGHT_SPACE_EM = 0.05, 0.14
"""Spaces of lines set tightly, in ems; beside less than the second PDFium was seen to miss some (0.11)."""
MOST_TIGHT_PT = 2.5
"""Widest such space in any text that is long enough to have some, in points: seen at once, of nearly no word."""
SPACE_SHARE = 0.75
"""White space inside a word that is a space, as a share of the narrowest one beside the word: those of a line are alike."""
LETTERS_SHARE = 0.25
"""What half of the letters of such a word have between them, at most: letters set apart on purpose have more."""
FEWEST_GLUED = 4
"""Characters of a word that may be two."""
_HYPHEN_UNIT = ord(LINE_END_HYPHEN)
_LINE_FEED, _RETURN = 0x0A, 0x0D
_UNITS = range(0x10000)
_LETTERS = {0x0B, 0x0C, *range(0x1C, 0x20)}
"""Letters of TeX's nameless fonts that Python takes for white space."""
_IS_GAP = numpy.fromiter(
    ((chr(unit).isspace() and unit not in _LETTERS) or unit == _HYPHEN_UNIT for unit in _UNITS), bool, len(_UNITS)
)
"""Which UTF-16 units part words."""
_IS_UNTOLD_SIGN = numpy.isin(_UNITS, [0, *range(0x93, 0x99)])
"""Units that PDFium counts but does not tell and that are signs: without meaning, or quotation marks, bullets and dashes of
Windows-1252. It also keeps back 2 and 3, mostly spaces of fonts that name nothing; for these there are spaces."""
_HIGH, _LOW = 0xD800 >> 10, 0xDC00 >> 10
"""The first six bits of the two units of a pair; PDFium also gives halves that stand alone."""
_UTF16 = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_Array = NDArray[Any]
_boxes_of_words, _boxes_of_characters, _matrix = calls.Slots(8), calls.Slots(4), calls.Slots(6)
"""One set of buffers for all documents: PDFium serves one thread at a time."""


class LoadedText(NamedTuple):
    """The text of a page (1-based number) that PDFium has loaded: its handle and how many characters PDFium counts."""

    number: int
    handle: calls.Handle
    characters: int
    frame: PageFrame


class Words(NamedTuple):
    """The words of some pages in columns.

    ``text`` is that of all pages, a line feed behind each; ``begins`` are the offsets at which the pages do. ``starts`` and
    ``ends`` are offsets into it, ``pages`` says which of ``loaded`` a word stands on, ``firsts`` and ``lasts`` are its first
    and last characters as PDFium counts those of its page, ``edges`` eight numbers a word (see WordTable); ``ends_line``
    says of each word but the last whether PDFium ends a line behind it.
    """

    loaded: Sequence[LoadedText]
    text: str
    begins: _Array
    starts: _Array
    ends: _Array
    pages: _Array
    firsts: _Array
    lasts: _Array
    ends_line: _Array
    edges: _Array

    def handles(self, pages: _Array) -> list[calls.Handle]:
        """The handles of some of the pages, by their places in ``loaded``."""
        return list(map([page.handle for page in self.loaded].__getitem__, pages.tolist()))


def find_words(loaded: Sequence[LoadedText]) -> Words | None:
    """The words of some pages, or None where they have none."""
    found = [_with_untold(page, _page_units(page)) for page in loaded]
    units, words = _words_in(loaded, found)
    if words is None:
        return None
    if lost := _lost_spaces(words):
        units, spaced = _words_in(loaded, [_with_spaces(page, lost.get(n, ())) for n, page in enumerate(found)])
        words = spaced or words
    words = _unstacked(words, _stacked(words))
    return words if len(units) == len(words.text) else _in_code_points(words, units)


def _words_in(loaded: Sequence[LoadedText], found: Sequence[tuple[_Array, _Array | None]]) -> tuple[_Array, Words | None]:
    """The units of all pages, and the words in them; ``found`` are each page's units, and its characters where they differ."""
    units_of = [units for units, _ in found]
    units = numpy.concatenate(units_of)
    starts, ends, ends_line = _parted(units)
    if not len(starts):
        return units, None
    sizes = numpy.fromiter(map(len, units_of), int, len(loaded))
    begins = numpy.cumsum(sizes) - sizes
    pages = numpy.searchsorted(begins, starts, "right") - 1
    firsts, lasts = starts - begins[pages], ends - 1 - begins[pages]
    for place, (_, characters) in enumerate(found):
        if characters is not None:
            of_page = pages == place
            firsts[of_page], lasts[of_page] = characters[firsts[of_page]], characters[lasts[of_page]]
    text = units.tobytes().decode(_UTF16, "surrogatepass")
    words = Words(loaded, text, begins, starts, ends, pages, firsts, lasts, ends_line, numpy.empty(0))
    return units, words._replace(edges=_edges(words))


def _lost_spaces(words: Words) -> dict[int, list[int]]:
    """Where PDFium misses spaces, by the places of the pages in ``loaded``: offsets of units in the page's text.

    TeX prints no spaces, only white space, and PDFium takes too little of it beside some letters for none. That happens in
    lines set tightly: in words beside narrow spaces that PDFium has put in, each character is asked for its box. A hyphen or
    another mark may stand off a little, and begins no word.
    """
    gaps = words.edges[1:, 0] - words.edges[:-1, 6]
    small = numpy.flatnonzero((gaps > 0) & (gaps < MOST_TIGHT_PT))
    em = abs(words.edges[small, 1] - words.edges[small, 3])
    is_tight = ~words.ends_line[small] & (gaps[small] > LEAST_SPACE_EM * em) & (gaps[small] < TIGHT_SPACE_EM * em)
    tight = small[is_tight]
    behind = map(calls.is_generated, words.handles(words.pages[tight]), (words.lasts[tight] + 1).tolist())
    tight = tight[numpy.fromiter(behind, int, len(tight)) == 1]
    if not len(tight):
        return {}
    narrow = numpy.full(len(words.firsts), numpy.inf)
    for beside in (tight, tight + 1):
        narrow[beside] = numpy.minimum(narrow[beside], gaps[tight])
    asked = numpy.flatnonzero((narrow < numpy.inf) & (words.lasts - words.firsts >= FEWEST_GLUED - 1))
    asked = asked[(words.lasts - words.firsts)[asked] == (words.ends - words.starts)[asked] - 1]  # each unit is a character
    if not len(asked):
        return {}
    found: dict[int, list[int]] = {}
    for word, character in _glued(words, asked, narrow[asked]):
        place, start = int(words.pages[word]), int(words.starts[word])
        if words.text[start + character].isalnum() and words.text[start + character - 1] not in HYPHENS:
            found.setdefault(place, []).append(start - int(words.begins[place]) + character)
    return found


def _glued(words: Words, asked: _Array, narrow: _Array) -> Iterator[tuple[int, int]]:
    """The words of ``asked`` that are several, and the characters in them (from 0) behind a space.

    ``narrow`` are the narrowest spaces beside them, in points.
    """
    counts = (words.lasts - words.firsts + 1)[asked]
    handles = list(chain.from_iterable(map(repeat, words.handles(words.pages[asked]), counts.tolist())))
    owners = numpy.repeat(numpy.arange(len(asked)), counts)
    characters = numpy.arange(len(owners)) - numpy.repeat(numpy.cumsum(counts) - counts, counts)
    indices = (words.firsts[asked][owners] + characters).tolist()
    calls.ask(calls.loose_box_into, handles, indices, _boxes_of_characters.references(len(handles)))
    boxes = _boxes_of_characters.records(len(handles))
    shares = (boxes[1:, 0] - boxes[:-1, 2]) / narrow[owners[1:]]
    owners, characters = owners[1:], characters[1:]
    set_apart = numpy.bincount(owners[(shares >= LETTERS_SHARE) & (characters > 0)], minlength=len(asked))
    is_space = (shares >= SPACE_SHARE) & (characters > 0) & (2 * set_apart < counts - 1)[owners]
    yield from zip(asked[owners[is_space]].tolist(), characters[is_space].tolist(), strict=True)


def _with_spaces(page: tuple[_Array, _Array | None], offsets: Sequence[int]) -> tuple[_Array, _Array | None]:
    """A page's units with spaces before some of them, and which character each unit is."""
    units, characters = page
    if not offsets:
        return page
    if characters is None:
        characters = numpy.arange(len(units))
    return numpy.insert(units, offsets, ord(" ")), numpy.insert(characters, offsets, 0)


def _parted(units: _Array) -> tuple[_Array, _Array, _Array]:
    """Where words start and end (half-open; a hyphen at a line's end belongs to its word), and which end a line.

    The last unit is a line feed. Whether the last word ends a line is not said.
    """
    is_gap = numpy.ones(len(units) + 1, bool)
    is_gap[1:] = _IS_GAP.take(units)
    changes = (is_gap[1:] != is_gap[:-1]).nonzero()[0]
    starts, ends = changes[::2], changes[1::2]
    hyphens = units[ends] == _HYPHEN_UNIT
    lines = numpy.cumsum((units == _LINE_FEED) | (units == _RETURN))
    return starts, ends + hyphens, hyphens[:-1] | (lines[starts[1:]] > lines[ends[:-1] - 1])


def _page_units(page: LoadedText) -> _Array:
    """The page's text in UTF-16 units, as all indices count them, and a line end behind them."""
    units = numpy.zeros(max(0, page.characters) + 1, numpy.uint16)
    address: int = units.__array_interface__["data"][0]
    written = calls.text_into(page.handle, 0, page.characters, address) - 1 if page.characters > 0 else 0
    units[max(0, written)] = _LINE_FEED
    return units[: max(0, written) + 1]


def _with_untold(page: LoadedText, units: _Array) -> tuple[_Array, _Array | None]:
    """The page's text with the characters that PDFium counts but keeps to itself, and which character each unit is.

    Those that a font gives no meaning at all (U+0000) become U+FFFD, so that nobody takes the word for whole. That the second
    is None says that units and characters are the same.
    """
    if page.characters < 1 or len(units) == page.characters + 1:
        return units, None
    handles = repeat(page.handle)
    places = numpy.fromiter(map(calls.text_index, handles, range(page.characters)), int, page.characters)
    characters = numpy.fromiter(map(calls.char_index, handles, range(len(units))), int, len(units))
    untold = (places < 0).nonzero()[0]
    values = numpy.fromiter(map(calls.unit_of, handles, untold.tolist()), int, len(untold))
    is_sign = _IS_UNTOLD_SIGN.take(values.clip(0, len(_UNITS) - 1))
    behind = numpy.where(places < 0, len(units) - 1, places)
    behind = numpy.minimum.accumulate(behind[::-1])[::-1][untold[is_sign]]
    signs = numpy.where(values == 0, ord(REPLACEMENT), values)[is_sign]
    return numpy.insert(units, behind, signs), numpy.insert(characters, behind, untold[is_sign])


def _edges(words: Words) -> _Array:
    """The boxes of the first and last character of each word, a row of eight numbers each (see WordTable)."""
    count = len(words.firsts)
    by_page = zip(words.loaded, numpy.bincount(words.pages, minlength=len(words.loaded)).tolist(), strict=True)
    handles = list(chain.from_iterable(repeat(page.handle, times) for page, times in by_page))
    for indices, field in ((words.firsts, 0), (words.lasts, 4)):
        calls.ask(calls.loose_box_into, handles, indices.tolist(), _boxes_of_words.references(count, field))
    return _boxes_of_words.records(count)


def _stacked(words: Words) -> list[int]:
    """Words whose characters stand one below the other, upright: PDFium ends no line in a column of single figures."""
    edges = words.edges
    rise = abs(edges[:, 3] - edges[:, 7])
    if rise.max() < LEAST_STACKED_PT:
        return []
    steps = words.lasts - words.firsts
    em = abs(edges[:, 1] - edges[:, 3])
    is_tall = (steps > 0) & (rise > STACKED_EM * em * steps) & (abs(edges[:, 0] - edges[:, 4]) < em)
    tall = is_tall.nonzero()[0]
    handles, firsts = words.handles(words.pages[tall]), words.firsts[tall].tolist()
    return [word for word, *where in zip(tall.tolist(), handles, firsts, strict=True) if not _is_turned(*where)]


def _is_turned(page: calls.Handle, index: int) -> bool:
    calls.matrix_into(page, index, _matrix.references(1)[0])
    a, b = _matrix.records(1)[0, :2]
    return bool(abs(b) > abs(a))


def _unstacked(words: Words, stacked: Sequence[int]) -> Words:
    """The words, those stacked parted into lines of one character."""
    if not stacked:
        return words
    times = numpy.ones(len(words.starts), int)
    times[stacked] = (words.ends - words.starts)[stacked]
    steps = numpy.arange(times.sum()) - numpy.repeat(numpy.cumsum(times) - times, times)
    is_stacked = numpy.repeat(times > 1, times)
    columns = (words.starts, words.ends, words.pages, words.firsts, words.lasts)
    starts, ends, pages, firsts, lasts = (numpy.repeat(column, times) for column in columns)
    starts, firsts = starts + steps, firsts + steps
    ends, lasts = numpy.where(is_stacked, starts + 1, ends), numpy.where(is_stacked, firsts, lasts)
    inner = is_stacked & (steps < numpy.repeat(times, times) - 1)
    ends_line = numpy.repeat(numpy.append(words.ends_line, True), times)[:-1] | inner[:-1]
    parted = words._replace(starts=starts, ends=ends, pages=pages, firsts=firsts, lasts=lasts, ends_line=ends_line)
    return parted._replace(edges=_edges(parted))


def _in_code_points(words: Words, units: _Array) -> Words:
    """The same words with offsets counted in characters, of which some take two units: a high and a low surrogate."""
    halves = units >> 10
    seconds = numpy.zeros(len(units) + 1, int)
    seconds[2:] = numpy.cumsum((halves[:-1] == _HIGH) & (halves[1:] == _LOW))
    begins, starts, ends = (offsets - seconds[offsets] for offsets in (words.begins, words.starts, words.ends))
    return words._replace(begins=begins, starts=starts, ends=ends)
