"""Facts in a row: labels beside each other, each with its value under it, as designers set them over or under a text."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from profile_extract.model import Line, Style
from profile_extract.structure import LARGER

SAME_EDGE_PT = 3.0
"""Left edges within this distance, in points, are one cell's."""
FEWEST_OF_COLUMN = 3
"""Lines above that begin at one edge, where it is that of a column of text."""
MOST_FULL_ROWS = 2
"""Printed rows in which all labels have some of their values; columns of text have more."""
MOST_LABEL_ROWS = 5
"""Printed rows over which the longest label goes: its lines may stand between those of other labels and of values."""
MOST_VALUE_ROWS = 6
"""Printed lines of the longest value; what goes on longer is a column of text."""


class Grid(NamedTuple):
    """A row of facts among other lines: what stands above it, its cells from left to right, and what stands below."""

    above: list[Line]
    cells: list[list[Line]]
    below: list[Line]


def find_grid(rows: Sequence[Sequence[Line]], is_label: Callable[[Line], bool]) -> Grid | None:
    """The first row of different labels in one style with a row of values in another one under it.

    ``rows`` go from top to bottom. Of three values or more one may be missing. More rows of as many are a table, which is
    read across.
    """
    for number, row in enumerate(rows[:-1]):
        if len(row) < 2 or not all(map(is_label, row)) or len({line.style for line in row}) != 1:
            continue
        rest = _rest_of_labels(rows, number)
        if len({" ".join(line.text for line in (label, *rest.get(n, ()))) for n, label in enumerate(row)}) < len(row):
            continue
        of_rest = list(chain.from_iterable(rest.values()))
        if found := _grid_at(_without(rows, number, of_rest) if rest else rows, number, rest):
            return found
    return None


def _grid_at(rows: Sequence[Sequence[Line]], number: int, rest: Mapping[int, Sequence[Line]]) -> Grid | None:
    """The grid whose labels begin in a row, if they have values in one row under it; ``rest`` are their further lines."""
    row = rows[number]
    if number + 1 == len(rows) or (number and (_are_of_cards(rows[number - 1], row) or _are_in_columns(rows[:number], row))):
        return None
    end = _end_of_values(rows, number)
    full = [values for values in rows[number + 1 : end] if len(values) >= max(2, len(row) - 1)]
    is_over = end < len(rows) and _head_cards(row, rows[end - 1], rows[end])
    is_over = is_over or _goes_on(row, rows[number + 1], rows[end : end + MOST_VALUE_ROWS])
    are_values = len(full) == 1 or (len(full) == MOST_FULL_ROWS and _go_on(full[1]) and _are_level(row, rows[end:]))
    if not are_values or is_over or not _are_ended(rows, number + 1, end):
        return None
    cells = [[label, *rest.get(n, ())] for n, label in enumerate(row)]
    for value in chain.from_iterable(rows[number + 1 : end]):
        cells[_cell_of(value, row)].append(value)
    above, below = (list(chain.from_iterable(part)) for part in (rows[:number], rows[end:]))
    return None if any(_runs_on(cell[-1], below) for cell in cells) else Grid(above, cells, below)


def _runs_on(last: Line, below: Sequence[Line]) -> bool:
    """Whether what seems to be the end of a value goes on under it: it is a column of text, which a label stands beside."""
    near = (line for line in below if line.bbox.top - last.bbox.bottom < line.bbox.height / 2)
    return any(line.style == last.style and abs(line.bbox.x0 - last.bbox.x0) < SAME_EDGE_PT for line in near)


def _rest_of_labels(rows: Sequence[Sequence[Line]], number: int) -> dict[int, list[Line]]:
    """The further lines of labels, by their places in the row: set as they are, right under them.

    Not where all have some that may be labels themselves.
    """
    labels = rows[number]
    found: dict[int, list[Line]] = {}
    for line in (line for row in rows[number + 1 : number + MOST_LABEL_ROWS] for line in row if line.style == labels[0].style):
        cell = _cell_of(line, labels)
        if cell >= 0 and line.bbox.top - found.get(cell, [labels[cell]])[-1].bbox.bottom < line.bbox.height / 2:
            found.setdefault(cell, []).append(line)
    return found if len(found) < len(labels) or _go_on([rest[0] for rest in found.values()]) else {}


def _go_on(values: Sequence[Line]) -> bool:
    """Whether each of some lines goes on what stands above it: values of two lines are not two."""
    return all(line.text[:1].islower() for line in values)


