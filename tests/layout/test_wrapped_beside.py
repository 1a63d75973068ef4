"""Headings that wrap before what stands at the end of their line."""

from __future__ import annotations

import pytest
from builders import PROSE, Page, laid_out, overlaid, page_of, pdf_report, wrapped
from reportlab.pdfbase.pdfmetrics import stringWidth

from profile_extract.layout.columns import Flow
from profile_extract.layout.wrapped_beside import with_headings_whole

TITLE = ("Apples behind the mill, chairs", "after dark")


def _page(lines: tuple[str, ...], rooms: tuple[str, ...], room: float = 255) -> list[str]:
    """A heading whose lines follow each other, what stands beside the first of them, and a text."""
    text = wrapped(" ".join(PROSE[:2]))
    return _texts(
        page_of([(50, 80 + 17 * n, line) for n, line in enumerate(lines)], "Helvetica-Bold", 14),
        page_of([(room + 60 * n, 80, line) for n, line in enumerate(rooms)]),
        page_of([(50, 140 + 12 * n, line) for n, line in enumerate(text)]),
    )


def _texts(*pages: Page) -> list[str]:
    return [block.text.text for block in laid_out(pdf_report(overlaid(*pages))).blocks]


@pytest.mark.parametrize("rooms", [("Quay Hall",), ("Hall", "10:15")])
def test_a_heading_is_read_whole_before_what_stands_beside_it(rooms: tuple[str, ...]) -> None:
    assert _page(TITLE, rooms)[: 1 + len(rooms)] == [" ".join(TITLE), *rooms]


def test_a_word_has_room_with_some_space_behind_it_only() -> None:
    edge = 50 + stringWidth(f"{TITLE[0]}after", "Helvetica-Bold", 14)
    assert _page(TITLE, ("Quay Hall",), room=edge + 3)[0] == " ".join(TITLE)
    assert _page(TITLE, ("Quay Hall",), room=edge + 12)[0] == TITLE[0]


def test_a_heading_may_go_on_below_with_nothing_beside_it() -> None:
    assert _page((*TITLE, "and on Sundays"), ("Quay Hall",))[0] == f"{' '.join(TITLE)} and on Sundays"


@pytest.mark.parametrize(
    "lines", [("Apples behind", "after dark"), (TITLE[0], "", TITLE[1])], ids=["room for the next word", "far below"]
)
def test_what_is_no_such_heading_stays_where_it_is(lines: tuple[str, ...]) -> None:
    found = _page(lines, ("Quay Hall",))
    assert found.index("Quay Hall") < found.index("after dark")


@pytest.mark.parametrize(("x", "font"), [(90, "Helvetica-Bold"), (50, "Helvetica-Oblique")])
def test_a_line_further_in_or_set_otherwise_is_none_of_the_heading(x: float, font: str) -> None:
    found = _texts(
        page_of([(50, 80, TITLE[0])], "Helvetica-Bold", 14),
        page_of([(x, 97, TITLE[1])], font, 14),
        page_of([(255, 80, "Quay Hall")]),
        page_of([(50, 140 + 12 * n, line) for n, line in enumerate(wrapped(" ".join(PROSE[:2])))]),
    )
    assert found.index("Quay Hall") < found.index(TITLE[1])


def test_labels_in_larger_type_keep_their_values_beside_them() -> None:
    labels = [(50.0, 80 + 17 * n, line) for n, line in enumerate(TITLE)]
    found = _texts(
        page_of(labels, "Helvetica-Bold", 14),
        page_of([(260, 80, "1 km2"), (260, 97, "2 mills")]),
        page_of([(50, 140 + 12 * n, line) for n, line in enumerate(wrapped(" ".join(PROSE[:2])))]),
    )
    assert found.index("1 km2") < found.index(TITLE[1])


@pytest.mark.parametrize(("size", "is_heading"), [(14, True), (10, False)])
def test_a_heading_is_larger_than_the_text(size: float, *, is_heading: bool) -> None:
    edge = 50 + stringWidth(TITLE[0], "Helvetica-Bold", size)
    found = _texts(
        page_of([(50, 80 + 1.2 * size * n, line) for n, line in enumerate(TITLE)], "Helvetica-Bold", size),
        page_of([(edge + 10, 80, "Quay Hall")]),
        page_of([(50, 140 + 12 * n, line) for n, line in enumerate(wrapped(" ".join(PROSE[:2])))]),
    )
    assert (found[0] == " ".join(TITLE)) is is_heading


@pytest.mark.parametrize(
    ("head", "room", "body", "are_parted"),
    [
        (("Helvetica-Bold", 14), ("Helvetica", 10), "Helvetica", True),
        (("Helvetica-Bold", 14), ("Helvetica", 8), "Helvetica", True),
        (("Times-Roman", 14), ("Helvetica", 10), "Helvetica", False),
        (("Helvetica-Bold", 14), ("Times-Bold", 10), "Helvetica", False),
        (("Helvetica-Bold", 14), ("Helvetica", 12), "Helvetica", False),
        (("Helvetica-Bold", 14), ("Helvetica", 10), "Helvetica-Bold", False),
        (("Helvetica-Bold", 10), ("Helvetica", 10), "Helvetica", False),
    ],
    ids=["as the text is", "smaller", "head not bold", "bold room", "larger than text", "bold text", "as large as text"],
)
def test_what_is_small_right_behind_a_bold_heading_is_none_of_it(
    head: tuple[str, float], room: tuple[str, float], body: str, *, are_parted: bool
) -> None:
    edge = 50 + stringWidth("Apples behind", *head)
    found = _texts(
        page_of([(50, 80, "Apples behind")], *head),
        page_of([(edge + 20, 80, "Quay Hall")], *room),
        page_of([(50, 140 + 12 * n, line) for n, line in enumerate(wrapped(" ".join(PROSE[:2])))], body),
    )
    assert ("Quay Hall" in found) is are_parted


@pytest.mark.parametrize(("gap_pt", "is_rest"), [(4.0, True), (20.0, False)])
def test_what_is_a_space_behind_a_line_that_accents_part_is_its_rest(gap_pt: float, *, is_rest: bool) -> None:
    first, rest, end = "Apples behind", "mills and chairs", "after dark"
    bold = page_of([(50, 80, first), (240, 80, rest), (50, 97, end)], "Helvetica-Bold", 14)
    report = pdf_report(overlaid(bold, page_of([(50, 140 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[0]))])))
    one, two, three, *text = report.lines
    assert [line.text for line in (one, two, three)] == [first, rest, end]
    x0 = one.bbox.x1 + gap_pt
    two = two._replace(bbox=two.bbox._replace(x0=x0, x1=x0 + two.bbox.width))
    found = with_headings_whole(Flow((one, two, three, *text), 50, 380), text[0].style)
    assert [line.text for line in found.lines[:3]] == ([first, rest, end] if is_rest else [first, end, rest])
