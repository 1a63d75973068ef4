"""Addresses of several people side by side, each under a name: they are read one after the other, not across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_extract.layout.address_lines import is_reached
from profile_extract.layout.baselines import begin_alike, is_level
from profile_extract.layout.columns import Flow
from profile_extract.layout.ended import is_electronic
from profile_extract.layout.parted_rows import em_of_line
from profile_extract.model import Line

MOST_HEADS = 3
"""Lines over an address, at most: a name, an office, an organisation."""
NEAR_EM = 1.0
"""White space between the lines of one address, at most, in ems."""


def with_addresses_at_names(flow: Flow) -> Flow:
    """A flow of which such rows are read cell by cell: what stands over an address, it, and others of the same under it."""
    rows = _rows(flow.lines)
    lines = list(flow.lines)
    for first, address, end in _cards(rows):
        own = [line for row in rows[first:end] for line in row]
        at = sum(map(len, rows[:first]))
        lines[at : at + len(own)] = (line for column in rows[address] for line in own if begin_alike(line, column))
    return flow._replace(lines=tuple(lines))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that follow each other from left to right on one baseline."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last and last.bbox.x1 <= line.bbox.x0 and is_level(line, last, em_of_line(line)):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _cards(rows: Sequence[Sequence[Line]]) -> Iterator[tuple[int, int, int]]:
    """Where such rows begin, the first row of addresses, and the row behind them."""
    end = 0
    for number, row in enumerate(rows):
        if len(row) < 2 or not all(is_electronic(line.text) for line in row):
            continue
        first = number
        while first > max(end, number - MOST_HEADS) and _is_over(rows[first - 1], rows[first], row):
            first -= 1
        if first == number:
            continue
        end = number + 1
        while end < len(rows) and _is_under(rows[end], rows[end - 1], row):
            end += 1
        yield first, number, end


def _is_over(above: Sequence[Line], row: Sequence[Line], columns: Sequence[Line]) -> bool:
    """Whether a row has a line in each of the columns, right over another one, and is none of addresses."""
    are_alike = len(above) == len(columns) and all(map(begin_alike, above, columns))
    return are_alike and _is_near(above, row) and not any(is_reached(line.text) for line in above)


def _is_under(below: Sequence[Line], row: Sequence[Line], columns: Sequence[Line]) -> bool:
    """Whether a row is of addresses in some of the columns, and right under another one."""
    are_alike = all(any(begin_alike(line, column) for column in columns) for line in below)
    return are_alike and _is_near(row, below) and all(is_reached(line.text) for line in below)


def _is_near(above: Sequence[Line], row: Sequence[Line]) -> bool:
    return 0 < row[0].bbox.bottom - above[0].bbox.bottom < row[0].bbox.height + NEAR_EM * em_of_line(row[0])
