"""Starts of profiles of a dump that move up to the short line over all of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, Page, laid_out, page_of, pdf_report, text_report, wrapped

from profile_extract.segment.lifting import _is_counted_kicker, moved_up
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


def _is_counted(form: str, times: int = 3) -> bool:
    """Whether a line that comes back so often, with another number each time, is over titles by its words."""
    lines = [form.format(n=n) for n in NUMBERS[:times]]
    parts = (NEAR.join((line, title, text)) for line, title, text in zip(lines, TITLES, PROSE, strict=False))
    layout = laid_out(text_report(NEAR.join(parts)))
    assert layout.blocks[0].text.text == " ".join(lines[0].split())
    return _is_counted_kicker(layout.blocks[0], layout)


@pytest.mark.parametrize(
    ("form", "is_so"),
    [
        ("Contributed talk, table {n}", True),
        ("Contributed talk, table A{n}", True),
        ("Table: {n}", False),
        ("Contributed talk {n} of ours", False),
        ("Talk 3, at table {n}", False),
        ("3 talks at table {n}", False),
        ("(Open) talk, table {n}", False),
        ("Contributed talk, table 40{n}", False),
        ("Contributed talk,\ntable {n}", False),
        ("Upper Mill Road {n}", False),
    ],
    ids=[
        "words", "a letter at the number", "one word", "words behind it", "two numbers", "a number first",
        "a bracket first", "five figures", "two lines", "a street",
    ],
)  # fmt: skip
def test_such_a_line_is_several_words_and_one_number_and_no_address(form: str, *, is_so: bool) -> None:
    assert _is_counted(form) is is_so


def test_twice_is_too_seldom_to_come_back() -> None:
    assert not _is_counted("Contributed talk, table {n}", 2)


def test_it_may_stand_nearer_to_the_text_above_than_to_the_title() -> None:
    parts = (
        f"Contributed talk, table {n}{FAR}{title}{NEAR}{text}" for n, title, text in zip(NUMBERS, TITLES, PROSE, strict=True)
    )
    layout = laid_out(text_report(f"Neighbours at Work{NEAR}{PROSE[0]}{NEAR}" + NEAR.join(parts)))
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    assert moved_up(layout, {}, starts) == [start - 1 for start in starts]


def _printed(n: int, gap: float) -> Page:
    """A page with a text, right under it such a line, and so far below that a title and a text."""
    text = [(50.0, 60.0 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n - 1], 9))]
    below = 60.0 + 12 * len(text) + 18
    lines = [*text, (50.0, below, f"Contributed talk, table {NUMBERS[n]}"), (50.0, below + gap, TITLES[n])]
    return page_of([*lines, *((50.0, below + gap + 30 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n], 9)))])


@pytest.mark.parametrize(("gap", "moved"), [(18.0, 1), (60.0, 0)])
def test_in_print_it_stands_nearer_to_the_title(gap: float, moved: int) -> None:
    layout = laid_out(pdf_report(*(_printed(n, gap) for n in range(5))))
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    assert len(starts) == 5
    assert moved_up(layout, {}, starts) == [start - moved for start in starts]
