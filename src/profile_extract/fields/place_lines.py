"""The place of a profile printed on a line of its own beside the title, where that is the custom of the report."""

from __future__ import annotations

from collections.abc import Iterator

from profile_extract.drafts import Candidate
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.places import beside_title, read_place_line


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The first line over or right under the title that is a place and nothing else."""
    if not context.norms.has_place_lines:
        return
    opening = {item.block.index for item in context.opening}
    for block in beside_title(context.segment):
        is_free = block in context.segment.over_title or block.index in opening
        found = read_place_line(block.text, "city.place-line", context.confidence) if is_free else None
        if found is not None:
            yield Candidate("city", (block.index,), "city.place-line", 0.92, found)
            return
