"""Entries of a directory in a dump, known by their addresses."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import TITLES, extraction_of, text_report

from profile_extract.layout.address_lines import is_of_address
from profile_extract.layout.entries import find_entries

ADDRESS = ("12 Quay Street", "Leeds LS1 4AB", "Phone: +44 113 496 0{n}00", "E-mail: house{n}@town.example")


BARE = ("12 Quay Street", "40121 Bologna", "Tel. +39 051 902 1{n}95", "house{n}@town.example")


def _address(number: int, lines: Sequence[str] = ADDRESS) -> list[str]:
    return [line.format(n=number) for line in lines]


def _begun(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = find_entries(report.lines)
    return [line.text for line in report.lines if line.start in found]


def test_names_and_addresses_of_a_directory_begin_something() -> None:
    lines = [line for n, title in enumerate(TITLES) for line in (title, *_address(n))]
    assert _begun(*lines) == [line for title in TITLES for line in (title, ADDRESS[0])]


def test_a_heading_over_a_name_is_parted_from_it_and_half_a_name_is_not() -> None:
    entries = [[title, *_address(n)] for n, title in enumerate(TITLES)]
    entries[2].insert(0, "North")
    entries[4].insert(0, "The Society of the Friends of")
    begun = _begun(*(line for entry in entries for line in entry))
    assert TITLES[2] in begun and "North" in begun  # behind an address
    assert "The Society of the Friends of" in begun and TITLES[4] not in begun


def test_addresses_under_texts_are_no_directory() -> None:
    text = "In the second winter the school opened its workshop, and the neighbours came to mend chairs."
    assert _begun(*(line for n, title in enumerate(TITLES) for line in (title, text, *_address(n)))) == []


def test_few_addresses_are_no_directory() -> None:
    assert _begun(*(line for n, title in enumerate(TITLES[:4]) for line in (title, *_address(n)))) == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("12 Quay Street", True),
        ("Via del Porto 7", True),
        ("40121 Bologna", True),
        ("Leeds LS1 4AB", True),
        ("Tel. +39 051 902 1295", True),
        ("+39 051 902 1295 · house@town.example", True),
        ("E-mail:", True),
        ("Chairs After Dark", False),
        ("Nobody had counted the steps before", False),
        ("In 1998 the mill closed.", False),
    ],
)
def test_lines_of_addresses_are_known_by_their_form(text: str, is_one: bool) -> None:
    assert is_of_address(text) is is_one


@pytest.mark.parametrize("address", [ADDRESS, BARE], ids=["with labels", "without"])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["plain", "an empty line behind each"])
def test_each_name_over_an_address_is_a_profile(between: str, address: Sequence[str]) -> None:
    titles = [
        f"House of the {word}"
        for word in ("Bakers", "Oarsmen", "Weavers", "Ringers", "Carters", "Millers", "Dyers", "Tanners")
    ]
    lines = [line for n, title in enumerate(titles) for line in (title, *_address(n, address))]
    found = extraction_of(text_report(between.join(lines) + "\n")).profiles
    assert [profile.title.text for profile in found] == titles
    assert all(len(profile.contacts) == 1 for profile in found)
