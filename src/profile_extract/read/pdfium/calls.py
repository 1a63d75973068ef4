"""The functions of PDFium that reading needs, called in bulk.

The bindings that pypdfium2 brings convert and check each argument of each call, which costs more than most of these
functions do. Reading asks for hundreds of characters a page, so the functions it asks most are declared once more here
without argument types: :func:`ask` and ``map`` drive them from C with arguments made ready beforehand, a :func:`handle`
for a pointer, a plain integer for an index, a reference into :class:`Slots` for an answer. Measured: 0.13 µs a call
instead of 0.30. They keep the interpreter lock; loading a page gives it up.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from ctypes import byref, c_float, c_int, c_size_t, c_uint, c_ulong, c_void_p, sizeof
from itertools import repeat, starmap
from typing import Any

import numpy
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray

from profile_extract.read.parts import MOST_PT

PdfDocument = pypdfium2.PdfDocument
PdfiumError = pypdfium2.PdfiumError
ERROR_PASSWORD, ERROR_SECURITY = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY
PAGE_OBJECT_IMAGE = raw.FPDF_PAGEOBJ_IMAGE
PAGE_OBJECT_PATH = raw.FPDF_PAGEOBJ_PATH
SEGMENT_LINE, SEGMENT_MOVE = raw.FPDF_SEGMENT_LINETO, raw.FPDF_SEGMENT_MOVETO


class Handle(c_void_p):
    """A pointer that PDFium gave and takes back; as a type of its own it is passed on without conversion."""


def _declared(prototype: Callable[..., Any], name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), c_void_p).value
    function: Callable[..., Any] = prototype(result, *arguments)(address)
    return function


def _quick(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    return _declared(ctypes.PYFUNCTYPE, name, result, *arguments)


def _bulk(name: str, result: Any) -> Callable[..., Any]:
    """No argument types: what is passed must be an integer that fits a C int, a handle, or a reference."""
    return _declared(ctypes.PYFUNCTYPE, name, result)


def _long(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    return _declared(ctypes.CFUNCTYPE, name, result, *arguments)


load_page = _long("FPDF_LoadPage", c_size_t, c_void_p, c_int)
close_page = _long("FPDF_ClosePage", None, c_void_p)
load_text = _long("FPDFText_LoadPage", c_size_t, c_void_p)
close_text = _long("FPDFText_ClosePage", None, c_void_p)

page_box = _quick("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)
page_rotation = _quick("FPDFPage_GetRotation", c_int, c_void_p)
page_width = _quick("FPDF_GetPageWidthF", c_float, c_void_p)
page_height = _quick("FPDF_GetPageHeightF", c_float, c_void_p)
object_count = _quick("FPDFPage_CountObjects", c_int, c_void_p)
object_at = _quick("FPDFPage_GetObject", c_size_t, c_void_p, c_int)
object_type = _quick("FPDFPageObj_GetType", c_int, c_void_p)
object_in = _bulk("FPDFPage_GetObject", Handle)
type_of = _bulk("FPDFPageObj_GetType", c_int)
draw_mode_into = _quick("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
bounds_into = _bulk("FPDFPageObj_GetBounds", c_int)
object_matrix_into = _bulk("FPDFPageObj_GetMatrix", None)
segment_count = _bulk("FPDFPath_CountSegments", c_int)
segment_at = _bulk("FPDFPath_GetPathSegment", Handle)
segment_kind = _bulk("FPDFPathSegment_GetType", c_int)
segment_closes = _bulk("FPDFPathSegment_GetClose", c_int)
segment_point_into = _bulk("FPDFPathSegment_GetPoint", None)

char_count = _quick("FPDFText_CountChars", c_int, c_void_p)
text_into = _quick("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_index = _bulk("FPDFText_GetCharIndexFromTextIndex", c_int)
text_index = _bulk("FPDFText_GetTextIndexFromCharIndex", c_int)
is_generated = _bulk("FPDFText_IsGenerated", c_int)
unit_of = _bulk("FPDFText_GetUnicode", c_uint)
loose_box_into = _bulk("FPDFText_GetLooseCharBox", None)
matrix_into = _bulk("FPDFText_GetMatrix", None)
text_object = _bulk("FPDFText_GetTextObject", Handle)
font_size_into = _bulk("FPDFTextObj_GetFontSize", None)
font_of = _bulk("FPDFTextObj_GetFont", c_size_t)
fill_color_into = _bulk("FPDFPageObj_GetFillColor", None)
font_name_into = _quick("FPDFFont_GetBaseFontName", c_size_t, c_void_p, c_void_p, c_size_t)
font_flags = _quick("FPDFFont_GetFlags", c_int, c_void_p)
font_weight = _quick("FPDFFont_GetWeight", c_int, c_void_p)
font_ascent_into = _quick("FPDFFont_GetAscent", c_int, c_void_p, c_float, c_void_p)
font_descent_into = _quick("FPDFFont_GetDescent", c_int, c_void_p, c_float, c_void_p)

next_link = _quick("FPDFLink_Enumerate", c_int, c_void_p, c_void_p, c_void_p)
link_box_into = _quick("FPDFLink_GetAnnotRect", c_int, c_void_p, c_void_p)
link_action = _quick("FPDFLink_GetAction", c_size_t, c_void_p)
action_uri_into = _quick("FPDFAction_GetURIPath", c_ulong, c_void_p, c_void_p, c_void_p, c_ulong)

Address = int
_FEWEST_RECORDS = 1024
"""Room made at first, enough for the words of most pages."""
_drain: Callable[[Iterable[object]], None] = deque[object](maxlen=0).extend
"""Run an iterator to its end at the speed of C, keeping nothing."""


def ask(function: Callable[..., object], *arguments: Iterable[object]) -> None:
    """Call a function with each tuple of arguments for what it writes. ``zip`` fills one tuple again and again."""
    _drain(starmap(function, zip(*arguments, strict=False)))


def address_of(pointer: object) -> Address:
    """The address behind a typed pointer of pypdfium2."""
    return ctypes.cast(pointer, c_void_p).value or 0  # type: ignore[arg-type]


def handle(address: Address) -> Handle:
    """A pointer made ready to be passed to any of these functions."""
    return Handle(address)


class Slots:
    """Room for C to write records of numbers into, with a reference to each made ready when first asked for."""

    def __init__(self, width: int, kind: type[c_float] | type[c_uint] = c_float) -> None:
        self._width, self._kind, self._room = width, kind, 0
        self._buffer: Any = None
        self._references: dict[int, list[Any]] = {}

    def references(self, count: int, field: int = 0) -> list[Any]:
        """References to one field of the first ``count`` records."""
        if count > self._room:
            self._room = max(_FEWEST_RECORDS, 2 * count)
            self._buffer = (self._kind * (self._width * self._room))()
            self._references.clear()
        if field not in self._references:
            step = sizeof(self._kind)
            record = step * self._width
            stop = record * self._room
            self._references[field] = list(map(byref, repeat(self._buffer), range(step * field, stop, record)))
        return self._references[field][:count]

    def records(self, count: int) -> NDArray[Any]:
        """A copy of the first ``count`` records, a row each; numbers that nobody can reckon with are made such."""
        kind = numpy.float32 if self._kind is c_float else numpy.uint32
        found = numpy.frombuffer(self._buffer, kind, count * self._width).reshape(count, self._width).copy()
        if self._kind is c_float and not (abs(found) <= MOST_PT).all():
            found = numpy.nan_to_num(found, posinf=MOST_PT, neginf=-MOST_PT).clip(-MOST_PT, MOST_PT)
        return found
