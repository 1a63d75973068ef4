"""Labels and their values in columns of a dump whose lines are level."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.columns import _ended
from profile_extract.layout.gutters import Gutter
from profile_extract.model import CELL_WIDTH_PT

LABELS = ("Number", "Who looks after", "Width", "Years")
VALUES = (("A-17", "Bela", "4 m", "two"), ("B-3", "Ada", "31 m", "five"), ("C-5", "Dora Holm", "9 m", "six"))


def _texts(*pages: str) -> list[str]:
    return [block.text.text for block in laid_out(text_report("\f".join(pages))).blocks]


def _table(labels: tuple[str, ...], values: tuple[str, ...]) -> str:
    return "\n".join(f"{label:18}{value}" for label, value in zip(labels, values, strict=True))


def test_labels_longer_than_their_values_are_read_with_these_where_each_has_one_in_its_row() -> None:
    pages = [f"{TITLES[n]}\n\n{_table(LABELS, VALUES[n])}\n\n\n\n{PROSE[n]}" for n in range(3)]
    pairs = [part for labels_and_values in zip(LABELS, VALUES[1], strict=True) for part in labels_and_values]
    assert _texts(*pages)[11:19] == pairs


def test_where_what_stands_beside_comes_back_as_well_it_may_be_a_column() -> None:
    pages = [f"{TITLES[n]}\n\n{_table(LABELS, VALUES[0])}\n\n\n\n{PROSE[n]}" for n in range(3)]
    assert _texts(*pages)[10:14] == list(LABELS)


def test_values_that_no_space_parts_begin_level_with_labels_though_some_are_longer() -> None:
    values = (("A-17", PROSE[0][:50], "4 m", "two", "• ovens"), ("B-3", PROSE[1][:50], "31 m", "five", "• bread"))
    labels = (*LABELS, "Has")
    pages = [f"{TITLES[n]}\n\n{_table(labels, values[n % 2])}\n{'':18}• and more\n\n\n\n{PROSE[n]}" for n in range(4)]
    found = _texts(*pages)
    assert found[1:11:2] == list(labels)
    assert found[2:12:2] == [value.removeprefix("• ") for value in values[0]]


@pytest.mark.parametrize(("gap", "below"), [(3, 2), (1, 0)])
def test_what_stands_far_below_both_columns_is_another_record(gap: int, below: int) -> None:
    rows = [f"{'A mill without a wheel':44}A wheel of old doors", f"{'and a river to cross':44}and a bridge"]
    lines = text_report("\f".join(("A page", "\n".join((*rows, *[""] * gap, "The Ferry", "That Rings"))))).lines[1:]
    bands = list(_ended(True, list(lines), Gutter(140.0, 44 * CELL_WIDTH_PT, 2)))
    assert [is_parted for is_parted, _ in bands] == [True, False][: 1 + bool(below)]
    assert len(bands[-1][1]) == (below or len(lines))
