"""Covers and forewords before the first profile, and cuts that part records which hold two."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, laid_out, text_report

from profile_extract.segment.choice import best_cut
from profile_extract.segment.headings import headings_of_matter, without_covers
from profile_extract.segment.labels import find_labels
from profile_extract.structure import Guide, Hypothesis

COVER = "Benches of the Lower Town"


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        ((COVER, "\fForeword\n\nWe are glad.", f"\f{TITLES[0]}", f"\f{TITLES[1]}"), 2),
        ((COVER, "\fForeword\n\nWe are glad.", "\fContents\n\nAll of it.", f"\f{TITLES[0]}", f"\f{TITLES[1]}"), 2),
        ((COVER, "Foreword\n\nWe are glad.", f"\f{TITLES[0]}", f"\f{TITLES[1]}"), 3),
        ((COVER, "\fLook at this\n\nWe are glad.", f"\f{TITLES[0]}", f"\f{TITLES[1]}"), 3),
        ((COVER, f"\f{TITLES[0]}", "\fForeword\n\nWe are glad.", f"\f{TITLES[1]}"), 3),
        ((f"\f{TITLES[0]}", "\fForeword\n\nWe are glad."), 1),
    ],
    ids=["a foreword", "and contents", "on the page of the cover", "no such heading", "behind the first profile", "one start"],
)
def test_what_stands_before_a_foreword_is_no_profile(parts: tuple[str, ...], kept: int) -> None:
    layout = laid_out(text_report("\n\n".join(parts)))
    starts = [block.index for block in layout.blocks if block.text.text in {COVER, *TITLES}]
    assert without_covers(layout, headings_of_matter(layout), starts) == starts[len(starts) - kept :]


def test_headings_of_matter_are_no_starts() -> None:
    layout = laid_out(text_report(f"{TITLES[0]}\n\n{PROSE[0]}\n\nForeword\n\n{PROSE[1]}"))
    assert without_covers(layout, headings_of_matter(layout), [0, 2]) == [0]


@pytest.mark.parametrize(
    ("less", "second", "is_parted"),
    [(0.02, "Aim", True), (0.04, "Aim", False), (0.02, "Means", False)],
    ids=["two in each record", "much less regular", "one label that comes twice"],
)
def test_a_cut_that_parts_labels_which_come_twice_in_each_record_is_taken(
    less: float, second: str, *, is_parted: bool
) -> None:
    """Though the sign that it goes by is less sure."""
    titles = [f"{title} {n}" for n in (1, 2) for title in TITLES]
    texts = (
        f"{t}\n\n{'Aim' if n % 2 == 0 else second}\n\n{PROSE[n % 5]}\n\nOutcome\n\n{PROSE[n % 4]}"
        for n, t in enumerate(titles)
    )
    layout = laid_out(text_report("\n\n".join(texts)))
    starts = tuple(block.index for block in layout.blocks if block.text.text in titles)
    paged, parted = Hypothesis("title.page-start", starts[::2], (), 0.9), Hypothesis("title.gap", starts, (), 0.9 - less)
    found = best_cut(layout, find_labels(layout, {}), [paged, parted], Guide(), [])
    assert found is (parted if is_parted else paged)
