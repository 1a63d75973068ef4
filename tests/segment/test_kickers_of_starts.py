"""Starts of profiles of a dump that move up to the short line over all of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment.lifting import moved_up
from profile_extract.structure import Label

NEAR, FAR = "\n\n", "\n\n\n"
NUMBERS = range(101, 106)


def _moved(over: Sequence[str], *, labelled: bool = False) -> list[int]:
    """By how many blocks each start is moved up that is a title under one of some lines, as far from it as from a text."""
    parts = (NEAR.join((line, title, text)) for line, title, text in zip(over, TITLES, PROSE, strict=True))
    layout = laid_out(text_report(f"Neighbours at Work{NEAR}{PROSE[0]}{NEAR}" + NEAR.join(parts)))
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    labels = {i - 1: Label(i - 1, 0, 6, 6, "poster", "section") for i in starts} if labelled else {}
    return [start - moved for start, moved in zip(starts, moved_up(layout, labels, starts), strict=True)]


@pytest.mark.parametrize(
    ("over", "moved"),
    [
        ([f"Contributed talk, table {n}" for n in NUMBERS], [1] * 5),
        ([*(f"Contributed talk, table {n}" for n in NUMBERS[:4]), "Telephone 0461 555 312"], [1, 1, 1, 1, 0]),
        ([f"Tel. 0461 555 {n}" for n in NUMBERS], [0] * 5),
        ([f"Mill Lane {n}, 24937 Flensburg" for n in NUMBERS], [0] * 5),
        ([f"{word} talk, table {n}" for word, n in zip(("One", "My", "His", "Her", "Our"), NUMBERS, strict=True)], [0] * 5),
    ],
    ids=["a kind and a table", "four of five", "telephones", "addresses", "others"],
)
def test_a_line_that_comes_back_but_for_its_number_is_over_the_title(over: Sequence[str], moved: Sequence[int]) -> None:
    assert _moved(over) == moved


def test_a_label_over_starts_is_none_of_theirs() -> None:
    assert _moved([f"Contributed talk, table {n}" for n in NUMBERS], labelled=True) == [0] * 5
