"""Contact blocks of several countries and shapes, split into their fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

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
    spaced,
    text_report,
    typeset,
)
from reportlab.pdfgen.canvas import Canvas

from profile_extract.drafts import ContactDraft, ProfileDraft
from profile_extract.fields.address_blocks import holds_address, is_all_electronic
from profile_extract.fields.contact_drafts import split_contacts
from profile_extract.fields.contacts import texts_among
from profile_extract.fields.customs import Customs
from profile_extract.fields.items import Item
from profile_extract.fields.parts import Part, may_be_of_address
from profile_extract.model import Style
from profile_extract.structure import Label

_SINGLE = (
    "person",
    "role",
    "organization",
    "department",
    "street",
    "postal_code",
    "locality",
    "region",
    "country_code",
)


def _split(text: str) -> tuple[ContactDraft, ...]:
    layout = laid_out(text_report(text))
    return split_contacts([Item(block, block.text) for block in layout.blocks], layout, 1.0)


def _plain(contact: ContactDraft) -> dict[str, Any]:
    """What a contact says, without its lines and what it lacks."""
    single = {name: value.text for name in _SINGLE if (value := getattr(contact, name))}
    many = {name: [value.text for value in getattr(contact, name)] for name in ("emails", "phones", "websites")}
    return single | {name: values for name, values in many.items() if values}


def _read(*lines: str) -> list[dict[str, Any]]:
    return [_plain(contact) for contact in _split("\n".join(lines))]


def _place_of(line: str) -> dict[str, Any]:
    """What is read of one line that stands between an organisation and an e-mail address."""
    found = _read("Office of Small Gardens", line, "post@gardens.example")
    assert len(found) == 1
    assert found[0].pop("organization") == "Office of Small Gardens"
    assert found[0].pop("emails") == ["post@gardens.example"]
    return found[0]


# Shapes of several countries


def test_a_german_block() -> None:
    assert _read(
        "Stadt Gera",
        "Fachdienst Stadtgrün",
        "Beate Lindner",
        "Kornmarkt 12",
        "D-07545 Gera",
        "Tel.: +49 365 838-1101",
        "beate.lindner@gera.example",
        "www.gera.example/gruen",
    ) == [
        {
            "person": "Beate Lindner",
            "organization": "Stadt Gera",
            "department": "Fachdienst Stadtgrün",
            "street": "Kornmarkt 12",
            "postal_code": "07545",
            "locality": "Gera",
            "country_code": "DE",
            "emails": ["beate.lindner@gera.example"],
            "phones": ["+49 365 838-1101"],
            "websites": ["www.gera.example/gruen"],
        }
    ]


def test_a_dutch_block() -> None:
    assert _read(
        "Gemeente Zwolle",
        "Afdeling Ruimte",
        "Grote Kerkplein 15",
        "8011 PK Zwolle",
        "Nederland",
        "T 038 498 9111",
        "post@zwolle.example",
    ) == [
        {
            "organization": "Gemeente Zwolle",
            "department": "Afdeling Ruimte",
            "street": "Grote Kerkplein 15",
            "postal_code": "8011 PK",
            "locality": "Zwolle",
            "country_code": "NL",
            "emails": ["post@zwolle.example"],
            "phones": ["038 498 9111"],
        }
    ]


def test_a_british_block() -> None:
    assert _read(
        "Bristol City Council",
        "Parks Department",
        "14 Baldwin Street",
        "Bristol BS1 5TR",
        "United Kingdom",
        "parks@bristol.example",
    ) == [
        {
            "organization": "Bristol City Council",
            "department": "Parks Department",
            "street": "14 Baldwin Street",
            "postal_code": "BS1 5TR",
            "locality": "Bristol",
            "country_code": "GB",
            "emails": ["parks@bristol.example"],
        }
    ]


def test_a_portuguese_block() -> None:
    assert _read(
        "Câmara Municipal de Lisboa",
        "Departamento de Espaço Verde",
        "Rua das Flores 46",
        "1250-011 Lisboa, Portugal",
        "Tel. +351 21 322 7000",
        "verde@lisboa.example",
    ) == [
        {
            "organization": "Câmara Municipal de Lisboa",
            "department": "Departamento de Espaço Verde",
            "street": "Rua das Flores 46",
            "postal_code": "1250-011",
            "locality": "Lisboa",
            "country_code": "PT",
            "emails": ["verde@lisboa.example"],
            "phones": ["+351 21 322 7000"],
        }
    ]


def test_a_block_of_the_united_states() -> None:
    assert _read(
        "City of Austin",
        "Department of Shade",
        "901 Congress Avenue",
        "Austin, TX 78701",
        "(512) 555-0143",
        "shade@austin.example",
    ) == [
        {
            "organization": "City of Austin",
            "department": "Department of Shade",
            "street": "901 Congress Avenue",
            "postal_code": "78701",
            "locality": "Austin",
            "region": "TX",
            "emails": ["shade@austin.example"],
            "phones": ["(512) 555-0143"],
        }
    ]


def test_a_spanish_block() -> None:
    assert _read(
        "Ayuntamiento de Vitoria-Gasteiz",
        "Departamento de Medio Ambiente",
        "Plaza de España 1",
        "01001 Vitoria-Gasteiz",
        "Teléfono: +34 945 16 11 00",
    ) == [
        {
            "organization": "Ayuntamiento de Vitoria-Gasteiz",
            "department": "Departamento de Medio Ambiente",
            "street": "Plaza de España 1",
            "postal_code": "01001",
            "locality": "Vitoria-Gasteiz",
            "country_code": "ES",
            "phones": ["+34 945 16 11 00"],
        }
    ]


# Lines of postcode and place


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("07545 Gera", {"postal_code": "07545", "locality": "Gera"}),
        ("A-1010 Wien", {"postal_code": "1010", "locality": "Wien", "country_code": "AT"}),
        ("CH-8001 Zürich", {"postal_code": "8001", "locality": "Zürich", "country_code": "CH"}),
        ("FIN-00100 Helsinki", {"postal_code": "00100", "locality": "Helsinki", "country_code": "FI"}),
        ("SE-111 52 Stockholm", {"postal_code": "111 52", "locality": "Stockholm", "country_code": "SE"}),
        ("Riga, LV-1050", {"postal_code": "1050", "locality": "Riga", "country_code": "LV"}),
        ("1050 Brussels, Belgium", {"postal_code": "1050", "locality": "Brussels", "country_code": "BE"}),
        ("28013 Madrid, España", {"postal_code": "28013", "locality": "Madrid", "country_code": "ES"}),
        ("00-950 Warszawa", {"postal_code": "00-950", "locality": "Warszawa"}),
        ("Stratford-upon-Avon CV37 6HX", {"postal_code": "CV37 6HX", "locality": "Stratford-upon-Avon"}),
        ("Austin, TX 78701-1234", {"postal_code": "78701-1234", "locality": "Austin", "region": "TX"}),
        ("Denver, Colorado 80202", {"postal_code": "80202", "locality": "Denver", "region": "Colorado"}),
        ("Ottawa, ON K1A 0B1", {"postal_code": "K1A 0B1", "locality": "Ottawa", "region": "ON"}),
        ("Kampala, Uganda", {"locality": "Kampala", "country_code": "UG"}),
        ("60311 Frankfurt am Main", {"postal_code": "60311", "locality": "Frankfurt am Main"}),
    ],
)
def test_postcode_and_place_are_told_apart(line: str, expected: dict[str, str]) -> None:
    assert _place_of(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Austin, Texas 78701, USA", {"postal_code": "78701", "locality": "Austin", "region": "Texas", "country_code": "US"}),
        ("Ottawa, ON K1A 0B1, Canada", {"postal_code": "K1A 0B1", "locality": "Ottawa", "region": "ON", "country_code": "CA"}),
        ("Bristol BS1 5TR, United Kingdom", {"postal_code": "BS1 5TR", "locality": "Bristol", "country_code": "GB"}),
    ],
)
def test_a_country_may_stand_behind_place_and_postcode(line: str, expected: dict[str, str]) -> None:
    assert _place_of(line) == expected


def test_a_state_may_stand_behind_its_place_without_a_comma() -> None:
    assert _place_of("Austin TX 78701") == {"postal_code": "78701", "locality": "Austin", "region": "TX"}


@pytest.mark.parametrize(("line", "code"), [("110 00 Praha 1", "110 00"), ("44094 Nantes Cedex 1", "44094")])
def test_a_place_with_the_number_of_its_district_has_its_postcode(line: str, code: str) -> None:
    assert _place_of(line).get("postal_code") == code


@pytest.mark.parametrize(
    ("line", "code"), [("86 150 Augsburg", "86150"), ("D-86 150 Augsburg", "86150"), ("1012AB Amsterdam", "1012 AB")]
)
def test_a_postcode_has_the_usual_form_of_its_country(line: str, code: str) -> None:
    assert _place_of(line)["postal_code"] == code


def test_a_postcode_in_its_usual_form_leads_back_to_the_printed_one() -> None:
    value = _split("Stadt Augsburg\n86 150 Augsburg\npost@augsburg.example")[0].postal_code
    assert value is not None
    source = value.sources[0]
    assert source.source[source.start : source.end] == "86 150"


@pytest.mark.parametrize("line", ["01310-100 São Paulo", "01310-100 São Paulo, Brasil"])
def test_a_postcode_before_its_place_is_no_telephone_number(line: str) -> None:
    found = _read("Office of Small Gardens", line, "post@gardens.example")
    assert [contact.get("phones") for contact in found] == [None]
    assert found[0]["postal_code"] == "01310-100"


def test_a_place_alone_on_its_line_is_the_locality() -> None:
    found = _read("Ministry of Water", "22 Jinja Road", "Kampala", "Uganda", "water@kampala.example")[0]
    assert (found.get("locality"), found.get("department"), found["country_code"]) == ("Kampala", None, "UG")


# Streets


@pytest.mark.parametrize(
    "street",
    [
        "Kornmarkt 12",
        "Hafenstr. 4",
        "Blumenstraße 28b",
        "Am Anger 3-5",
        "Lange Wende 3",
        "14 Calverley Street",
        "2 rue Haute",
        "Calle Mayor 7",
        "Rua das Flores 8",
        "Keizersgracht 220",
        "Via Garibaldi 9",
        "P.O. Box 59",
        "Postbus 78",
        "Postfach 10 02 51",
    ],
)
def test_a_street_or_box_above_the_place_is_the_street(street: str) -> None:
    found = _read("Office of Small Gardens", street, "07545 Gera", "post@gardens.example")[0]
    assert (found["street"], found["organization"], found["postal_code"]) == (street, "Office of Small Gardens", "07545")


def test_a_street_keeps_its_suite() -> None:
    found = _read("City of Austin", "901 Congress Avenue, Suite 250", "Austin, TX 78701", "shade@austin.example")[0]
    assert found["street"] == "901 Congress Avenue, Suite 250"


def test_organisation_street_and_place_may_stand_in_one_line() -> None:
    assert _read("Stadt Gera, Kornmarkt 12, 07545 Gera, Tel.: 0365 838-0, E-Mail: post@gera.example") == [
        {
            "organization": "Stadt Gera",
            "street": "Kornmarkt 12",
            "postal_code": "07545",
            "locality": "Gera",
            "emails": ["post@gera.example"],
            "phones": ["0365 838-0"],
        }
    ]


def test_bars_part_the_fields_of_a_line() -> None:
    assert _read("Stadt Gera | Kornmarkt 12 | 07545 Gera | Tel. 0365 838-0 | post@gera.example") == [
        {
            "organization": "Stadt Gera",
            "street": "Kornmarkt 12",
            "postal_code": "07545",
            "locality": "Gera",
            "emails": ["post@gera.example"],
            "phones": ["0365 838-0"],
        }
    ]


def test_a_doubled_space_behind_a_comma_parts_the_fields_of_a_line() -> None:
    assert _read(
        "Leeds City Council", "Libraries and Shelves Service,  14 Calverley Street", "LS1 1UR Leeds", "tools@leeds.example"
    ) == [
        {
            "organization": "Leeds City Council",
            "department": "Libraries and Shelves Service",
            "street": "14 Calverley Street",
            "postal_code": "LS1 1UR",
            "locality": "Leeds",
            "emails": ["tools@leeds.example"],
        }
    ]


# Labels of lines


def test_labelled_lines_fill_the_fields_they_name() -> None:
    assert _read(
        "Name: Ana Sousa",
        "Designation: Keeper of the Seeds",
        "Organisation: Porto Gardens Trust",
        "Address: Rua das Flores 8",
        "4050-262 Porto",
        "Email: ana.sousa@porto.example",
        "Telephone: +351 22 209 7000",
        "Website: www.gardens.porto.example",
    ) == [
        {
            "person": "Ana Sousa",
            "role": "Keeper of the Seeds",
            "organization": "Porto Gardens Trust",
            "street": "Rua das Flores 8",
            "postal_code": "4050-262",
            "locality": "Porto",
            "country_code": "PT",
            "emails": ["ana.sousa@porto.example"],
            "phones": ["+351 22 209 7000"],
            "websites": ["www.gardens.porto.example"],
        }
    ]


def test_labels_may_stand_on_lines_of_their_own() -> None:
    found = _read(
        "Stadt Gera", "Ansprechpartnerin:", "Beate Lindner", "E-Mail:", "post@gera.example", "Telefon:", "0365 838-11"
    )
    assert found == [
        {"person": "Beate Lindner", "organization": "Stadt Gera", "emails": ["post@gera.example"], "phones": ["0365 838-11"]}
    ]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Tel. 0365 838-11", "0365 838-11"),
        ("T: +49 365 838 11", "+49 365 838 11"),
        ("Telefon: 0365/838-11", "0365/838-11"),
        ("Phone +44 117 922 2000", "+44 117 922 2000"),
        ("tel +31 20 624 1111", "+31 20 624 1111"),
        ("Mobile: +44 7700 900123", "+44 7700 900123"),
        ("Tel.: (0365) 8 38-11 01", "(0365) 8 38-11 01"),
        ("Tél. +33 2 40 41 90 00", "+33 2 40 41 90 00"),
    ],
)
def test_a_telephone_number_stands_without_its_label(line: str, number: str) -> None:
    assert _place_of(line) == {"phones": [number]}


@pytest.mark.parametrize("number", ["945 16 11 00", "33 66 33 66", "213 227 000", "1-800-555-0199"])
def test_what_a_label_calls_a_telephone_number_is_one(number: str) -> None:
    assert _place_of(f"Tel. {number}") == {"phones": [number]}


def test_a_fax_number_is_no_telephone_number() -> None:
    assert _place_of("Tel.: +49 365 838-11, Fax: +49 365 838-15, Mobil: +49 170 1234567") == {
        "phones": ["+49 365 838-11", "+49 170 1234567"]
    }


# Several contacts


def test_two_people_in_one_block_are_two_contacts() -> None:
    assert _read(
        "Beate Lindner",
        "Project Manager",
        "Stadt Gera",
        "beate.lindner@gera.example",
        "Jonas Weiß",
        "Gartenbauverein Gera",
        "Tel. +49 365 838-12",
        "jonas.weiss@verein.example",
    ) == [
        {
            "person": "Beate Lindner",
            "role": "Project Manager",
            "organization": "Stadt Gera",
            "emails": ["beate.lindner@gera.example"],
        },
        {
            "person": "Jonas Weiß",
            "organization": "Gartenbauverein Gera",
            "emails": ["jonas.weiss@verein.example"],
            "phones": ["+49 365 838-12"],
        },
    ]


def test_labelled_names_begin_contacts() -> None:
    assert _read("Name: Ana Sousa", "Email: ana@porto.example", "Name: Rui Costa", "Email: rui@porto.example") == [
        {"person": "Ana Sousa", "emails": ["ana@porto.example"]},
        {"person": "Rui Costa", "emails": ["rui@porto.example"]},
    ]


def test_several_addresses_of_one_contact_stay_together() -> None:
    found = _read("Stadt Gera", "Tel. 0365 838-11", "a@gera.example", "b@gera.example", "www.gera.example", "07545 Gera")
    assert [(len(contact["emails"]), contact["locality"]) for contact in found] == [(2, "Gera")]


def test_each_contact_has_its_own_lines_as_cleaned() -> None:
    contacts = _split(
        "Beate  Lindner\nStadt Gera\nbeate.lindner@gera.example\nJonas Weiß\nTel. +49 365 838-12\njonas.weiss@gera.example"
    )
    assert [[line.text for line in contact.lines] for contact in contacts] == [
        ["Beate Lindner", "Stadt Gera", "beate.lindner@gera.example"],
        ["Jonas Weiß", "Tel. +49 365 838-12", "jonas.weiss@gera.example"],
    ]


# Names


def test_an_organisation_and_its_department_may_stand_in_one_line() -> None:
    found = _read("Landkreis Harburg, Abteilung Klimaschutz", "Schloßplatz 6", "21423 Winsen", "klima@harburg.example")[0]
    assert (found["organization"], found["department"]) == ("Landkreis Harburg", "Abteilung Klimaschutz")


def test_a_department_above_its_organisation_is_the_department() -> None:
    found = _read("Abteilung Klimaschutz", "Landkreis Harburg", "21423 Winsen", "klima@harburg.example")[0]
    assert (found["organization"], found["department"]) == ("Landkreis Harburg", "Abteilung Klimaschutz")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ministry of Water, Soils and", "Small Gardens"),
        ("Verein zur Pflege alter", "obstsorten e.V."),
        ("Institute for the History of", "Benches"),
    ],
)
def test_a_name_that_runs_over_the_line_end_is_one(first: str, second: str) -> None:
    found = _read(first, second, "07545 Gera", "post@gardens.example")[0]
    assert found["organization"] == f"{first} {second}"
    assert "department" not in found


def test_a_name_whose_line_a_dump_marks_as_wrapped_is_one() -> None:
    lines = spaced(
        "Department for the Preservation of Public ", "Small Gardens", "Kornmarkt 12", "07545 Gera ", "post@gera.example"
    )
    found = _plain(_split(lines)[0])
    assert found["organization"] == "Department for the Preservation of Public Small Gardens"
    assert found["locality"] == "Gera"


def test_addresses_broken_over_two_lines_are_whole() -> None:
    lines = spaced(
        "Leeds City Council ",
        "LS1 1UR Leeds",
        "www.leeds.example/libraries/shared/",
        "tool_shelf.html",
        "tools@",
        "leeds.example",
    )
    found = _plain(_split(lines)[0])
    assert found["websites"] == ["www.leeds.example/libraries/shared/tool_shelf.html"]
    assert found["emails"] == ["tools@leeds.example"]


@pytest.mark.parametrize("following", ["Kornmarkt 12", "Tel. +49 365 838-11", "Beate Lindner"])
def test_a_web_address_that_ends_in_a_slash_is_whole(following: str) -> None:
    found = _read("Stadt Gera", "www.gera.example/gruen/", following, "07545 Gera")
    assert [site for contact in found for site in contact.get("websites", [])] == ["www.gera.example/gruen/"]


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("Beate Lindner", "beate.lindner@gera.example"),
        ("Beate Lindner", "lindner@gera.example"),
        ("Käthe Groß", "kaethe.gross@gera.example"),
        ("Ana-Rita Souza", "rsouza@gera.example souza@gera.example"),
        ("F. Lehmann", "f.lehmann@gera.example"),
        ("M. Petrov", "petrov@gera.example"),
    ],
)
def test_a_name_that_an_email_address_bears_out_is_a_person(name: str, email: str) -> None:
    found = _read(name, "07545 Gera", *email.split())[0]
    assert found.get("person") == name


@pytest.mark.parametrize(
    "name",
    ["Dr. Jonas Weiß", "Ms. Carla Ruiz", "Mevr. Marta Quindt", "Frau Beate Lindner", "Sig. Aldo Neri", "M. Luc Barbier"],
)
def test_a_name_with_a_title_is_a_person(name: str) -> None:
    found = _read(name, "Kornmarkt 12", "07545 Gera", "post@gera.example")[0]
    assert found.get("person") == name


def test_a_name_beside_an_organisation_is_a_person() -> None:
    assert _read("Jonas Weiß", "Stadt Gera", "Tel. +49 365 838-12") == [
        {"person": "Jonas Weiß", "organization": "Stadt Gera", "phones": ["+49 365 838-12"]}
    ]


def test_a_name_that_nothing_bears_out_is_no_person() -> None:
    found = _read("Green Corner", "Kornmarkt 12", "07545 Gera", "post@gera.example")[0]
    assert (found.get("person"), found["organization"]) == (None, "Green Corner")


def test_a_name_that_holds_the_place_is_no_person() -> None:
    found = _read("Haus Gera", "Office of Small Gardens", "07545 Gera", "post@gardens.example")[0]
    assert "person" not in found


@pytest.mark.parametrize(("name", "role"), [("Beate Lindner", "Projektleiterin"), ("Carla Ruiz", "Deputy Director")])
def test_a_name_and_a_role_may_stand_in_one_line(name: str, role: str) -> None:
    found = _read("Stadt Gera", f"{name}, {role}", "07545 Gera", "post@gera.example")[0]
    assert (found.get("person"), found.get("role")) == (name, role)


@pytest.mark.parametrize("organisation", ["Office of Small Gardens", "Genossenschaft Lindenau eG"])
def test_a_name_and_an_organisation_may_stand_in_one_line(organisation: str) -> None:
    found = _read(f"Beate Lindner, {organisation}", "Kornmarkt 12", "07545 Gera", "post@gera.example")[0]
    assert (found.get("person"), found.get("organization")) == ("Beate Lindner", organisation)


def test_an_organisation_and_its_place_in_one_line_are_no_person() -> None:
    assert "person" not in _read("Office of Small Gardens, Green Corner", "07545 Gera", "post@gera.example")[0]


def test_an_unlabelled_block_of_lines_with_no_place_or_name_invents_nothing() -> None:
    assert _read("post@gera.example", "www.gera.example") == [
        {"emails": ["post@gera.example"], "websites": ["www.gera.example"]}
    ]


# In a profile

TOWNS = ("Gera", "Zwolle", "Leeds", "Porto")
STREETS = ("Kornmarkt 12", "Grote Kerkplein 15", "14 Calverley Street", "Rua das Flores 8")
WHY = (
    "The choir of the old depot sings on the first day of every month, whoever comes, and nobody is sent away.",
    "A library lends ladders and drills to everybody who has a card, and on Thursdays shows them how to use them.",
    "Where the buses used to turn, neighbours have planted quinces, and what they harvest is cooked in the street.",
    "Nobody knew who had put up the first bench; the next forty were made by a class of the trade school in winter.",
)


def _profiles(*contact: str) -> tuple[ProfileDraft, ...]:
    """Four profiles that end in the same lines, but for ``{town}`` and ``{street}`` in them."""
    pages = []
    for town, street, why in zip(TOWNS, STREETS, WHY, strict=True):
        end = [block.format(town=town, mail=town.lower(), street=street) for block in contact]
        pages.append("\n\n".join([f"What {town} Has Made of It", why, *end]))
    return extraction_of(text_report("\f".join(pages))).profiles


def test_the_block_under_a_contact_label_is_the_contact_of_its_profile() -> None:
    profiles = _profiles("Contact", "Association of {town}\n{street}\npost@{mail}.example")
    assert [[_plain(contact)["street"] for contact in profile.contacts] for profile in profiles] == [[s] for s in STREETS]
    assert [profile.sections for profile in profiles] == [()] * 4


def test_a_block_with_an_address_at_the_end_needs_no_label() -> None:
    profiles = _profiles("Association of {town}\n{street}\npost@{mail}.example")
    assert [[_plain(contact)["street"] for contact in profile.contacts] for profile in profiles] == [[s] for s in STREETS]
    assert [[value.text for value in profile.narrative] for profile in profiles] == [[why] for why in WHY]


def test_prose_that_names_an_address_is_no_contact() -> None:
    sentence = "Whoever wants to join them may write to post@{mail}.example, and will get an answer in a week, or in two."
    profiles = _profiles(sentence)
    assert [profile.contacts for profile in profiles] == [()] * 4
    assert [len(profile.narrative) for profile in profiles] == [2] * 4


def test_a_label_with_addresses_under_it_announces_contacts_whatever_it_says() -> None:
    profiles = _profiles("Who to ask", "Association of {town}\npost@{mail}.example")
    assert [len(profile.contacts) for profile in profiles] == [1] * 4
    assert [profile.sections for profile in profiles] == [()] * 4


def test_labels_of_lines_inside_a_contact_part_are_no_sections() -> None:
    profiles = _profiles("Contact", "Association of {town}", "Address: {street}", "E-mail: post@{mail}.example")
    assert [[_plain(contact) for contact in profile.contacts] for profile in profiles] == [
        [{"organization": f"Association of {town}", "street": street, "emails": [f"post@{town.lower()}.example"]}]
        for town, street in zip(TOWNS, STREETS, strict=True)
    ]
    assert [profile.sections for profile in profiles] == [()] * 4


def test_lines_over_a_labelled_telephone_number_are_of_its_address() -> None:
    lines = "Association of {town}\n{street}"
    profiles = _profiles(
        "Cost", "As much as {town} spends on salt", lines, "Phone: +351 21 330 01 43", "E-mail: post@{mail}.example"
    )
    assert [_plain(contact)["street"] for profile in profiles for contact in profile.contacts] == list(STREETS)
    assert [[value.text for section in profile.sections for value in section.paragraphs] for profile in profiles] == [
        [f"As much as {town} spends on salt"] for town in TOWNS
    ]


def test_what_stands_first_under_a_label_is_no_line_of_the_address_behind_it() -> None:
    profiles = _profiles("Began", "Since {mail}", "Choir of {town} e.V.", "{street}\npost@{mail}.example")
    assert [[_plain(contact)["organization"] for contact in profile.contacts] for profile in profiles] == [
        [f"Choir of {town} e.V."] for town in TOWNS
    ]
    assert [[section.label.text for section in profile.sections if section.label] for profile in profiles] == [["Began"]] * 4


def test_a_caption_over_an_address_is_no_line_of_it() -> None:
    profiles = _profiles("Figure 2: The depot at night", "Association of {town}\n{street}\npost@{mail}.example")
    assert [len(profile.contacts) for profile in profiles] == [1] * 4
    assert [[note.text for note in profile.notes] for profile in profiles] == [["Figure 2: The depot at night"]] * 4


@pytest.mark.parametrize("name", ["Genossenschaft Lindenau eG", "Comitato Borgo", "Collectif Rive", "Buurtvereniging Oost"])
def test_a_name_over_an_organisation_of_any_kind_is_a_person(name: str) -> None:
    assert _read("Ida Brandt", name, "post@gera.example")[0]["person"] == "Ida Brandt"


def test_a_label_before_a_number_is_of_an_address_whatever_its_word() -> None:
    end = ("Cost", "As much as {town} spends on salt", "Association of {town}\n{street}", "Puhelinnro: +351 21 330 {mail}")
    numbers = dict(zip(TOWNS, ("01 43", "01 44", "01 45", "01 46"), strict=True))
    pages = [
        "\n\n".join(
            [f"What {town} Has Made of It", why, *(part.format(town=town, street=street, mail=numbers[town]) for part in end)]
        )
        for town, street, why in zip(TOWNS, STREETS, WHY, strict=True)
    ]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [_plain(contact)["street"] for profile in profiles for contact in profile.contacts] == list(STREETS)
    assert [_plain(contact)["phones"] for profile in profiles for contact in profile.contacts] == [
        [f"+351 21 330 {number}"] for number in numbers.values()
    ]


PEOPLE = ("Beate Lindner", "Jan de Vries", "Mary Walsh", "Carla Souza")


def _directory(title: str) -> list[dict[str, Any]]:
    """The contacts of records that are nothing but an address under such titles."""
    pages = [
        f"{title.format(town=town)}\n\n{person}\n{street}\n+351 21 330 01 4{n}\ninfo@{town.lower()}.example"
        for n, (town, street, person) in enumerate(zip(TOWNS, STREETS, PEOPLE, strict=True))
    ]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    return [_plain(contact) for profile in profiles for contact in profile.contacts]


def test_an_address_may_be_all_that_a_profile_says() -> None:
    assert [contact.get("street") for contact in _directory("Bells and Benches in {town}")] == list(STREETS)


@pytest.mark.parametrize(("title", "key"), [("Museum of {town}", "person"), ("Bells and Benches in {town}", "person")])
def test_a_name_alone_is_a_person_under_any_title_with_a_given_name(title: str, key: str) -> None:
    assert [contact.get(key) for contact in _directory(title)] == list(PEOPLE)


@pytest.mark.parametrize(
    ("line", "is_address"),
    [
        ("www.depot.example", True),
        ("Website: https://depot.example/choir", True),
        ("All songs are kept at www.depot.example", False),
    ],
)
def test_a_line_that_is_one_web_address_makes_an_address(line: str, is_address: bool) -> None:
    assert holds_address(items_of(text_report(f"Choir of the Depot\n{line}"))) is is_address


@pytest.mark.parametrize(("line", "may_be"), [("Web:", True), ("E-mail:", True), ("What was built:", False)])
def test_a_label_alone_may_be_of_an_address_if_addresses_are_its_values(line: str, *, may_be: bool) -> None:
    assert may_be_of_address(items_of(text_report(line))[0], None) is may_be


def test_a_label_that_ends_a_block_of_an_address_goes_on_in_the_next_one() -> None:
    lines = "Museum of {town}\n\n{street}\nE-mail:\n\ninfo@{town}.example\nwww.{town}.example"
    pages = [lines.format(town=town.lower(), street=street) for town, street in zip(TOWNS, STREETS, strict=True)]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    found = [_plain(contact) for profile in profiles for contact in profile.contacts]
    assert [(contact["street"], contact["emails"]) for contact in found] == [
        (street, [f"info@{town.lower()}.example"]) for town, street in zip(TOWNS, STREETS, strict=True)
    ]


@pytest.mark.parametrize(
    "line",
    [
        "ferry@bank.example | +351 21 330 01 41",
        "E-mail: ferry@bank.example, Tel. +351 21 330 01 41",
        "Tel.: +351 21 330 01 41   E-mail: ferry@bank.example",
    ],
)
def test_a_line_of_nothing_but_addresses_is_a_contact_wherever_it_stands(line: str) -> None:
    pages = [f"What {town} Has Made of It\n\n{line}\n\n{why}" for town, why in zip(TOWNS, WHY, strict=True)]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [_plain(c)["emails"] for profile in profiles for c in profile.contacts] == [["ferry@bank.example"]] * len(TOWNS)
    assert [_plain(c)["phones"] for profile in profiles for c in profile.contacts] == [["+351 21 330 01 41"]] * len(TOWNS)


@pytest.mark.parametrize(
    "text", ["Write to ferry@bank.example", "Ana Ruiz, ana@bank.example", "The bell of 1921", "E-mail:", "+351 21"]
)
def test_what_is_not_all_electronic(text: str) -> None:
    assert not is_all_electronic(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("☎ +49 561 879 2011", {"phones": ["+49 561 879 2011"]}),
        ("✉ lamps@quay.example", {"emails": ["lamps@quay.example"]}),
        ("➤ www.quay.example", {"websites": ["www.quay.example"]}),
        ("E lamps@quay.example", {"emails": ["lamps@quay.example"]}),
        ("W www.quay.example", {"websites": ["www.quay.example"]}),
    ],
)
def test_a_mark_or_a_letter_before_an_address_is_no_name(line: str, expected: dict[str, list[str]]) -> None:
    assert _read(line) == [expected]


def test_an_organisation_may_stand_behind_signs_and_electronic_addresses() -> None:
    lines = ("☎ +49 561 857 1861", "✉ quay@bank.example", "⌂ Ferry Foundation, Mühlenstraße 65, 34117 Kassel")
    (contact,) = _read(*lines)
    assert contact == {
        "organization": "Ferry Foundation",
        "street": "Mühlenstraße 65",
        "postal_code": "34117",
        "locality": "Kassel",
        "country_code": "DE",
        "emails": ["quay@bank.example"],
        "phones": ["+49 561 857 1861"],
    }


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("Phone: +33 3 83 59", "51 73"), "+33 3 83 59 51 73"),
        (("Phone: +33 3 83 59 51", "73", "oars@quay.example"), "+33 3 83 59 51 73"),
        (("Phone: +33 3 83 59 51 73", "54000"), "+33 3 83 59 51 73"),
    ],
)
def test_a_number_broken_over_two_lines_is_whole(lines: tuple[str, ...], number: str) -> None:
    (contact,) = _read("Rowers Union", "12 Quay Street", *lines)
    assert contact["phones"] == [number]


def test_a_person_may_stand_behind_the_addresses_of_an_entry() -> None:
    entry = "Museum of {town}\n\n{street}\n+351 21 330 01 4{n} • info@{town}.example\n{person}"
    rows = enumerate(zip(TOWNS, STREETS, PEOPLE, strict=True))
    pages = [entry.format(town=town.lower(), street=street, person=person, n=n) for n, (town, street, person) in rows]
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    assert [_plain(contact).get("person") for profile in profiles for contact in profile.contacts] == list(PEOPLE)


def test_an_address_set_unlike_the_name_behind_it_is_no_heading_of_it() -> None:
    pages = [
        typeset(
            ("label", f"Museum of {town}"), ("text", f"{street} • +351 21 330 01 41 • info@bank.example"), ("name", person)
        )
        for town, street, person in zip(TOWNS, STREETS, PEOPLE, strict=True)
    ]
    found = [_plain(contact) for profile in extraction_of(pdf_report(*pages)).profiles for contact in profile.contacts]
    assert [(contact["person"], contact["emails"]) for contact in found] == [(p, ["info@bank.example"]) for p in PEOPLE]


ADDRESSES = tuple(f"Mühlweg {n + 3}, 4020 Linz • +43 732 55{n}4512 • office{n}@benches.example" for n in range(5))


@pytest.mark.parametrize("kind", ["name", "small", "text"])
def test_an_address_under_the_title_before_the_text_is_a_contact(kind: str) -> None:
    rows = zip(TITLES, ADDRESSES, PROSE, strict=True)
    profiles = extraction_of(
        pdf_report(*(typeset(("title", title), (kind, line), ("text", text)) for title, line, text in rows))
    ).profiles
    assert [[_plain(contact) for contact in profile.contacts] for profile in profiles] == [
        [
            {
                "street": f"Mühlweg {n + 3}",
                "postal_code": "4020",
                "locality": "Linz",
                "country_code": "AT",
                "emails": [f"office{n}@benches.example"],
                "phones": [f"+43 732 55{n}4512"],
            }
        ]
        for n in range(5)
    ]
    assert [[value.text for value in profile.narrative] for profile in profiles] == [[text] for text in PROSE]


def test_lines_that_say_no_place_or_stand_under_few_titles_are_no_such_address() -> None:
    openings = [ADDRESSES[0], *("Open from Thursday to Sunday, +43 732 554512" for _ in range(4))]
    pages = [typeset(("title", TITLES[n]), ("name", openings[n]), ("text", PROSE[n])) for n in range(5)]
    assert not any(profile.contacts for profile in extraction_of(pdf_report(*pages)).profiles)


def test_an_organisation_over_the_line_that_names_its_head_is_of_the_address() -> None:
    heads = ("Ada Okoro", "Jon Roca", "Mei Lund", "Ivo Bauer", "Rosa Prem")
    lands = ("Arbonia", "Bregovia", "Corlandia", "Dornesia", "Elbonia")

    def page(n: int) -> Page:
        lines = (f"Leiter: {heads[n]}", f"Mühlweg {n + 3}", "4020 Linz", f"Tel. +43 732 55{n}4512", f"post{n}@benches.example")
        return overlaid(
            page_of([(50, 80, lands[n].upper())], "Helvetica-Bold", 16),
            page_of([(50, 104, f"Botschaft der Republik {lands[n]}")], "Helvetica-Bold"),
            page_of([(50, 116.0 + 12 * k, line) for k, line in enumerate(lines)]),
            page_of([(50, 190, f"Geöffnet: {n + 8}:00–12:30")], "Helvetica-Oblique"),
        )

    profiles = extraction_of(pdf_report(*map(page, range(5)))).profiles
    found = [(contact.organization, contact.person) for profile in profiles for contact in profile.contacts]
    assert [(a and a.text, b and b.text) for a, b in found] == [
        (f"Botschaft der Republik {land}", head) for land, head in zip(lands, heads, strict=True)
    ]


def test_abbreviations_with_a_full_stop_of_their_own_tell_a_street() -> None:
    assert _read("Fundacja Ławka", "ul. Młyńska 7", "31-004 Kraków", "tel. 12 345 67 89") == [
        {
            "organization": "Fundacja Ławka",
            "street": "ul. Młyńska 7",
            "postal_code": "31-004",
            "locality": "Kraków",
            "phones": ["12 345 67 89"],
        }
    ]


def test_labels_need_no_colon_before_what_they_can_only_mean() -> None:
    assert _read("Office of Small Gardens", "E-mail post@gardens.example", "Website", "www.gardens.example") == [
        {"organization": "Office of Small Gardens", "emails": ["post@gardens.example"], "websites": ["www.gardens.example"]}
    ]


def test_a_host_that_a_narrow_column_breaks_is_whole() -> None:
    (contact,) = _read("Office of Small Gardens", "+44 1603 610 987", "post@smallgar", "dens.example")
    assert contact["emails"] == ["post@smallgardens.example"]


def test_a_street_that_runs_over_into_its_number_is_whole() -> None:
    (contact,) = _read("Junta de Huertos", "Avenida de la Estación", "113, 47001 Valladolid", "huertos@junta.example")
    assert (contact["street"], contact["postal_code"], contact["locality"]) == (
        "Avenida de la Estación 113",
        "47001",
        "Valladolid",
    )


def test_a_dash_parts_a_street_from_its_town() -> None:
    (contact,) = _read("Comitato Orti", "Via del Porto 42 – 37121 Verona", "Tel. +39 045 660 9387", "orti@comitato.example")
    assert (contact["street"], contact["postal_code"], contact["locality"]) == ("Via del Porto 42", "37121", "Verona")


@pytest.mark.parametrize(
    ("broken", "rest", "whole"),
    [
        ("www.smallgardens.exa", "mple", "www.smallgardens.example"),
        ("www.smallgardens.co", "m", "www.smallgardens.com"),
        ("www.smallgardens.d", "e", "www.smallgardens.de"),
        ("www.smallgardens.de", "gardeners", "www.smallgardens.de"),
    ],
)
def test_a_host_broken_inside_its_ending_is_whole(broken: str, rest: str, whole: str) -> None:
    (contact,) = _read("Office of Small Gardens", "+44 1603 610 987", broken, rest)
    assert contact["websites"] == [whole]


def test_a_number_alone_under_a_street_is_its_house() -> None:
    (contact,) = _read("Junta de Huertos", "Avenida de la Estación", "113", "47001 Valladolid", "huertos@junta.example")
    assert contact["street"] == "Avenida de la Estación 113"


def test_a_street_by_any_name_may_stand_before_its_postcode_in_one_line() -> None:
    (contact,) = _read("Spolek zahrad", "Pod Kopcem 41, 602 00 Brno", "zahrady@spolek.example")
    assert (contact["street"], contact["postal_code"], contact["locality"]) == ("Pod Kopcem 41", "602 00", "Brno")
    assert contact["organization"] == "Spolek zahrad"


def test_a_part_of_an_organisation_is_told_from_it_by_the_host() -> None:
    expected = ("Marsh Keepers of Norfolk", "Office for Small Gardens")
    for email in ("post@marshkeepers.example", "post@gardens.example"):
        (contact,) = _read("Office for Small Gardens", "Marsh Keepers of Norfolk", "12 Mill Lane", "Norwich NR1 3JU", email)
        names = (contact["organization"], contact["department"])
        assert names == (expected if "marsh" in email else expected[::-1])


@pytest.mark.parametrize("role", ["Head of the programme", "Director of Small Gardens"])
def test_what_somebody_heads_is_not_what_they_belong_to(role: str) -> None:
    (contact,) = _read("Beate Lindner", role, "Society of Marsh Keepers", "Norwich NR1 3JU", "post@marsh.example")
    assert (contact["person"], contact["role"], contact["organization"]) == ("Beate Lindner", role, "Society of Marsh Keepers")


def test_a_person_and_a_role_may_stand_behind_the_addresses() -> None:
    (contact,) = _read("Kornmarkt 12", "07545 Gera", "+49 365 838-1101", "post@gera.example", "Beate Lindner, Projektleiterin")
    assert (contact["person"], contact["role"]) == ("Beate Lindner", "Projektleiterin")


@pytest.mark.parametrize(("title", "key"), [({"ORG"}, "department"), (set(), "organization")])
def test_a_department_under_the_title_of_an_organisation_is_one(title: set[str], key: str) -> None:
    report = text_report("Fachdienst Stadtgrün\nKornmarkt 12\n07545 Gera\npost@gera.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0, Customs(title=title))
    found = {name: value for name, value in _plain(contact).items() if name in {"organization", "department"}}
    assert found == {key: "Fachdienst Stadtgrün"}


@pytest.mark.parametrize(("label", "is_contact"), [("Adresse", True), ("Rezept", False)])
def test_an_address_under_its_own_label_is_of_the_contact(label: str, *, is_contact: bool) -> None:
    values = (
        "Kornmarkt 12, 07545 Gera",
        "Am Anger 4, 99084 Erfurt",
        "Domplatz 1, 39104 Magdeburg",
        "Lange Gasse 8, 86152 Augsburg",
    )
    rows = zip(TITLES, PROSE, values, strict=False)
    pages = [
        typeset(
            ("title", title), ("text", text), ("label", label), ("text", value), ("label", "Telefon"), ("text", "0365 838110")
        )
        for title, text, value in rows
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    streets = [contact.street.text for profile in profiles for contact in profile.contacts if contact.street]
    assert streets == ([value.partition(",")[0] for value in values] if is_contact else [])
    labels = {section.label.text for profile in profiles for section in profile.sections if section.label}
    assert "Adresse" not in labels


@pytest.mark.parametrize("kind", ["small", "name"])
def test_text_behind_an_address_in_other_type_is_narrative_however_short(kind: str) -> None:
    short = ("The bell came back in spring.", "Plum juice is sold there on every market day of the year", "Nobody had asked.")
    pages = [
        typeset(
            ("title", TITLES[n]),
            (kind, f"Contact: lamps{n}@quay.example"),
            ("text", f"{TITLES[n]} is what we call the old house at the lower quay, and we meet there."),
            ("text", PROSE[n] + PROSE[n + 1] + PROSE[n]),
            ("text", f"{short[n % 3]} Whoever comes to the quay in winter sees why we are proud of it"),
        )
        for n in range(4)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [len(profile.narrative) for profile in profiles] == [3] * 4
    assert [[line.text for contact in profile.contacts for line in contact.lines] for profile in profiles] == [
        [f"lamps{n}@quay.example"] for n in range(4)
    ]


def _texts_among(*parts: tuple[str, str], key: str = "contact") -> list[str]:
    """The texts among some paragraphs under a label."""
    items = tuple(items_of(pdf_report(typeset(*parts))))
    part = Part(Label(items[0].block.index, 0, 0, 0, key, "contact"), items[0].block, items, "contact")
    return [item.text.text for item in texts_among(part, Style("Helvetica", 10.0))]


def test_text_under_a_label_of_an_address_is_no_text_before_the_address_or_in_its_type() -> None:
    asked, bell = (
        "Write to us at any time of the year, and we shall be glad to tell you more of the bells and of the quay.",
        "The bell came back to the quay in the spring of that year, and whoever had missed it went to see it there.",
    )
    assert _texts_among(("small", "Quay 3"), ("text", bell), ("small", "lamps@quay.example")) == []
    assert _texts_among(("text", "lamps@quay.example"), ("text", asked)) == []
    assert _texts_among(("small", "lamps@quay.example"), ("text", bell)) == [bell]
    assert _texts_among(("text", asked), ("small", "lamps@quay.example")) == []


def test_a_short_sentence_behind_a_text_in_an_address_is_of_the_text() -> None:
    bell = "The bell came back to the quay in the spring of that year, and whoever had missed it went to see it there."
    last = "Nobody has missed it since."
    assert _texts_among(("small", "lamps@quay.example"), ("text", bell), ("text", last)) == [bell, last]
    assert _texts_among(("small", "lamps@quay.example"), ("text", bell), ("small", "Quay 3")) == [bell]
    assert _texts_among(("small", "lamps@quay.example"), ("text", bell), ("text", "bells@quay.example")) == [bell]


def test_white_space_parts_a_text_from_an_address_of_one_line() -> None:
    bell = "The bell came back to the quay in the spring of that year, and whoever had missed it went to see it there."
    assert _texts_among(("text", "lamps@quay.example"), ("text", bell), key="e-mail") == [bell]
    assert _texts_among(("text", "lamps@quay.example"), ("text", bell.rstrip(".")), key="contact") == []
    assert _texts_among(("text", bell), ("text", "lamps@quay.example"), key="e-mail") == []


def test_a_telephone_number_that_is_broken_behind_its_country_code_is_whole() -> None:
    (contact,) = _read("Ropewalk Trust, +44", "1603 464 689", "www.ropewalk.example")
    assert contact["phones"] == ["+44 1603 464 689"]
    assert contact["organization"] == "Ropewalk Trust"
    assert contact.get("department") is None


def test_figures_alone_name_nobody() -> None:
    (contact,) = _read("Ropewalk Trust", "1603 4", "info@ropewalk.example")
    assert (contact["organization"], contact.get("department")) == ("Ropewalk Trust", None)


DEPARTMENTS = ("Abteilung Kultur", "Housing Division", "A warm room for all", "Amt für Wohnen", "With a department of bells")


def _entry(title: str, over: str) -> Page:
    """An entry of a directory: a name in bold, a line in italics, and an address."""
    address = ("Mühlenstraße 27", "48143 Münster", f"info@{title.split()[0].lower()}.example")
    return overlaid(
        page_of([(50.0, 60.0, f"{title} Trust")], "Helvetica-Bold"),
        page_of([(50.0, 72.0, over)], "Helvetica-Oblique"),
        page_of([(50.0, 84.0 + 12 * n, line) for n, line in enumerate(address)]),
    )


def test_a_department_in_italics_over_an_address_is_of_it_and_a_motto_is_not() -> None:
    profiles = extraction_of(pdf_report(*map(_entry, TITLES, DEPARTMENTS))).profiles
    departments = [contact.department.text if contact.department else None for p in profiles for contact in p.contacts]
    assert departments == ["Abteilung Kultur", "Housing Division", None, "Amt für Wohnen", None]


@pytest.mark.parametrize(
    ("line", "street"),
    [
        ("Plaza de España, 14, 06220 Zafra", "Plaza de España, 14"),
        ("Herriko Plaza, s/n, 20100 Errenteria", "Herriko Plaza, s/n"),
        ("Carrer Major, 3 bis, 17252 Calonge", "Carrer Major, 3 bis"),
    ],
)
def test_a_comma_may_part_a_street_from_its_number(line: str, street: str) -> None:
    (contact,) = _read("Ayuntamiento", line, "tren@obrador.example")
    assert contact["street"] == street
    assert contact["postal_code"] == line.split(", ")[-1].split()[0]


@pytest.mark.parametrize("street", ["avenue de la Gare", "quai du Port"])
def test_a_street_may_have_no_number(street: str) -> None:
    (contact,) = _read(street, "11100 Narbonne", "barque@port.example")
    assert (contact["street"], contact["locality"]) == (street, "Narbonne")


@pytest.mark.parametrize("name", ["Court of Bakers", "Museum of Street Art"])
def test_the_word_for_a_street_may_begin_the_name_of_an_organisation(name: str) -> None:
    (contact,) = _read(name, "1050 Brussels", "bread@court.example")
    assert contact["organization"] == name


SMALL_TOWNS = ("Zafra", "Errenteria", "Calonge", "Sestao", "Carcaixent")


@pytest.mark.parametrize("label", ["Contact person", "Persona de contacto", "Kontaktperson"])
def test_the_person_to_ask_for_is_a_line_of_the_address_above_it(label: str) -> None:
    pages = [
        typeset(
            ("title", title),
            ("text", text),
            ("label", "Datos de contacto"),
            ("text", f"Ayuntamiento de {town}"),
            ("text", f"Calle Mayor, {n}, 0630{n} {town}"),
            ("text", f"{label}: Rosario Gallego"),
            ("text", f"Tel.: +34 924 55 08 0{n}"),
        )
        for n, (title, text, town) in enumerate(zip(TITLES, PROSE, SMALL_TOWNS, strict=True), 1)
    ]
    for profile in extraction_of(pdf_report(*pages)).profiles:
        (contact,) = profile.contacts
        assert contact.person is not None
        assert contact.person.text == "Rosario Gallego"
        assert contact.street is not None


def coloured(page: Page) -> Page:
    """What is drawn on a page in the colour of links."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 0.8)
        page(canvas)

    return draw