def _without(rows: Sequence[Sequence[Line]], number: int, lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Rows without some lines of those right under one of them."""
    below = ([line for line in row if line not in lines] for row in rows[number + 1 : number + MOST_LABEL_ROWS])
    return [*rows[: number + 1], *filter(None, below), *rows[number + MOST_LABEL_ROWS :]]


def _are_of_cards(above: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether right above each line of a row stands another one: they are lines of cards side by side, not labels."""
    is_near = row[0].bbox.top - max(line.bbox.bottom for line in above) < row[0].bbox.height
    return is_near and len(above) == len(row) and [_cell_of(line, row) for line in above] == list(range(len(row)))


def _head_cards(row: Sequence[Line], values: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether something larger stands right below each value: they are over the titles of entries side by side."""
    largest = max((line.style.size_pt for line in (*row, *values) if line.style), default=math.inf)
    is_near = below[0].bbox.top - values[0].bbox.bottom < below[0].bbox.height
    are_larger = all(line.style is not None and line.style.size_pt > LARGER * largest for line in below)
    return is_near and are_larger and [_cell_of(line, row) for line in below] == list(range(len(row)))


def _goes_on(row: Sequence[Line], values: Sequence[Line], below: Sequence[Sequence[Line]]) -> bool:
    """Whether another row of as many values, set as those are, stands below them: white space parts the rows of a table."""
    styles = {line.style for line in values}
    of_table = takewhile(lambda other: all(line.style in styles and _cell_of(line, row) >= 0 for line in other), below)
    return any(len(other) == len(row) for other in of_table)


def _are_in_columns(above: Sequence[Sequence[Line]], row: Sequence[Line]) -> bool:
    """Whether lines above a row begin where its second line does: it stands in columns of text, whose lines are level.

    Where a row above has labels at the edges of both, they are a grid, too.
    """
    begun = sum(any(abs(line.bbox.x0 - row[1].bbox.x0) < SAME_EDGE_PT for line in other) for other in above)
    return begun >= FEWEST_OF_COLUMN and not any(len(_labels_like(row, other)) > 1 for other in above)


def _labels_like(row: Sequence[Line], other: Sequence[Line]) -> set[int]:
    """The places of the labels of a row at whose edges another row has lines set as these are."""
    return {cell for line in other if line.style == row[0].style and (cell := _cell_of(line, row)) >= 0}


def _are_level(row: Sequence[Line], below: Sequence[Sequence[Line]]) -> bool:
    """Whether the next labels below those of a row stand in one row, too, or nothing but at the first: columns go on."""
    found = (_labels_like(row, other) for other in below)
    is_one_column = all(_cell_of(line, row) <= 0 for other in below for line in other)
    return is_one_column or len(next((cells for cells in found if cells), ())) > 1


def _end_of_values(rows: Sequence[Sequence[Line]], number: int) -> int:
    """Index behind the rows under a row of labels that are values: each in its cell, set as that is and not as they are.

    Those of one or two words may stand out more than the longest.
    """
    labels = rows[number]
    end = number + 1
    styles: dict[int, Style | None] = {}
    for row in rows[number + 1 : number + 1 + MOST_VALUE_ROWS]:
        cells = [_cell_of(line, labels) for line in row]
        found = [
            styles.setdefault(cell, line.style) == line.style != labels[0].style for cell, line in zip(cells, row, strict=True)
        ]
        if min(cells) < 0 or not all(found):
            break
        if end > number + 1 and row[0].bbox.top > rows[end - 1][0].bbox.bottom + row[0].bbox.height / 2:
            break
        end += 1
    return end


def _are_ended(rows: Sequence[Sequence[Line]], start: int, end: int) -> bool:
    """Whether values are set alike, or white space ends them: else they are the first lines of columns under their heads."""
    is_alike = len({line.style for line in rows[start]}) == 1
    return is_alike or end == len(rows) or rows[end][0].bbox.top > rows[end - 1][0].bbox.bottom + rows[end][0].bbox.height / 2


def _cell_of(value: Line, labels: Sequence[Line]) -> int:
    """Place of the label that a value stands under, by its left edge; -1 where there is none."""
    return next((n for n, label in enumerate(labels) if abs(label.bbox.x0 - value.bbox.x0) < SAME_EDGE_PT), -1)
