"""What extractors are given of one profile, and nothing of one another."""

from __future__ import annotations

from dataclasses import dataclass

from profile_extract.fields.items import Item
from profile_extract.fields.norms import Norms
from profile_extract.fields.parts import Part
from profile_extract.structure import Layout, Segment


@dataclass(frozen=True, slots=True)
class ProfileContext:
    """One profile: its blocks, its parts, what profiles of this report have in common, and the report."""

    segment: Segment
    parts: tuple[Part, ...]
    norms: Norms
    layout: Layout

    @property
    def opening(self) -> tuple[Item, ...]:
        """The items between the title and the first label under it."""
        over = {block.index for block in self.segment.over_title}
        first = next((part for part in self.parts if part.label_block is None or part.label_block.index not in over), None)
        return first.items if first and first.label is None else ()

    @property
    def confidence(self) -> float:
        """That this is a profile at all: no field can be surer."""
        return self.segment.confidence
