"""Engines one after the other: each is asked only where the ones before failed, for a file or for a page."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from builders import one_page_pdf, page_of, pdf, pdf_stream, raw_pdf

from profile_extract.errors import DamagedError, EncryptedError, LimitExceededError, NoTextLayerError
from profile_extract.fields.warnings import report_problems
from profile_extract.model import DAMAGED_PAGE
from profile_extract.read import read_bytes
from profile_extract.read.chain import read_pdf
from profile_extract.read.parts import MOST_PT, PagePart, Place, damaged_page, measure
from profile_extract.read.pdfium import PdfiumFile
from profile_extract.read.plumber import PlumberFile
from profile_extract.read.watch import Watch
from profile_extract.settings import LimitSettings, ReadSettings

THREE = pdf(*(page_of([(50, 60, f"Page {number} is whole")]) for number in (1, 2, 3)))
TEXT = b"BT /F 10 Tf 50 400 Td (A lamp) Tj ET"
Reading = Callable[[Any, Place], PagePart]


def texts(data: bytes, reader: str = "pdfium") -> list[str]:
    """The lines of a file read by the whole chain."""
    return [line.text for line in read_bytes(data, "report.pdf", ReadSettings(reader=reader)).lines]


def failing_on(kind: type, monkeypatch: pytest.MonkeyPatch, *pages: int) -> list[int]:
    """Make an engine fail on some pages; the list is of the pages it is asked for."""
    reads: Reading = kind.read_page
    asked: list[int] = []

    def read_page(self: Any, place: Place) -> PagePart:
        asked.append(place.page)
        return damaged_page(place.page) if place.page in pages else reads(self, place)

    monkeypatch.setattr(kind, "read_page", read_page)
    return asked


def test_other_engines_are_not_asked_where_the_first_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = failing_on(PlumberFile, monkeypatch)
    assert texts(THREE) == ["Page 1 is whole", "Page 2 is whole", "Page 3 is whole"]
    assert asked == []


def test_a_page_that_one_engine_cannot_read_is_read_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_on(PdfiumFile, monkeypatch, 2)
    asked = failing_on(PlumberFile, monkeypatch)
    report = read_bytes(THREE, "report.pdf")
    assert [line.text for line in report.lines] == ["Page 1 is whole", "Page 2 is whole", "Page 3 is whole"]
    assert asked == [2]
    assert [page.text_error for page in report.pages] == [None] * 3
    for line in report.lines:
        assert report.text[line.start : line.end] == line.text
        assert [word.text for word in report.words(line)] == line.text.split()


LAMPS = pdf(page_of([(50.0, 30.0 + 9 * n, f"Lamp {n} is lit") for n in range(45)], size=8))
"""A page with many lines."""


def taking_apart(kind: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an engine give only the first letter of each line."""
    reads: Callable[..., PagePart] = kind.read_page  # type: ignore[attr-defined]

    def read_page(self: Any, place: Place) -> PagePart:
        part = reads(self, place)
        return part._replace(lines=[line._replace(text=line.text[:1]) for line in part.lines])

    monkeypatch.setattr(kind, "read_page", read_page)


def test_a_page_that_one_engine_takes_apart_is_read_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = texts(LAMPS)
    taking_apart(PdfiumFile, monkeypatch)
    assert texts(LAMPS) == whole


def test_a_page_that_is_made_of_letters_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (PdfiumFile, PlumberFile):
        taking_apart(kind, monkeypatch)
    assert texts(LAMPS) == ["L"] * 45


def test_a_page_that_nobody_can_read_is_listed_and_the_rest_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (PdfiumFile, PlumberFile):
        failing_on(kind, monkeypatch, 2)
    report = read_bytes(THREE, "report.pdf")
    assert [line.text for line in report.lines] == ["Page 1 is whole", "Page 3 is whole"]
    assert [page.text_error for page in report.pages] == [None, DAMAGED_PAGE, None]
    assert [line.row for line in report.lines] == [0, 1]
    assert report.text == "Page 1 is whole\nPage 3 is whole"


def test_a_damaged_page_is_a_warning_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    from builders import laid_out

    from profile_extract.segment import segment

    for kind in (PdfiumFile, PlumberFile):
        failing_on(kind, monkeypatch, 2)
    problems = report_problems(segment(laid_out(read_bytes(THREE, "report.pdf"))))
    assert [(p.code, p.message) for p in problems if p.code != "no-profiles"] == [
        ("damaged-page", "page 2: the page is damaged")
    ]


def test_a_file_none_of_whose_pages_can_be_read_is_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in (PdfiumFile, PlumberFile):
        failing_on(kind, monkeypatch, 1, 2, 3)
    with pytest.raises(DamagedError):
        texts(THREE)


def _without_end(data: bytes) -> bytes:
    """A file without the mark that ends it, otherwise whole."""
    return data[: data.rindex(b"%%EOF")]


BLANK = pdf(page_of([(50, 60, "Page 1 is whole")]), page_of([]), page_of([(50, 60, "Page 3 is whole")]))
"""A file with nothing on its second page."""


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (BLANK, None),
        (BLANK + b"\n" * 900, None),
        (BLANK + b"\n" * 1100, DAMAGED_PAGE),  # too far from the end
        (_without_end(BLANK), DAMAGED_PAGE),
    ],
)
def test_a_page_with_nothing_on_it_is_damaged_in_a_file_cut_short(data: bytes, error: str | None) -> None:
    report = read_bytes(data, "report.pdf")
    assert [line.text for line in report.lines] == ["Page 1 is whole", "Page 3 is whole"]
    assert [page.text_error for page in report.pages] == [None, error, None]


