"""Tables without rules: a row of heads, and rows under it whose cells begin where the heads do. They are read across."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from profile_extract.layout.address_lines import is_reached
from profile_extract.layout.grids import SAME_EDGE_PT
from profile_extract.layout.parting import parted
from profile_extract.model import Line, Report, Style
from profile_extract.structure import SAME_ROW_PT, rows_of

FEWEST_HEADS = 3
"""Columns of such a table; two are labels and their values."""
FEWEST_APART = 2
"""Lines at least in which heads are read that touch each other."""
FEWEST_ROWS = 4
"""Rows of such a table, heads aside."""
MOST_HEADED = 12
"""Rows of a page that are tried as heads: under each, all others are looked at."""
MOST_HEAD_CHARS = 40
"""Longest head of a column, in characters."""
LEAST_FILLED = 0.7
"""Share of the cells that have text: columns of text beside each other end at different heights."""
MOST_SMALL = 0.1
"""Share of cells that may begin in small letters, addresses aside: those of running text do."""
MORE_SPACE_EM = 0.25
"""How much more white space, in ems, parts rows than lines of a cell, where it does."""
LEAST_GOING_ON = 0.3
"""Share of the printed rows without such space that go on in small letters, for it to be what parts rows."""
LEAST_GAP_EM = 0.6
"""White space before a cell that is read as one line with the cell before it, in ems; between words it is up to 0.4."""


class BorderlessTable(NamedTuple):
    """A table among other lines: what stands above it, its cells row by row, and what stands below."""

    above: list[Line]
    cells: list[list[Line]]
    below: list[Line]


class BorderlessTables:
    """Finds the tables without rules of a PDF, page by page: one that reaches a page's end may go on on the next."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._edges: list[float] = []

    def find(self, lines: Sequence[Line]) -> BorderlessTable | None:
        """The first table among the lines of a page, or what goes on of the last one at its top."""
        edges, self._edges = self._edges, []
        if not edges and not _has_row_in_bold(lines):
            return None
        rows = [sorted(row, key=lambda line: line.bbox.x0) for row in rows_of(lines)]
        if edges and (found := self._going_on(rows, edges)):
            return found
        headed = (self._headed(rows, number, heads) for number, heads in self._all_heads(rows))
        return next((table for table in headed if table), None)

    def _going_on(self, rows: Sequence[Sequence[Line]], edges: list[float]) -> BorderlessTable | None:
        """What goes on of a table with columns at these edges, its heads repeated or not."""
        heads = self._heads(rows[0]) if rows else []
        again = self._headed(rows, 0, heads) if heads else None
        return again or self._under(rows, 0, edges, [], fewest=1)

    def _all_heads(self, rows: Sequence[Sequence[Line]]) -> Iterable[tuple[int, list[Line]]]:
        """The first rows that may be heads, by number."""
        tried = ((number, self._heads(rows[number])) for number in range(len(rows) - FEWEST_ROWS))
        return islice(((number, heads) for number, heads in tried if heads), MOST_HEADED)

    def _heads(self, row: Sequence[Line]) -> list[Line]:
        """The heads that a row is, each a line; none where it is no row of heads."""
        if len(row) < FEWEST_APART or not all(line.runs and line.runs[0].style.bold for line in row):
            return []
        heads = [part for line in row for part in _parted(self._report, line, None)]
        return heads if len(heads) >= FEWEST_HEADS and _may_be_heads(heads) else []

    def _headed(self, rows: Sequence[Sequence[Line]], number: int, heads: Sequence[Line]) -> BorderlessTable | None:
        """The table whose heads are a row."""
        return self._under(rows, number + 1, [line.bbox.x0 for line in heads], heads, fewest=FEWEST_ROWS)

    def _under(
        self, rows: Sequence[Sequence[Line]], first: int, edges: list[float], heads: Sequence[Line], fewest: int
    ) -> BorderlessTable | None:
        """The table of at least ``fewest`` records whose rows begin with one of these, its columns at some edges."""
        apart = ([part for line in row for part in _parted(self._report, line, edges)] for row in rows[first:])
        style = _style(heads[0]) if heads else None
        printed = _rows_under(apart, edges, style)
        records = _records(printed, len(edges), style)
        if len(records) < fewest or not _are_records(records, len(edges)):
            return None
        end = first + len(printed)
        self._edges = edges if end == len(rows) else []
        cells = [[line] for line in heads] + [cell for record in records for cell in record if cell]
        return BorderlessTable(_in_one(rows[: first - bool(heads)]), cells, _in_one(rows[end:]))


