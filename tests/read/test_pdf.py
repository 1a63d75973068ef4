"""PDF: text with boxes, fonts, links and outline, by both readers; each against pages drawn by hand."""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pdfplumber.page
import pytest
from builders import PAGE, Page, one_page_pdf, page_of, pdf, pdf_report, raw_pdf, to_unicode
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from profile_extract.errors import DamagedError, EncryptedError, NoTextLayerError, ProfileExtractError, ReadError
from profile_extract.model import BBox, Report, Table
from profile_extract.read import read_bytes, read_report
from profile_extract.read.parts import Place
from profile_extract.read.pdfium import PAGES_AT_ONCE, PdfiumFile, calls
from profile_extract.read.tables import find_tables
from profile_extract.read.watch import Watch
from profile_extract.settings import READERS, ReadSettings

NEAR_PT = 1.5
"""Edges of a word that differ by at most this, in points, agree."""
LEAST_AGREEMENT = 0.94
EACH_READER = pytest.mark.parametrize("reader", READERS)
LINES = [(50.0, 60.0, "The harbour has a new stair"), (50.0, 74.0, "and a bell for the fog"), (50.0, 110.0, "Ask Turku")]


def _read(data: bytes, reader: str = "pdfium") -> Report:
    return read_bytes(data, "report.pdf", ReadSettings(reader=reader))


def _texts(report: Report) -> list[str]:
    return [line.text for line in report.lines]


def _box_of(report: Report, word: str) -> BBox:
    (found,) = (w.bbox for line in report.lines for w in report.words(line) if w.text == word)
    return found


def _near(box: BBox, x0: float, top: float, x1: float, bottom: float) -> bool:
    return all(abs(a - b) <= NEAR_PT for a, b in zip(box, (x0, top, x1, bottom), strict=True))


# Text and boxes


@EACH_READER
def test_lines_follow_each_other_with_their_text(reader: str) -> None:
    report = _read(pdf(page_of(LINES), page_of(LINES[:1])), reader)
    assert _texts(report) == [*(text for _, _, text in LINES), LINES[0][2]]
    assert [line.page for line in report.lines] == [1, 1, 1, 2]
    assert report.text == "\n".join(_texts(report))
    assert report.row_numbers == (1, 2, 3, 4)
    assert [(page.number, page.width_pt, page.height_pt) for page in report.pages] == [(1, *PAGE), (2, *PAGE)]


@EACH_READER
def test_boxes_are_measured_in_points_from_the_top_left(reader: str) -> None:
    """Helvetica at 10 pt: "and" is 16.68 pt wide and "a" 5.56 pt, by the font's own table."""
    report = _read(pdf(page_of([(50, 74, "and a")])), reader)
    assert _near(_box_of(report, "and"), 50, 66, 66.7, 76)
    assert _near(_box_of(report, "a"), 69.5, 66, 75, 76)
    assert _near(report.lines[0].bbox, 50, 66, 75, 76)


def test_a_stretch_of_text_has_the_box_of_its_words() -> None:
    report = pdf_report(page_of(LINES))
    start = report.text.index("has a")
    box = report.box(start, start + len("has a"))
    first, last = _box_of(report, "has"), _box_of(report, "new")
    assert box is not None
    assert first.x0 == box.x0 < box.x1 <= last.x0
    both = report.box(start, report.text.index("bell"))
    assert both is not None
    assert (both.x0, both.top) == (report.lines[1].bbox.x0, first.top)
    assert both.bottom > first.bottom + 10


def test_the_beginning_of_a_line_has_the_box_of_its_first_words() -> None:
    report = pdf_report(page_of(LINES))
    box = report.box(0, len("The harbour"))
    assert box is not None
    assert (box.x0, box.x1) == (_box_of(report, "The").x0, _box_of(report, "harbour").x1)


@pytest.mark.parametrize("words_first", [True, False])
def test_a_whole_line_has_the_box_around_all_of_its_words_whichever_are_asked_for_first(*, words_first: bool) -> None:
    beside = [(250.0, 60.0, "A rope"), (250.0, 74.0, "Two oars and a drum")]
    report = pdf_report(page_of([*LINES, *beside]), page_of(LINES[:1]))
    before = [report.words(line) for line in report.lines] if words_first else []
    boxes = [report.box_on([line], line.start, line.end) for line in report.lines]
    for box, words in zip(boxes, before or map(report.words, report.lines), strict=True):
        x0, top, x1, bottom = zip(*(word.bbox for word in words), strict=True)
        assert box == BBox(min(x0), min(top), max(x1), max(bottom))


