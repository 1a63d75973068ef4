"""Days before hours, which are no labels, and values that are numbers, which differ."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, laid_out, pdf_report, text_report, typeset

from profile_extract.model import Report
from profile_extract.segment.labels import find_labels


def _labels(report: Report) -> list[str]:
    """The labels that a report has, each once."""
    return sorted({label.key for label in find_labels(laid_out(report), {}).values()})


WORDS = ("bread", "soup", "chairs", "ropes", "songs")


def _dump(*lines: str) -> Report:
    """Records with a text, a line each, in which an hour or a word is another one in each, and another text."""
    lines = tuple(line.format(hour=n + 7, word=WORDS[n]) for n, line in enumerate(lines))
    return text_report("\f".join(f"{TITLES[n]}\n\n{PROSE[n]}\n\n{line}\n\n{PROSE[n][::-1]}" for n, line in enumerate(lines)))


@pytest.mark.parametrize(
    "line",
    [
        "Monday: {hour}:00–17:00",
        "Monday: {hour}.30 Uhr",
        "Montag: {hour}–12, 14–18 Uhr",
        "Di.–Fr.: {hour} - 17",
        "Samstag und Sonntag: {hour}h00–18h00",
        "Jueves: {hour} pm",
        "Saturday: {hour} am until noon",
        "Montag-Freitag: {hour} bis 19 Uhr",
        "Monday: {hour}–19.",
        "Monday: {hour} to 19",
        "Monday: {hour} a.m.",
        "Monday: {hour}–19 by appointment",
        "Montag: {hour}–19 Uhr nach Absprache",
        "Samedi: {hour}h–18h",
        "Montag: {hour}–12 und 14–18",
        "Monday: 10:00–17:00",  # in each record the same
        "Sunday 11 to 16",
    ],
)
def test_a_day_before_hours_is_no_label(line: str) -> None:
    assert _labels(_dump(*[line] * 5)) == []


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Monday: {word} and salt", "monday"),
        ("Monday: {hour}.05.2019", "monday"),
        ("Monday: {hour}.04. {word}", "monday"),
        ("Monday: {hour}–19 June", "monday"),
        ("Monday: {hour}–19 May 24", "monday"),
        ("Monday: {hour}–19. Juni", "monday"),
        ("Monday: open from {hour}:00 on", "monday"),
        ("Opened: {hour}:00–17:00", "opened"),
        ("Sun and Moon: {hour}:00–17:00", "sun and moon"),
    ],
)
def test_a_day_before_anything_else_is_one_and_so_is_anything_else_before_hours(line: str, key: str) -> None:
    assert _labels(_dump(*[line] * 5)) == [key]


@pytest.mark.parametrize(("hours", "is_label"), [(3, False), (2, True)])
def test_most_have_hours_where_some_say_what_else_is_then(hours: int, *, is_label: bool) -> None:
    lines = ["Monday: {hour}:00–17:00"] * hours + ["Monday: {word} and salt"] * (5 - hours)
    assert _labels(_dump(*lines)) == ["monday"] * is_label


@pytest.mark.parametrize(("below", "is_label"), [("{hour}:00–17:00", False), ("{word} and salt", True)])
def test_the_hours_may_stand_under_the_day(below: str, *, is_label: bool) -> None:
    pages = (
        typeset(
            ("title", TITLES[n]),
            ("text", text),
            ("label", "Monday"),
            ("text", below.format(hour=n + 7, word=WORDS[n])),
            ("text", text[::-1]),
        )
        for n, text in enumerate(PROSE)
    )
    assert _labels(pdf_report(*pages)) == ["monday"] * is_label


# Values that are numbers


@pytest.mark.parametrize(
    ("values", "is_label"),
    [
        (("4", "8", "12"), True),
        (("4", "8", "4"), True),
        (("4", "4", "4"), False),
        (("Soup", "Soup", "Soup"), False),
        (("Soup ..... 4", "Soup ..... 8", "Soup"), False),  # a title in a list, in an overview and over its text
    ],
)
def test_labels_before_numbers_that_differ_are_no_title_with_a_colon(values: Sequence[str], *, is_label: bool) -> None:
    assert ("servings" in _labels(_dump(*(f"Servings: {value}" for value in values)))) is is_label
