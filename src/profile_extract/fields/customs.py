"""What the addresses of a report have in common: learnt from all, since one line alone may be anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import takewhile
from typing import NamedTuple

from profile_extract.fields.address_blocks import closing_address, holds_address, holds_postal_address
from profile_extract.fields.hosts import is_named_by_host
from profile_extract.fields.localities import read_locality, without_sign
from profile_extract.fields.parts import Part
from profile_extract.fields.persons import reads_as_person
from profile_extract.fields.streets import is_street, is_street_without_number
from profile_extract.given_names import is_given_name
from profile_extract.layout.address_lines import fields_of, is_address_line
from profile_extract.lexicon import has_letters
from profile_extract.model import Style
from profile_extract.passage import Passage

FEWEST_ADDRESSES = 5
PERSON_SHARE = 0.8
"""Share of addresses whose first, or second, line reads as a person's name and as no organisation's, for those to be names."""
FIRST_SHARE = 0.5
"""Share of addresses whose first line reads so, too, at most, where the second one is the person's."""
STREET_SHARE = 0.4
"""Share of addresses with a street over the place, known by its words, from which any name there is one; houses have names."""


class Customs(NamedTuple):
    """Whether addresses begin with a person, have one second, have a street over the place, and have it first.

    ``of_persons`` are the keys of labels behind which persons stand (``Contact: …``). ``title`` says what the title of the
    profile names: under an organisation's name, a name alone is a person's.
    """

    has_persons: bool = False
    has_persons_second: bool = False
    has_streets: bool = False
    has_streets_first: bool = False
    of_persons: Set[str] = frozenset()
    title: Set[str] = frozenset()

    @property
    def around(self) -> Set[str]:
        """What the title names; where addresses begin with persons, as if it named what these belong to."""
        return self.title | {"ORG"} if self.has_persons else self.title


NO_CUSTOMS = Customs()


def learn_customs(profiles: Sequence[Sequence[Part]], body: Style | None) -> Customs:
    """What nearly all addresses of the profiles have in common."""
    addresses = [pieces for parts in profiles for part in parts if (pieces := _pieces(part, body))]
    of_persons = _labels_of_persons([part for parts in profiles for part in parts])
    if len(addresses) < FEWEST_ADDRESSES:
        return NO_CUSTOMS._replace(of_persons=of_persons)
    names = [list(takewhile(_may_be_name, pieces)) for pieces in addresses]
    first = [bool(found) and _is_person(found[0], pieces) for found, pieces in zip(names, addresses, strict=True)]
    second = [reads_as_person(found[1]) for found in names if len(found) > 1]
    streets = [over for pieces in addresses if (over := _over_place(pieces)) is not None]
    return Customs(
        has_persons=sum(first) >= PERSON_SHARE * len(addresses),
        has_persons_second=_are_second(first, second),
        has_streets=_are_streets([street for street, _ in streets]),
        has_streets_first=_are_streets([street for street, is_first in streets if is_first]),
        of_persons=of_persons,
    )


def _labels_of_persons(parts: Sequence[Part]) -> frozenset[str]:
    """The keys of the labels of addresses behind which nearly always the name of a person stands in one line."""
    behind: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        if part.label is not None and part.field == "contact" and len(part.items) == 1:
            behind[part.label.key].append(fields_of(part.items[0].text.text)[0])
    often = {key: names for key, names in behind.items() if len(names) >= FEWEST_ADDRESSES}
    return frozenset(key for key, names in often.items() if sum(map(reads_as_person, names)) >= PERSON_SHARE * len(names))


def _pieces(part: Part, body: Style | None) -> list[str]:
    """The lines of the address in a part, parted at commas and marks; none where a part holds none."""
    if part.label is not None and part.field != "contact":
        return []
    start, end = closing_address(part.items, body) if part.label is None else (0, len(part.items))
    items = part.items[start:end]
    if not holds_address(items) and not holds_postal_address(items):
        return []
    lines = (without_sign(line.text) for item in items for line in item.block.lines)
    return [field for line in lines for field in fields_of(line)]


def _is_person(name: str, pieces: Sequence[str]) -> bool:
    """Whether a name can only be a person's, and is not what the host of the address goes by."""
    return (reads_as_person(name) or is_given_name(name)) and not is_named_by_host(name, pieces)


def _may_be_name(piece: str) -> bool:
    """Whether a piece of an address has no figure in it, and is no electronic address."""
    return not any(map(str.isdecimal, piece)) and not is_address_line(piece)


def _are_second(first: Sequence[bool], second: Sequence[bool]) -> bool:
    """Whether persons stand second, under what they belong to."""
    is_usual = len(second) >= FEWEST_ADDRESSES and sum(second) >= PERSON_SHARE * len(second)
    return is_usual and sum(first) <= FIRST_SHARE * len(first)


def _over_place(pieces: Sequence[str]) -> tuple[str, bool] | None:
    """What stands right above the postcode of an address, and whether nothing stands above that."""
    for number, piece in enumerate(pieces[1:]):
        found = read_locality(Passage.of(piece, 0, len(piece))) if any(map(str.isdecimal, piece)) else None
        if found is not None and found.postal_code is not None:
            return pieces[number], not any(map(has_letters, pieces[:number]))
    return None


def _are_streets(over: Sequence[str]) -> bool:
    """Whether enough of what stands over places is known as a street by its words."""
    known = sum(is_street(text) or is_street_without_number(text, is_named=True) for text in over)
    return len(over) >= FEWEST_ADDRESSES and known >= STREET_SHARE * len(over)
