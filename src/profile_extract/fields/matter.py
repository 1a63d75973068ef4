"""Front and back matter: the report's title, its sections with their signatures, and its quotes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from profile_extract.drafts import QuoteDraft, ReportDraft, SectionDraft, Value
from profile_extract.fields.entities import find_entities
from profile_extract.fields.items import Item
from profile_extract.fields.quotes import find_quote
from profile_extract.lexicon import is_closed, label_key
from profile_extract.passage import Passage
from profile_extract.segment.shapes import is_prose, is_title_like, stands_out
from profile_extract.structure import Block, Layout, Segmentation

CONFIDENCE = 0.9
MOST_HEADING_CHARS, MOST_HEADING_WORDS = 90, 12
SIGNATURE_SHARE = 0.6
"""Lines of a signature end before this share of the longest line of the text above them."""
FEWEST_SIGNATURE_LINES = 2
TITLE_PAGES = 3
"""The title stands on one of the first pages."""
FEWEST_HEADER_CHARS = 12
"""A running header shorter than this, in characters, is no title of a report."""


@dataclass(slots=True)
class _Section:
    label: Value | None
    blocks: list[Block] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)


def read_matter(segmentation: Segmentation) -> ReportDraft:
    """The report's own text, in order."""
    layout = segmentation.layout
    title = _title_block(segmentation)
    sections: list[SectionDraft] = []
    quotes: list[QuoteDraft] = []
    for matter in segmentation.matter:
        blocks = [block for block in matter.blocks if block is not title]
        for section in _sections(blocks, layout, quotes):
            paragraphs = tuple(v for block in section.blocks for v in _paragraphs(block, section.blocks, layout))
            sections.append(SectionDraft(section.label, paragraphs, tuple(sorted(set(section.pages)))))
    value = Value.verbatim(title.text, "report.title", CONFIDENCE) if title else None
    return ReportDraft(value, tuple(sections), tuple(quotes))


def _title_block(segmentation: Segmentation) -> Block | None:
    """The block in the front matter that says the report's title, by its metadata, running header or size of type."""
    layout = segmentation.layout
    front = segmentation.matter[0].blocks if segmentation.matter and segmentation.matter[0].kind == "front" else ()
    early = [block for block in front if block.page <= TITLE_PAGES and is_title_like(block, layout.body_style)]
    named = label_key(layout.report.title or "")
    headers = {label_key(i.line.text) for i in layout.furniture if i.rule == "furniture.header"}
    for block in early:
        key = label_key(block.text.text)
        if key and (key == named or any(len(h) >= FEWEST_HEADER_CHARS and key.startswith(h) for h in headers)):
            return block
    if layout.body_style is None:
        return None
    first_page = [block for block in early if early and block.page == early[0].page and stands_out(block, layout.body_style)]
    return max(first_page, key=lambda b: (b.style.size_pt if b.style else 0.0, -b.index), default=None)


def _sections(blocks: Sequence[Block], layout: Layout, quotes: list[QuoteDraft]) -> Iterator[_Section]:
    """Runs of blocks under a heading; in text input a page begins a new one, for nothing else tells."""
    section: _Section | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        quoted = find_quote([Item(b, b.text) for b in blocks[at : at + 3]], CONFIDENCE)
        if quoted and quoted.draft.speaker:
            quotes.append(quoted.draft)
            at += quoted.length
            continue
        if _is_heading(block, layout) and not _signs(blocks[at : at + 2]):
            if section:
                yield section
            section = _Section(Value.verbatim(block.text, "report.heading", CONFIDENCE), pages=[block.page])
        else:
            if section and block.gap_lines == math.inf and not layout.report.is_pdf:
                yield section
                section = None
            section = section or _Section(None)
            section.blocks.append(block)
            section.pages += range(block.page, block.last_page + 1)
        at += 1
    if section:
        yield section


def _is_heading(block: Block, layout: Layout) -> bool:
    text = block.text.text
    if len(text) > MOST_HEADING_CHARS or len(text.split()) > MOST_HEADING_WORDS or block.bullet is not None:
        return False
    if not is_title_like(block, layout.body_style):
        return False
    if layout.body_style is not None:
        return stands_out(block, layout.body_style) and not is_prose(block, layout.body_style)
    return not is_closed(text)


def _signs(blocks: Sequence[Block]) -> bool:
    """Whether a block is the name of a person whose role stands under it."""
    if len(blocks) < 2:
        return False
    name, role = (block.text.text for block in blocks)
    return bool(find_entities(name, "PERSON") and find_entities(role, "ROLE"))


def _paragraphs(block: Block, section: Sequence[Block], layout: Layout) -> Iterator[Value]:
    """One paragraph; or line by line where the block is the signature that ends a section."""
    if block is section[-1] and _is_signature(block, section, layout):
        for line in _signature_lines(block, layout):
            yield Value.verbatim(line, "report.signature", CONFIDENCE)
    else:
        yield Value.verbatim(block.text, "report.text", CONFIDENCE)


def _is_signature(block: Block, section: Sequence[Block], layout: Layout) -> bool:
    longest = max(line.bbox.width for other in section for line in other.lines)
    first = layout.report.text_of(block.lines[0])
    return (
        len(block.lines) >= FEWEST_SIGNATURE_LINES
        and all(line.bbox.width < SIGNATURE_SHARE * longest for line in block.lines)
        and bool(find_entities(first, "PERSON"))
    )


def _signature_lines(block: Block, layout: Layout) -> list[Passage]:
    """The lines of a signature; one that begins small goes on from the line above."""
    lines: list[Passage] = []
    for line in block.lines:
        passage = layout.report.passage(line)
        if lines and passage.text[:1].islower():
            seam = lines[-1].edited(len(lines[-1]), len(lines[-1]), " ", "join-lines")
            lines[-1] = Passage.joined([seam, passage])
        else:
            lines.append(passage)
    return lines
