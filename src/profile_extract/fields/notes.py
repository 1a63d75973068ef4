"""Notes: captions, photo credits, footnotes and bylines, kept out of the running text."""

from __future__ import annotations

from collections.abc import Iterator

from profile_extract.drafts import Candidate, Value
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.parts import is_aside, is_small, look, unlabelled
from profile_extract.structure import Block


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """Blocks under no label that are captions or credits by their words, footnotes by their type, or names under a title."""
    for item in unlabelled(list(context.parts)):
        found = _rule(context, item.block)
        if found:
            rule, score = found
            value = Value.verbatim(item.text, rule, round(context.confidence * score, 3))
            yield Candidate("note", (item.block.index,), rule, score, value)


def _rule(context: ProfileContext, block: Block) -> tuple[str, float] | None:
    body = context.norms.body
    if is_aside(block, body):
        return "note.caption", 0.9
    is_second = block.index == context.segment.blocks[0].index + 1
    if is_second and context.norms.byline_look is not None and look(block.style) == context.norms.byline_look:
        return "note.byline", 0.9
    if is_small(block, body):
        return "note.small-type", 0.8
    return None
