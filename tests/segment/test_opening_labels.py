"""Titles of a dump that run into the label that opens each round of labels."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment import segment
from profile_extract.structure import Segmentation

TIMES = ("2004 to 2009", "2011", "1998 to 2001", "2016 to 2017", "2013")


def _found(over: str, values: tuple[str, ...], behind: str = "") -> Segmentation:
    """Records whose first label says something; ``over`` stands above it, ``behind`` after the last value."""
    parts = zip(values, TITLES, TIMES, PROSE, strict=True)
    texts = (
        f"{over.format(title=title)}Workshop: {value}\nLength: {time}\nFor whom: {text}{behind}"
        for value, title, time, text in parts
    )
    return segment(laid_out(text_report("\f".join(("Foreword\nThat is how we began.", "\n".join(texts))))))


def _rules(found: Segmentation) -> set[str]:
    return {hypothesis.rule for hypothesis in found.hypotheses}


@pytest.mark.parametrize("behind", ["", "\n• Apples\n• Pears"])
def test_what_the_first_label_says_is_the_title_where_nothing_stands_over_it(behind: str) -> None:
    found = _found("", TITLES, behind)
    assert found.taken is not None
    assert found.taken.rule == "title.label"
    assert [part.title_label is not None for part in found.segments] == [True] * 5


@pytest.mark.parametrize(
    ("over", "values"),
    [
        ("{title}\n", tuple(f"House {text.split()[5]}" for text in PROSE)),
        ("", ("Evening school",) * 5),
        ("", ("40.1", "17.3", "8.2", "90.4", "11.5")),
    ],
)
def test_it_is_none_under_a_title_nor_if_it_is_the_same_or_figures(over: str, values: tuple[str, ...]) -> None:
    assert "title.label" not in _rules(_found(over, values))


CHAPTERS = ("1. Wood", "2. Fruit")
"""Of five records the first and the fourth stand under one."""


def _in_chapters(chapters: tuple[str, ...] = CHAPTERS, *, own_pages: bool = True) -> Segmentation:
    texts = [
        f"Workshop: {title}\nLength: {time}\nFor whom: {text}" for title, time, text in zip(TITLES, TIMES, PROSE, strict=True)
    ]
    parts = [f"{chapters[0]}\n{texts[0]}", *texts[1:3], f"{chapters[1]}\n{texts[3]}", texts[4]]
    joined = "\n".join(parts[:3]) + ("\f" if own_pages else "\n") + "\n".join(parts[3:])
    return segment(laid_out(text_report("\f".join(("Foreword\nThat is how we began.", joined)))))


def test_numbered_chapters_that_open_pages_stand_over_some() -> None:
    assert "title.label" in _rules(_in_chapters())


@pytest.mark.parametrize("chapters", [("Wood", "Fruit"), ("1. Wood", "3. Fruit")], ids=["no number", "not on"])
def test_a_heading_of_another_kind_may_be_the_title(chapters: tuple[str, ...]) -> None:
    assert "title.label" not in _rules(_in_chapters(chapters))


def test_a_numbered_line_inside_a_page_may_be_the_title() -> None:
    assert "title.label" not in _rules(_in_chapters(own_pages=False))


def test_numbered_lines_over_most_are_titles() -> None:
    texts = (
        f"{n}. {title}\nWorkshop: House {text.split()[5]}\nLength: {time}\nFor whom: {text}"
        for n, (title, time, text) in enumerate(zip(TITLES, TIMES, PROSE, strict=True), 1)
    )
    found = segment(laid_out(text_report("\f".join(("Foreword\nThat is how we began.", *texts)))))
    assert "title.label" not in _rules(found)


def test_the_value_of_the_label_over_it_may_have_its_own_line() -> None:
    houses = tuple(f"House {text.split()[5]}" for text in PROSE)
    assert "title.label" in _rules(_found("", TITLES, "\nWhere:\nYard"))
    assert "title.label" not in _rules(_found("{title}\n", houses, "\nWhere:\nYard"))
