"""Two printed pages on one page of the PDF."""

from __future__ import annotations

import io

import pytest
from builders import Placed, laid_out
from reportlab.pdfgen.canvas import Canvas

from profile_extract.layout.spreads import find_folds
from profile_extract.model import Report
from profile_extract.read import read_bytes

WIDTH, HEIGHT = 800.0, 500.0


def wide(*pages: list[Placed], size: tuple[float, float] = (WIDTH, HEIGHT)) -> Report:
    """Landscape pages with lines of text at given places."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, invariant=1)
    for lines in pages:
        canvas.setFont("Helvetica", 10)
        for x, from_top, text in lines:
            canvas.drawString(x, size[1] - from_top, text)
        canvas.showPage()
    canvas.save()
    return read_bytes(buffer.getvalue(), "report.pdf")


def leaf(number: int, x: float, count: int = 4) -> list[Placed]:
    """One printed page: a running header, some lines and a page number."""
    lines = [(x, 100.0 + 12 * n, f"Leaf {number} says a thing of its own, line {n} of it.") for n in range(count)]
    return [(x, 30.0, "An Almanac of Bridges"), *lines, (x + (0 if number % 2 == 0 else 280), 480.0, str(number))]


def spread(number: int, left: int = 4, right: int = 4) -> list[Placed]:
    rows = leaf(number, 50.0, left) + leaf(number + 1, 450.0, right)
    return sorted(rows, key=lambda row: row[1])


def test_each_half_is_read_wholly_before_the_other_and_its_number_and_header_are_furniture() -> None:
    layout = laid_out(wide(*(spread(n) for n in (4, 6, 8))))
    assert [block.text.text.split(" says")[0] for block in layout.blocks] == [f"Leaf {n}" for n in range(4, 10)]
    assert sorted(item.line.text for item in layout.furniture if item.line.text.isdigit()) == [str(n) for n in range(4, 10)]
    assert sum(item.line.text == "An Almanac of Bridges" for item in layout.furniture) == 6


def test_a_half_with_a_line_or_two_is_a_half_all_the_same() -> None:
    layout = laid_out(wide(spread(4), spread(6, left=2, right=6), spread(8)))
    texts = [block.text.text.split(" says")[0] for block in layout.blocks]
    assert texts == [f"Leaf {n}" for n in range(4, 10)]


def test_a_line_across_the_fold_makes_a_page_one() -> None:
    across = [(50.0, 60.0, "A map of all the bridges " * 6)]
    report = wide(spread(4), spread(6), across + spread(8))
    assert find_folds(report) == {1: WIDTH / 2, 2: WIDTH / 2}


@pytest.mark.parametrize(
    "report",
    [
        wide(*([(50.0, 100.0, "one"), (450.0, 100.0, "two"), (750.0, 480.0, str(n))] for n in (4, 5, 6))),
        wide(*(spread(n) for n in (4, 6, 8)), size=(WIDTH, WIDTH)),
        wide(*([(50.0, 480.0, "4 boats"), (450.0, 480.0, "7 boats")] for _ in range(3))),
    ],
    ids=["numbered once", "not wide", "other numbers"],
)
def test_without_two_page_numbers_on_wide_pages_there_are_no_spreads(report: Report) -> None:
    assert find_folds(report) == {}


def _titled(*titles: str, folios: bool = False) -> Report:
    """Wide pages with two titles each at one height; and with page numbers beside words of their own in each, or none."""
    pages = []
    for n, (left, right) in enumerate(zip(titles[::2], titles[1::2], strict=True)):
        page = [(50.0, 60.0, left), (450.0, 60.0, right)]
        page += [(x, 100.0 + 12 * k, f"Line {'abcdefgh'[k]} of page {'abcdefgh'[n]}") for x in (50.0, 450.0) for k in range(8)]
        if folios:
            page += [(50.0, 480.0, f"{2 * n + 4}"), (450.0, 480.0, f"{2 * n + 5}")]
        pages.append(page)
    return wide(*pages)


TITLES = ("1 Chairs", "2 Apples", "3 Steps", "4 Letters", "5 Bread", "6 Bells")


def test_titles_with_numbers_two_a_page_are_no_page_numbers() -> None:
    assert find_folds(_titled(*TITLES)) == {}
    assert find_folds(_titled(*TITLES, folios=True)) == dict.fromkeys((1, 2, 3), WIDTH / 2)


def test_words_that_come_back_beside_numbers_are_those_of_page_numbers() -> None:
    assert find_folds(_titled(*(f"Ropes {n}" for n in range(4, 10)))) == dict.fromkeys((1, 2, 3), WIDTH / 2)
    assert find_folds(_titled("4 Ropes", "5 Ropes", "6 Bells", "7 Bells")) == dict.fromkeys((1, 2), WIDTH / 2)


def test_long_lines_are_no_page_numbers_whatever_comes_back() -> None:
    long = "Ropes and bells and all else that a ferry has need of, by number"
    assert find_folds(_titled(*(f"{n} {long}" for n in range(4, 10)))) == {}
