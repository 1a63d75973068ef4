"""What the texts of a contact block are: streets, places, names, and what is none of these."""

from __future__ import annotations

import pytest
from builders import items_of, laid_out, text_report

from profile_extract.drafts import ContactDraft
from profile_extract.fields.contact_drafts import LABELLED, split_contacts


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


def _labelled(field: str, *lines: str) -> ContactDraft:
    """The contact of lines of which a label says what the first one is."""
    report = text_report("\n".join(lines))
    items = items_of(report)
    (contact,) = split_contacts(items, laid_out(report), 1.0, said=(items[0].text.start, field))
    return contact


def test_a_town_that_a_label_names_is_one_by_that() -> None:
    for line, field, rule in (("Porto", "locality", LABELLED), ("Porto – Norte", "locality", LABELLED)):
        town = _labelled(field, line, "ask@quay.example").locality
        assert (town and (town.text, town.rule)) == ("Porto", rule)
    town = _contact("Rope Foundation", "4000-123 Porto", "ask@quay.example").locality
    assert (town and (town.text, town.rule)) == ("Porto", "contact.locality")
    town = _labelled("locality", "4000-123 Porto", "ask@quay.example").locality
    assert (town and (town.text, town.rule)) == ("Porto", LABELLED)


def test_a_region_behind_a_dash_is_one_where_a_label_names_the_town() -> None:
    found = _labelled("locality", "Porto – Norte", "ask@quay.example")
    assert (found.region and found.region.text) == "Norte"
    other = _labelled("organization", "Porto – Norte", "ask@quay.example")
    assert (other.locality, other.region) == (None, None)


def test_a_street_that_a_label_names_runs_over_lines() -> None:
    found = _labelled("street", "Rope Lane", "Yard of Ropes", "24937 Zorgau", "ask@quay.example")
    assert (found.street and found.street.text) == "Rope Lane Yard of Ropes"
    assert (found.locality and found.locality.text) == "Zorgau"
    other = _labelled("organization", "Rope Lane", "Yard of Ropes", "24937 Zorgau", "ask@quay.example")
    assert [line.text for line in other.lines][:2] == ["Rope Lane", "Yard of Ropes"]
