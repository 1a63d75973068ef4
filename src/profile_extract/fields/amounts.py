"""Numbers and what they count, a line each right under a title (``20 min``, ``6 Portions``): facts that no label names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from profile_extract.structure import Block

FEWEST_RETURNS = 3
"""Profiles with a word behind a number for it to be a unit that is written with a capital, and no street or month."""
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d+)? ?(?:° ?)?(?P<unit>[^\W\d_]{1,12})\.?")
"""Streets have longer names mostly, postcodes more figures."""


def find_units(openings: Iterable[Sequence[Block]]) -> frozenset[str]:
    """The words that stand alone behind numbers under the titles of several profiles; ``openings`` is what stands there."""
    counts = Counter(unit for opening in openings for unit in {unit for _, unit in _amounts(opening)})
    return frozenset(unit for unit, count in counts.items() if count >= FEWEST_RETURNS)


def amounts_of(opening: Sequence[Block], units: Container[str]) -> Iterator[Block]:
    """The first of some blocks, as long as each is an amount: of units that come back, or are written small."""
    for block, unit in _amounts(opening):
        if not unit.islower() and unit not in units:
            return
        yield block


def _amounts(opening: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    for block in opening:
        match = _AMOUNT.fullmatch(block.text.text)
        if match is None:
            return
        yield block, match["unit"]
