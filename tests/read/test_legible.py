"""Letters of bitmap fonts without names, as TeX makes them."""

from __future__ import annotations

import pytest
from builders import pdf_stream, raw_pdf

from profile_extract.model import Report
from profile_extract.read import read_bytes


def _read(*shown: bytes, heights: tuple[int, ...] = (700,)) -> Report:
    """A page with a line of text for each bitmap font; the fonts differ by how high their letters are, all black boxes."""
    glyphs = [pdf_stream(b"500 0 0 0 500 %d d1 0 0 400 %d re f" % (height, height)) for height in heights]
    fonts = [_font(6 + number, height) for number, height in enumerate(heights)]
    first = 6 + len(heights)
    resources = b" ".join(b"/F%d %d 0 R" % (n, first + n % len(heights)) for n in range(len(shown)))
    lines = (b"/F%d 10 Tf 1 0 0 1 50 %d Tm <%s> Tj" % (n, 400 - 20 * n, text.hex().encode()) for n, text in enumerate(shown))
    page = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< %s /Resources << /Font << %s >> >> >>" % (page, resources),
        pdf_stream(b"BT " + b" ".join(lines) + b" ET"),
        b"<< >>",
    )
    return read_bytes(raw_pdf(*objects, *glyphs, *fonts), "report.pdf")


def _font(glyph: int, height: int) -> bytes:
    """A bitmap font that shows one glyph (the number of its object) for each code."""
    names = b" ".join(b"/c%d" % code for code in range(256))
    procedures = b" ".join(b"/c%d %d 0 R" % (code, glyph) for code in range(256))
    return (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 600 %d] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 0 /LastChar 255"
        b" /Widths [%s] /CharProcs << %s >> /Encoding << /Type /Encoding /Differences [0 %s] >> >>"
    ) % (height, b" ".join([b"500"] * 256), procedures, names)


def _texts(report: Report) -> list[str]:
    return [line.text for line in report.lines]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (b"sti\x1d with o\x1eces", "stiﬂ with oﬃces"),
        (b"the \x1crst stra\xdfe", "the ﬁrst straẞe"),
        (b"Stra\xff\x65 \x15 hei\xffe Wa\x1beln \x12so\x10", "Straße – heiße Waﬀeln „so“"),
        (b"g\xaa\xa6bokie \x1cordy", "głębokie ﬁordy"),
        (b"le b\xf7uf a\x1bam\xe9 de \xd7dipe", "le bœuf aﬀamé de Œdipe"),
    ],
)
def test_codes_of_t1_are_its_letters(shown: bytes, text: str) -> None:
    assert _texts(_read(shown)) == [text]


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (b"the \x0crst o\x0ece { so", "the ﬁrst oﬃce – so"),
        (b'hei\x19e Wa\x0beln \\so"', "heiße Waﬀeln “so”"),
        (b"b\x1buf sans \x0cn", "bœuf sans ﬁn"),
    ],
)
def test_codes_of_ot1_are_its_letters(shown: bytes, text: str) -> None:
    assert _texts(_read(shown)) == [text]


def test_what_one_line_shows_goes_for_all_nameless_fonts() -> None:
    report = _read(b"gro\xffe H\xfcte", b"\x1cnden alle", heights=(700, 650))
    assert _texts(report) == ["große Hüte", "ﬁnden alle"]
    assert [[word.text for word in report.words(line)] for line in report.lines] == [["große", "Hüte"], ["ﬁnden", "alle"]]
    assert report.text == "große Hüte\nﬁnden alle"


def test_without_a_ligature_codes_are_what_they_are() -> None:
    assert _texts(_read(b"L'Ha\xff-les-Roses {1}", b"a \x1c b")) == ["L'Haÿ-les-Roses {1}", "a \ufffd b"]


def test_nameless_fonts_are_told_apart() -> None:
    styles = [line.style for line in _read(b"A title", b"and its text", b"with an end", heights=(700, 650)).lines]
    assert styles[0] == styles[2] != styles[1]


@pytest.mark.parametrize(("shown", "text"), [(b"l'o\x1eces", "l’oﬃces"), (b"l'o\x0ece", "l’oﬃce")], ids=["T1", "OT1"])
def test_the_apostrophe_of_both_encodings_is_no_straight_one(shown: bytes, text: str) -> None:
    assert _texts(_read(shown)) == [text]
