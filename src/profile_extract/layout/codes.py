"""Records known by a code on a line of its own (``3PM2-R01-1``, ``P-014``): a title above it, often with names between.

Where a dump keeps no styles and no space between a title, its authors and the text, such lines are what parts them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from profile_extract.model import Line
from profile_extract.structure import dominant_style

_CASED = tuple(map(chr, range(0x530)))
"""Latin, Greek and Cyrillic letters, among others: those with capitals."""
CAPITALS = "".join(filter(str.isupper, _CASED))
SMALL = "".join(filter(str.islower, _CASED))
"""All of one case, to be left out of a class of letters: ``[^\\W\\d_A-Z]`` would have taken É and Č for small ones."""
FEWEST_CODES = 8
"""Code lines that make a series; fewer may be chance."""
MOST_HEAD_LINES = 14
"""Lines from a title to its code at most: four of a title, ten of authors and what they belong to."""
FEWEST_COUNTED = 5
"""Lines that begin with a code or number of one form, for these to count through the report."""
RISING_SHARE = 0.85
"""Share of such lines whose number is higher than that of the one before; a list of contents goes through all of them once."""
FEWEST_NUMBERS = 3
"""Numbers of a time from when to when, or of a date: fewer may be an amount."""
DIFFERENT_SHARE = 0.3
"""Share of lines of one form that say different things: times come back each day."""
_FIGURES = re.compile(r"(?:[A-Z]{1,4}[-.]?)?\d{1,4}(?: ?[ap]m)?(?:[\s:.,/h–—-]{1,3}\d{1,4}(?: ?[ap]m)?){0,7}[.)h]?")
_HALF_OF_DAY = re.compile(r" ?[ap]m\b")
_COUNTED = re.compile(r"((?:\d{1,3}\.){1,3}\d{1,3}[.)]?|[A-Z]{1,4}[-. ]?\d{1,4}(?:[.-]\d{1,3})?[.:)]?)\s+(?=[^\W\d_])")
_TIMED = re.compile(rf"\d{{1,2}}[:.h]\d{{2}}(?:\s?[–-]\s?\d{{1,2}}[:.h]\d{{2}})?\s+[\"“«„]?([^\W\d_{SMALL}][^\W\d_]*)")
"""A time of day, or from one to another, and the first word of what it is the time of."""
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º)?"
_WORD = r"[^\W\d_]{3,12}\.?"
_DATE = rf"(?:{_DAY}\.?\s(?:de |of )?{_WORD}|{_WORD}\s{_DAY}|\d{{1,2}}[./]\d{{1,2}}\.?)(?:,?\s?(?:de )?\d{{4}})?"
_WHEN = re.compile(
    rf"(?:[^\W\d_]{{2,12}}\.?,?\s)?{_DATE},?\s.{{0,12}}?\d{{1,2}}(?:[:.h]\d{{2}}|\s?h|\s?Uhr|\s?[ap]\.?m\.?)(?!\w).{{0,30}}"
    r"|[^\W\d_]{2,12}\.?,?\s(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?(?:[–-]|to|bis)\s?\d{1,2}[:.h]\d{2})?(?!\w)"
    r"(?:,? [^\W\d_].{0,20})?",
    re.IGNORECASE,
)
"""A line that is a day, a time of that day and perhaps a place (``Wed 4 June, 10:00 - Hall 2``, ``Mon 14:20``)."""
_NUMBERED = re.compile(rf"(?P<number>{_COUNTED.pattern}|{_FIGURES.pattern}(?:$|\s+(?=[\"“«„]?[^\W\d_{SMALL}])))")
"""A code, a number or a time that a text begins with, or is."""
_COUNTER = re.compile(
    r"(?P<word>(?=[^\W\d_]{3})[^\W\d_]{1,15}(?:[ ’'-][^\W\d_]{1,15}){0,2}) (?:[nN][.º°o]{0,2} ?)?(?P<number>\d{1,3})"
)
"""What a record is and its number, as a heading of its own: ``Poster 7``, ``Fiche n° 12``, ``GOOD PRACTICE 3``."""
_TEXT_END = re.compile(rf"[^\W\d_]{{3}}[^\W\d_{CAPITALS}]\.\s*$")
"""A full stop that ends a sentence and no abbreviation: those in capitals or of up to three letters end none."""
_NUMBER = re.compile(r"\d+")
_CODE = re.compile(r"(?=\S*\d)(?=\S*[A-Z])[A-Z0-9]{1,8}(?:[-./]?[A-Z0-9]{1,6}){0,3}")
NOTE_SIGNS = "*⋆∗†‡"
"""Signs that mark notes where figures do not; TeX sets an asterisk as a star or an operator."""
NAME_PART = rf"[^\W\d_{SMALL}](?:[^\W\d_⁰¹²³⁴-⁹]|[’'.-])*"
_PARTICLE = r"(?:d[aiou]s?|de[srn]?|v[ao]n|e|y|el|la|le|bin|ten?) "
PERSON_NAME = rf"{NAME_PART}(?: (?:{_PARTICLE})*{NAME_PART})+"
"""A person's name: two words or more in capitals, with particles between them."""
_PERSON = re.compile(PERSON_NAME)
_NOTED_PERSON = re.compile(rf"(?P<name>{PERSON_NAME}) ?[{NOTE_SIGNS}]?")
_AND = rf" (?:and|und|et|y|e|och|en) (?={PERSON_NAME} ?[\d,;]|{PERSON_NAME}\s*$)"
_INITIAL = re.compile(r"[^\W\d_]\. ?[^\W\d_]")
"""The beginning of a name in capitals, which no title in capitals has: ``C. KUIPERS``."""
_NAMES = re.compile(
    rf"{PERSON_NAME}(?P<mark> ?(?:[\d⁰¹²³⁴-⁹{NOTE_SIGNS}]+|\(\d{{1,2}}\)))?"
    rf"(?: ?[,;&]| ?\((?=\w*[^\W\d_{CAPITALS}])|{_AND}|(?P<end>\s*$))"
)

