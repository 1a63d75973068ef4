"""Forms of addresses, a label for each line."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, items_of, laid_out, pdf_report, text_report, typeset

from profile_extract.drafts import Value
from profile_extract.fields.forms import lines_in_forms, places_in_forms
from profile_extract.fields.parts import Part, split_parts
from profile_extract.segment import segment
from profile_extract.structure import Label


def _part(key: str, *lines: str) -> Part:
    items = tuple(items_of(text_report("\n".join(lines)))) if lines else ()
    return Part(Label(0, 0, 1, 1, key, "section") if key else None, None, items, "section")


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (("postal address", "postcode", "city", "country"), {"city", "country"}),
        (("postcode", "city", "country"), {"city", "country"}),
        (("postcode", "motto", "city"), {"city"}),
        (("postcode", "motto", "city", "country"), {"city", "country"}),
        (("postcode", "", "city"), {"city"}),
        (("postcode", "motto", "rope", "city"), set()),
        (("postcode", "city", "motto", "country"), {"city", "country"}),
        (("postcode", "motto", "city", "rope", "country"), {"city"}),
        (("city", "postcode"), set()),
        (("city", "country"), set()),
        (("motto", "country"), set()),
    ],
)
def test_labels_of_towns_and_countries_come_behind_those_of_streets_and_postcodes_with_one_between_at_most(
    keys: tuple[str, ...], found: set[str]
) -> None:
    assert places_in_forms([[_part(key) for key in keys]] * 3) == found


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (("address", "phone"), {"address", "phone"}),
        (("phone", "address"), {"phone", "address"}),
        (("email", "address"), {"email", "address"}),
        (("visiting address", "website"), {"visiting address", "website"}),
        (("address", "", "phone"), {"address", "phone"}),  # a text between them
        (("address", "district", "city", "phone"), {"address", "phone"}),
        (("phone", "district", "city", "address"), {"phone", "address"}),
        (("address", "district", "city", "motto", "phone"), set()),
        (("phone", "district", "city", "motto", "address"), set()),
        (("address", "district", "city", "phone", "fax"), {"address", "phone"}),
        (("address", "postcode"), set()),
        (("address", "phone", "motto", "fax"), {"address", "phone", "fax"}),
        (("address",), set()),
        (("motto", "phone"), set()),
        (("postcode", "phone"), set()),
    ],
)
def test_labels_of_streets_and_of_how_to_reach_somebody_stand_up_to_three_labels_apart(
    keys: tuple[str, ...], found: set[str]
) -> None:
    assert lines_in_forms([[_part(key) for key in keys]] * 3) == found


@pytest.mark.parametrize(("beside", "found"), [(3, {"address"}), (2, set())])
def test_they_do_so_mostly(beside: int, found: set[str]) -> None:
    profiles = [[_part("address"), _part("phone" if n < beside else "motto")] for n in range(4)]
    assert lines_in_forms(profiles) == {*found, "phone"}
    others = [[_part("visiting address"), _part("fax")]] * 5
    assert lines_in_forms([*profiles, *others]) == {*found, "phone", "visiting address", "fax"}


@pytest.mark.parametrize(("beside", "found"), [(3, {"phone"}), (2, set())])
def test_labels_of_how_to_reach_somebody_are_near_those_of_streets_mostly(beside: int, found: set[str]) -> None:
    profiles = [[_part("phone"), _part("address" if n < beside else "motto")] for n in range(4)]
    assert lines_in_forms(profiles) == {*found, "address"}


HOUSES = ("The Old Mill", "Upper Barracks", "Quay House", "Walden Yard", "The Lantern")
"""Addresses that nothing but their labels tells to be such."""


@pytest.mark.parametrize("beside", ["Phone", "Motto"])
def test_what_is_under_a_label_of_streets_is_of_the_address_beside_one_for_a_telephone(beside: str) -> None:
    pages = []
    for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True)):
        value = f"0161 496 0{n}41" if beside == "Phone" else f"{n + 2} ropes and a bell"
        form = (("label", "Visiting address"), ("text", HOUSES[n]), ("label", beside), ("text", value))
        pages.append(typeset(("title", title), ("text", text), *form))
    for house, profile in zip(HOUSES, extraction_of(pdf_report(*pages)).profiles, strict=True):
        sections = [section.label.text for section in profile.sections if section.label]
        assert ("Visiting address" in sections) is (beside == "Motto")
        assert any(_text(contact.street) == house for contact in profile.contacts) is (beside == "Phone")


def test_a_street_may_be_known_by_a_label_inside_the_address() -> None:
    assert places_in_forms([[_part("contact", "Address: Quay Street 3"), _part("city")]]) == {"city"}
    assert places_in_forms([[_part("contact", "Motto: Quay Street 3"), _part("city")]]) == set()


@pytest.mark.parametrize(("often", "found"), [(3, {"city"}), (2, set())])
def test_most_returns_of_such_a_label_stand_there(often: int, found: set[str]) -> None:
    inside, elsewhere = [_part("postcode"), _part("city")], [_part("motto"), _part("city")]
    assert places_in_forms([*[inside] * often, *[elsewhere] * (4 - often)]) == found


TOWNS = ("Porto", "Ghent", "Turin", "Graz", "Lyon")
CODES = ("PT", "BE", "IT", "AT", "FR")
COUNTRIES = ("Portugal", "Belgium", "Italy", "Austria", "France")
SMALL = "Whoever fills this in on a {} may leave out what nobody has to know."


def _text(value: Value | None) -> str | None:
    return value.text if value else None


def test_postcode_town_and_country_of_a_form_are_of_its_address() -> None:
    form = "Postal address: Quay Street {}\nPostcode: 401{}2\nCity: {}\nCountry: {}"
    rows = [form.format(n + 3, n, TOWNS[n], COUNTRIES[n]).split("\n") for n in range(5)]
    pages = [typeset(("title", t), ("text", PROSE[n]), *(("text", row) for row in rows[n])) for n, t in enumerate(TITLES)]
    for n, profile in enumerate(extraction_of(pdf_report(*pages)).profiles):
        (contact,) = profile.contacts
        assert (_text(contact.street), _text(contact.postal_code)) == (f"Quay Street {n + 3}", f"401{n}2")
        assert (_text(contact.locality), _text(contact.country_code)) == (TOWNS[n], CODES[n])
        assert profile.sections == ()


@pytest.mark.parametrize("colon", [":", ""])
def test_labels_of_a_form_may_stand_over_their_values(colon: str) -> None:
    words = ("Postal address", "Postcode", "City", "Country")
    pages = []
    for n, title in enumerate(TITLES):
        values = (f"Quay Street {n + 3}", f"401{n}2", TOWNS[n], COUNTRIES[n])
        rows = [row for word, value in zip(words, values, strict=True) for row in (("label", word + colon), ("text", value))]
        pages.append(typeset(("title", title), ("text", PROSE[n]), *rows))
    for n, profile in enumerate(extraction_of(pdf_report(*pages)).profiles):
        (contact,) = profile.contacts
        assert (_text(contact.street), _text(contact.postal_code)) == (f"Quay Street {n + 3}", f"401{n}2")
        assert (_text(contact.locality), _text(contact.country_code)) == (TOWNS[n], CODES[n])
        assert contact.organization is None
        assert profile.sections == ()


@pytest.mark.parametrize(
    ("label", "kind", "is_apart"), [("Country", "small", True), ("Country", "text", False), ("Motto", "small", False)]
)
def test_small_print_behind_a_line_of_an_address_is_none_of_it(label: str, kind: str, *, is_apart: bool) -> None:
    """It is text under no label, as what is behind the value of a fact may be."""
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    pages = [
        typeset(("title", t), ("text", PROSE[n]), ("label", label), ("text", COUNTRIES[n]), (kind, SMALL.format(days[n])))
        for n, t in enumerate(TITLES)
    ]
    layout = laid_out(pdf_report(*pages))
    found = segment(layout)
    assert len(found.segments) == len(TITLES)
    for profile, day in zip(found.segments, days, strict=True):
        parts = split_parts(profile, found.labels, layout.body_style)
        under = [item.text.text for part in parts if part.label for item in part.items]
        assert (SMALL.format(day) not in under) is is_apart