def test_an_address_in_small_print_under_the_last_value_has_its_name_with_it() -> None:
    names = ("Ferry Films", "Mill Pictures", "Oven Sales", "Quay Cinema", "Lamp Reels")
    pages = [
        overlaid(
            page_of([(50, 60, title)], "Helvetica-Bold", 16.0),
            page_of([(50, 80, text[:60]), (50, 92, text[60:])]),
            page_of([(50, 110, "Cast")], "Helvetica-Bold", 7.0),
            page_of([(50, 120, f"Ida Berg, Olaf {town}"), (50, 140, name)], size=7.0),
            coloured(page_of([(50, 148, f"rope@{town.lower()}.example")], size=7.0)),
        )
        for title, text, town, name in zip(TITLES, PROSE, SMALL_TOWNS, names, strict=True)
    ]
    found = extraction_of(pdf_report(*pages)).profiles
    assert [[contact.lines[0].text for contact in profile.contacts] for profile in found] == [[name] for name in names]
    assert [section.label and section.label.text for profile in found for section in profile.sections] == ["Cast"] * 5


@pytest.mark.parametrize(
    ("line", "street", "phone"),
    [
        ("14, rue des Écoles, 29900 Concarneau   Tél. 02 98 55 01 02", "14, rue des Écoles", "02 98 55 01 02"),
        ("3 bis, place du Port, 88500 Mirecourt  tél : 03 29 55 01 02", "3 bis, place du Port", "03 29 55 01 02"),
    ],
)
def test_a_comma_may_part_the_number_of_a_house_from_the_street_behind_it(line: str, street: str, phone: str) -> None:
    (contact,) = _read("Atelier de la Barque", line)
    assert (contact["street"], contact["phones"]) == (street, [phone])
    assert contact["locality"] in {"Concarneau", "Mirecourt"}


