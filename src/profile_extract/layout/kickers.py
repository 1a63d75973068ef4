"""Lines that come back at the tops of pages and are no running headers: the kind of an entry over its title, a label."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from profile_extract.model import Line, Style

INSIDE_SHARE = 0.5
"""Times that a line stands inside pages, for each time at an edge, from which on it is text."""
FEWEST_RETURNS = 3
"""How often a line comes back to be a label; one below a running line, set as it is, makes that a label, too."""


def lines_of_text(lines: Sequence[Line], running: Collection[int], at_other_edge: Collection[int]) -> frozenset[int]:
    """Offsets of the running lines of one edge that say, in the same type, what stands inside pages about as often.

    ``running`` and ``at_other_edge`` are offsets, too. A dump has no type to tell lines by.
    """
    known = [line for line in lines if line.start in running and line.style is not None]
    if not known:
        return frozenset()
    texts = {line.text for line in known}
    alike = (line for line in lines if line.text in texts and line.start not in running and line.start not in at_other_edge)
    inside = Counter((line.text, line.style) for line in alike)
    outside = Counter((line.text, line.style) for line in known)
    often = {key for key, count in outside.items() if inside[key] >= INSIDE_SHARE * count}
    return frozenset(line.start for line in known if (line.text, line.style) in often)


def set_as_labels(lines: Sequence[Line], running: Collection[int], body: Style | None) -> frozenset[int]:
    """Offsets of the running lines of a PDF that are labels: another that comes back stands below in one type, at one edge.

    What stands beside such a label in its type is one, too, whatever its colour.
    ``body`` is the style of most text.
    """
    known = [line for line in lines if line.start in running and line.style is not None]
    if not known:
        return frozenset()
    often = Counter(line.text for line in lines)
    kinds: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for line in lines:
        if line.start not in running and often[line.text] >= FEWEST_RETURNS:
            kinds[_page_and_edge(line)].add(line.text)
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    labels = [line for line in known if kinds[_page_and_edge(line)] - {line.text}]
    if not labels:
        return frozenset()
    under = {line.start: _value_under(line, pages[line.page], body) for line in known}
    headers = {line.text for line in known if _is_none_or_goes_on(under[line.start])}
    values = ((line, under[line.start]) for line in labels)
    found = [line for line, value in values if value and (value.bbox.height <= line.bbox.height or line.text not in headers)]
    rows = set(map(_row_and_type, found))
    return frozenset(line.start for line in known if _row_and_type(line) in rows)


def _is_none_or_goes_on(value: Line | None) -> bool:
    """Whether nothing stands under a line at the top of a page that it may be a label of, or a text that goes on."""
    return value is None or value.text[0].islower()


def _value_under(label: Line, of_page: Sequence[Line], body: Style | None) -> Line | None:
    """The next line at the left edge of a label, if it stands close under it, no larger or as the text; a title is larger."""
    edge, height = label.bbox.x0, label.bbox.height
    below = (line for line in of_page if abs(line.bbox.x0 - edge) < height / 2 and line.bbox.top > label.bbox.top)
    value = min(below, key=lambda line: line.bbox.top, default=None)
    if value is None or value.bbox.top - label.bbox.bottom >= max(height, value.bbox.height):
        return None
    return value if value.bbox.height <= height or value.style == body else None


def _row_and_type(line: Line) -> tuple[object, ...]:
    """The page of a line, its baseline in whole points, and its type."""
    return line.page, round(line.bbox.bottom), line.style and (line.style.font, line.style.size_pt)


def _page_and_edge(line: Line) -> tuple[object, ...]:
    """The page of a line, its type and its left edge, in whole points."""
    return line.page, line.style, round(line.bbox.x0)
