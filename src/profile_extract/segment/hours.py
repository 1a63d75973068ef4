"""Days of the week before hours: rows of a timetable, however often they come back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.layout.timed import CLOCK
from profile_extract.lexicon import names_days
from profile_extract.structure import Label, Layout, stands_alone

_HOURS = re.compile(rf"{CLOCK}(?!\.)|\d{{1,2}} ?[–-] ?\d{{1,2}}\b(?!\.)", re.IGNORECASE)
"""A time of day, or hours from one to another."""


def are_days(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether candidates that say the same are days with hours behind, beside or under most of them, and no labels."""
    if not names_days(labels[0].key):
        return False
    return 2 * sum(_begins_with_hour(label, layout) for label in labels) > len(labels)


def _begins_with_hour(label: Label, layout: Layout) -> bool:
    """Whether the value of a label begins with a time of day; a programme has a date there, or what goes on that day."""
    after = layout.blocks[label.block + 1 : label.block + 2]
    value = layout.blocks[label.block].text.text[label.value_start :].lstrip(" :.")
    text = after[0].text.text if stands_alone(label, layout) and after else value
    return _HOURS.match(text) is not None