def test_a_postcode_at_the_end_of_a_line_goes_on_in_its_place() -> None:
    (contact,) = _read("Mill Lane Bakers", "Brandheider Weg 4, 24885", "Nirgendstedt", "brot@mill.example")
    assert (contact["street"], contact["postal_code"], contact["locality"]) == ("Brandheider Weg 4", "24885", "Nirgendstedt")


def _with_secretary(*lines: str) -> list[ProfileDraft]:
    """Profiles of which each has some lines beside the label of a person, and a fact before it."""
    pages = [
        overlaid(
            page_of([(50, 60, title)], "Helvetica-Bold", 16.0),
            page_of([(50, 80, text[:60]), (50, 92, text[60:]), (50, 116, "Meetings:"), (130, 116, f"Day {n}, at the mill")]),
            page_of([(50, 128, "Secretary:"), *((130, 128 + 12 * k, line) for k, line in enumerate(lines))]),
        )
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True), 1)
    ]
    return list(extraction_of(pdf_report(*pages)).profiles)


def test_a_person_a_street_and_a_place_are_a_contact_whatever_their_label() -> None:
    for profile in _with_secretary("Mr. K. Berg", "14 Mill Lane", "Otley LS21 3AB"):
        (contact,) = profile.contacts
        assert [line.text for line in contact.lines] == ["Mr. K. Berg", "14 Mill Lane", "Otley LS21 3AB"]
        assert [section.label and section.label.text for section in profile.sections] == ["Meetings"]


