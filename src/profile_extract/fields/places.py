"""Places as printed (``HELSINKI, FINLAND``) made into cities: name in its true case, country, and what GeoNames knows."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import cache

from profile_extract.answers import once
from profile_extract.drafts import CityDraft, Value
from profile_extract.fields.entities.words import CUES, is_cue, is_small_word, word_lists
from profile_extract.gazetteer import (
    PlaceName,
    country_name,
    find_country_code,
    find_county_countries,
    find_places,
    find_region_countries,
    find_village_countries,
    key,
)
from profile_extract.given_names import has_given_name
from profile_extract.passage import Passage
from profile_extract.structure import Block, Segment

_PLACE_LINE = re.compile(r"^(?P<name>[^,()]+?)(?:\s*[,(]\s*(?P<country>[^,()]+?)\s*\)?)?$")
_PLACE_IN_REGION = re.compile(r"(?P<name>[^,()]+), (?P<region>[^,()]+), (?P<country>[^,()]+)")
_YEAR_BEHIND = re.compile(r"(?<=[^\W\d_)])\s*[·•|,–—-]\s*(?:19|20)\d\d(?:\s?[–-]\s?(?:(?:19|20)\d\d)?)?$")
"""The year of what is reported behind its place (``Turku, Finland · 2023``), or from one to another."""
MOST_YEAR_CHARS = 20
"""Characters that two such years take at the end of a line, marks and spaces around them included."""
_DEPARTMENT_BEHIND = re.compile(r" \((?:(?:0[1-9]|[1-8]\d|9[0-5])(?:\d{3})?|2[AB])\)$")
"""The number of a French department, or a postal code in one, behind the name of a town (``Montreuil (93)``)."""
PROVINCES_AS_CAPITALS, CAPITAL_SHARE = ("IT", "ES"), 0.3
"""Countries whose provinces are called as their capitals; size of a town beside a capital's from which both may be meant."""
MOST_CHARS = 80
"""Longest line that is a place and its country, in characters."""
MOST_BELOW_TITLE = 2
"""Lines under a title among which one names its place: a tagline may stand before it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BEHIND_PLACE = re.compile(r"(?: [–—|/-] |: )(?=\S)")
_POINT = re.compile(r" [·•|] (?=[^\W\d_])")
_WITH_COUNTRY = re.compile(r", [^\W\d_]|\)$")
_SPACE = re.compile(r" ")
MAP_MARKERS = tuple("\uf041\uf3c5\uf276")
"""Signs of Font Awesome for places (``map-marker``, ``map-marker-alt``, ``map-pin``); fonts of the web keep their numbers."""
MOST_INITIALS = 3
"""Letters of what may be initials (``USA``) if it is no known place."""
CLEARLY_LARGER = 5.0
"""How many times more people the largest place of a name has than the next, to be meant by itself."""


def has_year_behind(line: str) -> bool:
    """Whether a line ends with a year, or with one and another."""
    return _year_behind(line) is not None


def _year_behind(line: str) -> re.Match[str] | None:
    return _YEAR_BEHIND.search(line, max(0, len(line) - MOST_YEAR_CHARS))


def read_place_line(line: Passage, rule: str, confidence: float) -> CityDraft | None:
    """The city of a line that is a place, with or without its country or region; None where the line is anything else."""
    if year := _year_behind(line.text):
        line = line[: year.start()]
    town = town_of_department(line)
    if town is not None and any(place.country_code == "FR" for place in find_places(town.text)):
        return city(town, None, "FR", rule, confidence)
    match = _PLACE_LINE.match(line.text) if len(line.text) <= MOST_CHARS else None
    if not match:
        return _in_region(line, rule, confidence)
    country = line[match.start("country") : match.end("country")] if match["country"] else None
    if country is None and (at := _country_behind(line.text)):
        return city(line[: at - 1], line[at:], find_country_code(line.text[at:]), rule, confidence)
    code = find_country_code(country.text) if country else None
    name = line[match.start("name") : match.end("name")]
    if country is not None and code is None and line.text.endswith(")") and find_places(line.text):
        return city(line, None, None, rule, confidence)  # the brackets are of the name: ``Halle (Saale)``
    if country is not None and (of_region := _region_of(name.text, country.text, code)):
        return city(name, None, of_region, rule, confidence, region=country)
    if country is not None and code is None:
        return _in_county(name, country, rule, confidence) or _in_named_region(name, country, rule, confidence)
    if country is None and _is_country_elsewhere(name.text):
        return None
    if not find_places(name.text) and (code is None or not reads_as_name(name.text)):
        return None
    return city(name, country, code, rule, confidence)


def town_of_department(line: Passage) -> Passage | None:
    """What stands before the number of a French department that ends a line; None where none does."""
    behind = _DEPARTMENT_BEHIND.search(line.text)
    return line[: behind.start()] if behind else None


def _is_country_elsewhere(name: str) -> bool:
    """Whether a name is a country's, and of towns in others only (``India``, in Serbia): it does not say which is meant."""
    code = find_country_code(name)
    return code is not None and all(place.country_code != code for place in find_places(name))


