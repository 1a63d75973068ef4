"""The town of an address that names nobody: it is that of what the title names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, text_report

from profile_extract.drafts import ContactDraft
from profile_extract.fields.city import own_city, resolve_city
from profile_extract.fields.contact_drafts import split_contacts
from profile_extract.fields.items import Item
from profile_extract.passage import Passage

ADDRESS = "12 Mill Lane\n44122 Dortmund"


def _contacts(*texts: str) -> list[ContactDraft]:
    layouts = [laid_out(text_report(text)) for text in texts]
    return [c for layout in layouts for c in split_contacts([Item(b, b.text) for b in layout.blocks], layout, 1.0)]


def _own(contacts: Sequence[ContactDraft]) -> tuple[str, str | None] | None:
    """Name and country of the town of some addresses."""
    resolved = own_city(contacts, 1.0)
    if resolved is None or resolved.city is None:
        return None
    code = resolved.city.country_code
    return resolved.city.name.text, code.text if code else None


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("12 Mill Lane\nDortmund, Germany",), ("Dortmund", "DE")),
        (("12 Mill Lane\nValencia, Venezuela",), ("Valencia", "VE")),
        (("ask@mill.example", ADDRESS), ("Dortmund", "DE")),
        ((f"Contact person: Ada Okoro\n{ADDRESS}",), None),
        ((f"Mill Museum\n{ADDRESS}",), None),
    ],
    ids=["no postcode", "country said", "behind one without a town", "person", "organisation"],
)
def test_the_town_of_an_address_that_names_nobody_is_told(texts: Sequence[str], found: tuple[str, str] | None) -> None:
    assert _own(_contacts(*texts)) == found


def test_an_address_of_a_department_is_its_own() -> None:
    (other,), (contact,) = _contacts(f"Mill Museum\n{ADDRESS}"), _contacts(ADDRESS)
    assert _own([contact])
    assert _own([replace(contact, department=other.organization)]) is None


def _title_city(title: str) -> str | None:
    """The city of a profile, where most titles of the report are places."""
    resolved = resolve_city(Passage.of(title, 0, len(title)), None, (), (), 1.0, has_place_titles=True)
    return resolved.city.name.text if resolved.city else None


@pytest.mark.parametrize("title", ["Sheila", "Quimm near Oulu", "Quimm Varga"])
def test_one_word_and_one_place_may_be_a_city(title: str) -> None:
    assert _title_city(title) == title


STREETS = ("Mill Lane", "Quay Street", "Station Road", "Church Row", "Market Square")
TOWNS = ("44122 Dortmund", "99084 Erfurt", "24937 Flensburg", "50667 Köln", "01067 Dresden")


def _profile_cities(title: str, text: str) -> list[str | None]:
    """The cities of profiles with an address each, the second of which has this title and text."""
    records = [[name, PROSE[n]] for n, name in enumerate(TITLES)]
    records[1] = [title, text]
    pages = [
        "\n\n".join((*record, "Aim", PROSE[n][::-1], "Contact", f"{n + 2} {STREETS[n]}\n{TOWNS[n]}\nask@n{n}.example"))
        for n, record in enumerate(records)
    ]
    profiles = extraction_of(text_report("\n\f".join(pages))).profiles
    return [profile.city.name.text if profile.city else None for profile in profiles]


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        ("Apples Behind the School", PROSE[1], "Erfurt"),
        ("Apples Behind the Mills of Leeds", f"{PROSE[1]} Nobody in Leeds has lost a key since.", "Leeds"),
        ("Apples from Leeds for Bradford", f"{PROSE[1]} Nobody in Leeds or in Bradford minds.", None),
    ],
    ids=["of the address", "of the title", "one of two"],
)
def test_a_profile_is_about_the_town_of_its_address_where_nothing_else_says_which(
    title: str, text: str, name: str | None
) -> None:
    assert _profile_cities(title, text) == ["Dortmund", name, "Flensburg", "Köln", "Dresden"]
