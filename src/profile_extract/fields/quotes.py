"""Quotes: a block in quotation marks with who said it under it, and what stands under a label for quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from profile_extract.drafts import Candidate, QuoteDraft, Value
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.entities import find_entities
from profile_extract.fields.parts import Item, unlabelled
from profile_extract.model import Style
from profile_extract.passage import Passage
from profile_extract.structure import LARGER, Block

_QUOTED = re.compile(r"^[\"“„«»‘']\s*(?P<words>.{20,}?)\s*[\"”“»«’'][.,]?$", re.DOTALL)
_DASH = re.compile(r"^[–—-]\s*")
_COMMA = re.compile(r",\s+")
MOST_SIGNATURE_CHARS = 120


class Quoted(NamedTuple):
    """A quote and how many blocks it takes: the words, and the lines of who said them."""

    draft: QuoteDraft
    length: int


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """Signed or large blocks in quotation marks under no label (others are text), and all text under labels for quotes."""
    for part in context.parts:
        if part.field == "quote" and part.items:
            drafts = tuple(_labelled(part.items, context.confidence))
            yield Candidate("quote", part.block_indices, "quote.label", 0.9, drafts)
    items = list(unlabelled(list(context.parts)))
    for number in range(len(items)):
        quoted = find_quote(items[number:], context.confidence)
        if quoted and (quoted.draft.speaker or is_pulled(items[number].block, context.norms.body)):
            blocks = tuple(item.block.index for item in items[number : number + quoted.length])
            yield Candidate("quote", blocks, "quote.signed", 0.9, quoted.draft)


def is_pulled(block: Block, body: Style | None) -> bool:
    """Whether a block is in quotation marks and set larger than the text, as what is pulled out of it is."""
    is_large = block.style is not None and body is not None and block.style.size_pt > LARGER * body.size_pt
    return is_large and bool(_QUOTED.match(block.text.text))


def _labelled(items: Sequence[Item], confidence: float) -> Iterator[QuoteDraft]:
    """The quotes under a label for them: each block is one, in quotation marks or not, but for signatures."""
    at = 0
    while at < len(items):
        quoted = find_quote(items[at:], confidence)
        yield quoted.draft if quoted else QuoteDraft(Value.verbatim(items[at].text, "quote.label", confidence))
        at += quoted.length if quoted else 1


def find_quote(items: Sequence[Item], confidence: float) -> Quoted | None:
    """The quote that a run of blocks begins with, or None."""
    match = _QUOTED.match(items[0].text.text)
    if not match:
        return None
    words = items[0].text[match.start("words") : match.end("words")]
    text = Value.verbatim(words, "quote.marks", confidence)
    signature = [item.text for item in items[1:3] if _may_sign(item.text)]
    if not signature or not _may_sign(items[1].text):
        return Quoted(QuoteDraft(text), 1)
    speaker, role = _speaker_and_role(signature)
    if speaker is None:
        return Quoted(QuoteDraft(text), 1)
    taken = 2 if role is None or role.start < signature[0].end else 3
    return Quoted(
        QuoteDraft(
            text,
            Value.verbatim(speaker, "quote.speaker", confidence),
            Value.verbatim(role, "quote.role", confidence) if role else None,
        ),
        taken,
    )


def _may_sign(text: Passage) -> bool:
    return len(text.text) <= MOST_SIGNATURE_CHARS and not text.text.endswith((".", "!", "?"))


def _speaker_and_role(signature: Sequence[Passage]) -> tuple[Passage | None, Passage | None]:
    """Name and role from one line (``Name, role``) or from two."""
    first = signature[0]
    dash = _DASH.match(first.text)
    if dash:
        first = first[dash.end() :]
    comma = _COMMA.search(first.text)
    name = first[: comma.start()] if comma else first
    if not find_entities(name.text, "PERSON"):
        return None, None
    if comma:
        return name, first[comma.end() :]
    return name, signature[1] if len(signature) > 1 else None
