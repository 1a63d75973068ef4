"""Lines of a dump that say a town and its country or state, and nothing else, under titles and names: blocks of their own.

In print their type parts them from what they stand under; where such lines come back over and over, each with another town,
that is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.gazetteer import find_country_code, find_county_countries, find_places, find_region_countries
from profile_extract.layout.address_lines import is_of_address
from profile_extract.layout.ended import find_dangling, has_ended, last_word
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

FEWEST_PLACES = 5
"""Different towns on lines of their own right under others."""
MOST_CHARS = 50
"""Longest line that is a place and its country, in characters, without what a mark parts from it."""
MOST_WORDS, MOST_SMALL_CHARS = 4, 3
"""Words of a town that is not known, and letters of one of them that is written small (``Salvatierra de los Barros``)."""
_MARK = re.compile(r"\s[|·•–—]\s")
_GOES_ON = (",", ";", ":", "-", "–", "/", "&")


def find_placed(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of such lines, of those right behind them, and of those over them under what has ended: a title of one line.

    ``lines`` stand in reading order.
    """
    dangling = find_dangling(lines)
    parts = ((number, _town_and_country(line.text)) for number, line in enumerate(lines) if number)
    may_be = [(n, *found) for n, found in parts if found and not _is_open(lines[n - 1].text, dangling)]
    under = {lines[n].text for n, town, _ in may_be if find_places(town) and lines[n].blank_before <= 0}
    if len(under) < FEWEST_PLACES:
        return frozenset()
    places = [n for n, town, country in may_be if find_places(town) or (_is_named(town) and find_country_code(country))]
    titles = [number - 1 for number in places if number > 1 and has_ended(lines[number - 2].text)]
    return frozenset(lines[n].start for n in (*titles, *places, *(n + 1 for n in places)) if n < len(lines))


def _town_and_country(text: str) -> tuple[str, str] | None:
    """What a line says before and behind its comma, where that is a country or state, and perhaps more behind a mark.

    ``Nauen, Germany | founded 1961``; None of any other line.
    """
    head = _MARK.split(text.strip(), maxsplit=1)[0]
    town, comma, behind = head.partition(", ")
    country = behind.rpartition(", ")[2]
    if not comma or len(head) > MOST_CHARS or any(map(str.isdecimal, head)):
        return None
    countries = {place.country_code for place in find_places(town)}.intersection(find_county_countries(country))
    is_country = bool(countries) or find_country_code(country) is not None or bool(find_region_countries(country))
    return (town, country) if is_country else None


def _is_named(town: str) -> bool:
    """Whether a town that is not known is written as names are: a few words in capitals."""
    words = town.split()
    return len(words) <= MOST_WORDS and all(word[0].isupper() or len(word) <= MOST_SMALL_CHARS for word in words)


def _is_open(text: str, dangling: frozenset[str]) -> bool:
    """Whether a line may go on in a place: an address, an affiliation, a number, a sentence."""
    text = text.strip()
    return text.isdecimal() or text.endswith(_GOES_ON) or is_closed(text) or is_of_address(text) or last_word(text) in dangling
