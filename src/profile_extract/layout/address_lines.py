"""What a line of an address looks like by itself: how somebody is reached, a street, a place behind its postcode."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.lexicon import contact_line_field

MOST_CHARS = 80
"""Longest line of a name or an address, in characters."""
_SIGN = re.compile(r"[^\w\s+(@#/\"'“„«-]{1,2}\s*(?=\S)")
"""A telephone, an envelope or another mark before an address."""
ADDRESS_WORD = r"[^\W\d_](?:[^\W\d_]|-){0,12}"
"""A word that says what an address behind it is, if it is known: ``Tel``, ``E-mail``."""
_DATE = r"(?:(?:\d{1,2}\s?[./-]\s?){1,2}(?:19|20)\d{2}|(?:19|20)\d{2}(?:[./-]\d{1,2}){0,2})"
DATES = rf"\(?{_DATE}(?:\s*[-–/]\s*{_DATE})?"
"""A day, month or year, or two of them: ``03/2019 – 06/2023``, ``2014-02-28``, ``2024–2027``."""
_ADDRESS_LINE = re.compile(
    rf"(?:[^\d@]{{1,30}}: ?|(?P<word>{ADDRESS_WORD})\.? )?"
    r"(?:\S+@\S+\.\S+|(?:https?://|www\.)\S+"
    rf"|(?!{DATES}$)[+(]{{0,2}}\d[\d\s()/.–-]{{6,}})"
)
_HOST = re.compile(r"(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,10}(?:/\S*)?", re.IGNORECASE)
"""What behind a word for one is a web address without ``www.`` (``mills.example/visit``)."""
SYMBOLS = r"\u2190-\u2bff\ue000-\uf8ff\ufe0f\U0001f000-\U0001faff"
"""Arrows, signs, dingbats and emoji, and what fonts of icons have: they stand before the parts of an address."""
LEADS_OUT = "↗➚⧉"
"""Signs that pages of the web set behind what leads to another one."""
_NUMBER_ENDS = "0123456789()/.–-"
"""What a telephone number may end with."""
BETWEEN_FIELDS = re.compile(r"\s*[,;|•·]\s+")
"""What parts the fields of an address that stand in one line."""
_DASH_BEFORE_ADDRESS = re.compile(r"\s+[–—-]\s+(?=\S+@|www\.|https?:)")
INNER_LABEL = re.compile(
    r"(?:(?<=[^\W\d_]{3})\.)?[\s,;|]+(?=(?:tel|tél|tlf|telefon|telefono|teléfono|téléphone|telephone|phone|fax|telefax"
    r"|e-?mail|mail|correo(?: electr[oó]nico)?|courriel|web|website|internet|mobile?|fon)"
    r"\b\.?\s*[:+(\d])",
    re.IGNORECASE,
)
"""What parts an address from the next label in its line; a full stop behind a whole word, too, which ends no abbreviation."""
_PLACE = re.compile(
    r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d) [^\W\d_][^\d,]*"
    r"|(?:[A-Z]{1,3}-)?(?:\d{2}-\d{3}|\d{4,5}(?:-\d{3,4}| ?[A-Z]{2})?|\d{2,3} \d{2,3},?) [^\W\d_][^\d,]*(?<! )(?: \d{1,2})?"
    r"|[^\W\d_][^\d,]*,? (?:[A-Z]{2} )?(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5}(?:-\d{4})?)"
)
_STREET = re.compile(  # the first is Hungarian: ``Kossuth Lajos út 40.``
    r"(?:[^\W\d_a-z][^\W\d_]* ){1,3}(?:[^\W\d_A-Z][^\W\d_]*\.? )?(?!(?:19|20)\d{2})\d{1,4}(?:[/-]\w{1,3})?\."
    r"|[^\W\d_][^\d,;:]{2,40},? \d{1,4}(?:/\w{1,3}| ?[a-zA-Z])?(?:\s?[·–,]\s.*)?"
    r"|\d{1,4}[a-zA-Z]?,? [^\W\d_][^\d;:]{2,40}(?: \d{1,3}|[·–,] .*)?"
)
_IDENTIFIER = re.compile(r"\d{16}|(?<!\d)(?:\d{4}-){3}\d{4}(?!\d)|(?<!\d)97[89](?:[- ]?\d){10}(?!\d)")
"""More figures than a telephone number has (ITU-T E.164), an ORCID (ISO 27729) or an ISBN."""


def is_of_address(text: str) -> bool:
    """Whether a line may be one of an address: a street, a place behind its postcode, how to be reached."""
    if len(text) > MOST_CHARS:
        return False
    return _is_labelled(text) or is_reached(text) or bool(_PLACE.fullmatch(text) or _STREET.fullmatch(text))


def tells_where(lines: Sequence[str]) -> bool:
    """Whether one of some lines is a place behind its postcode, and another one a street, or how somebody is reached."""
    places = [line for line in lines if len(line) <= MOST_CHARS and _PLACE.fullmatch(line)]
    return bool(places) and any(is_of_address(line) or is_host(line) for line in lines if line not in places)


def _is_labelled(text: str) -> bool:
    """Whether a line begins with a word that lines of addresses begin with; its value may stand on the next line."""
    word, mark, _ = text.partition(":")
    return bool(mark) and contact_line_field(word) is not None


def fields_of(line: str) -> list[str]:
    """The fields of an address that stand in one line, as marks and labels part them."""
    halves = (half for part in BETWEEN_FIELDS.split(line) for half in INNER_LABEL.split(part))
    return [field for half in halves for field in _DASH_BEFORE_ADDRESS.split(half)]


def is_reached(text: str) -> bool:
    """Whether a line says nothing but how somebody is reached, in one way or several."""
    return all(is_address_line(part) for part in BETWEEN_FIELDS.split(text))


def is_address_line(text: str) -> bool:
    """Whether a line is nothing but an e-mail address, a web address or a telephone number, a word or a mark for it aside."""
    text = text.rstrip(LEADS_OUT).rstrip()
    is_number = "@" not in text and "://" not in text and "www." not in text
    if is_number and text[-1:] not in _NUMBER_ENDS:
        return ":" in text and _is_labelled_host(text)  # most lines of a report
    sign = _SIGN.match(text)
    match = _ADDRESS_LINE.fullmatch(text, sign.end() if sign else 0)
    if match is None or (is_number and _IDENTIFIER.search(text)):
        return False
    return match["word"] is None or contact_line_field(match["word"]) is not None


def _is_labelled_host(text: str) -> bool:
    """Whether a line is the label of a web address and one without ``www.``."""
    label, _, host = text.partition(":")
    return is_host(host.strip()) and contact_line_field(label) == "website"


def is_host(text: str) -> bool:
    """Whether a text may be a web address without ``www.``: behind a word for one it is, elsewhere it may be two words."""
    return _HOST.fullmatch(text) is not None
