"""Profiles in groups that look like profiles themselves: the talks of a session, which has a heading and a chair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from profile_extract.segment.regularity import Records, labels_of
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import is_prose
from profile_extract.structure import Hypothesis, Label, Layout

FEWEST_INSIDE = 2
"""Profiles in a group on average, at least."""
GROUP_SHARE = 0.9
"""Share of the groups under whose headings no text stands before their first profile."""
HEADED_SHARE = 0.9
"""Share of the profiles with a line of their own under the title, as names are; under a heading inside a text it goes on."""


def is_inside_groups(layout: Layout, labels: dict[int, Label], finer: Hypothesis, coarse: Hypothesis) -> bool:
    """Whether a cut makes several profiles of each of another one's, whose titles are the headings of groups then."""
    if len(finer.starts) < FEWEST_INSIDE * len(coarse.starts):
        return False
    if not _are_headings_of(layout, finer, coarse):
        return False
    return are_headed(layout, labels, finer) or _are_entries_of(layout, labels, finer, coarse)


def parts_groups(layout: Layout, labels: dict[int, Label], finer: Hypothesis, coarse: Hypothesis) -> bool:
    """Whether a cut in print parts groups of another one, many of a single profile: each heading has the first right under it.

    Labels that come twice in a group, of half of those that are parted at least, come once in each of its profiles.
    """
    inner = frozenset(finer.starts)
    are_headed = layout.body_style is not None and all(start + 1 in inner for start in coarse.starts)
    if len(finer.starts) <= len(coarse.starts) or not are_headed:
        return False
    doubled, left = (sum(map(_has_doubled, records_of(layout, labels, cut).keys)) for cut in (coarse, finer))
    return left == 0 and 2 * doubled >= len(finer.starts) - len(coarse.starts)


def _has_doubled(keys: Sequence[str]) -> bool:
    """Whether most labels of a record come more than once."""
    times = Counter(keys)
    return sum(count > 1 for count in times.values()) > len(times) / 2


def _are_entries_of(layout: Layout, labels: dict[int, Label], finer: Hypothesis, coarse: Hypothesis) -> bool:
    """Whether the first profile of each group stands right under its heading, and nearly all have an address."""
    inner = frozenset(finer.starts)
    if sum(start + 1 in inner for start in coarse.starts) < GROUP_SHARE * len(coarse.starts):
        return False
    return records_of(layout, labels, finer).have_addresses()


def _are_headings_of(layout: Layout, finer: Hypothesis, coarse: Hypothesis) -> bool:
    """Whether nearly all titles of a cut have only short lines under them down to the next title of a finer one."""
    inner = frozenset(finer.starts)
    if any(start in inner for start in coarse.starts):
        return False
    over = 0
    for start, stop in zip(coarse.starts, (*coarse.starts[1:], len(layout.blocks)), strict=True):
        first = next((i for i in range(start + 1, stop) if i in inner), stop)
        over += first < stop and not any(is_prose(layout.blocks[i], layout.body_style) for i in range(start + 1, first))
    return over >= GROUP_SHARE * len(coarse.starts)


def are_headed(layout: Layout, labels: dict[int, Label], finer: Hypothesis) -> bool:
    """Whether nearly all profiles have a line set unlike the title and the text under or beside the title, and content."""
    records = records_of(layout, labels, finer)
    headed = sum(is_headed(records, *pair) for pair in zip(records.titles, records.spans, strict=True))
    return headed >= HEADED_SHARE * len(finer.starts)


def records_of(layout: Layout, labels: dict[int, Label], cut: Hypothesis) -> Records:
    """The records that a cut makes of a report."""
    return Records(layout, labels_of(labels, cut.starts), cut.starts)


def is_headed(records: Records, title: int, span: range) -> bool:
    """Whether a profile has such a line under its title, and content."""
    if title + 1 not in span or title + 1 in records.labels:
        return False
    block, under = records.layout.blocks[title : title + 2]
    body = records.layout.body_style
    is_apart = body is None or under.style != block.style or is_beside(block, under)
    return is_apart and not is_prose(under, body) and records.has_content(span)
