"""Notes: captions, photo credits, footnotes and bylines, kept out of the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from profile_extract.drafts import Candidate, Value
from profile_extract.fields.address_blocks import has_street_at_opening, holds_address, is_only_address
from profile_extract.fields.addresses import has_email
from profile_extract.fields.amounts import amounts_of
from profile_extract.fields.asides import around_text, lines_behind
from profile_extract.fields.bylines import MOST_SMALL_CHARS, has_organisation, is_byline
from profile_extract.fields.centred import are_facts_by_signs, centred_under_title
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.fact_lines import down_to_facts
from profile_extract.fields.items import Item
from profile_extract.fields.looks import look
from profile_extract.fields.norms import Norms, has_second_line, opens_with_time
from profile_extract.fields.parts import is_aside, unlabelled
from profile_extract.fields.places import is_place_line
from profile_extract.fields.pulled import find_repeated
from profile_extract.gazetteer import find_country_code
from profile_extract.layout.codes import has_marked_name, is_code
from profile_extract.lexicon import has_letters, is_closed
from profile_extract.model import Style
from profile_extract.segment.hypotheses import MOST_OVER_CODE
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import is_prose, reads_as_prose
from profile_extract.segment.titles import is_time
from profile_extract.structure import LARGER, Block, is_program, is_smaller

_WORD = re.compile(r"[^\W\d_]{3,}")
_MARKED_NUMBER = re.compile(r"\d\s*[/|·–-]\s*[A-Z]{0,3}\d|\b[A-Z]{1,2}\.?\d")
"""Two numbers with a mark between them, or letters with a number."""
FEWEST_WORDS = 5
"""Words of a sentence, at least; a place, a date or a price beside a title has fewer."""
MOST_BYLINES = 8
"""Lines under a title that say whose it is: names, what they belong to and their addresses."""


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """Blocks under no label: captions and credits by their words, footnotes by their type, names and codes under a title."""
    label = context.segment.title_label
    for block in (b for b in context.segment.over_title if label is None or b.index != label.block):
        value = Value.verbatim(block.text, "note.over-title", round(context.confidence * 0.8, 3))
        yield Candidate("note", (block.index,), "note.over-title", 0.8, value)
    under_title = frozenset(_under_title(context))
    centred = frozenset(centred_under_title(context.segment.title, context.opening, context.norms.body))
    amounts = frozenset(block.index for block in amounts_of(context.segment.under_title, context.norms.units))
    items = list(unlabelled(list(context.parts)))
    own = _own_body(context)
    asides = {i.block.index for i in around_text(items, context.norms.body) if i.block.style in context.norms.aside_styles}
    if context.norms.end_in_lines:
        asides |= {item.block.index for item in lines_behind(items, context.norms.body)}
    if items and context.norms.closing_style is not None and items[-1].block.style == context.norms.closing_style:
        asides |= {items[-1].block.index}
    pulled = frozenset(find_repeated(context.segment.under_title, context.norms.body))
    for item in items:
        found = ("note.byline", 0.9) if item.block.index in under_title else None
        if found is None and item.block.index in pulled:
            found = ("note.pulled", 0.88)
        if found is None and item.block.index in amounts:
            found = ("note.amount", 0.86)
        found = found or _rule(context, item.block, asides, own)
        if found is None and item.block.index in centred:
            found = ("note.centred", 0.62)
        if found:
            rule, score = found
            value = Value.verbatim(item.text, rule, round(context.confidence * score, 3))
            yield Candidate("note", (item.block.index,), rule, score, value)


def _under_title(context: ProfileContext) -> Iterator[int]:
    """Indices of the blocks under the title that say whose the profile is: names, and all down to a code.

    Where nothing but an address stands there, or a postal one as in most profiles, the names are its own.
    """
    norms, opening = context.norms, context.opening
    is_address = norms.has_opening_addresses and has_street_at_opening(opening, norms.body)
    if is_address or is_only_address(opening, context.segment, norms.body):
        return
    codes = [n for n, item in enumerate(opening[:MOST_OVER_CODE]) if is_code(item.text.text)]
    if codes:
        yield from (item.block.index for item in opening[: codes[0] + 1])
    elif norms.has_fact_lines and (facts := down_to_facts([item.block for item in opening])):
        yield from (item.block.index for item in opening[:facts])
    elif opening and opening[0].block.index == context.segment.title.index + 1:
        over = list(takewhile(lambda item: _is_over_names(item.text.text, norms), opening))
        names, marks = opening[len(over) :], [item for item in over if not has_letters(item.text.text)]
        if names and _is_byline(names[0].block, norms):
            yield from (item.block.index for item in (*marks, *_bylines(names, norms)))


def _is_over_names(text: str, norms: Norms) -> bool:
    """Whether a line may stand between a title and names: marks alone, or the place where most profiles say one."""
    return not has_letters(text) or (norms.has_place_lines and is_place_line(text))


def _is_byline(block: Block, norms: Norms) -> bool:
    has_look = norms.byline_look is not None and look(block.style) == norms.byline_look
    text = block.text.text
    return has_look or has_marked_name(text) or (norms.has_bylines and is_byline(text) and not is_prose(block, norms.body))


def _bylines(opening: Sequence[Item], norms: Norms) -> Iterator[Item]:
    """Names under a title, and the lines behind them that are no text yet: what they belong to, how they are reached.

    Raised figures stand in blocks of their own, and part a name at the end of a line from the rest of it.
    """
    yield opening[0]
    for above, item in pairwise(opening[:MOST_BYLINES]):
        if is_prose(item.block, norms.body):
            return
        text = item.text.text
        words = list(filter(has_letters, text.split()))
        is_set_so = item.block.style is not None and look(item.block.style) == look(opening[0].block.style)
        goes_on = is_set_so and all(word[0].isupper() or len(word) <= MOST_SMALL_CHARS for word in words)
        goes_on = goes_on or above.text.text.endswith((",", ";"))
        if words and not (goes_on or is_byline(text) or has_email(text) or has_organisation(text)):
            return
        yield item


def _own_body(context: ProfileContext) -> Style | None:
    """The style of the text of a profile none of whose text is as large as that of the report: its author set it alone."""
    body = context.norms.body
    texts = list(filter(reads_as_prose, context.segment.under_title))
    if not texts or not all(is_smaller(block, body) for block in texts):
        return body
    return max(texts, key=lambda block: len(block.text.text)).style


def _is_second_line(context: ProfileContext, block: Block) -> bool:
    """Whether a block is the second of two lines under a title that most profiles have over their texts."""
    return block in context.segment.under_title[1:2] and has_second_line(context.segment, context.norms.body)


def _is_code_in_text(context: ProfileContext, block: Block, own: Style | None) -> bool:
    """Whether a block is lines of a program in the midst of the text, as which they are set smaller."""
    blocks = context.layout.blocks
    around = blocks[max(0, block.index - 1) : block.index + 2 : 2]
    return is_program(block) and len(around) == 2 and all(other.style == own for other in around)


def _rule(context: ProfileContext, block: Block, asides: Set[int], own: Style | None) -> tuple[str, float] | None:
    """Why a block is a note and how surely, or None.

    ``asides`` are the blocks around the text that are set unlike it, ``own`` is the style of the profile's text.
    """
    body = context.norms.body
    if is_aside(block, body):
        return "note.caption", 0.9
    if is_smaller(block, own) and not holds_address([Item(block, block.text)]) and not _is_code_in_text(context, block, own):
        return "note.small-type", 0.8
    if _are_figures(block, body):
        return "note.figures", 0.8
    if context.norms.has_second_lines and _is_second_line(context, block):
        return "note.second-line", 0.86
    is_when = context.norms.has_times and opens_with_time(block, body)
    is_next = block.index == context.segment.title.index + 1
    if is_next and (is_when or _is_mark(block) or find_country_code(block.text.text) is not None):
        return "note.under-title", 0.86
    if is_beside(context.segment.title, block) and not is_prose(block, body) and not _is_sentence(block, body):
        return "note.beside-title", 0.65
    if _is_of_break(context, block):
        return "note.break", 0.8
    if is_next and are_facts_by_signs(block):
        return "note.signs", 0.65
    return ("note.beside-text", 0.65) if block.index in asides else None


def _is_sentence(block: Block, body: Style | None) -> bool:
    """Whether a block is a sentence set as the text is: a column may begin with the last one of a paragraph."""
    return block.style == body is not None and is_closed(block.text.text) and len(block.text.text.split()) >= FEWEST_WORDS


def _is_of_break(context: ProfileContext, block: Block) -> bool:
    """Whether a block is the time of a break, or what is said beside it, behind a profile that has its own over its title."""
    if not any(is_time(over.text.text) for over in context.segment.over_title):
        return False
    above = context.layout.blocks[block.index - 1]
    return is_time(block.text.text) or (
        is_time(above.text.text) and is_beside(above, block) and not is_prose(block, context.norms.body)
    )


def _are_figures(block: Block, body: Style | None) -> bool:
    """Whether a block has no word in it and is set larger than the text: figures in circles, over what they count."""
    is_large = block.style is not None and body is not None and block.style.size_pt > LARGER * body.size_pt
    return is_large and not has_letters(block.text.text)


def _is_mark(block: Block) -> bool:
    """Whether a line is no more than one word with a figure and a mark: a stand, a shelf, a map square (``Hall 1 / B13``)."""
    text = block.text.text
    is_short = len(block.lines) == 1 and len(_WORD.findall(text)) <= 1
    return block.style is not None and is_short and bool(_MARKED_NUMBER.search(text))
