"""Names of chapters at the page numbers of a dump."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, text_report

from profile_extract.layout.furniture import find_furniture
from profile_extract.layout.page_number_rows import at_page_numbers
from profile_extract.model import Report
from profile_extract.structure import rows_of

CHAPTERS = ("Salt and Bread", "Quiet Mills", "Lanterns")
FIRST = 7
"""The number printed on the first page."""


def _report(edges: Sequence[str], *, is_foot: bool = False, head: str = "") -> Report:
    """A dump with something at the top or foot of each page; ``head`` is printed over the text."""
    parts = [(edge, head, PROSE[n % 5], f"Nobody knows {n * n} of them.") for n, edge in enumerate(edges)]
    return text_report("\f".join("\n\n".join(filter(None, part[::-1] if is_foot else part)) for part in parts))


def _at_numbers(report: Report, *, is_foot: bool = False) -> list[str]:
    rows = {page: rows_of(lines)[:: -1 if is_foot else 1] for page, lines in report.lines_by_page.items()}
    return sorted({line.text for line in at_page_numbers(rows, report.lines_by_page)} - {str(n) for n in range(100)})


def _of_chapters(form: str, number: int = FIRST) -> list[str]:
    """What stands at the edges of six pages: each chapter has two."""
    return [form.format(name=CHAPTERS[n // 2], number=number + n) for n in range(6)]


@pytest.mark.parametrize("is_foot", [False, True], ids=["top", "foot"])
@pytest.mark.parametrize("form", ["{number}        {name}", "{name}        {number}", "– {number} –        {name}"])
def test_a_name_beside_the_number_of_its_page_runs(form: str, *, is_foot: bool) -> None:
    found = _at_numbers(_report(_of_chapters(form), is_foot=is_foot), is_foot=is_foot)
    assert [text for text in found if "–" not in text] == sorted(CHAPTERS)


@pytest.mark.parametrize(
    "form", ["{name} {number}", "{name} | {number}", "{name} – {number}", "{number} {name}", "{number} · {name}"]
)
def test_a_number_may_stand_at_an_end_of_the_name(form: str) -> None:
    lines = _of_chapters(form)
    assert _at_numbers(_report(lines)) == sorted(lines)


def test_a_name_may_stand_outside_of_a_lone_number() -> None:
    assert _at_numbers(_report(_of_chapters("{name}\n{number}"))) == sorted(CHAPTERS)


HEADED = [f"{name}        {FIRST + n}\n\n{name}" for n, name in enumerate((*CHAPTERS, "Ropes of Hair"))]


def test_a_name_of_one_page_runs_where_a_heading_there_says_the_same() -> None:
    report = _report(HEADED)
    rules = {item.line: item.rule for item in find_furniture(report)}
    lines = [line for page in range(1, 5) for line in report.lines_by_page[page][:2]]
    assert [rules.get(line) for line in lines] == ["furniture.header", "furniture.page-number"] * 4
    assert len(rules) == len(lines)


def test_the_heading_may_stand_on_the_page_before() -> None:
    edges = ["", *(f"{name}        {FIRST + n}" for n, name in enumerate(CHAPTERS, 1)), ""]
    report = _report(edges)
    assert _at_numbers(report) == []
    headed = [*(f"{edge}\n\n{name}" for edge, name in zip(edges, CHAPTERS, strict=False)), *edges[3:]]
    assert _at_numbers(_report(headed)) == sorted(CHAPTERS)


TITLES = ("Chairs After Dark", "Apples and Mills", "Counted Steps", "Letters for All", "Thursday Bread", "Boats of Reed")


@pytest.mark.parametrize("form", ["{number} {name}", "{number}        {name}", "{name}\n{number}", "{number}\n{name}"])
def test_titles_numbered_as_the_pages_are_that_no_heading_repeats_do_not(form: str) -> None:
    assert _at_numbers(_report([form.format(number=n, name=name) for n, name in enumerate(TITLES, 1)])) == []


def test_a_title_behind_its_number_is_none_though_a_heading_says_the_same() -> None:
    edges = [f"{n} {name}\n\n{name}" for n, name in enumerate(TITLES, 1)]
    assert _at_numbers(_report(edges)) == []


def test_what_hardly_ever_comes_back_does_not() -> None:
    names = (*CHAPTERS[:1] * 2, *TITLES[:4])
    assert _at_numbers(_report([f"{name} {FIRST + n}" for n, name in enumerate(names)])) == []
    names = (*CHAPTERS[:1] * 2, *CHAPTERS[1:2] * 2, *TITLES[:2])
    assert len(_at_numbers(_report([f"{name} {FIRST + n}" for n, name in enumerate(names)]))) == 6


def test_labels_inside_of_numbers_do_not_though_they_come_back() -> None:
    assert _at_numbers(_report(_of_chapters("{number}\n{name}"))) == []


def test_a_name_inside_of_a_number_does_where_it_runs_outside_of_another() -> None:
    edges = [*_of_chapters("{name}\n{number}")[:5], f"{FIRST + 5}\n{CHAPTERS[2]}", f"{FIRST + 6}\nMeans"]
    report = _report(edges)
    assert _at_numbers(report) == sorted(CHAPTERS)
    rows = {page: rows_of(lines) for page, lines in report.lines_by_page.items()}
    assert [line.page for line in at_page_numbers(rows, report.lines_by_page) if line.text == CHAPTERS[2]] == [5, 6]


@pytest.mark.parametrize("numbers", [(7, 4, 99, 41, 12, 60), (7, 8, 30, 40, 50, 60)], ids=["none", "two of six"])
def test_numbers_that_do_not_count_with_the_pages_are_not_theirs(numbers: tuple[int, ...]) -> None:
    edges = [f"{CHAPTERS[n // 2]}        {number}" for n, number in enumerate(numbers)]
    assert _at_numbers(_report(edges)) == []


@pytest.mark.parametrize(("count", "are_enough"), [(8, False), (7, True)])
def test_two_of_five_pages_at_least_have_their_number(count: int, *, are_enough: bool) -> None:
    edges = [f"{CHAPTERS[0]}        {FIRST + n}" if n < 3 else "" for n in range(count)]
    assert _at_numbers(_report(edges)) == ([CHAPTERS[0]] if are_enough else [])


def test_one_whose_number_does_not_count_on_is_not() -> None:
    edges = [*_of_chapters("{name}        {number}")[:5], f"{CHAPTERS[2]}s        99"]
    assert _at_numbers(_report(edges)) == sorted(CHAPTERS)


@pytest.mark.parametrize(("count", "are_enough"), [(2, False), (3, True)])
def test_numbers_of_two_pages_may_be_chance(count: int, *, are_enough: bool) -> None:
    assert bool(_at_numbers(_report([f"{CHAPTERS[0]} {FIRST + n}" for n in range(count)]))) is are_enough


LONG = "Chairs and Ladders That Were Mended After Dark by the Neighbours of the Evening School"


@pytest.mark.parametrize("line", [LONG, "They all run late.", "1868"], ids=["long", "sentence", "number"])
def test_what_may_not_run_by_what_it_says_does_not(line: str) -> None:
    assert _at_numbers(_report([f"{line}\n{FIRST + n}" for n in range(6)])) == []
    assert _at_numbers(_report([f"{LONG[:-7]}\n{FIRST + n}" for n in range(6)])) == [LONG[:-7]]


def test_a_number_at_the_end_of_a_cell_is_no_pages() -> None:
    assert _at_numbers(_report(_of_chapters("{name} {number}        Ropes"))) == []