def test_pages_with_something_on_them_are_read_in_a_file_cut_short() -> None:
    report = read_bytes(_without_end(THREE), "report.pdf")
    assert [line.text for line in report.lines] == ["Page 1 is whole", "Page 2 is whole", "Page 3 is whole"]
    assert [page.text_error for page in report.pages] == [None] * 3


def test_a_file_cut_short_of_which_nothing_is_left_is_damaged() -> None:
    empty = pdf(page_of([]), page_of([]))
    with pytest.raises(DamagedError):
        texts(_without_end(empty))
    with pytest.raises(NoTextLayerError):
        texts(empty)


def tree(pages: bytes) -> bytes:
    """A PDF whose root of the page tree is given; object 3 is a page with text."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, page, pdf_stream(TEXT), font)


@pytest.mark.parametrize("kids", [b"null", b"5"])
def test_pages_that_only_the_second_engine_finds_are_read(kids: bytes) -> None:
    assert texts(tree(b"<< /Type /Pages /Kids %s /Count 1 >>" % kids)) == ["A lamp"]


def test_a_reader_that_sees_fewer_pages_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PlumberFile, "page_count", property(lambda _: 1))
    assert len(texts(THREE, "pdfplumber")) == 3
    monkeypatch.setattr(PlumberFile, "page_count", property(lambda _: 0))
    assert len(texts(THREE, "pdfplumber")) == 3


def test_pages_of_engines_that_count_differently_are_not_mixed(monkeypatch: pytest.MonkeyPatch) -> None:
    failing_on(PdfiumFile, monkeypatch, 2)
    monkeypatch.setattr(PlumberFile, "page_count", property(lambda _: 2))
    assert texts(THREE) == ["Page 1 is whole", "Page 3 is whole"]


def test_a_file_that_only_qpdf_can_mend_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first two find nothing in the file as it is."""
    opened: list[bytes] = []
    begins = PdfiumFile.__init__

    def begin(self: PdfiumFile, data: bytes, name: str, settings: ReadSettings, watch: Watch) -> None:
        opened.append(data)
        if data == THREE:
            raise DamagedError("as it is", path=name)
        begins(self, data, name, settings, watch)

    monkeypatch.setattr(PdfiumFile, "__init__", begin)
    monkeypatch.setattr(PlumberFile, "page_count", property(lambda _: 0))
    assert texts(THREE) == ["Page 1 is whole", "Page 2 is whole", "Page 3 is whole"]
    assert len(opened) == 2


def test_a_password_is_asked_of_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def begin(*_: object) -> None:
        raise EncryptedError("the PDF asks for a password", path="report.pdf")

    monkeypatch.setattr(PdfiumFile, "__init__", begin)
    asked = failing_on(PlumberFile, monkeypatch)
    with pytest.raises(EncryptedError):
        texts(THREE)
    assert asked == []


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_too_many_pages_are_too_many_for_all(reader: str) -> None:
    seen: list[int] = []
    watch = Watch("report.pdf", LimitSettings(pages=2), seen.append)
    with pytest.raises(LimitExceededError, match=r"^report\.pdf: more than 2 pages"):
        read_pdf(THREE, "report.pdf", ReadSettings(reader=reader), watch)
    assert seen == []
    read_pdf(THREE, "report.pdf", ReadSettings(reader=reader), Watch("report.pdf", LimitSettings(pages=3), seen.append))
    assert seen == [1, 2, 3]


@pytest.mark.parametrize("kind", [PdfiumFile, PlumberFile])
@pytest.mark.parametrize(
    "failure", [MemoryError(), LimitExceededError("too long", path="report.pdf")], ids=["memory", "limit"]
)
def test_what_is_not_the_files_damage_is_not_taken_for_it(
    kind: type, failure: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(kind, "_read_pages" if kind is PdfiumFile else "_read_page", fail)
    with pytest.raises(type(failure)):
        texts(THREE, "pdfium" if kind is PdfiumFile else "pdfplumber")


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("number", [b"1e38", b"-3.5e38", b"9" * 400])
def test_boxes_that_nobody_can_reckon_with_do_not_leave_reading(number: bytes, reader: str) -> None:
    content = b"BT /F 10 Tf %s 0 0 %s 50 %s Tm (far out) Tj ET BT /F %s Tf (odd) Tj ET " % ((number,) * 4) + TEXT
    report = read_bytes(one_page_pdf(content), "report.pdf", ReadSettings(reader=reader))
    assert "A lamp" in [line.text for line in report.lines]
    for line in report.lines:
        sizes = [run.style.size_pt for run in line.runs]
        boxes = [line.bbox, *(word.bbox for word in report.words(line))]
        assert all(abs(edge) <= 2 * MOST_PT for box in boxes for edge in box)
        assert all(abs(size) <= MOST_PT for size in sizes)


def test_a_measure_is_a_number() -> None:
    values = (float("nan"), float("inf"), float("-inf"), 5.5, 2 * MOST_PT)
    assert [measure(value) for value in values] == [0.0, MOST_PT, -MOST_PT, 5.5, MOST_PT]


def test_character_maps_come_from_nowhere_else() -> None:
    program = "import os, profile_extract.read.tables; print('CMAP_PATH' in os.environ)"
    environment = {**os.environ, "CMAP_PATH": "/tmp/maps"}
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True)
    assert result.stdout == "False\n"
