"""Lines of postcode and place, as countries print them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from profile_extract.fields.addresses import is_postcode
from profile_extract.fields.entities.words import postal_prefix_country
from profile_extract.fields.places import find_place
from profile_extract.gazetteer import find_country_code, find_places
from profile_extract.layout.address_lines import SYMBOLS
from profile_extract.passage import Passage

_POSTCODE = (
    r"(?:\d{2,3} \d{2,3}|\d{2}-\d{3}|\d{3}-\d{4}(?= [^\W\d_])|\d{4,5}-\d{3,4}|\d{4} ?[A-Z]{2}|\d{4,6}"
    r"|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] [A-Z\d]{4})"
)
_BARE_CODE = re.compile(_POSTCODE)
_PREFIX = r"(?:(?P<prefix>[A-Z]{1,3})[- ]{1,3})?"
_SIGN = r"(?:(?P<prefix>[A-Z]{1,3})-)?"
_STATE_CODE = r"(?:\d{4,5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)"
_REST = r"(?: \((?P<province>[A-Z]{2})\))?(?:\s*,\s*(?P<rest>[^\d,]+))?$"
_ADDRESS_LINES = (
    re.compile(rf"^{_PREFIX}(?P<code>{_POSTCODE})\s+(?P<locality>[^\d,]+?(?: \d{{1,2}})?){_REST}"),
    re.compile(rf"^(?P<code>\d{{3}} \d{{2}}),\s+(?P<locality>[^\d,]+?(?: \d{{1,2}}(?: [^\d,]+)?)?){_REST}"),
    re.compile(rf"^(?P<locality>[^\d,]+),\s*(?P<region>[^\d,]+?)(?:\s+|,\s+(?=[A-Z])){_SIGN}(?P<code>{_POSTCODE}){_REST}"),
    re.compile(rf"^(?P<locality>[^\d,]+?)\s+(?P<region>[A-Z]{{2,3}})\s+(?P<code>{_STATE_CODE}){_REST}"),
    re.compile(rf"^(?P<locality>[^\d,]+?)[\s,]+{_SIGN}(?P<code>{_POSTCODE}){_REST}"),
)
"""A line of postcode and place as written in most of Europe, in countries with states, and elsewhere (UPU S42)."""
_PLACE_AND_PROVINCE = re.compile(r"(?P<locality>[^\d,()]+?) \((?P<province>[A-Z]{2})\)")
_PLACE_AND_REST = re.compile(r"^(?P<locality>[^\d,]+),\s*(?P<rest>[^\d,]+)$")
_PLACE_AND_REGION = re.compile(r"(?P<locality>[^\d,–—]+?)(?:,| [–—-]) (?P<rest>[^\W\d_a-z][^\d,–—]*)")
_CONTENT = re.compile(rf"^[\s,;:|()•·–\-{SYMBOLS}]*(.*?)[\s,;:|(•·–-]*$", re.DOTALL)
_SPACES = re.compile(r"\s+")
_HOUSE_NUMBER = re.compile(r"\d{4}")
_DUTCH = re.compile(r"\d{4}[A-Z]{2}")


def is_bare_postcode(text: str) -> bool:
    """Whether a text is a postcode with letters in it and nothing else: a comma may part it from its place."""
    return _BARE_CODE.fullmatch(text) is not None and any(map(str.isalpha, text))


class Locality(NamedTuple):
    """What a line of postcode and place says, each part as printed."""

    postal_code: Passage | None
    locality: Passage
    region: Passage | None
    country: Passage | None
    country_code: str | None


_ENGLISH_STREET = re.compile(
    r"\d{1,5} [^,]*\b(?:(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|court|ct|highway|hwy|way"
    r"|parkway|pkwy)\.?(?: [NS]?[EW]\.?| [NS]\.?)?|(?:place|pl|square|sq|terrace|plaza|circle)\.? (?:[NS]?[EW]|[NS])\.?)"
    r"(?: #.*)?(?:,|$)",
    re.IGNORECASE,
)
"""A house number and a street (``3240 S. Mill St.``, ``800 Hill Way NE``): no postcode and its place, as it may read.

