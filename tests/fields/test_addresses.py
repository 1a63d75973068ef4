"""E-mail addresses, web addresses, telephone numbers and postcodes in a line."""

from __future__ import annotations

import pytest

from profile_extract.fields.addresses import find_emails, find_phones, find_urls, is_postcode


def _emails(text: str) -> list[str]:
    return [text[start:end] for start, end in find_emails(text)]


def _urls(text: str) -> list[str]:
    return [text[start:end] for start, end in find_urls(text)]


def _phones(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in find_phones(text)]


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("Write to anna.brueckner@mill.example.", ["anna.brueckner@mill.example"]),
        ("E-Mail: info@stadt-gera.de, post@mill.example", ["info@stadt-gera.de", "post@mill.example"]),
        ("(mailto:o'neill+park@dublin.example)", ["o'neill+park@dublin.example"]),
        ("müller@bäckerei.example", ["müller@bäckerei.example"]),
        ("Jan_de-Vries@sub.gemeente.example;", ["Jan_de-Vries@sub.gemeente.example"]),
    ],
)
def test_email_addresses_are_found_without_the_marks_around_them(text: str, emails: list[str]) -> None:
    assert _emails(text) == emails


@pytest.mark.parametrize(
    "text", ["anna@mill", "anna @ mill.example", "@mill.example", "anna..b@mill.example", "3 apples @ 2 euros"]
)
def test_what_is_no_email_address_is_none(text: str) -> None:
    assert _emails(text) == []


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://www.mill.example/bread?day=4.", ["https://www.mill.example/bread?day=4"]),
        ("www.Mill.example, open daily", ["www.Mill.example"]),
        ("stadt-gera.de/muehle", ["stadt-gera.de/muehle"]),
        ("“www.mill.example”", ["www.mill.example"]),
        ("find us: http://mill.example/a_(b", ["http://mill.example/a_(b"]),
    ],
)
def test_web_addresses_are_found_with_and_without_a_scheme(text: str, urls: list[str]) -> None:
    assert _urls(text) == urls


@pytest.mark.parametrize(
    "text", ["anna@mill.org", "e.g. apples", "d.h. heute", "It closed.In spring", "version 3.14", "z.B. Brot", "Mr.Smith"]
)
def test_what_only_looks_like_a_web_address_is_none(text: str) -> None:
    assert _urls(text) == []


@pytest.mark.parametrize(
    "number",
    [
        "+49 30 901820",
        "+49 (0)365 838-1101",
        "0031 20 624 1111",
        "+351 21 798 8000",
        "(0365) 8 38 11 01",
        "020 7946 0958",
        "(512) 555-0143",
        "512-555-0143",
        "+33 1 42 76 40 40",
        "(+44) 113 496 0101",
    ],
)
def test_telephone_numbers_of_many_countries_are_found(number: str) -> None:
    assert _phones(f"Telephone {number}") == [number]


def test_an_extension_belongs_to_its_number() -> None:
    assert _phones("Tel. +1 512 555 0143 ext. 12") == ["+1 512 555 0143 ext. 12"]


@pytest.mark.parametrize(
    "text",
    [
        *("2014–2016", "12 000 chairs", "1.250.000 euros", "81669 Munich", "from 9.30 to 17.30", "+49 1"),
        *("ISBN 978-3-16-148410", "03/2019 – 06/2023", "01.09.2014–30.06.2018", "(04-2017/12-2020)", "07.05.2021"),
        *("CZ.03.1.51/0.0/0.0/15_009/0003702", "CZ.030 123 45 67", "file_030 123 45 67", "030 123 45 67_89"),
    ],
)
def test_other_figures_are_no_telephone_numbers(text: str) -> None:
    assert _phones(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Rope Walk ☎ 98 25 55", ["98 25 55"]),
        ("📱98 25 55, daily", ["98 25 55"]),
        ("☎\ufe0f  98 25 55", ["98 25 55"]),
        ("✉ 98 25 55", []),
        ("☎ A 98 25 55", []),
        ("☎ 98 25 5", []),
        ("☎ 03/2019 – 06/2023", []),
    ],
)
def test_a_number_right_behind_the_sign_of_a_telephone_may_have_any_form(text: str, numbers: list[str]) -> None:
    assert _phones(text) == numbers


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("81669", "DE"),
        ("1011 AB", "NL"),
        ("LS1 1UR", "GB"),
        ("1749-010", "PT"),
        ("78701", "US"),
        ("00-950", "PL"),
        ("K1A 0B1", "CA"),
    ],
)
def test_postcodes_are_known_in_the_usual_form_of_their_country(code: str, country: str) -> None:
    assert is_postcode(code, country)


@pytest.mark.parametrize(
    ("code", "country"), [("81 669", "DE"), ("8166", "DE"), ("D-81669", "DE"), ("LS1 1UR", "DE"), ("1011", "NL"), ("1", "XX")]
)
def test_other_figures_are_no_postcodes_of_that_country(code: str, country: str) -> None:
    assert not is_postcode(code, country)


@pytest.mark.parametrize("text", ["01/2014 – 12/2018", "01.03.2015–31.12.2018", "06/2021", "01.02.2023"])
def test_dates_are_no_telephone_numbers(text: str) -> None:
    assert _phones(text) == []
    assert _phones("0732/554512 – 13") != []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("06 55 50 12 85 / 04 73 55 51 12", ["06 55 50 12 85", "04 73 55 51 12"]),
        ("0171 555 604 – 347 555 0198", ["0171 555 604", "347 555 0198"]),
        ("0461 55-110 / 120", ["0461 55-110 / 120"]),
        ("0228 / 55 51 20", ["0228 / 55 51 20"]),
        ("03/2019 – 06/2023", []),
    ],
)
def test_a_stroke_or_dash_between_spaces_parts_two_whole_numbers(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in find_phones(text)] == numbers


def test_two_numbers_of_as_many_digits_are_telephone_numbers_in_any_country() -> None:
    text = "47 11 22 33 / 47 11 22 34"
    assert [text[start:end] for start, end in find_phones(text)] == text.split(" / ")
    assert find_phones("47 11 22 33") == []
