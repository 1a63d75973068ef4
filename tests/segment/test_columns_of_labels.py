"""Labels in a column beside their values: some come back, others but once."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, overlaid, page_of, pdf_report, wrapped

BOLD = "Helvetica-Bold"
ONCE = ("Rope", "Yeast", "Paint", "Paper", "Flour")


def _page(
    n: int,
    once: tuple[str, ...],
    *,
    x: float = 50,
    font: str = BOLD,
    size: float = 10,
    down: float = 0,
    value_x: float = 160,
    last: str = "Cost",
) -> Page:
    """A text over a column of labels beside values of two paragraphs: two labels that come back, and others between them."""
    usual = (BOLD, 50.0, 10.0, 0.0, 160.0)
    labels = [("Aim", *usual), *((text, font, x, size, down, value_x) for text in once), (last, *usual)]
    rows = [(160 + 60 * k, *label) for k, label in enumerate(labels)]
    beside = [(at, top + 12 * k, line) for top, *_, at in rows for k, line in enumerate(wrapped(PROSE[n], 9)[:2])]
    below = [(at, top + 40, f"Nobody has counted {n + 7} of {int(top)}.") for top, *_, at in rows]
    return overlaid(
        page_of([(50, 80, TITLES[n])], BOLD, 16),
        page_of([(50, 110 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        *(page_of([(x, top + down, text)], font, size) for top, text, font, x, size, down, _ in rows),
        page_of([*beside, *below]),
    )


def _labels(*pages: Page) -> list[list[str]]:
    profiles = extraction_of(pdf_report(*pages)).profiles
    return [[part.label.text for part in profile.sections if part.label] for profile in profiles]


def test_a_label_in_the_column_of_others_need_come_but_once() -> None:
    assert _labels(*(_page(n, (ONCE[n],)) for n in range(5))) == [["Aim", once, "Cost"] for once in ONCE]


@pytest.mark.parametrize("more", [{"x": 80}, {"font": "Helvetica"}, {"size": 8}, {"down": 30}, {"value_x": 250}])
def test_lines_elsewhere_or_set_otherwise_are_none(more: dict[str, float]) -> None:
    assert _labels(*(_page(n, (ONCE[n],), **more) for n in range(5))) == [["Aim", "Cost"]] * 5  # type: ignore[arg-type]


def test_one_label_tells_no_column() -> None:
    assert _labels(*(_page(n, (ONCE[n],), last="") for n in range(5))) == [["Aim"]] * 5


def test_where_most_lines_of_the_column_come_but_once_they_are_names() -> None:
    pages = (_page(n, tuple(f"{what} {ONCE[n]}" for what in ("Red", "Green", "Blue"))) for n in range(5))
    assert _labels(*pages) == [["Aim", "Cost"]] * 5
