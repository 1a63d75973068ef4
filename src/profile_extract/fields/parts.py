"""A profile cut at its labels: what stands under none, and what under each."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.answers import once_beside
from profile_extract.fields.addresses import find_phones, find_urls, has_email
from profile_extract.fields.figures import find_figures
from profile_extract.fields.footnotes import find_footnotes
from profile_extract.fields.items import Item
from profile_extract.fields.looks import Look, look
from profile_extract.fields.other_columns import is_in_other_column, opens_other_column
from profile_extract.fields.places import read_place_line
from profile_extract.fields.pulled import find_pulled
from profile_extract.layout.address_lines import is_address_line
from profile_extract.layout.codes import NOTE_SIGNS, PERSON_NAME, counter_of
from profile_extract.lexicon import contact_line_field, ends_in_credit, is_closed, is_credit, names_country, names_place
from profile_extract.model import Style
from profile_extract.passage import Passage
from profile_extract.segment.candidates import LEAST_SPACE_LINES
from profile_extract.segment.shapes import address_lines, is_prose, reads_as_prose
from profile_extract.structure import Block, Label, Segment, is_smaller


class Part(NamedTuple):
    """What stands under one label (None: under none), in reading order. ``field`` says what kind of part it is."""

    label: Label | None
    label_block: Block | None
    items: tuple[Item, ...]
    field: str

    @property
    def label_text(self) -> Passage | None:
        """The label as printed, without its colon."""
        if self.label is None or self.label_block is None:
            return None
        return self.label_block.text[self.label.start : self.label.end].stripped()

    @property
    def block_indices(self) -> tuple[int, ...]:
        """Indices of its blocks, that of the label included."""
        own = (self.label_block.index,) if self.label_block else ()
        return tuple(dict.fromkeys([*own, *(item.block.index for item in self.items)]))


ELECTRONIC = frozenset({"email", "phone", "website", "fax"})
"""Parts of a contact block by which it can be told from other short lines."""
MOST_ADDRESS_BLOCKS = 6
"""Blocks of an address above its electronic part: a person, a role, an organisation, a department, a street, a town."""
LEAST_BOX_INDENT_PT = 4.0
"""Distance between the edge of a box and its text at least, in points; designers leave 5 to 15."""
MOST_CAPTION_CHARS = 200
"""Longest text in small type, in characters, that is known as a caption by the credit at its end."""
MOST_PERSONS = 2
"""Names in one line of an address: more are those of authors."""
MOST_FACT_LINES = 2
"""Lines of a value behind its label that a text set otherwise may stand under without being of it."""
BARS = (" |", " ·", " •")
"""What parts the facts of a line."""
FEWEST_PHRASE_WORDS = 6
"""Words of a phrase; headings and names have fewer."""
_SIGN_BEHIND_NAME = re.compile(rf"[^\W\d_][{NOTE_SIGNS}](?:[,;]|$)")
_NAME = re.compile(PERSON_NAME)
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]\.\s?){2,}$|\b(?:Ltd|Inc|Corp|Co|Srl)\.$")
"""The legal form that ends a name (``e.V.``, ``B.V.``, ``Ltd.``), whose full stop closes no sentence."""
_ABBREVIATED_CHARS = 9
"""Length of the longest such form (two letters), with a character before it."""


def index_at(text: Passage, offset: int) -> int:
    """Where in a text what stands at an offset of the report's text, or next behind it, begins."""
    return next(index for index in range(len(text) + 1) if text[index:].start >= offset)


@once_beside
def is_aside(block: Block, body: Style | None) -> bool:
    """Whether a block is the caption or credit of a picture, which no text goes on in."""
    text = block.text.text
    if block.is_of_picture and (is_credit(text) or not is_prose(block, body)):
        return True
    return is_smaller(block, body) and len(text) <= MOST_CAPTION_CHARS and ends_in_credit(text)