def test_each_word_is_as_tall_as_its_own_type() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(50, 440)
        for font, size, words in (("Helvetica", 10, "Ask in "), ("Helvetica-Bold", 14, "Turku "), ("Courier", 8, "now")):
            text.setFont(font, size)
            text.textOut(words)
        canvas.drawText(text)

    report = pdf_report(draw)
    heights = [(word.text, round(word.bbox.height, 2)) for line in report.lines for word in report.words(line)]
    assert heights == [("Ask", 10), ("in", 10), ("Turku", 14), ("now", 8)]
    whole = report.box(0, len(report.text))
    assert whole is not None
    assert (whole.x0, whole.x1) == (_box_of(report, "Ask").x0, _box_of(report, "now").x1)
    assert whole.top == _box_of(report, "Turku").top


def test_words_that_are_turned_keep_the_boxes_of_their_characters() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.setFont("Helvetica", 10)
        canvas.drawString(100, -50, "Harbour walk")

    report = pdf_report(draw)
    boxes = [word.bbox for word in report.words(report.lines[0])]
    assert [round(box.width) for box in boxes] == [12, 12]
    assert all(box.height > 15 for box in boxes)
    assert report.box(0, len(report.text)) == report.lines[0].bbox


@EACH_READER
@pytest.mark.parametrize("box", ["/CropBox", "/MediaBox"])
def test_a_page_is_measured_from_its_visible_corner(box: str, reader: str) -> None:
    media = b"/MediaBox [0 0 500 600] " if box == "/CropBox" else b""
    page = media + box.encode() + b" [30 40 430 540]"
    report = _read(one_page_pdf(b"BT /F 10 Tf 80 480 Td (Turku) Tj ET", page=page), reader)
    assert (report.pages[0].width_pt, report.pages[0].height_pt) == PAGE
    assert _near(_box_of(report, "Turku"), 50, 52, 50 + 26.1, 62)


@EACH_READER
@pytest.mark.parametrize(
    ("rotation", "corner", "matrix"),
    [
        (0, (50, 60), b"1 0 0 1 50 440"),
        (90, (50, 60), b"0 1 -1 0 60 50"),
        (180, (50, 60), b"-1 0 0 -1 350 60"),
        (270, (50, 60), b"0 -1 1 0 340 450"),
    ],
)
def test_a_turned_page_is_measured_as_it_is_seen(
    rotation: int, corner: tuple[float, float], matrix: bytes, reader: str
) -> None:
    """Text that is upright on the page as seen, its baseline's beginning at one corner whatever the rotation."""
    content = b"BT /F 10 Tf %s Tm (Turku) Tj ET" % matrix
    report = _read(one_page_pdf(content, page=b"/Rotate %d" % rotation), reader)
    page = report.pages[0]
    assert page.rotation == rotation
    assert (page.width_pt, page.height_pt) == (PAGE if rotation % 180 == 0 else PAGE[::-1])
    x, baseline = corner
    assert _near(report.lines[0].bbox, x, baseline - 8, x + 26.1, baseline + 2)


def test_text_turned_against_the_page_is_one_line_that_says_so() -> None:
    def turned(canvas: Canvas) -> None:
        page_of(LINES[:1])(canvas)
        canvas.translate(20, 100)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Waste")

    report = pdf_report(turned)
    assert [(line.text, line.is_rotated) for line in report.lines] == [(LINES[0][2], False), ("Waste", True)]
    box = report.lines[1].bbox
    assert box.height > 2 * box.width


@EACH_READER
def test_a_wide_gap_parts_a_line_and_a_word_space_does_not(reader: str) -> None:
    report = _read(pdf(page_of([(50, 60, "left"), (80, 60, "middle"), (200, 60, "right")])), reader)
    assert _texts(report) == ["left middle", "right"]


@EACH_READER
def test_a_column_that_is_drawn_later_begins_a_new_line(reader: str) -> None:
    report = _read(pdf(page_of([(200, 60, "right"), (50, 60, "left")])), reader)
    assert sorted(_texts(report)) == ["left", "right"]


# Characters


