"""Empty lines of a dump that keeps its layout, column by column: beside one, the next column may have text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from profile_extract.layout.columns import Flow
from profile_extract.model import CELL_HEIGHT_PT, Line


def with_own_blanks(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a page, each line with the empty lines above it in its own column."""
    columns: dict[int, set[int]] = defaultdict(set)
    for number, flow in enumerate(flows):
        for line in flow.lines:
            columns[_row(line)].add(number)
    return [flow._replace(lines=tuple(_counted(flow.lines, columns))) for flow in flows]


def _row(line: Line) -> int:
    return round(line.bbox.top / CELL_HEIGHT_PT)


def _counted(lines: Sequence[Line], columns: Mapping[int, Collection[int]]) -> Iterator[Line]:
    """The lines with the rows between them and the one above.

    Columns whose lines do not stand level take turns, row by row: there a row that only others have text in is none.
    """
    yield lines[0]
    for above, line in pairwise(lines):
        first, last = _row(above), _row(line)
        is_alone = len(columns[first]) == len(columns[last]) == 1
        takes_turns = is_alone and any(row in columns for row in range(first + 1, last))
        yield line._replace(blank_before=max(line.blank_before, last - first - 1 - takes_turns))
