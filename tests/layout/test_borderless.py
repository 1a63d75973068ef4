"""Tables without rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from builders import Page, extraction_of, laid_out, overlaid, page_of, pdf_report

from profile_extract.layout.borderless import MOST_HEADED, BorderlessTable, BorderlessTables

HEADS = ("Name", "Street", "Code", "Town", "Mail")
EDGES = (20.0, 90.0, 150.0, 180.0, 220.0)
ROWS = (
    ("Ropewalk Trust", "Quay Lane 3", "18001", "Granada", "rope@walk.example"),
    ("Bell Society", "Mill Lane 14", "39001", "Santander", "bell@ferry.example"),
    ("Lamp Club", "Oven Street 5", "47001", "Valladolid", "lamp@town.example"),
    ("Oars and Bread", "Yard Street 77", "33001", "Oviedo", "oars@bread.example"),
    ("Orchard League", "Hill Lane 9", "50001", "Zaragoza", "tree@yard.example"),
)


def _row(top: float, cells: Sequence[str], font: str = "Helvetica") -> Page:
    return page_of([(x, top, text) for x, text in zip(EDGES, cells, strict=True) if text], font, 6.0)


def _table(rows: Sequence[Sequence[str]], *, head_font: str = "Helvetica-Bold", row_font: str = "Helvetica") -> Page:
    printed = (_row(80.0 + 16 * n, row, row_font) for n, row in enumerate(rows))
    return overlaid(_row(60.0, HEADS, head_font), *printed)


def _read(*pages: Page) -> list[str]:
    return [line.text for block in laid_out(pdf_report(*pages)).blocks for line in block.lines]


def _across(rows: Sequence[Sequence[str]]) -> list[str]:
    return [text for row in (HEADS, *rows) for text in row if text]


def test_rows_under_heads_are_read_across() -> None:
    assert _read(_table(ROWS)) == _across(ROWS)


def test_a_cell_goes_on_under_its_first_line() -> None:
    rows = (*ROWS[:2], ("", "second floor", "", "", ""), *ROWS[2:])
    second = [*ROWS[1][:2], "second floor", *ROWS[1][2:]]
    assert _read(_table(rows)) == [*_across(ROWS[:1]), *second, *_across(ROWS[2:])[len(HEADS) :]]


def test_an_empty_cell_is_left_out() -> None:
    rows = (*ROWS[:3], ("Oars and Bread", "", "33001", "Oviedo", "oars@bread.example"), ROWS[4])
    assert _read(_table(rows)) == _across(rows)


@pytest.mark.parametrize(
    ("rows", "head_font", "row_font"),
    [
        (ROWS[:3], "Helvetica-Bold", "Helvetica"),
        (ROWS, "Helvetica", "Helvetica"),
        (ROWS, "Helvetica-Bold", "Helvetica-Bold"),
        ([tuple(cell.lower() for cell in row) for row in ROWS], "Helvetica-Bold", "Helvetica"),
    ],
    ids=["few", "heads set alike", "rows set as heads", "running text"],
)
def test_what_is_no_table_is_read_as_before(rows: Sequence[Sequence[str]], head_font: str, row_font: str) -> None:
    assert _read(_table(rows, head_font=head_font, row_font=row_font)) != _across(rows)


def _found(page: Page) -> BorderlessTable | None:
    report = pdf_report(page)
    return BorderlessTables(report).find(report.lines)


def _with_heads(*heads: str) -> Page:
    return overlaid(_row(60.0, heads, "Helvetica-Bold"), *(_row(80.0 + 16 * n, row) for n, row in enumerate(ROWS)))


def test_a_table_is_found_among_the_lines_around_it() -> None:
    around = page_of([(20, 20, "Whom the quay lends to"), (20, 300, "All of them may be asked at the yard.")])
    table = _found(overlaid(around, _table(ROWS)))
    assert table is not None
    assert [line.text for line in table.above] == ["Whom the quay lends to"]
    assert [line.text for line in table.below] == ["All of them may be asked at the yard."]
    assert [[line.text for line in cell] for cell in table.cells[5:8]] == [["Ropewalk Trust"], ["Quay Lane 3"], ["18001"]]


@pytest.mark.parametrize(
    "page",
    [
        _with_heads("Name", "Name", "Code", "Town", "Mail"),
        _with_heads(*HEADS[:4], "Address that answers within a day or two of asking"),
        overlaid(_with_heads(*HEADS[:4], ""), page_of([(EDGES[4], 60.0, "Mail")], "Helvetica-BoldOblique", 6.0)),
        _table([*ROWS[:4], tuple(cell.lower() for cell in ROWS[4])]),
        _table([(*row[:3], "", "") for row in ROWS]),
        _table(
            [ROWS[0], *(("", *row[1:2], "", "", "") for row in ROWS[1:3]), *((row[0], "", "", "", "") for row in ROWS[1:])]
        ),
        overlaid(_table(ROWS), page_of([(EDGES[1] + 35, 96.0, "shut")], "Helvetica", 6.0)),
    ],
    ids=[
        "heads alike",
        "a long head",
        "heads in two types",
        "small letters",
        "empty columns",
        "columns of text",
        "two lines in a column",
    ],
)
def test_what_is_no_table(page: Page) -> None:
    assert _found(page) is None


def test_a_name_goes_on_under_its_first_line() -> None:
    rows = (*ROWS[:2], ("and Friends", "", "", "", ""), *ROWS[2:])
    table = _found(_table(rows))
    assert table is not None
    assert [line.text for line in table.cells[10]] == ["Bell Society", "and Friends"]


def test_heads_that_come_again_on_the_next_page_tell_headings_of_groups_from_cells_there() -> None:
    heading = page_of([(EDGES[1], 112.0, "By the river")], "Helvetica-Bold", 6.0)
    report = pdf_report(_table(ROWS), overlaid(_table((*ROWS[:2], ("",) * 5, *ROWS[2:])), heading))
    tables = BorderlessTables(report)
    first, second = (tables.find(report.lines_by_page[page]) for page in (1, 2))
    assert first is not None
    assert second is not None
    assert ["By the river"] in [[line.text for line in cell] for cell in second.cells]


def test_a_table_over_other_text_does_not_go_on_on_the_next_page() -> None:
    last = page_of([(EDGES[0], 300.0, "What comes then is no table, and runs across")], "Helvetica", 6.0)
    report = pdf_report(overlaid(_table(ROWS), last), overlaid(*(_row(60.0 + 16 * n, row) for n, row in enumerate(ROWS))))
    tables = BorderlessTables(report)
    assert [tables.find(report.lines_by_page[page]) is None for page in (1, 2)] == [False, True]


def test_many_rows_of_heads_over_no_table_are_not_all_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of different sizes in bold, which begin in small letters: under each as heads, all others would be looked at."""
    tried: list[int] = []
    under = BorderlessTables._under

    def counted(tables: BorderlessTables, rows: Any, first: int, *rest: Any, **more: Any) -> BorderlessTable | None:
        tried.append(first)
        return under(tables, rows, first, *rest, **more)

    monkeypatch.setattr(BorderlessTables, "_under", counted)
    cells = [(x, cell.lower()) for x, cell in zip(EDGES, ROWS[0], strict=True)]
    printed = ([(x, 60.0 + 10 * n, f"{text} {n}") for x, text in cells] for n in range(40))
    rows = (page_of(row, "Helvetica-Bold", 4 + n / 20) for n, row in enumerate(printed))
    laid_out(pdf_report(overlaid(*rows)))
    assert 0 < len(tried) <= MOST_HEADED


