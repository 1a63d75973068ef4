"""Pages of a dump that marks no page end, by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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


def _starts(pages: list[list[str]], blanks: Sequence[int] = ()) -> list[int]:
    """The pages of which the first row is found to begin one; minus the row for any other.

    ``blanks`` are the empty lines before the rows of each page.
    """
    begins, row = {}, 0
    for number, page in enumerate(pages):
        begins[row] = number
        row += len(page)
    rows = [line for page in pages for line in page]
    return sorted(begins.get(row, -row) for row in find_page_starts(rows, [*blanks] * len(pages) or [0] * len(rows)))


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
        lambda n, page: [*page, f"{HEADER}{' ' * (n + 1)}2024 {n + 2}"],
        lambda n, page: [*page, f"{HEADER}   2024  |  {n + 2}" if n % 2 else f"{n + 2}   {HEADER} 2024"],
        lambda n, page: [*page, f"Seite {n + 1}"],
        lambda n, page: [*page, f"{n + 1} / 8"],
        lambda n, page: [*page, f"{HEADER} page {n + 2} of 9"],
        lambda n, page: [*page, str(n + 1)],  # the last one is the last row
    ],
)
def test_numbers_that_count_on_show_where_pages_end(framed: Callable[[int, list[str]], list[str]]) -> None:
    assert _starts([framed(n, _page(n)) for n in range(8)]) == [*range(1, 8)]


def test_a_page_without_a_number_goes_with_the_next_one() -> None:
    assert _starts([[*_page(n), *([str(n + 2)] if n != 3 else [])] for n in range(8)]) == [1, 2, 3, 5, 6, 7]


def test_the_entries_of_a_list_of_contents_are_no_pages() -> None:
    contents = [row for n in range(2, 11) for row in (f"The {LINES[n % 9]}", str(n))]
    assert _starts([[*contents, *_page(0)], *(_page(n) for n in range(1, 8))]) == []
    assert _starts([[*contents, *_page(0), "2"], *([*_page(n), str(n + 2)] for n in range(1, 8))]) == [*range(1, 8)]


@pytest.mark.parametrize("code", ["KURS 25-0{n}", "Room 7/{n}", "{n}-stroke bells"])
def test_numbers_inside_codes_are_no_pages(code: str) -> None:
    assert _starts([[*_page(n), code.format(n=n + 2)] for n in range(8)]) == []


@pytest.mark.parametrize(("over", "under", "is_foot"), [(3, 0, True), (0, 3, False)])
def test_white_space_parts_the_numbers_from_the_text(over: int, under: int, *, is_foot: bool) -> None:
    """Numbers with as many rows before the first as behind the last."""
    size = len(LINES)
    pages = [[f"{line} of {PROSE[n % 5][: n + 9]}" for line in LINES] for n in range(8)]
    rows = [row for n, page in enumerate(pages) for row in (*page[:4], str(n + 2), *page[4:])]
    blanks = [0, 0, 0, 0, over, under, *[0] * (size - 5)]
    assert find_page_starts(rows, blanks * 8) == {n * (size + 1) + 4 + is_foot for n in range(8)}


@pytest.mark.parametrize(
    ("before", "behind", "is_foot"), [(9, 4, True), (4, 9, False), (1, 9, False), (9, 1, True), (1, 1, True)]
)
def test_a_page_stands_before_the_first_foot_and_behind_the_last_head(before: int, behind: int, *, is_foot: bool) -> None:
    inner = [row for n in range(2, 8) for row in (str(n), *_page(n))]
    rows = [*_page(0)[:before], *inner, "8", *_page(1)[:behind]]
    numbers = {row for row, text in enumerate(rows) if text.isdecimal()}
    assert find_page_starts(rows, [0] * len(rows)) == {row + is_foot for row in numbers if row + is_foot < len(rows)}


def test_what_pages_begin_with_begins_those_before_the_first_number_too() -> None:
    cover = ["The Mill", HEADER, "and its ferry"]
    pages = [[HEADER, *_page(n), str(n + 2)] for n in range(8)]
    assert _starts([cover[:1], [HEADER, *_page(5)[:4]], *pages])[:3] == [1, 2, 3]
    assert _starts([["The Mill", HEADER], [HEADER, *_page(5)[:4]], *pages])[:2] == [1, 2]  # on a cover it is a title


def test_numbers_from_one_on_with_a_word_are_those_of_records() -> None:
    assert _starts([[*_page(n), f"Poster {n + 1}"] for n in range(8)]) == []


@pytest.mark.parametrize("first", [1, 1998], ids=["from one on", "years"])
def test_numbers_from_one_on_and_years_are_those_of_records(first: int) -> None:
    assert _starts([[str(n + first), *_page(n)] for n in range(8)]) == []


def test_numbers_from_one_on_that_interrupt_sentences_are_those_of_pages() -> None:
    pages = [
        [*(["of the old quay"] if n else []), *_page(n)[:-1], "Whoever came late was kept waiting", str(n + 1)]
        for n in range(8)
    ]
    assert _starts(pages) == [*range(1, 8)]


@pytest.mark.parametrize("numbers", [[2, 9, 4, 30, 7, 1, 8, 3], [2, 3, 4], [2, 3, 4, 30]])
def test_other_numbers_are_none(numbers: list[int]) -> None:
    assert _starts([[*_page(n), str(number)] for n, number in enumerate(numbers)]) == []


@pytest.mark.parametrize("foot", ["Page {} OF 12", "{} von 12", "2024 The Mill Almanac {}", "The Mill Almanac–{}"])
def test_further_ways_to_print_the_number_of_a_page(foot: str) -> None:
    assert _starts([[*_page(n), foot.format(n + 2)] for n in range(8)]) == [*range(1, 8)]


@pytest.mark.parametrize("code", ["Lot B{}/12", "{} / 12-24", "12-24 · {}"])
def test_other_codes_with_numbers_are_no_pages(code: str) -> None:
    assert _starts([[*_page(n), code.format(n + 2)] for n in range(8)]) == []


@pytest.mark.parametrize("word", ["p.", "S.", "pág.", "str.", "Sivu", "Strana", "strony", "Stránka"])
def test_numbers_from_one_on_behind_the_word_for_a_page_are_those_of_pages(word: str) -> None:
    assert _starts([[f"{word} {n + 1}", *_page(n)] for n in range(8)]) == [*range(1, 8)]


@pytest.mark.parametrize("word", ["Home page", "Idea", "Page of the mill"])
def test_those_behind_other_words_are_those_of_records(word: str) -> None:
    assert _starts([[f"{word} {n + 1}", *_page(n)] for n in range(8)]) == []


@pytest.mark.parametrize(("close", "rows"), [(2, 1), (3, 4)], ids=["two close ones", "three a little apart"])
def test_pages_with_hardly_a_word_are_no_list(close: int, rows: int) -> None:
    pages = [_page(n)[: rows - 1 if 3 <= n < 2 + close else None] for n in range(9)]
    assert _starts([[*page, str(n + 2)] for n, page in enumerate(pages)]) == [*range(1, 9)]


@pytest.mark.parametrize("blanks", [[*[0] * 11, 1, 2], [2, 1, *[0] * 10]], ids=["at feet", "at heads"])
def test_a_little_more_white_space_on_one_side_of_the_numbers_tells_nothing(blanks: list[int]) -> None:
    """The rows before the first number and behind the last one tell."""
    is_foot = blanks[0] == 0
    pages = [[HEADER, *_page(n), str(n + 2)] if is_foot else [str(n + 2), *_page(n)] for n in range(8)]
    assert _starts(pages, blanks) == [*range(1, 8)]


def test_numbers_with_but_running_lines_behind_the_last_stand_at_feet_though_the_first_page_is_a_title() -> None:
    pages = [["The mill", "2"], *([*_page(n), str(n + 3)] for n in range(7))]
    assert _starts([*pages, ["Mill Lane 7", "Printed by others"]]) == [*range(1, 9)]


def test_a_list_of_entries_of_three_rows_is_none_of_pages() -> None:
    listed = [line for n in range(2, 6) for line in (str(n), TITLES[n % 5], "told by others")]
    pages = [[*_page(n), str(n + 6)] for n in range(8)]
    assert _starts([[*listed, *_page(9)], *pages]) == [*range(2, 9)]


def test_a_dump_without_page_ends_has_pages_where_its_numbers_show_them() -> None:
    report = text_report("\n".join(line for n in range(6) for line in (*_page(n), f"{HEADER} {n + 2}")))
    assert len(report.pages) == 6
    assert [line.page for line in report.lines if line.text.startswith(HEADER)] == [1, 2, 3, 4, 5, 6]


def test_in_a_dump_with_page_ends_these_tell_alone() -> None:
    pages = "\n".join(line for n in range(6) for line in (*_page(n), f"{HEADER} {n + 2}"))
    assert len(text_report(f"{pages}\n\fThe end.\n").pages) == 2