def test_a_hyphen_at_a_line_end_is_kept_and_parts_the_lines() -> None:
    report = pdf_report(
        page_of([(50, 60, "a bell for naviga-"), (50, 72, "tion in the fog"), (50, 84, "and a well-known song")])
    )
    assert _texts(report) == ["a bell for naviga-", "tion in the fog", "and a well-known song"]
    assert "\ufffe" not in report.text
    assert [word.text for word in report.words(report.lines[0])] == ["a", "bell", "for", "naviga-"]


@EACH_READER
def test_a_ligature_is_read_as_the_font_says(reader: str) -> None:
    font = b"/BaseFont /Helvetica /ToUnicode 6 0 R"
    content = b"BT /F 10 Tf 50 400 Td (oAce Bower) Tj ET"
    report = _read(one_page_pdf(content, to_unicode(A="ffi", B="ﬂ"), font=font), reader)
    (text,) = _texts(report)
    assert text.replace("ﬂ", "fl") == "office flower"
    assert _box_of(report, text.split()[1]).x0 > _box_of(report, "office").x1


def test_characters_beyond_the_first_plane_count_as_one() -> None:
    font = b"/BaseFont /Helvetica /ToUnicode 6 0 R"
    content = b"BT /F 10 Tf 50 400 Td (AA has one B here) Tj ET"
    report = _read(one_page_pdf(content, to_unicode(A="\U0001f33b", B="\U0001d54f"), font=font))
    assert report.text == "\U0001f33b\U0001f33b has one \U0001d54f here"
    words = report.words(report.lines[0])
    assert [word.text for word in words] == report.text.split()
    assert [report.text[word.start : word.end] for word in words] == report.text.split()
    assert [word.bbox.x0 for word in words] == sorted(word.bbox.x0 for word in words)


def test_half_a_character_beyond_the_first_plane_counts_as_one_too() -> None:
    font = b"/BaseFont /Helvetica /ToUnicode 6 0 R"
    content = b"BT /F 10 Tf 50 400 Td (one B here A and there A) Tj ET"
    report = _read(one_page_pdf(content, to_unicode(A="\U0001f33b", B="\udf3b"), font=font))
    assert [word.text for word in report.words(report.lines[0])] == report.text.split()
    assert report.text == "one \ufffd here \U0001f33b and there \U0001f33b"


@EACH_READER
def test_control_characters_of_a_text_layer_do_not_get_through(reader: str) -> None:
    font = b"/BaseFont /Helvetica /ToUnicode 6 0 R"
    report = _read(one_page_pdf(b"BT /F 10 Tf 50 400 Td (boAt here) Tj ET", to_unicode(A="\x01"), font=font), reader)
    assert not set(report.text) & set(map(chr, (*range(0x09), *range(0x0E, 0x20), 0x7F)))
    assert report.lines[-1].text.endswith("here")


def test_a_sign_to_which_its_font_gives_no_meaning_is_not_left_out() -> None:
    report = _read(one_page_pdf(b"BT /F 10 Tf 50 400 Td (Sale d\\000attesa, \\000 piano, l\\000) Tj ET"))
    (line,) = report.lines
    assert line.text == "Sale d\ufffdattesa, \ufffd piano, l\ufffd"
    words = report.words(line)
    assert [word.text for word in words] == line.text.split()
    assert all(before.bbox.x1 < after.bbox.x0 for before, after in pairwise(words))
    assert _box_of(_read(one_page_pdf(b"BT /F 10 Tf 50 400 Td (Sale d) Tj ET")), "d").x1 < words[1].bbox.x1 - 20


def test_marks_read_as_controls_are_not_left_out() -> None:
    font = b"/BaseFont /Helvetica /ToUnicode 6 0 R"
    content = b"BT /F 10 Tf 50 400 Td (the AopenB stair C 12 houses) Tj ET"
    report = _read(one_page_pdf(content, to_unicode(A="\x93", B="\x94", C="\x96"), font=font))
    assert report.text == "the “open” stair – 12 houses"
    assert [word.text for word in report.words(report.lines[0])] == report.text.split()


# Styles


