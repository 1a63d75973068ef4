"""The outline of a PDF in a text dump: Apache Tika prints it behind the last page, an entry on each line behind a tab."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from profile_extract.read.dialects import Row

FEWEST_ENTRIES = 3
"""Lines behind a tab at the end of a dump that are an outline; fewer may be anything."""
_MARK = "\t"


def outline_rows(rows: Sequence[Row]) -> range:
    """Indices of the rows that are the outline; none where other rows begin with a tab as well."""
    count = sum(1 for _ in takewhile(_is_marked, reversed(rows)))
    first = len(rows) - count
    is_outline = FEWEST_ENTRIES <= count < len(rows) and not any(map(_is_marked, rows[:first]))
    return range(first, len(rows)) if is_outline else range(0)


def _is_marked(row: Row) -> bool:
    return row.text.startswith(_MARK)
