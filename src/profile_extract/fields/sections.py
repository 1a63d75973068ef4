"""Sections: labelled parts that have no field of their own. Headings that only group other labels are kept as notes."""

from __future__ import annotations

from collections.abc import Iterator

from profile_extract.drafts import Candidate, SectionDraft, Value
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.parts import Part

SURE, FALLBACK = 0.9, 0.3
"""Score of a section where its label has no other field, and where it has one that the text under it may not bear out."""


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """One candidate for each labelled part."""
    for part in context.parts:
        if part.field == "group" and not part.items and part.label_text is not None:
            value = Value.verbatim(part.label_text, "note.heading", round(context.confidence * SURE, 3))
            yield Candidate("note", part.block_indices, "note.heading", SURE, value)
        elif part.label is not None:
            score = SURE if part.field in {"section", "group"} else FALLBACK
            yield Candidate("section", part.block_indices, "label.comes-back", score, _draft(context, part))


def _draft(context: ProfileContext, part: Part) -> SectionDraft:
    confidence = round(context.confidence * 0.95, 3)
    return SectionDraft(
        _label(context, part, confidence),
        tuple(Value.verbatim(item.text, "section.text", confidence) for item in part.items),
    )


def _label(context: ProfileContext, part: Part, confidence: float) -> Value | None:
    """The label as printed, or the name that a layout file gives it."""
    text = part.label_text
    if text is None or part.label is None:
        return None
    name = context.norms.names.get(part.label.key)
    return Value.derived(name, text, "layout-name", confidence) if name else Value.verbatim(text, "section.label", confidence)
