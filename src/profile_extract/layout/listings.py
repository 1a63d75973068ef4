"""Lists of contents of a dump whose rows do not end in page numbers: what they say comes back, in the same order.

A dump may print the numbers below the names or nowhere, and codes before them. What tells such a list is that the lines behind
it say the same, once or twice each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from profile_extract.gazetteer import find_country_code, find_name
from profile_extract.lexicon import has_letters, label_key, names_contents
from profile_extract.model import Line, Report
from profile_extract.structure import rows_of

FEWEST_LISTED = 5
"""Rows that come back, for a page to be one of contents."""
LEAST_SHARE = 0.4
"""The same as a share of the rows with words."""
MOST_PRINTS = 3
"""How often a title comes back: over its profile, in a second list, in a running line of its page. Labels do more often."""
PRINTS_SHARE = 0.5
"""How often it comes back at most, if that is more, as a share of the titles: related records name each other."""
MOST_ROWS, FULL_SHARE = 2, 0.8
"""Rows of an entry at most, and the share of the longest row from which one with no number may go on in the next one."""
BESIDE_SHARE, MOST_BETWEEN = 0.6, 4
"""Share of the names beside which something else is listed, for that to be no title; and lines from it to the title below."""
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
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])")
"""The hyphen of a word that is broken at the end of a row; what goes on with a capital keeps it."""
CODE = re.compile(r"\S*\d\S*\s+(?:[–—:·|-]\s+)?(?=\S)")
"""A number or a code before a name."""


def most_prints(count: int) -> float:
    """How often one of so many titles comes back at most."""
    return max(MOST_PRINTS, PRINTS_SHARE * count)


def find_listings(report: Report) -> dict[int, list[str]]:
    """The names on each page (1-based) that lists what comes back behind it, as they are known again."""
    pages = report.lines_by_page
    tops = {n: top for n, lines in pages.items() if (top := _behind_heading(lines)) is not None}
    tops |= {n: 0 for n, lines in pages.items() if n not in tops and _has_page_numbers(lines)}
    found: dict[int, list[str]] = {}
    beginnings = _by_beginning(report.lines) if tops else {}
    for number in sorted(pages):
        if number in tops or number - 1 in found:
            names = _listed(report.lines, pages[number][tops.get(number, 0) :], beginnings)
            found |= {number: names} if names else {}
    return found


def _behind_heading(lines: Sequence[Line]) -> int | None:
    """The place on a page behind the heading of a list of contents, which a foreword may stand over; None without one."""
    return next((number for number, line in enumerate(lines, 1) if names_contents(line.text)), None)


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
    widest = max((len(NUMBER.sub("", row)) for row in rows), default=0)
    names: list[tuple[str, int | None]] = []
    told = number = stop = 0
    while number < len(rows):
        tried = rows[number : number + MOST_ROWS]
        found = list(_entries(tried, lines, page[-1].page, beginnings))
        length, name, place = found[-1 if _is_wrapped(tried, widest) else 0] if found else (1, "", 0)
        if name:
            names.append((name, place))
            told, stop = told + length, len(names)
        elif names:
            names.append((label_key(NUMBER.sub("", rows[number])), None))
        number += length
    places = [place for _, place in names if place is not None]
    is_list = len(places) >= FEWEST_LISTED and told >= LEAST_SHARE * len(rows) and _are_in_order(places, lines)
    return _titles(names[:stop], lines) if is_list else []


def _titles(names: Sequence[tuple[str, int | None]], lines: Sequence[Line]) -> list[str]:
    """The names without what is listed beside most of them, a place or a theme: it comes back nowhere, or beside the title.

    Of two that come back beside each other titles say more.
    """
    names = _without_countries(names)
    told = [(name, place) for name, place in names if place is not None]
    kept = told if len(names) - len(told) >= BESIDE_SHARE * len(told) else names
    firsts = [
        number
        for number, ((_, a), (_, b)) in enumerate(pairwise(kept))
        if a is not None and b is not None and abs(a - b) <= MOST_BETWEEN and lines[a].page == lines[b].page
    ]
    firsts = [number for number in firsts if number - 1 not in firsts]
    if len(firsts) < FEWEST_LISTED or 2 * len(firsts) < BESIDE_SHARE * len(kept):
        return [name for name, _ in kept]
    sides = [[kept[number + side] for number in firsts] for side in (0, 1)]
    title = max((0, 1), key=lambda side: (_are_acronyms(sides[side], lines), sum(len(name) for name, _ in sides[side])))
    other = {number + 1 - title for number in firsts}
    return [name for number, (name, _) in enumerate(kept) if number not in other]


def _without_countries(names: Sequence[tuple[str, int | None]]) -> Sequence[tuple[str, int | None]]:
    """The names without countries, where they stand under other names and not for themselves."""
    others = [(name, place) for name, place in names if find_country_code(name) is None]
    return others if 2 * len(others) >= len(names) else names


def _are_acronyms(names: Sequence[tuple[str, int | None]], lines: Sequence[Line]) -> bool:
    """Whether most of some names are words in capitals and no towns: projects are called so."""
    words = [lines[place].text.strip() for _, place in names if place is not None]
    short = sum(word.isupper() and " " not in word and not find_name(word).is_place for word in words)
    return short > len(words) / 2


def _are_in_order(places: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether lines follow each other, but for those of one page: what an entry says may stand over what it says first."""
    return all(a < b or lines[a].page == lines[b].page for a, b in pairwise(places))


def _is_wrapped(rows: Sequence[str], widest: int) -> bool:
    """Whether the first of two rows, with no number at its end, is so long that an entry goes on in the second one."""
    return len(rows) == MOST_ROWS and not NUMBER.search(rows[0]) and len(rows[0]) >= FULL_SHARE * widest


def _entries(
    rows: Sequence[str], lines: Sequence[Line], page: int, beginnings: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, str, int]]:
    """How many of the rows say a name that comes back, the name, and where it first does."""
    for length in range(1, len(rows) + 1):
        whole = _joined(rows[:length])
        text = NUMBER.sub("", whole)
        for printed in (text, CODE.sub("", text, count=1), whole):
            name = label_key(printed)
            behind = [
                n for n in beginnings.get(name[:_BEGINNING], ()) if lines[n].page > page and len(name) >= LEAST_NAME_CHARS
            ]
            found = [n for n in behind if _says(lines[n : n + MOST_TITLE_LINES], name)]
            if 0 < len(found) <= MOST_PRINTS:
                yield length, name, found[0]


def _says(lines: Sequence[Line], name: str) -> bool:
    """Whether some lines, from the first on, say a name and nothing else."""
    for number in range(1, len(lines) + 1):
        key = label_key(_joined([line.text for line in lines[:number]]))
        if key == name:
            return True
        if not name.startswith(key.rstrip("-")):
            return False
    return False


def _joined(rows: Sequence[str]) -> str:
    """Some rows as one, words that were broken at their ends put together."""
    return _BROKEN.sub("", "\n".join(row.strip() for row in rows)).replace("\n", " ")
