"""Ligatures that come out as other characters: what they stand for is learnt from words."""

from __future__ import annotations

import pytest
from builders import cleaned_text, overlaid, page_of, pdf_report

from profile_extract.clean import clean
from profile_extract.evidence import trace, undo_edits
from profile_extract.model import Report

PROSE = (
    "The location of the station is a question of attention.",
    "An action plan with many activities and a certain motivation",
    "Its creation took time; the participation of all was essential.",
    "A zymotic garden on the roof of an apartment by the river",
)
"""Lines with a dozen words that have ``ti`` in them, one of which no list of words knows."""


def texts(report: Report) -> list[str]:
    return [report.passage(line).text for line in report.lines]


def damaged(character: str, letters: str = "ti", prose: tuple[str, ...] = PROSE) -> str:
    return "\n".join(prose).replace(letters, character) + "\n"


@pytest.mark.parametrize("character", ["4", "/", "!", ";", "(", "Ɵ", "A", "\ufffd", "\ue117"])
def test_a_character_in_many_words_of_the_language_is_what_makes_them_words(character: str) -> None:
    repaired = texts(cleaned_text(damaged(character)))
    assert repaired[:2] == list(PROSE[:2])
    assert repaired[3] == PROSE[3], "a word that nobody knows follows the others"


def test_a_word_may_begin_with_such_a_character_that_is_a_capital_itself() -> None:
    assert texts(cleaned_text(damaged("Ɵ")))[2] == PROSE[2]


def test_the_edit_has_a_rule_and_can_be_undone() -> None:
    report = cleaned_text(damaged("4"))
    (edit, *_) = report.lines[0].edits
    assert (edit.rule, edit.after) == ("mapped-ligature", "ti")
    line = report.lines[0]
    undone = [undo_edits(report.passage(line).text, part.edits) for part in trace(report.passage(line))]
    assert undone == [line.text]


def test_cleaning_twice_is_cleaning_once() -> None:
    report = cleaned_text(damaged("4") + "or a na4on and/or 4 others, 2nd and 4th\n")
    assert clean(report) == report


def test_the_words_of_the_rest_of_the_document_are_evidence_too() -> None:
    names = ("Bontifex", "Quortidal", "Brantigo", "Zortimal", "Untiwald")
    lines = [*(f"a day with {name.lower()} here" for name in names)]
    assert texts(cleaned_text("\n".join(lines).replace("ti", "%") + "\n" + "\n".join(lines)))[: len(lines)] == lines


def test_one_character_for_several_ligatures_is_read_where_the_word_is_known() -> None:
    prose = (
        "an efficient office for different people",
        "the first film about flowers and a flag",
        "benefits, profiles and conflicts of affected families",
        "official reflections, flexible offers, final effects",
    )
    broken = "\n".join(prose)
    for letters in ("ffi", "ff", "fi", "fl"):
        broken = broken.replace(letters, "\ufffd")
    assert texts(cleaned_text(broken))[0] == prose[0]
    assert texts(cleaned_text(broken))[2] == prose[2]


@pytest.mark.parametrize(
    "text",
    [
        "and/or, his/her, poster/demo, music/dance, time/effort, faster/smaller, data/information, bus/tram",
        "2nd, 3rd, 1st, 4th, 5th, 21st, covid19, mp3 and CO2, room4all, b2b, 10am, 9pm",
        "nodeGame, iPhone, YouTube, eGov, McDonald, WordNet, PowerPoint, LinkedIn, GitHub",
        "café, façade, naïve, rôle, élan, über, fiancée, crème, señor, Straße, Käse, größer",
        "Bürger*innen, Lehrer*innen, Schüler*innen, Nutzer:innen, Leser:innen, Autor:innen, Kolleg:innen",
        "loca4on and ac4on alone are no evidence",
    ],
)
def test_what_only_looks_odd_stays(text: str) -> None:
    assert texts(cleaned_text(text)) == [text]


def test_words_joined_by_the_same_character_stay_joined() -> None:
    text = damaged("/") + "for music and dance, music/dance, bus/tram or both\n"
    assert texts(cleaned_text(text))[-1] == "for music and dance, music/dance, bus/tram or both"


def test_addresses_and_ordinals_stay() -> None:
    text = damaged("4") + "on the 4th at 4 o'clock: see www.zap4on.example and x4on@mail.example\n"
    assert texts(cleaned_text(text))[-1] == "on the 4th at 4 o'clock: see www.zap4on.example and x4on@mail.example"


def test_fonts_have_maps_of_their_own() -> None:
    broken = [line.replace("ti", "4") for line in PROSE]
    rows = [(50.0, 100.0 + 14 * n, text) for n, text in enumerate(broken)]
    other = page_of([(50.0, 300.0, "room kan4on stays in this font")], "Times-Roman")
    report = clean(pdf_report(overlaid(page_of(rows), other)))
    assert texts(report) == [*PROSE, "room kan4on stays in this font"]


def test_an_address_is_repaired_where_its_words_are_known() -> None:
    assert texts(cleaned_text(damaged("4") + "see www.loca4on.example\n"))[-1] == "see www.location.example"


def test_a_font_with_few_words_is_read_as_the_others_where_the_word_is_known() -> None:
    broken = [line.replace("ti", "4") for line in PROSE]
    rows = [(50.0, 100.0 + 14 * n, text) for n, text in enumerate(broken)]
    other = page_of([(50.0, 80.0, "Ac4on and mo4on")], "Times-Bold")
    assert texts(clean(pdf_report(overlaid(other, page_of(rows)))))[0] == "Action and motion"


def test_a_word_broken_at_its_damaged_letters_is_repaired() -> None:
    assert texts(cleaned_text(damaged("4") + "it is adap4-\nve in its way\n"))[-2] == "it is adapti-"


def test_several_characters_with_two_words_each_prove_the_damage_together() -> None:
    lines = ["cities in action,", "letters are better", "after two shifts"]
    broken = "\n".join(lines).replace("ti", "4").replace("tt", ">").replace("ft", "X")
    assert texts(cleaned_text(f"{broken}\n{lines[2]}\n"))[:3] == lines


def test_a_mark_that_joins_no_words_is_read_between_parts_that_might_be_words_and_at_the_end_of_one() -> None:
    assert (
        texts(cleaned_text(damaged("/") + "the zymo/list of the Valen/ family\n"))[-1]
        == "the zymotilist of the Valenti family"
    )


def test_a_character_that_texts_never_have_means_the_same_in_a_font_of_few_words() -> None:
    broken = [line.replace("ti", "^") for line in PROSE]
    rows = [(50.0, 100.0 + 14 * n, text) for n, text in enumerate(broken)]
    other = page_of([(50.0, 300.0, "a zymo^c room")], "Times-Roman")
    assert texts(clean(pdf_report(overlaid(page_of(rows), other))))[-1] == "a zymotic room"


def test_many_characters_for_one_ligature_are_chance() -> None:
    lines = [f"no ac{n}on and ques{n}on" for n in "12345"]
    assert texts(cleaned_text("\n".join(lines) + "\n")) == lines


def test_a_character_follows_another_font_where_one_word_of_its_own_says_the_same() -> None:
    rows = [(50.0, 100.0 + 14 * n, line.replace("ti", "^")) for n, line in enumerate(PROSE)]
    other = page_of([(50.0, 300.0, "an ac^on in a zymo^c room")], "Times-Roman")
    assert texts(clean(pdf_report(overlaid(page_of(rows), other))))[-1] == "an action in a zymotic room"
