"""Talks that are announced by who gives them: a name over each title, as mathematicians and keynotes have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from profile_extract.fields.entities import find_entities
from profile_extract.fields.persons import reads_as_person
from profile_extract.fields.places import is_place_line
from profile_extract.layout.codes import NAME_PART, PERSON_NAME, has_marked_name
from profile_extract.segment.shapes import is_larger, is_prose, is_title_like, stands_out
from profile_extract.structure import Block, Segment, Segmentation, is_smaller

TALK_SHARE = 0.8
"""Share of profiles with a name at their top and another heading under it, from which that heading is the title."""
PERSON_SHARE = 0.6
"""Share of those names that read as persons' and as nothing else's; names from abroad are often missed."""
ORGANISATION_SHARE = 0.3
"""Share of those headings that name an organisation, an office or a place, from which they say what the person is."""
MOST_ORGANISATION_WORDS = 8
"""Words of an organisation without a comma, at most; with one, it goes on with its town."""
MOST_NAME_WORDS = 5
"""Words of a name with its particles, at most; titles in capitals look like names, but are longer."""
MOST_TITLE_LINES = 2
"""Lines of such a title in a dump; texts have more."""
MOST_UNDER_NAME = 3
"""Blocks under a name to the title of the talk: an organisation, an address, and the title."""
_NAME = re.compile(
    rf"(?:[^\W\d_]{{1,5}}\. ){{0,3}}(?P<name>{PERSON_NAME}|{NAME_PART}, {NAME_PART}(?: {NAME_PART})?)"
    r" ?(?P<more>[(,\[–—|/·].*)?",
    re.DOTALL,
)
"""A name, or a surname and behind a comma the first name, and what may stand behind it: a university."""


def with_talks_named(segmentation: Segmentation) -> Segmentation:
    """The profiles named by the headings under the names of people, where nearly all begin with these; else as they are."""
    if not segmentation.segments:
        return segmentation
    talks = [_find_talk(segment, segmentation) for segment in segmentation.segments]
    named = [(segment, at) for segment, at in zip(segmentation.segments, talks, strict=True) if at]
    if len(named) < TALK_SHARE * len(talks) or not _are_names_over_talks(named):
        return segmentation
    pairs = zip(segmentation.segments, talks, strict=True)
    moved = (replace(segment, title_offset=segment.title_offset + at) for segment, at in pairs)
    return replace(segmentation, segments=tuple(moved))


def _find_talk(segment: Segment, segmentation: Segmentation) -> int:
    """How many blocks below a name the title of a talk stands; 0 where there is no name, or no such title.

    Right under a name without what it belongs to stands just that, unless it is set larger than the name. In a dump the last
    heading over the text is taken, since nothing tells it from what the name belongs to.
    """
    body = segmentation.layout.body_style
    match = _NAME.fullmatch(segment.title.text.text)
    if match is None or segment.title_label is not None or len(match["name"].split()) > MOST_NAME_WORDS:
        return 0
    may_name = [n for n, _ in enumerate(_over_text(segment, segmentation), 1) if match["more"] or n > 1]
    if body is None:
        return next((n for n in may_name[-1:] if _is_over_prose(segment.under_title[n - 1 : n + 1])), 0)
    for at, block in enumerate(_over_text(segment, segmentation), 1):
        is_heading = stands_out(block, body) and is_title_like(block, body) and not is_smaller(block, body)
        is_other = is_heading and block.style != segment.title.style
        if is_other and (at in may_name or is_larger(block, segment.title.style)):
            return at
    return 0


def _is_over_prose(blocks: Sequence[Block]) -> bool:
    """Whether the first of two blocks of a dump may be a heading, and the second is running text."""
    return len(blocks) > 1 and _may_be_title_in_dump(blocks[0]) and is_prose(blocks[1], None)


def _may_be_title_in_dump(block: Block) -> bool:
    """Whether a block of a dump may be the title of a talk: no sentence, though as long as one, or a question."""
    is_short = len(block.lines) <= MOST_TITLE_LINES and not block.text.text.endswith(".")
    return is_title_like(block, None) or is_short


def _over_text(segment: Segment, segmentation: Segmentation) -> Iterator[Block]:
    """The blocks under a name down to the text, a label or another name."""
    body, labels = segmentation.layout.body_style, segmentation.labels
    for block, below in zip(segment.under_title[:MOST_UNDER_NAME], (*segment.under_title[1:], None), strict=False):
        is_title = body is None and below is not None and _may_be_title_in_dump(block) and is_prose(below, None)
        is_text = is_prose(block, body) and not is_title and "@" not in block.lines[-1].text
        if block.index in labels or is_text or has_marked_name(block.text.text):
            return
        yield block


def _are_names_over_talks(named: Sequence[tuple[Segment, int]]) -> bool:
    names = [match["name"] for segment, _ in named if (match := _NAME.fullmatch(segment.title.text.text))]
    if sum(map(reads_as_person, map(_as_spoken, names))) < PERSON_SHARE * len(names):
        return False
    headings = [segment.blocks[segment.title_offset + at].text.text for segment, at in named]
    of_persons = sum(_names_organisation(heading) or is_place_line(heading) for heading in headings)
    return of_persons < ORGANISATION_SHARE * len(named)


def _names_organisation(heading: str) -> bool:
    """Whether a heading says what a person belongs to: a title may speak of a school or a library, in more words."""
    if len(heading.split()) > MOST_ORGANISATION_WORDS and "," not in heading:
        return False
    found = find_entities(heading, "ORG", "DEPARTMENT", "ROLE")
    return any(heading[entity.start].isupper() for entity in found)


def _as_spoken(name: str) -> str:
    """A name with the first name first, and not in capitals."""
    surname, _, first = name.partition(", ")
    words = f"{first} {surname}".strip().split()
    return " ".join(word.capitalize() if len(word) > 2 and word.isupper() else word for word in words)
