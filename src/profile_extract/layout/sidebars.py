"""Columns of facts that a dump prints before the titles they belong to, since they stand left of these on their pages.

Where page after page begins with the same label over other figures, and more labels that come back, what stands under
these goes behind the texts of the page, and of the pages that go on from it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise, takewhile

from profile_extract.layout.codes import are_rising
from profile_extract.layout.columns import Flow
from profile_extract.layout.ended import begins_anew, is_electronic
from profile_extract.model import Line

FEWEST_PAGES = 4
"""Pages that begin so; fewer may be chance."""
FIGURE_SHARE = 0.6
"""Share of these pages on which different figures stand under the first label."""
PAGES_SHARE = 0.8
"""Share of these lines that are numbers which go up, for them to be those of the pages: a cover has its title there."""
LABEL_SHARE = 0.6
"""Share of these pages on which another line comes back, for it to be a label as well."""
FEWEST_LABELS = 2
MOST_LINES = 30
"""Lines of such a column at most."""
MOST_FACT_LINES = 4
"""Lines from one label of such a column to the next at most."""
MOST_ADDRESS_LINES = 10
"""Lines under the last label in which an e-mail or web address ends the column."""
_NUMBER = re.compile(r"\d{1,9}")


def with_sidebars_last(flows: Sequence[Flow]) -> list[Flow]:
    """The flows of a dump, one a page, such columns behind the last of the pages that begin without one."""
    pages = {flow.lines[0].page: flow.lines for flow in flows}
    first = _first_label(pages) if len(pages) == len(flows) else None
    lengths = _lengths({number: lines for number, lines in pages.items() if lines[0].text == first})
    if not lengths:
        return list(flows)
    found: list[list[Line]] = []
    column: Sequence[Line] = ()
    for number, lines in pages.items():
        if number in lengths:
            if found:
                found[-1] += column
            column = lines[: lengths[number]]
        found.append(list(lines[lengths.get(number, 0) :]))
    found[-1] += column
    return [flow._replace(lines=tuple(lines)) for flow, lines in zip(flows, found, strict=True)]


def _lengths(pages: Mapping[int, Sequence[Line]]) -> dict[int, int]:
    """How many lines the column on each page has; empty where these are no such columns."""
    labels = _labels(list(pages.values()))
    lengths = {number: _length(lines, labels) for number, lines in pages.items()}
    are_columns = all(0 < length < len(pages[number]) for number, length in lengths.items())
    return lengths if len(labels) >= FEWEST_LABELS and are_columns else {}


def labels_over_figures(pairs: Sequence[tuple[Line, Line]]) -> frozenset[str]:
    """The lines that come back over figures, mostly others, of the first two lines of each page; numbers of pages go up."""
    under: dict[str, list[str]] = defaultdict(list)
    for line, below in pairs:
        under[line.text].append(below.text)
    return frozenset(text for text, values in under.items() if len(values) >= FEWEST_PAGES and _are_figures(values))


def _are_figures(values: Sequence[str]) -> bool:
    """Whether most of some lines are different figures, and not the numbers of their pages."""
    numbers = [(int(value),) for value in values if _NUMBER.fullmatch(value)]
    are_pages = len(numbers) >= PAGES_SHARE * len(values) and are_rising(numbers)
    return len({value for value in values if value[:1].isdecimal()}) >= FIGURE_SHARE * len(values) and not are_pages


def _first_label(pages: Mapping[int, Sequence[Line]]) -> str | None:
    """The line that begins several pages over figures, and stands nowhere else; None where there is none."""
    labels = labels_over_figures([(lines[0], lines[1]) for lines in pages.values() if len(lines) > 1])
    inside = {line.text for lines in pages.values() for line in lines[1:]}
    return min(labels - inside, default=None)


def _labels(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Lines that come back near the tops of some pages, once on each."""
    on: Counter[str] = Counter(text for lines in pages for text in {line.text for line in lines[:MOST_LINES]})
    return {text for text, count in on.items() if count >= LABEL_SHARE * len(pages) and text[:1].isupper()}


def _length(lines: Sequence[Line], labels: Container[str]) -> int:
    """How many lines the column at the top of a page has: up to the value under its last label, or the address."""
    found = [number for number, line in enumerate(lines[:MOST_LINES]) if line.text in labels]
    run = takewhile(lambda pair: pair[1] - pair[0] <= MOST_FACT_LINES, pairwise([0, *found]))
    end = max((number for _, number in run), default=-2) + 2
    addresses = (n for n in range(end, min(end + MOST_ADDRESS_LINES, len(lines))) if is_electronic(lines[n].text))
    end = max(addresses, default=end - 1) + 1
    while end < len(lines) and not begins_anew(lines[end].text):
        end += 1
    return end
