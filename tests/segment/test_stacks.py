"""Titles of dumps and the short lines under them that nothing parts from them."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment import segment
from profile_extract.segment.stacks import find_stacked

TOWNS = ("Turku", "Porto", "Zwolle", "Gera", "Nantes")
WRAPPED = (
    ("Chairs That Were Mended After Dark by", "Neighbours of the School"),
    ("Apples Behind the Mill and What Became", "Of the Car Park"),
    ("The Counted Steps Between the Station", "And the River"),
    ("Letters for Everybody Who Cannot Write", "Them Alone"),
    ("Bread on Thursdays From the Old Ovens", "Of the Barracks"),
)


def _stacked(*titles: tuple[str, ...], address: tuple[tuple[str, ...], ...] = ((),) * 5) -> list[str]:
    """The lines that are parted from the titles over them, in a report of five profiles, perhaps with addresses."""
    pages = (
        "\n".join((*title, *address[n], "", text, "", "Cost", f"{n} buckets"))
        for n, (title, text) in enumerate(zip(titles, PROSE, strict=True))
    )
    report = text_report("Inside\n\n" + "\n\n".join(pages) + "\n\f")
    layout = laid_out(report)
    found = find_stacked(segment(layout))
    return [line.text for line in layout.report.lines if line.start in found]


def test_a_place_under_each_title_is_parted_from_it() -> None:
    assert _stacked(*zip(TITLES, TOWNS, strict=True)) == list(TOWNS)


def test_the_second_line_of_a_wrapped_title_is_not() -> None:
    assert _stacked(*WRAPPED) == []


def test_a_title_that_is_wrapped_among_others_is_whole() -> None:
    titles = [*zip(TITLES, TOWNS, strict=True)]
    titles[2] = ("The Steps That", "Are Counted Anew", TOWNS[2])
    assert _stacked(*titles) == list(TOWNS)


def test_titles_of_one_line_have_nothing_under_them() -> None:
    assert _stacked(*((title,) for title in TITLES)) == []


def test_a_line_as_full_as_those_of_the_text_is_of_a_wrapped_title_whatever_the_others_are() -> None:
    titles = [*zip(TITLES, TOWNS, strict=True)]
    full = "The Steps That Are Counted " * 9
    titles[2] = (full.strip(), "Anew")
    assert _stacked(*titles) == [town for town in TOWNS if town != TOWNS[2]]


def test_what_is_parted_from_most_titles_is_from_the_others() -> None:
    titles = [(title if n < 2 else title.upper(), town) for n, (title, town) in enumerate(zip(TITLES, TOWNS, strict=True))]
    assert TOWNS[1] in _stacked(*titles)  # a heading stands over the first


def test_lines_of_addresses_under_names_are_not_counted() -> None:
    """Where each address has another number of lines, the names over it have as many all the same."""
    lines = ("Mill Lane 1{}", "4012{} Bologna", "Tel.: +39 051 902 129{}", "Fax: 051 902 128{}", "rope{}@quay.example")
    address = tuple(tuple(line.format(n) for line in lines[: n + 1]) for n in range(5))
    assert _stacked(*zip(TITLES, TOWNS, strict=True), address=address) == list(TOWNS)


PARTED = [*zip(TITLES, TOWNS, strict=True)]
CAPITALS = "THE STEPS THAT ARE COUNTED FROM THE STATION ON TO THE BRIDGE AND OVER"  # 69 characters, of 113 in a line of text


@pytest.mark.parametrize(
    ("above", "line", "is_parted"),
    [
        (CAPITALS, "RIVER AND MILL", False),
        (CAPITALS[:-9], "RIVER AND MILL", True),  # room for a word in capitals
        (CAPITALS.title(), "RIVER AND MILL", True),
    ],
)
def test_a_title_in_capitals_goes_on_where_its_line_is_as_full_as_those_are(above: str, line: str, *, is_parted: bool) -> None:
    found = _stacked(*PARTED[:2], (above, line), *PARTED[3:])
    assert [town in found for town in (TOWNS[1], line, TOWNS[3])] == [True, is_parted, True]


@pytest.mark.parametrize(
    ("end", "is_parted"), [("Sta-", False), ("Sta\N{SOFT HYPHEN}", False), ("the", False), ("Station", True)]
)
def test_a_line_of_a_title_goes_on_that_ends_inside_a_word_or_with_one_that_ends_none(end: str, *, is_parted: bool) -> None:
    found = _stacked(*PARTED[:2], (f"The Counted Steps of the {end}", "Tion Bridge"), *PARTED[3:])
    assert [town in found for town in (TOWNS[1], "Tion Bridge", TOWNS[3])] == [True, is_parted, True]


AUTHORS = ("Ada Lund1, Bela Nemeth2", "Carla Okoro¹", "Ene Tamm2, F. Holm", "Goran Babic1, Hana Kral", "Ines Roca1")


@pytest.mark.parametrize("form", ["{}", "A0{}", "(B{})"])
def test_a_number_over_a_title_says_nothing_of_the_lines_under_it(form: str) -> None:
    numbers = [form.format(number) for number in (7, 3, 9, 3, 12)]
    assert _stacked(*zip(numbers, TITLES, strict=True)) == []
    assert _stacked(*zip(numbers, TITLES, TOWNS, strict=True)) == list(TOWNS)


def test_other_lines_over_titles_are() -> None:
    assert _stacked(*zip(TOWNS, TITLES, strict=True)) == list(TITLES)


@pytest.mark.parametrize(("marked", "is_parted"), [(5, False), (4, False), (3, True)])
def test_where_authors_stand_right_under_most_titles_nothing_is_parted_from_these(marked: int, *, is_parted: bool) -> None:
    """A heading stands over the first."""
    authors = [name if n < marked else f"The School of {TOWNS[n]}" for n, name in enumerate(AUTHORS)]
    found = _stacked(*zip(TITLES, authors, TOWNS, strict=True))
    assert (found != []) is is_parted


def test_authors_under_another_line_are_parted_with_it() -> None:
    found = _stacked(*zip(TITLES, TOWNS, AUTHORS, strict=True))
    assert set(TOWNS) <= set(found)
