"""Who heads an office, in the first line of its address."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, Page, extraction_of, items_of, overlaid, page_of, pdf_report, wrapped

from profile_extract.fields.items import Item
from profile_extract.fields.norms import _fields
from profile_extract.fields.parts import Part
from profile_extract.lexicon import label_key
from profile_extract.structure import Label

NAMES = ("Klaus Brandt", "Ada Okoro", "Ines Prado", "Emil Varga", "Eva Lindner")
ADDRESS = ("Mill Lane 4, 24937 Flensburg", "Tel. 0461 555 310", "ask@mill.example")


def _items(office: str, rows: Sequence[str], apart: float = 0.0) -> list[Item]:
    """Who holds an office, in bold, over some rows."""
    under = page_of([(50, 92 + apart + 12 * k, row) for k, row in enumerate(rows)])
    return items_of(pdf_report(overlaid(page_of([(50, 80, f"{office}: Ada Okoro")], "Helvetica-Bold"), under)))


def _part(office: str, items: Sequence[Item]) -> Part:
    block = items[0].block
    start = len(f"{office}: ")
    return Part(Label(block.index, 0, len(office), start, label_key(office), "section"), block, tuple(items), "section")


def _plain(items: Sequence[Item]) -> Part:
    return Part(None, None, tuple(items), "section")


def _profile(office: str = "Director", rows: Sequence[str] = ADDRESS, apart: float = 0.0) -> list[Part]:
    """A part of who holds an office, and one without label of the rows under it."""
    items = _items(office, rows, apart)
    assert len(items) == 2
    return [_part(office, items[:1]), _plain(items[1:])]


HEADED = _profile()
WHO, UNDER = HEADED
OTHER = items_of(pdf_report(page_of([(50, 80 + 40 * n, f"Boat {n}, ask{n}@mill.example") for n in range(5)])))


THREE = overlaid(
    page_of([(50, 80, "Director: Ada Okoro")], "Helvetica-Bold"),
    page_of([(50, 92, "Since the second winter")], "Helvetica-Oblique"),
    page_of([(50, 104 + 12 * k, row) for k, row in enumerate(ADDRESS)]),
)
FIRST, BETWEEN, THIRD = items_of(pdf_report(THREE))


@pytest.mark.parametrize(
    ("profile", "is_of_address"),
    [
        (HEADED, True),
        ([_plain(OTHER[:1]), *HEADED], True),
        ([WHO], False),
        ([WHO, _part("Boats", UNDER.items)], False),
        (_profile(office="Architecture"), False),
        ([WHO, _plain([])], False),
        ([WHO, _plain(OTHER[2:])], False),
        ([_part("Director", [FIRST]), _plain([THIRD])], False),
        ([_part("Director", [FIRST, BETWEEN]), _plain([THIRD])], False),
        (_profile(apart=12.0), False),
        (_profile(rows=wrapped(PROSE[0])), False),
    ],
    ids=["over it", "behind", "alone", "label", "no office", "nothing", "elsewhere", "not next", "more", "apart", "text"],
)
def test_a_label_of_who_holds_an_office_is_of_the_address_right_under_it(profile: list[Part], *, is_of_address: bool) -> None:
    (field,) = {field for key, field in _fields([profile], {}, frozenset()).items() if key != "boats"}
    assert field == ("contact" if is_of_address else "section")


@pytest.mark.parametrize(("count", "field"), [(3, "contact"), (2, "contact"), (1, "section")])
def test_most_of_its_occurrences_say_what_a_label_is(count: int, field: str) -> None:
    profiles = [HEADED if n < count else [WHO] for n in range(3)]
    assert _fields(profiles, {}, frozenset()) == {"director": field}


def test_half_of_them_are_not_most() -> None:
    assert _fields([HEADED, [WHO]], {}, frozenset()) == {"director": "section"}


def _page(n: int, office: str) -> Page:
    """A profile, and at its end who heads the office over its address."""
    lines = wrapped(f"{PROSE[n]} {PROSE[n - 1]}", 9)
    return overlaid(
        page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(50, 90 + 12 * k, line) for k, line in enumerate(lines)]),
        page_of([(50, 220, f"{office}: {NAMES[n]}")], "Helvetica-Bold"),
        page_of([(50, 232, f"Mill Lane {n + 2}, 24937 Flensburg"), (50, 244, f"a{n}@mill.example")]),
    )


@pytest.mark.parametrize(("office", "is_role"), [("Director", True), ("Architecture", False)])
def test_who_heads_an_office_over_its_address_is_the_person_of_it(office: str, *, is_role: bool) -> None:
    for n, profile in enumerate(extraction_of(pdf_report(*(_page(n, office) for n in range(5)))).profiles):
        found = [(c.person.text, c.role and c.role.text, c.locality and c.locality.text) for c in profile.contacts if c.person]
        assert (found == [(NAMES[n], office, "Flensburg")]) is is_role
        assert ([s.label.text for s in profile.sections if s.label] == []) is is_role
