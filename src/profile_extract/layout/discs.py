"""Numbers of records in discs and badges beside their titles: they stand level with the middle of all that is beside them.

Each is made level with the first line beside it, the title, so that it is read before that and not behind it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from profile_extract.layout.codes import are_rising
from profile_extract.model import Line

FEWEST = 3
"""Numbers that rise, from which they are those of records; one that is on the title's line is part of that."""
MOST_ON_PAGE = 20
"""Numbers alone on a page; more are in the cells of a table, and each would be compared with all lines."""
MOST_GAP = 3.0
"""Widest gap between a number and the title, as a multiple of the number's size: a disc is two to three times as wide."""
LEAST_OVERLAP = 0.3
"""How much of a number's height stands beside the title, at least."""
_NUMBER = re.compile(r"\d{1,3}")


def with_numbers_at_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines of a PDF, those of numbers in discs moved to the first of the lines beside them, which is set no smaller."""
    numbers = [n for n, line in enumerate(lines) if line.style is not None and _NUMBER.fullmatch(line.text)]
    if len(numbers) < FEWEST:
        return list(lines)
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    on_page = Counter(lines[n].page for n in numbers)
    few = (n for n in numbers if on_page[lines[n].page] <= MOST_ON_PAGE)
    found = {n: title for n in few if (title := _title_beside(lines[n], pages[lines[n].page]))}
    if len(found) < FEWEST or not are_rising([(int(lines[n].text),) for n in found]):
        return list(lines)
    return [_level_with(found[n], line) if n in found else line for n, line in enumerate(lines)]


def _title_beside(number: Line, of_page: Iterable[Line]) -> Line | None:
    """The first line right beside a number that is set no smaller, and ends above it."""
    beside = (line for line in of_page if line.style is not None and _is_beside(number, line))
    first = min(beside, key=lambda line: line.bbox.bottom, default=None)
    if first is None or first.style is None or number.style is None or first.style.size_pt < number.style.size_pt:
        return None
    return first if first.bbox.bottom < number.bbox.bottom else None


def _is_beside(number: Line, line: Line) -> bool:
    gap = line.bbox.x0 - number.bbox.x1
    shared = min(number.bbox.bottom, line.bbox.bottom) - max(number.bbox.top, line.bbox.top)
    return 0 < gap < MOST_GAP * number.bbox.height and shared >= LEAST_OVERLAP * number.bbox.height


def _level_with(title: Line, number: Line) -> Line:
    return number._replace(bbox=number.bbox._replace(top=title.bbox.top, bottom=title.bbox.bottom))
