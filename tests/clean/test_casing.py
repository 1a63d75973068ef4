"""Capitals that a font lost: learnt from lines set in capitals, given back only on evidence."""

from __future__ import annotations

import pytest
from builders import cleaned_text, overlaid, page_of, pdf_report, text_report

from profile_extract.clean import clean
from profile_extract.clean.casing import find_damages
from profile_extract.model import Report

# The font of these headings has lost its E, N, T and U.
HEADINGS = (
    "tHe HARBOuR KItCHen",
    "A BRIDGe FOR WALKeRS",
    "POCKet GARDenS, BIG PLAnS",
    "SWIMMInG BY DARK",
    "QuIet HOuRS, COLD DRInKS",
)
REPAIRED = (
    "THE HARBOUR KITCHEN",
    "A BRIDGE FOR WALKERS",
    "POCKET GARDENS, BIG PLANS",
    "SWIMMING BY DARK",
    "QUIET HOURS, COLD DRINKS",
)
LOST = frozenset("entu")


def _texts(report: Report) -> list[str]:
    return [report.passage(line).text for line in report.lines]


def _cleaned(*lines: str) -> list[str]:
    return _texts(cleaned_text("\n".join(lines)))


def _beside_headings(line: str, *prose: str) -> str:
    """What cleaning makes of a line in a document whose headings are damaged."""
    return _cleaned(*HEADINGS, *prose, line)[-1]


def _letters(*lines: str) -> frozenset[str]:
    damage = find_damages(text_report("\n".join(lines))).get("")
    return damage.letters if damage else frozenset()


# Learning


def test_the_letters_that_are_small_in_every_heading_are_the_lost_ones() -> None:
    assert _letters(*HEADINGS, "An ordinary sentence, set as it should be.") == LOST


@pytest.mark.parametrize(
    "lines",
    [
        HEADINGS[:2],
        ("eBay AND iPhone FAIR", "eBay", "iPhone", "a YouTube channel", "the McDonald house", "LaTeX course"),
        ("The iPad of eBay", "An iPhone for McKenzie", "Our WeChat and LinkedIn", "DeLuca, MacArthur, LeBlanc"),
        ("THE HARBOUR KITCHEN", "A BRIDGE FOR WALKERS", "POCKET GARDENS, BIG PLANS", "SWIMMING AFTER DARK"),
        ("NGOs AND MPs", "DVDs AND CDs", "URLs, PDFs"),
        ("mRNA", "mRNA IN RAIN", "mRNA ARIA"),
        ("oLD BALLAD", "CLouD CAnAL", "CAsCADe BALL", "DAtA CALL"),
    ],
    ids=["few lines", "camel case beside capitals", "camel case", "whole", "plurals", "few capitals", "more small than whole"],
)
def test_nothing_is_learnt_without_enough_to_learn_from(lines: tuple[str, ...]) -> None:
    assert _letters(*lines) == frozenset()


def test_three_headings_are_enough() -> None:
    assert _letters(*HEADINGS[:3]) == LOST


def test_letters_that_are_now_small_now_capital_are_no_damage() -> None:
    assert _letters("tHE harbour KITCHEN", "THe BRIDGE foR WALKErS", "poCKeT GARDENS", "SWIMmING aFTER DARK") == frozenset()


def test_one_misread_letter_does_not_hide_the_damage() -> None:
    assert _letters(*HEADINGS * 3, "THe HARBOuR KItCHen") == LOST


def test_what_one_font_lost_is_not_given_to_another() -> None:
    headings = page_of([(50, 50 + 20 * n, text) for n, text in enumerate([*HEADINGS, "33210 tampere"])], "Helvetica-Bold")
    text = page_of([(50, 200, "33210 tampere"), (50, 220, "tHe PLAn")], "Times-Roman")
    report = pdf_report(overlaid(headings, text))
    assert set(find_damages(report)) == {"Helvetica-Bold"}
    assert _texts(clean(report)) == [*REPAIRED, "33210 Tampere", "33210 tampere", "tHe PLAn"]


# Repairing


def test_lines_set_in_capitals_get_theirs_back() -> None:
    assert _cleaned(*HEADINGS) == list(REPAIRED)


def test_only_the_damaged_words_are_edited() -> None:
    report = cleaned_text("\n".join(HEADINGS))
    line = report.lines[1]
    assert [(piece.after, piece.rule) for piece in line.edits] == [
        ("BRIDGE", "damaged-capitals"),
        ("WALKERS", "damaged-capitals"),
    ]
    assert line.text == "A BRIDGe FOR WALKeRS"


@pytest.mark.parametrize(
    ("line", "repaired"),
    [
        ("33210 tampere", "33210 Tampere"),
        ("FI-33210 tampere", "FI-33210 Tampere"),
        ("e-28013 Madrid", "E-28013 Madrid"),
        ("332 10 tampere", "332 10 Tampere"),
        ("tallinn, 10115", "Tallinn, 10115"),
        ("97001 tinytown, Utrecht", "97001 Tinytown, Utrecht"),
        ("28000 nueva de Madrid", "28000 Nueva de Madrid"),
        ("28200 el Escorial", "28200 el Escorial"),
    ],
)
def test_a_place_beside_its_postcode_gets_its_capital_back(line: str, repaired: str) -> None:
    assert _beside_headings(line) == repaired


def test_a_name_that_the_document_writes_with_a_capital_gets_it_back() -> None:
    assert _beside_headings("12345 upperneck", "We met in Upperneck, by the old mill.") == "12345 Upperneck"


@pytest.mark.parametrize(
    "line",
    [
        "In 2005, a new Act",
        "In 2005 the town of tampere built a bridge",
        "tampere is a town on two shores",
        "tampere",
        "the 120 tables of the hall",
        "12345 upperneck",  # a postcode alone does not make a name of a word nobody knows
        "33210 evening market",  # m is not lost, so this is text, and e is not at fault
        "nuuk@tampere.example 33210",
        "33210 tampere 4 nuuk 5",
        "But",  # a single capital makes no line of capitals
        "Ten Bute",  # here a lost letter is a capital, so nothing is lost
    ],
)
def test_a_line_that_is_no_place_is_left_as_printed(line: str) -> None:
    assert _beside_headings(line) == line


def test_camel_case_is_left_as_printed_beside_damaged_headings() -> None:
    assert _beside_headings("eBay and uTorrent met nPower in eHealth") == "eBay and uTorrent met nPower in eHealth"


@pytest.mark.parametrize(
    "line",
    ["Tampere used the tunnel until 2012", "until the town entered the network, until 2012"],
)
def test_a_line_of_running_text_that_ends_in_a_number_is_not_given_capitals(line: str) -> None:
    # all its words begin with a lost letter or a capital, and the document knows "The" from elsewhere
    assert _beside_headings(line, "The tunnel is dark.") == line