@EACH_READER
@pytest.mark.parametrize(
    ("font", "size", "bold", "italic"),
    [
        ("Helvetica", 10.0, False, False),
        ("Helvetica-Bold", 16.0, True, False),
        ("Times-Italic", 9.5, False, True),
        ("Courier-BoldOblique", 12.0, True, True),
    ],
)
def test_a_line_knows_its_font_size_and_weight(font: str, size: float, bold: bool, italic: bool, reader: str) -> None:
    (line,) = _read(pdf(page_of([(50, 60, "The harbour has a stair")], font, size)), reader).lines
    style = line.style
    assert style is not None
    assert (style.font, style.size_pt, style.bold, style.italic, style.color) == (font, size, bold, italic, "#000000")
    assert len(line.runs) == 1


@EACH_READER
def test_a_subset_goes_by_the_name_of_its_font(reader: str) -> None:
    font = b"/BaseFont /ABCDEF+Helvetica-Bold /FontDescriptor 6 0 R"
    about = b"<< /Type /FontDescriptor /FontName /ABCDEF+Helvetica-Bold /Flags 32 /FontBBox [-170 -228 1003 962] /StemV 88 >>"
    (line,) = _read(one_page_pdf(b"BT /F 10 Tf 50 400 Td (Turku) Tj ET", about, font=font), reader).lines
    assert line.style is not None
    assert (line.style.font, line.style.bold) == ("Helvetica-Bold", True)


@EACH_READER
@pytest.mark.parametrize(
    ("matrix", "size"), [(b"2 0 0 2 50 400", 20.0), (b"1 0 0 1 50 400", 10.0), (b"10 0 0 10 50 400", 100.0)]
)
def test_a_size_is_that_which_is_seen(matrix: bytes, size: float, reader: str) -> None:
    (line,) = _read(one_page_pdf(b"BT /F 10 Tf %s Tm (A) Tj ET" % matrix), reader).lines
    assert line.style is not None
    assert line.style.size_pt == size


@EACH_READER
@pytest.mark.parametrize(
    ("operator", "color"),
    [(b"1 0 0 rg", "#ff0000"), (b"0 0.4 0.8 rg", "#0066cc"), (b"0.5 g", "#808080"), (b"0 g", "#000000")],
)
def test_a_colour_is_given_in_hexadecimal(operator: bytes, color: str, reader: str) -> None:
    (line,) = _read(one_page_pdf(b"%s BT /F 10 Tf 50 400 Td (Turku) Tj ET" % operator), reader).lines
    assert line.style is not None
    found, wanted = (tuple(int(text[n : n + 2], 16) for n in (1, 3, 5)) for text in (line.style.color, color))
    assert all(abs(a - b) <= 1 for a, b in zip(found, wanted, strict=True))


@EACH_READER
def test_a_line_in_two_fonts_has_a_run_for_each(reader: str) -> None:
    def two_fonts(canvas: Canvas) -> None:
        text = canvas.beginText(50, 440)
        for font, words in (("Helvetica-Bold", "Aims: "), ("Helvetica", "a stair and a bell")):
            text.setFont(font, 10)
            text.textOut(words)
        canvas.drawText(text)

    (line,) = _read(pdf(two_fonts), reader).lines
    assert line.text == "Aims: a stair and a bell"
    assert [(run.offset, run.style.font) for run in line.runs] == [(0, "Helvetica-Bold"), (6, "Helvetica")]


@pytest.mark.parametrize(
    ("pieces", "colors"),
    [
        (("Aims: ", "#b00030", "a stair", "#000000"), ["#b00030", "#000000"]),
        (("Aims: ", "#b00030", "a stair ", "#000000", "and a bell", "#0000ff"), ["#b00030", "#000000", "#0000ff"]),
        (("Aims: ", "#b00030", "a stair", "#b00030"), ["#b00030"]),
    ],
    ids=["two", "three", "one"],
)
def test_a_line_in_several_colours_has_a_run_for_each(pieces: tuple[str, ...], colors: list[str]) -> None:
    def coloured(canvas: Canvas) -> None:
        text = canvas.beginText(50, 440)
        for words, color in zip(pieces[::2], pieces[1::2], strict=True):
            text.setFillColor(color)
            text.textOut(words)
        canvas.drawText(text)

    (line,) = _read(pdf(coloured)).lines
    assert [run.style.color for run in line.runs] == colors


# Links, outline, title


def _linked(canvas: Canvas) -> None:
    page_of([(50, 60, "Ask the keeper"), (50, 80, "or come by")])(canvas)
    canvas.linkURL("mailto:keeper@lock.example", (50, 436, 120, 450))
    canvas.linkURL("https://lock.example/stair?a=1", (50, 416, 120, 430))
    canvas.bookmarkPage("here")
    canvas.linkRect("", "here", (50, 300, 120, 310))


