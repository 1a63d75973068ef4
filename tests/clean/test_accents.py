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
