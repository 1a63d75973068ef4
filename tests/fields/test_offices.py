"""Who holds an office, and where: offices before names, countries in brackets, addresses in one paragraph, postcodes."""

from __future__ import annotations

from typing import Any

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, run_in, text_report, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth

from profile_extract.drafts import ContactDraft
from profile_extract.fields.addresses import phone_country
from profile_extract.fields.contact_drafts import split_contacts
from profile_extract.fields.customs import Customs
from profile_extract.fields.items import Item

FIELDS = ("person", "role", "organization", "department", "street", "postal_code", "locality", "country_code")
OFFICES = ("Has the keys:", "Looks after it:", "Steers the boat:", "Bakes the bread:", "Winds the clock:")
NAMES = ("Klaus Brandt", "Ada Okoro", "Ines Prado", "Emil Varga", "Eva Lindner")


def _plain(contact: ContactDraft) -> dict[str, Any]:
    return {name: value.text for name in FIELDS if (value := getattr(contact, name))}


def _read(*lines: str) -> dict[str, Any]:
    layout = laid_out(text_report("\n".join(lines)))
    (contact,) = split_contacts([Item(block, block.text) for block in layout.blocks], layout, 1.0)
    return _plain(contact)


@pytest.mark.parametrize("office", ["Director", "1. Vorsitzende", "Coordinatrice"])
def test_an_office_before_a_name_is_the_role_of_who_holds_it(office: str) -> None:
    found = _read(f"{office}: Ada Okoro", "Mill Lane 4", "24937 Flensburg", "ada@mill.example")
    assert (found["person"], found["role"]) == ("Ada Okoro", office)
    assert "organization" not in found


@pytest.mark.parametrize("line", ["Carrier: Ada Okoro", "Director: Mill Society"])
def test_what_is_no_office_or_no_person_stays_as_it_is(line: str) -> None:
    assert "person" not in _read(line, "Mill Lane 4", "24937 Flensburg", "ask@mill.example")


def _entry(n: int, name_font: str) -> Page:
    """An entry of a directory: a name, what it is, and under it whom to ask, in bold behind any word."""
    lines = wrapped(PROSE[n])
    top = 98 + 12 * len(lines)
    return overlaid(
        page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(50, 96 + 12 * k, line) for k, line in enumerate(lines)]),
        page_of([(50, top, OFFICES[n])]),
        page_of([(50 + stringWidth(OFFICES[n] + " ", "Helvetica", 10), top, NAMES[n])], name_font),
        page_of(
            [(50, top + 12, f"Mill Lane {n + 3}"), (50, top + 24, "24937 Flensburg"), (50, top + 36, f"a{n}@mill.example")]
        ),
    )


@pytest.mark.parametrize(("font", "are_persons"), [("Helvetica-Bold", True), ("Helvetica", False)])
def test_a_name_alone_in_bold_is_a_person_whatever_is_before_it(font: str, *, are_persons: bool) -> None:
    profiles = extraction_of(pdf_report(*(_entry(n, font) for n in range(5)))).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES[:5])
    persons = [contact.person.text for profile in profiles for contact in profile.contacts if contact.person]
    assert (persons == list(NAMES)) == are_persons


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (("Kotka Youth Hub (Finland)",), {"organization": "Kotka Youth Hub", "country_code": "FI"}),
        (
            ("Mill Society", "Rua Direita 5", "4000-123 Porto (Portugal)"),
            {
                "organization": "Mill Society",
                "street": "Rua Direita 5",
                "postal_code": "4000-123",
                "locality": "Porto",
                "country_code": "PT",
            },
        ),
    ],
)
def test_a_country_in_brackets_is_that_of_the_address(lines: tuple[str, ...], fields: dict[str, str]) -> None:
    assert _read(*lines, "ask@mill.example") == fields


def test_behind_a_name_over_an_address_it_is_of_the_name() -> None:
    found = _read("Friends of the Mill (Malta)", "Storgatan 5", "111 23 Stockholm", "ask@mill.example")
    assert found["organization"] == "Friends of the Mill (Malta)"
    assert "country_code" not in found
    found = _read("Friends of the Mill (Jordan)", "Rue du Lac 5", "1200 Genève", "Suisse", "ask@mill.example")
    assert (found["organization"], found["country_code"]) == ("Friends of the Mill (Jordan)", "CH")
    found = _read("Friends of the Mill (Jordan)", "Suisse", "ask@mill.example")
    assert (found["organization"], found["country_code"]) == ("Friends of the Mill (Jordan)", "CH")


@pytest.mark.parametrize("behind", ["4.ª planta", "baixo", "boîte 3", "2.º Esq."])
def test_floors_and_boxes_are_of_the_street(behind: str) -> None:
    assert (
        _read("Mill Society", f"Rua Direita 5, {behind}", "4000-123 Porto", "ask@mill.example")["street"]
        == f"Rua Direita 5, {behind}"
    )


def test_a_room_behind_a_doctor_is_no_street() -> None:
    assert "street" not in _read("Dr. Ada Okoro, Zimmer 311", "ask@mill.example")


def test_the_name_of_an_association_may_end_in_the_next_line() -> None:
    assert _read("Kreisverband der Imker", "Harz-Süd e. V.", "Mill Lane 4", "ask@mill.example")["organization"] == (
        "Kreisverband der Imker Harz-Süd e. V."
    )
    assert _read("University of Leeds", "Brandt e. V.", "ask@mill.example").keys() >= {"organization"}
    assert _read("Stadt Graz", "Grüne Hände e. V.", "Mill Lane 4", "ask@mill.example")["organization"] == "Stadt Graz"
    found = _read("University of Leeds", "Green Consulting Ltd", "Mill Lane 4", "ask@mill.example")
    assert found["organization"] == "University of Leeds"