def _may_be_heads(row: Sequence[Line]) -> bool:
    """Whether the lines of a row, the first of which is bold, are different, short, and set alike in one type."""
    style, texts = _style(row[0]), {line.text for line in row}
    if style is None or len(texts) < len(row):
        return False
    return all(len(text) <= MOST_HEAD_CHARS for text in texts) and all(_style(line) == style for line in row)


def _style(line: Line) -> Style | None:
    return line.runs[0].style if len(line.runs) == 1 else None


def _rows_under(rows: Iterable[Sequence[Line]], edges: Sequence[float], heads: Style | None) -> list[list[list[Line]]]:
    """The printed rows all of whose lines stand in one column each, as the lines of each column.

    None where a row of several is set as the ``heads`` are: those are of cards then, or the whole table is in bold.
    """
    found: list[list[list[Line]]] = []
    for row in rows:
        if len(row) > 1 and _is_set_so([row], heads):
            return []
        places = [bisect_right(edges, line.bbox.x0 + SAME_EDGE_PT) - 1 for line in row]
        is_inside = all(
            place + 1 == len(edges) or line.bbox.x1 <= edges[place + 1] for place, line in zip(places, row, strict=True)
        )
        if min(places) < 0 or not is_inside or len(set(places)) < len(places):
            break
        found.append([[line for line, at in zip(row, places, strict=True) if at == place] for place in range(len(edges))])
    return found


def _records(printed: Sequence[list[list[Line]]], width: int, heads: Style | None) -> list[list[list[Line]]]:
    """The cells of each record, which begins in a printed row that fills the first column and half of all.

    Where white space parts rows from each other, and not from lines that go on in small letters, it begins behind that. What
    is set as the ``heads`` of the columns are heads a group of rows.
    """
    begins = [bool(row[0]) and 2 * sum(map(bool, row)) >= width for row in printed]
    spaced = [fills and is_apart for fills, is_apart in zip(begins, _are_apart(printed), strict=True)]
    lost = [row for row, fills, is_spaced in zip(printed, begins, spaced, strict=True) if fills and not is_spaced]
    if lost and sum(map(_goes_on, lost)) >= LEAST_GOING_ON * len(lost):
        begins = spaced
    records: list[list[list[Line]]] = []
    for row, is_first in zip(printed, begins, strict=True):
        if is_first or not records or _is_set_so(row, heads):  # what is not is the rest of the last row of the page before
            records.append([list(cell) for cell in row])
        else:
            for cell, more in zip(records[-1], row, strict=True):
                cell += more
    return records


def _is_set_so(row: Sequence[Sequence[Line]], style: Style | None) -> bool:
    return style is not None and all(_style(line) == style for cell in row for line in cell)


def _goes_on(row: Sequence[Sequence[Line]]) -> bool:
    """Whether a cell of a printed row begins in a small letter, as the rest of a name or of a sentence does."""
    return any(line.text[0].islower() and not is_reached(line.text) for cell in row for line in cell)


def _are_apart(printed: Sequence[list[list[Line]]]) -> list[bool]:
    """Which printed rows have more white space above them than lines of a cell have; the first one has."""
    gaps_pt = [_top(below) - _bottom(above) for above, below in pairwise(printed)]
    least_pt = min(gaps_pt, default=0.0)
    apart = [gap > least_pt + MORE_SPACE_EM * _height(row) for gap, row in zip(gaps_pt, printed[1:], strict=True)]
    return [True, *apart] if printed else []


def _top(row: Sequence[Sequence[Line]]) -> float:
    return min(line.bbox.top for cell in row for line in cell)


def _bottom(row: Sequence[Sequence[Line]]) -> float:
    return max(line.bbox.bottom for cell in row for line in cell)


def _height(row: Sequence[Sequence[Line]]) -> float:
    return max(line.bbox.height for cell in row for line in cell)


def _are_records(records: Sequence[list[list[Line]]], width: int) -> bool:
    """Whether these are the rows of a table: their cells are filled and no text that goes on, and none has two addresses."""
    cells = [cell[0] for record in records for cell in record if cell]
    if len(cells) < LEAST_FILLED * len(records) * width:
        return False
    if any(sum(bool(cell) and is_reached(cell[0].text) and "@" in cell[0].text for cell in record) > 1 for record in records):
        return False
    small = sum(line.text[0].islower() and not is_reached(line.text) for line in cells)
    return small <= MOST_SMALL * len(cells)


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
