"""Titles of a dump between the last value of one record and the first label of the next, with nothing to part them.

Which label begins a round shows: of those that come back most it is the first, and the line over it has hardly ever a label.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from profile_extract.clean.characters import BULLETS
from profile_extract.layout.ended import begins_anew, find_dangling, last_word
from profile_extract.lexicon import is_closed
from profile_extract.model import Line

FEWEST_ROUNDS = 5
"""Rounds of labels that are no chance."""
USUAL_SHARE = 0.8
"""Share of the returns of the commonest label from which another one is as common."""
BARE_SHARE = 0.9
"""Share of the rounds over whose first label a line without one stands."""

MOST_OVER = 2
"""Lines over such a label: a title, and the heading of a group over it."""
ROOM_SHARE = 0.7
"""Share of the longest line with a label up to which any word had room behind another one."""
_ITEM = re.compile(rf"[{BULLETS}\ufffd\ue000-\uf8ff] ")
"""The bullet of an item as a dump has it: fonts of symbols leave private signs."""


def find_over_rounds(lines: Sequence[Line], keys: Sequence[str | None]) -> frozenset[int]:
    """Offsets of the lines between a label that begins a round and a value of one line, or the last item of a list, above it.

    A single one is the title. Of two, a heading over it or two lines of it, each is parted for which there was room above.
    ``keys`` are the labels of the lines, None where they have none.
    """
    counts = Counter(key for key in keys if key)
    opener = next((key for key in keys if key and counts[key] >= USUAL_SHARE * max(counts.values())), None)
    if opener is None or counts[opener] < FEWEST_ROUNDS:
        return frozenset()
    keys = [key if key and counts[key] > 1 else None for key in keys]
    rounds = [n for n, key in enumerate(keys) if key == opener and n]
    if sum(keys[n - 1] is None for n in rounds) < BARE_SHARE * len(rounds):
        return frozenset()
    dangling = find_dangling(lines)
    room = ROOM_SHARE * max(len(line.text) for line, key in zip(lines, keys, strict=True) if key)
    found: set[int] = set()
    for n in rounds:
        over = list(pairwise(lines[_value_over(lines, keys, n) : n]))
        begun = [pair for pair in over if not _goes_on(pair)]
        if all(_is_other(*pair, dangling) for pair in begun):
            found.update(line.start for above, line in begun if len(begun) == 1 or len(above.text) <= room)
    return frozenset(found)


def _value_over(lines: Sequence[Line], keys: Sequence[str | None], number: int) -> int:
    """The line with a label, or of a list, at most a few lines above one; that line itself where there is none."""
    above = range(number - 1, max(number - 2 - MOST_OVER, -1), -1)
    return next((n for n in above if keys[n] is not None or _ITEM.match(lines[n].text)), number)


def _goes_on(pair: tuple[Line, Line]) -> bool:
    """Whether the second of two lines begins in small letters: it is of the item or the title above it."""
    return not begins_anew(pair[1].text)


def _is_other(above: Line, line: Line, dangling: Container[str]) -> bool:
    """Whether a line surely does not go on the one above it in mid-sentence."""
    is_open = above.text.endswith((",", "-", "–", "&")) or last_word(above.text) in dangling
    return above.page == line.page and not is_open and begins_anew(line.text) and not is_closed(line.text)
