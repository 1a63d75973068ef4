"""Elided words parted from the next one."""

from __future__ import annotations

import pytest
from builders import cleaned_text

from profile_extract.clean import clean

WHOLE = "L’hiver, l’atelier d’Anne et l’école d’art n’ont qu’un poêle.\nC’est l’heure où l’on s’assied, j’en suis.\n"


def _first(text: str) -> str:
    report = cleaned_text(text)
    return report.passage(report.lines[0]).text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("L’ envol du moulin", "L’envol du moulin"), ("Demain, c ’ est fête", "Demain, c’est fête"), ("d ’Anne", "d’Anne")],
)
def test_elided_words_are_joined_where_the_document_elides(printed: str, meant: str) -> None:
    assert _first(f"{printed}\n{WHOLE}") == meant


def test_without_evidence_from_the_document_the_space_stays() -> None:
    assert _first("L’ envol du moulin\nUn moulin sans rien.\n") == "L’ envol du moulin"


def test_possessives_are_no_elisions() -> None:
    assert _first(f"the bakers’ ovens\n{WHOLE}") == "the bakers’ ovens"


def test_cleaning_twice_changes_nothing_more() -> None:
    report = cleaned_text(f"L’ envol du moulin\n{WHOLE}")
    assert clean(report) == report
