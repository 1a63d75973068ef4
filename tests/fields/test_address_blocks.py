"""Short lines that are an address, wherever they stand."""

from __future__ import annotations

import pytest
from builders import PROSE, items_of, overlaid, page_of, pdf_report, spaced, text_report

from profile_extract.fields.address_blocks import closing_address, holds_address, is_all_electronic, with_address_apart
from profile_extract.fields.parts import Part
from profile_extract.structure import Label

PERSON, STREET, MAIL, PHONE = "\uf007", "\uf3c5", "\uf0e0", "\uf095"
"""Signs of a font of icons, which stand for themselves only."""


def test_icons_before_its_lines_make_an_address_of_names_and_streets() -> None:
    lines = ("Ropes are mended.", f"{PERSON} Ida Berg", f"{STREET} Kaiweg 3", f"{MAIL} ida@n1.example", f"{PHONE} 0461 555 12")
    assert closing_address(items_of(text_report(spaced(*lines))), None) == (1, 5)


def test_items_of_a_list_over_an_address_are_no_lines_of_it() -> None:
    lines = ("Ropes are mended.", "\uf0a7 Tarred hemp", "\uf0a7 Sisal", "\uf0a7 Coir", "Tel. 0461 555 12")
    assert closing_address(items_of(text_report(spaced(*lines))), None) == (4, 5)


def test_a_web_address_behind_an_icon_makes_an_address() -> None:
    assert holds_address(items_of(text_report("\uf0ac www.quay.example")))


def test_an_icon_may_stand_alone_in_the_first_line_of_an_address() -> None:
    lines = (
        "Ropes are mended.",
        f"{PERSON}\nIda Berg",
        f"{STREET}\nKaiweg 3",
        f"{PHONE}\n0461 555 12",
        f"{MAIL}\nida@n1.example",
    )
    assert closing_address(items_of(text_report("\n\n".join(lines))), None) == (1, 5)


ADDRESS = (
    "Ropes are mended.",
    "Of hemp, of sisal and of coir, and the neighbours come to help.",
    "Kaiweg 3",
    "24937 Flensburg",
)
LABEL = Label(0, 0, 3, 4, "aim", "section")


@pytest.mark.parametrize(
    ("asides", "is_apart"),
    [
        ([], True),
        ([[1]], True),
        ([[1], [2]], True),
        ([[5]], False),  # behind the address
        ([[1], [5]], False),
        ([[1, 5]], False),
    ],
)
def test_an_address_closes_a_part_though_a_quote_stands_inside_the_part(asides: list[list[int]], *, is_apart: bool) -> None:
    heading, text, quote, more, *address, end = items_of(
        text_report(
            spaced("Aim", ADDRESS[0], "“What a rope.”", ADDRESS[1], "Tel. 0461 555 12", "ida@quay.example", "The end.")
        )
    )
    items = {1: quote, 2: quote, 5: end}
    inside = [Part(None, None, tuple(items[n] for n in own), "") for own in asides]
    part = Part(LABEL, heading.block, (text, more, *address), "section")
    apart = [part._replace(items=(text, more)), Part(None, None, tuple(address), "")] if is_apart else [part]
    assert list(with_address_apart([part, *inside], None)) == [*apart, *inside]


def test_a_part_with_a_label_is_inside_none() -> None:
    heading, text, *address = items_of(text_report(spaced("Aim", ADDRESS[0], "Tel. 0461 555 12", "ida@quay.example")))
    first, last = Part(LABEL, heading.block, (text, *address), "section"), Part(LABEL, heading.block, (text,), "section")
    assert with_address_apart([first, last], None) == (first, last)


def test_parts_without_a_label_or_anything_in_them_stay_as_they_are() -> None:
    text, *address = items_of(text_report(spaced(ADDRESS[0], "Tel. 0461 555 12", "ida@quay.example")))
    alone, empty = Part(None, None, (text, *address), ""), Part(LABEL, None, (), "section")
    for parts in ([alone], [alone, alone], [empty, alone], []):
        assert list(with_address_apart(parts, None)) == parts


@pytest.mark.parametrize(("gap", "parts"), [(14, 1), (30, 2)])
def test_white_space_parts_an_address_from_a_value_that_names_an_organisation(gap: float, parts: int) -> None:
    label = page_of([(50, 60, "Place")], "Helvetica-Bold")
    address = page_of([(50, 72 + gap, "3 Harbour Way"), (50, 84 + gap, "rope@quay.example")], "Helvetica-Oblique")
    text = page_of([(50, 200 + 12 * n, line) for n, line in enumerate(PROSE)])
    heading, *items = items_of(pdf_report(overlaid(label, page_of([(50, 72, "School of ropes")]), address, text)))
    label = Label(heading.block.index, 0, len(heading.text), len(heading.text), "place", "section")
    assert len(with_address_apart([Part(label, heading.block, tuple(items[:2]), "section")], None)) == parts


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("ask@quay.example @mills", True),
        ("ask@quay.example, Twitter @mills.of-ropes", True),
        ("www.quay.example | Instagram: @mills", True),
        ("Facebook: www.quay.example/ropes", True),
        ("@mills", False),  # no address
        ("ask@quay.example mail@mills", False),
        ("ask@quay.example @.mills", False),
        ("ask@quay.example @ mills", False),
        ("ask@quay.example Zorgnet @mills", False),  # nobody knows the network
    ],
)
def test_what_somebody_goes_by_in_a_network_may_stand_beside_electronic_addresses(text: str, *, is_all: bool) -> None:
    assert is_all_electronic(text) is is_all
