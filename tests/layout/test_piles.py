"""Labels over each other with their values below, as dumps print what stands side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import PROSE, TITLES, laid_out, text_report

YEARS = ("2004 to 2009", "2011 to 2012", "1998 to 2001", "2016 to 2017", "2013 to 2020")
COSTS = ("40 crowns", "A bucket of paint", "7 crowns", "Four days of work", "12 loaves")
PLACES = ("The yard", "Behind the mill", "The station", "The empty shop", "The barracks")


def _order(parts: list[str]) -> list[str]:
    return [block.text.text for block in laid_out(text_report("\n".join(parts))).blocks]


def _facts(n: int) -> list[str]:
    return [YEARS[n], COSTS[n], PLACES[n]]


def _beside(n: int) -> list[str]:
    return ["Duration", YEARS[n], "Cost", COSTS[n], "Place", PLACES[n]]


@pytest.mark.parametrize("between", [False, True], ids=["near each other", "empty lines between"])
def test_values_go_under_their_labels(between: bool) -> None:
    def column(texts: list[str]) -> list[str]:
        return [line for text in texts for line in (text, "")] if between else texts

    parts = [[t, *column(["Duration", "Cost", "Place"]), *column(_facts(n)), "", PROSE[n], ""] for n, t in enumerate(TITLES)]
    order = _order([line for part in parts for line in part])
    assert order == [text for n, title in enumerate(TITLES) for text in (title, *_beside(n), PROSE[n])]


def test_a_value_may_go_on_in_small_letters() -> None:
    parts = [[t, "Duration", "Cost", f"From {YEARS[n]}", "and on", COSTS[n], "", PROSE[n], ""] for n, t in enumerate(TITLES)]
    order = _order([line for part in parts for line in part])
    assert [order[order.index(t) + 1 :][:4] for t in TITLES] == [
        ["Duration", f"From {year} and on", "Cost", cost] for year, cost in zip(YEARS, COSTS, strict=True)
    ]


@pytest.mark.parametrize(
    "facts",
    [
        lambda n: ["Facts", "Duration", YEARS[n], "Cost", COSTS[n]],  # a heading over labels with their values
        lambda n: ["Duration", "Cost", YEARS[n], "", PROSE[n - 1]],  # too few values
        lambda _: ["Duration", "Cost", "None", "None"],  # always the same
        lambda _: ["Duration", "Cost", "It was long.", "It was dear."],  # sentences
    ],
)
def test_other_lines_stay_where_they_are(facts: Callable[[int], list[str]]) -> None:
    parts = [[title, *facts(n), "", PROSE[n], ""] for n, title in enumerate(TITLES)]
    lines = [line for part in parts for line in part]
    joined = " ".join(" ".join(_order(lines)).split())
    assert joined == " ".join(" ".join(lines).split())


def test_labels_with_their_values_in_one_line_are_no_such_labels() -> None:
    parts = [[t, "Kind: a walk", "Season: the winter", YEARS[n], COSTS[n], "", PROSE[n], ""] for n, t in enumerate(TITLES)]
    order = _order([line for part in parts for line in part])
    assert [order.index("Season: the winter") - order.index("Kind: a walk")] == [1]


def test_a_value_that_comes_back_between_two_labels_is_no_label_of_a_pile() -> None:
    kinds = ("Free", "Free", "Free", "By swap", "By favour", "For a song", "By turns")
    titles = (*TITLES, "Wood from the Park", "A Bell for the Ferry")
    parts = [
        [t, PROSE[n % 5], "Cost", kinds[n], "Place", f"The yard of {t}", f"yard{n}@mill.example"] for n, t in enumerate(titles)
    ]
    order = _order([line for part in parts for line in (*part, f"Open on {part[0]}")])
    assert order[order.index("Cost") :][:3] == ["Cost", "Free", "Place"]
