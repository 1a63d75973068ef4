"""Themes, kinds, codes and days over the titles of dumps."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from builders import PROSE, extraction_of, laid_out, text_report

from profile_extract.layout.codes import find_figures, is_when
from profile_extract.segment.labels import find_labels
from profile_extract.segment.titles import _under_lone_themes, find_title_offsets, is_code_and_kind, is_part_number

TITLES = tuple(f"The {thing} of the {place}" for thing in ("Chairs", "Steps", "Ovens") for place in ("Mill", "River", "Quay"))
THEMES = ("Streets and Squares", "Water and Green", "Bread and Salt")
NAMES = (
    "Ada Okoro",
    "Bela Nemeth",
    "Carla Souza",
    "Dirk Brandt",
    "Eva Lindner",
    "Femi Ade",
    "Gro Dahl",
    "Ivo Horak",
    "Jon Eklund",
)


def _titles(*pages: str) -> list[str]:
    return [profile.title.text for profile in extraction_of(text_report("\f".join(pages))).profiles]


def _keys(*pages: str) -> set[str]:
    return {label.key for label in find_labels(laid_out(text_report("\f".join(pages))), {}).values()}


def _records(*lines: str) -> list[str]:
    """A page for each title, its lines filled in; ``{other}`` is another theme than ``{theme}``."""
    themes = [(THEMES[n % 3], THEMES[(n + 1) % 3]) for n in range(len(TITLES))]
    return [
        "\n".join(lines).format(title=title, theme=theme, other=other, name=NAMES[n], n=n + 1, text=PROSE[n % len(PROSE)])
        for n, (title, (theme, other)) in enumerate(zip(TITLES, themes, strict=True))
    ]


def test_themes_of_which_each_profile_has_one_are_no_labels() -> None:
    assert _keys(*_records("{title}", "{theme}", "", "Leader: {name}", "", "{text}")) == {"leader"}


def test_lines_of_which_a_profile_has_two_are_labels() -> None:
    lines = "{title}", "Leader: {name}", "", "{theme}", "", "{text}", "", "{other}", "", "{text}", "", "Budget: {n}"
    assert _keys(*_records(*lines)) >= {"leader", *(theme.casefold() for theme in THEMES)}


def test_a_theme_over_titles_names_no_profile_and_ends_none() -> None:
    pages = _records("{theme}", "{title}", "{name}1", "{text}", "", "Leader: {name}")
    found = extraction_of(text_report("\n\n".join(pages))).profiles
    assert [profile.title.text for profile in found] == list(TITLES)
    assert not any(theme in contact.lines for profile in found for contact in profile.contacts for theme in THEMES)


@pytest.mark.parametrize("text", ["P12 · Posters", "ICX-774 · SMALL TALKS", "A-3 | Evening"])
def test_a_code_and_a_kind(text: str) -> None:
    assert is_code_and_kind(text)


@pytest.mark.parametrize("text", ["P12", "P12 ·", "Posters · P12", "P12 Posters", "12 · Posters", "P12 · " + "Posters " * 9])
def test_what_is_no_code_and_kind(text: str) -> None:
    assert not is_code_and_kind(text)


def test_a_code_and_a_kind_over_a_title_are_a_note_of_it() -> None:
    pages = _records("ICX-77{n} · SMALL TALKS", "", "{title}", "{name}1", "", "{text}", "Keywords: mills, {name}")
    assert _titles("\n\n".join(pages)) == list(TITLES)


@pytest.mark.parametrize(
    ("text", "is_one"), [("2.1", True), ("3.15", True), ("1.2.3.", True), ("2", False), ("2.1 km", False)]
)
def test_numbers_of_parts(text: str, is_one: bool) -> None:
    assert is_part_number(text) is is_one


@pytest.mark.parametrize(
    "text",
    [
        "Wed 4 June, 10:00 - Hall 2",
        "Mo, 26. Januar, 20 Uhr",
        "zo 1 mei, 9.30",
        "March 18, 2024, 11:00–12:00, Audimax",
        "14 de junio de 2025, 9:30 h",
        "3/6 8 pm",
        "Mon 14:20",
        "Tue 9:30 - 10:00, Hall 2",
    ],
)
def test_a_day_and_a_time_of_it(text: str) -> None:
    assert is_when(text)


@pytest.mark.parametrize(
    "text",
    [
        "Psalm 23:75",
        "Room 14.20.3",
        "Mon 14:205",
        "26. Januar",
        "20 Uhr",
        "10:00 - 11:00",
        "The well of 18 May 1854",
        "On 4 June at 10:00 " * 4,
    ],
)
def test_what_is_no_day_with_a_time(text: str) -> None:
    assert not is_when(text)


def test_days_with_times_begin_blocks_and_what_is_behind_them_does() -> None:
    lines = text_report("\n".join(f"So 1{n} May, 9:3{n}\n{title}\n{PROSE[n]}" for n, title in enumerate(TITLES[:5]))).lines
    found = set(find_figures(lines))
    assert found == {line.start for n, line in enumerate(lines) if n % 3 < 2}


def test_days_with_times_begin_the_records_of_a_programme() -> None:
    pages = _records("So 1{n} May, 9.3{n}", "{title}", "{text}", "Society {name} – 5 Euros")
    assert _titles("\n".join((*pages, "Come as you are."))) == list(TITLES)


def test_names_under_titles_tell_more_of_them_than_a_label_that_few_have() -> None:
    pages = _records("", "{n} {title}", "", "{name}1", "1. Institute of {theme}", "", "{text}", "")
    some = [f"{page}\nReferences\n1 A. Berg. The mills we had. 1988." if n % 3 == 0 else page for n, page in enumerate(pages)]
    assert _titles("\n".join(some)) == list(TITLES)


def test_a_label_at_the_top_of_a_page_stands_over_the_title_and_is_of_it() -> None:
    pages = _records("Idea no : @", "", "{title}", "", "Content", "{text}", "", "Kind : {theme}", "Sent by {name}")
    numbered = (page.replace("@", str(37 * n % 101)) for n, page in enumerate(pages, 1))
    found = extraction_of(text_report("\f".join(("What Neighbours Do", *numbered)))).profiles
    assert [profile.title.text for profile in found] == list(TITLES)
    labels = [[section.label.text for section in profile.sections if section.label] for profile in found]
    assert all(label.count("Idea no") == 1 for label in labels)


def test_a_number_may_stand_between_a_theme_and_the_title() -> None:
    themes = ("Streets", "Water", "Bread", "Salt")
    parts = ((themes[n // 2], f"{n}7", TITLES[n], PROSE[n % 5]) for n in range(8))
    layout = laid_out(text_report("\f".join(map("\n\n".join, parts))))
    starts = [block.index for block in layout.blocks if block.gap_lines == math.inf]
    spans = [range(start, stop) for start, stop in pairwise([*starts, len(layout.blocks)])]
    assert find_title_offsets(layout, {}, spans) == [2] * 8


def test_a_profile_of_one_line_has_no_title_under_its_theme() -> None:
    """It has as many lines as the theme of most has over what follows."""
    layout = laid_out(text_report("\f".join(f"{THEMES[n % 2]}\n\n{PROSE[n % 5]}" for n in range(7))))
    starts = [block.index for block in layout.blocks if block.gap_lines == math.inf]
    spans = [range(start, stop) for start, stop in pairwise((*starts, len(layout.blocks)))]
    spans[-1] = range(starts[-1], starts[-1] + 1)
    assert _under_lone_themes(layout, {}, spans, [*([1] * 6), 0], range(6)) == [*([1] * 6), 0]
