"""PDF through pdfplumber (MIT): a second, independent reader, slow and thorough, that the first one is compared with."""

from __future__ import annotations

import io
import re
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from profile_extract.errors import DamagedError, EncryptedError
from profile_extract.model import BBox, Line, Link, OutlineEntry, Page, PageFrame, Run, Style, WordTable, union
from profile_extract.read.characters import REPLACEMENT, usable
from profile_extract.read.fonts import family, has_bold_name, has_italic_name
from profile_extract.read.parts import PASSED_ON, PagePart, Place, measure, whole_page
from profile_extract.read.plumbing import PDF, Frame, PDFPasswordIncorrect, forgiving, frame_of, pdfplumber
from profile_extract.read.watch import Watch
from profile_extract.settings import ReadSettings

WORD_GAP_RATIO = 0.15
"""Gap that parts words, as a share of the type size: the value at which the two readers find the same words."""
_UNNAMED = re.compile(r"\(cid:\d+\)")
_WORD_OPTIONS: dict[str, Any] = {
    "x_tolerance_ratio": WORD_GAP_RATIO,
    "use_text_flow": True,
    "extra_attrs": ["fontname", "size", "non_stroking_color", "upright"],
}
_Word = dict[str, Any]


class PlumberFile:
    """A PDF opened by pdfplumber.

    Raises:
        EncryptedError: it asks for a password.
        DamagedError: pdfminer finds no document in it.
    """

    def __init__(self, data: bytes, name: str, settings: ReadSettings, watch: Watch) -> None:
        self._settings, self._watch = settings, watch
        self._pdf = _opened(data, name)

    @property
    def page_count(self) -> int:
        """How many pages pdfminer sees; in damaged files it loses some without a word."""
        return len(self._pdf.pages)

    def read_page(self, place: Place) -> PagePart:
        """One page; one that pdfminer cannot read is an empty one that says so."""
        return whole_page(self._read_page, place)

    def _read_page(self, place: Place) -> PagePart:
        plumbed = self._pdf.pages[place.page - 1]
        try:
            frame = frame_of(plumbed)
            self._watch.characters(place.page, len(plumbed.chars))
            words = [_from_corner(_readable(word), frame) for word in plumbed.extract_words(**_WORD_OPTIONS)]
            page = _page(plumbed, words, frame)
            lines = _lines(words, place, self._settings)
            links: list[Link] = []
            with forgiving():
                links += _links(plumbed, frame)
            return PagePart(page, lines, links)
        finally:
            plumbed.close()

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The outline, up to where it breaks off or leads back to itself."""
        return tuple(_outline(self._pdf))

    def title(self) -> str | None:
        """The title in the document's information."""
        with forgiving():
            return usable(str(self._pdf.metadata.get("Title") or "")).strip() or None
        return None

    def close(self) -> None:
        """Let go of the file."""
        with forgiving():
            self._pdf.close()


def _opened(data: bytes, name: str) -> PDF:
    """The document, its pages found."""
    try:
        pdf = pdfplumber.open(io.BytesIO(data))
        pdf.pages  # noqa: B018  (damage shows where they are looked for)
        return pdf
    except PASSED_ON:
        raise
    except Exception as error:
        cause = error.args[0] if error.args else None
        if isinstance(error, PDFPasswordIncorrect) or isinstance(cause, PDFPasswordIncorrect):
            raise EncryptedError("the PDF asks for a password; save a copy without one", path=name) from error
        raise DamagedError("the PDF is damaged or cut short; export or download it again", path=name) from error


def _readable(word: _Word) -> _Word:
    """A word without pdfminer's signs for characters that its font does not name."""
    return {**word, "text": usable(_UNNAMED.sub(REPLACEMENT, word["text"]))}


def _from_corner(word: _Word, frame: Frame) -> _Word:
    """A word, or anything with a box, measured from the visible page's own corner."""
    sides = (("x0", frame.left), ("x1", frame.left), ("top", frame.top), ("bottom", frame.top))
    return {**word, **{name: measure(float(word[name])) - by for name, by in sides}}


