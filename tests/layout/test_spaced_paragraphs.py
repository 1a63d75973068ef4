"""Paragraphs that only a little more space than their lines have parts, behind a full line."""

from __future__ import annotations

import pytest
from builders import Placed, laid_out, page_of, pdf_report

ABOVE = ("The old tram depot stood empty for eleven", "years, until the choir of the whole quarter")
LAST, FIRST, SECOND = "and all bakers of the town had come to it.", "Nobody had a better idea, and so", "they sang in it."


def _rows(top: float, *texts: str, step: float = 12.0) -> list[Placed]:
    return [(50.0, top + step * n, text) for n, text in enumerate(texts)]


def _is_parted(rows: list[Placed], first: str) -> bool:
    more = [row for n in range(3) for row in _rows(260.0 + 60 * n, *ABOVE, "and its bakers")]
    texts = [block.text.text for block in laid_out(pdf_report(page_of([*rows, *more]))).blocks]
    return any(text.startswith(first) for text in texts)


@pytest.mark.parametrize(
    ("last", "first", "space_pt", "is_parted"),
    [
        (LAST, FIRST, 2.0, True),
        ("and all the bakers of it had come “to it.”", FIRST, 2.0, True),
        (LAST, "Schornsteinfegerversammlungen, and so", 2.0, True),  # needs no room above
        (LAST, FIRST, 0.0, False),
        (LAST, FIRST, 1.0, False),  # hardly any more
        (LAST.replace(".", ","), FIRST, 2.0, False),
        (LAST.replace(".", " all"), FIRST, 2.0, False),
    ],
    ids=["sentence", "quote", "long word", "no space", "little space", "comma", "open"],
)
def test_a_little_more_space_begins_a_paragraph_behind_a_full_line_that_ends_a_sentence(
    last: str, first: str, space_pt: float, *, is_parted: bool
) -> None:
    rows = [*_rows(60, *ABOVE, last), *_rows(96 + space_pt, first, SECOND)]
    assert _is_parted(rows, first) is is_parted


@pytest.mark.parametrize(
    ("above_pt", "below_pt", "is_parted"), [(12.0, 12.0, True), (12.3, 12.3, True), (13.5, 12.0, False), (12.0, 13.5, False)]
)
def test_it_begins_none_where_the_lines_above_or_below_have_more_space_too(
    above_pt: float, below_pt: float, *, is_parted: bool
) -> None:
    rows = [*_rows(60, *ABOVE), *_rows(72 + above_pt, LAST), *_rows(86 + above_pt, FIRST, SECOND, step=below_pt)]
    assert _is_parted(rows, FIRST) is is_parted


def test_nor_behind_a_full_line_that_has_none_above_or_before_one_that_has_none_below() -> None:
    assert not _is_parted([*_rows(84, LAST), *_rows(98, FIRST, SECOND)], FIRST)
    assert not _is_parted([*_rows(60, *ABOVE, LAST), *_rows(98, FIRST)], FIRST)
