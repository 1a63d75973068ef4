"""An address set as rows of a table: a heading, and under it a label for each of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_extract.fields.address_blocks import MOST_LINE_CHARS
from profile_extract.fields.parts import Item, Part
from profile_extract.lexicon import contact_line_field


def with_rows_of_address(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts of a profile, the rows under the heading of an address in one with it, if an address is among them."""
    found: list[Part] = []
    rows: list[Part] = []
    for part in parts:
        if rows and _is_row(part):
            rows.append(part)
            continue
        found += _in_one(rows)
        rows = [part] if _is_heading(part) else []
        found += () if rows else (part,)
    return (*found, *_in_one(rows))


def _is_heading(part: Part) -> bool:
    """Whether a part is the label of an address, and has nothing of its own."""
    return part.label is not None and part.label.field == "contact" and not part.items and not _is_of_line(part)


def _is_row(part: Part) -> bool:
    """Whether a part is a line of an address with its label; a part that is known as one may go on with others."""
    is_line = len(part.items) == 1 and len(part.items[0].text.text) <= MOST_LINE_CHARS
    return _is_of_line(part) and (part.field == "contact" or is_line)


def _is_of_line(part: Part) -> bool:
    return part.label is not None and contact_line_field(part.label.key) is not None


def _in_one(rows: Sequence[Part]) -> tuple[Part, ...]:
    """A heading and the rows under it as one part, if any of these is known as an address; else as they are."""
    if not any(part.field == "contact" for part in rows[1:]):
        return tuple(rows)
    return (rows[0]._replace(items=tuple(item for part in rows[1:] for item in _whole(part))),)


def _whole(part: Part) -> Iterator[Item]:
    """What a row says, its label included."""
    if part.label_block is not None and part.label_block not in [item.block for item in part.items]:
        yield Item(part.label_block, part.label_block.text)
    for item in part.items:
        yield item._replace(text=item.block.text) if item.block == part.label_block else item
