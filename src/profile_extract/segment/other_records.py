"""What comes back and is no label: it says what another record is called, or what a list of related ideas says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from itertools import chain, takewhile

from profile_extract.layout.contents import Contents
from profile_extract.layout.listings import most_prints
from profile_extract.structure import Label, Layout, stands_alone

MOST_UNDER_RELATED = 12
"""Blocks between the label of a list of related ideas and one of its lines: four ideas with a place and a line on each."""
IDEA_SHARE = 0.5
"""Lists of related ideas that name one idea, as a share of all, at most; what stands under more of them is a label."""
Labels = Sequence[Label]


def of_other_records(groups: Collection[Labels], layout: Layout, contents: Contents) -> Callable[[Labels], bool]:
    """Tells whether candidates of one kind are no labels: one entry of the list of contents says it, or lists of ideas do."""
    times = Counter(contents.names)
    most = most_prints(len(contents.names))
    known = {label.block for labels in groups for label in labels if label.field != "section"}
    heads = {label.block for labels in groups for label in labels if label.field == "related" and stands_alone(label, layout)}
    under = under_related(heads, known)

    def are_of_others(labels: Labels) -> bool:
        if labels[0].field != "section":
            return False
        is_listed = times[labels[0].key] == 1 and len(labels) <= most
        return is_listed or (len(labels) <= IDEA_SHARE * len(heads) and all(label.block in under for label in labels))

    return are_of_others


def under_related(heads: Iterable[int], known: Container[int]) -> frozenset[int]:
    """Indices of the blocks not far under the label of a list of related ideas, with no label known between."""
    below = (range(head + 1, head + MOST_UNDER_RELATED + 1) for head in heads)
    return frozenset(chain.from_iterable(takewhile(lambda index: index not in known, indices) for indices in below))