def _page(plumbed: Any, words: Sequence[_Word], frame: Frame) -> Page:
    """The page with its words; edges are turned back into PDF space, as the word table wants them."""
    width, height = frame.width, frame.height
    starts: list[int] = []
    ends: list[int] = []
    edges: list[float] = []
    at = 0
    for word in words:
        starts.append(at)
        ends.append(at + len(word["text"]))
        at = ends[-1] + 1
        box = (word["x0"], height - word["top"], word["x1"], height - word["bottom"])
        edges += [*box, *box]
    table = WordTable(array("l", starts), array("l", ends), array("f", edges), PageFrame(0.0, 0.0, width, height))
    error = "the page is a picture without text" if not words and plumbed.images else None
    return Page(plumbed.page_number, width, height, int(plumbed.rotation or 0), table, error)


def _lines(words: Sequence[_Word], place: Place, settings: ReadSettings) -> list[Line]:
    lines: list[Line] = []
    page, row, offset = place
    first = 0
    for group in _groups(words, settings):
        text = " ".join(word["text"] for word in group)
        box = union(BBox(w["x0"], w["top"], w["x1"], w["bottom"]) for w in group)
        last = first + len(group)
        turned = not group[0]["upright"]
        lines.append(Line(row, page, offset, text, box, _runs(group), None, 0, first, last, turned))
        row, offset, first = row + 1, offset + len(text) + 1, last
    return lines


def _groups(words: Sequence[_Word], settings: ReadSettings) -> Iterator[list[_Word]]:
    """Words of one printed line, by the same rule as the first reader's."""
    group: list[_Word] = []
    for word in words:
        if group and _is_break(group[-1], word, settings):
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _is_break(last: _Word, word: _Word, settings: ReadSettings) -> bool:
    em = float(last["size"]) or 1.0
    jump = word["x0"] - last["x1"]
    shift = abs(word["bottom"] - last["bottom"])
    return bool(
        jump > settings.column_gap_em * em or jump < -settings.backstep_em * em or shift > settings.baseline_shift_em * em
    )


def _runs(group: Sequence[_Word]) -> tuple[Run, ...]:
    runs: list[Run] = []
    offset = 0
    for word in group:
        style = _style(word)
        if not runs or runs[-1].style != style:
            runs.append(Run(offset, style))
        offset += len(word["text"]) + 1
    return tuple(runs)


def _style(word: _Word) -> Style:
    name = usable(family(str(word["fontname"])))
    color = _color(word["non_stroking_color"])
    return Style(name, round(measure(float(word["size"])), 1), has_bold_name(name), has_italic_name(name), color)


def _color(value: Any) -> str:
    """A colour as pdfminer gives it (grey, RGB or CMYK, 0 to 1) in hexadecimal RGB."""
    parts = [value] if isinstance(value, int | float) else list(value or (0.0,))
    numbers = [float(part) for part in parts if isinstance(part, int | float)]
    if len(numbers) == 4:
        c, m, y, k = numbers
        numbers = [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)]
    rgb = numbers if len(numbers) == 3 else [numbers[0] if numbers else 0.0] * 3
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in rgb)


def _links(plumbed: Any, frame: Frame) -> Iterator[Link]:
    for link in plumbed.hyperlinks:
        uri = usable(str(link["uri"])).strip()
        if uri:
            box = _from_corner(link, frame)
            yield Link(plumbed.page_number, uri, BBox(box["x0"], box["top"], box["x1"], box["bottom"]))


def _outline(pdf: PDF) -> Iterator[OutlineEntry]:
    """The entries of the outline up to where it breaks off, or leads back to itself."""
    with forgiving():
        for level, title, *_ in pdf.doc.get_outlines():
            yield OutlineEntry(level - 1, usable(str(title)).strip(), None)
