"""Quotes that interrupt a text: signed, or set large, as what is pulled out of it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile

from profile_extract.fields.entities import find_entities
from profile_extract.lexicon import CLOSING_QUOTES, SENTENCE_MARKS, is_closed
from profile_extract.model import Style
from profile_extract.structure import LARGER, Block, is_smaller

QUOTED = re.compile(r"^[\"“„«»‘']\s*(?P<words>.{20,}?)\s*[\"”“»«’'][.,]?$", re.DOTALL)
"""A text in quotation marks and nothing else."""
DASH = re.compile(r"^[–—-]\s*")
"""What may stand before the name of who is quoted."""
COMMA = re.compile(r",\s+")
FEWEST_PULLED_WORDS = 4
"""Words of what is pulled out of a text, at least; a label or a name may stand in one, too."""
OPENING_QUOTES = tuple("“„«»‘\"'")
ENDS = (*SENTENCE_MARKS, *CLOSING_QUOTES)
"""What stands behind a sentence that is pulled out without its mark."""
MOST_SIGNATURE_CHARS = 120
MOST_GAP_LINES = 0.3
"""Space between a name and what is said of it under it, in lines beyond the usual distance."""


def find_pulled(blocks: Sequence[Block], body: Style | None) -> Iterator[int]:
    """Indices of the blocks that are such quotes, and of who said them."""
    yield from find_repeated(blocks, body)
    for number, block in enumerate(blocks):
        if not QUOTED.match(block.text.text):
            continue
        signature = blocks[number + 1] if number + 1 < len(blocks) else None
        is_signed = signature is not None and may_sign(signature.text.text) and _names_person(signature.text.text)
        if is_signed or is_pulled(block, body):
            yield block.index
        if signature is not None and is_signed:
            yield signature.index
            before = blocks[number - 1].style if number else None
            yield from (role.index for role in blocks[number + 2 : number + 3] if _is_role_under(role, signature, before))


def find_repeated(blocks: Sequence[Block], body: Style | None) -> Iterator[int]:
    """Indices of the blocks that say in other type what a text of the same profile says: pulled out of it, without marks."""
    if body is None:
        return
    texts = [block.text.text for block in blocks if block.style == body]
    behind = dropwhile(lambda block: block.style != body, blocks)  # a summary stands over all text
    for block in (block for block in behind if block.style not in {None, body} and not is_smaller(block, body)):
        said = block.text.text
        if len(said.split()) >= FEWEST_PULLED_WORDS and any(_is_sentence_of(said, text) for text in texts):
            yield block.index


def _is_sentence_of(said: str, text: str) -> bool:
    """Whether a text says some words, and more: a whole sentence, or what begins with a small letter.

    A name that stands inside a sentence is none, nor is a heading.
    """
    if len(text) == len(said):
        return False
    if said[0].islower():
        return said in text
    found = ((text[: at.start()].rstrip(), text[at.end() : at.end() + 1]) for at in re.finditer(re.escape(said), text))
    return any(_begins_sentence(before) and (is_closed(said) or after in ENDS) for before, after in found)


def _begins_sentence(before: str) -> bool:
    """Whether a sentence begins behind a text, or what is said in quotation marks."""
    return not before or is_closed(before) or before.endswith(OPENING_QUOTES)


def _is_role_under(block: Block, name: Block, text: Style | None) -> bool:
    """Whether a line right under the name of who is quoted says what they are: as small, unlike the text over the quote."""
    if block.style is None or name.style is None:
        return False
    is_line = may_sign(block.text.text) and block.bullet is None and not COMMA.search(name.text.text)
    is_close = block.page == name.page and block.gap_lines < MOST_GAP_LINES
    return is_line and is_close and block.style.size_pt == name.style.size_pt and block.style != text


def is_pulled(block: Block, body: Style | None) -> bool:
    """Whether a block is in quotation marks and set larger than the text."""
    is_large = block.style is not None and body is not None and block.style.size_pt > LARGER * body.size_pt
    return is_large and bool(QUOTED.match(block.text.text))


def may_sign(text: str) -> bool:
    """Whether a line may say who is quoted: short, and no sentence."""
    return len(text) <= MOST_SIGNATURE_CHARS and not text.endswith((".", "!", "?"))


def _names_person(text: str) -> bool:
    name = COMMA.split(DASH.sub("", text), maxsplit=1)[0]
    return bool(find_entities(name, "PERSON"))
