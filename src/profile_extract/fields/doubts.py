"""What looks odd in a profile by itself or beside the others: each such sign lowers the confidence of the whole profile.

Errors come by layout, so that a report is as sure of all its profiles even where all are wrong in the same way. What
stands where it should not tells such reports from others: an address in the text, a title that breaks off.
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from profile_extract.drafts import ProfileDraft
from profile_extract.fields.address_blocks import MOST_LINE_CHARS
from profile_extract.fields.addresses import find_phones, has_email
from profile_extract.segment.shapes import MOST_SHORT_CHARS

MOST_BESIDE_ADDRESS_CHARS = 4 * MOST_LINE_CHARS
"""Length of a text up to which an electronic address in it is one that was not told from the text: an address and
what was joined to it; in longer ones it is part of a sentence."""
USUAL_SIZES = (0.5, 2.0)
"""Characters of a profile as a share of the median: outside of this, it may be a part of one or more than one."""
MOST = 0.5
"""A field that more than this share of profiles have is missed where it is absent."""
DOUBTS: Mapping[str, float] = {
    "address-in-text": 0.5,
    "label-in-text": 0.7,
    "open-title": 0.7,
    "small-letter": 0.8,
    "short-text": 0.9,
    "size": 0.9,
    "missing": 0.9,
}
"""What confidence is multiplied by for each sign; ordered and rounded by what share of the fields of 200 generated
reports were wrong beside it, from 7 fields a profile (an address in the text) to less than one (size)."""
_OPEN_TITLE = re.compile(r"(?:[,;&]|\b(?:and|or|of|the|for|und|der|die|für|et|de|la|le|y|el|og|och|en|het|e|i|o|do|da|di))$")
_LABEL = re.compile(r"[^\W\d][^:.!?]{0,28}:(?:\s|$)")
_FIELDS: tuple[Callable[[ProfileDraft], object], ...] = (
    lambda p: p.tagline,
    lambda p: p.narrative,
    lambda p: p.sections,
    lambda p: p.contacts,
    lambda p: p.related_ideas,
)


def with_doubts(profiles: Sequence[ProfileDraft]) -> list[ProfileDraft]:
    """The profiles, each as sure as its boundaries and as little odd as it is."""
    sizes = [_size(profile) for profile in profiles]
    median = statistics.median(sizes) if sizes else 0.0
    usual = [field for field in _FIELDS if sum(bool(field(profile)) for profile in profiles) > MOST * len(profiles)]
    found = (list(_doubts(p, size, median, usual)) for p, size in zip(profiles, sizes, strict=True))
    return [
        replace(p, confidence=round(p.segment.confidence * math.prod(DOUBTS[name] for name in doubts), 3))
        for p, doubts in zip(profiles, found, strict=True)
    ]


def _doubts(
    profile: ProfileDraft, size: int, median: float, usual: Sequence[Callable[[ProfileDraft], object]]
) -> Iterator[str]:
    """Names of the signs a profile shows; that of a missing field once for each."""
    title = profile.title.text if profile.title else ""
    narrative, texts = [value.text for value in profile.narrative], list(_texts(profile))
    signs = {
        "address-in-text": any(_holds_address(text) for text in (title, *texts)),
        "label-in-text": any(_LABEL.match(text) for text in narrative),
        "open-title": bool(_OPEN_TITLE.search(title)),
        "small-letter": any(text[:1].islower() for text in texts),
        "short-text": any(len(text) < MOST_SHORT_CHARS for text in narrative),
        "size": not USUAL_SIZES[0] * median <= size <= USUAL_SIZES[1] * median,
    }
    yield from (name for name, is_shown in signs.items() if is_shown)
    yield from ("missing" for field in usual if not field(profile))


def _texts(profile: ProfileDraft) -> Iterator[str]:
    """All running text of a profile, with its tagline and the labels."""
    values = [profile.tagline, *profile.narrative]
    for section in profile.sections:
        values += [section.label, *section.paragraphs]
    yield from (value.text for value in values if value)


def _size(profile: ProfileDraft) -> int:
    return sum(map(len, _texts(profile)))


def _holds_address(text: str) -> bool:
    return len(text) <= MOST_BESIDE_ADDRESS_CHARS and (has_email(text) or bool(find_phones(text)))
