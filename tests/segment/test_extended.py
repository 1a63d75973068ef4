"""Cuts that are extended by one with more profiles: each has the same labels once, and what is lost are forewords."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, laid_out, text_report

from profile_extract.segment.choice import _extended, _has_each_once
from profile_extract.segment.regularity import Records
from profile_extract.structure import Hypothesis, Label, Layout

LABELS = ("Aim", "Means", "Owner")


def _record(n: int, labels: Sequence[str] = LABELS[:2], over: Sequence[str] = ()) -> list[str]:
    """A title under some lines, and behind labels what is said of it."""
    return [*over, f"The Boat of Pier {n} Quay", *(f"{label}: {PROSE[n % 5]}" for label in labels)]


def _layout(*records: Sequence[str]) -> Layout:
    return laid_out(text_report("\n\n".join(line for record in records for line in record)))


def _labels(layout: Layout) -> dict[int, Label]:
    found = ((block.index, block.text.text.partition(": ")[0]) for block in layout.blocks if ": " in block.text.text)
    return {index: Label(index, 0, len(word), len(word) + 2, word.casefold(), "section") for index, word in found}


def _begin(layout: Layout, word: str) -> tuple[int, ...]:
    return tuple(block.index for block in layout.blocks if block.text.text.startswith(word))


@pytest.mark.parametrize(
    ("count", "labels", "is_so"),
    [(12, 2, True), (11, 2, False), (11, 3, True), (12, 1, False), (4, 3, True)],
)
def test_two_labels_that_each_of_many_profiles_has_once_are_no_chance(count: int, labels: int, *, is_so: bool) -> None:
    layout = _layout(*(_record(n, LABELS[:labels]) for n in range(count)))
    assert _has_each_once(Records(layout, _labels(layout), _begin(layout, "The Boat"))) is is_so


@pytest.mark.parametrize("labels", [LABELS[:1], ("Aim", "Means", "Aim")], ids=["lacks one", "has one twice"])
def test_each_profile_has_them_once(labels: Sequence[str]) -> None:
    layout = _layout(*(_record(n) for n in range(11)), _record(11, labels))
    assert not _has_each_once(Records(layout, _labels(layout), _begin(layout, "The Boat")))


def _is_extended(layout: Layout, best: Sequence[int], more: Sequence[int]) -> bool:
    """Whether a cut is extended by a less sure and less regular one."""
    own, other = Hypothesis("title.style", tuple(best), (), 0.9), Hypothesis("title.gap", tuple(more), (), 0.8)
    found = _extended(layout, _labels(layout), own, [own, other])
    assert found in (own, other)
    return found == other


@pytest.mark.parametrize(("forewords", "is_so"), [(0, True), (2, True), (3, False)])
def test_two_forewords_may_be_lost(forewords: int, *, is_so: bool) -> None:
    layout = _layout(*([f"Foreword {n}", PROSE[n]] for n in range(forewords)), *(_record(n) for n in range(12)))
    titles = _begin(layout, "The Boat")
    assert _is_extended(layout, (*_begin(layout, "Foreword"), *titles[:8]), titles) is is_so


def test_what_is_lost_behind_the_first_title_is_no_foreword() -> None:
    layout = _layout(*(_record(n) for n in range(12)))
    titles = _begin(layout, "The Boat")
    assert _is_extended(layout, titles[:8], titles)
    assert not _is_extended(layout, [*titles[:8], titles[8] + 1], titles)


def test_one_label_of_each_is_not_enough() -> None:
    layout = _layout(["Foreword", PROSE[0]], *(_record(n, LABELS[:1]) for n in range(12)))
    titles = _begin(layout, "The Boat")
    assert not _is_extended(layout, (0, *titles[:8]), titles)


@pytest.mark.parametrize(("over", "is_so"), [("P-{}", True), ("Harbour of Upper {}", False)], ids=["codes", "words"])
def test_titles_under_the_codes_that_begin_profiles_are_not_lost(over: str, *, is_so: bool) -> None:
    words = ("Salt", "Ash", "Rope", "Reed", "Oak", "Elm", "Tar", "Wool", "Silk", "Sand", "Clay", "Iron")
    overs = [over.format(n + 10 if over == "P-{}" else word) for n, word in enumerate(words)]
    layout = _layout(*(_record(n, over=[line]) for n, line in enumerate(overs)))
    titles = _begin(layout, "The Boat")
    begun = [title - 1 for title in titles]
    assert _is_extended(layout, titles[:8], begun) is is_so
    assert _is_extended(layout, begun[:8], begun)
