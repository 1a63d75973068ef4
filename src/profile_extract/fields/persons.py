"""Whether the addresses of a report begin with the names of people: learnt from all, since one name alone may be a firm's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from profile_extract.fields.address_blocks import closing_address, holds_address
from profile_extract.fields.entities import find_entities
from profile_extract.fields.localities import without_sign
from profile_extract.fields.parts import Part
from profile_extract.layout.address_lines import BETWEEN_FIELDS
from profile_extract.model import Style

FEWEST_ADDRESSES = 5
PERSON_SHARE = 0.8
"""Share of addresses whose first line reads as a person's name and as no organisation's, from which those lines are names."""


def begin_with_persons(profiles: Sequence[Sequence[Part]], body: Style | None) -> bool:
    """Whether nearly all addresses of the profiles begin with a line that can only be a person's name."""
    firsts = [first for parts in profiles for part in parts for first in _first_fields(part, body)]
    persons = sum(reads_as_person(first) for first in firsts)
    return len(firsts) >= FEWEST_ADDRESSES and persons >= PERSON_SHARE * len(firsts)


def reads_as_person(text: str) -> bool:
    """Whether a text reads as a person's name, and as no organisation, office or street."""
    labels = {entity.label for entity in find_entities(text)}
    return "PERSON" in labels and not labels & {"ORG", "DEPARTMENT", "ROLE", "STREET"}


def _first_fields(part: Part, body: Style | None) -> Iterator[str]:
    """What the address in a part begins with; nothing where a part holds none."""
    start, end = closing_address(part.items, body) if part.label is None else (0, len(part.items))
    items = part.items[start:end]
    if holds_address(items):
        yield BETWEEN_FIELDS.split(without_sign(items[0].block.lines[0].text), maxsplit=1)[0]
