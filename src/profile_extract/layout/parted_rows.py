"""Lines that are one printed row: words in bold and what stands beside them, and pieces that touch each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.layout.baselines import SAME_START_PT, begin_alike, is_level
from profile_extract.layout.columns import Flow
from profile_extract.model import CELL_HEIGHT_PT, Line

PADDING_EM = 1.2
"""How far a coloured ground reaches out before the words on it, in ems; designers use half an em to one."""
TOUCHING_EM = 0.08
"""Gap, in ems, that is no space between words: these are a fifth of an em or more."""
SPACE_EM = 0.45
"""Widest space, in ems, inside a line that a raised mark or an accent has parted; justified lines have up to half an em."""
SAME_END_PT = 1.0
"""Difference of the right edges of labels set flush to their values, in points, at most."""
FEWEST_VALUES = 3
"""Lines that begin below each other and make a column of values."""
_WORDS = re.compile(r"[^\W\d_]{3}")


def size_of(line: Line) -> float | None:
    """The size of the type a line begins in, in points; None for text input."""
    return line.runs[0].style.size_pt if line.runs else None


def em_of_line(line: Line) -> float:
    """An em of the type a line begins in, in points; the height of a cell for text input."""
    size_pt = line.runs[0].style.size_pt if line.runs else 0.0
    return size_pt if size_pt > 0 else CELL_HEIGHT_PT


def touch(line: Line, other: Line, most_em: float = TOUCHING_EM) -> bool:
    """Whether two lines are one that goes on, less than so many ems between them: none where the second touches the first."""
    most_pt = most_em * em_of_line(other)
    return abs(other.bbox.x0 - line.bbox.x1) < most_pt and is_level(line, other, em_of_line(other))


def pieces_of_row(lines: Sequence[Line]) -> Iterator[Line]:
    """The last of some lines, and those before it that go on in each other, from the right to the left."""
    yield lines[-1]
    for before, line in pairwise(reversed(lines)):
        if not touch(line, before, SPACE_EM):
            return
        yield line


def goes_on_under_label(lines: Sequence[Line], line: Line) -> bool:
    """Whether a line in the type of the last one begins under the words in bold that stand right before that in its row.

    A coloured ground may reach out a little before them.
    """
    if len(lines) != 2 or lines[0].style is None or not lines[0].style.bold or lines[1].style != line.style:
        return False
    is_row = is_level(lines[0], lines[1], em_of_line(line))
    padding = lines[0].bbox.x0 - line.bbox.x0
    return is_row and lines[0].style != line.style and -SAME_START_PT < padding < PADDING_EM * em_of_line(line)


def is_label_beside(above: Line, line: Line, flow: Flow) -> bool:
    """Whether a line in bold words is the label, as wide as its column, of a value that begins where others do.

    Or one set otherwise than the value, in a column of such labels that end at one edge and begin at several.
    """
    is_bold = above.style is not None and all(run.style.bold for run in above.runs) and not line.runs[0].style.bold
    if not (is_bold or _ends_column(above, line, flow)) or not _WORDS.match(above.text):
        return False
    return sum(begin_alike(other, line) for other in flow.lines) >= FEWEST_VALUES


def _ends_column(label: Line, value: Line, flow: Flow) -> bool:
    """Whether lines set as one, and as what stands beside it is not, end where it does and begin elsewhere."""
    if label.style is None or label.style == value.style:
        return False
    like = [line for line in flow.lines if line.style == label.style and abs(line.bbox.x1 - label.bbox.x1) < SAME_END_PT]
    begins = [line.bbox.x0 for line in like]
    return len(like) >= FEWEST_VALUES and max(begins) - min(begins) > em_of_line(label)