@pytest.mark.parametrize(
    "events", [("founded there", "moved to the quay", "shut"), ("Founded there", "Moved to Otley", "Sold to Leeds")]
)
def test_dates_with_what_happened_then_are_no_address(events: Sequence[str]) -> None:
    for profile in _with_secretary(*(f"{1841 + 40 * n} {event}" for n, event in enumerate(events))):
        assert profile.contacts == ()


def test_an_address_under_a_value_beside_its_label_is_no_part_of_that() -> None:
    pages = [
        overlaid(
            page_of([(50, 60, title)], "Helvetica-Bold", 16.0),
            page_of([(50, 80, text[:60]), (50, 92, text[60:])]),
            page_of([(50, 116, "Founded"), (50, 128, "Joined")], "Helvetica-Bold"),
            page_of([(130, 116, f"{1960 + n}"), (130, 128, f"{1980 + n}")]),
            page_of([(50, 152, f"{n} Harbour Way"), (50, 164, f"BN43 {n}HZ Shoreham"), (50, 176, f"rope{n}@quay.example")]),
            page_of([(50, 210, "Makes")], "Helvetica-Bold"),
            page_of([(50, 222, f"Ropes of {n} threads")]),
        )
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True), 1)
    ]
    for n, profile in enumerate(extraction_of(pdf_report(*pages)).profiles, 1):
        sections = {
            section.label.text: [text.text for text in section.paragraphs] for section in profile.sections if section.label
        }
        assert sections["Joined"] == [f"{1980 + n}"]
        (contact,) = profile.contacts
        assert contact.lines[0].text == f"{n} Harbour Way"


