"""Streets: what is one, and where the place begins that stands behind one in its line."""

from __future__ import annotations

import re

from profile_extract.fields.entities import find_entities
from profile_extract.fields.localities import read_locality
from profile_extract.fields.persons import has_person_title
from profile_extract.gazetteer import find_places, find_village_countries
from profile_extract.passage import Passage

MOST_STREET_CHARS = 80
MOST_PLACE_WORDS = 5
"""Words of a known place, at most, what stands behind its name aside."""
_DASH_BEFORE_POSTCODE = re.compile(r"(?:\s[–—-]|(?:(?<=\d)|(?<=s/n))\.)\s+(?=(?:[A-Z]{1,2}-)?\d{2,5}[ -]?\w{2,4} ?[^\W\d_])")
_POSTCODE_BEHIND_STREET = re.compile(
    r"\s+(?=(?:(?:[A-Z]{1,3}-)?\d{4,5}(?: ?[A-Z]{2})?|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}) [^\W\d_][^\d,;]*(?: \d{1,2})?$)"
)
"""What parts a street and its number from a postcode and its place in one line."""
_STATE_AND_ZIP = re.compile(r", [A-Z]{2} \d{5}(?:-\d{4})?$")
_ENDS_IN_NUMBER = re.compile(r"\d[a-zA-Z]?(?:/\w{1,3})?$")
_FIGURE = re.compile(r"\d")
_NAME_AND_NUMBER = re.compile(
    r"[^\W\d_][^\d,@]{3,40}\s(?:\d{1,3}|(?!(?:19|20)\d\d)\d{4})\s?[a-z]?(?:\s?[-–/]\s?\d{1,3}\s?[a-z]?)?"
    r"|\d{1,3}[a-z]? [^\W\d_a-z][^\d,@]{3,40}"
)
_NUMBER_AND_NAME = re.compile(r"\d{1,5} [^\W\d_]")
"""How a street of English-speaking countries begins: over a postcode and its place it is none of these itself."""
_HOUSE_NUMBER = re.compile(r"(?<!\w)s/n\b|(?<!\d)\d{1,5}\s?[a-zA-Z]?(?:\s?[-–/+]\s?\d+\s?[a-zA-Z]?)?(?!\d)")


def has_name_and_number(text: str) -> bool:
    """Whether a text is a name and a number, in either order: over a place, or before a town in its line, a street."""
    return _NUMBER_AND_NAME.match(text) is not None or _NAME_AND_NUMBER.fullmatch(text) is not None


def is_street_without_number(text: str, *, is_named: bool) -> bool:
    """Whether a text may be a street with no number: it begins with a word for one (``rue de …``), or ends with it.

    Where nothing else is named, such a word at the end, or before a name in capitals, may be of an organisation.
    """
    if len(text) > MOST_STREET_CHARS or _FIGURE.search(text):
        return False
    found = find_entities(text, "STREET")
    if not found or find_entities(text, "ORG"):
        return False
    begins, ends = found[0].start == 0, found[-1].end == len(text)
    return (begins and text[0].islower()) or (is_named and (begins or ends))


def is_street(text: str) -> bool:
    """Whether a text is a street or a post-office box: a number beside a word that names of streets have."""
    if len(text) > MOST_STREET_CHARS or not _HOUSE_NUMBER.search(text):
        return False
    found = find_entities(text, "STREET")
    return len(found) > has_person_title(text)  # ``Dr.`` begins no drive


def find_place_behind(part: Passage) -> re.Match[str] | None:
    """What stands between a street and the place behind it in one line; None where it is not known that there are both."""
    dash, space = _DASH_BEFORE_POSTCODE.search(part.text), _POSTCODE_BEHIND_STREET.search(part.text)
    if dash:
        street, place = part.text[: dash.start()], part[dash.end() :]
        if is_street(street) or (is_street_without_number(street, is_named=True) and _is_known_place(place)):
            return dash
    return space if space and _is_street_before(part, space) else _before_town(part)


def _before_town(part: Passage) -> re.Match[str] | None:
    """The space between a street and the known town behind it, in the line of an American address; None elsewhere."""
    if _STATE_AND_ZIP.search(part.text) is None:
        return None
    spaces = re.finditer(" ", part.text[: MOST_STREET_CHARS + 1])
    towns = (space for space in spaces if find_places(part.text[space.end() :].partition(",")[0]))
    return next((space for space in towns if is_street(part.text[: space.start()])), None)


def _is_street_before(part: Passage, space: re.Match[str]) -> bool:
    """Whether a street with its number stands before a space, and behind it a postcode and a place.

    Where the number of the house is right before the postcode, the place may be one that nobody knows.
    """
    street, place = part.text[: space.start()], part[space.end() :]
    return is_street(street) and (
        _is_known_place(place) or (_ENDS_IN_NUMBER.search(street) is not None and place.text[-1].isalpha())
    )


def _is_known_place(text: Passage) -> bool:
    """Whether a text is a postcode and a place that is known: a district's number may be behind it (``Lyon cedex 01``)."""
    found = read_locality(text)
    words = found.locality.text.split()[:MOST_PLACE_WORDS] if found is not None else []
    names = (" ".join(words[:count]) for count in range(1, len(words) + 1))
    return any(find_places(name) or find_village_countries(name) for name in names)
