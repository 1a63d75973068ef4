"""Titles of dumps between the last value of one record and the first label of the next."""

from __future__ import annotations

import pytest
from builders import TITLES, laid_out, text_report

from profile_extract.layout.rounds import find_over_rounds
from profile_extract.lexicon import label_key

VALUES = ("bakers", "two classes", "ferrymen", "the choir", "whoever comes")


def _lines(*over: str) -> list[str]:
    """Five records, each of a title with other lines ``over`` it and two labels; ``{}`` stands for its number."""
    records = zip(TITLES, VALUES, strict=True)
    return [
        line
        for number, (title, value) in enumerate(records)
        for line in (
            *(text.format(number) for text in over),
            title,
            f"Where: in the yard behind the mill {number}",
            f"Who came: {value}",
        )
    ]


def _found(lines: list[str]) -> list[str]:
    report = text_report("\n".join(lines))
    keys = [label_key(text.split(":")[0]) if ":" in text else None for text in lines]
    found = find_over_rounds(report.lines, keys)
    return [line.text for line in report.lines if line.start in found]


def test_a_title_between_two_records_begins_a_block() -> None:
    assert _found(_lines()) == list(TITLES[1:])
    assert [b.text.text for b in laid_out(text_report("\n".join(_lines()))).blocks if ":" not in b.text.text] == list(TITLES)


def test_a_heading_over_a_title_is_parted_from_it_and_from_the_value_where_there_was_room() -> None:
    lines = _lines()
    lines[6:6] = ["East"]
    assert _found(lines) == [TITLES[1], "East", *TITLES[2:]]


@pytest.mark.parametrize("goes_on", ["and their friends", "All of them."])
def test_what_goes_on_a_value_or_ends_as_a_sentence_is_no_title(goes_on: str) -> None:
    lines = [goes_on if line in TITLES else line for line in _lines()]
    assert _found(lines) == []


def test_a_label_that_mostly_stands_under_another_one_begins_no_round() -> None:
    lines = [line for line in _lines() if line not in TITLES[:4]]
    assert _found(lines) == []


def test_few_rounds_say_nothing() -> None:
    assert _found(_lines()[:9]) == []


def _ending_in_lists(*titles: str) -> list[str]:
    """Five records of a title of one line or two (parted by ``|``), a label, and a list whose last item may go on."""
    bullets = ("•", "\uf0b7")
    return [
        line
        for number, title in enumerate(titles)
        for line in (
            *title.split("|"),
            f"Where: in yard {number}",
            "We learn",
            f"{bullets[number % 2]} to mend what has",
            *(["been broken"] if number % 2 else []),
        )
    ]


def test_a_title_behind_the_last_item_of_a_list_begins_a_block() -> None:
    titles = [*TITLES[:3], "Letters for all: paper,|ink and lamps", TITLES[4]]
    lines = _ending_in_lists(*titles)
    assert _found(lines) == [title.partition("|")[0] for title in titles[1:]]
    assert _found([line.lstrip("•\uf0b7 ") for line in lines]) == []