def split_parts(
    segment: Segment,
    labels: Mapping[int, Label],
    body: Style | None,
    fields: Mapping[str, str] | None = None,
    running: Look | None = None,
) -> list[Part]:
    """The parts of a profile, its title left out; captions, credits and footnotes stand under no label, behind their part.

    ``fields`` say what the text under each label is. Text in the ``running`` look of the narrative that follows a part set
    otherwise (a box) is narrative again, and so is what stands under a label that a layout file says only groups others.
    """
    fields = fields or {}
    notes = _find_notes(segment, body)
    parts = list(_facts_over_title(segment, labels, fields))
    label: Label | None = None
    label_block: Block | None = None
    items: list[Item] = []
    asides: list[Item] = []
    figures = find_figures(segment.under_title, labels)
    over = {value.index for value in figures.values()}
    over_words = frozenset(_over_words(segment.under_title, labels))
    box_start = min(block.index for block in segment.blocks)  # of what a dump prints over the title; it is read last
    for block in (block for block in segment.under_title if block.index not in over):
        found = labels.get(block.index)
        is_apart = found is not None and (block.index in figures or found.field == "column")
        if is_apart and label is None:
            parts.append(_part(None, None, items, fields))
            items = []
        if found is not None and block.index in figures:
            value = figures[block.index]
            parts.append(Part(found, block, (Item(value, value.text),), "section"))
            continue
        if found is not None and found.field == "column":
            parts.append(Part(found, block, (), "group"))
            continue
        is_other = is_aside(block, body) or (block.index in notes and bool(items))
        is_other = is_other or opens_other_column(label_block, items, block, body)
        if found is None and label is not None and (is_other or is_in_other_column(items, asides, block, body)):
            asides.append(Item(block, block.text))
            continue
        may_be_line = block.index not in over_words
        if found and may_be_line and _is_address_line(found, block, label, label_block, items, fields):
            found = None
        leaves_box = _leaves_box(label, items, block, running, body) or _leaves_indent(label_block, items, block, body)
        leaves_box = leaves_box or _leaves_value(label, items, block, body) or block.index == box_start
        if found is not None or leaves_box:
            address = _address_above(items[label is not None :], found if may_be_line else None, block, body)
            kept = items[: len(items) - len(address)]
            parts += [_part(label, label_block, kept, fields), Part(None, None, tuple(asides), "")]
            label, label_block, items, asides = found, (block if found else None), address, []
        rest = _without_bar(block.text[found.value_start :].stripped()) if found else block.text
        if found and found.field == "group":
            parts.append(_part(label, label_block, [], fields))
            label = label_block = None
        if rest.text:
            items.append(Item(block, rest))
    parts += [_part(label, label_block, items, fields), Part(None, None, tuple(asides), "")]
    return [part for part in parts if part.label or part.items]


@once_beside
def _find_notes(segment: Segment, body: Style | None) -> frozenset[int]:
    """Indices of the footnotes of a profile and of the quotes pulled out of its text."""
    return find_footnotes(segment.blocks, body).union(find_pulled(segment.under_title, body))


def _facts_over_title(segment: Segment, labels: Mapping[int, Label], fields: Mapping[str, str]) -> Iterator[Part]:
    """Labels over the title that run into their values (``Abstract ID: 12``), and count no groups (``Category 2: Air``)."""
    for block in segment.over_title:
        found = labels.get(block.index)
        if found is not None and counter_of(block.text[found.start : found.end].text) is not None:
            continue
        value = block.text[found.value_start :].stripped() if found else None
        if value is not None and value.text:
            yield _part(found, block, [Item(block, value)], fields)


def _without_bar(value: Passage) -> Passage:
    """The value of a fact without the mark that parts it from the next one in its line."""
    return value[:-1].stripped() if value.text.endswith(BARS) else value


def _part(label: Label | None, block: Block | None, items: list[Item], fields: Mapping[str, str]) -> Part:
    field = fields.get(label.key, label.field) if label else ""
    return Part(label, block, tuple(items), field)


