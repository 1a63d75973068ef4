"""Pages of a dump that marks no page end, by their numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import PROSE, TITLES, text_report

from profile_extract.read.page_ends import find_page_starts

HEADER = "The Mill Almanac"
LINES = [f"{title} {n}" for n in range(3) for title in ("chairs of the mill", "ropes of the ferry", "ovens of the barracks")]


def _page(n: int) -> list[str]:
    return [
        f"{TITLES[n % 5]}, told by others",
        *(f"{line} and of others" for line in LINES),
        f"On page {n} it says, {PROSE[n % 5]}",
    ]


def _starts(pages: list[list[str]]) -> list[int]:
    """The pages of which the first row is found to begin one; minus the row for any other."""
    begins, row = {}, 0
    for number, page in enumerate(pages):
        begins[row] = number
        row += len(page)
    return sorted(begins.get(row, -row) for row in find_page_starts([line for page in pages for line in page]))


@pytest.mark.parametrize(
    "framed",
    [
        lambda n, page: [*page, str(n + 2)],
        lambda n, page: [*page, f"– {n + 2} –"],
        lambda n, page: [*page, f"{HEADER} {n + 2}"],
        lambda n, page: [HEADER, *page, str(n + 2)],
        lambda n, page: [str(n + 2), *page],
        lambda n, page: [HEADER, str(n + 2), *page],
        lambda n, page: [*page, str(n + 2), HEADER],
        lambda n, page: [*page, f"{HEADER} {n + 2}" if n % 2 else f"{n + 2} {HEADER}"],
    ],
)
def test_numbers_that_count_on_show_where_pages_end(framed: Callable[[int, list[str]], list[str]]) -> None:
    assert _starts([framed(n, _page(n)) for n in range(8)]) == [*range(1, 8)]


def test_a_page_without_a_number_goes_with_the_next_one() -> None:
    assert _starts([[*_page(n), *([str(n + 2)] if n != 3 else [])] for n in range(8)]) == [1, 2, 3, 5, 6, 7]


@pytest.mark.parametrize("first", [1, 1998], ids=["from one on", "years"])
def test_numbers_from_one_on_and_years_are_those_of_records(first: int) -> None:
    assert _starts([[str(n + first), *_page(n)] for n in range(8)]) == []


def test_numbers_from_one_on_that_interrupt_sentences_are_those_of_pages() -> None:
    pages = [
        [*(["of the old quay"] if n else []), *_page(n)[:-1], "Whoever came late was kept waiting", str(n + 1)]
        for n in range(8)
    ]
    assert _starts(pages) == [*range(1, 8)]


@pytest.mark.parametrize("numbers", [[2, 9, 4, 30, 7, 1, 8, 3], [2, 3, 4]])
def test_other_numbers_are_none(numbers: list[int]) -> None:
    assert _starts([[*_page(n), str(number)] for n, number in enumerate(numbers)]) == []


def test_a_dump_without_page_ends_has_pages_where_its_numbers_show_them() -> None:
    report = text_report("\n".join(line for n in range(6) for line in (*_page(n), f"{HEADER} {n + 2}")))
    assert len(report.pages) == 6
    assert [line.page for line in report.lines if line.text.startswith(HEADER)] == [1, 2, 3, 4, 5, 6]
