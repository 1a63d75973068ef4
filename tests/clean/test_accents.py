"""Accents printed before their letters."""

from __future__ import annotations

import pytest
from builders import cleaned_text

from profile_extract.clean import clean


def _texts(text: str) -> list[str]:
    report = cleaned_text(text)
    return [report.passage(line).text for line in report.lines]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("El molino de la f´abrica", "El molino de la fábrica"),
        ("pan y caf´e para todos", "pan y café para todos"),
        ("el camino m´as corto al r´ıo", "el camino más corto al río"),
        ("una ma˜nana en el mercado", "una mañana en el mercado"),
        ("M¨uhlen an der Spree", "Mühlen an der Spree"),
        ("´arboles y ´Areas verdes", "árboles y Áreas verdes"),
        ("a pra¸ca e a estac¸ão", "a pra¸ca e a estação"),
    ],
)
def test_accents_and_their_letters_become_one_letter(printed: str, meant: str) -> None:
    assert _texts(f"{printed}\nUna r´ıa y dos puentes\n")[0] == meant


def test_apostrophes_typed_as_accents_stay() -> None:
    lines = ["la strada dell´acqua", "un mercato d´inverno", "l´orto e l´oste", "c´era una volta"]
    assert _texts("\n".join(lines)) == lines


def test_one_stray_accent_is_no_evidence() -> None:
    assert _texts("a lone ´accent here\nand none there\n")[0] == "a lone ´accent here"


def test_cleaning_twice_changes_nothing_more_and_can_be_undone() -> None:
    report = cleaned_text("La f´ısica del pan\nUn caf´e, un t´e\n")
    assert clean(report) == report
    passage = report.passage(report.lines[0])
    assert passage.text == "La física del pan"
    assert report.text[passage.start : passage.end] == "La f´ısica del pan"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Mu¨hle an der Spree", "Mühle an der Spree"),
        ("cafe´, pai´s y u´ltimo", "café, país y último"),
        ("Ko¨ln und Lu¨beck", "Köln und Lübeck"),
    ],
)
def test_accents_behind_their_letters_are_letters_too(printed: str, meant: str) -> None:
    assert _texts(f"{printed}\nfu¨r die Bru¨cke, Stra¨nde und Flu¨sse\n")[0] == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("un cafe \u0301 y otro", "un café y otro"),
        ("la caf \u0301e de Jos \u0301e", "la café de José"),
        ("K \u0308onig", "König"),
        ("z \u030c", "ž"),
        ("a lone \u0301 accent", "a loné accent"),
        ("1 \u0301", "1 \u0301"),
        ("f\u0131\u0301sica na\u0131\u0308f", "física naïf"),
        ("k\u0131\u0306", "kĭ"),
        ("k\u0131\u0302z \u0131\u0307l", "kîz \u0131\u0307l"),
    ],
)
def test_a_combining_accent_that_a_space_parts_from_its_letter_is_on_it(printed: str, meant: str) -> None:
    report = cleaned_text(printed)
    assert _texts(printed) == [meant]
    assert clean(report) == report
    assert {edit.rule for edit in report.lines[0].edits} <= {"compose-accent"}
