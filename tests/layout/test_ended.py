"""Lines of dumps that were ended before they were full."""

from __future__ import annotations

import pytest
from builders import laid_out, text_report

from profile_extract.layout.ended import find_dangling, find_ended, is_electronic

TEXT = (
    "The ferry crosses at noon and takes whoever waits on the quay",
    "with all that people carry when they come home from a market",
    "on the other side of the river, and it rings its bell before",
    "it leaves, so that the cooks on the bank know when to begin.",
)


def _begins(*lines: str) -> list[str]:
    """The lines that begin a block because the one above was ended."""
    report = text_report("\n".join(lines))
    found = set(find_ended(report.lines))
    return [line.text for line in report.lines if line.start in found]


def test_a_full_line_of_text_begins_under_a_line_that_had_room_for_its_first_word() -> None:
    assert _begins("A Bell for the Ferry", *TEXT) == [TEXT[0]]


def test_a_line_goes_on_where_the_next_word_had_no_room_or_is_written_small() -> None:
    assert _begins(*TEXT) == []
    assert _begins("A Bell for the Ferry", *(line.lower() for line in TEXT)) == []


@pytest.mark.parametrize("line", ["Ada Okoro, Bela Nemeth", "Ferry@quay.example"])
def test_names_and_addresses_are_parted_from_a_title_over_them(line: str) -> None:
    assert _begins("A Bell for the Ferry", line, *TEXT) == [line, TEXT[0]]


@pytest.mark.parametrize("line", ["Ada Okoro, Bela Nemeth", "ferry@quay.example", "www.quay.example"])
def test_what_stands_under_names_and_addresses_is_parted_from_them(line: str) -> None:
    assert _begins(*TEXT, line, "Open at noon", *TEXT)[-2:] == ["Open at noon", TEXT[0]]


@pytest.mark.parametrize("line", ["ferry@quay.example", "www.quay.example"])
def test_an_address_under_a_text_is_parted_from_it_though_it_had_no_room(line: str) -> None:
    assert _begins(*TEXT, line, "Open at noon") == [line, "Open at noon"]
    assert line not in _begins(*TEXT[:3], line, "Open at noon")


def test_what_begins_behind_a_short_last_line_begins_anew() -> None:
    assert _begins(*TEXT[:3], "it leaves.", "Then it is quiet", *TEXT) == ["Then it is quiet", TEXT[0]]


def test_the_second_line_of_a_short_title_goes_on() -> None:
    assert _begins("A Bell for the Ferry", "That Crosses at Noon", *TEXT) == [TEXT[0]]


def test_a_text_begins_under_a_long_heading_with_a_word_that_is_no_name() -> None:
    heading = "A Bell for the Ferry That Crosses at Noon and at Eight"
    text = "On the quay waits whoever comes home from a market with it"
    assert _begins(heading, text, *TEXT[1:]) == [text]
    assert _begins(heading, text.replace("On", "Quayside"), *TEXT[1:]) == []
    assert _begins(heading, "On the Quay Waits Ada Okoro With Bela Nemeth of Turku Mills", *TEXT[1:]) == []


def test_a_line_goes_on_behind_a_word_that_ends_no_sentence() -> None:
    assert "for" in find_dangling(text_report("\n".join(["A bell for all, and a boat for some"] * 3)).lines)
    assert "all" not in find_dangling(text_report("\n".join(["all of all, and for all. It"] * 5)).lines)
    lines = ["A bell for all, and a boat for some"] * 3
    assert _begins("A Bell Made for", TEXT[0], *TEXT[1:], *lines) == []


def test_what_stands_behind_the_value_of_a_label_is_parted_from_it() -> None:
    report = text_report("\n".join(["Cost: one bell", "A Boat for All", *TEXT]))
    assert set(find_ended(report.lines)) == {report.lines[2].start}
    assert set(find_ended(report.lines, {report.lines[0].start})) == {report.lines[1].start, report.lines[2].start}


def test_narrow_columns_and_ends_of_pages_say_nothing() -> None:
    assert _begins("A Bell", *(line[:24] for line in TEXT), "It.", "The end") == []
    assert _begins("A Bell for the Ferry\n\f" + TEXT[0], *TEXT[1:]) == []


def test_what_begins_behind_an_ended_line_is_a_block_of_its_own() -> None:
    parts = (*TEXT, "A Bell for the Ferry", "Ada Okoro, Bela Nemeth", *TEXT)
    texts = [block.text.text for block in laid_out(text_report("\n".join(parts))).blocks]
    assert texts[-2:] == ["Ada Okoro, Bela Nemeth", " ".join(TEXT)]


def test_a_line_behind_the_value_of_a_label_begins_anew_though_the_value_went_on() -> None:
    lines = ("For whom: Children and all of those who have lost their", "chairs", "Bread on Thursdays", *TEXT)
    report = text_report("\n".join(lines))
    found = set(find_ended(report.lines, {report.lines[0].start}))
    assert [line.text for line in report.lines if line.start in found] == ["Bread on Thursdays", TEXT[0]]


