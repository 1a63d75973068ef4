"""Labels over each other with their values below, as dumps print what stands side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.piles import _are_values

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


SENTENCES = (
    ("The keys should be counted by the janitor on", "each last Friday of the month."),
    ("Whoever borrows a ladder should leave a name", "and the day of its return."),
    ("A second lamp should burn at the back door of", "the mill until the bakers come."),
    ("The shed should be swept before the walkers", "set out, and not after."),
    ("Bread that nobody fetches should be given to", "the barracks by nightfall."),
)
GRADES = ("High", "Low", "Medium", "Low", "High")
REPLIES = ("Agreed.", "Agreed, but later.", "Not agreed.", "Agreed.", "We were asked before.")


def test_values_of_several_lines_end_where_there_was_room_for_the_next_word() -> None:
    facts = [["Risk", "Advice", "Reply", "Until", GRADES[n], *SENTENCES[n], REPLIES[n], YEARS[n]] for n in range(5)]
    order = _order([line for n, t in enumerate(TITLES) for line in (t, *facts[n], "", PROSE[n], "")])
    for n, title in enumerate(TITLES):
        values = ["Risk", GRADES[n], "Advice", " ".join(SENTENCES[n]), "Reply", REPLIES[n], "Until", YEARS[n]]
        assert order[order.index(title) + 1 :][:8] == values


def test_the_last_value_may_be_an_address_with_names_over_it() -> None:
    names = ["Ana Ruiz", "Bo Lind", "Cem Aydin", "Dora Wolf", "Eve Novak"]
    labels = ["Cost", "Place", "Whom to ask"]
    streets = ["Mill Lane 4", "Station Road 11", "Quay 2", "Low Road 9", "High Road 31"]
    parts = [
        [t, *labels, COSTS[n], PLACES[n], names[n], streets[n], f"ana{n}@mill.example", "", PROSE[n], ""]
        for n, t in enumerate(TITLES)
    ]
    order = _order([line for part in parts for line in part])
    for n, title in enumerate(TITLES):
        assert order[order.index(title) + 1 :][:5] == ["Cost", COSTS[n], "Place", PLACES[n], "Whom to ask"]


def test_a_label_that_few_records_lack_may_be_left_out() -> None:
    lacking = 3
    facts = [
        [label for label in ("Duration", "Cost", "Place") if (n, label) != (lacking, "Cost")]
        + [value for value in _facts(n) if (n, value) != (lacking, COSTS[lacking])]
        for n in range(5)
    ]
    order = _order([line for n, t in enumerate(TITLES) for line in (t, *facts[n], "", PROSE[n], "")])
    assert order[order.index(TITLES[lacking]) + 1 :][:4] == ["Duration", YEARS[lacking], "Place", PLACES[lacking]]


def test_what_stands_elsewhere_too_is_the_next_label_and_no_value() -> None:
    parts = [[t, "Facts", "Years", str(2001 + n), "Costs", COSTS[n], "", PROSE[n], ""] for n, t in enumerate(TITLES)]
    lines = [line for part in parts for line in part]
    assert " ".join(" ".join(_order(lines)).split()) == " ".join(" ".join(lines).split())


def _sheet(n: int) -> list[str]:
    """A fact sheet that lacks a label, each time another one, with ways to reach somebody among its values."""
    rows = [
        ("Place", PLACES[n]),
        ("Phone", f"+39 051 902 129{n}"),
        ("Mail", f"rope{n}@quay.example"),
        ("Web", f"www.quay{n}.example"),
    ]
    rows += [("Begun", str(1990 + n)), ("Cost", COSTS[n])]
    del rows[1 + n]
    return [*(f"{label}:" for label, _ in rows), "", *(value for _, value in rows), "", PROSE[n]]


def test_fact_sheets_that_lack_a_label_each_are_believed_together() -> None:
    order = _order([line for n, title in enumerate(TITLES) for line in (title, *_sheet(n), "")])
    for label, values in (("Place:", PLACES), ("Mail:", [f"rope{n}@quay.example" for n in range(5) if n != 1])):
        at = [number for number, text in enumerate(order) if text == label]
        assert [order[number + 1] for number in at] == list(values)


def test_a_last_label_that_most_records_lack_is_one_of_the_pile() -> None:
    titles = (*TITLES, "Wood from the Park", "A Bell for the Ferry", "Soup for the Ferry", "The Rope of the Quay")
    sizes = {0: "Small", 3: "A cart", 5: "Two carts"}
    labels = [["Cost", "Place", *(["Size"] if n in sizes else [])] for n in range(9)]
    values = [
        [f"{n + 3} loaves", f"The {title.split()[-1]}", *sizes.get(n, "").splitlines()] for n, title in enumerate(titles)
    ]
    parts = [(title, *labels[n], "", *values[n], "", PROSE[n % 5], "") for n, title in enumerate(titles)]
    order = _order([line for part in parts for line in part])
    assert [order[order.index(titles[n]) + 1 :][:6] for n in sizes] == [
        [text for pair in zip(labels[n], values[n], strict=True) for text in pair] for n in sizes
    ]


def test_values_of_several_sentences_are_believed_where_the_next_label_follows_them() -> None:
    def order(after: str) -> list[str]:
        pages = [
            (t, "Problem", "", "Solution", "", *(f"{TITLES[n - k]} was late. It was." for k in (1, 2)))
            for n, t in enumerate(TITLES)
        ]
        return _order(
            [
                line
                for n, (*page, one, two) in enumerate(pages)
                for line in (*page, one, "", two, "", after.format(n), "", PROSE[n], "")
            ]
        )

    assert order("Team")[1:5] == [
        "Problem",
        "Bread on Thursdays was late. It was.",
        "Solution",
        "Letters for Everybody was late. It was.",
    ]
    assert order("{} people told us so")[1:3] == ["Problem", "Solution"]


def test_labels_that_end_in_colons_are_of_the_pile_though_few_records_have_them() -> None:
    rows = [
        [
            ("Cost:", COSTS[n]),
            *([("Guests:", "Forty")] if n == 2 else []),
            ("Place:", PLACES[n]),
            ("Time:", YEARS[n]),
            ("Of:", title),
        ]
        for n, title in enumerate(reversed(TITLES))
    ]
    parts = [
        [title, *(label for label, _ in rows[n]), "", *(value for _, value in rows[n]), "", PROSE[n], ""]
        for n, title in enumerate(TITLES)
    ]
    order = _order([line for part in parts for line in part])
    assert order[order.index("Guests:") - 2 :][:10] == [text for row in rows[2] for text in row]


@pytest.mark.parametrize(("elsewhere", "are_values"), [(0, True), (9, False)])
def test_what_stands_in_other_places_more_often_is_the_next_label(elsewhere: int, *, are_values: bool) -> None:
    returns = [(year, ("Costs", "Thanks")[n % 2]) for n, year in enumerate(YEARS)]
    assert _are_values(returns, {"costs": 3 + elsewhere, "thanks": 2 + elsewhere}) is are_values
