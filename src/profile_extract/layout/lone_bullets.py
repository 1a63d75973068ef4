"""Bullets that end a column, beside the items they belong to: the first of a list that leaves the box beside it does so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.clean.characters import BULLETS
from profile_extract.layout.blocks import BULLET_GAP_EM
from profile_extract.layout.columns import Flow
from profile_extract.model import Line

MOST_FLOWS = 2
"""Flows behind a bullet in which its item may be: the next one may be a box."""
_NUMBER = re.compile(r"\d{1,2}[.)]")
"""The number of an item."""


def with_bullets_at_items(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a PDF in reading order, a bullet or number that ends one moved to the item that begins beside it."""
    found = list(flows)
    for number, flow in enumerate(found[:-1]):
        near = range(number + 1, min(number + 1 + MOST_FLOWS, len(found)))
        item = next((n for n in near if _is_bullet_of(flow.lines[-1], found[n].lines[0])), None)
        if item is not None and len(flow.lines) > 1:
            found[number] = flow._replace(lines=flow.lines[:-1])
            left = min(found[item].left, flow.lines[-1].bbox.x0)
            found[item] = found[item]._replace(lines=(flow.lines[-1], *found[item].lines), left=left)
    return found


def _is_bullet_of(line: Line, item: Line) -> bool:
    if (line.text not in BULLETS and not _NUMBER.fullmatch(line.text)) or line.page != item.page:
        return False
    em_pt = item.bbox.height
    gap_pt = item.bbox.x0 - line.bbox.x1
    return abs(line.bbox.bottom - item.bbox.bottom) < em_pt / 2 and 0 <= gap_pt < BULLET_GAP_EM * em_pt
