"""Labels in a column beside their values: some come back, others but once."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, extraction_of, overlaid, page_of, pdf_report, wrapped

BOLD = "Helvetica-Bold"
ONCE = ("Rope", "Yeast", "Paint", "Paper", "Flour")


def _page(
    n: int, once: tuple[str, ...], *, x: float = 50, font: str = BOLD, size: float = 10, down: float = 0, last: str = "Cost"
) -> Page:
    """A text over a column of labels beside values of two paragraphs: two labels that come back, and others between them."""
    labels = [("Aim", BOLD, 50.0, 10.0, 0.0), *((text, font, x, size, down) for text in once), (last, BOLD, 50.0, 10.0, 0.0)]
    rows = [(160 + 60 * k, *label) for k, label in enumerate(labels)]
    beside = [(160, top + 12 * k, line) for top, *_ in rows for k, line in enumerate(wrapped(PROSE[n], 9)[:2])]
    below = [(160, top + 40, f"Nobody has counted {n + 7} of {int(top)}.") for top, *_ in rows]
    return overlaid(
        page_of([(50, 80, TITLES[n])], BOLD, 16),
        page_of([(50, 110 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n]))]),
        *(page_of([(x, top + down, text)], font, size) for top, text, font, x, size, down in rows),
        page_of([*beside, *below]),
    )


def _labels(*pages: Page) -> list[list[str]]:
    profiles = extraction_of(pdf_report(*pages)).profiles
    return [[part.label.text for part in profile.sections if part.label] for profile in profiles]


def test_a_label_in_the_column_of_others_need_come_but_once() -> None:
    assert _labels(*(_page(n, (ONCE[n],)) for n in range(5))) == [["Aim", once, "Cost"] for once in ONCE]


@pytest.mark.parametrize("more", [{"x": 80}, {"font": "Helvetica"}, {"size": 8}, {"down": 30}])
def test_lines_elsewhere_or_set_otherwise_are_none(more: dict[str, float]) -> None:
    assert _labels(*(_page(n, (ONCE[n],), **more) for n in range(5))) == [["Aim", "Cost"]] * 5  # type: ignore[arg-type]


def test_one_label_tells_no_column() -> None:
    assert _labels(*(_page(n, (ONCE[n],), last="") for n in range(5))) == [["Aim"]] * 5


def test_where_most_lines_of_the_column_come_but_once_they_are_names() -> None:
    pages = (_page(n, tuple(f"{what} {ONCE[n]}" for what in ("Red", "Green", "Blue"))) for n in range(5))
    assert _labels(*pages) == [["Aim", "Cost"]] * 5


@pytest.mark.parametrize(("words", "are_labels"), [("the ferry", True), ("the ferry of the mill and of the quay", False)])
def test_a_narrow_label_of_several_lines_is_no_running_text_in_bold(words: str, *, are_labels: bool) -> None:
    pages = []
    for n in range(5):
        bold = [(50.0, 110.0, "Aim"), (50.0, 146.0, "Cost"), *((50.0, 300.0 + 12 * k, words) for k in range(3) if n == 0)]
        text = [
            (50.0, top + 12 * k, line) for top in (122, 158) for k, line in enumerate(wrapped(PROSE[(n + top) % 5], 9)[:2])
        ]
        pages.append(overlaid(page_of([(50, 80, TITLES[n])], BOLD, 16), page_of(bold, BOLD), page_of(text)))
    assert (_labels(*pages)[1:] == [["Aim", "Cost"]] * 4) is are_labels
