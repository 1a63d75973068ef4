"""Lines of contact blocks cut into slots."""

from __future__ import annotations

import pytest
from builders import items_of, laid_out, overlaid, page_of, pdf_report, text_report

from profile_extract.fields.contact_drafts import split_contacts
from profile_extract.fields.contact_lines import block_lines
from profile_extract.fields.contact_slots import Slot, _parts_of, find_slots, tells_whole_address
from profile_extract.model import Report
from profile_extract.passage import Passage


def _lines(*lines: str) -> list[str]:
    return _printed(text_report("\n".join(lines)))


def _printed(report: Report) -> list[str]:
    return [line.text for line, _ in block_lines(items_of(report), laid_out(report))]


def _slots(line: str) -> list[Slot]:
    report = text_report(line)
    return find_slots([(items_of(report)[0].text, False)], laid_out(report))


def test_a_place_that_runs_over_is_whole() -> None:
    assert _lines("Via Rossa 3, 42122 Reggio", "Emilia (RE)") == ["Via Rossa 3, 42122 Reggio Emilia (RE)"]
    assert _lines("Kaiweg 3, 24937 Flensburg", "Germany") == ["Kaiweg 3, 24937 Flensburg", "Germany"]


@pytest.mark.parametrize(
    ("above", "below", "is_one"),
    [
        ("Quay Street 3, San", "Sebastián", True),
        ("Quay Street 3, San", "Sebastián.", True),
        ("Quay Street 3, 20001 San", "Sebastián.", True),
        ("Quay Street 3 San", "Sebastián", False),  # neither a comma nor a postcode
        ("Quay Street, San", "Sebastián", False),
        ("Quay Street 3, Zorg", "Sebastián", False),  # nobody knows it
    ],
)
def test_a_place_behind_the_number_of_a_house_may_run_over(above: str, below: str, *, is_one: bool) -> None:
    assert _lines(above, below) == ([f"{above} {below}"] if is_one else [above, below])


def test_lines_that_a_pdf_has_written_before_those_above_them_are_kept() -> None:
    rest, beginning = page_of([(50, 74, "(FC)")]), page_of([(50, 62, "rope@quay.example, 47042 Cesenatico")])
    report = pdf_report(overlaid(rest, beginning, page_of([(50, 50, "Tel. 0547 555 118")])))
    lines = ["Tel. 0547 555 118", "rope@quay.example, 47042 Cesenatico", "(FC)"]
    assert _printed(report) == lines
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert [line.text for line in contact.lines] == lines


def test_words_of_a_table_say_what_stands_beside_them() -> None:
    rows = ("Name", "Ada Vesper", "Organisation", "Rope Walk", "Telephone", "0161 496 0101")
    report = text_report("\n".join(rows))
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert (contact.person.text, contact.organization.text) == ("Ada Vesper", "Rope Walk")
    assert [phone.text for phone in contact.phones] == ["0161 496 0101"]


