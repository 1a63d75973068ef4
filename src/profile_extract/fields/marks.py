"""The role of every stretch of text: what accounting and the inspector are read off."""

from __future__ import annotations

import dataclasses
from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby

from profile_extract.drafts import Decision, Mark, ProfileDraft, ReportDraft, Value
from profile_extract.model import Line
from profile_extract.structure import Segmentation

_NOT_OWNING = frozenset({"city", "segment"})
"""Fields of a profile made of text that stands in another one, or of none."""


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


def _values(draft: object, owner: str, role: str = "") -> Iterator[Mark]:
    """A mark for each stretch of the source that a verbatim value is made of."""
    if isinstance(draft, Value):
        if draft.is_verbatim:
            for fragment in draft.sources[0].fragments():
                yield Mark(fragment.start, fragment.end, role, owner)
    elif isinstance(draft, tuple):
        for item in draft:
            yield from _values(item, owner, role)
    elif dataclasses.is_dataclass(draft):
        for field in dataclasses.fields(draft):
            if role or field.name not in _NOT_OWNING:
                yield from _values(getattr(draft, field.name), owner, f"{role}.{field.name}" if role else field.name)


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
    edges = sorted({edge for mark in marks for edge in (mark.start, mark.end)})
    place = {edge: number for number, edge in enumerate(edges)}
    painted = array("i", [-1]) * len(edges)
    for number, mark in enumerate(marks):
        first, last = place[mark.start], place[mark.end]
        painted[first:last] = array("i", [number]) * (last - first)
    found: list[Mark] = []
    at = 0
    for number, run in groupby(painted):
        first, at = at, at + len(list(run))
        if number >= 0:
            found.append(Mark(edges[first], edges[at], *marks[number][2:]))
    return found
