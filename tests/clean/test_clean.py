"""Cleaning as a whole: lines are edited, nothing is overwritten, and a second time changes nothing."""

from __future__ import annotations

import pytest
from builders import cleaned_text, text_report
from hypothesis import example, given
from hypothesis import strategies as st

from profile_extract.clean import clean
from profile_extract.evidence import apply_edits, trace, undo_edits
from profile_extract.model import Report

PIECES = [
    *("the old lock ", "tampere ", "33210 ", "E-", "In 2005, ", "\n", "\n\n", "   ", "  ", "- ", "eBay "),
    *("THe KItCHen ", "OLD HARBOuR ", "BIG PLAnS ", "QuIet WALKS ", "MILL ROAD", "\ufffd ", "\ufb01", "\u0301", "\u0308"),
    *("\xad", "\u200b", "\xa0", "\t", "\u2003", "\u2028", "e", "é", "\ue000"),
]
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(str.strip)


def _texts(report: Report) -> list[str]:
    return [report.passage(line).text for line in report.lines]


def test_lines_without_anything_to_repair_have_no_edits() -> None:
    report = cleaned_text("A quiet street.\nA loud one, with Café and Straße.")
    assert [line.edits for line in report.lines] == [(), ()]


def test_what_was_read_is_kept_beside_what_it_reads_as() -> None:
    report = cleaned_text("A  doubled space, a \ufb01ne \ufb02oor")
    assert _texts(report) == ["A doubled space, a fine floor"]
    assert report.text == report.lines[0].text == "A  doubled space, a \ufb01ne \ufb02oor"


def test_the_texts_of_a_report_are_those_of_its_lines_before_and_after_repairs() -> None:
    report = text_report("A  doubled space\nNothing to repair\na \ufb01ne \ufb02oor")
    assert report.texts == ["A  doubled space", "Nothing to repair", "a \ufb01ne \ufb02oor"]
    cleaned = clean(report)
    assert cleaned.texts == _texts(cleaned) == ["A doubled space", "Nothing to repair", "a fine floor"]
    assert report.texts == _texts(report)


def test_one_repair_builds_on_another() -> None:
    # only when the ligature is two letters is the heading seen for what it is
    report = cleaned_text("\ufb01SH MARKET\nHOT \ufb01RE\nTHE \ufb01ELD OR LAKE")
    assert _texts(report) == ["FISH MARKET", "HOT FIRE", "THE FIELD OR LAKE"]
    assert [edit.rule for edit in report.lines[0].edits] == ["ligature+damaged-capitals"]


def test_a_letter_that_a_few_headings_misread_is_not_repaired_the_second_time() -> None:
    """Once the other headings are whole again, these few must not pass for a damage of their own."""
    many = ("THe KITCHeN GARDeN OF OUR STReeT", "BACK TO THe OLD BRICK MARKeT", "THe WeeKLY CLOCK RePAIR CLUB") * 6
    few = ("THe OLD HARBOUR MARkeT", "A QUIeT PARk BeHIND THe MILL", "WALkING HOMe TOGeTHeR")
    once = cleaned_text("\n".join([*many, *few]))
    assert _texts(clean(once)) == _texts(once)


@given(TEXTS)
@example("\ufb01\u0301")
@example("the old lock \u0301  \u0308the old lock ")
@example("THe KItCHen\nOLD HARBOuR\nBIG PLAnS\nQuIet WALKS\n33210 tampere")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = cleaned_text(text)
    assert _texts(clean(once)) == _texts(once)


@given(TEXTS)
def test_every_edit_of_a_line_can_be_undone(text: str) -> None:
    report = cleaned_text(text)
    for line in report.lines:
        made = [apply_edits(report.text[part.start : part.end], part.edits) for part in trace(report.passage(line))]
        undone = [undo_edits(value, part.edits) for value, part in zip(made, trace(report.passage(line)), strict=True)]
        assert "".join(made) == report.passage(line).text
        assert "".join(undone) == line.text


@given(TEXTS)
def test_cleaning_changes_neither_the_text_as_read_nor_the_lines(text: str) -> None:
    read = text_report(text)
    report = clean(read)
    assert report.text == read.text
    assert [line._replace(edits=()) for line in report.lines] == list(read.lines)


@pytest.mark.parametrize("text", ["\u200b", "\xad\u200b", "  \u200b\n one"])
def test_a_line_of_invisible_characters_comes_to_nothing(text: str) -> None:
    assert _texts(cleaned_text(text))[0] == ""
