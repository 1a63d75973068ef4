"""Days of the week before hours: rows of a timetable, however often they come back."""

from __future__ import annotations

import re
from collections.abc import Sequence

from profile_extract.layout.codes import CAPITALS
from profile_extract.layout.timed import CLOCK, UNTIL
from profile_extract.lexicon import names_days
from profile_extract.structure import Label, Layout, stands_alone

_HOUR = r"\d{1,2}(?:[.:h]\d{2}|h)?"
_HOURS = re.compile(
    rf"{CLOCK}(?!\.)|\d{{1,2}} ?[ap]\.m\."
    rf"|{_HOUR}{UNTIL}{_HOUR}(?:(?: Uhr| uur| ?h| ?[ap]\.?m)\b|\b(?!\.?\s?(?-i:[{CAPITALS}])))",
    re.IGNORECASE,
)
"""A time of day, or hours from one to another; days of a month (``12–14 June``) are none."""


def are_days(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether candidates that say the same are days with hours behind, beside or under most of them, and no labels."""
    if stands_alone(labels[0], layout) and _is_day_with_hours(layout.blocks[labels[0].block].text.text):
        return True
    return names_days(labels[0].key) and 2 * sum(_begins_with_hour(label, layout) for label in labels) > len(labels)


def _begins_with_hour(label: Label, layout: Layout) -> bool:
    """Whether the value of a label begins with a time of day; a programme has a date there, or what goes on that day."""
    after = layout.blocks[label.block + 1 : label.block + 2]
    value = layout.blocks[label.block].text.text[label.value_start :].lstrip(" :.")
    text = after[0].text.text if stands_alone(label, layout) and after else value
    return _HOURS.match(text) is not None


def _is_day_with_hours(text: str) -> bool:
    """Whether a whole line is days and their hours (``Monday: 10:00–17:00``): each record of a report may say the same."""
    first_digit = next((place for place, sign in enumerate(text) if sign.isdecimal()), 0)
    return names_days(text[:first_digit]) and _HOURS.match(text, first_digit) is not None
