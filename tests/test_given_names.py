"""Given names: what tells the name of a person from that of a house."""

from __future__ import annotations

from importlib import resources

import pytest

from profile_extract.given_names import has_given_name


@pytest.mark.parametrize(
    "name", ["Teresa Lund", "Dr. Anne-Marie Okoro", "Lund, Teresa", "J. Teresa Lund", "MARTA LUND", "Ákos Lund"]
)
def test_a_name_with_a_given_one_in_it(name: str) -> None:
    assert has_given_name(name)


@pytest.mark.parametrize("name", ["Silent Street", "Green Corner", "Lund, Mill Teresa", "Teresa", "", "Les Moulins"])
def test_the_last_word_is_no_given_name_nor_what_stands_behind_a_comma_but_the_first(name: str) -> None:
    assert not has_given_name(name)


def test_the_list_is_sorted_and_has_no_cues() -> None:
    file = resources.files("profile_extract") / "data" / "given_names.txt"
    names = file.read_text(encoding="utf-8").split()
    assert names == sorted(set(names))
    assert {"forum", "les", "street"}.isdisjoint(names)
