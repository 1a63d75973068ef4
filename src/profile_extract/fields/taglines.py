"""The tagline: a line or two under the title that sum the profile up, no sentence of the text and no names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from profile_extract.drafts import Candidate, Value
from profile_extract.fields.bylines import is_byline, reads_as_names
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.items import Item
from profile_extract.fields.looks import look
from profile_extract.fields.parts import reads_as_phrase
from profile_extract.fields.places import is_marked_place, is_place_line
from profile_extract.fields.summaries import reads_as_tagline
from profile_extract.gazetteer import find_country_code
from profile_extract.lexicon import has_letters, is_closed
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import is_prose, is_title_like, stands_out
from profile_extract.structure import Block, is_smaller

MOST_LINES = 4
MOST_USUAL_CHARS = 500
"""Longest text that is a tagline since those of the other profiles are set as it is, in characters."""


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The block under the title, a number or a place, that looks like neither title nor text, or has no full stop."""
    over = list(takewhile(lambda item: _is_over_tagline(context, item.block), context.opening))
    opening, under = context.opening[len(over) :], context.segment.title.index + 1 + len(over)
    if not opening or opening[0].block.index != under or not _may_be_tagline(context, opening):
        return
    item = opening[0]
    rule, score = ("tagline.style", 0.85) if _is_set_apart(context, item.block) else ("tagline.under-title", 0.75)
    value = Value.verbatim(item.text, rule, round(context.confidence * score, 3))
    yield Candidate("tagline", (item.block.index,), rule, score, value)


def _is_over_tagline(context: ProfileContext, block: Block) -> bool:
    """Whether a block may stand between a title and its tagline: a number, a place, the country of one, a room beside it."""
    text = block.text.text
    is_place = (context.norms.has_place_lines and is_place_line(text)) or is_marked_place(block)
    is_country = context.norms.has_place_titles and find_country_code(text) is not None
    body = context.norms.body
    is_room = body is not None and is_beside(context.segment.title, block) and not stands_out(block, body)
    return is_place or is_country or is_room or not has_letters(text)


def _may_be_tagline(context: ProfileContext, opening: Sequence[Item]) -> bool:
    """Whether the first of some items may be the tagline, by itself and by the next one."""
    block = opening[0].block
    text = block.text.text
    body = context.norms.body
    is_usual = block.style is not None and look(block.style) == context.norms.summary_look and len(text) <= MOST_USUAL_CHARS
    if block.bullet is not None or not (is_usual or (len(block.lines) <= MOST_LINES and reads_as_tagline(block))):
        return False
    if find_country_code(text) is not None or text.endswith(":"):
        return False
    if look(block.style) == context.norms.byline_look and context.norms.byline_look is not None:
        return False
    if is_smaller(block, body) and look(block.style) != context.norms.tagline_look:
        return False
    if block.style:
        may_be_byline = context.norms.has_bylines and is_byline(text) and block.style.italic
        return _is_set_apart(context, block) and not may_be_byline
    is_lone = context.norms.has_lone_lines or reads_as_phrase(text)
    followed = is_prose(opening[1].block, body) if len(opening) > 1 else is_lone
    is_open = not is_closed(text) or (context.norms.has_lone_lines and text.endswith("?"))
    return followed and is_open and is_title_like(block, body) and not reads_as_names(text)


def _is_set_apart(context: ProfileContext, block: Block) -> bool:
    """Set unlike the body, and unlike the running text where that is set unlike the body itself.

    Where the running text is the body, colour alone sets a line apart.
    """
    body, running = context.norms.body, context.norms.running
    return stands_out(block, body) and (look(block.style) != running or running == look(body))
