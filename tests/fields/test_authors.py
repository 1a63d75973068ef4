"""A single author under a title, with what he or she belongs to and an e-mail address."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, overlaid, page_of, pdf_report, wrapped

from profile_extract.drafts import ProfileDraft

AUTHORS = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")


def _page(n: int, name: str, *affiliation: str, email: str) -> Page:
    return overlaid(
        page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(50, 98, name)], "Helvetica-Bold"),
        page_of([(50, 110 + 12 * k, line) for k, line in enumerate(affiliation)], "Helvetica-Oblique"),
        page_of([(50, 110 + 12 * len(affiliation), email)], "Courier", 9),
        page_of([(50, 190 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
    )


def _profiles(*affiliation: str, names: tuple[str, ...] = AUTHORS, host: str = "bridges.example") -> tuple[ProfileDraft, ...]:
    pages = (_page(n, name, *affiliation, email=f"{name.split()[-1].casefold()}{n}@{host}") for n, name in enumerate(names))
    return extraction_of(pdf_report(*pages)).profiles


@pytest.mark.parametrize(
    ("affiliation", "fields"),
    [
        (
            ("Department of Bridges, University of Gera",),
            {"organization": "University of Gera", "department": "Department of Bridges"},
        ),
        (
            ("University of Gera, Department of Bridges",),
            {"organization": "University of Gera", "department": "Department of Bridges"},
        ),
        (("Institute for Oven Research, Leipzig",), {"organization": "Institute for Oven Research", "locality": "Leipzig"}),
        (
            ("Bridge Laboratory, University of Gera, 12 Mill Street, 07545 Gera",),
            {
                "organization": "University of Gera",
                "department": "Bridge Laboratory",
                "street": "12 Mill Street",
                "postal_code": "07545",
                "locality": "Gera",
            },
        ),
    ],
)
def test_a_name_an_affiliation_and_an_email_address_are_a_contact(
    affiliation: tuple[str, ...], fields: dict[str, str]
) -> None:
    for name, profile in zip(AUTHORS, _profiles(*affiliation), strict=True):
        (contact,) = profile.contacts
        found = {
            key: value.text
            for key in ("person", "organization", "department", "street", "postal_code", "locality")
            if (value := getattr(contact, key))
        }
        assert found == {"person": name} | fields
        assert len(contact.emails) == 1
        assert profile.narrative[0].text in PROSE


@pytest.mark.parametrize(
    ("names", "affiliation"),
    [
        (tuple(f"{a}, {b}" for a, b in zip(AUTHORS, reversed(AUTHORS), strict=True)), "University of Gera"),  # several
        (("Green Bench Network", "Open Door", "Civic Garden", "Youth Forum", "Ferry Club"), "City of Gera"),
        (AUTHORS, "Leeds, United Kingdom"),  # the place of the profile
    ],
)
def test_other_lines_over_an_email_address_say_not_whose_it_is(names: tuple[str, ...], affiliation: str) -> None:
    profiles = (
        _profiles(affiliation, names=names) if names is AUTHORS else _profiles(affiliation, names=names, host="x.example")
    )
    assert not any(contact.person for profile in profiles for contact in profile.contacts)


def test_an_address_that_is_not_made_of_the_name_says_not_whose_it_is() -> None:
    pages = (_page(n, name, "University of Gera", email=f"info{n}@bridges.example") for n, name in enumerate(AUTHORS))
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert not any(contact.person for profile in profiles for contact in profile.contacts)
