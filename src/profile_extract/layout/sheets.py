"""Tables without rules: a row of heads, and rows under it whose cells begin where the heads do. They are read across."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.layout.address_lines import is_reached
from profile_extract.layout.parting import parted
from profile_extract.model import Line, Report, Style
from profile_extract.structure import SAME_ROW_PT, rows_of

FEWEST_HEADS = 3
"""Columns of such a table; two are labels and their values."""
FEWEST_APART = 2
"""Lines at least in which heads are read that touch each other."""
FEWEST_ROWS = 4
"""Rows of such a table, heads aside."""
MOST_HEAD_CHARS = 40
"""Longest head of a column, in characters."""
SAME_EDGE_PT = 3.0
"""How far left of its head, in points, a cell may begin."""
LEAST_FILLED = 0.7
"""Share of the cells that have text: columns of text beside each other end at different heights."""
MOST_SMALL = 0.1
"""Share of cells that may begin in small letters, addresses aside: those of running text do."""
LEAST_GAP_EM = 0.6
"""White space before a cell that is read as one line with the cell before it, in ems; between words it is up to 0.4."""


class Sheet(NamedTuple):
    """A table among other lines: what stands above it, its cells row by row, and what stands below."""

    above: list[Line]
    cells: list[list[Line]]
    below: list[Line]


def find_sheet(rows: Sequence[Sequence[Line]]) -> Sheet | None:
    """The first table without rules; ``rows`` are those of a page, from the top, each from the left."""
    for number, heads in enumerate(rows[:-FEWEST_ROWS]):
        if len(heads) >= FEWEST_HEADS and _may_be_heads(heads):
            printed = _rows_under(rows[number + 1 :], [line.bbox.x0 for line in heads])
            records = _records(printed, len(heads))
            if _are_records(records, heads):
                end = number + 1 + len(printed)
                cells = [[line] for line in heads] + [cell for record in records for cell in record if cell]
                return Sheet(_in_one(rows[:number]), cells, _in_one(rows[end:]))
    return None


def _may_be_heads(row: Sequence[Line]) -> bool:
    """Whether the lines of a row are different, short, and set alike in bold."""
    if row[0].style is None or not row[0].style.bold:
        return False
    texts = {line.text for line in row}
    is_short = all(len(text) <= MOST_HEAD_CHARS for text in texts)
    return is_short and len(texts) == len(row) and all(_style(line) == _style(row[0]) for line in row)


def _style(line: Line) -> Style | None:
    return line.runs[0].style if len(line.runs) == 1 else None


def _rows_under(rows: Iterable[Sequence[Line]], edges: Sequence[float]) -> list[list[list[Line]]]:
    """The printed rows all of whose lines stand in one column each, as the lines of each column."""
    found: list[list[list[Line]]] = []
    for row in rows:
        places = [bisect_right(edges, line.bbox.x0 + SAME_EDGE_PT) - 1 for line in row]
        is_inside = all(
            place + 1 == len(edges) or line.bbox.x1 <= edges[place + 1] for place, line in zip(places, row, strict=True)
        )
        if min(places) < 0 or not is_inside or len(set(places)) < len(places):
            break
        found.append([[line for line, at in zip(row, places, strict=True) if at == place] for place in range(len(edges))])
    return found


def _records(printed: Sequence[list[list[Line]]], width: int) -> list[list[list[Line]]]:
    """The cells of each record: one begins in a row that fills the first column and at least half of all."""
    records: list[list[list[Line]]] = []
    for row in printed:
        if row[0] and 2 * sum(map(bool, row)) >= width:
            records.append([list(cell) for cell in row])
        elif not records:
            return []
        else:
            for cell, more in zip(records[-1], row, strict=True):
                cell += more
    return records


def _are_records(records: Sequence[list[list[Line]]], heads: Sequence[Line]) -> bool:
    """Whether these are the rows of a table: none is set as the heads are, or has two addresses as cards side by side do."""
    cells = [cell[0] for record in records for cell in record if cell]
    if len(records) < FEWEST_ROWS or len(cells) < LEAST_FILLED * len(records) * len(heads):
        return False
    if any(_style(line) == _style(heads[0]) for record in records for cell in record[1:] for line in cell):
        return False
    if any(sum(bool(cell) and is_reached(cell[0].text) and "@" in cell[0].text for cell in record) > 1 for record in records):
        return False
    small = sum(line.text[0].islower() and not is_reached(line.text) for line in cells)
    return small <= MOST_SMALL * len(cells)


def with_cells_apart(report: Report, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a PDF's page, those of a table without rules parted where cells begin: a wide cell touches the next."""
    if not _has_row_in_bold(lines):
        return lines
    rows = rows_of(lines)
    for number, heads in enumerate(rows[:-FEWEST_ROWS]):
        if len(heads) < FEWEST_APART or not all(line.runs and line.runs[0].style.bold for line in heads):
            continue
        cut = [part for line in heads for part in _parted(report, line, None)]
        if len(cut) < FEWEST_HEADS or not _may_be_heads(cut):
            continue
        edges = [line.bbox.x0 for line in cut]
        under = ([part for line in row for part in _parted(report, line, edges)] for row in rows[number + 1 :])
        printed = _rows_under(under, edges)
        if _are_records(_records(printed, len(cut)), cut):
            cells = [line for row in printed for cell in row for line in cell]
            end = number + 1 + len(printed)
            return [*_in_one(rows[:number]), *cut, *cells, *_in_one(rows[end:])]
    return lines


def _in_one(rows: Sequence[Sequence[Line]]) -> list[Line]:
    return [line for row in rows for line in row]


def _has_row_in_bold(lines: Sequence[Line]) -> bool:
    """Whether two lines in bold stand side by side, without which there are no heads."""
    bottoms = sorted(line.bbox.bottom for line in lines if line.runs and line.runs[0].style.bold)
    return any(below - above < SAME_ROW_PT for above, below in pairwise(bottoms))


def _parted(report: Report, line: Line, edges: Sequence[float] | None) -> Iterator[Line]:
    """The parts of a line that begin at some edges, or behind any wide gap where these are None."""
    words = report.words(line)
    at = 0
    for number, (before, word) in enumerate(pairwise(words), 1):
        is_wide = word.bbox.x0 - before.bbox.x1 >= LEAST_GAP_EM * line.bbox.height
        if is_wide and (edges is None or any(abs(word.bbox.x0 - edge) <= SAME_EDGE_PT for edge in edges)):
            part, line = parted(report, line, number - at)
            at = number
            yield part
    yield line