def _in_county(name: Passage, county: Passage, rule: str, confidence: float) -> CityDraft | None:
    """The city of a known town and the county, department or canton behind it; None where no country has both, or several."""
    found = {place.country_code for place in find_places(name.text)}.intersection(find_county_countries(county.text))
    return city(name, None, next(iter(found)), rule, confidence, region=county) if len(found) == 1 else None


def _in_named_region(name: Passage, region: Passage, rule: str, confidence: float) -> CityDraft | None:
    """The city of a line that says what the region behind it is (``Mérida, provincia de Badajoz``); nobody's employer.

    One of the two names is known, the second where its word, which stands behind it, is said of other things, too. The country
    is that of all places of the first, or the one of these that has the second.
    """
    match = _named_region().fullmatch(region.text)
    if match is None or not reads_as_name(name.text):
        return None
    own, around = _countries_of(name.text), _countries_of(match["before"] or match["behind"].strip())
    is_other = has_given_name(name.text) or any(is_cue(word, cue) for word in name.text.split() for cue in CUES)
    is_sure = own and region.text.casefold().endswith(_sure_endings()) and reads_as_name(match["behind"].strip())
    if not around and match["behind"] and not is_sure:
        return None  # ``School District``
    if not own and (is_other or not around):
        return None
    found = own & around or own
    return city(name, None, next(iter(found)) if len(found) == 1 else None, rule, confidence, region=region)


def _countries_of(name: str) -> Set[str]:
    """The countries with a place, however small, a county or a region of a name."""
    found = (find_village_countries(name), find_region_countries(name), find_county_countries(name))
    return {*(place.country_code for place in find_places(name)), *(code for codes in found for code in codes)}


@cache
def _named_region() -> re.Pattern[str]:
    before, behind = ("|".join(map(re.escape, word_lists()[key])) for key in ("region_of", "region_behind"))
    return re.compile(rf"(?:{before}) (?P<before>[^\d(),]+)|(?P<behind>[^\d(),]+?)(?:{behind})", re.IGNORECASE)


@cache
def _sure_endings() -> tuple[str, ...]:
    return tuple(word_lists()["region_surely_behind"])


def _in_region(line: Passage, rule: str, confidence: float) -> CityDraft | None:
    """The city of a line that is a place, its region and its country (``Ullapool, Highland, Scotland``).

    The country has that place or region: affiliations are written so, too.
    """
    match = _PLACE_IN_REGION.fullmatch(line.text) if len(line.text) <= MOST_CHARS else None
    code = find_country_code(match["country"]) if match else None
    if match is None or code is None or not (reads_as_name(match["name"]) and reads_as_name(match["region"])):
        return None
    is_known = any(place.country_code == code for place in find_places(match["name"]))
    if not is_known and code not in (*find_county_countries(match["region"]), *find_region_countries(match["region"])):
        return None
    name, region, country = (line[match.start(part) : match.end(part)] for part in ("name", "region", "country"))
    return city(name, country, code, rule, confidence, region=region)


def _region_of(name: str, region: str, code: str | None) -> str | None:
    """The country of a place's region: the one such country that has the place; None if a country called so has it, too.

    For a place that nobody knows, a region written out that only one country has says enough.
    """
    places = {place.country_code for place in find_places(name)}
    countries = find_region_countries(region) if code not in places and not _are_two_towns(name, region) else ()
    found = places.intersection(countries)
    if not places and code is None and not region.isupper() and reads_as_name(name):
        found = set(countries)
    return next(iter(found)) if len(found) == 1 else None


