"""Several texts in columns under each other on one page, each under a head of its own.

The columns of one text end where the next head begins, though the head is not wide enough to cross the gutter: beside it the
other column is empty, and below it both go on level with each other. No head like it stands in the other column.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise
from typing import NamedTuple

from profile_extract.layout.baselines import begin_alike
from profile_extract.layout.ended import is_electronic
from profile_extract.lexicon import part_field
from profile_extract.model import Line
from profile_extract.structure import LARGER, SMALLER_PT, dominant_style

MOST_PLAIN_ROWS = 3
"""Rows of a head that are set as the text is: names of authors. More are a part of a column."""
LEAST_SPACE = 1.5
"""Space over boxes side by side, as a share of the height of their heads; that over a heading in a text is less."""
CLOSE = 0.5
"""Space between the lines of a label at most, as a share of their height."""
LEAST_OVERLAP = 0.2
"""Share of a line's height at which it stands beside another; boxes of type touch."""
BOX_SHARE = 0.5
"""Width of a box beside a text, as a share of that of the text, at most; of two columns each has about that of the other."""
_Look = tuple[str, float]
Rows = Sequence[Sequence[Line]]
"""The lines on each baseline, top to bottom."""


class _Head(NamedTuple):
    """A half-open run of rows with nothing in the right column, from the first on that is set unlike the text."""

    start: int
    stop: int


def find_stretches(rows: Rows, middle: float, *, has_more: bool) -> list[list[Line]]:
    """The lines of a band with two columns, parted before each head; one part where there is none.

    ``middle`` is where the right column begins. A head at the band's end is of what follows, if anything does (``has_more``)
    or others stand above it; an address in small type there is of both columns.
    """
    text = _look([line for row in rows for line in row])
    beside = {_look([line]) for row in rows for line in row if line.bbox.x0 >= middle}
    all_heads = list(_heads(rows, middle, text))
    heads = [head for head in all_heads if not _has_beside(rows, head, middle)]
    only_left = not any(beside & _own_looks(rows, head, text) for head in heads)
    cuts = [h.start for h in heads if only_left and h.start > 0 and _begins_columns(rows[h.stop : h.stop + 1], middle)]
    last = heads[-1].start if heads and heads[-1].stop == len(rows) else 0
    is_of_next = has_more and (only_left or _is_like_level_heads(rows, heads[-1:], middle, text))
    if last > 0 and (cuts or is_of_next or _is_small_address(rows, last, middle, text)):
        cuts.append(last)
    elif contact := _closing_contact(rows, middle, text):
        cuts.append(contact)
    boxed = _over_boxes(rows, all_heads, middle, text) if text is not None and beside.isdisjoint({text, None}) else ()
    cuts = sorted({*cuts, *_level_heads(rows, middle, text), *boxed})
    return [[line for row in rows[a:b] for line in row] for a, b in pairwise([0, *cuts, len(rows)])]


def _over_boxes(rows: Rows, heads: Sequence[_Head], middle: float, text: _Look) -> Iterator[int]:
    """The rows of headings in larger type over texts with boxes beside them, which are set otherwise.

    Beside the heading there is nothing; one box stands above it, the next one below, and a text above it, too.
    """
    beside = [number for number, row in enumerate(rows) if any(line.bbox.x0 >= middle for line in row)]
    for head in heads:
        looks = (list(filter(None, (_look([line]) for line in rows[n]))) for n in range(head.start, head.stop))
        sizes = [max((size for _, size in found), default=0.0) for found in looks]
        first = next((n for n, size in enumerate(sizes, head.start) if size > LARGER * text[1]), 0)
        while first > head.start and sizes[first - 1 - head.start] >= text[1] and _look(rows[first - 1]) != text:
            first -= 1  # a place or a kind in small type over a title
        has_text = any(line.bbox.x0 < middle and _look([line]) == text for row in rows[:first] for line in row)
        if has_text and beside[0] < first < beside[-1] and not _has_beside(rows, _Head(first, first + 1), middle):
            yield first


def _level_heads(rows: Rows, middle: float, text: _Look | None) -> list[int]:
    """The rows that are a head in each column, level with each other and well below all above them: boxes side by side.

    No such head stands elsewhere, as one of a text would, and what is under them is set unlike the text.
    """
    found: dict[_Look, list[int]] = defaultdict(list)
    bottoms = [math.inf, math.inf]
    for number, row in enumerate(rows):
        left = [line for line in row if line.bbox.x0 < middle]
        right = [line for line in row if line.bbox.x0 >= middle]
        if len(left) == len(right) == 1 and all(map(_is_well_below, bottoms, row)):
            look = _look(row)
            if look is not None and look != text and _look(left) == _look(right):
                found[look].append(number)
        for line in row:
            bottoms[line.bbox.x0 >= middle] = line.bbox.bottom
    if not found:
        return []
    alike = Counter(_look([line]) for row in rows for line in row)
    whole = (numbers for look, numbers in found.items() if alike[look] == 2 * len(numbers))
    return [number for numbers in whole for number in numbers if _look(list(chain(*rows[number + 1 :]))) not in {None, text}]


