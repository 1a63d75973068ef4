"""Lines of facts that points, bars or strokes part, under titles of a dump (``Norway · 2024 · 104 min``): notes, and no text.

In print their type tells them, as it does a second title between the first and them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.structure import Block

FEWEST_MARKS = 2
"""Points, bars or strokes in such a line; one may part a title in two."""
MOST_CHARS = 80
"""Longest line of facts, in characters."""
MOST_OVER = 1
"""Lines between the title and the facts: the title in another language, a name."""
_MARK = re.compile(r"\s[·•|/]\s")


def is_fact_line(block: Block) -> bool:
    """Whether a block of a dump is one line of facts, a figure among them, that such marks part."""
    text = block.text.text
    if block.style is not None or len(block.lines) > 1 or len(text) > MOST_CHARS or block.bullet is not None:
        return False
    return len(_MARK.findall(text)) >= FEWEST_MARKS and any(map(str.isdecimal, text)) and "@" not in text


def down_to_facts(blocks: Sequence[Block]) -> int:
    """How many of the blocks under a title are of its line of facts and what stands over that; 0 where there is none."""
    return next((n for n, block in enumerate(blocks[: MOST_OVER + 1], 1) if is_fact_line(block)), 0)
