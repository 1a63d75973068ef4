"""Given names of many countries: what tells a person's name from another one of two words.

``data/given_names.txt`` is made by ``scripts/build_given_names.py``. Four of five people in reports of the whole world have
a name that it knows; of the names of organisations one in thirty begins with one.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def has_given_name(name: str) -> bool:
    """Whether a word of a name but the last is a given one, or the first behind a comma (``Miller, Anna``)."""
    last, comma, first = name.partition(",")
    parts = _PART.findall(first)[:1] if comma else _PART.findall(last)[:-1]
    return any(part.casefold() in _given_names() for part in parts)


def is_given_name(word: str) -> bool:
    """Whether a word alone is a given name."""
    return word.casefold() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    file = resources.files("profile_extract") / "data" / "given_names.txt"
    return frozenset(file.read_text(encoding="utf-8").split())
