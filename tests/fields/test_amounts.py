"""Numbers and what they count under titles."""

from __future__ import annotations

import pytest
from builders import laid_out, spaced, text_report

from profile_extract.fields.amounts import amounts_of, find_units
from profile_extract.structure import Block


def _opening(*lines: str) -> list[Block]:
    return list(laid_out(text_report(spaced(*lines))).blocks)


@pytest.mark.parametrize(("count", "units"), [(2, set()), (3, {"Portions"})])
def test_units_stand_under_the_titles_of_three_profiles(count: int, units: set[str]) -> None:
    assert find_units([_opening(f"{n + 2} Portions") for n in range(count)]) == units


def test_a_unit_counts_once_for_each_profile() -> None:
    thrice = _opening("2 Portions", "3 Portions", "4 Portions")
    assert find_units([thrice]) == set()
    assert find_units([thrice] * 3) == {"Portions"}


def test_units_are_told_from_the_title_down_to_the_first_line_that_is_no_amount() -> None:
    assert find_units([_opening("20 min", "2 Portions")] * 3) == {"min", "Portions"}
    assert find_units([_opening("20 min", "For a cold day", "2 Portions")] * 3) == {"min"}


@pytest.mark.parametrize(
    ("lines", "units", "found"),
    [
        (("20 min", "2 portions"), set(), 2),
        (("20 min", "2 Portions", "3 h"), set(), 1),
        (("20 min", "2 Portions", "3 h"), {"Portions"}, 3),
        (("5 Broadway",), set(), 0),
        (("5 Broadway",), {"Portions"}, 0),
        (("200 °C",), {"C"}, 1),
        (("3 Std.",), {"Std"}, 1),
        (("20 MIN",), {"min"}, 0),
        (("20 min", "For a cold day", "3 h"), set(), 1),
    ],
)
def test_amounts_are_of_units_that_come_back_or_are_written_small(lines: tuple[str, ...], units: set[str], found: int) -> None:
    assert [block.text.text for block in amounts_of(_opening(*lines), units)] == list(lines[:found])
