"""Reports in two parts whose titles differ in size alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import PROSE, TITLES, Page, laid_out, pdf_report, typeset

from profile_extract.segment import segment
from profile_extract.segment.preferences import has_both_parts
from profile_extract.segment.two_parts import with_two_parts
from profile_extract.structure import Hypothesis

STREETS = ("Mill Lane", "Quay Street", "Ferry Road", "Market Square", "Tower Street")


def _entries(kind: str, suffix: str, count: int = 5) -> list[Page]:
    """Pages of two entries each: a title, a sentence, an address."""
    parts = [
        ((kind, f"{TITLES[n]} {suffix}"), ("text", PROSE[n]), ("text", f"{STREETS[n]} {n + 1}, 24937 Flensburg"))
        for n in range(count)
    ]
    return [typeset(*(part for entry in parts[n : n + 2] for part in entry)) for n in range(0, count, 2)]


def _titles(*pages: Page) -> list[str]:
    return [part.title.text.text for part in segment(laid_out(pdf_report(*pages))).segments]


def test_the_records_of_both_parts_are_profiles() -> None:
    both = [*_entries("title", "inside"), *_entries("chapter", "outside")]
    assert _titles(*both) == [f"{title} {where}" for where in ("inside", "outside") for title in TITLES]


def test_few_titles_of_another_size_are_no_part() -> None:
    assert _titles(*_entries("title", "inside"), *_entries("chapter", "outside", 2)) == [f"{title} inside" for title in TITLES]


def _cuts(first: tuple[int, ...], second: tuple[int, ...], scores: tuple[float, float], *, is_dump: bool = False) -> list[str]:
    layout = laid_out(pdf_report(*_entries("title", "inside"), *_entries("chapter", "outside")))
    layout = replace(layout, body_style=None) if is_dump else layout
    found = [Hypothesis("title.style", starts, (), score) for starts, score in zip((first, second), scores, strict=True)]
    return [cut.rule for cut in with_two_parts(layout, found) if len(cut.starts) == len(first) + len(second)]


FIRST, SECOND = (0, 3, 6, 9, 12), (15, 18, 21, 24, 27)


@pytest.mark.parametrize(
    ("first", "second", "scores", "are_one"),
    [
        (FIRST, SECOND, (0.9, 0.85), True),
        (SECOND, FIRST, (0.9, 0.85), True),
        (FIRST, SECOND, (0.9, 0.78), False),  # far less regular
        (FIRST, SECOND, (0.76, 0.74), False),  # not regular
        (FIRST, SECOND, (0.74, 0.74), False),
        (FIRST, SECOND[:3], (0.9, 0.85), False),  # few
        (FIRST[:4], (12, *SECOND), (0.9, 0.85), False),  # not set alike
        ((1, 4, 7, 10, 13), (16, 19, 22, 25, 28), (0.9, 0.85), False),  # set as the text is
        (FIRST, (3, 6, 9, 12), (0.9, 0.85), False),  # on the same pages
    ],
)
def test_two_cuts_make_one_where_they_are_of_parts_and_set_alike(
    first: tuple[int, ...], second: tuple[int, ...], scores: tuple[float, float], *, are_one: bool
) -> None:
    assert ("title.parts" in _cuts(first, second, scores)) is are_one


def test_each_part_keeps_the_ends_that_are_its_own() -> None:
    layout = laid_out(pdf_report(*_entries("title", "inside"), *_entries("chapter", "outside")))
    cuts = [Hypothesis("title.style", FIRST, (5, 20), 0.9), Hypothesis("title.style", SECOND, (3, 26), 0.9)]
    assert [cut.breaks for cut in with_two_parts(layout, cuts) if cut.rule == "title.parts"] == [(5, 26)]


def test_dumps_have_no_types_that_would_tell_parts() -> None:
    assert _cuts(FIRST, SECOND, (0.9, 0.85), is_dump=True) == []


def test_a_cut_of_both_parts_has_all_of_the_other_one() -> None:
    both, one = Hypothesis("title.parts", (0, 3, 15), (), 0.8), Hypothesis("title.style", (0, 3), (), 0.9)
    assert has_both_parts(both, one)
    assert not has_both_parts(both, one._replace(starts=(0, 4)))
    assert not has_both_parts(both._replace(rule="title.font"), one)
