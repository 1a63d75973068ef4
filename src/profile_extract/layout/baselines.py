"""Lines in rows: on one baseline side by side, and below each other in paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from profile_extract.model import Line

SAME_ROW_EM = 0.4
"""Lines whose baselines differ by less than this, in ems, stand side by side."""
SAME_START_PT = 1.0
"""Left edges within so many points of each other are one."""


def by_rows(lines: Sequence[Line], em_pt: float) -> list[Line]:
    """Top to bottom; lines on one baseline from left to right."""
    return [line for row in grouped_rows(lines, em_pt) for line in row]


def grouped_rows(lines: Sequence[Line], em_pt: float) -> list[list[Line]]:
    """The lines on each baseline from left to right, top to bottom."""
    ordered = sorted(lines, key=lambda line: (line.bbox.bottom, line.bbox.x0))
    rows: list[list[Line]] = []
    for line in ordered:
        if rows and line.bbox.bottom - rows[-1][0].bbox.bottom < SAME_ROW_EM * em_pt:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda member: member.bbox.x0) if len(row) > 1 else row for row in rows]


def is_level(line: Line, other: Line, em_pt: float) -> bool:
    """Whether two lines stand on one baseline."""
    return abs(line.bbox.bottom - other.bbox.bottom) < SAME_ROW_EM * em_pt


def width_of(line: Line) -> float:
    """The width of a line, in points."""
    return line.bbox.width


def paragraphs(lines: Sequence[Line], em_pt: float) -> list[list[Line]]:
    """Lines in groups that white space of more than half a line parts."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and line.bbox.top - groups[-1][-1].bbox.bottom < 0.5 * em_pt:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def begin_alike(line: Line, other: Line) -> bool:
    """Whether two lines have one left edge."""
    return abs(line.bbox.x0 - other.bbox.x0) < SAME_START_PT
