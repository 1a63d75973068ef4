"""Lines under a title that are no text yet, though set as the text is: centred under it, or facts that signs announce."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from profile_extract.fields.items import Item
from profile_extract.model import Line, Style
from profile_extract.segment.shapes import is_prose
from profile_extract.structure import Block

SAME_MIDDLE_PT = 3.0
"""Difference of the middles of two centred lines, in points: what letters stand out by, and a space at a line's end."""
LEAST_INDENT_PT = 12.0
"""How far, in points, a centred line begins right of the text under it at least; an indent of a paragraph has 10 to 20, and
is not where the title is centred."""
FEWEST_SIGNS = 2
"""Signs with a value behind each, that make a line of facts: one alone may be a bullet."""
MOST_FACT_CHARS = 40
"""Longest value behind a sign, in characters."""
_SIGNS = frozenset({"So", "Sm", "Co"})
"""Categories of Unicode that icons are of: signs, signs of mathematics, and what only its own font knows."""


def centred_under_title(title: Block, opening: Sequence[Item], body: Style | None) -> Iterator[int]:
    """Indices of the short lines right under a title and centred as it is, over a text that begins left of them.

    They say whose the profile is: a profession, an organisation, a place.
    """
    if (
        body is None
        or len(opening) < 2
        or is_prose(opening[0].block, body)
        or not _is_under(title.lines[-1], opening[0].block)
    ):
        return
    above = list(_lines_under(title, opening, body))
    text = opening[len(above)].block if len(above) < len(opening) else None
    if above and text is not None and is_prose(text, body) and _begins_left(text, title, *(item.block for item in above)):
        yield from (item.block.index for item in above)


def _lines_under(title: Block, opening: Sequence[Item], body: Style) -> Iterator[Item]:
    for item in opening:
        if is_prose(item.block, body) or not _is_under(title.lines[-1], item.block):
            return
        yield item


def _is_under(line: Line, block: Block) -> bool:
    """Whether all lines of a block are centred under a line of its page."""
    middle = line.bbox.x0 + line.bbox.x1
    others = (other.bbox.x0 + other.bbox.x1 for other in block.lines)
    return block.page == line.page and all(abs(middle - other) < 2 * SAME_MIDDLE_PT for other in others)


def _begins_left(text: Block, *centred: Block) -> bool:
    edge = min(line.bbox.x0 for line in text.lines)
    return all(min(line.bbox.x0 for line in block.lines) > edge + LEAST_INDENT_PT for block in centred)


def are_facts_by_signs(block: Block) -> bool:
    """Whether a block is nothing but short values, each behind a sign (a clock, a pot, an arrow)."""
    text = block.text.text
    if text[0].isalnum() or text.isascii():
        return False
    values: list[str] = []
    for character in text:
        if unicodedata.category(character) in _SIGNS:
            values.append("")
        elif values:
            values[-1] += character
        else:
            return False
    return len(values) >= FEWEST_SIGNS and all(0 < len(value.strip()) <= MOST_FACT_CHARS for value in values)
