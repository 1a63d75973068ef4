"""Labels under one that announces an address and has none: whose each of the addresses under it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, items_of, pdf_report, text_report, typeset

from profile_extract.fields.forms import addresses_of_groups
from profile_extract.fields.norms import _fields
from profile_extract.fields.parts import Part
from profile_extract.structure import Label


def _part(key: str, *texts: str, field: str = "section") -> Part:
    """Blocks under a label, or under none."""
    items = tuple(items_of(text_report("\n\n".join(texts)))) if texts else ()
    return Part(Label(0, 0, 1, 1, key, field) if key else None, None, items, field)


HEAD = _part("contact", field="contact")
SUPPLIER, BUYER = _part("supplier", "Acme Ropes\nacme.example"), _part("buyer", "Quay & Sons", "ask@quay.example")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([HEAD, SUPPLIER, BUYER], {"supplier", "buyer"}),
        ([SUPPLIER, BUYER], set()),
        ([_part("aim"), SUPPLIER], set()),
        ([_part("contact", "Acme Ropes\nask@mill.example", field="contact"), SUPPLIER], set()),
        ([HEAD, _part("", "Ropes and nets"), SUPPLIER], set()),
        ([HEAD, _part("group"), SUPPLIER], set()),
        ([HEAD, SUPPLIER, _part("", "Ropes and nets"), BUYER], {"supplier"}),
        ([_part("aim", "Nets"), HEAD, SUPPLIER], {"supplier"}),
    ],
    ids=["under it", "alone", "no address", "has one", "text between", "label between", "text behind", "text above"],
)
def test_labels_in_a_row_under_one_that_announces_an_address_are_of_such(parts: Sequence[Part], found: set[str]) -> None:
    assert addresses_of_groups([parts] * 3, None) == found


@pytest.mark.parametrize(
    ("texts", "is_address"),
    [
        (("Acme Ropes\nacme.example",), True),
        (("Acme Ropes", "0461 555 310"), True),
        (("Acme Ropes", "Mill Lane 4"), False),
        (("acme.example", "ask@acme.example"), False),
        (("Acme Ropes", PROSE[0], "ask@acme.example"), False),
    ],
    ids=["host", "telephone", "no way to reach", "no name", "text"],
)
def test_a_name_and_how_to_reach_somebody_stand_under_each_of_them(texts: Sequence[str], *, is_address: bool) -> None:
    assert addresses_of_groups([[HEAD, _part("supplier", *texts)]], None) == ({"supplier"} if is_address else set())


def test_what_runs_behind_the_label_is_its_own() -> None:
    part = _part("supplier", "Supplier: Acme Ropes\nacme.example")
    assert addresses_of_groups([[HEAD, part]], None) == {"supplier"}
    assert addresses_of_groups([[HEAD, part._replace(label_block=part.items[0].block)]], None) == set()


@pytest.mark.parametrize(("often", "found"), [(3, {"supplier"}), (2, set())])
def test_they_do_so_mostly(often: int, found: set[str]) -> None:
    assert addresses_of_groups([*[[HEAD, SUPPLIER]] * often, *[[SUPPLIER]] * (4 - often)], None) == found


def test_what_is_under_them_is_a_contact() -> None:
    parts = [[HEAD, SUPPLIER, BUYER]] * 3
    fields = _fields(parts, {}, addresses_of_groups(parts, None))
    assert fields == {"contact": "group", "supplier": "contact", "buyer": "contact"}


FIRMS = ("Acme Ropes", "Quay Oars", "Mill Nets", "Walden Tar", "Lantern Sails")


def _story(n: int) -> list[tuple[str, str]]:
    return [("label", "Story"), ("text", PROSE[n - 1])]


@pytest.mark.parametrize("behind", [_story, lambda _: []], ids=["a part behind them", "the profile ends"])
@pytest.mark.parametrize("head", ["Contact", "Outcome"])
def test_each_of_them_is_an_address_of_the_profile(head: str, behind: Callable[[int], list[tuple[str, str]]]) -> None:
    pages = []
    for n, title in enumerate(TITLES):
        address = [("text", FIRMS[n]), ("text", f"www.{FIRMS[n].split()[0].lower()}.example")]
        row = [("label", head), ("label", "Supplier"), *address, *behind(n)]
        pages.append(typeset(("title", title), ("text", PROSE[n]), *row))
    profiles = extraction_of(pdf_report(*pages)).profiles
    found = [contact.organization.text for p in profiles for contact in p.contacts if contact.organization]
    assert found == (list(FIRMS) if head == "Contact" else [])
