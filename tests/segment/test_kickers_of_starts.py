"""Starts of profiles of a dump that move up to the short line over all of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment.lifting import moved_up
from profile_extract.structure import Label

SAME = ("Poster of the day",) * 5


NEAR, FAR = "\n\n", "\n\n\n"


def _moved(over: Sequence[str], *, labelled: bool = False, head: str = "") -> list[int]:
    """By how many blocks each start is moved up that is a title under one of some lines, more space between them than over."""
    parts = (NEAR.join((line + FAR + title, text)) for line, title, text in zip(over, TITLES, PROSE, strict=True))
    layout = laid_out(text_report(head + NEAR.join(parts)))
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    labels = {i - 1: Label(i - 1, 0, 6, 6, "poster", "section") for i in starts} if labelled else {}
    return [start - moved for start, moved in zip(starts, moved_up(layout, labels, starts), strict=True)]


@pytest.mark.parametrize(
    ("over", "moved"),
    [
        (SAME, [1] * 5),
        ([f"Poster {n} of the day" for n in range(5)], [1] * 5),
        ((*SAME[:4], "Talk of the hour"), [1, 1, 1, 1, 0]),
        ((*SAME[:3], "Talk of the hour", "Song of the week"), [0] * 5),
        (("Talk of the hour", *SAME[1:]), [0] * 5),
        ([f"{word} of the day" for word in ("Poster", "Talk", "Song", "Walk", "Meal")], [0] * 5),
        ([str(n) for n in range(7, 12)], [0] * 5),
        ([f"{PROSE[0]}\n{PROSE[1]}"] * 5, [0] * 5),
    ],
    ids=["same", "numbers", "four of five", "three of five", "not the first", "others", "only numbers", "texts"],
)
def test_starts_under_the_same_line_move_up_to_it(over: Sequence[str], moved: Sequence[int]) -> None:
    assert _moved(over) == moved


def test_a_label_over_starts_is_none_of_theirs() -> None:
    assert _moved(SAME, head=f"Neighbours at Work\n\n{PROSE[0]}\n\n") == [1] * 5
    assert _moved(SAME, head=f"Neighbours at Work\n\n{PROSE[0]}\n\n", labelled=True) == [0] * 5


def test_where_the_first_start_begins_the_report_they_all_stay() -> None:
    parts = NEAR.join(SAME[0] + FAR + NEAR.join(pair) for pair in zip(TITLES, PROSE, strict=True))
    layout = laid_out(text_report(NEAR.join((parts.partition(FAR)[2], SAME[0]))))
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    assert list(moved_up(layout, {}, starts)) == starts
