"""Entries of a directory in a dump, known by their addresses."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import TITLES, extraction_of, text_report

from profile_extract.layout.address_lines import MOST_CHARS, is_of_address, tells_where
from profile_extract.layout.entries import find_entries

ADDRESS = ("12 Quay Street", "Leeds LS1 4AB", "Phone: +44 113 496 0{n}00", "E-mail: house{n}@town.example")


BARE = ("12 Quay Street", "40121 Bologna", "Tel. +39 051 902 1{n}95", "house{n}@town.example")


def _address(number: int, lines: Sequence[str] = ADDRESS) -> list[str]:
    return [line.format(n=number) for line in lines]


def _begun(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    found = find_entries(report.lines)
    return [line.text for line in report.lines if line.start in found.breaks]


def test_names_and_addresses_of_a_directory_begin_something() -> None:
    lines = [line for n, title in enumerate(TITLES) for line in (title, *_address(n))]
    assert _begun(*lines) == [line for title in TITLES for line in (title, ADDRESS[0])]


def test_a_heading_over_a_name_is_parted_from_it_and_half_a_name_is_not() -> None:
    entries = [[title, *_address(n)] for n, title in enumerate(TITLES)]
    entries[2].insert(0, "North")
    entries[3].insert(0, "Where to eat")
    entries[4].insert(0, "The Society of the Friends of")
    begun = _begun(*(line for entry in entries for line in entry))
    assert TITLES[2] in begun and "North" in begun  # behind an address
    assert TITLES[3] in begun and "Where to eat" in begun
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
        ("Kossuth Lajos út 40.", True),
        ("Ráday utca 31/B", True),
        ("40121 Bologna", True),
        ("110 00, Zorgau", True),
        ("110 00 Zorgau 1", True),
        ("110 00, Zorgau 12", True),
        ("110 00 Zorgau 123", False),
        ("110 00 Zorgau  1", False),  # no district: something else in the same line
        ("110 00 Zorgau, 1", False),
        ("Leeds LS1 4AB", True),
        ("LS1 4AB Leeds", True),
        ("Port Ada NS B0W 1M0", True),
        ("Dayton, OH 45402", True),
        ("1695 Route 1", True),
        ("Tel. +39 051 902 1295", True),
        ("+39 051 902 1295 · house@town.example", True),
        ("E-mail:", True),
        ("Chairs After Dark", False),
        ("Nobody had counted the steps before", False),
        ("In 1998 the mill closed.", False),
        ("Founded 1998.", False),
        ("It began in street 7.", False),
        ("Period: 2024–2027", False),
    ],
)
def test_lines_of_addresses_are_known_by_their_form(text: str, is_one: bool) -> None:
    assert is_of_address(text) is is_one


@pytest.mark.parametrize(
    ("lines", "is_told"),
    [
        (("House of Ropes", "Zorgkade 3", "24937 Flensburg"), True),
        (("24937 Flensburg", "Zorgkade 3"), True),
        (("24937 Flensburg", "ropes.example"), True),
        (("24937 Flensburg", "Tel. 0161 496 0101"), True),
        (("Zorgkade 3", "ropes.example"), False),  # no place
        (("24937 Flensburg",), False),
        (("House of Ropes", "24937 Flensburg"), False),
        (("18439 Stralsund", "24937 Flensburg"), False),  # no street
        ((f"24937 {'Zorg' * 18}ho", "Zorgkade 3"), True),
        ((f"24937 {'Zorg' * 18}hof", "Zorgkade 3"), False),  # no line of an address
    ],
)
def test_a_place_behind_its_postcode_and_a_street_or_a_way_to_reach_somebody_tell_where(
    lines: tuple[str, ...], *, is_told: bool
) -> None:
    assert max(map(len, lines)) <= MOST_CHARS + 1
    assert tells_where(lines) is is_told


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


PERSONS = (
    "Ada Vesper, Archivist",
    "Abel Thorne",
    "Sister Agnes Dooley, Keeper",
    "Rui Costa",
    "Bela Nemeth, Librarian",
    "Eva Lindner",
)
HOLDINGS = ("Ledgers of the ferry since", "Maps", "Letters and bread lists, 1840 to 1902,", "Songs", "Bills of", "Two bells")
RESTS = ("1844", "", "photographs", "", "Lading", "")
NAMES = (*TITLES, "A Society of the Ropes and")


def _directory() -> str:
    """Entries of a raw dump with labelled lines behind the address; values run over, and one name does."""
    lines = ["Members of the Union of Small Archives", ""]
    for n, name in enumerate(NAMES):
        lines += [name, *(["Nets of Leeds"] if name.endswith("and") else []), f"{n + 3} Quay Street", "Leeds LS1 4AB"]
        lines += [f"Tel.: 0113 496 010{n}", f"Fax: 0113 496 020{n}", f"Contact: {PERSONS[n]}", f"Holdings: {HOLDINGS[n]}"]
        lines += [RESTS[n]] if RESTS[n] else []
    return "\n".join(lines)


def test_labelled_lines_and_what_they_run_over_into_are_of_the_entry_above() -> None:
    profiles = extraction_of(text_report(_directory())).profiles
    assert [profile.title.text for profile in profiles] == [*TITLES, "A Society of the Ropes and Nets of Leeds"]
    found = [" ".join(text.text for text in profile.sections[-1].paragraphs) for profile in profiles]
    assert found[:3] == [f"{HOLDINGS[n]} {RESTS[n]}".strip() for n in range(3)]


def test_the_person_behind_a_label_is_of_the_address_above_it_and_its_fax_no_telephone_number() -> None:
    contacts = [profile.contacts for profile in extraction_of(text_report(_directory())).profiles]
    assert [[contact.person.text for contact in own if contact.person] for own in contacts] == [
        [name.partition(",")[0]] for name in PERSONS
    ]
    assert [[phone.text for phone in own[0].phones] for own in contacts] == [
        [f"0113 496 010{n}"] for n in range(len(contacts))
    ]
    assert {contact.street.text[1:] for (contact,) in contacts if contact.street} == {" Quay Street"}
    assert {contact.organization for (contact,) in contacts} == {None}


NOTES = ("Holds the letters of the ferry and of all who waited for it, from", "the first winter on.")


def test_a_note_behind_an_address_parts_it_from_the_next_name_and_its_person() -> None:
    entries = [[title, person, *_address(n), *NOTES] for n, (title, person) in enumerate(zip(TITLES, PERSONS, strict=False))]
    begun = _begun(*(line for entry in entries for line in entry))
    assert [line for line in begun if line in TITLES or line in PERSONS] == [
        line for title, person in zip(TITLES, PERSONS, strict=False) for line in (title, person)
    ]
