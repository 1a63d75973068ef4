"""Contacts made whole: rows of a table, what of an address stands apart from it, and what its group says of it."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from builders import PROSE, TITLES, extraction_of, items_of, pdf_report, text_report, typeset, wrapped

from profile_extract.drafts import Candidate, ContactDraft, ProfileDraft, Value
from profile_extract.fields.address_blocks import with_address_apart
from profile_extract.fields.group_countries import city_in_group, with_country
from profile_extract.fields.one_contact import with_parts_joined
from profile_extract.fields.parts import Part, names_authors
from profile_extract.fields.places import city, read_place_line
from profile_extract.layout.codes import has_marked_name
from profile_extract.passage import Passage
from profile_extract.structure import Label

NAMES = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")
HOSTS = ("chairs", "apples", "steps", "letters", "bread")


def _profiles(*parts: list[tuple[str, str]]) -> tuple[ProfileDraft, ...]:
    pages = (typeset(("title", t), ("text", p), *rows) for t, p, rows in zip(TITLES, PROSE, parts, strict=True))
    return extraction_of(pdf_report(*pages)).profiles


def _value(text: str) -> Value:
    return Value.verbatim(Passage.of(text, 0, len(text)), "contact.label", 1.0)


def _text(value: Value | None) -> str | None:
    return value.text if value else None


def test_rows_under_the_heading_of_an_address_are_one_contact() -> None:
    rows = [
        [
            ("label", "Contact details"),
            *(("label", "Organisation"), ("text", f"Friends of {host.title()} House")),
            *(("label", "Department"), ("text", f"Office for {host}")),
            *(("label", "Contact person"), ("text", NAMES[n])),
            *(("label", "Phone"), ("text", f"+49 30 55501{n}0")),
            *(("label", "E-mail"), ("text", f"ask@{host}.example")),
        ]
        for n, host in enumerate(HOSTS)
    ]
    for host, profile in zip(HOSTS, _profiles(*rows), strict=True):
        (contact,) = profile.contacts
        assert _text(contact.organization) == f"Friends of {host.title()} House"
        assert _text(contact.department) == f"Office for {host}"
        assert [email.text for email in contact.emails] == [f"ask@{host}.example"]
        assert profile.sections == ()


@pytest.mark.parametrize("label", ["Source code", "Further reading"])
def test_nothing_but_web_addresses_under_a_label_is_a_section(label: str) -> None:
    rows = [[("label", label), ("text", f"https://{host}.example/files")] for host in HOSTS]
    for profile in _profiles(*rows):
        assert [_text(section.label) for section in profile.sections] == [label]
        assert profile.contacts == ()


@pytest.mark.parametrize("label", ["Website", "Group website"])
def test_under_a_word_for_a_website_they_are_a_contact(label: str) -> None:
    rows = [[("label", label), ("text", f"https://{host}.example/files")] for host in HOSTS]
    for profile in _profiles(*rows):
        assert [len(contact.websites) for contact in profile.contacts] == [1]


COSTS = {host: [("label", "Costs"), ("text", f"{n} coins for {host}")] for n, host in enumerate(HOSTS)}
"""A part of each profile that closes it: the address above it is not the last."""


def test_a_website_beside_a_street_is_of_an_address_whatever_the_label() -> None:
    streets = [f"Kaiweg {n}, 24937 Flensburg" for n in range(3, 8)]
    lines = zip(HOSTS, streets, strict=True)
    rows = [
        [("label", "Host"), ("text", f"{h.title()} Society"), ("text", s), ("text", f"www.{h}.example"), *COSTS[h]]
        for h, s in lines
    ]
    for street, profile in zip(streets, _profiles(*rows), strict=True):
        assert [_text(contact.street) for contact in profile.contacts] == [street.split(",")[0]]


def test_the_mark_of_a_note_before_a_label_is_none_of_it() -> None:
    rows = [[("text", f"† Costs: {n} coins for {host}")] for n, host in enumerate(HOSTS)]
    for profile in _profiles(*rows):
        assert [_text(section.label) for section in profile.sections] == ["Costs"]


@pytest.mark.parametrize(
    ("names", "are_authors"), [("Ada Okoro⋆", True), ("Ada Okoro∗, Bela Nemeth", True), ("Ada Okoro", False)]
)
def test_a_sign_behind_a_name_is_that_of_an_author(names: str, *, are_authors: bool) -> None:
    assert names_authors(items_of(text_report(names))[0]) is are_authors
    assert has_marked_name(names) is are_authors


def _joined(*found: tuple[ContactDraft, int], label: str | None = None) -> tuple[ContactDraft, ...]:
    """Two contacts, each with the block it stands in, joined; the first has a label of that field."""
    candidates = [Candidate("contact", (block,), "contact.label", 0.9, (draft,)) for draft, block in found]
    block = found[0][1]
    return with_parts_joined(candidates, {block: Label(block, 0, 1, 2, "x", label)} if label else {})


OFFICE = ContactDraft(emails=(_value("mill@house.example"),), lines=(_value("a"),))
PERSON = ContactDraft(person=_value("Ada Okoro"), role=_value("miller"), lines=(_value("b"),))
SITE = ContactDraft(websites=(_value("www.house.example"),))


@pytest.mark.parametrize(("block", "label"), [(4, "section"), (9, "contact"), (9, None)])
def test_a_person_apart_from_the_only_address_is_of_it(block: int, label: str | None) -> None:
    (joined,) = _joined((OFFICE, 3), (PERSON, block), label=label)
    assert (_text(joined.person), _text(joined.role)) == ("Ada Okoro", "miller")
    assert [email.text for email in joined.emails] == ["mill@house.example"]
    assert [line.text for line in joined.lines] == ["a", "b"]


def test_the_address_of_somebody_else_stays_that() -> None:
    publisher = replace(OFFICE, organization=_value("Mill Press"))
    assert _joined((publisher, 3), (PERSON, 9)) == (publisher, PERSON)
    assert _joined((OFFICE, 3), (PERSON, 9), label="section") == (OFFICE, PERSON)
    other = replace(OFFICE, person=_value("Bela Nemeth"))
    assert _joined((other, 3), (PERSON, 4)) == (other, PERSON)
    reached = replace(PERSON, emails=(_value("ada@house.example"),))
    assert _joined((OFFICE, 3), (reached, 4)) == (OFFICE, reached)


def test_websites_next_to_an_address_without_any_are_of_it() -> None:
    (joined,) = _joined((OFFICE, 3), (SITE, 4))
    assert len(joined.emails) == len(joined.websites) == 1
    assert _joined((OFFICE, 3), (SITE, 5)) == (OFFICE, SITE)
    both = replace(OFFICE, websites=(_value("www.mill.example"),))
    assert _joined((both, 3), (SITE, 4)) == (both, SITE)


def _in_groups(*headings: str) -> list[str | None]:
    rows = zip(headings, TITLES, PROSE, HOSTS, strict=True)
    pages = [
        typeset(
            *([("chapter", heading)] if heading else []),
            *(("title", title), ("text", text)),
            *(("label", "Contact"), ("text", f"Quay {n}"), ("text", f"ask@{host}.example")),
        )
        for n, (heading, title, text, host) in enumerate(rows, 3)
    ]
    found = extraction_of(pdf_report(*pages)).profiles
    assert [_text(profile.title) for profile in found] == list(TITLES)
    return [_text(profile.contacts[0].country_code) for profile in found]


def test_the_heading_of_a_group_says_the_country_of_its_addresses() -> None:
    assert _in_groups("AUSTRIA", "", "BELGIUM", "", "FINLAND") == ["AT", "AT", "BE", "BE", "FI"]


def test_behind_a_heading_that_names_no_country_none_is_said() -> None:
    assert _in_groups("AUSTRIA", "", "LOWER QUAYS", "", "FINLAND") == ["AT", "AT", None, None, "FI"]


def test_one_such_heading_says_nothing() -> None:
    assert _in_groups("AUSTRIA", "", "", "", "") == [None] * 5


def test_a_contact_without_a_place_gets_no_country() -> None:
    country = Value.derived("AT", Passage.of("AUSTRIA", 0, 7), "country-of-group", 1.0)
    mail, placed = ContactDraft(emails=(_value("a@b.example"),)), ContactDraft(street=_value("Quay 3"))
    assert [_text(contact.country_code) for contact in with_country([mail, placed], country)] == [None, "AT"]
    assert with_country([placed], None) == (placed,)


def _city(line: str, code: str | None, heading: str = "GROUP") -> tuple[str | None, ...] | None:
    """The name, country, code and number of a city in a group of a country."""
    passage = Passage.of(line, 0, len(line))
    found = read_place_line(passage, "city.place-line", 1.0) or city(passage, None, None, "city.place-look", 1.0)
    country = Value.derived(code, Passage.of(heading, 0, len(heading)), "country-of-group", 1.0) if code else None
    shown = city_in_group(found, country)
    if shown is None:
        return None
    return _text(shown.name), _text(shown.country), _text(shown.country_code), str(shown.geonames_id or "")


def test_a_city_is_in_the_country_of_its_group_if_it_is_known_there_or_nowhere() -> None:
    assert _city("Nova Nigdzie", "AT") == ("Nova Nigdzie", "Austria", "AT", "")
    assert _city("TRIER", "AT") == _city("TRIER", None)  # is elsewhere
    there, anywhere = _city("Perth", "CA"), _city("Perth", None)
    assert there and anywhere and (there[2], anywhere[2]) == ("CA", "AU")
    assert there[3] and anywhere[3] and there[3] != anywhere[3]
    assert city_in_group(None, Value.derived("AT", Passage.of("AUSTRIA", 0, 7), "country-of-group", 1.0)) is None


@pytest.mark.parametrize("line", ["Norwich, United Kingdom", "Norwich, Connecticut", "Norwich, County Norfolk"])
def test_a_city_with_its_country_or_region_is_where_these_are(line: str) -> None:
    assert _city(line, "CA") == _city(line, "GB") == _city(line, "US") == _city(line, None)


def test_the_heading_of_the_group_is_what_says_the_country_of_a_city() -> None:
    heading = Value.derived("US", Passage.of("UNITED STATES", 0, 13), "country-of-group", 0.5)
    shown = city_in_group(city(Passage.of("NORWICH", 0, 7), None, None, "city.place-line", 1.0), heading)
    assert shown and shown.country and shown.country_code
    assert [passage.text for value in (shown.country, shown.country_code) for passage in value.sources] == [
        "UNITED STATES"
    ] * 2
    assert (shown.name.text, shown.name.rule, shown.country.text) == ("Norwich", "city.place-line", "United States")


def test_cities_of_profiles_are_in_the_countries_of_their_groups() -> None:
    places = ("NORWICH", "NOVA NIGDZIE", "GENT", "LIER", "TURKU")
    rows = zip(("USA", "", "BELGIUM", "", "FINLAND"), TITLES, places, PROSE, strict=True)
    pages = [
        typeset(*([("chapter", heading)] if heading else []), ("title", title), ("label", place), ("text", text))
        for heading, title, place, text in rows
    ]
    cities = [profile.city for profile in extraction_of(pdf_report(*pages)).profiles]
    assert [_text(city.country_code) for city in cities if city] == ["US", "US", "BE", "BE", "FI"]


@pytest.mark.parametrize(("kind", "column", "is_apart"), [("text", 1, True), ("text", 0, False), ("short", 1, False)])
def test_websites_in_another_column_behind_a_text_are_no_part_of_it(kind: str, column: int, *, is_apart: bool) -> None:
    above = PROSE[0] if kind == "text" else "Two coins"
    text, site = items_of(pdf_report(typeset(("text", above), ("text", "www.lamp.example"))))
    site = site._replace(block=replace(site.block, column=column, gap_lines=math.inf))
    label = Label(0, 0, 5, 6, "project", "section")
    project, costs = Part(label, None, (text, site), "section"), Part(label, None, (text,), "section")
    found = with_address_apart([project, costs], None)
    assert [part.items for part in found] == ([(text,), (site,), (text,)] if is_apart else [(text, site), (text,)])


def test_the_address_of_a_corresponding_author_is_a_contact_and_the_text_behind_it_text() -> None:
    pages = [
        "\n".join(
            [
                *(title, "Ada Okoro1,*, Bela Nemeth2", f"1 {host.title()} Museum, Porto", f"2 {host.title()} Society, Gera"),
                *(f"* Corresponding author: ada@{host}.example", *wrapped(f"{text} So it went on for a year. {text}", 12)),
            ]
        )
        for title, host, text in zip(TITLES, HOSTS, PROSE, strict=True)
    ]
    for host, text, profile in zip(HOSTS, PROSE, extraction_of(text_report("\f".join(pages))).profiles, strict=True):
        assert [email.text for contact in profile.contacts for email in contact.emails] == [f"ada@{host}.example"]
        assert [paragraph.text for paragraph in profile.narrative] == [f"{text} So it went on for a year. {text}"]


def test_a_place_that_only_another_country_has_is_not_in_that_of_the_group() -> None:
    country = Value.derived("AT", Passage.of("AUSTRIA", 0, 7), "country-of-group", 1.0)
    contacts = [ContactDraft(locality=_value("Paris")), ContactDraft(locality=_value("Upper Quay"))]
    assert [_text(contact.country_code) for contact in with_country(contacts, country)] == [None, "AT"]


def test_words_for_electronic_addresses_in_a_list_are_no_address() -> None:
    rows = [[("label", "Channels"), ("text", "Internet"), ("text", "Mobile"), ("text", f"Radio {host}")] for host in HOSTS]
    for profile in _profiles(*rows):
        assert [_text(section.label) for section in profile.sections] == ["Channels"]
        assert profile.contacts == ()


def test_lines_of_an_address_with_other_facts_between_them_are_one_contact() -> None:
    rows = [
        [
            *(("text", f"Address: {n} Mill Lane, Derby DE1 2AB"), ("text", f"Opening times: {n} to 5")),
            *(("text", f"Phone: 01332 5550{n}1"), ("text", f"Email: ask@{host}.example")),
        ]
        for n, host in enumerate(HOSTS, 3)
    ]
    for host, profile in zip(HOSTS, _profiles(*rows), strict=True):
        (contact,) = profile.contacts
        assert _text(contact.locality) == "Derby"
        assert [email.text for email in contact.emails] == [f"ask@{host}.example"]
        assert [_text(section.label) for section in profile.sections] == ["Opening times"]


STREET = ContactDraft(street=_value("3 Mill Lane"), lines=(_value("3 Mill Lane"),))
PHONE = ContactDraft(phones=(_value("01332 555001"),), lines=(_value("01332 555001"),))


def _under(*found: tuple[ContactDraft, str | None]) -> tuple[ContactDraft, ...]:
    drafts = [draft for draft, _ in found]
    candidates = [Candidate("contact", (3 * n, 3 * n + 1), "contact.label", 0.9, (one,)) for n, one in enumerate(drafts)]
    labels = {3 * n: Label(3 * n, 0, 1, 2, key, "section") for n, (_, key) in enumerate(found) if key}
    return with_parts_joined(candidates, labels)


def test_what_stands_under_words_for_lines_of_an_address_is_one_contact_unless_it_says_the_same_twice() -> None:
    (whole,) = _under((STREET, "address"), (PHONE, "phone"), (SITE, "website"))
    assert (_text(whole.street), len(whole.phones), len(whole.websites), len(whole.lines)) == ("3 Mill Lane", 1, 1, 2)
    assert len(_under((STREET, "address"), (PHONE, "phone"), (PHONE, "phone"))) == 2
    assert len(_under((STREET, "address"), (PHONE, "phone"), (STREET, "address"), (PHONE, "phone"))) == 2
    assert len(_under((STREET, "workshop"), (PHONE, "phone"), (SITE, None))) == 3
    assert len(_under((STREET, "location"), (PHONE, "phone"))) == 1


def test_several_contacts_under_one_word_stay_apart() -> None:
    found = ((STREET, PHONE), (SITE,))
    candidates = [Candidate("contact", (2 * n,), "contact.label", 0.9, drafts) for n, drafts in enumerate(found)]
    labels = {n: Label(n, 0, 1, 2, "address", "section") for n in (0, 2)}
    assert with_parts_joined(candidates, labels) == (STREET, PHONE, SITE)


@pytest.mark.parametrize("is_street", [True, False])
def test_where_something_is_belongs_to_its_address_if_most_profiles_name_a_street(is_street: bool) -> None:
    places = [f"{n}14 Mill Street, Derby" if is_street else f"behind the {host}" for n, host in enumerate(HOSTS, 1)]
    rows = [[("text", f"Website: {host}.example"), ("text", f"Location: {p}")] for host, p in zip(HOSTS, places, strict=True)]
    for host, place, profile in zip(HOSTS, places, _profiles(*rows), strict=True):
        (contact,) = profile.contacts
        assert [website.text for website in contact.websites] == [f"https://{host}.example"]
        assert _text(contact.street) == (place.partition(",")[0] if is_street else None)
        assert [section.label is not None for section in profile.sections] == ([] if is_street else [True])
