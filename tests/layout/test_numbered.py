"""Numbered headings of the parts of records in a dump."""

from __future__ import annotations

import pytest
from builders import laid_out, text_report

from profile_extract.layout.numbered import find_numbered_headings
from profile_extract.segment.labels import find_labels

PARTS = ("1 Beginning", "2 Means", "3 What came of it")
TEXT = "The ovens were lit on the day before, and whoever came late found the bread gone by noon."


def _found(*lines: str) -> list[str]:
    report = text_report("\n".join(lines))
    headings = find_numbered_headings(report.lines)
    return [line.text for line in report.lines if line.start in headings]


def _records(*parts: tuple[str, ...]) -> list[str]:
    return [line for record in parts for part in record for line in (part, TEXT)]


def test_headings_that_count_anew_in_each_record_are_found_and_what_comes_once_among_them() -> None:
    other = ("1 Beginning", "2 Boats", "3 What came of it")
    assert _found(*_records(PARTS, other, PARTS, PARTS)) == [*PARTS, *other, *PARTS, *PARTS]


@pytest.mark.parametrize(
    "records",
    [
        (PARTS, PARTS),  # two rounds are few
        (("1 Room",),) * 4,  # counts nothing
        tuple((f"{n} Chapter of {town}",) for n, town in enumerate(("Turku", "Pori", "Oulu", "Lahti"), 1)),  # counts through
        tuple((f"1 Light {oven}", f"2 Close {oven}") for oven in ("ovens", "doors", "gates", "boats")),  # steps
        (("4 Rooms", "7 Beds"), ("12 Rooms", "9 Beds"), ("1 Rooms", "30 Beds"), ("8 Rooms", "5 Beds")),  # things
    ],
)
def test_few_rounds_chapters_steps_and_numbers_of_things_are_none(records: tuple[tuple[str, ...], ...]) -> None:
    assert _found(*_records(*records)) == []


def test_they_are_labels_wherever_they_stand() -> None:
    lines = [line for n in range(4) for line in (f"The oven of house {n}", "House of Bread", *_records(PARTS))]
    layout = laid_out(text_report("\n".join(lines)))
    labels = find_labels(layout, {})
    assert [layout.blocks[index].text.text for index in sorted(labels) if layout.blocks[index].text.text[0].isdigit()] == [
        *PARTS * 4
    ]