def _is_like_level_heads(rows: Rows, last: Sequence[_Head], middle: float, text: _Look | None) -> bool:
    """Whether the last head is set as those are that both columns begin with, level with each other: heads of parts."""
    looks = [
        {_look([line]) for line in row if (line.bbox.x0 >= middle) == is_right}
        for row in rows[:1]
        for is_right in (False, True)
    ]
    own = {_look([line]) for head in last for row in rows[head.start : head.stop] for line in row}
    return len(looks) == 2 and looks[0] == looks[1] == own and own.isdisjoint({None, text})


def _is_well_below(bottom: float, line: Line) -> bool:
    return line.bbox.top - bottom > LEAST_SPACE * line.bbox.height


def _has_beside(rows: Rows, head: _Head, middle: float) -> bool:
    """Whether a line of the right column stands at the height of a head: the columns' baselines need not be level."""
    own = [line.bbox for row in rows[head.start : head.stop] for line in row]
    top, bottom = min(box.top for box in own), max(box.bottom for box in own)
    right = (line.bbox for row in rows for line in row if line.bbox.x0 >= middle)
    return any(min(bottom, box.bottom) - max(top, box.top) > LEAST_OVERLAP * box.height for box in right)


def _own_looks(rows: Rows, head: _Head, text: _Look | None) -> set[_Look | None]:
    """How a head is set, where not as the text is."""
    return {_look([line]) for row in rows[head.start : head.stop] for line in row} - {text}


def _heads(rows: Rows, middle: float, text: _Look | None) -> Iterator[_Head]:
    numbered = enumerate(all(line.bbox.x0 < middle for line in row) for row in rows)
    for is_left, run in groupby(numbered, key=lambda row: row[1]):
        numbers = [number for number, _ in run]
        if is_left and _goes_on_label(rows, numbers[0], middle):
            numbers = numbers[1:]
        plain = [all(_look([line]) == text for line in rows[number]) for number in numbers]
        if is_left and not all(plain):
            start = plain.index(False)
            if sum(plain[start:]) <= MOST_PLAIN_ROWS:
                yield _Head(numbers[start], numbers[-1] + 1)


def _goes_on_label(rows: Rows, number: int, middle: float) -> bool:
    """Whether a row is the second line of a label, which has its value beside the first: set as that, close under it."""
    above, line = rows[number - 1 : number + 1] if number else ((), ())
    if len(above) < 2 or len(line) != 1 or above[1].bbox.x0 < middle or above[0].text.endswith((":", "?")):
        return False
    label, rest = above[0], line[0]
    is_near = rest.bbox.top - label.bbox.bottom < CLOSE * rest.bbox.height
    return is_near and label.runs == rest.runs and begin_alike(label, rest)


def _begins_columns(below: Rows, middle: float) -> bool:
    """Whether both columns begin in the row under a head, in one type."""
    sides = {(line.bbox.x0 >= middle, _look([line])) for row in below for line in row}
    return len(sides) == 2 and len({look for _, look in sides}) == 1


def _is_small_address(rows: Rows, last: int, middle: float, text: _Look | None) -> bool:
    """Whether the last rows are an address set smaller than the text, as at the foot of a page; no column has its own.

    Nor does the left one go on in that type above, as a box beside the text does.
    """
    own = [line for row in rows[last:] for line in row]
    reached = [line for line in own if _ends_in_address(line)]
    above = [line for row in rows[:last] for line in row if reached and _look([line]) == _look(reached[:1])]
    if not reached or any(line.bbox.x0 < middle or _ends_in_address(line) for line in above):
        return False
    sizes = [look[1] for line in own if (look := _look([line]))]
    return text is not None and max(sizes, default=text[1]) < text[1] - SMALLER_PT


def _closing_contact(rows: Rows, middle: float, text: _Look | None) -> int:
    """The row that announces an address under both columns, with nothing in the right one beside or below it; 0 if none.

    An address of which the right column has a part is of the columns: it says nothing here that can be reached. Where a line
    of the right column is set as its label is, each column has labels of its own.
    """
    first = len(rows)
    while first > 0 and all(line.bbox.x0 < middle for line in rows[first - 1]):
        first -= 1
    announced = (
        number
        for number in range(max(first, 1), len(rows))
        if len(rows[number]) == 1 and _look(rows[number]) not in {None, text} and part_field(rows[number][0].text) == "contact"
    )
    found = next(announced, 0)
    if not found:
        return 0
    beside = {_look([line]) for row in rows for line in row if line.bbox.x0 >= middle}
    is_whole = any(_ends_in_address(line) for row in rows[found:] for line in row)
    if not is_whole or _look(rows[found]) in beside or _is_in_box(rows, found, middle):
        return 0
    return 0 if _has_beside(rows, _Head(found, len(rows)), middle) else found


def _is_in_box(rows: Rows, found: int, middle: float) -> bool:
    """Whether a row is one of several set alike in a left column that is much the narrower: labels in a box beside a text."""
    sides = [[line for row in rows for line in row if (line.bbox.x0 >= middle) == is_right] for is_right in (False, True)]
    widths = [max(line.bbox.width for line in side) if side else 0.0 for side in sides]
    is_alike = any(_look([line]) == _look(rows[found]) for row in rows[:found] for line in row)
    return is_alike and widths[0] < BOX_SHARE * widths[1]


def _ends_in_address(line: Line) -> bool:
    return is_electronic(line.text.rpartition(" ")[2])


def _look(lines: Sequence[Line]) -> _Look | None:
    style = dominant_style(lines)
    return (style.font, style.size_pt) if style else None
