"""The country of an address that only the heading of its group says: a directory goes from country to country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from profile_extract.drafts import ContactDraft, Value
from profile_extract.gazetteer import find_country_code
from profile_extract.structure import Segmentation

FEWEST_COUNTRIES = 2
"""Different countries over groups of profiles, from which such a heading says where all of its group is."""


def countries_of_groups(segmentation: Segmentation) -> Mapping[int, Value]:
    """The country that the last heading before each profile names, by the profile's index.

    Behind a heading that is set like these and names no known country, none is said.
    """
    headings = {matter.blocks[-1].index + 1: matter.blocks[-1] for matter in segmentation.matter}
    over = {s.index: block for s in segmentation.segments if (block := headings.get(s.blocks[0].index))}
    codes = {index: find_country_code(block.text.text) for index, block in over.items()}
    looks = {over[index].style for index, code in codes.items() if code}
    if len({code for code in codes.values() if code}) < FEWEST_COUNTRIES:
        return {}
    found: dict[int, Value] = {}
    last: Value | None = None
    for segment in segmentation.segments:
        heading, code = over.get(segment.index), codes.get(segment.index)
        if heading is not None and (code or heading.style in looks):
            last = Value.derived(code, heading.text, "country-of-group", segment.confidence) if code else None
        if last is not None:
            found[segment.index] = last
    return found


def with_country(contacts: Sequence[ContactDraft], country: Value | None) -> tuple[ContactDraft, ...]:
    """The contacts, those that have a street or place and no country with that of their group."""
    if country is None:
        return tuple(contacts)
    is_placed = [bool(c.street or c.postal_code or c.locality) and c.country_code is None for c in contacts]
    return tuple(replace(c, country_code=country) if placed else c for c, placed in zip(contacts, is_placed, strict=True))
