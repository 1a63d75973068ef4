"""Small lines over titles that only some profiles have."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report, typeset, wrapped

from profile_extract.segment import segment
from profile_extract.segment.titles import find_title_offsets

Part = tuple[str, str]


def _page(number: int, *over: Part) -> list[Part]:
    return [*over, ("title", TITLES[number]), ("text", PROSE[number]), ("label", "Jury"), ("text", PROSE[number][::-1])]


def _blocks(*pages: list[Part]) -> list[list[str]]:
    """The first block, the title and the last page of each profile."""
    found = segment(laid_out(pdf_report(*(typeset(*page) for page in pages)))).segments
    return [[part.blocks[0].text.text, part.title.text.text, str(part.blocks[-1].last_page)] for part in found]


def test_a_badge_that_few_have_is_of_the_profile_whose_page_it_opens() -> None:
    badges = {1: "Winner", 3: "Commended"}
    pages = [_page(n, *([("small", badges[n])] if n in badges else [])) for n in range(5)]
    firsts = [badges.get(n, TITLES[n]) for n in range(5)]
    assert _blocks(*pages) == [[first, TITLES[n], str(n + 1)] for n, first in enumerate(firsts)]
    profiles = extraction_of(pdf_report(*(typeset(*page) for page in pages))).profiles
    assert [[note.text for note in profile.notes] for profile in profiles] == [[], ["Winner"], [], ["Commended"], []]


def test_a_number_over_a_place_is_of_what_follows_though_it_is_larger() -> None:
    numbers = (12, 19, 23, 31, 38)
    pages = [[("label", f"{numbers[n]}"), ("small", "Leeds, United Kingdom"), *_page(n)] for n in range(5)]
    assert _blocks(*pages) == [[f"{numbers[n]}", TITLES[n], str(n + 1)] for n in range(5)]


def test_where_profiles_do_not_open_pages_a_small_line_at_the_top_of_one_ends_what_is_above() -> None:
    pages = [[*_page(0), *_page(1)], [("small", "Winner"), *_page(2), *_page(3)], _page(4)]
    assert _blocks(*pages)[2] == [TITLES[2], TITLES[2], "2"]


def test_a_line_that_is_no_smaller_or_runs_on_is_no_badge() -> None:
    pages = [_page(n) for n in range(5)]
    pages[3].insert(0, ("text", PROSE[4][::-1]))
    assert _blocks(*pages)[3][0] == TITLES[3]


def _event(number: int, top: float, day_x: float = 40.0) -> Page:
    """A day and its time in large type in a narrow column, and beside it a title and a text."""
    return overlaid(
        page_of([(day_x, top + 8, "Thu")], "Helvetica-Bold", 12),
        page_of([(day_x, top + 26, f"0{number + 3}.04.")], "Helvetica-Bold", 16),
        page_of([(day_x, top + 42, f"{number + 5} pm")], "Helvetica", 9),
        page_of([(130, top, TITLES[number])], "Helvetica-Bold", 14),
        page_of(
            [(130, top + 20 + 12 * n, line) for n, line in enumerate(wrapped(f"{PROSE[number]} {PROSE[number][::-1]}", 7))]
        ),
    )


def test_a_day_and_its_time_beside_a_title_are_of_its_profile() -> None:
    pages = [overlaid(*(_event(2 * p + k, 60 + 200 * k) for k in range(2))) for p in range(2)]
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles] == list(TITLES[:4])
    assert [[note.text for note in profile.notes] for profile in profiles] == [
        ["Thu", f"0{n + 3}.04.", f"{n + 5} pm"] for n in range(4)
    ]


@pytest.mark.parametrize("line", ["ada@quay.example", "Photo: Bela Nemeth"])
def test_an_address_or_a_credit_at_the_top_of_a_page_is_of_what_is_above(line: str) -> None:
    pages = [_page(n) for n in range(5)]
    pages[2].insert(0, ("small", line))
    assert _blocks(*pages)[2][0] == TITLES[2]


@pytest.mark.parametrize(
    ("over", "kind", "offsets"),
    [
        (("2019", "2020", "Graz 2022", "Leeds 2023", "Porto 2023"), "small", [1, 1, 1, 1, 1]),
        (("2019", "Turku, at night", "Poster 3", "14:30", "P-07"), "small", [1, 1, 1, 1, 1]),
        (("2019", "Turku, at night", "Poster 3", "14:30", "P-07"), "label16", [1, 0, 0, 1, 1]),
    ],
    ids=["towns and years", "anything", "as large"],
)
def test_small_lines_over_titles_are_of_one_kind_whatever_they_say(
    over: Sequence[str], kind: str, offsets: Sequence[int]
) -> None:
    layout = laid_out(pdf_report(*(typeset(*_page(n, (kind, line))) for n, line in enumerate(over))))
    starts = [block.index for block in layout.blocks if block.text.text in over]
    spans = [range(start, stop) for start, stop in pairwise((*starts, len(layout.blocks)))]
    assert find_title_offsets(layout, {}, spans) == offsets
