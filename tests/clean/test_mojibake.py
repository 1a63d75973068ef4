"""UTF-8 read in a wrong encoding: undone only where a whole document shows it."""

from __future__ import annotations

import pytest
from builders import cleaned_text

from profile_extract.clean import clean
from profile_extract.evidence import trace, undo_edits

TEXT = "The café doesn’t close – “never”, says Jürgen Åberg…\nStraße, crêpe, niño, 5 €\n"


def broken(text: str) -> str:
    """UTF-8 read byte for byte as browsers read Windows-1252."""
    return "".join(bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in text.encode())


def texts(text: str) -> list[str]:
    report = cleaned_text(text)
    return [report.passage(line).text for line in report.lines]


def test_the_damage_is_undone_and_the_edits_lead_back() -> None:
    report = cleaned_text(broken(TEXT))
    assert [report.passage(line).text for line in report.lines] == TEXT.splitlines()
    assert {edit.rule for line in report.lines for edit in line.edits} == {"mojibake"}
    for line in report.lines:
        passage = report.passage(line)
        assert [undo_edits(passage.text, part.edits) for part in trace(passage)] == [line.text]


def test_cleaning_twice_is_cleaning_once() -> None:
    report = cleaned_text(broken(broken(TEXT)))
    assert clean(report) == report


def test_latin_1_is_read_as_its_superset() -> None:
    assert texts(TEXT.encode().decode("latin-1"))[0] == TEXT.splitlines()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ã© twice Ã¨ is no habit",
        "SÃO Paulo, IRMÃ, Â«citadoÂ» and a dozen others: ação, país, você, estações, função, avô, até",
        "âge, pâté, Âme, gâteau, château, hôtel, forêt",
        broken("é ö ü") + " beside é à ü ö ä ß",
    ],
)
def test_without_a_habit_of_the_whole_document_all_stays(text: str) -> None:
    assert texts(text) == [text]
