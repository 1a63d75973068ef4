"""What the end of a line and the beginning of the next one say of whether they are of one heading."""

from __future__ import annotations

import pytest
from builders import text_report

from profile_extract.layout.breaks import find_under_headings
from profile_extract.layout.line_ends import ends_in_word, may_go_on_in_capitals

FULL = "The ferry crosses at noon and takes whoever waits on the quay."  # of 62 characters


@pytest.mark.parametrize(
    ("above", "text", "may_go_on"),
    [
        ("THE OLD BELL", "OF THE FERRY", True),
        ("THE OLD BELL", "FERRY", True),  # one word is left
        ("THE OLD BELL", "Of the Ferry", False),
        ("The Old Bell", "OF THE FERRY", False),
        ("BELL", "OF THE FERRY", False),  # maybe an abbreviation
        ("THE OLD BELL", "1921", False),
    ],
)
def test_a_heading_of_several_words_in_capitals_may_go_on_in_capitals(above: str, text: str, *, may_go_on: bool) -> None:
    assert may_go_on_in_capitals(above, text) is may_go_on


@pytest.mark.parametrize(
    ("line", "is_inside"),
    [
        ("A bell for the har-", True),
        ("A bell for the har\N{HYPHEN}", True),
        ("A bell for the har\N{SOFT HYPHEN}", True),
        ("A bell for the har- ", True),
        ("A bell for the harbour", False),
        ("A bell for the har-bour", False),
        ("A bell \N{EN DASH}", False),
    ],
)
def test_a_line_that_ends_in_a_hyphen_ends_inside_a_word(line: str, *, is_inside: bool) -> None:
    assert ends_in_word(line) is is_inside


@pytest.mark.parametrize(
    ("first", "second", "is_parted"),
    [
        ("The Ferry That Comes at Noon", "Every Day of the Week", True),
        ("THE FERRY THAT COMES AT NOON", "Every Day of the Week", True),
        ("THE FERRY THAT COMES AT NOON", "EVERYDAY OF THE WEEK", True),  # 37 characters with the next word
        ("THE FERRY THAT COMES AT NOON", "EVERYWHERE THIS WEEK", False),  # 39
        ("THE FERRY THAT COMES AT NOON", "Everywhere This Week", True),
        ("The Ferry That Comes at Noon", "EVERYWHERE THIS WEEK", True),
        ("The Ferry of Each After-", "Noon of This Week", False),
        ("The Ferry of Each After\N{SOFT HYPHEN}", "Noon of This Week", False),
        ("The Ferry of Each After", "Noon of This Week", True),
    ],
)
def test_a_heading_at_the_top_of_a_page_goes_on_inside_a_word_and_earlier_in_capitals(
    first: str, second: str, *, is_parted: bool
) -> None:
    lines = text_report("\n".join((first, second, FULL))).lines
    assert len(FULL) * 0.6 == pytest.approx(37.2)
    assert list(find_under_headings(lines)) == ([lines[1].start] if is_parted else [])
