"""Text set in lines and columns: from elements in order to lines at their places on pages, whatever they are printed as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from generator.design import Style
from reportlab.pdfbase.pdfmetrics import stringWidth

LEADING = 1.2
MARGIN = 56.0
GUTTER = 24.0
BOX_PADDING = 5.0
FEWEST_BELOW = 2
"""Lines of text that stand below a heading that is kept with them."""
_FEWEST_LETTERS = 3
"""Letters before and behind a hyphen at the end of a line."""
_VOWELS = "aeiouyäöüáéíóúàèìòùâêîôûëï"


class Span(NamedTuple):
    """A stretch of text in one type; ``raised`` in points."""

    text: str
    style: Style
    raised: float = 0.0


class Placed(NamedTuple):
    """A printed line: page and column from 0, its left end and its distance from the top of the page in points.

    ``wraps`` says that its text goes on in the next line; ``stretch`` are points added to each space.
    """

    page: int
    column: int
    x: float
    y: float
    spans: tuple[Span, ...]
    kind: str
    wraps: bool = False
    stretch: float = 0.0

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(span.text for span in self.spans)


class Box(NamedTuple):
    """A frame: its page, left, top, width and height in points."""

    page: int
    x: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Element:
    """A paragraph, heading, item or address line.

    ``before`` is the space above it, ``indent`` that on its left, ``first`` the further indent of its first line, all in
    points. ``beside`` stands to the left of it; ``right`` at the right edge of its last line, behind dots.
    A box that floats waits for the top of the next column, or the end of the running text.
    """

    kind: str
    spans: tuple[Span, ...]
    before: float = 0.0
    indent: float = 0.0
    first: float = 0.0
    keep: bool = False
    start: str = ""
    beside: tuple[Span, ...] = ()
    right: str = ""
    boxed: bool = False
    floats: bool = False
    note: Element | None = None
    ends_text: bool = False


@dataclass
class Sheet:
    """What has been set: lines, frames, and the page that each element begins on."""

    lines: list[Placed] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


@cache
def width_of(text: str, font: str, size: float) -> float:
    """Width of a text in points."""
    return float(stringWidth(text, font, size))


@dataclass
class Setter:
    """Sets elements one after the other into the columns of pages."""

    page: tuple[float, float]
    columns: int
    hyphenates: bool
    justify: bool
    sheet: Sheet = field(default_factory=Sheet)
    at: tuple[int, int] = (0, 0)
    y: float = MARGIN
    bottom: float = 0.0
    waiting: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.bottom = self.page[1] - MARGIN

    @property
    def width(self) -> float:
        """Width of a column in points."""
        return (self.page[0] - 2 * MARGIN - (self.columns - 1) * GUTTER) / self.columns

    @property
    def left(self) -> float:
        """Left edge of the column in points."""
        return MARGIN + self.at[1] * (self.width + GUTTER)

    def set_all(self, elements: Sequence[Element]) -> Sheet:
        """All elements, headings kept with what follows them."""
        for number, element in enumerate(elements):
            if element.start and (self.lines_on_page or self.y > MARGIN):
                self._turn(to_page=element.start == "page")
            if element.floats:
                self.waiting.append(element)
                self.sheet.pages.append(self.at[0])
            elif element.keep and self.y + self._height_kept(elements[number:]) > self.bottom:
                self._turn()
            if not element.floats:
                self.sheet.pages.append(self._set(element))
            if self.waiting and (number + 1 == len(elements) or element.ends_text):
                self._set(self.waiting.pop(0))
        self._close()
        return self.sheet

    @property
    def lines_on_page(self) -> bool:
        """Whether anything stands on this page."""
        return bool(self.sheet.lines) and self.sheet.lines[-1].page == self.at[0]

    def _height_kept(self, elements: Sequence[Element]) -> float:
        height = 0.0
        for element in elements:
            lines = len(list(self._wrap(element)))
            leading = LEADING * element.spans[0].style.size
            height += element.before + leading * (lines if element.keep else min(lines, FEWEST_BELOW))
            if not element.keep:
                break
        return height

    def _turn(self, *, to_page: bool = False) -> None:
        """To the next column, or page."""
        self._close()
        page, column = self.at
        self.at = (page, column + 1) if column + 1 < self.columns and not to_page else (page + 1, 0)
        self.y, self.bottom = MARGIN, self.page[1] - MARGIN
        if self.waiting:
            self._set(self.waiting.pop(0))

    def _close(self) -> None:
        """Footnotes at the foot of the column."""
        notes, self.notes = self.notes, []
        y = self.bottom + 6.0
        for note in notes:
            for spans, wraps in self._wrap(note):
                y += LEADING * note.spans[0].style.size
                self.sheet.lines.append(Placed(*self.at, self.left, y, spans, note.kind, wraps))

    def _set(self, element: Element) -> int:
        """One element; returns the page it begins on."""
        lines = list(self._wrap(element))
        leading = LEADING * element.spans[0].style.size
        if element.boxed:
            return self._set_box(element, lines, leading)
        if element.note:
            self._reserve(element.note)
        self.y += element.before if self.y > MARGIN else 0.0
        first_page = -1
        for number, (spans, wraps) in enumerate(lines):
            if self.y + leading > self.bottom:
                self._turn()
            self.y += leading
            first_page = self.at[0] if first_page < 0 else first_page
            x = self.left + element.indent + (element.first if number == 0 else 0.0)
            if element.beside and number == 0:
                self.sheet.lines.append(Placed(*self.at, self.left, self.y, element.beside, "label"))
            stretch = self._stretch(spans, x) if self.justify and wraps and element.kind == "text" else 0.0
            self.sheet.lines.append(Placed(*self.at, x, self.y, spans, element.kind, wraps, stretch))
        if element.right:
            self._set_right(element)
        return first_page

    def _reserve(self, note: Element) -> None:
        height = LEADING * note.spans[0].style.size * len(list(self._wrap(note)))
        if self.y + height + 60.0 > self.bottom:
            self._turn()
        self.bottom -= height + (0.0 if self.notes else 8.0)
        self.notes.append(note)

    def _set_box(self, element: Element, lines: Sequence[tuple[tuple[Span, ...], bool]], leading: float) -> int:
        height = leading * len(lines) + 2 * BOX_PADDING
        if self.y + height + element.before > self.bottom:
            self._turn()
        top = self.y + (element.before if self.y > MARGIN else 0.0)
        self.sheet.boxes.append(Box(self.at[0], self.left, top, self.width, height + 3.0))
        self.y = top + BOX_PADDING
        for spans, wraps in lines:
            self.y += leading
            self.sheet.lines.append(Placed(*self.at, self.left + BOX_PADDING, self.y, spans, element.kind, wraps))
        self.y += BOX_PADDING + element.before
        return self.at[0]

    def _set_right(self, element: Element) -> None:
        line, style = self.sheet.lines[-1], element.spans[-1].style
        room = self.left + self.width - line.x - width_of(line.text + "  " + element.right, style.font, style.size)
        dots = int(room / width_of(".", style.font, style.size))
        self.sheet.lines[-1] = line._replace(spans=(*line.spans, Span(f" {'.' * dots} {element.right}", style)))

    def _stretch(self, spans: Sequence[Span], x: float) -> float:
        used = sum(width_of(span.text, span.style.font, span.style.size) for span in spans)
        gaps = sum(span.text.count(" ") for span in spans)
        return (self.left + self.width - x - used) / gaps if gaps else 0.0

    def _wrap(self, element: Element) -> Iterator[tuple[tuple[Span, ...], bool]]:
        """The lines of an element, and whether each goes on in the next."""
        width = self.width - element.indent - (2 * BOX_PADDING if element.boxed else 0.0)
        if element.right:
            width -= 40.0
        room = width - element.first
        line: list[Span] = []
        for word in _words(element.spans):
            needed = sum(width_of(piece.text, piece.style.font, piece.style.size) for piece in word)
            space = width_of(" ", line[-1].style.font, line[-1].style.size) if line else 0.0
            if line and needed + space > room:
                head, tail = self._broken(word, room - space)
                yield _merged([*line, Span(" ", line[-1].style), *head] if head else line), True
                line, room = [], width
                word, needed = tail, sum(width_of(piece.text, piece.style.font, piece.style.size) for piece in tail)
                space = 0.0
            line += [
                *([Span(" ", word[0].style if line[-1].style != word[0].style else line[-1].style)] if line else []),
                *word,
            ]
            room -= needed + space
        yield _merged(line), False

    def _broken(self, word: tuple[Span, ...], room: float) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """A word parted by a hyphen where the line has room for its beginning."""
        if not self.hyphenates or len(word) > 1 or not word[0].text.strip(",.:").isalpha():
            return (), word
        text, style = word[0].text, word[0].style
        for cut in range(len(text.strip(",.:")) - _FEWEST_LETTERS, _FEWEST_LETTERS - 1, -1):
            if _may_break(text, cut) and width_of(text[:cut] + "-", style.font, style.size) <= room:
                return (Span(text[:cut] + "-", style),), (Span(text[cut:], style),)
        return (), word


def _may_break(text: str, cut: int) -> bool:
    """Between a vowel and a consonant that a vowel follows: never wrong by much."""
    a, b, c = (letter.casefold() for letter in text[cut - 1 : cut + 2])
    return a in _VOWELS and b not in _VOWELS and c in _VOWELS


def _words(spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """Words, each in pieces of one type."""
    word: list[Span] = []
    for span in spans:
        for number, piece in enumerate(span.text.split(" ")):
            if number and word:
                yield tuple(word)
                word = []
            if piece:
                word.append(span._replace(text=piece))
    if word:
        yield tuple(word)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1][1:] == span[1:]:
            merged[-1] = merged[-1]._replace(text=merged[-1].text + span.text)
        else:
            merged.append(span)
    return tuple(merged)
