"""Columns of facts that a dump prints before the titles of their pages."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, text_report

YEARS = ("2004 to 2009", "2011 to 2012", "1998 to 2001", "2016 to 2017", "2013 to 2020")
COSTS = ("40 crowns", "A bucket of paint", "7 crowns", "Four days of work", "12 loaves")
FORM_FEED, PARTED = "\f", "\n\n\n"


def _pages(first: str = "Duration") -> list[str]:
    parts = zip(TITLES, YEARS, COSTS, PROSE, strict=True)
    return [f"{first}\n{year}\nCost\n{cost}\n{title}\n{text}\n" for title, year, cost, text in parts]


@pytest.mark.parametrize("end", [FORM_FEED, PARTED])
def test_facts_printed_before_each_title_are_of_its_profile(end: str) -> None:
    found = extraction_of(text_report(end.join(_pages())))
    assert [s.title.text.text for s in found.segmentation.segments] == list(TITLES)
    texts = [[block.text.text for block in segment.blocks] for segment in found.segmentation.segments]
    assert [t[-4:] for t in texts] == [["Duration", y, "Cost", c] for y, c in zip(YEARS, COSTS, strict=True)]


def test_a_page_that_goes_on_stands_before_the_facts() -> None:
    pages = _pages()
    more = "Whoever had no dough brought wood, and in the third winter nobody in the lower town went without bread."
    pages.insert(2, f"{more}\n")
    texts = [block.text.text for block in laid_out(text_report(FORM_FEED.join(pages))).blocks]
    assert texts.index(more) < texts.index(YEARS[1]) < texts.index(TITLES[2])


def test_an_address_ends_such_a_column() -> None:
    pages = [
        page.replace("\nCost\n", f"\nContact\nInn of the {n}th Mill\ninn{n}@mill.example\nwww.mill.example\nCost\n")
        for n, page in enumerate(_pages(), 4)
    ]
    pages = [page.replace("Cost\n", "").replace(f"{cost}\n", "") for page, cost in zip(pages, COSTS, strict=True)]
    texts = [block.text.text for block in laid_out(text_report(FORM_FEED.join(pages))).blocks]
    assert [text for text in texts if text in TITLES or text == "Contact"] == [
        t for title in TITLES for t in (title, "Contact")
    ]


@pytest.mark.parametrize("values", [TITLES, ("1", "2", "3", "4", "5")])
def test_a_running_line_over_titles_or_page_numbers_is_no_label(values: tuple[str, ...]) -> None:
    pages = [f"Almanac of the Lower Town\n{value}\n{text}\n" for value, text in zip(values, PROSE, strict=True)]
    layout = laid_out(text_report(FORM_FEED.join(pages)))
    assert {item.line.text for item in layout.furniture} >= {"Almanac of the Lower Town"}
    assert [b.text.text for b in layout.blocks if b.text.text in PROSE] == list(PROSE)


def test_a_running_line_over_the_numbers_of_pages_is_none_though_the_cover_has_its_title_there() -> None:
    tops = ("Almanac of the Lower Town", "2", "3", "4", "5", "6")
    pages = [f"Almanac of the Lower Town\n{top}\n{text}\n" for top, text in zip(tops, (PROSE[0], *PROSE), strict=True)]
    layout = laid_out(text_report(FORM_FEED.join(pages)))
    assert {item.line.page for item in layout.furniture if item.line.text == tops[0]} == {1, 2, 3, 4, 5, 6}