@EACH_READER
def test_links_lead_out_of_the_file_and_know_their_box(reader: str) -> None:
    report = _read(pdf(page_of(LINES), _linked), reader)
    assert [(link.page, link.uri) for link in report.links] == [
        (2, "mailto:keeper@lock.example"),
        (2, "https://lock.example/stair?a=1"),
    ]
    assert report.links[0].bbox is not None
    assert _near(report.links[0].bbox, 50, 50, 120, 64)
    line = report.lines[-2]
    assert report.links[0].bbox.overlaps(line.bbox)


@EACH_READER
def test_the_outline_is_read_with_its_levels(reader: str) -> None:
    def chapter(name: str, level: int) -> Page:
        def draw(canvas: Canvas) -> None:
            page_of([(50, 60, name)])(canvas)
            canvas.bookmarkPage(name)
            canvas.addOutlineEntry(name, name, level)

        return draw

    report = _read(pdf(chapter("Stairs", 0), chapter("Bells", 1), chapter("Fög", 0)), reader)
    assert [(entry.level, entry.title) for entry in report.outline] == [(0, "Stairs"), (1, "Bells"), (0, "Fög")]
    if reader == "pdfium":
        assert [entry.page for entry in report.outline] == [1, 2, 3]


@EACH_READER
def test_an_outline_that_leads_back_to_itself_ends(reader: str) -> None:
    report = _read(
        one_page_pdf(
            b"BT /F 10 Tf 50 400 Td (Turku) Tj ET",
            b"<< /First 7 0 R /Last 7 0 R /Count 1 >>",
            b"<< /Title (Loop) /Parent 6 0 R /First 7 0 R /Next 7 0 R >>",
            catalog=b"/Outlines 6 0 R",
        ),
        reader,
    )
    assert {entry.title for entry in report.outline} <= {"Loop"}
    assert _texts(report) == ["Turku"]


@EACH_READER
def test_the_title_of_the_file_is_known(reader: str) -> None:
    content, information = b"BT /F 10 Tf 50 400 Td (Turku) Tj ET", b"<< /Title (The Harbour Book) >>"
    assert _read(one_page_pdf(content, information, trailer=b"/Info 6 0 R"), reader).title == "The Harbour Book"
    assert _read(one_page_pdf(content), reader).title is None


# Bad files


@EACH_READER
def test_a_password_is_asked_for_in_one_line(reader: str) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, encrypt=StandardEncryption("open sesame", canPrint=0))
    page_of(LINES)(canvas)
    canvas.save()
    with pytest.raises(EncryptedError, match=r"^report\.pdf: the PDF asks for a password; ") as caught:
        _read(buffer.getvalue(), reader)
    assert "\n" not in str(caught.value)


@EACH_READER
def test_a_file_that_anybody_may_open_is_read_though_it_is_encrypted(reader: str) -> None:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=PAGE, encrypt=StandardEncryption("", "owner", canPrint=0))
    page_of(LINES)(canvas)
    canvas.save()
    assert _texts(_read(buffer.getvalue(), reader)) == [text for _, _, text in LINES]


@EACH_READER
@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 8, pdf(page_of(LINES))[:300]])
def test_what_is_left_of_a_file_is_damaged(data: bytes, reader: str) -> None:
    with pytest.raises(ReadError, match=r"^report\.pdf: ") as caught:
        _read(data, reader)
    assert isinstance(caught.value, DamagedError | NoTextLayerError)
    assert "\n" not in str(caught.value)


@EACH_READER
def test_a_file_without_pages_is_damaged(reader: str) -> None:
    data = raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    with pytest.raises(DamagedError, match=r"^report\.pdf: "):
        _read(data, reader)


def _picture(canvas: Canvas) -> None:
    from reportlab.lib.utils import ImageReader

    pixel = b"P6 2 2 255\n" + bytes(12)
    canvas.drawImage(ImageReader(io.BytesIO(pixel)), 0, 0, *PAGE)


@EACH_READER
def test_pictures_alone_have_no_text_layer(reader: str) -> None:
    with pytest.raises(NoTextLayerError, match=r"^report\.pdf: no text layer: .* OCR"):
        _read(pdf(_picture, _picture), reader)