def test_a_word_for_a_telephone_makes_an_address_of_any_number_behind_it() -> None:
    assert holds_address(items_of(pdf_report(page_of([(50, 60, "Møllergade 18"), (50, 72, "Tlf. 62 21 40 07")]))))
    assert not holds_address(items_of(pdf_report(page_of([(50, 60, "Møllergade 18"), (50, 72, "2025–2026")]))))


def test_a_heading_that_only_groups_labels_is_kept_as_a_note() -> None:
    pages = [
        typeset(
            ("title", t),
            ("text", x),
            ("label16", "Facts"),
            ("label", "Cost"),
            ("text", f"{n} bells"),
            ("label", "Aim"),
            ("text", x),
        )
        for n, (t, x) in enumerate(zip(TITLES, PROSE, strict=True), 2)
    ]
    for profile in extraction_of(pdf_report(*pages)).profiles:
        assert "Facts" in [note.text for note in profile.notes]


@pytest.mark.parametrize(("name", "role"), [("Bente Krogh", "rebslager"), ("Ana Ruiz", "cordelera de la ribera")])
def test_a_name_over_what_somebody_is_written_small_is_a_person(name: str, role: str) -> None:
    (contact,) = _read(name, role, "Møllergade 18", "5700 Svendborg", "rope@quay.example")
    assert (contact["person"], contact["role"]) == (name, role)
    assert "organization" not in contact


