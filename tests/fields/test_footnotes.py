"""Footnotes are notes, under whatever label their text stands."""

from __future__ import annotations

import pytest
from builders import PAGE, Page, extraction_of, pdf_report
from reportlab.pdfgen.canvas import Canvas

TOWNS = ("Turku", "Pori", "Oulu", "Vaasa")


def profile(town: str, mark: str, note: str, *, mark_pt: float = 6, rise: float = 4) -> Page:
    """A page with a title, a labelled text with a raised mark and small print at the foot."""

    def draw(canvas: Canvas) -> None:
        def put(font: str, size: float, x: float, top: float, text: str) -> float:
            canvas.setFont(font, size)
            canvas.drawString(x, PAGE[1] - top, text)
            return x + canvas.stringWidth(text, font, size)

        put("Helvetica-Bold", 16, 50, 60, f"The ferries of {town}")
        put("Helvetica", 10, 50, 90, f"In {town} a ferry crosses the river at noon and takes whoever waits there.")
        put("Helvetica-Bold", 10, 50, 120, "Results")
        end = put("Helvetica", 10, 50, 140, f"Many people of {town} take it every day of the year")
        put("Helvetica", mark_pt, end, 140 - rise, mark)
        put("Helvetica", 10, 50, 152, f"and the quay of {town} is full of people and bicycles again.")
        put("Helvetica", 7, 50, 460, note.format(town))

    return draw


@pytest.mark.parametrize(
    ("mark", "note"), [("1", "1 Counted by the port of {} in spring."), ("*", "* Counted by the port of {}.")]
)
def test_small_print_that_begins_with_a_mark_of_the_text_is_a_note(mark: str, note: str) -> None:
    profiles = extraction_of(pdf_report(*(profile(town, mark, note) for town in TOWNS))).profiles
    assert [p.title.text for p in profiles] == [f"The ferries of {town}" for town in TOWNS]
    for town, found in zip(TOWNS, profiles, strict=True):
        assert len(found.sections[0].paragraphs) == 1
        assert [value.text.lstrip("*1 ") for value in found.notes] == [note.format(town).lstrip("*1 ")]


def test_a_mark_that_is_raised_by_its_font_alone_is_one_too() -> None:
    note = "1 Counted by the port of {} in spring."
    pages = (profile(town, "1", note, mark_pt=10, rise=0) for town in TOWNS)
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [[value.text for value in found.notes] for found in profiles] == [[note.format(town)] for town in TOWNS]


def test_small_print_without_a_mark_in_the_text_belongs_to_its_label() -> None:
    note = "12 Quay Street, {}, open at noon."
    profiles = extraction_of(pdf_report(*(profile(town, "1", note) for town in TOWNS))).profiles
    assert all(not found.notes for found in profiles)
