"""Forms of addresses: a label for each line, its value beside it or under it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence, Set

from profile_extract.fields.parts import ELECTRONIC, Part
from profile_extract.layout.address_lines import is_address_line, is_host
from profile_extract.lexicon import contact_line_field, names_country, names_place
from profile_extract.model import Style
from profile_extract.segment.shapes import is_prose

MOST = 0.5
"""More than this share of the returns of a label makes what it stands behind a rule."""
MOST_BETWEEN = 1
"""Labels between that of a street and that of a town at most: a district."""
MOST_APART = 3
"""How many labels apart the street and the telephone of a form stand at most: a district, a town."""
_BEFORE_PLACE = frozenset({"street", "postal_code"})


def places_in_forms(profiles: Sequence[Sequence[Part]]) -> Set[str]:
    """The labels for a town or a country that mostly come right behind those of a street or a postcode (``City: Oslo``)."""
    behind: dict[str, list[bool]] = defaultdict(list)
    keys = {part.label.key for parts in profiles for part in parts if part.label}
    places = {key for key in keys if names_place(key) or names_country(key)}
    for parts in profiles if places else ():
        since = math.inf
        for part in parts:
            key = part.label.key if part.label else ""
            is_place = key in places
            if is_place:
                behind[key].append(since <= MOST_BETWEEN)
            since = 0 if _is_before_place(key, part) else since + (not is_place)
    return {key for key, found in behind.items() if sum(found) > MOST * len(found)}


def lines_in_forms(profiles: Sequence[Sequence[Part]]) -> Set[str]:
    """The labels for a street and for how to reach somebody (``Phone``) that mostly stand near each other."""
    near: dict[str, list[bool]] = defaultdict(list)
    for parts in profiles:
        fields = [contact_line_field(part.label.key) if part.label else None for part in parts]
        for number, (part, field) in enumerate(zip(parts, fields, strict=True)):
            around = fields[max(0, number - MOST_APART) : number + MOST_APART + 1]
            if part.label and field == "street":
                near[part.label.key].append(not ELECTRONIC.isdisjoint(around))
            elif part.label and field in ELECTRONIC:
                near[part.label.key].append("street" in around)
    return {key for key, found in near.items() if sum(found) > MOST * len(found)}


def addresses_of_groups(profiles: Sequence[Sequence[Part]], body: Style | None) -> Set[str]:
    """The labels that mostly stand in a row under one that announces an address and has none: whose each address is.

    Under each is the name of somebody and how to reach them (``Contact``, then ``Supplier`` over ``Acme``, ``acme.example``).
    """
    under: dict[str, list[bool]] = defaultdict(list)
    for parts in profiles:
        is_group = False
        for part in parts:
            if part.label is None:
                is_group = is_group and not part.items
                continue
            is_group = (is_group and _names_and_reaches(part, body)) or (part.label.field == "contact" and not part.items)
            under[part.label.key].append(is_group and bool(part.items))
    return {key for key, found in under.items() if sum(found) > MOST * len(found)}


def _names_and_reaches(part: Part, body: Style | None) -> bool:
    """Whether a part is a name and how to reach whom it names, and nothing else."""
    lines = [line.text for item in part.items for line in item.block.lines if item.block != part.label_block]
    reaches = [is_address_line(line) or is_host(line) for line in lines]
    return any(reaches) and not all(reaches) and not any(is_prose(item.block, body) for item in part.items)


def _is_before_place(key: str, part: Part) -> bool:
    """Whether a part is a street or a postcode by its label, or by one inside the address that it is."""
    inside = (line.text.partition(":")[0] for item in part.items for line in item.block.lines)
    return any(contact_line_field(word) in _BEFORE_PLACE for word in (key, *inside))
