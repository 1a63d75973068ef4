"""Addresses of several people side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, laid_out, page_of, pdf_report, text_report, wrapped

from profile_extract.layout.columns import Flow
from profile_extract.layout.side_contacts import with_addresses_at_names
from profile_extract.model import BBox, Line

NAMES, HOUSES = "Ada Berg | Bela Roth", "Rope Walk | Quay House"
MAILS, PHONES = "ada@rope.example | bela@quay.example", "Tel. 0161 496 0101 | Tel. 0161 496 0102"
SITES = "www.rope.example | www.quay.example"
INDENT, HIGHER, BACKWARDS = ">", "^", "<"
"""Signs before a row: it begins further in, stands over all others, or is read from its right end."""


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.lstrip(INDENT + HIGHER + BACKWARDS).split("|")]


def _line(x0: float, top: float, text: str) -> Line:
    return Line(0, 1, 0, text, BBox(x0, top, x0 + 120, top + 10))


def _placed(row: str, top: float) -> list[Line]:
    if row.startswith(HIGHER):
        top = 48.0
    left = 60 if row.startswith(INDENT) else 50
    found = [_line(left + 150 * n, top, text) for n, text in enumerate(_cells(row)) if text]
    return found[::-1] if row.startswith(BACKWARDS) else found


def _order(rows: Sequence[str]) -> list[str]:
    """Lines in the order in which they are read; a row of no text is white space."""
    lines = [line for n, row in enumerate(rows) for line in _placed(row, 60.0 + 12 * n)]
    return [line.text for line in with_addresses_at_names(Flow(tuple(lines), 50.0, 400.0)).lines]


def _across(rows: Sequence[str]) -> list[str]:
    return [line.text for row in rows for line in _placed(row, 0.0)]


def _down(*rows: str) -> list[str]:
    columns = max(len(_cells(row)) for row in rows)
    return [text for n in range(columns) for row in rows for text in _cells(row)[n : n + 1] if text]


@pytest.mark.parametrize(
    "rows",
    [
        (NAMES, MAILS),
        (NAMES, HOUSES, MAILS),
        (NAMES, "Ropes | Quays", HOUSES, MAILS),
        (NAMES, SITES),
        (NAMES, MAILS, PHONES, SITES),
        (NAMES, MAILS, "Tel. 0161 496 0101 |"),
        (f"{NAMES} | Carla Souza", f"{MAILS} | carla@mill.example", PHONES),
    ],
)
def test_addresses_side_by_side_are_read_each_under_its_name(rows: Sequence[str]) -> None:
    assert _order(rows) == _down(*rows)
    assert _order((*rows, "", *rows)) == _down(*rows) * 2
    assert _order((*rows, *rows)) == _down(*rows) * 2


@pytest.mark.parametrize(
    "rows",
    [
        (NAMES, "ada@rope.example | Quay Street 3", PHONES),
        ("Ada Berg | Tel. 0161 496 0101", MAILS),
        (MAILS, PHONES),
        (PHONES, MAILS),
        ("Ask at the mill:", MAILS, PHONES),
        (f">{NAMES}", MAILS),
        (NAMES, "", MAILS),
        (NAMES, f"^{MAILS}"),
        (NAMES, "ada@rope.example |", "| bela@quay.example"),
        (f"<{NAMES}", f"<{MAILS}"),
    ],
    ids=[
        "a street beside an address",
        "a number beside a name",
        "no names",
        "numbers only",
        "one heading",
        "further in",
        "far below",
        "over them",
        "not level",
        "from the right",
    ],
)
def test_what_does_not_stand_so_is_read_across(rows: Sequence[str]) -> None:
    assert _order(rows) == _across(rows)


@pytest.mark.parametrize(
    "rows",
    [
        (f">{PHONES}",),
        (">Tel. 0161 496 0101",),
        ("", PHONES),
        (HOUSES,),
        (f"^{PHONES}",),
        (f"^{HOUSES}",),
        ("Rope Walk | www.quay.example",),
        (f"{PHONES} | Tel. 0161 496 0103",),
    ],
)
def test_what_is_no_address_right_under_theirs_is_none_of_them(rows: Sequence[str]) -> None:
    assert _order((NAMES, MAILS, *rows)) == [*_down(NAMES, MAILS), *_across(rows)]


def test_three_lines_are_over_an_address_at_most() -> None:
    rows = (NAMES, "Ropes | Quays", HOUSES, MAILS)
    assert _order(("For all | For some", *rows)) == ["For all", "For some", *_down(*rows)]


def test_they_are_so_in_a_dump_and_in_a_pdf() -> None:
    rows = (NAMES, HOUSES, MAILS)
    dump = [*PROSE[:2], "", *("".join(cell.ljust(40) for cell in _cells(row)).rstrip() for row in rows), "", *PROSE[2:]]
    cells = [(50.0 + 170 * n, 130.0 + 12 * row, text) for row, cs in enumerate(map(_cells, rows)) for n, text in enumerate(cs)]
    text = [(50.0, 60.0 + 12 * n, line) for n, line in enumerate(wrapped(" ".join(PROSE[:2]), 11))]
    for report in (text_report("\n".join(dump)), pdf_report(page_of([*text, *cells]))):
        printed = " ".join(block.text.text for block in laid_out(report).blocks)
        assert " ".join(_down(*rows)) in printed