_INVERTED_NAME = re.compile(
    rf"{NAME_PART}(?:[ -]{NAME_PART}){{0,2}}, (?:[^\W\d_{SMALL}]\.[ -]?){{1,3}}(?P<mark>[\d⁰¹²³⁴-⁹{NOTE_SIGNS}]+(?=[\s,;]|$))?"
)
"""A name as bibliographies have it, perhaps with the mark of a note: ``Tanaka, H.``."""


def is_person_name(text: str) -> bool:
    """Whether a text is written as the name of a person is, and nothing else: many other words in capitals are, too."""
    return _PERSON.fullmatch(text) is not None


def person_of(text: str) -> str | None:
    """The name in a text that is written as that of a person and nothing else, without the mark of a note behind it."""
    match = _NOTED_PERSON.fullmatch(text)
    return match["name"] if match else None


def is_code(text: str) -> bool:
    """Whether a text is one word of capitals and figures, with both in it."""
    return bool(_CODE.fullmatch(text))


def is_names(text: str) -> bool:
    """Whether a line begins with names of people that a mark parts, or is nothing but one name with such a mark."""
    match = _NAMES.match(text) if not text.isupper() else None
    return match is not None and (match["end"] is None or match["mark"] is not None)


def has_marked_name(text: str) -> bool:
    """Whether a line begins with a name and the mark of a note on it (``Ana Ruiz¹``), which nothing but a byline does."""
    match = _NAMES.match(text) if not text.isupper() or _INITIAL.match(text) else None
    found = match or _INVERTED_NAME.match(text)
    return found is not None and found["mark"] is not None


def is_inverted_name(text: str) -> bool:
    """Whether a text begins with a surname and initials (``Tanaka, H.``)."""
    return _INVERTED_NAME.match(text) is not None


