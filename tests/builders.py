"""Documents built by hand in a few lines."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from profile_extract.clean import clean
from profile_extract.drafts import Extraction
from profile_extract.fields import find_fields
from profile_extract.fields.items import Item
from profile_extract.layout import lay_out
from profile_extract.model import Report
from profile_extract.passage import Passage
from profile_extract.read import read_bytes
from profile_extract.segment import segment
from profile_extract.structure import Layout

PAGE = (400.0, 500.0)
"""Size of the pages that :func:`pdf` draws on, in points."""
Page = Callable[[Canvas], Any]
TITLES = ("Chairs After Dark", "Apples Behind the Mill", "The Counted Steps", "Letters for Everybody", "Bread on Thursdays")
PROSE = (
    "In the second winter the school opened its workshop in the evening, and the neighbours came to mend their chairs.",
    "The council had planned a car park behind the mill, until a petition of bakers turned the plot into an orchard.",
    "Nobody had counted the steps between the station and the river before the walkers painted them on the pavement.",
    "A shop that had been empty for nine years became a place where letters are written for those who cannot write.",
    "On the day before market day the ovens of the old barracks are lit, and whoever brings dough may bake it there.",
)
"""Titles and texts of five profiles, for tests in which what stands between them matters."""


def text_report(text: str) -> Report:
    """A report as read from a text dump."""
    return read_bytes(text.encode(), "report.txt")


def cleaned_text(text: str) -> Report:
    """A text dump read and cleaned."""
    return clean(text_report(text))


def spaced(*lines: str) -> str:
    """Lines as a spaced dump prints them: an empty line behind each."""
    return "".join(f"{line}\n\n" for line in lines)


def pdf(*pages: Page) -> bytes:
    """A PDF whose pages are drawn by the functions given, each on a canvas measured from the bottom left corner."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, invariant=1, pageCompression=0)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


Placed = tuple[float, float, str]
"""Left edge and distance from the page's top, both in points, and a text."""


def page_of(lines: Sequence[Placed], font: str = "Helvetica", size: float = 10.0) -> Page:
    """A page with lines of text at given places, in one font."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for x, from_top, text in lines:
            canvas.drawString(x, PAGE[1] - from_top, text)

    return draw


def run_in(place: Placed, font: str, rest: str) -> Page:
    """A line that begins in another font than it goes on in."""

    def draw(canvas: Canvas) -> None:
        x, from_top, beginning = place
        line = canvas.beginText(x, PAGE[1] - from_top)
        for face, text in ((font, beginning), ("Helvetica", rest)):
            line.setFont(face, 10)
            line.textOut(text)
        canvas.drawText(line)

    return draw


def pdf_report(*pages: Page) -> Report:
    """A report as read from a PDF drawn by hand."""
    return read_bytes(pdf(*pages), "report.pdf")


def laid_out(report: Report) -> Layout:
    """A report cleaned and laid out."""
    return lay_out(clean(report))


def overlaid(*pages: Page) -> Page:
    """Several pages drawn on one: text in several fonts."""

    def draw(canvas: Canvas) -> None:
        for page in pages:
            page(canvas)

    return draw


TYPE = {
    "chapter": ("Helvetica-Bold", 24.0),
    "title": ("Helvetica-Bold", 16.0),
    "tagline": ("Helvetica-Oblique", 13.0),
    "label": ("Helvetica-Bold", 10.0),
    "label10.5": ("Helvetica-Bold", 10.5),
    "name": ("Helvetica-Oblique", 10.0),
    "label16": ("Helvetica-BoldOblique", 16.0),
    "text": ("Helvetica", 10.0),
    "smaller": ("Helvetica", 9.0),
    "small": ("Helvetica", 7.0),
}
"""The kinds of type that :func:`typeset` knows, with font and size in points."""


def typeset(*parts: tuple[str, str]) -> Page:
    """A page of one column: pairs of a kind of type and a text, one paragraph each, set from the top down."""

    def draw(canvas: Canvas) -> None:
        top = 50.0
        for kind, text in parts:
            font, size = TYPE[kind]
            canvas.setFont(font, size)
            for line in simpleSplit(text, font, size, PAGE[0] - 100):
                top += 1.2 * size
                canvas.drawString(50, PAGE[1] - top, line)
            top += 1.5 * size

    return draw


def items_of(report: Report) -> list[Item]:
    """The blocks of a report as the items of one part, as extractors are given them."""
    return [Item(block, block.text) for block in laid_out(report).blocks]


def extraction_of(report: Report) -> Extraction:
    """Everything found in a report, before it is put together."""
    return find_fields(segment(laid_out(report)))


@st.composite
def edited_passages(draw: st.DrawFn) -> tuple[Passage, str]:
    """A passage after random edits, cuts and leaps over parts of its source, and the text it must read as."""
    source = draw(st.text("ab -\n", max_size=24))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(source))] * 2)))
    passage, text = Passage.of(source, start, end), source[start:end]
    for kind in draw(st.lists(st.sampled_from(["edit", "edit", "edit", "cut", "leap"]), max_size=6)):
        i, j = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        if kind == "edit":
            after = draw(st.text("abX ", max_size=3))
            passage, text = passage.edited(i, j, after, draw(st.sampled_from(["one", "two"]))), text[:i] + after + text[j:]
        elif kind == "cut":
            passage, text = passage[i:j], text[i:j]
        elif i:
            passage, text = Passage.joined([passage[:i], passage[j:]]), text[:i] + text[j:]
    return passage, text


def raw_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of objects written out by hand, numbered from 1; the first is the catalogue."""
    data = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size, start = len(objects) + 1, len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return bytes(data + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))


def pdf_stream(content: bytes) -> bytes:
    """The body of a stream object for :func:`raw_pdf`."""
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def one_page_pdf(
    content: bytes,
    *more: bytes,
    font: bytes = b"/BaseFont /Helvetica",
    page: bytes = b"",
    catalog: bytes = b"",
    trailer: bytes = b"",
) -> bytes:
    """A PDF of one page, 400 by 500 points unless ``page`` says otherwise; ``/F`` is its font, ``more`` are objects 6, 7 …"""
    box = b"" if b"/MediaBox" in page else b"/MediaBox [0 0 400 500]"
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R %s %s /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>" % (box, page),
        pdf_stream(content),
        b"<< /Type /Font /Subtype /Type1 %s >>" % font,
        *more,
        trailer=trailer,
    )


def to_unicode(**meanings: str) -> bytes:
    """A ``/ToUnicode`` map for :func:`raw_pdf`: what single letters of a font stand for."""
    units = {c: text.encode("utf-16-be", "surrogatepass").hex().encode() for c, text in meanings.items()}
    lines = b" ".join(b"<%02x> <%s>" % (ord(c), code) for c, code in units.items())
    codes = b"1 begincodespacerange <00> <ff> endcodespacerange"
    return pdf_stream(b"begincmap %s %d beginbfchar %s endbfchar endcmap" % (codes, len(meanings), lines))


def wrapped(text: str, words: int = 7) -> list[str]:
    """A text in lines of so many words, to be placed on a page."""
    parts = text.split()
    return [" ".join(parts[n : n + words]) for n in range(0, len(parts), words)]
