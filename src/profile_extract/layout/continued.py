"""Texts that go on over the page, or below, past what stands beside them: facts and addresses in a column or box of their own.

Read in its place, such a column would cut the text in two; it is read behind the text instead, before the next title.
"""

from __future__ import annotations

from collections.abc import Sequence

from profile_extract.layout.columns import Flow
from profile_extract.model import Style
from profile_extract.structure import LARGER

MOST_OPENING_LINES = 3
"""Lines at the beginning of a text that may be its title: what is set as they are opens the next one."""
SAME_EDGE_PT = 2.0
"""Difference of left edges, in points, that is none; an indent has 10 and more."""
MOST_SPACE_LINES = 1.5
"""White space between two parts of a text at most, in lines: more than paragraphs have between them is the end of it."""


def with_texts_whole(pages: Sequence[Sequence[Flow]], text: Style | None) -> list[Flow]:
    """The flows of all pages in order, a column beside a text that goes on behind the page put behind that text.

    ``text`` is the style of most of the report.
    """
    ordered: list[Flow] = []
    held: list[Flow] = []
    headings: set[Style | None] = set()
    for number, found in enumerate(pages):
        flows = _with_texts_around(found, text)
        goes_on = number + 1 < len(pages) and _begins_in(pages[number + 1], text)
        stop = _end_of_text(flows, text) if goes_on else 0
        own, aside = (flows[:stop], list(flows[stop:])) if stop else (flows, [])
        if held:
            before, behind = _parted_at_title(own, text, headings)
            ordered += before
            if behind or not goes_on:
                ordered += held
                held = []
            ordered += behind
        else:
            ordered += own
        if aside:
            headings = {line.style for line in own[-1].lines[MOST_OPENING_LINES:]}
        held += aside
    return ordered + held


def _with_texts_around(flows: Sequence[Flow], text: Style | None) -> list[Flow]:
    """The flows of a page, a column beside a text that goes on below both put behind the first lines there set as it is."""
    ordered = list(flows)
    for at in range(len(flows) - 2, 0, -1):
        before, aside, below = ordered[at - 1 : at + 2]
        if _goes_on_below(before, aside, below, text):
            count = next((n for n, line in enumerate(below.lines) if line.style != text), len(below.lines))
            parts = [below._replace(lines=lines) for lines in (below.lines[:count], below.lines[count:]) if lines]
            ordered[at : at + 2] = [parts[0], aside, *parts[1:]]
    return ordered


def _goes_on_below(before: Flow, aside: Flow, below: Flow, text: Style | None) -> bool:
    """Whether a text goes on under itself and what stands right of it, as wide as both, and that is set otherwise."""
    if before.lines[-1].style != text or below.lines[0].style != text or any(line.style == text for line in aside.lines):
        return False
    last, first = before.lines[-1].bbox, below.lines[0].bbox
    is_under = abs(below.left - before.left) < SAME_EDGE_PT and below.right > aside.left >= before.right
    return is_under and 0 <= first.top - last.bottom < MOST_SPACE_LINES * last.height


def _begins_in(flows: Sequence[Flow], text: Style | None) -> bool:
    return bool(flows) and flows[0].lines[0].style == text


def _end_of_text(flows: Sequence[Flow], text: Style | None) -> int:
    """Where the columns begin that stand beside the last text of a page, with nothing set as it is; 0 if there is none."""
    stop = len(flows)
    while stop > 0 and all(line.style != text for line in flows[stop - 1].lines):
        stop -= 1
    if not 0 < stop < len(flows) or flows[stop - 1].lines[-1].style != text:
        return 0
    column = flows[stop - 1]
    is_beside = all(flow.left >= column.right or flow.right <= column.left for flow in flows[stop:])
    return stop if is_beside else 0


def _parted_at_title(flows: Sequence[Flow], text: Style | None, headings: set[Style | None]) -> tuple[list[Flow], list[Flow]]:
    """The flows up to the first line that is larger than the text and set as no heading inside it, and from there on."""
    for number, flow in enumerate(flows):
        for at, line in enumerate(flow.lines):
            is_larger = line.style is not None and text is not None and line.style.size_pt > LARGER * text.size_pt
            if is_larger and line.style not in headings:
                before, behind = ([flow._replace(lines=part)] if part else [] for part in (flow.lines[:at], flow.lines[at:]))
                return [*flows[:number], *before], [*behind, *flows[number + 1 :]]
    return list(flows), []
