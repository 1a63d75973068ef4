"""Contact blocks split into organisation, department, person, address and electronic addresses."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from profile_extract.drafts import Candidate, ContactDraft, Value
from profile_extract.fields.address_blocks import (
    LEAST_SPACE_LINES,
    closing_address,
    holds_address,
    is_all_electronic,
    is_only_address,
    names_organisation,
    opening_address,
)
from profile_extract.fields.author_lines import find_author_lines
from profile_extract.fields.authors import AUTHOR_RULE, count_of_author, is_made_of, with_author
from profile_extract.fields.contact_drafts import FIELDS_OF_LABELS, contacts_of, split_contacts
from profile_extract.fields.contact_lines import block_lines
from profile_extract.fields.context import ProfileContext
from profile_extract.fields.customs import Customs
from profile_extract.fields.entities import entity_labels
from profile_extract.fields.items import Item
from profile_extract.fields.looks import look
from profile_extract.fields.names import may_be_person
from profile_extract.fields.norms import names_office
from profile_extract.fields.parts import ELECTRONIC, Part, is_noted, names_authors, sign_of
from profile_extract.fields.persons import reads_as_person
from profile_extract.layout.codes import person_of
from profile_extract.lexicon import contact_line_field, is_closed, names_place
from profile_extract.model import Style
from profile_extract.segment.shapes import is_prose, reads_as_prose
from profile_extract.structure import Block, is_smaller

LONG_PROSE_CHARS = 250
"""Prose from this length on, in characters, is no part of a contact block."""
ELECTRONIC_SCORE = 0.92
"""What electronic addresses on lines of their own are worth: more than what stands around them, names under a title."""
LABEL_SCORE, WITH_PERSON_SCORE = 0.95, 0.96
"""What an address under its label is worth, and one with the person to ask for under another: more than without."""
OPENING_SCORE = 0.91
"""What an address under the title is worth where most profiles have one: more than what names under titles are."""
SMALL_SCORE = 0.81
"""What an address in small print is worth: more than small print is as a note."""
MOST_PERSONS = 2
"""Lines under the label of a person to ask for: a name and a role."""
LISTED_LINES = 3
"""Lines of each entry of a list of addresses, at most: a name, what somebody is, an address."""
MOST_BLOCKS = 12
"""Blocks of a contact part without any electronic address: names and a street take no more."""
FEWEST_PROSE_LINES, LEAST_SPACE_OVER_PROSE = 3, 0.2
"""Lines of a paragraph that little space parts from an electronic address, and how much."""


def propose(context: ProfileContext) -> Iterator[Candidate]:
    """The block under a label that announces an address, and one that closes a part without a label."""
    confidence = round(context.confidence * 0.95, 3)
    for number, part in enumerate(context.parts):
        if part.label is None:
            yield from _unlabelled(context, part)
        elif part.field == "contact":
            texts = texts_among(part, context.norms.body)
            items = tuple(item for item in part.items if item not in texts)
            if items and (holds_address(items) or len(items) <= MOST_BLOCKS or _lists_addresses(items)):
                over = _organisation_over(context, number) or _address_over(context, number)
                parts = [context.parts[number - 1], part] if over else [part]
                whole = [_with_own_label(item, parts) for item in (*over, *items)]
                drafts = split_contacts(whole, context.layout, confidence, _customs(context), _said(part, context))
                drafts = (*_with_office(drafts[:1], part, confidence), *drafts[1:])
                if not over and len(drafts) == 1 and drafts[0].person is None:
                    over = _noted_author(context, number, items)
                    drafts = tuple(_with_noted(drafts[0], item, confidence) for item in over) or drafts
                blocks = (*(item.block.index for item in over), *part._replace(items=items).block_indices)
                yield Candidate("contact", blocks, "contact.label", WITH_PERSON_SCORE if over else LABEL_SCORE, drafts)


def _lists_addresses(items: Sequence[Item]) -> bool:
    """Whether at least a third of the lines are electronic addresses and nothing else: many names, each with its own."""
    lines = [line.text for item in items for line in item.block.lines]
    return LISTED_LINES * sum(map(is_all_electronic, lines)) >= len(lines)


def _with_own_label(item: Item, parts: Sequence[Part]) -> Item:
    """An item with the label that runs into it, if that is of a line of an address only (``Fax: …``)."""
    own = [part.label_block for part in parts if part.label and contact_line_field(part.label.key) in ELECTRONIC]
    return item._replace(text=item.block.text) if item.block in own else item


def _said(part: Part, context: ProfileContext) -> tuple[int, str] | None:
    """What the label of a part says of what is right behind it, and the offset at which that begins; None if nothing."""
    key = part.label.key if part.label else ""
    first = next((item for item in part.items if item.block == part.label_block), part.items[0])
    is_of_person = key in context.norms.customs.of_persons and may_be_person(first.text.text)
    field = contact_line_field(key) or ("person" if is_of_person or names_office(part) else None)
    field = field or ("locality" if names_place(key) and not holds_address(part.items) else None)
    return (first.text.start, field) if field in FIELDS_OF_LABELS or field == "phone" else None


def _with_office(drafts: Sequence[ContactDraft], part: Part, confidence: float) -> Iterator[ContactDraft]:
    """A contact with the office that its label says (``Director: Ada Berg``)."""
    for draft in drafts:
        if draft.person is None or draft.role is not None or not names_office(part) or not (part.label and part.label_block):
            yield draft
            continue
        office = part.label_block.text[part.label.start : part.label.end]
        yield replace(draft, role=Value.verbatim(office, "contact.office", confidence))


def texts_among(part: Part, body: Style | None) -> list[Item]:
    """The running text under the label of an address: long prose, and behind the address what is shorter, too.

    It is set otherwise; or white space parts it from an address of one line, which has the label. What is set as the text
    right behind it is of it, however short.
    """
    texts: list[Item] = []
    is_of_line = part.label is not None and (contact_line_field(part.label.key) in ELECTRONIC or _is_note_of_author(part))
    for number, item in enumerate(part.items):
        if texts and _is_set_as_text(item, texts, part):
            texts.append(item)
            continue
        is_sentence = is_of_line and reads_as_prose(item.block) and is_closed(item.text.text)
        is_text = is_sentence or is_prose(item.block, body)
        if is_text and not texts:
            is_parted = is_sentence and _least_space(item.block) <= item.block.gap_lines < math.inf
            is_apart = is_parted or look(item.block.style) != look(part.items[0].block.style)
            is_text = is_apart and holds_address(part.items[:number])
        if is_text or is_long_prose(item, body):
            texts.append(item)
    return texts


def _least_space(block: Block) -> float:
    """Space that parts a text from an electronic address over it, in lines beyond the usual distance; a dump shows none."""
    if block.style is None:
        return 0.0 if len(block.lines) > 1 else LEAST_SPACE_LINES
    return LEAST_SPACE_LINES if len(block.lines) < FEWEST_PROSE_LINES else LEAST_SPACE_OVER_PROSE


def _is_note_of_author(part: Part) -> bool:
    """Whether the label of a part stands behind the mark of a note and runs into an electronic address (``* E-mail: …``)."""
    is_marked = part.label is not None and part.label_block is not None and (part.label.start or part.label_block.bullet)
    return bool(is_marked) and any(item.block == part.label_block and is_all_electronic(item.text.text) for item in part.items)


def _is_set_as_text(item: Item, texts: Sequence[Item], part: Part) -> bool:
    """Whether a block right behind a text in an address is set as that and unlike what is above it, and says no address."""
    own, above = look(item.block.style), part.items[max(0, part.items.index(texts[0]) - 1)]
    is_behind = item.block.index == texts[-1].block.index + 1
    return is_behind and own == look(texts[0].block.style) != look(above.block.style) and not holds_address([item])


def _organisation_over(context: ProfileContext, number: int) -> tuple[Item, ...]:
    """The line that names an organisation over an address whose first label is that of one of its lines (``Director: …``)."""
    part = context.parts[number]
    above = context.parts[number - 1] if number else None
    if above is None or above.label is not None or not above.items or part.label is None or part.label.field == "contact":
        return ()
    last = above.items[-1]
    runs_in = part.label_block is not None and part.items[0].block.index == part.label_block.index
    is_of_authors = any(map(names_authors, above.items))
    return (last,) if runs_in and not is_of_authors and names_organisation(last, context.norms.body) else ()


def _address_over(context: ProfileContext, number: int) -> tuple[Item, ...]:
    """The address right above a label with a name and no address, under no label or its own lines': whom to ask for there."""
    part, above = context.parts[number], context.parts[number - 1] if number else None
    if above is None or len(part.items) > MOST_PERSONS or holds_address(part.items):
        return ()
    if above.label is not None:
        is_address = above.field == "contact" and contact_line_field(above.label.key) in ELECTRONIC
        return above.items if is_address and above.label_block in [item.block for item in above.items] else ()
    start, end, _, _ = _own_address(context, above)
    return above.items[start:end] if end == len(above.items) else ()


