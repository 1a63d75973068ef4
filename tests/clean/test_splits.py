"""Words split by a space."""

from __future__ import annotations

import pytest
from builders import cleaned_text

from profile_extract.clean import clean

WHOLE = "Our services shape the future of mobility; each neighbourhood counts. FUTURE SERVICES\n"


def texts(text: str) -> list[str]:
    report = cleaned_text(text)
    return [report.passage(line).text for line in report.lines]


def test_halves_of_words_that_stand_whole_elsewhere_are_joined() -> None:
    split = "New ser vices for the fut ure, and mobil ity in a neigh bourhood.\n"
    assert texts(WHOLE + split)[1] == "New services for the future, and mobility in a neighbourhood."


def test_one_letter_that_is_no_word_needs_no_others_to_confirm_it() -> None:
    assert texts(WHOLE + "The f uture begins\n")[1] == "The future begins"


@pytest.mark.parametrize(
    "text",
    [
        "A website, a web site; ongoing, on going; someone or some one; everyday and every day; one day, some site, every web",
        "ser vices without the whole word, mobil ity too, and neigh bourhood",
        "along the river, a long walk; another, an other; into, in to; maybe it may be; today, to day",
        "Plan B est prêt, best of all",
    ],
)
def test_what_authors_write_apart_stays(text: str) -> None:
    assert texts(text) == [text]


def test_halves_that_stand_alone_stay_apart() -> None:
    text = "WHOLE services and the ser vices; ser is a verb, and vices are none; ser, ser, vices, vices"
    assert texts(WHOLE + "mobil ity, fut ure, neigh bourhood\n" + text)[2] == text


def test_capitals_are_joined_with_capitals_only() -> None:
    split = "SER VICES and ser vices, mobil ity, fut ure"
    assert texts(WHOLE + split)[1] == "SERVICES and services, mobility, future"


def test_names_of_two_words_are_no_split_words_whatever_their_addresses_say() -> None:
    text = "danang@mail.example, www.oldmill.example, redlion\nDa Nang, Old Mill, Red Lion, Nor Folk\n"
    assert texts(text + "norfolk, oldmill, danang\n")[1] == "Da Nang, Old Mill, Red Lion, Nor Folk"


def test_the_edit_has_a_rule_and_cleaning_twice_is_cleaning_once() -> None:
    report = cleaned_text(WHOLE + "ser vices, fut ure, mobil ity")
    assert clean(report) == report
    assert [(edit.rule, edit.after) for edit in report.lines[1].edits] == [("join-split-word", "")] * 3


def test_a_large_first_letter_that_stands_apart_is_joined_to_its_word() -> None:
    assert texts("T he mill stands by the river\nB read and butter\n")[0] == "The mill stands by the river"
    assert texts("B read and butter\nA mill, I think\n") == ["B read and butter", "A mill, I think"]


HEADINGS = (
    "T HE LOWER MILL",
    "B AKERS AND THEIR OVENS",
    "W HAT THE RIVER LEFT",
    "C HAIRS FOR EVERYBODY",
    "L ETTERS OF A W INTER",
)


def test_small_capitals_are_joined_with_their_large_first_letters() -> None:
    whole = ["THE LOWER MILL", "BAKERS AND THEIR OVENS", "WHAT THE RIVER LEFT", "CHAIRS FOR EVERYBODY", "LETTERS OF A WINTER"]
    assert texts("\n".join(HEADINGS)) == whole


def test_a_vowel_that_is_a_word_stays_before_a_word_of_the_document() -> None:
    told = "Of the fair: it was a fair of the town, and all of the town was at the fair."
    assert texts("\n".join((*HEADINGS, "A FAIR OF THE TOWN", "E VENING OF THE TOWN", told)))[-3:-1] == [
        "A FAIR OF THE TOWN",
        "EVENING OF THE TOWN",
    ]


def test_letters_before_few_words_in_capitals_count_something() -> None:
    assert texts("PLAN B FOR ALL\nVITAMIN C AND SALT") == ["PLAN B FOR ALL", "VITAMIN C AND SALT"]