def test_a_line_that_begins_with_whose_house_it_is_goes_on_no_name() -> None:
    assert _read("Mill Society", "c/o Advice Centre", "Mill Lane 4", "ask@mill.example")["organization"] == "Mill Society"


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("University Road, Galway, H91 K2F3",), "H91 K2F3"),
        (("University Road, Galway, H91", "K2F3"), "H91 K2F3"),
        (("Chapel Street, Dingle, V92 E1K7",), "V92 E1K7"),
    ],
)
def test_irish_postcodes_stand_behind_their_towns(lines: tuple[str, ...], code: str) -> None:
    found = _read("Mill Society", *lines, "ask@mill.example")
    assert found["postal_code"] == code
    assert found["locality"] in {"Galway", "Dingle"}


@pytest.mark.parametrize(
    ("phone", "code"),
    [("+353 91 555 210", "IE"), ("+44 1854 555 019", "GB"), ("+1 519 253 3000", None), ("091 555 210", None)],
)
def test_the_prefix_of_a_telephone_number_is_of_a_country(phone: str, code: str | None) -> None:
    assert phone_country(phone) == code


def test_an_address_has_the_country_of_its_telephone_numbers() -> None:
    address = ("Mill Society", "Kaiweg 5", "24937 Flensburg")
    assert _read(*address, "+49 461 555 210")["country_code"] == "DE"
    assert "country_code" not in _read(*address, "+353 91 555 210")  # no Irish town is called so
    assert "country_code" not in _read(*address, "+49 461 555 210", "+45 74 55 52 10")
    assert "country_code" not in _read("Mill Society", "+49 461 555 210")  # no address


def _paragraph(n: int) -> Page:
    """A profile, and under it an address in one paragraph, broken wherever the line is full."""
    address = "collège du Moulin, 14 rue de la Gare, 29000 Quimper"
    text = f"{NAMES[n]}, directrice, {address} – Tél. : 02 98 55 41 0{n} – a{n}@moulin.example"
    lines = wrapped(text, 8)
    return overlaid(
        page_of([(50, 80, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(50, 98 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n], 9))]),
        run_in((50, 160, "Contact : "), "Helvetica-Bold", lines[0]),
        page_of([(50, 172 + 12 * k, line) for k, line in enumerate(lines[1:])]),
    )


def test_an_address_in_one_paragraph_is_read_across_its_lines() -> None:
    for n, profile in enumerate(extraction_of(pdf_report(*map(_paragraph, range(5)))).profiles):
        (contact,) = profile.contacts
        found = _plain(contact)
        assert (found["person"], found["street"]) == (NAMES[n], "14 rue de la Gare")
        assert (found["postal_code"], found["locality"]) == ("29000", "Quimper")
        assert found["organization"] == "collège du Moulin"  # none of it is joined with what a comma parts from it


def test_a_degree_behind_a_name_is_of_it() -> None:
    layout = laid_out(text_report("Ada Okoro, Ph.D.\nask@mill.example"))
    (contact,) = split_contacts(
        [Item(block, block.text) for block in layout.blocks], layout, 1.0, said=(layout.blocks[0].text.start, "person")
    )
    assert _plain(contact)["person"] == "Ada Okoro, Ph.D."


def _museum(n: int, office: str, apart: float = 0.0) -> Page:
    """An entry: a name, its address with who directs it in the last line, and a text."""
    top = 80.0
    rows = [f"Mill Lane {n + 2}, 24937 Flensburg", f"Tel. 0461 555 31{n}", f"ask{n}@mill.example"]
    lines = wrapped(f"{PROSE[n]} {PROSE[(n + 1) % 5]} {PROSE[(n + 2) % 5]}", 9)
    return overlaid(
        page_of([(50, top, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(50, top + 16 + 12 * k, row) for k, row in enumerate(rows)]),
        page_of([(50, top + 52 + apart, f"{office}: {NAMES[n]}")]),
        page_of([(50, top + 72 + apart + 12 * k, line) for k, line in enumerate(lines)]),
        run_in(
            (50, top + 180, "Founded by: "),
            "Helvetica-Bold",
            ("weavers", "bakers of the town", "a ferryman", "millers", "two potters")[n],
        ),
    )


def test_who_holds_an_office_is_the_last_line_of_the_address_over_it() -> None:
    profiles = extraction_of(pdf_report(*(_museum(n, "Director") for n in range(5)))).profiles
    for n, profile in enumerate(profiles):
        (contact,) = profile.contacts
        found = _plain(contact)
        assert (found["person"], found["role"], found["locality"]) == (NAMES[n], "Director", "Flensburg")
        assert [s.label.text for s in profile.sections if s.label] == ["Founded by"]
        assert profile.narrative


@pytest.mark.parametrize(("office", "apart"), [("Architecture", 0.0), ("Director", 30.0)])
def test_another_label_there_or_one_apart_is_a_section(office: str, apart: float) -> None:
    profiles = extraction_of(pdf_report(*(_museum(n, office, apart) for n in range(5)))).profiles
    assert all(office in [s.label.text for s in profile.sections if s.label] for profile in profiles)
    assert not any(contact.role for profile in profiles for contact in profile.contacts)


def test_the_name_of_a_house_under_a_person_is_a_street_where_most_have_one_there() -> None:
    layout = laid_out(text_report("Secretary: Ada Okoro\nThe Old Manse\nHeptonstall HX7 7NT"))
    items = [Item(block, block.text) for block in layout.blocks]
    for has_streets, street in ((True, "The Old Manse"), (False, None)):
        (contact,) = split_contacts(items, layout, 1.0, Customs(has_streets=has_streets))
        assert _plain(contact).get("street") == street
