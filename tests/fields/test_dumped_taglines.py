"""Taglines of dumps, which have no type to tell them."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, items_of, pdf_report, text_report, typeset

from profile_extract.fields.bylines import names_people, reads_as_names

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


def test_several_sentences_are_none_though_the_last_one_asks() -> None:
    assert _taglines("We bake bread. How far is it on foot?", *LINES[1:]) == [None, *LINES[1:]]


def test_headings_in_german_are_no_names_of_people_in_dumps() -> None:
    assert _taglines("Ein Abend mit dem Seilmacher", *LINES[1:]) == ["Ein Abend mit dem Seilmacher", *LINES[1:]]
    assert _taglines("Ada van der Molen", *LINES[1:]) == [None, *LINES[1:]]


@pytest.mark.parametrize(
    ("text", "are_names"),
    [
        ("Ada Okoro and Bela van der Molen", True),
        ("von Ada Okoro", True),  # the first word may be any
        ("Ada Okoro, Ofen mit Garten", True),  # behind the first mark
        ("Ada Okoro (ohne Auto) Bela Nemeth", True),
        ("Museum für Seile Flensburg", True),  # of an organisation
        ("Ein Abend mit Ada", False),
        ("ropes and chairs", False),
        ("Ropes", False),  # one word
    ],
)
def test_a_byline_reads_as_names_if_no_small_words_but_those_of_names_are_in_it(text: str, *, are_names: bool) -> None:
    assert reads_as_names(text) is are_names


def test_in_dumps_any_byline_may_name_people() -> None:
    (item,) = items_of(text_report("Ein Abend mit Ada"))
    assert names_people(item.block)
    (item,) = items_of(pdf_report(typeset(("text", "Ein Abend mit Ada"))))
    assert not names_people(item.block)
