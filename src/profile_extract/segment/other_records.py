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

    Lists of ideas say what they say, and the list of contents may, once; so it does where most of what it names is said more
    often, in running lines. Or most stand right over titles that are listed.
    """
    times = Counter(contents.names)
    known = {label.block for labels in groups for label in labels if label.field != "section"}
    heads = {label.block for labels in groups for label in labels if label.field == "related" and stands_alone(label, layout)}
    under = under_related(heads, known)
    returning = {labels[0].key for labels in groups if len(labels) > 1} & times.keys()
    most = most_prints(len(times)) if 2 * len(returning) > len(times) else 1
    titles = {block.index for block in layout.blocks if times and label_key(block.text.text) in times}

    def are_of_others(labels: Labels) -> bool:
        if labels[0].field != "section":
            return False
        own = sum(label.block not in under for label in labels)
        is_title = times[labels[0].key] == 1 and own <= most
        is_idea = own == 0 and len(labels) <= IDEA_SHARE * len(heads)
        return is_title or is_idea or _are_kickers(labels, layout, titles)

    return are_of_others


def under_related(heads: Iterable[int], known: Container[int]) -> frozenset[int]:
    """Indices of the blocks not far under the label of a list of related ideas, with no label known between."""
    below = (range(head + 1, head + MOST_UNDER_RELATED + 1) for head in heads)
    return frozenset(chain.from_iterable(takewhile(lambda index: index not in known, indices) for indices in below))


def _are_kickers(labels: Labels, layout: Layout, titles: Container[int]) -> bool:
    """Whether most of those in capitals of some candidates stand right over titles of their pages."""
    found = (layout.blocks[label.block] for label in labels if stands_alone(label, layout))
    capitals = [block for block in found if block.text.text.isupper()]
    over = [b for b in capitals if b.index + 1 in titles and layout.blocks[b.index + 1].page == b.page]
    return 2 * len(over) > len(capitals)