def is_when(text: str) -> bool:
    """Whether a line says a day and a time of it, and nothing else but where."""
    return text[:1].isalnum() and any(map(str.isdecimal, text)) and _WHEN.fullmatch(text) is not None


def counter_of(text: str) -> tuple[str, int] | None:
    """What a text counts and the number, if it is nothing but these (``Poster 7``)."""
    match = _COUNTER.fullmatch(text) if text[-1:].isdecimal() else None
    return (match["word"], int(match["number"])) if match else None


def code_lines(lines: Sequence[Line]) -> list[int]:
    """Indices of the lines that are codes of one series, each another; empty where there is none."""
    found = [i for i, line in enumerate(lines) if is_code(line.text.strip())]
    different = {lines[i].text.strip() for i in found}
    return found if len(different) >= FEWEST_CODES and len(different) > 0.9 * len(found) else []


class Heads(NamedTuple):
    """Offsets of the lines over codes that begin a block of their own, and of those that go on in the one before."""

    breaks: frozenset[int] = frozenset()
    joins: frozenset[int] = frozenset()


def find_heads(lines: Sequence[Line]) -> Heads:
    """Where titles, names, codes and texts begin, for all records that have a code."""
    breaks: set[int] = set()
    joins: set[int] = set()
    for i in code_lines(lines):
        head = _head(lines, i)
        names = _names(head)
        own = {line.start for line in (*head[:1], *lines[i : i + 2], *([names] if names else []))}
        breaks |= own
        joins |= {line.start for line in head} - own
    return Heads(frozenset(breaks), frozenset(joins))


