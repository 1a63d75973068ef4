"""Reports in two parts, one behind the other, whose titles differ in size alone: the records of both are profiles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from profile_extract.model import Style
from profile_extract.structure import Hypothesis, Layout

RULE = "title.parts"
FEWEST_RECORDS = 4
"""Records of each part: fewer titles may be headings of its foreword and imprint."""
LEAST_SCORE = 0.75
"""Regularity of each of two cuts, at least."""
MOST_APART = 0.1
"""Difference of these, at most: what is far less regular is of another kind."""


def with_two_parts(layout: Layout, cuts: Sequence[Hypothesis]) -> list[Hypothesis]:
    """All cuts of a report, the most regular first, and those that are made of two of them."""
    return sorted((*cuts, *_of_two_parts(layout, cuts)), key=lambda cut: -cut.score)


def _of_two_parts(layout: Layout, cuts: Sequence[Hypothesis]) -> Iterator[Hypothesis]:
    """Cuts made of two, one of which ends on a page before the other begins."""
    if layout.body_style is None or not cuts:
        return
    regular = [cut for cut in cuts if cut.score >= max(LEAST_SCORE, cuts[0].score - MOST_APART)]
    parts = {cut.starts: cut for cut in reversed(regular) if len(cut.starts) >= FEWEST_RECORDS}.values()
    looks = {cut.starts: _look(layout, cut, layout.body_style) for cut in parts}
    for first, second in permutations(parts, 2):
        ends, begins = (layout.blocks[index].page for index in (first.starts[-1], second.starts[0]))
        if ends < begins and looks[first.starts] == looks[second.starts] is not None:
            yield _joined(first, second)


def _look(layout: Layout, cut: Hypothesis, body: Style) -> tuple[str, bool, str] | None:
    """How all titles of a cut are set, their size aside; None where they are not set alike, or as the text is."""
    looks = {layout.blocks[start].style for start in cut.starts}
    style = looks.pop()
    if style is None or looks:
        return None
    look = (style.font, style.bold, style.color)
    return look if look != (body.font, body.bold, body.color) else None


def _joined(first: Hypothesis, second: Hypothesis) -> Hypothesis:
    breaks = {i for i in first.breaks if i < second.starts[0]} | {i for i in second.breaks if i > second.starts[0]}
    counts = len(first.starts), len(second.starts)
    score = (counts[0] * first.score + counts[1] * second.score) / sum(counts)
    return Hypothesis(RULE, (*first.starts, *second.starts), tuple(sorted(breaks)), round(score, 4))
