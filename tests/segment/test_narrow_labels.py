"""Labels of several lines in a narrow column: their type is none of running text."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, Page, laid_out, overlaid, page_of, pdf_report, wrapped

from profile_extract.segment.labels import find_labels

BOLD = "Helvetica-Bold"


def _page(n: int, *more: str) -> Page:
    """A title, and labels right over their texts, the space between lines everywhere the same; lines in bold at the foot."""
    first, second = wrapped(PROSE[n], 9), wrapped(PROSE[n - 1][::-1], 9)
    tops = 100, 112 + 12 * len(first)
    return overlaid(
        page_of([(50, 60, TITLES[n])], BOLD, 16),
        page_of([(50, tops[0], "Aim"), (50, tops[1], "Means")], BOLD),
        page_of([(50, tops[0] + 12 + 12 * k, line) for k, line in enumerate(first)]),
        page_of([(50, tops[1] + 12 + 12 * k, line) for k, line in enumerate(second)]),
        page_of([(50, 300 + 12 * k, line) for k, line in enumerate(more)], BOLD),
    )


@pytest.mark.parametrize(
    ("lines", "are_labels"),
    [
        ((), True),
        (("What the bakers", "and the neighbours", "have in mind"), True),
        (("What the bakers of the old", "barracks and their neighbours have", "in mind with them"), True),
        (("What the bakers of the old", "barracks and their neighbours have", "in mind for us all"), False),
        (("What the bakers of the old barracks have in mind", "and what their neighbours have in mind"), True),
    ],
    ids=["none", "short", "79 characters", "80 characters", "two lines"],
)
def test_a_block_of_several_lines_shows_the_type_of_running_text_where_it_is_long(
    lines: tuple[str, ...], *, are_labels: bool
) -> None:
    layout = laid_out(pdf_report(*(_page(n, *(lines if n in {1, 3} else ())) for n in range(5))))
    if lines:
        assert " ".join(lines) in [block.text.text for block in layout.blocks]
    keys = {label.key for label in find_labels(layout, {}).values()}
    assert keys == ({"aim", "means"} if are_labels else {"aim"})