def test_a_heading_over_a_text_begins_under_the_end_of_a_sentence_however_full_that_line_is() -> None:
    assert _begins(*TEXT, "A Bell for the Ferry", "and for the Quay", *TEXT) == ["A Bell for the Ferry", TEXT[0]]
    assert _begins(*TEXT[:3], "it leaves, so that the cooks on the bank know when", "A Bell for the Ferry", *TEXT) == [TEXT[0]]


def test_a_word_that_stands_before_one_other_word_only_may_end_a_line() -> None:
    lines = text_report("\n".join(["the mill race of the lower mill race"] * 5)).lines
    assert "mill" not in find_dangling(lines)
    assert "the" in find_dangling(lines)


def test_what_begins_behind_the_person_of_an_address_is_parted_from_the_text_below() -> None:
    over = ("lamp@mill.example", "Ada Okoro, director", "The Mill House of Wandering and of Mending All")
    text = ("Bakers and ferrymen lend out what they have no room for, to", *TEXT[1:])
    assert _begins(*TEXT, *over, *text)[-2:] == [over[2], text[0]]


def test_the_short_items_of_lists_nearby_make_no_column_narrow() -> None:
    items = [f"- oars for {n} boats and a rope" for n in range(12)]
    assert _begins(*items, "A Bell for the Ferry on the Quay", *TEXT, *items) == [TEXT[0]]


@pytest.mark.parametrize(
    "line",
    [
        "E-mail: ferry@quay.example",
        "E-mail ferry@quay.example",
        "Web www.quay.example",
        "quay.example ferry@quay.example",
        "www.quay.example | ferry@quay.example",
    ],
)
def test_what_stands_under_an_address_with_a_word_before_it_or_two_in_a_line_is_parted(line: str) -> None:
    assert _begins(line, "Open at noon") == ["Open at noon"]
    assert _begins(line, "Telephone: 40 33 22 11") == []
    assert _begins(line, "Telephone 40 33 22 11") == []
    assert _begins(line, "Telephone by the door") == ["Telephone by the door"]
    assert _begins(line, "Web 2.0 for the ferry") == ["Web 2.0 for the ferry"]


def test_a_line_that_only_ends_in_an_address_is_none() -> None:
    assert _begins("Whoever rings writes to ferry@quay.example", "Open at noon") == []


def test_a_line_of_several_addresses_goes_on_no_value_but_an_address() -> None:
    line = "www.quay.example ferry@quay.example"
    assert line in _begins(*TEXT, "Forty crowns", line, "Open at noon")
    assert line not in _begins(*TEXT, "12 Quay Street", line, "Open at noon")


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("ferry@quay.example", True),
        ("\N{BLACK TELEPHONE} ferry@quay.example", True),
        ("\N{ENVELOPE}ferry@quay.example", True),
        ("\uf0e0 ferry@quay.example", True),
        ("\N{GLOBE WITH MERIDIANS} www.quay.example", True),
        ("\N{RIGHTWARDS ARROW} https://quay.example", True),
        ("\N{ENVELOPE}  ferry@quay.example", False),
        ("\N{ENVELOPE} \N{ENVELOPE} ferry@quay.example", False),
        ("\N{ENVELOPE} quay.example", False),
        ("\N{ENVELOPE}", False),
        ("a ferry@quay.example", False),
    ],
)
def test_one_sign_may_stand_before_an_address(text: str, *, is_address: bool) -> None:
    assert is_electronic(text) is is_address


def test_what_stands_under_an_address_with_a_sign_is_parted_from_it() -> None:
    assert _begins("\N{ENVELOPE} ferry@quay.example", "Open at noon") == ["Open at noon"]


FULL = "The Society of Ferrymen of the Upper and Lower Quays, Norway"
OVER_TEXT = "On the quay waits whoever comes home from a market with it all"


@pytest.mark.parametrize(
    ("above", "text", "begins"),
    [
        (FULL, OVER_TEXT, True),
        (FULL.replace(",", " in"), OVER_TEXT, False),
        (FULL.replace("Norway", "Bergen"), OVER_TEXT, False),
        (FULL.replace("The Society", "the society"), OVER_TEXT, False),
        (FULL, "On the quay waits a boat", False),
        (FULL, OVER_TEXT.replace("On", "and on"), False),
        (FULL, OVER_TEXT.replace("On", "Quayside on"), False),
        (FULL, "On the Quay Waits Ada Okoro With Bela Nemeth of the Turku Mills", False),
    ],
)
def test_a_text_begins_under_the_country_of_an_author_however_full_that_line_is(
    above: str, text: str, *, begins: bool
) -> None:
    assert (text in _begins(above, text, *TEXT[1:])) is begins


@pytest.mark.parametrize(("above", "begins"), [("Norway", True), ("Bergen", False)])
def test_and_under_a_country_in_a_narrow_column(above: str, *, begins: bool) -> None:
    lines = ("The boat crosses at noon", "with all that people own", "and on the other bank of", "it the bell rings twice")
    assert _begins(above, *lines) == ([lines[0]] if begins else [])
