"""The role of every stretch of text: what accounting and the inspector are read off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from profile_extract.drafts import Decision, Mark, ProfileDraft, ReportDraft, Value, text_fields
from profile_extract.model import Line
from profile_extract.structure import Segmentation

_NOT_OWNING = frozenset({"city"})
"""Fields of a profile made of text that stands in another one."""


def find_marks(
    segmentation: Segmentation, profiles: Sequence[ProfileDraft], report: ReportDraft, decisions: Sequence[Decision]
) -> list[Mark]:
    """Disjoint marks over all text that has a role, in order; the finer role comes before that of its whole block."""
    fine = [mark for profile in profiles for mark in _values(profile, "profiles")]
    fine += _values(report, "report")
    blocks = segmentation.layout.blocks
    coarse = [
        Mark(line.start, line.end, decision.winner.role, "profiles")
        for decision in decisions
        for index in decision.winner.blocks
        for line in blocks[index].lines
    ]
    coarse += [
        Mark(line.start, line.end, "report", "report") for m in segmentation.matter for b in m.blocks for line in b.lines
    ]
    coarse += [Mark(i.line.start, i.line.end, i.rule, "furniture") for i in segmentation.layout.furniture]
    coarse += _link_lines(segmentation)
    return _disjoint(fine, coarse)


def _values(draft: Any, owner: str, role: str = "") -> Iterator[Mark]:
    """A mark for each stretch of the source that a verbatim value is made of."""
    if isinstance(draft, Value):
        if draft.is_verbatim:
            for fragment in draft.sources[0].fragments():
                yield Mark(fragment.start, fragment.end, role, owner)
    elif isinstance(draft, tuple):
        for item in draft:
            yield from _values(item, owner, role)
    elif draft is not None:
        for name in text_fields(draft.__class__):
            if role or name not in _NOT_OWNING:
                yield from _values(getattr(draft, name), owner, f"{role}.{name}" if role else name)


def _link_lines(segmentation: Segmentation) -> Iterator[Mark]:
    """Link lines of a dump: of the profile on their page, or of the report."""
    on_pages = {page for s in segmentation.segments for b in s.blocks for page in range(b.page, b.last_page + 1)}
    lines: list[Line] = [line for line in segmentation.layout.report.lines if line.is_link]
    for line in lines:
        owner = "profiles" if line.page in on_pages else "report"
        yield Mark(line.start, line.end, "links", owner)


def _disjoint(fine: Sequence[Mark], coarse: Sequence[Mark]) -> list[Mark]:
    """The marks without overlaps: painted one over the other, the finer ones last, earlier ones over later ones.

    Painted are the stretches between any two edges of marks, which are far fewer than characters.
    """
    marks = [*reversed(coarse), *reversed(fine)]
    starts, ends = [mark.start for mark in marks], [mark.end for mark in marks]
    edges = sorted({*starts, *ends})
    place = dict(zip(edges, range(len(edges)), strict=True))
    painted = [-1] * len(edges)
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        first, last = place[start], place[end]
        painted[first:last] = [number] * (last - first)
    found: list[Mark] = []
    first = 0
    for at, (number, behind) in enumerate(pairwise(painted), 1):  # nothing is painted behind the last edge
        if number != behind:
            if number >= 0:
                found.append(Mark(edges[first], edges[at], *marks[number][2:]))
            first = at
    return found
