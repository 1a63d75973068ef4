"""What stands in a part of a profile, block by block."""

from __future__ import annotations

from typing import NamedTuple

from profile_extract.passage import Passage
from profile_extract.structure import Block


class Item(NamedTuple):
    """A block of a part, and its text (without a label that runs into it)."""

    block: Block
    text: Passage
