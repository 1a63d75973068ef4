"""Titles by labels: what a label announces, and what stands over the label that opens the round of a profile's labels."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from profile_extract.layout.bylines import is_authorship, is_noted_authorship
from profile_extract.layout.codes import is_when
from profile_extract.lexicon import contact_line_field, has_letters, names_title, singulars
from profile_extract.segment.shapes import MOST_TITLE_CHARS, is_prose, is_quoted
from profile_extract.segment.titles import count_series
from profile_extract.structure import LARGER, Block, Label, Layout, is_smaller, stands_alone

DIFFERENT_SHARE = 0.9
"""Share of the values of a label that differ, for these to be titles: two records may have one name."""
TOP_SHARE = 0.8
"""Share of the returns of a label with a value that open a page of a dump, for it to stand over titles and not under them."""


def find_announced(layout: Layout, labels: dict[int, Label]) -> Iterator[list[Block]]:
    """The blocks with a label that announces a title, which runs into it or stands over it: by its words, or set as a heading.

    Those of the second kind (``Course unit: …``) are a cut for each label; most of them stand under no larger heading.
    """
    announced: list[Block] = []
    headings: dict[str, list[Block]] = defaultdict(list)
    for index, label in labels.items():
        block = layout.blocks[index]
        if len(block.text.text) > MOST_TITLE_CHARS:
            continue
        if names_title(label.key):
            announced.append(block)
        elif _runs_into_heading(block, label, layout):
            headings[label.key].append(block)
    if announced:
        yield announced
    elif layout.body_style is None:
        yield from _opening_rounds(layout, labels)
    for _, blocks in sorted(headings.items()):
        if 2 * sum(_is_under_larger(block, layout) for block in blocks) < len(blocks):
            yield blocks


def _opening_rounds(layout: Layout, labels: dict[int, Label]) -> Iterator[list[Block]]:
    """The blocks of a dump with the label that opens each round of labels, if nothing that may be a title stands over it.

    It runs into words, each time others: nothing else names the records. Not where the value is a line of an address.
    """
    if not labels:
        return
    key = _round_opener([labels[index].key for index in sorted(labels)])
    found = [(index, layout.blocks[index]) for index in sorted(labels) if labels[index].key == key]
    values = [block.text.text[labels[index].value_start :] for index, block in found]
    named = sum(bool(value) and has_letters(value) and not is_when(value) for value in values)
    is_varied = len(set(values)) >= DIFFERENT_SHARE * len(values) and named == len(values)
    low = [index for index, _ in found if not _is_on_top(layout, labels, index)]
    is_topped = len(low) <= (1 - TOP_SHARE) * len(found) or (2 * len(low) < len(found) and _are_under_chapters(layout, low))
    short = all(len(block.text.text) <= MOST_TITLE_CHARS and not is_prose(block, None) for _, block in found)
    if is_varied and short and is_topped and contact_line_field(key) is None:
        yield [block for _, block in found]


def _is_on_top(layout: Layout, labels: dict[int, Label], index: int) -> bool:
    """Whether a block begins a page, or nothing but the value of a label, its texts and its list, stands over it."""
    if index == 0 or layout.blocks[index].gap_lines == math.inf:
        return True
    before = next((i for i in range(index - 1, -1, -1) if i in labels), None)
    if before is None:
        return False
    value = stands_alone(labels[before], layout)  # in the next line
    return all(b.bullet is not None or is_prose(b, None) for b in layout.blocks[before + 1 + value : index])


def _are_under_chapters(layout: Layout, indices: Sequence[int]) -> bool:
    """Whether a heading stands over each of some blocks that opens a page and is numbered on from the one before."""
    heads = [layout.blocks[index - 1] for index in indices]
    return all(head.gap_lines == math.inf for head in heads) and count_series([head.text.text for head in heads]) == 1


def _is_under_larger(block: Block, layout: Layout) -> bool:
    sizes = layout.sizes_pt
    return block.index > 0 and sizes[block.index - 1] > LARGER * sizes[block.index]


def _runs_into_heading(block: Block, label: Label, layout: Layout) -> bool:
    """Whether a label and all that is behind it are set in one type, larger than that of the text."""
    size_pt = layout.body_style.size_pt if layout.body_style else math.inf
    is_large = block.style is not None and block.style.size_pt > LARGER * size_pt
    return is_large and len(block.lines[0].runs) == 1 and not stands_alone(label, layout)


def find_before_labels(layout: Layout, labels: dict[int, Label], titles: Sequence[Block]) -> list[Block]:
    """The title-like block nearest above each return of the label that opens the round of labels.

    A label in the singular and in the plural is one, unless less has a title above it then: what closes records opens none.
    """
    if not labels:
        return []
    openers = _without_page_tops(layout, labels) if layout.body_style is None else labels
    keys = {index: label.key for index, label in openers.items()}
    singular = _singulars(set(keys.values()))
    joined = {index: singular[key] for index, key in keys.items()}
    return max((list(_above_openers(layout, labels, titles, read)) for read in (joined, keys)), key=len)


def _above_openers(layout: Layout, labels: dict[int, Label], titles: Sequence[Block], keys: dict[int, str]) -> Iterator[Block]:
    """The title-like block nearest above each label that opens the round of all that have a key.

    In text input, where more such blocks than usual stand there, the upper ones are headings of a group: they are named, too,
    and end what is before. Where fewer stand at the top of a page, the title is at the foot of the page before.
    """
    is_text = layout.body_style is None
    first_key = _round_opener([keys[index] for index in sorted(keys)])
    candidates = {block.index for block in titles if not is_smaller(block, layout.body_style)}
    sentences = {b.index for b in titles if is_text and b.text.text.endswith(".") and not is_quoted(b)}
    free = candidates - sentences - {b.index for b in titles if is_text and is_when(b.text.text)}
    runs: list[range] = []
    floor = 0
    for index in sorted(labels):
        if keys.get(index) == first_key:
            above = [i for i in range(floor, index) if i in free and not stands_alone(labels.get(i - 1), layout)]
            if above:
                runs.append(range(_top_of_run(layout, labels, candidates, above[-1], floor), above[-1] + 1))
        floor = index + 1
    usual = Counter(map(len, runs)).most_common(1)[0][0] if runs else 0
    for run in runs:
        before = run[0] - 1
        is_parted = is_text and len(run) < usual and layout.blocks[run[0]].gap_lines == math.inf
        if is_parted and before in free and not is_prose(layout.blocks[before], None):
            yield layout.blocks[before]
        elif is_text and _has_headings(layout, run, usual):
            yield from (layout.blocks[i] for i in run[: 1 - usual or None])
        else:
            yield layout.blocks[run[0]]


def _without_page_tops(layout: Layout, labels: dict[int, Label]) -> dict[int, Label]:
    """The labels of a dump but those that run into values at the tops of pages, over titles (``No: 12``); all if no other."""
    tops = Counter(
        label.key
        for index, label in labels.items()
        if layout.blocks[index].gap_lines == math.inf and not stands_alone(label, layout)
    )
    counts = Counter(label.key for label in labels.values())
    over = {key for key, count in tops.items() if count >= TOP_SHARE * counts[key]}
    return {index: label for index, label in labels.items() if label.key not in over} or labels


def _has_headings(layout: Layout, run: range, usual: int) -> bool:
    """Whether the upper of more blocks than usual are headings of a group: no space says that the first is the title."""
    blocks = layout.blocks
    return len(run) > usual and not blocks[run[-usual]].gap_lines <= 0 < blocks[run[0]].gap_lines < math.inf


def _singulars(keys: Set[str]) -> dict[str, str]:
    """The labels, each by that which is the same word in the singular if the report has it, too (``Authors``, ``Author``)."""
    return {key: next((shorter for shorter in singulars(key) if shorter in keys), key) for key in sorted(keys)}


def _round_opener(keys: Sequence[str]) -> str:
    """The label that begins a round, of all in order: the commonest, and of those the one that comes first."""
    counts = Counter(keys)
    most = max(counts.values())
    return next(key for key, n in counts.items() if n >= 0.8 * most)


def _top_of_run(layout: Layout, labels: dict[int, Label], candidates: set[int], index: int, floor: int) -> int:
    """The first of the title-like blocks that stand above each other on one page, without prose between them.

    What stands under a label belongs to it; where space parts the blocks, the title is under the widest. In a dump names,
    and what they belong to, are under the title, as widely as the author liked; with the marks of notes they are anywhere.
    """
    top = index
    blocks, is_dump = layout.blocks, layout.body_style is None
    while index - 1 >= floor and not is_prose(blocks[index - 1], layout.body_style):
        is_over = index - 1 in candidates and blocks[index].gap_lines < math.inf
        is_under_label = stands_alone(labels.get(index - 2), layout)
        if is_under_label or not (is_over or is_noted_authorship(blocks[index].text.text)):
            break
        index -= 1
        is_of_title = is_dump and is_authorship(blocks[top].text.text)
        if blocks[index].gap_lines >= blocks[top].gap_lines or (is_of_title and not is_authorship(blocks[index].text.text)):
            top = index
    return top
