"""What a text has at least if it has an entity: seen without the pipeline, which takes thirty times as long.

Each hint only says no where the components surely find nothing: a token never ends inside a run of letters.
"""

from __future__ import annotations

import re
from functools import cache

from profile_extract.fields.entities.words import CUES, PERSON_TITLES, cue_patterns, is_small_word
from profile_extract.gazetteer import find_name

_LETTERS = re.compile(r"[^\W\d_]+")
_NO_LETTER_BEFORE, _NO_LETTER_BEHIND = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def may_hold(text: str, label: str) -> bool:
    """Whether a text may have an entity of this kind."""
    if label in {"PLACE", "COUNTRY"}:
        return any(word[0].isupper() and begins_name(word) for word in _LETTERS.findall(text))
    if label == "PERSON":
        return not any(word.isalpha() and _is_no_name(word) for word in text.split())
    return _cue(label).search(text.casefold()) is not None


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