def _are_two_towns(name: str, other: str) -> bool:
    """Whether two names are of towns in a country whose provinces are called as their capitals, and neither is far larger."""
    for country in PROVINCES_AS_CAPITALS:
        town, capital = (next((p for p in find_places(n) if p.country_code == country), None) for n in (name, other))
        if town and capital and town.geonames_id != capital.geonames_id:
            return town.population > CAPITAL_SHARE * capital.population
    return False


def read_municipality(line: Passage, rule: str, confidence: float) -> CityDraft | None:
    """The city of a line that names a municipality as such (``Gemeinde Auental``, ``Comune di Altavalle``), known or not."""
    match = _municipality().fullmatch(line.text)
    name = line[match.start("name") : match.end("name")] if match else None
    return city(name, None, None, rule, confidence) if name is not None and reads_as_name(name.text) else None


@cache
def _municipality() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_lists()["city_of"]))
    return re.compile(rf"(?:{words})(?:(?<=')| )(?P<name>[^,()\d]+)", re.IGNORECASE)


def _country_behind(text: str) -> int:
    """Where the country begins in a line that is a known place in it and its name, nothing between them; 0 if none."""
    for match in _SPACE.finditer(text) if not find_places(text) else ():
        code = find_country_code(text[match.end() :])
        if code and any(place.country_code == code for place in find_places(text[: match.start()])):
            return match.end()
    return 0


def is_place_line(text: str) -> bool:
    """Whether a line names a place, with or without its country, and nothing else."""
    return read_place_line(Passage.of(text, 0, len(text)), "", 0.0) is not None


def place_beginning(title: str) -> int:
    """Where the place ends with which a title begins, a dash or colon behind it (``Copenhagen – …``); 0 if there is none."""
    mark = _BEHIND_PLACE.search(title)
    return mark.start() if mark and is_place_line(title[: mark.start()]) else 0


def place_ending(title: str) -> int:
    """Where the place begins with which a title ends, a dash or colon before it (``… – Copenhagen``); 0 if there is none."""
    marks = list(_BEHIND_PLACE.finditer(title))
    return marks[-1].end() if marks and is_place_line(title[marks[-1].end() :]) else 0


@once
def place_beside(segment: Segment) -> Block | None:
    """The first line beside the title of a profile that names a place and nothing else, however small a one."""
    beside = beside_title(segment)
    known = (block for block in beside if read_beside(block, segment, "", 0.0))
    villages = (b for b in beside if len(b.text.text) <= MOST_CHARS and find_village_countries(b.text.text))
    return next(known, None) or next(villages, None)


def read_beside(block: Block, segment: Segment, rule: str, confidence: float) -> CityDraft | None:
    """The city that a line beside the title names: a place or, over the title, a municipality."""
    line = block.text
    end, begin = _end_of_place(line.text), _begin_of_place(line.text)
    found = read_place_line(line[:end] if end else line[begin:], rule, confidence)
    return found or (read_municipality(block.text, rule, confidence) if block in segment.over_title else None)


def _end_of_place(line: str) -> int:
    """Where a town with its country or county ends, which a dash parts from more (``Quimper (Finistère) – Académie de …``)."""
    if point := _POINT.search(line):  # ``Galway · West``
        return point.start() if find_places(line[: point.start()]) and len(line) <= MOST_CHARS else 0
    mark = _BEHIND_PLACE.search(line)
    return mark.start() if mark and _WITH_COUNTRY.search(line, 0, mark.start()) else 0


def _begin_of_place(line: str) -> int:
    """Where a known town begins that a point or bar parts from the kind of thing that is there (``Bakery | Turku``)."""
    points = list(_POINT.finditer(line)) if len(line) <= MOST_CHARS else []
    return points[-1].end() if points and find_places(line[points[-1].end() :]) and not _end_of_place(line) else 0


def says_more(line: str) -> bool:
    """Whether a line beside a title says more than a place: a year behind it, or what a dash, point or bar parts from it."""
    return has_year_behind(line) or _end_of_place(line) > 0 or _begin_of_place(line) > 0


def beside_title(segment: Segment) -> Sequence[Block]:
    """The blocks in which the place of a profile may stand: over its title and right under it."""
    return (*segment.over_title, *segment.under_title[:MOST_BELOW_TITLE])


