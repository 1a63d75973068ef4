"""The place of a profile printed on a line of its own beside the title, where that is the custom of the report."""

from __future__ import annotations

from collections.abc import Iterator

from profile_extract.drafts import Candidate, CityDraft, Value
from profile_extract.fields.bylines import has_organisation
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.looks import look
from profile_extract.fields.norms import lone_places
from profile_extract.fields.places import (
    beside_title,
    city,
    has_year_behind,
    is_marked_place,
    read_beside,
    read_place_line,
    reads_as_name,
    says_more,
)
from profile_extract.gazetteer import find_country_code
from profile_extract.structure import Block


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The first line over or right under the title that is a place and nothing else; else the one set as those of most are.

    A line with the marker of a map is one, whatever others have.
    """
    marked = next((b for b in beside_title(context.segment) if is_marked_place(b) and _is_free(b, context)), None)
    if marked is not None:
        named = city(marked.text, None, None, "city.map-marker", context.confidence)
        yield from _place_line(marked, read_place_line(marked.text, "city.map-marker", context.confidence) or named, context)
        return
    if not context.norms.has_place_lines:
        yield from _country_beside_title(context) if context.norms.has_place_titles else _away_from_title(context)
        return
    free = [block for block in beside_title(context.segment) if _is_free(block, context)]
    read = ((block, read_beside(block, context.segment, "city.place-line", context.confidence)) for block in free)
    alike = ((block, _set_as_places(block, context)) for block in free)
    for block, found in (*read, *alike):
        if found is not None:
            yield from _place_line(block, found, context)
            return


def _place_line(block: Block, found: CityDraft, context: ProfileContext) -> Iterator[Candidate]:
    """The city of a line, to which the line belongs; one that says more is a note, and the city stands in it."""
    if not says_more(block.text.text):
        yield Candidate("city", (block.index,), "city.place-line", 0.92, found)
        return
    yield Candidate("city", (), "city.place-line", 0.92, found)
    note = Value.verbatim(block.text, "note.place-line", context.confidence)
    yield Candidate("note", (block.index,), "note.place-line", 0.92, note)


def _is_free(block: Block, context: ProfileContext) -> bool:
    """Whether a block beside the title stands over it, or under no label."""
    return block in context.segment.over_title or block in (item.block for item in context.opening)


def _set_as_places(block: Block, context: ProfileContext) -> CityDraft | None:
    """The city of a line that may be a name, and stands and is set as the known places of most profiles are."""
    is_usual = (block.index - context.segment.title.index, look(block.style)) == context.norms.usual_place
    if (
        not is_usual
        or len(block.lines) > 1
        or "," in block.text.text
        or not reads_as_name(block.text.text)
        or has_organisation(block.text.text)
    ):
        return None
    return city(block.text, None, None, "city.place-look", context.confidence)


def _country_beside_title(context: ProfileContext) -> Iterator[Candidate]:
    """The country on a line of its own beside a title that is the name of a place."""
    for block in beside_title(context.segment):
        code = find_country_code(block.text.text) if len(block.lines) == 1 else None
        if code is not None and _is_free(block, context):
            found = city(context.segment.title.text, block.text, code, "city.country-line", context.confidence)
            yield Candidate("city", (block.index,), "city.country-line", 0.92, found)
            return


def _away_from_title(context: ProfileContext) -> Iterator[Candidate]:
    """The one line that names a place and is set as most profiles have one, away from the title."""
    usual = context.norms.place_look
    blocks = [b for b in lone_places(context.segment, context.parts) if usual is not None and look(b.style) == usual]
    if len(blocks) == 1:
        found = read_place_line(blocks[0].text, "city.lone-line", context.confidence)
        if found is not None and not has_year_behind(blocks[0].text.text):
            yield Candidate("city", (blocks[0].index,), "city.lone-line", 0.92, found)
