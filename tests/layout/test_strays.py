"""Page numbers and running lines that a dump prints inside its pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import PROSE, TITLES, text_report

from profile_extract.layout.furniture import PAGE_NUMBER, find_furniture

HEADER = "The Mill Almanac"


def _found(pages: list[list[str]]) -> list[tuple[int, str, str]]:
    report = text_report("\f".join("\n\n".join(page) for page in pages))
    return [(item.line.page, item.line.text, item.rule) for item in find_furniture(report)]


def _page(n: int, *inside: str) -> list[str]:
    return [f"{TITLES[n]} by the river", PROSE[n], *inside, f"Whom to ask: {TITLES[n - 1]}"]


def test_numbers_inside_pages_that_count_with_them_are_theirs() -> None:
    found = _found([_page(n, str(n + 4)) for n in range(5)])
    assert found == [(n + 1, str(n + 4), PAGE_NUMBER) for n in range(5)]


@pytest.mark.parametrize(
    "inside", [lambda n: ["12", "7", "30", "7", "1"][n], lambda n: f"{n + 4}\nchairs"], ids=["any number", "beside a word"]
)
def test_other_numbers_are_none(inside: Callable[[int], str]) -> None:
    assert not _found([_page(n, inside(n)) for n in range(5)])


def test_a_running_line_may_stand_inside_a_page() -> None:
    pages = [[HEADER, *_page(n)] if n != 3 else _page(n, HEADER) for n in range(5)]
    assert [page for page, text, _ in _found(pages) if text == HEADER] == [1, 2, 3, 4, 5]


def test_what_the_cover_says_is_no_running_line_inside_it() -> None:
    pages = [[HEADER, *_page(n)] if n else [TITLES[0], HEADER, PROSE[0]] for n in range(5)]
    assert [page for page, text, _ in _found(pages) if text == HEADER] == [2, 3, 4, 5]


def test_a_line_that_runs_on_few_pages_only_is_a_heading_elsewhere() -> None:
    pages = [[HEADER, *_page(n % 5)] if n < 3 else _page(n % 5, HEADER) if n == 5 else _page(n % 5) for n in range(10)]
    assert (6, HEADER, "furniture.header") not in _found(pages)
