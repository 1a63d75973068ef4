"""What the texts of a contact block are: streets, places, names, and what is none of these."""

from __future__ import annotations

import pytest
from builders import items_of, laid_out, text_report

from profile_extract.drafts import ContactDraft
from profile_extract.fields.contact_drafts import split_contacts


def _contact(*lines: str) -> ContactDraft:
    report = text_report("\n".join(lines))
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    return contact


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Zorgmoor 120", True),
        ("Zorgmoor 120 b", True),
        ("Zorgmoor 1203 b", True),
        ("Zorgmoor 1203/5", True),
        ("Zorgmoor 1203-17", True),
        ("Zorgmoor 1899/5", True),
        ("Zorgmoor 1998/5", False),  # two years
        ("Zorgmoor 2013-17", False),
        ("Zorgmoor 12034 b", False),
    ],
)
def test_a_name_and_a_number_of_up_to_four_figures_over_a_place_are_a_street_but_years_are_none(
    line: str, *, is_one: bool
) -> None:
    contact = _contact("Rope Foundation", line, "110 00 Zorgau")
    assert (contact.street and contact.street.text) == (line if is_one else None)
    assert (contact.locality and contact.locality.text) == "Zorgau"


@pytest.mark.parametrize("town", ["Porto", "Porto."])
def test_a_full_stop_behind_a_town_is_none_of_it(town: str) -> None:
    contact = _contact("Rope Foundation", "Quay Street 3", town, "ask@quay.example")
    assert (contact.locality and contact.locality.text) == "Porto"
    assert contact.lines[2].text == town


@pytest.mark.parametrize(
    "handle", ["@mills", "@mills.of-ropes", "Instagram @mills", "Instagram: @mills", "Zorgnet @mills", "Zorgnet : @mills"]
)
def test_what_somebody_goes_by_in_a_network_is_no_name(handle: str) -> None:
    contact = _contact(handle, "ask@quay.example")
    assert (contact.person, contact.organization, contact.department, contact.role) == (None, None, None, None)
    assert [line.text for line in contact.lines] == [handle, "ask@quay.example"]


@pytest.mark.parametrize("name", ["The Mills @ Rope Quay", "Friends of the @mills", "@mills and ropes"])
def test_a_name_with_such_a_word_in_it_is_one(name: str) -> None:
    contact = _contact(name, "ask@quay.example")
    assert name in {value.text for value in (contact.person, contact.organization, contact.department) if value}


def test_an_icon_alone_is_no_line_of_a_contact() -> None:
    contact = _contact("Rope Foundation", "\uf3c5", "Kaiweg 3", "\uf0e0", "ask@quay.example")
    assert [line.text for line in contact.lines] == ["Rope Foundation", "Kaiweg 3", "ask@quay.example"]
