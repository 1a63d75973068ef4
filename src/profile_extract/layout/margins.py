"""Notes in the margin of a page: few short lines beside a text, all left or right of it, that share no baselines with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from profile_extract.model import Line

MARGIN_EM = 0.5
"""Narrowest strip between notes in a margin and a text, in ems of the body type; narrow columns have more."""
MOST_NOTES, NOTES_SHARE = 6, 0.3
"""Lines of notes beside a text, at most, and for each line of it."""
MARGIN_SHARE = 0.25
"""Width of notes, as a share of that of the text, at most."""
LEVEL_SHARE, LEVEL_PT = 0.5, 1.0
"""Share of the notes on baselines of the text, at most, and how far from one another these are, in points: nearly all labels
and numbers are on those of what they are of."""


class Margin(NamedTuple):
    """The lines of notes in a margin, and those of the text beside them."""

    notes: list[Line]
    text: list[Line]


def find_margin(lines: Sequence[Line], em_pt: float) -> Margin | None:
    """The notes in the left or the right margin of some lines of a PDF; None where there are none."""
    if lines[0].style is None:
        return None
    found = (_left_of(lines, em_pt), _right_of(lines, em_pt))
    return next((margin for margin in found if margin is not None and _are_notes(*margin)), None)


def _left_of(lines: Sequence[Line], em_pt: float) -> Margin | None:
    """The lines left of a strip that no line crosses or reaches into, the first such from the left."""
    ordered = sorted(lines, key=lambda line: line.bbox.x0)
    ends = list(accumulate((line.bbox.x1 for line in ordered), max))
    most = min(MOST_NOTES, len(lines) - 1)
    count = next((n for n in range(1, most + 1) if ordered[n].bbox.x0 - ends[n - 1] >= MARGIN_EM * em_pt), 0)
    return Margin(ordered[:count], ordered[count:]) if count else None


def _right_of(lines: Sequence[Line], em_pt: float) -> Margin | None:
    """The same of the lines right of one, the first such from the right."""
    ordered = sorted(lines, key=lambda line: -line.bbox.x1)
    begins = list(accumulate((line.bbox.x0 for line in ordered), min))
    most = min(MOST_NOTES, len(lines) - 1)
    count = next((n for n in range(1, most + 1) if begins[n - 1] - ordered[n].bbox.x1 >= MARGIN_EM * em_pt), 0)
    return Margin(ordered[:count], ordered[count:]) if count else None


def _are_notes(notes: Sequence[Line], text: Sequence[Line]) -> bool:
    """Whether lines beside a text are few, short and beside it, and hardly any of them is on one of its baselines."""
    widths = [max(line.bbox.x1 for line in side) - min(line.bbox.x0 for line in side) for side in (notes, text)]
    if len(notes) > NOTES_SHARE * len(text) or widths[0] > MARGIN_SHARE * widths[1]:
        return False
    top, bottom = min(line.bbox.top for line in text), max(line.bbox.bottom for line in text)
    if not all(top - line.bbox.height <= line.bbox.top <= bottom for line in notes):
        return False
    level = sum(any(abs(note.bbox.bottom - line.bbox.bottom) < LEVEL_PT for line in text) for note in notes)
    return level <= LEVEL_SHARE * len(notes)
