"""Headings that wrap because something small stands at the end of their line: a room, a price. They are read whole first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_extract.layout.baselines import begin_alike, is_level
from profile_extract.layout.columns import Flow
from profile_extract.layout.parted_rows import SPACE_EM, em_of_line, touch
from profile_extract.model import Line, Style

MOST_LEADING = 1.7
"""Distance of the baselines of a heading's lines, at most, as a multiple of its size; 1.2 to 1.4 are usual."""
ROOM_EM = 0.5
"""White space between a heading and what stands beside it, at least, in ems, that a further word would have had to leave."""


def with_headings_whole(flow: Flow, text: Style | None) -> Flow:
    """A flow of a PDF in which what stands beside the first lines of a heading comes behind the last one.

    ``text`` is the style of most of the report. What stands a space behind a line, set as it is, is the rest of that line:
    the file parts it where accents are drawn over letters.
    """
    lines = list(flow.lines)
    for at in range(len(lines) - 2):
        is_parted = touch(lines[at], lines[at + 1], SPACE_EM) and lines[at].style == lines[at + 1].style
        if _stands_out(lines[at], text) and not is_parted:
            heading, beside = _parts(lines, at)
            lines[at : at + len(heading) + len(beside)] = [*heading, *beside]
    return flow._replace(lines=tuple(lines))


def _parts(lines: Sequence[Line], at: int) -> tuple[list[Line], list[Line]]:
    """The lines of a heading that wraps before what stands beside it, and that."""
    heading, beside = [lines[at]], list[Line]()
    for is_more, line in _following(lines, at):
        (heading if is_more else beside).append(line)
    return heading, beside


def _stands_out(line: Line, text: Style | None) -> bool:
    """Whether a line is larger than the text: labels in bold are mostly as large as the values beside them."""
    return line.style is not None and text is not None and line.style.size_pt > text.size_pt


def _following(lines: Sequence[Line], at: int) -> Iterator[tuple[bool, Line]]:
    """The lines behind the first one of a heading that go on in it, or stand beside it.

    What goes on has nothing beside it: labels below each other have their values there.
    """
    last, beside = lines[at], None
    for line, behind in zip(lines[at + 1 :], (*lines[at + 2 :], None), strict=True):
        if is_level(line, last, em_of_line(last)):
            beside = beside or line
            yield False, line
        elif _is_next(last, line) and not (beside and _had_room(last, beside, line)) and not _has_beside(line, behind):
            last, beside = line, None
            yield True, line
        else:
            return


def _has_beside(line: Line, behind: Line | None) -> bool:
    return behind is not None and is_level(line, behind, em_of_line(line))


def _is_next(line: Line, below: Line) -> bool:
    """Whether a line stands right under another one, set as it is."""
    is_near = below.bbox.bottom - line.bbox.bottom < MOST_LEADING * em_of_line(line)
    return is_near and below.style == line.style and begin_alike(line, below)


def _had_room(line: Line, beside: Line, below: Line) -> bool:
    """Whether the first word of the line below would have had room behind a line, before what stands beside that."""
    word_pt = below.bbox.width * len(below.text.split()[0]) / len(below.text)
    return beside.bbox.x0 - line.bbox.x1 > word_pt + ROOM_EM * em_of_line(line)
