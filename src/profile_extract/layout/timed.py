"""Lines of a dump that are nothing but a time of day and perhaps a room, over the titles of talks: blocks of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.layout.codes import SMALL
from profile_extract.model import Line

FEWEST_TIMES = 5
"""Such lines, each another time or day, none of which stands right under another: that would be a programme."""
CLOCK = r"\d{1,2}(?:(?:[:.h]| h )\d{2}(?: ?[ap]m| h| Uhr| uur)?| ?[ap]m| h| Uhr| uur)\b"
UNTIL = r"(?: ?[–—-] ?| (?:to|bis|till|à|a|alle|tot) )"
"""Patterns of a time of day, and of what stands between two of them."""
_ZONE = r"(?: (?:[A-Z]{2,4}T|UTC|GMT)(?:[+-]\d{1,2})?)?"
_WORD, _NAME = r"[^\W\d_][\w.'’-]*\s?", rf"[^\W\d_{SMALL}][\w.'’-]*\s?"
_TIME_AND_ROOM = re.compile(
    rf"(?i:{CLOCK}{UNTIL}{CLOCK}){_ZONE}"
    rf"(?:(?:\s*[,|·]\s*{_NAME}(?:{_WORD}){{0,2}}|\s*[–—-]\s*{_NAME}(?:{_WORD})?|\s+(?:{_NAME}){{1,3}})\w?\d{{0,4}})?"
)
"""From one time to another, perhaps where that is the time, and a name of up to three words, in capitals where no mark is."""


def is_time_and_room(text: str) -> bool:
    """Whether a line says from when to when, and perhaps where, and nothing else (``10 h 30 – 10 h 50 Amphi Curie``)."""
    return text[:1].isdecimal() and _TIME_AND_ROOM.fullmatch(text) is not None


def find_timed(lines: Sequence[Line]) -> frozenset[int]:
    """Offsets of such lines and of those behind them; ``lines`` stand in reading order."""
    found = {number for number, line in enumerate(lines) if is_time_and_room(line.text)}
    apart = [n for n in found if n + 1 not in found and n - 1 not in found]
    if len(apart) < FEWEST_TIMES:
        return frozenset()
    return frozenset(line.start for number in apart for line in lines[number : number + 2])