def _noted_author(context: ProfileContext, number: int, items: Sequence[Item]) -> tuple[Item, ...]:
    """The name over an address that a mark before its label says to be a note (``† E-mail: …``), without its own mark.

    It is that with the mark, else the one that the e-mail address is made of; none where there are several.
    """
    part, above = context.parts[number], context.parts[number - 1] if number else None
    is_note = part.label is not None and part.label_block is not None and is_noted(part.label, part.label_block)
    if not (is_note and part.label and part.label_block) or above is None or above.label is not None:
        return ()
    lone = (item for item in above.items if len(item.block.lines) == 1)  # of several lines each may be a name
    names = [item._replace(text=item.text[: len(name)]) for item in lone if (name := person_of(item.text.text))]
    sign = sign_of(part.label, part.label_block)
    marked = [name for name in names if name.block.text.text[len(name.text) :].strip() == sign]
    made = (name for name in names if any(is_made_of(item.text.text, name.text.text) for item in items))
    own = marked or [name for name in made if reads_as_person(name.text.text)]
    return tuple(own) if len(own) == 1 else ()


def _with_noted(contact: ContactDraft, name: Item, confidence: float) -> ContactDraft:
    """The contact with the person whom it is a note of."""
    line = Value.verbatim(name.block.text, "contact.line", confidence)
    return replace(contact, person=Value.verbatim(name.text, "contact.noted-author", confidence), lines=(line, *contact.lines))


