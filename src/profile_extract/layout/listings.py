"""Lists of contents of a dump whose rows do not end in page numbers: what they say comes back, in the same order.

A dump may print the numbers below the names or nowhere, and codes before them. What tells such a list is that the lines behind
it say the same, once or twice each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from profile_extract.layout.codes import are_rising
from profile_extract.lexicon import has_letters, label_key, names_contents
from profile_extract.model import Line, Report
from profile_extract.structure import rows_of

FEWEST_LISTED = 5
"""Rows that come back, for a page to be one of contents."""
LEAST_SHARE = 0.4
"""The same as a share of the rows with words."""
MOST_PRINTS = 3
"""How often a title comes back: over its profile, in a second list, in a running line of its page. Labels do more often."""
FIRST_LINES = 8
"""Lines of a page among which the heading of a list of contents stands."""
LEAST_NAME_CHARS = 5
"""Shorter rows are words that may come back by chance."""
MOST_TITLE_LINES = 5
"""Lines that a listed title may run over, where it stands over its text."""
_BEGINNING = 10
"""Characters by which lines are looked up; first lines of titles are longer."""
NUMBER = re.compile(r"[\s.·…_]*[\s.·…_]p?\.?\s?\d{1,4}$|[\s.·…_]{3,}$")
"""The leaders and the page number that end an entry."""
_PAGE = re.compile(r"(?:[Pp]{1,2}|[Ss])?\.?\s?(\d{1,4})")
"""The number of a page, alone: ``12``, ``p. 12``, ``S. 12``."""
CODE = re.compile(r"\S*\d\S*\s+(?:[–—:·|-]\s+)?(?=\S)")
"""A number or a code before a name."""


def find_listings(report: Report) -> dict[int, list[str]]:
    """The names on each page (1-based) that lists what comes back behind it, as they are known again."""
    pages = report.lines_by_page
    headed = {n for n, lines in pages.items() if any(names_contents(line.text) for line in lines[:FIRST_LINES])}
    headed |= {n for n, lines in pages.items() if _has_page_numbers(lines)}
    found: dict[int, list[str]] = {}
    beginnings = _by_beginning(report.lines) if headed else {}
    for number in sorted(pages):
        if number in headed or number - 1 in found:
            names = _listed(report.lines, pages[number], beginnings)
            found |= {number: names} if names else {}
    return found


def _has_page_numbers(lines: Sequence[Line]) -> bool:
    """Whether numbers of pages stand below each other, as they do where those of a list are set in a column of their own."""
    numbers = [_PAGE.fullmatch(line.text) for line in lines]
    runs = (list(run) for is_number, run in groupby(numbers, key=bool) if is_number)
    return any(len(run) >= FEWEST_LISTED and all(int(a[1]) <= int(b[1]) for a, b in pairwise(run) if a and b) for run in runs)


def _by_beginning(lines: Sequence[Line]) -> Mapping[str, list[int]]:
    """Indices of the lines that begin with the same characters."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        found[label_key(line.text)[:_BEGINNING]].append(index)
    return found


def _listed(lines: Sequence[Line], page: Sequence[Line], beginnings: Mapping[str, Sequence[int]]) -> list[str]:
    """The names of a page's rows, from the first to the last that comes back behind it; none where few do, or in disorder."""
    printed = (" ".join(line.text for line in row) for row in rows_of(page))
    rows = [text for text in printed if has_letters(text) and not _PAGE.fullmatch(text)]
    names: list[str] = []
    places: list[tuple[int, ...]] = []
    told = number = stop = 0
    while number < len(rows):
        length, name, place = next(_entries(rows[number : number + 2], lines, page[-1].page, beginnings), (1, "", 0))
        if name:
            names.append(name)
            places.append((place,))
            told, stop = told + length, len(names)
        elif names:
            names.append(label_key(NUMBER.sub("", rows[number])))
        number += length
    is_list = len(places) >= FEWEST_LISTED and told >= LEAST_SHARE * len(rows) and are_rising(places)
    return names[:stop] if is_list else []


def _entries(
    rows: Sequence[str], lines: Sequence[Line], page: int, beginnings: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, str, int]]:
    """How many of the rows say a name that comes back, the name, and where it first does."""
    for length in range(1, len(rows) + 1):
        text = NUMBER.sub("", " ".join(rows[:length]))
        for printed in (text, CODE.sub("", text, count=1)):
            name = label_key(printed)
            behind = [
                n for n in beginnings.get(name[:_BEGINNING], ()) if lines[n].page > page and len(name) >= LEAST_NAME_CHARS
            ]
            found = [n for n in behind if _says(lines[n : n + MOST_TITLE_LINES], name)]
            if 0 < len(found) <= MOST_PRINTS:
                yield length, name, found[0]


def _says(lines: Sequence[Line], name: str) -> bool:
    """Whether some lines, from the first on, say a name and nothing else."""
    text = ""
    for line in lines:
        text = f"{text} {line.text}"
        key = label_key(text)
        if key == name:
            return True
        if not name.startswith(key):
            return False
    return False
