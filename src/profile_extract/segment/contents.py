"""The list of contents: rows that end in page numbers which do not fall."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from profile_extract.lexicon import label_key
from profile_extract.model import Line, Report

FEWEST_ENTRIES = 3
LEAST_SHARE = 0.4
"""Share of a page's rows that are entries, for the page to be one of contents."""
_ENTRY = re.compile(r"^(?P<name>.*?[^\W\d_].*?)[\s.·…_]*[\s.·…_p](?P<page>\d{1,4})$")


class Contents(NamedTuple):
    """Names listed, as they are known again, and the 1-based pages that list them."""

    names: tuple[str, ...]
    pages: frozenset[int]


def find_contents(report: Report) -> Contents:
    """The entries of all pages of contents; empty where there are none."""
    rows: dict[int, list[list[Line]]] = defaultdict(list)
    for line in sorted(report.lines, key=lambda line: (line.page, line.bbox.bottom, line.bbox.x0)):
        page = rows[line.page]
        if page and abs(page[-1][0].bbox.bottom - line.bbox.bottom) < 2.0:
            page[-1].append(line)
        else:
            page.append([line])
    names: list[str] = []
    pages: set[int] = set()
    for number, page in rows.items():
        found = list(_entries(page))
        if len(found) >= max(FEWEST_ENTRIES, LEAST_SHARE * len(page)):
            names += found
            pages.add(number)
    return Contents(tuple(names), frozenset(pages))


def _entries(rows: Sequence[Sequence[Line]]) -> Iterator[str]:
    last = 0
    for row in rows:
        match = _ENTRY.match(" ".join(line.text for line in row)) if row[-1].text[-1:].isdecimal() else None
        if match and int(match["page"]) >= last:
            last = int(match["page"])
            yield label_key(match["name"])
