"""The place a profile is about, by votes from the slots that name places; null where they do not agree on one.

Running text is not searched for names: it is only asked how often it speaks of a place that a slot has named, or whether
it says ``the City of …``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from profile_extract.drafts import CityDraft, ContactDraft, SectionDraft
from profile_extract.fields.contact_drafts import LABELLED
from profile_extract.fields.entities import entity_labels, find_entities
from profile_extract.fields.entities.words import is_person_title, plain_letters, word_lists
from profile_extract.fields.norms import is_place_title
from profile_extract.fields.places import (
    city,
    find_place,
    is_ambiguous,
    place_beginning,
    place_ending,
    read_place_line,
    reads_as_name,
    town_of_department,
)
from profile_extract.gazetteer import PlaceName, find_places, find_region_countries, find_village_countries
from profile_extract.given_names import is_given_name
from profile_extract.lexicon import names_place
from profile_extract.passage import Passage

WEIGHTS = {
    "title-is-place": 4.0,
    "place-line": 4.0,
    "city-of": 2.0,
    "title": 2.0,
    "tagline": 1.0,
    "locality": 2.0,
    "labelled": 1.0,
    "organization": 1.0,
    "domain": 1.0,
    "mentioned": 1.0,
    "mentioned-often": 1.0,
}
"""How much each slot says; a place needs votes from two of them, or a title that is nothing but its name.

