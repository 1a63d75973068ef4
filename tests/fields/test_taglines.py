"""Lines under titles that sum the profiles up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, Page, extraction_of, overlaid, page_of, pdf_report, typeset, wrapped

SUMS = (
    "Ein Abend mit dem Seilmacher Heiko Brodersen",
    "Konzert und Lesung",
    "Die lange Nacht der kurzen Taue",
    "Ida Berg im Gespräch über Netze",
    "Eine Reise für Kinder ab vier Jahren",
)
NAMES = ("Ida Berg and Jan de Vries", "Rui Costa, Seilerei", "by Ada Okoro", "Bela Nemeth", "Eva Lindner")


def _taglines(kind: str, lines: Sequence[str]) -> list[str | None]:
    pages = [
        typeset(("title", title), (kind, line), ("text", text), ("text", text[::-1]))
        for title, line, text in zip(TITLES, lines, PROSE, strict=True)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    return [profile.tagline.text if profile.tagline else None for profile in profiles]


@pytest.mark.parametrize("kind", ["name", "small"])
def test_headings_in_german_are_no_names_of_people_whatever_their_size(kind: str) -> None:
    assert _taglines(kind, SUMS) == list(SUMS)


@pytest.mark.parametrize("kind", ["name", "small"])
def test_names_under_titles_are_no_taglines(kind: str) -> None:
    assert _taglines(kind, NAMES) == [None] * 5


@pytest.mark.parametrize(
    "others",
    [
        ("Ida Berg and Jan de Vries", "Rui Costa and Ada Okoro"),
        ("Harbour Council of Ropes", "Office for Small Gardens in Leeds"),
        ("Ropes of 12 threads", "Since 1960 on the quay"),
    ],
    ids=["names", "organisations", "figures"],
)
def test_small_print_under_titles_that_often_says_something_else_is_no_tagline(others: Sequence[str]) -> None:
    assert _taglines("small", [*SUMS[:3], *others]) == [None] * 5


def test_a_word_may_stand_before_the_names_of_people() -> None:
    people = ("Ida Berg", "Rui Costa", "Ada Okoro", "Bela Nemeth", "Eva Lindner")
    assert _taglines("name", [f"by {name}" for name in people]) == [None] * 5


def test_a_number_and_a_country_may_stand_between_a_title_and_its_tagline() -> None:
    places = (("Turku", "Finland"), ("Porto", "Portugal"), ("Leeds", "United Kingdom"), ("Gera", "Germany"))
    pages = [
        typeset(("title", town), ("label16", f"0{n}"), ("label", country), ("tagline", SUMS[n]), ("text", PROSE[n]))
        for n, (town, country) in enumerate(places)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.tagline.text if profile.tagline else None for profile in profiles] == list(SUMS[:4])


@pytest.mark.parametrize("kind", ["name", "small", "text"])
def test_countries_under_titles_are_no_taglines_and_no_text(kind: str) -> None:
    countries = ("Portugal", "Slovénie", "Norge", "Deutschland", "Kenya")
    pages = [
        typeset(("title", title), (kind, country), ("text", text), ("text", text[::-1]))
        for title, country, text in zip(TITLES, countries, PROSE, strict=True)
    ]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [(profile.tagline, [note.text for note in profile.notes]) for profile in profiles] == [
        (None, [c]) for c in countries
    ]


SENTENCES = "We bake. They come. "
LONG = tuple(f"{SENTENCES * count}{text}" for count, text in enumerate(PROSE, 7))
"""Texts of several sentences, each of 250 characters to 500."""


@pytest.mark.parametrize(
    ("lines", "are_taglines"),
    [
        ((*SUMS[:3], LONG[0], SUMS[4]), True),
        ((*SUMS[:3], *LONG[3:]), True),
        ((*SUMS[:3], "We bake. They come.", SUMS[4]), True),
        ((*SUMS[:2], *LONG[2:]), False),  # most of it is text
    ],
)
def test_a_longer_text_set_as_most_taglines_are_is_one(lines: Sequence[str], *, are_taglines: bool) -> None:
    expected = list(lines) if are_taglines else [*lines[:2], None, None, None]
    assert _taglines("tagline", lines) == expected


def test_a_text_of_more_than_500_characters_is_none_however_it_is_set() -> None:
    for count, is_one in ((18, True), (20, False)):
        line = f"{SENTENCES * count}{PROSE[3]}"
        lines = (*SUMS[:3], line, SUMS[4])
        assert 450 < len(line) < 500 if is_one else 500 < len(line) < 520
        assert _taglines("tagline", lines) == [*SUMS[:3], line if is_one else None, SUMS[4]]


def test_an_item_of_a_list_is_no_tagline_however_it_is_set() -> None:
    assert _taglines("tagline", [*SUMS[:4], f"• {SUMS[4]}"]) == [*SUMS[:4], None]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (SUMS[4], True),
        ("We bake bread. They come for it", True),
        ("We bake bread. They come for it.", False),  # a text
        (" and ".join(["We mend the chairs of all of the lower town"] * 5), False),  # of five lines
        (" and ".join(["We mend the chairs of all of the lower town"] * 4), True),
    ],
)
def test_where_few_taglines_are_set_alike_one_is_short_and_no_text(text: str, *, is_one: bool) -> None:
    kinds, lines = ("tagline", "name", "tagline", "name", "tagline"), (*SUMS[:4], text)
    rows = zip(TITLES, kinds, lines, PROSE, strict=True)
    pages = [typeset(("title", title), (kind, line), ("text", p), ("text", p[::-1])) for title, kind, line, p in rows]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [p.tagline.text if p.tagline else None for p in profiles] == [*SUMS[:4], text if is_one else None]


def test_what_announces_a_list_is_no_tagline() -> None:
    lines = [f"{line}:" if n < 3 else line for n, line in enumerate(SUMS)]
    assert _taglines("name", lines)[:3] == [None] * 3


def _in_room(n: int, x: float, from_top: float, font: str) -> Page:
    """A title with a room beside or under it, and the tagline under both."""
    return overlaid(
        page_of([(50, 60, TITLES[n])], "Helvetica-Bold", 14),
        page_of([(x, from_top, f"Room {n + 4} b")], font),
        page_of([(50, 95, SUMS[n])], "Helvetica-Oblique", 11),
        page_of([(50, 125 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
    )


@pytest.mark.parametrize(
    ("x", "from_top", "font", "is_passed"),
    [(300, 60, "Helvetica", True), (50, 78, "Helvetica", False), (300, 60, "Helvetica-BoldOblique", False)],
    ids=["beside", "under", "set apart"],
)
def test_a_room_beside_a_title_may_stand_before_its_tagline(x: float, from_top: float, font: str, *, is_passed: bool) -> None:
    profiles = extraction_of(pdf_report(*(_in_room(n, x, from_top, font) for n in range(5)))).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES)
    taglines = [profile.tagline.text if profile.tagline else None for profile in profiles]
    assert (taglines == list(SUMS)) is is_passed