def test_a_name_that_goes_on_small_is_one() -> None:
    (contact,) = _read("Verein der Fährleute und", "ihrer Freunde", "Hafenweg 3", "24885 Sieverstedt", "seil@quay.example")
    assert contact["organization"] == "Verein der Fährleute und ihrer Freunde"


def test_a_line_may_name_a_person_a_department_and_what_they_belong_to() -> None:
    (contact,) = _read("Ida Berg, Department of Bells, City of Bergen", "ida@quay.example")
    assert (contact["person"], contact["department"]) == ("Ida Berg", "Department of Bells")
    assert contact["organization"] == "City of Bergen"


@pytest.mark.parametrize(
    ("name", "mail"),
    [
        ("Prof. Ida Berg", "berg"),
        ("Eng.º Rui Costa", "office"),
        ("Mag.ᵃ Ida Berg", "office"),
        ("Dr.in Ida Berg", "office"),
        ("Ida Berg", "ida.berg"),
    ],
)
def test_what_stands_behind_the_title_and_name_of_a_person_is_no_part_of_it(name: str, mail: str) -> None:
    (contact,) = _read(f"{name}, KU Bergen", f"{mail}@quay.example")
    assert (contact["person"], contact["organization"]) == (name, "KU Bergen")


def test_a_name_that_is_also_a_country_is_a_persons_if_the_mailbox_is() -> None:
    (contact,) = _read("Gemeinde Hof", "Elif Jordan", "Kaiweg 3", "24885 Sieverstedt", "e.jordan@hof.example")
    assert (contact["person"], contact["organization"]) == ("Elif Jordan", "Gemeinde Hof")
    assert "person" not in _read("Air Jordan", "Kaiweg 3", "24885 Sieverstedt", "office@air.example")[0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vorstand der Gemeinde", "Sieverstedt"),
        ("Verein der Fährleute", "(Schlei)"),
        ("Seilerei Brodersen", "GmbH & Co. KG"),
        ("Ropemakers’", "Association"),
    ],
)
def test_a_name_goes_on_behind_what_only_part_of_it_can_end_with(first: str, second: str) -> None:
    (contact,) = _read(first, second, "Kaiweg 3", "24885 Sieverstedt", "seil@quay.example")
    assert contact["organization"] == f"{first} {second}"
    assert "department" not in contact
    assert _read("Malmö stad", "Department of Ropes", "rope@quay.example")[0]["organization"] == "Malmö stad"


