"""Spaces that PDFium does not put into lines set tightly: TeX prints white space, and no spaces."""

from __future__ import annotations

import pytest
from builders import one_page_pdf

from profile_extract.read import read_bytes
from profile_extract.read.pdfium.calls import Slots

FONT = b"/BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [32 /bullet] >>"
"""As those of TeX, it has no space."""


def _text(shown: str) -> str:
    """The text of a line whose words white space parts, in thousandths of an em; ``shown`` is an array of PDF's TJ."""
    pdf = one_page_pdf(f"BT /F 10 Tf 40 400 Td [{shown}] TJ ET".encode(), font=FONT)
    return " ".join(line.text for line in read_bytes(pdf, "report.pdf").lines)


def _set(*words: str, space: int) -> str:
    return f" {-space} ".join(f"({word})" for word in words)


def test_a_space_beside_a_wide_letter_is_one() -> None:
    words = ("The", "bells", "of", "a", "ferry", "show", "a", "marked", "fall", "and", "a", "mended", "rope")
    assert _text(_set(*words, space=130)) == " ".join(words)


def test_letters_set_apart_are_one_word() -> None:
    tracked = " -100 ".join(f"({letter})" for letter in "mended")
    assert _text(f"(The) -130 (ropes) -240 {tracked} -130 (are) -130 (here)") == "The ropes mended are here"


def test_kerning_is_no_space() -> None:
    assert _text("(The) -130 (ropes) -130 (of) -130 (a) -130 (ham) -60 (mered) -130 (bell)") == "The ropes of a hammered bell"


@pytest.mark.parametrize("space", [250, 333])
def test_lines_with_wide_spaces_are_as_pdfium_reads_them(space: int) -> None:
    words = ("The", "bells", "of", "a", "marked", "ferry")
    assert _text(_set(*words, space=space)) == " ".join(words)


def test_lines_of_short_words_need_no_second_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def page_by_page(*_: object) -> None:
        pytest.fail("reading has gone wrong")

    monkeypatch.setattr("profile_extract.read.pdfium.whole_page", page_by_page)
    monkeypatch.setattr("profile_extract.read.pdfium.words._boxes_of_characters", Slots(4))
    assert _text(_set("of", "a", "cow", "in", "an", "ox", space=130)) == "of a cow in an ox"
