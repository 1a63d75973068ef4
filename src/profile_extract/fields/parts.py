"""A profile cut at its labels: what stands under none, and what under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from profile_extract.lexicon import contact_line_field, is_caption, is_credit
from profile_extract.model import Style
from profile_extract.passage import Passage
from profile_extract.segment.shapes import SMALLER_PT, is_prose
from profile_extract.structure import Block, Label, Segment


class Item(NamedTuple):
    """A block of a part, and its text (without a label that runs into it)."""

    block: Block
    text: Passage


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


Look = tuple[str, int]
"""Font and rounded size: what tells the text of a box from that around it."""
_CLOSED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def look(style: Style | None) -> Look | None:
    """The look of a style; None for text input."""
    return (style.font, round(style.size_pt)) if style else None


def is_small(block: Block, body: Style | None) -> bool:
    """Whether a block is set visibly smaller than the body."""
    return block.style is not None and body is not None and block.style.size_pt < body.size_pt - SMALLER_PT


def is_aside(block: Block, body: Style | None) -> bool:
    """Whether a block is the caption or credit of a picture, which no text goes on in."""
    text = block.text.text
    return is_credit(text) or (is_caption(text) and not is_prose(block, body))


def split_parts(
    segment: Segment,
    labels: Mapping[int, Label],
    body: Style | None,
    fields: Mapping[str, str] | None = None,
    running: Look | None = None,
) -> list[Part]:
    """The parts of a profile, its title left out; captions and credits stand under no label, behind the part they are in.

    ``fields`` say what the text under each label is. Text in the ``running`` look of the narrative that follows a part set
    otherwise (a box) is narrative again, and so is what stands under a label that a layout file says only groups others.
    """
    fields = fields or {}
    parts: list[Part] = []
    label: Label | None = None
    label_block: Block | None = None
    items: list[Item] = []
    asides: list[Item] = []
    for block in segment.under_title:
        found = labels.get(block.index)
        if found is not None and found.field == "column":
            parts.append(Part(found, block, (), "group"))
            continue
        if found is None and label is not None and is_aside(block, body):
            asides.append(Item(block, block.text))
            continue
        if found is not None and _is_address_line(found, label, items, fields):
            found = None
        if found is not None or _leaves_box(label, items, block, running, body):
            parts += [_part(label, label_block, items, fields), Part(None, None, tuple(asides), "")]
            label, label_block, items, asides = found, (block if found else None), [], []
        rest = block.text[found.value_start :].stripped() if found else block.text
        if found and found.field == "group":
            parts.append(_part(label, label_block, [], fields))
            label = label_block = None
        if rest.text:
            items.append(Item(block, rest))
    parts += [_part(label, label_block, items, fields), Part(None, None, tuple(asides), "")]
    return [part for part in parts if part.label or part.items]


def _part(label: Label | None, block: Block | None, items: list[Item], fields: Mapping[str, str]) -> Part:
    field = fields.get(label.key, label.field) if label else ""
    return Part(label, block, tuple(items), field)


def _is_address_line(found: Label, label: Label | None, items: Sequence[Item], fields: Mapping[str, str]) -> bool:
    """Whether a label such as ``E-mail:`` only names a line of the contact block it stands in, or right under its label."""
    if label is None or contact_line_field(found.key) is None:
        return False
    return not items or fields.get(label.key, label.field) == "contact"


def _leaves_box(label: Label | None, items: Sequence[Item], block: Block, running: Look | None, body: Style | None) -> bool:
    """Whether a block behind a text with a run-in label in a look of its own goes on with the narrative, or is small print."""
    if label is None or running is None or not items or items[0].block.index != label.block:
        return False
    own, is_heading = look(items[0].block.style), len(items[0].block.lines) == 1 and not is_closed(items[0].text.text)
    if is_heading or own == running or look(block.style) == own:
        return False
    return look(block.style) == running or is_small(block, body)


def unlabelled(parts: list[Part]) -> Iterator[Item]:
    """The items under no label, in reading order."""
    return (item for part in parts if part.label is None for item in part.items)


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return bool(_CLOSED.search(text))