def test_a_name_that_the_host_goes_by_is_no_persons_though_a_mailbox_has_a_word_of_it() -> None:
    (contact,) = _read("Puerto Cine", "puerto@puertocine.example")
    assert (contact.get("person"), contact["organization"]) == (None, "Puerto Cine")
    assert _read("Ida Berg", "ida.berg@idaberg.example")[0]["person"] == "Ida Berg"


def test_a_word_between_two_numbers_begins_no_contact() -> None:
    (contact,) = _read("Seilerei Brodersen", "Telefon 04603 555-110 oder 04603", "555-111", "seil@quay.example")
    assert contact["phones"] == ["04603 555-110", "04603 555-111"]
    (contact,) = _read("Seilerei Brodersen", "seil@quay.example", "1", "04603 555-110 oder 04603 555-111")
    assert contact["phones"] == ["04603 555-110", "04603 555-111"]


def test_a_word_for_a_department_without_a_colon_may_begin_a_street() -> None:
    assert _read("Unit 4, Harbour Way", "Shoreham BN43 5HZ", "Tel. 01273 550 812")[0]["street"] == "Unit 4, Harbour Way"


@pytest.mark.parametrize("street", ["Møllergade 18, 4. sal", "Møllergade 18, kld."])
def test_the_floor_is_of_the_street(street: str) -> None:
    assert _read("Rebslagernes Forening", street, "5700 Svendborg", "reb@quay.example")[0]["street"] == street


@pytest.mark.parametrize("street", ["Old Kiln, Harbour Road", "Park Avenue"])
def test_a_street_may_stand_over_a_telephone_number(street: str) -> None:
    (contact,) = _read("Harbour Council", street, "Tel. 01273 550 812", "rope@quay.example")
    assert (contact["organization"], contact["street"]) == ("Harbour Council", street)


def test_a_number_and_a_name_over_the_place_are_a_street() -> None:
    assert _read("Mrs. Ida Berg", "6 Bracken Bank", "Keighley BD22 7AB", "ida@quay.example")[0]["street"] == "6 Bracken Bank"


def test_a_street_with_four_figures_is_no_place_behind_which_another_follows() -> None:
    (contact,) = _read("Av. San Martín 2230, 5500 Mendoza", "rope@quay.example")
    assert (contact["street"], contact["postal_code"]) == ("Av. San Martín 2230", "5500")


@pytest.mark.parametrize("label", ["Referente", "Contact person"])
def test_a_label_says_that_the_first_name_of_an_address_is_a_person(label: str) -> None:
    pages = [
        overlaid(
            typeset(("title", title), ("text", text), ("text", text[::-1])),
            page_of([(50, 220, f"{label}: Rossella Bandini"), (50, 232, f"tel. 0583 428 71{n}")], size=8),
            page_of([(50, 300, text[20:]), (50, 312, text[:20])]),
        )
        for n, (title, text) in enumerate(zip(TITLES, PROSE, strict=True))
    ]
    for profile in extraction_of(pdf_report(*pages)).profiles:
        (contact,) = profile.contacts
        assert contact.person is not None
        assert contact.person.text == "Rossella Bandini"


CONSULATE = """Consulate of the Lower Isles
14 Rope Street
LS2 8PD Leeds
Tel. (+44) 113 496 0101
isles@quay.example
{officer}"""


@pytest.mark.parametrize(
    ("officer", "person", "role"),
    [
        ("Mr Abel Thorne, Honorary Consul", "Mr Abel Thorne", "Honorary Consul"),
        ("Mrs Ada Vesper, Aukonsul", "Mrs Ada Vesper", None),
    ],
)
def test_who_stands_behind_electronic_addresses_with_a_role_is_the_person(officer: str, person: str, role: str | None) -> None:
    report = text_report(CONSULATE.format(officer=officer))
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    said = [value.text if value else None for value in (contact.person, contact.role, contact.department)]
    assert said == [person, role, None]


def test_a_name_in_bold_over_the_addresses_of_a_directory_is_of_them_however_long() -> None:
    """A name that fills its column goes on in the next line; behind a name with room, another one begins."""
    isles = ("Isles", "Dales", "Fens", "Downs", "Fells")

    def entry(number: int, top: float) -> Page:
        name = ("Consulate of the Northern and the Lower", isles[number])
        return overlaid(
            page_of([(50, top, TITLES[number])], "Helvetica-Bold", 14),
            page_of([(50, top + 16 + 12 * n, line) for n, line in enumerate(name)], "Helvetica-Bold"),
            page_of(
                [
                    (50, top + 40, f"{number + 4} Rope Street"),
                    (50, top + 52, "LS2 8PD Leeds"),
                    (50, top + 64, f"Tel. (+44) 113 496 010{number}"),
                    (50, top + 76, "Office hours: Tuesdays and Fridays, 10 to 12"),
                ]
            ),
        )

    pages = [overlaid(*(entry(n, 60 + 150 * k) for k, n in enumerate(numbers))) for numbers in ((0, 1), (2, 3), (4,))]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert len(profiles) == 5
    names = [f"Consulate of the Northern and the Lower {place}" for place in isles]
    assert [profile.contacts[0].organization.text for profile in profiles] == names


