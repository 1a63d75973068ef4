"""Sheets of a form, each named by one of its fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, page_of, pdf_report, typeset, wrapped

from profile_extract.drafts import Extraction
from profile_extract.segment.forms import sheets
from profile_extract.structure import Label

STATES = ("Sound", "Cracked", "Repaired", "Lost", "Sold")


def _fields(name: str, number: int) -> dict[str, str]:
    """The fields of a sheet on a piece of the stock of a theatre, its name in the third."""
    return {
        "Number": f"K-{17 * (number + 1)}",
        "State": STATES[number],
        name: TITLES[number],
        "Height": f"{number + 2} feet",
        "Store": f"Shelf {7 - number}",
        "Maker": f"The joiner of act {number + 1}",
        "Story": PROSE[number],
    }


def _running(fields: dict[str, str]) -> Page:
    return typeset(*(("text", f"{label}: {value}") for label, value in fields.items()))


def _beside(fields: dict[str, str]) -> Page:
    rows = [(n, label, line) for label, value in fields.items() for n, line in enumerate(wrapped(value))]
    labels = [(50.0, 60.0 + 16 * row, f"{label}:") for row, (n, label, _) in enumerate(rows) if n == 0]
    return page_of([*labels, *((150.0, 60.0 + 16 * row, line) for row, (_, _, line) in enumerate(rows))])


def _extraction(form: Callable[[dict[str, str]], Page], name: str) -> Extraction:
    return extraction_of(pdf_report(*(form(_fields(name, n)) for n in range(5))))


def _rules(extraction: Extraction) -> set[str]:
    return {vote.rule for profile in extraction.profiles for vote in profile.segment.votes}


@pytest.mark.parametrize("name", ["Name", "Nombre", "Bezeichnung"])
def test_sheets_of_the_same_labels_are_named_by_one_of_them(name: str) -> None:
    extraction = _extraction(_running, name)
    assert [profile.title.text for profile in extraction.profiles] == list(TITLES)
    assert _rules(extraction) == {"title.form"}
    labels = [section.label.text for section in extraction.profiles[1].sections if section.label]
    assert labels == ["Number", "State", "Height", "Store", "Maker", "Story"]


def test_names_may_stand_beside_their_labels() -> None:
    extraction = _extraction(_beside, "Name")
    assert [profile.title.text for profile in extraction.profiles] == list(TITLES)
    assert extraction.profiles[0].sections[-1].paragraphs[0].text == PROSE[0]


def test_no_other_field_names_sheets() -> None:
    assert _extraction(_running, "Colour").profiles == ()


def _sheets(fields: list[dict[str, str]]) -> int:
    layout = laid_out(pdf_report(*map(_running, fields)))
    ends = ((block.index, block.text.text.find(":")) for block in layout.blocks)
    labels = {
        i: Label(i, 0, end, end + 2, layout.blocks[i].text.text[:end].casefold(), "section") for i, end in ends if end > 0
    }
    return len(list(sheets(layout, labels)))


def test_sheets_of_few_fields_may_be_addresses() -> None:
    whole = [_fields("Name", n) for n in range(5)]
    assert _sheets(whole) == 5
    assert _sheets([{key: one[key] for key in ("Name", "State", "Height", "Store")} for one in whole]) == 0


def test_names_that_come_back_name_no_sheets() -> None:
    assert _sheets([{**_fields("Name", n), "Name": TITLES[n % 2]} for n in range(5)]) == 0


def test_few_sheets_may_be_alike_by_chance() -> None:
    assert _sheets([_fields("Name", n) for n in range(3)]) == 0
