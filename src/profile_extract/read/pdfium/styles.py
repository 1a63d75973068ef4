"""How text is set: font, size, weight and colour, asked once for each text object that matters."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from ctypes import c_uint
from typing import Any

import numpy
from numpy.typing import NDArray

from profile_extract.model import Run, Style
from profile_extract.read.characters import usable
from profile_extract.read.fonts import family, has_bold_name, has_italic_name, has_plain_name, unnamed
from profile_extract.read.parts import measure
from profile_extract.read.pdfium import calls

_BOLD_WEIGHTS = range(600, 1001)
"""Font weights that mean bold (CSS Fonts 4, 2.2); PDFium derives others from stem widths, far out of this range."""
_FLAG_ITALIC, _FLAG_FORCE_BOLD = 1 << 6, 1 << 18
"""Font descriptor flags, ISO 32000-2 table 121."""
_NAME_BYTES = 128
_SIZE = 6
"""Where the font size stands, behind the six numbers of a matrix."""
_WEIGHTS = numpy.array([1 << 16, 1 << 8, 1, 0], numpy.uint32)
"""What red, green, blue and opacity count in a colour written as one number."""

Look = tuple[int, float, float, float, int]
"""Font handle, font size, the vertical scale of its space as a vector (two numbers), and colour as 0xRRGGBB."""
_Font = tuple[str, bool, bool]
"""Name, and whether it is bold and italic."""
_measures, _colors = calls.Slots(7), calls.Slots(4, c_uint)
"""One set of buffers for all documents: PDFium serves one thread at a time."""


class StyleBook:
    """The styles of a document, each made once. Font handles die with their pages and are looked up anew for others."""

    def __init__(self) -> None:
        self._styles: dict[tuple[_Font, float, float, float, int], tuple[Run]] = {}
        self._looks: dict[Look, tuple[Run]] = {}
        self._fonts: dict[int, _Font] = {}
        self._named: dict[bytes, _Font] = {}
        self._name = array("B", bytes(_NAME_BYTES))

    def forget_fonts(self) -> None:
        """Forget the font handles of the pages before."""
        self._fonts.clear()
        self._looks.clear()

    def runs(self, looks: Sequence[Look]) -> list[tuple[Run, ...]]:
        """For each line its only run of style, from its beginning on."""
        known = map(self._looks.get, looks)
        return [run or self._new_run(look) for run, look in zip(known, looks, strict=True)]

    def _new_run(self, look: Look) -> tuple[Run]:
        font, font_size, across, up, color = look
        facts = self._fonts.get(font) or self._font(font)
        key = (facts, font_size, across, up, color)
        if key not in self._styles:
            name, bold, italic = facts
            size_pt = round(measure(font_size * math.hypot(across, up)), 1)
            self._styles[key] = (Run(0, Style(name, size_pt, bold, italic, f"#{color:06x}")),)
        self._looks[look] = self._styles[key]
        return self._styles[key]

    def looks(
        self, pages: Sequence[calls.Handle], indices: Sequence[int], objects: Sequence[calls.Handle]
    ) -> tuple[list[Look], NDArray[Any]]:
        """How characters look, by page, index and their text object; and which are turned against their page."""
        count = len(indices)
        calls.ask(calls.matrix_into, pages, indices, _measures.references(count))
        calls.ask(calls.font_size_into, objects, _measures.references(count, _SIZE))
        calls.ask(calls.fill_color_into, objects, *(_colors.references(count, field) for field in range(4)))
        measures, colors = _measures.records(count), _colors.records(count)
        _, _, across, up, _, _, sizes = measures.T.tolist()
        rgb = (colors @ _WEIGHTS).tolist()
        looks = list(zip(map(calls.font_of, objects), sizes, across, up, rgb, strict=True))
        return looks, abs(measures[:, 1]) > abs(measures[:, 0])

    def colors(self, objects: Sequence[calls.Handle]) -> list[int]:
        """The colours of text objects, as 0xRRGGBB."""
        count = len(objects)
        calls.ask(calls.fill_color_into, objects, *(_colors.references(count, field) for field in range(4)))
        found: list[int] = (_colors.records(count) @ _WEIGHTS).tolist()
        return found

    def _font(self, font: int) -> _Font:
        length = calls.font_name_into(font, self._name.buffer_info()[0], _NAME_BYTES) if font else 0
        name = self._name[: max(0, min(length, _NAME_BYTES) - 1)].tobytes() or (_stand_in(font) if font else b"")
        if name not in self._named:
            self._named[name] = _font_facts(font, name.decode("utf-8", "replace"))
        self._fonts[font] = self._named[name]
        return self._fonts[font]


def _stand_in(font: int) -> bytes:
    """A name for a font that has none."""
    heights = array("f", (0.0, 0.0))
    address = heights.buffer_info()[0]
    calls.font_ascent_into(font, 1000.0, address)
    calls.font_descent_into(font, 1000.0, address + heights.itemsize)
    return unnamed(*map(measure, heights)).encode()


def _font_facts(font: int, full_name: str) -> _Font:
    """Name without subset prefix, and whether it is bold and italic, by name, else by flags and weight."""
    name = usable(family(full_name))
    flags = max(calls.font_flags(font), 0) if font else 0
    weight = calls.font_weight(font) if font else 0
    bold = has_bold_name(name) or (not has_plain_name(name) and (flags & _FLAG_FORCE_BOLD or weight in _BOLD_WEIGHTS))
    italic = has_italic_name(name) or flags & _FLAG_ITALIC
    return name, bool(bold), bool(italic)
