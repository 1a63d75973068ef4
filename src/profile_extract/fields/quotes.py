"""Quotes: a block in quotation marks with who said it under it, and what stands under a label for quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from profile_extract.drafts import Candidate, QuoteDraft, Value
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.entities import find_entities
from profile_extract.fields.items import Item
from profile_extract.fields.parts import unlabelled
from profile_extract.fields.pulled import COMMA, DASH, QUOTED, is_pulled, may_sign
from profile_extract.gazetteer import find_places
from profile_extract.layout.codes import NAME_PART
from profile_extract.lexicon import ends_open
from profile_extract.passage import Passage

_WORD = re.compile(r"[^\W\d_]+")
_ONE_NAME = re.compile(rf"(?:[^\W\d_]{{2,6}} )?{NAME_PART}")
"""One word with a capital, with a title before it perhaps (``pani Zofia``)."""


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


def _labelled(items: Sequence[Item], confidence: float) -> Iterator[QuoteDraft]:
    """The quotes under a label for them: each block is one, in quotation marks or not, but for signatures."""
    at = 0
    while at < len(items):
        quoted = find_quote(items[at:], confidence)
        yield quoted.draft if quoted else QuoteDraft(Value.verbatim(items[at].text, "quote.label", confidence))
        at += quoted.length if quoted else 1


def find_quote(items: Sequence[Item], confidence: float) -> Quoted | None:
    """The quote that a run of blocks begins with, or None."""
    match = QUOTED.match(items[0].text.text)
    if not match:
        return None
    words = items[0].text[match.start("words") : match.end("words")]
    text = Value.verbatim(words, "quote.marks", confidence)
    signature = [item.text for item in items[1:3] if may_sign(item.text.text)]
    if not signature or not may_sign(items[1].text.text):
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


def _is_first_name(name: Passage, behind: str) -> bool:
    """Whether one word under a quote is how somebody is called: what it is of stands small behind a comma, and no place.

    The report writes it with a capital only, and what is behind it is no thing with its article.
    """
    is_word = _ONE_NAME.fullmatch(name.text) is not None and not find_places(name.text)
    is_role = behind[:1].islower() and not any(map(str.isdecimal, behind)) and not ends_open(behind.partition(" ")[0])
    return is_word and is_role and name.text.lower() not in _small_words(name.source)


@lru_cache(maxsize=1)
def _small_words(text: str) -> frozenset[str]:
    """The words that a report writes small."""
    return frozenset(filter(str.islower, _WORD.findall(text)))


def _speaker_and_role(signature: Sequence[Passage]) -> tuple[Passage | None, Passage | None]:
    """Name and role from one line (``Name, role``) or from two."""
    first = signature[0]
    dash = DASH.match(first.text)
    if dash:
        first = first[dash.end() :]
    comma = COMMA.search(first.text)
    name = first[: comma.start()] if comma else first
    if not find_entities(name.text, "PERSON") and not (comma and _is_first_name(name, first[comma.end() :].text)):
        return None, None
    if comma:
        return name, first[comma.end() :]
    return name, signature[1] if len(signature) > 1 else None
