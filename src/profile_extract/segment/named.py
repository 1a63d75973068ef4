"""Blocks that say what somebody names as a title: the outline, the list of contents, a person who gives examples."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from profile_extract.errors import LayoutFileError
from profile_extract.layout.contents import Contents
from profile_extract.layout.ended import has_ended
from profile_extract.lexicon import label_key, resembles
from profile_extract.structure import Block, Layout

SAME_BEGINNING = 8
"""Characters in which two likenesses of a title must agree."""
SAME_TITLE = 0.9
"""Likeness (Ratcliff/Obershelp) of a title and its entry in the outline or the list of contents."""


def find_examples(layout: Layout, titles: Sequence[str]) -> list[Block]:
    """The blocks that say what a person gave as examples of titles.

    Raises:
        LayoutFileError: one of them stands nowhere in the report.
    """
    found = []
    for title in titles:
        blocks = [block for block in layout.blocks if _says_title(block, label_key(title))]
        if not blocks:
            message = f"no line of the report says {title!r}; an example is a title as the report prints it"
            raise LayoutFileError(message, path=layout.report.name)
        found.append(max(blocks, key=lambda block: (block.style.size_pt if block.style else 0.0, block.index)))
    return found


def find_in_outline(layout: Layout, titles: Sequence[Block]) -> Iterator[Block]:
    """The titles that say what an entry of the outline says."""
    return (block for block, _ in _named(titles, [label_key(entry.title) for entry in layout.report.outline]))


def find_in_contents(layout: Layout, titles: Sequence[Block], labels: Container[int], contents: Contents) -> list[Block]:
    """The titles that say what an entry of the list of contents says; in a dump, those in small letters, too.

    At the head of a page of a dump, what the head of one before it says is the heading of a chapter that runs on, and at the
    foot what has been said before is a running foot.
    """
    named = {block.index: key for block, key in _named(titles, contents.names) if block.page not in contents.pages}
    if layout.body_style is not None:
        return [layout.blocks[index] for index in named]
    named |= _in_small_letters(layout, labels, contents)
    heads: set[str] = set()
    said: set[str] = set()
    found = []
    for index, key in sorted(named.items()):
        block, below = layout.blocks[index], layout.blocks[index + 1 : index + 2]
        is_head, is_foot = block.gap_lines == math.inf, not below or below[0].page > block.page
        if not (is_head and key in heads) and not (is_foot and key in said):
            found.append(block)
        heads |= {key} if is_head else set()
        said.add(key)
    return found


def _in_small_letters(layout: Layout, labels: Container[int], contents: Contents) -> dict[int, str]:
    """Indices of the blocks that say the very words of an entry and begin with a small letter, and the entry.

    They stand behind white space, under what has ended or under another entry: elsewhere such a block is the end of a title.
    """
    names = frozenset(contents.names)
    found: dict[int, str] = {}
    for above, block in pairwise(layout.blocks) if names else ():
        is_small = block.text.text[:1].islower() and block.page not in contents.pages and block.index not in labels
        key = label_key(block.text.text) if is_small else ""
        if key in names and (_is_apart(above, block) or label_key(above.text.text) in names):
            found[block.index] = key
    return found


def _is_apart(above: Block, block: Block) -> bool:
    """Whether a block in small letters cannot go on what the one above says."""
    is_other = above.text.text.isupper() or has_ended(above.text.text)
    return is_other or above.last_page < block.page or 1 <= block.gap_lines < math.inf


def _named(titles: Sequence[Block], names: Sequence[str]) -> Iterator[tuple[Block, str]]:
    """The titles that say one of some names, and the name."""
    exact = frozenset(names)
    alike: dict[str, list[str]] = defaultdict(list)  # a long document has thousands of both
    for name in names:
        alike[name[:SAME_BEGINNING]].append(name)
    for block in titles:
        key = label_key(block.text.text)
        near = (name for name in alike.get(key[:SAME_BEGINNING], ()) if resembles(key, name, SAME_TITLE))
        said = key if key in exact else next(near, None)
        if said is not None:
            yield block, said


def _says_title(block: Block, title: str) -> bool:
    """Whether a block says a title, with a number before it that is no part of it or without."""
    key = label_key(block.text.text)
    return _is_same_title(key, title) or _is_same_title(key.lstrip("#.) "), title)


def _is_same_title(key: str, other: str) -> bool:
    return key[:SAME_BEGINNING] == other[:SAME_BEGINNING] and resembles(key, other, SAME_TITLE)
