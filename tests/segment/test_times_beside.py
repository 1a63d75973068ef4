"""Times at the end of a row over a title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from builders import PROSE, TITLES, Page, laid_out, overlaid, page_of, pdf_report, text_report, wrapped

from profile_extract.segment import segment
from profile_extract.segment.lifting import moved_up
from profile_extract.segment.titles import find_title_offsets
from profile_extract.structure import Layout

KINDS = ("Talk of the mill", "Walk of the quay", "Workshop of the yard", "Reading of the loft", "Concert of the barn")


def _time(n: int) -> str:
    return f"{9 + n}.30 – {10 + n}.15"


def _hall(n: int) -> str:
    return f"Hall {n + 2} b"


def _layout(end: Callable[[int], str] = _time, x: float = 330.0, under: float = 0.0) -> Layout:
    """Kinds of events with the end of their row, or a line under them; titles under these, and texts."""

    def event(n: int, top: float) -> Page:
        title = top + 20 + under
        return overlaid(
            page_of([(50, top, KINDS[n])], "Helvetica-Bold"),
            page_of([(x, top + under, end(n))]),
            page_of([(50, title, f"{TITLES[n]} and whoever comes")], "Helvetica-Bold", 12),
            page_of([(50, title + 20 + 12 * k, line) for k, line in enumerate(wrapped(PROSE[n] + " " + PROSE[n - 1], 9))]),
        )

    return laid_out(
        pdf_report(*(overlaid(*(event(n, 60.0 + 190 * k) for k, n in enumerate(some))) for some in ((0, 1), (2, 3), (4,))))
    )


def _starts(layout: Layout, texts: tuple[str, ...]) -> list[int]:
    starts = [block.index for block in layout.blocks if block.text.text.startswith(texts)]
    assert len(starts) == 5
    return starts


def _offsets(layout: Layout, texts: tuple[str, ...] = KINDS) -> list[int]:
    """Where the titles stand in records that begin with these texts."""
    starts = _starts(layout, texts)
    ends = (*starts[1:], len(layout.blocks))
    return find_title_offsets(layout, {}, [range(start, end) for start, end in zip(starts, ends, strict=True)])


def test_what_stands_before_a_time_over_a_title_is_of_the_profile() -> None:
    segments = segment(_layout()).segments
    assert [part.title.text.text for part in segments] == [f"{title} and whoever comes" for title in TITLES]
    over = [[block.text.text for block in part.over_title] for part in segments]
    assert over == [[kind, _time(n)] for n, kind in enumerate(KINDS)]


@pytest.mark.parametrize(
    ("layout", "is_over"),
    [(_layout(), True), (_layout(_hall), False), (_layout(x=50, under=14), False)],
    ids=["time", "hall", "under"],
)
def test_a_line_beside_a_time_is_no_title(layout: Layout, *, is_over: bool) -> None:
    assert _offsets(layout) == [2 if is_over else 0] * 5


def test_in_a_dump_it_is_one() -> None:
    texts = [line for n, title in enumerate(TITLES) for line in (f"{title:<60}{n + 9}:30", *wrapped(PROSE[n], 9))]
    layout = laid_out(text_report("\n\n".join(texts)))
    assert [block.text.text for block in layout.blocks[:2]] == [TITLES[0], "9:30"]
    assert _offsets(layout, TITLES) == [0] * 5


@pytest.mark.parametrize(
    ("layout", "are_moved"),
    [
        (_layout(), True),
        (_layout(x=180), True),  # over the end of the title
        (_layout(_hall), False),
        (_layout(_hall, x=180), False),
        (_layout(x=50, under=14), False),
    ],
    ids=["time", "near", "hall", "near hall", "under"],
)
def test_starts_are_moved_up_to_the_row_that_ends_in_a_time(layout: Layout, *, are_moved: bool) -> None:
    titles = _starts(layout, TITLES)
    assert list(moved_up(layout, {}, titles)) == [start - 2 if are_moved else start for start in titles]
