"""Addresses that begin with the names of people."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import Page, extraction_of, overlaid, page_of, pdf_report

COUNTRIES = ("Angola", "Bhutan", "Chad", "Dominica", "Ecuador", "Fiji")
NAMES = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner", "Femi Ade")
HOUSES = ("Ada Okoro", "Bakers Union", "Carla Museum", "Dirk Foundation", "Eva Institute", "Femi Ade")


def _entry(country: str, lines: Sequence[str], top: float) -> Page:
    """An entry of a list: a country, and lines of an address under it."""
    head = page_of([(50, top, country)], "Helvetica-Bold")
    return overlaid(head, page_of([(50, top + 12 * (n + 1), line) for n, line in enumerate(lines)]))


def _found(names: Sequence[str], mail: str = "office@n{n}.example") -> list[tuple[str | None, str | None]]:
    """Person and organisation of each entry that begins with a name."""
    pages = [
        overlaid(
            *(
                _entry(COUNTRIES[n], (names[n], "12 Quay Street", mail.format(n=n), f"+44 113 496 0{n}00"), 80 + 110 * (n % 3))
                for n in range(start, start + 3)
            )
        )
        for start in (0, 3)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == list(COUNTRIES)
    contacts = [profile.contacts[0] for profile in profiles]
    return [(c.person and c.person.text, c.organization and c.organization.text) for c in contacts]


def test_names_of_people_in_nearly_all_entries_are_persons() -> None:
    assert _found(NAMES) == [(name, None) for name in NAMES]


def test_a_name_among_organisations_is_none() -> None:
    assert [person for person, _ in _found(HOUSES)] == [None] * len(HOUSES)


@pytest.mark.parametrize(
    "parts", ["{street}, Tel. {phone}, {mail}", "{street}; {mail}; {phone}", "{street} | {phone} | {mail}"]
)
def test_an_address_may_be_one_paragraph(parts: str) -> None:
    lines = [
        parts.format(street=f"{n + 3} Quay Street", phone=f"+44 113 496 0{n}00", mail=f"oars@n{n}.example")
        for n in range(len(COUNTRIES))
    ]
    pages = [overlaid(*(_entry(f"Rowers of {COUNTRIES[n]}", [lines[n]], 80 + 60 * n) for n in range(len(COUNTRIES))))]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == [f"Rowers of {country}" for country in COUNTRIES]
    assert [[v.text for c in p.contacts for v in c.emails] for p in profiles] == [[f"oars@n{n}.example"] for n in range(6)]