def find_series(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of the lines that begin with a code or a number of several parts, where such go up through the report.

    Times go up each day (``9:40 A Title``): what stands behind each is another thing.
    """
    starts = frozenset(_counted(lines))
    timed = [(line.start, match[1]) for line in lines if (match := _TIMED.match(line.text))]
    is_series = len(timed) >= FEWEST_COUNTED and len({word for _, word in timed}) >= DIFFERENT_SHARE * len(timed)
    return starts.union(start for start, _ in timed) if is_series else starts


_Counted = list[tuple[tuple[int, ...], int]]
"""The numbers that texts of one form begin with, and where each text is."""


def _counted(lines: Sequence[Line]) -> set[int]:
    found: dict[str, _Counted] = defaultdict(list)
    for line in lines:
        match = _COUNTED.match(line.text)
        if match:
            numbers = tuple(int(number) for number in _NUMBER.findall(match[1]))
            found[_NUMBER.sub("#", match[1]).rstrip(".:)")].append((numbers, line.start))
    return {start for starts in _series(found) for start in starts}


def _series(found: Mapping[str, _Counted]) -> Iterator[list[int]]:
    """The places of each form that goes up through a report, and of forms that do together, their letters going up.

    So do codes of several forms, each behind all of the one before: those of talks, then those of posters.
    """
    together: dict[str, _Counted] = defaultdict(list)
    for form, counted in found.items():
        if _is_series(counted):
            yield [place for _, place in counted]
        figures = form.lstrip(CAPITALS)
        if figures != form:
            letters = tuple(map(ord, form.removesuffix(figures)))
            together[figures] += (((*letters, *numbers), place) for numbers, place in counted)
    for counted in together.values():
        in_order = _in_order(counted)
        if len({numbers[0] for numbers, _ in counted}) > 1 and _is_series(in_order):
            yield [place for _, place in in_order]
    yield from _one_behind_another([counted for counted in together.values() if len(counted) >= FEWEST_COUNTED])


def _one_behind_another(series: Sequence[_Counted]) -> Iterator[list[int]]:
    """The places of several series of codes that go up, if none of them begins before another one has ended."""
    places = sorted([place for _, place in counted] for counted in map(_in_order, series) if _is_series(counted))
    if len(places) > 1 and all(before[-1] < after[0] for before, after in pairwise(places)):
        yield [place for found in places for place in found]


def _in_order(counted: _Counted) -> _Counted:
    return sorted(counted, key=itemgetter(1))


def _is_series(counted: _Counted) -> bool:
    return len(counted) >= FEWEST_COUNTED and are_rising([numbers for numbers, _ in counted])


def find_counters(lines: Sequence[Line]) -> Iterator[int]:
    """Offsets of the lines that are one word and a number that goes up (``Poster 7``), and of those behind them: titles.

    They are not set as most text is, which house numbers in a list of addresses may be.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, line in enumerate(lines):
        if counter := counter_of(line.text):
            found[counter[0]].append((index, counter[1]))
    for counted in found.values():
        is_series = len(counted) >= FEWEST_COUNTED and are_rising([(number,) for _, number in counted])
        if is_series and lines[counted[0][0]].style != dominant_style(lines):
            yield from (line.start for index, _ in counted for line in lines[index : index + 2])


def counting(texts: Sequence[str]) -> Iterator[list[int]]:
    """Places of the texts that begin with a code or number of one form, or are one, where such go up through the report.

    Numbers with a mark behind them count by themselves, too: houses, which stand before their streets, have none.
    """
    found: dict[str, _Counted] = defaultdict(list)
    for place, text in enumerate(texts):
        match = _NUMBERED.match(text)
        if match:
            printed = match["number"].rstrip()
            number = printed.rstrip(" .:)")
            numbers = tuple(map(int, _NUMBER.findall(number)))
            for form in {_NUMBER.sub("#", printed): None, _NUMBER.sub("#", number): None}:
                found[form].append((numbers, place))
    yield from _series(found)


def find_figures(lines: Sequence[Line]) -> Iterator[int]:
    """Offsets of the lines that are nothing but a time, a date or a number that counts, and of those behind them.

    So are days with a time.

    What has one form comes back, and each says another thing: times of a programme, numbers over titles.
    """
    days = [index for index, line in enumerate(lines) if is_when(line.text)]
    if len(days) >= FEWEST_COUNTED:
        yield from (line.start for index in days for line in lines[index : index + 2])
    forms: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        text = line.text.strip()
        if _FIGURES.fullmatch(text):
            forms[_HALF_OF_DAY.sub("", _NUMBER.sub("#", text))].append(index)
    for form, found in forms.items():
        texts = [lines[index].text.strip() for index in found]
        is_series = len(found) >= FEWEST_COUNTED and len(set(texts)) >= DIFFERENT_SHARE * len(found)
        if is_series and (
            form.count("#") >= FEWEST_NUMBERS or are_rising([(int(_NUMBER.findall(text)[0]),) for text in texts])
        ):
            yield from (line.start for index in found for line in lines[index : index + 2])


def are_rising(numbers: Sequence[tuple[int, ...]]) -> bool:
    """Whether nearly all of some numbers, each of one part or several, are higher than the one before."""
    return sum(a < b for a, b in pairwise(numbers)) >= RISING_SHARE * (len(numbers) - 1)


def _head(lines: Sequence[Line], code: int) -> Sequence[Line]:
    """The lines above a code up to an empty one, the end of a text or the top of the page; none where that is too far up."""
    start = code
    while start > 0 and lines[start].page == lines[start - 1].page and lines[start].blank_before <= 0:
        if _TEXT_END.search(lines[start - 1].text):
            break
        start -= 1
        if code - start > MOST_HEAD_LINES:
            return ()
    return lines[start:code]


def _names(head: Sequence[Line]) -> Line | None:
    """The line with which names of people begin below a title.

    Two words or more in capitals and a mark that parts names; where no line has one, a line of nothing but such words.
    """
    found = [(line, match) for line in head[1:] if (match := _NAMES.match(line.text))]
    marked = [line for line, match in found if match["end"] is None or match["mark"]]
    return next(iter(marked or [line for line, _ in found]), None)
