"""What a report shows of what a layout file can say, and what was said of it that it does not show."""

from __future__ import annotations

from collections.abc import Iterator

from profile_extract.drafts import Problem
from profile_extract.layout.furniture import running_key
from profile_extract.lexicon import label_key
from profile_extract.segment.groups import records_of
from profile_extract.segment.shapes import title_look
from profile_extract.structure import Segmentation, TitleLook

EDGES = ("header", "footer")
"""Of a page, where running lines are."""


def looks_of_titles(segmentation: Segmentation) -> Iterator[TitleLook]:
    """How the titles are set by which cuts are compared: the first of what a profile begins with need not be the title."""
    if segmentation.taken is not None:
        titles = records_of(segmentation.layout, dict(segmentation.labels), segmentation.taken).titles
        yield from (look for title in titles if (look := title_look(segmentation.layout.blocks[title])))


def running_keys(segmentation: Segmentation, edge: str) -> frozenset[str]:
    """The keys of the running lines at one edge of the pages."""
    return frozenset(running_key(i.line.text) for i in segmentation.layout.furniture if i.rule == f"furniture.{edge}")


def guide_problems(segmentation: Segmentation) -> Iterator[Problem]:
    """What the report's guide says that nothing in the report bears out: meant for another report, or mistyped."""
    unmatched = (_titles_not_shown, _labels_not_shown, _running_lines_not_shown)
    for message in (message for messages in unmatched for message in messages(segmentation)):
        yield Problem("layout-unmatched", "", message)


def _titles_not_shown(segmentation: Segmentation) -> Iterator[str]:
    guide, taken = segmentation.guide, segmentation.taken
    if guide.examples and taken is None:
        yield "the layout gives examples of titles, and no way to cut the report begins profiles with all of them"
    if guide.title_rule and (taken is None or taken.rule != guide.title_rule):
        yield f"the layout says {guide.title_rule}, and no titles are known by that"
    if guide.title_looks and set(guide.title_looks).isdisjoint(looks_of_titles(segmentation)):
        yield "the layout gives looks of titles, and no title has one of them"


def _labels_not_shown(segmentation: Segmentation) -> Iterator[str]:
    """Where there are profiles at all: labels are looked for in them."""
    found = {label.key for label in segmentation.labels.values()}
    for label in segmentation.guide.labels if segmentation.segments else ():
        if label_key(label) not in found:
            yield f"the layout names the label {label!r}, and no profile has it"


def _running_lines_not_shown(segmentation: Segmentation) -> Iterator[str]:
    for edge in EDGES:
        for line in sorted(segmentation.guide.running.get(edge, frozenset()) - running_keys(segmentation, edge)):
            yield f"the layout has the {edge} {line!r}, and no page has it"
