"""Forms: sheets of the same labels, one of which says what the sheet is of (``Name``, ``Nombre``)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from profile_extract.lexicon import label_key, names_sheet, names_title
from profile_extract.structure import Block, Label, Layout, stands_alone

FEWEST_SHEETS = 4
"""Sheets of which it is no chance that they have the same labels."""
FEWEST_FIELDS = 6
"""Labels that come back with the name, from which they are those of a form; an address has a name and four others."""
FIELD_SHARE = 0.8
"""Share of the sheets that have a label, for it to be one of the form."""
OWN_NAMES = 0.9
"""Share of names that no other sheet has."""
MOST_OVER_NAME = 12
"""Blocks of a sheet over its name: a date, a number, an office, each a label and its value, and the head of a group."""


def sheets(layout: Layout, labels: Mapping[int, Label]) -> Iterator[Block]:
    """The first block of each sheet, or where sheets do not begin pages, the label of its name."""
    counts = Counter(label.key for label in labels.values())
    least = FIELD_SHARE * max(counts.values(), default=0)
    if least < FIELD_SHARE * FEWEST_SHEETS or sum(n >= least for n in counts.values()) < FEWEST_FIELDS:
        return
    key = next((key for key, n in counts.items() if n >= least and names_sheet(key)), None)
    names = sorted(index for index, label in labels.items() if label.key == key) if key else []
    values = {label_key(_value(index, labels, layout)) for index in names}
    if len(values) < OWN_NAMES * len(names) or not names:
        return
    tops = [_top(index, layout) for index in names]
    openers = Counter(labels[top].key for top in tops if top in labels)
    are_pages = bool(openers) and openers.most_common(1)[0][1] == len(names) and len(set(tops)) == len(names)
    yield from (layout.blocks[index] for index in (tops if are_pages else names))


def _value(index: int, labels: Mapping[int, Label], layout: Layout) -> str:
    """What stands behind a label, or under it."""
    if stands_alone(labels[index], layout):
        return layout.blocks[index + 1].text.text if index + 1 < len(layout.blocks) else ""
    return layout.blocks[index].text.text[labels[index].value_start :]


def _top(index: int, layout: Layout) -> int:
    """The first block of the page that a block stands on."""
    blocks = layout.blocks
    top = index
    while top > 0 and blocks[top - 1].page == blocks[index].page and index - top < MOST_OVER_NAME:
        top -= 1
    return top if blocks[top].gap_lines == math.inf else index


def named_by_labels(layout: Layout, labels: Mapping[int, Label], spans: Sequence[range]) -> list[int] | None:
    """For each sheet of a form, which all begin with a label, the place of its name among its blocks; None where none is."""
    if not spans or not all(span.start in labels for span in spans):
        return None
    found = []
    for span in spans:
        named = next((i for i in span[:MOST_OVER_NAME] if i in labels and _names(labels[i].key)), None)
        if named is None:
            return None
        is_over = stands_alone(labels[named], layout) and named + 1 in span and named + 1 not in labels
        found.append(named - span.start + is_over)
    return found


def _names(key: str) -> bool:
    return names_title(key) or names_sheet(key)
