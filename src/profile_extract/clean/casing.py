"""Capitals that a font's text layer turned into small letters (``HeLSInKI, FInLAnd``): learnt, then repaired on evidence.

A designed report may hold a font some of whose capitals are mapped to small letters. In lines set all in capitals the
damage shows: each letter is either always a capital or always small. The set is learnt from such lines, per font where
fonts are known. It is undone there; elsewhere a word regains its capital only if the document or the gazetteer knows it,
or if its line is a place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from profile_extract.gazetteer import find_places
from profile_extract.model import Line, Report
from profile_extract.passage import Passage

_WORD = re.compile(r"[^\W\d_]+")
_STEP_UP = re.compile(r"[a-z][A-Z]")
_FEWEST_LINES = 3
"""Lines in broken capitals before a damage is believed: two may be names like eBay."""
_FEWEST_CAPITALS = 5
"""Different whole capitals those lines must show, for the damage to be told from camel case."""
_LEAST_CAPITAL_SHARE = 0.45
"""Share of capitals in a line of broken capitals: one in which five of the commonest letters fall has 0.5."""
_MOST_EXCEPTIONS = 0.03
"""Share of letters that may be the other case than learnt: one misread letter in a line or two."""
_POSTCODE = r"(?:[A-Za-z]{1,2}-)?\d{2,3} ?\d{2,3}"
_PLACE_LINE = re.compile(rf"{_POSTCODE} [^\d@]+|[^\d@]+,? (?:[A-Za-z]{{1,2}}-)?\d{{3}} ?\d{{2,3}}")
"""A line that is a place: a postcode, and before or behind it nothing but names; four figures behind are a year."""
_COUNTRY_PREFIX = re.compile(r"(?<![\w-])[a-z]{1,2}(?=-\d{4,5}(?!\d))")
_SMALL_WORDS = frozenset("an de del den der des di do du e el en ob of on op o y".split())
"""Words that are small inside place names and begin with a letter that may be damaged."""


class Damage(NamedTuple):
    """Letters whose capitals come out small in one font, and the words that the rest of the document writes with one."""

    letters: frozenset[str]
    capitalised: frozenset[str]


def find_damages(report: Report) -> dict[str, Damage]:
    """The damage of each font that has one; text input counts as one font, named ``""``."""
    texts: dict[str, list[str]] = defaultdict(list)
    for line, text in zip(report.lines, report.texts, strict=True):
        texts[_font(line)].append(text)
    if any("damaged-capitals" in edit.rule for line in report.lines for edit in line.edits):
        return {}  # what is left after a repair was left for want of evidence
    damages = {font: letters for font, lines in texts.items() if (letters := _damaged_letters(lines))}
    if not damages:
        return {}
    words = Counter(word for lines in texts.values() for text in lines for word in _WORD.findall(text))
    capitalised = frozenset(word for word in words if word[0].isupper() and word[1:].islower())
    return {font: Damage(letters, capitalised) for font, letters in damages.items()}


def _font(line: Line) -> str:
    return line.runs[0].style.font if line.runs else ""


def _damaged_letters(lines: Iterable[str]) -> frozenset[str]:
    """The letters that are always small in lines otherwise set in capitals; empty where nothing is damaged."""
    broken = list(filter(_is_mostly_capitals, filter(_STEP_UP.search, lines)))
    letters = Counter(c for text in broken for c in text if c.isascii() and c.isalpha())
    small = {c for c in letters if c.islower() and letters[c] > letters[c.upper()]}
    whole = {c for c in letters if c.isupper() and letters[c] > letters[c.lower()]}
    exceptions = sum(count for c, count in letters.items() if c not in small and c not in whole)
    believed = (
        len(broken) >= _FEWEST_LINES
        and len(whole) >= _FEWEST_CAPITALS
        and len(small) < len(whole)
        and exceptions <= _MOST_EXCEPTIONS * sum(letters.values())
    )
    return frozenset(small) if believed else frozenset()


def _is_mostly_capitals(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return _LEAST_CAPITAL_SHARE * len(letters) <= capitals < len(letters)


def with_capitals(passage: Passage, line: Line, damages: Mapping[str, Damage]) -> Passage:
    """A line with the capitals its font lost, where there is evidence for them."""
    damage = damages.get(_font(line))
    if damage is None:
        return passage
    if _is_damaged_line(passage.text, damage.letters):
        return _all_capitals(passage, damage.letters)
    return _place_capitals(passage, damage)


def _is_damaged_line(text: str, letters: frozenset[str]) -> bool:
    """Whether a line is set in capitals, all small letters being damaged ones and no damaged letter a capital."""
    small = {c for c in text if c.islower()}
    capitals = {c for c in text if c.isupper()}
    return bool(small and small <= letters and len(capitals) > 1 and not {c.lower() for c in capitals} & letters)


def _all_capitals(passage: Passage, letters: frozenset[str]) -> Passage:
    for match in reversed(list(_WORD.finditer(passage.text))):
        if letters & set(match.group()):
            passage = passage.edited(*match.span(), match.group().upper(), "damaged-capitals")
    return passage


def _place_capitals(passage: Passage, damage: Damage) -> Passage:
    """First letters of the words of a line that is a place, and of a country's letter before a postcode."""
    words = list(_WORD.finditer(passage.text))
    if not _PLACE_LINE.fullmatch(passage.text) or not all(_may_be_name(m.group(), damage.letters) for m in words):
        return passage
    is_place = any(find_places(m.group()) for m in words if m.group()[0].isupper())
    for match in reversed(words):
        word = match.group()
        name = word[0].upper() + word[1:]
        is_prefix = bool(_COUNTRY_PREFIX.match(passage.text, match.start()))
        is_known = is_place or name in damage.capitalised or bool(find_places(name))
        if is_prefix:
            passage = passage.edited(*match.span(), word.upper(), "damaged-capitals")
        elif is_known and name != word and word not in _SMALL_WORDS:
            passage = passage.edited(*match.span(), name, "damaged-capitals")
    return passage


def _may_be_name(word: str, damaged: frozenset[str]) -> bool:
    return word[0].isupper() or word[0] in damaged or word in _SMALL_WORDS
