"""Labels and values in turns, of which both come back."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

import pytest
from builders import PAGE, PROSE, TITLES, Page, laid_out, overlaid, page_of, pdf_report, text_report, wrapped
from reportlab.pdfgen.canvas import Canvas

from profile_extract.model import Report
from profile_extract.segment.labels import find_labels
from profile_extract.segment.pairs import find_values_in_pairs
from profile_extract.structure import Label

BOLD, PLAIN, SLANTED, BOLD_SLANTED = "Helvetica-Bold", "Helvetica", "Helvetica-Oblique", "Helvetica-BoldOblique"
CLOSE, APART = 12.0, 24.0
"""Distances of baselines, in points: with nothing between two lines, and with a line's space."""
PER_PAGE = 8


class Row(NamedTuple):
    """A line, how far it stands below the one above it, and its font."""

    text: str
    down: float = APART
    font: str = PLAIN


def _pair(number: int, label: str = BOLD, value: str = PLAIN) -> list[Row]:
    return [Row(f"Gate {number}", APART, label), Row(f"Shut {number}", CLOSE, value)]


def _page(rows: Sequence[Row]) -> Page:
    def draw(canvas: Canvas) -> None:
        y = PAGE[1] - 30
        for row in rows:
            y -= row.down
            canvas.setFont(row.font, 10)
            canvas.drawString(50, y, row.text)

    return draw


def _values(*groups: Sequence[Row], labels: Collection[str] = ("Gate", "Shut"), runs_in: str = "") -> list[str]:
    """Which lines are values in pairs where those that begin with some words come back; one of them may run in."""
    pages = [[row for group in groups[n : n + PER_PAGE] for row in group] for n in range(0, len(groups), PER_PAGE)]
    return _found(pdf_report(*map(_page, pages)), [row.text for rows in pages for row in rows], labels, runs_in)


def _found(report: Report, printed: Sequence[str], labels: Collection[str], runs_in: str = "") -> list[str]:
    layout = laid_out(report)
    texts = [block.text.text for block in layout.blocks]
    assert texts == list(printed)
    found = {
        n: Label(n, 0, len(text), 4 if text == runs_in else len(text), text.split()[0].casefold(), "section")
        for n, text in enumerate(texts)
        if text.startswith(tuple(labels))
    }
    return [texts[n] for n in find_values_in_pairs(found, layout)]


TEN = [_pair(n) for n in range(10)]
VALUES = [f"Shut {n}" for n in range(10)]


def test_what_stands_close_under_ten_labels_with_space_around_both_are_values() -> None:
    assert _values(*TEN) == VALUES


def test_fewer_may_be_chance() -> None:
    assert _values(*TEN[:9]) == []


@pytest.mark.parametrize(("alone", "are_values"), [(2, True), (3, False)])
def test_most_of_what_is_set_as_they_are_stands_in_pairs(alone: int, *, are_values: bool) -> None:
    others = [[Row(f"Shut off {n}")] for n in range(alone)]
    assert _values(*TEN, *others) == (VALUES if are_values else [])


def test_what_runs_in_is_not_counted_among_these() -> None:
    assert _values(*TEN, [Row("Shut off 1")], [Row("Shut off 2")], [Row("Shut off 3")], runs_in="Shut off 3") == VALUES


@pytest.mark.parametrize(
    ("label", "value"), [(PLAIN, SLANTED), (SLANTED, PLAIN), (BOLD, BOLD_SLANTED)], ids=["plain", "slanted", "both bold"]
)
def test_labels_are_in_bold_and_values_are_not(label: str, value: str) -> None:
    assert _values(*(_pair(n, label, value) for n in range(10))) == []


def test_pairs_are_in_the_same_two_types() -> None:
    assert _values(*TEN[:5], *(_pair(n, BOLD_SLANTED) for n in range(5, 10))) == []
    assert _values(*TEN, *(_pair(n, BOLD, SLANTED) for n in range(10, 13))) == VALUES


@pytest.mark.parametrize(
    "pair",
    [
        [Row("Gate 10", APART, BOLD), Row("Shut 10")],  # apart from its label
        [Row("Gate 10", CLOSE, BOLD), Row("Shut 10", CLOSE)],  # close to what stands above
        [Row("Gate 10", APART, BOLD), Row("Shut 10", CLOSE), Row("by the miller", CLOSE, SLANTED)],  # it goes on
        [Row("Hedge 10", APART, BOLD), Row("Shut 10", CLOSE)],  # under what does not come back
    ],
)
def test_what_is_no_value_of_a_pair(pair: Sequence[Row]) -> None:
    assert _values(*TEN, pair) == VALUES


def test_another_label_may_stand_close_under_a_value() -> None:
    pair = [Row("Gate 10", APART, BOLD), Row("Shut 10", CLOSE), Row("Hedge 11", CLOSE, BOLD), Row("grown", CLOSE, SLANTED)]
    assert _values(*TEN, pair) == [*VALUES, "Shut 10"]


def test_a_label_and_a_value_stand_alone() -> None:
    assert _values(*TEN, _pair(10), runs_in="Gate 10") == VALUES
    assert _values(*TEN, _pair(10), runs_in="Shut 10") == VALUES
    assert _values(*TEN, _pair(10)) == [*VALUES, "Shut 10"]


def test_a_dump_has_no_type_to_tell_them_apart_by() -> None:
    printed = [text for n in range(10) for text in (f"Gate {n}", f"Shut {n}")]
    dump = "\n\n".join(f"Gate {n}\nShut {n}" for n in range(10))
    assert _found(text_report(dump), printed, ("Gate", "Shut")) == []


@pytest.mark.parametrize(
    ("colons", "others", "are_values"), [(10, 3, True), (10, 4, False), (9, 0, False)], ids=["most", "too few of all", "few"]
)
def test_in_a_dump_most_lines_without_a_colon_that_come_back_stand_under_some_with_one(
    colons: int, others: int, *, are_values: bool
) -> None:
    pairs = [(f"Gate {n}:", f"Shut {n}") for n in range(colons)]
    bare = [f"Hedge {n}" for n in range(others)]
    dump = "\n\n".join([*map("\n".join, pairs), *bare])
    found = _found(text_report(dump), [*chain.from_iterable(pairs), *bare], ("Gate", "Shut", "Hedge"))
    assert found == ([value for _, value in pairs] if are_values else [])


GATES = ("Upper gate", "Lower gate", "Weir")


def _of_gates(number: int, font: str) -> Page:
    """A profile that says of each gate whether it is shut: what is said comes back more often than what it is said of."""
    rows = [(170.0 + 40 * n, gate, "Shut at night" if (number + n) % 4 else "Always open") for n, gate in enumerate(GATES)]
    return overlaid(
        page_of([(50, 60, TITLES[number])], BOLD, 16),
        page_of([(50, 90 + 12 * n, line) for n, line in enumerate(wrapped(PROSE[number]))]),
        page_of([(50, top, gate) for top, gate, _ in rows], font),
        page_of([(50, top + 12, value) for top, _, value in rows], SLANTED),
    )


def test_values_that_come_back_more_often_than_their_labels_are_none() -> None:
    layout = laid_out(pdf_report(*(_of_gates(n, BOLD) for n in range(5))))
    found = find_labels(layout, {})
    assert [layout.blocks[n].text.text for n in sorted(found)] == list(GATES) * 5