def test_cards_side_by_side_are_no_table() -> None:
    """Names in bold over streets, towns and addresses, in three columns: each row says the same of several."""
    edges = (40.0, 160.0, 280.0)
    cards = list(zip(*((row[0], row[1], f"{row[2]} {row[3]}", "Monday to Friday", row[4]) for row in ROWS[:3]), strict=True))
    pages = [
        page_of(
            [(x, 60.0 + 12 * n, text) for x, text in zip(edges, row, strict=True)], "Helvetica" if n else "Helvetica-Bold", 8.0
        )
        for n, row in enumerate(cards)
    ]
    assert _read(overlaid(*pages))[:2] == ["Ropewalk Trust", "Quay Lane 3"]


def test_a_table_that_reaches_the_end_of_a_page_goes_on_on_the_next() -> None:
    """The rest of a cell comes first there, and no heads."""
    rest = page_of([(EDGES[1], 44.0, "second floor")], "Helvetica", 6.0)
    more = overlaid(rest, *(_row(60.0 + 16 * n, [cell.replace("e", "o") for cell in row]) for n, row in enumerate(ROWS)))
    expected = [*_across(ROWS), "second floor", *(cell.replace("e", "o") for row in ROWS for cell in row)]
    assert _read(_table(ROWS), more) == expected