def _is_address_line(
    found: Label,
    block: Block,
    label: Label | None,
    label_block: Block | None,
    items: Sequence[Item],
    fields: Mapping[str, str],
) -> bool:
    """Whether a label such as ``E-mail:`` only names a line of the contact block it stands in, or right under its label.

    Such lines stand under each other (``Name: …``, ``Role: …``).
    """
    if label is None or (contact_line_field(found.key) is None and not _names_address(found, block)):
        return False
    is_next = not items or contact_line_field(items[-1].block.lines[-1].text.partition(":")[0]) is not None
    return is_next or _names_address(label, label_block) or fields.get(label.key, label.field) == "contact"


def _over_words(blocks: Sequence[Block], labels: Mapping[int, Label]) -> Iterator[int]:
    """Indices of the labels for web addresses (``Links``) alone over words that lead to pages, set as the label above is."""
    above: Block | None = None
    for block, below in pairwise(blocks):
        label = labels.get(block.index)
        if label is None:
            continue
        is_alone = label.value_start >= len(block.text.text) and contact_line_field(label.key) == "website"
        is_set_so = is_alone and above is not None and block.style is not None and look(above.style) == look(block.style)
        if is_set_so and not _has_address(below):
            yield block.index
        above = block


def _has_address(block: Block) -> bool:
    return any(is_address_line(line.text) or any(find_urls(line.text)) for line in block.lines)


def _names_address(label: Label | None, block: Block | None) -> bool:
    """Whether a label is one of a telephone number or an e-mail address: by its word, or by what alone stands behind it."""
    if label is None or block is None:
        return False
    line = block.lines[0].text
    is_number = is_address_line(line) and (has_email(line) or bool(find_phones(line)))
    return is_number or contact_line_field(label.key) in ELECTRONIC


def _address_above(items: Sequence[Item], label: Label | None, label_block: Block, body: Style | None) -> list[Item]:
    """The lines of an address over one that a label names (``Phone: …``): they begin the contact block, not that label.

    None where authors are named: what stands under them is what they belong to, each another, and the address is a note
    where a mark stands before its label. Nor where a phrase in another type stands right over the label: it sums the profile
    up.
    """
    if not items or not _names_address(label, label_block) or (label is not None and is_noted(label, label_block)):
        return []
    if look(items[-1].block.style) != look(label_block.style) and reads_as_phrase(items[-1].text.text):
        return []
    start = len(items)
    while start > 0 and len(items) - start < MOST_ADDRESS_BLOCKS and may_be_of_address(items[start - 1], body):
        start -= 1
    return list(items[start:]) if not any(map(names_authors, items)) else []


def is_noted(label: Label, block: Block) -> bool:
    """Whether the mark of a note stands before a label (``† E-mail: …``)."""
    sign = sign_of(label, block)
    return sign != "" and all(mark in NOTE_SIGNS for mark in sign)


def sign_of(label: Label, block: Block) -> str:
    """What stands before a label in its block."""
    return block.bullet.text if block.bullet is not None else block.text.text[: label.start].strip()


def reads_as_phrase(text: str) -> bool:
    """Whether a text has as many words in small letters as sentences do, and names do not."""
    words = text.split()
    return len(words) >= FEWEST_PHRASE_WORDS and 2 * sum(word[0].islower() for word in words) > len(words)


def names_authors(item: Item) -> bool:
    """Whether an item is a list of persons, as authors are: three names or more, or marks of notes behind names or between."""
    names = [name.strip() for name in item.text.text.split(",")]
    is_list = len(names) > MOST_PERSONS and all(map(_NAME.fullmatch, names))
    is_parted = any(line.text.startswith(", ") for line in item.block.lines)
    return is_list or is_parted or _SIGN_BEHIND_NAME.search(item.text.text) is not None


def may_be_of_address(item: Item, body: Style | None) -> bool:
    """Whether an item may be a line of an address: no prose, no sentence, no item of a list but a mark and an address."""
    text = item.text.text
    is_abbreviated = _ABBREVIATED.search(text, len(text) - _ABBREVIATED_CHARS) is not None
    is_open = is_abbreviated or _announces_address(item.block.lines[-1].text) or address_lines(item.block) > 0
    is_item = item.block.bullet is not None and not is_address_line(text)
    return not is_item and not is_prose(item.block, body) and (is_open or not is_closed(text))


