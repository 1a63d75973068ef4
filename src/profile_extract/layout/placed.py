"""Lines of a dump that say a town and its country or state, and nothing else, under titles and names: blocks of their own.

In print their type parts them from what they stand under; where such lines come back over and over, each with another town,
that is no chance.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_extract.gazetteer import find_country_code, find_places, find_region_countries
from profile_extract.layout.address_lines import is_of_address
from profile_extract.layout.ended import find_dangling, last_word
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

FEWEST_PLACES = 5
"""Different towns on lines of their own right under others."""
MOST_CHARS = 50
"""Longest line that is a place and its country, in characters, without what a mark parts from it."""
_MARK = re.compile(r"\s[|·•–—]\s")
_GOES_ON = (",", ";", ":", "-", "–", "/", "&")


def find_placed(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of such lines, and of those right behind them; ``lines`` stand in reading order."""
    dangling = find_dangling(lines)
    places = [
        number
        for number, (above, line) in enumerate(pairwise(lines), 1)
        if _is_place(line.text) and not _is_open(above.text, dangling)
    ]
    under = {lines[number].text for number in places if lines[number].blank_before <= 0}
    if len(under) < FEWEST_PLACES:
        return frozenset()
    return frozenset(line.start for number in places for line in lines[number : number + 2])


def _is_place(text: str) -> bool:
    """Whether a line is a town, a comma and its country or state, and perhaps more behind a mark (``| founded 1961``)."""
    head = _MARK.split(text.strip(), maxsplit=1)[0]
    town, comma, country = head.partition(", ")
    if not comma or len(head) > MOST_CHARS or any(map(str.isdecimal, head)):
        return False
    is_country = find_country_code(country) is not None or bool(find_region_countries(country))
    return is_country and bool(find_places(town))


def _is_open(text: str, dangling: frozenset[str]) -> bool:
    """Whether a line may go on in a place: an address, an affiliation, a number, a sentence."""
    text = text.strip()
    return text.isdecimal() or text.endswith(_GOES_ON) or is_closed(text) or is_of_address(text) or last_word(text) in dangling