def test_the_last_word_tells_a_role_though_another_one_names_an_organisation() -> None:
    lines = "Ada Vesper, City Parks Officer\nOffice of Parks and Rivers\n+44 113 496 0101\nada.vesper@quay.example"
    (contact,) = split_contacts(items_of(text_report(lines)), laid_out(text_report(lines)), 1.0)
    said = [value.text if value else None for value in (contact.person, contact.role, contact.organization)]
    assert said == ["Ada Vesper", "City Parks Officer", "Office of Parks and Rivers"]


def test_where_most_addresses_begin_with_a_person_what_stands_behind_a_comma_is_no_name() -> None:
    lines = "Ada Vesper, Ropewright\n14 Quay Street\nLS2 8PD Leeds\n+44 113 496 0101\npost@quay.example"
    persons = Customs(has_persons=True)
    (contact,) = split_contacts(items_of(text_report(lines)), laid_out(text_report(lines)), 1.0, persons)
    assert [value.text if value else None for value in (contact.person, contact.organization)] == ["Ada Vesper", None]


def test_a_label_that_names_a_line_of_an_address_is_in_its_lines() -> None:
    def entry(number: int) -> Page:
        lines = (
            f"{number + 4} Rope Street",
            "LS2 8PD Leeds",
            f"Fax: +44 113 496 010{number}",
            f"Email: p{number}@quay.example",
        )
        placed = [(50.0, 80.0 + 12 * n, line) for n, line in enumerate((*lines, f"Hours: {number + 1} to 9"))]
        return overlaid(page_of([(50, 60, TITLES[number])], "Helvetica-Bold", 14), page_of(placed))

    profiles = extraction_of(pdf_report(*map(entry, range(5)))).profiles
    assert [[line.text for line in profile.contacts[0].lines][2:3] for profile in profiles] == [
        [f"Fax: +44 113 496 010{n}"] for n in range(5)
    ]
    assert [profile.contacts[0].phones for profile in profiles] == [()] * 5


AUTHORS = ("Ada Vesper", "Abel Thorne", "Rui Costa", "Bela Nemeth", "Eva Lindner")


@pytest.mark.parametrize(("count", "lines"), [(3, 1), (1, 3)])
def test_what_authors_belong_to_is_no_organisation_of_the_address_under_it(count: int, lines: int) -> None:
    def abstract(number: int) -> str:
        names = ", ".join((AUTHORS * 2)[number : number + count])
        home = f"Institute of {TITLES[number].split()[0]}, Leeds"
        return "\n".join([TITLES[number], "", names, "", home, "", f"Email: p{number}@quay.example", "", PROSE[number]])

    profiles = extraction_of(text_report("\f".join(map(abstract, range(5))))).profiles
    assert [len(profile.contacts[0].lines) for profile in profiles] == [lines] * 5


@pytest.mark.parametrize(
    ("lines", "person", "organization"),
    [
        ("Teresa Lund\nask@mill.example", "Teresa Lund", None),
        ("Silent Street\nask@mill.example", None, "Silent Street"),
        ("Teresa Lund, the miller\nMill Museum\nask@mill.example", "Teresa Lund", "Mill Museum"),
        ("Teresa Lund\n99423 Teresa\nask@mill.example", None, "Teresa Lund"),
    ],
)
def test_a_given_name_tells_that_a_line_is_the_name_of_a_person(
    lines: str, person: str | None, organization: str | None
) -> None:
    (contact,) = _split(lines)
    assert (contact.person.text if contact.person else None) == person
    assert (contact.organization.text if contact.organization else None) == organization


def test_a_comma_parts_an_organisation_from_what_is_a_department_by_its_last_word() -> None:
    (contact,) = _split("Agency for Old Bridges, Family Services\nask@mill.example")
    assert contact.organization is not None
    assert contact.department is not None
    assert (contact.organization.text, contact.department.text) == ("Agency for Old Bridges", "Family Services")


@pytest.mark.parametrize(
    ("lines", "street", "code", "locality"),
    [
        ("Calle Mayor, 8. 14800 Lucena\nask@mill.example", "Calle Mayor, 8", "14800", "Lucena"),
        ("Calle Mayor, s/n. 14800 Lucena\nask@mill.example", "Calle Mayor, s/n", "14800", "Lucena"),
        ("12 Mill Lane, Derby DE1\n2AB\nask@mill.example", "12 Mill Lane", "DE1 2AB", "Derby"),
    ],
)
def test_a_postcode_behind_a_full_stop_or_broken_over_two_lines(lines: str, street: str, code: str, locality: str) -> None:
    (contact,) = _split(lines)
    values = (contact.street, contact.postal_code, contact.locality)
    assert [value.text if value else None for value in values] == [street, code, locality]


# Networks of the web


def test_what_somebody_goes_by_in_a_network_parts_no_contact_and_is_no_name() -> None:
    lines = ("Web https://benches.example", "Twitter @benches", "GitHub https://code.example/benches")
    assert _read(*lines) == [{"websites": ["https://benches.example", "https://code.example/benches"]}]


# Telephone numbers


def test_behind_a_word_for_telephones_any_number_is_one_beside_others_too() -> None:
    assert _read("Ada Okoro", "Phone: 9400334940, 04994-232993")[0]["phones"] == ["9400334940", "04994-232993"]
    assert _read("Ada Okoro", "Phone: 2024-05-17 or 031 555 01 23")[0]["phones"] == ["031 555 01 23"]
    assert _read("Ada Okoro", "Room: 9400334940, 04994-232993")[0]["phones"] == ["04994-232993"]


# Addresses cut at the ends of lines


@pytest.mark.parametrize(
    ("first", "second", "site"),
    [
        ("example.org/houses/house-of-the-bri", "dge", "example.org/houses/house-of-the-bridge"),
        ("example.org/houses/house-of-the-bri", "dge/low_tide", "example.org/houses/house-of-the-bridge/low_tide"),
        ("example.org/houses/house-of-the-bri", "Dge", "example.org/houses/house-of-the-bri"),
        ("example.org/houses", "dge", "example.org/houses"),
        ("example.org", "dge", "example.org"),
    ],
    ids=["a word", "a path", "a name", "not full", "no path"],
)
def test_the_rest_of_a_path_that_a_full_line_cuts_is_of_it(first: str, second: str, site: str) -> None:
    page = page_of(
        [(50, 50, "House of the Bridge"), (50, 62, "Quay Street 3, 24937 Flensburg"), (50, 74, first), (50, 86, second)]
    )
    layout = laid_out(pdf_report(page))
    contacts = split_contacts([Item(block, block.text) for block in layout.blocks], layout, 1.0)
    assert [value.text for contact in contacts for value in contact.websites] == [site]


def test_a_small_word_under_a_full_line_that_is_no_web_address_stands_by_itself() -> None:
    page = page_of([(50, 50, "House of the Bridge over the Rope"), (50, 62, "dge"), (50, 74, "ask@ropes.example")])
    layout = laid_out(pdf_report(page))
    (contact,) = split_contacts([Item(block, block.text) for block in layout.blocks], layout, 1.0)
    assert [line.text for line in contact.lines] == ["House of the Bridge over the Rope", "dge", "ask@ropes.example"]


# Streets by numbers


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Ropes 3, Porto"], {"street": "Ropes 3", "locality": "Porto"}),
        (["Ropes 3", "Porto"], {"department": "Ropes 3"}),
        (["Room 12, Porto"], {"department": "Room 12, Porto"}),
        (["Zorgmoor 1203", "110 00 Zorgau"], {"street": "Zorgmoor 1203", "postal_code": "110 00", "locality": "Zorgau"}),
        (["1203 Ropes", "110 00 Zorgau"], {"street": "1203 Ropes", "postal_code": "110 00", "locality": "Zorgau"}),
        (
            ["Quay Street 3, 20001 San", "Sebastián."],
            {"street": "Quay Street 3", "postal_code": "20001", "locality": "San Sebastián"},
        ),
    ],
    ids=["before a town", "over a town", "a room", "four figures", "number first", "ended"],
)
def test_a_name_and_a_number_before_a_town_or_over_a_postcode_are_a_street(lines: list[str], found: dict[str, str]) -> None:
    assert _read("Rope Foundation", *lines, "ask@ropes.example") == [
        {"organization": "Rope Foundation", **found, "emails": ["ask@ropes.example"]}
    ]


def test_a_name_and_a_number_before_a_town_are_no_street_where_nobody_is_named() -> None:
    assert "street" not in _read("Studio 54, Porto", "ask@ropes.example")[0]
