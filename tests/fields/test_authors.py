"""A single author under a title, with what he or she belongs to and an e-mail address."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import (
    PROSE,
    TITLES,
    Page,
    extraction_of,
    items_of,
    laid_out,
    overlaid,
    page_of,
    pdf_report,
    text_report,
    wrapped,
)

from profile_extract.drafts import ProfileDraft
from profile_extract.fields.authors import count_of_author, with_author
from profile_extract.fields.contact_drafts import contacts_of

AUTHORS = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")


def _page(n: int, name: str, *affiliation: str, email: str) -> Page:
    return overlaid(
        page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(50, 98, name)], "Helvetica-Bold"),
        page_of([(50, 110 + 12 * k, line) for k, line in enumerate(affiliation)], "Helvetica-Oblique"),
        page_of([(50, 110 + 12 * len(affiliation), email)], "Courier", 9),
        page_of([(50, 190 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
    )


def _profiles(*affiliation: str) -> tuple[ProfileDraft, ...]:
    pages = (_page(n, a, *affiliation, email=f"{a.split()[-1].casefold()}{n}@x.example") for n, a in enumerate(AUTHORS))
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


TOWNS = ("Gera", "Leeds", "Porto", "Linz", "Turku")
NETWORKS = ("Green Bench Network", "Open Door Society", "Civic Garden Trust", "Bread Foundation", "Ferry Club Council")


@pytest.mark.parametrize(
    ("names", "affiliations", "boxes", "are_persons"),
    [
        (AUTHORS, tuple(f"University of {town}" for town in TOWNS), [name.split()[1] for name in AUTHORS], True),
        (AUTHORS, tuple(f"University of {town}" for town in TOWNS), ["info"] * 5, False),  # whose is it?
        (NETWORKS, tuple(f"Office of {town}" for town in TOWNS), [name.split()[1] for name in NETWORKS], False),
        ([f"{a}, {b}" for a, b in zip(AUTHORS, AUTHORS[::-1], strict=True)], TOWNS, ["nemeth"] * 5, False),  # several
    ],
)
def test_only_the_name_of_one_person_says_whose_an_address_is(
    names: Sequence[str], affiliations: Sequence[str], boxes: Sequence[str], are_persons: bool
) -> None:
    rows = zip(names, affiliations, boxes, strict=True)
    pages = (_page(n, name, a, email=f"{box.casefold()}@bridges.example") for n, (name, a, box) in enumerate(rows))
    profiles = extraction_of(pdf_report(*pages)).profiles
    persons = [contact.person.text for profile in profiles for contact in profile.contacts if contact.person]
    assert persons == (list(names) if are_persons else [])


@pytest.mark.parametrize(
    ("lines", "place"), [(("Leeds, United Kingdom",), True), (("University of Leeds", "Leeds, UK"), False)]
)
def test_a_place_alone_under_the_name_is_that_of_the_profile(lines: tuple[str, ...], place: bool) -> None:
    items = items_of(text_report("\n\n".join(("Ada Okoro", *lines, "okoro@bridges.example"))))
    assert count_of_author(items, None) == 0  # the place line is none of an affiliation
    kept = [item for item in items if "," not in item.text.text]
    assert count_of_author(kept, None) == (0 if place else 3)


def test_a_place_in_an_affiliation_is_no_organisation() -> None:
    text = "Ada Okoro\n\nUniversity of Leeds, Leeds, LS2 9JT Leeds\n\nokoro@bridges.example"
    items = items_of(text_report(text))
    lines = [(item.text, False) for item in items]
    (contact,) = contacts_of(lines, laid_out(text_report(text)), 1.0)
    found = with_author(contact, items, 1.0)
    assert found.organization is not None
    assert (found.organization.text, found.department) == ("University of Leeds", None)