def test_a_number_behind_a_tab_is_what_the_label_before_it_says() -> None:
    report = text_report("Ada Vesper\nTel.:\t271 555 014\nE-mail:\tada@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert [phone.text for phone in contact.phones] == ["271 555 014"]


@pytest.mark.parametrize(
    "street",
    [
        "Shop 6, 214 Hannan Street",
        "Unit 3, 88 Nicholson Road",
        "Calle Larga 30, 2.º B",
        "Calle Larga 30, bajos",
        "Calle Larga 5, nave 14",
        "Quay Street 4, 2nd floor",
        "214 Hannan Street, Building 4",
        "214 Hannan Street, Bldg. C",
    ],
)
def test_the_part_of_a_house_is_of_its_street(street: str) -> None:
    report = text_report(f"Rope Walk\n{street}\nrope@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert contact.street.text == street


def test_two_numbers_behind_a_label_are_both_read() -> None:
    report = text_report("Rope Walk\nTel.: 982 555 040 / 982 555 041\nrope@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert [phone.text for phone in contact.phones] == ["982 555 040", "982 555 041"]


def test_a_label_of_two_words_is_whole() -> None:
    report = text_report("Sitio web: ropes.example/visit\nTel.: 982 555 040, fax: 982 555 041")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert contact.organization is None
    assert [website.text for website in contact.websites] == ["ropes.example/visit"]
    assert [phone.text for phone in contact.phones] == ["982 555 040"]


def test_pictures_before_lines_and_the_arrow_of_a_link_are_none_of_them() -> None:
    report = text_report("Friends of Ropes ↗\n📍 3240 S. Mill St., Porto\nTel.: 📞 982 555 040\n✉️ rope@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert contact.organization.text == "Friends of Ropes"
    assert [phone.text for phone in contact.phones] == ["982 555 040"]
    assert (contact.street.text, contact.locality.text) == ("3240 S. Mill St.", "Porto")


@pytest.mark.parametrize("mark", ["*", "†", "‡", "∗"])
def test_the_mark_of_a_note_before_a_line_is_none_of_it(mark: str) -> None:
    report = text_report(f"Rope Foundation\n{mark} Anna Lund\n{mark} rope@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert (contact.person and contact.person.text) == "Anna Lund"
    assert [email.text for email in contact.emails] == ["rope@quay.example"]


@pytest.mark.parametrize("scheme", ["https://", "http://"])
def test_what_stands_before_the_strokes_of_a_web_address_is_no_label(scheme: str) -> None:
    (slot,) = _slots(f"{scheme}ropes.example:8080/visit")
    assert (slot.kind, slot.text.text) == ("website", f"{scheme}ropes.example:8080/visit")


def test_a_word_for_a_web_address_may_stand_before_it_without_a_colon() -> None:
    (slot,) = _slots("Facebook https://ropes.example/visit")
    assert (slot.kind, slot.field, slot.text.text) == ("website", "website", "https://ropes.example/visit")


@pytest.mark.parametrize("network", ["Facebook", "Instagram", "LinkedIn", "Mastodon", "YouTube", "Xing", "Blog"])
def test_the_name_of_a_network_is_a_label_of_web_addresses(network: str) -> None:
    report = text_report(f"Rope Foundation\n{network}: ropes.example/visit\nrope@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert (contact.organization and contact.organization.text, contact.department) == ("Rope Foundation", None)
    assert [website.text for website in contact.websites] == ["ropes.example/visit"]


@pytest.mark.parametrize(
    ("line", "is_whole"),
    [
        ("Ropes 3, Porto", True),
        ("Ropes 3 b, Porto.", True),
        ("Rope Walk, Ropes 3, Porto", True),
        ("Ropes 1234 b, Porto", True),
        ("Porto", False),
        ("Ropes, Porto", False),  # no number
        ("3, Porto", False),  # no name
        ("Ropes 3 and more, Porto", False),
        ("Ropes 3, Porto, Walk", False),  # not last
        ("Ropes 3, Zorgheim", False),  # nobody knows it
    ],
)
def test_a_name_and_a_number_before_a_town_are_an_address_by_whatever_name(line: str, *, is_whole: bool) -> None:
    assert tells_whole_address(items_of(text_report(line))) is is_whole


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("Ropes 3, Porto", ["Ropes 3", "Porto"]),
        ("Rope Walk, Ropes 3, Porto", ["Rope Walk", "Ropes 3", "Porto"]),
        ("Ropes 3, Zorgheim", ["Ropes 3, Zorgheim"]),
        ("Ropes, Porto", ["Ropes, Porto"]),
    ],
)
def test_such_an_address_is_parted_at_its_commas(line: str, pieces: list[str]) -> None:
    assert [slot.text.text for slot in _slots(line)] == pieces


@pytest.mark.parametrize(
    ("line", "street"),
    [
        ("Kaiweg 3 24937 Flensburg", "Kaiweg 3"),
        ("Kaiweg 3 24937 Zorgheim", "Kaiweg 3"),  # nobody knows it, but the house's number is right before the postcode
        ("Kaiweg 3b D-24937 Zorgheim", "Kaiweg 3b"),
        ("Ropekade 3 1012AB Zorgdam", "Ropekade 3"),
        ("12 rue des Cordes 69002 Zorgville", None),
        ("12 rue des Cordes 69002 Lyon", "12 rue des Cordes"),
        ("12 rue des Cordes 69002 LYON cedex 02", "12 rue des Cordes"),
        ("12 rue des Cordes 69002 Kells Ouest", "12 rue des Cordes"),  # a village, and a word behind its name
        ("12 rue des Cordes 76600 Le Havre cedex 02", "12 rue des Cordes"),
        ("12, rue des Cordes 69002 Zorgville 02", None),
        ("Chemin 3 69002 Zorgville 02", None),  # what ends in a number may be anything
        ("Rope Walk 24937 Flensburg", None),  # no street with its number
        ("rue des Cordes - 69002 Lyon", "rue des Cordes"),
        ("rue des Cordes - 69002 Zorgville", None),
        ("Rope Walk - 69002 Lyon", None),
        ("rue des Cordes 3 - 69002 Zorgville", "rue des Cordes 3"),
        ("12 Rope Ave. NE Forest Grove, OR 97116", "12 Rope Ave. NE"),
        ("12 Rope Ave. Ste. 3 Portland, OR 97116-0012", "12 Rope Ave. Ste. 3"),
        ("12 Rope Ave. Zorgville, OR 97116", None),
        ("12 Rope Ave. Portland, Oregon", None),
        ("Rope House Portland, OR 97116", None),
    ],
)
def test_a_street_and_a_postcode_in_one_line_are_parted_by_a_space_or_a_dash(line: str, street: str | None) -> None:
    texts = [part.text for part, _ in _parts_of(Passage.of(line, 0, len(line)))]
    assert texts == ([street, line.removeprefix(street).lstrip(" -")] if street else [line])


@pytest.mark.parametrize(
    ("line", "person", "role"),
    [
        ("Anna Berg (Chair of the ropes)", "Anna Berg", "Chair of the ropes"),
        ("Anna Berg", "Anna Berg", None),
        ("House of Ropes (Quay)", None, None),
        ("Anna Berg (2024)", None, None),
    ],
)
def test_what_a_person_does_may_stand_in_brackets_behind_the_name(line: str, person: str | None, role: str | None) -> None:
    report = text_report(f"{line}\nQuay Street 3\n24937 Flensburg\nanna@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert (contact.person and contact.person.text, contact.role and contact.role.text) == (person, role)
    assert person is not None or (contact.organization is not None and contact.organization.text == line)


def test_an_organisation_with_its_full_name_in_brackets_bears_out_a_person_beside_it() -> None:
    report = text_report("Quux Zorgmann\nRU (Rope Foundation)\nQuay Street 3\n24937 Flensburg\nask@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert contact.person is not None and contact.organization is not None
    assert (contact.person.text, contact.organization.text) == ("Quux Zorgmann", "RU (Rope Foundation)")


@pytest.mark.parametrize(
    ("lines", "printed"),
    [
        (("Brzostowska 10, 16-300 Augu-", "stów"), ["Brzostowska 10, 16-300 Augustów"]),
        (("Station of the Sanitary-", "Inspection"), ["Station of the Sanitary-", "Inspection"]),
        (("Obst-", "und Gemüsemarkt"), ["Obst-", "und Gemüsemarkt"]),
        (("Augustów", "stów"), ["Augustów", "stów"]),
    ],
)
def test_a_word_that_a_hyphen_breaks_is_whole(lines: tuple[str, str], printed: list[str]) -> None:
    assert _lines(*lines) == printed


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("ul. Legionowa 8 15-099 Białystok", "15-099 Białystok"),
        ("Rua da Ponte 14 4000-123 Porto", "4000-123 Porto"),
        ("ulice Hlavní 55 779 00 Olomouc", "779 00 Olomouc"),
    ],
)
def test_a_postcode_right_behind_the_number_of_a_house_may_have_other_forms(line: str, place: str) -> None:
    assert [part.text for part, _ in _parts_of(Passage.of(line, 0, len(line)))][-1] == place


@pytest.mark.parametrize(("apart", "rest", "is_one"), [(12, "234", True), (40, "234", False), (40, "1", False)])
@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Bold"])
def test_figures_that_white_space_parts_from_a_telephone_number_are_none_of_it(
    apart: float, rest: str, font: str, *, is_one: bool
) -> None:
    lines = [(50.0, 60.0, "Rope Foundation"), (50.0, 72.0, "Kaiweg 3"), (50.0, 84.0, "Tel. 0161 496 0")]
    found = _printed(pdf_report(overlaid(page_of(lines), page_of([(50.0, 84.0 + apart, rest)], font))))
    assert (f"Tel. 0161 496 0 {rest}" in found) is is_one
    assert (found[-1] == rest) is not is_one


def _street(*lines: str) -> list[str]:
    """The lines of a part whose first line is a street by its label."""
    items = items_of(report := text_report("\n".join(lines)))
    return [line.text for line, _ in block_lines(items, laid_out(report), items[0].text.start)]


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        (("Rope Lane", "12"), True),
        (("The Old Mill", "12"), True),  # a number goes on with any
        (("The Old Mill", "12 b"), True),
        (("The Old Mill", "12 boats"), False),
        (("The Old Mill", "Yard of Ropes"), False),  # no word for a street
        (("Rope Lane", "Yard of Ropes"), True),
        (("Rope Lane 3", "Yard of Ropes"), False),  # ends in its number
        (("Rope Lane", "Porto"), False),
        (("Rope Lane", "Porto."), False),
        (("Rope Lane", "24937 Zorgau"), False),
    ],
)
def test_a_street_that_a_label_names_goes_on_in_the_next_line(lines: tuple[str, str], *, is_one: bool) -> None:
    assert (_street(*lines) == [" ".join(lines)]) is is_one


def test_no_other_line_than_that_street_goes_on_so() -> None:
    assert _lines("Rope Lane", "Yard of Ropes") == ["Rope Lane", "Yard of Ropes"]
    assert _lines("The Old Mill", "12") == ["The Old Mill", "12"]
    assert _street("The Old Mill", "Rope Lane", "Yard of Ropes") == ["The Old Mill", "Rope Lane", "Yard of Ropes"]


@pytest.mark.parametrize("line", ["Ada Berg <ada@quay.example>", "Ada Berg (ada@quay.example)", "Ada Berg [www.quay.example]"])
def test_the_brackets_around_an_address_are_none_of_the_name_before_it(line: str) -> None:
    assert [slot.text.text for slot in _slots(line)] == ["Ada Berg", line.split()[-1][1:-1]]


@pytest.mark.parametrize(
    "line",
    [
        "☎ 98 25 55",
        "📞98 25 55",
        "Rope Walk | \uf095 98 25 55",
        "☎\ufe0f 98 25 55",
        "\uf095 98 25 55",
        "Rope Walk | ☎ 98 25 55",
        "Rope Walk ☎ 98 25 55",
    ],
)
def test_any_number_behind_the_sign_of_a_telephone_is_one(line: str) -> None:
    assert [(slot.kind, slot.text.text) for slot in _slots(line)][-1] == ("phone", "98 25 55")


@pytest.mark.parametrize("line", ["98 25 55", "📍 98 25 55", "Rope Walk ☎ 98", "Hall 98 25 55 ☎ daily", "☎ | 98 25 55"])
def test_other_figures_and_signs_are_none(line: str) -> None:
    assert "phone" not in [slot.kind for slot in _slots(line)]


def test_the_sign_of_a_telephone_behind_a_word_for_something_else_says_nothing() -> None:
    report = text_report("Rope Foundation\nFax:\n☎ 98 25 55\nrope@quay.example")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0)
    assert contact.phones == ()


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("915 22 69 68", True),
        ("22 26 96 88", True),
        ("982 555 040", True),
        ("98.25.55.04.40", True),
        ("22 26 968", False),  # too few figures
        ("2222 2269 6968", False),  # too many
        ("9152 2696", False),  # two groups
        ("91522 696 68", False),  # a long group
        ("915 22 69 6", False),  # a short one
        ("915/22/69/68", False),
        ("01.09.2014", False),  # a date
        ("Bus 915 22 69 68", False),
    ],
)
def test_figures_in_groups_alone_in_a_line_are_a_telephone_number(line: str, *, is_one: bool) -> None:
    assert (("phone", line) in [(slot.kind, slot.text.text) for slot in _slots(line)]) is is_one
