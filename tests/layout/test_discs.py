"""Numbers of records in discs beside their titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, Page, extraction_of, laid_out, overlaid, page_of, pdf_report

NUMBERS = (1, 2, 3, 4, 5)


def _page(number: int, title: str, text: str, *, below_pt: float = 8.0, size: float = 14.0) -> Page:
    """A number that stands level with the middle of the title and the line under it."""
    return overlaid(
        page_of([(50, 60 + below_pt, str(number))], "Helvetica-Bold", size),
        page_of([(90, 60, title)], "Helvetica-Bold", 17.0),
        page_of([(90, 76, f"What came of it in {text.split()[2]}")], "Helvetica-Oblique", 10.0),
        page_of([(50, 110, text[:60]), (50, 122, text[60:])]),
    )


def _first_lines(numbers: Sequence[int], **how: float) -> list[str]:
    pages = (
        map(_page, numbers, TITLES, PROSE)
        if not how
        else (_page(*parts, **how) for parts in zip(numbers, TITLES, PROSE, strict=True))
    )
    layout = laid_out(pdf_report(*pages))
    return [next(block.text.text for block in layout.blocks if block.page == page) for page in range(1, 6)]


def test_a_number_level_with_the_middle_of_what_stands_beside_it_is_read_before_the_title() -> None:
    assert _first_lines(NUMBERS) == [f"{n} {title}" for n, title in zip(NUMBERS, TITLES, strict=True)]


@pytest.mark.parametrize(
    ("numbers", "size"), [((4, 2, 5, 1, 3), 14.0), (NUMBERS, 24.0)], ids=["numbers that do not rise", "larger than the titles"]
)
def test_other_numbers_stay_where_they_are(numbers: Sequence[int], size: float) -> None:
    assert _first_lines(numbers, size=size) != [f"{n} {title}" for n, title in zip(numbers, TITLES, strict=True)]


def test_it_is_no_part_of_the_title_and_what_stands_under_that_no_number() -> None:
    extraction = extraction_of(pdf_report(*map(_page, NUMBERS, TITLES, PROSE)))
    assert [profile.title.text for profile in extraction.profiles] == list(TITLES)
    assert all(profile.tagline is None or profile.tagline.text[0] == "W" for profile in extraction.profiles)


def test_numbers_in_the_cells_of_a_table_are_none() -> None:
    def cells(page: int) -> Page:
        numbers = [(row * 37 + column * 11 + page * 53) % 300 for row in range(5) for column in range(5)]
        return page_of([(50 + 60 * (n % 5), 200 + 12 * (n // 5), str(number)) for n, number in enumerate(numbers)])

    pages = [overlaid(_page(*parts), cells(parts[0])) for parts in zip(NUMBERS, TITLES, PROSE, strict=True)]
    texts = {block.text.text for block in laid_out(pdf_report(*pages)).blocks}
    assert not {f"{n} {title}" for n, title in zip(NUMBERS, TITLES, strict=True)} <= texts