def is_marked_place(block: Block) -> bool:
    """Whether a line begins with the marker of a map and may be the name of a place."""
    return len(block.lines) == 1 and block.lines[0].text[:1] in MAP_MARKERS and reads_as_name(block.text.text)


def reads_as_name(text: str) -> bool:
    """Whether some words may be the name of a place: few, with capitals, and none parted from the others by a point."""
    words = _WORD.findall(text)
    return 0 < len(words) <= 5 and all(w[0].isupper() or is_small_word(w) for w in words) and not _POINT.search(text)


def city(
    name: Passage,
    country: Passage | None,
    code: str | None,
    rule: str,
    confidence: float,
    *,
    place: PlaceName | None = None,
    region: Passage | None = None,
) -> CityDraft:
    """A city with all that follows from its name and, where it is printed, its country or region; ``place`` if it is known."""
    place = place or (find_place(name.text, code) if region is None else _only_place(name.text, code))
    found_code = code or (place.country_code if place else _only_country(name.text, with_villages=region is not None))
    shown = true_case(name, place)
    return CityDraft(
        name=Value.verbatim(shown, rule, confidence),
        country=_country(name, country, found_code, confidence),
        country_code=_code(name, country, region, found_code, confidence),
        region=Value.verbatim(true_case(region, None), "city.region", confidence) if region is not None else None,
        geonames_id=place.geonames_id if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
    )


def _country(name: Passage, country: Passage | None, code: str | None, confidence: float) -> Value | None:
    if country is not None:
        return Value.verbatim(true_case(country, None), "city.country", confidence)
    return Value.derived(country_name(code), name, "place-name", confidence) if code else None


def _code(name: Passage, country: Passage | None, region: Passage | None, code: str | None, confidence: float) -> Value | None:
    """The code of a country and what says it: its name, that of a region, or that of the place."""
    if code is None:
        return None
    if country is not None:
        return Value.derived(code, country, "country-name", confidence)
    return Value.derived(code, region or name, "place-name" if region is None else "region-name", confidence)


def find_place(name: str, code: str | None = None) -> PlaceName | None:
    """The place meant by a name: in the country given, else the one that is clearly the largest there; None where unsure.

    Without a country the name of a continent means no place.
    """
    if not code and name.casefold() in _continents():
        return None
    places = find_places(name)
    if code:
        places = tuple(place for place in places if place.country_code == code)
    if not places:
        return None
    return places[0] if len(places) == 1 or places[0].population >= CLEARLY_LARGER * places[1].population else None


@cache
def _continents() -> frozenset[str]:
    return frozenset(word_lists()["continents"])


def _only_place(name: str, code: str | None) -> PlaceName | None:
    """The only place of a name in a country, which does not say in which of its regions others are."""
    places = [place for place in find_places(name) if place.country_code == code]
    return places[0] if len(places) == 1 else None


def _only_country(name: str, *, with_villages: bool) -> str | None:
    """The country that all places of a name are in, whichever of them is meant; None if there are several."""
    villages = find_village_countries(name) if with_villages else ()
    countries = {*(place.country_code for place in find_places(name)), *villages}
    return next(iter(countries)) if len(countries) == 1 else None


def is_ambiguous(name: str) -> bool:
    """Whether places of different countries go by a name and none is clearly the largest."""
    return bool(find_places(name)) and find_place(name) is None


def true_case(name: Passage, place: PlaceName | None) -> Passage:
    """A name set all in capitals as it is written in running text; any other as printed.

    The gazetteer's own form is taken where it is the same name, else each word but the small ones gets a capital.
    """
    if not name.text.isupper() or (len(name.text) <= MOST_INITIALS and place is None):
        return name
    known = place.name if place and key(place.name) == key(name.text) else None
    for match in reversed(list(_WORD.finditer(name.text))):
        word = match.group()
        form = known[match.start() : match.end()] if known and len(known) == len(name.text) else _cased(word, match.start())
        form = form.replace("'", "’") if "’" in word else form
        if form != word:
            name = name.edited(*match.span(), form, "true-case")
    return name


def _cased(word: str, at: int) -> str:
    return word.lower() if at and is_small_word(word) else word[0] + word[1:].lower()
