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
