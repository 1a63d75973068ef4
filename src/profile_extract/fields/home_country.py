"""The country that most places of a report are in: a name of several places means the one there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from profile_extract.drafts import CityDraft, ProfileDraft
from profile_extract.fields.places import city, find_place
from profile_extract.gazetteer import PlaceName, find_places, find_village_countries, key

FEWEST_CITIES = 5
COUNTRY_SHARE = 0.75
"""Share of the known cities of a report in one country, from which it is the report's own."""

MOST_TIMES_LARGER = 3
"""How many times more people a place abroad has than the one at home to be meant still: Vancouver, not that in Washington."""


def with_home_country(profiles: Sequence[ProfileDraft]) -> list[ProfileDraft]:
    """The profiles, cities without a printed country taken for those of the report's own country that go by their names.

    A village by itself is in no country, since there may be smaller ones of its name elsewhere; several together tell theirs.
    """
    codes = Counter(code for profile in profiles if profile.city and (code := _known_country(profile.city)))
    home, count = codes.most_common(1)[0] if codes else ("", 0)
    if count < FEWEST_CITIES or count < COUNTRY_SHARE * codes.total():
        return list(profiles)
    return [replace(profile, city=_at_home(profile.city, home)) if profile.city else profile for profile in profiles]


def _known_country(found: CityDraft) -> str | None:
    """The country of a city that is known, or the only one that has a village of that name."""
    if found.geonames_id and found.country_code:
        return found.country_code.text
    is_town = found.country_code is not None or find_places(found.name.text)
    countries = () if is_town else find_village_countries(found.name.text)
    return countries[0] if len(countries) == 1 else None


def _at_home(found: CityDraft, home: str) -> CityDraft:
    """A city as it was found, or that of the same name in the country given."""
    is_printed = found.region is not None or (found.country is not None and found.country.is_verbatim)
    if is_printed or (found.country_code is not None and found.country_code.text == home):
        return found
    name = found.name
    place = find_place(name.text, home)
    if found.country_code is None and home in find_village_countries(name.text):
        return city(name.sources[0], None, home, name.rule, name.confidence)
    abroad = _place_of(found)
    is_larger = place and abroad and abroad.population > MOST_TIMES_LARGER * place.population
    if place is None or (is_larger and abroad and not _is_foreign(name.text, place, abroad)):
        return found
    return city(name.sources[0], None, home, name.rule, name.confidence, place=place)


def _is_foreign(name: str, home: PlaceName, abroad: PlaceName) -> bool:
    """Whether a place at home goes by a name, and one abroad only in another language: Alessandria, and not Alexandria."""
    return key(home.name) == key(name) != key(abroad.name)


def _place_of(found: CityDraft) -> PlaceName | None:
    """The place that a city is; None where it is not known which one is meant."""
    return next((place for place in find_places(found.name.text) if place.geonames_id == found.geonames_id), None)
