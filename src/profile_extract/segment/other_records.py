"""What comes back and is no label: it names another record, says what a list of ideas says of one, or stands over titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from itertools import chain, takewhile

from profile_extract.layout.contents import Contents
from profile_extract.layout.listings import most_prints
from profile_extract.lexicon import label_key
from profile_extract.structure import Label, Layout, stands_alone

MOST_UNDER_RELATED = 12
"""Blocks between the label of a list of related ideas and one of its lines: four ideas with a place and a line on each."""
IDEA_SHARE = 0.5
"""Lists of related ideas that name one idea, as a share of all, at most; what stands under more of them is a label."""
Labels = Sequence[Label]


def of_other_records(groups: Collection[Labels], layout: Layout, contents: Contents) -> Callable[[Labels], bool]:
    """Tells whether candidates of one kind are no labels.

    One entry of the list of contents says what they say, or lists of ideas do, or most stand over titles that are listed.
    """
    times = Counter(contents.names)
    most = most_prints(len(contents.names))
    known = {label.block for labels in groups for label in labels if label.field != "section"}
    heads = {label.block for labels in groups for label in labels if label.field == "related" and stands_alone(label, layout)}
    under = under_related(heads, known)
    titles = {block.index for block in layout.blocks if times and label_key(block.text.text) in times}

    def are_of_others(labels: Labels) -> bool:
        if labels[0].field != "section":
            return False
        is_listed = times[labels[0].key] == 1 and len(labels) <= most
        are_ideas = len(labels) <= IDEA_SHARE * len(heads) and all(label.block in under for label in labels)
        return is_listed or are_ideas or _are_kickers(labels, layout, titles)

    return are_of_others


def under_related(heads: Iterable[int], known: Container[int]) -> frozenset[int]:
    """Indices of the blocks not far under the label of a list of related ideas, with no label known between."""
    below = (range(head + 1, head + MOST_UNDER_RELATED + 1) for head in heads)
    return frozenset(chain.from_iterable(takewhile(lambda index: index not in known, indices) for indices in below))


def _are_kickers(labels: Labels, layout: Layout, titles: Container[int]) -> bool:
    """Whether most of some candidates, or of those in capitals where others are not, stand right over titles."""
    capitals = [label for label in labels if layout.blocks[label.block].text.text.isupper()] or labels
    return stands_alone(labels[0], layout) and 2 * sum(label.block + 1 in titles for label in capitals) > len(capitals)