def test_white_space_parts_rows_whose_cells_go_on_in_small_letters() -> None:
    wrapped = [(row, tuple(f"and {n}" for n in range(5))) for row in ROWS]
    lines = [_row(80.0 + 24 * n + 8 * k, part) for n, pair in enumerate(wrapped) for k, part in enumerate(pair)]
    read = _read(overlaid(_row(60.0, HEADS, "Helvetica-Bold"), *lines))
    assert read[5:9] == ["Ropewalk Trust", "and 0", "Quay Lane 3", "and 1"]
    assert len(read) == 5 + 2 * 5 * len(ROWS)


def test_names_may_be_set_as_the_heads_are() -> None:
    names = page_of([(EDGES[0], 80.0 + 16 * n, row[0]) for n, row in enumerate(ROWS)], "Helvetica-Bold", 6.0)
    rest = (_row(80.0 + 16 * n, ("", *row[1:])) for n, row in enumerate(ROWS))
    assert _read(overlaid(_row(60.0, HEADS, "Helvetica-Bold"), names, *rest)) == _across(ROWS)


def test_headings_across_a_table_are_no_cells() -> None:
    heading = page_of([(EDGES[1] + 20, 112.0, "By the river")], "Helvetica-Bold", 6.0)
    rows = (*ROWS[:2], ("",) * 5, *ROWS[2:])
    read = _read(overlaid(_table(rows), heading))
    assert read == [*_across(ROWS[:2]), "By the river", *_across(ROWS[2:])[5:]]


def test_each_row_is_a_profile_with_its_address() -> None:
    extraction = extraction_of(pdf_report(_table(ROWS)))
    assert [profile.title.text for profile in extraction.profiles] == [row[0] for row in ROWS]
    for profile, row in zip(extraction.profiles, ROWS, strict=True):
        (contact,) = profile.contacts
        single = (contact.street, contact.postal_code, contact.locality)
        assert [value.text if value else None for value in single] == list(row[1:4])
        assert [value.text for value in contact.emails] == [row[4]]


def test_rows_without_addresses_are_profiles_under_heads_that_come_again_over_fewer_rows() -> None:
    rows = [(row[0], row[1].split()[0], f"{n} EUR", row[3], "May") for n, row in enumerate(ROWS)]
    more = [tuple(f"{cell} b" for cell in row) for row in rows[:2]]
    first = overlaid(page_of([(EDGES[0], 30.0, "What the quay lends")], "Helvetica", 14.0), _table(rows))
    extraction = extraction_of(pdf_report(first, _table(more)))
    assert [profile.title.text for profile in extraction.profiles] == [row[0] for row in (*rows, *more)]


def test_rows_that_begin_with_numbers_are_profiles_too() -> None:
    rows = [(f"{n}", row[0], row[2], row[3], row[4]) for n, row in enumerate(ROWS, 1)]
    extraction = extraction_of(pdf_report(_table(rows)))
    assert [profile.title.text for profile in extraction.profiles] == [row[0] for row in ROWS]
    assert [profile.notes[0].text for profile in extraction.profiles] == ["1", "2", "3", "4", "5"]
