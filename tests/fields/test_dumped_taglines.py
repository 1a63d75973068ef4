"""Taglines of dumps, which have no type to tell them."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, text_report

LINES = (
    "Chairs for all of us",
    "Where fruit grows now",
    "Walking on numbers",
    "Words for the others",
    "Flour and warm nights",
)


def _taglines(*lines: str) -> list[str | None]:
    """The taglines of profiles with such lines between their titles and labels."""
    rows = zip(TITLES, lines, PROSE, strict=True)
    pages = (f"{title}\n\n{line}\n\nHome: Yard {n}\n\n{text}" for n, (title, line, text) in enumerate(rows))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    return [profile.tagline.text if profile.tagline else None for profile in profiles]


def test_one_short_line_between_most_titles_and_labels_is_the_tagline() -> None:
    assert _taglines(*LINES) == list(LINES)


@pytest.mark.parametrize(
    "lines",
    [
        (*LINES[:2], "", "", ""),  # few
        ("Ada Okoro", "Bela Nemeth", "Carla Souza", "Dirk Brandt", "Eva Lindner"),  # names
        tuple(f"{line}." for line in LINES),  # sentences
    ],
)
def test_other_lines_are_none(lines: tuple[str, ...]) -> None:
    assert not any(_taglines(*lines))


def test_one_of_them_may_ask() -> None:
    lines = (LINES[0], "How far is it on foot when the river is high?", *LINES[2:])
    assert _taglines(*lines) == list(lines)
    assert _taglines(*(f"{line}?" for line in LINES)) != [f"{line}?" for line in LINES]
