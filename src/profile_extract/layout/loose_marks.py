"""Raised numbers of affiliations, notes or steps that a dump has put on lines of their own, over what they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from profile_extract.layout.codes import NOTE_SIGNS, Heads
from profile_extract.layout.ended import begins_anew
from profile_extract.model import Line

FEWEST_RETURNS = 3
"""How often counting begins anew, for numbers to be such marks: those of records go through a report once."""
_MARK = re.compile(rf"[1-9]\d?|[a-z]|[{NOTE_SIGNS}§]")
_FIRST_MARKS = frozenset("1a*")


def find_loose_marks(lines: Sequence[Line]) -> Heads:
    """Offsets of the lines that are marks, which begin a block, and of those behind them, which go on in it."""
    found = [
        (mark, line)
        for mark, line in pairwise(lines)
        if _MARK.fullmatch(mark.text.strip()) and mark.page == line.page and begins_anew(line.text.strip())
    ]
    if sum(mark.text.strip() in _FIRST_MARKS for mark, _ in found) < FEWEST_RETURNS:
        return Heads()
    return Heads(frozenset(mark.start for mark, _ in found), frozenset(line.start for _, line in found))
