"""Bullets that end a column, beside the items they belong to: the first of a list that leaves the box beside it does so."""

from __future__ import annotations

from collections.abc import Sequence

from profile_extract.clean.characters import BULLETS
from profile_extract.layout.blocks import BULLET_GAP_EM
from profile_extract.layout.columns import Flow
from profile_extract.model import Line


def with_bullets_at_items(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a PDF in reading order, a bullet that ends one moved to the next, which begins beside it."""
    found = list(flows)
    for number, flow in enumerate(found[:-1]):
        after = found[number + 1]
        if _is_bullet_of(flow.lines[-1], after.lines[0]) and len(flow.lines) > 1:
            found[number] = flow._replace(lines=flow.lines[:-1])
            left = min(after.left, flow.lines[-1].bbox.x0)
            found[number + 1] = after._replace(lines=(flow.lines[-1], *after.lines), left=left)
    return found


def _is_bullet_of(line: Line, item: Line) -> bool:
    if line.text not in BULLETS or line.page != item.page:
        return False
    em_pt = item.bbox.height
    gap_pt = item.bbox.x0 - line.bbox.x1
    return abs(line.bbox.bottom - item.bbox.bottom) < em_pt / 2 and 0 <= gap_pt < BULLET_GAP_EM * em_pt