The town of an address that a label names there has two.
"""
LEAST_VOTES = 3.0
LEAST_LEAD = 1.5
"""How many times more votes than the next place the chosen one has at least."""
OFTEN = 3
_IN = re.compile(r"\b(?:in|at|near|from|around|aus|nach|bei|à|dans|en|desde|da|uit|nabij|em|i|w|v) $", re.IGNORECASE)
"""Words before the name of a place in running text."""
_COORDINATES = re.compile(r"[\s,;(]*\d{1,3}(?:[.,]\d+)?\s*°")
"""Where the coordinates of a place begin, behind its name."""
_DOMAIN_PART = re.compile(r"[a-z][a-z-]{3,}")


@dataclass(slots=True)
class _Named:
    """One place, the passages that name it, and the slots that voted for it."""

    place: PlaceName
    names: list[Passage] = field(default_factory=list)
    votes: dict[str, float] = field(default_factory=dict)

    def total(self) -> float:
        return sum(self.votes.values())


@dataclass(slots=True)
class _Ballot:
    """The places named, by GeoNames id. A name of several places means the one in the country of the contact block."""

    country_code: str | None
    named: dict[int, _Named] = field(default_factory=dict)

    def vote(self, name: Passage, slot: str) -> None:
        place = (find_place(name.text, self.country_code) if self.country_code else None) or find_place(name.text)
        if place is not None:
            named = self.named.setdefault(place.geonames_id, _Named(place))
            named.votes[slot] = WEIGHTS[slot]
            named.names.append(name)


class Resolved(NamedTuple):
    """The city found, the votes it got, and why there is none: ``unresolved``, ``ambiguous`` or empty."""

    city: CityDraft | None
    votes: dict[str, float]
    problem: str


def printed_city(cities: Sequence[CityDraft]) -> Resolved | None:
    """The city that a line beside the title names; None where there is no such line."""
    return _as_named(cities[0], "place-line") if cities else None


def stated_city(sections: Sequence[SectionDraft], confidence: float) -> Resolved | None:
    """The city that alone stands under a label for places (``Location: Derby, United Kingdom``); None where none does."""
    for section in sections:
        if section.label is None or len(section.paragraphs) != 1 or not names_place(section.label.text):
            continue
        stated = section.paragraphs[0].sources[0]
        if point := _COORDINATES.search(stated.text):
            stated = stated[: point.start()]
        numbered = town_of_department(stated)
        town = stated if numbered is None else numbered
        found = read_place_line(stated, "city.stated", confidence)
        is_place = not (point is None and numbered is None) and reads_as_name(town.text) and "," not in town.text
        if found is None and (is_place or find_village_countries(town.text)):
            found = city(town, None, None, "city.stated", confidence)
        if found is not None:
            return _as_named(found, "place-line")
    return None


def begun_city(title: Passage, confidence: float) -> Resolved | None:
    """The city with which a title begins (``Copenhagen – District Cooling``); None where it begins otherwise."""
    end = place_beginning(title.text)
    return _of_title(title[:end], confidence) if end else None


def ended_city(title: Passage, confidence: float) -> Resolved | None:
    """The city with which a title ends (``Harbour baths – Copenhagen``); None where it ends otherwise."""
    begin = place_ending(title.text)
    return _of_title(title[begin:], confidence) if begin else None


def _of_title(place: Passage, confidence: float) -> Resolved | None:
    """The city that a part of a title names."""
    found = read_place_line(place, "city.title", confidence)
    return _as_named(found, "title-is-place") if found is not None else None


def _as_named(city: CityDraft, slot: str) -> Resolved:
    """A city that a slot names and nothing else says more of; a warning where the name does not tell one place."""
    problem = "" if city.geonames_id else "ambiguous" if is_ambiguous(city.name.text) else "unresolved"
    return Resolved(city, {slot: WEIGHTS[slot]}, problem)


def own_city(contacts: Sequence[ContactDraft], confidence: float) -> Resolved | None:
    """The town of an address that names nobody, and so is that of what the title names; None where there is no such one."""
    towns = [(contact, contact.locality) for contact in contacts if contact.locality]
    own = [(c, town) for c, town in towns if not (c.person or c.organization or c.department)]
    if not own or len({town.text for _, town in towns}) > 1:
        return None
    contact, town = own[0]
    if not (contact.street or contact.postal_code):
        return None
    code = contact.country_code.text if contact.country_code else None
    return _as_named(city(town.sources[0], None, code, "city.own-address", confidence), "locality")


def resolve_city(
    title: Passage,
    tagline: Passage | None,
    narrative: Sequence[Passage],
    contacts: Sequence[ContactDraft],
    confidence: float,
    *,
    has_place_titles: bool,
    may_be_chance: bool = False,
    sections: Sequence[Passage] = (),
) -> Resolved:
    """The city of a profile from what has been extracted of it.

    The texts of its ``sections`` are asked only where it has no narrative, and only for a place that its title names. That
    its title ``may_be_chance`` says that hardly another one of the report is the name of a place: something has been called
    as some town is.
    """
    is_called_so = may_be_chance and "," not in title.text
    whole = None if is_called_so else _whole_title(title, confidence, has_place_titles=has_place_titles)
    if whole is not None:
        return _as_named(whole, "title-is-place")
    named = _named(title, tagline, narrative, contacts)
    if not narrative:
        _vote_mentions({key: place for key, place in named.items() if "title" in place.votes}, sections)
    ranked = sorted(named.values(), key=lambda n: (-n.total(), -n.place.population))
    if len(ranked) > 1 and ranked[1].total() >= WEIGHTS["title"] and ranked[0].total() < LEAST_LEAD * ranked[1].total():
        return Resolved(None, ranked[0].votes, "ambiguous")
    if not ranked or ranked[0].total() < LEAST_VOTES or len(ranked[0].votes) < 2 or not ranked[0].names:
        return Resolved(None, ranked[0].votes if ranked else {}, "unresolved" if ranked and ranked[0].total() >= 2.0 else "")
    best = ranked[0]
    if len(ranked) > 1 and best.total() < LEAST_LEAD * ranked[1].total():
        return Resolved(None, best.votes, "ambiguous")
    share = min(1.0, best.total() / (2 * LEAST_VOTES))
    confidence = round(confidence * (0.7 + 0.3 * share), 3)
    found = city(best.names[0], None, None, "city.votes", confidence, place=best.place)
    return Resolved(found, best.votes, "")


def _whole_title(title: Passage, confidence: float, *, has_place_titles: bool) -> CityDraft | None:
    """The city of a title that is only a place; where most titles are places, one that nobody knows, without figures."""
    if not (is_place_title(title.text) or has_place_titles):
        return None
    found = read_place_line(title, "city.title", confidence)
    if found is None and has_place_titles and not any(map(str.isdecimal, title.text)):
        name = title[: title.text.find(",")] if "," in title.text else title
        found = city(name, None, None, "city.title", confidence) if not _names_another(name.text) else None
    return found


def _names_another(name: str) -> bool:
    """Whether a name that no list of places knows is that of a person, of an organisation, or of two places."""
    words = [word for word in name.split() if not is_person_title(word)]
    is_person = len(words) > 1 and (len(words) < len(name.split()) or is_given_name(words[0]))
    return is_person or "ORG" in entity_labels(name) or len(list(find_entities(name, "PLACE"))) > 1


def _named(
    title: Passage, tagline: Passage | None, narrative: Sequence[Passage], contacts: Sequence[ContactDraft]
) -> dict[int, _Named]:
    found = _Ballot(next((c.country_code.text for c in contacts if c.country_code), None))
    for passage, slot in ((title, "title"), (tagline, "tagline")):
        for name in _places(passage) if passage else ():
            found.vote(name, slot)
    for paragraph in narrative:
        for name in _cities_of(paragraph):
            found.vote(name, "city-of")
    for contact in contacts:
        if contact.locality:
            found.vote(contact.locality.sources[0], "locality")
            if contact.locality.rule == LABELLED:
                found.vote(contact.locality.sources[0], "labelled")
        for value in (contact.organization, contact.department):
            for name in _places(value.sources[0]) if value else ():
                found.vote(name, "organization")
    _vote_mentions(found.named, narrative)
    _vote_domains(found.named, contacts)
    return found.named


def _places(passage: Passage) -> Iterator[Passage]:
    """The places that a short text names, but for a region behind a point of the compass (``East Central Washington``)."""
    for entity in find_entities(passage.text, "PLACE"):
        name = passage[entity.start : entity.end]
        before = passage.text[: entity.start].casefold().split()[-1:]
        is_region = bool(before) and before[0] in word_lists()["compass"] and bool(find_region_countries(name.text))
        if len(name.text) > 2 and not is_region:
            yield name


def _cities_of(paragraph: Passage) -> Iterator[Passage]:
    """Names behind words such as ``the City of``."""
    folded = paragraph.text.casefold()
    if not any(words in folded for words in _words_of_cities()):
        return
    for match in _city_of_pattern().finditer(paragraph.text):
        for name in _places(paragraph[match.end() : match.end() + 60]):
            if name.start == paragraph[match.end() :].start:
                yield name


@cache
def _words_of_cities() -> tuple[str, ...]:
    return tuple(words.casefold() for words in word_lists()["city_of"])


@cache
def _city_of_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in word_lists()["city_of"])
    return re.compile(rf"\b(?:{words})\s?(?=[A-ZÀ-Þ])", re.IGNORECASE)


def _vote_mentions(found: dict[int, _Named], narrative: Sequence[Passage]) -> None:
    """Ask the narrative how often it names each place; its own form of the name comes before a foreign one.

    A name that only a title or tagline brings up may be a word (``Nice``, ``Split``): it counts if the text says ``in Nice``.
    """
    for named in found.values():
        forms = {name.text for name in named.names} | {named.place.name}
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})\b")
        matches = [(paragraph, match) for paragraph in narrative for match in pattern.finditer(paragraph.text)]
        is_place = bool(named.votes.keys() - {"title", "tagline"})
        if not is_place and not any(_IN.search(paragraph.text[: match.start()]) for paragraph, match in matches):
            continue
        mentions = [paragraph[match.start() : match.end()] for paragraph, match in matches]
        if mentions:
            named.votes["mentioned"] = WEIGHTS["mentioned"]
            in_title = [name for name in named.names if "title" in named.votes]
            named.names = [*in_title[:1], *mentions[:1], *named.names]
        if len(mentions) >= OFTEN:
            named.votes["mentioned-often"] = WEIGHTS["mentioned-often"]


def _vote_domains(found: dict[int, _Named], contacts: Sequence[ContactDraft]) -> None:
    """Parts of hosts' names that are a place's name in plain letters (``muenchen.de``)."""
    hosts: dict[str, bool] = defaultdict(bool)
    for contact in contacts:
        for value in contact.emails:
            hosts[value.text.rsplit("@", 1)[-1].lower()] = True
        for value in contact.websites:
            hosts[re.sub(r"^https?://", "", value.text.lower()).split("/")[0]] = True
    parts = {part for host in hosts for part in _DOMAIN_PART.findall(host)}
    for named in found.values():
        forms = {plain_letters(name.text) for name in named.names} | {plain_letters(named.place.name)}
        if parts & forms or any(_is_place(part, named.place) for part in parts):
            named.votes["domain"] = WEIGHTS["domain"]


def _is_place(part: str, place: PlaceName) -> bool:
    return any(other.geonames_id == place.geonames_id for other in find_places(part))
