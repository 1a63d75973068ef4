"""Towns with their countries or states on lines of their own, right under titles."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.layout.placed import find_placed
from profile_extract.model import Report

PLACES = ("Porto, Portugal", "Gdynia, Poland", "Duluth, Minnesota", "Oban, United Kingdom", "Leuven, Belgium | since 1961")


def _report(above: str, places: tuple[str, ...]) -> Report:
    parts = (f"{title}{above}\n{place}\n{text}" for title, place, text in zip(TITLES, places, PROSE, strict=True))
    return text_report("\n\n".join(parts))


def test_a_town_under_a_title_is_a_block_of_its_own() -> None:
    blocks = [block.text.text for block in laid_out(_report("", PLACES)).blocks]
    assert blocks == [text for part in zip(TITLES, PLACES, PROSE, strict=True) for text in part]


@pytest.mark.parametrize(
    ("above", "places"),
    [
        (" and Other Stories from the Library,", PLACES),  # goes on
        ("\n2140 Mill Lane", PLACES),  # an address
        ("\n07", PLACES),  # the number of a record
        ("", (*PLACES[:4], "Leuven, the town")),  # four are few
        ("", ("University of Porto, Portugal", *PLACES[1:])),  # an organisation
    ],
)
def test_other_lines_stay_in_their_blocks(above: str, places: tuple[str, ...]) -> None:
    assert find_placed(_report(above, places).lines) == frozenset()


@pytest.mark.parametrize("end", ["", "\nask@mill.example"])
def test_a_line_over_a_town_under_what_has_ended_is_a_title(end: str) -> None:
    parts = [(title, place, f"{text}{end}") for title, place, text in zip(TITLES, PLACES, PROSE, strict=True)]
    lines = text_report("\n".join(row for part in parts for row in part)).lines
    found = find_placed(lines)
    assert [line.text for line in lines if line.text in TITLES and line.start in found] == list(TITLES[1:])


def test_under_what_goes_on_it_is_none() -> None:
    parts = [(title, place, f"{text[:-1]} and") for title, place, text in zip(TITLES, PLACES, PROSE, strict=True)]
    lines = text_report("\n".join(row for part in parts for row in part)).lines
    assert [line.text for line in lines if line.text in TITLES and line.start in find_placed(lines)] == []


def test_a_town_that_ends_the_report_is_one_too() -> None:
    lines = text_report("\n\n".join(f"{title}\n{place}" for title, place in zip(TITLES, PLACES, strict=True))).lines
    assert lines[-1].start in find_placed(lines)