Of 172,539 names of places 63 end so, and 1,040 in some word for a street in any language.
"""


def read_locality(text: Passage) -> Locality | None:
    """The postcode, place, region and country of a line that is nothing else; None for any other line."""
    if _ENGLISH_STREET.match(text.text):
        return None
    for pattern in _ADDRESS_LINES:
        match = pattern.match(text.text)
        if match:
            parts = {name: text[match.start(name) : match.end(name)] for name, value in match.groupdict().items() if value}
            return None if _may_be_street(parts) else _checked_locality(parts)
    match = _PLACE_AND_PROVINCE.fullmatch(text.text)
    if match and find_places(match["locality"]):
        return _checked_locality({name: text[match.start(name) : match.end(name)] for name in ("locality", "province")})
    match = _PLACE_AND_REST.match(text.text)
    if match and find_places(match["locality"]) and find_country_code(match["rest"]):
        return _checked_locality({name: text[match.start(name) : match.end(name)] for name in ("locality", "rest")})
    return None


def read_place_and_region(text: Passage) -> Locality | None:
    """The known place, and the region or country behind a dash or comma, of a line that a label calls a place."""
    match = _PLACE_AND_REGION.fullmatch(text.text)
    if match is None:
        return None
    return _checked_locality({name: text[match.start(name) : match.end(name)] for name in ("locality", "rest")})


def _may_be_street(parts: Mapping[str, Passage]) -> bool:
    """Whether a place that nobody knows stands before four figures and nothing else: they may number a house in a street."""
    if parts.keys() != {"locality", "code"} or parts["code"].start < parts["locality"].start:
        return False
    return _HOUSE_NUMBER.fullmatch(parts["code"].text) is not None and not find_places(parts["locality"].text)


def is_postcode_of(text: str, place: str) -> bool:
    """Whether a text is a postcode and nothing else, and another one the place it may be of: cells of a row."""
    return bool(_BARE_CODE.fullmatch(text)) and bool(find_places(place))


def _checked_locality(parts: dict[str, Passage]) -> Locality | None:
    prefix, rest = parts.get("prefix"), parts.get("rest")
    code = postal_prefix_country(prefix.text) if prefix else None
    if prefix is not None and code is None:
        return None
    rest_code = find_country_code(rest.text) if rest else None
    country = rest if rest_code else prefix
    region = parts.get("region") or parts.get("province") or (rest if rest and not rest_code else None)
    locality = without_edges(parts["locality"])
    if find_places(without_stop(locality).text):
        locality = without_stop(locality)
    if not locality.text:  # a postcode and a mark
        return None
    known = find_place(locality.text, code or rest_code)
    postal = parts.get("code")
    if postal is not None:
        postal = _usual_form(postal, code or rest_code or (known.country_code if known else None))
    elif known is None and not find_places(locality.text):
        return None
    return Locality(postal, locality, region, country, code or rest_code)


def _usual_form(code: Passage, country_code: str | None) -> Passage:
    """A postcode in its country's usual form: without the spaces that only the printer put into it, and with its own."""
    if country_code == "NL" and _DUTCH.fullmatch(code.text):
        return code.edited(4, 4, " ", "postcode-form")
    if country_code is None or is_postcode(code.text, country_code) is False:
        bare = _SPACES.sub("", code.text)
        if country_code and is_postcode(bare, country_code):
            return code.replaced(_SPACES, "", "postcode-form")
    return code


def without_edges(text: Passage) -> Passage:
    """Without the punctuation that parts it from its neighbours; brackets that close inside it are its own."""
    match = _CONTENT.match(text.text)
    if match is None:
        return text
    start, end = match.span(1)
    inside = text.text[start:end]
    is_bracketed = text.text[start - 1 : start] == "(" and inside.count(")") > inside.count("(")
    return text[start - is_bracketed : end]


def without_stop(text: Passage) -> Passage:
    """A text without the full stop that ends it, as it may an address in one line."""
    return text[:-1] if text.text.endswith(".") else text


def without_sign(line: str) -> str:
    """A printed line without the icon before it, and without punctuation around it."""
    return without_edges(Passage.of(line, 0, len(line))).text
