"""What the addresses of a report have in common."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import items_of, laid_out, text_report

from profile_extract.fields.contact_drafts import split_contacts
from profile_extract.fields.customs import Customs, learn_customs
from profile_extract.fields.names import may_be_person, parted_behind_person
from profile_extract.fields.parts import Part
from profile_extract.passage import Passage
from profile_extract.structure import Label

NAMES = ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner")
HOUSES = ("Les Gabarots", "Bakers Union", "Quay Museum", "Rope Foundation", "L’Encre et le Chat")
STREETS = ("4 Quay Street", "Low Garth", "9 Mill Lane", "Sandholme", "7 Rope Street")


def _learnt(*addresses: Sequence[str], label: Label | None = None) -> Customs:
    """What is learnt of addresses, given by their lines."""
    field = "contact" if label else ""
    return learn_customs([[Part(label, None, tuple(items_of(text_report("\n".join(a)))), field)] for a in addresses], None)


def _fields(customs: Customs, *lines: str) -> dict[str, str]:
    report = text_report("\n".join(lines))
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0, customs)
    names = ("person", "organization", "department", "street")
    return {name: value.text for name in names if (value := getattr(contact, name))}


def test_persons_may_stand_second_in_all_addresses() -> None:
    customs = _learnt(*((house, name, "info@quay.example") for house, name in zip(HOUSES, NAMES, strict=True)))
    assert customs == Customs(has_persons_second=True)
    found = {"person": "Mathilde Berg", "organization": "Les Gabarots"}
    assert _fields(customs, "Les Gabarots", "Mathilde Berg", "gabarots@quay.example") == found


def test_where_names_stand_over_names_the_first_ones_are_no_firms() -> None:
    pairs = zip(NAMES, NAMES[1:] + NAMES[:1], strict=True)
    assert not _learnt(*((name, other, "info@quay.example") for name, other in pairs)).has_persons_second


def test_persons_stand_first_where_names_do() -> None:
    customs = _learnt(*((name, "Head Gardener", "info@quay.example") for name in NAMES))
    assert customs == Customs(has_persons=True)


def test_names_that_the_hosts_go_by_are_no_persons() -> None:
    firms = ("Sixpack Film", "Mtkvari Docs", "Les Films du Port", "Northern Light", "Taking Stock Tales")
    hosts = ("sixpack", "mtkvaridocs", "filmsduport", "northernlight", "takingstock")
    assert _learnt(*((firm, f"info@{host}.example") for firm, host in zip(firms, hosts, strict=True))) == Customs()
    assert _learnt(*((firm, "info@quay.example") for firm in firms)) == Customs(has_persons=True)


def test_what_stands_over_the_place_is_a_street_where_most_addresses_have_one() -> None:
    tail = ("Otley LS21 3AB", "rope@quay.example")
    customs = _learnt(*((name, street, *tail) for name, street in zip(NAMES, STREETS, strict=True)))
    assert (customs.has_streets, customs.has_streets_first) == (True, False)
    assert _fields(customs, "Harbour Council", "Sandholme", *tail)["street"] == "Sandholme"
    assert "street" not in _fields(customs, "Harbour Council", "Rope Office", *tail)
    assert "street" not in _fields(customs, "Sandholme", *tail)
    for first in (
        _learnt(*((street, *tail) for street in STREETS)),
        _learnt(*((f"{n}, rue du Port, 2990{n} Concarneau", "rope@quay.example") for n in range(5))),
    ):
        assert first.has_streets_first
        assert _fields(first, "Sandholme", *tail) == {"street": "Sandholme"}
    postal = ((name, street, "Otley LS21 3AB") for name, street in zip(NAMES, STREETS, strict=True))
    assert _learnt(*postal, label=Label(0, 0, 0, 0, "where", "contact")).has_streets


def test_a_few_addresses_say_nothing() -> None:
    assert _learnt(*((name, "info@quay.example") for name in NAMES[:4])) == Customs()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Ana Ruiz", True),
        ("Yvonne d’Entremont-Saulnier", True),
        ("Nur Aisyah binti Rahmat, mayor", True),
        ("Communications Desk", False),
        ("See our website", False),
    ],
)
def test_an_office_or_a_sentence_where_persons_stand_is_none(text: str, *, is_one: bool) -> None:
    assert may_be_person(text) is is_one


@pytest.mark.parametrize(("text", "parts"), [("Miller, Anna", ["Miller, Anna"]), ("Anna Miller, Leeds", ["Anna Miller"])])
def test_a_first_name_may_stand_behind_the_other_one(text: str, parts: list[str]) -> None:
    assert [part.text for part in parted_behind_person(Passage.of(text, 0, len(text)))] == parts


def test_a_label_behind_a_full_stop_ends_the_name_of_a_person() -> None:
    label = Label(0, 0, 0, 0, "letters", "contact")
    customs = _learnt(*((f"{name}. Correo electrónico: info@quay.example",) for name in NAMES), label=label)
    assert customs.of_persons == {"letters"}


def test_given_names_alone_over_addresses_are_those_of_persons() -> None:
    given = ("Carla", "Elena", "Marta", "Paula", "Petra")
    assert _learnt(*((name, "info@quay.example") for name in given)).has_persons
    assert not _learnt(*((name, "info@quay.example") for name in ("Ropes", "Chairs", "Loaves", "Boats", "Mills"))).has_persons
    assert not _learnt(*((name, f"info@{name.lower()}.example") for name in given)).has_persons


@pytest.mark.parametrize(
    ("name", "email", "has_persons", "is_person"),
    [
        ("Carla", "carla@quay.example", False, True),
        ("Carla", "carla.berg@quay.example", False, True),
        ("Åsa", "asa@quay.example", False, True),
        ("Carla", "info@quay.example", True, True),
        ("Lourdes", "lourdes@quay.example", False, True),  # a small town, too
        ("Carla", "info@quay.example", False, False),
        ("Carla", "carlas@quay.example", False, False),
        ("Ropes", "ropes@quay.example", False, False),
        ("Ropes", "info@quay.example", True, False),
        ("Sofia", "sofia@quay.example", False, False),  # an office in a city
        ("Sofia", "info@quay.example", True, False),
    ],
)
def test_a_given_name_alone_is_a_person_where_persons_stand_or_an_address_says_so(
    name: str, email: str, *, has_persons: bool, is_person: bool
) -> None:
    report = text_report(f"{name}\n{email}")
    (contact,) = split_contacts(items_of(report), laid_out(report), 1.0, Customs(has_persons=has_persons))
    assert (contact.person is not None) is is_person


@pytest.mark.parametrize(
    ("name", "host", "is_person"),
    [
        ("Anna Lund", "annalund", True),  # her own site
        ("Quux Zorgmann", "quay", True),
        ("Quux Zorgmann", "quuxzorgmann", False),
    ],
)
def test_who_has_a_given_name_is_a_person_though_the_host_goes_by_it(name: str, host: str, *, is_person: bool) -> None:
    found = _fields(Customs(), name, f"{name.split()[0].lower()}@{host}.example")
    assert found == {"person" if is_person else "organization": name}
