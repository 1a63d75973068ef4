"""Ruled tables in the reading order: cell after cell, row after row, each cell a flow of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from profile_extract.layout.baselines import SAME_ROW_EM
from profile_extract.layout.columns import Flow
from profile_extract.layout.parting import parted
from profile_extract.model import BBox, Line, Report, Table

FEWEST_ROWS = 2
"""Rows with text side by side that make a page worth asking for tables."""
_NO_ROW = -1
"""Row of the line that stands for a whole table while the page is put in order."""


def pages_with_rows(lines: Iterable[Line], em_pt: float) -> set[int]:
    """Pages on which lines stand side by side: in columns, in grids or in tables."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    return {page for page, members in pages.items() if _rows(members, em_pt) >= FEWEST_ROWS}


def _rows(lines: Sequence[Line], em_pt: float) -> int:
    """How many baselines have more than one line on them."""
    bottoms = sorted(line.bbox.bottom for line in lines)
    near = [b - a < SAME_ROW_EM * em_pt for a, b in pairwise(bottoms)]
    return sum(is_near and not before for is_near, before in zip(near, [False, *near], strict=False))


def in_order_with_tables(
    lines: Sequence[Line], tables: Sequence[Table], order: Callable[[Sequence[Line]], list[Flow]]
) -> list[Flow]:
    """The flows of one page: ``order`` sees each table as one line, which its cells then take the place of."""
    if not tables:
        return order(lines)
    inside: dict[int, list[Line]] = defaultdict(list)
    outside: list[Line] = []
    for line in lines:
        number = next((n for n, table in enumerate(tables) if _is_in(line, table.bbox)), None)
        (outside if number is None else inside[number]).append(line)
    stand_ins = {n: members[0]._replace(row=_NO_ROW, start=n, bbox=tables[n].bbox) for n, members in inside.items()}
    flows: list[Flow] = []
    for flow in order([*outside, *stand_ins.values()]):
        flows += _with_cells(flow, tables, inside)
    return flows


def parted_at_cells(report: Report, line: Line, tables: Sequence[Table]) -> Iterator[Line]:
    """The parts of a line that lie in different cells of a table: narrow columns are read as one line."""
    table = next((table for table in tables if _is_in(line, table.bbox)), None)
    cells = [_cell_of(word.bbox, table) for word in report.words(line)] if table else []
    ends = [n for n in range(1, len(cells)) if cells[n] != cells[n - 1] and None not in cells[n - 1 : n + 1]]
    at = 0
    for end in ends:
        part, line = parted(report, line, end - at)
        at = end
        yield part
    yield line


def _cell_of(box: BBox, table: Table) -> tuple[int, int] | None:
    """Row and place of the cell that the middle of a word lies in."""
    middle = ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2)
    places = ((r, c) for r, row in enumerate(table.rows) for c, cell in enumerate(row) if _holds(cell, *middle))
    return next(places, None)


def _with_cells(flow: Flow, tables: Sequence[Table], inside: dict[int, list[Line]]) -> Iterator[Flow]:
    for is_text, run in groupby(flow.lines, key=lambda line: line.row != _NO_ROW):
        members = tuple(run)
        if is_text:
            yield flow._replace(lines=members, opens=flow.opens and members[0] is flow.lines[0])
        for line in () if is_text else members:
            yield from _cells(tables[line.start], inside[line.start])


def _cells(table: Table, lines: Sequence[Line]) -> Iterator[Flow]:
    """A flow for each cell that has text; what lies in no cell follows the row beside it, or the last one."""
    left = [line for line in lines if any(_is_in(line, cell) for row in table.rows for cell in row)]
    loose = [line for line in lines if line not in left]
    for row in table.rows:
        for cell in row:
            members = [line for line in left if _is_in(line, cell)]
            left = [line for line in left if line not in members]
            yield from _cell(members, cell)
        bottom = max((cell.bottom for cell in row), default=0.0)
        yield from _cell([line for line in loose if line.bbox.bottom <= bottom], table.bbox)
        loose = [line for line in loose if line.bbox.bottom > bottom]
    yield from _cell(loose, table.bbox)


def _cell(lines: Sequence[Line], box: BBox) -> Iterator[Flow]:
    """The flow of what stands in a box of a table, if anything does."""
    if lines:
        ordered = sorted(lines, key=lambda line: (line.bbox.bottom, line.bbox.x0))
        yield Flow(tuple(ordered), box.x0, box.x1, is_cell=True, opens=False)


def _is_in(line: Line, box: BBox) -> bool:
    """Whether the middle of a line lies in a box."""
    return _holds(box, (line.bbox.x0 + line.bbox.x1) / 2, (line.bbox.top + line.bbox.bottom) / 2)


def _holds(box: BBox, x: float, y: float) -> bool:
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
