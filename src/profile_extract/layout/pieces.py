"""Several texts under each other on one page, each with a column of its own beside it: a picture, facts, an address.

White space across the page parts them, and each has one heading, all on one side. Cut across there, what stands beside a
text stays with it; read down each column, all facts would come before all texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from profile_extract.model import Line
from profile_extract.structure import LARGER, dominant_style

LEAST_STRIP_EM = 1.5
"""Height of the white space between two such texts, in ems: more than between paragraphs."""
_Look = tuple[str, int]


def find_pieces(left: Sequence[Line], right: Sequence[Line], em_pt: float) -> list[list[Line]]:
    """The lines of two columns parted at white space across both, top to bottom; empty where they are not made so.

    Each piece has lines on both sides, and one heading, on the same side as in all others and set as theirs.
    """
    strips = _parted([*left, *right], LEAST_STRIP_EM * em_pt)
    on_right = {line.start for line in right}
    for side, other in ((right, left), (left, right)):
        look = _heading_look(side)
        if look is None or any(_look(line) == look for line in other):
            continue
        pieces = _with_headings(strips, look)
        sides = [{line.start in on_right for line in piece} for piece in pieces]
        if len(pieces) > 1 and all(len(found) > 1 for found in sides) and all(_headings(p, look) == 1 for p in pieces):
            return pieces
    return []


def _parted(lines: Sequence[Line], least_pt: float) -> list[list[Line]]:
    """The lines in groups that a white strip of that height parts, top to bottom."""
    groups: list[list[Line]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: (line.bbox.top, line.bbox.x0)):
        if groups and line.bbox.top - bottom < least_pt:
            groups[-1].append(line)
        else:
            groups.append([line])
        bottom = max(bottom, line.bbox.bottom) if len(groups[-1]) > 1 else line.bbox.bottom
    return groups


def _with_headings(groups: Sequence[list[Line]], look: _Look) -> list[list[Line]]:
    """The groups, those without a heading with the one above them (the first ones with the one below)."""
    pieces: list[list[Line]] = []
    for group in groups:
        if pieces and (not _headings(group, look) or not _headings(pieces[-1], look)):
            pieces[-1] += group
        else:
            pieces.append(list(group))
    return pieces


def _heading_look(lines: Sequence[Line]) -> _Look | None:
    """How the largest lines of a column are set, if they are larger than its text; None in text input."""
    text = dominant_style(lines)
    sizes = [(line.style.size_pt, line.start) for line in lines if line.style]
    if text is None or max(sizes)[0] <= LARGER * text.size_pt:
        return None
    return next(_look(line) for line in lines if line.start == max(sizes)[1])


def _headings(lines: Sequence[Line], look: _Look) -> int:
    """How many headings stand among some lines: runs of lines set so, from top to bottom, that others of their column part."""
    lefts = sorted(line.bbox.x0 for line in lines if _look(line) == look)
    column = (line for line in sorted(lines, key=lambda line: line.bbox.top) if _begins_at(line, lefts))
    return sum(is_heading for is_heading, _ in groupby(column, key=lambda line: _look(line) == look))


def _begins_at(line: Line, lefts: Sequence[float]) -> bool:
    """Whether a line begins at one of some left edges, which are sorted, give or take its height."""
    at = bisect_left(lefts, line.bbox.x0 - line.bbox.height)
    return at < len(lefts) and lefts[at] <= line.bbox.x0 + line.bbox.height


def _look(line: Line) -> _Look | None:
    return (line.style.font, round(line.style.size_pt)) if line.style else None
