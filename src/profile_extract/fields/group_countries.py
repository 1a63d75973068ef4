"""The country of an address or a city that only the heading of its group says: a report goes from country to country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from profile_extract.drafts import CityDraft, ContactDraft, Value
from profile_extract.fields.places import city, find_place
from profile_extract.gazetteer import country_name, find_country_code, find_places
from profile_extract.structure import Segmentation

FEWEST_COUNTRIES = 2
"""Different countries over groups of profiles, from which such a heading says where all of its group is."""


def countries_of_groups(segmentation: Segmentation) -> Mapping[int, Value]:
    """The country that the last heading before each profile names, by the profile's index.

    Behind a heading that is set like these and names no known country, none is said.
    """
    over = {matter.blocks[-1].index + 1: matter.blocks for matter in segmentation.matter}
    groups = {segment.index: over.get(min(block.index for block in segment.blocks), ()) for segment in segmentation.segments}
    countries = {
        block.index: code for blocks in groups.values() for block in blocks if (code := find_country_code(block.text.text))
    }
    looks = {segmentation.layout.blocks[index].style for index in countries}
    if len(set(countries.values())) < FEWEST_COUNTRIES:
        return {}
    found: dict[int, Value] = {}
    last: Value | None = None
    for segment in segmentation.segments:
        heading = next((block for block in reversed(groups[segment.index]) if block.style in looks), None)
        if heading is not None:
            code = countries.get(heading.index)
            last = Value.derived(code, heading.text, "country-of-group", segment.confidence) if code else None
        if last is not None:
            found[segment.index] = last
    return found


def with_country(contacts: Sequence[ContactDraft], country: Value | None) -> tuple[ContactDraft, ...]:
    """The contacts, those that have a street or place and no country with that of their group."""
    if country is None:
        return tuple(contacts)
    return tuple(
        replace(contact, country_code=country) if _may_be_in(contact, country.text) else contact for contact in contacts
    )


def city_in_group(found: CityDraft | None, country: Value | None) -> CityDraft | None:
    """A city without a printed country or region, in that of its group if it is known there or nowhere."""
    if found is None or country is None or found.region is not None or (found.country and found.country.is_verbatim):
        return found
    name, code = found.name, country.text
    if find_place(name.text, code) is None and find_places(name.text):
        return found
    there = city(name.sources[0], None, code, name.rule, name.confidence)
    named = replace(country, text=country_name(code))
    return replace(there, country=named, country_code=country)


def _may_be_in(contact: ContactDraft, code: str) -> bool:
    """Whether an address says no country, and its place, if it is a known one, is no other country's only."""
    places = find_places(contact.locality.text) if contact.locality else ()
    is_elsewhere = bool(places) and all(place.country_code != code for place in places)
    return (
        contact.country_code is None and bool(contact.street or contact.postal_code or contact.locality) and not is_elsewhere
    )
