"""What a text has at least if it has an entity: seen without the pipeline, which takes thirty times as long.

Each hint only says no where the components surely find nothing: a token never ends inside a run of letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from profile_extract.fields.entities.words import CUES, PERSON_TITLES, cue_patterns, is_small_word
from profile_extract.gazetteer import find_name

_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[^\W\d_]+|[\W\d_]")
"""What a token may end with: it never ends inside a run of letters."""
_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def may_hold(text: str, label: str) -> bool:
    """Whether a text may have an entity of this kind."""
    if label in {"PLACE", "COUNTRY"}:
        return _may_hold_name(text)
    if label == "PERSON":
        return not any(word.isalpha() and _is_no_name(word) for word in text.split())
    return _cue(label).search(text.casefold()) is not None


@lru_cache(maxsize=4096)
def _may_hold_name(text: str) -> bool:
    """Whether any stretch of a text is the name of a place or country that begins at a capital, wherever tokens end."""
    ends = [match.end() for match in _ENDS.finditer(text)]
    starts = (match.start() for match in _LETTERS.finditer(text) if match.group()[0].isupper())
    return any(_is_name_from(text, start, ends) for start in starts)


def _is_name_from(text: str, start: int, ends: Sequence[int]) -> bool:
    for end in ends[bisect_right(ends, start) :]:
        name = find_name(text[start:end])
        if name.is_country or name.is_place:
            return True
        if not name.goes_on:
            return False
    return False


def may_begin_with_name(text: str) -> bool:
    """Whether the first word of a text may be one of a place or country."""
    first = _LETTERS.search(text)
    return first is not None and first.group()[0].isupper() and begins_name(first.group())


def begins_name(word: str) -> bool:
    """Whether the name of any place or country begins so."""
    return any(find_name(word))


def _is_no_name(word: str) -> bool:
    lower = word.casefold()
    return word[0].islower() and not is_small_word(word) and lower not in PERSON_TITLES


@cache
def _cue(label: str) -> re.Pattern[str]:
    """Any cue of this kind, in folded text."""
    exact, beginnings, endings = cue_patterns(next(name for name, of in CUES.items() if of == label))
    wholes = [re.escape(word) + (_NO_LETTER_BEHIND if word[-1].isalpha() else "") for word in sorted(exact)]
    inside = "|".join([*wholes, *map(re.escape, beginnings)])
    ends = "|".join(map(re.escape, endings))
    parts = [f"{_NO_LETTER_BEFORE}(?:{inside})", *([f"(?:{ends}){_NO_LETTER_BEHIND}"] if ends else [])]
    return re.compile("|".join(parts))