@EACH_READER
def test_a_picture_among_pages_is_named_and_a_blank_page_is_not(reader: str) -> None:
    report = _read(pdf(page_of(LINES), _picture, page_of([]), page_of(LINES)), reader)
    errors = [page.text_error for page in report.pages]
    assert (errors[0], errors[2], errors[3]) == (None, None, None)
    assert errors[1] is not None
    assert "picture" in errors[1]
    assert {line.page for line in report.lines} == {1, 4}


WHOLE = pdf(_linked, page_of(LINES))


@EACH_READER
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_file_is_read_or_refused(reader: str, data: st.DataObject) -> None:
    """Bytes overwritten and a tail cut off: text or an error of this family, never anything else."""
    damaged = bytearray(WHOLE[: data.draw(st.integers(20, len(WHOLE)))])
    for place in data.draw(st.lists(st.integers(10, len(damaged) - 1), max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    try:
        report = _read(bytes(damaged), reader)
    except ProfileExtractError as error:
        assert str(error).startswith("report.pdf: ")
        assert "\n" not in str(error)
    else:
        assert report.lines


# Ruled tables


def _grid(canvas: Canvas) -> None:
    for x in (50, 150, 300):
        canvas.line(x, 300, x, 340)
    for y in (300, 320, 340):
        canvas.line(50, y, 300, y)
    page_of([(60, 174, "Place"), (160, 174, "Turku"), (60, 194, "Year"), (160, 194, "2019")])(canvas)


def test_a_ruled_table_is_found_with_its_cells() -> None:
    assert find_tables(pdf(page_of(LINES), _grid), [1, 2]) == {
        2: (
            Table(
                2,
                BBox(50, 160, 300, 200),
                (
                    (BBox(50, 160, 150, 180), BBox(150, 160, 300, 180)),
                    (BBox(50, 180, 150, 200), BBox(150, 180, 300, 200)),
                ),
            ),
        )
    }
    assert find_tables(pdf(page_of(LINES), _grid), [1]) == {}


def test_ruling_that_is_known_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profile_extract.read.pdfium.edges.has_grid", lambda _: False)
    assert set(find_tables(pdf(_grid, _grid), [1, 2], known=[2])) == {2}


def test_reading_says_which_pages_with_text_side_by_side_have_ruling_for_a_table() -> None:
    beside = [(60, 174, "Place"), (260, 174, "Turku"), (60, 194, "Year"), (260, 194, "2019")]
    pages = [page_of(LINES), _grid, page_of(beside)]
    assert [page.has_grid for page in _read(pdf(*pages)).pages] == [None, True, False]
    assert [page.has_grid for page in _read(pdf(*pages), "pdfplumber").pages] == [None, None, None]


def _parted(canvas: Canvas) -> None:
    """Lines side by side over a wide box, a wide rule, and what parts no columns: a short rule, and one down the page."""
    page_of([(60, 174, "Place"), (260, 174, "Turku"), (60, 194, "Year"), (260, 194, "2019")])(canvas)
    canvas.rect(50, 300, 300, 40, stroke=0, fill=1)
    canvas.line(50, 200, 350, 200)
    canvas.line(50, 190, 150, 190)
    canvas.line(200, 100, 200, 700)


def test_reading_says_what_is_drawn_across_a_page_with_text_side_by_side() -> None:
    alone, beside = (_read(pdf(page)).pages[0] for page in (page_of(LINES), _parted))
    assert alone.across == ()
    edges = [(50, PAGE[1] - up, 350, PAGE[1] - up) for up in (340, 300, 200)]
    assert [tuple(edge) for edge in beside.across] == [pytest.approx(edge, abs=1.0) for edge in edges]
    assert all(edge.height == 0 for edge in beside.across)


def test_a_drawing_of_many_wide_shapes_parts_nothing() -> None:
    def drawing(canvas: Canvas) -> None:
        _parted(canvas)
        for y in range(100):
            canvas.line(50, 500 + y, 350, 500 + y)

    assert _read(pdf(drawing)).pages[0].across == ()


def test_a_table_is_measured_from_the_visible_corner_as_text_is() -> None:
    rules = b" ".join(b"%d 300 m %d 340 l S" % (x, x) for x in (50, 150, 300))
    rules += b" " + b" ".join(b"50 %d m 300 %d l S" % (y, y) for y in (300, 320, 340))
    data = one_page_pdf(
        rules + b" BT /F 10 Tf 60 326 Td (Place) Tj ET", page=b"/MediaBox [0 0 400 500] /CropBox [30 40 400 460]"
    )
    ((table,),) = find_tables(data, [1]).values()
    assert table.bbox == BBox(20, 120, 270, 160)
    word = _box_of(_read(data), "Place")
    assert table.rows[0][0].overlaps(word)
    assert not table.rows[1][0].overlaps(word)


def test_what_pdfplumber_cannot_bear_has_no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise TypeError("'PSLiteral' object is not subscriptable")

    monkeypatch.setattr(pdfplumber.table, "TableFinder", fail)
    assert find_tables(pdf(_grid), [1]) == {}


# Two readers


def _words(report: Report) -> list[tuple[int, str, BBox]]:
    return [(line.page, word.text, word.bbox) for line in report.lines for word in report.words(line)]


def _agreement(one: Report, other: Report) -> float:
    """Share of the words of the other reader that the one has too, at the same place."""
    here = defaultdict(list)
    for page, text, box in _words(one):
        here[page, text].append(box)
    wanted = _words(other)
    agreed = 0
    for page, text, box in wanted:
        same = next((b for b in here[page, text] if _near(b, *box)), None)
        if same is not None:
            here[page, text].remove(same)
            agreed += 1
    return agreed / len(wanted)


def test_both_readers_agree_on_pages_drawn_by_hand() -> None:
    data = pdf(page_of(LINES), page_of(LINES, "Times-Italic", 9.0), page_of(LINES[::-1], "Courier-Bold", 14.0), _linked)
    first, second = (_read(data, reader) for reader in READERS)
    assert _agreement(first, second) == _agreement(second, first) == 1.0
    assert [line.style for line in first.lines] == [line.style for line in second.lines]
    for line, other in zip(first.lines, second.lines, strict=True):
        assert _near(line.bbox, *other.bbox)


def test_disagreement_is_seen() -> None:
    moved = [(x + 2, top, text) for x, top, text in LINES]
    assert _agreement(pdf_report(page_of(LINES)), pdf_report(page_of(moved))) == 0.0
    assert _agreement(pdf_report(page_of(LINES)), pdf_report(page_of([*LINES, (50, 200, "More")]))) < 1.0


@pytest.mark.parametrize(
    "path", [report for sample in SAMPLES for report in sample.glob("report.pdf")], ids=lambda path: path.parent.name
)
def test_both_readers_agree_on_the_samples(path: Path) -> None:
    first, second = (read_report(path, ReadSettings(reader=reader)) for reader in READERS)
    assert _agreement(first, second) >= LEAST_AGREEMENT
    assert _agreement(second, first) >= LEAST_AGREEMENT
    assert [(link.page, link.uri) for link in first.links] == [(link.page, link.uri) for link in second.links]
    assert first.title == second.title


def test_pages_are_loaded_some_at_once_and_let_go_of_whatever_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: set[int] = set()
    most: list[int] = []

    def load(document: int, index: int) -> int:
        loaded.add(page := original_load(document, index))
        most.append(len(loaded))
        return page

    def close(page: int) -> None:
        loaded.remove(page)
        original_close(page)

    original_load, original_close = calls.load_page, calls.close_page
    monkeypatch.setattr(calls, "load_page", load)
    monkeypatch.setattr(calls, "close_page", close)
    file = PdfiumFile(pdf(*[page_of(LINES)] * (PAGES_AT_ONCE + 2)), "r.pdf", ReadSettings(), Watch("r.pdf"))
    for number in (1, 2, PAGES_AT_ONCE + 2, 3):  # in order, ahead, and back
        assert [line.page for line in file.read_page(Place(number, 0, 0)).lines] == [number] * len(LINES)
    assert max(most) == PAGES_AT_ONCE
    file.close()
    assert not loaded


def test_no_page_is_loaded_beside_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("profile_extract.read.pdfium.MOST_CHARS_AHEAD", 5)
    ahead: list[int] = []
    load = calls.load_page
    monkeypatch.setattr(calls, "load_page", lambda document, index: ahead.append(index) or load(document, index))
    file = PdfiumFile(pdf(page_of(LINES), page_of(LINES)), "r.pdf", ReadSettings(), Watch("r.pdf"))
    file.read_page(Place(1, 0, 0))
    assert ahead == [0]
    file.close()
