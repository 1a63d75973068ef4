"""Several texts under each other on one page, each with a column of its own beside it: a picture, facts, an address.

White space across the page parts them, and each has one heading, all on one side. Cut across there, what stands beside a
text stays with it; read down each column, all facts would come before all texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import groupby

from profile_extract.model import Line
from profile_extract.structure import LARGER, dominant_style

LEAST_STRIP_EM = 1.5
"""Height of the white space between two such texts, in ems: more than between paragraphs."""
_Look = tuple[str, int]


def find_pieces(
    left: Sequence[Line], right: Sequence[Line], em_pt: float, is_label: Callable[[Line], bool]
) -> list[list[Line]]:
    """The lines of two columns parted at white space across both, top to bottom; empty where they are not made so.

    Each piece has lines on both sides, and one heading, on the same side as in all others and set as theirs. One that is a
    label is of a part of a text, of which no column beside it needs to be.
    """
    candidates = [(look, side, other) for side, other in ((right, left), (left, right)) for look in _heading_looks(side)]
    if not candidates:
        return []
    strips = _parted([*left, *right], LEAST_STRIP_EM * em_pt)
    on_right = {line.start for line in right}
    for look, side, other in candidates:
        if any(map(is_label, (line for line in side if _look(line) == look))):
            continue
        if any(_look(line) == look for line in other) or not _stand_larger_apart(side, strips, look):
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


def _stand_larger_apart(side: Sequence[Line], strips: Sequence[Sequence[Line]], look: _Look) -> bool:
    """Whether white space parts what is larger than some headings, above and below: headings of groups, no titles over all."""
    larger = {line.start for line in side if (found := _look(line)) is not None and found[1] > look[1]}
    return all(
        larger.issuperset(line.start for line in strip) for strip in strips if any(line.start in larger for line in strip)
    )


def _with_headings(groups: Sequence[list[Line]], look: _Look) -> list[list[Line]]:
    """The groups, those without a heading with the one above them; the first ones, and larger headings, with the one below."""
    pieces: list[list[Line]] = []
    is_open = True
    for group in groups:
        is_over = not _headings(group, look) and all(found is not None and found[1] > look[1] for found in map(_look, group))
        if pieces and not is_over and (is_open or not _headings(group, look)):
            pieces[-1] += group
        else:
            pieces.append(list(group))
        is_open = not _headings(pieces[-1], look)
    return pieces


def _heading_looks(lines: Sequence[Line]) -> list[_Look]:
    """How the lines of a column are set that are larger than its text, the largest first; none in text input.

    Those of groups of texts may be larger than the headings of the texts.
    """
    text = dominant_style(lines)
    if text is None:
        return []
    larger = {_look(line): line.style.size_pt for line in lines if line.style and line.style.size_pt > LARGER * text.size_pt}
    return sorted((look for look in larger if look is not None), key=lambda look: (-look[1], look[0]))


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
    style = line.style
    return (style.font, round(style.size_pt)) if style else None
