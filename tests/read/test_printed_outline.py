"""The outline of a PDF that a text dump prints behind its last page."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, pdf_report, text_report
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.contents import NO_CONTENTS, find_contents
from profile_extract.model import Report

RECORDS = "\n\n".join(f"{title}\n\n{text}" for title, text in zip(TITLES, PROSE, strict=True))
OUTLINE = "".join(f"\n\t{title}" for title in TITLES)
LISTED = tuple(title.casefold() for title in TITLES)


def _outline(text: str) -> list[str]:
    return [entry.title for entry in text_report(text).outline]


def test_lines_behind_tabs_at_the_end_of_a_dump_are_the_outline() -> None:
    report = text_report(f"{RECORDS}\n{OUTLINE}\n")
    assert _outline(f"{RECORDS}\n{OUTLINE}\n") == list(TITLES)
    assert [line.text.strip() for line in report.lines if report.is_of_outline(line)] == list(TITLES)


def test_three_entries_are_one() -> None:
    assert _outline("A Ferry\n\tNoon\n\tFog\n\tQuay") == ["Noon", "Fog", "Quay"]


@pytest.mark.parametrize(
    "text",
    [
        "A Ferry\n\tNoon\n\tFog",
        "\tA Ferry\n\tNoon\n\tFog\n\tQuay",
        "\tA Ferry\nIt was late.\n\tNoon\n\tFog\n\tQuay",
        "It was late.\n\tA Ferry\nIt was late.\n\tNoon\n\tFog\n\tQuay",
        "A Ferry\n\tNoon\n\tFog\n\tQuay\nIt was late.",
        "A Ferry\nNoon\nFog\nQuay",
    ],
    ids=["two", "nothing else", "a tab before", "a tab between", "text behind", "no tabs"],
)
def test_other_dumps_have_none(text: str) -> None:
    report = text_report(text)
    assert (report.outline, report.outline_start) == ((), None)
    assert not any(map(report.is_of_outline, report.lines))


def test_it_is_furniture_and_no_text_of_the_last_record() -> None:
    layout = laid_out(text_report(RECORDS + OUTLINE))
    assert [piece.line.text.strip() for piece in layout.furniture if piece.rule == "furniture.outline"] == list(TITLES)
    assert layout.blocks[-1].text.text == PROSE[-1]


def test_nor_is_its_last_entry_a_running_line() -> None:
    pages = "\f".join(f"{text}\n\n\n\nFerry Club" for text in PROSE)
    layout = laid_out(text_report(f"{pages}\f{PROSE[0]}\n\tNoon\n\tFog\n\tFerry Club"))
    assert [piece.rule for piece in layout.furniture][-3:] == ["furniture.outline"] * 3


def test_its_entries_are_the_names_listed_where_no_page_lists_them() -> None:
    contents = find_contents(text_report(RECORDS + OUTLINE))
    assert (contents.names, contents.pages) == (LISTED, frozenset())


def test_numbers_in_it_make_it_no_list_of_contents() -> None:
    contents = find_contents(text_report("".join((RECORDS, "\fIt was late.", *(f"\n\tHall {n}" for n in range(1, 5))))))
    assert contents.pages == frozenset()


def test_a_list_of_contents_says_more_than_it() -> None:
    rows = "\n".join(f"{title} .... {n}" for n, title in enumerate(TITLES, 3))
    names = find_contents(text_report(f"Contents\n{rows}\f{RECORDS}\n\tNoon\n\tFog\n\tQuay")).names
    assert names == LISTED


def _with_outline(canvas: Canvas) -> None:
    canvas.bookmarkPage("here")
    for title in TITLES:
        canvas.addOutlineEntry(title, "here")
    canvas.drawString(50, 400, "Chairs After Dark")


def _outlined() -> Report:
    return pdf_report(_with_outline)


def test_the_outline_of_a_pdf_is_no_list_of_contents() -> None:
    assert _outlined().outline
    assert find_contents(_outlined()) == NO_CONTENTS


def test_each_of_its_entries_heads_a_profile() -> None:
    found = extraction_of(text_report(RECORDS + OUTLINE))
    assert [profile.title.text for profile in found.profiles] == list(TITLES)