def _announces_address(line: str) -> bool:
    """Whether a line is only the label of what stands in the next (``E-mail:``)."""
    return line.endswith(":") and contact_line_field(line[:-1]) is not None


def _leaves_box(label: Label | None, items: Sequence[Item], block: Block, running: Look | None, body: Style | None) -> bool:
    """Whether a block behind a text with a run-in label in a look of its own goes on with the narrative, or is small print."""
    if label is None or running is None or not items or items[0].block.index != label.block:
        return False
    own, is_heading = look(items[0].block.style), _is_one_row(items[0].block) and not is_closed(items[0].text.text)
    if is_heading or own == running or look(block.style) == own:
        return False
    return look(block.style) == running or is_smaller(block, body)


def _leaves_value(label: Label | None, items: Sequence[Item], block: Block, body: Style | None) -> bool:
    """Whether a text is none of the short value under a label: behind a place, or with space over it and set otherwise."""
    if label is None or len(items) != 1:
        return False
    if _is_place_alone(label, items[0]) and is_closed(block.text.text):
        return True
    if block.gap_lines < LEAST_SPACE_LINES:
        return False
    value = items[0].block
    if contact_line_field(label.key) in ELECTRONIC and is_address_line(items[0].text.text) and is_prose(block, body):
        return True
    if body is None:
        return False
    if len(value.lines) > MOST_FACT_LINES or not (reads_as_prose(block) or is_closed(block.text.text)):
        return False
    return _leaves_fact(label, value, block, body) or _is_print_behind_line(label, value, block)


def _is_place_alone(label: Label, item: Item) -> bool:
    """Whether a label of places runs into nothing but a known place (``City: Derby, United Kingdom``)."""
    runs_in = item.block.index == label.block and names_place(label.key)
    return runs_in and read_place_line(item.text, "city.stated", 1.0) is not None


def _leaves_fact(label: Label, value: Block, block: Block, body: Style) -> bool:
    """Whether a text set unlike most stands behind a label and the value it runs into, which is set as most is."""
    is_other = look(value.style) == look(body) != look(block.style)
    return value.index == label.block and is_other and block.gap_lines < math.inf


def _is_print_behind_line(label: Label, value: Block, block: Block) -> bool:
    """Whether small print stands behind a line of an address under its label."""
    is_of_address = any(test(label.key) for test in (contact_line_field, names_place, names_country))
    return is_of_address and is_smaller(block, value.style) and value.index == label.block + 1


def _is_one_row(block: Block) -> bool:
    """Whether a block is one printed line: a badge and a heading beside it are two in the file."""
    return block.lines[-1].bbox.top < block.lines[0].bbox.bottom


def _leaves_indent(label_block: Block | None, items: Sequence[Item], block: Block, body: Style | None) -> bool:
    """Whether prose goes on left of the indented label and text above it, as it does under a box."""
    if label_block is None or not items or not is_prose(block, body):
        return False
    last = items[-1].block
    if not is_prose(last, body) and not is_closed(items[-1].text.text) and not _is_well_below(last, block):
        return False
    edges = [min(line.bbox.x0 for line in other.lines) for other in (last, block)]
    if block.page != label_block.page and abs(edges[0] - edges[1]) < LEAST_BOX_INDENT_PT:
        return False  # the columns of the two pages begin elsewhere, and not the text
    inner = min(label_block.indent_pt, *(item.block.indent_pt for item in items))
    return label_block.style is not None and inner - block.indent_pt > LEAST_BOX_INDENT_PT


def _is_well_below(above: Block, block: Block) -> bool:
    """Whether white space of a line or more parts a block from one above it on its page."""
    last, first = above.lines[-1], block.lines[0]
    return last.page == first.page and block.gap_lines >= 1.0 and first.bbox.top > last.bbox.bottom


def unlabelled(parts: list[Part]) -> Iterator[Item]:
    """The items under no label, in reading order."""
    return (item for part in parts if part.label is None for item in part.items)
