"""The narrative: running text under no label."""

from __future__ import annotations

from collections.abc import Iterator

from profile_extract.drafts import Candidate, Value
from profile_extract.fields.contacts import texts_among
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.parts import unlabelled
from profile_extract.segment.shapes import is_prose


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """Each block under no label, prose with more weight than a short line; running text behind a contact label."""
    for item in unlabelled(list(context.parts)):
        rule, score = ("narrative.prose", 0.6) if is_prose(item.block, context.norms.body) else ("narrative.line", 0.4)
        value = Value.verbatim(item.text, rule, round(context.confidence * (0.5 + score / 2), 3))
        yield Candidate("narrative", (item.block.index,), rule, score, value)
    contacts = (part for part in context.parts if part.field == "contact")
    for item in (item for part in contacts for item in texts_among(part, context.norms.body)):
        value = Value.verbatim(item.text, "narrative.behind-contact", round(context.confidence * 0.5, 3))
        yield Candidate("narrative", (item.block.index,), "narrative.behind-contact", 0.3, value)
