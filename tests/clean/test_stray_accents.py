"""Accents that a PDF has as lines of their own, over the letters of other lines."""

from __future__ import annotations

import pytest
from builders import laid_out, page_of, pdf_report
from reportlab.pdfbase.pdfmetrics import stringWidth

from profile_extract.clean import clean
from profile_extract.clean.stray_accents import _middles, find_stray_accents
from profile_extract.model import BBox, Report, Word

LINE = "El molino del rio tiene cuatro ruedas y una campana"
PROSE = ("que los vecinos de la villa han traido en el segundo", "invierno para que se oiga desde la otra orilla.")
SPANISH, POLISH = frozenset("áéíñóúü"), frozenset("ąćęłńóśźż")


def _over(*accents: tuple[int, str], text: str = LINE, drop: float = 0.0, shift: float = 0.0) -> Report:
    """A line with accents over the middles of its letters with these numbers, moved down and right by so many points."""
    drawn = [(50.0, 60.0, text), *((50.0, 90.0 + 12 * n, line) for n, line in enumerate(PROSE))]
    size = 10.0
    for at, accent in accents:
        middle = stringWidth(text[:at], "Helvetica", size) + stringWidth(text[at], "Helvetica", size) / 2
        drawn.append((50.0 + middle - stringWidth(accent, "Helvetica", size) / 2 + shift, 60.0 + drop, accent))
    return pdf_report(page_of(drawn, size=size))


def _first(report: Report) -> str:
    cleaned = clean(report)
    return cleaned.text_of(cleaned.lines[0])


def test_an_accent_that_is_a_line_of_its_own_stands_on_the_letter_under_it() -> None:
    report = _over((LINE.index("io"), "´"))
    assert [line.text for line in report.lines] == [LINE, *PROSE, "´"]
    assert _first(report) == LINE.replace("rio", "río")
    assert clean(clean(report)) == clean(report)


def test_it_is_an_edit_that_can_be_undone_and_no_text_of_its_own() -> None:
    report = _over((LINE.index("io"), "´"))
    layout = laid_out(report)
    passage = layout.blocks[0].text
    assert {piece.rule for piece in passage.pieces if piece.after is not None} == {"compose-accent"}
    assert "".join(report.text[piece.start : piece.end] for piece in passage.pieces) == LINE
    assert [item.line.text for item in layout.furniture if item.rule == "furniture.ornament"] == ["´"]
    assert all("´" not in block.text.text for block in layout.blocks)


def test_several_accents_over_one_line_stand_each_on_its_letter() -> None:
    text = "La pina de Leon y el pinguino"
    report = _over((text.index("na"), "˜"), (text.index("on"), "´"), (text.index("ui"), "¨"), text=text)
    assert _first(report) == "La piña de León y el pingüino"


@pytest.mark.parametrize(("drop", "stands"), [(0.0, True), (-4.0, True), (4.0, True), (-6.0, False), (6.0, False)])
def test_half_of_it_stands_beside_the_line_at_least(drop: float, *, stands: bool) -> None:
    report = _over((LINE.index("io"), "´"), drop=drop)
    assert (_first(report) != LINE) is stands


def test_it_stands_on_one_of_two_lines_it_is_beside() -> None:
    size, text = 10.0, "Un molino"
    middle = 50.0 + stringWidth("Un mol", "Helvetica", size)
    drawn = [(50.0, 60.0, text), (50.0, 66.0, text), (middle - 0.5, 63.0, "´")]
    found = find_stray_accents(pdf_report(page_of(drawn, size=size)), SPANISH)
    assert [letter for accents in found.values() for _, letter in accents] == ["í"]


def test_it_stands_on_the_nearest_letter_that_bears_it_in_the_language() -> None:
    text = "el pinchazo"
    report = _over((text.index("n"), "´"), text=text, shift=-1.0)
    assert list(find_stray_accents(report, SPANISH).values()) == [[(text.index("i"), "í")]]
    assert list(find_stray_accents(report, POLISH).values()) == [[(text.index("n"), "ń")]]
    assert list(find_stray_accents(report, frozenset()).values()) == [[(text.index("n"), "ń")]]


def test_a_capital_bears_what_its_small_letter_does() -> None:
    report = _over((0, "´"), text="El molino")
    assert list(find_stray_accents(report, SPANISH).values()) == [[(0, "É")]]


def test_a_letter_far_from_it_is_not_its_letter() -> None:
    text = "el kkkkkkkkkkka"
    assert find_stray_accents(_over((4, "˜"), text=text), frozenset("ã")) == {}
    assert find_stray_accents(_over((len(text) - 2, "˜"), text=text, shift=2.0), frozenset("ã")) != {}


def test_a_letter_of_another_word_is_not_its_letter() -> None:
    text = "el km a"
    at = text.index(" a")
    assert find_stray_accents(_over((at, "`"), text=text), frozenset("à")) == {}
    assert find_stray_accents(_over((at + 1, "`"), text=text), frozenset("à")) != {}


def test_letters_that_bear_no_such_accent_are_passed_over() -> None:
    assert find_stray_accents(_over((1, "˜"), text="xff zzz"), frozenset()) == {}


@pytest.mark.parametrize(("char", "width"), [("n", 1.0), ("i", 0.6), ("m", 1.6), ("E", 1.3), ("´", 0.0), ("˛", 0.0)])
def test_letters_have_the_widths_that_types_mostly_give_them(char: str, width: float) -> None:
    word = Word(f"{char}n", 0, 2, BBox(0.0, 0.0, width + 1.0, 10.0))
    assert list(_middles(word)) == pytest.approx([width / 2, width + 0.5])


def test_accents_within_a_word_have_no_width() -> None:
    """The widths of the other letters are 1.6 and 1.0 by turns, and the word is as wide as all of them are."""
    word, size = "´´´´momo", 10.0
    middle = 50.0 + stringWidth(word, "Helvetica", size) * (1.6 + 0.5) / (1.6 + 1.0 + 1.6 + 1.0)
    drawn = [(50.0, 60.0, word), (middle - stringWidth("´", "Helvetica", size) / 2, 60.0, "´")]
    assert list(find_stray_accents(pdf_report(page_of(drawn, size=size)), SPANISH).values()) == [[(5, "ó")]]


def test_the_language_is_that_of_the_whole_report() -> None:
    """The accent is nearer to a letter that bears it in other languages only."""
    text = "El molino del rinconcito tiene cuatro ruedas"
    assert _first(_over((text.index("nc"), "´"), text=text, shift=-0.5)) == text.replace("rin", "rín")


def test_an_accent_within_a_line_is_none_of_its_own() -> None:
    report = pdf_report(page_of([(50.0, 60.0, LINE), (50.0, 64.0, "Quien busca halla ´")]))
    assert find_stray_accents(report, SPANISH) == {}