def _own_address(context: ProfileContext, part: Part) -> tuple[int, int, str, float]:
    """The items of a part under no label, half-open, that are an address, with the rule and its worth; empty if none.

    They are the short blocks at its end that hold an electronic address, or stand under the title where most profiles have
    one there; all of a profile that is nothing else.
    """
    is_first = part is context.parts[0]
    if is_first and (author := count_of_author(part.items, context.norms.body)):
        return 0, author, AUTHOR_RULE, OPENING_SCORE
    start, end = closing_address(part.items, context.norms.body)
    if is_first and start == 1 and look(part.items[0].block.style) == context.norms.organisation_look is not None:
        start = 0
    if start < end and (start > 0 or not is_first or is_only_address(part.items, context.segment, context.norms.body)):
        return start, end, "contact.no-label", SMALL_SCORE if is_smaller(part.items[start].block, context.norms.body) else 0.7
    has_one = is_first and context.norms.has_opening_addresses
    opening = opening_address(part.items, context.norms.body, must_be_whole=False) if has_one else (0, 0)
    if start <= opening[0] < opening[1] <= end:
        opening = start, end  # all of the part is lines of an address: names over it and behind it are its own
    return *opening, "contact.under-title", OPENING_SCORE


def _unlabelled(context: ProfileContext, part: Part) -> Iterator[Candidate]:
    """The address in a part under no label; elsewhere in it, blocks that are electronic addresses and nothing else."""
    if part is context.parts[0] and (authors := find_author_lines(part.items, context.norms.body)):
        yield _of_author(context, authors.address, part.items[authors.start : authors.end])
        yield from _electronic(context, part.items[authors.end :])
        return
    start, end, rule, score = _own_address(context, part)
    if start < end:
        yield _candidate(context, part.items[start:end], rule, score)
    yield from _electronic(context, part.items[:start] if rule == "contact.no-label" else part.items[end:])


def _electronic(context: ProfileContext, rest: Sequence[Item]) -> Iterator[Candidate]:
    """The blocks that are electronic addresses and nothing else."""
    for is_address, items in groupby(rest, key=lambda item: is_all_electronic(item.text.text)):
        if is_address:
            yield _candidate(context, tuple(items), "contact.electronic", ELECTRONIC_SCORE)


def _customs(context: ProfileContext) -> Customs:
    """What is known of an address from the others of the report, and from the title over it."""
    return context.norms.customs._replace(title=entity_labels(context.segment.title.text.text))


def _candidate(context: ProfileContext, items: Sequence[Item], rule: str, score: float) -> Candidate:
    if rule == AUTHOR_RULE:
        return _of_author(context, items, items)
    confidence = round(context.confidence * score, 3)
    drafts = split_contacts(items, context.layout, confidence, _customs(context))
    return Candidate("contact", tuple(item.block.index for item in items), rule, score, drafts)


def _of_author(context: ProfileContext, address: Sequence[Item], items: Sequence[Item]) -> Candidate:
    """The address of an author: a name, what he or she belongs to, and an e-mail address, parts of items that may say more."""
    confidence = round(context.confidence * OPENING_SCORE, 3)
    found = contacts_of([(item.text, False) for item in address], context.layout, confidence)
    lines = tuple(Value.verbatim(line, "contact.line", confidence) for line, _ in block_lines(items, context.layout))
    drafts = tuple(replace(with_author(contact, address, confidence), lines=lines) for contact in found[:1])
    return Candidate("contact", tuple(item.block.index for item in items), AUTHOR_RULE, OPENING_SCORE, drafts)


def is_long_prose(item: Item, body: Style | None) -> bool:
    """Whether an item is running text, too long for a line of an address."""
    return is_prose(item.block, body) and len(item.text.text) >= LONG_PROSE_CHARS
